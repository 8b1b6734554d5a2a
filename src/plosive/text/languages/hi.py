from plosive.text.languages.language import Language, Numerals, Ordinals, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Hindi",
    sentences=Sentences(
        titles="डॉ श्री श्रीमती प्रो पं सुश्री",
        words="सं कु ई रु कि.मी कि.ग्रा सें.मी मि.मी मि ए बी सी डी एफ जी एच जे एल एम एन ओ पी क्यू आर एस टी यू वी के मो स्व मी"
        " किमी सेमी ग्रा किग्रा सोम मंगल बुध गुरु शुक्र शनि रवि",
        numbered="रु पृ सं", timed="ई",
        starters="अगर अब आज आप इन इस इसके इसलिए उन उस उसने और कई कब कभी कहाँ का किसी की कुछ के कैसे कोई कौन क्या क्यों जब"
        " जहाँ जो तब तो दो नहीं पर फिर मगर मुझे मेरा मेरी मेरे मैं मैंने यदि यह यहाँ ये लेकिन वह वहाँ वे सब हम हमें हाँ"
        " हालाँकि",
        cut=130,
    ),
    spoken=Spoken(
        dot="डॉट", slash="स्लैश", at="ऐट", hyphen="डैश", underscore="अंडरस्कोर",
        minus="माइनस", to="से", number="नंबर", hashtag="हैशटैग",
        symbols=pairs("&=और; <=से कम; >=से ज़्यादा; ×=गुणा; §=धारा"), approximate=pairs("~ ≈=लगभग; ±=प्लस माइनस"),
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
    numerals=Numerals(alone="digits"),
)  # fmt: skip
