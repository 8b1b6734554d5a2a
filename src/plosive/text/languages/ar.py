from plosive.text.languages.language import Joined, Language, SayAs, Sentences, Spoken, pairs

_ORDINALS = str.split("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")

LANGUAGE = Language(
    name="Arabic",
    sentences=Sentences(
        titles="د أ.د", words="أ م ص هـ ق تل ج ط ت ق.م", timed="م ه هـ ق.م",
        starters="إذا إن أن أنا أنت أي أين إلى إنه إنها الآن التي الذي بعد بل ثم حتى حيث ذلك سوف شكرا عندما على عن قد كان"
        " كانت كل كم كما كيف لا لذلك لقد لكن لم لماذا ليس ما ماذا متى مع من نحن نعم هذا هذه هل هم هنا هناك هو هي وقد ولكن"
        " يمكن يمكنك",
        cut=105,
    ),
    spoken=Spoken(
        dot="نقطة", slash="شرطة مائلة", at="آت", hyphen="شرطة", underscore="شرطة سفلية", minus="ناقص", clock=("{h}", ""),
        percent="{0} بالمئة", to="إلى", per="لكل",
        money=pairs("USD=دولار / سنت; EUR=يورو / سنت"),
        ordinal=lambda number, _: _ORDINALS[number - 1] if 0 < number <= 10 else "",
    ),
    say_as=SayAs(plus="زائد"),
    joined=Joined(
        # "And", "so"; "by", "like", "to"; "the", which merges with "to".
        before=r"(?<!\w)(?:[وف]?(?:[بك]?ال|لل?|[بك])|[وف])\Z",
        sounds={"و": "wa", "ف": "fa", "ب": "bi", "ل": "li", "ك": "ka"},
    ),
)  # fmt: skip
