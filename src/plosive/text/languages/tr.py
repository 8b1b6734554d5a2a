from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Language,
    Measures,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs

LANGUAGE = Language(
    name="Turkish",
    sentences=Sentences(
        words="abd alm ar araş astsb bçvş bl dz dak edb gr mad md no nö s sf şti tel ü vd yd yy",
        numbered="daire pzt sal çar per cum cmt paz oca şub nis may haz tem ağu eyl eki kas",
        starters="ama ancak artık bana ben bir biz bu bugün bunlar bunun çünkü daha da de en evet fakat gibi hayır hem her"
        " için işte kim nasıl ne neden nerede o onlar onun sen siz sonra şimdi şu ve veya ya yani ardından aslında ayrıca"
        " bazı belki biraz birçok bunu böylece çok diğer dolayısıyla elbette genellikle gerçekten hatta henüz herkes ilk ise"
        " kısaca lütfen nitekim oysa pek sadece son sonuç şöyle tabii teşekkürler tüm üstelik zaten önce öyle",
        ordinals=True, months="oca şub mar nis may haz tem ağu eyl eki kas ara dünya", cut=140,
        determiners="sultan padişah kral kraliçe papa fatih",
    ),
    abbreviations=Abbreviations(
        before_name="Dr. dr.=Doktor; Prof. prof.=Profesör; Doç. doç.=Doçent; Av. av.=Avukat; Sn. sn.=Sayın; "
        "Müh.=Mühendis; Yrd.=Yardımcı; Öğr.=Öğretim; Gör.=Görevlisi; Arş.=Araştırma; Op.=Operatör; Uzm.=Uzman; "
        "Ord.=Ordinaryüs; Ecz.=Eczacı; Mim.=Mimar; Gen.=General; Org.=Orgeneral; Alb.=Albay; Yb.=Yarbay; Bnb.=Binbaşı; "
        "Yzb.=Yüzbaşı; Ütğm.=Üsteğmen; Tğm.=Teğmen; Asb.=Astsubay; Çvş.=Çavuş; Onb.=Onbaşı; Hz.=Hazreti; Bşk.=Başkan; "
        "St.=Aziz",
        before_number="MÖ=milattan önce; MS=milattan sonra; s. sf. syf.=sayfa; No. No: no. No=numara; Tel. tel.=telefon; "
        "şek.=şekil; böl.=bölüm; c.=cilt; "
        "md. mad.=madde; kat.=kat; tab.=tablo",
        before_amount="ort. Ort.=ortalama; maks. Maks.=en çok; min. Min.=en az; yak. Yak.=yaklaşık",
        after_number="dk. dk=dakika; sn. sn=saniye; sa.=saat; yy=yüzyıl; ad.=adet; kş.=kişi; mln.=milyon; "
        "mlr.=milyar; Cad. Cd.=Cadde; Sok. Sk.=Sokak",
        after_street="Cad. Cd. Cad=Caddesi; Sok. Sk. Sok=Sokak; Mah. Mh. Mah=Mahallesi; Bulv. Blv.=Bulvarı; "
        "Apt. Apt=Apartmanı; Mey.=Meydanı; Sit.=Sitesi; Üni. Üniv.=Üniversitesi; Fak.=Fakültesi; Böl.=Bölümü; "
        "Müd.=Müdürlüğü; Şti.=Şirketi",
        leading="San.ve=Sanayi ve; Ltd.=Limitet; örn. ör. örn=örneğin; bkz. bk. bkz=bakınız; krş.=karşılaştırınız; "
        "M.Ö.=milattan önce; "
        "M.S.=milattan sonra; T.C.=Türkiye Cumhuriyeti",
        anywhere="yy.=yüzyıl; yy'da yy.'da yy.da=yüzyılda; yy'ın yy.'ın=yüzyılın; yy'dan yy.'dan=yüzyıldan; "
        "yy'a yy.'a=yüzyıla; Ltd.Şti.=Limitet Şirketi; tic.=ticaret; A.Ş. AŞ=Anonim Şirketi; çev.=çeviren; "
        "yay.=yayınları; ed.=editör; "
        "haz.=hazırlayan; müd.=müdür; mah.=mahalle; cad.=cadde; sok.=sokak; apt.=apartman; üniv.=üniversite; "
        "ing.=İngilizce; yakl.=yaklaşık",
        closing="vb. vb=ve benzeri; vs. vs=vesaire; vd.=ve diğerleri; Şti.=Şirketi",
    ),
    acronyms=Acronyms(said="PIN GIF RAM SIM YÖK AIDS IBAN FIFA UFO", kept="ABD AB TC", small={"I": "ı", "İ": "i"}),
    spoken=Spoken(
        number="numara", hashtag="hashtag", approximate=pairs("~ ≈=yaklaşık"),
        dot="nokta", slash="eğik çizgi", at="et", hyphen="tire", underscore="alt çizgi", minus="eksi", clock=("{h}", ""),
        suffix_vowels=pairs("e=a; i=ı"), unit_symbols=pairs("lt=volume-liter; gr=mass-gram; dm³=volume-cubic-decimeter; "
        "dm²=area-square-decimeter; km/s km/sa=speed-kilometer-per-hour"), currencies={"TL": "TRY"},
        money=pairs("TRY=lira / kuruş; USD=dolar / sent; EUR=avro / sent; GBP=sterlin / peni; JPY=yen; RUB=ruble; CNY=yuan"),
        scales=pairs("bin k B=bin; milyon mn M=milyon; milyar mr mlr=milyar; trilyon tr=trilyon"),
        fractions="yarım, üçte bir, üçte iki, çeyrek, dörtte üç",
        fractions_after="buçuk, üçte bir, üçte iki, çeyrek, dörtte üç",
        units={
            "volume-cubic-decimeter": "{0} desimetreküp", "area-square-decimeter": "{0} desimetrekare",
            "speed-kilometer-per-hour": "saatte {0} kilometre", "speed-meter-per-second": "saniyede {0} metre",
            "speed-mile-per-hour": "saatte {0} mil", "acceleration-meter-per-square-second": "saniye karede {0} metre",
        },
        per="{1} başına {0}",
    ),
    ordinals=Ordinals(
        known=9999, stop=True, joints="ve veya ile",
        marks=pairs("'inci 'ıncı 'uncu 'üncü 'nci 'ncı 'ncu 'ncü ’inci ’ıncı ’uncu ’üncü ’nci ’ncı ’ncu ’ncü=plain"),
        agreements=(
            Agreement(
                nouns="abdülhamid abdülmecid murat murad selim mehmed mehmet ahmed ahmet mustafa osman süleyman mahmud bayezid"
                      " dünya yüzyıl sınıf kat gün hafta lig yy sıra madde bölüm sezon aşama sayfa"
                      " cadde sokak perde cilt",
                forms=pairs("=plain"),
            ),
        ),
    ),
    calendar=Calendar(
        short_weekdays=True, weekday_joints=pairs("ile=ile"), weekdays=pairs("pzt=0; sal=1; çar=2; per=3; cum=4; cmt=5; paz=6"),
        alone_after="ve her bu ile veya gelecek", words="per paz sal cum Mar Ara Kas Haz May",
        expiry="son geçerli", clock_words=pairs("saat=saat"), joined_endings=True,
    ),
    numerals=Numerals(
        before_names=True, cues="bölüm kısım cilt madde perde sezon sürüm versiyon faz evre tip",
        nouns=pairs("yy yüzyıl yüzyılda yüzyılın yüzyıla yüzyıldan yüzyıllar dünya=plain"),
    ),
    cues=Cues(
        codes="kupon son_dört_hanesi son_dört_rakamı kod kodu kodunuz kodun kodum şifre şifreniz şifren şifresi parola"
        " parolanız pin otp",
        records="siparişiniz rezervasyonunuz hesabınız kartınız biletiniz faturanız kargonuz sipariş rezervasyon hesap"
        " müşteri fatura kargo takip bilet kart üyelik sözleşme poliçe seri kimlik",
        numbers="no numara numarası numaranız numaran",
        owners="sizin senin benim bu onay doğrulama giriş güvenlik",
        copulas="olarak şudur şu",
        joints="ile_biten",
        counted="arkadaş* arkadaşını kişi* insan* kullanıcı* müşteri* satır* kelime* sözcük* karakter* sayfa* parça* kez "
        "kere dosya*"
        " misafir* konuk* sandalye* koltuk* oda* kitap* kutu* puan* oy* üye* çalışan* rakam* hane* pizza* adet* kopya* "
        "öğrenci* tane*",
        phones="telefon* tel cep* faks numara* gsm whatsapp",
        calls="acil acil_durumda acil_durumlarda ara arayın arayınız aramak arayabilirsiniz tuşla tuşlayın çevir çevirin",
        between="veya hemen numarasını numaralı numaradan numarayı hattını lütfen acil bizi beni",
        after="numarasını",
        extensions="dahili",
        extension="dahili",
        verb_last=True,
    ),
    signs=Signs(
        said=pairs("+=artı; - −=eksi; × * · ⋅=çarpı; ÷ /=bölü; = ===eşittir; ≠ !==eşit değildir; <=küçüktür;"
                   " >=büyüktür;≤ <==küçük eşittir; ≥ >==büyük eşittir; ±=artı eksi"),
        minus="eksi", squared="kare", cubed="küp", power="üzeri {}", root="karekök", cube_root="küpkök",
        over="{0} bölü {1}", ratio="{3} {1}", score="{0} {1}", out_of="{1} üzerinden {0}",
        fixed=pairs("24/7=7 24; 7/24=7 24"),
        inflected="sıfıra bire ikiye üçe dörde beşe altıya yediye sekize dokuza ona",
        pressure="{0}, {1}", pressures="tansiyon*",
        results="kazan* yen* kaybet* mağlup* galip* galibiyet* skor* sonuç* maç* önde final* berabere* oylama* set oy"
        " oyla",
        result_next="ve ile için ama dün bugün galip mağlup önde kazandı yendi kaybetti yenildi öne bitti sona"
        " berabere biten skorla",
        ratios="oran* ölçe* bahis* format* karış* orantı*", ratings="sınav* puan* yıldız* değerlendir* not not* skor*",
        clocks="saat", verses="yaratılış mezmur matta markos luka yuhanna romalılar",
    ),
    measures=Measures(
        magnitudes=pairs("k K=bin; M mn=milyon"),
        counted="takipçi|kullanıcı|kişi|abone|izlenme|görüntülenme|beğeni|indirme|üye|adet|insan",
    ),
)  # fmt: skip
