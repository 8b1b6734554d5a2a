"""When each written word of a segment is spoken."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import BadText
from plosive.text.front_end import front_end
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.items import Alias, Phoneme
from plosive.utterance import PcmChunk, Segment, WordStart
from plosive.word_times import TimedWord, WordTimes, written_words

RATE_HZ = 1000
WORD_S = 0.3
SOUND = b"\x00\x10"

DICTIONARY = Pronunciations(
    [
        Alias("AcmePay", "Acme Pay Incorporated"),
        Alias("New York", "NYC"),
        Phoneme("nginx", "ˈɛndʒɪn ˈɛks"),
        Alias("¥", "Yen"),
    ]
)

ANSWERS = {
    "en": "You owe us $3.14 on 2026-11-21, Dr. Smith. **AcmePay** has 10 km of `nginx` — see §5 & more.\n\n# New York\n- 3/4\n",
    "de": "Am **3. Mai** um 14:30 Uhr kostet es 12,50 € (ca. 5 %). AcmePay hat 1.000 km/h, z. B. in New York!",
    "fr": "Le 3 mai, *AcmePay* coûte 12,50 € : c'est 5 % de plus. L'API nginx — n° 7 — marche à 20 °C.",
    "es": "El 21/11/2026 AcmePay cobró 1.250,50 €, ¿verdad? Son las 14:30 h. ¡Hasta el 2.º piso en New York!",
    "it": "Il 3 maggio AcmePay costa 12,50 €. [Vedi qui](https://example.com/a?b=1): ore 9:15, 100 km/h.",
    "pt": "Em 21/11/2026 o AcmePay custa R$ 3,14. São 10 km até New York, **às 14h30**.",
    "pl": "Dnia 21.11.2026 r. AcmePay kosztuje 12,50 zł; to 5% więcej niż 1 000 km w New York.",
    "ru": "Стоит 12,50 ₽ — это 5 % от AcmePay. Встреча 21.11.2026 в 14:30, т. е. через 10 км.",
    "zh": "今天是2026年11月21日，气温20°C。我们用Python写代码：「很好」！**重要** 100公里。",
    "ja": "今日は2026年11月21日です。気温は20℃。Pythonでコードを書きます。「はい」と言った。",
    "th": "วันนี้อากาศดีมาก ราคา 100 บาท ทำงาน 3.14 กม.",
    "vi": "Ngày 21/11/2026 giá 12.500 ₫, khoảng 5% của AcmePay ở New York.",
}  # fmt: skip


def segments(text: str, language: str = "en", *, is_ssml: bool = False) -> list[Segment]:
    texts = front_end(language, pronunciations=DICTIONARY, placed=True, is_ssml=is_ssml)
    return texts.feed(text) + texts.flush()


def spoken(segment: Segment, *, together: bool = False) -> list[PcmChunk]:
    """Speech as an engine's: each word of the spans lasts as long, and is told with the chunk that it begins in."""
    chunks, at_s = [], 0.0
    for span in segment.spans:
        for word in span.text.split():
            chunks.append(PcmChunk(SOUND * round(WORD_S * RATE_HZ), RATE_HZ, (WordStart(word, at_s),)))
            at_s += WORD_S
        chunks.append(PcmChunk(bytes(2 * round(span.pause_s * RATE_HZ)), RATE_HZ))
        at_s += span.pause_s
    if together:
        words = tuple(word for chunk in chunks for word in chunk.words)
        return [PcmChunk(b"".join(chunk.pcm for chunk in chunks), RATE_HZ, words)]
    return chunks


def times(segment: Segment, *, exact: bool = False, together: bool = False) -> list[TimedWord]:
    """All words, each told once and not after its audio."""
    found = WordTimes(segment, exact=exact)
    told: list[TimedWord] = []
    for chunk in spoken(segment, together=together):
        told += found.feed(chunk)
    told += found.finish()
    assert [(word.text, word.start_s) for word in told] == [(word.text, word.start_s) for word in found.words]
    return found.words


def check(segment: Segment, words: list[TimedWord]) -> None:
    assert "".join("".join(word.text for word in words).split()) == "".join(segment.text.split())
    assert all(segment.text[word.start : word.end] == word.text for word in words)
    assert all(one.end <= other.start and one.start_s <= other.start_s for one, other in pairwise(words))
    duration = sum(chunk.seconds for chunk in spoken(segment))
    assert all(0 <= word.start_s <= word.end_s <= duration + 1e-6 for word in words)


def starts(text: str, language: str = "en") -> list[tuple[str, float, float]]:
    (segment,) = segments(text, language)
    return [(word.text, round(word.start_s, 2), round(word.end_s, 2)) for word in times(segment, exact=True)]


def test_a_number_is_one_word_and_begins_with_the_first_word_said_for_it() -> None:
    # "You owe us 3 dollars 14 cents on November 21st, 2026, Doctor Smith."
    assert starts("You owe us $3.14 on 2026-11-21, Dr. Smith.") == [
        ("You", 0.0, 0.3), ("owe", 0.3, 0.6), ("us", 0.6, 0.9), ("$3.14", 0.9, 2.1), ("on", 2.1, 2.4),
        ("2026-11-21,", 2.4, 3.3), ("Dr.", 3.3, 3.6), ("Smith.", 3.6, 3.9),
    ]  # fmt: skip


def test_words_that_became_one_stretch_share_it_by_length() -> None:
    assert starts("New York it is.") == [("New", 0.0, 0.13), ("York", 0.13, 0.3), ("it", 0.3, 0.6), ("is.", 0.6, 0.9)]


def test_an_alias_is_time_of_its_word() -> None:
    assert starts("AcmePay pays.") == [("AcmePay", 0.0, 0.9), ("pays.", 0.9, 1.2)]


def test_a_dash_belongs_to_the_word_before() -> None:
    assert [word for word, _, _ in starts("Wait — no & yes.")] == ["Wait —", "no", "&", "yes."]
    assert written_words("… Well then.") == [(0, 6), (7, 12)]


def test_markdown_is_not_part_of_a_word() -> None:
    assert [word for word, _, _ in starts("**Bold** and `code`.")] == ["Bold", "and", "code."]


def test_without_blanks_each_letter_is_a_word_with_the_marks_behind_it() -> None:
    found = starts("我用Python写「代码」。", "zh")
    assert [word for word, _, _ in found] == ["我", "用", "Python", "写", "「代", "码」。"]
    assert [at for _, at, _ in found] == sorted(at for _, at, _ in found)
    assert [word for word, _, _ in starts("ทำดี", "th")] == ["ทำ", "ดี"]
    # A letter below another one, in Khmer and Burmese, is no word of its own.
    assert written_words("ខ្មែរ") == [(0, 4), (4, 5)]
    assert written_words("မန္တ") == [(0, 1), (1, 4)]


def test_a_word_ends_before_a_pause() -> None:
    (segment,) = segments('One<break time="500ms"/> two <sub alias="kilo metres">km</sub> go.', is_ssml=True)
    words = times(segment, exact=True)
    assert [word.text for word in words][:3] == ["One", "two", "km"]
    assert words[0].end_s == pytest.approx(0.3)
    assert words[1].start_s == pytest.approx(0.8)
    assert words[3].start_s - words[2].start_s == pytest.approx(0.6)


def test_decomposed_text_in_ssml() -> None:
    text = "Cafe\u0301 <emphasis>ole\u0301</emphasis> <sub alias='u\u0308ber'>x</sub> end."
    for segment in segments(text, is_ssml=True):
        check(segment, times(segment, exact=True))


@pytest.mark.parametrize("language", ANSWERS)
@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("together", [True, False])
def test_every_written_word_has_a_time_in_order_and_none_twice(language: str, exact: bool, together: bool) -> None:
    parts = ANSWERS[language].split(" ")
    draw = random.Random(7)
    for _ in range(12):  # 144 answers
        draw.shuffle(parts)
        for segment in segments(" ".join(parts), language):
            check(segment, times(segment, exact=exact, together=together))


def test_words_are_told_before_the_audio_in_which_they_begin() -> None:
    for language, answer in ANSWERS.items():
        for segment in segments(answer, language):
            found, late = WordTimes(segment), 0
            for chunk in spoken(segment):
                made_s = found.seconds
                late += sum(word.start_s < made_s - 1e-6 for word in found.feed(chunk))
            assert not late
            check(segment, [*found.words, *found.finish()])


SSML = st.lists(
    st.sampled_from(
        ["One", " two. ", "e\u0301", "§ 5", '<break time="1s"/>', "<emphasis>really</emphasis>", "— ", "AcmePay",
         '<sub alias="World Wide Web">WWW</sub>', '<say-as interpret-as="date">2026-11-21</say-as>', "!", "ﬁ", "nginx",
         '<phoneme ph="wan">1</phoneme>', '<prosody rate="slow"> slow ', "</prosody>", "<p>", "</p>", "10 km", "我们。"]
    ),
    max_size=14,
)  # fmt: skip


@given(SSML)
def test_places_are_those_of_the_transcript(parts: list[str]) -> None:
    texts = front_end(pronunciations=DICTIONARY, placed=True, is_ssml=True)
    try:
        found = texts.feed("".join(parts)) + texts.flush()
    except BadText:
        return
    for segment in found:
        assert list(map(len, segment.places)) == [len(span.text) for span in segment.spans]
        joined = [at for places in segment.places for at in places]
        assert joined == sorted(joined)
        assert not joined or (joined[0] >= 0 and joined[-1] < len(segment.text))
        check(segment, times(segment, exact=True))


@given(
    st.text("ab 1$.,—我。-é\u0301ﬁ㎏", max_size=40).filter(lambda text: any(map(str.isalnum, text))),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_any_word_starts_give_every_word_one_time(text: str, draw: random.Random, exact: bool) -> None:
    """Engines leave words out, join them, or tell them late."""
    for segment in segments(text):
        chunks = [
            PcmChunk(chunk.pcm, RATE_HZ, tuple(word for word in chunk.words if draw.random() < 0.7))
            for chunk in spoken(segment)
        ]
        found, told = WordTimes(segment, exact=exact), []
        for chunk in chunks:
            told += found.feed(chunk)
        told += found.finish()
        assert len(told) == len(found.words)
        check(segment, found.words)


def test_what_is_said_for_a_sign_makes_it_a_word() -> None:
    assert written_words("a – b") == [(0, 3), (4, 5)]
    assert written_words("a – b", {2}) == [(0, 1), (2, 3), (4, 5)]


def test_the_words_are_the_same_whole_and_in_pieces() -> None:
    for language, answer in ANSWERS.items():
        texts = front_end(language, pronunciations=DICTIONARY, placed=True)
        pieces = [each for at in range(0, len(answer), 4) for each in texts.feed(answer[at : at + 4])]
        assert pieces + texts.flush() == segments(answer, language)


def test_places_change_nothing_in_what_is_said() -> None:
    for language, answer in ANSWERS.items():
        texts = front_end(language, pronunciations=DICTIONARY)
        plain = texts.feed(answer) + texts.flush()
        assert [(each.text, each.spans) for each in segments(answer, language)] == [
            (each.text, each.spans) for each in plain
        ]
        assert not any(each.places for each in plain)
