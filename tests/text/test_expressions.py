"""Regular expressions mean the same in every Python that Plosive runs on."""

import re
from pathlib import Path

import pytest

import plosive

SOURCES = sorted(Path(plosive.__file__).parent.rglob("*.py"))
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\{?[0-9,]+\}\}?)\+")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("(?:ab?c)*+", True),
        ("(?:ab){{0,3}}+", True),
        ("(?:ab?)?+(c)", True),
        ("(?>(?:ab?c)*)", False),
        ("[ab]*+", False),
        ("f(x) + 1", False),
    ],
)
def test_a_possessive_group_is_told_from_other_repeats(written: str, found: bool) -> None:
    assert bool(POSSESSIVE_GROUP.search(written)) is found


def test_no_group_is_repeated_possessively() -> None:
    """Before 3.11.5, and Debian 12 has 3.11.2, "(?:ab?c)++" takes the "a" of a repeat that failed.

    github.com/python/cpython/issues/106052. "(?>(?:ab?c)+)" is the same and right everywhere.
    """
    found = [
        f"{path.name}: {line.strip()}"
        for path in SOURCES
        for line in path.read_text("utf-8").splitlines()
        if POSSESSIVE_GROUP.search(line)
    ]
    assert not found
