"""Words wrong: numbers and marks count the same however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.listening.words import words, wrong_words

vocabulary = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("At 2:30 PM.", "at two thirty p.m."),
        ("at 2:30 PM", "at 2.30pm"),
        ("at 7:30, and", "at 7.30 and"),
        ("at 7:05", "at seven oh five"),
        ("Call 555-0142.", "Call five five five zero one four two."),
        ("Call 555-0142.", "call 555 0142"),
        ("in 1969 by", "in nineteen sixty-nine by"),
        ("in 1969 by", "in nineteen hundred sixty nine by"),
        ("1250 dollars", "$1,250"),
        ("1250 dollars", "twelve hundred and fifty dollars"),
        ("1250 dollars", "one thousand two hundred fifty dollars"),
        ("$12.50", "twelve dollars 50 cents"),
        ("a hundred", "100"),
        ("two thousand and five", "2005"),
        ("5 million", "five million"),
        ("12,000", "twelve thousand"),
        ("3.5", "three point five"),
        ("5 percent", "5%"),
        ("March 3rd", "March third"),
        ("the 21st", "the twenty-first"),
        ("the 12th", "the twelfth"),
        ("the 90th", "the ninetieth"),
        ("Mr. Carter", "mister Carter"),
        ("It’s okay", "it is OK"),
        ("when you're back, I can't say", "when you are back I cannot say"),
        ("Sarah's bags won't fit", "Sarahs bags will not fit"),
    ],
)
def test_one_thing_in_two_spellings(said: str, heard: str) -> None:
    assert wrong_words(words(said), words(heard)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oh no, not one!", ["oh", "no", "not", "1"]),
        ("the one and only", ["the", "1", "and", "only"]),
        ("one and two", ["1", "and", "2"]),
        ("the first one", ["the", "1st", "1"]),
        ("two hundred and more", ["200", "and", "more"]),
        ("a hundred", ["100"]),
        ("hundreds of thousands", ["hundreds", "of", "thousands"]),
        ("", []),
    ],
)
def test_where_a_number_begins_and_ends(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.integers(0, 999_999))
def test_figures_stay_as_they_are(number: int) -> None:
    assert words(f"about {number:,} people") == words(f"about {number} people") == ["about", str(number), "people"]


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("a b c", "a b c", 0),
        ("a b c", "a x c", 1),
        ("a b c", "a c", 1),
        ("a b c", "a b b c", 1),
        ("a b c", "", 3),
        ("", "a b", 2),
        ("the voice mail", "the voicemail", 0),
        ("the voicemail", "a voice mail", 1),
        ("a b c d", "b c d e", 2),
    ],
)
def test_wrong_words(said: str, heard: str, wrong: int) -> None:
    assert wrong_words(said.split(), heard.split()) == wrong


@given(vocabulary, vocabulary)
def test_wrong_words_are_a_distance(said: list[str], heard: list[str]) -> None:
    wrong = wrong_words(said, heard)
    assert wrong == wrong_words(heard, said)
    assert abs(len(said) - len(heard)) <= wrong <= max(len(said), len(heard))
    assert (wrong == 0) == (said == heard)
