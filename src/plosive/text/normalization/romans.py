"""Reads Roman numerals: "Chapter IV", "Henry VIII", "le XIXe siècle"."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.languages.language import Spoken
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, word_before

_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN: Final = (
    r"(?<![\w.'’&/-])(?!XXX)(?=[IVX]{{2}})(?P<numeral>X{{0,3}}(?:IX|IV|V?I{{0,3}}))(?P<ending>{})?(?![\w'’&/-])"
)
# Rulers whose numeral is said as an ordinal, in the spellings of English, German and Dutch.
_RULERS: Final = str.split(
    "Alexander Benedict Benedikt Catherine Charles Christian Clement Edward Elizabeth Elisabeth Ferdinand Francis Franz"
    " Frederick Friedrich George Georg Gregory Gregor Gustav Heinrich Henry Innocent Ivan James Johannes John Karel Karl"
    " Katharina Leo Leopold Lodewijk Louis Ludwig Mary Maximilian Napoleon Nicholas Nikolaus Otto Paul Peter Philip"
    " Philipp Pius Ramesses Richard Rudolf Urban Wilhelm Willem William"
)


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language that reads them."""
    words = cldr.words
    if words.romans:
        yield Reader("Roman numeral", _ROMAN.format(words.roman_endings or "(?!)"), lambda m: _read(words, m))


def roman(numeral: str) -> int:
    """Return the number of a well-formed numeral in capitals."""
    values = [_VALUES[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _read(words: Spoken, match: re.Match[str]) -> str | None:
    numeral = match["numeral"]
    if not numeral:
        return None
    number, before = roman(numeral), word_before(match)
    if match["ending"]:
        return words.ordinal(number, before)
    if words.romans == "named" and not before[:1].isupper():
        return None
    if words.regnal and before in _RULERS:
        return f"{words.regnal} {words.ordinal(number, words.regnal)}"
    return str(number)
