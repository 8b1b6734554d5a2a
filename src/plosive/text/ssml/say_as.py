"""Writes the text of a `<say-as>` so that any engine reads it as meant: letters apart, digits one by one, dates in words.

It refuses to guess: what cannot be read stays as it is. The values are those of W3C's note "SSML 1.0 say-as attribute
values" (2005) and the ones most services share.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from plosive.text.languages.abbreviations import lexicon
from plosive.text.languages.spoken_words import SPOKEN
from plosive.text.normalization.cldr import cldr_of
from plosive.text.normalization.ordinals import english_ordinal, ordinal_in_words

_ENGLISH_MONTHS: Final = str.split(
    "January February March April May June July August September October November December"
)

_SIGNS: Final = {
    "-": "dash", ".": "dot", "@": "at", "_": "underscore", "/": "slash", "\\": "backslash", "#": "hash", "+": "plus",
    "*": "star", "&": "ampersand", "%": "percent", "!": "exclamation mark", "?": "question mark", ":": "colon",
    ";": "semicolon", ",": "comma", "'": "apostrophe", '"': "quote", "=": "equals", "$": "dollar", "~": "tilde",
    "^": "caret", "|": "bar", "<": "less than", ">": "greater than", "(": "open bracket", ")": "close bracket",
    "[": "open bracket", "]": "close bracket", "{": "open brace", "}": "close brace",
}  # fmt: skip

_PLUS: Final = {"en": "plus", "zh": "加", "ja": "プラス", "ko": "플러스", "ar": "زائد"}
# How telephone numbers are read aloud, where digits have another name or sound in other numbers.
_KANA_DIGITS: Final = str.split("ゼロ いち に さん よん ご ろく なな はち きゅう")
_DIGITS: Final = {"ja": {str(digit): name for digit, name in enumerate(_KANA_DIGITS)}}
_TELEPHONE_DIGITS: Final = _DIGITS | {"zh": {"1": "幺"}}
_PARTS_OF_TWELVE: Final = str.split("half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth")

_GROUPED: Final = {"en": re.compile(r"(?<=\d)[, _](?=\d{3}(?!\d))")}
_SPACED: Final = re.compile(r"(?<=\d)[\s_'’](?=\d{3}(?!\d))")
_PARTS: Final = re.compile(r"\+|\d+|[^\W\d_]+")
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.m](\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_NOON: Final = 12
_DURATION: Final = re.compile(r"(?:(\d{1,4})['′]\s*)?(?:(\d{1,4})(?:[\"″]|''))?")
_FRACTION: Final = re.compile(r"(?:(\d{1,15})\s*\+?\s+|(\d{1,15})\+)?(\d{1,15})\s*[/⁄]\s*(\d{1,15})")
# A digit that is not known, as some services have it: "????0922".
_UNKNOWN_DATE: Final = re.compile(r"([0-9]{4}|\?{4})[-/.]?([0-9]{2}|\?{2})[-/.]?([0-9]{2}|\?{2})")


def say_as(text: str, interpret_as: str, form: str, language: str, *, after: str = "") -> str:
    """Give what to say for the text; `form` is the attribute `format`, `after` the word before it.

    A kind that is not known leaves it as it is.
    """
    kind = interpret_as.strip().lower().rpartition(":")[2]
    primary = language.replace("_", "-").split("-")[0].lower()
    primary = {"cmn": "zh", "yue": "zh"}.get(primary, primary)
    # ASCII digits, so that a number in full-width digits is none the less one.
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text.strip())
    if kind == "ordinal":
        return _ordinal(plain, primary, after)
    return _KINDS[kind](plain, form.strip().lower(), primary) if kind in _KINDS else text


def _characters(text: str, _: str, language: str) -> str:
    """Commas, because "A B C" is read with the article "a" in English and as one word in others."""
    spelled: list[str] = []
    signs = _SIGNS if language == "en" else _signs_of(language)
    for char in unicodedata.normalize("NFC", text):
        if unicodedata.category(char)[0] == "M" and spelled:
            spelled[-1] += char
        elif not char.isspace():
            capital = char.upper() if len(char.upper()) == 1 else char
            spelled.append(signs.get(char, capital))
    return ", ".join(spelled)


def _signs_of(language: str) -> dict[str, str]:
    """The names of signs that engines leave out between commas; they know those of the others."""
    words = SPOKEN.get(language)
    if words is None:
        return {}
    return {"-": words.hyphen, ".": words.dot, "@": words.at, "_": words.underscore, "/": words.slash}


def _digits(text: str, _: str, language: str) -> str:
    """Digits one by one, with a comma where the text had a sign or a gap."""
    names = _DIGITS.get(language, {})
    return ", ".join(_spelled(part, names) if part.isdigit() else part for part in _PARTS.findall(text)) or text


def _spelled(digits: str, names: dict[str, str]) -> str:
    return " ".join(names.get(digit, digit) for digit in digits)


def _telephone(text: str, _: str, language: str) -> str:
    """Digits one by one, with a pause between the groups, which are those of the text or else the usual ones.

    French reads pairs as numbers.
    """
    names = _TELEPHONE_DIGITS.get(language, {})
    pairs = language == "fr"
    spoken, joint = "", ""
    for part in _groups(_PARTS.findall(text), pairs=pairs):
        if part == "+":
            word = _PLUS.get(language, "+")
            after = " " if word != "+" else ""
        elif part.isdigit():
            word, after = part if pairs and len(part) == 2 else _spelled(part, names), ", "
        else:
            extends = language == "en" and part.lower() in {"x", "ext", "extension"}
            word, after = ("extension" if extends else part), " "
        spoken, joint = spoken + joint + word, after
    return spoken or text


def _groups(parts: list[str], *, pairs: bool) -> list[str]:
    groups = []
    for part in parts:
        if pairs and len(part) == 10 and part.startswith("0"):
            groups += [part[at : at + 2] for at in range(0, 10, 2)]
        elif part.isdigit():
            groups += _groups_of(part)
        else:
            groups.append(part)
    return groups


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


def _ordinal(text: str, language: str, after: str) -> str:
    number = re.sub(r"(?<=\d)(?:st|nd|rd|th|[.ºª°])$", "", _cardinal(text, "", language), flags=re.IGNORECASE)
    if number and _ROMAN.fullmatch(number):
        number = str(_roman(number.upper()))
    if not re.fullmatch(r"\d{1,18}", number):
        return text
    return ordinal_in_words(int(number), language, after) or _as_ordinal(int(number), language)


def _as_ordinal(number: int, language: str) -> str:
    """The ordinal as the language writes it in digits, where engines read that; plain where they do not."""
    if language == "en":
        return english_ordinal(number)
    if language == "fr":
        return "1er" if number == 1 else f"{number}ème"
    if language in {"es", "it", "pt", "gl"}:
        return f"{number}º"
    if language == "sv":
        return f"{number}:{'a' if number % 10 in {1, 2} and number // 10 % 10 != 1 else 'e'}"
    return f"{number}." if lexicon(language).ordinals else str(number)


def _fraction(text: str, _: str, language: str) -> str:
    """English has words for parts down to a twelfth, and "over"; what other languages have, engines read."""
    found = _FRACTION.fullmatch(text)
    if language != "en" or not found:
        return text
    whole, count, parts = found[1] or found[2], int(found[3]), int(found[4])
    if 2 <= parts <= len(_PARTS_OF_TWELVE) + 1:
        name = _PARTS_OF_TWELVE[parts - 2]
        several = "halves" if name == "half" else f"{name}s"
        said = f"{count} {name if count == 1 else several}"
    else:
        said = f"{count} over {parts}"
    return f"{whole} and {said}" if whole else said


def _roman(numeral: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _date(text: str, form: str, language: str) -> str:
    """A date with its month by name. Without a format: ISO 8601, else the day is the field over 12, else the US order."""
    fields = re.findall(r"\d+|[^\W\d_]{3,}", text)
    order = re.sub(r"([ymd])\1+", r"\1", re.sub("[^a-z]", "", form))
    if "?" in text and (partly := _UNKNOWN_DATE.fullmatch(text)):
        known = [(name, field) for name, field in zip("ymd", partly.groups(), strict=True) if "?" not in field]
        order, fields = "".join(name for name, _ in known), [field for _, field in known]
    if not re.fullmatch("[ymd]{1,3}", order) or len(set(order)) < len(order):
        order = _order_of(fields, language)
    if len(fields) == 1 and len(fields[0]) == 8 and len(order) == 3:
        fields = _split(fields[0], order)
    if len(fields) != len(order):
        return text
    parts = dict(zip(order, fields, strict=True))
    month = _month(parts.get("m", "1"), language)
    day = parts.get("d", "1")
    if not month or not (day.isdecimal() and 1 <= int(day) <= 31) or not parts.get("y", "0").isdecimal():
        return text
    return _say_date(order, parts, month, language)


def _order_of(fields: list[str], language: str) -> str:
    if len(fields) < 2:
        return "ymd" if fields and len(fields[0]) == 8 else "y"
    if len(fields[0]) == 4:
        return "ymd"[: len(fields)]
    if len(fields) == 2 and len(fields[1]) == 4:
        return "my"
    month_first = not fields[0].isdecimal() or (fields[1].isdecimal() and int(fields[1]) > 12)
    day_first = not fields[1].isdecimal() or (fields[0].isdecimal() and int(fields[0]) > 12)
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
    if field.isdecimal():
        return int(field) if 1 <= int(field) <= 12 else None
    cldr = cldr_of(language)
    own = [cldr.date("", month, 0) for month in range(1, 13)] if cldr else []
    genitives = [cldr.date("", month, 1).rpartition(" ")[2] for month in range(1, 13)] if cldr else []
    for names in (own, genitives, _ENGLISH_MONTHS):
        for number, name in enumerate(names, 1):
            if name.lower().startswith(field.lower()):
                return number
    return None


def _say_date(order: str, parts: dict[str, str], month: int, language: str) -> str:
    day, year = int(parts.get("d", "0")), parts.get("y", "")
    if language == "en":
        return _english_date(order, day, _ENGLISH_MONTHS[month - 1], year)
    cldr = cldr_of(language)
    said = cldr.date(year, month, day) if cldr and "m" in order else ""
    return said or " ".join(str(int(parts[field])) for field in order)


def _english_date(order: str, day: int, month: str, year: str) -> str:
    if len(year) == 2 and year[0] == "0":
        year = f"oh {year[1]}"
    said_day = english_ordinal(day)
    if "m" not in order:
        return year if "d" not in order else f"{said_day}, {year}" if year else said_day
    if "d" not in order:
        return f"{month} {year}".strip()
    if order.index("d") < order.index("m"):
        return f"{said_day} of {month} {year}".strip()
    return f"{month} {said_day}, {year}" if year else f"{month} {said_day}"


def _time(text: str, _: str, language: str) -> str:
    """A time of day or, as some services have it, a duration (1'21"). Hours and minutes are read where all others are."""
    length = _DURATION.fullmatch(text)
    if text and length:
        return _lasting([("min", length[1] or ""), ("s", length[2] or "")], language) or text
    clock = _CLOCK.fullmatch(text)
    if not clock or int(clock[1]) > 24:
        return text
    hour, minute, second, half = int(clock[1]), clock[2] or "00", clock[3], (clock[4] or "").lower()
    if language == "en":
        return _english_time(hour, minute, second, half)
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    seconds = _lasting([("s", second or "")], language)
    if second and int(second) and not seconds:
        return text
    return f"{hour}:{minute}, {seconds}" if seconds else f"{hour}:{minute}"


def _english_time(hour: int, minute: str, second: str | None, half: str) -> str:
    said = [str(hour)]
    if minute != "00":
        said.append(f"oh {minute[1]}" if minute[0] == "0" else minute)
    elif not half:
        said.append("o'clock" if hour <= _NOON else "hundred")
    if half:
        said.append(f"{half.upper()}M")
    seconds = _lasting([("s", second or "")], "en")
    return " ".join([*said, f"and {seconds}"] if seconds else said)


def _duration(text: str, form: str, language: str) -> str:
    """Hours, minutes and seconds with colons: "01:18:30". Two fields are the last two, unless the format says otherwise."""
    fields = text.split(":")
    order = re.sub(r"([hms])\1+", r"\1", re.sub("[^hms]", "", form))
    if len(order) != len(fields):
        order = "hms"[-len(fields) :]
    if not 1 < len(fields) <= len("hms") or not all(re.fullmatch("[0-9]{1,4}", field) for field in fields):
        return _time(text, form, language)
    names = {"h": "h", "m": "min", "s": "s"}
    return _lasting([(names[letter], field) for letter, field in zip(order, fields, strict=True)], language) or text


def _lasting(counts: list[tuple[str, str]], language: str) -> str:
    """Units of time with their numbers in words, but for zeros and what is empty."""
    cldr = cldr_of(language)
    numbers = [(symbol, str(int(count))) for symbol, count in counts if count and int(count)]
    said = [cldr.unit(symbol, number).replace("{0}", number) for symbol, number in numbers] if cldr else []
    if not all(said):
        return ""
    if language == "en" and len(said) > 1:
        said[-2:] = [f"{said[-2]} and {said[-1]}"]
    return ", ".join(said)


_KINDS: Final[dict[str, Callable[[str, str, str], str]]] = {
    "characters": _characters,
    "spell-out": _characters,
    "verbatim": _characters,
    "letters": _characters,
    "digits": _digits,
    "number_digit": _digits,
    "number": _cardinal,
    "cardinal": _cardinal,
    "date": _date,
    "time": _time,
    "duration": _duration,
    "fraction": _fraction,
    "telephone": _telephone,
}
