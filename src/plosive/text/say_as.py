"""Writes the text of a `<say-as>` so that any engine reads it as meant: letters apart, digits one by one, dates in words.

English is written out in full; other languages as far as their spelling needs no grammar. What cannot be read stays as it is.
The values are those of W3C's note "SSML 1.0 say-as attribute values" (2005) and the ones most services share.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from plosive.text.abbreviations import lexicon

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
# Between day, month and year.
_DATE_LINKS: Final = {"es": " de ", "pt": " de "}

_SIGNS: Final = {
    "-": "dash", ".": "dot", "@": "at", "_": "underscore", "/": "slash", "\\": "backslash", "#": "hash", "+": "plus",
    "*": "star", "&": "ampersand", "%": "percent", "!": "exclamation mark", "?": "question mark", ":": "colon",
    ";": "semicolon", ",": "comma", "'": "apostrophe", '"': "quote", "=": "equals", "$": "dollar", "~": "tilde",
    "^": "caret", "|": "bar", "<": "less than", ">": "greater than", "(": "open bracket", ")": "close bracket",
    "[": "open bracket", "]": "close bracket", "{": "open brace", "}": "close brace",
}  # fmt: skip

_GROUPED: Final = {"en": re.compile(r"(?<=\d)[, _](?=\d{3}(?!\d))")}
_SPACED: Final = re.compile(r"(?<=\d)[\s_'’](?=\d{3}(?!\d))")
_PARTS: Final = re.compile(r"\+|\d+|[^\W\d_]+")
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.m](\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_DURATION: Final = re.compile(r"(?:(\d{1,4})['′]\s*)?(?:(\d{1,4})(?:[\"″]|''))?")


def say_as(text: str, interpret_as: str, form: str, language: str) -> str:
    """Give what to say for the text; `form` is the attribute `format`. A kind that is not known leaves it as it is."""
    kind = _KINDS.get(interpret_as.strip().lower())
    primary = language.replace("_", "-").split("-")[0].lower()
    # ASCII digits, so that a number in full-width digits is none the less one.
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text.strip())
    return kind(plain, form.strip().lower(), primary) if kind else text


def _characters(text: str, _: str, language: str) -> str:
    """Commas, because "A B C" is read with the article "a" in English and as one word in others."""
    spelled: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        if unicodedata.category(char)[0] == "M" and spelled:
            spelled[-1] += char
        elif not char.isspace():
            capital = char.upper() if len(char.upper()) == 1 else char
            spelled.append(_SIGNS.get(char, capital) if language == "en" else capital)
    return ", ".join(spelled)


def _digits(text: str, _: str, language: str) -> str:
    """Digits one by one, with a comma where the text had a sign or a gap."""
    return ", ".join(" ".join(part) if part.isdigit() else part for part in _PARTS.findall(text)) or text


def _telephone(text: str, _: str, language: str) -> str:
    """Digits one by one, with a pause between the groups, which are those of the text or else the usual ones."""
    parts = _PARTS.findall(text)
    if sum(part.isdigit() for part in parts) == 1:
        parts = [group for part in parts for group in (_groups_of(part) if part.isdigit() else [part])]
    spoken, joint = "", ""
    for part in parts:
        if part == "+":
            word, after = ("plus" if language == "en" else "+"), " " if language == "en" else ""
        elif part.isdigit():
            word, after = " ".join(part), ", "
        else:
            extends = language == "en" and part.lower() in {"x", "ext", "extension"}
            word, after = ("extension" if extends else part), " "
        spoken, joint = spoken + joint + word, after
    return spoken or text


def _groups_of(digits: str) -> list[str]:
    """North American numbers as 3-3-4, others by three."""
    if len(digits) == 11 and digits[0] == "1":
        return ["1", *_groups_of(digits[1:])]
    groups = []
    while len(digits) > 4:
        groups.append(digits[:3])
        digits = digits[3:]
    return [*groups, digits]


def _cardinal(text: str, _: str, language: str) -> str:
    """A number as one: no separators of thousands, no zeros in front."""
    number = _GROUPED.get(language, _SPACED).sub("", text)
    if re.fullmatch(r"[+-]?0+\d+", number):
        return re.sub(r"0+(?=\d)", "", number, count=1)
    return number


def _ordinal(text: str, _: str, language: str) -> str:
    number = re.sub(r"(?<=\d)(?:st|nd|rd|th|[.ºª°])$", "", _cardinal(text, "", language), flags=re.IGNORECASE)
    if number and _ROMAN.fullmatch(number):
        number = str(_roman(number.upper()))
    if not re.fullmatch(r"\d{1,18}", number):
        return text
    return _as_ordinal(int(number), language)


def _as_ordinal(number: int, language: str) -> str:
    """The ordinal as the language writes it in digits, which its engines read; plain where grammar would decide."""
    if language == "en":
        teen = number % 100 in {11, 12, 13}
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    if language == "fr":
        return "1er" if number == 1 else f"{number}ème"
    if language in {"es", "it", "pt", "gl"}:
        return f"{number}º"
    if language in {"nl", "sv"}:
        return f"{number}e" if language == "nl" else f"{number}:{'a' if number % 10 in {1, 2} else 'e'}"
    return f"{number}." if lexicon(language).ordinals else str(number)


def _roman(numeral: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _date(text: str, form: str, language: str) -> str:
    """A date with its month by name. Without a format: ISO 8601, else the day is the field over 12, else the US order."""
    fields = re.findall(r"\d+|[^\W\d_]{3,}", text)
    order = re.sub(r"([ymd])\1+", r"\1", form)
    if not re.fullmatch("[ymd]{1,3}", order) or len(set(order)) < len(order):
        order = _order_of(fields, language)
    if len(fields) == 1 and len(fields[0]) == 8 and len(order) == 3:
        fields = _split(fields[0], order)
    if len(fields) != len(order):
        return text
    parts = dict(zip(order, fields, strict=True))
    month = _month(parts.get("m", "1"), language)
    day = parts.get("d", "1")
    if not month or not (day.isdigit() and 1 <= int(day) <= 31) or not parts.get("y", "0").isdigit():
        return text
    return _say_date(order, parts, month, language)


def _order_of(fields: list[str], language: str) -> str:
    if len(fields) < 2:
        return "ymd" if fields and len(fields[0]) == 8 else "y"
    if len(fields[0]) == 4:
        return "ymd"[: len(fields)]
    if len(fields) == 2 and len(fields[1]) == 4:
        return "my"
    month_first = not fields[0].isdigit() or (fields[1].isdigit() and int(fields[1]) > 12)
    day_first = not fields[1].isdigit() or (fields[0].isdigit() and int(fields[0]) > 12)
    return ("mdy" if month_first or (language == "en" and not day_first) else "dmy")[: len(fields)]


def _split(digits: str, order: str) -> list[str]:
    fields = []
    for field in order:
        size = 4 if field == "y" else 2
        fields.append(digits[:size])
        digits = digits[size:]
    return fields


def _month(field: str, language: str) -> int | None:
    """1 to 12, from a number or the first letters of a name in the language or in English."""
    if field.isdigit():
        return int(field) if 1 <= int(field) <= 12 else None
    for names in (_MONTHS.get(language, ""), _MONTHS["en"]):
        for number, name in enumerate(names.lower().split(), 1):
            if name.startswith(field.lower()):
                return number
    return None


def _say_date(order: str, parts: dict[str, str], month: int, language: str) -> str:
    day, year = int(parts.get("d", "0")), parts.get("y", "")
    if language == "en":
        return _english_date(order, day, _MONTHS["en"].split()[month - 1], year)
    if language not in _MONTHS:
        return " ".join(str(int(parts[field])) if field != "m" else str(month) for field in order)
    said_day = {"de": f"{day}."}.get(language, "1er" if language == "fr" and day == 1 else str(day))
    said = {"d": said_day, "m": _MONTHS[language].split()[month - 1], "y": year}
    return _DATE_LINKS.get(language, " ").join(said[field] for field in "dmy" if field in order)


def _english_date(order: str, day: int, month: str, year: str) -> str:
    if len(year) == 2 and year[0] == "0":
        year = f"oh {year[1]}"
    said_day = _as_ordinal(day, "en")
    if "m" not in order:
        return year if "d" not in order else f"{said_day}, {year}" if year else said_day
    if "d" not in order:
        return f"{month} {year}".strip()
    if order.index("d") < order.index("m"):
        return f"{said_day} of {month} {year}".strip()
    return f"{month} {said_day}, {year}" if year else f"{month} {said_day}"


def _time(text: str, _: str, language: str) -> str:
    """A time of day or, as some services have it, a duration (1'21"). Other languages' engines read "14:30" by themselves."""
    if language != "en":
        return text
    length = _DURATION.fullmatch(text)
    if text and length:
        units = [(length[1], "minute"), (length[2], "second")]
        return " and ".join(f"{int(count)} {unit}{'' if int(count) == 1 else 's'}" for count, unit in units if count)
    clock = _CLOCK.fullmatch(text)
    if not clock or int(clock[1]) > 24:
        return text
    hour, minute, second, half = int(clock[1]), clock[2] or "00", clock[3], clock[4]
    said = [str(hour)]
    if minute != "00":
        said.append(f"oh {minute[1]}" if minute[0] == "0" else minute)
    elif not half:
        said.append("o'clock")
    if half:
        said.append(f"{half.upper()}M")
    if second and int(second):
        said.append(f"and {int(second)} second{'' if int(second) == 1 else 's'}")
    return " ".join(said)


_KINDS: Final[dict[str, Callable[[str, str, str], str]]] = {
    "characters": _characters,
    "spell-out": _characters,
    "verbatim": _characters,
    "digits": _digits,
    "number": _cardinal,
    "cardinal": _cardinal,
    "ordinal": _ordinal,
    "date": _date,
    "time": _time,
    "telephone": _telephone,
}
