from plosive.text.languages.language import Agreement, Calendar, Language, Numerals, Ordinals, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Turkish",
    sentences=Sentences(
        titles="doç sn av örn bkz",
        words="abd alb alm apt ar araş arş asb astsb bçvş bl bnb böl bşk bulv cad çev çvş dz dak edb gr hz ing mad mah md müh"
        " no nö ord org ör s sf sok şti tel tic ü üni vd yay yd yrd yy blv sk",
        numbered="s sf tel şek böl syf mah cad sok apt daire", enders="vb vs",
        starters="ama ancak artık bana ben bir biz bu bugün bunlar bunun çünkü daha da de en evet fakat gibi hayır hem her"
        " için işte kim nasıl ne neden nerede o onlar onun sen siz sonra şimdi şu ve veya ya yani ardından aslında ayrıca"
        " bazı belki biraz birçok bunu böylece çok diğer dolayısıyla elbette genellikle gerçekten hatta henüz herkes ilk ise"
        " kısaca lütfen nitekim oysa pek sadece son sonuç şöyle tabii teşekkürler tüm üstelik zaten önce öyle",
        ordinals=True, months="oca şub mar nis may haz tem ağu eyl eki kas ara", cut=140,
    ),
    spoken=Spoken(
        dot="nokta", slash="eğik çizgi", at="et", hyphen="tire", underscore="alt çizgi", minus="eksi", clock=("{h}", ""),
    ),
    ordinals=Ordinals(
        known=9999, stop=True, joints="ve veya ile",
        marks=pairs("'inci 'ıncı 'uncu 'üncü 'nci 'ncı 'ncu 'ncü ’inci ’ıncı ’uncu ’üncü ’nci ’ncı ’ncu ’ncü=plain"),
        agreements=(Agreement(nouns="dünya yüzyıl sınıf kat gün hafta lig", forms=pairs("=plain")),),
    ),
    calendar=Calendar(short_weekdays=True, expiry="son geçerli", clock_words=pairs("saat=saat"), joined_endings=True),
    numerals=Numerals(
        before_names=True, cues="bölüm kısım",
        nouns=pairs("yüzyıl yüzyılda yüzyılın yüzyıla yüzyıldan yüzyıllar dünya=plain"),
    ),
)  # fmt: skip
