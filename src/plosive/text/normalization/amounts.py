"""Writes amounts in words: numbers with a sign, a currency, a unit, a fraction or a range.

It leaves the digits to espeak-ng, which knows the number words of all its languages. It refuses to guess: an ambiguous
number does not change.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from plosive.text.expressions import either
from plosive.text.languages.language import pairs
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import DIGIT, Reader, number_reader

# espeak-ng says up to 15 digits as one number in most languages, and no amount has more. Longer runs are identifiers and
# do not change. 6 groups are one more than 15 digits need.
_DIGITS: Final = "[0-9]{1,15}"
_MARKED: Final = f"{_DIGITS}(?:[.,'’\\u00a0\\u202f][0-9]{{1,15}}){{0,6}}"
_SPACED: Final = "[0-9]{1,3}(?: [0-9]{3}){1,4}(?:,[0-9]{1,15})?(?![0-9])"

_CURRENCIES: Final = pairs(
    "$ US$=USD; A$ AU$=AUD; C$ CA$=CAD; NZ$=NZD; HK$=HKD; S$=SGD; NT$=TWD; MX$=MXN; R$=BRL; €=EUR; £=GBP; ¥ ￥=JPY; "
    "₹ Rs. ₨=INR; ₽ руб. руб=RUB; ₩=KRW; ₺=TRY; ₴ грн=UAH; ₫=VND; ₪=ILS; ₦=NGN; ฿=THB; ₱=PHP; ₸=KZT; ₾=GEL; ₡=CRC; ₲=PYG; "
    "₵=GHS; ₼=AZN; ֏=AMD; ៛=KHR; ₮=MNT; ₭=LAK; zł=PLN; Kč=CZK; Ft=HUF; lei=RON; лв=BGN"
)
# These codes are said as the currency's name. Other codes of ISO 4217 too often are words or other abbreviations.
_CODES: Final = str.split(
    "USD EUR GBP JPY CNY INR CHF CAD AUD NZD BRL RUB PLN SEK NOK DKK CZK HUF RON KRW MXN TRY ZAR HKD SGD THB IDR ILS UAH"
)
_FRACTIONS: Final = ("1/2", "1/3", "2/3", "1/4", "3/4")
_FRACTION_SIGNS: Final = "½⅓⅔¼¾"
# These scales are adjectives: "5 mil euros", but "5 millones de euros".
_ADJECTIVES: Final = frozenset({"mil", "mila", "thousand"})
_GROUP_GAP: Final = re.compile("[ '’\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_MARKED_DIGITS: Final = re.compile("[0-9.,]+")
_MARK: Final = re.compile("[.,]")
_GROUP: Final = 3  # digits between two separators of thousands
_CENT_DIGITS: Final = 2
_LAST_DIGITS: Final = 4  # of a telephone number
_DIGITS_BEFORE: Final = re.compile("[0-9][-–]")
_YEAR_MARK: Final = "г"  # "1990 г."; after other numbers it is a gram
_YEAR: Final = re.compile("1[0-9]{3}|20[0-9]{2}|2100")
_WORD_BEFORE: Final = re.compile(r"(?<!\w)(\w{1,8})[ \u00a0]$")
_SMALL: Final = "a-zß-ÿа-я"
_VOWELS: Final = "aeéiou"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    amounts = _Amounts(cldr)
    if cldr.words.fractions:
        yield number_reader(cldr, "fraction", amounts.fraction, amounts.read_fraction, rf"{DIGIT}|[{_FRACTION_SIGNS}]")
    yield number_reader(cldr, "amount", amounts.pattern, amounts.read, amounts.begins)


class _Number(NamedTuple):
    """A parsed number: its digits without leading zeros, and its fraction in digits or words ("and a half")."""

    whole: str
    fraction: str
    and_part: str = ""

    @property
    def plain(self) -> str:
        if self.and_part:
            return self.whole + ".5"
        return f"{self.whole}.{self.fraction}" if self.fraction else self.whole


class _Amounts:
    """Finds the amounts of one language with `pattern`, at `begins`; `read` returns the words for a match."""

    def __init__(self, cldr: Cldr) -> None:
        self._words = words = cldr.words
        self._cldr = cldr
        self.currencies = _CURRENCIES | {code: code for code in _CODES} | words.currencies
        number = f"(?:{_SPACED}|{_MARKED})" if cldr.spaces_groups else _MARKED
        currency = either(self.currencies)
        # "元" never stands before a number: it would match the end of the word before the number.
        leading = either(symbol for symbol in self.currencies if symbol != "元")
        ended = "(?![\\w²³/])"
        scale = self._scale(currency)
        unit = either(cldr.unit_symbols)
        each = either({*cldr.unit_symbols, *cldr.periods, *words.each})
        # espeak-ng would read the full stop of "5 ft. tall" as a sentence end.
        follows = f"\\.(?=[,;)]|[ \\u00a0][0-9(–—{_SMALL}{words.after_units}])"
        stopped = f"|(?:{either(words.stopped_units.split())})(?={follows})" if words.stopped_units else ""
        self.pattern = (
            f"(?<![\\w.,/])(?P<sign>(?<![\\w)\\]])[-−])?(?:(?<!\\w)(?P<before>{leading})[ \\u00a0]?(?P<inner>[-−])?)?"
            f"(?<![0-9.,/])(?P<value>{number})"
            f"(?:(?P<extra>[ \\u00a0]?[½⅓⅔¼¾])(?!\\w))?"
            f"(?:[ \\u00a0\\u202f]?(?P<scale>{scale}))?"
            f"(?:[ \\u00a0\\u202f]?(?P<after>{currency})(?:/(?P<each>{each}))?{ended}"
            f"|(?P<gap>[ \\u00a0\\u202f]?)(?P<unit>(?:{unit})(?:/(?:{unit}))?{stopped}){ended}(?P<stop>{follows})?)?"
            f"(?(before)(?:[ \\u00a0]?[-–][ \\u00a0]?(?P=before)?"
            f"(?P<high>{number})(?P<high_scale>[ \\u00a0]?(?:{scale}))?(?![\\w%-]|[.,][0-9]|/(?![a-z])))?"
            f"(?:(?P<rate>(?:/(?:{each})){{1,2}}){ended})?)"
            f"(?P<to>[ \\u00a0]?[-–][ \\u00a0]?(?=(?:{currency})?(?P<next>{_DIGITS})(?![0-9]*(?:[-–/]|:[0-9]))))?"
        )
        self.begins = rf"{DIGIT}|(?<!\w)(?:{leading})[ \u00a0]?[-−]?(?=[0-9])|[-−](?=[0-9]|{leading})"
        self.fraction = (
            f"(?<![\\w.,/])(?:(?P<whole>{_DIGITS}) )?(?P<part>[½⅓⅔¼¾]|1/2|1/3|2/3|1/4|3/4)(?![\\w/-]|[.,][0-9])"
            + (f"(?:[ \\u00a0](?P<part_unit>{unit}){ended})?" if words.parts_of_units else "(?P<part_unit>)")
        )
        self._money_forms = {code: _forms(names) for code, names in words.money.items()}
        self._fractions, self._fractions_after = map(_by_fraction, (words.fractions, words.fractions_after))
        # The words around an amount that describes a noun: "a $5 bill", but "every 10 cm or so".
        self._describing = re.compile(rf"(?<!\w)(?i:{'|'.join(words.describing.split())}) $")
        self._noun_next = re.compile(rf"[ -](?!(?:{'|'.join(words.going_on.split())})\b)[A-Za-z]")

    def _scale(self, currency: str) -> str:
        """Return the expression for a word such as "million". Letters such as "M" and "k" only count with a currency."""
        words = [word for word in self._words.scales if len(word) > 2]
        letters = either([word for word in self._words.scales if len(word) <= 2])
        ended = "(?![^\\W_])"
        letters = f"(?(before)(?:{letters}){ended}|(?:{letters})(?=[ \\u00a0]?(?:{currency})))"
        return f"(?:{either(words)})\\.?{ended}|{letters}"

    def read(self, match: re.Match[str]) -> str:
        """Return the words for an amount, or the amount as it was written if espeak-ng reads it well."""
        written, value = match.group(), match["value"]
        if written == value and value.isdigit():
            return written  # true for nearly every number
        if match["before"] and self._goes_on(match):
            return written
        number = self._parse(match)
        to = self._to(match, number) if match["to"] else ""
        if number is None:
            dotted = value.replace(".", f" {self._words.point} ") if self._words.point and "," not in value else value
            return written.replace(value, dotted, 1)
        scale = self._words.scales.get(match["scale"].rstrip("."), "") if match["scale"] else ""
        if match["extra"]:
            sign = match["extra"].strip()
            number = number._replace(and_part=self._fractions_after.get(sign, sign))
        if match["before"] and match["high"]:
            return self._each(self._money_range(match, number, scale), match["rate"]) or written
        said = self._counted(match, number, scale, "1" if not to and self._describes(match) else "")
        if not said:
            return self._bare(match, number, to)
        return (f"{self._words.minus or '-'}{' ' if self._words.minus else ''}" if _sign(match) else "") + said + to

    def _counted(self, match: re.Match[str], number: _Number, scale: str, alike: str) -> str:
        """Say the number with its currency or unit. Empty if it has none, or one without a name."""
        if code := match["before"] or match["after"]:
            said = self._money(self.currencies[code], number, scale, alike)
            return self._each(said, match["each"] or match["rate"])
        return self._measure(match["unit"], number, scale, match["gap"] or "", alike) if match["unit"] else ""

    def _bare(self, match: re.Match[str], number: _Number, to: str) -> str:
        """Say the number, and keep the text after it as it was written."""
        written, value, sign = match.group(), match["value"], _sign(match)
        if match["unit"] == _YEAR_MARK and value == number.whole and _YEAR.fullmatch(value):
            before = _WORD_BEFORE.search(match.string[max(0, match.start() - 10) : match.start()])
            year = self._words.years.get(before[1].lower()) if before else ""
            return f"{value} {year}{to}" if year else written
        if match["sign"] and match.string[match.start() - 1 : match.start()].isalnum():
            return written  # a hyphen, in a language without spaces
        shown = self._shown(number) if number.and_part or self._misread(value) else value
        rest = match.string[match.end("value") : match.start("to") if match["to"] else match.end()]
        rest = rest[len(match["extra"] or "") :]
        return (f"{self._words.minus} " if sign and self._words.minus else sign) + shown + rest + to

    def read_fraction(self, match: re.Match[str]) -> str:
        """Say a fraction that has a name, alone or after a whole number."""
        part, whole, symbol = match["part"], match["whole"], match["part_unit"]
        said = f"{whole} {self._fractions_after[part]}" if whole else self._fractions[part]
        unit = self._cldr.unit(symbol, "2" if whole else "1") if symbol else ""
        return unit.replace("{0}", said) or said + (match.string[match.end("part") : match.end()])

    def _goes_on(self, match: re.Match[str]) -> bool:
        """Whether a letter follows directly, such as the M of "$5M" in a language in which M is no scale."""
        following = match.string[match.end() : match.end() + 1]
        return following.isalpha() and (following.isascii() or self._words.spaced)

    def _each(self, said: str, rate: str | None) -> str:
        """Add the unit of a price: "per kilogram", "per user per month"."""
        for symbol in (rate or "").strip("/").split("/") if said and rate else ():
            known = self._words.each.get(symbol)
            said = f"{said} {known}" if known else self._cldr.per(said, symbol) or f"{said}/{symbol}"
        return said

    def _describes(self, match: re.Match[str]) -> bool:
        """Whether the amount describes the noun after it, and so is in the singular."""
        text, start, end = match.string, match.start(), match.end()
        return bool(
            self._words.describing
            and self._noun_next.match(text, end)
            and self._describing.search(text, max(0, start - 9), start)
        )

    def _money_range(self, match: re.Match[str], number: _Number, scale: str) -> str:
        """Say "$10-20" as "10 to 20 dollars". Empty if it is no range."""
        high = self._parse(match, "high")
        if high is None or not self._words.to or len(high.whole) < len(number.whole) or _sign(match):
            return ""
        high_scale = self._words.scales.get((match["high_scale"] or "").strip(" \u00a0."), "")
        low = self._shown(number) + (f" {scale}" if scale else "")
        return f"{low} {self._words.to} {self._money(self.currencies[match['before']], high, high_scale)}"

    def _to(self, match: re.Match[str], number: _Number | None) -> str:
        """Return the word "to" of a range: a dash and a higher number, with or without the same currency. Else empty."""
        value, dash, following = match["value"], str(match["to"]), match["next"]
        # Parts of a telephone number or of another identifier: 555-1234, 123-45-6789.
        local = len(value) == _GROUP and len(following) == _LAST_DIGITS and dash == "-"
        if (local and not following.endswith("00")) or _DIGITS_BEFORE.match(
            match.string, max(0, match.start() - 2), match.start()
        ):
            return dash
        rising = number is not None and int(following) > int(number.whole)
        alike = len(following) <= len(value) + 2
        return f" {self._words.to} " if self._words.to and rising and alike and not match["extra"] else dash

    def _money(self, code: str, number: _Number, scale: str, alike: str = "") -> str:
        major, minor = self._money_forms.get(code, ((), ()))
        if minor and not scale and 0 < len(number.fraction) <= _CENT_DIGITS:
            return self._money_and_cents(major, minor, number)
        count = alike or ("1000000" if scale else number.plain)
        name = self._cldr.form(major, count) if major else self._cldr.currency(code, count)
        if not name:
            return ""
        if scale:
            of = self._words.of_before_vowel if name[0] in _VOWELS else ""
            of = " " if scale in _ADJECTIVES else of or self._words.of
            return f"{self._one(number, scale)} {scale}{of}{name}"
        whole = number if number.fraction.strip("0") else number._replace(fraction="")
        return f"{self._one(whole, name)}{self._words.joint}{name}"

    def _money_and_cents(self, major: tuple[str, ...], minor: tuple[str, ...], number: _Number) -> str:
        cents = number.fraction.ljust(_CENT_DIGITS, "0").lstrip("0")
        counts = [(number.whole, major)] if number.whole != "0" or not cents else []
        said = []
        for count, forms in [*counts, (cents, minor)] if cents else counts:
            name = self._cldr.form(forms, count)
            said.append(f"{self._one(_Number(count, ''), name)}{self._words.joint}{name}")
        return self._words.cents_joined_by.join(said)

    def _measure(self, symbol: str, number: _Number, scale: str, gap: str, alike: str) -> str:
        # One letter without a space is ambiguous: "5m" may be millions, "5s" and "5t" names of products.
        if scale or (len(symbol) == 1 and not gap and symbol not in "%‰°gWVLh"):
            return ""
        if (symbol == "°" and not self._words.degrees) or (symbol == _YEAR_MARK and _YEAR.fullmatch(number.plain)):
            return ""
        if symbol == "%" and self._words.percent:
            return self._words.percent.replace("{0}", self._shown(number))
        pattern = self._cldr.unit(symbol, alike or number.plain)
        if not pattern:
            return ""
        noun = pattern.partition("{0}")[2].strip() or pattern.replace("{0}", "").strip()
        return pattern.replace("{0}", self._one(number, noun))

    def _one(self, number: _Number, noun: str) -> str:
        """Return the number, or the word for 1 that agrees with the noun."""
        if self._words.one and noun and number.plain == "1":
            for ending, word in self._words.one.items():
                if noun.split(maxsplit=1)[0].endswith(ending) or noun == ending:
                    return word
        return self._shown(number)

    def _shown(self, number: _Number) -> str:
        """Write the number so that espeak-ng reads it correctly: no groups, the language's decimal mark or its word."""
        if number.and_part:
            return f"{number.whole}{self._words.joint}{number.and_part}"
        if not number.fraction:
            return number.whole
        mark = f" {self._words.comma} " if self._words.comma else self._cldr.decimal
        if mark == "." and self._words.point:
            mark = f" {self._words.point} "
        return number.whole + mark + number.fraction

    def _misread(self, written: str) -> bool:
        """Whether espeak-ng misreads the number as it is written: foreign marks, or groups separated by a space."""
        if not (written.isascii() and " " not in written):
            return True
        if "." in written and "," in written:
            return written.rfind(self._cldr.decimal) < len(written.rstrip("0123456789")) - 1
        mark = "," if self._words.comma else "." if self._words.point and self._cldr.decimal == "." else ""
        return bool(mark) and mark in written

    def _parse(self, match: re.Match[str], group: str = "value") -> _Number | None:
        """Parse a written number. None if it is no number (1.2.3) or is ambiguous."""
        written = match[group]
        if written.isdigit():
            return _Number(written, "")
        is_money = bool(match["before"] or match["after"])
        before, _, after = written.partition(self._cldr.decimal)
        if before.isdigit() and after.isdigit() and (len(after) != _GROUP or not is_money):
            return _Number(before.lstrip("0") or "0", after)  # true for nearly every decimal
        text = _GROUP_GAP.sub("", written)
        if not _MARKED_DIGITS.fullmatch(text):
            return None
        *groups, last = _MARK.split(text)
        if not groups:
            return _Number(text, "")
        marks = _MARK.findall(text)
        decimal = marks[-1] if self._is_decimal(marks, last, is_money=is_money) else ""
        whole, fraction = (groups, last) if decimal else ([*groups, last], "")
        if len({*marks[: len(whole) - 1]}) > 1 or not self._are_groups(whole):
            return None
        # A foreign decimal mark is ambiguous, unless money or a unit shows that the number is a decimal.
        if len(marks) == 1 and decimal and decimal != self._cldr.decimal and not (is_money or match["unit"]):
            return None
        return _Number("".join(whole).lstrip("0") or "0", fraction)

    def _is_decimal(self, marks: list[str], last: str, *, is_money: bool) -> bool:
        if len(marks) > 1 and marks.count(marks[-1]) == 1:
            return True
        if len(marks) > 1:
            return False
        # Money has two decimals: "¥1,000" are a thousand in every language.
        return len(last) != _GROUP or (marks[0] == self._cldr.decimal and not is_money)

    @staticmethod
    def _are_groups(parts: list[str]) -> bool:
        # 12,34,567: in India only the last group has three digits.
        return len(parts) == 1 or (
            1 <= len(parts[0]) <= 3 and len(parts[-1]) == 3 and all(len(part) in {2, 3} for part in parts[1:-1])
        )


def _sign(match: re.Match[str]) -> str:
    return match["sign"] or match["inner"] or ""


def _forms(names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parse "dollar dollars / cent cents"."""
    major, _, minor = names.partition("/")
    return tuple(major.split()), tuple(minor.split())


def _by_fraction(listed: str) -> dict[str, str]:
    """Return the names of the fractions by their written form."""
    names = listed.split(", ") if listed else []
    return dict(zip((*_FRACTIONS, *_FRACTION_SIGNS), names * 2, strict=False))
