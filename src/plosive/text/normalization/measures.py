"""Says measures and magnitudes whose form alone is ambiguous: 6ft 2in, 5'10", 2.5m users."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.money import Money
from plosive.text.normalization.numbers import Number, Numbers
from plosive.text.normalization.reader import Reader, next_word, number_reader, word_before, words_before

_FEET_AND_INCHES: Final = (
    r"(?<![\w.,:/'’′″])(?P<feet>[0-9]{1,3})"
    r"(?:[ \u00a0-]?(?:ft\.?|feet|foot)[ \u00a0-]?(?P<inches>[0-9]{1,2}(?:\.[0-9])?|[½¼¾])"
    r"[ \u00a0-]?(?:in\b(?:\.(?=[ \u00a0,;)][a-z]))?|inch(?:es)?\b|[\"”″])"
    r"|(?P<quote>['’′])[ \u00a0]?(?:(?P<quoted>[0-9]{1,2}(?:\.[0-9])?)(?P<mark>\"|”|″|''|’’|′′)?)?(?![\w'\"]))"
    r"(?P<to>[ \u00a0]?[-–][ \u00a0]?(?=[0-9]['’′]))?"
)
_DURATION: Final = (
    r"(?<![\w.,:/-])(?:(?P<hours>[0-9]{1,3}) ?h(?:rs?)? ?)?(?P<minutes>[0-9]{1,3}) ?m(?:in)?"
    r"(?: ?(?P<seconds>[0-9]{1,3}) ?s(?:ec)?)?"
    r"(?!\w)(?(hours)|(?(seconds)|(?!)))"
)
_INCHES_MARKED: Final = (
    r"(?:(?P<side>(?<=[\"″]x)|(?<=[\"″] x ))|(?<![\w.,:/'’′″\"”]))(?P<inches>[0-9]{1,3}(?:\.[0-9]{1,2})?)[\"″]"
    r"(?(side)|(?=[ \u00a0-][^\W\d_A-Z]|[ \u00a0]?x[ \u00a0]?[0-9]))"
)
# The last side of "12x8x3 in.", whose unit is a word elsewhere.
_INCHES_LAST: Final = (
    r"(?:(?<=[0-9][xX×])|(?<=[0-9] [xX×] ))(?P<inches>[0-9]{1,3}(?:\.[0-9]{1,2})?)[ \u00a0-]?"
    r"in(?:\.(?=[,;)]|[ \u00a0][a-z(])|(?=[ \u00a0]*(?:[.,;:!?)]|\Z)))"
)
_BEFORE_NOUN: Final = (
    r"(?<![\w.,/-])(?P<number>[0-9]{1,4}(?:\.[0-9]{1,2})?)-(?P<unit>in|ft|lb|oz|yd|gal)\.?"
    r"(?=[ \u00a0][^\W\d_])(?![ \u00a0]?x)"
)
# Both sides of "10' x 12'".
_FEET_MARKED: Final = (
    r"(?:(?P<side>(?<=[0-9]['’′]x)|(?<=[0-9]['’′] x ))|(?<![\w.,:/'’′″\"”]))(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)['’′]"
    r"(?(side)(?![\w\"'’′″])|(?=[ \u00a0]?x[ \u00a0]?[0-9]{1,3}(?:\.[0-9]{1,2})?['’′](?![\w\"'’′″])))"
)
_HEAT: Final = (
    r"(?<![\w.,:/$-])(?P<first>[0-9]{2,3}(?:\.[0-9])?)[ \u00a0]?(?P<unit>[FC])"
    r"(?:(?P<open>[ \u00a0]\(|/)(?P<second>[0-9]{2,3})[ \u00a0]?(?P<other>[FC]))?(?![\w/-])"
)
# After these 3:12 is no time of day; "14:30 uur" and "14:30 hod." are.
_LONG_UNITS: Final = {"hr": "h", "hrs": "h", "Std": "h", "min": "min", "Min": "min"}
_QUOTE: Final = re.compile('([0-9])?"')
_HIGHEST: Final = range(4, 8)  # feet of a person
_INCHES: Final = 12  # to the foot


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    measures = _Measures(cldr)
    yield number_reader(cldr, "feet and inches", _FEET_AND_INCHES, measures.read_feet, signs="f'’′")
    yield number_reader(cldr, "inches", _INCHES_MARKED, measures.read_inches, signs='"″')
    if "in" in cldr.words.stopped_units.split():
        yield number_reader(cldr, "unit", _BEFORE_NOUN, measures.read_before_noun, signs="-")
        yield number_reader(cldr, "inches", _INCHES_LAST, lambda m: measures.read_side("in", m["inches"]), signs="xX×")
    yield number_reader(cldr, "feet", _FEET_MARKED, lambda m: measures.read_side("ft", m["number"]), signs="'’′")
    yield number_reader(cldr, "duration", _DURATION, measures.read_duration, signs="m")
    clock = r"(?<![\w:.,/-])(?P<first>[0-9]{1,3}):(?P<second>[0-5][0-9])[ \u00a0]?"
    clock += rf"(?P<unit>{either(_LONG_UNITS)})(?!\w)(?:\.(?=[,;)]|[ \u00a0][a-z]))?"
    yield number_reader(cldr, "duration", clock, measures.read_clock, signs=":")
    # "72/min", a pulse, "8/day" and "7 days/wk"
    each = either({*cldr.periods, *cldr.words.each, "min", "Min"})
    pattern = rf"(?<![\w.,/:$€£-])(?P<counted>[0-9]{{1,4}}(?:[ \u00a0](?P<noun>[^\W\d_]{{3,16}}))?)/(?P<each>{each})(?![\w/-])"
    yield number_reader(cldr, "rate", pattern, lambda m: _read_rate(m, cldr), signs="/")
    if cldr.words.inserted_units:
        pattern = r"(?<![\w.,:/-])(?P<whole>[0-9]{1,4})(?P<sign>[€m])(?P<rest>[0-9]{2})(?![\w:/-]|[.,][0-9])"
        yield number_reader(cldr, "unit", pattern, measures.read_inserted, signs="€m")
    if ":-" in cldr.words.currencies:
        pattern = (
            rf"(?<![\w.,:/-])(?P<whole>[0-9]{{1,6}}):(?P<rest>[0-9]{{2}})[ \u00a0]?(?P<sign>{measures.currency})(?!\w)"
        )
        yield number_reader(cldr, "amount", pattern, measures.read_price, signs=":")
    # "250 mg/5 ml" and "4 g/24 h"
    symbol = either(cldr.unit_symbols)
    dose = rf"(?<![\w.,/-])(?P<first>[0-9]{{1,4}}(?:[.,][0-9]{{1,3}})?)[ \u00a0]?(?P<unit>{symbol})/(?P<second>[0-9]{{1,3}})"
    yield number_reader(cldr, "rate", rf"{dose}[ \u00a0]?(?P<each>{symbol})(?![\w/²³-])", measures.read_dose, signs="/")
    if cldr.language.measures.heated:
        yield number_reader(cldr, "temperature", _HEAT, measures.read_heat, signs="FC")
    if cldr.language.measures.magnitudes:
        letters = "|".join(sorted(cldr.language.measures.magnitudes, key=len, reverse=True))
        of = "|".join(filter(str.strip, (cldr.words.of, cldr.words.of_before_vowel))).replace("'", "['’]")
        # "4K" is a resolution. A space may only be there before "de" and some nouns: "2,5 M de usuarios", "1.5 m users".
        apart = "|".join(cldr.language.measures.counted_apart.split())
        behind = "|".join(filter(None, (of, apart and rf"[ \u00a0](?:{apart})\b"))) or "(?!)"
        magnitude = (
            r"(?<![\w.,:/])(?:(?<!-)|(?<=[0-9kmM]-))(?![2458]K\b)"
            rf"(?P<number>[0-9]{{1,6}}(?:[.,][0-9]{{1,3}})?)(?:[ \u00a0](?=(?:{letters})(?:{behind})))?"
            rf"(?P<letter>{letters})(?P<plus>\+?)(?!\w)"
        )
        yield number_reader(cldr, "magnitude", magnitude, measures.read_magnitude)


class _Measures:
    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr
        self._numbers = Numbers(cldr)
        measures = cldr.language.measures
        self._money = Money(cldr, self._numbers)
        self.currency = self._money.written
        self._heated = frozenset(measures.heated.split())
        self._describing = frozenset(cldr.words.describing.split())
        self._going_on = frozenset(cldr.words.going_on.split())
        self._heights, self._high_nouns = (frozenset(words.split()) for words in measures.heights.partition("/")[::2])
        self._metres, self._metre_nouns = (frozenset(words.split()) for words in measures.metres.partition("/")[::2])
        self._magnitudes = {letter: tuple(forms.split()) for letter, forms in measures.magnitudes.items()}
        self._counted = re.compile(rf"[ \u00a0](?:{measures.counted})(?![\w-])")

    def read_feet(self, match: re.Match[str]) -> str | None:
        """Say feet and inches. Quotes are minutes and seconds too: only heights of people and known words make them feet."""
        if match["quote"] and not self._is_height(match):
            return None
        following = next_word(match)
        describes = word_before(match) in self._describing and following not in {"", *self._going_on}
        describes = describes or following in self._high_nouns
        parts = (("ft", match["feet"]), ("in", match["inches"] or match["quoted"] or ""))
        said = [self._with_unit(symbol, number, "1" if describes else "") for symbol, number in parts if number]
        to = match["to"] and (self._cldr.to or match["to"])
        return " ".join(said) + (to or "") if all(said) else None

    def read_inches(self, match: re.Match[str]) -> str | None:
        """Say 15.6" before a noun. None in quotes: "I am 5" may be what somebody says."""
        opened = False
        for after_digit in _QUOTE.findall(match.string, 0, match.start()):
            if opened or not after_digit:
                opened = not opened
        if opened:
            return None
        following = next_word(match)
        describes = self._describing and len(following) > 1 and following not in self._going_on
        return self._with_unit("in", match["inches"], "1" if describes else "") or None

    def read_before_noun(self, match: re.Match[str]) -> str | None:
        """Say "a 55-in. TV" without the stop."""
        return self._with_unit(match["unit"], match["number"], "1") or None

    def read_side(self, symbol: str, number: str) -> str | None:
        """Say a side of "10' x 12'" and of "12x8x3 in"."""
        return self._with_unit(symbol, number, "") or None

    def read_duration(self, match: re.Match[str]) -> str | None:
        """Say "2h 30m" and "4m 10s", in which m is a minute."""
        parts = (("h", match["hours"]), ("min", match["minutes"]), ("s", match["seconds"]))
        said = [self._with_unit(symbol, number.lstrip("0") or "0", "") for symbol, number in parts if number]
        return " ".join(said) if all(said) else None

    def read_clock(self, match: re.Match[str]) -> str | None:
        """Say "3:12 hrs" and "3:12 min"."""
        larger = _LONG_UNITS[match["unit"]]
        parts = ((larger, match["first"]), ("min" if larger == "h" else "s", match["second"]))
        said = [self._with_unit(symbol, number.lstrip("0"), "") for symbol, number in parts if int(number)]
        return " ".join(said) if all(said) else None

    def read_inserted(self, match: re.Match[str]) -> str:
        """Say "12€50" and "1m85"."""
        whole, joint = match["whole"], self._cldr.words.cents_joined_by
        if match["sign"] == "€":
            noun = self._cldr.form(tuple(self._cldr.words.money["EUR"].partition("/")[0].split()), whole)
            return f"{whole} {noun}{joint}{int(match['rest'])}"
        return f"{self._with_unit('m', whole, '')}{joint}{int(match['rest'])}"

    def read_price(self, match: re.Match[str]) -> str | None:
        """Say "49:50 kr"."""
        return self._money.said(self._money.currencies[match["sign"]], Number(match["whole"], match["rest"])) or None

    def read_dose(self, match: re.Match[str]) -> str | None:
        """Say "250 mg/5 ml" and "4 g/24 h". None of the same in two units: "450 g/16 oz", "250 g/250 ml"."""
        unit, each = (self._cldr.symbols.get(match[group], "") for group in ("unit", "each"))
        timed = unit.startswith(("mass-", "volume-")) and each.startswith("duration-")
        dissolved = unit in {"mass-milligram", "mass-microgram"} and each.startswith("volume-")
        if not (timed or dissolved):
            return None
        number = self._numbers.parse(match["first"], is_money=False, has_unit=True)
        first = number and self._with_unit(match["unit"], number.plain, "")
        second = self._with_unit(match["each"], match["second"], "")
        return f"{first} {self._cldr.words.per} {second}" if first and second and self._cldr.words.per else None

    def read_heat(self, match: re.Match[str]) -> str | None:
        """Say "350F (175C)", which may be seats, so that a word of heat stands before it."""
        if not self._heated.intersection(words_before(match, 8)) or match["unit"] == match["other"]:
            return None
        parts = ((match["first"], match["unit"]), (match["second"], match["other"]))
        said = [self._with_unit(f"°{unit}", number, "") for number, unit in parts if number]
        return (match["open"] or "").join(said) if all(said) else None

    def _is_height(self, match: re.Match[str]) -> bool:
        if not self._heights or (match["quoted"] and float(match["quoted"]) >= _INCHES):
            return False
        if match["mark"] and int(match["feet"]) in _HIGHEST:
            return True
        near = match["mark"] and self._heights & {*words_before(match)}
        return next_word(match) in self._heights | self._high_nouns or bool(near)

    def _with_unit(self, symbol: str, number: str, alike: str) -> str:
        whole, _, fraction = number.partition(".")
        pattern = self._cldr.unit(symbol, alike or (number if whole.isdigit() else "2"))
        return pattern.replace("{0}", self._numbers.shown(Number(whole, fraction))) if pattern else ""

    def read_magnitude(self, match: re.Match[str]) -> str | None:
        """Say "2.5m users" as millions, "2.5m long" as metres. None if the next word tells neither: 10k may be a race."""
        number = self._numbers.parse(match["number"], is_money=False, has_unit=True)
        following = next_word(match)
        if number and match["letter"] == "m" and following in self._metres | self._metre_nouns:
            describes = following in self._metre_nouns or word_before(match) in self._describing
            pattern = self._cldr.unit("m", "1" if describes else number.plain)
            return pattern.replace("{0}", self._numbers.shown(number))
        if number is None or not self._counted.match(match.string, match.end()):
            return None
        return self._numbers.scaled(number, self._magnitudes[match["letter"]]) + match["plus"]


def _read_rate(match: re.Match[str], cldr: Cldr) -> str | None:
    """Say how often something happens. Amounts with a unit have a reader of their own."""
    return (
        None if match["noun"] in cldr.symbols else cldr.per(match["counted"], match["each"].replace("M", "m")) or None
    )
