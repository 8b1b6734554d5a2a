"""Signs, dividers and emoticons in each language, and text that only looks like them."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "en": [
        ("It is written in C# mostly.", "It is written in C sharp mostly."),
        ("F#, A# and G♯", "F sharp, A sharp and G sharp"),
        ("Use #1 or #2.", "Use number 1 or number 2."),
        ("Join #30DayChallenge now.", "Join hashtag 30 Day Challenge now."),
        ("#ThrowbackThursday and #NYCMarathon", "hashtag Throwback Thursday and hashtag NYC Marathon"),
        (
            "#iPhone15, #COVID19, #GPUs, #1stPlace",
            "hashtag iPhone 15, hashtag COVID19, hashtag GPUs, hashtag 1st Place",
        ),
        ("~5 km or 3~5 days", "about 5 kilometers or 3 to 5 days"),
        ("Settings > Privacy", "Settings, Privacy"),
        ("A → B, 5 → 10 and a -> b", "A, B, 5, 10 and a, b"),
        ("Total is five. ============ Thanks.", "Total is five. Thanks."),
        ("a --- b", "a, b"),
        ("*** Title ***", "Title"),
        ("╔════╗ Title", "Title"),
        ("fill in ____ here", "fill in, here"),
        ("- - - next", "next"),
        ("-----Original Message-----", "Original Message"),
        ("→ Next", "Next"),
        ("Oh no :-( I am sorry.", "Oh no, I am sorry."),
        ("Nice :D", "Nice"),
        ("hi ^_^ there", "hi there"),
        ("I like it ;-), really", "I like it, really"),
        ("Love it <3", "Love it"),
        ("If pain is <3, rest.", "If pain is less than 3, rest."),
        ("You are the best <3.", "You are the best."),
        ("I <3 you all", "I love you all"),
        ("We <3 Boston", "We love Boston"),
        ("Thanks <3 you rock", "Thanks you rock"),
        ("wow :/ ok", "wow ok"),
        (r"No idea ¯\_(ツ)_/¯ sorry", "No idea sorry"),
        ("No idea ¯_(ツ)/¯", "No idea"),  # as Markdown leaves it
    ],
    "de": [
        ("Es ist in C# geschrieben.", "Es ist in C sharp geschrieben."),
        ("Nimm #1 oder #GutenMorgen.", "Nimm Nummer 1 oder Hashtag Guten Morgen."),
        ("~5 km", "etwa 5 Kilometer"),
        ("Gut :-) Danke.", "Gut, Danke."),
        ("Teil ===== zwei", "Teil, zwei"),
    ],
    "fr": [
        ("écrit en C#", "écrit en C sharp"),
        ("#1 et #BonneAnnée", "numéro 1 et hashtag Bonne Année"),
        ("~5 km", "environ 5 kilomètres"),
        ("Super :-) Merci.", "Super, Merci."),
        ("un ----- deux", "un, deux"),
    ],
    "es": [
        ("en C#", "en C sharp"),
        ("#1 y #FelizViernes", "número 1 y hashtag Feliz Viernes"),
        ("~5 km", "unos 5 kilómetros"),
        ("Bien :) Gracias.", "Bien, Gracias."),
        ("uno ===== dos", "uno, dos"),
    ],
    "it": [
        ("in C#", "in C sharp"),
        ("#1 e #BuonGiorno", "numero 1 e hashtag Buon Giorno"),
        ("~5 km", "circa 5 chilometri"),
        ("Bene :) Grazie.", "Bene, Grazie."),
        ("uno ===== due", "uno, due"),
    ],
    "pt": [
        ("em C#", "em C sharp"),
        ("#1 e #BomDia", "número 1 e hashtag Bom Dia"),
        ("~5 km", "cerca de 5 quilômetros"),
        ("Bom :) Obrigado.", "Bom, Obrigado."),
        ("um ===== dois", "um, dois"),
    ],
    "nl": [
        ("in C#", "in C sharp"),
        ("#1 en #GoedeMorgen", "nummer 1 en hashtag Goede Morgen"),
        ("~5 km", "ongeveer 5 kilometer"),
        ("Mooi :) Dank.", "Mooi, Dank."),
        ("een ===== twee", "een, twee"),
    ],
    "pl": [
        ("w C#", "w C sharp"),
        ("#1 i #DzieńDobry", "numer 1 i hasztag Dzień Dobry"),
        ("~5 km", "około 5 kilometrów"),
        ("Super :) Dzięki.", "Super, Dzięki."),
        ("raz ===== dwa", "raz, dwa"),
    ],
    "ru": [
        ("на C#", "на C шарп"),
        ("#1 и #ДоброеУтро", "номер 1 и хэштег Доброе Утро"),
        ("~5 км", "примерно 5 километров"),
        ("Да :) Спасибо.", "Да, Спасибо."),
        ("раз ===== два", "раз, два"),
    ],
    "tr": [
        ("C# ile", "C sharp ile"),
        ("#1 ve #İyiGeceler", "numara 1 ve hashtag İyi Geceler"),
        ("~5 km", "yaklaşık 5 kilometre"),
        ("Evet :) Sağ ol.", "Evet, Sağ ol."),
        ("bir ===== iki", "bir, iki"),
    ],
    "zh": [
        ("用C#写的", "用C sharp写的"),
        ("等3~5天。", "等3 到 5天。"),
        ("约 ~5", "约 5"),
        ("好的 ^_^", "好的"),
        ("一 ===== 二", "一, 二"),
    ],
    "ko": [
        ("C#로 썼어요", "C 샵로 썼어요"),
        ("#1", "넘버 1"),
        ("~5", "약 5"),
        ("3~5일", "3 에서 5일"),
        ("네 ^^ 좋아요", "네 좋아요"),
        ("하나 ===== 둘", "하나, 둘"),
    ],
    "ar": [
        ("C# لغة", "C شارب لغة"),
        ("#1", "رقم 1"),
        ("~5", "حوالي 5"),
        ("نعم :) شكرا", "نعم شكرا"),
        ("واحد ===== اثنان", "واحد, اثنان"),
    ],
    "hi": [
        ("C# में", "C शार्प में"),
        ("#1", "नंबर 1"),
        ("हाँ :) धन्यवाद", "हाँ धन्यवाद"),
        ("एक ===== दो", "एक, दो"),
    ],
    "ja": [
        ("C#です", "Cシャープです"),
        ("3〜5にち", "3 から 5にち"),
        ("はい ^_^", "はい"),
        ("いち ===== に", "いち, に"),
    ],
    "sv": [
        ("i C#", "i C sharp"),
        ("#1 och #GodMorgon", "nummer 1 och hashtag God Morgon"),
        ("~5 km", "cirka 5 kilometer"),
        ("Ja :) Tack.", "Ja, Tack."),
        ("ett ===== två", "ett, två"),
    ],
    "uk": [
        ("на C#", "на C шарп"),
        ("#1 і #ДобрийРанок", "номер 1 і хештег Добрий Ранок"),
        ("~5 км", "приблизно 5 кілометрів"),
        ("Так :) Дякую.", "Так, Дякую."),
        ("раз ===== два", "раз, два"),
    ],
    "cs": [
        ("v C#", "v C sharp"),
        ("#1 a #DobréRáno", "číslo 1 a hashtag Dobré Ráno"),
        ("~5 km", "asi 5 kilometrů"),
        ("Ano :) Díky.", "Ano, Díky."),
        ("jedna ===== dvě", "jedna, dvě"),
    ],
}

KEPT = {
    "en": [
        "HEAD~3",
        "a === b",
        "p->next",
        "Two options: (a) and (b)",
        "Wait... what?",
        "(see 8)",
        "the D: drive",
        "hash#tag",
        "a -- b",
        "C++",
        "#",
        "a#b",
        "C#m",
        "Title: Done",
        "Adobe (XD)",
        "say :",
    ],
    "de": ["HEAD~3", "a === b", "Punkte: (a)"],
    "fr": ["HEAD~3", "a === b", "Deux : (a)"],
    "es": ["HEAD~3", "a === b", "Dos: (a)"],
    "it": ["HEAD~3", "a === b", "Due: (a)"],
    "pt": ["HEAD~3", "a === b", "Dois: (a)"],
    "nl": ["HEAD~3", "a === b", "Twee: (a)"],
    "pl": ["HEAD~3", "a === b", "Dwa: (a)"],
    "ru": ["HEAD~3", "a === b", "Два: (а)"],
    "tr": ["HEAD~3", "a === b", "İki: (a)"],
    "zh": ["HEAD~3", "a === b", "两个: (a)"],
    "ko": ["HEAD~3", "a === b", "둘: (a)"],
    "ar": ["HEAD~3", "a === b", "اثنان: (a)"],
    "hi": ["HEAD~3", "a === b", "दो: (a)"],
    "ja": ["HEAD~3", "a === b", "ふたつ: (a)"],
    "sv": ["HEAD~3", "a === b", "Två: (a)"],
    "uk": ["HEAD~3", "a === b", "Два: (а)"],
    "cs": ["HEAD~3", "a === b", "Dvě: (a)"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_signs_are_said(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_other_text_stays_as_it_is(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
