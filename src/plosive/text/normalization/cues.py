"""Finds the words beside a number that say what it is: "Your code is 4471", "4471 is your code", "call 911".

A noun that is counted wins over a cue: "the code has 4500 lines". It knows no language; the words are in `Language.cues`.
"""

import re
from functools import cached_property, lru_cache
from typing import Final

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import clause_before

_EQUALS: Final = frozenset(":：=—–-")
_YEAR: Final = re.compile("(?:1[1-9]|20)[0-9]{2}")
_MOST_BEFORE: Final = 2  # words of a clause before a number that is called a code after it: "And 4471 is your code"
_NEVER: Final = "(?!)"
_SEEN: Final = 70  # characters beside a number in which a cue may stand
_CURRENCIES: Final = (
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "INR",
    "CNY",
    "RUB",
    "KRW",
    "BRL",
    "PLN",
    "SEK",
    "CZK",
    "UAH",
    "TRY",
    "EGP",
)
_ONE_FEW_MANY: Final = ("21", "2", "5", "1.5")  # Italian "ora" is an hour after 1 alone, and else "now"


class Cues:
    """The cues of one language, as expressions."""

    def __init__(self, cldr: Cldr) -> None:
        cues = cldr.language.cues
        self._cldr = cldr
        self._spaced = spaced = cldr.words.spaced
        name, numbers, record = self._words(cues.codes), self._words(cues.numbers), self._words(cues.records)
        owner, copula = self._words(cues.owners), self._words(cues.copulas)
        # "number of the order", "numero dell'ordine", "order number".
        small = r"(?:\s+\w{1,5}(?=\s)|\s+\w{1,5}['’])?" if spaced else ""
        named = rf"(?:{name}|{numbers}{small}\s*(?:{owner}\s*)?{record}|{record}\s*{numbers})"
        owned = rf"{owner}\s*(?:\w+\s+)?{record}"
        joint = self._words(f"{cues.joints} {cues.copulas} {cues.numbers}")
        word = rf"\s+(?!{copula})[^\s,]+" if spaced else rf"(?!{copula})[^\s，,]"
        far = "{0,4}" if spaced else "{0,9}"
        # The first must be at the end of the clause, the second before a copula or a colon.
        self._near = re.compile(rf"(?:{named}|{owned})(?:\s*{joint}){{0,3}}$")
        self._far = re.compile(rf"{named}(?:{word}){far}\s*{copula}$")
        self._colon = re.compile(rf"(?:{named}|{owned})(?:{word}){far}$")
        self._record = re.compile(rf"{record}$")
        ending = r"(?:['’]?\w{0,4})?" if spaced else r"[^\w\s]?"
        between = r"(?:[^\s,]{3,24}\s+){0,2}?" if spaced else ""
        before_name = "" if spaced else r"(?:\w\s?){0,6}?"
        equals = rf"(?:\s*{copula}|\s*[-–—=:：])\s*"
        after = rf"{ending}{equals}(?:{owner}\s*{between})?"
        if cues.verb_last:
            after = rf"{ending}(?:{equals})?\s*{owner}\s*{between}"
        self._after = re.compile(rf"{after}{before_name}{named}")
        self._phone_after = re.compile(rf"{after}{before_name}{self._words(cues.phones)}")
        call, gap = self._words(cues.calls), self._words(cues.between)
        self._call = re.compile(rf"{call}(?:[\s-]*(?:{gap}|[0-9]{{2,6}})){{0,4}}$")
        any_word = r"\s+[^\s,]+" if spaced else r"[^，,]"
        self._phone = re.compile(rf"(?:{call}|{self._words(cues.phones)})(?:{any_word}){{0,{4 if spaced else 8}}}$")
        # "Call 555-0134, or 555-0147".
        self._again = re.compile(
            rf"(?:{call}|{self._words(cues.phones)}).*[0-9]{{2}}(?:\s[^\s,]+)?,?\s*(?:{gap}\s*){{1,3}}$"
        )
        self._message = re.compile(rf"{call}(?:{any_word}){{0,{3 if spaced else 8}}}?\s*{gap}$")
        self._call_after = re.compile(rf"{ending}\s*(?:{gap}\s+)?{call}" if spaced else rf"\s*(?:\w\s?){{0,4}}?{call}")
        small = self._words(f"{cues.after} {cldr.language.sentences.starters}")
        self._goes_on = re.compile(rf"\s*(?:$|[^\w\s$€£¥%°+*/<>=]|{small})")

    def is_code(self, match: re.Match[str]) -> bool:
        """Return whether a name of a code, or the number of a record, is beside the match."""
        clause = clause_before(match)
        if self._near.search(clause) or self._far.search(clause):
            return True
        if clause and match.string[: match.start()].rstrip()[-1:] in _EQUALS and self._colon.search(clause):
            return True
        # "In 1998 the code was new" has a year.
        most = 0 if _YEAR.fullmatch(match.group()) else _MOST_BEFORE
        return len(clause.split()) <= most and bool(self._after.match(self._text_after(match)))

    def is_record(self, match: re.Match[str]) -> bool:
        """Return whether the word before the match alone has a number of its own: "ticket 48213"."""
        return bool(self._record.search(clause_before(match)))

    def is_phone(self, match: re.Match[str]) -> bool:
        """Return whether a verb that calls or the name of a telephone is up to four words before the match, or soon after."""
        if self._phone.search(clause_before(match)) or self._again.search(self._text_before(match)):
            return True
        text = self._text_after(match)
        return bool(self._phone_after.match(text) or self._call_after.match(text))

    def is_message(self, match: re.Match[str]) -> bool:
        """Return whether somebody sends something to the match: "text STOP to 50505"."""
        return bool(self._message.search(clause_before(match)))

    def is_called(self, match: re.Match[str]) -> bool:
        """Return whether a verb that calls is directly before the match, with small words between, or directly after it."""
        if self._call.search(clause_before(match)) or self._again.search(self._text_before(match)):
            return True
        return bool(self._call_after.match(self._text_after(match)))

    def is_alone(self, match: re.Match[str]) -> bool:
        """Return whether a mark, the end, a small word or a verb that calls follows the match."""
        text = self._text_after(match)
        return bool(self._goes_on.match(text) or self._call_after.match(text))

    def is_count(self, match: re.Match[str]) -> bool:
        """Return whether a counted noun, a unit or a currency follows the match."""
        return bool(self._counted.match(self._text_after(match)))

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        cldr = self._cldr
        units = (cldr.unit(symbol, number) for symbol in cldr.symbols for number in _ONE_FEW_MANY)
        money = (cldr.currency(code, number) for code in _CURRENCIES for number in _ONE_FEW_MANY)
        names = {words[0] for unit in units if (words := unit.replace("{0}", " ").split())}
        names |= {name.split()[-1] for name in money if name}
        symbols = {symbol for symbol in cldr.symbols if len(symbol) > 1} | set(cldr.words.scales)
        symbols -= {*cldr.language.sentences.starters.split(), *cldr.language.cues.after.split()}
        listed = " ".join(map(str.lower, (name for name in names | symbols if not re.search(r"[\s_*]", name))))
        counted = self._words(f"{cldr.language.cues.counted} {listed}")
        return re.compile(rf"(?:[ \u00a0-]{'' if self._spaced else '?'}{counted}|[ \u00a0]?[$€£¥%‰°₽₴₺₩₹])")

    @staticmethod
    def _text_before(match: re.Match[str]) -> str:
        return match.string[max(0, match.start() - _SEEN) : match.start()].lower()

    @staticmethod
    def _text_after(match: re.Match[str]) -> str:
        return match.string[match.end() : match.end() + _SEEN].lower()

    def _words(self, table: str) -> str:
        """Return an expression for one of the words of a table."""
        if not table.split():
            return _NEVER
        words = (
            re.escape(word).replace("_", r"[ \u00a0-]?").replace(r"\*", r"[^\W\d_]{0,24}")
            for word in sorted(table.split(), key=len, reverse=True)
        )
        return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)" if self._spaced else f"(?:{'|'.join(words)})"


cues_of: Final = lru_cache(maxsize=32)(Cues)
"""The cues of a language, from a cache: the first take about 5 ms, so that readers ask for them when they see a number."""
