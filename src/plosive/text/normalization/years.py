"""Writes years and decades in words where engines say them as amounts: "in 1998", "the 1990s", "в 1998 году", "1998年"."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.cues import cues_of
from plosive.text.normalization.number_words import YEAR_RULE, NumberWords, spelled_out
from plosive.text.normalization.reader import DIGIT, Reader, next_word, number_reader, word_before, words_before

_NOT_BEFORE: Final = r"(?<![\w.,:/$€£+-])"
_NOT_AFTER: Final = r"(?![\w%‰°€$£/]|[.,:][0-9]|-[\w]|[ \u00a0]?[%‰°€$£])"
# People say pairs of digits from 1010 to 1999, and "2005" like an amount.
_PAIRED: Final = (
    rf"{_NOT_BEFORE}(?P<year>1(?:0[1-9]|[1-9][0-9])[0-9])"
    rf"(?:[-–](?P<last>(?:1[0-9]|20)[0-9]{{2}}|[0-9]{{2}}))?{_NOT_AFTER}"
)
_DECADE: Final = r"(?<![\w.,:/$€£])(?<![0-9]-)(?P<short>['’])?(?P<decade>(?:1[0-9]|20)?[0-9]0){}(?!\w)"
_NAMED: Final = (
    rf"{_NOT_BEFORE}(?:(?P<from>1[0-9]{{{{3}}}}|20[0-9]{{{{2}}}})(?P<joint>[-–]|[ \u00a0](?:{{}})[ \u00a0]))?"
    r"(?P<year>1[0-9]{{3}}|20[0-9]{{2}})[ \u00a0]?(?P<noun>{})(?![\w-])"
)
_AFTER_NOUN: Final = rf"{_NOT_BEFORE}(?P<year>1[0-9]{{3}}|20[0-9]{{2}}){_NOT_AFTER}"
_DIGITS: Final = (
    r"(?<![0-9.,])(?P<year>[12][0-9]{{3}})(?:[-–—~～至到/](?P<last>[12][0-9]{{3}}|[0-9]{{2}}(?![0-9])))?(?={})"
)
_NOUN: Final = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]{0,40})")
_SPAN_NEXT: Final = r"[ \u00a0](?:{})[ \u00a0][0-9]{{2,5}}(?![0-9]|[.,][0-9])"
_PAIR_BEFORE: Final = re.compile(r"(?<![\w.,])1[0-9]{3}[ \u00a0]\w{2,5}[ \u00a0]\Z")
_LONG: Final = 3  # letters of a plural noun, without its "s"
_NO_PLURALS: Final = frozenset(
    str.split("was is has does his this its as us plus unless across always perhaps versus besides")
)


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    calendar, years = cldr.language.calendar, _Years(cldr)
    if cldr.words.year_digits:
        yield number_reader(cldr, "year", _DIGITS.format(calendar.year_marks), years.read_digits)
    if calendar.years:
        joints = cldr.language.ordinals.joints.split()
        nouns = [*calendar.years, *([calendar.year_stop] if calendar.year_stop else [])]
        yield number_reader(cldr, "year", _NAMED.format(either(joints), either(nouns)), years.read_named)
    if calendar.year_before:
        yield number_reader(cldr, "year", _AFTER_NOUN, years.read_after_noun)
    if calendar.decades:
        begins = DIGIT, "['’](?=[0-9]0)"
        yield number_reader(cldr, "decade", _DECADE.format(calendar.decade_mark), years.read_decade, begins)
    if calendar.paired_years:
        yield number_reader(cldr, "year", _PAIRED, years.read_paired)


class _Years:
    """Says the years of one language."""

    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr
        self._calendar = calendar = cldr.language.calendar
        self._words = NumberWords(cldr.code, cldr.language.ordinals)
        self._digits = dict(zip(map(ord, "0123456789"), cldr.words.year_digits, strict=False))
        self._cues = frozenset(calendar.year_cues.split()) | {name.lower() for name in cldr.month_names}
        self._dated = re.compile(
            rf"(?<!\w)(?:{either(cldr.month_names)})[ \u00a0][0-9]{{1,2}}(?:st|nd|rd|th)?,?[ \u00a0]\Z"
        )
        self._span = re.compile(_SPAN_NEXT.format(either(calendar.spans.split())))
        self._endings = frozenset(cldr.language.cues.endings.split())
        self._eras = frozenset(calendar.year_eras.split())
        self._year_words = frozenset(calendar.year_words.split())
        self._openers = frozenset(calendar.year_openers.split())
        self._counted = frozenset(calendar.counted.split())
        self._decade_cues = frozenset(calendar.decade_cues.split())
        self._nouns_before = frozenset(calendar.year_before.split())
        self._small = frozenset(cldr.language.sentences.starters.split())

    def read_digits(self, match: re.Match[str]) -> str | None:
        """Say the digits of a Chinese year one by one."""
        year, last = match["year"], match["last"]
        if last and len(last) == 2 and int(last) <= int(year[2:]):
            return None
        following = match.string[match.end() + 1 : match.end() + 2]
        if year.endswith("00") and following and following in self._calendar.durations:
            return None
        return year.translate(self._digits) + (self._cldr.words.to + last.translate(self._digits) if last else "")

    def read_named(self, match: re.Match[str]) -> str | None:
        """Say "1998 году" and "1998 г." as an ordinal."""
        calendar, noun, before = self._calendar, match["noun"], word_before(match).lower()
        ended = ""
        if noun == calendar.year_stop:
            noun = calendar.year_stops.get(before) or calendar.year_stops.get("*", "") if before else ""
            ended = "." if match.end() == len(match.string) else ""
            if not noun:
                return None
        form = calendar.years.get(f"{before}+{noun}") or calendar.years[noun]
        said = self._words.ordinal(int(match["year"]), form)
        if match["from"]:
            first = calendar.years.get(f"{before}+", form)
            joint = match["joint"] if len(match["joint"]) > 1 else " – "
            said = f"{self._words.ordinal(int(match['from']), first)}{joint}{said}"
        return f"{said} {noun}{ended}" if said else None

    def read_after_noun(self, match: re.Match[str]) -> str | None:
        """Say "rok 1998" as an ordinal."""
        before = words_before(match, 2)
        if not before or before[-1] not in self._nouns_before:
            return None
        form = self._calendar.years.get("+".join(before)) or self._calendar.years[before[-1]]
        return self._words.ordinal(int(match["year"]), form) or None

    def read_decade(self, match: re.Match[str]) -> str | None:
        """Say "1990s" and "'90s"; "90s" only after words such as "the"."""
        decade = match["decade"]
        if len(decade) == 2 and not match["short"] and word_before(match).lower() not in self._decade_cues:
            return None
        said = spelled_out(int(decade), self._cldr.code, YEAR_RULE)
        for ending, plural in self._calendar.decades.items():
            if said.endswith(ending):
                return said[: len(said) - len(ending)] + plural
        return None

    def read_paired(self, match: re.Match[str]) -> str | None:
        """Say a year in pairs if the words beside it make it one, not an amount."""
        if not self._is_year(match):
            return None
        year, last = match["year"], match["last"]
        said = spelled_out(int(year), self._cldr.code, YEAR_RULE)
        if last:
            said += self._cldr.to + spelled_out(int(last), self._cldr.code, YEAR_RULE)
        return said

    def _is_year(self, match: re.Match[str]) -> bool:
        text, end = match.string, match.end()
        if next_word(match) and text[end + 1 :].startswith(tuple(self._eras)):
            return True
        if match["last"] and not _rises(match["year"], match["last"]):
            return False
        # "from 1500 to 2000 people": the noun stands after the second number.
        span = self._span.match(text, end)
        found = _NOUN.match(text, span.end() if span else end)
        noun = found[1] if found else ""
        if self._is_counted(noun.lower()):
            return False
        before = words_before(match, 2)
        last = before[-1] if before else ""
        if "_".join(before) in self._endings and cues_of(self._cldr).is_code(match):
            return False  # "your card ending in 1200"
        # In German a noun follows amounts too: "in 1500 Metern", but "im Jahr 1500 Menschen".
        capital = noun[:1].isupper() and self._cldr.language.ordinals.capitals
        if last in self._cues or (len(before) > 1 and before[0] in self._cues and last in {"the", "dem"}):
            return not (capital and (span or last in self._small))
        if not self._year_words.isdisjoint(words_before(match)):
            return True
        if self._dated.search(text, max(0, match.start() - 24), match.start()):
            return True
        if _PAIR_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            return not capital
        bracketed = text[max(0, match.start() - 1) : match.start()] == "(" and text[end : end + 1] in {")", ","}
        return bracketed or (not before and noun.lower() in self._openers)

    def _is_counted(self, noun: str) -> bool:
        """Whether a word after a number is counted by it: "1500 people", "1500 words"."""
        plural = noun.endswith("s") and len(noun) > _LONG and noun not in _NO_PLURALS | self._small
        return plural or noun in self._counted or noun in self._cldr.symbols


def _rises(year: str, last: str) -> bool:
    """Whether a year before a dash and one after it are a span: "1914-1918", "1914-18"."""
    return int(last) > int(year[-len(last) :])
