"""Small words written onto a noun: they stay, and the noun is found. Words that only look like that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import BadDictionary
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.items import Alias, Phoneme
from plosive.utterance import Span

SAID = [
    # Arabic: and, so, by, like, to, the, and several of them
    ("محمد", "أحمد", "علي ومحمد.", "علي وأحمد."),
    ("محمد", "أحمد", "فمحمد لمحمد وبمحمد كمحمد", "فأحمد لأحمد وبأحمد كأحمد"),
    ("القاهرة", "مصر", "والقاهرة بالقاهرة وبالقاهرة", "ومصر بمصر وبمصر"),
    ("القاهرة", "مصر", "للقاهرة وللقاهرة", "لمصر ولمصر"),
    ("القاهرة", "القدس", "للقاهرة بالقاهرة", "للقدس بالقدس"),
    ("شركة", "مؤسسة", "الشركة والشركة للشركة لشركة", "المؤسسة والمؤسسة للمؤسسة لمؤسسة"),
    ("شركة", "المؤسسة", "الشركة للشركة لشركة", "المؤسسة للمؤسسة للمؤسسة"),
    ("ولد", "صبي", "ولد وولد والولد", "صبي وصبي والصبي"),
    ("API", "واجهة", "الـAPI وAPI", "الـواجهة وواجهة"),
    ("شركة", "Co", "وشركة", "وCo"),
    ("مدرسة", "معهد", "مَدْرَسَة وَمَدْرَسَة", "معهد وَمعهد"),
    ("مَدْرَسَة", "معهد", "مدرسة", "معهد"),
    # Hebrew: and, that, when, in, to, like, from, the
    ("ישראל", "הארץ", "בישראל, וישראל, לישראל, מישראל, שבישראל", "בהארץ, והארץ, להארץ, מהארץ, שבהארץ"),
    ("תל אביב", "העיר", "בתל אביב ומתל אביב", "בהעיר ומהעיר"),
    ('צה"ל', "צבא", "בצה״ל", "בצבא"),
    ("גוגל", "Google", "בגוגל, גוגל", "ב-Google, Google"),
    ("שלום", "אהלן", "וְשָׁלוֹם", "וְאהלן"),
    # Korean: particles, also several, and forms of "to be"
    (
        "서울",
        "수도",
        "서울은 서울에서 서울로부터 서울까지도 서울이다",
        "수도은 수도에서 수도로부터 수도까지도 수도이다",
    ),
    ("카카오", "K", "카카오에게는 카카오와의 카카오뿐만 카카오였다", "K에게는 K와의 K뿐만 K였다"),
    ("삼성전자", "S", "삼성전자가 삼성전자들도 삼성전자님께서", "S가 S들도 S님께서"),
    ("물", "워터", "물은 물을", "워터은 워터을"),
    # Greek capitals without accents
    ("Αθήνα", "πόλη", "ΑΘΗΝΑ, ΑΘΉΝΑ, Αθήνα, αθήνα", "πόλη, πόλη, πόλη, πόλη"),
    ("λόγος", "λέξη", "ΛΟΓΟΣ λόγος.", "λέξη λέξη."),
    ("Μαΐου", "x", "ΜΑΪΟΥ", "x"),
    # numbers that are part of another one
    ("404", "four oh four", "404 1404 404.5 4:404 404:30 $404 404€", "four oh four 1404 404.5 4:404 404:30 $404 404€"),
    ("24/7", "always", "24/7.", "always."),
    # signs that words are made of
    ("²", "squared", "x² 5²", "x squared 5 squared"),
    ("½", "a half", "1½", "1 a half"),
]


@pytest.mark.parametrize(("word", "alias", "text", "wanted"), SAID)
def test_the_small_word_stays(word: str, alias: str, text: str, wanted: str) -> None:
    (span,) = Pronunciations([Alias(word, alias)]).apply((Span(text),))
    assert span.text == wanted


SOUNDS = [
    ("القاهرة", "ʔalqaːhira", "والقاهرة", "walqaːhira"),
    ("القاهرة", "ʔalqaːhira", "القاهرة", "ʔalqaːhira"),
    ("القاهرة", "alqaːhira", "للقاهرة", "lilqaːhira"),
    ("القاهرة", "alqaːhira", "وبالقاهرة", "wabilqaːhira"),
    ("محمد", "muħammad", "ومحمد", "wamuħammad"),
    ("محمد", "muħammad", "فلمحمد", "falimuħammad"),
    ("شركة", "ʃarika", "الشركة", "aʃʃarika"),
    ("شركة", "ʃarika", "كالشركة", "kaʃʃarika"),
    ("كتاب", "kitaːb", "للكتاب", "lilkitaːb"),
    ("API", "ˌeɪpiːˈaɪ", "وAPI", "waˌeɪpiːˈaɪ"),
    ("גוגל", "ˈɡuɡel", "בגוגל", "beˈɡuɡel"),
    ("גוגל", "ˈɡuɡel", "וכשגוגל", "vekʃeˈɡuɡel"),
    ("גוגל", "ˈɡuɡel", "גוגל", "ˈɡuɡel"),
]


@pytest.mark.parametrize(("word", "ipa", "text", "sounds"), SOUNDS)
def test_the_small_word_is_in_the_sounds(word: str, ipa: str, text: str, sounds: str) -> None:
    # By itself an engine would say the name of its letter.
    assert Pronunciations([Phoneme(word, ipa)]).apply((Span(text),)) == (Span(text, ipa=sounds),)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("كتاب", "كتابها"),
        ("كتاب", "مكتاب"),
        ("ولد", "أولد"),
        ("لد", "ولد"),
        ("نت", "بنت"),
        ("قاهرة", "سوالقاهرة"),
        ("القاهرة", "لقاهرة"),
        ("ازار", "بازارگ"),
        ("رنگی", "فرنگی"),
        ("ספר", "מספר"),
        ("ישראל", "ישראלי"),
        ("ישראל", "צבישראל"),
        ("רה", "שרה"),
        ("서울", "서울시"),
        ("서울", "서울대학교는"),
        ("서울", "신서울"),
        ("사", "사과"),
        ("지", "지도"),
        ("바이", "바이올린"),
        ("한국", "한국인"),
        ("삼성", "삼성를"),
        ("που", "ΠΟΎ"),
        ("πού", "που"),
        ("Αθήνα", "αθηνα"),
        ("νόμος", "νομός"),
    ],
)
def test_another_word_is_not_found(word: str, text: str) -> None:
    assert Pronunciations([Alias(word, "x")]).apply((Span(text),)) == (Span(text),)


def test_an_item_of_its_own_is_not_another_spelling_of_one_before_it() -> None:
    items = [Alias("Αθήνα", "one"), Alias("ΑΘΗΝΑ", "two"), Alias("IRMAK", "three"), Alias("ırmak", "four")]
    (span,) = Pronunciations(items).apply((Span("ΑΘΗΝΑ Αθήνα ırmak irmak"),))
    assert span.text == "two one four three"


def test_other_spellings_come_from_the_fallback_too() -> None:
    dictionary = Pronunciations(
        [Alias("a", "b")], fallback=Pronunciations([Alias("Αθήνα", "x"), Alias("القاهرة", "y")])
    )
    assert dictionary.apply((Span("ΑΘΗΝΑ αθηνα للقاهرة"),)) == (Span("x αθηνα لy"),)


LETTERS = "ابتكلموفقهة ًّـוהבלכמשאתםר'\"َ서울은는이다에서가αάήΑΉ 1a.-ی\u200c"


@given(st.text(LETTERS, min_size=1, max_size=6).filter(lambda word: word.strip()), st.text(LETTERS, max_size=30))
def test_no_text_raises_and_phonemes_leave_it_as_it_is(word: str, text: str) -> None:
    try:
        dictionary = Pronunciations([Phoneme(word, "x")])
    except BadDictionary:
        return
    assert "".join(span.text for span in dictionary.apply((Span(text),))) == text
