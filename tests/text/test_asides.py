"""What a text says beside its words: sounds in brackets, terminal escapes, stage directions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plosive.text.asides import StageDirections
from plosive.text.pipeline import TextPipeline
from plosive.text.sentences.splitter import Ending
from text.text_cuts import LENGTHS, split


def segments(frames: list[str], directions: StageDirections = "read", markdown: bool = True) -> list[str]:
    pipeline = TextPipeline(markdown=markdown, directions=directions)
    released = [segment for frame in frames for segment in pipeline.feed(frame)] + pipeline.flush()
    return [segment.text for segment in released]


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("That is funny [laughter], yes.", ["That is funny, yes."]),
        ("[sighs] I know. [clears throat] Well then.", ["I know.", "Well then."]),
        ("So (laughs softly) I left. (Chuckles)", ["So I left."]),
        ("[LAUGHS] Right! [excited] We won.", ["Right!", "We won."]),
        ("\x1b[31mred\x1b[0m and \x1b]0;a title\x07blue\x1b(B.", ["red and blue."]),
        ("\x1b[1;38;5;200mBold\x1b[m \x1b[2Kline.", ["Bold line."]),
        # Not asides.
        ("He was (really) there (calm).", ["He was (really) there (calm)."]),
        ("f(laughs) is a call.", ["f(laughs) is a call."]),
        ("The laughs came (laughs, sighs).", ["The laughs came (laughs, sighs)."]),
    ],
)
def test_sounds_in_brackets_and_escapes_are_silent(text: str, said: list[str], markdown: bool) -> None:
    assert segments([text], markdown=markdown) == segments(list(text), markdown=markdown) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See [laughs](http://x.y/z) here.", ["See laughs here."]),
        ("So [the king] left.", ["So the king left."]),
        ("Hi <laugh> there <sigh/> friend <emotion value='sad'/> now.", ["Hi there friend now."]),
    ],
)
def test_links_and_notes_are_read_and_tags_are_not(text: str, said: list[str]) -> None:
    assert segments([text]) == segments(list(text)) == said


@pytest.mark.parametrize(
    ("text", "said", "direction"),
    [
        ("My name is Henry. *Holds out hand* Nice to meet you.", ["My name is Henry.", "Nice to meet you."], 1),
        ("*waves* Hello there.", ["Hello there."], 0),
        ("Fine.\n*smiles and nods*\nBye.", ["Fine.", "Bye."], 1),
        ("I see. *walks away*", ["I see."], 1),
        # Emphasis.
        ("*The Trial* is a novel.", ["The Trial is a novel."], None),
        ("*Note:* Use it.", ["Note: Use it."], None),
        ("It is *very* good. Yes.", ["It is very good.", "Yes."], None),
        ("**Bold** Text here.", ["Bold Text here."], None),
        ("* An item\n* Another one", ["An item", "Another one"], None),
        ("2 * 3 * 4 is more.", ["2 * 3 * 4 is more."], None),
    ],
)
def test_stage_directions_are_sentences_of_their_own_or_silent(
    text: str, said: list[str], direction: int | None
) -> None:
    assert segments([text], "skip") == segments(list(text), "skip") == said
    read = segments([text])
    assert read == segments(list(text))
    if direction is not None:
        assert read.pop(direction) in text
    assert read == said


PIECES = [
    "*", "*Waves*", " Hi", ".", ". ", "\n", "[", "]", "(", ")", "laughs", "sighs", " softly", "[sad]", "\x1b", "[31m",
    "\x1b]0;", "\x07", "a", "B", " ", "x(", "](", "1️⃣",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    LENGTHS,
    st.sampled_from(["read", "skip"]),
    st.booleans(),
)
@settings(max_examples=1000)
def test_cuts_change_nothing(text: str, lengths: list[int], directions: StageDirections, markdown: bool) -> None:
    whole = segments([text], directions, markdown)
    assert segments(list(text), directions, markdown) == whole
    assert segments(split(text, lengths), directions, markdown) == whole


def test_an_aside_at_the_end_does_not_hide_the_end_of_the_sentence() -> None:
    pipeline = TextPipeline()
    assert pipeline.feed("That is funny. [laughs]") == []
    assert pipeline.ending is Ending.LIKELY
    assert [segment.text for segment in pipeline.settle()] == ["That is funny."]
    assert not pipeline.holds_text


def test_an_open_direction_is_held_text() -> None:
    pipeline = TextPipeline()
    pipeline.feed("*Holds out")
    assert pipeline.ending is Ending.NONE
    assert pipeline.holds_text
