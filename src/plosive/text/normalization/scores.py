"""Reads two numbers that relate: ratios (3:1), results (won 4-1), ratings (4/5 stars) and splits (24/7, 50/50).

It refuses to guess: "4:10" is a time and "5-2" a label without a word that says more.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.languages.number_cues import Signs
from plosive.text.normalization.amounts import number_alone
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.cues import cues_of
from plosive.text.normalization.reader import (
    Reader,
    next_word,
    number_reader,
    word_before,
    words_before,
)

_BEGIN: Final = r"(?<![\w.,/:+-])(?P<first>[0-9]{1,3}"
_RATIO: Final = (
    _BEGIN + r"(?:[.,][0-9]{1,2})?)(?P<apart> ?):(?P<gap> ?)"
    r"(?P<second>[0-9]{1,3}(?:[., ][0-9]{3}){1,3}|[0-9]{1,7}(?:[.,][0-9]{1,2})?)(?P<third>:[0-9]{1,3})?"
    r"(?![\w/:%]|[.,][0-9]|-[0-9])"
)
_RESULT: Final = _BEGIN + r") ?[-–] ?(?P<second>[0-9]{1,3})(?![\w/:%°$€£]|[.,][0-9]|[-–][0-9])"
_SLASHED: Final = _BEGIN + r"(?:[.,][0-9])?)/(?P<second>[0-9]{1,3})(?![\w/:%]|[.,][0-9]|-[0-9])"
_PRESSURE: Final = (
    r"(?<![\w.,/:+-])(?P<first>[0-9]{1,3})/(?P<second>[0-9]{1,3})(?P<unit>[ \u00a0]?mm ?Hg)?"
    r"(?![\w/:%]|[.,][0-9]|-[0-9])"
)
_SIMPLE: Final = re.compile("[0-9]+/[0-9]+")
_BY: Final = (
    r"(?:[ \u00a0]?[xXхХ][ \u00a0]?|×)(?=(?P<money>(?:R\$|US\$|[€$£])[ \u00a0]?)?"
    r"(?P<second>[0-9]{1,5}(?:[.,][0-9]{1,3})?)(?![.,]?[0-9]|[A-WYZa-wyz]{1,2}[0-9]))"
)
_SIDE_BEFORE: Final = re.compile(
    r"(?:(?<![A-Za-z0-9_.,:/=-])|(?<=[0-9\"″'’′][xXхХ×]))(?<!= )"
    r"(?P<first>[0-9]{1,5}(?:[.,][0-9]{1,3})?)(?P<unit>[ \u00a0]?[cm]?m|[\"″'’′])?\Z"
)
# "Bread x2", at the end of an item
_TIMES_BEHIND: Final = r"(?<=[a-zà-ÿ)\]]) [x×](?P<number>[1-9][0-9]?)(?=,(?! x[0-9])|[;)]|\.?(?:\s*\Z|\n))"
_NOT_SIDE: Final = re.compile("[0-9.,]*[A-Fa-f](?![a-z])")  # "0x1F"
_AMOUNT_NEXT: Final = re.compile(r"[ \u00a0]?(?:(?:[mcdk]?[lLg]|min|[hs]|€|[KMGT]B)|-?(?:fl|oz|lbs?|m[lg]|k?g))(?!\w)")
_POWER_OF_TEN: Final = re.compile("10[\\^⁻⁰¹²³⁴-⁹]")
_EQUATION_NEXT: Final = re.compile(r"[0-9.,]+[ \u00a0]?=")
_TEAM: Final = r"[A-ZÀ-Þ][\w.'’]{0,24}"
_TEAMS_BEFORE: Final = re.compile(
    rf"{_TEAM}[ \u00a0]?[-–][ \u00a0]?{_TEAM}(?:[ \u00a0]{_TEAM}){{0,2}}[ \u00a0]?[:,]?[ \u00a0]\Z"
)
_FORMATS: Final = frozenset({("16", "9"), ("21", "9"), ("16", "10"), ("9", "16"), ("5", "4")})
_SCALES: Final = frozenset({"5", "6", "10", "20", "100"})
_LOWEST_SCALE: Final = 5
_WHOLE: Final = 100
_SHORTEST_ITEM: Final = 3  # letters
_LOOK: Final = 80
_MINUTES: Final = re.compile(r"[0-5][0-9](?:\.[0-9]{1,2})?")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language that has words for ratios."""
    signs = cldr.language.signs
    if not signs.ratio:
        return
    scores = _Scores(cldr, signs)
    ratio = _RATIO if cldr.words.spaced else _RATIO.replace("[.,]", "[.]")  # a comma is between two numbers
    yield number_reader(cldr, "ratio", ratio, scores.read_ratio, signs=":")
    yield number_reader(cldr, "score", _RESULT, scores.read_result, signs="-–:")
    yield number_reader(cldr, "split", r"(?<![\w.,/])24 ?[x×X*] ?7(?![\w.,/])", lambda _: signs.fixed.get("24/7"))
    if signs.pressure:
        yield number_reader(cldr, "blood pressure", _PRESSURE, scores.read_pressure, signs="/")
    yield number_reader(cldr, "split", _SLASHED, scores.read_slashed, signs="/")
    lettered = [key for key in signs.fixed if not _SIMPLE.fullmatch(key)]
    if lettered:
        yield number_reader(
            cldr, "split", rf"(?<![\w.,/])(?:{either(lettered)})(?!\w)", lambda m: signs.fixed[m.group()]
        )
    if signs.by:
        begins = r" [xXхХ] ?[0-9R€$£]", r"(?<=[0-9m\"″'’′])[xXхХ×] ?[0-9R€$£]"
        yield Reader("dimensions", _BY, scores.read_by, begins, ("xXхХ×",))
    if signs.times:
        apart = either(signs.times_apart.split())
        times = (
            rf"(?<![\w.,:/-])(?P<number>[0-9]{{1,3}}(?:\.[0-9])?)(?: (?=[xX] (?:{apart})(?![^\W\d_])))?[xX×]"
            rf"(?:/(?P<each>{either({*cldr.periods, *cldr.words.each})})(?!\w)|(?=[ \u00a0][a-zà-ÿ]))"
        )
        yield number_reader(cldr, "times", times, scores.read_times, signs="xX×")
        yield Reader("times", _TIMES_BEHIND, scores.read_times_behind, (" [x×][1-9]",), ("xX×", "0123456789"))


class _Scores:
    def __init__(self, cldr: Cldr, signs: Signs) -> None:
        self._signs = signs
        self._cldr = cldr
        self._number = number_alone(cldr)
        self._won, self._related, self._rated, self._pressures = (
            _any_of(words, spaced=cldr.words.spaced)
            for words in (signs.results, signs.ratios, signs.ratings, signs.pressures)
        )
        self._verses, self._going_on, self._shares, self._clocks = (
            frozenset(words.split()) for words in (signs.verses, signs.result_next, signs.shares, signs.clocks)
        )
        self._small = frozenset(cldr.language.sentences.starters.split())
        self._labels = frozenset(cldr.language.numerals.cues.split())
        self._times_next = frozenset(signs.times_next.split())
        self._day_cues = frozenset(cldr.language.calendar.day_cues.split())
        self._inflected = {str(count): word for count, word in enumerate(signs.inflected.split())}

    def read_ratio(self, match: re.Match[str]) -> str | None:
        """Say "3:1". Two digits after the colon are minutes, unless a word says that it is a ratio or a result."""
        first, second, third = match["first"], match["second"], match["third"]
        before = word_before(match)
        if before.lower() in self._verses:
            return match.group()
        is_ratio = _near(self._related, match)
        is_result = not is_ratio and _near(self._won, match)
        is_format = (first, second) in _FORMATS and not is_result
        if not (is_ratio or is_format):
            is_time = bool(_MINUTES.fullmatch(second))
            if is_time and (third or "." in second):
                return None  # "a record of 2:00:35"
            if is_time and (before.lower() in self._clocks or not self._is_won(match)):
                return None
            if match["gap"] and not is_result and not self._is_apart(match, before):
                return None
            is_result = is_result or before[:1].isupper()  # after the name of a team
        pattern = self._signs.format if is_format else self._signs.score if is_result else ""
        said = self._pair(pattern or self._signs.ratio, first, second)
        return self._pair(self._signs.ratio, said, third[1:]) if third else said

    def _is_apart(self, match: re.Match[str], before: str) -> bool:
        """Whether "3 : 2" has blanks on both sides, and is no label ("Step 3 : 2 eggs"), division or code ("? 0 : 1")."""
        if not match["apart"] or self._signs.spaced_colon or next_word(match) not in {"", *self._going_on}:
            return False
        labelled = before[:1].isupper() or before.lower() in self._labels or before.lower() in self._signs.steps
        text, start, end = match.string, match.start(), match.end()
        return not labelled and text[max(0, start - 2) : start] != "? " and "=" not in text[end : end + 2]

    def read_result(self, match: re.Match[str]) -> str | None:
        """Say "4-1" beside a word of a result. A rising pair before a noun is a range: "won 3-5 games"."""
        first, second = match["first"], match["second"]
        rises = int(first) < int(second)
        following = next_word(match)
        if not rises and _near(self._related, match):
            return self._pair(self._signs.ratio, first, second)
        if cues_of(self._cldr).is_code(match):
            return None  # "Art.-Nr. 47-11"
        if not _near(self._won, match):
            # "Arsenal 3-1 Chelsea"
            if int(first) + int(second) == _WHOLE and not rises:
                return self._pair(self._signs.split, first, second)
            after = match.string[match.end() + 1 : match.end() + 2]
            before = match.string[max(0, match.start() - 60) : match.start()]
            if _TEAMS_BEFORE.search(before) and not rises:
                return self._pair(self._signs.score, first, second)
            if rises or not (following and after.isupper() and word_before(match)[:1].isupper()):
                return None
        elif rises and following and following not in self._going_on and not (self._won and self._won.match(following)):
            return None
        return self._pair(self._signs.score, first, second)

    def read_by(self, match: re.Match[str]) -> str | None:
        """Say the sign of "10 x 15 cm" and of the result "Flamengo 3 x 1 Vasco". "0x1F" and "M8x20" are no numbers."""
        text, end = match.string, match.end()
        side = _SIDE_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if not side or _EQUATION_NEXT.match(text, end) or _NOT_SIDE.match(text, end):
            return None
        before = text[max(0, side.start() - 30) : side.start()].rstrip()
        after = text[end + len(match["second"]) :].lstrip()
        teams = before[-1:].isalpha() and before.split()[-1][0].isupper() and after[:1].isupper()
        if (
            self._signs.score_by
            and not side["unit"]
            and (teams or _near(self._won, match) or "0" in {side["first"], match["second"]})
        ):
            return self._signs.score.format("", "")
        if side["first"] == "0":
            return None  # "0x10"
        # "3 x 250 ml" is no size.
        amount = _POWER_OF_TEN.match(text, end) or _AMOUNT_NEXT.match(text, end + len(match["second"]))
        is_product = match["money"] or amount
        return f" {self._signs.said.get('×', self._signs.by) if is_product else self._signs.by} "

    def read_times(self, match: re.Match[str]) -> str | None:
        """Say "3x" before a small word: "10x mais rápido". None if it may be a variable: "2x is even"."""
        if self._times_next and not match["each"] and next_word(match) not in self._times_next:
            return None
        number = match["number"]
        noun = self._cldr.form(tuple(self._signs.times.split()), number)
        counts = (each.words for each in self._cldr.language.writes.counts if re.fullmatch(each.before, noun))
        said = f"{next((words[number] for words in counts if number in words), number)} {noun}"
        return self._cldr.per(said, match["each"]) if match["each"] else said

    def read_times_behind(self, match: re.Match[str]) -> str | None:
        """Say "Bread x2". None behind a small word, where x2 is a variable: "solve for x2"."""
        before = word_before(match).lower()
        if len(before) < _SHORTEST_ITEM or before in self._small:
            return None
        return f" {self._signs.said.get('×', self._signs.by)} {match['number']}"

    def read_slashed(self, match: re.Match[str]) -> str | None:
        """Say "24/7", "60/40" and "4/5 stars"."""
        first, second = match["first"], match["second"]
        if fixed := self._signs.fixed.get(f"{first}/{second}"):
            return fixed
        if first.isdigit() and int(first) + int(second) == _WHOLE and int(first) and int(second):
            return self._pair(self._signs.split, first, second)
        step = self._signs.steps.get(word_before(match).lower())
        if step and first.isdigit() and int(first) <= int(second):
            return self._pair(step, first, second)
        # "On 6/9" is a day, "6 1/8" a mixed number.
        before = match.string[max(0, match.start() - 2) : match.start()]
        if word_before(match).lower() in self._day_cues or before[:1].isdigit():
            return None
        is_decimal = not first.isdigit() and second in _SCALES
        is_rating = is_decimal or (int(second) >= _LOWEST_SCALE and _near(self._rated, match))
        if is_rating and float(first.replace(",", ".")) <= int(second) and next_word(match) not in self._shares:
            return self._pair(self._signs.out_of, first, second)
        return None

    def read_pressure(self, match: re.Match[str]) -> str | None:
        """Say the two pressures of blood, "120/80", in millimeters of mercury or beside a word for them."""
        first, second = match["first"], match["second"]
        if int(first) <= int(second) or not (match["unit"] or _near(self._pressures, match)):
            return None
        unit = self._cldr.unit("mmHg", second).partition("{0}")[2] if match["unit"] else ""
        return self._pair(self._signs.pressure, first, second) + unit

    def _is_won(self, match: re.Match[str]) -> bool:
        """Whether a word of a result stands directly before or after a match."""
        beside = f"{' '.join(words_before(match))} {next_word(match)}"
        return self._won is not None and self._won.search(beside) is not None

    def _pair(self, pattern: str, first: str, second: str) -> str:
        """Say two numbers by a pattern of `Signs`."""
        if pattern == "{0} {1}" and len(second) > 2:
            pattern = "{0}, {1}"  # espeak-ng would take "98 102" for one number
        first, second = self._number(first), self._number(second)
        return pattern.format(first, second, self._inflected.get(second, second), self._inflected.get(first, first))


def _any_of(words: str, *, spaced: bool) -> re.Pattern[str] | None:
    """Return an expression for the places of any of the words. A "*" stands for any ending."""
    if not words:
        return None
    listed = words.split()
    either_word = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in listed)
    expression = f"(?<!\\w)(?:{either_word})(?!\\w)" if spaced else f"(?:{either_word})"
    return re.compile(places(first_of(listed), expression), re.IGNORECASE)


def _near(words: re.Pattern[str] | None, match: re.Match[str]) -> bool:
    """Whether one of the words stands in the same sentence near a match."""
    if words is None:
        return False
    text, start, end = match.string, match.start(), match.end()
    return bool(words.search(text, max(0, start - _LOOK), start) or words.search(text, end, end + _LOOK // 2))
