from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Joined, Language, Numerals, Ordinals, SayAs, Sentences, Spoken, pairs
from plosive.text.languages.number_cues import Cues, Signs

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
        before_name="د/=الدكتور; أ/=الأستاذ; م/=المهندس; السيد/=السيد; السيدة/=السيدة; "
        "د.=الدكتور; أ.=الأستاذ; أ.د.=الأستاذ الدكتور; م.=المهندس; أ.م.=الأستاذ المساعد",
        before_number="ص.ب. ص.ب=صندوق بريد; ص.=صفحة; ج.=جزء; ت.=هاتف; ط.=طبعة",
        after_number="م.=ميلادي; هـ. هـ=هجري; ق.م. ق.م=قبل الميلاد",
        closing="إلخ.=إلى آخره; الخ.=إلى آخره",
    ),
    spoken=Spoken(
        number="رقم", hashtag="هاشتاغ", approximate=pairs("~ ≈=حوالي"),
        dot="نقطة", slash="شرطة مائلة", at="آت", hyphen="شرطة", underscore="شرطة سفلية", minus="ناقص", clock=("{h}", ""),
        unit_symbols=pairs(
            "كغ كجم كلغ كغم=mass-kilogram; غ جم غم=mass-gram; ملغ ملجم مجم=mass-milligram; "
            "م2=area-square-meter; كلم=length-kilometer; °م=temperature-celsius; "
            "كم2 كم²=area-square-kilometer; "
            "مل=volume-milliliter; كم/ساعة كم/س=speed-kilometer-per-hour"
        ) | {"متر مربع": "area-square-meter", "متر مكعب": "volume-cubic-meter", "كيلومتر مربع": "area-square-kilometer"},
        clitics="و ف ب بـ ل لـ ك كـ ال وب",
        scales=pairs("ألف=ألف; آلاف=آلاف; مليون=مليون; ملايين=ملايين; مليار=مليار; مليارات=مليارات"),
        fractions="نصف, ثلث, ثلثي, ربع, ثلاثة أرباع",
        fractions_after="ونصف, وثلث, وثلثين, وربع, وثلاثة أرباع",
        currencies=pairs(
            "ر.س SAR=SAR; د.إ AED=AED; ج.م EGP=EGP; د.ك KWD=KWD; ر.ق QAR=QAR; د.ب BHD=BHD; ر.ع OMR=OMR; د.أ JOD=JOD; "
            "د.م MAD=MAD; د.ت TND=TND; د.ج DZD=DZD; د.ع IQD=IQD; ل.ل LBP=LBP; ل.س SYP=SYP; ر.ي YER=YER"
        ), percent="{0} بالمئة", to="إلى", per="لكل",
        money=pairs(
            "USD=دولار دولارات دولار دولار / سنت سنتات سنت سنت; EUR=يورو / سنت سنتات سنت سنت; "
            "SAR=ريال ريالات ريال ريال / هللة هللات هللة هللة; AED=درهم دراهم درهم درهم / فلس فلوس فلس فلس; "
            "EGP=جنيه جنيهات جنيه جنيه / قرش قروش قرش قرش; GBP=جنيه جنيهات جنيه جنيه / بنس; "
            "KWD=دينار دنانير دينار دينار / فلس; "
            "QAR=ريال / درهم; JOD=دينار; BHD=دينار; OMR=ريال; MAD=درهم"
        ),
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
        between="ب بـ بالإسعاف بالشرطة أو على بالرقم برقم رقم بنا بي الرقم فورا فوراً",
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
    numerals=Numerals(alone="digits"),
)  # fmt: skip
