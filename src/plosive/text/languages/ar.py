from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Cues, Joined, Language, Ordinals, SayAs, Sentences, Signs, Spoken, pairs

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
        number="رقم", hashtag="هاشتاغ", approximate=pairs("~ ≈=حوالي"),
        dot="نقطة", slash="شرطة مائلة", at="آت", hyphen="شرطة", underscore="شرطة سفلية", minus="ناقص", clock=("{h}", ""),
        unit_symbols=pairs("كغ=mass-kilogram; غ=mass-gram"), percent="{0} بالمئة", to="إلى", per="لكل",
        money=pairs("USD=دولار / سنت; EUR=يورو / سنت"),
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
        records="طلبك حجزك حسابك فاتورتك طلب حجز حساب فاتورة",
        numbers="رقم",
        owners="هذا",
        copulas="هو هي كان",
        joints="الخاص_بك",
        counted="شخص أشخاص سطر سطرا سطور كلمة صفحة مرة سنة عام يوم ساعة دقيقة ملف ضيف كرسي غرفة كتاب صندوق نقطة صوت عضو"
        " موظف مستخدم عميل متر",
        phones="هاتف الهاتف هاتفي جوال الجوال موبايل تليفون رقمي رقم فاكس واتساب",
        calls="الطوارئ اتصل اتصلوا اتصلي الاتصال اطلب كلم",
        between="ب بالإسعاف بالشرطة أو على بالرقم برقم رقم بنا بي الرقم فورا فوراً",
        after="الآن فورا فوراً عند للطوارئ",
        extensions="تحويلة",
        extension="تحويلة",
        letters=pairs("A=A,"),
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
    ordinals=Ordinals(form="masculine", known=10),
)  # fmt: skip
