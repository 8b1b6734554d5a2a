"""Writes short names of weekdays out: "Mon 9:00", "Mo–Fr 9–17 Uhr", "w śr.", "по пн. и ср.".

Many are words too: one alone stays, unless a date, a time or a preposition is beside it. Slavic languages inflect them.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, next_word, word_before

_GAP: Final = "[ \\u00a0]"
_DASH: Final = rf"{_GAP}?[-–—]{_GAP}?"
_STOP: Final = rf"(?!\w)(?:\.(?=[,:;)–—-]|{_GAP}))?"
# "Fr. 12.30" are Swiss francs.
_PRICE: Final = re.compile(rf"\.{_GAP}[0-9]{{1,2}}\.[0-9]{{2}}(?!{_GAP}(?:Uhr|uur))")
_LONGEST_SPAN: Final = 24
_TIME_NEXT: Final = re.compile(
    rf"[,:]?{_GAP}(?:(?:from|at|@){_GAP}[0-9]|[0-9]{{1,2}}(?::[0-9]{{2}}|[-–][0-9]{{1,2}}(?![0-9])|{_GAP}?[ap]\.?m|[ap]\b|(?=[.,;)]|\Z)))"
)
_TIME_BEFORE: Final = re.compile(rf"[0-9](?:{_GAP}?[ap]\.?m\.?|[ap])?,?{_GAP}\Z")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language whose short names are known."""
    calendar = cldr.language.calendar
    if calendar.short_weekdays or calendar.weekday_forms:
        weekdays = _Weekdays(cldr)
        yield Reader("weekday", weekdays.pattern, weekdays.read, weekdays.begins)
    if calendar.day_letters:
        letters = _Letters(cldr)
        yield Reader("weekday", letters.pattern, letters.read, letters.begins, ("-–/",))


def _date_or_time(months: str, words: str) -> str:
    """Return the expression for what makes a weekday of a short name before it: "Mon 9:00", "Fr., 3. Mai", "Sa. 10.00".

    Small `words` may stand before the time: "Sa nur bis 13 Uhr".
    """
    hours = "[0-9]{1,2}(?:[.:][0-9]{2})?"
    return (
        rf"(?P<stop>\.)?[,:]?{_GAP}(?:the{_GAP}[0-9]{{1,2}}(?:st|nd|rd|th)(?!\w)"
        rf"|(?P<small>(?:(?:{words}){_GAP}){{1,3}})[0-9]{{1,2}}(?:[:.h][0-9]{{2}}|h(?!\w)|{_GAP}?[ap]\.?m|{_GAP}(?:Uhr|uur|h)\b"
        rf"|(?=[.,;:!?)]|\Z))|(?:{months})\.?{_GAP}[0-9]|{hours}(?:{_DASH}{hours})?{_GAP}(?:Uhr|uur|u|h)\b"
        rf"|{hours}[-–]{hours}(?=[,;)]|\.?\Z)|(?(stop)[0-9]{{1,2}}\.[0-9]{{2}}(?![\w.,])|(?!))"
        rf"|[0-9]{{1,2}}(?:[:h][0-9]{{2}}|h(?!\w)|[./-][0-9]{{1,2}}[./-]|/[0-9]{{1,2}}(?![\w/])|{_GAP}?[ap]\.?m"
        rf"|\.?{_GAP}(?:de{_GAP})?(?:{months})))"
    )


class _Weekdays:
    """Says the weekdays of one language with `pattern`, at `begins`."""

    def __init__(self, cldr: Cldr) -> None:
        self._calendar = calendar = cldr.language.calendar
        self._days = cldr.short_weekdays | {name.capitalize(): day for name, day in cldr.short_weekdays.items()}
        self._names = cldr.weekdays
        self._forms = {word: forms.split() for word, forms in calendar.weekday_forms.items()}
        self._to = cldr.to or "–"
        self._doubtful = frozenset(calendar.words.split())
        self._prepositions = list(calendar.weekday_span)
        self._span = [forms.split() for forms in calendar.weekday_span.values()]
        self._from = re.compile(rf"(?<!\w)(?:{either(self._prepositions[:1])}) \w+\.? $")
        day = either(self._days)
        joints = either({*calendar.weekday_joints, *cldr.language.ordinals.joints.split()} - {*self._forms})
        self._joint = re.compile(rf"{_GAP}({joints}){_GAP}")
        self._item = re.compile(rf"(?P<day>{day})(?!\w)\.?(?:{_DASH}(?P<last>{day})(?!\w)\.?)?")
        until = f"(?:{_DASH}{day}{_STOP})?"
        self.pattern = (
            rf"(?<![\w.])(?P<name>{day}){_STOP}(?P<others>(?P<span>{until})"
            rf"(?:(?:,{_GAP}|/|{_GAP}(?:{joints}){_GAP}){day}{_STOP}{until}){{0,6}})(?![\w-])"
        )
        self.begins = (places(first_of(self._days), rf"(?<!\w){day}(?!\w)"),)
        months = {*cldr.short_months, *cldr.month_names}
        months |= {name.capitalize() for name in months}
        self._date_or_time = re.compile(_date_or_time(either(months), either(calendar.weekday_times.split())))

    def read(self, match: re.Match[str]) -> str | None:
        """Say weekdays after a preposition, in a span or in a list, or one before a date or a time."""
        before = word_before(match).lower()
        forms = self._forms_after(match, before)
        known = self._calendar.short_weekdays and (match["others"] or self._is_dated(match))
        if not (forms or known or match["span"]) or re.search(rf"\W{match['name']}\b", match["others"][:8]):
            return None  # "de mar a mar" is one word
        said = self._item.sub(lambda item: self._said(item, forms, before if item.start() == 0 else ""), match.group())
        said = re.sub(r"(?<=\w)/(?=\w{2})", ", ", said)
        return self._joint.sub(lambda joint: f" {self._calendar.weekday_joints.get(joint[1], joint[1])} ", said)

    def _is_dated(self, match: re.Match[str]) -> bool:
        text, end = match.string, match.end("name")
        found = self._date_or_time.match(text, end)
        if not found or match["name"] not in self._doubtful:
            return bool(found)
        # "So ab 9 Uhr" is "thus from nine", "Fr. 12.30" a price.
        return (bool(found["stop"]) or not found["small"]) and not _PRICE.match(text, end)

    def _forms_after(self, match: re.Match[str], before: str) -> list[str]:
        """Return the names in the case of a preposition: "по" has another one in "с пн. по пт."."""
        text = match.string[max(0, match.start() - _LONGEST_SPAN) : match.start() - len(before) - 1]
        is_end = [before] == self._prepositions[1:] and self._from.search(text)
        return self._span[-1] if is_end else self._forms.get(before, [])

    def _said(self, item: re.Match[str], forms: list[str], before: str) -> str:
        """Say a weekday, or a span of two: "od poniedziałku do piątku". `before` is the word before it."""
        first, last = self._days[item["day"]], self._days.get(item["last"] or "")
        if last is None:
            return forms[first] if forms else self._names[first]
        if not self._span:
            return f"{self._names[first]}{self._to}{self._names[last]}"
        (start, until), (from_forms, until_forms) = self._prepositions, self._span
        opening = "" if before == start else f"{start} "
        return f"{opening}{from_forms[first]} {until} {until_forms[last]}"


class _Letters:
    """Says the weekdays of "M-F" and "M/W/F" beside a time or a word of opening hours."""

    def __init__(self, cldr: Cldr) -> None:
        self._days = cldr.language.calendar.day_letters
        self._names = cldr.weekdays
        self._to = cldr.to
        self._cues = frozenset(cldr.language.calendar.day_letter_cues.split())
        day = either(self._days)
        # "M/F" are men and women, too, "W/L" games.
        self.pattern = (
            rf"(?<![\w./&-])(?P<first>{day})(?:[-–](?P<last>{day})|(?P<others>/{day}(?:/{day}){{1,4}}|/Th))(?![\w/&-])"
        )
        self.begins = (places(first_of(self._days), rf"(?<!\w){day}[-–/]"),)

    def read(self, match: re.Match[str]) -> str | None:
        """Say a span or a list of weekdays that rises."""
        days = [self._days[day] for day in re.split("[-–/]", match.group())]
        before = match.string[max(0, match.start() - _LONGEST_SPAN) : match.start()]
        timed = _TIME_NEXT.match(match.string, match.end()) or _TIME_BEFORE.search(before)
        cued = self._cues.intersection((word_before(match).lower(), next_word(match)))
        if days != sorted({*days}) or not (timed or cued):
            return None
        return (self._to if match["last"] else ", ").join(str(self._names[day]) for day in days)
