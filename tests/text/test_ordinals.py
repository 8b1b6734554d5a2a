"""Ordinals in digits: the mark and the words beside it decide, and what only looks like one stays."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "ko": [
        ("3번째, 11번째와 20번째", "세 번째, 열한 번째와 스무 번째"),
    ],
    "sv": [
        ("den 15:e maj, 1:a, 20:e och 21:a", "den femtonde maj, första, tjugonde och tjugoförsta"),
    ],
    "de": [
        ("vom 3. bis zum 5. Mai", "vom dritten bis zum fünften Mai"),
        ("Am 3. Mai kam sie.", "Am dritten Mai kam sie."),
        ("In der 3. Klasse und der 21. Mann", "In der dritten Klasse und der einundzwanzigste Mann"),
        (
            "Ein 2. Kapitel, eine 2. Chance, ein 3. Versuch",
            "Ein zweites Kapitel, eine zweite Chance, ein dritter Versuch",
        ),
        ("Am 3. und 4. Juni", "Am dritten und vierten Juni"),
        ("Die 112. Minute", "Die einhundertzwölfte Minute"),
        ("vom 1. bis 7. Juli", "vom ersten bis siebten Juli"),
    ],
    "fr": [
        ("la 1re fois et la 1ère classe", "la première fois et la première classe"),
        ("les 1ers et les 2es", "les premiers et les deuxièmes"),
        ("le 2nd tour, la 2nde partie", "le second tour, la seconde partie"),
        ("le 3e étage, la 21e", "le 3ème étage, la 21ème"),
    ],
    "es": [
        ("el 3er. piso", "el tercer piso"),
        ("el 2.º piso y la 2.ª vez", "el 2º piso y la 2ª vez"),
        ("el 1.er piso, el 3.er lugar", "el primer piso, el tercer lugar"),
        ("el 1º piso", "el primer piso"),
        ("el 5to y la 3ra", "el 5º y la 3ª"),
        ("el 1.º de mayo", "el 1º de mayo"),
    ],
    "it": [
        ("2° tempo", "2º tempo"),
        ("Il 1° marzo partiamo.", "Il 1º marzo partiamo."),
        ("Abita al 2° piano.", "Abita al 2º piano."),
        ("La 2° volta, l'8° posto", "La 2ª volta, l'8º posto"),
        ("dal 3° giorno", "dal 3º giorno"),
    ],
    "pt-BR": [
        ("3.ª-feira", "3ª-feira"),
        ("O 2.º andar", "O 2º andar"),
        ("a 3.ª vez", "a 3ª vez"),
        ("no 1.º lugar", "no 1º lugar"),
    ],
    "nl": [
        ("de 3e keer", "de derde keer"),
        ("de 1ste en de 22e", "de eerste en de tweeëntwintigste"),
        ("de 8ste", "de achtste"),
    ],
    "pl": [
        ("1-szy, 2-ga, 3-cie", "pierwszy, druga, trzecie"),
        ("od 1. do 5. klasy", "od pierwszej do piątej klasy"),
        ("21. urodziny, 50. rocznica, 60. raz", "21. urodziny, pięćdziesiąta rocznica, sześćdziesiąty raz"),
        ("To jest 5. klasa.", "To jest piąta klasa."),
        ("w 5. klasie, do 6. klasy, na 5. klasę", "w piątej klasie, do szóstej klasy, na piątą klasę"),
        ("na 2. piętrze, zajął 1. miejsce", "na drugim piętrze, zajął pierwsze miejsce"),
        ("w 3. rozdziale, 19. wiek, w 19. wieku", "w trzecim rozdziale, dziewiętnasty wiek, w dziewiętnastym wieku"),
        ("w latach 90. ubiegłego", "w latach dziewięćdziesiątych ubiegłego"),
        ("lata 80. XX wieku", "lata osiemdziesiąte dwudziestego wieku"),
        ("w latach 80. XX w. było", "w latach osiemdziesiątych dwudziestego wieku było"),
        ("chodzi do 3. lub 4. klasy", "chodzi do trzeciej lub czwartej klasy"),
        ("do 90. minuty", "do dziewięćdziesiątej minuty"),
    ],
    "cs": [
        ("od 5. do 10. května", "od pátého do desátého května"),
        ("Je to 5. kapitola.", "Je to pátá kapitola."),
        ("v 19. století, na konci 19. století", "v devatenáctém století, na konci devatenáctého století"),
        ("na 3. místě, ve 2. patře", "na třetím místě, ve druhém patře"),
        ("v 90. letech", "v devadesátých letech"),
        ("3. a 4. třída", "třetí a čtvrtá třída"),
        ("po 2. světové válce", "po druhé světové válce"),
    ],
    "sk": [
        ("Je to 5. kapitola.", "Je to piata kapitola."),
        ("v 19. storočí", "v devätnástom storočí"),
        ("do 3. triedy", "do tretej triedy"),
        ("z 3. nástupišťa", "z tretieho nástupišťa"),
        ("v 90. rokoch", "v deväťdesiatych rokoch"),
    ],
    "hr": [
        ("na 3. katu", "na trećem katu"),
        ("u 19. stoljeću", "u devetnaestom stoljeću"),
        ("u 5. klasi", "u petoj klasi"),
        ("ovo je 2. razred", "ovo je drugi razred"),
    ],
    "ru": [
        ("в 90-е, 1-е место", "в девяностые, первое место"),
        ("у 5-х, 2-я мировая", "у пятых, вторая мировая"),
        ("до 5-й главы", "до пятой главы"),
        ("Это 2-й этаж.", "Это второй этаж."),
        ("5-я серия, в 5-й школе", "пятая серия, в пятой школе"),
        ("3-го мая, к 40-му дню", "третьего мая, к сороковому дню"),
        ("на 5-м этаже, с 3-м классом", "на пятом этаже, с третьим классом"),
        ("в 90-х годах, 1990-е годы", "в девяностых годах, тысяча 900 девяностые годы"),
        ("2-х, 5-ти", "двух, пяти"),
        ("200-й и 2000-й", "двухсотый и двухтысячный"),
    ],
    "uk": [
        ("8-ме березня", "восьме березня"),
        ("Це 2-й поверх.", "Це другий поверх."),
        ("у 5-й школі, 3-я серія", "у п'ятій школі, третя серія"),
        ("5-го травня, у 90-х роках", "п'ятого травня, у дев'яностих роках"),
        ("на 5-му поверсі", "на п'ятому поверсі"),
    ],
    "tr": [
        ("Ofis 3. katta.", "Ofis üçüncü katta."),
        ("19. yüzyılda", "on dokuzuncu yüzyılda"),
        ("2. Dünya Savaşı", "ikinci Dünya Savaşı"),
        ("5. ve 6. sınıflar", "beşinci ve altıncı sınıflar"),
        ("3'üncü kat", "üçüncü kat"),
    ],
    "fi": [
        ("Se on 3. kerroksessa.", "Se on kolmannessa kerroksessa."),
        ("tämä on 5. luokka", "tämä on viides luokka"),
        ("19. vuosisadalla", "yhdeksännellätoista vuosisadalla"),
        ("menen 4. kerrokseen", "menen neljänteen kerrokseen"),
    ],
    "hi": [
        ("यह 5वाँ दिन है", "यह पाँचवाँ दिन है"),
    ],
}

KEPT = {
    "ko": ["3 번호", "3번", "3째"],
    "sv": ["1:50", "EU:s 3:an", "5:eor"],
    "de": ["Im Jahr 800. um", "Wir sind 12. dann", "1. Öffnen Sie", "Version 3.1 da", "Es ist 5.", "um 3 Uhr"],
    "fr": ["5 e et 6", "3D et 4G", "12 ères", "5 mai"],
    "es": ["n.o 5", "a 2 o 3", "en 3 ra", "5 no"],
    "it": ["20° fuori", "Sono 20°.", "A 30° all'ombra"],
    "pt-BR": ["o 3º", "a 2 o", "o 3 andar"],
    "nl": ["20 e", "3D", "de 5 steden"],
    "pl": ["Mam 5. Ona", "Ma 5. potem poszedł", "1. otwórz drzwi", "5 klas"],
    "cs": ["Mám 5. Ona", "bylo jich 12. potom", "1. otevři", "verze 3.1"],
    "sk": ["Mám 5. Ona", "bolo ich 12. potom", "1. otvor", "verzia 3.1"],
    "hr": ["Imam 5. Ona", "imam 12. ali", "1. otvori"],
    "ru": ["10-летний", "COVID-19", "1-2 дня", "5 классов"],
    "uk": ["10-річний", "COVID-19", "1-2 дні"],
    "tr": ["Sayı 12. Sonra", "1. aç", "sürüm 3.1", "3'te gel"],
    "fi": ["Minulla on 5. Sitten", "1. avaa", "versio 3.1"],
    "hi": ["5 दिन", "21वीं सदी", "5 वाँ"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_an_ordinal_agrees_with_the_words_beside_it(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_only_looks_like_an_ordinal_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
