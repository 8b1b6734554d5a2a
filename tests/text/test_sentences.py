"""Sentence ends by language, by the text around the mark and by length; and sentences that may be settled early."""

import pytest

from plosive.text.languages import language_of
from plosive.text.sentences.speech_length import Limits, speech_length
from plosive.text.sentences.splitter import Ending, SentenceSplitter

LIMITS = Limits(language_of("en").sentences.cut)

# "|" is where a segment must end; there must be no other end.
CASES = [
    ("en", "Sure! | First, call Dr. Alvarez at 9 a.m. on Monday. | She charges $120.50 per visit."),
    ("en", "Version 2.0.1 is out. | See https://example.com/a?b=c.d! | Mail me at jo.doe@example.org. | Done."),
    ("en", "I said no. | No. 5 is mine. | Is this No. 7? | Yes."),
    ("en", "The U.S. is big. | The U.S. Senate met in Washington, D.C. last week."),
    ("en", '“I\'m tired,” she said. | He asked, "Are you well?" | She nodded. | "Yes!" he cried.'),
    ("en", "Mr. and Mrs. Gray sued Acme Inc. | Both lost. | Is this St. Mary's? | Great."),
    ("en", "He left . . . a mess. | . . . Nobody knew. . . ."),
    ("en", "Wait... what? | Hmm… so be it. | Well... I think so... | Then go."),
    ("en", "hi there. | i'm fine. | what about you? | see you at 5 p.m. tomorrow."),
    ("en", "The total is 1,234,567.89 dollars. | It rose 5 percent. | 20 people came."),
    ("en", "1. Open the lid. | Then wait."),
    ("en", "It costs approx. $5 vs. €10 for coal, i.e. ~50 % of it. | $5 is fair."),
    ("en", "Really?! | No way!! | (It was late.) | We left."),
    ("de", "Am 3. Oktober ist frei. | Das war 2014. | Wir treffen uns am 12. | Das passt."),
    ("de", "Dr. Weber kommt z. B. um 9 Uhr. | Im 19. Jahrhundert gab es Züge, Schiffe usw. | Die Zeit verging."),
    ("fr", "Comment ça va ? | Très bien, M. Petit ! | « Vous venez ? » demanda-t-il. | Oui."),
    ("es", "¿Qué tal? | ¡Muy bien! | El Sr. Gómez llega a las 3 p. m. con la Dra. Ruiz. | ¿Vienes?"),
    ("it", "Il dott. Verdi arriva. | L'ing. Bianchi parte. | Ciao!"),
    ("pt", "O Sr. Silva chegou. | Custa R$ 3.500,00. | Tudo bem?"),
    ("nl", "Dhr. Jansen komt om ca. 5 uur. | Dat is goed, d.w.z. prima. | Tot ziens!"),
    ("pl", "Byłem u dr. Nowaka na ul. Długiej. | Potem poszedłem do domu."),
    ("cs", "Dne 5. května přišel. | Byl to 1. pokus. | Ano!"),
    ("ru", "В 2010 г. он уехал. | И. И. Петров, т. е. директор, остался. | Хорошо! | Да?"),
    ("el", "Τι κάνεις; | Καλά είμαι. | Ο κ. Παππάς ήρθε."),
    ("zh", "你好！| 今天天气很好，我们去公园吧？| 他说：“走吧！”| 然后我们走了。| 价格是3.5元。"),
    ("ja", "こんにちは。| 「元気ですか？」と聞いた。| はい！| 元気です。"),
    ("ko", "안녕하세요. | 저는 민수입니다. | 네. | 알겠습니다!"),
    ("hi", "नमस्ते। | आप कैसे हैं? | डॉ. शर्मा आए। | ठीक है।"),
    ("ar", "مرحبا. | كيف حالك؟ | السعر 3.5 دولار. | شكرا."),
    ("ur", "یہ گھر ہے۔ | وہ کہاں ہے؟ | ٹھیک ہے۔"),
    ("am", "ሰላም ነው። | ደህና ነኝ።"),
    ("hy", "Բարև։ | Ինչպես եք։"),
    ("xx", "Unknown language. | Still fine."),
]


def segments(text: str, language: str = "en") -> list[str]:
    splitter = SentenceSplitter(language)
    return splitter.feed(text) + splitter.flush()


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences_end_where_a_reader_would_pause(language: str, marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    glue = "" if language in {"zh", "ja"} else " "
    assert segments(glue.join(wanted), language) == wanted


def test_a_sentence_is_released_when_the_next_one_begins() -> None:
    splitter = SentenceSplitter("en")
    assert splitter.feed("Hello there. ") == []
    assert splitter.feed("H") == ["Hello there."]
    assert splitter.held == "H"


def test_an_empty_line_ends_anything() -> None:
    assert segments("A title\n\nand text\nthat goes on") == ["A title", "and text that goes on"]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Hello.", Ending.LIKELY),
        ("Hello. ", Ending.LIKELY),
        ('he said "Go!"', Ending.DOUBTFUL),
        ("I work at Yahoo!", Ending.DOUBTFUL),
        ("Yahoo!", Ending.LIKELY),
        ("Is it?", Ending.LIKELY),
        ("好。", Ending.LIKELY),
        ("Call Dr.", Ending.UNLIKELY),
        ("e.g.", Ending.UNLIKELY),
        ("No.", Ending.UNLIKELY),
        ("in Jan.", Ending.UNLIKELY),
        ("in the U.S.", Ending.DOUBTFUL),
        ("apples, etc.", Ending.DOUBTFUL),
        ("It costs $3.", Ending.DOUBTFUL),
        ("at 5 p.m.", Ending.DOUBTFUL),
        ("Wait...", Ending.DOUBTFUL),
        ("Ask support@acme.", Ending.DOUBTFUL),
        ("Ask support@acme.example.", Ending.LIKELY),
        ('"Go!', Ending.UNLIKELY),
        ("1.", Ending.UNLIKELY),
        ("Hello", Ending.NONE),
        ("Hello,", Ending.NONE),
        ("?!", Ending.NONE),
        ("", Ending.NONE),
    ],
)
def test_the_ending_of_held_text(text: str, ending: Ending) -> None:
    splitter = SentenceSplitter("en")
    splitter.feed(text)
    assert splitter.ending_with() is ending


def test_ordinals_are_doubtful_where_they_are_written_with_a_stop() -> None:
    splitter = SentenceSplitter("de-AT")
    splitter.feed("am 3. ")
    assert splitter.ending_with() is Ending.DOUBTFUL


def test_settling_releases_an_end_and_goes_on() -> None:
    splitter = SentenceSplitter("en")
    assert splitter.feed("One fragment") + splitter.settle() == []
    assert splitter.feed(" ended.") == []
    assert splitter.settle() == ["One fragment ended."]
    assert splitter.settle() == []
    # What belonged to the sentence is left out, the next one is whole.
    assert splitter.feed('.." Next one. And') == ["Next one."]
    assert splitter.flush() == ["And"]


def test_text_without_marks_is_cut_at_spaces() -> None:
    pieces = segments("word " * 400)
    assert "".join(pieces).count("word") == 400
    assert all(len(piece) <= LIMITS.longest for piece in pieces)
    assert all(set(piece.split()) == {"word"} for piece in pieces)


def test_long_sentences_are_cut_after_a_clause() -> None:
    pieces = segments("we went on and on for a very long time, " * 12)
    assert len(pieces) > 2
    assert all(piece.endswith(",") for piece in pieces)


def test_text_that_nothing_ends_is_cut_at_ten_seconds_so_that_a_good_part_is_left() -> None:
    clause = "and so we went on and on without a stop for quite some more time"
    assert segments(", ".join([clause] * 7)) == [f"{clause}, {clause},"] * 3 + [clause]
    late = "a clause that comes late and is much longer than a clause should ever be, so that there is no other"
    assert segments(f"This is {late}, {late}, and {clause}.") == [f"This is {late},", f"{late}, and {clause}."]
    assert max(map(len, segments("word " * 400))) <= LIMITS.cut
    assert max(map(len, segments("слово " * 400, "uk"))) <= language_of("uk").sentences.cut < LIMITS.cut


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_sentence_that_a_mark_ends_is_whole(language: str) -> None:
    whole = "and so we went on, " * 10 + "up to an end."
    assert LIMITS.cut < len(whole) < LIMITS.longest
    assert segments(f"{whole} {whole}", language) == [whole, whole]
    assert segments("字" * 69 + "。", "zh") == ["字" * 69 + "。"]


def test_text_without_spaces_is_cut_between_graphemes() -> None:
    assert "".join(segments("字" * 500)) == "字" * 500
    assert all(speech_length(piece) <= LIMITS.longest for piece in segments("字" * 500))
    stacked = "क्षि" * 200
    pieces = segments(stacked, "hi")
    assert "".join(pieces) == stacked
    assert all(piece.startswith("क") for piece in pieces)


def test_numbers_are_not_cut_at_their_spaces() -> None:
    pieces = segments("около 12 345 678 штук " * 40, "ru")
    assert len(pieces) > 2
    assert not any(piece.endswith(("12", "345")) for piece in pieces)
