"""Turns a stream of Markdown into the plain text that is spoken, letting go of every word as early as it can.

Follows CommonMark 0.31.2 with tables, strikethrough, task lists and footnotes of GFM where it can be heard. It refuses
to wait for what comes out the same either way: marks are dropped when they open, whether or not they are ever closed.
"""

import copy
import re
from collections.abc import Callable
from typing import Final

from plosive.text.markdown.blocks import BlockReader, CodeBlocks
from plosive.text.markdown.inlines import PLAIN
from plosive.text.markdown.links import LONGEST_WORD
from plosive.text.markdown.lookahead import HOLD, WAIT_FAR
from plosive.text.plain_sentences import Place

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

    @property
    def inside_line(self) -> bool:
        """Whether everything is decided up to a point inside a line, so that no block can begin or end there."""
        return not (self._text or self._line or self._cleaner.held)

    @property
    def inside_prose(self) -> bool:
        """Whether a line may go on in the next one: in a paragraph or an item of a list."""
        return self._paragraph and not (self._line or self._raw or self._table)

    def plain_place(self, held: str) -> Place | None:
        """The place reached, if what follows may be as plain; `held` is what was given of the sentence so far."""
        if (
            self._text
            or self._cleaner.held
            or self._soft
            or self._table
            or self._heading
            or self._raw
            or self._code
            or self._brackets
            or self._formula
            or self._silence
            or self._quote
            or self._was_quote
            or self._pipes
            or self._emphasis.is_open
        ):
            return None
        if self._line:
            if self._said or self._marked or self._fence or self._indented or held:
                return None
            return Place(False, "", self._list, self._blank)
        if self._paragraph and self._said and self._gap in {"", " "}:
            return Place(True, held and held + self._gap, self._list, bold_ends=self._title)
        return None

    @property
    def speaks_on(self) -> bool:
        """Whether a letter or a blank and a letter are surely spoken if they follow."""
        return not (
            self._text
            or self._line
            or self._cleaner.held
            or self._silence
            or self._formula
            or self._brackets
            or self._fence
        )

    def stand_at(self, place: Place) -> None:
        """Go on from a place that was reached elsewhere, behind the end of a plain sentence."""
        self._list, self._blank = place.in_list, place.after_blank
        self._gap, self._before, self._title = "", " ", place.bold_ends
        self._said = self._paragraph = place.inside
        self._line = not place.inside
        self._marked = place.in_item and place.inside
        self._tail = ""
        if self._line:
            self._forget_inline()

    @property
    def waits_for(self) -> Callable[..., re.Match[str] | None] | None:
        """The search for what alone can decide what is held; None where any further character may."""
        return _WAKE if self._stalled else None

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
        twin._cleaner, twin._emphasis, twin._out = self._cleaner.twin(), self._emphasis.twin(), []
        return twin

    def peek(self) -> str | None:
        """What settle() would give, or None where it would take a mark apart that may still be going on."""
        if not self._text:
            return self._cleaner.peek()
        if not _SAFE.match(self._text):
            return None
        return self.twin().flush()

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
