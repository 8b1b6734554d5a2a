#!/usr/bin/env python3
"""Show the most complex functions and the longest modules of src; exit status 1 if any is past its bound.

The complexity is McCabe's, counted with boolean operators (radon): 1 and a way more for each branch, loop, `and`, `or`.
"""

import sys
from pathlib import Path

from radon.complexity import cc_visit

MOST_COMPLEX = 25
LONGEST_LINES = 400
SHOWN = 5


def main() -> int:
    """Print both lists, and name what is past a bound."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(Path("src").rglob("*.py"))}
    functions = sorted(
        ((block.complexity, f"{path}:{block.lineno} {block.name}") for path in sources for block in blocks(sources[path])),
        reverse=True,
    )
    modules = sorted(((source.count("\n"), str(path)) for path, source in sources.items()), reverse=True)
    print(f"{sum(lines for lines, _ in modules)} lines in {len(modules)} modules")
    bad = show("complexity", functions, MOST_COMPLEX) + show("lines", modules, LONGEST_LINES)
    return 1 if bad else 0


def blocks(source: str) -> list:
    return [block for block in cc_visit(source) if block.letter in "FM"]


def show(unit: str, measured: list[tuple[int, str]], bound: int) -> int:
    """Print the highest of them; how many are past the bound."""
    past = sum(value > bound for value, _ in measured)
    for value, place in measured[: max(SHOWN, past)]:
        print(f"{value:5} {unit}  {place}{'   MORE THAN ' + str(bound) if value > bound else ''}")
    return past


if __name__ == "__main__":
    sys.exit(main())
