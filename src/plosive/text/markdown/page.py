"""Owns the state of the Markdown reader: its text and position, and the state of block, line and inline marks.

It refuses to know any mark. Each record says who writes it.
"""

import copy
import re
from dataclasses import dataclass, field
from typing import Literal

from plosive.text.markdown.block_text import BlockText
from plosive.text.markdown.lookahead import HOLD
from plosive.utterance import Break

CodeBlocks = Literal["read", "skip", "say"]
"""Fenced and indented code is spoken line by line, left out, or announced."""


@dataclass(slots=True)
class Block:
    """Facts about earlier lines that the next one needs. Written by `blocks`."""

    paragraph: bool = False  # a paragraph is open
    in_list: bool = False
    after_blank: bool = True
    table: bool = False
    delimiter_due: bool = False  # the next line is a table's second
    fence: str = ""  # the fence that opened the current code block
    fence_quoted: bool = False
    indented: bool = False  # inside indented code


@dataclass(slots=True)
class Line:
    """The kind of line that is being read. Written by `blocks`."""

    after_quote: bool = False  # the line before was quoted
    at_start: bool = True  # or after a list or quote mark that starts it
    quoted: bool = False
    marked: bool = False  # it had a list or quote mark
    after_item: bool = False  # a list mark was read last
    code: bool = False
    heading: bool = False
    row: bool = False


@dataclass(slots=True)
class Inline:
    """Marks that are open inside a block. Written by `inlines`."""

    before: str = " "  # the character before the current one
    opened: dict[str, int] = field(default_factory=lambda: {"*": 0, "_": 0, "~": 0})  # unclosed emphasis marks
    brackets: int = 0
    backticks: int = 0  # that opened the current code span
    formula: str = ""  # the mark that opened the current formula
    piped: bool = False  # this line has a pipe but is no row
    bold_ends: int | None = None  # how often emphasis ended in this line, if the line began with bold

    def begin_line(self, *, bold: bool) -> None:
        """Text begins in a line, bold or not."""
        self.before, self.piped = " ", False
        self.bold_ends = 0 if bold else None


class Page:
    """The whole state of reading one stream of Markdown, so that a copy can be read on as a trial."""

    __slots__ = ("at", "block", "code", "final", "inline", "line", "said", "silence", "text")

    def __init__(self, code: CodeBlocks) -> None:
        self.code = code
        self.text = ""  # fed and not yet decided
        self.at = 0  # the reader's position in it, where it goes on when more text is fed
        self.final = False  # no more text comes
        self.silence: re.Pattern[str] | None = None  # text up to the end of its match is not spoken
        self.said = BlockText()
        self.block = Block()
        self.line = Line()
        self.inline = Inline()

    def trial(self) -> "Page":
        """Return a copy to read on as if no more text came. `copy.deepcopy` takes three times as long."""
        trial = copy.copy(self)
        trial.final = True
        trial.said = self.said.trial()
        trial.block, trial.line, trial.inline = copy.copy(self.block), copy.copy(self.line), copy.copy(self.inline)
        trial.inline.opened = self.inline.opened.copy()
        return trial

    def complete(self, at: int) -> bool:
        """Whether the reader must decide now: the text ended, or the undecided part has its greatest length."""
        return self.final or len(self.text) - at >= HOLD

    def begin_table(self) -> None:
        """The line is a table's first row, and the next one its delimiter row."""
        self.block.table = self.block.delimiter_due = self.line.row = True
        self.block.paragraph = False

    def end_block(self, end: Break = Break.SENTENCE) -> None:
        """The block ends, and every mark that is open inside it."""
        self.said.end_block(end)
        self.block.paragraph = False
        self.inline = Inline()

    def end_line(self) -> None:
        """A line of text ends."""
        line = self.line
        if line.heading or self._is_title():
            self.end_block(Break.HEADING)
        elif line.row or line.code:
            self.end_block()
        else:
            self.said.end_line()
        self.line = Line(line.quoted)

    def _is_title(self) -> bool:
        """Whether the line is bold throughout, or begins with bold and ends in a hard break ("**Age:** 5  ")."""
        ends = self.inline.bold_ends
        return bool(ends) and (self.said.breaks_hard or (ends == 1 and self.inline.before in "*_"))
