"""Writes telephone numbers digit by digit, with a pause between groups; also emergency numbers, extensions and letters.

A number is one if its marks say so and it is valid in the country, or if a word beside it does. The plan of each country is
known to phonenumbers, which also groups a number that is written in one piece.
"""

import re
from collections.abc import Iterator
from typing import Final

import phonenumbers
from phonenumbers import shortnumberinfo

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.codes import in_groups, one_by_one
from plosive.text.normalization.cues import cues_of
from plosive.text.normalization.reader import DIGIT, Reader, number_reader

_GAP: Final = r"(?:[ .\u00a0/-]|[ \u00a0][-–/][ \u00a0]|[ \u00a0]?\([0-9]{1,5}\)[ \u00a0-]?)"
_AFTER: Final = r"(?!(?!x[0-9])[\w-]|[.,:/][0-9]|[ \u00a0]?[$€£¥%‰°₽₴₺₩₹])"
_PHONE: Final = (
    r"(?<![\w.,+$€£¥/-])(?<![0-9][ \u00a0:])(?=(?:[^0-9]{0,3}[0-9]){7})"
    r"(?:\(?\+[ \u00a0]?[0-9]{1,15}\)?|0[0-9]{1,2}\)[ \u00a0]?[0-9]{1,12}"
    r"|\([0-9](?: ?[0-9]){0,4}\)[ \u00a0-]?[0-9]{1,12}|[0-9]{1,15})"
    rf"(?:{_GAP}[0-9]{{1,12}}){{0,7}}{_AFTER}"
)
# A number may have up to two others behind it: "212-555-0147 24 hours".
_OTHERS_BEHIND: Final = tuple(rf"(?=(?:{_GAP}[0-9]{{1,12}}){{{others}}}{_AFTER})" for others in range(3))
_BEGINS: Final = r"[+(](?=[ \u00a0+]?[0-9])"
_DIGITS: Final = range(7, 16)  # E.164 has at most 15; a national number with fewer than 7 looks like any other number
_FEWEST_UNNAMED: Final = 9
_LONGEST_GROUP: Final = 5
_AREA_GAP: Final = re.compile(r"(?<=[0-9]) (?=[0-9 ]*\))")  # "(0 30) 90 12-34 56"
# They are written so, whether or not the number is valid: "212-555-0147", "030 / 123 456", and 555 of films.
_SURE: Final = re.compile(
    r"(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .\u00a0-][0-9]{3}[.-][0-9]{4}|1-8[0-9]{2}-[0-9]{3}-[0-9]{4}"
    r"|\(?0[0-9]{1,5}\)?(?:(?:[ \u00a0/-]{1,3}|\.)[0-9]{2,9}){1,5}|555-[0-9]{4}"
)
# Thousands, years and what is divided by blanks alone are other numbers as often.
_OTHER: Final = re.compile(
    r"[0-9]{1,3}(?:[.\u00a0 ]?[0-9]{3})*[.\u00a0 ]?000|(?:1[0-9]|20)[0-9]{2}(?:[ /-]+(?:1[0-9]|20)[0-9]{2})+"
)
# Blanks that divide no thousands: "8 912 345 67 89".
_UNEVEN: Final = re.compile(r"(?=.*[0-9]{3})(?=.* [0-9]{2}(?: |$))[0-9]{1,3}(?: [0-9]{2,3}){3,4}")
_DOTTED: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})+")

_SHORT: Final = (
    r"(?<![\w.,:/+$€£¥-])(?<![0-9][ \u00a0])"
    r"(?:[0-9]{3}[ \u00a0][0-9]{3}|[0-9](?:-[0-9]){2}|[0-9]{3,6})(?![\w-]|[.,:/][0-9]|[ \u00a0][0-9])"
)
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_ANYWHERE: Final = frozenset({"112", "911", "999"})
_MESSAGES: Final = range(5, 7)  # digits of the numbers that messages are sent to, or a local desk has
_PAIRS_OF_PAIRS: Final = 4

# "1-800-FLOWERS", "0800-REPAIR".
_LETTERED: Final = (
    r"(?<![\w.,+-])(?P<prefix>1[ .-])?\(?(?P<area>0?[2-9][0-9]{2})\)?[ .-]"
    r"(?P<rest>(?=[0-9-]{0,9}[A-Za-z])[A-Za-z0-9]{1,12}(?:-[A-Za-z0-9]{1,10}){0,3})(?![\w-])"
)
_LETTERED_LENGTH: Final = range(6, 13)
_FEWEST_LETTERS: Final = 3
_RUNS: Final = re.compile("[A-Za-z]+|[0-9]+")
_SAYABLE: Final = re.compile("(?=.*[aeiouy]).{2,}", re.IGNORECASE)
_PHONE_BEFORE: Final = re.compile(r"[0-9]{3}[ .-]?[0-9]{4},?$")
_LONGEST_NUMBER: Final = 2  # digits of an extension that are said as one number


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language. Of numbers with different ends the longest valid one wins."""
    phones = _Phones(cldr)
    yield number_reader(cldr, "telephone number", _LETTERED, phones.read_lettered)
    for behind in _OTHERS_BEHIND:
        yield number_reader(cldr, "telephone number", _PHONE + behind, phones.read, (DIGIT, _BEGINS))
    yield number_reader(cldr, "emergency number", _SHORT, phones.read_short)
    if cldr.language.cues.extension:
        names = "|".join(cldr.language.cues.extensions.split())
        number = r"[ \u00a0]?(?P<extension>[0-9]{1,6})(?![\w-]|[.,][0-9])"
        yield number_reader(
            cldr, "extension", rf"(?<!\w)(?i:{names}){number}", phones.read_extension, (rf"(?i:(?<!\w)(?:{names}))",)
        )
        yield number_reader(
            cldr,
            "extension",
            rf"(?<=[0-9]|,)[ \u00a0]?x{number}",
            phones.read_extension_sign,
            ("x(?<=[0-9,]x)", "[ \u00a0]x(?<=[0-9,].x)"),
            "x",
        )


class _Phones:
    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr
        self._pairs = cldr.words.pairs

    def read(self, match: re.Match[str]) -> str | None:
        """Say the digits one by one, in groups as written. None if it is no telephone number, or a shorter one is valid."""
        written = _AREA_GAP.sub("", match.group())
        digits = re.sub("[^0-9]", "", written)
        sure = "+" in written
        if len(digits) not in _DIGITS or (not sure and cues_of(self._cldr).is_count(match)):
            return None
        if not (sure or _SURE.fullmatch(written) or self._is_marked(written, digits) or self._is_named(match, written)):
            return None
        shorter = (written[: gap.start()] for gap in re.finditer(r"[ \u00a0]", written))
        if not self._is_valid(written) and any(map(self._is_valid, shorter)):
            return None
        return self._said(written)

    def _is_marked(self, written: str, digits: str) -> bool:
        if len(digits) < _FEWEST_UNNAMED or _DOTTED.fullmatch(written):
            return False
        marked = written[0] in "(0" or re.search(r"[-./(]", written) or _UNEVEN.fullmatch(written)
        return bool(marked) and self._is_valid(written)

    def _is_named(self, match: re.Match[str], written: str) -> bool:
        if not cues_of(self._cldr).is_phone(match) or (_OTHER.fullmatch(written) and not self._is_valid(written)):
            return False
        # Seven or eight digits in one piece are often an amount: "reach 2500500 by May".
        return len(written) >= _FEWEST_UNNAMED or not written.isdigit() or bool(cues_of(self._cldr).is_called(match))

    def _is_valid(self, written: str) -> bool:
        number = self._parsed(written)
        return number is not None and phonenumbers.is_valid_number(number)

    def _parsed(self, written: str) -> phonenumbers.PhoneNumber | None:
        try:
            return phonenumbers.parse(written, self._cldr.region or None)
        except phonenumbers.NumberParseException:
            return None

    def _said(self, written: str) -> str:
        groups = re.findall("[0-9]+", written)
        if not written.lstrip("(").startswith("+"):
            return ", ".join(map(self._group, self._divided(written) if len(groups) == 1 else groups))
        number = self._parsed(written)
        country = str(number.country_code) if number else groups[0]
        if number and len(groups) == 1:
            groups = [country, *self._international(number)]
        elif groups[0] != country and groups[0].startswith(country):
            groups = [country, groups[0].removeprefix(country), *groups[1:]]
        sign = self._cldr.language.say_as.plus
        first = groups[0] if self._cldr.words.spaced else one_by_one(groups[0], self._cldr)
        return f"{sign + ' ' if sign else '+'}{first}, " + ", ".join(map(self._group, groups[1:]))

    def _divided(self, digits: str) -> list[str]:
        """Divide a number in one piece as its country does."""
        number = self._parsed(digits)
        if number and phonenumbers.is_valid_number(number):
            national = re.findall("[0-9]+", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
            international = self._international(number)
            for groups in (national, international, [str(number.country_code), *international]):
                if "".join(groups) == digits:
                    return groups
        if self._pairs and len(digits) % 2 == 0:
            return re.findall("..", digits)
        return in_groups(digits, _LONGEST_GROUP)

    @staticmethod
    def _international(number: phonenumbers.PhoneNumber) -> list[str]:
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        return re.findall("[0-9]+", written)[1:]

    def _group(self, group: str) -> str:
        if self._pairs and len(group) == len("01"):
            return group
        return ", ".join(one_by_one(part, self._cldr) for part in in_groups(group, _LONGEST_GROUP))

    def read_short(self, match: re.Match[str]) -> str | None:
        """Say a number of three to six digits that somebody calls, such as 911."""
        digits = re.sub("[^0-9]", "", match.group())
        cues = cues_of(self._cldr)
        called = cues.is_called(match)
        if called is False or cues.is_count(match) or cues.is_address(match):
            return None
        is_message = len(digits) in _MESSAGES and not digits.endswith("00")
        is_service = cues.is_alone(match) and not _YEAR.fullmatch(digits) and self._is_short(digits)
        if not is_message and not is_service:
            return None
        if self._pairs and len(digits) == _PAIRS_OF_PAIRS:
            return ", ".join(re.findall("..", digits))
        return one_by_one(match.group().replace("-", ""), self._cldr)

    def _is_short(self, digits: str) -> bool:
        number, region = self._parsed(digits), self._cldr.region
        return digits in _ANYWHERE or (
            number is not None
            and (
                shortnumberinfo.is_emergency_number(digits, region)
                or shortnumberinfo.is_valid_short_number_for_region(number, region)
            )
        )

    def read_lettered(self, match: re.Match[str]) -> str | None:
        """Say "1-800-GET-TILE" as "1, 800, get tile"."""
        area, rest = match["area"], match["rest"]
        plain = rest.replace("-", "")
        if len(plain) not in _LETTERED_LENGTH or sum(map(str.isalpha, plain)) < _FEWEST_LETTERS:
            return None
        # "1-800-FLOWERS" is sure, "800-FLOWERS" and "1-800-flowers" need a cue, "1 800 people" and "800-meter" are none.
        in_capitals, is_sure = rest.upper() == rest, match.group().startswith("1-")
        if not (is_sure and rest[0].isupper()) and not (
            (in_capitals or is_sure) and cues_of(self._cldr).is_phone(match)
        ):
            return None
        said = [
            (match["prefix"] or "").rstrip(" .-"),
            area if area[0] != "0" and area.endswith("00") else one_by_one(area, self._cldr),
        ]
        words = [
            run.lower() if _SAYABLE.fullmatch(run) else one_by_one(run.upper(), self._cldr)
            for run in _RUNS.findall(rest)
        ]
        return ", ".join(filter(None, [*said, " ".join(words)]))

    def read_extension(self, match: re.Match[str]) -> str:
        """Say "ext. 27" as "extension 27", and longer numbers one by one."""
        number = match["extension"]
        said = number if len(number) <= _LONGEST_NUMBER and number[0] != "0" else one_by_one(number, self._cldr)
        return f"{self._cldr.language.cues.extension} {said}"

    def read_extension_sign(self, match: re.Match[str]) -> str | None:
        """Say "x27" behind a telephone number."""
        before = match.string[max(0, match.start() - 10) : match.start()]
        return f", {self.read_extension(match)}" if _PHONE_BEFORE.search(before) else None
