"""Owns the text that waits for its end, and what is known of it: where the segment begins, what is decided, what is open.

It refuses to say where a segment ends: that is `plosive.text.sentences.ends`.
"""

import re
from dataclasses import dataclass
from typing import Final

from plosive.text.sentences.quotes import BRACKETS, opened

_BRACKET: Final = re.compile(f"[{re.escape(BRACKETS)}]")


@dataclass(slots=True)
class Draft:
    """The held text. Whoever decides something in it moves `scan` and keeps `open` true."""

    text: str = ""
    start: int = 0  # of the segment being read
    scan: int = 0  # everything before it is decided
    open: tuple[str, ...] = ()  # the closers awaited by open quotes and brackets
    fresh: bool = True  # the segment starts where a sentence starts
    final: bool = False  # no more text comes

    def awaited(self, text: str, end: int) -> tuple[str, ...]:
        """The closers awaited at `end` of a text that begins with this one."""
        awaited = self.open
        for mark in _BRACKET.finditer(text, self.scan, end):
            awaited = opened(awaited, text, mark.start(), self.start)
        return awaited

    def track(self, end: int) -> None:
        """Note the quotes and brackets up to `end`, which is decided."""
        self.open = self.awaited(self.text, end)
        self.scan = max(self.scan, end)

    def trim(self) -> None:
        """Forget what was taken. Once a feed, not once a segment: a book in one frame stays linear."""
        self.text = self.text[self.start :]
        self.scan -= self.start
        self.start = 0
