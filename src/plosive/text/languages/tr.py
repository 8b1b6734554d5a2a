from plosive.text.languages.language import Language, Sentences, Signs, Spoken, last_ordinal, pairs

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
        number="numara", hashtag="hashtag", approximate=pairs("~ ≈=yaklaşık"),
        dot="nokta", slash="eğik çizgi", at="et", hyphen="tire", underscore="alt çizgi", minus="eksi", clock=("{h}", ""),
        ordinal=lambda number, _: last_ordinal(number, _SMALL, _TENS),
    ),
    signs=Signs(
        said=pairs("+=artı; - −=eksi; × * · ⋅=çarpı; ÷ /=bölü; = ===eşittir; ≠ !==eşit değildir; <=küçüktür;"
                   " >=büyüktür;≤ <==küçük eşittir; ≥ >==büyük eşittir; ±=artı eksi"),
        minus="eksi", squared="kare", cubed="küp", power="üzeri {}", root="karekök", cube_root="küpkök",
        over="{0} bölü {1}", ratio="{3} {1}", score="{0} {1}", out_of="{1} üzerinden {0}",
        fixed=pairs("24/7=7 24; 7/24=7 24"),
        inflected="sıfıra bire ikiye üçe dörde beşe altıya yediye sekize dokuza ona",
        results="kazan* yen* kaybet* mağlup* galip* galibiyet* skor* sonuç* maç* önde final* berabere* oylama* set oy"
        " oyla",
        result_next="ve ile için ama dün bugün galip mağlup önde kazandı yendi kaybetti yenildi öne bitti sona"
        " berabere biten skorla",
        ratios="oran* ölçe* bahis* format* karış* orantı*", ratings="puan* yıldız* değerlendir* not not* skor*",
        clocks="saat", verses="yaratılış mezmur matta markos luka yuhanna romalılar",
    ),
)  # fmt: skip
