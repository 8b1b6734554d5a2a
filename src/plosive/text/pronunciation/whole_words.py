"""Decides where words start and end in folded text, in any script.

It refuses to know dictionaries: the caller finds an item and asks whether it is whole words at that place.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from typing import Final

from plosive.text.languages import language_of
from plosive.text.pronunciation import clitics

_LETTERS, _HEBREW, _ARABIC, _INDIC, _HANGUL, _KATAKANA = range(6)
_THAI, _BURMESE, _KHMER, _HIRAGANA, _HAN = range(6, 11)
_SPACELESS: Final = _THAI
# The first characters of Unicode blocks, and how their words are written. Scripts that may share a word (Latin, Greek,
# Cyrillic, digits) count as one, as do neighbouring blocks that never share one. Lao (0E80) is like Thai, Tai scripts
# (1950, 1A20) are like Khmer; Tibetan (0F00) puts a mark between syllables.
_BLOCKS: Final = (
    (0x0000, _LETTERS), (0x0590, _HEBREW), (0x0600, _ARABIC), (0x0900, _INDIC), (0x0E00, _THAI), (0x0F00, _INDIC),
    (0x1000, _BURMESE), (0x10A0, _LETTERS), (0x1100, _HANGUL), (0x1200, _LETTERS), (0x1780, _KHMER),
    (0x1800, _LETTERS), (0x1950, _KHMER), (0x1A00, _LETTERS), (0x1A20, _KHMER), (0x1AB0, _LETTERS), (0x2E80, _HAN),
    (0x3040, _HIRAGANA), (0x30A0, _KATAKANA), (0x3100, _HAN), (0x3130, _HANGUL), (0x3190, _HAN), (0x31F0, _KATAKANA),
    (0x3200, _HAN), (0xA000, _LETTERS), (0xA8E0, _INDIC), (0xA900, _LETTERS), (0xA960, _HANGUL), (0xA980, _LETTERS),
    (0xAC00, _HANGUL), (0xD800, _LETTERS), (0xF900, _HAN), (0xFB00, _LETTERS), (0x1B000, _HIRAGANA),
    (0x1B170, _LETTERS), (0x20000, _HAN), (0x323B0, _LETTERS),
)  # fmt: skip
_STARTS: Final = [start for start, _ in _BLOCKS]
# Letters that are spoken with the letter before them: Thai and Lao vowels, small kana, the long sound mark.
_SOUNDS_WITH_LAST: Final = frozenset("ะาำๅๆฯະາຳຽໆーぁぃぅぇぉゃゅょゎゝゞ々")
_SOUNDS_WITH_NEXT: Final = frozenset("เแโใไເແໂໃໄ")
_CONTRACTED: Final = frozenset(language_of("en").joined.contracted.split())
_ELIDED: Final = frozenset((language_of("fr").joined.elided + " " + language_of("it").joined.elided).split())
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]{1,12}\Z")
_NEGATION: Final = re.compile(r"t(?!\w)")
_GENITIVE: Final = re.compile(r"s(?!\w)")
_APOSTROPHE_IS_LETTER: Final = re.compile("[\u0400-\u052f\u0590-\u05ff]")
_ACRONYM_GOES_ON: Final = re.compile(r"[^\W\d_](?!\w)\.?")


def _script(char: str) -> int:
    return _BLOCKS[bisect(_STARTS, ord(char)) - 1][1]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def in_word(char: str) -> bool:
    """Whether a character may be part of a word: letters, digits, marks, vowel signs, underscores (in identifiers)."""
    return char.isalnum() or char == "_" or _is_mark(char)


def is_symbol(char: str) -> bool:
    """Whether an item with this character at an end needs no word boundary there. True also for "²" and "½"."""
    return not in_word(char) or unicodedata.category(char) == "No"


def runs_on(left: str, right: str) -> bool:
    """Whether two neighbouring characters would be read as one word, in a script with spaces."""
    return in_word(left) and in_word(right) and min(_script(left), _script(right)) < _SPACELESS


def _joined(left: str, right: str) -> bool:
    """Whether no word can end between two characters."""
    if _is_mark(right) or right in _SOUNDS_WITH_LAST or left in _SOUNDS_WITH_NEXT:
        return not left.isspace()
    if not (in_word(left) and in_word(right)):
        return False
    script = _script(left)
    return script == _script(right) and script < _SPACELESS


def is_word(folded: str, start: int, end: int, offsets: Sequence[int]) -> bool:
    """Whether folded[start:end] is whole words, and whole characters of the text."""
    if (start and offsets[start] == offsets[start - 1]) or (end < len(folded) and offsets[end] == offsets[end - 1]):
        return False
    return _starts_word(folded, start, end) and _ends_word(folded, start, end)


def _starts_word(folded: str, start: int, end: int) -> bool:
    if not start:
        return True
    before, first = folded[start - 1], folded[start]
    if _joined(before, first):
        return is_symbol(first) or bool(clitics.before(folded, start, end))
    if first.isdigit() and unicodedata.category(before) == "Sc":
        return False
    if start == 1 or not in_word(first) or not in_word(folded[start - 2]):
        return True
    if before in ".,:":
        return not (first.isdigit() and folded[start - 2].isdigit())
    if before == "'" or (before == '"' and _script(first) == _HEBREW):
        word = _WORD_BEFORE.search(folded[max(0, start - 13) : start - 1])
        return bool(word and word.group() in _ELIDED)
    return True


def _ends_word(folded: str, start: int, end: int) -> bool:
    if end == len(folded):
        return True
    last, after = folded[end - 1], folded[end]
    if _joined(last, after):
        return is_symbol(last) or (_script(last) == _HANGUL and clitics.follow(folded, start, end))
    if not in_word(last):
        return not (last == "." and end - start > 2 and _ACRONYM_GOES_ON.match(folded, end))
    if last.isdigit() and unicodedata.category(after) == "Sc":
        return False
    following = folded[end + 1 : end + 2]
    if after in ".,:":
        return not (last.isdigit() and following.isdigit())
    if after == "'" and following.isalpha():
        word = _WORD_BEFORE.search(folded[max(0, end - 12) : end])
        joins = _CONTRACTED if _GENITIVE.match(folded, end + 1) else _CONTRACTED | _ELIDED
        if _NEGATION.match(folded, end + 1) or (word and word.group() in joins):
            return False
        return not _APOSTROPHE_IS_LETTER.match(following)
    if after == '"':
        return not (_script(last) == _HEBREW and _APOSTROPHE_IS_LETTER.match(following))
    return not (after == "#" or after == following == "+")
