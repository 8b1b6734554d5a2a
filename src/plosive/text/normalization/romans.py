"""Reads Roman numerals where the words beside them say so: "Chapter IV", "Henry VIII", "XX wiek", "le XIXe siècle"."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import NumberWords
from plosive.text.normalization.ordinals import OrdinalReading
from plosive.text.normalization.reader import Reader, next_word, word_before, words_before

_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_BEGINS: Final = r"(?<![\w.'’&/-])(?!XXX\b)[IVXLХІ]"
# Russians and Ukrainians write "ХІХ" in Cyrillic letters, too.
_LATIN: Final = str.maketrans("ХІ", "XI")
_CENTURY: Final = (
    r"(?<![\w.'’&/])(?P<first>[IVXХІ]{{1,6}})(?:(?P<joint>[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:{})[ \u00a0])"
    r"(?P<last>[IVXХІ]{{1,6}}))?[ \u00a0]?(?P<noun>{})(?!\w)"
)
_WELL_FORMED: Final = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN: Final = (
    r"(?<![\w.'’&/-])(?!XXX\b)(?=[IVXL]|[ХІ]{{2}})(?P<numeral>(?:XL|XC|L?[XХ]{{0,3}})(?:[IІ][XХ]|[IІ]V|V?[IІ]{{0,3}}))(?P<ending>{})?"
    r"(?![\w'’&/-])(?P<stop>\.(?=[ \u00a0][\w(]))?"
)
_JOINED: Final = r"[ \u00a0](?:{})[ \u00a0](?:[IVX]{{1,6}})\.?[ \u00a0](?P<noun>\w{{1,30}})"
_NOUN: Final = re.compile(r"\.?[ \u00a0](?P<noun>[^\W\d_]\.|[^\W\d_][\w'’-]{0,40})")
_DIRECTLY: Final = re.compile(r"\w[ \u00a0]\Z")
_HIGH: Final = frozenset("LC")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language that reads them."""
    numerals = cldr.language.numerals
    if numerals.centuries:
        nouns = either(key.rpartition("+")[2] for key in numerals.centuries)
        joints = "|".join(cldr.language.ordinals.joints.split())
        yield Reader("Roman numeral", _CENTURY.format(joints, nouns), _Romans(cldr).read_century, _BEGINS)
    if numerals.alone or numerals.nouns or numerals.cues:
        yield Reader("Roman numeral", _ROMAN.format(numerals.endings or "(?!)"), _Romans(cldr).read, _BEGINS)


def roman(numeral: str) -> int:
    """Return the number of a well-formed numeral in capitals."""
    values = [_VALUES[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


class _Romans:
    """Says the Roman numerals of one language."""

    def __init__(self, cldr: Cldr) -> None:
        self._numerals = numerals = cldr.language.numerals
        self._record = cldr.language.ordinals
        self._words = NumberWords(cldr.code, self._record)
        self._ordinals = OrdinalReading(cldr, self._record)
        self._rulers = tuple(numerals.rulers.split())
        self._women = tuple(numerals.women.split())
        self._cues = frozenset(numerals.cues.split())
        self._nouns_before = frozenset(numerals.nouns_before.split())
        self._after_one = frozenset(numerals.after_one.split())
        self._not_after_war = frozenset(numerals.not_after_war.split())
        self._joined = re.compile(_JOINED.format("|".join(self._record.joints.split()) or "(?!)"))

    def read_century(self, match: re.Match[str]) -> str | None:
        """Say "w XVII w." and "XVIII–XIX вв." with the noun in full."""
        numerals = [(match[name] or "").translate(_LATIN) for name in ("first", "last")]
        if not all(map(_WELL_FORMED.fullmatch, numerals)):
            return None
        table, before = self._numerals.centuries, word_before(match).lower()
        form, noun = (table.get(f"{before}+{match['noun']}") or table[match["noun"]]).split()
        noun_ended = match["noun"].endswith(".")
        first, last = (self._words.ordinal(roman(numeral), form) if numeral else "" for numeral in numerals)
        return f"{first}{match['joint'] or ''}{last} {noun}" + (
            "." if noun_ended and match.end() == len(match.string) else ""
        )

    def read(self, match: re.Match[str]) -> str | None:
        """Say a numeral as an ordinal or in digits. None if it may be a word or letters."""
        numeral, ending = match["numeral"].translate(_LATIN), match["ending"]
        if not numeral:
            return None
        number, before, noun = roman(numeral), word_before(match), self._noun(match)
        form = self._numerals.nouns.get(f"{before.lower()}+{noun.lower()}") or self._numerals.nouns.get(noun.lower())
        if ending:
            sure = form or len(numeral) > 1 or number == 1
            return (self._words.ordinal(number, self._record.marks.get(ending, "")) or None) if sure else None
        stop = match["stop"] or ""
        if form:
            # The stop belongs to the ordinal; without ordinals that have one it ends a sentence.
            return self._words.ordinal(number, form) + ("" if self._record.stop else stop) or None
        if not _HIGH.isdisjoint(numeral):
            return str(number) + stop if before.lower() in self._cues else None
        if said := self._ruler(match, number, before):
            return said
        if (
            stop
            and self._record.stop
            and before.lower() not in self._cues
            and (said := self._stopped(match, number, noun))
        ):
            return said
        if before.lower() in self._nouns_before:
            return (self._words.ordinal(number) if number <= self._numerals.ordinals_to else str(number)) + stop
        return self._counted(match, number, before, noun, stop)

    def _ruler(self, match: re.Match[str], number: int, before: str) -> str | None:
        """Say the numeral after a ruler's name. None if there is no such name."""
        text, start, numerals = match.string, match.start(), self._numerals
        if not (before.startswith(self._rulers) and self._rulers and _DIRECTLY.search(text, 0, start)):
            return None
        if match["numeral"] == "I" and not self._is_one(match):
            return None
        stop = (
            ""
            if self._record.stop and re.match(r" [a-zà-ž(]", text[match.end() : match.end() + 2])
            else match["stop"] or ""
        )
        if number > numerals.ordinals_to:
            return str(number) + stop
        if numerals.article:
            words = words_before(match, 2)
            article, form = str(numerals.article.get(words[0]) or numerals.article[""]).split()
            return f"{article} {self._words.ordinal(number, form)}{stop}"
        forms = numerals.women_forms if before.startswith(self._women) and self._women else numerals.men_forms
        form = next((form for end, form in forms.items() if before.endswith(end)), "")
        return self._words.ordinal(number, form) + stop or None

    def _stopped(self, match: re.Match[str], number: int, noun: str) -> str | None:
        """Say "III. patro", and "II. Abdülhamid" in languages that put the numeral first."""
        if noun[:1].isupper() and not (self._numerals.before_names or self._record.capitals):
            return None
        return self._ordinals.stopped(match, number, noun)

    def _counted(self, match: re.Match[str], number: int, before: str, noun: str, stop: str) -> str | None:
        """Say the numeral as a number after a word such as "chapter", or where any is one."""
        single = len(match["numeral"]) == 1
        if before.lower() in self._cues:
            sure = match["numeral"] != "I" or self._is_one(match)
            return str(number) + stop if sure else None
        if single or not self._numerals.alone or (self._numerals.alone == "named" and not before[:1].isupper()):
            return None
        return str(number) + stop

    def _is_one(self, match: re.Match[str]) -> bool:
        """Whether "I" is a numeral, where it may be a pronoun."""
        if not self._after_one or match["stop"]:
            return True
        following = next_word(match)
        if [*words_before(match, 2)] == self._numerals.war.split():
            return following not in self._not_after_war
        return not following or following in self._after_one

    def _noun(self, match: re.Match[str]) -> str:
        found = self._joined.match(match.string, match.end()) or _NOUN.match(match.string, match.end("numeral"))
        if not found or match["ending"]:
            found = _NOUN.match(match.string, match.end())
        return found["noun"] if found else ""
