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
    return f"(?={first_of(sorted_symbols)})(?:{'|'.join(by_first)})" if by_first else "(?!)"


def first_of(symbols: Iterable[str]) -> str:
    """Return an expression for the first character of any of `symbols`."""
    return f"[{''.join(sorted({re.escape(symbol[0]) for symbol in symbols if symbol}))}]".replace("[]", "(?!)")


def places(first: str, expression: str) -> str:
    """Return an expression for one character, at each place where `expression` matches. `first` is a set of characters that
    may begin it: `re` looks for a set much faster than for anything else.
    """
    return f"{first}(?<=(?={expression}).)"
