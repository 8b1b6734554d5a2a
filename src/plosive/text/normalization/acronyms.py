"""Says words in capitals: as words in a text in capitals ("GIVE US TIME"), and acronyms as the language's list asks for.

It refuses to guess at an acronym that is not listed: engines know most.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader

# Of Latin, Greek and Cyrillic. Other scripts have no capitals, or are hardly ever written in them alone.
_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΆΈ-ΏΑ-ΫЀ-ЯҐІЇЄ]"
# Single capitals only beside others: "A CAT", but not "plan B".
_WORD: Final = (
    rf"(?<![\w.&@#/])(?P<word>{_CAPITAL}{{2,}}(?:['’]{_CAPITAL}+)*|{_CAPITAL}['’]{_CAPITAL}+|{_CAPITAL}(?= {_CAPITAL}))"
    r"(?P<plural>s)?(?!\.\w)(?![\w&@/(])"
)
# The look-behind comes second, because a search for a set of characters is fast.
_BEGIN: Final = rf"{_CAPITAL}(?<![\w.&@#/].)['’ ]?{_CAPITAL}"
# A list of acronyms has no three words in a row: "SQL, CSS, and HTML".
_IN_A_ROW: Final = re.compile(r"\w[ \u00a0]\w[\w'’-]*[ \u00a0]\w")
_WORDS: Final = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST_WORDS: Final = 4
_FEWEST_NAMED: Final = 3  # without numbers
_FEWEST_LONG: Final = 3  # in a text without three words in a row
_LONG_WORD: Final = re.compile(r"(?=.*[AEIOUYÀ-ÝΆ-ΏΑΕΗΙΟΥΩАЕИОУЫЭЮЯІЇЄ])\w{4,}")
_ROMAN: Final = re.compile("[IVX]{2,}")


@lru_cache(maxsize=4)  # asked for each word of a text
def _in_capitals(text: str) -> bool:
    """Whether a text of several words has only capitals, and numbers."""
    words = _WORDS.findall(text) if text.isupper() else []
    if not _IN_A_ROW.search(text) and sum(map(bool, map(_LONG_WORD.fullmatch, words))) < _FEWEST_LONG:
        return False
    named = [word for word in words if word.isalpha() or "'" in word or "’" in word]
    counts = len(words) >= _FEWEST_WORDS and len(named) >= _FEWEST_NAMED
    # "CPF 123, CNPJ 456, CEP 789" and "PDG, DRH, CDI, CDD" have acronyms alone.
    counts = (
        counts
        and text.count(",") < len(words) - 1
        and (len(words) == len(named) or any(_LONG_WORD.fullmatch(word) for word in named))
    )
    return counts and all(word.isupper() or word.isdecimal() for word in words)


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    acronyms = cldr.language.acronyms
    said, spelled, kept = (frozenset(words.split()) for words in (acronyms.said, acronyms.spelled, acronyms.kept))
    pronoun = cldr.language.sentences.pronoun
    small = str.maketrans(acronyms.small)

    def read_acronym(match: re.Match[str]) -> str | None:
        word = match["word"]
        if word in said:
            return word.lower() + (match["plural"] or "")
        # With stops, because engines take a single "A" for a word.
        return ".".join(word) + (match["plural"] or "") if word in spelled else None

    def read_capitals(match: re.Match[str]) -> str | None:
        word = match["word"]
        if not _in_capitals(match.string) or word in kept or word == pronoun or _ROMAN.fullmatch(word):
            return None
        return word.translate(small).lower()

    yield Reader("acronym", _WORD, read_acronym, (_BEGIN,))
    yield Reader("capitals", _WORD, read_capitals, (_BEGIN,))
