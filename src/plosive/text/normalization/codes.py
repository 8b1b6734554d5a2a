"""Says codes, passwords and the numbers of bookings and accounts one by one: letters, digits, a pause between groups.

A word beside them makes a code of them, or their form: "QRX7714B", a zero before more digits. It refuses amounts.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import places
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.cues import cues_of
from plosive.text.normalization.reader import DIGIT, Reader, number_reader

# "AB" belongs to a Dutch post code, "KB" is a unit.
_GROUPS: Final = (
    r"[0-9]{3,8}(?:[ \u00a0-][0-9]{3,8}){1,3}(?:[ \u00a0-][0-9]{2})?|[0-9]{2}(?:[ \u00a0-][0-9]{2}){1,5}"
    r"|[0-9]{2,6}(?:[ \u00a0-][0-9]{2,6}){2,3}|[0-9]{2,3}[ -][0-9]{2,3}|[0-9]{5}-[0-9]{2,4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{3,6}"
    r"|[0-9]{2}-[0-9]{4,8}"
    r"|[0-9]{4} (?![KMGTP]B|[AP]M|AD|BC|[EKGM]W|HZ|OK)[A-Z]{2}|[0-9]{4,12}"
)
_NUMBER: Final = rf"(?:{_GROUPS})(?![\w-]|[ \u00a0][0-9])|[0-9]{{4,12}}(?![\w-])"
_CAPITALS: Final = "A-ZА-ЯЇІЄҐ"
_WORD: Final = (
    rf"(?=[{_CAPITALS}-]{{0,16}}[0-9])(?=[0-9-]{{0,16}}[{_CAPITALS}])"
    rf"[{_CAPITALS}0-9]{{1,20}}(?:-[{_CAPITALS}0-9]{{1,12}}){{0,4}}(?![\w-])"
)
# "1Z 999 AA1 01 2345 6784".
_WORDS: Final = r"(?=[A-Z0-9]{0,5}[0-9])[A-Z0-9]{1,6}(?:[ \u00a0](?=[A-Z]{0,5}[0-9])[A-Z0-9]{1,6}){2,6}(?![\w-])"
_SIGN: Final = r"#[ \u00a0]?(?=[0-9A-Z])"
# "Card ending in *4417"
_MASK: Final = r"(?:[*•]{1,4}|[Xx]{1,4})"
_CODE: Final = (
    r"(?<![\w.,$€£¥+/&-])(?<![0-9][ \u00a0:])(?<!::){sign}(?P<code>{code})(?![.,:/][0-9]|[ \u00a0]?[$€£¥%‰°₽₴₺₩₹/])"
)
_ZEROS: Final = (
    r"(?<![\w.,$€£¥+:/-])(?<![0-9][ \u00a0])(?:0[0-9]{2,11}|[0-9](?:-[0-9]){3,11})(?![\w-]|[.,:/][0-9]|[ \u00a0][0-9])"
)
CAPITALS_AND_DIGIT: Final = places(f"[{_CAPITALS}]", rf"(?<!\w)[{_CAPITALS}-]{{1,17}}[0-9]")
"""Place at which a word of capitals and digits begins, for `Reader.begins`."""

_FEWEST: Final = 4
_FEWEST_OF_RECORD: Final = 5
_LENGTHS: Final = range(6, 21)
_FEWEST_DIGITS: Final = 3
# Names of models and standards ("RTX4090"), words with a number ("WELCOME10"), amounts ("10000MB"), quarters ("2024Q3"),
# sugars ("C6H12O6").
_MODEL: Final = re.compile(
    r"[A-Z]{2,4}[0-9]{3,4}|[A-Z]{5,}[0-9]{1,4}|[0-9]{1,6}[A-Z]{1,3}|(?:FY)?[0-9]{4}[QH][0-9]|C[0-9]{1,2}H[0-9]{1,2}\w*"
)
_WORD_AND_NUMBER: Final = re.compile(r"(?=.*[AEIOU])[A-Z]{4,}[0-9]{1,2}")
_PART: Final = re.compile(f"[{_CAPITALS}0-9]+")
_LONGEST_GROUP: Final = 6


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    codes = _Codes(cldr)
    yield number_reader(cldr, "code", _CODE.format(sign="", code=_NUMBER), codes.read_number)
    yield number_reader(cldr, "code", _CODE.format(sign="", code=_WORDS), codes.read_number)
    yield number_reader(
        cldr,
        "code",
        _CODE.format(sign=_MASK, code="[0-9]{4}(?![\\w-])"),
        codes.read_number,
        (r"[*•](?=[*•0-9])", r"[Xx](?<=[ \u00a0].)[0-9Xx]"),
        "*•Xx",
    )
    yield number_reader(
        cldr, "code", _CODE.format(sign=_SIGN, code=f"{_NUMBER}|{_WORD}"), codes.read_numbered, (_SIGN,), "#"
    )
    yield number_reader(cldr, "code", _CODE.format(sign="", code=_WORD), codes.read_word, (DIGIT, CAPITALS_AND_DIGIT))
    # No amount begins with a zero and has more digits, and none is written "4-8-2-9".
    yield number_reader(cldr, "digits", _ZEROS, lambda m: one_by_one(m.group().replace("-", ""), cldr))


def one_by_one(written: str, cldr: Cldr) -> str:
    """Say letters and digits one by one, and signs between them as pauses: "Q R X, 7 7 1"."""
    return ", ".join(_spelled(part, cldr) for part in _PART.findall(written))


def in_groups(digits: str, longest: int) -> list[str]:
    """Divide digits into fours if that leaves none, else into threes, unless they are few enough for one group."""
    if len(digits) <= longest:
        return [digits]
    size = 3 if len(digits) % 4 else 4
    ends = [*range(0, len(digits) - 1, size)]
    return [digits[start:end] for start, end in zip(ends, [*ends[1:], len(digits)], strict=True)]


def _spelled(part: str, cldr: Cldr) -> str:
    names = cldr.language.say_as.digits.split()
    letters = cldr.language.cues.letters
    groups = in_groups(part, _LONGEST_GROUP) if part.isdigit() else [part]
    said = [" ".join(names[int(c)] if names and c.isdigit() else letters.get(c, c) for c in group) for group in groups]
    return ", ".join(said).rstrip(",")


class _Codes:
    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr

    def read_number(self, match: re.Match[str]) -> str | None:
        """Say a number that something beside it calls a code. None for an amount or a year."""
        return one_by_one(match["code"], self._cldr) if self._is_named(match) else None

    def read_numbered(self, match: re.Match[str]) -> str | None:
        """Say "order #48213"."""
        said = self._is_named(match) and one_by_one(match["code"], self._cldr)
        return f"{self._cldr.words.number} {said}".strip() if said else None

    def read_word(self, match: re.Match[str]) -> str | None:
        """Spell a word of capitals and digits by its form, or if something beside it calls it a code."""
        code = match["code"]
        return one_by_one(code, self._cldr) if self._form_decides(code) or self._is_named(match) else None

    def _form_decides(self, code: str) -> bool:
        digits = sum(map(str.isdigit, code))
        return len(code) in _LENGTHS and digits >= _FEWEST_DIGITS and code.isalnum() and not _MODEL.fullmatch(code)

    def _is_named(self, match: re.Match[str]) -> bool:
        cues, plain = cues_of(self._cldr), "".join(_PART.findall(match["code"]))
        if len(plain) < _FEWEST or _WORD_AND_NUMBER.fullmatch(plain) or cues.is_count(match):
            return False
        # "Ticket 48213" and "ticket #4821", but not "order 5000".
        likely = match.group()[0] == "#" or (len(plain) >= _FEWEST_OF_RECORD and not plain.endswith("00"))
        return cues.is_code(match) or (likely and cues.is_record(match))
