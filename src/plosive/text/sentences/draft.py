"""Owns the held text and its state: the start of the segment, the decided part, the open quotes and brackets.

It refuses to decide where a segment ends: that is for `plosive.text.sentences.ends`.
"""

import re
from dataclasses import dataclass
from typing import Final

from plosive.text.sentences.quotes import BRACKETS, opened

_BRACKET: Final = re.compile(f"[{re.escape(BRACKETS)}]")


@dataclass(slots=True)
class Draft:
    """The held text. Code that decides an event in it must move `scan` and update `open`."""

    text: str = ""
    start: int = 0  # of the current segment
    scan: int = 0  # the text before it is decided
    open: tuple[str, ...] = ()  # the closers awaited by open quotes and brackets
    fresh: bool = True  # the segment starts where a sentence starts
    final: bool = False  # no more text comes

    def awaited(self, text: str, end: int) -> tuple[str, ...]:
        """Return the closers awaited at `end` of `text`, which begins with the held text."""
        awaited = self.open
        for mark in _BRACKET.finditer(text, self.scan, end):
            awaited = opened(awaited, text, mark.start(), self.start)
        return awaited

    def track(self, end: int) -> None:
        """Update the open quotes and brackets up to `end`: the text before it is decided."""
        self.open = self.awaited(self.text, end)
        self.scan = max(self.scan, end)

    def trim(self) -> None:
        """Drop the text of released segments. Once per feed, not per segment, so a book in one frame takes linear time."""
        self.text = self.text[self.start :]
        self.scan -= self.start
        self.start = 0
