"""Telephone and emergency numbers are said digit by digit, and amounts are not."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

RULES = {"telephone number", "emergency number", "extension"}

READINGS = {
    "en-US": [
        ("Call 212-555-HELP or 800-FLOWERS, or dial 9-1-1.", "Call 2 1 2, 5 5 5 help or 800, flowers, or dial 9 1 1."),
        ("The emergency number is 112.", "The emergency number is 1 1 2."),
        ("Call the police at 911 or an ambulance on 112.", "Call the police at 9 1 1 or an ambulance on 1 1 2."),
        (
            "Call (212) 555-0147, 212.555.0147 or 1-212-555-0147.",
            "Call 2 1 2, 5 5 5, 0 1 4 7, 2 1 2, 5 5 5, 0 1 4 7 or 1, 2 1 2, 5 5 5, 0 1 4 7.",
        ),
        ("Ring me on 2125550147 after six.", "Ring me on 2 1 2, 5 5 5, 0 1 4 7 after six."),
        ("Text 303 555 0119, or 303 555 0120.", "Text 3 0 3, 5 5 5, 0 1 1 9, or 3 0 3, 5 5 5, 0 1 2 0."),
        ("The desk has 555-0134 x27, ext. 4471.", "The desk has 5 5 5, 0 1 3 4, extension 27, extension 4 4 7 1."),
        ("Call 212-555-0147 24 hours a day.", "Call 2 1 2, 5 5 5, 0 1 4 7 24 hours a day."),
        ("Dial 1-888-GET-TILE or 1-877-KARS-4-KIDS today.", "Dial 1, 8 8 8, get tile or 1, 8 7 7, kars 4 kids today."),
        ("Dial 1-800-FLOWERS.", "Dial 1, 800, flowers."),
        ("My number is +1 (212) 555-0147.", "My number is plus 1, 2 1 2, 5 5 5, 0 1 4 7."),
        ("4155552671 is my number.", "4 1 5, 5 5 5, 2 6 7 1 is my number."),
        ("Call 911 now, or 988.", "Call 9 1 1 now, or 9 8 8."),
        ("Text STOP to 741741.", "Text STOP to 7 4 1 7 4 1."),
    ],
    "en-GB": [
        ("Dial 999 or 111, or 020 7946 0958.", "Dial 9 9 9 or 1 1 1, or 0 2 0, 7 9 4 6, 0 9 5 8."),
        ("Ring 07700 900123.", "Ring 0 7 7 0 0, 9 0 0, 1 2 3."),
    ],
    "de": [
        ("Ruf 030 1234567 oder 0171/1234567 an.", "Ruf 0 3 0, 1 2 3, 4 5 6 7 oder 0 1 7 1, 1 2 3, 4 5 6 7 an."),
        ("Meine Nummer ist 01711234567.", "Meine Nummer ist 0 1 7 1, 1 2 3, 4 5 6 7."),
        ("Telefon +49 (0)30 1234567, DW 4471.", "Telefon +49, 0, 3 0, 1 2 3, 4 5 6 7, Durchwahl 4 4 7 1."),
        ("Im Notfall 112 wählen, oder die 110 anrufen.", "Im Notfall 1 1 2 wählen, oder die 1 1 0 anrufen."),
        ("Rufen Sie die 116 117 an.", "Rufen Sie die 1 1 6, 1 1 7 an."),
    ],
    "fr": [
        ("Appelez les pompiers au 112.", "Appelez les pompiers au 1 1 2."),
        ("Appelez le 01 23 45 67 89 ou le 0612345678.", "Appelez le 01, 23, 45, 67, 89 ou le 06, 12, 34, 56, 78."),
        ("Composez le +33 6 12 34 56 78.", "Composez le +33, 6, 12, 34, 56, 78."),
        ("Appelez le 112, ou le 3919.", "Appelez le 1 1 2, ou le 39, 19."),
    ],
    "es": [
        ("Llama al 612 345 678, o al 91 123 45 67.", "Llama al 6 1 2, 3 4 5, 6 7 8, o al 9 1, 1 2 3, 4 5, 6 7."),
        ("Llame al 112, ext. 27.", "Llame al 1 1 2, extensión 27."),
    ],
    "it": [
        ("Chiama il 347 1234567 o lo 06 1234567.", "Chiama il 3 4 7, 1 2 3, 4 5 6 7 o lo 0 6, 1 2 3, 4 5 6 7."),
        ("Chiama il 118.", "Chiama il 1 1 8."),
    ],
    "pt-BR": [
        (
            "Ligue para (21) 99876-5432 ou 11 98765-4321.",
            "Ligue para 2 1, 9 9 8 7 6, 5 4 3 2 ou 1 1, 9 8 7 6 5, 4 3 2 1.",
        ),
        ("Ligue para o 192.", "Ligue para o 1 9 2."),
    ],
    "nl": [
        ("Bel 06-12345678 of 020 123 4567.", "Bel 0 6, 1 2 3 4, 5 6 7 8 of 0 2 0, 1 2 3, 4 5 6 7."),
        ("Bel direct 112.", "Bel direct 1 1 2."),
    ],
    "pl": [
        ("Zadzwoń pod 601 234 567, wew. 4471.", "Zadzwoń pod 6 0 1, 2 3 4, 5 6 7, wewnętrzny 4 4 7 1."),
        ("Zadzwoń na 997.", "Zadzwoń na 9 9 7."),
    ],
    "ru": [
        ("Вызовите скорую по номеру 103.", "Вызовите скорую по номеру 1 0 3."),
        ("Звоните 8 (495) 123-45-67, доб. 27.", "Звоните 8, 4 9 5, 1 2 3, 4 5, 6 7, добавочный 27."),
        ("Мой телефон 89161234567.", "Мой телефон 8, 9 1 6, 1 2 3, 4 5, 6 7."),
        ("Наберите 103.", "Наберите 1 0 3."),
    ],
    "tr": [
        ("0532 123 45 67'yi arayın.", "0 5 3 2, 1 2 3, 4 5, 6 7'yi arayın."),
        ("112'yi arayın.", "1 1 2'yi arayın."),
    ],
    "cmn": [
        ("拨打热线95588。", "拨打热线9 5 5 8 8。"),
        ("手机是13800138000。", "手机是1 3 8, 0 0 1 3, 8 0 0 0。"),
        (
            "请致电400-800-1234，我的号码是+86 138 0013 8000。",
            "请致电4 0 0, 8 0 0, 1 2 3 4，我的号码是加 8 6, 1 3 8, 0 0 1 3, 8 0 0 0。",
        ),
        ("请拨打110报警。", "请拨打1 1 0报警。"),
    ],
    "ko": [
        ("고객센터 1588-1234.", "고객센터 1 5 8 8, 1 2 3 4."),
        ("문의: 02)123-4567", "문의: 0 2, 1 2 3, 4 5 6 7"),
        ("전화:02-555-1234, 1588-1234로 문의", "전화:0 2, 5 5 5, 1 2 3 4, 1 5 8 8, 1 2 3 4로 문의"),
        ("전화번호는 010-1234-5678입니다.", "전화번호는 0 1 0, 1 2 3 4, 5 6 7 8입니다."),
        ("+82 10-1234-5678로 전화하세요.", "플러스 8 2, 1 0, 1 2 3 4, 5 6 7 8로 전화하세요."),
        ("119에 신고하세요.", "1 1 9에 신고하세요."),
    ],
    "ar": [
        ("اتصل على +20 10 1234 5678.", "اتصل على زائد 20, 1 0, 1 2 3 4, 5 6 7 8."),
        ("اتصل على 911.", "اتصل على 9 1 1."),
    ],
    "hi": [
        ("मेरा नंबर 98123 45678 है।", "मेरा नंबर 9 8 1 2 3, 4 5 6 7 8 है।"),
        ("112 पर कॉल करें।", "1 1 2 पर कॉल करें।"),
    ],
    "ja": [
        ("でんわは 03-1234-5678 です。", "でんわは ゼロ さん, いち に さん よん, ご ろく なな はち です。"),
        ("119にでんわしてください。", "いち いち きゅうにでんわしてください。"),
    ],
    "sv": [
        ("Ring 070-123 45 67.", "Ring 0 7 0, 1 2 3, 4 5, 6 7."),
        ("Ring genast 112.", "Ring genast 1 1 2."),
    ],
    "uk": [
        ("Телефонуйте 067 123 45 67.", "Телефонуйте 0 6 7, 1 2 3, 4 5, 6 7."),
        ("Наберіть 101.", "Наберіть 1 0 1."),
    ],
    "cs": [
        ("Volejte 777 123 456.", "Volejte 7 7 7, 1 2 3, 4 5 6."),
        ("Volejte na 158.", "Volejte na 1 5 8."),
    ],
}

KEPT = {
    "en-US": [
        "They call 112 friends.",
        "It had 1 800 people, a 400-METER RACE and an 800-person hall; they won 9-1-1.",
        "Call at 911 Main Street, or call 2024 my best year.",
        "In an emergency 112 people called us on flight 911.",
        "The galaxy has 4155552671 stars.",
        "We need 911 chairs, and they call 300 people daily.",
        "Flight 911 was late; the 112 guests left.",
        "Reach 2500500 by May, call 12500 users, text 4155552671 people.",
        "The number of users is 15234567.",
        "From 2015-2020 it had 192.168.100.200 and 2.7182818284.",
        "A 1920x1080 screen and a 1-800-meter run.",
    ],
    "en-GB": [
        "Ring 300 people.",
        "All 999 seats sold.",
        "He had 111 pounds and 101 dogs.",
    ],
    "de": [
        "Ruf 112 Freunde an.",
        "Die 112 Gäste kamen.",
        "Wir rufen 300 Leute an.",
        "Es waren 12 345 678 Leute.",
        "Flug 911 hatte 110 Plätze.",
    ],
    "fr": [
        "Appelez 112 amis.",
        "Les 112 invités sont là.",
        "Appelez 300 personnes.",
        "Vol 911, il a 12345 euros.",
    ],
    "es": [
        "Los 112 invitados.",
        "Llama a 300 personas.",
        "El vuelo 911 salió.",
    ],
    "it": [
        "Chiama 112 amici.",
        "L'emergenza colpisce 112 persone.",
        "I 112 ospiti.",
        "Chiama 300 persone.",
        "Il volo 911 parte.",
    ],
    "pt-BR": [
        "Os 112 convidados.",
        "Ligue para 300 pessoas.",
        "O voo 911 saiu.",
    ],
    "nl": [
        "Bel 112 vrienden.",
        "De 112 gasten.",
        "Bel 300 mensen.",
        "Vlucht 911 was laat.",
    ],
    "pl": [
        "Zadzwoń do 112 kolegów.",
        "Te 112 osób.",
        "Zadzwoń do 300 osób.",
        "Lot 911 był późno.",
    ],
    "ru": [
        "Позвони 112 друзьям.",
        "Те 112 гостей.",
        "Звоните 300 людям.",
        "Рейс 911 опоздал.",
    ],
    "tr": [
        "300 kişiyi arayın.",
        "112 konuk geldi.",
        "911 sefer sayılı uçuş.",
    ],
    "cmn": [
        "打110个电话。",
        "我们有911把椅子。",
        "打300个人。",
    ],
    "ko": [
        "300명에게 전화하세요.",
        "손님 112명이 왔어요.",
        "911편이 늦었어요.",
    ],
    "ar": [
        "لدينا 911 كرسي.",
        "اتصل على 300 شخص.",
        "الرحلة 911 متأخرة.",
    ],
    "hi": [
        "300 लोगों को कॉल करें।",
        "112 मेहमान आए।",
        "उड़ान 911 देर से आई।",
    ],
    "ja": [
        "300人に電話。",
        "112人のきゃく。",
        "911びん。",
    ],
    "sv": [
        "De 112 gästerna.",
        "Ring 300 personer.",
        "Flyg 911 var sent.",
    ],
    "uk": [
        "Ті 112 гостей.",
        "Зателефонуйте 300 людям.",
        "Рейс 911 спізнився.",
    ],
    "cs": [
        "Těch 112 hostů.",
        "Zavolej 300 lidí.",
        "Let 911 měl zpoždění.",
    ],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_a_telephone_number_is_said_digit_by_digit(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_other_numbers_are_not(language: str, text: str) -> None:
    rules = {rewriting.rule for rewriting in Normalizer(language).rewritings(text)}
    assert not rules & RULES


def test_each_language_has_counter_examples() -> None:
    assert READINGS.keys() == KEPT.keys()
    assert all(len(texts) >= 3 for texts in KEPT.values())
