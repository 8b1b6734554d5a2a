"""Reads a language's plurals, units, currencies and dates from Unicode's CLDR, through Babel.

It returns words, with the number at the language's place for it. It refuses to find amounts in text.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_currency_name

from plosive.text.languages import language_of
from plosive.text.languages.language import Language, Spoken, pairs

_SPACED_SYMBOLS: Final = {
    "sq ft": "area-square-foot",
    "sq. ft": "area-square-foot",
    "sq mi": "area-square-mile",
    "fl oz": "volume-fluid-ounce",
}
_CONSUMPTION: Final = ("l/100 km", "L/100 km", "l/100km", "L/100km")
# Symbols that follow a number in texts. Missing, because they are words or too often mean something else: in, A, K, N, T.
_SYMBOLS: Final = (
    _SPACED_SYMBOLS
    | dict.fromkeys(_CONSUMPTION, "consumption-liter-per-100-kilometer")
    | pairs(
        "km/h kph kmh=speed-kilometer-per-hour; m/s=speed-meter-per-second; mph=speed-mile-per-hour; "
        "m/s²=acceleration-meter-per-square-second; km=length-kilometer; m=length-meter; dm=length-decimeter; "
        "cm=length-centimeter; mm=length-millimeter; µm μm=length-micrometer; nm=length-nanometer; mi=length-mile; "
        "yd=length-yard; ft=length-foot; km² km2=area-square-kilometer; m² m2=area-square-meter; cm²=area-square-centimeter; "
        "ha=area-hectare; ft²=area-square-foot; m³ m3=volume-cubic-meter; cm³=volume-cubic-centimeter; "
        "km³=volume-cubic-kilometer; l L=volume-liter; dl dL=volume-deciliter; cl=volume-centiliter; ml mL=volume-milliliter; "
        "hl=volume-hectoliter; tsp=volume-teaspoon; tbsp=volume-tablespoon; t=mass-tonne; kg=mass-kilogram; g=mass-gram; "
        "mg=mass-milligram; µg μg=mass-microgram; lb lbs=mass-pound; oz=mass-ounce; °C ℃ ºC=temperature-celsius; "
        "°F ℉ ºF=temperature-fahrenheit; °=angle-degree; PB=digital-petabyte; TB=digital-terabyte; GB=digital-gigabyte; "
        "MB=digital-megabyte; kB KB=digital-kilobyte; Tbit=digital-terabit; Gbit Gb=digital-gigabit; Mbit Mb=digital-megabit; "
        "kbit=digital-kilobit; h hr hrs=duration-hour; min=duration-minute; s sec=duration-second; ms=duration-millisecond; "
        "µs=duration-microsecond; ns=duration-nanosecond; V=electric-volt; mA=electric-milliampere; Ω=electric-ohm; "
        "W=power-watt; mW=power-milliwatt; hp=power-horsepower; kW=power-kilowatt; MW=power-megawatt; GW=power-gigawatt; "
        "kWh=energy-kilowatt-hour; kJ=energy-kilojoule; cal=energy-calorie; kcal=energy-kilocalorie; J=energy-joule; "
        "Nm=torque-newton-meter; Hz=frequency-hertz; kHz=frequency-kilohertz; MHz=frequency-megahertz; "
        "GHz=frequency-gigahertz; Pa=pressure-pascal; hPa=pressure-hectopascal; kPa=pressure-kilopascal; "
        "MPa=pressure-megapascal; bar=pressure-bar; mbar=pressure-millibar; mmHg=pressure-millimeter-ofhg; "
        "psi=pressure-pound-force-per-square-inch; px=graphics-pixel; mpg=consumption-mile-per-gallon; % ٪=concentr-percent; "
        "‰=concentr-permille; ppm=concentr-permillion; mmol/l mmol/L=concentr-millimole-per-liter; dpi=graphics-dot-per-inch; "
        "MP Mpx=graphics-megapixel; lm=light-lumen; lx=light-lux; kn=speed-knot; gal=volume-gallon; mi²=area-square-mile; "
        "in²=area-square-inch; ft³=volume-cubic-foot"
    )
)
# One symbol for two CLDR units: "100 Mbps".
_PER_SECOND: Final = {"Gbps": "Gbit", "Mbps": "Mbit", "kbps": "kbit"}

_DATE_FIELD: Final = re.compile(r"'([^']*)'|(y+|[ML]+|d+)|([A-Za-z]+)")
_FEW_TO_OTHER: Final = ("one", "few", "many", "other")

_LIKELY: Final = get_global("likely_subtags")
"""The most likely script and region of a language: "de" is "de_Latn_DE"."""

_PERIODS: Final = ("duration-hour", "duration-day", "duration-week", "duration-month", "duration-year")


class Cldr:
    """The CLDR data of one language, with the changes of its `words`. Get it from `cldr_of`, which caches it.

    `language` is the record of the language, `code` its ISO 639 code, `region` the country whose customs count: "US" for
    "en" (ISO 3166). `to` is the word of a range between spaces, "" if unknown. `decimal` is the mark before the fraction.
    `spaces_groups`: a space separates thousands. `month_first`: the language writes 11/21/2026. `dotted_dates`: it writes
    21.11.26. `year_first`: it writes 2026.11.21. `spaced_dates`: it writes 21. 11. 2026. `month_names` are the names of months
    in dates, with their numbers. `weekdays` are the names of days from Monday, 0. `short_months` and `short_weekdays` are
    shorter names without their stops, with their numbers. `periods` are the names of times that a price may refer to, "month"
    or "Monat".
    """

    def __init__(self, locale: Locale, language: Language) -> None:
        self.language = language
        self.words = words = language.spoken or Spoken()
        self.code = str(locale.language)
        self.to = f" {words.to} " if words.to else ""
        self.region = str(locale.territory or _LIKELY.get(str(locale), "").rpartition("_")[2])
        self.decimal = str(locale.number_symbols["latn"]["decimal"])
        self.spaces_groups = str(locale.number_symbols["latn"]["group"]) in {" ", "\xa0", "\u202f"}
        short_date = str(locale.date_formats["short"].pattern)
        self.month_first = short_date.find("M") < short_date.find("d") and locale.territory != "CA"
        self.dotted_dates = "." in short_date
        self.year_first = short_date.startswith("y")
        self.spaced_dates = ". M" in str(locale.date_formats["medium"].pattern)
        self._long_date = words.long_date or str(locale.date_formats["long"].pattern)
        skeletons = locale.datetime_skeletons
        self._month_of_year = words.month_of_year or str(skeletons.get("yMMMM", "MMMM y"))
        self._day_of_month = words.day_of_month or str(skeletons.get("MMMMd", "d MMMM"))
        self._year_digits = dict(zip(map(ord, "0123456789"), words.year_digits, strict=False))
        self._months = locale.months["format"]["wide"]
        # Babel returns Chinese months if a language has no standalone names of months.
        alone = "LLLL" in self._month_of_year
        self._months_alone = locale.months["stand-alone"]["wide"] if alone else self._months
        self.month_names = {str(name): month for month, name in self._months.items()}
        calendar = language.calendar
        self.short_months = _short(locale.months["format"]["abbreviated"], self._months, calendar.months)
        self.weekdays = dict(locale.days["format"]["wide"])
        self.short_weekdays = _short(locale.days["format"]["abbreviated"], self.weekdays, calendar.weekdays)
        self._locale, self._plural_form = locale, locale.plural_form
        # Babel's public functions also format the number, which must stay as it is; the patterns are private.
        self._units: Mapping[str, Any] = locale._data["unit_patterns"]
        self._patterns: dict[tuple[str, str], str] = {}
        self.symbols = {**self._local_symbols(), **_SYMBOLS, **words.unit_symbols, "in": "length-inch"}
        self.periods = self._period_names()

    def plural(self, number: str) -> str:
        """Return the plural category of a number that has a full stop before its fraction."""
        return _category(self._plural_form, number)

    def form(self, forms: tuple[str, ...], number: str) -> str:
        """Choose among the forms for one and other, or for one, few, many and fractions."""
        category = self.plural(number)
        if len(forms) == len(_FEW_TO_OTHER):
            return forms[_FEW_TO_OTHER.index(category)] if category in _FEW_TO_OTHER else forms[-1]
        return forms[0] if category == "one" else forms[-1]

    def currency(self, code: str, number: str) -> str:
        """Return the name of a currency in the form that follows the number. Empty if CLDR has none."""
        name = get_currency_name(code, Decimal(number), self._locale)
        return name if name != code else ""

    def unit(self, symbol: str, number: str) -> str:
        """Return a pattern such as "{0} kilometers per hour" for a unit symbol, or two or three with slashes. Empty if unknown.

        Arabic and Hebrew have forms for one and two of a unit; their patterns have no place for the number.
        """
        if symbol in _PER_SECOND:
            symbol = _PER_SECOND[symbol] + "/s"
        key = self.symbols.get(symbol)
        if key:
            return self._pattern(key, self.plural(number)).replace("/", " ")  # "kilometre/saat" in Turkish
        above, *below = symbol.split("/")
        if above not in self.symbols:
            return ""
        counted = self._pattern(self.symbols[above], self.plural(number))
        for each in below:  # "mg/kg/day"
            counted = counted and self.per(counted, each)
        return counted

    def noun(self, symbol: str, number: str) -> str:
        """Return the words of a unit without the number: "kilometers". Empty if unknown."""
        return self.unit(symbol, number).replace("{0}", "").strip()

    def per(self, counted: str, symbol: str) -> str:
        """Return "3 euros per kilogram" for "3 euros" and the symbol of a unit. Empty if CLDR has no word for it."""
        if known := self.words.each.get(symbol):
            return f"{counted} {known}"
        pattern = self._pattern(self.symbols.get(symbol) or self.periods.get(symbol, ""), "per")
        if pattern and "/" not in pattern:
            return pattern.replace("{0}", counted)
        noun = self.noun(symbol, "1")
        if not noun or not self.words.per:
            return ""
        return self.words.per.format(counted, noun) if "{" in self.words.per else f"{counted} {self.words.per} {noun}"

    def date(self, year: str, month: int, day: int) -> str:
        """Return a date in words: in the language's order, with the month in the right case. Empty if CLDR has no names.

        `year` may be empty, and `day` 0.
        """
        if str(self._months[month]) == f"M{month:02}":
            return ""
        if not year and not day:
            return str(self._months_alone[month])
        pattern = self._long_date if year and day else self._month_of_year if year else self._day_of_month
        shown = self.words.first_day if day == 1 else str(day)

        def field(match: re.Match[str]) -> str:
            quoted, known, unknown = match.groups()
            if known:
                if known[0] == "y":
                    return year.translate(self._year_digits)
                if known[0] == "d":
                    return shown
                months = self._months_alone if known[0] == "L" else self._months
                return str(months[month]) if len(known) > 2 else str(month)
            return "" if unknown else str(quoted)

        return re.sub(r"\s{2,}", " ", _DATE_FIELD.sub(field, pattern)).rstrip(". ")

    def _pattern(self, key: str, category: str) -> str:
        """Return CLDR's pattern for a unit in words, from a cache. Empty if it has none."""
        found = self._patterns.get((key, category))
        if found is None:
            found = self._patterns[key, category] = self._find_pattern(key, category)
        return found

    def _find_pattern(self, key: str, category: str) -> str:
        if key in self.words.units:
            return self.words.units[key] if category != "per" else ""
        if self.words.unnamed and key.startswith(self.words.unnamed):
            return ""
        for length in ("long", "short"):
            patterns = self._units.get(key, {}).get(length) or {}
            pattern = str(patterns.get(category) or (category != "per" and patterns.get("other")) or "%")
            pattern = pattern.replace("\xa0", " ").replace("\u202f", " ")
            # If CLDR has no words, it returns "{0} km/h".
            if "%" not in pattern and "°" not in pattern and pattern.replace("{0}", "").strip() not in _SYMBOLS:
                return pattern
        return ""

    def _local_symbols(self) -> dict[str, str]:
        """Return the language's own unit symbols: "км/ч", the French "Go"."""
        symbols = {}
        for key in _SYMBOLS.values():
            for category, pattern in (self._units.get(key, {}).get("short") or {}).items():
                symbol = str(pattern).replace("{0}", "").strip(" \xa0\u202f\u200f.")
                if category != "per" and 0 < len(symbol) <= 12 and not symbol.startswith(("%", "°")):
                    symbols[symbol] = key
        return symbols

    def _period_names(self) -> dict[str, str]:
        names = {}
        for key in _PERIODS:
            for patterns in self._units.get(key, {}).values():
                for category in ("one", "per"):
                    name = str(patterns.get(category, "")).replace("{0}", "").strip(" \xa0\u202f/.")
                    if len(name) > 1 and name.isalpha():
                        names[name] = key
        return names

    @property
    def unit_symbols(self) -> list[str]:
        """Return every single symbol that `unit` knows except "in", which is a word. Longest first, for an expression."""
        return sorted({*self.symbols, *_PER_SECOND} - {"in"}, key=len, reverse=True)


def _short(names: Mapping[int, Any], full: Mapping[int, Any], listed: Mapping[str, str]) -> dict[str, int]:
    """Return the numbers of names that are shorter than their full forms, by the name without its stop, and of listed ones."""
    known = {
        name.rstrip("."): number
        for number, name in names.items()
        if name.rstrip(".").isalpha() and name != full[number]
    }
    return known | {name: int(number) for name, number in listed.items()}


@lru_cache(maxsize=4096)  # it takes 2 µs, and most numbers are small or prices
def _category(plural_form: Callable[[Decimal], object], number: str) -> str:
    return str(plural_form(Decimal(number)))


@lru_cache(maxsize=32)
def cldr_of(language: str) -> Cldr | None:
    """Return the nearest CLDR data for a BCP-47 tag or an espeak-ng language name. None for unknown languages."""
    tag = language.replace("-", "_")
    primary = tag.split("_")[0].lower()
    known = language_of(primary)
    for name in (tag, primary):
        try:
            locale = Locale.parse(known.locale if known.locale and name.lower() == primary else name)
            return Cldr(locale, known if known.spoken else language_of(locale.language))
        except (ValueError, TypeError, KeyError, UnknownLocaleError):
            continue
    return None
