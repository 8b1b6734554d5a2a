"""Reads Roman numerals where the words beside them say so: "Chapter IV", "Henry VIII", "XX wiek", "le XIXe siècle"."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, places
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import NumberWords
from plosive.text.normalization.ordinals import OrdinalReading
from plosive.text.normalization.reader import Reader, next_word, word_before, words_before

_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_BEGINS: Final = r"(?:(?<![\w.'’&/-])|(?<=[IVX]-))(?!XXX\b)[IVXL][IVXLC]{{0,7}}(?:{})?(?!\w)"
_ROMAN: Final = (
    r"(?:(?<![\w.'’&/-])(?:(?<!\b[^\W\d]\.[ \u00a0])|(?=[IVXL]{{2}}))|(?<=[IVX]-))(?!XXX\b)(?=[IVXL])"
    r"(?P<numeral>(?:XL|XC|L?X{{0,3}})(?:IX|IV|V?I{{0,3}}))(?P<ending>{})?"
    r"(?![\w&/]|-(?![IVX]{{1,6}}[ \u00a0])|['’](?!s\b))(?P<stop>\.(?=[ \u00a0][\w(]|[,;)]))?"
)
_JOINED: Final = r"(?:[-–]|[ \u00a0](?:{})[ \u00a0])(?:[IVX]{{1,6}})\.?[ \u00a0](?P<noun>[^\W\d_]{{1,2}}\.|\w{{1,30}})"
_NOUN: Final = re.compile(r"\.?[ \u00a0](?P<noun>[^\W\d_]{1,2}\.|[^\W\d_][\w'’-]{0,40})")
# Russians and Ukrainians write "ХІХ" in Cyrillic letters, too.
_LATIN: Final = str.maketrans("ХІ", "XI")
_CENTURY: Final = (
    r"(?<![\w.'’&/])(?P<first>[IVXХІ]{{1,6}}){endings}(?:(?P<joint>[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:{joints})[ \u00a0])"
    r"(?P<last>[IVXХІ]{{1,6}}){endings})?[ \u00a0]?(?P<noun>{nouns})(?!\w)"
)
_CENTURY_BEGINS: Final = r"[IVXХІ](?<![\w.'’&/].)"
_WELL_FORMED: Final = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_DIRECTLY: Final = re.compile(r"\w[ \u00a0]\Z")
_HIGH: Final = frozenset("LC")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language that reads them."""
    numerals, romans = cldr.language.numerals, _Romans(cldr)
    endings = numerals.endings or "(?!)"
    if numerals.centuries:
        nouns = either(key.rpartition("+")[2] for key in numerals.centuries)
        joints = "|".join(cldr.language.ordinals.joints.split())
        pattern = _CENTURY.format(joints=joints, nouns=nouns, endings=f"(?:{endings})?")
        yield Reader("Roman numeral", pattern, romans.read_century, (_CENTURY_BEGINS,))
    if numerals.alone or numerals.nouns or numerals.cues:
        begins = (places("[IVXL]", _BEGINS.format(endings)),)
        yield Reader("Roman numeral", _ROMAN.format(endings), romans.read, begins)


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
        self._not_after_one = frozenset(numerals.not_after_one.split())
        self._joined = re.compile(_JOINED.format("|".join(self._record.joints.split()) or "(?!)"))

    def read_century(self, match: re.Match[str]) -> str | None:
        """Say "w XVII w.", "XIXe s." and "XVIII–XIX вв." with the noun in full."""
        numerals = [(match[name] or "").translate(_LATIN) for name in ("first", "last")]
        if not all(map(_WELL_FORMED.fullmatch, numerals)):
            return None
        table, before, written = self._numerals.centuries, word_before(match).lower(), match["noun"]
        form, noun = (table.get(f"{before}+{written}") or table[written]).split()
        first, last = (self._words.ordinal(roman(numeral), form) if numeral else "" for numeral in numerals)
        stop = "." if written.endswith(".") and match.end() == len(match.string) else ""
        return f"{first}{match['joint'] or ''}{last} {noun}{stop}"

    def read(self, match: re.Match[str]) -> str | None:
        """Say a numeral as an ordinal or in digits. None if it may be a word or letters."""
        if not match["numeral"]:
            return None
        number, before, noun = roman(match["numeral"]), word_before(match), self._noun(match)
        context = "0" if before.isdigit() else before.lower()
        form = self._numerals.nouns.get(f"{context}+{noun.lower()}") or self._numerals.nouns.get(noun.lower(), "")
        if match["ending"] or form:
            return self._ordinal(match, number, noun, form)
        if not _HIGH.isdisjoint(match["numeral"]):
            return str(number) + (match["stop"] or "") if before.lower() in self._cues else None
        return self._ruler(match, number, before) or self._other(match, number, before, noun)

    def _ordinal(self, match: re.Match[str], number: int, noun: str, form: str) -> str | None:
        """Say the numeral in the form that its ending or the noun after it asks for."""
        stop = match["stop"] or ""
        if match["ending"]:
            sure = form or len(match["numeral"]) > 1 or number == 1
            said = self._words.ordinal(number, self._record.marks.get(match["ending"], "")) if sure else ""
            return (said and said + stop) or None
        said = self._words.ordinal(number, form)
        # The stop belongs to the ordinal; without ordinals that have one it ends a sentence.
        return (said and said + ("" if self._record.stop else stop)) or None

    def _other(self, match: re.Match[str], number: int, before: str, noun: str) -> str | None:
        """Say a numeral that has no ruler before it and no known noun after it."""
        stop, cued = match["stop"] or "", before.lower() in self._cues
        if stop and self._record.stop and not cued and (said := self._stopped(match, number, noun)):
            return said
        if before.lower() in self._nouns_before:
            return (self._words.ordinal(number) if number <= self._numerals.ordinals_to else str(number)) + stop
        return self._counted(match, number, before, noun, stop)

    def _ruler(self, match: re.Match[str], number: int, before: str) -> str | None:
        """Say the numeral after a ruler's name. None if there is no such name."""
        text, start, numerals = match.string, match.start(), self._numerals
        if not (before.startswith(self._rulers) and self._rulers and _DIRECTLY.search(text, max(0, start - 2), start)):
            return None
        if match["numeral"] == "I" and next_word(match) in self._not_after_one:
            return None
        if match["stop"] and len(match["numeral"]) == 1 and text[match.end() + 1 : match.end() + 2].isupper():
            return None  # an initial: "George V. Smith"
        stop = (
            ""
            if self._record.stop and re.match(r" [a-zà-ž(]|[,;)]", text[match.end() : match.end() + 2])
            else match["stop"] or ""
        )
        if number > numerals.ordinals_to:
            return str(number) + stop
        if numerals.article:
            return self._with_article(match, number, before, stop)
        forms = numerals.women_forms if before.startswith(self._women) and self._women else numerals.men_forms
        form = next((form for end, form in forms.items() if before.endswith(end)), "")
        return self._words.ordinal(number, form) + stop or None

    def _with_article(self, match: re.Match[str], number: int, name: str, stop: str) -> str:
        """Say "Karl der vierte", "mit Karl dem vierten" and "Karls des vierten"."""
        numerals, words = self._numerals, words_before(match, 2)
        is_woman = numerals.women_article and name.startswith(self._women)
        articles = numerals.women_article if is_woman else numerals.article
        owned = "-s" in articles and name.endswith("s") and name not in self._rulers
        article, form = str(articles["-s"] if owned else articles.get(words[0]) or articles[""]).split()
        stop = "" if owned and next_word(match) else stop
        return f"{article} {self._words.ordinal(number, form)}{stop}"

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
        if not single and self._numerals.before_names and noun[:1].isupper() and not stop:
            return self._words.ordinal(number) or None  # "IV Murad"
        if single or not self._numerals.alone or (self._numerals.alone == "named" and not before[:1].isupper()):
            return None
        return str(number) + stop

    def _is_one(self, match: re.Match[str]) -> bool:
        """Whether "I" is a numeral, where it may be a pronoun."""
        if not self._after_one or match["stop"]:
            return True
        following = next_word(match)
        if [*words_before(match, 2)] == self._numerals.war.split():
            return following not in self._not_after_one
        return not following or following in self._after_one

    def _noun(self, match: re.Match[str]) -> str:
        found = self._joined.match(match.string, match.end()) or _NOUN.match(match.string, match.end("numeral"))
        if not found or match["ending"]:
            found = _NOUN.match(match.string, match.end())
        return found["noun"] if found else ""
