"""Rewrites text that espeak-ng misreads or skips in a language: money, units, dates, addresses, signs.

It owns the order of the readers. Each part of a text is rewritten once, and the result is not read again. Text that
espeak-ng reads well does not change, above all numbers. It refuses to guess: ambiguous text stays as it is written.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from plosive.text.expressions import either
from plosive.text.normalization import addresses, dates
from plosive.text.normalization.amounts import AmountReader
from plosive.text.normalization.cldr import Cldr, cldr_of
from plosive.text.normalization.dates import DateReader
from plosive.text.normalization.romans import roman

# If no reader matches, the search skips this: the characters that started it, or the first of them.
_NOTHING: Final = r"[0-9]+|[IVX]{2,}|[#&@<>~×≈±§½⅓⅔¼¾+=/.→]"
# espeak-ng reads at best the digits of the voice's own script, and "٫" not even in Arabic. Most texts have none.
_NATIVE: Final = re.compile("[\u0660-\u1a99\uff10-\uff19\U0001d7ce-\U0001d7ff]").search
_NATIVE_DIGIT: Final = re.compile(r"(?=[\u0660-\u1a99\uff10-\uff19\U0001d7ce-\U0001d7ff])\d|(?<=\d)[٫٬](?=\d)")
_NATIVE_MARKS: Final = {"٫": ".", "٬": ","}
_WORD_BEFORE: Final = re.compile(r"(\w{1,24})\W{1,2}$")

_ROMAN: Final = (
    r"(?<![\w.'’&/-])(?!XXX)(?=[IVX]{{2}})(?P<numeral>X{{0,3}}(?:IX|IV|V?I{{0,3}}))(?P<ending>{})?(?![\w'’&/-])"
)
# Rulers whose numeral is said as an ordinal, in the spellings of English, German and Dutch.
_RULERS: Final = str.split(
    "Alexander Benedict Benedikt Catherine Charles Christian Clement Edward Elizabeth Elisabeth Ferdinand Francis Franz"
    " Frederick Friedrich George Georg Gregory Gregor Gustav Heinrich Henry Innocent Ivan James Johannes John Karel Karl"
    " Katharina Leo Leopold Lodewijk Louis Ludwig Mary Maximilian Napoleon Nicholas Nikolaus Otto Paul Peter Philip"
    " Philipp Pius Ramesses Richard Rudolf Urban Wilhelm Willem William"
)

# "#A1B2-993" is a number of an order or the like; letters and then digits are a hashtag: "#COVID19".
_HASHTAG: Final = (
    r"(?<![\w#&/])#(?:(?P<nth>[0-9]{1,15})(?!\w)"
    r"|(?P<code>(?![A-Z]{3,30}[0-9]{0,30}(?![\w-]))(?=[A-Z-]{0,30}[0-9])[A-Z0-9]{1,30}(?:-[A-Z0-9]{1,30}){0,5})(?![\w-])"
    r"|(?P<tag>[^\W\d]\w{0,138}))"
)
# Between words, ">" is a path through menus ("Settings > Privacy"); next to a number or a variable it compares.
_BETWEEN: Final = r"(?<=[\w)\"”’'»])(?: (?P<compared>[<>])(?= [\w(\"“‘'«])| ?→ ?(?=[\w(\"“‘'«]))"

_QUANTITY_BEFORE: Final = re.compile(r"(?:[0-9]|\b\w)\)?$")
_QUANTITY_NEXT: Final = re.compile(r" ?\(?(?:[0-9]|\w\b)")
# All text that is rewritten contains one of these (a digit, the dot of an address, a Roman numeral) or a sign with a word
# in the language, or one follows it directly. A class such as "\d" would make the search three times as slow.
_TELLING: Final = "0-9#@<>½⅓⅔¼¾+/.→IVX"

_Reader = Callable[[re.Match[str]], str | None]


class Normalizer:
    """Rewrites one whole segment for an engine; the transcript keeps the original.

    `language` is a BCP-47 tag or an espeak-ng language name. If CLDR does not have the language, text does not change. The
    first normalizer of a language takes about 10 ms, later ones 0.2 ms.
    """

    def __init__(self, language: str) -> None:
        self._readers: dict[str, _Reader] = {}
        self._written: re.Pattern[str] | None = None
        cldr = cldr_of(language)
        if cldr is None:
            return
        self._words = words = cldr.words
        self._amounts = AmountReader(cldr)
        self._dates = DateReader(cldr)

        patterns: list[str] = []

        def reading(name: str, pattern: str, reader: _Reader) -> None:
            patterns.append(f"(?P<{name}>{pattern})")
            self._readers[name] = reader

        # The first match wins: an address may look like a number, a date like a telephone number or a version.
        reading("web", addresses.WEB, lambda m: addresses.read_web(m.group(), words))
        reading("mail", addresses.MAIL, lambda m: addresses.read_mail(m.group(), words))
        reading("date", dates.DATE, lambda m: self._dates.read_date(m, self._word_before(m)))
        if cldr.dotted_dates:
            reading("shortdate", dates.SHORT_DATE, lambda m: self._dates.read_short_date(m, self._word_before(m)))
        reading("phone", addresses.PHONE, lambda m: addresses.read_phone(m.group(), words))
        reading("time", dates.TIME, self._dates.read_time)
        if words.letter_times:
            reading("clock", dates.CLOCK, lambda m: self._dates.clock(m["chour"], m["cminute"] or m["cdotted"]))
        if words.fractions:
            reading("fraction", self._amounts.fraction, self._amounts.read_fraction)
        if words.written_ordinal:
            reading("ordinal", words.written_ordinal, lambda m: words.read_ordinal(m, self._word_before(m)))
        addressing, numeric = patterns[:2], patterns[2:]
        patterns.clear()
        # In languages without spaces only adjacent ASCII letters make a number part of something else.
        scope = "(?:" if words.spaced else "(?a:"
        reading("amount", f"{scope}{self._amounts.pattern})", self._amounts.read)
        if words.number:
            reading("hash", _HASHTAG, self._read_hash)
        if words.numbered:
            ordered = sorted(words.numbered.split(), key=len, reverse=True)
            names = "|".join(re.escape(name) + ("" if name.endswith(".") else r"\.?") for name in ordered)
            # espeak-ng would read the full stop of "No. 5" as a sentence end.
            reading("numbered", rf"(?<!\w)(?i:{names})[ \u00a0]?(?=[0-9])", lambda _: words.number + " ")
        if words.romans:
            reading("roman", _ROMAN.format(words.roman_endings or "(?!)"), self._read_roman)
        if words.symbols:
            # "<" and ">" only between spaces: the rest of a broken tag has none.
            reading("mathematics", rf"(?<=[\w)]) ?(?P<lone>{_one_of(words.symbols)})(?<![<>])(?= ?\w)", self._read_sign)
        reading("between", _BETWEEN, self._read_between)
        if words.approximate:
            reading("approximate", rf"(?P<roughly>{_one_of(words.approximate)}) ?(?=[0-9$€£])", self._read_approximate)
        # A fast test for most places: these begin no word, and no long small word begins one of these. Exceptions are
        # the signs between two words and the time after a date's "T".
        joining = _one_of([" ", "→", "<", ">", *words.symbols, *words.approximate])
        before = [*self._amounts.currencies, *words.numbered.split()]
        small = max(len(name) for name in ["", *before] if name.islower()) + 1
        self._written = re.compile(
            rf"(?:{scope}(?<!\w))(?![a-z]{{{small},}} )|(?={joining})|(?<=T))"
            rf"(?:(?![$€£])(?:{'|'.join(addressing)}|(?![A-Za-z]){scope}{'|'.join(numeric)}))|{'|'.join(patterns)})|{_NOTHING}"
        )
        # The endings of words that belong to the number after them, and their length with a space: "руб. 5", "núm. 5".
        self._before = frozenset(name.lower().rstrip(".")[-2:] for name in before)
        self._reach = max(map(len, before)) + 2
        after = {"in.", *cldr.unit_symbols, *self._amounts.currencies, *words.scales, "uur", "Uhr"}
        self._passed = _common_text(cldr, before, after)

    def normalize(self, text: str) -> str:
        """Return the text to say. Text without digits and signs does not change. Never raises."""
        if self._written is None:
            return text
        if not text.isascii() and _NATIVE(text):
            text = _NATIVE_DIGIT.sub(lambda m: _NATIVE_MARKS.get(m.group()) or str(int(m.group())), text)
        told = self._passed(text, 0)
        if told == len(text):
            return text
        said: list[str] = []
        copied = at = 0
        while told < len(text):
            # A match may begin with the word around `told`, with a space, or with a word before a number.
            token = text.rfind(" ", at, told) + 1
            begin = min(token, told - 1)
            ahead = text[max(at, token - 4) : token].rstrip(" .").lower()
            if ahead[-2:] in self._before or ahead[-1:] in self._before:
                begin = token - self._reach
            found = self._written.search(text, max(at, begin))
            if found is None:
                at = told + 1
            else:
                at = found.end()
                words = self._readers[found.lastgroup](found) if found.lastgroup else None
                if words is not None:
                    said += text[copied : found.start()], words
                    copied = at
            told = self._passed(text, at)
        return "".join([*said, text[copied:]]) if said else text

    @staticmethod
    def _word_before(match: re.Match[str]) -> str:
        found = _WORD_BEFORE.search(match.string[max(0, match.start() - 26) : match.start()])
        return found[1] if found else ""

    def _read_hash(self, match: re.Match[str]) -> str:
        if number := match["nth"] or match["code"]:
            return f"{self._words.number} {number}"
        return f"{self._words.hashtag} {match['tag'].replace('_', ' ')}"

    def _read_roman(self, match: re.Match[str]) -> str | None:
        numeral = match["numeral"]
        if not numeral:
            return None
        number, before = roman(numeral), self._word_before(match)
        if match["ending"]:
            return self._words.ordinal(number, before)
        if self._words.romans == "named" and not before[:1].isupper():
            return None
        if self._words.regnal and before in _RULERS:
            return f"{self._words.regnal} {self._words.ordinal(number, self._words.regnal)}"
        return str(number)

    def _read_sign(self, match: re.Match[str]) -> str:
        return f" {self._words.symbols[match['lone']]}" + ("" if match.string[match.end()].isspace() else " ")

    def _read_between(self, match: re.Match[str]) -> str | None:
        sign, text, start = match["compared"], match.string, match.start()
        if _QUANTITY_BEFORE.search(text[max(0, start - 3) : start]) or _QUANTITY_NEXT.match(text, match.end()):
            return f" {self._words.symbols[sign]}" if sign in self._words.symbols else None
        return None if sign == "<" else "," if sign else ", "

    def _read_approximate(self, match: re.Match[str]) -> str:
        word = self._words.approximate[match["roughly"]]
        start = match.start()
        before = match.string[max(0, start - len(word) - 2) : start].lower()
        if before.endswith(f"{word} ") and not before[: -len(word) - 1].isalnum():
            return ""  # "about ~15"
        return f" {word} " if before[-1:].isalnum() else f"{word} "


def _one_of(signs: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, signs))}]"


def _common_text(cldr: Cldr, before: Iterable[str], after: Iterable[str]) -> Callable[[str, int], int]:
    """Return a function that skips text without changes: it maps a position to the next one that may need a change.

    A number next to one of the words `before` and `after` may need a change.
    """
    words = cldr.words
    not_before = "".join(rf"(?<!(?i:{re.escape(name)}) )" for name in before if re.search("[a-z,;:]$", name))
    begin = rf"(?:(?<=[a-z,;:] ){not_before}|(?<= \()|(?<=[—×] )|\A)"
    end = rf"(?=\)?[,;:]? (?:(?!{either(after)}(?![A-Za-z]))(?:[A-Za-z]{{2}}|a )|[ap]\.|[(—×])|-[a-z]{{2}}|\)?[.,;:!?]?\Z)"
    # Numbers that espeak-ng reads well.
    decimal = "" if words.point or cldr.dotted_dates else r"(?>(?:\.[0-9]{1,2})?)"
    number = f"{begin}(?:{words.plain_numbers or f'[0-9]{{1,4}}{decimal}'}){end}"
    item = "" if words.written_ordinal else r"|\A[0-9]{1,3}[.)](?= [A-Z][a-z])"
    stop = rf"\.(?:(?!\w)|(?<!www\.)(?!{addresses.TOP_LEVEL}))"
    telling = _TELLING + re.escape("".join({**words.symbols, **words.approximate}))
    passes = re.compile(rf"(?>(?:[^{telling}]++|{stop}|[IVX](?![IVX])|{number}{item})*)").match

    def passed(text: str, at: int) -> int:
        found = passes(text, at)
        return found.end() if found else at

    return passed
