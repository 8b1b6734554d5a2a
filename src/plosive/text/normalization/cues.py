"""Finds the words beside a number that say what it is: "Your code is 4471", "4471 is your code", "call 911".

A noun that is counted wins over a cue: "the code has 4500 lines". It knows no language; the words are in `Language.cues`.
"""

import re
from functools import cached_property, lru_cache
from typing import Final

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import clause_before

_EQUALS: Final = frozenset(":：=—–-")
_YEAR: Final = re.compile("(?:1[5-9]|20)[0-9]{2}")
_MOST_BEFORE: Final = 2  # words of a clause before a number that is called a code after it: "And 4471 is your code"
_CAPITAL_NEXT: Final = re.compile(r"[ \u00a0][A-ZÀ-ÞА-ЯІЇЄ][a-zß-ÿа-яіїє]")
_NEVER: Final = "(?!)"
_SEEN: Final = 70  # characters beside a number in which a cue may stand
_CURRENCIES: Final = str.split("USD EUR GBP JPY INR CNY RUB KRW BRL PLN SEK CZK UAH TRY EGP")
_ONE_FEW_MANY: Final = ("21", "2", "5", "1.5")  # Italian "ora" is an hour after 1 alone, and else "now"


class Cues:
    """The cues of one language, as expressions."""

    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr
        self._spaced = cldr.words.spaced
        self._compile_names()
        self._compile_calls()

    def _compile_names(self) -> None:
        """Write the expressions for codes. Those that end in "$" are for the clause before the number."""
        cues, spaced = self._cldr.language.cues, self._spaced
        name, numbers, record = self._words(cues.codes), self._words(cues.numbers), self._words(cues.records)
        owner, copula = self._words(cues.owners), self._words(cues.copulas)
        self._name = re.compile(self._words(f"{cues.codes} {cues.records} {cues.typed} {cues.ones}"))
        # "number of the order", "numero dell'ordine", "order number"; "your order".
        small = r"(?:\s+\w{1,5}(?=\s)|\s+\w{1,5}['’])?" if spaced else ""
        named = rf"(?:{name}(?:\.|['’]s)?|{numbers}{small}\s*(?:{owner}\s*)?{record}|{record}\s*{numbers}\.?)"
        owned = rf"{owner}\s*(?:\w+\s+)?{record}"
        # "Code 4471", "the code is 4471", "card ending in 4471".
        ending_in, ending = self._words(cues.endings), self._words(f"{cues.records} {cues.ones}")
        joint = rf"(?:{self._words(f'{cues.joints} {cues.endings} {cues.copulas}')}|{numbers}\.?)"
        self._near = re.compile(rf"(?:{named}(?:\s*{joint}){{0,3}}|{ending}(?:\s*{copula})?\s*{ending_in})$")
        # "Your order is 48213", "enter 4471".
        self._doubtful = re.compile(rf"(?:{owned}|{self._words(cues.typed)})(?:\s*{joint}){{0,3}}$")
        self._record = re.compile(rf"{record}$")
        # "The code for the door is 4471", "the code for the door: 4471".
        word = rf"\s+(?!{copula})[^\s,]+" if spaced else rf"(?!{copula})[^\s，,]"
        words = rf"(?:{word}){'{0,4}' if spaced else '{0,9}'}"
        self._far = re.compile(rf"{named}{words}\s*{copula}(?:\s*{joint})?$")
        self._colon = re.compile(rf"(?:{named}|{owned}){words}$")
        # "Le code secret 4471"; "the code, 4471, works".
        described = rf"{named}(?:\s+\w{{1,3}}(?=\s))?(?:\s+\w{{4,24}}){{1,2}}$"
        self._described = re.compile(described if cues.adjectives_last else _NEVER)
        self._apposed = re.compile(rf"{named}[,，]\s?$")
        # "4471 is your code", "4471 is my number"; "482913 आपका कोड है".
        self._ending = r"(?:['’]?\w{0,4})?" if spaced else r"[^\w\s]?"
        equals = rf"(?:\s*{copula}|\s*[-–—=:：])\s*"
        owner_and_words = rf"{owner}\s*" + (r"(?:[^\s,]{3,24}\s+){0,2}?" if spaced else "")
        after = rf"(?:{equals})?\s*{owner_and_words}" if cues.verb_last else rf"{equals}(?:{owner_and_words})?"
        after = self._ending + after + ("" if spaced else r"(?:\w\s?){0,6}?")
        self._after = re.compile(after + named)
        self._phone_after = re.compile(after + self._words(cues.phones))

    def _compile_calls(self) -> None:
        """Write the expressions for numbers that somebody calls."""
        cues, spaced = self._cldr.language.cues, self._spaced
        call, gap = self._words(cues.calls), self._words(f"{cues.between} {cues.copulas}")
        cue = rf"(?:{call}|{self._words(cues.phones)})"
        any_word = r"\s+[^\s,]+" if spaced else "[^，,]"
        self._call_or_phone = re.compile(cue)
        # "Call us at 911", "911'i arayın"; "my phone is 555-0134"; "call 555-0134, or 555-0147"; "text STOP to 50505".
        self._call = re.compile(rf"{call}(?:[\s-]*(?:{gap}|[0-9]{{2,6}})){{0,4}}$")
        self._call_after = re.compile(
            rf"{self._ending}\s*(?:{gap}\s+)?{call}" if spaced else rf"\s*(?:\w\s?){{0,4}}?{call}"
        )
        self._phone = re.compile(rf"{cue}\.?(?:{any_word}){{0,{4 if spaced else 8}}}$")
        self._again = re.compile(rf"{cue}.*[0-9]{{2}}(?:\s[^\s,]+)?,?\s*(?:{gap}\s*){{1,3}}$")
        self._message = re.compile(rf"{call}(?:{any_word}){{0,{3 if spaced else 8}}}?\s*{gap}$")
        small = self._words(f"{cues.after} {self._cldr.language.sentences.starters}")
        self._goes_on = re.compile(rf"\s*(?:$|[^\w\s$€£¥%°+*/<>=]|{small})")

    def is_code(self, match: re.Match[str]) -> bool:
        """Return whether a name of a code, or the number of a record, is beside the match."""
        clause, text, number = clause_before(match), self._text_after(match), match.group()
        # "In 1998 the code was new" has a year.
        is_year = bool(_YEAR.fullmatch(number))
        if len(clause.split()) <= (0 if is_year else _MOST_BEFORE) and self._after.match(text):
            return True
        before = self._text_before(match)
        if not self._name.search(before):
            return False
        if self._near.search(clause) or self._far.search(clause):
            return True
        if before.rstrip()[-1:] in _EQUALS and self._colon.search(clause):
            return True
        if not text[:1].isspace() and self._apposed.search(before):
            return True
        # An owned number that is round may be a price: "your order is 4500".
        return not is_year and bool(
            self._described.search(clause)
            or (not number.endswith("00") and not self.is_address(match) and self._doubtful.search(clause))
        )

    def is_record(self, match: re.Match[str]) -> bool:
        """Return whether the word before the match alone has a number of its own: "ticket 48213"."""
        return bool(self._record.search(clause_before(match)))

    def is_phone(self, match: re.Match[str]) -> bool:
        """Return whether a verb that calls or the name of a telephone is up to four words before the match, or soon after."""
        text, before = self._text_after(match), self._text_before(match)
        if self._phone_after.match(text) or self._call_after.match(text):
            return True
        if not self._call_or_phone.search(before):
            return False
        return bool(self._phone.search(clause_before(match)) or self._again.search(before))

    def is_called(self, match: re.Match[str]) -> bool | None:
        """Return whether a verb that calls is directly before the match, with small words between, or directly after it.

        None if it is not, but somebody sends something to the match: "text STOP to 50505".
        """
        before = self._text_before(match)
        if self._call_after.match(self._text_after(match)):
            return True
        if not self._call_or_phone.search(before):
            return False
        clause = clause_before(match)
        if self._call.search(clause) or self._again.search(before):
            return True
        return None if self._message.search(clause) else False

    def is_alone(self, match: re.Match[str]) -> bool:
        """Return whether a mark, the end, a small word or a verb that calls follows the match."""
        text = self._text_after(match)
        return bool(self._goes_on.match(text) or self._call_after.match(text))

    def is_address(self, match: re.Match[str]) -> bool:
        """Return whether a capital follows, as in "911 Main Street", or a German noun."""
        return bool(_CAPITAL_NEXT.match(match.string, match.end()))

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
        names = (names | symbols) - {*cldr.language.sentences.starters.split(), *cldr.language.cues.after.split()}
        listed = " ".join(map(str.lower, (name for name in names if not re.search(r"[\s_*]", name))))
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
        if "#" in table.split():
            return rf"(?:#|(?<!\w)(?:{'|'.join(words)})(?!\w))"
        return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)" if self._spaced else f"(?:{'|'.join(words)})"


cues_of: Final = lru_cache(maxsize=32)(Cues)
"""The cues of a language, from a cache: the first take about 10 ms, so that readers ask for them when they see a number."""
