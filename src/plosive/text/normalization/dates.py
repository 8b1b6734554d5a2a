"""Writes dates and times of day in words. It refuses impossible dates, such as 31.13.2026."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, number_reader, word_before

_DATE: Final = (
    r"(?<![\w.,/+-])(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?=[0-9]{2}:)|(?![\w-]|[./][0-9]))"
    r"|(?P<first>[0-9]{1,2})(?P<mark>[./-])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})(?![\w/-]|[.,][0-9]))"
)
# "21.11.26" and "21.11." are dates only in languages that write dates with full stops.
_SHORT_DATE: Final = (
    r"(?<![\w.,/+-])(?P<sday>[0-9]{1,2})\.(?P<smonth>[0-9]{1,2})\.(?P<syear>[0-9]{2})?(?![\w/-]|[.,][0-9])"
)
_TIME: Final = (
    r"(?:(?<![\w:.,/])|(?<=[0-9]T))(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])"
    r"(?::(?P<seconds>[0-5][0-9])(?:\.[0-9]{1,9})?)?(?![0-9:]|[.,][0-9])"
    r"(?P<zone>[ \u00a0]?(?:(?:Uhr|uur|h|ч|Z)\b\.?|बजे))?(?P<half>[ \u00a0]?(?i:[ap]\.?m\b\.?))?(?!\w)"
    r"(?P<until>[ \u00a0]?[-–][ \u00a0]?(?=[0-9]{1,2}:[0-9]{2}))?"
)
# "14h30" and "10.30 Uhr".
_CLOCK: Final = (
    r"(?<![\w:.,/-])(?P<chour>[01]?[0-9]|2[0-4])(?:[ \u00a0]?[hH][ \u00a0]?(?P<cminute>[0-5][0-9])(?![\w:])"
    r"|\.(?P<cdotted>[0-5][0-9])[ \u00a0](?:Uhr|uur)\b)"
)
_NOON: Final = 12
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    dates = _Dates(cldr)
    yield number_reader(cldr, "date", _DATE, dates.read_date)
    if cldr.dotted_dates:
        yield number_reader(cldr, "date", _SHORT_DATE, dates.read_short_date)
    yield number_reader(cldr, "time", _TIME, dates.read_time)
    if cldr.words.letter_times:
        yield number_reader(cldr, "time", _CLOCK, lambda m: dates.clock(m["chour"], m["cminute"] or m["cdotted"]))


class _Dates:
    """Returns the words for dates and times of one language."""

    def __init__(self, cldr: Cldr) -> None:
        self._words = cldr.words
        self._cldr = cldr

    def read_date(self, match: re.Match[str]) -> str | None:
        """Say a date with a year of four digits. None if it is no date."""
        if match["iso"]:
            year, month, day = match["iso"].split("-")
            said = self._date(year, int(month), int(day), word_before(match))
            return said and said + (" " if match.group().endswith("T") else "")
        first, second = int(match["first"]), int(match["second"])
        month_first = self._cldr.month_first and match["mark"] != "."
        day, month = (second, first) if month_first else (first, second)
        # The order of the fields is clear if the other one is impossible: 21/11/2026 in American English.
        if month > _NOON >= day:
            day, month = month, day
        return self._date(match["year"], month, day, word_before(match))

    def read_short_date(self, match: re.Match[str]) -> str | None:
        """Say "21.11.26" and "21.11.", with the year as it is written."""
        year = "20" + match["syear"] if match["syear"] else ""
        return self._date(year, int(match["smonth"]), int(match["sday"]), word_before(match))

    def read_time(self, match: re.Match[str]) -> str:
        """Say hours and minutes in the language's form. espeak-ng reads the seconds."""
        until = f" {self._words.to} " if match["until"] and self._words.to else match["until"] or ""
        half = match["half"] or ""
        if match["seconds"] not in {None, "00"}:
            return f"{match['hour']}:{match['minute']}:{match['seconds']}{half}{until}"
        if half and match["minute"] == "00":
            return str(int(match["hour"])) + half + until
        return self.clock(match["hour"], match["minute"]) + half + until

    def clock(self, hour: str, minute: str) -> str:
        """Say a time of day, or keep the colon if espeak-ng reads it well."""
        hours, clock = int(hour), self._words.clock
        said = clock(hours, minute) if callable(clock) else clock[minute != "00"]
        if not said:
            return f"{hour}:{minute}"
        if "{hours}" in said:
            said = said.replace("{hours}", self._counted("h", str(hours)))
            return said.replace("{minutes}", self._counted("min", str(int(minute))))
        if hours == 1:
            said = said.replace(*self._words.one_hour)
        return said.replace("{h}", str(hours)).replace("{m}", str(int(minute)))

    def _counted(self, symbol: str, number: str) -> str:
        return self._cldr.unit(symbol, number).replace("{0}", number)

    def _date(self, year: str, month: int, day: int, before: str) -> str | None:
        if not (1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]):
            return None
        said = self._cldr.date(year, month, day)
        if not said:
            return None
        if self._words.ordinal_days:
            # espeak-ng would read the full stop of "21. November" as a sentence end.
            said = re.sub(rf"\b{day}\b\.?", self._words.ordinal(day, before), said, count=1)
        return said
