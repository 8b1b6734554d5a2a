"""Takes full stops that end no sentence out of what is said: a phonemizer would end the sentence at "Dr." or "U.S.".

Abbreviations that are read wrongly are written out. The transcript keeps what was written.
"""

import re
from functools import lru_cache
from typing import Final

from plosive.text.languages import language_of
from plosive.text.languages.language import Spoken
from plosive.text.sentences.full_stops import full_stops

_LONGEST_WORD: Final = 24
_OPENING: Final = "\"'“”„‘’«‹([{"
_NEXT_WORD: Final = re.compile(r"\W*(\w[\w'’]*)?")
# A street has its name before it, and often its number: "Oak St.", "12 Oak St. Springfield".
_NAMED: Final = re.compile(r"(?:^|[ (])(?:[A-Z][\w'’-]*|[0-9]+(?:st|nd|rd|th)) $")
_ADDRESS: Final = re.compile(r"(?:^|[ (])[0-9]+[A-Za-z]? (?:[A-Z0-9][\w'’-]* ){1,3}$")
_LONGEST_ADDRESS: Final = 64


class InnerStops:
    """The inner stops of one language."""

    def __init__(self, language: str) -> None:
        known = language_of(language)
        self._stops = full_stops(known)
        self._written_out = (known.spoken or Spoken()).written_out

    def said(self, text: str) -> str:
        """A segment as it is to be said. A text without such stops comes back as it is."""
        said: list[str] = []
        copied = 0
        at = text.find(".")
        while at >= 0:
            is_last = at + 1 == len(text)
            if is_last or text[at + 1] == " ":
                begin = text.rfind(" ", max(0, at - _LONGEST_WORD), at) + 1
                begin += len(text[begin:at]) - len(text[begin:at].lstrip(_OPENING))
                word = text[begin:at]
                if word.replace(".", "").isalpha() and (is_last or self._goes_on(text, at)):
                    words = self._words(word, text[max(0, begin - _LONGEST_ADDRESS) : begin], text[at + 2 : at + 3])
                    # Before a small letter no phonemizer ends a sentence, and some words are known by their stop ("e.g.").
                    if not is_last and (words or not text[at + 2 : at + 3].islower()):
                        said += text[copied:begin], words or word
                        copied = at + 1
                    elif is_last and words and "/" in self._written_out[word]:
                        said += text[copied:begin], words
                        copied = at
            at = text.find(".", at + 1)
        return "".join([*said, text[copied:]]) if said else text

    def _goes_on(self, text: str, at: int) -> bool:
        following = _NEXT_WORD.match(text, at + 1)
        word = following[1] if following else None
        char = text[at + 2 : at + 3]
        return self._stops.ends(text, 0, at, word or "", char=char, closed=False, informal=True) is False

    def _words(self, word: str, before: str, char: str) -> str:
        """The word written out; of two forms the second stands behind a name. Empty: it is said as it is."""
        first, _, second = self._written_out.get(word, "").partition(" / ")
        if second and (_ADDRESS.search(before) or (not char.isupper() and _NAMED.search(before))):
            return second
        return first


inner_stops = lru_cache(maxsize=64)(InnerStops)
"""The same for each use of a language: they keep no state."""
