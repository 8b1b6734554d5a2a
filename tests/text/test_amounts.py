"""Numbers, money, units and magnitudes in each language: what is said in words, and what stays as it is written."""

import pytest

from plosive.text.languages import language_of
from plosive.text.normalization.normalizer import Normalizer

SAID = {
    "en-US": [
        ("3 million km², 10 thousand km", "3 million square kilometers, 10 thousand kilometers"),
        # Without a unit behind them they stay as they are.
        ("5 million in cash", "5 million in cash"),
        ("3 million a year", "3 million a year"),
        ("2 thousand in all", "2 thousand in all"),
        ("the $5 fee, the 10 km we ran", "the 5 dollar fee, the 10 kilometers we ran"),
        ("3:12 hrs, 2:05 min", "3 hours 12 minutes, 2 minutes 5 seconds"),
        ("a room of 10' x 12', a 10'x8' deck", "a room of 10 feet by 12 feet, a 10 feet by 8 feet deck"),
        ('a 12"x9"x4" box', "a 12 inches by 9 inches by 4 inch box"),
        ("from 4.25%-4.50%, 1,100 sq. ft. in all", "from 4.25 percent to 4.50 percent, 1100 square feet in all"),
        ("between 5-7 km, wait 30s, in 10.72s", "between 5 and 7 kilometers, wait 30 seconds, in 10.72 seconds"),
        (
            "max 4g/day, $1.12/share, a pulse of 72/min",
            "max 4 grams per day, 1 dollar 12 cents per share, a pulse of 72 per minute",
        ),
        ("0.5 mg/kg/day, 8 mg/kg/h", "0.5 milligrams per kilogram per day, 8 milligrams per kilogram per hour"),
        ("60W bulbs, my 10 km run", "60 watt bulbs, my 10 kilometer run"),
        ("it uses 60W when idle, my 5 km and", "it uses 60 watts when idle, my 5 kilometers and"),
        ("a site with 1.5 m visitors", "a site with 1.5 million visitors"),
        ("$7/wk. for all", "7 dollars per week for all"),
        ("a 5 W bulb", "a 5 watt bulb"),
        ('a 13.3" laptop, 1" pipes', "a 13.3 inch laptop, 1 inch pipes"),
        ('4" x 6" in size', "4 inches by 6 inches in size"),
        ("a 1280×720 screen, 4x6 prints", "a 1280 by 720 screen, 4 by 6 prints"),
        ("10x20x30 cm, 8x8cm", "10 by 20 by 30 centimeters, 8 by 8 centimeters"),
        ("a 12 x 14 feet room, 3x10-12 reps", "a 12 by 14 feet room, 3 by 10 to 12 reps"),
        ("10 x 15 cm, 3 x 250 ml", "10 by 15 centimeters, 3 times 250 milliliters"),
        ("lost by 3 pts.", "lost by 3 points."),
        ("She is 5ft 3in tall.", "She is 5 feet 3 inches tall."),
        ("a 6' 1\" guard, 4′11″", "a 6 foot 1 inch guard, 4 feet 11 inches"),
        ("The wall is 12' high, 9'6\" wide", "The wall is 12 feet high, 9 feet 6 inches wide"),
        ("a 2.5m long pole, 200m dash", "a 2.5 meter long pole, 200 meter dash"),
        ("3-4m users, 1h 20m, 2m 5s", "3 to 4 million users, 1 hour 20 minutes, 2 minutes 5 seconds"),
        ("1.8m subscribers, 40k downloads", "1.8 million subscribers, 40 thousand downloads"),
        ("3bn people, 5M active players", "3 billion people, 5 million active players"),
        ("Use .25 liters, or $.75.", "Use 0.25 liters, or 75 cents."),
        ("4 in wide, 12 in. long", "4 inches wide, 12 inches long"),
        ("a 10-km walk, a 2-lb bag, cut 3in off", "a 10 kilometer walk, a 2 pound bag, cut 3 inches off"),
        ("19 ºC and 66 ºF", "19 degrees Celsius and 66 degrees Fahrenheit"),
        (
            "7 g/cm³, 6 l/100 km, 120 mmHg",
            "7 grams per cubic centimeter, 6 liters per 100 kilometers, 120 millimeters of mercury",
        ),
        ("$20 dollars or $3 million dollars", "20 dollars or 3 million dollars"),
        ("$900 MXN, Rs. 60", "900 Mexican pesos, 60 rupees"),
        ("2 000 000 copies", "2000000 copies"),
    ],
    "de": [
        ("zwischen 5-7 km, in 3:12 Std.", "zwischen 5 und 7 Kilometer, in 3 Stunden 12 Minuten."),
        (
            "4 g/Tag, 128 mg/dl, 15 €/Pers., Puls 72/min",
            "4 Gramm pro Tag, 128 Milligramm pro Deziliter, 15 Euro pro Person, Puls 72 pro Minute",
        ),
        ("vor 1 Jahr, in 1 Stunde, mit 1 Euro", "vor einem Jahr, in einer Stunde, mit einem Euro"),
        ("für 1 Tag dauert 1 Monat", "für einen Tag dauert einen Monat"),
        ("Nur 1 Stunde, 1 GB", "Nur eine Stunde, ein Gigabyte"),
        ("1 1/2 Tassen, 1/2 Stunde, ½ TL", "eineinhalb Tassen, eine halbe Stunde, ein halber Teelöffel"),
        ("1/2 l Milch, 1/2 Liter, ½ kg", "ein halber Liter Milch, ein halber Liter, ein halbes Kilogramm"),
        ("Nimm 1/2 l Milch und 1/2 Liter", "Nimm einen halben Liter Milch und ein halber Liter"),
        ("die 1/2, 3/4 l, 2 1/2 TL", "die ein halb, drei Viertel Liter, 2 einhalb Teelöffel"),
        ("3 dm³", "3 Kubikdezimeter"),
        ("10 Tausend km², 5 Millionen in bar", "10 Tausend Quadratkilometer, 5 Millionen in bar"),
        ("1,5 Mio. Euro, 1 Mio. Euro", "1,5 Millionen Euro, eine Million Euro"),
        ("4 Mrd. Menschen", "4 Milliarden Menschen"),
        ("20k Nutzer", "20 Tausend Nutzer"),
        ("nur 7,- € oder 9,–", "nur 7 Euro oder 9 Euro"),
        ("1 Tag und 1 Woche", "ein Tag und eine Woche"),
    ],
    "fr": [
        (
            "15,90 €/pers., 4 g/j, entre 5-7 km",
            "15 euros 90 centimes par personne, 4 grammes par jour, entre 5 et 7 kilomètres",
        ),
        ("1/2 heure, 2 heures 1/2, 3/4 h", "une demi heure, 2 heures et demie, trois quarts d'heure"),
        ("12€50 pour 1m85, le km 25", "12 euros 50 pour 1 mètre 85, le kilomètre 25"),
        ("1/2 c. à c. de sel", "une demi cuillère à café de sel"),
        ("10 mille km², 3 millions km", "10 mille kilomètres carrés, 3 millions de kilomètres"),
        ("4,5 M d’abonnés, 30k vues", "4,5 millions d’abonnés, 30 mille vues"),
        ("2 M€ ou 3 Md€", "2 millions d'euros ou 3 milliards d'euros"),
        ("1 heure, 21 heures, 1 fois, 2 pages", "une heure, 20 et une heures, une fois, 2 pages"),
        ("18 ºC, 5m, 3 h 20 min", "18 degrés Celsius, 5 mètres, 3 heures 20 minutes"),
    ],
    "es": [
        ("12 €/pers., 4 g/día", "12 euros por persona, 4 gramos por día"),
        ("Calle 12 No. 34-56, Carrera 7 # 71-21", "Calle 12 número 34, 56, Carrera 7 número 71-21"),
        ("de 34-56 km", "de 34 a 56 kilómetros"),
        ("1/2 taza, 1/2 kg, 3/4 taza", "media taza, medio kilogramo, tres cuartos de taza"),
        ("1 1/2 tazas y 2 1/2 horas", "una taza y media y 2 horas y media"),
        ("1 %, 21 km, 31 años", "1 por ciento, veintiún kilómetros, 30 y un años"),
        ("5 ha de trigo, 12 ha.", "5 hectáreas de trigo, 12 hectáreas."),
        ("500 gr, 2 Kg", "500 gramos, 2 kilogramos"),
        ("Hay 2 500 000 libros", "Hay 2500000 libros"),
        ("unas 30 000 personas", "unas 30000 personas"),
        ("1,5 M de visitas, 20k visitas", "1,5 millones de visitas, 20 mil visitas"),
        ("1 semana, 1 kilo, 21 noches", "una semana, un kilo, veintiuna noches"),
        ("18 ºC", "18 grados Celsius"),
        ("$250 MXN y $80 pesos", "250 pesos y 80 pesos"),
    ],
    "es-MX": [("Cuesta $45.50.", "Cuesta 45 pesos con 50 centavos.")],
    "it": [
        ("1/2 tazza, 1/2 litro, 1 1/2 tazze", "mezza tazza, mezzo litro, una tazza e mezza"),
        ("5 ha di vigna, 120 mq, 500 gr", "5 ettari di vigna, 120 metri quadrati, 500 grammi"),
        ("1 ora e 1/2", "un' ora e mezza"),
        ("5 mln di libri, 1 mln", "5 milioni di libri, un milione"),
        ("1 settimana, 1 mese", "una settimana, un mese"),
    ],
    "pt-BR": [
        ("1/2 xícara, 1 1/2 litro, 1/4 kg", "meia xícara, um litro e meio, um quarto de quilograma"),
        ("1/2 col. de chá, 2 1/2 xícaras", "meia colher de chá, duas xícaras e meia"),
        ("38°, 500 gr", "38 graus, 500 gramas"),
        ("3 500 000 livros", "3500000 livros"),
        ("4,5 mi de pessoas, R$ 2 bi", "4,5 milhões de pessoas, 2 bilhões de reais"),
        ("2 semanas e 22 páginas", "duas semanas e 20 e duas páginas"),
    ],
    "nl": [
        ("1/2 liter, ½ l", "een halve liter, een halve liter"),
        ("3 dm³", "3 kubieke decimeter"),
        ("€ 12,- en 3,-", "12 euro en 3 euro"),
        ("4 mln kijkers, 20k kijkers", "4 miljoen kijkers, 20 duizend kijkers"),
    ],
    "pl": [
        ("przy 60 km/h, do 60 km/h", "przy sześćdziesięciu kilometrach na godzinę, do 60 kilometrów na godzinę"),
        ("1 mln, 3 mln, 7 mln i 2,5 mln", "jeden milion, 3 miliony, 7 milionów i 2,5 miliona"),
        ("4 tys. zł", "4 tysiące złotych"),
        ("2 godziny, 22 strony, 2 h", "dwie godziny, 20 dwie strony, dwie godziny"),
    ],
    "ru": [
        ("49,99 руб./мес.", "49 рублей 99 копеек в месяц."),
        ("при 180 °C, при 220 В", "при ста восьмидесяти градусах Цельсия, при двухстах двадцати вольтах"),
        ("при 21 °C, до 180 °C", "при 21 градус Цельсия, до 180 градусов Цельсия"),
        ("1 млн, 3 млн, 7 млн и 2,5 млн", "один миллион, 3 миллиона, 7 миллионов и 2 запятая 5 миллиона"),
        ("15,20 руб., 3 руб.", "15 рублей 20 копеек, 3 рубля."),
        ("ночью -1.5 градуса", "ночью минус 1.5 градуса"),
        ("2 недели, 21 неделя, 1 неделю", "две недели, 20 одна неделя, одну неделю"),
        ("2 т и 22 т, 2 км", "две тонны и 20 две тонны, 2 километра"),
        ("15к читателей", "15 тысяч читателей"),
    ],
    "uk": [
        ("4,75 кг", "4 кома 75 кілограма"),
        ("1 000 000 книг", "один мільйон книг"),
        ("30000 гривень", "тридцять тисяч гривень"),
        ("2 грн, 5 грн і 2 км", "дві гривні, 5 гривень і 2 кілометри"),
        ("3 млн, 7 тис. людей, 2.5 млн", "3 мільйони, 7 тисяч людей, 2 кома 5 мільйона"),
        ("2 хвилини", "дві хвилини"),
    ],
    "cs": [
        ("1 Kč, 2 Kč, 3 Kč, 9 Kč", "jedna koruna, dvě koruny, 3 koruny, 9 korun"),
        ("7,50 Kč a 4 mil. Kč", "7 korun 50 haléřů a 4 miliony korun"),
        ("2 %, 2 hodiny, 4-6 dní", "dvě procenta, dvě hodiny, 4 až 6 dní"),
    ],
    "sk": [("2 €, 7 €, -4", "dve eurá, 7 eur, mínus 4")],
    "bg": [("12,30 лв., т.е.", "12 лева 30 стотинки, т.е.")],
    "tr": [
        ("1/2 su bardağı, 1 1/2 saat, 500 gr, 1,5 lt", "yarım su bardağı, 1 buçuk saat, 500 gram, 1,5 litre"),
        ("80 TL, 3,5 mn TL", "80 lira, 3,5 milyon lira"),
        ("80 TL'ye, 100 TL’lik, 40 $'a, 20 TL'den", "80 liraya, 100 liralık, 40 dolara, 20 liradan"),
        ("110 km/h, 110 km/s, 4 €/kg", "saatte 110 kilometre, saatte 110 kilometre, kilogram başına 4 avro"),
        ("-8 °C, 5k üye", "eksi 8 santigrat derece, 5 bin üye"),
    ],
    "sv": [
        ("1/2 liter, 1/2 kilo, 1 bil, 10k följare", "en halv liter, ett halvt kilo, en bil, 10 tusen följare"),
        ("7,5 km, 12 kr", "7 komma 5 kilometer, 12 kronor"),
        ("89:-, 1 kr och 2 milj. kr", "89 kronor, en krona och 2 miljoner kronor"),
        ("4-6 dagar, 1 vecka", "4 till 6 dagar, en vecka"),
    ],
    "da": [("249,50 kr., altså", "249 kroner 50 øre, altså"), ("kr. 5,-", "5 kroner"), ("-5", "minus 5")],
    "nb": [("kr 99,-, men", "99 kroner, men"), ("4 mill. kr", "4 millioner kroner")],
    "ar": [
        ("40%", "40 بالمئة"),
        ("40٪, 3 كغ", "40 بالمئة, 3 كيلوغرام"),
        ("9 €/kg", "9 يورو لكل كيلوغرام"),
        ("7 ر.س, 50 د.إ", "7 ريالات, 50 درهم"),
        ("$3 مليون", "3 مليون دولار"),
        ("بـ30% و5 كجم", "بـ30 بالمئة و5 كيلوغرام"),
        ("1/2 كوب", "نصف كوب"),
        ("80 م2", "80 متر مربع"),
    ],
    "hi": [
        ("-6 °C", "माइनस 6 डिग्री सेल्सियस"),
        ("1,450 कि.मी. है", "1450 किलोमीटर है"),
        ("5 कि.ग्रा. आटा, 2 ली. दूध, 90 से.मी. ऊँचा", "5 किलोग्राम आटा, 2 लीटर दूध, 90 सेंटीमीटर ऊँचा"),
        ("रु. 250, 80 रु. का", "250 रुपये, 80 रुपये का"),
        ("37.5°", "37.5 डिग्री"),
        ("₹500/माह, रु. 250/-", "500 रुपये प्रति माह, 250 रुपये"),
    ],
    "cmn": [
        ("30x20x15cm，最多4g/天", "30 乘 20 乘 15厘米，最多4克 每天"),
        ("205元、3006人、50000、1,200", "二百零五元、三千零六人、五万、1200"),
        ("20000和120000，2000元，112人", "两万和十二万，两千元，一百一十二人"),
        ("2.2亿，22.5%", "二点二亿，百分之二十二点五"),
        ("80m²，2m³，3—5天", "80平方米，两立方米，3 到 5天"),
        ("1~2个，2—3个", "1 到 两个，两到3个"),
        ("2公斤,2吨", "两公斤,两吨"),
        ("G102次列车，空客A320", "G一零二次列车，空客A三二零"),
        ("200元/天，305室，坐305路车", "200元 每天，三零五室，坐三零五路车"),
        ("2.75升，0.5%", "二点七五升，百分之零点五"),
        ("2本书、2小时、2位、2块、2 km", "两本书、两小时、两位、两块、两公里"),
        ("4~6天，2~3天，1-2个，气温-8℃，是-5度", "4 到 6天，两到3天，1 到 两个，气温零下8摄氏度，是零下5度"),
    ],
    "ko": [
        ("2.75리터", "2 점 7 5리터"),
        ("4마리, 20살, 31명, 2잔, 9시간", "네 마리, 스무 살, 서른한 명, 두 잔, 아홉 시간"),
        ("오전 11시 15분", "오전 열한 시 15분"),
        ("-8°C, -9.5도, 40%, $7", "섭씨 영하 8도, 영하 9 점 5도, 40퍼센트, 7달러"),
        ("차 3대를, 2번 더, 4~6일", "차 세 대를, 두 번 더, 4 에서 6일"),
        ("2-3명, 5~6시간, 3~5명, 10-20개", "두세 명, 대여섯 시간, 세 명에서 다섯 명, 열 개에서 스무 개"),
        ("2건, 4차례, 3박스", "두 건, 네 차례, 세 박스"),
        ("시속 80km/h, 33㎡, 1/2", "시속 80킬로미터, 33제곱미터, 2분의 1"),
        ("하루에 3번 드세요. 총 2번", "하루에 세 번 드세요. 총 두 번"),
    ],
    "th": [("2.75 กก.", "2 จุด 7 5 กิโลกรัม."), ("฿450 ต่อคืน", "450 บาท ต่อคืน"), ("1/2 ถ้วย", "ครึ่ง ถ้วย"), ("-7", "ลบ 7")],
    "ja": [
        ("2.75リットル", "2 てん 7 5リットル"),
        ("3,000円", "3000えん"),
        ("3つ、80㎡", "みっつ、80へいほうメートル"),
    ],
    "vi": [("25.000đ", "25000 đồng")],
    "hu": [("900 Ft", "900 forint")],
    "ro": [("3,50 lei", "3 lei 50 bani")],
}

KEPT = {
    "en-US": [
        "an iPhone 5s",
        "version 3.11-3.12",
        "0x10", "M8x20",
        '"I am 5" and "we are 12" is what they said', 'size 6"',
        "a 1'21\" clip", "rock 'n' roll", "5' 10 men", "in 5", "file.5, v.5, ...5", "he came in at 5", "3 in 4",
        "a 5k race, 2m cables", "5m planks",
        "a 4K screen and 4K videos", "it has 5m", "10k is enough", "7B models",
        "rooms 100 200 300", "5 000", "3in1", "5-in",
    ],
    "de": ["in 1 Kapitel", "Kapitel 1 Seite 5", "10k Lauf", "Seite 5, 9", "21 Tage"],
    "fr": ["A12€50x", "12m5", "le 1m8", "chapitre 1 page 5", "course de 10k", "2 heures 30", "5 M", "chapitre 1"],
    "es": [
        "Windows 11 ha mejorado", "el 5 mi hermano", "a la 1 de",
        "capítulo 1 de", "el 2º piso", "en 2024 30 personas", "carrera de 10k",
    ],
    "it": ["Il 4500 ha vinto", "il 5 mi chiama", "Nel 2024 ha vinto", "capitolo 1 di", "21 giorni", "gara di 10k"],
    "pt-BR": ["Windows 11 há de", "meio-dia", "km de", "capítulo 2 de", "2 dias", "2 meses"],
    "nl": ["hoofdstuk 1", "3,5", "de 10k loop"],
    "pl": ["rozdział 2", "2 psy", "12 osób", "3,14"],
    "ru": ["при 1000 людях", "глава 1 романа", "2 дома", "12 минут", "в 2 ночи", "5 миллионов человек", "версия 3.11"],
    "uk": ["2 дні", "1500 осіб", "розділ 1"],
    "cs": ["kapitola 2", "2 muži", "12 minut", "3,14"],
    "tr": ['oda 3/5', "İstanbul'a 5", "%25", "3,14", "2 kişi"],
    "sv": ["1 år", "kapitel 1", "2026"],
    "ar": ["1998", "3.14", "3 كتب", "و5 كتب", "الـ5"],
    "cmn": ["第2个", "2楼", "2号2月", "12个人", "20个人", "36个人", "2年级", "2位于", "99", "1200",
            "200元", "1500", "走了500路", "X100", "GPT4", "A4纸", "1,2个"],
    "ko": ["2개월", "20대가", "5대 국가", "13시", "24시간", "3층", "2번 버스", "5000원", "3장의", "2건물"],
    "th": ["08.30 น.", "15 คน", "2569"],
    "ja": ["5つき", "10つ", "3人", "2026", "10じ"],
    "hi": ["3 लोग", "3.14", "2026", "2 ली", "5 मीठे", "2 रुमाल", "बेंगलुरु-560001", "डी-5"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "written", "said"), [(tag, *case) for tag, cases in SAID.items() for case in cases]
)
def test_amounts_are_said_in_the_words_of_the_language(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag, texts in KEPT.items() for text in texts])
def test_what_is_no_amount_or_is_read_well_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text


def test_the_native_numbers_of_korean_go_to_99() -> None:
    [counts, *_] = language_of("ko").writes.counts
    assert len(counts.words) == 99
    assert [counts.words[n] for n in ("1", "10", "20", "21", "99")] == ["한 ", "열 ", "스무 ", "스물한 ", "아흔아홉 "]


# ICU silently uses the cardinal for a rule that it does not know.
@pytest.mark.parametrize(
    ("language", "number", "said"),
    [("cmn", "70080", "七万零八十"), ("cmn", "300000001", "三亿零一"), ("uk", "1001000", "один мільйон одна тисяча")],
)
def test_icu_has_the_number_words(language: str, number: str, said: str) -> None:
    assert Normalizer(language).normalize(number) == said
