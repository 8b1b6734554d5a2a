"""Finds the phoneme at which each word of a text begins. PURE.

A phonemizer writes most words apart, but joins some ("of the") and makes several of others ("21").
"""

import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate


def is_word(text: str) -> bool:
    """Whether it has a letter or a digit, which sound."""
    return any(unicodedata.category(character)[0] in "LN" for character in text)


def _is_spelled(word: str) -> bool:
    return not any(unicodedata.category(character)[0] == "N" for character in word)


def word_places(
    words: Sequence[str], groups: Sequence[tuple[int, Sequence[str]]], alone: Callable[[str], Sequence[str]]
) -> list[int]:
    """The index of the first phoneme of each word, in ascending order.

    `groups` are the phonemes between spaces, each group with the index of its first phoneme. `alone` makes the phonemes of one
    word. It is called only if there are not as many words as groups, or if a word has digits, which are read as several words.
    A word that does not sound (a dash) begins with the next one.
    """
    end = groups[-1][0] + len(groups[-1][1]) if groups else 0
    spoken = [(start, symbols) for start, symbols in groups if any(map(is_word, symbols))]
    sounding = [word for word in words if is_word(word)]
    starts = [start for start, _ in spoken]
    if len(sounding) != len(spoken) or not all(map(_is_spelled, sounding)):
        starts = _matched([_sounds(alone(word)) for word in sounding], spoken, end)
    places: list[int] = []
    left = iter(starts)
    waiting = 0
    for word in words:
        waiting += 1
        if is_word(word):
            places += [next(left)] * waiting
            waiting = 0
    return places + [end] * waiting


def _matched(alone: list[list[str]], spoken: Sequence[tuple[int, Sequence[str]]], end: int) -> list[int]:
    """Where words begin in `spoken`: matched by their phonemes alone, in proportion where those differ."""
    indexes = [start + offset for start, symbols in spoken for offset, symbol in enumerate(symbols) if is_word(symbol)]
    sounds = [symbol for _, symbols in spoken for symbol in symbols if is_word(symbol)]
    expected = [symbol for sounds in alone for symbol in sounds]
    begins = [0, *accumulate(map(len, alone))][:-1]
    # Anchors: (index among the expected sounds, index among the spoken ones). Between two anchors: in proportion.
    anchors = [(0, 0)]
    for block in SequenceMatcher(None, expected, sounds, autojunk=False).get_matching_blocks():
        anchors += [(block.a, block.b), (block.a + block.size, block.b + block.size)]
    anchors.append((len(expected), len(sounds)))
    places = []
    known = 0
    for begin in begins:
        while known + 2 < len(anchors) and anchors[known + 1][0] <= begin:
            known += 1
        (a, b), (next_a, next_b) = anchors[known], anchors[known + 1]
        place = b + (begin - a) * (next_b - b) // max(next_a - a, 1)
        places.append(indexes[place] if place < len(indexes) else end)
    return [*accumulate(places, max)]


def _sounds(symbols: Sequence[str]) -> list[str]:
    return [symbol for symbol in symbols if is_word(symbol)]
