"""Says what is an identifier by its form alone: cards, accounts (IBAN), ISBN, tax and identity numbers, very long numbers."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.codes import CAPITALS_AND_DIGIT, one_by_one
from plosive.text.normalization.cues import cues_of
from plosive.text.normalization.reader import DIGIT, Reader, number_reader

_BEFORE: Final = r"(?<![\w.,$€£¥+:/-])"
_AFTER: Final = r"(?![\w-]|[.,:/][0-9]|[ \u00a0][0-9])"
# Fours, as on cards and parcels; American Express has 4, 6 and 5.
_CARD: Final = (
    rf"{_BEFORE}(?:[0-9]{{4}}(?P<gap>[ \u00a0-])[0-9]{{4}}(?:(?P=gap)[0-9]{{4}}){{1,7}}(?:(?P=gap)[0-9]{{1,3}})?"
    rf"|3[47][0-9]{{2}}(?P<space>[ \u00a0-])[0-9]{{6}}(?P=space)[0-9]{{5}}){_AFTER}"
)
# "Visa •••• 4242"; the marks are silent.
_MASKED: Final = r"(?<=[*•Xx]{4}[ \u00a0-])[0-9]{4}(?![\w-]|[.,:/][0-9])"
# No amount has so many digits without marks. China's identity numbers may end in X.
_LONG: Final = r"(?<![\w.,$€£¥+:/-])[0-9]{13,}+X?(?![\w-]|[.,:/][0-9])"
_IBAN: Final = r"(?<![\w-])[A-Z]{2}[0-9]{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,4})?(?![\w-])"
_ISBN: Final = (
    r"(?<!\w)(?P<name>ISBN(?:-1[03])?:?[ \u00a0](?:[a-zà-ÿ]{1,6}[ \u00a0]){0,2})"
    r"(?P<number>[0-9](?:[ -]?[0-9]){8,11}[ -]?[0-9X](?![\w-]))"
)
# Post codes of the United Kingdom and Canada. "M1 8GB" is a computer.
_LETTERED_POST_CODE: Final = (
    r"(?<![\w-])(?:[A-Z]{1,2}[0-9][A-Z0-9]? (?!.[GTM]B)[0-9][ABD-HJLNP-UW-Z]{2}|[A-Z][0-9][A-Z] [0-9][A-Z][0-9])"
    r"(?![\w-])"
)
# Tax and identity numbers that look like nothing else in their country (ISO 3166).
_FORMS: Final = {
    "": r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}|[0-9]{2}\.[0-9]{3}\.[0-9]{3}/[0-9]{4}-[0-9]{2}|756(?:\.[0-9]{4}){2}\.[0-9]{2}",
    "PL": "[0-9]{2}(?: [0-9]{4}){6}|[0-9]{3}-[0-9]{3}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{3}(?= [A-ZĆŁŚŻŹ])",
    "CN": "(?<=[A-Z]·)[0-9]{5,6}", "US": "[0-9]{3}-[0-9]{2}-[0-9]{4}",
    "RU": "[0-9]{3}-[0-9]{3}-[0-9]{3} [0-9]{2}", "KR": "[0-9]{6}-[1-4][0-9]{6}", "SE": "(?:19|20)?[0-9]{6}-[0-9]{4}",
    "DK": "[0-9]{6}-[0-9]{4}", "ES": r"[0-9]{2}\.?[0-9]{3}\.?[0-9]{3}-[A-Z]",
    "BR": r"[0-9]{3}\.[0-9]{5}\.[0-9]{2}-[0-9]|[0-9]{5}-[0-9]{3}|[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9X]",
}  # fmt: skip
_ZIP: Final = r"(?<=[ \u00a0][A-Z]{2}[ \u00a0])[0-9]{5}(?:-[0-9]{4})?(?![\w-]|[.,][0-9])"
_STATE_BEFORE: Final = re.compile(r"[a-z,.][ \u00a0]([A-Z]{2})[ \u00a0]$")
# The address of a machine; numbers of a billion have three digits in each group.
_IP: Final = (
    r"(?<![\w.,/+-])(?!(?:[0-9]{{1,3}})(?:\.[0-9]{{3}}){{3}}(?![.\w]))"
    r"(?:{byte}\.){{3}}{byte}(?![\w-]|[.,][0-9])"
).format(byte="(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])")
# Behind the number of a house: "Musterstr. 12a, 10115 Berlin".
_PLZ: Final = r"(?<=[0-9a-z], )[0-9]{5}(?= [A-ZÄÖÜ][a-zäöüß])"
_HOUSE_BEFORE: Final = re.compile(
    r"(?i:str\.?|stra(?:ß|ss)e|weg|platz|allee|gasse|ring|damm|ufer|markt|hof|chaussee) [0-9]{1,4}(?: ?[a-z])?, \Z"
)
_FEWEST_FOURS: Final = 4  # with fewer, round ones are numbers in a row: "1000 2000 3000"
_YEARS: Final = range(1000, 2101)


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    yield number_reader(cldr, "card number", _CARD, lambda m: _read_card(m, cldr))
    yield number_reader(cldr, "card number", _MASKED, lambda m: one_by_one(m.group(), cldr), signs="*•Xx")
    yield number_reader(cldr, "long number", _LONG, lambda m: _read_long(m.group(), cldr))
    forms = "|".join(filter(None, (_FORMS[""], _FORMS.get(cldr.region))))
    yield number_reader(
        cldr, "identity number", f"{_BEFORE}(?:{forms})(?![\\w-]|[.,:/][0-9])", lambda m: one_by_one(m.group(), cldr)
    )
    if cldr.region == "US":
        yield Reader("post code", _ZIP, lambda m: _read_zip(m, cldr), (DIGIT,))
    if cldr.region == "DE":
        yield Reader("post code", _PLZ, lambda m: _read_plz(m, cldr), (DIGIT,))
    if cldr.words.spaced:
        dot = cldr.words.point or cldr.words.dotted or cldr.words.dot or "point"
        yield number_reader(cldr, "IP address", _IP, lambda m: _read_ip(m, cldr, dot), signs=".")
    yield number_reader(
        cldr,
        "IBAN",
        _IBAN,
        lambda m: _in_fours(re.sub(r"\W", "", m.group()), cldr),
        (CAPITALS_AND_DIGIT,),
    )
    yield number_reader(
        cldr, "ISBN", _ISBN, lambda m: m["name"].replace(":", "") + one_by_one(m["number"], cldr), ("ISBN",)
    )
    yield number_reader(
        cldr,
        "post code",
        _LETTERED_POST_CODE,
        lambda m: one_by_one(m.group(), cldr),
        (CAPITALS_AND_DIGIT,),
        "[A-Z][0-9]",
    )


def _read_card(match: re.Match[str], cldr: Cldr) -> str | None:
    groups = re.findall("[0-9]+", match.group())
    round_ones = len(groups) < _FEWEST_FOURS and all(group.endswith("00") for group in groups)
    if round_ones or all(int(group) in _YEARS for group in groups):
        return None
    return one_by_one(match.group(), cldr)


def _read_long(written: str, cldr: Cldr) -> str | None:
    return None if written.endswith("000000") else _in_fours(written, cldr)


def _in_fours(written: str, cldr: Cldr) -> str:
    return ", ".join(one_by_one(group, cldr) for group in re.findall(".{1,4}", written))


def _read_ip(match: re.Match[str], cldr: Cldr, dot: str) -> str | None:
    """Say the numbers with a word between them. None if they are those of a telephone: "Tel. 93.123.45.67"."""
    return None if cues_of(cldr).is_phone(match) else match.group().replace(".", f" {dot} ")


def _read_plz(match: re.Match[str], cldr: Cldr) -> str | None:
    house = _HOUSE_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    return one_by_one(match.group(), cldr) if house and not match.group().endswith("000") else None


def _read_zip(match: re.Match[str], cldr: Cldr) -> str | None:
    state = _STATE_BEFORE.search(match.string[max(0, match.start() - 6) : match.start()])
    return one_by_one(match.group(), cldr) if state and state[1] in cldr.language.abbreviations.states else None
