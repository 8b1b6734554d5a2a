"""Parses numbers, and writes them so that espeak-ng says them correctly. Reads the numbers before measure words.

Digits stay digits, because espeak-ng knows the number words of all its languages. The numbers that it says wrongly are
written in ICU's words; each language lists its own in `Writes`.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from plosive.text.languages.language import Counts
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import spelled_out
from plosive.text.normalization.reader import Reader, number_reader

# espeak-ng says up to 15 digits as one number in most languages, and no amount has more. Longer runs are identifiers and
# do not change. 6 groups are one more than 15 digits need.
DIGITS: Final = "[0-9]{1,15}"
"""A whole number without marks, as an expression."""
_MARKED: Final = f"{DIGITS}(?:[.,'’\\u00a0\\u202f][0-9]{{1,15}}){{0,6}}"
_SPACED: Final = "[0-9]{1,3}(?: [0-9]{3}){1,4}(?:[.,][0-9]{1,15})?(?![0-9]| [0-9]{2}(?![0-9]))"
# In languages that write groups with other marks, two numbers may follow each other. Round millions are one number.
_MILLIONS: Final = "(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{3}){1,3}(?<= 000)(?<=[0-9]{3} [0-9]{3})(?! ?[0-9])"
_POINTED: Final = r"(?<![^\s(\[“\"'‘$€£¥−–-])\.[0-9]{1,15}(?![0-9]|[.,][0-9])"
_GROUP_GAP: Final = re.compile("[ '’\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_MARKED_DIGITS: Final = re.compile("[0-9.,]+")
_MARK: Final = re.compile("[.,]")
_GROUP: Final = 3  # digits between two separators of thousands


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language that has other numbers before some nouns."""
    words: dict[str, dict[str, str]] = {}
    alternatives = []
    writes, joint = cldr.language.writes, cldr.words.joint
    # Texts without spaces have none behind a comma or a colon either.
    before = rf"(?<![\w./+{writes.not_after}])(?<![0-9][,:])" + ("(?<![,:])" if cldr.words.spaced else "")
    if writes.numbered:
        names = dict(zip(map(ord, "0123456789"), cldr.words.year_digits, strict=True))
        named = "(?<=[A-Z])[0-9]{3,4}(?<!00)(?![A-Za-z0-9.,:/-])"  # "G102", "A320"
        pattern = rf"(?:{before}[0-9]{{3,4}}(?={writes.numbered})|{named})"
        yield number_reader(cldr, "digits", pattern, lambda m: m.group().translate(names))
    for counts in writes.counts:
        group = f"count{len(words)}"
        words[group] = counts.words
        after = "|".join(f"(?<={word.replace('_', ' ')} )" for word in counts.after.split())
        alternatives.append(f"(?:{after})(?P<{group}>{'|'.join(counts.words)})[ \u00a0]?(?=(?:{counts.before}))")
    if alternatives:
        pattern = rf"{before}(?:{'|'.join(alternatives)})"
        yield number_reader(cldr, "count", pattern, lambda m: words[m.lastgroup or ""][m[m.lastgroup or ""]] + joint)
    for counts in writes.counts:
        if counts.span:
            number = "|".join(sorted(counts.words, key=len, reverse=True))
            span = rf"(?P<low>{number})[ \u00a0]?[-–~～][ \u00a0]?(?P<high>{number})[ \u00a0]?(?=(?P<noun>{counts.before}))"
            pattern = rf"(?<!-){before}{span}"
            yield number_reader(cldr, "count", pattern, partial(_read_span, counts))


def _read_span(counts: Counts, match: re.Match[str]) -> str:
    """Say both numbers of "3~5명" with their noun."""
    return counts.span.format(counts.words[match["low"]].strip(), counts.words[match["high"]], match["noun"])


# These scales are adjectives: "5 mil euros", but "5 millones de euros".
_ADJECTIVES: Final = frozenset({"mil", "mila", "mille", "thousand"})
_VOWELS: Final = "aeéiou"


class Number(NamedTuple):
    """A parsed number: its digits without leading zeros, and its fraction in digits or words ("and a half")."""

    whole: str
    fraction: str = ""
    and_part: str = ""
    is_locative: bool = False

    @property
    def plain(self) -> str:
        """The number with a full stop before its fraction."""
        if self.and_part:
            return self.whole + ".5"
        return f"{self.whole}.{self.fraction}" if self.fraction else self.whole


class Numbers:
    """The numbers of one language. `pattern` finds them, as they are written; `begins` finds ".5"."""

    def __init__(self, cldr: Cldr) -> None:
        self._words = words = cldr.words
        self._cldr = cldr
        self._writes = writes = cldr.language.writes
        self._wholes = re.compile(writes.wholes or "(?!)")
        self._fraction_digits = writes.fraction_digits.split()
        pointed = f"|{_POINTED}" if cldr.decimal == "." else ""
        spaced = _SPACED if cldr.spaces_groups or words.spaced_groups else _MILLIONS
        self.pattern = f"(?:{spaced}|{_MARKED}{pointed})"
        self.begins = r"(?<![^\s(\[“\"'‘$€£¥−–-])\.(?=[0-9])" if pointed else "(?!)"
        # The mark that espeak-ng says wrongly before a fraction.
        self._mark = "," if words.comma else "." if words.point and cldr.decimal == "." else ""

    def written_out(self, whole: str, match: re.Match[str] | None = None) -> str:
        """Return a whole number as it is, or in words if espeak-ng says it wrongly. `match` is its place in a text."""
        found = self._wholes.match(match.string, match.start()) if match else self._wholes.fullmatch(whole)
        return self._spelled(whole, self._writes.rule) if found and found.group() == whole else whole

    def dotted(self, value: str) -> str:
        """Return a version with the word between its numbers, if espeak-ng needs it."""
        point = self._words.point or (value.count(".") > 1 and self._words.dotted)
        return value.replace(".", f" {point} ") if point and "," not in value else value

    def shown(self, number: Number) -> str:
        """Write a number for espeak-ng: no groups, the language's decimal mark or its word."""
        if number.and_part:
            return f"{number.whole}{self._words.joint}{number.and_part}"
        if not number.fraction:
            return self.written_out(number.whole)
        mark = self._words.comma or (self._cldr.decimal == "." and self._words.point) or ""
        if not mark:
            return self.written_out(number.whole) + self._cldr.decimal + number.fraction
        if not self._fraction_digits:
            return f"{self.written_out(number.whole)} {mark} {number.fraction}"
        digits = [self._fraction_digits[int(digit)] for digit in number.fraction]
        if digits[0].isascii():
            return f"{self.written_out(number.whole)} {mark} {' '.join(digits)}"
        return spelled_out(int(number.whole), self._cldr.code, "cardinal") + mark + "".join(digits)

    def counted(self, written: str, noun: str, before: str = "") -> str:
        """Return the words for a number, or for "1/2", between the word before it and its noun; "" if it has none."""
        counts = (
            each
            for each in self._writes.counts
            if written in each.words and (not each.after or before in each.after.split())
        )
        return next((each.words[written] for each in counts if re.fullmatch(each.before, noun)), "")

    def agreeing(self, number: Number, noun: str) -> str:
        """Write a number; its last 1 or 2 is the word that agrees with `noun`, a singular. "21 минута" is "20 одна"."""
        plain = number.plain
        if number.is_locative:
            return self._spelled(plain, "cardinal-masculine-locative")
        if plain != "1" and (counted := self.counted(plain, noun)):
            return counted
        if self._words.one and plain[-1] == "1" and plain.isdigit() and self._cldr.plural(plain) == "one":
            return _with_last(plain, self._words.one, noun) or self.shown(number)
        if self._words.two and plain[-1] == "2" and (plain == "2" or self._cldr.plural(plain) == "few"):
            return _with_last(plain, self._words.two, noun) or self.shown(number)
        return self.shown(number)

    def scaled(self, number: Number, scale: tuple[str, ...], noun: str = "") -> str:
        """Say a number, its scale, such as "million", whose forms are those for `Cldr.form`, and what is counted."""
        one = self._cldr.form(scale, "1") if len(scale) > 1 or number.plain == "1" else ""
        said = f"{self.agreeing(number, one)} {self._cldr.form(scale, number.plain)}"
        of = " " if scale[0] in _ADJECTIVES else (noun[:1] in _VOWELS and self._words.of_before_vowel) or self._words.of
        return f"{said}{of}{noun}" if noun else said

    def is_misread(self, written: str, number: Number) -> bool:
        """Whether espeak-ng misreads a number as it is written: foreign marks, or groups separated by a space."""
        if not (written.isascii() and " " not in written) or written[0] == ".":
            return True
        if self._fraction_digits and not written.isdigit():
            return True
        if "." in written and "," in written:
            return written.rfind(self._cldr.decimal) < len(written.rstrip("0123456789")) - 1
        if self._wholes.fullmatch(number.whole):
            return True
        return bool(self._mark) and self._mark in written

    def parse(self, written: str, *, is_money: bool, has_unit: bool) -> Number | None:
        """Parse a written number. None if it is no number (1.2.3) or is ambiguous."""
        if written.isdigit():
            return Number(written)
        if written[0] == ".":
            return Number("0", written[1:])
        before, _, after = written.partition(self._cldr.decimal)
        if before.isdigit() and after.isdigit() and (len(after) != _GROUP or not is_money):
            return Number(before.lstrip("0") or "0", after)  # true for nearly every decimal
        text = _GROUP_GAP.sub("", written)
        if not _MARKED_DIGITS.fullmatch(text):
            return None
        *groups, last = _MARK.split(text)
        if not groups:
            return Number(text)
        marks = _MARK.findall(text)
        decimal = marks[-1] if self._is_decimal(marks, last, is_money=is_money) else ""
        whole, fraction = (groups, last) if decimal else ([*groups, last], "")
        if len({*marks[: len(whole) - 1]}) > 1 or not self._are_groups(whole):
            return None
        # A foreign decimal mark is ambiguous, unless money or a unit shows that the number is a decimal.
        if len(marks) == 1 and decimal and decimal != self._cldr.decimal and not (is_money or has_unit):
            return None
        return Number("".join(whole).lstrip("0") or "0", fraction)

    def _is_decimal(self, marks: list[str], last: str, *, is_money: bool) -> bool:
        if len(marks) > 1 and marks.count(marks[-1]) == 1:
            return True
        if len(marks) > 1:
            return False
        # Money has two decimals: "¥1,000" are a thousand in every language.
        return len(last) != _GROUP or (marks[0] == self._cldr.decimal and not is_money)

    @staticmethod
    def _are_groups(parts: list[str]) -> bool:
        # 12,34,567: in India only the last group has three digits.
        return len(parts) == 1 or (
            1 <= len(parts[0]) <= 3 and len(parts[-1]) == 3 and all(len(part) in {2, 3} for part in parts[1:-1])
        )

    def _spelled(self, whole: str, rule: str) -> str:
        said = spelled_out(int(whole), self._cldr.code, rule)
        for written, better in self._writes.corrected.items():
            said = said.replace(written, better)
        return said


def _with_last(plain: str, words: dict[str, str], noun: str) -> str:
    """Return the number with its last digit as a word; empty if none of the endings in `words` is that of the noun.

    The word without an ending is the one that espeak-ng says at the end of a longer number.
    """
    first = noun.split(maxsplit=1)[0] if noun else ""
    for ending, word in words.items():
        if first and (first.endswith(ending) or noun == ending):
            return f"{plain[:-1]}0 {word}" if len(plain) > 1 and ending else word if len(plain) == 1 else ""
    return ""
