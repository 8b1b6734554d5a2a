"""What of a client's text espeak-ng may be given: no control of its own, and no word of the shapes that crash it.

PURE. A limit in front of a library that fuzzers keep finding crashes in: it helps and is not enough, so engines run in child
processes all the same.
"""

import re
import unicodedata
from typing import Final

_LONGEST_WORD: Final = 100
"""Characters. No language's own words are longer (German and Finnish records lie near 80); espeak-ng keeps a word in 160 bytes
and has overrun that before (upstream issues 1827 and 1913)."""

_MOST_APOSTROPHES: Final = 20
"""In one word. From about 70 on, suffixes such as 's, which espeak-ng peels off one by one, overrun 200 bytes (PR 2495)."""

# espeak-ng takes the accents, the prime and, between letters, the question mark for an apostrophe too (translate.c).
_APOSTROPHES: Final = "'\u00b4\u2018\u2019\u02bc\u2032?"

_MOST_DOTTED: Final = 12
"""Single letters between dots, as in U.S.A. espeak-ng copies such a word into 80 bytes without counting (`CheckDottedAbbrev`);
a letter is up to 4, and the last dot of each group gives way to a comma's pause."""

_TOO_MANY_DOTTED: Final = re.compile(rf"((?:[^\s.]\.[ ]?){{{_MOST_DOTTED - 1}}}[^\s.])\.(?=[ ]?[^\s.]\.?)")

_TOO_LONG: Final = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_TOO_MANY_APOSTROPHES: Final = re.compile(rf"(?:[^\s{_APOSTROPHES}]*[{_APOSTROPHES}]){{{_MOST_APOSTROPHES}}}(?=\S)")

# "[[" starts phoneme input, and so does "[" before U+0002 even when that is off; U+0001 starts commands that change the
# voice; NUL ends the text. A bracket of another shape sounds the same: none is spoken.
_CONTROLS: Final = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], " ") | {
    ord("["): "(",
    ord("]"): ")",
}


def speakable(text: str) -> str:
    """The text as espeak-ng may be given it: it means the same to a listener, and nothing else to the library."""
    text = text.translate(_CONTROLS)
    text = _TOO_MANY_APOSTROPHES.sub(r"\g<0> ", text)
    text = _TOO_MANY_DOTTED.sub(r"\1, ", text)
    return _TOO_LONG.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    """Spaces in a word at least every `_LONGEST_WORD` characters, never between a letter and its marks."""
    parts = []
    start = 0
    while len(word) - start > _LONGEST_WORD:
        end = start + _LONGEST_WORD
        while end > start + 1 and unicodedata.category(word[end])[0] == "M":
            end -= 1
        parts.append(word[start:end])
        start = end
    return " ".join([*parts, word[start:]])
