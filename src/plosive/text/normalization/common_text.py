"""Knows at one look what most text is: words and plain numbers that stay as they are, and amounts such as "$3.50" or "8 kg".

It refuses whatever stands beside something that might change how it is read; `Normalizer` looks at that more closely.
"""

import re
from collections.abc import Iterable
from typing import Final

from plosive.text.expressions import either
from plosive.text.languages.spoken_words import SpokenWords
from plosive.text.normalization import addresses
from plosive.text.normalization.amounts import DESCRIBED_AFTER, AmountReader
from plosive.text.normalization.cldr import Cldr

# Everything that is rewritten has one of these in it, or right behind it, or a sign that the language has a word for: a
# digit, the dot of an address, a Roman numeral. A class such as "\d" among them would make the search three times as slow.
_TELLING: Final = "0-9#@<>½⅓⅔¼¾+/.→IVX"
# A word before an amount that does not make it describe what follows; {} is what is between them.
_UNDESCRIBING: Final = r"(?:(?<=[a-z,;:—×] {0})|(?<= \({0})|\A{0})" + "".join(
    rf"(?<!\b(?i:{word}) {{0}})" for word in DESCRIBED_AFTER
)
# Numbers that espeak-ng reads as well as they can be read.
_DECIMAL: Final = r"[0-9]{1,4}(?>(?:\.[0-9]{1,2})?)"
_ENGLISH: Final = (
    r"(?:(?:1?[0-9]|2[0-3]):[1-5][0-9](?: ?[ap]\.?m\b\.?)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+"
    rf"|[0-9]{{0,2}}(?:1st|2nd|3rd|[04-9]th|1[1-3]th)|{_DECIMAL})"
)


class CommonText:
    """The common text of one language, where the words `before` and `after` change a number they stand beside.

    `items` tells that a number stays as it is too where it begins an item of a list.
    """

    def __init__(
        self,
        cldr: Cldr,
        words: SpokenWords,
        before: Iterable[str],
        after: Iterable[str],
        amounts: AmountReader,
        *,
        items: bool,
    ) -> None:
        not_before = "".join(rf"(?<!(?i:{re.escape(name)}) )" for name in before if re.search("[a-z,;:]$", name))
        begin = rf"(?:(?<=[a-z,;:] ){not_before}|(?<= \()|(?<=[—×] )|\A)"
        end = rf"(?=\)?[,;:]? (?:(?!{either(after)}(?![A-Za-z]))(?:[A-Za-z]{{2}}|a )|[ap]\.|[(—×])|-[a-z]{{2}}|\)?[.,;:!?]?\Z)"
        decimals = not (words.point or cldr.dotted_dates)
        number = f"{begin}{_ENGLISH if cldr.language == 'en' else _DECIMAL if decimals else '[0-9]{1,4}'}{end}"
        item = r"|\A[0-9]{1,3}[.)](?= [A-Z][a-z])" if items else ""
        stop = rf"\.(?:(?!\w)|(?<!www\.)(?!{addresses.TOP_LEVEL}))"
        telling = _TELLING + re.escape("".join({**words.symbols, **words.approximate}))
        self._pass = re.compile(rf"(?>(?:[^{telling}]++|{stop}|[IVX](?![IVX])|{number}{item})*)").match
        price = _UNDESCRIBING.format(".") + amounts.price
        measure = _UNDESCRIBING.format("") + begin + amounts.measure
        self.amount = re.compile(f"(?:{price}|{measure}){end}").match
        """Match an amount for `AmountReader.read_common` from its first digit on."""

    def passed(self, text: str, at: int) -> int:
        """Tell how far the text stays as it is, from a position on: up to the first character that may tell otherwise."""
        passed = self._pass(text, at)
        return passed.end() if passed else at
