"""Judges whether a full stop ends a sentence or only an abbreviation, an ordinal or an initial, by language and neighbours.

It judges one stop at a time. `plosive.text.sentences.ends` judges all other marks.
"""

import re
from functools import lru_cache
from typing import Final

from plosive.text.languages import language_of
from plosive.text.languages.language import Language

DOTS: Final = ".\u2026\uff0e"

_WORD: Final = re.compile(r"[^\W_]")
_TOKEN: Final = re.compile(r"[^\s\"“”„‘«»‹(\[{（「『/–—：，、；。！？]*$")
_ELIDED: Final = re.compile(r"^\w+['’](?=\w\w)|^['’]+")  # "l'ing.", but not "Mary's."
_LAST_WORD: Final = re.compile(r"(\w+)\W+$")
# In Indian scripts an initial is spelled out, as the name of the letter.
_ACRONYM: Final = re.compile("(?:[^\\W\\d_]\\.)+[^\\W\\d_]{1,2}$|(?:[\u0900-\u0d7f]{1,4}\\.)+[\u0900-\u0d7f]{1,4}$")
_SPACED: Final = re.compile(r"(?<![\w.])(?:[^\W\d_]\. ?)+[^\W\d_]{1,3}$")  # "a. m", "z. B"
_PLURAL: Final = re.compile(r"([A-BD-HJKM-UWYZ])\1$")  # Spanish doubles the letter: "EE. UU."
_ROMAN: Final = re.compile(r"[IVXLC]+$")
_ROMAN_OR_CODE: Final = re.compile(r"[IVXLC]+$|[A-Z]{1,5}(?:-[0-9]|[0-9]{2})")
_LONG_ROMAN: Final = re.compile("[IVX]{2,6}")
_GLUED_TIME: Final = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?(?=[^\W\d])")  # "9:30a.m"
_MEASURED: Final = re.compile(r"[0-9.,]+-(?:in|ft|lb|oz|yd|gal)")  # "a 55-in. TV"
_OUTLINE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)+$")  # "1.2"
_LISTED: Final = re.compile(r"(?:^\W*|[:：]\s*)[0-9]{1,2}\. ")
_COUNT: Final = re.compile(r"\d\s?$")
_YEAR: Final = re.compile(r"(?:\d{3}|(?<!\w)[IVXLC]+)\s?$")  # or a century
_BEFORE_DIGITS: Final = frozenset("§№$€£¥₹~≈±#+")  # "approx. $5", "tel. +7"
# The name of a street, which is not the first word: "on Olive St.", "5th St.".
_STREET: Final = re.compile(r"\S [A-Z][\w'’-]* $|[0-9](?:st|nd|rd|th) $")
_NAME_BEFORE: Final = re.compile(r"(?:^|\W)[A-Z][\w'’-]*\W{1,3}$")
_DATE: Final = re.compile(r"\d\. ?$")
# An address without its top-level domain: "support@acme", "https://bank".
_ADDRESS_BEGUN: Final = re.compile(r"(?:\w@|://(?:www\.)?|(?<!\S)www\.)[\w-]+\Z")
_LONGEST_ADDRESS: Final = 64
# A shorter word behind a stop without a blank may be part of an address or of code: "Booking.Com", "math.Max".
_SHORTEST_OPENER: Final = 4
# The shortest Chinese clause that may be a sentence: "他走了".
_SHORTEST_CLAUSE: Final = 3
_CLAUSE: Final = re.compile("[，、；：,;:\u2026]")
# The longest abbreviation.
_LONGEST_TOKEN: Final = 24
# Most words of a time that opens a sentence: "At the end of 2010 ...".
_LONGEST_TIME: Final = 5


# International and English abbreviations that texts in every language use for names and references. Some ("co", "est",
# "al") are words in other languages, but before a full stop they are nearly always abbreviations.
_TITLES: Final = (
    "mr mrs ms mx messrs dr drs prof profs st ste mt gen col lt capt sgt cmdr adm rev fr hon gov sen rep pres supt"
)
_NUMBERED: Final = "no nos nr nrs rs p pp pg vol vols fig figs art arts ch chap sec sect eq tab ex n° № § op cf v vs al"
_ENDERS: Final = "etc inc ltd co corp jr sr bros llc plc esq al dept est"
# After "Co." a company's name may go on with one of these.
_COMPANIES: Final = frozenset(["kg", "kgaa", "ohg", "gmbh", "ltd", "inc", "llc", "plc"])


class FullStops:
    """Judges the full stops of one language.

    The methods take the whole text, the `start` of the segment, and the position `at` of the stop or ellipsis. They return
    True if it ends the sentence, False if not, None if only the following word can decide and it is not whole yet.
    """

    def __init__(self, language: Language) -> None:
        english = language_of("en").sentences
        self._known = known = language.sentences
        forms = language.abbreviations.known
        named = forms("before_name")
        self._counted, self._streets = forms("after_number"), forms("after_street")
        self._named = forms("after_name")  # "Sam Ross Sr. Then", but "Sr. Lopez"
        self._enders = _words(_ENDERS, known.enders) | forms("closing", "after_name")
        self._titles = _words(_TITLES, known.titles) | forms("before_street", "leading")
        # A small letter may also be the last word of a sentence.
        self._titles |= {name for name in named if len(name) > 1} - forms("anywhere")
        self._dotted = self._titles | (_words(known.words) | named | forms("anywhere", "after_street")) - self._enders
        self._proper, self._letters = _words(known.proper), _words(known.letters)
        self._articles, self._referring = (
            _words(language.abbreviations.articles),
            forms("before_number") - forms("before_amount"),
        )
        self._numbered = _words(_NUMBERED, known.numbered) | forms("before_number", "before_amount") | self._counted
        self._suffixes = (
            *known.suffixes.split(),
            *(form[1:] for form in self._dotted | self._numbered if form[0] == "-"),
        )
        self._timed, self._openers, self._clocked = map(_words, (known.timed, known.openers, known.clocked))
        self._labelled = _words(english.labelled, known.labelled)
        self._starters = _words(english.starters) - {"no"} | _words(known.starters)  # "No. 5" in other languages
        self._openings = tuple(word for word in known.starters.split() if word > "\u2e80")
        self._determiners, self._months = _words(known.determiners), tuple(known.months.split())
        self._doubted = self._dotted | self._numbered
        self._before_numbers = self._numbered | self._enders
        self._joined = frozenset(word for word in self._dotted | self._enders | self._timed if "." in word)

    def ends_before_capital(self, text: str, start: int, at: int) -> bool | None:
        """Judge a stop before a space and one of A-Z by the preceding word alone: a fast answer. None: ask `ends`."""
        blank = text.rfind(" ", start, at)
        word = text[blank + 1 if blank >= 0 else start : at]
        if word.isalpha():
            lower = word.lower()
            if lower in self._doubted:
                named = (
                    len(word) > 1 and lower in self._titles - self._streets - self._counted and self._abbreviates(word)
                )
                return False if named else None
            return None if len(word) < 3 or (self._known.ordinals and _ROMAN.match(word)) else True
        return False if word.isdigit() and blank < 0 else None  # "1. First": the number of a list item

    def ends(
        self, text: str, start: int, at: int, following: str | None, *, char: str, closed: bool, informal: bool
    ) -> bool | None:
        """Judge a single full stop before white space.

        `following` is the next word, or None if it is not whole; `char` is its first character. `closed`: a quote or
        bracket closes in between. `informal`: the segment's writer begins sentences in lower case.
        """
        word, begin = self._token(text, start, at)
        before = text[start:begin]
        if char.islower():
            return self._ends_before_small(word, informal=informal)
        if closed or not word:
            return True
        if word.isdecimal() or _OUTLINE.match(word):
            return self._ends_number(before, word, char, following)
        if not char.isalpha():
            return self._ends_before_sign(before, word, char)
        counted = self._ends_count(before, word, char, following)
        return self._ends_abbreviation(before, word, following) if counted is False else counted

    def _ends_before_small(self, word: str, *, informal: bool) -> bool:
        lower = word.lower()
        if self._abbreviates(word) or lower in self._before_numbers or lower.endswith(self._suffixes):
            return False
        if word and word.upper() == lower and not word[-1].isdigit():
            return True  # in a script without case, a small letter begins a foreign word
        return informal and len(word) > 1 and word.isalpha() and not self._ordinal(word)

    def _ends_before_sign(self, before: str, word: str, char: str) -> bool:
        """Judge the stop after a word if no letter follows, but a digit, a sign or nothing."""
        lower, abbreviates = word.lower(), self._abbreviates(word)
        if char and char in "\"'“„«(":
            return not (abbreviates and lower in self._titles)
        if char and char in "&:;,":
            return False  # "Corp. & Co.", "N.B. : lire"
        last = _LAST_WORD.search(before)
        if last and lower in self._referring and last[1].lower() in self._articles:
            return True  # "He ate a fig. 4 were left."
        numbered = lower in self._numbered or lower.endswith(self._suffixes) or self._ordinal(word)
        return not ((char.isdigit() or char in _BEFORE_DIGITS) and (abbreviates or numbered))

    def _ends_abbreviation(self, before: str, word: str, following: str | None) -> bool | None:
        """Judge the stop after a word if the next letter is not small."""
        lower = word.lower()
        if _MEASURED.fullmatch(word):
            return None if following is None else self._starts(following)
        last = _LAST_WORD.search(before) if len(word) == 1 and word.isupper() else None
        if last and last[1].lower() in self._labelled:
            return True  # "Option A. Then"
        doubted = self._abbreviates(word) or lower.endswith(self._suffixes)
        if doubted and lower in self._titles:
            doubted = not (lower in self._counted and _COUNT.search(before))  # "5 os. Potem", but "os. Leśne"
            if doubted and not (lower in self._streets and _STREET.search(before)):
                return False
        if lower in self._enders and lower != "co":
            return self._ends_after_name(before, following) if lower in self._named else True
        numbered = lower in self._numbered and not doubted
        if not (doubted or numbered or lower == "co" or self._ordinal(word)):
            return True
        # "you and I. Did", but "Albert I. Jones".
        pronoun = word == self._known.pronoun and bool(last and last[1].islower())
        return pronoun or self._opens_sentence(following, lower, numbered=numbered)

    def _ends_after_name(self, before: str, following: str | None) -> bool | None:
        """Judge the stop after a word such as "Jr", which ends a sentence after a name: "Martin Luther King Jr. Blvd."."""
        if following is None and self._streets:
            return None
        return bool(_NAME_BEFORE.search(before)) and (following or "").lower() not in self._streets

    def _opens_sentence(self, following: str | None, word: str, *, numbered: bool) -> bool | None:
        """Whether the word after an abbreviation opens a sentence. `numbered`: a number may follow the abbreviation."""
        if following is None or self._starts(following):
            return None if following is None else True
        if word == "co":
            return following.lower() not in _COMPANIES
        return (
            numbered and len(following) > 1 and not _ROMAN_OR_CODE.match(following)
        )  # "vol. IV", "Fig. B", "No. XK-9"

    def ends_unspaced(self, text: str, start: int, at: int, following: str) -> bool:
        """Judge a full stop directly before a letter that is not small: the writer may have forgotten the space.

        `following` is the next word and the character after it. Between Latin letters a stop may belong to a file name,
        address or code, so only a word that often opens sentences decides. Between other letters it hardly ever does.
        """
        word, begin = self._token(text, start, at)
        if len(word) < 3 or word[-1].isupper() or self._abbreviates(word):
            return False
        if word[-1] > "\u024f":
            return word.isalpha()
        name = following[:-1].lower()
        if following[-1] == "." and name in self._titles:
            return True
        if following[-1] not in " ,\n":
            return False
        if word.replace(",", "").isdigit() or (word.isalpha() and word[0].islower()):
            prose = len(name) >= _SHORTEST_OPENER and following[-1] == " " and following[1:-1].islower()
            return name in self._starters or (prose and begin > start)
        return False

    def ellipsis_ends(self, run: str, char: str, following: str | None) -> bool | None:
        """Judge a run of several dots."""
        if char.islower() or char.isdigit():
            return False
        if char == "." and " " not in run:
            return True
        if " " in run and len(run.replace(" ", "")) == 3:
            return False
        if run in {"...", "…"} and char and char == self._known.pronoun:
            # This word always has a capital, so the capital is no sign of a new sentence.
            return None if following is None else not re.match(rf"{char}(?!\w)", following)
        return True

    def opens(self, before: str, following: str) -> bool:
        """Whether `following` opens a sentence after "……", in a script without blanks. A short or repeated word does not end.

        `before` is the segment up to the mark: "我……我不知道" stammers.
        """
        clause = _CLAUSE.split(before)[-1]
        return len(clause) >= _SHORTEST_CLAUSE and clause[-1] != following[0] and following.startswith(self._openings)

    def doubtful(self, text: str, start: int, at: int, *, spaced: bool, alone: str) -> bool:
        """Whether a stop at the end of the text so far is doubtful: it may well not end the sentence.

        `spaced`: white space follows it. `alone` is the whole text without that white space.
        """
        word, _ = self._token(text, start, at)
        return bool(
            not word
            or (not spaced and _ADDRESS_BEGUN.search(text, max(start, at - _LONGEST_ADDRESS), at))
            or self._abbreviates(word)
            or word.lower() in self._before_numbers
            or (word[-1].isdigit() and (not spaced or self._known.ordinals or word == alone.rstrip(".")))
            or _ROMAN.match(word)
        )

    def _ends_number(self, before: str, number: str, char: str, following: str | None) -> bool | None:
        if not _WORD.search(before):
            return False  # "1. First": the number of a list item
        if not number.isdecimal():
            return True
        if number == "1" and before.rstrip()[-1:] in {":", "："}:
            return False  # "The steps: 1. First"
        if len(number) < 3 and _LISTED.search(before) and f" {int(number) - 1}. " in f" {before}":
            return False  # "1. First 2. Second"
        if self._known.dates and (char.isdigit() or _DATE.search(before)):
            return False
        if not self._known.ordinals or len(number) > 3:
            return True  # years end sentences, days of a month do not
        counts = len(number) > 2  # "die 112. Minute" is an ordinal, "Es sind 112. Minuten vergingen." ends
        if char.isdigit():
            return counts
        if following is None:
            return None
        if _LONG_ROMAN.fullmatch(following):
            return False  # "lata 80. XX wieku"
        if following.lower().startswith(self._months) and self._months:
            return counts
        if self._starts(following) or not self._determiners:
            return True
        last = _LAST_WORD.search(before)
        return not (last and last.group(1).lower() in self._determiners)

    def _ends_count(self, before: str, word: str, char: str, following: str | None) -> bool | None:
        """Judge the stop after a word that is a unit, or part of a time, after a number and before a letter."""
        lower = word.lower()
        timed = lower in self._timed
        if not (timed or (len(word) == 1 and not word.isupper())):
            return False
        unit = not timed or (len(word) == 1 and not _YEAR.search(before))
        if not (_COUNT.search(before) or (not unit and _YEAR.search(before))):
            return False
        if following is None:
            return None
        if unit:
            return following != "" and following.lower() not in self._enders  # "1.75 m.", but "44 v. Chr."
        words = before.split()
        opens = len(words) < _LONGEST_TIME and (words[0].lower() in self._openers or words[0][0].isdigit())
        return self._starts(following) or (char.isupper() and not opens and following.lower() not in self._clocked)

    def _token(self, text: str, start: int, end: int) -> tuple[str, int]:
        """Return the word before a mark, and its start. A known "z. B" is one word without its spaces."""
        text = text[max(start, end - _LONGEST_TOKEN) : end]
        token = text.rpartition(" ")[2]
        if len(token) < 4:
            spaced = _SPACED.search(text)
            joined = spaced[0].replace(" ", "") if spaced else ""
            if spaced and joined.lower() in self._joined:
                return joined, end - len(spaced[0])
        if not token.isalnum():
            found = _TOKEN.search(token)
            token = _ELIDED.sub("", found[0]) if found else ""
            half = _GLUED_TIME.sub("", token, count=1)
            if half.lower() in self._timed:
                token = half
            elif ".-" in token and token.lower() not in self._enders:
                token = token.rpartition("-")[2]  # "Dipl.-Ing.", "J.-J."
            elif "-" in token and self._dotted.issuperset(token.lower().split("-")):
                token = token.rpartition("-")[2]  # "Mon-Thurs."
        return token, end - len(token)

    def _abbreviates(self, token: str) -> bool:
        lower = token.lower()
        if lower in self._dotted:
            if token.islower():
                return lower not in self._proper
            return lower in self._titles or len(token) == 1 or not token.isupper()  # "AI" is no abbreviation
        if len(token) == 1:
            return token.isupper() or (token.islower() and token not in self._letters)
        return bool(_ACRONYM.match(token) or _PLURAL.match(token))

    def _ordinal(self, word: str) -> bool:
        return self._known.ordinals and bool(_ROMAN.match(word))

    def _starts(self, word: str) -> bool:
        return word.lower().replace("’", "'") in self._starters


def _words(*listed: str) -> frozenset[str]:
    return frozenset(" ".join(listed).split())


full_stops = lru_cache(maxsize=64)(FullStops)
"""Cached for each `Language`, because `FullStops` has no state."""
