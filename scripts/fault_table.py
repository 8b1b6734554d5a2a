#!/usr/bin/env python3
"""Write docs/faults.md from tests/faults/rows.txt: every fault, what happens, and the tests that show it.

`scripts/fault_table.py --check` changes nothing and fails if the document is another, or a test is not there.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROWS = ROOT / "tests/faults/rows.txt"
DOCUMENT = ROOT / "docs/faults.md"

AREAS = {
    "U": "The upgrade",
    "A": "Keys",
    "F": "Frames",
    "T": "Text",
    "P": "The order of frames",
    "B": "Barge-in",
    "N": "Networks and readers",
    "E": "Engines and workers",
    "D": "Stores and resources",
    "S": "Stopping",
}

HEAD = """# Faults

What goes wrong, what happens then, and the tests in `tests/` that show it. A fault without a test was tried by hand.
`scripts/fault_table.py` writes this page from `tests/faults/rows.txt`, and a test compares the two.
"""


def document() -> str:
    """Return the page. Raises ValueError for a row that is malformed or names a test that is not there."""
    parts, area = [HEAD], ""
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        number, fault, happens, tests = (part.strip() for part in f"{line} ".split(" | "))
        if number[0] != area:
            area = number[0]
            parts.append(f"\n## {AREAS[area]}\n\n| | fault | what happens | shown by |\n|---|---|---|---|\n")
        parts.append(f"| {number} | {fault} | {happens} | {'; '.join(map(_shown, tests.split()))} |\n")
    return "".join(parts)


def _shown(test: str) -> str:
    path, name = test.split("::")
    if not re.search(
        rf"^(async )?def test_{name}\(", (ROOT / "tests" / path).read_text(encoding="utf-8"), re.MULTILINE
    ):
        raise ValueError(f"there is no test {test}")
    return f"`{path}` {name.replace('_', ' ')}"


if __name__ == "__main__":
    if "--check" not in sys.argv:
        DOCUMENT.write_text(document(), encoding="utf-8")
    elif DOCUMENT.read_text(encoding="utf-8") != document():
        sys.exit("docs/faults.md is another: run scripts/fault_table.py")
