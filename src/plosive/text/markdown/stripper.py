"""Turns a stream of Markdown into the plain text that is spoken, letting go of every word as early as it can.

Follows CommonMark 0.31.2 with tables, strikethrough, task lists and footnotes of GFM where it can be heard. It refuses
to wait for what comes out the same either way: marks are dropped when they open, whether or not they are ever closed.
"""

import copy
import re
from typing import Final

from plosive.text.markdown.blocks import BlockReader, CodeBlocks
from plosive.text.markdown.inlines import PLAIN
from plosive.text.markdown.links import LONGEST_WORD
from plosive.text.markdown.lookahead import HOLD, WAIT_FAR

__all__ = ["CodeBlocks", "MarkdownStripper"]

# What addresses are made of decides nothing that is waited for.
_WAKE: Final = re.compile(r"[^\w,./:%?=+&#-]").search
# What may be let go before its next character when the text seems to end: marks that close, a "!", a number, a citation,
# the end of a sentence behind what is hardly a formula, a table or a tag: "in $HOME.", "yes|no.", "if a<b then c."
_SAFE: Final = re.compile(
    r"(?:!|[*_~`]{1,64}|\$?[\d.,]+[)]?|\$[\d.,]+[*_]{1,3}|\]|(?:\[[\d,–-]+\])+[.!?]?"
    r"|(?:\$\w+|<[\w -]+|\|[^\[\]`<&\n]*)[.!?][*_)\"']*)\Z"
)
# Readers look at all of the text up to where they are and a little further. More than this is read in pieces.
_PIECE: Final = 4 * HOLD


class MarkdownStripper(BlockReader):
    """Feed Markdown in any cuts, get plain text out; all cuts of one text give the same.

    A block end (paragraph, heading, list item, table row, line of code) comes out as "\\n\\n", a line break inside a
    paragraph as one "\\n". Numbers of ordered lists are kept ("1. "), cells of a table row are joined by ", ".
    `code` is about blocks only; code inside a line is always read.
    """

    __slots__ = ()

    @property
    def held(self) -> str:
        """What is not decided yet, as it came in."""
        return self._text + self._cleaner.held

    def feed(self, delta: str) -> str:
        """Give Markdown, get the plain text that is certain by now."""
        if not delta:
            return ""
        if len(delta) > _PIECE:
            return "".join([self.feed(delta[at : at + _PIECE]) for at in range(0, len(delta), _PIECE)])
        if "\r" in delta:
            delta = delta.replace("\r", " ")
        if (
            self._said
            and delta[-1] not in " \t"
            and PLAIN.fullmatch(delta)
            and not (
                self._text
                or self._line
                or self._gap
                or self._soft
                or self._cell
                or self._raw
                or self._formula
                or self._heading
                or self._silence
            )
        ):
            # Nothing but words inside a paragraph: most of all text.
            self._before = self._ended_with = delta[-1]
            self._tail = (self._tail + delta)[-LONGEST_WORD:]
            return self._cleaner.feed(delta)
        if self._stalled and len(self._text) + len(delta) < HOLD and not _WAKE(delta):
            self._text += delta
            return ""
        self._text += delta
        return self._cleaner.feed(self._run())

    def flush(self) -> str:
        """Give the rest, marks that were never closed left out; the stripper is then as new."""
        self._final = True
        rest = self._cleaner.feed(self._run()) + self._cleaner.flush()
        self._begin()
        return rest

    def twin(self) -> "MarkdownStripper":
        """Another one that stands where this one does."""
        twin = copy.copy(self)
        twin._cleaner, twin._emphasis, twin._out = copy.copy(self._cleaner), self._emphasis.twin(), []
        return twin

    @property
    def rest(self) -> str:
        """What flush() would give."""
        return self.twin().flush() if self._text else self._cleaner.rest

    def peek(self) -> str | None:
        """What settle() would give, or None where it would take a mark apart that may still be going on."""
        if not self._text:
            return self._cleaner.rest
        if not _SAFE.match(self._text):
            return None
        return self.rest

    def settle(self) -> str:
        """Let go of what waits for its next character, where peek() allows it. Go on feeding afterwards."""
        if self._text and not _SAFE.match(self._text):
            return ""
        self._final = True
        rest = self._cleaner.feed(self._run())
        self._final = False
        return rest + self._cleaner.settle()

    def _run(self) -> str:
        self._stalled = False
        at, size = 0, len(self._text)
        while at < size:
            self._at = at
            if self._silence:
                at = self._read_silence(self._silence)
            elif self._line:
                at = self._read_line_start()
            else:
                at = self._read_inline()
            if at < 0:
                self._stalled = at == WAIT_FAR
                at = self._at
                break
        self._text = self._text[at:]
        out = "".join(self._out)
        self._out.clear()
        if out:
            self._tail = (self._tail + out)[-LONGEST_WORD:]
        return out
