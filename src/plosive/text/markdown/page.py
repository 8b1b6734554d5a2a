"""Owns where the Markdown reader stands: the text it looks at, and what is known of the block, the line and its inside.

It refuses to know any mark. Each record says who writes it.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from plosive.text.markdown.block_text import BlockText
from plosive.text.markdown.lookahead import HOLD

CodeBlocks = Literal["read", "skip", "say"]
"""Fenced and indented code is read line by line, left out, or announced."""


@dataclass(slots=True)
class Block:
    """Facts about earlier lines that the next one needs. Written by `blocks`."""

    paragraph: bool = False  # one is open
    in_list: bool = False
    after_blank: bool = True
    table: bool = False
    delimiter_due: bool = False  # the next line is a table's second
    fence: str = ""  # the one that opened the code being read
    fence_quoted: bool = False
    indented: bool = False  # inside indented code


@dataclass(slots=True)
class Line:
    """The kind of line that is being read. Written by `blocks`."""

    after_quote: bool = False  # the line before was quoted
    at_start: bool = True  # or after a list or quote mark that starts it
    quoted: bool = False
    marked: bool = False  # it had a list or quote mark
    after_item: bool = False  # the last thing read is a list mark
    code: bool = False
    heading: bool = False
    row: bool = False


@dataclass(slots=True)
class Inline:
    """Marks that are open inside a block. Written by `inlines`."""

    before: str = " "  # the character before the one being read
    opened: dict[str, int] = field(default_factory=lambda: {"*": 0, "_": 0, "~": 0})  # marks of emphasis, not closed
    brackets: int = 0
    backticks: int = 0  # of the code span that is open
    formula: str = ""  # what opened it
    piped: bool = False  # this line has a pipe and is no row
    bold_ends: int | None = None  # how often emphasis ended in this line, if the line began with bold

    def begin_line(self, *, bold: bool) -> None:
        """Text begins in a line, bold or not."""
        self.before, self.piped = " ", False
        self.bold_ends = 0 if bold else None


class Page:
    """A stream of Markdown as far as it is read. It holds all that readers know, so that a copy can be read on as a trial."""

    __slots__ = ("at", "block", "code", "final", "inline", "line", "said", "silence", "text")

    def __init__(self, code: CodeBlocks) -> None:
        self.code = code
        self.text = ""  # given and not yet decided
        self.at = 0  # where its reader stands, and starts again when there is more
        self.final = False  # no more text comes
        self.silence: re.Pattern[str] | None = None  # nothing is spoken up to the end of this
        self.said = BlockText()
        self.block = Block()
        self.line = Line()
        self.inline = Inline()

    def complete(self, at: int) -> bool:
        """Whether no more text may be waited for: it ended, or the undecided part is as long as it may get."""
        return self.final or len(self.text) - at >= HOLD

    def begin_table(self) -> None:
        """The line is a table's first row, and the next one its delimiter row."""
        self.block.table = self.block.delimiter_due = self.line.row = True
        self.block.paragraph = False

    def end_block(self) -> None:
        """The block ends, and all that is open inside it."""
        self.said.end_block()
        self.block.paragraph = False
        self.inline = Inline()

    def end_line(self) -> None:
        """A line of text ends."""
        line = self.line
        if line.heading or line.row or line.code or self._is_title():
            self.end_block()
        else:
            self.said.end_line()
        self.line = Line(line.quoted)

    def _is_title(self) -> bool:
        """Whether the line is nothing but bold, or begins with it and ends in a hard break ("**Age:** 5  ")."""
        ends = self.inline.bold_ends
        return bool(ends) and (self.said.breaks_hard or (ends == 1 and self.inline.before in "*_"))
