from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Joined, Language, SayAs, Sentences, Spoken
from plosive.text.languages.language import Cues, Joined, Language, SayAs, Sentences, Spoken, pairs

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
    cues=Cues(
        codes="رمز رمزك الرمز كود الكود كودك كلمة_المرور كلمة_السر الرقم_السري رمز_* رقم_الطلب رقم_طلبك رقم_الحجز رقم_حجزك"
        " رقم_الحساب رقم_حسابك رقم_التتبع رقم_الفاتورة رقم_التذكرة رقم_البطاقة رقم_الهوية رقم_العميل رقم_العضوية",
        owners="هذا",
        copulas="هو هي كان",
        joints="الخاص_بك",
        counted="شخص أشخاص سطر سطرا سطور كلمة صفحة مرة سنة عام يوم ساعة دقيقة ملف ضيف كرسي غرفة كتاب صندوق نقطة صوت عضو"
        " موظف مستخدم عميل متر",
        phones="هاتف الهاتف هاتفي جوال الجوال موبايل تليفون رقمي رقم فاكس واتساب",
        calls="اتصل اتصلوا اتصلي الاتصال اطلب كلم",
        between="أو على بالرقم برقم رقم بنا بي الرقم فورا فوراً",
        after="فورا فوراً عند للطوارئ",
        extensions="تحويلة",
        extension="تحويلة",
        letters=pairs("A=A,"),
        sharp="شارب",
    ),
)  # fmt: skip
