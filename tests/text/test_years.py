"""Years and decades that are not said like amounts."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "en": [
        ("at 1600 Penn Ave., 2450 N. Elm St.", "at sixteen hundred Penn Avenue, twenty-four fifty North Elm Street."),
        ("The year was 1912.", "The year was nineteen twelve."),
        ("in Nov. 1605", "in November sixteen oh-five"),
        ("July 4, 1776", "July 4th, seventeen seventy-six"),
        ("between 1939 and 1945", "between nineteen thirty-nine and nineteen forty-five"),
        ("In 1998 we moved.", "In nineteen ninety-eight we moved."),
        (
            "born in 1905, since 1789 and by 1066",
            "born in nineteen oh-five, since seventeen eighty-nine and by ten sixty-six",
        ),
        ("in 1914-18", "in nineteen fourteen to eighteen"),
        ("from 1914 to 1918", "from nineteen fourteen to nineteen eighteen"),
        ("(1914-1918)", "(nineteen fourteen to nineteen eighteen)"),
        ("the 1998 World Cup", "the nineteen ninety-eight World Cup"),
        ("May 1945", "May nineteen forty-five"),
        ("in 1500 BC", "in fifteen hundred BC"),
        ("the 1990s, the '90s and the mid-90s", "the nineteen nineties, the nineties and the mid-nineties"),
        ("2000s, 2010s and 1900s", "two thousands, twenty tens and nineteen hundreds"),
        ("in his 30s", "in his thirties"),
    ],
    "de": [
        ("endete 1945.", "endete neunzehnhundertfünfundvierzig."),
        ("im 4. Quartal 1998", "im vierten Quartal neunzehnhundertachtundneunzig"),
        ("seit 1989", "seit neunzehnhundertneunundachtzig"),
        ("im Jahr 1789 wurde", "im Jahr siebzehnhundertneunundachtzig wurde"),
        ("von 1990 bis 1995", "von neunzehnhundertneunzig bis neunzehnhundertfünfundneunzig"),
        ("die 1990er Jahre", "die neunzehnhundertneunziger Jahre"),
        ("1998 wurde er", "neunzehnhundertachtundneunzig wurde er"),
        ("Mai 1945", "Mai neunzehnhundertfünfundvierzig"),
    ],
    "pl": [
        ("w 1998 roku", "w tysiąc dziewięćset dziewięćdziesiątym ósmym roku"),
        (
            "od 1998 r. do 2004 r.",
            "od tysiąc dziewięćset dziewięćdziesiątego ósmego roku do dwa tysiące czwartego roku.",
        ),
        ("rok 1998", "rok tysiąc dziewięćset dziewięćdziesiąty ósmy"),
        ("w roku 1998", "w roku tysiąc dziewięćset dziewięćdziesiątym ósmym"),
        ("2026 roku", "dwa tysiące dwudziestego szóstego roku"),
    ],
    "ru": [
        ("с 2010 по 2015 год", "с 2000 десятого по 2000 пятнадцатый год"),
        ("в 2010–2015 годах", "в 2000 десятом – 2000 пятнадцатом годах"),
        ("2010 и 2011 годы", "2000 десятый и 2000 одиннадцатый годы"),
        ("в 1998 году", "в тысяча 990 восьмом году"),
        ("к 2030 году", "к 2000 тридцатому году"),
        ("2000 год", "двухтысячный год"),
        ("В 1990 г. он", "В тысяча 900 девяностом году он"),
        ("после 1861 года", "после тысяча 860 первого года"),
        ("1900 год", "тысяча девятисотый год"),
    ],
    "uk": [
        ("у 1998 році", "у тисяча 990 восьмому році"),
        ("2026 року", "2020 шостого року"),
        ("У 1991 р. він", "У тисяча 990 першому році він"),
    ],
    "cmn": [
        ("2024-2025学年", "二零二四到二零二五学年"),
        ("2000年以后", "二零零零年以后"),
        ("1949年后", "一九四九年后"),
        ("他1998年出生", "他一九九八年出生"),
        ("2026年11月", "二零二六年11月"),
        ("1998-2004年", "一九九八到二零零四年"),
        ("2025款，2024-2025赛季", "二零二五款，二零二四到二零二五赛季"),
        ("1905年", "一九零五年"),
    ],
}

KEPT = {
    "en": [
        "1500 people on Main Street",
        "1500 Main",
        "In 1500 words",
        "from 1500 to 1900 people",
        "between 1500 and 2000 calories",
        "of 1200 people",
        "It has 1998 files",
        "a 90s timer",
        "in 2026",
        "room 1998",
        "1,998",
    ],
    "de": [
        "in 1500 Metern",
        "zwischen 1200 und 1500 Menschen",
        "von 1500 bis 2000 Euro",
        "in 1200 Städten",
        "um 5 Uhr",
        "90er",
    ],
    "pl": ["1998 osób", "w 1998", "1998 domów"],
    "ru": ["это 1975 г. она", "1812 г", "1998 человек"],
    "uk": ["1998 людей", "1998", "5 р"],
    "cmn": ["2000年历史", "1000年前", "12年", "3000年以"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_a_year_is_said_as_one(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_only_looks_like_a_year_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
