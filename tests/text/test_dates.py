"""Dates in digits, and short names of months and weekdays."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "en-US": [
        ("Tue, 3/4 or on 3/7", "Tuesday, March 4th or on March 7th"),
        ("Version 1.2.2024", "Version 1 point 2 point 2024"),
        ("build 3.4.2025 of it", "build 3 point 4 point 2025 of it"),
        ("July 4, 1776", "July 4th, seventeen seventy-six"),
        ("on 12/31/99", "on December 31st, nineteen ninety-nine"),
        ("It is due on 2025/03/09 or 2025/3/9.", "It is due on March 9th, 2025 or March 9th, 2025."),
        (
            "She signed on 11/23/24 and 23/11/85.",
            "She signed on November 23rd, 2024 and November 23rd, nineteen eighty-five.",
        ),
        ("Card exp 09/30, valid through 05/28", "Card exp September 2030, valid through May 2028"),
        ("1. Jan–Mar: planning", "1. January to March: planning"),
        ("It expires 12/2027.", "It expires December 2027."),
        ("We open Jan. 5 at noon.", "We open January 5th at noon."),
        ("From Feb. 3, 2024 to Sept. 2026", "From February 3rd, 2024 to September 2026"),
        ("5 Mar 2020 and 5th Dec.", "March 5th, 2020 and December 5th."),
        ("Jan. 5-7", "January 5th to 7th"),
        ("on Sat. we met", "on Saturday we met"),
        ("Mon, Jan 5 at 9:00", "Monday, January 5th at 9 o'clock"),
        ("Mon-Fri 9:00", "Monday to Friday 9 o'clock"),
        ("in Oct. we", "in October we"),
    ],
    "en-GB": [
        ("on 23/11/24", "on 23rd November 2024"),
        ("5 Jan. 2026", "5th January 2026"),
        ("Jan. 5", "5th January"),
    ],
    "de": [
        ("vom 1.-15. Januar", "vom ersten bis fünfzehnten Januar"),
        ("Mo.–Fr. 9–17 Uhr, Sa. 10–14 Uhr", "Montag bis Freitag 9 bis 17 Uhr, Samstag 10 bis 14 Uhr"),
        ("Mo bis Mi geöffnet, Di und Do zu", "Montag bis Mittwoch geöffnet, Dienstag und Donnerstag zu"),
        (
            "Mo–Fr und So geöffnet, Mo, Mi und Fr zu",
            "Montag bis Freitag und Sonntag geöffnet, Montag, Mittwoch und Freitag zu",
        ),
        ("Mo, Mi, Fr 8-12 Uhr", "Montag, Mittwoch, Freitag 8 bis 12 Uhr"),
        ("Er kommt am Fr. zurück", "Er kommt am Freitag zurück"),
        ("am 3.1. da", "am dritten Januar da"),
        ("am Mi., 3. Mai, bis Do., 8. Jan., da", "am Mittwoch, dritten Mai, bis Donnerstag, achten Januar, da"),
        ("der Rat – 3. Mai", "der Rat – dritter Mai"),
        ("der (3. Mai)", "der (dritte Mai)"),
        ("am 5. Jan. 2026", "am fünften Januar 2026"),
        ("Mo–Fr 9:00 Uhr", "Montag bis Freitag 9 Uhr"),
        ("am Fr. um 9", "am Freitag um 9"),
        ("am 21.11.26", "am einundzwanzigsten November 2026"),
        ("gültig bis 09/30", "gültig bis September 2030"),
        ("am 5. 6. 2026", "am fünften Juni 2026"),
    ],
    "fr": [
        ("le mar. 3/12", "le mardi 3 décembre"),
        ("lundi 12/03, puis du 5/8 au 9/8", "lundi 12 mars, puis du 5 août au 9 août"),
        ("du lun. au ven., ou Lun-Ven", "du lundi au vendredi, ou lundi à vendredi"),
        ("du 5 au 7 févr. 2026", "du 5 au 7 février 2026"),
        ("le 5 janv. 2026", "le 5 janvier 2026"),
        ("le 21/11/26", "le 21 novembre 2026"),
        ("expire fin 09/30", "expire fin septembre 2030"),
        ("lun. 9:30", "lundi 9 heures 30"),
    ],
    "es": [
        ("el mar. 3/12", "el martes 3 de diciembre"),
        ("Del 5/8 al 9/8, y el 27/7", "Del 5 de agosto al 9 de agosto, y el 27 de julio"),
        ("Lun a vie, de lun. a sáb. 10", "lunes a viernes, de lunes a sábado 10"),
        ("30 Ago. 1984", "30 de agosto de 1984"),
        ("5 de ene. de 2026", "5 de enero de 2026"),
        ("5 dic", "5 de diciembre"),
        ("el 21/11/26", "el 21 de noviembre de 2026"),
        ("vence 09/30", "vence septiembre de 2030"),
    ],
    "it": [
        ("il 31/8 e l'11/9", "il 31 agosto e l'11 settembre"),
        ("sabato 31/8, lun - ven", "sabato 31 agosto, lunedì a venerdì"),
        ("il 3 gen. 2026", "il 3 gennaio 2026"),
        ("5 set.", "5 settembre."),
        ("21/11/26", "21 novembre 2026"),
        ("scade 09/30", "scade settembre 2030"),
    ],
    "pt-BR": [
        ("Vence dia 10/09, o prazo é 15/08.", "Vence dia 10 de setembro, o prazo é 15 de agosto."),
        ("dia 27/7, em 31/12, de 5/8 a 9/8", "dia 27 de julho, em 31 de dezembro, de 5 de agosto a 9 de agosto"),
        ("seg a sex", "segunda-feira a sexta-feira"),
        ("5 de jan. de 2026", "5 de janeiro de 2026"),
        ("21/11/26", "21 de novembro de 2026"),
        ("válido até 09/30", "válido até setembro de 2030"),
    ],
    "nl": [
        ("ma.–vr. 9.00–17.00 uur", "maandag tot vrijdag 9 uur tot 17 uur"),
        ("van ma t/m vr", "van maandag tot en met vrijdag"),
        ("a.s. do. een plek", "aanstaande donderdag een plek"),
        ("op 1 jan. 2024", "op 1 januari 2024"),
        ("5 jan. 2026", "5 januari 2026"),
        ("ma 5 mei", "maandag 5 mei"),
        ("geldig tot 09/30", "geldig tot september 2030"),
        ("21/11/26", "21 november 2026"),
    ],
    "pl": [
        ("23.11.2024 i", "dwudziestego trzeciego listopada dwa tysiące dwudziestego czwartego roku i"),
        ("23.11.2024 roku", "dwudziestego trzeciego listopada dwa tysiące dwudziestego czwartego roku"),
        ("od 5 do 10 maja", "od piątego do dziesiątego maja"),
        ("3.05.2024 r. o", "trzeciego maja dwa tysiące dwudziestego czwartego roku o"),
        (
            "dnia 21 listopada 2026 roku",
            "dnia dwudziestego pierwszego listopada dwa tysiące dwudziestego szóstego roku",
        ),
        ("21 listopada 2026 r.", "dwudziestego pierwszego listopada dwa tysiące dwudziestego szóstego roku."),
        ("dziś 5 maja", "dziś piąty maja"),
        ("5–7 maja", "piątego – siódmego maja"),
        ("ważna do 09/30", "ważna do września dwa tysiące trzydziestego roku"),
        ("5 sty", "piątego stycznia"),
    ],
    "ru": [
        ("1 и 2 мая", "первого и второго мая"),
        ("9 Мая", "девятого мая"),
        ("21 ноября 2026 года", "20 первого ноября 2020 шестого года"),
        ("сегодня 5 мая", "сегодня пятое мая"),
        ("к 5 мая", "к пятому мая"),
        ("с 5 по 10 мая", "с пятого по десятое мая"),
        ("5 янв. 2020", "пятого января 2000 двадцатого"),
        ("12 апреля 1961 г.", "двенадцатого апреля тысяча 960 первого года."),
        ("срок до 09/30", "срок до сентября 2000 тридцатого года"),
    ],
    "uk": [
        ("21 листопада 2026 року", "20 першого листопада 2020 шостого року"),
        ("сьогодні 5 травня", "сьогодні п'яте травня"),
        ("5 січ.", "п'ятого січня."),
    ],
    "cs": [
        ("21. listopadu 2026", "dvacátého prvního listopadu 2026"),
        ("dne 5. 6. 2026", "dne pátého června 2026"),
        ("dne 5. 6. odjel", "dne pátého června odjel"),
    ],
    "sk": [
        ("21. novembra 2026", "dvadsiateho prvého novembra 2026"),
        ("dňa 5. 6. 2026", "dňa piateho júna 2026"),
    ],
    "tr": [
        ("pzt. ve çar. açık", "Pazartesi ve Çarşamba açık"),
        ("pzt. 9.00", "Pazartesi 9.00"),
        ("15 Oca. 2023", "15 Ocak 2023"),
        ("5 Oca 2026", "5 Ocak 2026"),
        ("21.11.26", "21 Kasım 2026"),
    ],
    "cmn": [
        ("预计12/5送达", "预计12月5日送达"),
        ("2026/3/9", "二零二六年3月9日"),
    ],
    "ko": [
        ("2026.3.9", "2026년 3월 9일"),
        ("오늘은 2026. 3. 9. 월요일", "오늘은 2026년 3월 9일 월요일"),
        ("24.2.29", "2024년 2월 29일"),
    ],
    "sv": [
        ("den 3/5 och till 4/6", "den 3 maj och till 4 juni"),
        ("mån–fre 10–18, lör 10–15", "måndag till fredag 10 till 18, lördag 10 till 15"),
        ("på tis. kommer hon", "på tisdag kommer hon"),
        ("sedan jan. 2024", "sedan januari 2024"),
        ("sön 5 maj", "söndag 5 maj"),
        ("den 5 jan. 2026", "den 5 januari 2026"),
        ("21/11/26", "21 november 2026"),
    ],
    "da": [
        ("den 12.11.", "den 12. november"),
    ],
    "fi": [
        ("5. toukokuuta 2026", "viides toukokuuta 2026"),
    ],
}

KEPT = {
    "en-US": [
        "on 5/8 of it",
        "In May 5 people",
        "Dec the halls",
        "Sat on the sun deck",
        "Mark sat down",
        "wed in June",
        "3-4-25",
        "09/30 of them",
        "version 2024.1",
        "13/32/24",
        "May 5",
        "on Mon",
        "Jan is here",
    ],
    "de": [
        "Version 1.2.2024",
        "Version 3.1. da",
        "Kapitel 3.1. da",
        "Fr. von Berg kommt",
        "So gehen 10",
        "3-4-25",
        "Fr 24.60",
        "09/30",
        "So geht das",
    ],
    "fr": ["le 3/5 du total", "les 3/5", "le 31/13", "Le 12/3-4", "mar 5", "3/4/5/6", "09/30", "le 5 mai"],
    "es": ["de mar a mar", "un 7/8", "el 3/5 de ellos", "el 13/13", "3 mar", "09/30", "5 de mayo", "3-4-25"],
    "it": ["una vite da 5/8", "il 3/5 del totale", "lun-lun", "3 set", "09/30", "5 maggio", "3-4-25"],
    "pt-BR": [
        "05/08",
        "um cano de 5/8 de polegada",
        "os 3/5",
        "em 31/13",
        "3 set",
        "09/30",
        "5 de maio",
    ],
    "nl": ["zo 3 mensen", "zo'n 5 keer", "do re mi", "09/30", "5 mei", "3-4-25"],
    "pl": ["5 maj", "09/30", "maj 5"],
    "ru": ["09/30", "5 маек", "мая 5"],
    "uk": ["09/30", "5 травневих", "3-4-25"],
    "cs": ["Mám 5. 6 lidí", "5 pro", "3-4-25"],
    "sk": ["Mám 5. 6 ľudí", "09/30", "3-4-25"],
    "tr": ["per 5 kişi", "sal ve", "kas ağrısı", "09/30", "ara 5", "3-4-25"],
    "cmn": ["分数12/5很大", "3月4日", "09/30", "3-4-25"],
    "ko": ["09/30", "3-4-25", "5월 6일"],
    "sv": ["rum 3/5", "i maj", "ons och", "tis 5 till", "5 maj", "09/30", "3-4-25"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_a_date_is_said_in_words(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_only_looks_like_a_date_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
