#!/usr/bin/env python3
"""Record how the answers of tests/text are read, and say how many are read in another way than before.

Run it from the repository root after a change of the text front end, then look at what git diff shows:

    .venv/bin/python scripts/record_answers.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from text.recorded_answers import answers, read, record, recorded


def main() -> None:
    """Write the readings anew and print how many have changed."""
    before = recorded()
    now = {name: read(answer, 0) for name, answer in answers().items()}
    record(now)
    changed = sum(before.get(name) != readings for name, readings in now.items())
    print(f"{changed} of {len(now)} answers are read in another way than before.")


if __name__ == "__main__":
    main()
