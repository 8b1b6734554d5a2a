"""Judges the full stop, which ends a sentence or an abbreviation, an ordinal or an initial: by language and neighbours.

It sees one stop before white space at a time; what else ends sentences is `plosive.text.sentences`.
"""

import re
from typing import Final

from plosive.text.abbreviations import lexicon

DOTS: Final = ".\u2026\uff0e"

_WORD: Final = re.compile(r"[^\W_]")
_TOKEN: Final = re.compile(r"[^\s\"“”„‘«»‹(\[{（/–—]*$")
_ELIDED: Final = re.compile(r"^\w+['’](?=\w\w)|^['’]+")  # "l'ing.", but not "Mary's."
_LAST_WORD: Final = re.compile(r"(\w+)\W+$")
_ACRONYM: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}$")
_PLURAL: Final = re.compile(r"([A-Z])\1$")  # Spanish doubles the letter: "EE. UU."
_ROMAN: Final = re.compile(r"[IVXLC]+$")
# No abbreviation is longer.
_LONGEST_TOKEN: Final = 24


class FullStops:
    """What full stops mean in the language of a BCP-47 tag.

    The questions take the whole text, `start`, where the segment begins, and `at`, where the stop or ellipsis stands.
    They answer True: it ends the sentence; False: it does not; None: only the word that follows tells, and it is not whole.
    """

    def __init__(self, language: str) -> None:
        self._english = language.replace("_", "-").split("-")[0].lower() == "en"
        self._lexicon = lexicon(language)

    def ends_before_capital(self, text: str, start: int, at: int) -> bool | None:
        """What the word before it alone decides of a stop before a space and one of A-Z; None: ask `ends`."""
        _, spaced, word = text[start:at].rpartition(" ")
        if word.isalpha():
            lower = word.lower()
            if lower in self._lexicon.dotted:
                return False if lower in self._lexicon.titles else None
            return None if len(word) < 3 or (self._lexicon.ordinals and _ROMAN.match(word)) else True
        return False if word.isdigit() and not spaced else None  # "1. First": the number of a list item

    def ends(
        self, text: str, start: int, at: int, following: str | None, *, char: str, closed: bool, informal: bool
    ) -> bool | None:
        """Judge a single full stop before white space.

        `char` is the first character of what follows, `following` its word or None if that is not whole. `closed` says
        that a quote or bracket closes in between, `informal` that the segment's writer begins sentences in lower case.
        """
        known, word = self._lexicon, self._token(text, start, at)
        lower = word.lower()
        if char.islower():
            plain = len(word) > 1 and word.isalpha() and not self._abbreviates(word)
            return informal and plain and lower not in known.numbered | known.enders
        if closed or not word:
            return True
        if word.isdigit():
            return self._ends_number(text[start : at - len(word)], word, char, following)
        if lower in known.titles:
            return not (char.isalnum() or char in "\"'“„«(")
        if char.isdigit() and (lower in known.numbered or self._abbreviates(word)):
            return False
        if not (self._abbreviates(word) or (known.ordinals and _ROMAN.match(word))):
            return True
        if char and not char.isalnum():
            return True
        if following is None:
            return None
        if self._starts(following):
            return True
        if word == "I" and self._english:
            # "you and I. Did", but "Albert I. Jones".
            before = _LAST_WORD.search(text, start, at - 1)
            return bool(before and before.group(1).islower())
        return False

    def ellipsis_ends(self, run: str, char: str, following: str | None) -> bool | None:
        """Judge several dots."""
        if char.islower() or char.isdigit():
            return False
        if char == "." and " " not in run:
            return True
        if " " in run and len(run.replace(" ", "")) == 3:
            return False
        if run in {"...", "…"} and self._english and char == "I":
            # "I" has a capital wherever it stands, so it is no sign of a new sentence.
            return None if following is None else not re.match(r"I(?!\w)", following)
        return True

    def doubtful(self, text: str, start: int, at: int, *, spaced: bool, alone: str) -> bool:
        """Whether a stop that is the last mark of a text so far may well end no sentence.

        `spaced` says that white space follows, `alone` is the whole text without it.
        """
        known, word = self._lexicon, self._token(text, start, at)
        return bool(
            not word
            or self._abbreviates(word)
            or word.lower() in known.numbered | known.enders
            or (word[-1].isdigit() and (not spaced or known.ordinals or word == alone.rstrip(".")))
            or _ROMAN.match(word)
        )

    def _ends_number(self, before: str, number: str, char: str, following: str | None) -> bool | None:
        known = self._lexicon
        if not _WORD.search(before):
            return False  # "1. First": the number of a list item
        if not known.ordinals or len(number) > 2:
            return True  # years end sentences, days of a month do not
        if char.isdigit():
            return False
        if following is None:
            return None
        if following.lower().startswith(known.months) and known.months:
            return False
        if self._starts(following) or not known.determiners:
            return True
        last = _LAST_WORD.search(before)
        return not (last and last.group(1).lower() in known.determiners)

    def _token(self, text: str, start: int, end: int) -> str:
        """The word before a mark."""
        token = text[max(start, end - _LONGEST_TOKEN) : end].rpartition(" ")[2]
        if token.isalnum():
            return token
        found = _TOKEN.search(token)
        return _ELIDED.sub("", found.group()) if found else ""

    def _abbreviates(self, token: str) -> bool:
        lower = token.lower()
        if lower in self._lexicon.dotted:
            return True
        if len(token) == 1:
            return token.isupper() or token.islower()
        return bool(_ACRONYM.match(token) or _PLURAL.match(token))

    def _starts(self, word: str) -> bool:
        return word.lower().replace("’", "'") in self._lexicon.starters
