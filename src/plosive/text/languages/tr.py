from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import Language, Sentences, Spoken, last_ordinal

_SMALL = str.split("birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu")
_TENS = str.split("yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı")

LANGUAGE = Language(
    name="Turkish",
    sentences=Sentences(
        words="abd alm ar araş astsb bçvş bl dz dak edb gr mad md no nö s sf şti tel ü vd yd yy",
        numbered="daire",
        starters="ama ancak artık bana ben bir biz bu bugün bunlar bunun çünkü daha da de en evet fakat gibi hayır hem her"
        " için işte kim nasıl ne neden nerede o onlar onun sen siz sonra şimdi şu ve veya ya yani ardından aslında ayrıca"
        " bazı belki biraz birçok bunu böylece çok diğer dolayısıyla elbette genellikle gerçekten hatta henüz herkes ilk ise"
        " kısaca lütfen nitekim oysa pek sadece son sonuç şöyle tabii teşekkürler tüm üstelik zaten önce öyle",
        ordinals=True, months="oca şub mar nis may haz tem ağu eyl eki kas ara", cut=140,
    ),
    abbreviations=Abbreviations(
        before_name="Dr. dr.=Doktor; Prof. prof.=Profesör; Doç. doç.=Doçent; Av. av.=Avukat; Sn. sn.=Sayın; "
        "Müh.=Mühendis; Yrd.=Yardımcı; Öğr.=Öğretim; Gör.=Görevlisi; Arş.=Araştırma; Op.=Operatör; Uzm.=Uzman; "
        "Ord.=Ordinaryüs; Ecz.=Eczacı; Mim.=Mimar; Gen.=General; Org.=Orgeneral; Alb.=Albay; Yb.=Yarbay; Bnb.=Binbaşı; "
        "Yzb.=Yüzbaşı; Ütğm.=Üsteğmen; Tğm.=Teğmen; Asb.=Astsubay; Çvş.=Çavuş; Onb.=Onbaşı; Hz.=Hazreti; Bşk.=Başkan; "
        "St.=Aziz",
        before_number="s. sf. syf.=sayfa; No. No: no. No=numara; Tel. tel.=telefon; şek.=şekil; böl.=bölüm; c.=cilt; "
        "md. mad.=madde; kat.=kat; tab.=tablo",
        before_amount="maks.=en çok; min.=en az; yak.=yaklaşık",
        after_number="dk. dk=dakika; sn. sn=saniye; sa.=saat; yy. yy=yüzyıl; ad.=adet; kş.=kişi; mln.=milyon; "
        "mlr.=milyar; Cad. Cd.=Cadde; Sok. Sk.=Sokak",
        after_street="Cad. Cd. Cad=Caddesi; Sok. Sk. Sok=Sokak; Mah. Mh. Mah=Mahallesi; Bulv. Blv.=Bulvarı; "
        "Apt. Apt=Apartmanı; Mey.=Meydanı; Sit.=Sitesi; Üni. Üniv.=Üniversitesi; Fak.=Fakültesi; Böl.=Bölümü; "
        "Müd.=Müdürlüğü; Şti.=Şirketi",
        leading="örn. ör. örn=örneğin; bkz. bk. bkz=bakınız; krş.=karşılaştırınız; M.Ö. MÖ=milattan önce; "
        "M.S. MS=milattan sonra; T.C. TC=Türkiye Cumhuriyeti",
        anywhere="tic.=ticaret; Ltd.=Limitet; A.Ş. AŞ=Anonim Şirketi; çev.=çeviren; yay.=yayınları; ed.=editör; "
        "haz.=hazırlayan; müd.=müdür; mah.=mahalle; cad.=cadde; sok.=sokak; apt.=apartman; üniv.=üniversite; "
        "ing.=İngilizce; yakl.=yaklaşık",
        closing="vb. vb=ve benzeri; vs. vs=vesaire; vd.=ve diğerleri; Şti.=Şirketi",
    ),
    acronyms=Acronyms(said="PIN GIF RAM SIM YÖK AIDS IBAN FIFA UFO", kept="ABD AB TC"),
    spoken=Spoken(
        dot="nokta", slash="eğik çizgi", at="et", hyphen="tire", underscore="alt çizgi", minus="eksi", clock=("{h}", ""),
        ordinal=lambda number, _: last_ordinal(number, _SMALL, _TENS),
    ),
)  # fmt: skip
