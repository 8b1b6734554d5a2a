"""Puts German, Dutch and French ordinals into words where espeak-ng reads "21. November", "3e" or "2e" wrongly.

It refuses to decide what is an ordinal; the caller has found one.
"""

from typing import Final

_GERMAN: Final = str.split(
    "null erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt"
    " siebzehnt achtzehnt neunzehnt"
)
_GERMAN_ONES: Final = str.split("ein zwei drei vier fünf sechs sieben acht neun")
_GERMAN_TENS: Final = str.split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_DUTCH: Final = str.split(
    "nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
    " vijftiende zestiende zeventiende achttiende negentiende"
)
_DUTCH_ONES: Final = str.split("een twee drie vier vijf zes zeven acht negen")
_DUTCH_TENS: Final = str.split("twintig dertig veertig vijftig zestig zeventig tachtig negentig")

# The weak endings of adjectives follow these words; after any other word, and at the start, German has "-er".
_ENDING_E: Final = frozenset(str.split("der die das diese dieses dieser jede jedes jeder"))
_ENDING_EN: Final = frozenset(
    str.split(
        "am im vom zum zur beim dem den des einem einen einer seit bis ab diesem diesen jedem jeden ihrem seinem ihren seinen"
        " unserem und"
    )
)


def german_ordinal(number: int, after: str = "") -> str:
    """Give the word for 0 to 99 as it is inflected after the word `after`: "am 3." is "dritten"."""
    if number < len(_GERMAN):
        stem = _GERMAN[number]
    else:
        tens, ones = divmod(number, 10)
        stem = (_GERMAN_ONES[ones - 1] + "und" if ones else "") + _GERMAN_TENS[tens - 2] + "st"
    after = after.lower()
    return stem + ("e" if after in _ENDING_E else "en" if after in _ENDING_EN else "er")


def dutch_ordinal(number: int) -> str:
    """Give the word for 0 to 99."""
    if number < len(_DUTCH):
        return _DUTCH[number]
    tens, ones = divmod(number, 10)
    joint = "" if not ones else "ën" if _DUTCH_ONES[ones - 1].endswith("ee") else "en"
    return (_DUTCH_ONES[ones - 1] + joint if ones else "") + _DUTCH_TENS[tens - 2] + "ste"


def english_ordinal(number: int) -> str:
    """Give the number with its ending, which espeak-ng reads well: "21st"."""
    if number // 10 % 10 == 1:
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"
