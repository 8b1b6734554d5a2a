"""Phonemes to ids, and where long sentences are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP, phonemes_to_ids

from plosive.engines.piper.ids import encoding_steps, parts, spell
from plosive.engines.piper.phonemizer import Phoneme, Sentence

symbols = st.lists(st.sampled_from("abc ,.ˈ☃"), min_size=1, max_size=600)


def phonemes(text: str | list[str]) -> tuple[Phoneme, ...]:
    return tuple(map(Phoneme, text))


@given(symbols)
def test_ids_are_pipers(symbols: list[str]) -> None:
    spelling = spell(phonemes(symbols), DEFAULT_PHONEME_ID_MAP)
    assert list(spelling.ids) == phonemes_to_ids(symbols, DEFAULT_PHONEME_ID_MAP)
    assert len(spelling.phonemes) == len(spelling.ids)
    assert list(spelling.phonemes) == sorted(spelling.phonemes)
    assert spelling.starts[-1] == len(spelling.ids) - 1
    for index, symbol in enumerate(symbols):
        if symbol in DEFAULT_PHONEME_ID_MAP:
            assert spelling.ids[spelling.starts[index]] == DEFAULT_PHONEME_ID_MAP[symbol][0]


@given(symbols, st.lists(st.integers(0, 600)))
def test_parts_are_the_sentence_and_none_is_too_long(symbols: list[str], places: list[int]) -> None:
    words = tuple((str(place), min(place, len(symbols))) for place in sorted(places))
    made = list(parts(Sentence(phonemes(symbols), words), 100))
    assert [phoneme.symbol for part in made for phoneme in part.phonemes] == symbols
    assert [word for part in made for word, _ in part.words] == [word for word, _ in words]
    before = 0
    for part in made:
        assert len(spell(part.phonemes, DEFAULT_PHONEME_ID_MAP).ids) <= 100
        assert all((word, index + before) in words for word, index in part.words)
        before += len(part.phonemes)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("abc " * 20, [48, 32]),  # 48 phonemes are 99 ids: a word
        ("abc " * 6 + "ab, " + "abc " * 13, [28, 48, 4]),  # the clause rather than a later word
        ("a, " + "abc " * 20, [47, 36]),  # but not one that soon ends
        ("a" * 100, [48, 48, 4]),
    ],
)
def test_where_parts_end(text: str, lengths: list[int]) -> None:
    assert [len(part.phonemes) for part in parts(Sentence(phonemes(text), ()), 100)] == lengths


@given(
    st.lists(
        st.sampled_from(["ab", "abcd", "a", "abcabcabcabcabcabcabcabcabcabcabcabcabcabcabc"]), min_size=1, max_size=60
    )
)
def test_a_long_sentence_is_read_in_two(words: list[str]) -> None:
    given_phonemes = phonemes(" ".join(words))
    spelling = spell(given_phonemes, DEFAULT_PHONEME_ID_MAP)
    *firsts, whole = encoding_steps(given_phonemes, spelling)
    assert whole.read == whole.used == len(spelling.ids)
    assert len(firsts) == (len(spelling.ids) > 240)
    for first in firsts:
        assert 0 < first.used <= 96
        assert first.used <= first.read <= 144
