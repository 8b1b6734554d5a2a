"""PURE. Counts the words of a sentence that a recogniser heard wrong. Numbers in words and in figures are equal."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

_SMALL: Final = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
_CARDINALS: Final = {name: value for value, name in enumerate(_SMALL)} | {
    name: 20 + 10 * place for place, name in enumerate(_TENS)
}
_IRREGULAR_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
_ORDINALS: Final = (
    {f"{name}th": value for name, value in _CARDINALS.items() if value < 20}
    | {f"{name[:-1]}ieth": value for name, value in _CARDINALS.items() if value >= 20}
    | _IRREGULAR_ORDINALS
)
_LARGE: Final = {"thousand": 1_000, "million": 1_000_000}

_ONE_WORD: Final = {
    "dr": "doctor", "mr": "mister", "mrs": "missus", "ave": "avenue", "okay": "ok", "dollars": "dollar", "cents": "cent",
}  # fmt: skip
"""Spellings of one word; and the plurals that a currency sign does not show."""

_REWRITTEN: Final = (
    (re.compile(r"\b([ap])\.\s?m\b\.?"), r"\1m"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    (re.compile(r"\$(\d+)\.(\d\d)\b"), r"\1 dollars \2 cents"),
    (re.compile(r"\$(\d+)"), r"\1 dollars"),
    (re.compile(r"\b(\d{1,2})\.([0-5]\d)(?!\d)"), r"\1:\2"),  # the recogniser writes times so
    (re.compile(r"%"), " percent"),
    (re.compile(r"(?<=\d)\.(?=\d)"), " point "),
    (re.compile(r"\ba (?=hundred|thousand|million)"), "one "),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(it|he|she|that|there|here|what|who|where|how)'s\b"), r"\1 is"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'"), ""),
)
_TOKEN: Final = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+")


def words(text: str) -> list[str]:
    """Lower-case words without marks, contractions in full. A run of numbers becomes one word of figures, however it was
    written or said: "2:30", "two thirty" and "2 30" are "230", "nineteen sixty-nine" is "1969", "twenty-first" is "21st"."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    for pattern, replacement in _REWRITTEN:
        text = pattern.sub(replacement, text)
    found: list[str] = []
    number = _Number()
    tokens = _TOKEN.findall(text)
    for word, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        if number.takes(word, following):
            continue
        found += number.figures()
        number = _Number()
        if not number.takes(word, following):
            found.append(_ONE_WORD.get(word, word))
    return found + number.figures()


class _Number:
    """A run of numbers: a list of values, of which the last may still grow ("twenty" by "one", "nineteen" by "hundred")."""

    def __init__(self) -> None:
        self._figures: list[str] = []
        self._thousands = 0
        self._below: int | None = None  # the part of the last value below a thousand, as far as it is spelled out
        self._is_ordinal = False

    def takes(self, word: str, following: str) -> bool:
        """Go on with a word; False if it does not belong to the run."""
        if self._is_ordinal:
            return False
        if word.isdigit():
            self._close()
            self._figures.append(word)
        elif word[0].isdigit() or word in _ORDINALS:
            self._add(_ORDINALS.get(word, int(re.sub(r"\D", "", word) or 0)))
            self._is_ordinal = True
        elif word in _CARDINALS:
            self._add(_CARDINALS[word])
        elif word == "oh" and self._is_begun:
            self._add(0)
        elif word == "and":
            return self._grows_by_parts and following in _CARDINALS
        elif word == "hundred" and self._below is not None and 0 < self._below < 100:
            self._below *= 100
        elif word in _LARGE and self._is_begun:
            self._multiply(_LARGE[word])
        else:
            return False
        return True

    def figures(self) -> list[str]:
        """The run as one word; none if there is nothing in it."""
        self._close()
        joined = "".join(self._figures)
        return [joined + _suffix(joined) if self._is_ordinal else joined] if joined else []

    @property
    def _is_begun(self) -> bool:
        return bool(self._figures) or self._below is not None

    @property
    def _grows_by_parts(self) -> bool:
        """After hundreds or thousands: "two hundred and five"."""
        return self._below is not None and self._below % 100 == 0 and bool(self._below or self._thousands)

    def _add(self, value: int) -> None:
        below = self._below or 0
        if value and (self._grows_by_parts or (value < 10 and below % 10 == 0 and below % 100 >= 20)):
            self._below = below + value
        else:
            self._close()
            self._below = value

    def _multiply(self, large: int) -> None:
        if self._below is None:
            self._below = int(self._figures.pop())
        self._thousands += self._below * large
        self._below = 0

    def _close(self) -> None:
        if self._below is not None:
            self._figures.append(str(self._thousands + self._below))
        self._thousands, self._below = 0, None


def _suffix(figures: str) -> str:
    if figures[-2:-1] == "1":
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(figures[-1], "th")


def wrong_words(said: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest words to put in, leave out or replace to get from one to the other (Levenshtein's distance in words). Two
    words that the other side writes as one ("voice mail") are no error."""
    rows = [list(range(len(heard) + 1))]
    for at, word in enumerate(said, 1):
        row = [at]
        for place, other in enumerate(heard, 1):
            costs = [rows[-1][place] + 1, row[-1] + 1, rows[-1][place - 1] + (word != other)]
            if at > 1 and said[at - 2] + word == other:
                costs.append(rows[-2][place - 1])
            if place > 1 and heard[place - 2] + other == word:
                costs.append(rows[-1][place - 2])
            row.append(min(costs))
        rows.append(row)
    return rows[-1][-1]
