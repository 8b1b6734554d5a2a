"""Properties of any text: cuts change nothing, nothing raises, no word is lost or doubled, cost is linear."""

import random
import re
import statistics
import time
import unicodedata
from typing import Protocol, TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plosive.text.asides import Asides
from plosive.text.characters import CharacterCleaner
from plosive.text.markdown.stripper import CodeBlocks, MarkdownStripper
from plosive.text.pipeline import TextPipeline
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from text.text_cuts import LANGUAGES, LENGTHS, TEXTS, split

T = TypeVar("T")


class Cutter(Protocol[T]):
    def feed(self, text: str, /) -> list[T]: ...
    def flush(self) -> list[T]: ...


def streamed(stage: Asides | MarkdownStripper | CharacterCleaner, frames: list[str]) -> str:
    return "".join([stage.feed(frame) for frame in frames]) + stage.flush()


def segmented(stage: Cutter[T], frames: list[str]) -> list[T]:
    return [segment for frame in frames for segment in stage.feed(frame)] + stage.flush()


def transcripts(pipeline: TextPipeline, frames: list[str]) -> list[str]:
    return [segment.text for segment in segmented(pipeline, frames)]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


def letters(text: str) -> str:
    return "".join(words(text))


@given(TEXTS, LENGTHS, st.sampled_from(["read", "skip", "say"]))
@example("k" + "~" * 64, [64, 1], "read")
@example("k" + "*" * 128, [64, 1], "read")
@example("~~~ " + "word " * 300 + "\nwords", [7], "read")
@example(" " * 1500 + "words", [7], "read")
@example("[a]: " + "b" * 1500 + "\nwords", [7], "read")
@example("![…]Hello", [1], "read")
@example("[a]: b 'word [a\n\n'", [1], "read")
@settings(max_examples=500)
def test_cuts_do_not_change_what_the_stripper_gives(text: str, lengths: list[int], code: CodeBlocks) -> None:
    whole = streamed(MarkdownStripper(code=code), [text])
    assert streamed(MarkdownStripper(code=code), list(text)) == whole
    assert streamed(MarkdownStripper(code=code), split(text, lengths)) == whole


@given(TEXTS, LENGTHS)
@example("।\u200d", [1])
@example("\x1f\u0378", [1])
@settings(max_examples=300)
def test_cuts_do_not_change_what_the_cleaner_gives(text: str, lengths: list[int]) -> None:
    whole = streamed(CharacterCleaner(), [text])
    assert streamed(CharacterCleaner(), list(text)) == whole
    assert streamed(CharacterCleaner(), split(text, lengths)) == whole
    whole.encode()


@given(TEXTS, LENGTHS, LANGUAGES)
@example("। . i", [1], "en")
@example("o։ .", [1], "en")
@example("fi" + "।" * 64, [1], "el")
@example("." * 64 + '"Go. Now', [64], "en")
@example('"C!\u2003\x0b" .', [1], "en")
@example("1. Compute 3². Then add 4². ", [1], "en")
@example("Buy milk\n- \neggs", [11, 9], "en")
@settings(max_examples=500)
def test_cuts_do_not_change_the_sentences(text: str, lengths: list[int], language: str) -> None:
    whole = segmented(SentenceSplitter(language), [text])
    assert segmented(SentenceSplitter(language), list(text)) == whole
    assert segmented(SentenceSplitter(language), split(text, lengths)) == whole


@given(TEXTS, LENGTHS, LANGUAGES, st.booleans())
@example("HelloHelloHelloHello(। \x1f )", [1], "en", True)
@settings(max_examples=500)
def test_cuts_do_not_change_the_pipeline(text: str, lengths: list[int], language: str, markdown: bool) -> None:
    whole = transcripts(TextPipeline(language, markdown), [text])
    assert transcripts(TextPipeline(language, markdown), list(text)) == whole
    assert transcripts(TextPipeline(language, markdown), split(text, lengths)) == whole


@given(st.lists(TEXTS, min_size=1, max_size=12).map(" ".join), LENGTHS)
@example("e\u0301<b>Hello\n\n", [1])
@settings(max_examples=200)
def test_cuts_do_not_change_long_texts(text: str, lengths: list[int]) -> None:
    whole = transcripts(TextPipeline("en"), [text])
    assert transcripts(TextPipeline("en"), split(text, lengths)) == whole
    assert transcripts(TextPipeline("en"), list(text)) == whole


# What answers of language models are made of.
ANSWER_PIECES = [
    "Basil wants warmth", "a sunny windowsill", "Dr.", "Mr. Pell", "e.g. at night", "U.S.", "about $3.50 a bag", "2.5 weeks",
    "iPhones", "word.The way", "1,000.It is",
    "**bold words**", "*it*", "__so__", "`1 cm`", "[her guide](http://a.b/c?d=1)", "(see it)", '"Never at noon."', '"yes"',
    "**Light:**", "**Stop.**", "naïve café", "it’s", "…", "**open", "a_b", "3", "I", "end", "https://a.b/c",
    ".", ".", ".", "!", "?", ",", ":", ";", " ", " ", " ", " ", " ", "  ", "\n", "\n\n", ". ", ". ", "? ", "\n- ", "\n- ",
    "¿Ya", "Él", "好的，", "列车。", "한국어는 ", "です", "？",
    "**Step 1**\n", "\n**Age:** 5  \n", "\na. ", ". **Bold** x", '. "Then', "【1†a】",
    "\n* ", "\n1. ", "\n2. ", "\n## ", "\n> ", "\n| a | b |", "\n```\n", "\n    ", "|", "<b>", "&amp;", "🎉", "字", "\t", "- ",
    "1) ", "words that go on and on until they are rather long for one breath " * 2,
]  # fmt: skip
ANSWERS = st.lists(st.sampled_from(ANSWER_PIECES), max_size=40).map("".join)


@given(ANSWERS, LENGTHS, st.sampled_from(["en", "de", "el", "zh", "ko"]))
@example("Dr. Aa (b. Cc", [4], "en")
@example("\n## ,\n- ", [1], "en")
@example("\n## -  Basil wants warmth\n1. ", [1], "en")
@example("\n- **Light:** in Rome. In May  \nNext", [1], "en")
@example("Dr.\n1. ", [1], "en")
@example("**Stop**.Mr. Pell", [9], "en")
@example("2.5 weeks.I  🎉\n* ", [1], "en")
@example("A →. m\n\n", [1], "en")
@example("So!I  🎉\n```", [2, 9], "en")
@example("* b\n\n**ds**. T\n2.", [1], "de")
@example("# ll. c\n- *it*. c\n2. o", [1], "en")
@example("字\n】*p,\n\nil. T*p", [1], "en")
@example("|Dr.", [1], "en")
@example("\n1. 【1†a】", [1], "en")
@example("**Light:**Dr.\n**Age:** 5  \nBasil wants warmth", [1], "en")
@settings(max_examples=1000)
def test_answers_are_cut_the_same_in_any_frames(text: str, lengths: list[int], language: str) -> None:
    asides, stripper, splitter = Asides(), MarkdownStripper(), SentenceSplitter(language)
    whole = segmented(splitter, [streamed(stripper, [streamed(asides, [text])])])
    assert transcripts(TextPipeline(language), [text]) == whole
    assert transcripts(TextPipeline(language), list(text)) == whole
    pipeline, segments = TextPipeline(language), []
    frames = split(text, lengths)
    for count, frame in enumerate(frames, 1):
        segments += [segment.text for segment in pipeline.feed(frame)]
        ending = pipeline.ending
        assert pipeline.holds_text == (len(transcripts(TextPipeline(language), frames[:count])) > len(segments))
        assert pipeline.ending is ending  # asking changes nothing
    assert segments + [segment.text for segment in pipeline.flush()] == whole


@given(TEXTS, LANGUAGES)
@example("Hello\n\n\u0301Hello", "en")
@settings(max_examples=300)
def test_sentences_lose_and_double_nothing(text: str, language: str) -> None:
    segments = segmented(SentenceSplitter(language), [text])
    assert letters(" ".join(segments)) == letters(text)
    assert all(segment == segment.strip() and words(segment) for segment in segments)


@given(TEXTS, LENGTHS, st.lists(st.booleans(), min_size=1, max_size=9), st.booleans())
@settings(max_examples=300)
def test_settling_at_any_time_keeps_the_words(
    text: str, lengths: list[int], settles: list[bool], markdown: bool
) -> None:
    plain = streamed(MarkdownStripper() if markdown else CharacterCleaner(), [streamed(Asides(), [text])])
    pipeline = TextPipeline("en", markdown)
    segments = []
    for turn, frame in enumerate(split(text, lengths)):
        segments += pipeline.feed(frame)
        if settles[turn % len(settles)]:
            ending, settled = pipeline.ending, pipeline.settle()
            assert bool(settled) <= (ending is not Ending.NONE)
            segments += settled
    segments += pipeline.flush()
    # A mark let go of early may be read differently ("$3." and "14$"), so digits and letters only.
    if not markdown:
        assert letters(" ".join(segment.text for segment in segments)) == letters(plain)


PROSE_WORDS = [
    "Hello", "there.", "Dr.", "Smith", "paid", "$3.14!", "Is", "it?", "at", "5", "p.m.", "yesterday...", "(maybe)", "left.",
]  # fmt: skip
PROSE = st.lists(st.sampled_from(PROSE_WORDS), min_size=1, max_size=30).map(" ".join)


@given(PROSE, LENGTHS, st.lists(st.booleans(), min_size=1, max_size=9))
def test_plain_prose_comes_through_markdown_and_settling_word_by_word(
    text: str, lengths: list[int], settles: list[bool]
) -> None:
    pipeline = TextPipeline("en")
    segments = []
    for turn, frame in enumerate(split(text, lengths)):
        segments += pipeline.feed(frame)
        if settles[turn % len(settles)]:
            segments += pipeline.settle()
    segments += pipeline.flush()
    assert letters(" ".join(segment.text for segment in segments)) == letters(text)
    assert not pipeline.holds_text


@given(TEXTS, LENGTHS)
def test_a_flushed_pipeline_is_as_new(text: str, lengths: list[int]) -> None:
    pipeline = TextPipeline("en")
    transcripts(pipeline, [text])
    assert not pipeline.holds_text
    assert transcripts(pipeline, split(text, lengths)) == transcripts(TextPipeline("en"), [text])


@given(TEXTS, LENGTHS, st.sampled_from(["read", "skip", "say"]))
@example("~~~", [3], "say")
@example("    [", [1], "say")
def test_held_text_is_told_truly(text: str, lengths: list[int], code: CodeBlocks) -> None:
    pipeline = TextPipeline("en", code=code)
    for frame in split(text, lengths):
        pipeline.feed(frame)
    assert pipeline.holds_text == bool(pipeline.flush())


@given(st.text(max_size=80))
@example("a\ud83d\ude00b")
def test_nothing_unspeakable_comes_out(text: str) -> None:
    for segment in transcripts(TextPipeline("en"), [text]):
        segment.encode()
        assert not re.search(
            "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\u20e3\ufe0f]", segment
        )


NASTY = [
    "a.", "a@", "1,", "(", "**a*", "`", "`a", "[*", "[", "]", "[a](", "](", "<!--", "<a ", "<", "&", "$", "$a", "|", "| ", "*",
    "_", "-", "=", "#", "~", ">", "\\", "!", "?", ".", "…", "\n", " ", "\u3000", "\u200b", "a", "9", "字", "あ", '"', "“", "'a",
    "a ", "1. ", "- ", "e\u0301", "\u0301", "👍", "2014-01-02 ", "+1 555 ", "Dr. ", "U.S. ", ". ", "! ", "「", "。", "\u200d",
    "a|b\n", "[a]: b\n", "```\n", "<a b='", "x*y", "[^", "[a][", "$1", "\n\n", "&a", "!["
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "characters"])
@pytest.mark.parametrize("piece", NASTY)
def test_cost_is_linear(piece: str, whole: bool) -> None:
    def cost(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        frames = [text] if whole else list(text)
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            transcripts(TextPipeline("en"), frames)
            best = min(best, time.process_time() - began)
        return best

    # Measured is the growth from n to 4n, which is 4 when linear and 16 when quadratic.
    small = 25_000 if whole else 5_000
    assert cost(4 * small) / max(cost(small), 0.002) < 7


@pytest.mark.slow
@pytest.mark.parametrize("size", [4, 4096])
def test_cost_of_mixed_trouble_is_linear_and_no_frame_blocks(size: int) -> None:
    pieces = random.Random(7).choices(NASTY, k=100_000)

    def costs(count: int) -> list[float]:
        text = "".join(pieces[:count])
        pipeline, costs = TextPipeline("en"), []
        for at in range(0, len(text), size):
            began = time.process_time()
            pipeline.feed(text[at : at + size])
            costs.append(time.process_time() - began)
        return costs

    def ratio() -> float:
        small = sum(costs(25_000))
        large = costs(100_000)
        assert sorted(large)[-2] < 0.05  # one may have met the garbage collector
        return sum(large) / small

    # 4 when linear, 16 when quadratic.
    assert statistics.median(ratio() for _ in range(3)) < 6
