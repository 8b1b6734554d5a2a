from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Joined, Language, SayAs, Sentences, Spoken

_ORDINALS = str.split("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")

LANGUAGE = Language(
    name="Arabic",
    sentences=Sentences(
        titles="د", words="ص هـ ق تل ج ط ت ق.م", timed="م ه هـ ق.م",
        starters="إذا إن أن أنا أنت أي أين إلى إنه إنها الآن التي الذي بعد بل ثم حتى حيث ذلك سوف شكرا عندما على عن قد كان"
        " كانت كل كم كما كيف لا لذلك لقد لكن لم لماذا ليس ما ماذا متى مع من نحن نعم هذا هذه هل هم هنا هناك هو هي وقد ولكن"
        " يمكن يمكنك",
        cut=105,
    ),
    abbreviations=Abbreviations(
        before_name="د.=الدكتور; أ.=الأستاذ; أ.د.=الأستاذ الدكتور; م.=المهندس; أ.م.=الأستاذ المساعد",
        before_number="ص.=صفحة; ج.=جزء; ت.=هاتف; ط.=طبعة",
        after_number="م.=ميلادي; هـ.=هجري; ق.م.=قبل الميلاد",
        closing="إلخ.=إلى آخره; الخ.=إلى آخره",
    ),
    spoken=Spoken(
        dot="نقطة", slash="شرطة مائلة", at="آت", hyphen="شرطة", underscore="شرطة سفلية", minus="ناقص", clock=("{h}", ""),
        ordinal=lambda number, _: _ORDINALS[number - 1] if 0 < number <= 10 else "",
    ),
    say_as=SayAs(plus="زائد"),
    joined=Joined(
        # "And", "so"; "by", "like", "to"; "the", which merges with "to".
        before=r"(?<!\w)(?:[وف]?(?:[بك]?ال|لل?|[بك])|[وف])\Z",
        sounds={"و": "wa", "ف": "fa", "ب": "bi", "ل": "li", "ك": "ka"},
    ),
)  # fmt: skip
