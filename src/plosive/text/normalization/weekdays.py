"""Writes short names of weekdays in the case that the words beside them ask for: "w śr.", "по пн. и ср.", "пн–пт".

Beside no preposition and no other weekday they stay, for many are words too.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, word_before

_DAYS: Final = (
    r"(?<![\w.]){name}\.?(?:(?P<dash>[ \u00a0]?[-–—][ \u00a0]?){name}"
    r"|(?:(?:,|[ \u00a0](?:{joints}))[ \u00a0]{name}\.?(?![\w.]|[ \u00a0]?[-–—])){{0,6}})\.?(?![\w-])"
)
_SPAN: Final = r"(?<!\w)(?:{}) \w+\.? $"
_LONGEST_SPAN: Final = 24


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language that inflects its weekdays."""
    if cldr.language.calendar.weekday_forms:
        weekdays = _Weekdays(cldr)
        yield Reader("weekday", weekdays.pattern, weekdays.read, weekdays.begins)


class _Weekdays:
    """Says the weekdays of one language with `pattern`, at `begins`."""

    def __init__(self, cldr: Cldr) -> None:
        self._calendar = calendar = cldr.language.calendar
        days = {**cldr.short_weekdays, **{name: int(day) for name, day in calendar.weekdays.items()}}
        days |= {name.capitalize(): day for name, day in days.items()}
        self._days = days
        self._names = cldr.weekdays
        self._forms = {word: forms.split() for word, forms in calendar.weekday_forms.items()}
        self._span = [(word, forms.split()) for word, forms in calendar.weekday_span.items()]
        self._from = re.compile(_SPAN.format(self._span[0][0]))
        self._name = re.compile(rf"(?<!\w){either(days)}(?!\w)\.?")
        joints = "|".join(word for word in cldr.language.ordinals.joints.split() if word not in self._forms)
        self.pattern = _DAYS.format(name=either(days), joints=joints)
        self.begins = rf"(?<!\w){either(days)}(?!\w)"

    def read(self, match: re.Match[str]) -> str | None:
        """Say weekdays after a preposition, in a span or in a list."""
        written = match.group()
        stop = "." if written.endswith(".") and match.end() == len(match.string) else ""
        before = word_before(match).lower()
        found = self._name.findall(written)
        if match["dash"]:
            return self._spanned(before, [self._days[name.rstrip(".")] for name in found]) + stop
        forms = self._forms_after(match, before)
        if not forms and (len(found) == 1 or not self._calendar.short_weekdays):
            return None
        said = self._name.sub(lambda m: self._said(m.group().rstrip("."), forms), written)
        return said + stop

    def _forms_after(self, match: re.Match[str], before: str) -> list[str]:
        """Return the names in the case of a preposition: "по" has another one in "с пн. по пт."."""
        (_, _), (until, forms) = self._span
        text = match.string[max(0, match.start() - _LONGEST_SPAN) : match.start() - len(before) - 1]
        return forms if before == until and self._from.search(text) else self._forms.get(before, [])

    def _said(self, name: str, forms: list[str]) -> str:
        return forms[self._days[name]] if forms else str(self._names[self._days[name]])

    def _spanned(self, before: str, days: list[int]) -> str:
        (first, from_forms), (until, until_forms) = self._span
        start = from_forms[days[0]] if before == first else f"{first} {from_forms[days[0]]}"
        return f"{start} {until} {until_forms[days[-1]]}"
