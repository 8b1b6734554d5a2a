"""Estimates the spoken length of a text, and cuts a text that is too long."""

import itertools
import re
import unicodedata
from typing import Final, NamedTuple


class Limits(NamedTuple):
    """How long a segment may get, in Latin characters."""

    cut: int
    """A longer text is cut here at the latest, after a clause or at a space: about 10 s, with at least 4 s left over."""
    longest: int = 210
    """The longest sentence. People say sentences of up to 14 s: 13 of the 252 in a corpus have 160 to 206 characters."""


# Pieces shorter than about 4 s sound chopped. A shorter sentence in quotes or brackets stays with the text around them.
SHORTEST: Final = 60

# A Han character is a syllable of three to four Latin letters, a kana, Hangul or Ethiopic one is about two.
_IDEOGRAPHS: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYLLABLES: Final = "\u1200-\u137f\u3041-\u30ff\u31f0-\u31ff\uac00-\ud7af"
WIDE: Final = _IDEOGRAPHS + _SYLLABLES
"""Characters whose speech is longer than a Latin letter's, as the body of a character class."""
HEAVIEST: Final = 3
"""The length of the longest of them, in Latin letters."""
_HAN: Final = re.compile(f"[{_IDEOGRAPHS}]")
_SYLLABIC: Final = re.compile(f"[{_SYLLABLES}]")
_HEAVY: Final = re.compile(f"[{WIDE}]")

_CLAUSE: Final = re.compile("[,;:)\u061b\u060c\u1363\u1364](?=\\s)|[–—](?=\\s)|[\u3001\uff0c\uff1b\uff1a\u00b7]")
_GAP: Final = re.compile(r"(?<!\d)\s|\s(?!\d)")


def is_wide(text: str) -> bool:
    """Whether the text has any character of `WIDE`."""
    return not text.isascii() and _HEAVY.search(text) is not None


def speech_length(text: str) -> int:
    """Return the spoken length of the text, in Latin characters."""
    if not is_wide(text):
        return len(text)
    return len(text) + 2 * len(_HAN.findall(text)) + len(_SYLLABIC.findall(text))


def overlong_at(text: str, start: int, longest: int) -> int | None:
    """Return the position at which a segment from `start` becomes longer than `longest`, or None."""
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
    """Return where to cut a text without a sentence end: after a clause, else at a space, else between two graphemes."""
    window = text[start:end]
    first, last = (_reach(window, weight) for weight in (SHORTEST, limits.cut))
    cut = 0
    for place in (_CLAUSE, _GAP):
        # The text after the last place decides whether it is one, so the pattern searches the whole window.
        ends = (found.end() for found in place.finditer(window, first))
        cut = cut or max(itertools.takewhile(last.__ge__, ends), default=0)
    if not cut:
        cut = last
        while cut > 1 and continues_grapheme(window[cut - 1], window[cut]):
            cut -= 1
        cut = cut if cut > 1 else last
    return start + cut


def _reach(window: str, weight: int) -> int:
    """Return the number of characters of the window whose spoken length is `weight` Latin characters."""
    if not _HEAVY.search(window):
        return min(weight, len(window))
    for at, char in enumerate(window):
        weight -= 3 if _HAN.match(char) else 2 if _SYLLABIC.match(char) else 1
        if weight < 0:
            return at
    return len(window)


def continues_grapheme(before: str, char: str) -> bool:
    """Whether a grapheme goes on from one character to the next (UAX #29, as far as spelling needs it)."""
    return (
        unicodedata.category(char)[0] == "M"
        or char in "\u200c\u200d"
        or before == "\u200d"
        or unicodedata.combining(before) == 9  # a virama joins the next letter
    )
