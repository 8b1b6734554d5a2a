"""Owns the text of one block after the other as it goes out: the white space, commas and line ends in it.

It refuses to know any mark: the readers of lines and of inline text say what to say.
"""

from plosive.text.characters import UNSPOKEN, UNSPOKEN_START
from plosive.text.markdown.links import LONGEST_WORD


class BlockText:
    """The spoken text of the block being read. A block end goes out as "\\n\\n", a line break inside a block as "\\n"."""

    __slots__ = ("_break_due", "_cell_due", "_gap", "_out", "_tail", "begun", "last")

    def __init__(self) -> None:
        self._out: list[str] = []
        self._tail = ""  # the end of what went out
        self._gap = ""  # white space that is due before the next text
        self._break_due = False  # so is a line break inside the paragraph
        self._cell_due = False  # a cell ended, the next text starts another
        self.begun = False
        """Whether something was said since the last block end."""
        self.last = " "
        """The last character that was said."""

    @property
    def goes_on(self) -> bool:
        """Whether what is said next stands in the same line and cell as what was said last."""
        return self.begun and not (self._break_due or self._cell_due)

    @property
    def breaks_hard(self) -> bool:
        """Whether two spaces wait to be said, which at a line's end make a hard break."""
        return len(self._gap) > 1

    @property
    def last_word(self) -> str:
        """The end of what was said, long enough for one word."""
        return (self._tail + "".join(self._out[-LONGEST_WORD:]))[-LONGEST_WORD:]

    def say(self, text: str) -> None:
        """Say text of the block. White space waits until something follows it."""
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
        self._gap = text[len(bare) :]
        self._cell_due = self._break_due = False
        self.begun = True
        self.last = bare[-1]

    def leave_out(self) -> None:
        """Note that something is left out here: the space between a word and the mark behind it goes with it."""
        if self.goes_on:
            last = self.last
            self.say(UNSPOKEN)
            self.last = last

    def end_cell(self) -> None:
        """A cell of a table ends."""
        self._cell_due = self.begun
        self._gap = ""

    def end_line(self) -> None:
        """A line ends inside a block."""
        self._break_due = self.begun

    def end_block(self) -> None:
        """The block ends."""
        if self.begun:
            self._out.append("\n\n")
        self.begun = self._break_due = self._cell_due = False
        self._gap = ""

    def take(self) -> str:
        """The text that was said since the last call."""
        out = "".join(self._out)
        self._out.clear()
        if out:
            self._tail = (self._tail + out)[-LONGEST_WORD:]
        return out
