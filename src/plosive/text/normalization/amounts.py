"""Writes amounts in words: numbers with a sign, a currency, a unit, a fraction or a range.

It leaves the digits to espeak-ng, which knows the number words of all its languages. It refuses to guess: an ambiguous
number does not change.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.money import Money
from plosive.text.normalization.numbers import DIGITS, Number, Numbers
from plosive.text.normalization.reader import DIGIT, Reader, number_reader, word_before

_FRACTIONS: Final = ("1/2", "1/3", "2/3", "1/4", "3/4")
_FRACTION_SIGNS: Final = "½⅓⅔¼¾"
_EVEN: Final = "[,.:/][-–—]{1,2}(?![-\\w])"  # "€ 5,-", "₹5/-": no cents
_SIGNS: Final = "\u0900-\u0963\u0966-\u0d7f"  # vowel signs of Indian scripts are no word characters
_TILDES: Final = "~～〜"
_GROUP: Final = 3  # digits before the hyphen of a local telephone number
_LAST_DIGITS: Final = 4  # of a telephone number
_HOUSE_BEFORE: Final = re.compile(r"(?:\bNo\.[ \u00a0]?|#[ \u00a0])\Z")
_DIGITS_BEFORE: Final = re.compile("[0-9][-–]")
_YEAR_MARK: Final = "г"  # "1990 г."; after other numbers it is a gram
_YEAR: Final = re.compile("1[0-9]{3}|20[0-9]{2}|2100")
_HIGHEST_IN_CASE: Final = 999
_MILLION: Final = "1000000"
_MANY: Final = "5"  # whose noun stays the same in the genitive
_NOUN_BEFORE: Final = re.compile(r"[0-9] ?(?P<noun>[^\W\d_]{1,14}) (?:(?P<joint>[^\W\d_]{1,2}) )?\Z")
_RATINGS: Final = frozenset(str.split("W kW V GB TB MB MP Hz kHz MHz GHz"))  # directly after a number: "60W bulbs"
_VOWELS: Final = "aeéhiou"
_SMALL: Final = "a-zß-ÿąćčďęěğıłńňőřśşšťůűźżžа-яёіїєґ"
_THAI: Final = "\u0e00-\u0e7f"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    amounts = _Amounts(cldr)
    if cldr.words.fractions:
        begins = (DIGIT, f"[{_FRACTION_SIGNS}]")
        reader = number_reader(cldr, "fraction", amounts.fraction, amounts.read_fraction, begins)
        yield reader._replace(needs=(f"{_FRACTION_SIGNS}/",))
    yield number_reader(cldr, "amount", amounts.pattern, amounts.read, amounts.begins)


@lru_cache(maxsize=32)
def number_alone(cldr: Cldr) -> Callable[[str], str]:
    """Return a function that says a number alone."""
    known = [(re.compile(reader.pattern), reader.read) for reader in readers(cldr)]

    def said(written: str) -> str:
        for expression, read in known:
            match = expression.fullmatch(written)
            words = match and read(match)
            if words:
                return words
        return written

    return said


class _Amounts:
    """Finds the amounts of one language with `pattern`, at `begins`; `read` returns the words for a match."""

    def __init__(self, cldr: Cldr) -> None:
        self._words = words = cldr.words
        self._cldr = cldr
        self._numbers = numbers = Numbers(cldr)
        self._money = money = Money(cldr, numbers)
        self._scales = {written: tuple(forms.split()) for written, forms in words.scales.items()}
        number, currency, leading = numbers.pattern, money.written, money.leading
        # Thai has no blanks between words: "ต" is a ton, but not in "ต่อ".
        ended = f"(?![\\w²³/{_SIGNS}])(?!(?<=[{_THAI}])[{_THAI}])"
        # "45 W. 3rd St.": a sentence that goes on after the stop of one capital has no unit there, but an initial.
        ended += "(?!(?<=[0-9][ \\u00a0][A-Z])\\.[ \\u00a0]\\S)"
        scale = self._scale(currency)
        unit = either(set(cldr.unit_symbols) - {*words.word_units.split()})
        if words.word_units:
            of = either(map(str.strip, (words.of, words.of_before_vowel)))
            goes_on = rf"[ \u00a0](?:{of})(?:\b|(?<=['’]))|[ \u00a0]?(?:[,;:!?)/]|\.(?!\w)|\Z)"
            unit += f"|(?:{either(words.word_units.split())})(?={goes_on})"
        each = either({*cldr.unit_symbols, *cldr.periods, *words.each})
        # espeak-ng would read the full stop of "5 ft. tall" as a sentence end.
        follows = f"\\.(?=[,;)]|[ \\u00a0][0-9(–—{_SMALL}{words.after_units}])"
        # The "m." of "15 m. 4" is the number of a flat, that of "1 m. 4 cm" a metre.
        labels = [entry.form for entry in cldr.language.abbreviations.entries() if entry.place == "before_number"]
        label = (
            f"(?!{either(labels)}[ \\u00a0][0-9]{{1,4}}(?![\\w.,:]*[ \\u00a0]?(?=\\w{{2}})(?:{unit})(?!\\w)))"
            if labels
            else ""
        )
        label += f"(?!(?:{either(words.unit_words.split())})[ \\u00a0][^\\W\\d_])" if words.unit_words else ""
        stopped = f"(?:{either(words.stopped_units.split())})"
        dimensions = either(cldr.language.measures.dimensions.split())
        without_stop = f"(?<=[0-9]){stopped}|{stopped}(?=[ \\u00a0]{dimensions}(?!\\w))"
        stopped = f"|{stopped}(?={follows})|{without_stop}" if words.stopped_units else ""
        # "50 TL'ye" is "50 liraya"; in other languages a sign with an ending stays as it is written.
        suffix = "(?:['’](?P<suffix>[a-zçğıöşü]{1,8})(?!\\w))?" if words.suffix_vowels else ""
        suffix += "(?!['’]\\w)"
        self._suffix_vowels = str.maketrans(words.suffix_vowels)
        clitics = words.clitics.split() + ["v", "V"] * bool(words.point or words.dotted)  # "v2.3"
        # Arabic writes "with" and "the" together with a number.
        begin = "|".join(
            [
                "(?<![\\w.,/])" if words.spaced else "(?<![\\w./])(?<![0-9],)",
                "(?<=[0-9][xXхХ×])",  # the second side of a size: "10x15 cm"
                "(?<=[a-zß-ÿ]/)(?=[$€£])",  # "$20 adults/$10 kids"
                *(f"(?<=(?<!\\w){clitic})" for clitic in clitics),
            ]
        )
        begin = f"(?:{begin})"
        self.pattern = (
            f"{begin}(?P<sign>(?<![\\w)\\]{_SIGNS}])[-−])?"
            f"(?:(?<![\\w{_SIGNS}])(?P<before>{leading})\\.?[ \\u00a0]?(?P<inner>[-−])?)?"
            f"(?(before)(?<![0-9.,/]))(?P<value>{number})"
            f"(?:(?P<extra>[ \\u00a0]?[½⅓⅔¼¾])(?!\\w)|{_EVEN}(?=[ \\u00a0]?{currency})|(?(before){_EVEN}|(?!)))?"
            f"(?:(?:[ \\u00a0\\u202f]?|-(?=[a-z]{{3}}))(?P<scale>{scale}))?"
            f"(?:[ \\u00a0\\u202f]?(?P<after>{currency})(?:\\.?/(?P<each>{each}))?{ended}{suffix}(?:{follows})?"
            f"|(?P<gap>[ \\u00a0\\u202f]?|-(?=[a-z]{{2}}|m\\b))"
            f"(?P<unit>{label}(?:{unit})(?:/(?:{each})){{0,2}}{stopped}){ended}(?P<stop>{follows})?)?"
            f"(?(before)(?:[ \\u00a0]?[-–][ \\u00a0]?(?P=before)?"
            f"(?P<high>{number})(?P<high_scale>[ \\u00a0]?(?:{scale}))?(?![\\w%-]|[.,][0-9]|/(?![a-z])))?"
            f"(?:(?P<rate>(?:/(?:{each})){{1,2}}){ended}(?:{follows})?)?)"
            f"(?P<to>(?:[ \\u00a0]?[-–~～〜][ \\u00a0]?|—)(?=(?:{currency})?(?P<next>{DIGITS})"
            "(?=(?:[.,](?P<part>[0-9]{1,2})(?![0-9]))?)(?![0-9]*(?:[-–/]|:[0-9]))))?"
        )
        nouns = either(words.halves)
        before = rf"(?<![\w{_SIGNS}])(?:{leading})\.?[ \u00a0]?[-−]?\.?[0-9]"
        self.begins = (
            DIGIT, places(first_of(money.currencies), before), f"[-−](?=[0-9]|{leading})", numbers.begins,
        )  # fmt: skip
        self.fraction = (
            "(?<![\\w.,/])(?<![Nn][or][.:])(?<![Nn][or][.:] )"
            f"(?:(?P<whole>{DIGITS})(?: |-(?=[123]/)|(?=[½⅓⅔¼¾][ \\u00a0](?:{nouns}))))?"
            "(?P<part>[½⅓⅔¼¾]|1/2|1/3|2/3|1/4|3/4)(?![\\w/-]|[.,][0-9])"
            f"(?:[ \\u00a0](?P<noun>{nouns})(?!\\w))?"
            + (
                f"(?:[ \\u00a0](?P<part_unit>{unit}){ended}(?:{follows})?)?"
                if words.parts_of_units
                else "(?P<part_unit>)"
            )
        )
        self._timing = frozenset(cldr.language.measures.timing.split())
        self._locative_after = frozenset(words.locative_after.split())
        # One letter without a space is ambiguous: "5m" may be millions, "5s" and "5t" names of products.
        self._attached = "%٪‰°℃℉gWVLlh" + ("" if "m" in cldr.language.measures.magnitudes else "m")
        self._times = re.compile(cldr.language.writes.times or "(?!)")
        self._fractions, self._fractions_after = map(_by_fraction, (words.fractions, words.fractions_after))
        # The words around an amount that describes a noun: "a $5 bill", but "every 10 cm or so".
        self._describing = re.compile(rf"(?<!\w)(?i:{'|'.join(words.describing.split())}) $")
        self._noun_next = re.compile(rf"[ -](?!(?:{'|'.join(words.going_on.split())})\b)[A-Za-z]")

    def _scale(self, currency: str) -> str:
        """Return the expression for a word such as "million". Letters such as "M" and "k" only count with a currency."""
        words = [word for word in self._words.scales if len(word) > 2]
        letters = either([word for word in self._words.scales if len(word) <= 2])
        ended = "(?![^\\W_]|\\.[A-Z])"
        letters = f"(?(before)(?:{letters}){ended}|(?:{letters})(?=[ \\u00a0]?(?:{currency})))"
        # The full stop of "3,5 Mio. Euro" is not said, but the one that ends the text is.
        return f"(?:{either(words)}){ended}(?:\\.(?=[ \\u00a0]?[^\\s]))?|{letters}"

    def read(self, match: re.Match[str]) -> str:
        """Return the words for an amount, or the amount as it was written if espeak-ng reads it well."""
        written, value = match.group(), match["value"]
        if written == value and value.isdigit():
            return self._numbers.written_out(value, match)  # the same for nearly every number
        if match["before"] and self._goes_on(match):
            return written
        number = self._parse(match)
        to = self._to(match, number) if match["to"] else ""
        if number is None:
            dotted = self._numbers.dotted(value)
            sign = f"{self._words.minus} " if _sign(match) and self._words.minus else _sign(match)
            return written.replace(_sign(match) + value, sign + dotted, 1)
        scale = self._scale_forms(match["scale"])
        if match["extra"]:
            sign = match["extra"].strip()
            number = number._replace(and_part=self._fractions_after.get(sign, sign))
        if match["before"] and match["high"]:
            return self._each(self._money_range(match, number, scale), match["rate"]) or written
        alike = "1" if not to and self._describes(match) else ""
        if match["unit"] and not (to or scale) and self._is_locative(match, number):
            number, alike = number._replace(is_locative=True), _MANY
        said = self._counted(match, number, scale, alike)
        if not said and scale and match["scale"].rstrip(".") not in scale:
            said = self._numbers.scaled(number, scale) + _rest(match, "scale")
        if not said:
            return self._bare(match, number, to)
        return self._minus(match) + said + to

    def _minus(self, match: re.Match[str]) -> str:
        """Return the word for the sign before an amount."""
        if not _sign(match) or self._is_cold(match):
            return ""
        return f"{self._words.minus}{' ' if self._words.spaced else ''}" if self._words.minus else "-"

    def _is_cold(self, match: re.Match[str]) -> bool:
        """Whether the sign is that of a temperature, for which the language has a word of its own."""
        unit = self._cldr.symbols.get(match["unit"] or "", "")
        degrees = bool(self._words.degree) and match.string.startswith(self._words.degree, match.end())
        return bool(self._words.below_zero and _sign(match)) and (unit.startswith("temp") or degrees)

    def _scale_forms(self, written: str | None) -> tuple[str, ...]:
        return self._scales.get(written.rstrip("."), ()) if written else ()

    def _is_locative(self, match: re.Match[str], number: Number) -> bool:
        """Whether the word before a whole number asks for the locative. One of anything would need its gender, too."""
        if word_before(match).lower() not in self._locative_after or number.fraction or number.and_part:
            return False
        is_one = number.whole[-1] == "1" and number.whole[-2:] != "11"
        return not is_one and int(number.whole) <= _HIGHEST_IN_CASE

    def _counted(self, match: re.Match[str], number: Number, scale: tuple[str, ...], alike: str) -> str:
        """Say the number with its currency or unit. Empty if it has none, or one without a name."""
        # "$500 MXN": the code says whose dollar sign it is.
        if code := match["after"] or match["before"]:
            if match["before"] and self._money.named.match(match.string, match.end()):
                return self._numbers.scaled(number, scale) if scale else self._numbers.shown(number)
            said = self._money.said(self._money.currencies[code], number, scale, alike)
            if said and self._suffix_vowels and match["suffix"]:
                said += match["suffix"].translate(self._suffix_vowels)
            return self._each(said, match["each"] or match["rate"])
        if scale and match["unit"]:
            before, _, noun = self._cldr.unit(match["unit"], _MILLION).partition("{0}")
            return before + self._numbers.scaled(number, scale, noun.strip()) if noun else ""
        if not match["unit"]:
            return ""
        cold = self._words.below_zero if self._is_cold(match) else ""
        before = match.string[max(0, match.start() - 12) : match.start()]
        return self._measure(match["unit"], number, match["gap"] or "", alike, cold, before)

    def _bare(self, match: re.Match[str], number: Number, to: str) -> str:
        """Say the number, and keep the text after it as it was written."""
        written, value, sign = match.group(), match["value"], _sign(match)
        if match["unit"] == _YEAR_MARK and value == number.whole and _YEAR.fullmatch(value):
            return written
        is_cold = self._is_cold(match)
        if match["sign"] and not is_cold and match.string[match.start() - 1 : match.start()].isalnum():
            return written  # a hyphen, in a language without spaces
        if self._times.match(match.string, match.end("value")):
            return written
        shown = self._numbers.shown(number) if number.and_part or self._numbers.is_misread(value, number) else value
        rest = _rest(match, "value")[len(match["extra"] or "") :]
        if is_cold:
            return self._words.below_zero + shown + rest + to
        return (f"{self._words.minus} " if sign and self._words.minus else sign) + shown + rest + to

    def _parse(self, match: re.Match[str], group: str = "value") -> Number | None:
        code = match["before"] or match["after"]
        is_money = bool(code) and not self._money.has_own_marks(code, match[group])
        return self._numbers.parse(match[group], is_money=is_money, has_unit=bool(match["unit"] or match["scale"]))

    def read_fraction(self, match: re.Match[str]) -> str:
        """Say a fraction that has a name, alone or after a whole number."""
        part, whole, symbol = match["part"], match["whole"], match["part_unit"]
        if self._words.halves and not whole and (behind := self._behind_noun(match, part)):
            return behind
        if match["noun"]:
            return self._part_of(match["noun"], part, whole)
        if symbol and self._words.halves:
            named = self._cldr.noun(symbol, "2" if whole and whole != "1" else "1")
            if named:
                return self._part_of(named, part, whole)
        unit = self._cldr.unit(symbol, "2" if whole else "1") if symbol else ""
        noun = unit.partition("{0}")[2].strip()
        written = f"{whole} 1/2" if whole else "1/2"
        half = self._numbers.counted(written, noun, word_before(match)) if part in {"1/2", "½"} else ""
        said = half or (f"{whole} {self._fractions_after[part]}" if whole else self._fractions[part])
        return unit.replace("{0}", said) or said + (match.string[match.end("part") : match.end()])

    def _behind_noun(self, match: re.Match[str], part: str) -> str:
        """Say the part in "2 heures 1/2" and "1 h y 1/2". Empty if no noun with a number stands before it."""
        found = _NOUN_BEFORE.search(match.string, max(0, match.start() - 30), match.start())
        if not found or match["noun"] or match["part_unit"]:
            return ""
        noun = self._cldr.noun(found["noun"], "2") or found["noun"]
        halves = self._words.halves.get(noun)
        if not halves:
            return ""
        said = halves.partition("|")[2] if part in {"1/2", "½"} else self._fractions_after[part]
        joint, _, rest = said.partition(" ")
        return rest if found["joint"] == joint else said

    def _part_of(self, noun: str, part: str, whole: str) -> str:
        """Say a part of what a noun names: "half a cup" has its own word, and a whole number goes before the noun."""
        words = self._words
        halves = words.halves.get(noun) or words.halves.get(noun.split(maxsplit=1)[0]) or words.halves[""]
        half, _, and_half = halves.partition("|")
        is_half = part in {"1/2", "½"}
        if whole:
            # The singular comes first in the table: "tazza tazze".
            known = list(words.halves)
            before = known[: known.index(noun)] if noun in known else []
            likely = [other for other in before if other.startswith(noun[:-1]) and len(other) <= len(noun) + 1]
            one = min(likely, key=len, default=noun)
            count = self._numbers.agreeing(Number(whole), one)
            noun = one if whole == "1" else noun
            return f"{count} {noun} {and_half if is_half else self._fractions_after[part]}"
        if is_half:
            return f"{half} {noun}"
        of = words.of_before_vowel if noun[0] in _VOWELS else ""
        return f"{self._fractions[part]}{of or words.of}{noun}"

    def _goes_on(self, match: re.Match[str]) -> bool:
        """Whether a letter follows directly, such as the M of "$5M" in a language in which M is no scale."""
        following = match.string[match.end() : match.end() + 1]
        return following.isalpha() and (following.isascii() or self._words.spaced)

    def _each(self, said: str, rate: str | None) -> str:
        """Add the unit of a price: "per kilogram", "per user per month"."""
        for symbol in (rate or "").strip("/").split("/") if said and rate else ():
            said = self._cldr.per(said, symbol) or f"{said}/{symbol}"
        return said

    def _describes(self, match: re.Match[str]) -> bool:
        """Whether the amount describes the noun after it, and so is in the singular."""
        text, start, end = match.string, match.start(), match.end()
        rated = match["unit"] in _RATINGS and not match["gap"]
        return bool(
            self._words.describing
            and self._noun_next.match(text, end)
            and (rated or self._describing.search(text, max(0, start - 9), start))
        )

    def _money_range(self, match: re.Match[str], number: Number, scale: tuple[str, ...]) -> str:
        """Say "$10-20" as "10 to 20 dollars". Empty if it is no range."""
        high = self._parse(match, "high")
        if high is None or not self._words.to or len(high.whole) < len(number.whole) or _sign(match):
            return ""
        high_scale = self._scale_forms((match["high_scale"] or "").strip(" \u00a0"))
        low = self._numbers.scaled(number, scale) if scale else self._numbers.shown(number)
        code = self._money.currencies[match["before"]]
        return f"{low} {self._joint(match)} " + self._money.said(code, high, high_scale)

    def _to(self, match: re.Match[str], number: Number | None) -> str:
        """Return the word "to" of a range: a dash and a higher number, with or without the same currency. Else empty."""
        value, dash, following = match["value"], str(match["to"]), match["next"]
        # Parts of a telephone number or of another identifier: 555-1234, 123-45-6789.
        local = len(value) == _GROUP and len(following) == _LAST_DIGITS and dash == "-"
        if _HOUSE_BEFORE.search(match.string, max(0, match.start() - 4), match.start()):
            return ", "  # "Calle 45 No. 40-53"
        if (local and not following.endswith("00")) or _DIGITS_BEFORE.match(
            match.string, max(0, match.start() - 2), match.start()
        ):
            return dash
        # A tilde between two numbers is always a range.
        rising = number is not None and int(following) > int(number.whole)
        if number is not None and (match["unit"] or match["after"]):  # "4.25%-4.50%", but "version 3.11-3.12"
            rising = float(f"{following}.{match['part'] or 0}") > float(f"{number.whole}.{number.fraction or 0}")
        alike = len(following) <= len(value) + 2
        to = self._joint(match)
        return f" {to} " if to and (rising or dash.strip() in _TILDES) and alike and not match["extra"] else dash

    def _joint(self, match: re.Match[str]) -> str:
        """Return the word between the ends of a range: "between 5-7 km" has "and"."""
        return self._words.between.get(word_before(match).lower(), self._words.to)

    def _measure(self, symbol: str, number: Number, gap: str, alike: str, cold: str, before: str) -> str:
        timed = symbol == "s" and (number.fraction or before.rstrip().rpartition(" ")[2].lower() in self._timing)
        if len(symbol) == 1 and not gap and symbol not in self._attached and not timed:
            return ""
        if (symbol == "°" and not self._words.degrees) or (symbol == _YEAR_MARK and _YEAR.fullmatch(number.plain)):
            return ""
        if symbol in "%٪" and self._words.percent:
            return self._words.percent.replace("{0}", self._numbers.shown(number))
        if gap == "-" and self._words.describing:
            alike = "1"  # "a 5-km run"
        pattern = self._cldr.unit(symbol, alike or number.plain)
        if not pattern:
            return ""
        if number.is_locative:
            ending = next(ending for ending in self._words.locative if re.search(rf"(?<=\}} )\w+{ending}\b", pattern))
            pattern = re.sub(rf"(?<=\}} )(\w+?){ending}\b", rf"\1{self._words.locative[ending]}", pattern, count=1)
        first = pattern.partition("{0}")[0].strip()
        if first and before.endswith(f"{first} "):
            pattern = pattern.replace(first, "", 1).strip()  # "시속 100km/h"
        one = self._cldr.unit(symbol, "1") if self._words.one or self._words.two else ""
        noun = one.partition("{0}")[2].strip() or one.strip()
        return pattern.replace("{0}", cold + self._numbers.agreeing(number, noun))


def _sign(match: re.Match[str]) -> str:
    return match["sign"] or match["inner"] or ""


def _rest(match: re.Match[str], group: str) -> str:
    """Return the text between a group and the dash of a range."""
    return match.string[match.end(group) : match.start("to") if match["to"] else match.end()]


def _by_fraction(listed: str) -> dict[str, str]:
    """Return the names of the fractions by their written form."""
    names = listed.split(", ") if listed else []
    return dict(zip((*_FRACTIONS, *_FRACTION_SIGNS), names * 2, strict=False))
