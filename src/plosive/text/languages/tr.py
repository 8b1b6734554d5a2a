from plosive.text.languages.language import Cues, Language, Sentences, Spoken, last_ordinal

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
        ordinal=lambda number, _: last_ordinal(number, _SMALL, _TENS),
    ),
    cues=Cues(
        codes="kod kodu kodunuz kodun kodum şifre şifreniz şifren şifresi parola parolanız pin otp",
        records="sipariş rezervasyon hesap müşteri fatura kargo takip bilet kart üyelik sözleşme poliçe seri kimlik",
        numbers="no numara numarası numaranız numaran",
        owners="sizin senin benim bu onay doğrulama giriş güvenlik",
        copulas="olarak şudur şu",
        joints="ile_biten",
        counted="kişi insan kullanıcı müşteri satır kelime sözcük karakter sayfa parça kez kere dosya misafir konuk"
        " sandalye koltuk oda kitap kutu puan oy üye çalışan rakam hane pizza adet kopya öğrenci tane",
        phones="telefon* tel cep* faks numara* gsm whatsapp",
        calls="acil ara arayın arayınız aramak arayabilirsiniz tuşla tuşlayın çevir çevirin",
        between="veya hemen numarasını numaralı numaradan numarayı hattını lütfen acil bizi beni",
        after="numarasını",
        extensions="dahili",
        extension="dahili",
        sharp="sharp",
        verb_last=True,
    ),
)  # fmt: skip
