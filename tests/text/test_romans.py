"""Roman numerals: centuries, rulers, wars and chapters decide, and letters stay."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "en": [
        ("Queen Elizabeth II's", "Queen Elizabeth the 2nd's"),
        ("the XIX century", "the 19th century"),
        ("It began after World War I ended.", "It began after World War 1 ended."),
        ("World War II", "World War 2"),
        ("World War I was long", "World War 1 was long"),
        ("Elizabeth I ruled, Mary I of Scotland", "Elizabeth the 1st ruled, Mary the 1st of Scotland"),
        ("Act I ends", "Act 1 ends"),
        ("Chapter IV and chapter V", "Chapter 4 and chapter 5"),
        (
            "Henry VIII, Elizabeth I, and Pope John Paul II",
            "Henry the 8th, Elizabeth the 1st, and Pope John Paul the 2nd",
        ),
        ("Act I, scene II", "Act 1, scene 2"),
        ("Super Bowl LVIII", "Super Bowl 58"),
        ("Phase I trial", "Phase 1 trial"),
    ],
    "de": [
        ("Karls IV. Reich, Zeit Ludwigs XIV. von", "Karls des vierten Reich, Zeit Ludwigs des vierzehnten von"),
        ("Elisabeths II. Krone, unter Johannes II.", "Elisabeths der zweiten Krone, unter Johannes dem zweiten."),
        ("Das II. Kapitel, im I. Quartal", "Das zweite Kapitel, im ersten Quartal"),
        ("König Charles III. kam", "König Charles der dritte kam"),
        ("Unter Katharina II. wuchs es", "Unter Katharina der zweiten wuchs es"),
        ("Elisabeth II.", "Elisabeth die zweite."),
        ("Ludwig XIV. lebte", "Ludwig der vierzehnte lebte"),
        ("von Ludwig XIV. gebaut", "von Ludwig dem vierzehnten gebaut"),
        ("im XX. Jahrhundert", "im zwanzigsten Jahrhundert"),
        ("Kapitel V", "Kapitel 5"),
        ("Karl V.", "Karl der fünfte."),
        ("Karl V., Otto II.; (Ludwig II.)", "Karl der fünfte, Otto der zweite; (Ludwig der zweite)"),
    ],
    "nl": [
        ("Willem III was", "Willem de derde was"),
        ("de XXe eeuw", "de twintigste eeuw"),
        ("hoofdstuk V", "hoofdstuk 5"),
    ],
    "fr": [
        ("au XVIIIe s. un", "au 18ème siècle un"),
        ("Louis XIV", "Louis 14"),
        ("François Ier", "François 1er"),
        ("au XIXe siècle", "au 19ème siècle"),
        ("la Ve République", "la 5ème République"),
        ("chapitre V", "chapitre 5"),
    ],
    "es": [
        ("Felipe II", "Felipe 2º"),
        ("Isabel II", "Isabel 2ª"),
        ("siglo V y siglo XXI", "siglo 5º y siglo 21"),
        ("la II Guerra Mundial", "la 2ª Guerra Mundial"),
        ("capítulo V", "capítulo 5"),
        ("Luis XIV", "Luis 14"),
    ],
    "it": [
        ("cap. IV", "capitolo 4"),
        ("secolo V", "secolo 5º"),
        ("V secolo", "5º secolo"),
        ("Pio X", "Pio 10º"),
        ("Elisabetta I", "Elisabetta 1ª"),
        ("capitolo V", "capitolo 5"),
    ],
    "pt-BR": [
        ("século V e século XX", "século 5º e século 20"),
        ("Pedro II", "Pedro 2º"),
        ("João V", "João 5º"),
        ("a II Guerra Mundial", "a 2ª Guerra Mundial"),
        ("capítulo V", "capítulo 5"),
    ],
    "pl": [
        ("w XXI w. i", "w dwudziestym pierwszym wieku i"),
        ("na przełomie XIX i XX wieku", "na przełomie dziewiętnastego i dwudziestego wieku"),
        ("Zaczął się XX wiek.", "Zaczął się dwudziesty wiek."),
        ("w XIX wieku", "w dziewiętnastym wieku"),
        ("Jan III Sobieski", "Jan trzeci Sobieski"),
        ("Jana Pawła II", "Jana Pawła drugiego"),
        ("II wojna światowa", "druga wojna światowa"),
        ("po II wojnie", "po drugiej wojnie"),
        ("Elżbieta II", "Elżbieta druga"),
    ],
    "ru": [
        ("XX–XXI вв.", "двадцатого–20 первого веков."),
        ("в XIX в. было", "в девятнадцатом веке было"),
        ("Елизаветы II", "Елизаветы второй"),
        ("Наступил XXI век.", "Наступил 20 первый век."),
        ("в XIX веке", "в девятнадцатом веке"),
        ("Пётр I", "Пётр первый"),
        ("Петра I", "Петра первого"),
        ("Екатерина II", "Екатерина вторая"),
        ("при Екатерине II", "при Екатерине второй"),
        ("в XIX и XX веках", "в девятнадцатом и двадцатом веках"),
    ],
    "uk": [
        ("У XIX ст. не", "У дев'ятнадцятому столітті не"),
        ("кінець XX ст.", "кінець двадцятого століття."),
        ("XX століття", "двадцяте століття"),
        ("у XXI столітті", "у 20 першому столітті"),
        ("на початку XX століття", "на початку двадцятого століття"),
        ("Єлизавета II", "Єлизавета друга"),
    ],
    "cs": [
        ("Karel IV. se narodil", "Karel čtvrtý se narodil"),
        ("XX. století", "dvacáté století"),
        ("za Karla IV. byl", "za Karla čtvrtého byl"),
        ("Alžběta II. zemřela", "Alžběta druhá zemřela"),
    ],
    "sk": [
        ("v XX. storočí", "v dvadsiatom storočí"),
        ("Ján Pavol II. prišiel", "Ján Pavol druhý prišiel"),
    ],
    "tr": [
        ("IV. Murad ve IV Murad", "dördüncü Murad ve dördüncü Murad"),
        ("Kanuni I. Süleyman", "Kanuni birinci Süleyman"),
        ("I. Dünya Savaşı", "birinci Dünya Savaşı"),
        ("XIX. yy.'da", "on dokuzuncu yüzyılda"),
        ("XX. yüzyılda", "yirminci yüzyılda"),
        ("II. Abdülhamid", "ikinci Abdülhamid"),
        ("IV. Murat", "dördüncü Murat"),
        ("II. Dünya Savaşı", "ikinci Dünya Savaşı"),
    ],
    "sv": [
        ("Gustav II Adolf", "Gustav den andra Adolf"),
        ("Karl XII dog", "Karl den tolfte dog"),
        ("Gustav III", "Gustav den tredje"),
    ],
}

KEPT = {
    "en": [
        "World War I know little about.",
        "Part I liked",
        "Malcolm X",
        "vitamin C",
        "plan B",
        "Li Qin",
        "the IV drip",
        "Charles I liked",
        "IV, XL and MIX",
        "Size XL",
    ],
    "de": ["iPhone X und MIX", "Vitamin C", "Plan X", "X und Y", "Vater V"],
    "nl": ["vitamine C", "plan X", "X en Y"],
    "fr": ["vitamine C", "plan X", "X et Y", "le V"],
    "es": ["vitamina C", "plan X", "X e Y"],
    "it": ["vitamina C", "piano X", "V per vendetta"],
    "pt-BR": ["vitamina C", "plano X", "X e Y"],
    "pl": ["witamina C", "plan X", "X i Y"],
    "ru": ["план X", "X и Y", "витамин C"],
    "uk": ["план X", "X і Y", "вітамін C"],
    "cs": ["vitamin C", "plán X", "X a Y", "V Praze"],
    "sk": ["vitamín C", "plán X", "V Prahe"],
    "tr": ["Malcolm X", "MIX ve XL Beden", "C vitamini", "plan X", "X ve Y"],
    "sv": ["vitamin C", "plan X", "X och Y", "I dag"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_a_numeral_is_said_as_a_number(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_only_looks_like_a_numeral_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "George V. Smith", "George V Smith"),
        ("fr", "Jean V. Dupont", "Jean V Dupont"),
        ("de", "Karl V. Müller", "Karl V Müller"),
        ("tr", "V. Yılmaz geldi", "V Yılmaz geldi"),
    ],
)
def test_an_initial_is_no_numeral(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said
