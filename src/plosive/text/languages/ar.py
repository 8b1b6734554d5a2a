from plosive.text.languages.language import Joined, Language, SayAs, Sentences, Signs, Spoken, pairs

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
        number="رقم", hashtag="هاشتاغ", approximate=pairs("~ ≈=حوالي"),
        dot="نقطة", slash="شرطة مائلة", at="آت", hyphen="شرطة", underscore="شرطة سفلية", minus="ناقص", clock=("{h}", ""),
        ordinal=lambda number, _: _ORDINALS[number - 1] if 0 < number <= 10 else "",
    ),
    say_as=SayAs(plus="زائد"),
    joined=Joined(
        # "And", "so"; "by", "like", "to"; "the", which merges with "to".
        before=r"(?<!\w)(?:[وف]?(?:[بك]?ال|لل?|[بك])|[وف])\Z",
        sounds={"و": "wa", "ف": "fa", "ب": "bi", "ل": "li", "ك": "ka"},
    ),
    signs=Signs(
        said=pairs("+=زائد; - −=ناقص; × * · ⋅=في; ÷ /=على; = ===يساوي; ≠ !==لا يساوي; <=أصغر من;"
                   " >=أكبر من;≤ <==أصغر من أو يساوي; ≥ >==أكبر من أو يساوي; ±=زائد أو ناقص"),
        minus="ناقص", squared="تربيع", cubed="تكعيب", power="أس {}", root="جذر", cube_root="الجذر التكعيبي لـ",
        over="{0} على {1}", ratio="{0} إلى {1}", score="{0} مقابل {1}", out_of="{0} من {1}",
        fixed=pairs("24/7=24 ساعة 7 أيام"),
        results="فاز فازت فزنا فوز خسر خسرت خسرنا خسارة هزم هزيمة تعادل النتيجة نتيجة بنتيجة مباراة المباراة تقدم",
        result_next="على في ضد أمام و أمس اليوم", ratios="نسبة بنسبة النسبة مقياس احتمال",
        ratings="تقييم التقييم نجوم نجمة درجة", shares="من", clocks="الساعة", sharp="{0} شارب",
    ),
)  # fmt: skip
