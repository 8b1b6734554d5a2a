"""Codes, bookings, cards, identity numbers and post codes are said one by one, and amounts and years are not."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

RULES = {"code", "digits", "card number", "long number", "identity number", "IBAN", "ISBN", "post code"}

READINGS = {
    "en-US": [
        ("Case 24-1138, the account ending 4471.", "Case 2 4, 1 1 3 8, the account ending 4 4 7 1."),
        ("Use voucher HX29K, meeting ID 812 3456 7890.", "Use voucher H X 2 9 K, meeting ID 8 1 2, 3 4 5 6, 7 8 9 0."),
        ("The last four digits of your card are 4471.", "The last four digits of your card are 4 4 7 1."),
        ("The access code, 4471, works; enter 4472.", "The access code, 4 4 7 1, works; enter 4 4 7 2."),
        (
            "Your code is 4-8-2-9, order ID: 123-4567890-1234567.",
            "Your code is 4 8 2 9, order ID: 1 2 3, 4 5 6, 7 8 9 0, 1 2 3, 4 5 6 7.",
        ),
        ("The gate code's 4090, my PIN’s 12345.", "The gate code's 4 0 9 0, my pin’s 1 2 3 4 5."),
        ("Your code is 482913.", "Your code is 4 8 2 9 1 3."),
        ("Your verification code: 482 913", "Your verification code: 4 8 2, 9 1 3"),
        ("The code to open the door is 4471.", "The code to open the door is 4 4 7 1."),
        ("482913 is your one-time code.", "4 8 2 9 1 3 is your one-time code."),
        ("Use 5521 as your passcode.", "Use 5 5 2 1 as your passcode."),
        ("Your new password is 0042.", "Your new password is 0 0 4 2."),
        (
            "Order number 48213 shipped, and order #48214 did not.",
            "Order number 4 8 2 1 3 shipped, and order number 4 8 2 1 4 did not.",
        ),
        ("Visa •••• 4471 and card XXXX-4471.", "Visa, 4 4 7 1 and card X X X X, 4 4 7 1."),
        ("Her card ending in 4471 was charged.", "Her card ending in 4 4 7 1 was charged."),
        ("Your booking is QRX7714B, or AB-12-CD.", "Your booking is Q R X 7 7 1 4 B, or AB-12-CD."),
        ("Enter code A7B9, not promo code SAVE20.", "Enter code A, 7 B 9, not promo code SAVE20."),
        (
            "Ship to zip code 60614, Austin, TX 78701-1234 and London SW1A 1AA.",
            "Ship to zip code 6 0 6 1 4, Austin, Texas 7 8 7 0 1, 1 2 3 4 and London S W 1 A, 1 A, A.",
        ),
        (
            "Pay with 4111 1111 1111 1111 or 3782 822463 10005.",
            "Pay with 4 1 1 1, 1 1 1 1, 1 1 1 1, 1 1 1 1 or 3 7 8 2, 8 2 2 4 6 3, 1 0 0 0 5.",
        ),
        (
            "My SSN is 123-45-6789 and my IBAN DE89 3704 0044 0532 0130 00.",
            "My SSN is 1 2 3, 4 5, 6 7 8 9 and my IBAN D E 8 9, 3 7 0 4, 0 0 4 4, 0 5 3 2, 0 1 3 0, 0 0.",
        ),
        (
            "Scan 1234567890123 from ISBN 978-3-16-148410-0.",
            "Scan 1 2 3 4, 5 6 7 8, 9 0 1 2, 3 from ISBN 9 7 8, 3, 1 6, 1 4 8 4 1 0, 0.",
        ),
        ("Agent 007 called.", "Agent 0 0 7 called."),
        (
            "The tracking number is 1Z 999 AA1 01 2345 6784.",
            "The tracking number is 1 Z, 9 9 9, A, A, 1, 0 1, 2 3 4 5, 6 7 8 4.",
        ),
        ("Flight BA2490 to gate B12 with 10000MB.", "Flight B A, 2 4 9 0 to gate B12 with 10000 megabytes."),
    ],
    "de": [
        ("Bitte geben Sie 4471 ein.", "Bitte geben Sie 4 4 7 1 ein."),
        ("Bestellnr. 48213", "Bestellnummer 4 8 2 1 3"),
        (
            "Rechnung Nr. 48213, Karte mit den Endziffern 4471.",
            "Rechnung Nummer 4 8 2 1 3, Karte mit den Endziffern 4 4 7 1.",
        ),
        ("Ihr Code ist 482913.", "Ihr Code ist 4 8 2 9 1 3."),
        ("Der Bestätigungscode lautet: 482 913", "Der Bestätigungscode lautet: 4 8 2, 9 1 3"),
        ("482913 ist Ihr Passwort.", "4 8 2 9 1 3 ist Ihr Passwort."),
        ("Die Bestellnummer 48213 ist unterwegs.", "Die Bestellnummer 4 8 2 1 3 ist unterwegs."),
        ("Postleitzahl 10115, PLZ 80331.", "Postleitzahl 1 0 1 1 5, PLZ 8 0 3 3 1."),
        (
            "Buchung QRX7714B, IBAN DE89370400440532013000.",
            "Buchung Q R X 7 7 1 4 B, IBAN D E 8 9, 3 7 0 4, 0 0 4 4, 0 5 3 2, 0 1 3 0, 0 0.",
        ),
    ],
    "fr": [
        ("Carte se terminant par 4471.", "Carte se terminant par 4 4 7 1."),
        ("Le code secret 4471, ou le code est le 4471.", "Le code secret 4 4 7 1, ou le code est le 4 4 7 1."),
        ("Votre code de vérification 482913.", "Votre code de vérification 4 8 2 9 1 3."),
        ("Votre code est 482913.", "Votre code est 4 8 2 9 1 3."),
        ("482913 est votre code de vérification.", "4 8 2 9 1 3 est votre code de vérification."),
        ("Le numéro de commande est 48213.", "Le numéro de commande est 4 8 2 1 3."),
        ("Entrez le mot de passe 7315, code postal 75011.", "Entrez le mot de passe 7 3 1 5, code postal 7 5 0 1 1."),
    ],
    "es": [
        ("Tarjeta terminada en 4471.", "Tarjeta terminada en 4 4 7 1."),
        ("Su código secreto 4471.", "Su código secreto 4 4 7 1."),
        ("Su código es 482913.", "Su código es 4 8 2 9 1 3."),
        ("482913 es su código de acceso.", "4 8 2 9 1 3 es su código de acceso."),
        (
            "El número de pedido es 48213, código postal 28013.",
            "El número de pedido es 4 8 2 1 3, código postal 2 8 0 1 3.",
        ),
    ],
    "it": [
        (
            "Usa il codice 482913 per entrare, carta che termina con 4471.",
            "Usa il codice 4 8 2 9 1 3 per entrare, carta che termina con 4 4 7 1.",
        ),
        ("Il codice di verifica 482913.", "Il codice di verifica 4 8 2 9 1 3."),
        ("Il tuo codice è 482913.", "Il tuo codice è 4 8 2 9 1 3."),
        ("482913 è il tuo codice.", "4 8 2 9 1 3 è il tuo codice."),
        ("Il numero dell'ordine è 48213, password 00184.", "Il numero dell'ordine è 4 8 2 1 3, password 0 0 1 8 4."),
    ],
    "pt-BR": [
        ("Cartão com final 4471.", "Cartão com final 4 4 7 1."),
        ("Seu código é 482913.", "Seu código é 4 8 2 9 1 3."),
        ("482913 é o seu código.", "4 8 2 9 1 3 é o seu código."),
        ("O número do pedido é 48213, CEP 01310-100.", "O número do pedido é 4 8 2 1 3, CEP 0 1 3 1 0, 1 0 0."),
        (
            "CPF 123.456.789-09 e CNPJ 12.345.678/0001-95.",
            "CPF 1 2 3, 4 5 6, 7 8 9, 0 9 e CNPJ 1 2, 3 4 5, 6 7 8, 0 0 0 1, 9 5.",
        ),
    ],
    "nl": [
        ("Toets 4471 in, KvK-nummer 12345678.", "Toets 4 4 7 1 in, KvK-nummer 1 2 3 4, 5 6 7 8."),
        ("ordernr. 48213", "ordernummer 4 8 2 1 3"),
        ("Voer code 4471 in, kaart eindigend op 4472.", "Voer code 4 4 7 1 in, kaart eindigend op 4 4 7 2."),
        ("Uw code is 482913.", "Uw code is 4 8 2 9 1 3."),
        ("482913 is uw code.", "4 8 2 9 1 3 is uw code."),
        ("Bestelnummer 48213, postcode 1012 AB.", "Bestelnummer 4 8 2 1 3, postcode 1 0 1 2, A B."),
    ],
    "pl": [
        ("Karta kończąca się na 4471.", "Karta kończąca się na 4 4 7 1."),
        ("Hasło jednorazowe 991122.", "Hasło jednorazowe 9 9 1 1 2 2."),
        ("Twój kod to 482913.", "Twój kod to 4 8 2 9 1 3."),
        ("482913 to twój kod.", "4 8 2 9 1 3 to twój kod."),
        ("Numer zamówienia 48213, kod pocztowy 00-950.", "Numer zamówienia 4 8 2 1 3, kod pocztowy 0 0, 9 5 0."),
    ],
    "ru": [
        ("Карта заканчивается на 4471.", "Карта заканчивается на 4 4 7 1."),
        (
            "Введите 4471, последние четыре цифры карты — 4472.",
            "Введите 4 4 7 1, последние четыре цифры карты — 4 4 7 2.",
        ),
        ("Код доступа 4471.", "Код доступа 4 4 7 1."),
        ("Ваш код 482913.", "Ваш код 4 8 2 9 1 3."),
        ("Код подтверждения — 482913.", "Код подтверждения — 4 8 2 9 1 3."),
        ("482913 — ваш код.", "4 8 2 9 1 3 — ваш код."),
        ("Номер заказа 48213, индекс 101000.", "Номер заказа 4 8 2 1 3, индекс 1 0 1 0 0 0."),
        ("Код АВ12КС34.", "Код А, вэ 1 2 ка эс 3 4."),
    ],
    "tr": [
        ("Siparişiniz 48213.", "Siparişiniz 4 8 2 1 3."),
        ("Doğrulama kodunuz: 482913", "Doğrulama kodunuz: 4 8 2 9 1 3"),
        ("482913 doğrulama kodunuz.", "4 8 2 9 1 3 doğrulama kodunuz."),
        ("Sipariş numaranız 48213, posta kodu 34710.", "Sipariş numaranız 4 8 2 1 3, posta kodu 3 4 7 1 0."),
    ],
    "cmn": [
        ("车牌号京A·12345", "车牌号京A·1 2 3 4 5"),
        ("取件码8-3-2046，凭6-2-1024取件", "取件码8, 3, 2 0 4 6，凭6, 2, 1 0 2 4取件"),
        ("您的订单48213已发货。", "您的订单4 8 2 1 3已发货。"),
        ("您的验证码是482913。", "您的验证码是4 8 2 9 1 3。"),
        ("验证码:3391，房间号是1208。", "验证码:3 3 9 1，房间号是1 2 0 8。"),
        ("航班CA1831起飞，客服电话是10086", "航班C A, 1 8 3 1起飞，客服电话是1 0 0 8 6"),
        ("482913是您的验证码。", "4 8 2 9 1 3是您的验证码。"),
        ("订单号48213已发货，邮编100080。", "订单号4 8 2 1 3已发货，邮编1 0 0 0 8 0。"),
        ("身份证号11010519491231002X。", "身份证号1 1 0 1, 0 5 1 9, 4 9 1 2, 3 1 0 0, 2 X。"),
    ],
    "ko": [
        ("인증번호는 482913입니다.", "인증번호는 4 8 2 9 1 3입니다."),
        ("인증번호 [482913]를 입력하세요.", "인증번호 [4 8 2 9 1 3]를 입력하세요."),
        ("인증번호:3391", "인증번호:3 3 9 1"),
        ("482913은 인증번호입니다.", "4 8 2 9 1 3은 인증번호입니다."),
    ],
    "ar": [
        ("رمز التحقق: 482913", "رمز التحقق: 4 8 2 9 1 3"),
        ("رمزك:4829", "رمزك:4 8 2 9"),
        ("482913 هو رمز التحقق.", "4 8 2 9 1 3 هو رمز التحقق."),
        ("رقم الطلب 48213.", "رقم الطلب 4 8 2 1 3."),
    ],
    "hi": [
        ("आपका कोड 482913 है।", "आपका कोड 4 8 2 9 1 3 है।"),
        ("कोड:4829, PNR 2345678901", "कोड:4 8 2 9, PNR 2 3 4, 5 6 7, 8 9 0 1"),
        ("482913 आपका कोड है।", "4 8 2 9 1 3 आपका कोड है।"),
        ("ऑर्डर नंबर 48213 भेजा गया।", "ऑर्डर नंबर 4 8 2 1 3 भेजा गया।"),
    ],
    "ja": [
        ("パスワードは4471です。", "パスワードはよん よん なな いちです。"),
        ("482913が認証コードです。", "よん はち に きゅう いち さんが認証コードです。"),
    ],
    "sv": [
        ("Slå in 4471.", "Slå in 4 4 7 1."),
        ("Kortet som slutar på 4471.", "Kortet som slutar på 4 4 7 1."),
        ("Din kod är 482913.", "Din kod är 4 8 2 9 1 3."),
        ("482913 är din kod.", "4 8 2 9 1 3 är din kod."),
        ("Ordernummer 48213, postnummer 114 55.", "Ordernummer 4 8 2 1 3, postnummer 1 1 4, 5 5."),
    ],
    "uk": [
        ("Ваш код 482913.", "Ваш код 4 8 2 9 1 3."),
        ("482913 — ваш код.", "4 8 2 9 1 3 — ваш код."),
        ("Номер замовлення 48213, індекс 01001.", "Номер замовлення 4 8 2 1 3, індекс 0 1 0 0 1."),
    ],
    "cs": [
        ("Objednávka č. 48213.", "Objednávka číslo 4 8 2 1 3."),
        ("Váš kód je 482913.", "Váš kód je 4 8 2 9 1 3."),
        ("482913 je váš kód.", "4 8 2 9 1 3 je váš kód."),
        ("Číslo objednávky 48213, PSČ 110 00.", "Číslo objednávky 4 8 2 1 3, PSČ 1 1 0, 0 0."),
    ],
}

KEPT = {
    "en-US": [
        "Pages 24-1138, the war ending 1945, Form 1040, a 2048-bit key.",
        "We enter 2025 strong, your order is 4500, the zip file is 4500 KB.",
        "They play 4-4-2 and the code cost 4500.",
        "The code has 4500 lines.",
        "The code's 4500 lines are long.",
        "The code's 3 bugs, the codes 7 and 8.",
        "It's 4090 m high, and there's 1500 more.",
        "The code is 4500 lines long.",
        "The building code of 1908 was short.",
        "In 1998 the code changed.",
        "He cracked the code in 1941.",
        "Room 4582, error code 7, the PIN has 4 digits.",
        "Order 3000 pizzas and book 12000 rooms.",
        "The A320, an RTX4090, BMW 320, MP3, SHA256 and C6H12O6.",
        "From 1998 1999 2000 2001 on it sold 1000 2000 3000.",
    ],
    "de": [
        "Geben Sie 2514 Beispiele.",
        "Geben Sie 5000 Euro ein.",
        "Der Code hat 4500 Zeilen.",
        "Der Code ist 4500 Zeilen lang.",
        "Im Jahr 1998 war der Code neu.",
        "Der Code von 1908 galt, Zimmer 4582 auch.",
    ],
    "fr": [
        "Code pénal 1994, le code contient 4500 lignes.",
        "Le code a 4500 lignes.",
        "Le code civil de 1804 tient.",
        "En 1998 le code a changé.",
    ],
    "es": [
        "El código ocupa 4500 líneas, código penal 1995.",
        "El código tiene 4500 líneas.",
        "El código de 1908 era corto.",
        "En 1998 cambió el código, en la sala 4582.",
    ],
    "it": [
        "Codice penale 1930, il codice occupa 4500 righe.",
        "Il codice ha 4500 righe.",
        "Il codice civile del 1942.",
        "Nel 1998 il codice cambiò.",
    ],
    "pt-BR": [
        "O código ocupa 4500 linhas.",
        "O código tem 4500 linhas.",
        "O código de 1916 mudou.",
        "Em 1998 vendeu 12500 livros.",
    ],
    "nl": [
        "De code heeft 4500 regels.",
        "De code uit 1908.",
        "In 1998 was de code nieuw.",
    ],
    "pl": [
        "Kod karny 1997.",
        "Kod ma 4500 linii.",
        "Kod z 1908 roku.",
        "W sali 4582 mamy 12500 książek.",
    ],
    "ru": [
        "Код занимает 4500 строк.",
        "В коде 4500 строк.",
        "Код имеет 4500 строк.",
        "Кодекс 1964 года.",
    ],
    "tr": [
        "Kodun 4500 satırı var.",
        "Kod 4500 satır.",
        "Bu 4500 satır kod.",
        "1998 yılında kod yazdı.",
    ],
    "cmn": [
        "会议定于8-3-2046举行",
        "代码有4500行。",
        "代码4500行。",
        "1998年他写了代码。",
        "航班1500公里。",
        "会议在9:1530",
    ],
    "ko": [
        "코드는 4500줄입니다.",
        "코드 4500개를 샀어요.",
        "손님이 4500명이에요.",
        "코드 비율 1:4500",
    ],
    "ar": [
        "الكود يحتوي على 4500 سطر.",
        "الكود 4500 سطر.",
        "ولد في عام 1998 هنا.",
    ],
    "hi": [
        "कोड में 4500 पंक्तियाँ हैं।",
        "कोड 4500 पंक्तियाँ का है।",
        "1998 में कोड बना।",
    ],
    "ja": [
        "コードは4500行です。",
        "コードが4500件あります。",
        "1998年です。",
    ],
    "sv": [
        "Koden har 4500 rader.",
        "Koden från 1908.",
        "År 1998 var koden ny.",
    ],
    "uk": [
        "Код займає 4500 рядків.",
        "Код має 4500 рядків.",
        "У коді 4500 рядків.",
        "Кодекс 1964 року.",
    ],
    "cs": [
        "Kód zabírá 4500 řádků.",
        "Kód má 4500 řádků.",
        "Kód z roku 1908.",
        "V roce 1998 byl kód nový.",
    ],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_a_code_is_said_digit_by_digit(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_other_numbers_are_not(language: str, text: str) -> None:
    rules = {rewriting.rule for rewriting in Normalizer(language).rewritings(text)}
    assert not rules & RULES


def test_each_language_has_counter_examples() -> None:
    assert READINGS.keys() == KEPT.keys()
    assert all(len(texts) >= 3 for texts in KEPT.values())
