"""Knows at one look what most text is: words and plain numbers, which stay as they are.

It refuses whatever stands beside something that might change how it is read; `Normalizer` looks at that more closely.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from plosive.text.expressions import either
from plosive.text.languages.language import DECIMAL
from plosive.text.normalization import addresses
from plosive.text.normalization.cldr import Cldr

# Everything that is rewritten has one of these in it, or right behind it, or a sign that the language has a word for: a
# digit, the dot of an address, a Roman numeral. A class such as "\d" among them would make the search three times as slow.
_TELLING: Final = "0-9#@<>½⅓⅔¼¾+/.→IVX"


def common_text(cldr: Cldr, before: Iterable[str], after: Iterable[str]) -> Callable[[str, int], int]:
    """Give a function that tells how far a text stays as it is from a position on, up to the first character of another kind.

    The words `before` and `after` change a number they stand beside.
    """
    words = cldr.words
    not_before = "".join(rf"(?<!(?i:{re.escape(name)}) )" for name in before if re.search("[a-z,;:]$", name))
    begin = rf"(?:(?<=[a-z,;:] ){not_before}|(?<= \()|(?<=[—×] )|\A)"
    end = rf"(?=\)?[,;:]? (?:(?!{either(after)}(?![A-Za-z]))(?:[A-Za-z]{{2}}|a )|[ap]\.|[(—×])|-[a-z]{{2}}|\)?[.,;:!?]?\Z)"
    # Numbers that espeak-ng reads as well as they can be read.
    plain = words.plain_numbers or ("[0-9]{1,4}" if words.point or cldr.dotted_dates else DECIMAL)
    number = f"{begin}(?:{plain}){end}"
    item = "" if words.written_ordinal else r"|\A[0-9]{1,3}[.)](?= [A-Z][a-z])"
    stop = rf"\.(?:(?!\w)|(?<!www\.)(?!{addresses.TOP_LEVEL}))"
    telling = _TELLING + re.escape("".join({**words.symbols, **words.approximate}))
    passes = re.compile(rf"(?>(?:[^{telling}]++|{stop}|[IVX](?![IVX])|{number}{item})*)").match

    def passed(text: str, at: int) -> int:
        found = passes(text, at)
        return found.end() if found else at

    return passed
