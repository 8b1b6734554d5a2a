"""Reads ordinals in digits that espeak-ng reads wrongly: "3. Mai", "2-й этаж", "1re classe", "il 1° marzo"."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.languages.language import Ordinals
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import NumberWords
from plosive.text.normalization.reader import Reader, next_word, number_reader, word_before, words_before

_ALONE: Final = r"(?<![\w.,:/-])"
_WORD: Final = r"[^\W\d_][\w'’-]{1,40}"
_MARKED: Final = _ALONE + r"(?P<number>[0-9]{{1,4}})(?P<mark>{})(?!\w|-[0-9])"
# espeak-ng reads the full stop as a sentence end.
_STOPPED: Final = (
    rf"{_ALONE}(?:(?P<from>[0-9]{{1,3}})\.(?P<to>[ \u00a0]?[-–/][ \u00a0]?))?(?P<number>[0-9]{{1,3}})\.(?P<gap>[ \u00a0])"
    r"(?=(?P<next>[^\W\d_][\w'’-]{0,40}))"
)
_JOINED: Final = rf"[ \u00a0][0-9]{{1,3}}\.[ \u00a0](?P<next>{_WORD})"
_FIRST: Final = re.compile(r"(?P<before>\w+)[ \u00a0][0-9]{1,4}\.?[ \u00a0]\w+[ \u00a0]\Z")
_DEGREE: Final = _ALONE + rf"(?P<number>[0-9]{{1,2}})°(?=[ \u00a0](?P<next>{_WORD}))"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language that needs some."""
    record = cldr.language.ordinals
    reading = OrdinalReading(cldr, record)
    if record.marks or record.fixed:
        marks = {mark.lstrip("+0123456789") for mark in (*record.marks, *record.fixed)}
        yield number_reader(cldr, "ordinal", _MARKED.format(either(marks)), reading.read_marked)
    if record.noun_marks:
        marked = rf"{_ALONE}(?P<number>[0-9]{{1,2}})(?P<mark>{either(record.noun_marks)})(?=[ \u00a0][^\W\d_]{{2}})"
        yield number_reader(cldr, "ordinal", marked, reading.read_before_noun)
    if cldr.to:
        span = r"(?<=[0-9](?:st|nd|rd|th))[-–](?=[0-9]{1,3}(?:st|nd|rd|th)(?!\w))"
        yield Reader("ordinal", span, lambda _: cldr.to, (r"[-–](?<=[dht].)",), ("-–", "0123456789"))
    if record.stop:
        yield number_reader(cldr, "ordinal", _STOPPED, reading.read_stopped)
    if record.degree:
        yield number_reader(cldr, "ordinal", _DEGREE, reading.read_degree)


class OrdinalReading:
    """Says the ordinals of one language in the form that the words beside them ask for."""

    def __init__(self, cldr: Cldr, record: Ordinals) -> None:
        self._record = record
        self._words = NumberWords(cldr.code, record)
        self._to = cldr.to or " – "
        self._months = cldr.month_names
        self._years = frozenset(cldr.language.calendar.year_words.split())
        self._place = frozenset(record.place.split())
        self._prepositions = {"+": self._place, "-": frozenset(record.origin.split())}
        self._agreeing = frozenset(record.agreeing.split())
        self._degree = frozenset(record.degree.split())
        self._joints = frozenset(record.joints.split())
        self._small = frozenset(f"{cldr.language.sentences.starters} {record.small}".split()) - self._joints
        self._determiners = frozenset(cldr.language.signs.shares.split())
        self._joined = re.compile(_JOINED)

    def read_marked(self, match: re.Match[str]) -> str | None:
        """Say a number with an ending or a sign: "5-я", "2.º"."""
        mark, number = match["mark"], int(match["number"])
        if fixed := self._record.fixed.get(f"{number}{mark}"):
            return fixed
        before, noun = word_before(match).lower(), next_word(match)
        marks = self._record.marks
        form = (before in self._place and marks.get(f"+{mark}")) or marks.get(f"{number % 10}{mark}") or marks.get(mark)
        if form is None:
            return None
        if mark in self._agreeing and noun and noun not in self._small | self._joints:
            form = self._agreeing_form(before, noun) or form
        said = self._words.ordinal(number, form or self._before(match))
        if mark.endswith(".") and match.end() == len(match.string):
            said += "."
        return said if said != match.group() else None

    def read_before_noun(self, match: re.Match[str]) -> str | None:
        """Say "1a vez", written with a plain letter."""
        noun = next_word(match)
        if noun in self._small or noun in self._determiners:
            return None
        return self._words.ordinal(int(match["number"]), self._record.noun_marks[match["mark"]]) or None

    def read_stopped(self, match: re.Match[str]) -> str | None:
        """Say "5. klasa", but neither the number of a list item nor one that ends a sentence."""
        noun = str(match["next"])
        if noun.lower() in self._joints:
            joint = self._joined.match(match.string, match.end("next"))
            if not (joint or self._before(match)):
                return None
            noun = str(joint["next"]) if joint else noun
        known = noun in self._months or self._is_noun(noun.lower())
        before = word_before(match).lower()
        if noun.lower() in self._small and not (noun[0].isupper() and before in self._record.before):
            return None
        if not (known or noun[0].islower() or self._record.capitals or self._before(match)):
            return None
        if not (before or known) or before in self._years:
            return None  # the number of a list item, or a year at the end of a sentence
        said = self._said(match, int(match["number"]), noun)
        to = ", " if (match["to"] or "").strip() == "/" else self._to
        first = f"{self._said(match, int(match['from']), noun)}{to}" if match["from"] else ""
        return said and f"{first}{said}{match['gap']}"

    def stopped(self, match: re.Match[str], number: int, noun: str) -> str | None:
        """Say a Roman numeral with a full stop before a noun. None if it is no ordinal, such as the initial "V. Müller"."""
        if not noun or noun.lower() in self._small:
            return None
        known = self._is_noun(noun.lower()) or noun[0].islower() or bool(self._before(match))
        if not known and len(match["numeral"]) == 1:
            return None
        return self._said(match, number, noun)

    def read_degree(self, match: re.Match[str]) -> str | None:
        """Say "il 1° marzo": an ordinal after an article, and before a month or a common noun; elsewhere degrees."""
        noun = str(match["next"])
        known = noun in self._months or self._is_noun(noun.lower())
        if not known and (word_before(match).lower() not in self._degree or noun.lower() in self._small):
            return None
        return self._said(match, int(match["number"]), noun)

    def _said(self, match: re.Match[str], number: int, noun: str) -> str | None:
        before = word_before(match).lower()
        # "na přelomu 19. a 20. století": the second has the form of the first.
        if before in self._joints and (first := _FIRST.search(match.string, max(0, match.start() - 40), match.start())):
            before = first["before"].lower()
        if noun in self._months:
            form = self._words.form_of_day(before) or self._before(match)
        else:
            form = self._before(match) or self._agreeing_form(before, noun.lower())
        return self._words.ordinal(number, form) or None

    def _before(self, match: re.Match[str]) -> str:
        """Return the form that the words before ask for; "" if they ask for none."""
        table = self._record.before
        words = words_before(match, 2)
        return table.get("+".join(words[-2:])) or table.get(words[-1] if words else "", "") if table else ""

    def _agreeing_form(self, before: str, noun: str) -> str:
        """Return the form that the noun asks for; "" if it asks for none."""
        agreements = self._record.agreements
        for agreement in (
            *(known for known in agreements if noun.startswith(tuple(known.nouns.split()))),
            *(likely for likely in agreements if noun.endswith(tuple(likely.endings.split()))),
            *(other for other in agreements if not (other.nouns or other.endings)),
        ):
            for ending, form in agreement.forms.items():
                wanted = self._prepositions.get(ending[:1])
                if noun.endswith(ending[1:] if wanted else ending) and (wanted is None or before in wanted):
                    return form
            return ""
        return ""

    def _is_noun(self, word: str) -> bool:
        return any(word.startswith(tuple(agreement.nouns.split())) for agreement in self._record.agreements)
