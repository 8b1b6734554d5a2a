"""Owns how long a text is when it is spoken, and where one that is too long may be cut."""

import itertools
import re
import unicodedata
from typing import Final, NamedTuple


class Limits(NamedTuple):
    """How long a segment may get, in Latin characters."""

    cut: int
    """A longer one is cut after a clause or at a space here at the latest: about 10 s, and what is left is at least 4 s."""
    longest: int = 210
    """A sentence that no mark ends before is cut. People say sentences of up to 14 s: 13 of 252 of a corpus have 160 to 206."""


# Pieces shorter than about 4 s sound chopped; inside quotes and brackets shorter sentences stay with their frame.
SHORTEST: Final = 60

# A Han character is a syllable of three to four Latin letters, a kana, Hangul or Ethiopic one is about two.
_IDEOGRAPHS: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYLLABLES: Final = "\u1200-\u137f\u3041-\u30ff\u31f0-\u31ff\uac00-\ud7af"
WIDE: Final = _IDEOGRAPHS + _SYLLABLES
"""The characters that are longer than a Latin letter, as the body of a character class."""
HEAVIEST: Final = 3
"""How much longer the longest of them are."""
_HAN: Final = re.compile(f"[{_IDEOGRAPHS}]")
_SYLLABIC: Final = re.compile(f"[{_SYLLABLES}]")
_HEAVY: Final = re.compile(f"[{WIDE}]")

_CLAUSE: Final = re.compile("[,;:)\u061b\u060c\u1363\u1364](?=\\s)|[–—](?=\\s)|[\u3001\uff0c\uff1b\uff1a\u00b7]")
_GAP: Final = re.compile(r"(?<!\d)\s|\s(?!\d)")


def is_wide(text: str) -> bool:
    """Whether any of the text is in characters that are longer than a Latin letter."""
    return not text.isascii() and _HEAVY.search(text) is not None


def speech_length(text: str) -> int:
    """How long the text is in speech, counted in Latin characters."""
    if not is_wide(text):
        return len(text)
    return len(text) + 2 * len(_HAN.findall(text)) + len(_SYLLABIC.findall(text))


def overlong_at(text: str, start: int, longest: int) -> int | None:
    """Where a segment that begins at `start` gets too long, or None while it is not."""
    size = len(text) - start
    if size * HEAVIEST <= longest or (size <= longest and text.isascii()):
        return None
    window = text[start : start + longest + 1]
    if window.isascii():
        return start + longest if len(window) > longest else None
    if speech_length(window) <= longest:
        return None
    at = start + _reach(window, longest)
    return at if at < len(text) else None


def hard_cut(text: str, start: int, end: int, limits: Limits) -> int:
    """Where to cut a text without an end: after a clause, else at a space, else between two graphemes."""
    window = text[start:end]
    first, last = (_reach(window, weight) for weight in (SHORTEST, limits.cut))
    cut = 0
    for place in (_CLAUSE, _GAP):
        # What stands behind the last place tells whether it is one, so the pattern sees the whole window.
        ends = (found.end() for found in place.finditer(window, first))
        cut = cut or max(itertools.takewhile(last.__ge__, ends), default=0)
    if not cut:
        cut = last
        while cut > 1 and _continues(window[cut - 1], window[cut]):
            cut -= 1
        cut = cut if cut > 1 else last
    return start + cut


def _reach(window: str, weight: int) -> int:
    """How many characters of the window are spoken in the time of `weight` Latin ones."""
    if not _HEAVY.search(window):
        return min(weight, len(window))
    for at, char in enumerate(window):
        weight -= 3 if _HAN.match(char) else 2 if _SYLLABIC.match(char) else 1
        if weight < 0:
            return at
    return len(window)


def _continues(before: str, char: str) -> bool:
    """Whether a grapheme goes on from one character to the next (UAX #29, as far as spelling needs it)."""
    return (
        unicodedata.category(char)[0] == "M"
        or char in "\u200c\u200d"
        or before == "\u200d"
        or unicodedata.combining(before) == 9  # a virama joins the next letter
    )
