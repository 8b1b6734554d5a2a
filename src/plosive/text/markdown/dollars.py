"""Decides whether a dollar sign begins a formula or a price.

It refuses to read the formula: that is for `inlines`.
"""

import re
from typing import Final

from plosive.text.markdown.lookahead import HOLD, WAIT_FAR, WAIT_NEXT

# "$5", "$2k", "**$5**", "$5/month", "$5+", "$5(ish)"; no "$2x$", "$2^n$", "$1/n$", "$5+x$", "$2(a+b)$", "$2 \\times 3$".
_MONEY: Final = re.compile(
    r"\$[\d.,]++(?:(?:[kKMBbTt]|bn|mn|tn|mm)(?!\w)|(?![\w^\\{$+*/=(]| \\[a-z])"
    r"|(?=[*_]{1,3}[\s,.;:!?)\]/'\"’”–—-]|/[A-Za-z](?:[A-Za-z]|[,.;:!?)])|\+[\s,.;:!?)*_]|\([A-Za-z]{3}))"
)
_MONEY_PART: Final = re.compile(r"\$[\d.,]++(?:[A-Za-z]{0,2}|[*_]{1,3}|/[A-Za-z]?|\+|\([A-Za-z]{0,2})")
_INSIDE: Final = re.compile(r"(?>(?:[^$\n\\]|\\.)*)")
# A sentence end, or two words in a row, show that this is no formula, unless they are in braces: "\text{if it is}".
_PROSE: Final = re.compile(r"[.!?] +[A-Z]|(?<![\\\w])[A-Za-z]{2,} +[A-Za-z]{2}")
_PROSE_PART: Final = re.compile(r"[.!?] +\Z")


def formula_begins(text: str, at: int, *, complete: bool, final: bool) -> int:
    """Return whether a formula begins at the dollar sign at `at`: 1, 0, or a WAIT."""
    seen = text[at : at + HOLD] + "\n" * final
    if seen[1:2].isdigit():
        money = _MONEY.match(seen)
        if money and seen[money.end() :] not in {"", " ", " \\"}:
            return 0
        if not complete and (money or _MONEY_PART.fullmatch(seen)):
            return WAIT_NEXT
    inside = _INSIDE.match(seen, 1)
    end = inside.end() if inside else 1
    if seen[1:2].isspace() or _holds_prose(seen, end):
        return 0
    if seen[end : end + 1] == "$":
        # Pandoc's rule: no space inside the dollars, no digit after them.
        if end == 1 or seen[end - 1].isspace():
            return 0
        after = text[at + end + 1 : at + end + 2]
        return WAIT_NEXT if not (after or final) else int(not after.isdigit())
    if complete or seen[end : end + 1] == "\n":
        return 0
    return WAIT_NEXT if _PROSE_PART.search(seen) else WAIT_FAR


def _holds_prose(seen: str, end: int) -> bool:
    return any(
        seen.count("{", 0, prose.start()) <= seen.count("}", 0, prose.start())
        for prose in _PROSE.finditer(seen, 1, end)
    )
