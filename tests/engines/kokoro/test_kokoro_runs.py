"""How an utterance is cut into runs of Kokoro's model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.engines.kokoro.runs import MOST_TOKENS, cut
from plosive.engines.misaki.runs import Run, tokens
from plosive.engines.misaki.symbols import Word


def passage(text: str, speed: float = 1.0, pause_s: float = 0.0) -> Run:
    """Its words said as they are spelt."""
    return Run([Word(word, word) for word in text.split()], speed, 1.0, pause_s)


def runs(*passages: Run) -> list[str]:
    return [" ".join(word.text for word in run.words) for run in cut(passages)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Short enough to be one.
        ("Hello there.", ["Hello there."]),
        ("Well, hello there.", ["Well, hello there."]),
        ("It is what it is, yes.", ["It is what it is, yes."]),
        # The first clause first.
        ("It is what it is, and so it will be.", ["It is what it is,", "and so it will be."]),
        ("Well, it is what it is, and so it will be.", ["Well, it is what it is,", "and so it will be."]),
        ("It is what it is (really), and so it will be.", ["It is what it is (really),", "and so it will be."]),
        # A sentence after another is a run of its own.
        ("Hello there. How are you?", ["Hello there.", "How are you?"]),
        # Up to 100 characters without a clause are one.
        ("a nice word " * 8 + "so.", ["a nice word " * 8 + "so."]),
        # More are cut between words.
        ("a nice word " * 9 + "so.", ["a nice word " * 4 + "a nice word", "a nice word " * 3 + "a nice word so."]),
        # So are those with a clause that ends late.
        ("a nice word " * 8 + "so, yes.", ["a nice word " * 4 + "a nice word", "a nice word " * 2 + "a nice word so, yes."]),
    ],
)  # fmt: skip
def test_what_is_said_first(text: str, expected: list[str]) -> None:
    assert runs(passage(text)) == expected


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        # From clause to clause, the more of them the more is yet to be played.
        ("some of the words that are here, " * 20, [33, 33, 33, 66, 99, 132, 264]),
        # A clause that is too far, or none: between words.
        ("Yes it does work, " + "and " * 100 + "so.", [18, 24, 36, 52, 80, 120, 92]),
        # No sentence is cut so near its end.
        ("Yes it does work, " + "and " * 7 + "so.", [18, 32]),
    ],
)
def test_later_runs_grow(text: str, lengths: list[int]) -> None:
    assert [len(run) + 1 for run in runs(passage(text))] == lengths


def test_runs_rest_at_their_marks_and_spans_at_their_pauses() -> None:
    said = list(
        cut([passage("One two three four, five six seven eight.", speed=2.0, pause_s=1.0), passage("", pause_s=0.5)])
    )
    assert [run.pause_s for run in said] == [0.15 / 2, 0.35 / 2 + 1.0, 0.5]
    assert [len(run.words) for run in said] == [4, 4, 0]


def test_nothing_to_say() -> None:
    assert runs(passage("")) == []


texts = st.lists(
    st.sampled_from(["a", "word", "clause,", "sentence.", "x" * 90, "y" * 700, "z " * 400, "—"]), max_size=80
)


@given(st.lists(texts, min_size=1, max_size=3))
def test_every_symbol_is_said_once_in_runs_that_fit(passages: list[list[str]]) -> None:
    asked = [Run([Word(word.strip(), word.strip()) for word in words], 1.0, 1.0, 0.0) for words in passages]
    said = list(cut(asked))
    assert all(1 <= tokens(run.words) <= MOST_TOKENS for run in said)
    assert "".join(word.symbols for run in said for word in run.words).replace(" ", "") == "".join(
        word.symbols for each in asked for word in each.words
    ).replace(" ", "")


def test_a_long_text_without_marks_is_cut_in_time_linear_in_its_length() -> None:
    said = list(cut([passage("word " * 20_000)]))
    assert sum(len(run.words) for run in said) == 20_000
