"""Properties of any SSML: cuts change nothing, only BadText is raised, no word is lost, cost is linear."""

import random
import re
import statistics
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plosive.errors import BadText
from plosive.text.characters import CharacterCleaner
from plosive.text.sentences.splitter import Ending
from plosive.text.ssml.prosody import FASTEST, LONGEST_PAUSE_S, LOUDEST, SLOWEST, WIDEST_ST
from plosive.text.ssml.ssml_front_end import SsmlFrontEnd
from plosive.utterance import Segment
from text.text_cuts import LANGUAGES, LENGTHS, PIECES, split

TAGS = [
    "<speak>", "</speak>", "<p>", "</p>", "<s>", "</s>", "<break/>", "<break time='300ms'/>", "<break time='2s'/>",
    "<emphasis>", "</emphasis>", "<prosody rate='slow'>", "</prosody>", "<sub alias='x y'>", "</sub>",
    "<say-as interpret-as='characters'>", "</say-as>", "<phoneme ph='a'>", "</phoneme>", "<lang xml:lang='fr'>", "</lang>",
    "<desc>", "</desc>", "<b>", "</b>", "<!-- x -->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "&amp;", "&lt;", "&#65;",
    "<!DOCTYPE a>", "]]", "/>", "='", "\x00",
]  # fmt: skip
ANY = st.lists(st.sampled_from(TAGS + PIECES), max_size=30).map("".join) | st.text(max_size=60)
LETTERS = [piece for piece in PIECES if not set(piece) & set("<>&\x00\ufffe")]

ELEMENTS = [
    "speak", "p", "s", "emphasis level='strong'", "prosody rate='+20%' volume='-6dB'", "prosody pitch='x-high'",
    "lang xml:lang='fr'", "voice name='x'", "audio src='/etc/passwd'", "w", "token", "x:y", "em",
]  # fmt: skip


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(ELEMENTS), inside).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>")


EMPTY = st.sampled_from(["<break/>", "<break time='700ms'/>", "<break time='3s'/>", "<mark name='x'/>", "<!-- x -->"])
TEXT = st.lists(st.sampled_from(LETTERS), max_size=12).map("".join)
WHOLES = st.sampled_from(
    [
        "<sub alias='x'>one two</sub>",
        "<sub alias='x'>One! Two. Three?</sub>",
        "<say-as interpret-as='digits'>12</say-as>",
        "<phoneme ph='a'>three</phoneme>",
    ]
)
DOCUMENTS = st.recursive(
    TEXT | EMPTY | WHOLES, lambda inside: st.lists(inside | element(inside), max_size=6).map("".join), max_leaves=20
)


def read(front_end: SsmlFrontEnd, frames: list[str]) -> list[Segment]:
    return [segment for frame in frames for segment in front_end.feed(frame)] + front_end.flush()


def read_or_refuse(frames: list[str], language: str = "en") -> list[Segment] | None:
    try:
        return read(SsmlFrontEnd(language), frames)
    except BadText as error:
        assert str(error)
        return None


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFD", text)))


def transcript(segments: list[Segment]) -> str:
    return letters("".join(segment.text for segment in segments))


def plain(document: str) -> str:
    """The letters of the document's text, without keycaps and the like, which are not spoken."""
    runs = re.split(r"<[^>]*>", document)
    return letters("".join(CharacterCleaner().feed(run + "\n") for run in runs))


@given(ANY, LENGTHS, LANGUAGES)
@settings(max_examples=600)
def test_cuts_change_nothing_and_only_bad_text_is_raised(text: str, lengths: list[int], language: str) -> None:
    whole = read_or_refuse([text], language)
    assert read_or_refuse(list(text), language) == whole
    assert read_or_refuse(split(text, lengths), language) == whole


@given(DOCUMENTS, LENGTHS, LANGUAGES)
@settings(max_examples=600)
def test_cuts_do_not_change_documents(document: str, lengths: list[int], language: str) -> None:
    whole = read(SsmlFrontEnd(language), [document])
    assert read(SsmlFrontEnd(language), list(document)) == whole
    assert read(SsmlFrontEnd(language), split(document, lengths)) == whole


@given(DOCUMENTS)
@settings(max_examples=400)
def test_no_word_is_lost_or_doubled(document: str) -> None:
    segments = read(SsmlFrontEnd(), [document])
    assert transcript(segments) == plain(document)
    for segment in segments:
        assert segment.text == " ".join(segment.text.split()) or "\u00a0" in segment.text
        assert segment.spans


@given(DOCUMENTS)
def test_spans_say_the_transcript(document: str) -> None:
    document = re.sub("<(sub|say-as)[^>]*>|</(sub|say-as)>", "", document)
    for segment in read(SsmlFrontEnd(), [document]):
        said = unicodedata.normalize("NFC", "".join(span.text for span in segment.spans))
        assert said == segment.text or segment.text.replace("\u00a0", " ") == said


@given(ANY | DOCUMENTS)
@settings(max_examples=300)
def test_numbers_stay_in_bounds(text: str) -> None:
    for segment in read_or_refuse([text]) or []:
        for span in segment.spans:
            assert SLOWEST <= span.speed <= FASTEST
            assert 0 <= span.volume <= LOUDEST
            assert abs(span.pitch) <= WIDEST_ST
            assert 0 <= span.pause_s <= LONGEST_PAUSE_S
            span.text.encode()
            assert span.text or span.pause_s


@given(st.text(), st.sampled_from(["rate", "pitch", "volume", "time", "strength", "level", "xml:lang", "ph", "alias"]))
def test_any_attribute_is_read(value: str, name: str) -> None:
    quoted = re.sub("[<>&\"'\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", value)
    for tag in ("prosody", "break", "emphasis", "lang", "phoneme", "sub"):
        assert transcript(read(SsmlFrontEnd(), [f'<{tag} {name}="{quoted}">word</{tag}>'])) == "word"


@given(DOCUMENTS, LENGTHS, st.lists(st.booleans(), min_size=1, max_size=9))
@settings(max_examples=400)
def test_settling_at_any_time_keeps_the_words(document: str, lengths: list[int], settles: list[bool]) -> None:
    front_end, segments = SsmlFrontEnd(), []
    for turn, frame in enumerate(split(document, lengths)):
        segments += front_end.feed(frame)
        if settles[turn % len(settles)]:
            ending, settled = front_end.ending, front_end.settle()
            assert bool(settled) <= (ending is not Ending.NONE)
            segments += settled
    segments += front_end.flush()
    assert transcript(segments) == plain(document)


@given(ANY, LENGTHS)
@example("<say-as interpret-as='characters'>-->", [1])
@example("<say-as interpret-as='characters'>&", [1])
@example("<break/></speak>", [1])
def test_flush_never_raises_and_leaves_it_as_new(text: str, lengths: list[int]) -> None:
    front_end = SsmlFrontEnd()
    for frame in split(text, lengths):
        try:
            front_end.feed(frame)
        except BadText:
            break
    holds, rest = front_end.holds_text, front_end.flush()
    assert holds == any(segment.text for segment in rest)
    assert not front_end.holds_text
    assert read(front_end, ["As <b>new</b>."]) == read(SsmlFrontEnd(), ["As <b>new</b>."])


NASTY = [
    "a <b>b</b> ", "<b>a</b>", "a. ", "<break/>", "a<break/>", "a<break time='9s'/>", ". ", "!", "… <b>.</b>", "a ", "字",
    "e\u0301", "<b>e</b>\u0301", "&amp;", "&amp; a", "<!-- x -->", "<!---->", "<?xml?>", "\n\n", "\n", " ", "]", "<p/>",
    "<s>a</s>", "<sub alias='x'>a</sub>", "<sub alias='x'>One! Two</sub> ",
    "<sub alias='x'>One! Two</sub>", "<say-as interpret-as='digits'>12</say-as>", "<phoneme ph='a'/>", "<desc>a</desc>",
    "<b a='" + "x" * 4000 + "'/>", "<![CDATA[" + "]" * 500 + "]]>", "(", "\u0301", "\u200d", "<emphasis>字</emphasis>", "\r",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "characters"])
@pytest.mark.parametrize("piece", NASTY, ids=[piece[:20] for piece in NASTY])
def test_cost_is_linear(piece: str, whole: bool) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece) + 1)
        frames = [text] if whole else list(text)
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            read(SsmlFrontEnd(), frames)
            best = min(best, time.process_time() - began)
        return best

    # Measured is the growth from n to 4n, which is 4 when linear and 16 when quadratic.
    small = 25_000 if whole else 8_000
    assert cost(4 * small) / max(cost(small), 0.002) < 7


@pytest.mark.slow
@pytest.mark.parametrize("size", [4, 4096])
def test_cost_of_mixed_trouble_is_linear(size: int) -> None:
    pieces = random.Random(7).choices([piece for piece in NASTY if len(piece) < 100], k=40_000)

    def cost(count: int) -> float:
        text = "".join(pieces[:count])
        began = time.process_time()
        read(SsmlFrontEnd(), [text[at : at + size] for at in range(0, len(text), size)])
        return time.process_time() - began

    # 4 when linear, 16 when quadratic.
    assert statistics.median(cost(40_000) / cost(10_000) for _ in range(3)) < 6
