"""Owns whether a dollar begins a formula or a price.

It refuses to read the formula: its marks are the reader's.
"""

import re
from typing import Final

from plosive.text.lookahead import HOLD, WAIT_FAR, WAIT_NEXT

_MONEY: Final = re.compile(r"\$[\d.,]+(?:(?:[kKMBbTt]|bn|mn|tn|mm)(?!\w)|(?![\w^\\{$+*/=(]))")
_MONEY_PART: Final = re.compile(r"\$[\d.,]*[A-Za-z]{0,2}\Z")
# Pandoc's rule: no space inside the dollars, no digit after them.
_FORMULA: Final = re.compile(r"\$(?=[^\s$])(?:[^$\n\\]|\\.)*(?<!\s)\$(?!\d)")


def formula_begins(text: str, at: int, *, complete: bool, final: bool) -> int:
    """Whether a formula begins at the dollar at `at`: 1, 0, or a WAIT."""
    if text[at + 1 : at + 2].isdigit():
        money = _MONEY.match(text, at)
        if money and (money.end() < len(text) or final):
            return 0
        if not final and _MONEY_PART.match(text[at : at + HOLD]) and not complete:
            return WAIT_NEXT
    window = text[: at + HOLD]
    formula = _FORMULA.match(window, at)
    if formula and (formula.end() < len(text) or final):
        return 1
    if window.find("\n", at) < 0 and not complete and not text[at + 1 : at + 2].isspace():
        return WAIT_FAR
    return 0
