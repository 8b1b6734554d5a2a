"""Folds text for comparison: removes case, optional marks and other ways to write the same letter.

It refuses to decide what a word is. It maps each folded character to its place in the text.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

# A run of these is a word or a part of one, in scripts that may share a word, and digits. A fast filter only.
RUN_OF: Final = "0-9a-z\u00df-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u037d\u037f-\u0386\u0388-\u0481\u048a-\u052f"
RUN: Final = re.compile(f"[{RUN_OF}]+")
# Format characters, joiners, variation selectors and the Arabic tatweel change the look of a word only. The vowels and
# points of Arabic and Hebrew are usually not written.
_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670"
)
_IS_UNSEEN: Final = re.compile(f"[{_UNSEEN}]").match
# A capital that may be "ı". With a dot or an accent it is surely "i".
TURKISH_I: Final = re.compile("I(?![\u0300-\u036f])")
_GREEK_ACCENT: Final = re.compile("([\u03b1-\u03c9]\u0308?)\u0301")
_APOSTROPHES: Final = "’ʼ‘ʻ＇"
# Normalized text without any of these folds character by character.
_NEEDS_CARE: Final = re.compile(f"[{_UNSEEN}ʼ‘ʻ‐״׳]|i\u0307|\\s\\s|[^\\S ]")
_PART: Final = re.compile(r"(?P<ascii>(?:[!-~]| (?=[!-~]))+(?=[ -~]|\Z))|(?P<space>\s+)|(?s:.)")
# Compatibility forms that are the same letter in another shape (UAX #44, 5.7.3). Others have a meaning: ² ½ ™ ①.
_SHAPES: Final = frozenset(
    ["<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>", "<font>", "<noBreak>"]
)
# UAX #15 (stream-safe text) allows 30 marks on a letter; sorting longer runs into order takes quadratic time.
_MARKS: Final = 30


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text, and the offset in `text` of each of its characters and of its end.

    All characters of a letter with marks have the offset of the letter.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.lower(), range(len(text) + 1)
    folded = text.casefold().replace("’", "'")
    # The ellipsis also has a compatibility form, but it is no letter, and too common for the slow path.
    same = len(folded) == len(text) and not _NEEDS_CARE.search(folded)
    if same and (folded.isascii() or unicodedata.is_normalized("NFKC", folded.replace("…", "."))):
        return folded, range(len(text) + 1)
    parts: list[str] = []
    offsets: list[int] = []
    start = end = 0  # of the letter that may still get marks

    def close_letter() -> None:
        if start < end:
            letter = _fold_letter(text[start:end])
            parts.append(letter)
            offsets.extend([start] * len(letter))

    for part in _PART.finditer(text):
        at, to = part.span()
        if part.lastgroup is None and at == end and 0 < end - start <= _MARKS and _extends(text[at]):
            end = to
            continue
        close_letter()
        start, end = at, to
        if part.lastgroup == "ascii":
            parts.append(part.group().lower())
            offsets.extend(range(at, to))
            start = end
        elif part.lastgroup == "space":
            parts.append(" ")
            offsets.append(at)
            start = end
    close_letter()
    offsets.append(len(text))
    return "".join(parts), offsets


@lru_cache(4096)
def _extends(char: str) -> bool:
    """Whether a character belongs to the letter before it: a mark, an invisible one, the rest of a Hangul syllable."""
    return char > "\xa0" and bool(
        unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff" or char in "ﾞﾟ" or _IS_UNSEEN(char)
    )


@lru_cache(4096)  # German has an ß in every sentence
def _fold_letter(letter: str) -> str:
    """Fold one letter with its marks (Unicode 3.13, D145: decompose, then casefold)."""
    shaped = "".join(unicodedata.normalize("NFKC", char) if _is_shape(char) else char for char in letter)
    decomposed = unicodedata.normalize("NFD", shaped).casefold()
    folded = unicodedata.normalize("NFC", "".join(char for char in decomposed if not _IS_UNSEEN(char)))
    for apostrophe in _APOSTROPHES:
        folded = folded.replace(apostrophe, "'")
    return folded.replace("i\u0307", "i").replace("‐", "-").replace("׳", "'").replace("״", '"')


def _is_shape(char: str) -> bool:
    return unicodedata.decomposition(char).partition(" ")[0] in _SHAPES or "\ufb00" <= char <= "\ufb17"


def greek_capitals(folded: str) -> str:
    """Return folded Greek without accents, as its capitals are usually written. Empty if it has no accents."""
    decomposed = unicodedata.normalize("NFD", folded)
    bare = _GREEK_ACCENT.sub(r"\1", decomposed)
    return "" if bare == decomposed else unicodedata.normalize("NFC", bare)
