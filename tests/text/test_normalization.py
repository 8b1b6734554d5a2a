"""Normalisation in each language: rewritten text, unchanged text, no errors, linear time."""

import functools
import re
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from plosive.text.languages import language_of
from plosive.text.normalization.normalizer import Normalizer
from text.text_cuts import TEXTS

LANGUAGES = [
    "en-US",
    "en-GB",
    "de",
    "fr",
    "es",
    "it",
    "pt-BR",
    "nl",
    "pl",
    "ru",
    "hi",
    "ja",
    "cmn",
    "sv",
    "ar",
    "tr",
    "ko",
    "uk",
    "th",
    "cs",
]

READINGS = {
    "en-US": [
        ("It costs $3.14, not €5!", "It costs 3 dollars 14 cents, not 5 euros!"),
        ("$1, $0.50 and $1,000.50", "1 dollar, 50 cents and 1000 dollars 50 cents"),
        ("$3 million, $5M or $3bn", "3 million dollars, 5 million dollars or 3 billion dollars"),
        ("between $10-20 and €10–€15", "between 10 and 20 dollars and 10 to 15 euros"),
        ("a $20 gift card and a 5 km run", "a 20 dollar gift card and a 5 kilometer run"),
        ("-$5.00 or $-5", "-5 dollars or -5 dollars"),
        ("on 2026-11-21 at 10:30", "on November 21st, 2026 at 10:30"),
        ("11/21/2026, 21/11/2026 and 21.11.2026", "November 21st, 2026, November 21st, 2026 and November 21st, 2026"),
        ("2026-11-21T10:30:00Z", "November 21st, 2026 10:30"),
        ("from 9:00–5:05 or 10:00 AM", "from 9 o'clock to 5 oh 5 or 10 AM"),
        ("5 km/h, 20 °C, 3 GB and 1 kg", "5 kilometers per hour, 20 degrees Celsius, 3 gigabytes and 1 kilogram"),
        ("100 MB/s or 9.81 m/s²", "100 megabytes per second or 9.81 meters per second squared"),
        ("2 €/kg", "2 euros per kilogram"),
        ("Add 1/2 cup, 3½ cups, then 1 3/4.", "Add one half cup, 3 and a half cups, then 1 and three quarters."),
        ("Call +1 555 123 4567.", "Call plus 1, 5 5 5, 1 2 3, 4 5 6 7."),
        ("Call (555) 123-4567 now", "Call 5 5 5, 1 2 3, 4 5 6 7 now"),
        ("See https://www.example.com/a?b=1.", "See example dot com slash a."),
        ("See www.Example", "See Example"),
        ("Mail jo.doe_x@mail.example.org!", "Mail jo dot doe underscore x at mail dot example dot org!"),
        ("pages 10-20, 50–60%", "pages 10 to 20, 50 to 60 percent"),
        ("#1 of No. 5 in #AI_news", "number 1 of number 5 in hashtag AI news"),
        ("Henry VIII and World War II", "Henry the 8th and World War 2"),
        ("~5 and x < y", "about 5 and x less than y"),
        ("a≈2, √2≈1.41, about ~€15", "a about 2, the square root of 2 about 1.41, about 15 euros"),
        ("900-1200 calories, but 555-1234", "900 to 1200 calories, but 5 5 5, 1 2 3 4"),
        ("$9.99/mo or $5/hr.", "9 dollars 99 cents per month or 5 dollars per hour."),
        ("$10-20/lb, $8/user/month", "10 to 20 dollars per pound, 8 dollars per user per month"),
        ("$0.25/GB if (x) > (y)", "25 cents per gigabyte if (x) greater than (y)"),
        ("6 ft. 2 in. tall, with a 5 lb. bag", "6 feet 2 inches tall, with a 5 pound bag"),
        ("It is 5 ft.", "It is 5 feet."),
        ("(8 oz.) or 3 in., not in. 3 lb.", "(8 ounces) or 3 inches, not in. 3 pounds."),
        ("Open Tools > Fonts → Sizes", "Open Tools, Fonts, Sizes"),
        ('"Tools" > "Fonts" if size > 5', '"Tools", "Fonts" if size greater than 5'),
        ("parcel #B7Q2-118 in #COVID19", "parcel number B 7 Q 2, 1 1 8 in hashtag COVID19"),
        ("two 500 mg tablets, every 10 cm or so", "two 500 milligram tablets, every 10 centimeters or so"),
        ("1 tsp. salt and 2 tbsp oil", "1 teaspoon salt and 2 tablespoons oil"),
        ("½ tsp of salt, 1 1/2 km, 1/2 m", "one half teaspoon of salt, 1 and a half kilometers, one half meter"),
        ("Weeks 5–7: rest, 5-7:30 run", "Weeks 5 to 7: rest, 5-7:30 run"),
        ("about $20-35, (€1,699) or 6–8%", "about 20 to 35 dollars, (1699 euros) or 6 to 8 percent"),
        ("add 1–2 kg or 9-5 kg to 3,474 km", "add 1 to 2 kilograms or 9-5 kilograms to 3474 kilometers"),
        ("the 21st at 5:20, 20,000 tiles", "the 21st at 5:20, 20,000 tiles"),
    ],
    "en-GB": [
        ("5 km/h on 21/11/2026", "5 kilometres per hour on 21st November 2026"),
        ("£2.50 on 4/5/2026", "2 pounds 50 pence on 4th May 2026"),
    ],
    "de": [
        ("Es kostet 3,14 € oder 1.000 €.", "Es kostet 3 Euro 14 Cent oder 1000 Euro."),
        ("3,5 Mio. € und $1", "3,5 Millionen Euro und ein Dollar"),
        ("2 EL Öl und 1 TL Salz", "2 Esslöffel Öl und ein Teelöffel Salz"),
        ("am 21.11.2026 um 10:30 Uhr", "am einundzwanzigsten November 2026 um 10 Uhr 30"),
        ("Der 3. Mai im 19. Jahrhundert", "Der dritte Mai im neunzehnten Jahrhundert"),
        ("um 10.30 Uhr bis 21.11.", "um 10 Uhr 30 bis einundzwanzigsten November"),
        ("5 km/h bei -3 °C", "5 Kilometer pro Stunde bei -3 Grad Celsius"),
        ("Nr. 5 auf example.de/a-b", "Nummer 5 auf example Punkt de Schrägstrich a Bindestrich b"),
        ("Ludwig XIV. und 1,234.5", "Ludwig der vierzehnte und 1234,5"),
        ("5 €/Monat nach 5 Min. Pause", "5 Euro pro Monat nach 5 Minuten Pause"),
    ],
    "fr": [
        ("3,14 €, 5 € et $3 M", "3 euros 14 centimes, 5 euros et 3 millions de dollars"),
        ("le 01/11/2026 à 14h30", "le 1er novembre 2026 à 14 heures 30"),
        ("-5 et -3 °C", "moins 5 et moins 3 degrés Celsius"),
        ("le 2e étage, XIVe siècle, Louis XIV", "le 2ème étage, 14ème siècle, Louis 14"),
        ("3 Go au n° 5", "3 gigaoctets au numéro 5"),
        ("01 23 45 67 89", "01, 23, 45, 67, 89"),
        ("10 000 habitants", "10000 habitants"),
        ("$5/mois", "5 dollars par mois"),
    ],
    "es": [
        ("$3.14 y 3,14 €", "3 dólares con 14 centavos y 3 euros con 14 céntimos"),
        ("$1, £1 y 5 millones €", "un dólar, una libra y 5 millones de euros"),
        ("el 21/11/2026, -5 × 3", "el 21 de noviembre de 2026, menos 5 por 3"),
        ("jo@example.es", "jo arroba example punto es"),
        ("1 km & 2 kg", "un kilómetro y 2 kilogramos"),
    ],
    "it": [
        ("3,50 € il 1/5/2026", "3 euro e 50 centesimi il 1º maggio 2026"),
        ("5 km/h, 3½ e 10-20", "5 chilometri orari, 3 e mezzo e 10 a 20"),
    ],
    "pt-BR": [
        ("R$ 3.500,00 ou R$ 10,50", "3500 reais ou 10 reais e 50 centavos"),
        ("Às 10h30 do dia 21/11/2026", "Às 10 e 30 do dia 21 de novembro de 2026"),
        ("versão 1.2.3, 1 kg e 1 t", "versão 1 ponto 2 ponto 3, um quilograma e uma tonelada métrica"),
    ],
    "nl": [
        ("€ 3,14 op 21-11-2026 om 10:30 uur", "3 euro 14 cent op 21 november 2026 om 10 uur 30"),
        ("de 3e, Lodewijk XIV en 3.11", "de derde, Lodewijk de veertiende en 3 punt 11"),
        ("-5 °C of ½", "min 5 graden Celsius of een half"),
    ],
    "pl": [
        ("5 zł, 2,50 zł i $22", "5 złotych, 2 złote 50 groszy i 22 dolary"),
        (
            "21.11.2026, 3 GB, XIV wiek",
            "dwudziestego pierwszego listopada dwa tysiące dwudziestego szóstego roku, 3 gigabajty, czternasty wiek",
        ),
    ],
    "ru": [
        ("$3.14, 21 ₽ и 5 €", "3 доллара 14 центов, 21 рубль и 5 евро"),
        ("5 км/ч, 2 кг, 50%", "5 километров в час, 2 килограмма, 50 процентов"),
        ("21.11.2026 в 10:30, 3,14", "20 первого ноября 2020 шестого года в 10 часов 30 минут, 3 запятая 14"),
        ("-5 × 3 & 2", "минус 5 на 3 и 2"),
        ("20 кг. риса", "20 килограмм риса"),
        ("В 1990 г. он, после 1861 г. — она", "В тысяча 900 девяностом году он, после тысяча 860 первого года — она"),
        ("12 апреля 1961 г.", "двенадцатого апреля тысяча 960 первого года."),
    ],
    "hi": [
        ("₹100, ₹१०० और $3.14", "100 रुपये, 100 रुपये और 3 डॉलर 14 सेंट"),
        ("10:30, 5 km/h", "10 बजकर 30 मिनट, 5 किलोमीटर प्रति घंटा"),
        ("9:15 बजे से 11:00 बजे तक", "9 बजकर 15 मिनट से 11 बजे तक"),
    ],
    "ja": [
        ("$5、20°C、50%", "5ドル、20ど、50パーセント"),
        ("2026-11-21 10:30", "2026ねん11がつ21にち 10じ30ふん"),
        ("駅まで約3kmです。午後4:20に", "駅まで約3 キロメートルです。午後4じ20ふんに"),
    ],
    "cmn": [
        ("50%，$5，¥3.50", "百分之50，5美元，三点五零元"),
        ("2026-11-21 10:30，-5", "二零二六年11月21日 10点30分，负 5"),
        ("一杯是¥12.50，打折30%。", "一杯是十二点五零元，打折百分之30。"),
        ("早上8:15是-7°C，在三楼-2号", "早上8点15分是零下7摄氏度，在三楼-2号"),
    ],
    "sv": [("3,14 kr och 5 km/h", "3 kronor 14 öre och 5 kilometer per timme"), ("2026-11-21", "21 november 2026")],
    "ar": [("٣٫١٤", "3.14")],
    "th": [("ข้าวจานละ฿60ครับ", "ข้าวจานละ60 บาทครับ")],
}

KEPT = {
    "en-US": [
        "Nothing to see here.", "1234 or 1,234,567.89", "3rd and 21st in 2026", "Python 3.11",
        "7/24 and 1/0", "F-16, COVID-19, GPT-4o, H2O, A4", "3-2 and 5-year", "C++, R&D, AT&T", "a@b, @user, and/or",
        "node.js README.md", "no 5", "IV, XL and MIX", "5m, 4K, 1.5x", "1e308",
        "10:30:15", "13/13/2026 and 2026-02-30", "<b>", "12,34", "$", "€€", "$x", "#", "x<y",
        "35 in the room", "3 in. Then",
    ],
    "de": ["1.234,56 und 21,5", "1. Öffnen", "3rd 3.14", "2026", "5 Uhr"],
    "ru": ["это 1975 г. она", "1812 г"],
    "uk": ["У 1991 г. він"],
    "cmn": ["A4纸", "多少元5个"],
    "xx": ["$3.14 on 2026-11-21"],
    "": ["$3.14"],
    "not a language": ["$3.14"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_what_espeak_ng_reads_wrongly_is_written_out(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_is_read_well_or_has_two_readings_is_left_alone(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text


PIECES = (
    "0 1 2 5 9 10 21 99 000 1,000 3.14 3,14 1.2.3 $ € £ R$ zł kr USD ½ % °C km/h m s /kg - – + : . , / @ # & ~ < > × ± ' ( )"
    " T Z h 2026-11-21 21.11. 10:30 am Uhr IV XIV e million M k Mio. +1 555 0171 http:// www. a.com No. a ٣ ٫ 字"
)
SIGNS = st.sampled_from([*PIECES.split(), " ", " ", " "])


@functools.cache
def normalizer(language: str) -> Normalizer:
    return Normalizer(language)


@given(st.lists(SIGNS, max_size=14).map("".join) | TEXTS, st.sampled_from(LANGUAGES))
@example("5 €/Mbps", "en-US")
@settings(max_examples=1500)
def test_nothing_raises_and_the_length_is_bounded(text: str, language: str) -> None:
    assert len(normalizer(language).normalize(text)) <= 20 * len(text)


WORDS = [
    "word", "about", "about ~5", "www.A", "at least ", " of", " No ", " USD ", " weeks", " km",
    " 6ft 2in", "5'10\"", "2.5m users", " .5", "$.4", " 1h 30m", "2个", "3명", " TL'ye", "2~", " mln. ", ",- €", "21 минута",
    " p.m. ", "2. Go ", " Uhr ", ". ", ", ", " > ", "→", "≈", " in. ", "ft. ", "/mo", "#A1-9",
    "code is ", "call ", " is your PIN", "911", "0042", "A1B2C3", "X7K-92", "ext. 27", " x27", "(212) ", "555-0134", "ISBN ",
    "1111 1111 ", "+49 (0)", "1-800-GO-", "DE89 ", " TX ", "验证码", "拨打",
    " г.", " Jan. ", " Mon ", " p.m.", " EST", " мая", " roku", "2.º", "-я", "XX.", " wiek", "1998", "'90s", "kl."
    " ", "'da", " बजे", "元", "Menu", " $3.50 ", " £5", " 8 kg ", " a ", " every ",
]  # fmt: skip


@functools.cache
def looking_everywhere(language: str) -> Normalizer:
    everywhere = Normalizer(language)
    anywhere: Callable[..., re.Match[str] | None] = re.compile("(?s:.)").search
    rules = {rule.place: rule for _, rules in everywhere._starts for rule in rules}
    everywhere._starts = [
        (anywhere, [rule._replace(reader=rule.reader._replace(needs=())) for _, rule in sorted(rules.items())])
    ]
    return everywhere


@given(st.lists(SIGNS | st.sampled_from(WORDS), max_size=14).map("".join), st.sampled_from(LANGUAGES))
@example("www.元", "en-US")
@settings(max_examples=1500)
def test_looking_where_a_match_may_begin_finds_all_that_looking_everywhere_does(text: str, language: str) -> None:
    assert normalizer(language).rewritings(text) == looking_everywhere(language).rewritings(text)


LETTERS = st.text(alphabet="abcdefgh äöü,;!?'\"()-\n", max_size=120)


@given(LETTERS, st.sampled_from(LANGUAGES))
def test_text_without_digits_signs_and_abbreviations_is_untouched(text: str, language: str) -> None:
    text = f"{text.replace(';', '; ').replace('--', '- ').strip()} ghee."  # no emoticons or dividers
    forms = {entry.form for entry in language_of(language).abbreviations.entries()}
    assume(not forms & set(re.findall(r"\w+", text)))  # "ca"
    assert normalizer(language).normalize(text) == text


NASTY = [
    "1,", "a.", "a@", "$", "9", "2014-01-02 ", "+1 555 ", "5-", "1.", "1:", "1/", " 1", "1 000 ", "https://", "www.", "#a",
    "IV ", "½", "~", " & ", "&", "<", "a-", "a/", "0 12 ", "(0", "10:30-", "$1-", "1km/", "km/", "1 m", "12.", "٣", "Nr. ",
    "Jan. 5 ", "Jan. ", "XX ", "XX. ", "1998 г. ", "1998-", "5 мая ", "5–7 мая ", "в 5-й ", "9 p.m. ", "Mon-Mon ", "Sat. ",
    "5 €", "%2", "+", "°", "3. A", "$1k", "1 million ",
    " > ", "→", "a → ", "≈1", "$1/mo/mo", "5 ft. ", "2 in. ", "#A1-", "#AAA1", "5-5",
    "Dr. ", "St. ", "p. 5 ", "AB ", "z. B. ",
    "1111 ", "call 1 ", "code 11 ", "AB12 ", "A-", "A1-", "555-0134 ", "(1) ", "+1(0)", "0", "code ", "1-800-A-", "1 2 3 ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("piece", NASTY)
def test_cost_is_linear(piece: str, language: str) -> None:
    def cost(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            normalizer(language).normalize(text)
            best = min(best, time.process_time() - began)
        return best

    # Growth from n to 4n is 4 when linear, 16 when quadratic. A segment has 250 characters; even 10 000 must not hold the loop
    # for more than 50 ms, or 5 times that on a busy machine.
    assert cost(40_000) / max(cost(10_000), 0.002) < 6
    assert cost(10_000) < 0.25


# Beside each, a sound that the reading has to have and the written form, as espeak-ng says it, has not.
HEARD = [
    ("en-us", "$3.14", "sˈɛnts"),
    ("en-us", "5 km/h", "ˈaʊɚ"),
    ("en-us", "2026-11-21", "noʊvˈɛmbɚ"),
    ("en-us", "10-20", "tə"),
    ("en-us", "Chapter IV", "tʃˈæptɚ fˈɔːɹ"),
    ("de", "am 21.11.2026", "noːvˈɛmbɜ"),
    ("de", "der 3. Mai", "dɾˈɪtə"),
    ("de", "user@example.com", "pˈʊŋkt"),
    ("fr", "-5", "mwˈɛ̃"),
    ("fr", "3 Go", "ʒiɡa"),
    ("es", "1/2", "mˈeðjo"),
    ("it", "A & B", "a e bˈi"),
    ("pt-br", "1.2.3", "pˈoŋtʊ"),
    ("nl", "3.14", "pˈɵnt"),
    ("pl", "5 €", "ˈɛwrɔ"),
    ("ru", "5 €", "jˈevrʌ"),
    ("ru", "20 °C", "ɡrˈɑdusʌf"),
    ("hi", "₹100", "ɾˈʊpjˌeː"),
    ("cmn", "$5", "mˈei2"),
]

# The library may crash on some text, so that it runs apart from the tests; a line in, a line of phonemes out.
PHONEMES = """
import ctypes, sys, espeakng_loader
lib = ctypes.CDLL(espeakng_loader.get_library_path())
lib.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
for line in sys.stdin.buffer.read().decode().splitlines():
    voice, text = line.split("\\t")
    assert lib.espeak_SetVoiceByName(voice.encode()) == 0, voice
    buffer = ctypes.create_string_buffer(text.encode())
    at, said = ctypes.c_void_p(ctypes.addressof(buffer)), []
    while at.value:
        said.append((lib.espeak_TextToPhonemes(ctypes.byref(at), 1, 2) or b"").decode())
    sys.stdout.buffer.write((" | ".join(said) + "\\n").encode())
"""


@pytest.mark.slow
def test_espeak_ng_says_what_it_did_not_say_before() -> None:
    lines = []
    for voice, written, _ in HEARD:
        lines += [f"{voice}\t{written}", f"{voice}\t{Normalizer(voice).normalize(written)}"]
    run = subprocess.run(
        [sys.executable, "-c", PHONEMES], input="\n".join(lines).encode(), capture_output=True, timeout=60, check=True
    )
    said = run.stdout.decode().replace("_", "").splitlines()
    wrong = [
        (written, sound, before, after)
        for (_, written, sound), before, after in zip(HEARD, said[::2], said[1::2], strict=True)
        if sound in before or sound not in after
    ]
    assert not wrong
