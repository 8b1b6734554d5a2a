"""Places: for each character of a text to say, the index in the transcript of the character that it was written for.

A character of a replacement has the place of the first character that was replaced. So two stages compose by indexing.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Places: TypeAlias = Sequence[int]

Change: TypeAlias = tuple[int, int, int]
"""Where a stretch of the text begins and ends, and the length of the text that replaces it."""


def moved(places: Places, changes: Iterable[Change]) -> Places:
    """Return the places of the characters after these changes, which come from left to right and do not overlap."""
    after: list[int] = []
    copied = 0
    for start, end, length in changes:
        after += places[copied:start]
        if length:
            after += [places[start] if start < len(places) else places[-1]] * length
        copied = end
    return [*after, *places[copied:]] if copied or after else places
