"""Rewrites the text of a `<say-as>` for any engine: letters apart, digits one by one, dates in words.

It refuses to guess: text that does not fit stays as it is. The values are those of W3C's note "SSML 1.0 say-as
attribute values" (2005) and those that most services share.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from plosive.text.languages import language_of
from plosive.text.languages.language import Language, SayAs, Spoken
from plosive.text.normalization.cldr import Cldr, cldr_of
from plosive.text.normalization.number_words import NumberWords
from plosive.text.normalization.romans import roman

_PARTS: Final = re.compile(r"\+|\d+|[^\W\d_]+")
_THREES: Final = re.compile(r"\d{3}(?=\d\d)|\d+")
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.m](\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_NOON: Final = 12
_DURATION: Final = re.compile(r"(?:(\d{1,4})['′]\s*)?(?:(\d{1,4})(?:[\"″]|''))?")
_FRACTION: Final = re.compile(r"(?:(\d{1,15})\s*\+?\s+|(\d{1,15})\+)?(\d{1,15})\s*[/⁄]\s*(\d{1,15})")
_FIELDS: Final = {"y": r"(\d{4})", "m": r"(\d{2})", "d": r"(\d{2})"}
# Some services allow unknown digits: "????0922".
_UNKNOWN_DATE: Final = re.compile(r"([0-9]{4}|\?{4})[-/.]?([0-9]{2}|\?{2})[-/.]?([0-9]{2}|\?{2})")


class _Known(NamedTuple):
    """The data of the language to speak; `cldr` is None if CLDR does not have the language."""

    language: Language
    say: SayAs
    words: Spoken
    cldr: Cldr | None


def say_as(text: str, interpret_as: str, form: str, language: str, *, after: str = "") -> str:
    """Return the words to say for the text. `form` is the attribute `format`, `after` the word before the text.

    For an unknown `interpret_as` the text is returned unchanged.
    """
    kind = interpret_as.strip().lower().rpartition(":")[2]
    if kind != "ordinal" and kind not in _KINDS:
        return text
    primary = re.split("[-_]", language)[0].lower()
    record = language_of(primary)
    if record.locale and not record.spoken:
        record = language_of(record.locale)
    known = _Known(record, record.say_as, record.spoken or Spoken(), cldr_of(primary))
    # To ASCII digits, so that a number in full-width digits is read as a number.
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text.strip())
    return _ordinal(plain, known, after) if kind == "ordinal" else _KINDS[kind](plain, form.strip().lower(), known)


def _characters(text: str, _: str, known: _Known) -> str:
    """Spell with commas: engines read "A B C" with the article "a" in English and as one word in other languages."""
    spelled: list[str] = []
    # Words for signs that engines leave out between commas. In other languages the engines know the signs.
    words = known.words
    signs = dict(zip("-.@_/", (words.hyphen, words.dot, words.at, words.underscore, words.slash), strict=True))
    signs |= known.say.signs
    for char in unicodedata.normalize("NFC", text):
        if unicodedata.category(char)[0] == "M" and spelled:
            spelled[-1] += char
        elif not char.isspace():
            capital = char.upper() if len(char.upper()) == 1 else char
            spelled.append(signs.get(char) or capital)
    return ", ".join(spelled)


def _digits(text: str, _: str, known: _Known) -> str:
    """Say digits one by one, with a comma for each sign or gap in the text."""
    parts = _PARTS.findall(text)
    return ", ".join(_spelled(part, known.say, {}) if part.isdecimal() else part for part in parts) or text


def _spelled(digits: str, say: SayAs, names: dict[str, str]) -> str:
    return " ".join(names.get(digit) or (say.digits.split()[int(digit)] if say.digits else digit) for digit in digits)


def _telephone(text: str, _: str, known: _Known) -> str:
    """Say digits one by one, with a pause between the groups of the text or, if it has none, the usual groups."""
    say, pairs = known.say, known.words.pairs
    spoken, joint = "", ""
    for part in _groups(_PARTS.findall(text), pairs=pairs):
        if part == "+":
            word, after = say.plus or "+", " " if say.plus else ""
        elif part.isdecimal():
            word, after = part if pairs and len(part) == 2 else _spelled(part, say, say.telephone_digits), ", "
        else:
            extends = say.extension and part.lower() in {"x", "ext", "extension"}
            word, after = (say.extension if extends else part), " "
        spoken, joint = spoken + joint + word, after
    return spoken or text


def _groups(parts: list[str], *, pairs: bool) -> list[str]:
    """Return the groups to say: North American numbers as 3-3-4, others in threes, ten digits in pairs if `pairs`."""
    groups: list[str] = []
    for part in parts:
        if pairs and len(part) == 10 and part.startswith("0"):
            groups += re.findall("..", part)
        elif len(part) == 11 and part.isdecimal() and part[0] == "1":
            groups += "1", *_THREES.findall(part, 1)
        else:
            groups += _THREES.findall(part) if part.isdecimal() else [part]
    return groups


def _cardinal(text: str, _: str, known: _Known) -> str:
    """Write a number without separators of thousands and leading zeros."""
    number = re.sub(rf"(?<=\d)[{known.say.gaps}](?=\d{{3}}(?!\d))", "", text)
    if re.fullmatch(r"[+-]?0+\d+", number):
        return re.sub(r"0+(?=\d)", "", number, count=1)
    return number


def _ordinal(text: str, known: _Known, after: str) -> str:
    """Write an ordinal in words, or in the language's digits if engines read those, else as a plain number."""
    number = re.sub(r"(?<=\d)(?:st|nd|rd|th|[.ºª°])$", "", _cardinal(text, "", known), flags=re.IGNORECASE)
    if number and _ROMAN.fullmatch(number):
        number = str(roman(number.upper()))
    if not re.fullmatch(r"\d{1,18}", number):
        return text
    code = known.cldr.code if known.cldr else ""
    said = NumberWords(code, known.language.ordinals).ordinal_after(int(number), after)
    return said or f"{int(number)}{'.' if known.language.sentences.ordinals else ''}"


def _fraction(text: str, _: str, known: _Known) -> str:
    """Write a fraction in words if the language's data has them; engines read the others."""
    found = _FRACTION.fullmatch(text)
    if not known.say.fraction or not found:
        return text
    whole, said = found[1] or found[2], known.say.fraction(int(found[3]), int(found[4]))
    return f"{whole} and {said}" if whole else said


def _date(text: str, form: str, known: _Known) -> str:
    """Write a date with its month's name. Without a format: ISO 8601, else a field over 12 is the day, else US order."""
    fields = re.findall(r"\d+|[^\W\d_]{3,}", text)
    order = re.sub(r"([ymd])\1+", r"\1", re.sub("[^a-z]", "", form))
    if "?" in text and (partly := _UNKNOWN_DATE.fullmatch(text)):
        read = [(name, field) for name, field in zip("ymd", partly.groups(), strict=True) if "?" not in field]
        order, fields = "".join(name for name, _ in read), [field for _, field in read]
    if not re.fullmatch("[ymd]{1,3}", order) or len(set(order)) < len(order):
        order = _order_of(fields, month_first=known.say.month_first)
    if len(order) == 3 and (parted := re.fullmatch("".join(_FIELDS[letter] for letter in order), "".join(fields))):
        fields = list(parted.groups())
    if len(fields) != len(order):
        return text
    parts = dict(zip(order, fields, strict=True))
    month = _month(parts.get("m", "1"), known)
    day = parts.get("d", "1")
    if not month or not (day.isdecimal() and 1 <= int(day) <= 31) or not parts.get("y", "0").isdecimal():
        return text
    return _say_date(order, parts, month, known)


def _order_of(fields: list[str], *, month_first: bool) -> str:
    if len(fields) < 2:
        return "ymd" if fields and len(fields[0]) == 8 else "y"
    if len(fields[0]) == 4:
        return "ymd"[: len(fields)]
    if len(fields) == 2 and len(fields[1]) == 4:
        return "my"
    surely_month_first = not fields[0].isdecimal() or (fields[1].isdecimal() and int(fields[1]) > 12)
    day_first = not fields[1].isdecimal() or (fields[0].isdecimal() and int(fields[0]) > 12)
    return ("mdy" if surely_month_first or (month_first and not day_first) else "dmy")[: len(fields)]


def _month(field: str, known: _Known) -> int | None:
    """Return 1 to 12, from a number or the first letters of a name in the language or in English."""
    if field.isdecimal():
        return int(field) if 1 <= int(field) <= 12 else None
    for cldr in filter(None, (known.cldr, cldr_of("en"))):
        for day in (0, 1):  # with a day, the name of the month may be in the genitive
            for month in range(1, 13):
                name = cldr.date("", month, day)
                if (name.rpartition(" ")[2] if day else name).lower().startswith(field.lower()):
                    return month
    return None


def _say_date(order: str, parts: dict[str, str], month: int, known: _Known) -> str:
    day, year = int(parts.get("d", "0")), parts.get("y", "")
    if known.say.date and known.cldr:
        return known.say.date(order, day, known.cldr.date("", month, 0), year)
    said = known.cldr.date(year, month, day) if known.cldr and "m" in order else ""
    return said or " ".join(str(int(parts[field])) for field in order)


def _time(text: str, _: str, known: _Known) -> str:
    """Write a time of day or, as in some services, a duration (1'21"). The normalizer reads hours and minutes later."""
    length = _DURATION.fullmatch(text)
    if text and length:
        return _lasting([("min", length[1] or ""), ("s", length[2] or "")], known) or text
    clock = _CLOCK.fullmatch(text)
    if not clock or int(clock[1]) > 24:
        return text
    hour, minute, second, half = int(clock[1]), clock[2] or "00", clock[3], (clock[4] or "").lower()
    seconds = _lasting([("s", second or "")], known)
    if known.say.time:
        return known.say.time(hour, minute, half, seconds)
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if second and int(second) and not seconds:
        return text
    return f"{hour}:{minute}, {seconds}" if seconds else f"{hour}:{minute}"


def _duration(text: str, form: str, known: _Known) -> str:
    """Write a duration such as "01:18:30" in words. Without a format two fields are minutes and seconds."""
    fields = text.split(":")
    order = re.sub(r"([hms])\1+", r"\1", re.sub("[^hms]", "", form))
    if len(order) != len(fields):
        order = "hms"[-len(fields) :]
    if not 1 < len(fields) <= len("hms") or not all(re.fullmatch("[0-9]{1,4}", field) for field in fields):
        return _time(text, form, known)
    symbols = ("min" if letter == "m" else letter for letter in order)
    return _lasting(list(zip(symbols, fields, strict=True)), known) or text


def _lasting(counts: list[tuple[str, str]], known: _Known) -> str:
    """Write units of time with their numbers in words. Zeros and empty numbers are left out."""
    cldr = known.cldr
    numbers = [(symbol, str(int(count))) for symbol, count in counts if count and int(count)]
    said = [cldr.unit(symbol, number).replace("{0}", number) for symbol, number in numbers] if cldr else []
    if not all(said):
        return ""
    return known.say.last_joined_by.join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


_KINDS: Final[dict[str, Callable[[str, str, _Known], str]]] = {
    **dict.fromkeys(("characters", "spell-out", "verbatim", "letters"), _characters),
    **dict.fromkeys(("digits", "number_digit"), _digits),
    **dict.fromkeys(("number", "cardinal"), _cardinal),
    "date": _date, "time": _time, "duration": _duration, "fraction": _fraction, "telephone": _telephone,
}  # fmt: skip
