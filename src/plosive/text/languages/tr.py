from plosive.text.languages.language import Language, Measures, Sentences, Spoken, last_ordinal, pairs

_SMALL = str.split("birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu")
_TENS = str.split("yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı")

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
        currencies={"TL": "TRY"},
        money=pairs("TRY=lira / kuruş; USD=dolar / sent; EUR=avro / sent; GBP=sterlin / peni; JPY=yen; RUB=ruble; CNY=yuan"),
        scales=pairs("bin k B=bin; milyon mn M=milyon; milyar mr mlr=milyar; trilyon tr=trilyon"),
        units={
            "speed-kilometer-per-hour": "saatte {0} kilometre", "speed-meter-per-second": "saniyede {0} metre",
            "speed-mile-per-hour": "saatte {0} mil", "acceleration-meter-per-square-second": "saniye karede {0} metre",
        },
        per="{1} başına {0}",
        ordinal=lambda number, _: last_ordinal(number, _SMALL, _TENS),
    ),
    measures=Measures(
        magnitudes=pairs("k K=bin; M mn=milyon"),
        counted="takipçi|kullanıcı|kişi|abone|izlenme|görüntülenme|beğeni|indirme|üye|adet|insan",
    ),
)  # fmt: skip
