"""Cleans a client's text for espeak-ng: no control codes of the library, and no words of the shapes that crash it.

PURE. Fuzzers keep finding crashes in the library. This avoids the known ones; for the others engines run in child processes.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_LONGEST_WORD: Final = 100
"""Characters. espeak-ng keeps a word in 160 bytes and has overrun that before (upstream issues 1827 and 1913). Languages that
write no spaces, such as Thai, are cut at this length too."""

_MOST_APOSTROPHES: Final = 20
"""In one word. espeak-ng peels suffixes such as 's off one by one; about 70 of them overrun 200 bytes (PR 2495)."""

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
    """The text without anything that the library would take for a command. A listener hears the same."""
    text = text.translate(_CONTROLS)
    text = _TOO_MANY_DOTTED.sub(r"\1, ", text)
    return _LONG_WORD.sub(lambda word: "".join(_broken(word[0])), text)


def _broken(word: str) -> Iterator[str]:
    """A word with spaces where it grows too long or has too many apostrophes, if possible not before a combining mark."""
    length = apostrophes = 0
    for character in word:
        is_mark = unicodedata.category(character)[0] == "M"
        # No script writes eight marks on a letter; a letter with more is cut among them.
        is_full = (length >= _LONGEST_WORD - 8 and not is_mark) or length == _LONGEST_WORD
        if is_full or apostrophes == _MOST_APOSTROPHES:
            yield " "
            length = apostrophes = 0
        length += 1
        apostrophes += character in _APOSTROPHES
        yield character
