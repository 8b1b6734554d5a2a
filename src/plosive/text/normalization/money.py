"""Says money: a number with its currency, its cents, and a scale such as "million". It looks for none in a text."""

import re
from typing import Final

from plosive.text.expressions import either
from plosive.text.languages.language import pairs
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.numbers import Number, Numbers

_CURRENCIES: Final = pairs(
    "$ US$=USD; A$ AU$=AUD; C$ CA$=CAD; NZ$=NZD; HK$=HKD; S$=SGD; NT$=TWD; MX$=MXN; R$=BRL; €=EUR; £=GBP; ¥ ￥=JPY; "
    "₹ Rs ₨=INR; ₽ руб=RUB; ₩=KRW; ₺=TRY; ₴ грн=UAH; ₫=VND; ₪=ILS; ₦=NGN; ฿=THB; ₱=PHP; ₸=KZT; ₾=GEL; ₡=CRC; ₲=PYG; "
    "₵=GHS; ₼=AZN; ֏=AMD; ៛=KHR; ₮=MNT; ₭=LAK; zł=PLN; Kč=CZK; Ft=HUF; lei=RON; лв=BGN"
)
# These codes are said as the currency's name. Other codes of ISO 4217 too often are words or other abbreviations.
_CODES: Final = str.split(
    "USD EUR GBP JPY CNY INR CHF CAD AUD NZD BRL RUB PLN SEK NOK DKK CZK HUF RON KRW MXN TRY ZAR HKD SGD THB IDR ILS UAH"
    " ARS COP CLP PEN UYU"
)
# "$" is the sign of these countries' own currencies too, and none of them says "dollar" for it.
_DOLLAR_SIGN: Final = {"MX": "MXN", "AR": "ARS", "CO": "COP", "CL": "CLP", "UY": "UYU"}
_CENT_DIGITS: Final = 2


class Money:
    """The currencies of one language.

    `currencies` are the codes of the signs (ISO 4217). `written` finds a sign, `leading` one before a number, `named` the
    name after an amount that has a sign already: "$5 dollars".
    """

    def __init__(self, cldr: Cldr, numbers: Numbers) -> None:
        self._words = words = cldr.words
        self._cldr = cldr
        self._numbers = numbers
        self.currencies = _CURRENCIES | {code: code for code in _CODES} | words.currencies
        self.currencies["$"] = _DOLLAR_SIGN.get(cldr.region, "USD")
        self.written = either(self.currencies)
        # "元" never stands before a number: it would match the end of the word before the number. Nor does ",-".
        self.leading = either(symbol for symbol in self.currencies if symbol[0] not in "元円원,:")
        names = either(
            name for forms in words.money.values() for name in forms.partition("/")[0].split() if len(name) > 3
        )
        self.named = re.compile(rf"[ \u00a0](?:{names}|pesos)\b")
        self._forms = {code: _forms(names) for code, names in words.money.items()}

    def has_own_marks(self, code: str, written: str) -> bool:
        """Whether a number has the marks of the language: "$3.459" is a price of gas, but "€1.250" may be 1250 euros."""
        return "$" in code and self._cldr.decimal == "." and not written.endswith(".000")

    def said(self, code: str, number: Number, scale: tuple[str, ...] = (), alike: str = "") -> str:
        """Say an amount, with `scale` between the number and the currency. Empty if the currency has no name.

        `scale` has the forms for `Cldr.form`. `alike` is the number whose form the name gets instead: "1" in "a 5 dollar
        bill".
        """
        major, minor = self._forms.get(code, ((), ()))
        if minor and not scale and 0 < len(number.fraction) <= _CENT_DIGITS:
            return self._with_cents(major, minor, number, alike)
        count = alike or ("1000000" if scale else number.plain)
        name = self._cldr.form(major, count) if major else self._cldr.currency(code, count)
        if not name:
            return ""
        if scale:
            return self._numbers.scaled(number, scale, name)
        whole = number if number.fraction.strip("0") else number._replace(fraction="")
        one = self._cldr.form(major, "1") if major else self._cldr.currency(code, "1")
        return f"{self._numbers.agreeing(whole, one)}{self._words.joint}{name}"

    def _with_cents(self, major: tuple[str, ...], minor: tuple[str, ...], number: Number, alike: str) -> str:
        cents = number.fraction.ljust(_CENT_DIGITS, "0").lstrip("0")
        counts = [(number.whole, major)] if number.whole != "0" or not cents else []
        said = []
        for count, forms in [*counts, (cents, minor)] if cents else counts:
            name = self._cldr.form(forms, alike or count)
            one = self._cldr.form(forms, "1")
            said.append(f"{self._numbers.agreeing(Number(count), one)}{self._words.joint}{name}")
        return self._words.cents_joined_by.join(said)


def _forms(names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parse "dollar dollars / cent cents"."""
    major, _, minor = names.partition("/")
    return tuple(major.split()), tuple(minor.split())
