from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Cues, Language, Numerals, Ordinals, Sentences, Signs, Spoken, pairs

LANGUAGE = Language(
    name="Hindi",
    sentences=Sentences(
        titles="श्री श्रीमती सुश्री",
        words="सं ई रु कि.मी कि.ग्रा सें.मी मि.मी मि ए बी सी डी एफ जी एच जे एल एम एन ओ पी क्यू आर एस टी यू वी के मी किमी"
        " सेमी ग्रा किग्रा सोम मंगल बुध गुरु शुक्र शनि रवि",
        numbered="रु", timed="ई",
        starters="अगर अब आज आप इन इस इसके इसलिए उन उस उसने और कई कब कभी कहाँ का किसी की कुछ के कैसे कोई कौन क्या क्यों जब"
        " जहाँ जो तब तो दो नहीं पर फिर मगर मुझे मेरा मेरी मेरे मैं मैंने यदि यह यहाँ ये लेकिन वह वहाँ वे सब हम हमें हाँ"
        " हालाँकि",
        cut=130,
    ),
    abbreviations=Abbreviations(
        before_name="डॉ. डा.=डॉक्टर; प्रो.=प्रोफ़ेसर; पं.=पंडित; कु.=कुमारी; स्व.=स्वर्गीय; इंजी.=इंजीनियर; "
        "ले.=लेफ़्टिनेंट; कै.=कैप्टन; मो.=मोहम्मद",
        before_number="पृ.=पृष्ठ; सं.=संख्या; नं.=नंबर; अ.=अध्याय; क्र.=क्रमांक; क्र.सं.=क्रम संख्या; मो.=मोबाइल; "
        "फ़ो. फो.=फ़ोन; दू.=दूरभाष",
        after_number="ई.=ईस्वी; ई.पू.=ईसा पूर्व",
        leading="उदा.=उदाहरण",
        anywhere="वि.सं.=विक्रम संवत्",
        closing="इत्या.=इत्यादि; लि.=लिमिटेड; प्रा.=प्राइवेट",
    ),
    spoken=Spoken(
        dot="डॉट", slash="स्लैश", at="ऐट", hyphen="डैश", underscore="अंडरस्कोर",
        minus="माइनस", to="से", number="नंबर", hashtag="हैशटैग",
        symbols=pairs("&=और; §=धारा"), approximate=pairs("~ ≈=लगभग"),
        clock=("{h} बजे", "{h} बजकर {m} मिनट"), percent="{0} प्रतिशत",
        fractions="आधा, एक तिहाई, दो तिहाई, एक चौथाई, तीन चौथाई",
        fractions_after="और आधा, और एक तिहाई, और दो तिहाई, और एक चौथाई, और तीन चौथाई",
        money=pairs("USD=डॉलर / सेंट; EUR=यूरो / सेंट; GBP=पाउंड / पेंस; JPY=येन; INR=रुपया रुपये / पैसा पैसे; CNY=युआन; "
                    "RUB=रूबल"),
        scales=pairs("हज़ार=हज़ार; लाख=लाख; करोड़=करोड़; मिलियन=मिलियन; अरब=अरब"), degrees=True,
    ),
    ordinals=Ordinals(
        form="masculine", known=10, digits=lambda number, _: f"{number}वाँ" if number > 10 else "",
        marks=pairs("वाँ वां=masculine"),
    ),
    cues=Cues(
        codes="कोड पिन पासवर्ड ओटीपी otp pin पासकोड पिनकोड",
        records="बुकिंग ऑर्डर खाता खाते अकाउंट टिकट बिल ग्राहक ट्रैकिंग कार्ड आधार रेफरेंस पीएनआर",
        numbers="नंबर संख्या नम्बर आईडी",
        owners="आपका आपकी आपके मेरा मेरी मेरे तुम्हारा यह",
        copulas="है था",
        counted="लोग लोगों पंक्तियाँ शब्द पन्ने पृष्ठ बार रुपए किताबें कमरे कुर्सियाँ साल दिन अंक वोट सदस्य फ़ाइलें"
        " व्यक्ति ग्राहक छात्र मेहमान",
        phones="नंबर नम्बर मोबाइल फ़ोन फोन फैक्स व्हाट्सएप",
        calls="कॉल फ़ोन फोन डायल",
        between="या पर को में करें तुरंत",
        after="पर को",
        extensions="एक्सटेंशन",
        extension="एक्सटेंशन",
        letters=pairs("A=A,"),
        verb_last=True,
    ),
    signs=Signs(
        said=pairs("+=प्लस; - −=माइनस; × * · ⋅=गुणा; ÷ /=भाग; = ===बराबर; ≠ !==बराबर नहीं; <=से कम;"
                   " >=से ज़्यादा;≤ <==से कम या बराबर; ≥ >==से ज़्यादा या बराबर"),
        minus="माइनस", squared="का वर्ग", cubed="का घन", power="की घात {}", root="वर्गमूल", cube_root="घनमूल",
        over="{0} बटा {1}", ratio="{0} अनुपात {1}", score="{0} {1}", out_of="{1} में से {0}", fixed=pairs("24/7=24 7"),
        results="जीत जीता जीते जीती हार हारा हारे हारी हराया स्कोर मैच फ़ाइनल फाइनल बढ़त ड्रॉ मतदान",
        result_next="से में पर और के की का", ratios="अनुपात पैमाना पैमाने स्केल", ratings="रेटिंग स्टार अंक समीक्षा",
        sharp="{0} शार्प",
    ),
    numerals=Numerals(alone="digits"),
)  # fmt: skip
