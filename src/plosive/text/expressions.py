"""Writes regular expressions that find one of many words fast."""

import itertools
import re
from collections.abc import Iterable


def either(symbols: Iterable[str]) -> str:
    """Return an expression for the longest of `symbols`, grouped by first character, so that few are tried."""
    sorted_symbols = sorted(filter(None, symbols), key=lambda symbol: (symbol[0], -len(symbol)))
    by_first = [
        re.escape(first) + (f"(?:{'|'.join(rests)})" if rests != [""] else "")
        for first, group in itertools.groupby(sorted_symbols, lambda symbol: symbol[0])
        for rests in [[re.escape(symbol[1:]) for symbol in group]]
    ]
    firsts = "".join(sorted({re.escape(symbol[0]) for symbol in sorted_symbols}))
    return f"(?=[{firsts}])(?:{'|'.join(by_first)})" if by_first else "(?!)"
