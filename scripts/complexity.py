#!/usr/bin/env python3
"""Show the most complex functions and the longest modules of src; exit status 1 if one is past its bound.

Complexity is McCabe's as radon counts it: 1, and 1 more for each branch, loop, `and` and `or`.
"""

import sys
from pathlib import Path

from radon.complexity import cc_visit

MOST_COMPLEX = 25
LONGEST_LINES = 400
SHOWN = 5


def main() -> int:
    """Print both lists and mark what is past its bound."""
    sources = {path: path.read_text(encoding="utf-8") for path in Path("src").rglob("*.py")}
    functions = [
        (block.complexity, f"{path}:{block.lineno} {block.name}")
        for path, source in sources.items()
        for block in cc_visit(source)
        if block.letter in "FM"
    ]
    modules = [(source.count("\n"), str(path)) for path, source in sources.items()]
    print(f"{sum(lines for lines, _ in modules)} lines in {len(modules)} modules")
    return show("complexity", functions, MOST_COMPLEX) | show("lines", modules, LONGEST_LINES)


def show(unit: str, measured: list[tuple[int, str]], bound: int) -> int:
    """Print the highest values; 1 if any is past the bound."""
    past = sum(value > bound for value, _ in measured)
    for value, place in sorted(measured, reverse=True)[: max(SHOWN, past)]:
        print(f"{value:5} {unit}  {place}{f'  (at most {bound})' if value > bound else ''}")
    return int(past > 0)


if __name__ == "__main__":
    sys.exit(main())
