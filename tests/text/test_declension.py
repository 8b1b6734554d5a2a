"""Slavic abbreviations, hours, weekdays and centuries have the case that the words beside them ask for."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READ = {
    "pl": [
        ("Mieszkam na ul. Długiej 15 m. 4.", "Mieszkam na ulicy Długiej 15 mieszkanie 4."),
        ("Wyjdź na ul. Długą.", "Wyjdź na ulicę Długą."),
        ("Idź ul. Prostą za ul. Krzywą.", "Idź ulicą Prostą za ulicą Krzywą."),
        ("Skręć w lewo na pl. Wolności.", "Skręć w lewo na plac Wolności."),
        ("Zgodnie z art. 7, a z art. 8", "Zgodnie z artykułem 7, a z artykułu 8"),
        (
            "u dr. Kosa, z prof. Lisowskim, od dr Lisowskiej",
            "u doktora Kosa, z profesorem Lisowskim, od doktor Lisowskiej",
        ),
        ("kościół św. Barbary i ul. św. Piotra", "kościół świętej Barbary i ulica świętego Piotra"),
        ("W XV w. i pod koniec XIX w. padało.", "W piętnastym wieku i pod koniec dziewiętnastego wieku padało."),
        ("na przełomie XVII i XVIII w.", "na przełomie siedemnastego i osiemnastego wieku."),
        ("w śr. i pt., pon.–czw", "w środę i piątek, od poniedziałku do czwartku"),
        ("o 8:05, do 17:30, między 10:00 a 14:00", "o ósmej 05, do siedemnastej 30, między dziesiątą a czternastą"),
        ("9:00–16:00 i o godz. 7.15", "od dziewiątej do szesnastej i o godzinie siódmej 15"),
        (
            "3 IV 1995 r. i 12.04.1987 r. w Łodzi",
            "trzeciego kwietnia tysiąc dziewięćset dziewięćdziesiątego piątego roku"
            " i dwunastego kwietnia tysiąc dziewięćset osiemdziesiątego siódmego roku w Łodzi",
        ),
        ("2-go i 3x", "drugiego i trzy razy"),
        ("art. 5 ust. 2 pkt 3", "artykuł 5 ustęp 2 punkt 3"),
    ],
    "ru": [
        ("Поверните на ул. Мира.", "Поверните на улицу Мира."),
        ("по тел. 8 (495) 123-45-67", "по телефону 8, 4 9 5, 1 2 3, 4 5, 6 7"),
        ("согласно ст. 7, в соответствии со ст. 8", "согласно статье 7, в соответствии со статьёй 8"),
        ("у проф. Белова и у проф. Беловой", "у профессора Белова и у профессора Беловой"),
        ("храм св. Анны и св. Николая, св. Анна", "храм святой Анны и святого Николая, святая Анна"),
        (
            "В XV в., собор XVI в., в XVIII–XIX вв.",
            "В пятнадцатом веке, собор шестнадцатого века, в восемнадцатом–девятнадцатом веках.",
        ),
        ("в ХІХ веке", "в девятнадцатом веке"),
        (
            "по пн. и ср., с вт. по пт., чт–сб",
            "по понедельникам и средам, с вторника по пятницу, с четверга по субботу",
        ),
        ("Родился 12.04.1987 г. в Туле", "Родился двенадцатого апреля тысяча 980 седьмого года в Туле"),
        ("п. 3 ч. 1 ст. 158", "пункт 3 часть 1 статья 158"),
        ("дом № 5, 45 кв. м и +7°С", "дом номер 5, 45 квадратных метров и плюс 7 градусов Цельсия"),
    ],
    "uk": [
        ("Зверніть на вул. Франка.", "Зверніть на вулицю Франка."),
        ("за тел. 044 123 45 67", "за телефоном 0 4 4, 1 2 3, 4 5, 6 7"),
        ("у XV ст. і наприкінці XIX ст.", "у п'ятнадцятому столітті і наприкінці дев'ятнадцятого століття."),
        ("у пн. і ср., пн–пт 9:00–18:00", "у понеділок і середу, з понеділка до п'ятниці з дев'ятої до вісімнадцятої"),
        ("школа № 5 і 1/2 л", "школа номер 5 і половина л"),
    ],
    "cs": [
        ("z 2. nástupiště na 3. nástupiště", "z druhého nástupiště na třetí nástupiště"),
        ("u MUDr. Nováka, s MUDr. Novou, MUDr. Eva Malá", "u doktora Nováka, s doktorkou Novou, doktorka Eva Malá"),
        ("na přelomu 19. a 20. století", "na přelomu devatenáctého a dvacátého století"),
        ("v út a pá, po–čt", "v úterý a pátek, od pondělí do čtvrtka"),
        ("od 1. do 5. května, 6.–7. června", "od prvního do pátého května, šestého – sedmého června"),
        ("Karel IV. (1316) a 3x denně", "Karel čtvrtý (1316) a třikrát denně"),
        ("Tel. 222 555 012 za 5 tis. Kč", "Telefon 2 2 2, 5 5 5, 0 1 2 za 5 tisíc korun"),
    ],
    "sk": [
        ("na ul. Dlhej, č. 5, tel. 02 555 01 23", "na ulici Dlhej, číslo 5, telefón 0 2, 5 5 5, 0 1, 2 3"),
        ("MUDr. Malá a Ing. Novák", "doktorka Malá a inžinier Novák"),
    ],
}
KEPT = {
    "pl": ["sala 12 w budynku", "Plan V w biurze.",
           "śr. temperatura", "Mam 5. Ona ma 3.", "Od 12 do 15 osób.", "2025/2026", "Kod ma 4500 linii."],
    "ru": ["в 9 с друзьями", "ср. данные", "это 1975 г. она", "в 2.5 раза", "в с. и", "10 20 30 40 50"],
    "uk": ["о 9 с друзями", "це ср тут", "5-7 днів"],
    "cs": ["v 5 s Janou", "ne a ne", "po obědě", "Ne, ne.", "je to so", "Přišel 1. a odešel 2."],
    "sk": ["v 5 s Janou", "so psom"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "written", "said"), [(k, *pair) for k, pairs in READ.items() for pair in pairs])
def test_the_words_beside_decide_the_case(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_only_looks_like_it_is_left_alone(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
