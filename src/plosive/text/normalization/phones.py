"""Writes telephone numbers digit by digit, with a pause between groups."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.languages.language import Spoken
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import DIGIT, Reader, number_reader

# E.164 has at most 15 digits; a national number with fewer than 7 looks like any other number.
_PHONE: Final = (
    r"(?<![\w.,+-])(?:\+[0-9]{1,4}(?:[ .\u00a0/()-]{1,2}[0-9]{1,8}){1,6}|\+[0-9]{7,15}"
    r"|(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .\u00a0-][0-9]{3}[.-][0-9]{4}|1-8[0-9]{2}-[0-9]{3}-[0-9]{4}"
    r"|\(?0[0-9]{1,5}\)?(?:[ \u00a0/-]{1,3}[0-9]{2,9}){1,5})(?![\w-]|[.,][0-9])"
)
_PHONE_DIGITS: Final = range(7, 16)
_LONGEST_GROUP: Final = 4


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language."""
    yield number_reader(
        cldr, "telephone number", _PHONE, lambda m: _read(m.group(), cldr.words), rf"{DIGIT}|[+(](?=[0-9])"
    )


def _read(written: str, words: Spoken) -> str | None:
    """Say the digits one by one with a pause between groups. None if it cannot be a telephone number.

    If the language says pairs of digits as numbers, groups of two are not divided.
    """
    groups = re.findall("[0-9]+", written)
    if sum(map(len, groups)) not in _PHONE_DIGITS:
        return None
    country = ""
    if written.startswith("+"):
        # The length of the country code is only clear for +1, which ten digits follow.
        if len(groups) == 1 and not (groups[0][0] == "1" and len(groups[0]) == 11):
            return "+ " + ", ".join(" ".join(part) for part in _in_threes(groups[0]))
        if len(groups) == 1:
            groups = ["1", groups[0][1:4], groups[0][4:7], groups[0][7:]]
        country = f"+{groups.pop(0)}, "
    return country + ", ".join(
        group if words.pairs and len(group) == 2 else ", ".join(" ".join(part) for part in _in_threes(group))
        for group in groups
    )


def _in_threes(digits: str) -> list[str]:
    if len(digits) <= _LONGEST_GROUP:
        return [digits]
    head = len(digits) % 3 + 3 if len(digits) % 3 == 1 else 3
    return [digits[:head], *_in_threes(digits[head:])]
