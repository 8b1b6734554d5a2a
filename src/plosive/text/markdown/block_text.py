"""Owns the output text of the current block: its white space, commas and line ends.

It refuses to know any mark: the readers of lines and of inline text decide what is said.
"""

import copy
from typing import Final

from plosive.text.characters import UNSPOKEN, UNSPOKEN_START
from plosive.text.markdown.links import LONGEST_WORD
from plosive.utterance import Break

PRONOUNCED: Final = "\ufffb"
"""Stands behind text whose pronunciation is given: INTERLINEAR ANNOTATION TERMINATOR, which no speech needs."""

_LONGEST_LINK: Final = 80
"""Characters of the longest text that has a pronunciation."""


class BlockText:
    """The spoken text of the current block. A block end becomes "\\n\\n", a line break inside a block "\\n"."""

    __slots__ = ("_break_due", "_cell_due", "_ends", "_gap", "_link", "_out", "_pronounced", "_tail", "begun", "last")

    def __init__(self) -> None:
        self._out: list[str] = []
        self._ends: list[tuple[int, Break]] = []  # with the number of texts before them
        self._pronounced: list[tuple[str, str]] = []
        self._link: str | None = None  # the text of the last link so far
        self._tail = ""  # the end of the output so far
        self._gap = ""  # white space to write before the next text
        self._break_due = False  # a line break is to be written before the next text
        self._cell_due = False  # a cell ended; the next text starts another
        self.begun = False
        """Whether something was said since the last block end."""
        self.last = " "
        """The last character that was said."""

    def trial(self) -> "BlockText":
        """Return a copy to write on."""
        trial = copy.copy(self)
        trial._out, trial._ends, trial._pronounced = self._out.copy(), self._ends.copy(), self._pronounced.copy()
        return trial

    @property
    def goes_on(self) -> bool:
        """Whether the next text stands in the same line and cell as the last text."""
        return self.begun and not (self._break_due or self._cell_due)

    @property
    def breaks_hard(self) -> bool:
        """Whether the line ends in two spaces so far, which make a hard break."""
        return len(self._gap) > 1

    @property
    def last_word(self) -> str:
        """The end of the output, long enough for one word."""
        return (self._tail + "".join(self._out[-LONGEST_WORD:]))[-LONGEST_WORD:]

    def say(self, text: str) -> None:
        """Write text of the block. White space waits until something follows it."""
        if not self.goes_on:
            text = text.lstrip(" \t")
            if not text.isascii() and (start := UNSPOKEN_START.match(text)):
                text = text[start.end() :]
            if not text:
                return
        if self._break_due:
            self._gap = "\n"
        elif self._cell_due:
            self._gap = " " if self.last in ",.;:!?" else ", "
        bare = text.rstrip(" \t")
        if not bare:
            self._gap += text
            return
        self._out.append(self._gap + bare)
        if self._link is not None:
            self._link = self._link + self._gap + bare if len(self._link) < _LONGEST_LINK else None
        self._gap = text[len(bare) :]
        self._cell_due = self._break_due = False
        self.begun = True
        self.last = bare[-1]

    def leave_out(self) -> None:
        """Note that something is left out here. The space between it and a punctuation mark that follows goes too."""
        if self.goes_on:
            last = self.last
            self.say(UNSPOKEN)
            self.last = last

    def begin_link(self) -> None:
        """The text of a link begins."""
        self._link = ""

    def pronounce(self, ipa: str) -> None:
        """The link's text has this pronunciation. `PRONOUNCED` is written behind it."""
        if self._link and self._link.strip():
            self._pronounced.append((self._link.strip(), ipa))
            self._out.append(PRONOUNCED)
        self._link = None

    def take_pronounced(self) -> list[tuple[str, str]]:
        """Return the texts with a pronunciation that were written since the last call, and their IPA."""
        pronounced, self._pronounced = self._pronounced, []
        return pronounced

    def end_cell(self) -> None:
        """A cell of a table ends."""
        self._cell_due = self.begun
        self._gap = ""

    def end_line(self) -> None:
        """A line ends inside a block."""
        self._break_due = self.begun

    def end_block(self, end: Break) -> None:
        """The block ends."""
        if self.begun:
            self._out.append("\n\n")
            self._ends.append((len(self._out), end))
        self.begun = self._break_due = self._cell_due = False
        self._gap = ""
        self._link = None

    def lengthen_end(self, end: Break) -> None:
        """The last block end is also one of this kind: the list of which it ended an item has ended too."""
        self._ends.append((len(self._out), end))

    @property
    def is_plain(self) -> bool:
        """Whether no block has ended and nothing has a pronunciation since the last call of `take`."""
        return not (self._ends or self._pronounced)

    def take(self) -> str:
        """Return the text that was written since the last call."""
        out = "".join(self._out)
        self._out.clear()
        if self._ends:
            self._ends.clear()
        if out:
            self._tail = (self._tail + out)[-LONGEST_WORD:]
        return out

    def take_blocks(self) -> tuple[list[tuple[str, Break]], str]:
        """Return the blocks that ended since the last call, with "\\n\\n", and the text of the block that is open."""
        blocks, start = [], 0
        for stop, end in self._ends:
            blocks.append(("".join(self._out[start:stop]), end))
            start = stop
        rest = "".join(self._out[start:])
        self.take()
        return blocks, rest
