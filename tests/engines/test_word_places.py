"""The first phoneme of each word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.engines.word_places import word_places

ALONE = {
    "of": "ʌv",
    "the": "ðə",
    "other": "ˈʌðɚ",
    "21": "twˈɛnti wˈʌn",
    "things": "θˈɪŋz",
    "say": "sˈeɪ",
    "a-b": "ˈeɪbˈiː",
}


def places(text: str, phonemes: str) -> list[int]:
    groups, start = [], 0
    for group in phonemes.split(" "):
        groups.append((start, list(group)))
        start += len(group) + 1
    return word_places(text.split(), groups, lambda word: list(ALONE[word]))


@pytest.mark.parametrize(
    ("text", "phonemes", "expected"),
    [
        ("say things", "sˈeɪ θˈɪŋz", [0, 5]),
        ("say — things", "sˈeɪ θˈɪŋz", [0, 5, 5]),
        ("say things —", "sˈeɪ θˈɪŋz", [0, 5, 10]),
        ("say of the other", "sˈeɪ ʌvðɪ ˈʌðɚ", [0, 5, 7, 10]),
        ("say 21 things", "sˈeɪ twˈɛnti wˈʌn θˈɪŋz", [0, 5, 18]),
        ("say 21 of the things", "sˈeɪ twˈɛnti wˈʌn ʌvðə θˈɪŋz", [0, 5, 18, 20, 23]),
        ("", "sˈeɪ", []),
        ("say", "", [0]),
    ],
)
def test_words_are_placed(text: str, phonemes: str, expected: list[int]) -> None:
    assert places(text, phonemes) == expected


words = st.lists(st.sampled_from([*ALONE, "—", "..."]), max_size=12)


@given(words, st.lists(st.text("abc ˈ.", max_size=6), max_size=12))
def test_every_word_has_one_place_and_none_goes_back(texts: list[str], groups: list[str]) -> None:
    placed, start = [], 0
    for group in groups:
        placed.append((start, list(group)))
        start += len(group) + 1
    found = word_places(texts, placed, lambda word: list(ALONE[word]))
    assert len(found) == len(texts)
    assert found == sorted(found)
    assert all(0 <= place <= start for place in found)
