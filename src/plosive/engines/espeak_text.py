"""What of a client's text espeak-ng may be given: no control of its own, and no word of the shapes that crash it.

PURE. A limit in front of a library that fuzzers keep finding crashes in: it helps and is not enough, so engines run in child
processes all the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_LONGEST_WORD: Final = 100
"""Characters. espeak-ng keeps a word in 160 bytes and has overrun that before (upstream issues 1827 and 1913). Where words are
not spaced, as in Thai, a longer run is cut as well."""

_MOST_APOSTROPHES: Final = 20
"""In one word. From about 70 on, suffixes such as 's, which espeak-ng peels off one by one, overrun 200 bytes (PR 2495)."""

# espeak-ng takes the accents, the prime and, between letters, the question mark for an apostrophe too (translate.c).
_APOSTROPHES: Final = "'\u00b4\u2018\u2019\u02bc\u2032?"

_MOST_DOTTED: Final = 12
"""Single letters between dots, as in U.S.A. espeak-ng copies such a word into 80 bytes without counting (`CheckDottedAbbrev`);
a letter is up to 4, and the last dot of each group gives way to a comma's pause."""

# It drops an apostrophe after the letter first.
_DOTTED: Final = rf"[^\s.][{_APOSTROPHES}]{{0,3}}"
_TOO_MANY_DOTTED: Final = re.compile(rf"((?:{_DOTTED}\. ?){{{_MOST_DOTTED - 1}}}{_DOTTED})\.(?= ?[^\s.])")

_LONG_WORD: Final = re.compile(rf"\S{{{_MOST_APOSTROPHES + 1},}}")

# "[[" starts phoneme input, and so does "[" before U+0002 even when that is off; U+0001 starts commands that change the
# voice; NUL ends the text. A bracket of another shape sounds the same: none is spoken.
_CONTROLS: Final = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], " ") | {
    ord("["): "(",
    ord("]"): ")",
}


def speakable(text: str) -> str:
    """The text as espeak-ng may be given it: it means the same to a listener, and nothing else to the library."""
    text = text.translate(_CONTROLS)
    text = _TOO_MANY_DOTTED.sub(r"\1, ", text)
    return _LONG_WORD.sub(lambda word: "".join(_broken(word[0])), text)


def _broken(word: str) -> Iterator[str]:
    """A word with spaces where it would grow too long or have too many apostrophes, if possible not before a mark."""
    length = apostrophes = 0
    for character in word:
        is_mark = unicodedata.category(character)[0] == "M"
        # Eight marks on a letter are more than any script writes; what has more is cut among them.
        is_full = (length >= _LONGEST_WORD - 8 and not is_mark) or length == _LONGEST_WORD
        if is_full or apostrophes == _MOST_APOSTROPHES:
            yield " "
            length = apostrophes = 0
        length += 1
        apostrophes += character in _APOSTROPHES
        yield character
