"""Writes dates in words. It refuses impossible dates, such as 31.13.2026."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.cues import cues_of
from plosive.text.normalization.number_words import PAIRED, YEAR_RULE, NumberWords, spelled_out
from plosive.text.normalization.reader import Reader, next_word, number_reader, word_before, words_before

_GAP: Final = "[ \\u00a0]"
_DATE: Final = (
    r"(?:(?<![\w.,/+-])|(?<=[./][0-9]{2}[-–])|(?<=[./][0-9]{4}[-–]))(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?=[0-9]{2}:)|(?![\w-]|[./][0-9]))"
    r"|(?P<first>[0-9]{1,2})(?P<mark>[./-])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|(?<=/)[0-9]{2})"
    r"(?:(?P<until>[ \u00a0]?[-–][ \u00a0]?)(?=[0-9]{1,2}(?P=mark)[0-9]{1,2}(?P=mark)[0-9]{2})|(?![\w/-]|[.,][0-9])))"
)
_YEAR_FIRST: Final = (
    r"(?<![\w.,/+-])(?P<year>(?:19|20)[0-9]{{2}})(?P<mark>{})(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})"
    r"(?![\w/-]|[.,][0-9])(?:\.(?=[ \u00a0]?[^\s0-9.,:;!?()'-]))?"
)
# "21.11.26", "21.11." and "21. 11. 2026" are dates only in languages that write dates with full stops.
_SHORT_DATE: Final = (
    r"(?<![\w.,/+-])(?P<sday>[0-9]{1,2})\.(?P<gap>[ \u00a0]?)(?P<smonth>[0-9]{1,2})\."
    r"(?:(?P=gap)(?P<syear>[0-9]{4}|[0-9]{2}))?(?![\w/-]|[.,][0-9]|[ \u00a0][0-9]{1,2}\.)"
)
_EXPIRY: Final = r"(?<![\w.,/+-])(?P<month>0?[1-9]|1[0-2])/(?P<year>20[0-9]{2}|[0-9]{2})(?![\w/-]|[.,][0-9])"
_DAY_AND_MONTH: Final = (
    r"(?<![\w.,/+-])(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})(?![\w/%°]|[.,:][0-9]|[ \u00a0]?[-–][ \u00a0]?[0-9])"
)
_DAY_SPAN: Final = (
    r"(?<![\w.,/+-])(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})[ \u00a0]?[-–][ \u00a0]?"
    r"(?P<third>[0-9]{1,2})/(?P<fourth>[0-9]{1,2})(?![\w/%°-]|[.,:][0-9])"
)
_PARTS: Final = frozenset([2, 3, 4, 8, 16, 32])  # of an inch or a cup
_FRACTIONS: Final = frozenset(["1/2", "1/3", "2/3", "1/4", "3/4"])
_DAY: Final = "(?:[12][0-9]|3[01]|0?[1-9])"
_YEAR: Final = r"(?:1[0-9]|20)[0-9]{2}(?![\w/-]|[.,:][0-9])"
_SPANNED: Final = re.compile(r"[./][0-9]{2,4}[ \u00a0]?[-–][ \u00a0]?\Z")  # the second date of a span
_HOUR_NEXT: Final = re.compile(r"[ \u00a0]\w{1,8}[ \u00a0][0-9]{1,2}(?:[:.h][0-9]{2}|h\b| ?[ap]\.?m\b)")
_LAST_DAY: Final = 31
_NOON: Final = 12
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OLD: Final = 50  # years of two digits from here on are of the 20th century


def _day_first(joints: str, months: str, nouns: str, comma: str) -> str:
    """Return the expression for spans of days, and for day, month and year: "5–7 Jan. 2026", "с 5 по 10 мая"."""
    return (
        rf"(?<![\w.,:/-])(?:(?P<from>{_DAY})\.?(?P<joint>[ \u00a0]?[-–][ \u00a0]?|{_GAP}(?P<joining>{joints}){_GAP}))?"
        rf"(?P<day>{_DAY})(?:(?P<dot>\.)|st|nd|rd|th|º|er)?{_GAP}(?:de{_GAP})?(?P<month>{months})(?!\w|\.?[-–])(?P<stop>\.)?"
        rf"(?:{comma}{_GAP}(?:de{_GAP})?(?P<year>{_YEAR})(?P<noun>{_GAP}(?:{nouns}))?)?"
    )


def _month_first(months: str) -> str:
    return (
        rf"(?<![\w.])(?P<month>{months})\.?{_GAP}(?P<day>{_DAY})(?:st|nd|rd|th)?"
        rf"(?:[ \u00a0]?[-–][ \u00a0]?(?P<last>{_DAY})(?:st|nd|rd|th)?)?"
        rf"(?![\w%]|[.,:/-][0-9])(?:,?{_GAP}(?P<year>{_YEAR}))?"
    )


def _full_month_first(months: str) -> str:
    return (
        rf"(?<![\w.])(?P<month>{months}){_GAP}(?P<day>{_DAY})(?:(?P<dash>[ \u00a0]?[-–][ \u00a0]?)(?P<last>{_DAY}))?"
        rf"(?![\w%°$€£]|[.,:/-][0-9]|{_GAP}[0-9])(?:(?P<comma>,?{_GAP})(?P<year>{_YEAR}))?"
    )


def _month_span(months: str) -> str:
    """Return the expression for "Aug-Oct", and for the first day of "Nov 30 - Dec 4"."""
    return (
        rf"(?<![\w.-])(?P<month>{months})\.?(?:{_GAP}(?P<day>{_DAY})(?:st|nd|rd|th)?)?[ \u00a0]?[-–][ \u00a0]?"
        rf"(?=(?P<next>{months})(?P<last>\.?{_GAP}{_DAY}(?!\w))?(?![\w-]))(?:(?P<alone>(?P=next)\.?)(?!\.?{_GAP}[0-9]))?"
    )


def _month_year(months: str) -> str:
    return rf"(?<![\w.])(?P<month>{months})\.?{_GAP}(?:de{_GAP})?(?P<year>(?:1[0-9]|20)[0-9]{{2}})(?!\w|[.,:/-][0-9])"


def _alone(names: str) -> str:
    return rf"(?<![\w.])(?P<name>{names})\.(?={_GAP}[^\W\d_]|[,;)]|\Z)"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    calendar, dates = cldr.language.calendar, _Dates(cldr)
    # CLDR's date has the word for "year", so it takes the place of one that is written: "12.04.1987 r.".
    nouns = rf"(?P<noun>[ \u00a0](?:{either([calendar.year_stop, calendar.year_stops.get('', '')])})(?!\w))?"
    yield number_reader(cldr, "date", _DATE + nouns, dates.read_date, signs="./-")
    year_first = _YEAR_FIRST.format(r"\.[ \u00a0]?|/" if cldr.year_first else "/")
    yield number_reader(cldr, "date", year_first, dates.read_year_first, signs="./-")
    if cldr.dotted_dates:
        yield number_reader(cldr, "date", _SHORT_DATE + nouns, dates.read_short_date)
    if calendar.day_cues:
        yield number_reader(cldr, "date", _DAY_AND_MONTH, dates.read_day_and_month, signs="/")
        yield number_reader(cldr, "date", _DAY_SPAN, dates.read_day_span, signs="/")
    yield number_reader(cldr, "expiry date", _EXPIRY, dates.read_expiry, signs="/")
    short = either(cldr.short_months)
    if dates.months:
        comma = ",?" if calendar.month_before_day else ""
        joints = either(cldr.language.ordinals.joints.split() or ["-"])
        nouns = either([*calendar.years, calendar.year_stop])
        yield number_reader(cldr, "date", _day_first(joints, either(dates.months), nouns, comma), dates.read_day_first)
    if cldr.to and not calendar.bare_days:
        months = dates.months | cldr.month_names
        begins = (places(first_of(months), rf"(?<!\w){either(months)}[ .\u00a0–-]"),)
        yield Reader("date", _month_span(either(months)), dates.read_month_span, begins, ("-–",))
    if cldr.short_months:
        begins = (places(first_of(cldr.short_months), rf"(?<!\w)(?:{short})\.?[ \u00a0][0-9d]"),)
        if calendar.month_before_day:
            yield Reader("date", _month_first(short), dates.read_month_first, begins)
        yield Reader("date", _month_year(short), dates.read_month_year, begins)
    if calendar.month_before_day:
        full = either(cldr.month_names)
        begins = (places(first_of(cldr.month_names), rf"(?<!\w)(?:{full})[ \u00a0][0-9]"),)
        yield Reader("date", _full_month_first(full), dates.read_full_month_first, begins, ("0123456789",))
    if calendar.alone_after:
        alone = {
            **{name: cldr.date("", month, 0) for name, month in cldr.short_months.items()},
            **{name: str(cldr.weekdays[day]) for name, day in cldr.short_weekdays.items()},
        }
        cues = frozenset(calendar.alone_after.split())
        doubtful = frozenset(calendar.words.split())
        yield Reader(
            "short name",
            _alone(either(alone)),
            lambda m: _read_alone(m, alone, cues, doubtful),
            (places(first_of(alone), rf"(?<!\w)(?:{either(alone)})\."),),
        )


class _Dates:
    """Returns the words for dates of one language. `months` are the names it looks for beside a day."""

    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr
        self._calendar = calendar = cldr.language.calendar
        self._words = NumberWords(cldr.code, cldr.language.ordinals)
        self._expiry = tuple(calendar.expiry.split())
        self._year_cues = frozenset(calendar.year_cues.split())
        self._day_nouns = frozenset(calendar.day_nouns.split())
        self._copulas = frozenset(cldr.language.cues.copulas.split())
        self._year_nouns = [*calendar.years, calendar.year_stop] if calendar.years else []
        days = {**cldr.short_weekdays, **{str(name): 0 for name in cldr.weekdays.values()}}
        self._days = frozenset(map(str.lower, days))
        self._day_cues = frozenset(calendar.day_cues.split()) | self._days

        self._clocks = frozenset(cldr.language.signs.clocks.split())
        self._shares = frozenset(cldr.language.signs.shares.split())
        self._day_span = re.compile(
            rf"(?i:(?<!\w){either(self._day_cues)}){_GAP}[0-9]{{1,2}}/[0-9]{{1,2}}{_GAP}(?:\w{{1,3}}|&){_GAP}\Z"
        )
        self._dotted = cldr.dotted_dates  # elsewhere "1. Jan" may be an item of a list
        self._doubtful = frozenset(calendar.words.split())
        self._describing = frozenset(cldr.words.describing.split())
        self._after_date = frozenset(calendar.after_date.split())
        self._numbered = frozenset(cldr.language.numerals.cues.split())
        short = {name.capitalize(): month for name, month in cldr.short_months.items()}
        full = cldr.month_names if calendar.bare_days else {}
        self.months = {
            **short,
            **cldr.short_months,
            **full,
            **{name.capitalize(): month for name, month in full.items()},
        }

    def read_date(self, match: re.Match[str]) -> str | None:
        """Say a date in digits. None if it is no date."""
        if match["iso"]:
            year, month, day = match["iso"].split("-")
            said = self._date(year, int(month), int(day), word_before(match))
            return said and said + (" " if match.group().endswith("T") else "")
        first, second, mark = int(match["first"]), int(match["second"]), match["mark"]
        # "Version 1.2.2024", "code 8-3-2046"
        numbered = mark == "." and word_before(match).lower() in self._numbered
        if numbered or (mark == "-" and cues_of(self._cldr).is_code(match)):
            return None
        month_first = self._cldr.month_first and mark != "."
        day, month = (second, first) if month_first else (first, second)
        # The order of the fields is clear if the other one is impossible: 21/11/2026 in American English.
        if month > _NOON >= day:
            day, month = month, day
        year_noun = any(match.string.startswith(f" {noun}", match.end()) for noun in self._year_nouns)
        year = _full_year(match["year"])
        before, words = word_before(match), self._cldr.words
        ends_span = _SPANNED.search(match.string, max(0, match.start() - 8), match.start())
        said = self._date(year, month, day, words.to if ends_span else before, as_written=year_noun)
        if said and match["until"]:
            return f"{said} {words.between.get(before.lower(), words.to)} " if words.to else said + match["until"]
        return _ended(match, said)

    def read_year_first(self, match: re.Match[str]) -> str | None:
        """Say "2026/3/9"."""
        return self._date(match["year"], int(match["month"]), int(match["day"]), word_before(match))

    def read_short_date(self, match: re.Match[str]) -> str | None:
        """Say "21.11.26", "21.11." and "21. 11. 2026", but neither the time "kl. 12.11." nor "Version 3.1."."""
        year, month, day = match["syear"] or "", match["smonth"], match["sday"]
        if self._cldr.year_first and len(year) < len("2026"):
            year, month, day = (day, month, year) if year else ("", day, month)
        year, before = _full_year(year), word_before(match)
        if before.lower() in self._numbered or (not year and before.lower() in self._calendar.clock_words):
            return None
        if match["gap"] and not year and not (self._cldr.spaced_dates and before):
            return None
        return _ended(match, self._date(year, int(month), int(day), before))

    def read_expiry(self, match: re.Match[str]) -> str | None:
        """Say "09/30" as a month and a year after a word of expiry; "09/2030" needs none."""
        full = len(match["year"]) == 4 and (len(match["month"]) == 2 or word_before(match).lower() in self._year_cues)
        if not full and not any(word.startswith(self._expiry) for word in words_before(match) if self._expiry):
            return None
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        if self._calendar.bare_days:  # the month in the genitive, as in a date
            said = self._cldr.date(year, int(match["month"]), 1).removeprefix("1 ")
            return said.replace(year, self._year(year))
        return self._cldr.date(self._year(year), int(match["month"]), 0) or None

    def read_day_and_month(self, match: re.Match[str]) -> str | None:
        """Say "27/7" after a word such as "until", or after another day: "from 5/8 to 9/8". None for a fraction."""
        before = word_before(match).lower()
        spans = self._day_span.search(match.string, max(0, match.start() - 40), match.start())
        is_fraction = (match.group() in _FRACTIONS and before not in self._days) or next_word(match) in self._shares
        first, second = int(match["first"]), int(match["second"])
        # "15/08" is neither a fraction nor a part of a series.
        by_form = match["second"][0] == "0" and first > second
        # "Renews 12/15.", in the one order in which it is no fraction that somebody writes.
        rare = bool(self._after_date) and first <= _NOON < second <= _LAST_DAY and second not in _PARTS
        expires = any(word.startswith(self._expiry) for word in words_before(match))
        by_form = by_form or (rare and self._cldr.month_first and not expires and not next_word(match))
        cued = before in self._day_cues or (not self._cldr.words.spaced and before.endswith(tuple(self._day_cues)))
        # "Opened 11/28 at 8:02"
        timed = next_word(match) in self._clocks and _HOUR_NEXT.match(match.string, match.end())
        named = not expires and self._stands_by_day_noun(match, before)
        if is_fraction or not (cued or spans or by_form or timed or named):
            return None
        month, day = (first, second) if self._month_comes_first else (second, first)
        return self._date("", month, day, before)

    def _stands_by_day_noun(self, match: re.Match[str], before: str) -> bool:
        """Whether "deadline", "birthday" and the like stand right before it, or before the "is" before it."""
        if before in self._day_nouns:
            return True
        return before in self._copulas and not self._day_nouns.isdisjoint(words_before(match, 8))

    @property
    def _month_comes_first(self) -> bool:
        return self._cldr.month_first and not (self._cldr.year_first and self._cldr.words.spaced)

    def read_day_span(self, match: re.Match[str]) -> str | None:
        """Say "10/5-10/7" as two days. None for two fractions: "1/4-3/8 in"."""
        numbers = [int(match[group]) for group in ("first", "second", "third", "fourth")]
        parts = all(number < of and of in _PARTS for number, of in (numbers[:2], numbers[2:]))
        cued = word_before(match).lower() in self._day_cues
        days = [pair if self._month_comes_first else pair[::-1] for pair in (numbers[:2], numbers[2:])]
        if (parts and not cued) or days[0] == days[1] or not self._cldr.to:
            return None
        said = [self._date("", month, day, "") for month, day in days]
        return self._cldr.to.join(map(str, said)) if all(said) else None

    def read_day_first(self, match: re.Match[str]) -> str | None:
        """Say "5 Jan. 2026" and "21 ноября 2026 года", with a span of days before it or without."""
        written, stop, before = match["month"], match["stop"], word_before(match)
        listed = match["dot"] and not (before or self._dotted or match["from"])
        if listed or (written.lower() in self._doubtful and not (stop or match["year"])):
            return None
        joining = match["joining"] or ""
        said = self._date(
            match["year"] or "", self.months[written], int(match["day"]), joining or before, as_written=True
        )
        if said is None:
            return None
        if match["from"]:
            first = int(match["from"])
            said = f"{self._words.day(first, before) or first}{f' {joining} ' if joining else ' – '}{said}"
        if noun := match["noun"]:
            said += f" {self._calendar.year_stops.get('', '')}" if noun[1:] == self._calendar.year_stop else noun
            return said + ("." if noun.endswith(".") and match.end() == len(match.string) else "")
        return said + ("." if stop and not match["year"] and match.end() == len(match.string) else "")

    def read_month_span(self, match: re.Match[str]) -> str | None:
        """Say "Aug-Oct", and "Nov 30 - " before "Dec 4"."""
        if bool(match["day"]) != bool(match["last"]):
            return None
        months = self._cldr.month_names | self.months
        month, day = months[match["month"]], int(match["day"] or 0)
        said = self._date("", month, day, word_before(match)) if day else self._cldr.date("", month, 0)
        last = match["alone"] and self._cldr.date("", months[match["next"]], 0)
        ends = match.end() == len(match.string) and match.group().endswith(".")
        return f"{said}{self._cldr.to}{last or ''}{'.' if ends else ''}" if said else None

    def read_month_first(self, match: re.Match[str]) -> str | None:
        """Say "Jan. 5" and "Jan. 5, 2026"."""
        day, last = int(match["day"]), match["last"]
        said = self._date(match["year"] or "", self._cldr.short_months[match["month"]], day, "")
        if said and last:
            spoken = self._words.day(day, "") or str(day)
            until = self._words.day(int(last), "") or last
            return said.replace(spoken, spoken + self._cldr.to + until, 1)
        return said

    def read_full_month_first(self, match: re.Match[str]) -> str | None:
        """Say "July 4" and "July 4-6, 1976". None if the day may be a count: "In June 30 students came"."""
        before, following = word_before(match).lower(), next_word(match)
        dated = match["year"] or match["last"] or before in self._days or before in self._describing
        if not dated:
            doubtful = match["month"].lower() in self._doubtful
            goes_on = following in self._after_date if following else True
            if (
                before == "in"
                or not goes_on
                or (doubtful and (following or before not in self._calendar.day_cues.split()))
            ):
                return None
        days = [self._words.day(int(day), "") for day in (match["day"], match["last"]) if day]
        said = f"{match['month']} {self._cldr.to.join(days)}"
        return said + (match["comma"] + self._year(match["year"]) if match["year"] else "")

    def read_month_year(self, match: re.Match[str]) -> str | None:
        """Say "Sept. 2026"."""
        year = match["year"] if self._calendar.years else self._year(match["year"])
        return self._cldr.date(year, self._cldr.short_months[match["month"]], 0) or None

    def _date(self, year: str, month: int, day: int, before: str, *, as_written: bool = False) -> str | None:
        """Return the words for a date, None if there is no such day. `as_written` adds no noun after the year."""
        if not (1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]):
            return None
        said = self._cldr.date(year, month, day)
        if not said:
            return None
        if as_written and year and self._calendar.years:
            said = said[: said.index(year) + len(year)]
        said = said.replace(year, self._year(year)) if year else said
        if spoken_day := self._words.day(day, before):
            # espeak-ng would read the full stop of "21. November" as a sentence end.
            said = re.sub(rf"\b{day}\b\.?", spoken_day, said, count=1)
        return said

    def _year(self, year: str) -> str:
        """Return the year of a date, as an ordinal or in pairs if the language says it so."""
        if self._calendar.paired_years and int(year) in PAIRED:
            return spelled_out(int(year), self._cldr.code, YEAR_RULE)
        form = self._calendar.years.get(self._calendar.year_stops.get("", ""))
        return (form and self._words.ordinal(int(year), form)) or year


def _read_alone(
    match: re.Match[str], names: dict[str, str], cues: frozenset[str], doubtful: frozenset[str]
) -> str | None:
    """Say "in Jan. we" and "on Sat.", which need a word before them, or else a small letter after them."""
    ends = match.end() == len(match.string)
    going_on = not ends and match.string[match.end() :].lstrip()[:1].islower() and match["name"] not in doubtful
    if not (going_on or word_before(match).lower() in cues):
        return None
    return names[match["name"]] + ("." if ends else "")


def _ended(match: re.Match[str], said: str | None) -> str | None:
    """Return a date with the stop of its noun if that ends the segment."""
    stopped = (match["noun"] or "").endswith(".") and match.end() == len(match.string)
    return f"{said}." if said and stopped else said


def _full_year(year: str) -> str:
    return f"{'19' if int(year) >= _OLD else '20'}{year}" if len(year) == 2 else year
