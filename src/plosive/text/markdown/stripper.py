"""Turns a stream of Markdown into the plain text that is spoken, and releases every word as early as it can.

Follows CommonMark 0.31.2 with tables, strikethrough, task lists and footnotes of GFM where one hears the difference. It
refuses to wait where the result is the same: an opening mark is dropped at once, even if it is never closed.
"""

import re
from typing import Final

from plosive.text.characters import CharacterCleaner
from plosive.text.markdown.block_text import PRONOUNCED
from plosive.text.markdown.blocks import read_line_start
from plosive.text.markdown.inlines import read_inline, read_silence
from plosive.text.markdown.lookahead import HOLD, WAIT_FAR
from plosive.text.markdown.page import CodeBlocks, Page
from plosive.utterance import Break

__all__ = ["CodeBlocks", "MarkdownStripper"]

# A wait for a far mark ends at a character that no address contains.
_WAKE: Final = re.compile(r"[^\w,./:%?=+&#-]").search
# Held text that may be released when the text seems to end: closing marks, a "!", a number, a citation, or a sentence
# end after something that is probably no formula, table or tag: "in $HOME.", "yes|no.", "if a<b then c."
_SAFE: Final = re.compile(
    r"(?:!|[*_~`]{1,64}|\$?[\d.,]+[)]?|\$[\d.,]+[*_]{1,3}|\]|(?:\[[\d,–-]+\])+[.!?]?"
    r"|(?:\$\w+|<[\w -]+|\|[^\[\]`<&\n]*)[.!?][*_)\"']*)\Z"
)
# Readers scan the text up to their position and a little further. Longer text is read in pieces of this size.
_PIECE: Final = 4 * HOLD


class MarkdownStripper:
    """Feed Markdown in any cuts, get plain text out. All cuts of one text give the same output.

    A block end (paragraph, heading, list item, table row, line of code) comes out as "\\n\\n", a line break inside a
    paragraph as one "\\n". Numbers of ordered lists are kept ("1. "), cells of a table row are joined by ", ".
    `code` is about blocks only; code inside a line is always spoken.
    """

    def __init__(self, *, code: CodeBlocks = "read") -> None:
        self._page = Page(code)
        self._cleaner = CharacterCleaner()
        self._written = 0
        self.block_ends: list[tuple[int, Break]] = []
        """For each block end the number of characters that came out before and with it. The caller may empty it."""
        self.pronounced: list[tuple[str, str]] = []
        """The text before each `PRONOUNCED` that came out, and its IPA. The caller may empty it."""
        self._stalled = False  # only a few characters (see `_WAKE`) can decide the held text

    def feed(self, delta: str) -> str:
        """Feed Markdown and return the plain text that is certain now."""
        if len(delta) > _PIECE:
            return "".join([self.feed(delta[at : at + _PIECE]) for at in range(0, len(delta), _PIECE)])
        if "\r" in delta:
            delta = delta.replace("\r", " ")
        if PRONOUNCED in delta:
            delta = delta.replace(PRONOUNCED, "")
        page = self._page
        page.text += delta
        if self._stalled and len(page.text) < HOLD and not _WAKE(delta):
            return ""
        self._stalled = _read(page)
        if page.said.is_plain:  # nearly always
            text = self._cleaner.feed(page.said.take())
            self._written += len(text)
            return text
        return self._taken()

    def flush(self) -> str:
        """Return the rest without unclosed marks. The stripper is then as new."""
        rest = self._release() + self._last(self._cleaner.flush())
        self._page = Page(self._page.code)
        return rest

    @property
    def is_decided(self) -> bool:
        """Whether no text is held and words would be returned as they are: they are spoken, and no line starts with them."""
        page = self._page
        return not (page.text or page.silence or page.line.at_start)

    @property
    def may_settle(self) -> bool:
        """Whether the held text can be released: it is not part of a longer construct, such as an address."""
        return not self._page.text or _SAFE.match(self._page.text) is not None

    def peek(self, more: str = "") -> str:
        """Return the text that feeding `more` and then `flush` would return. Nothing changes."""
        if not (self._page.text or more):
            return self._cleaner.peek()
        page = self._page.trial()
        page.text += more
        _read(page)
        return self._cleaner.peek(page.said.take())

    def settle(self) -> str:
        """Release the held text if `may_settle`, else nothing. Feeding may go on afterwards."""
        if not self.may_settle:
            return ""
        return self._release() + self._last(self._cleaner.settle())

    def _release(self) -> str:
        """Read the held text as if no more text came."""
        page = self._page
        page.final = True
        self._stalled = _read(page)
        page.final = False
        return self._taken()

    def _taken(self) -> str:
        said = self._page.said
        self.pronounced += said.take_pronounced()
        blocks, rest = said.take_blocks()
        cleaned = []
        for block, end in blocks:
            cleaned.append(self._cleaned(block))
            self.block_ends.append((self._written, end))
        return "".join([*cleaned, self._cleaned(rest)])

    def _cleaned(self, said: str) -> str:
        if PRONOUNCED in said:
            *marked, rest = said.split(PRONOUNCED)
            before = [self._cleaner.feed(text) + self._cleaner.settle() + PRONOUNCED for text in marked]
            text = "".join(before) + self._cleaner.feed(rest)
        else:
            text = self._cleaner.feed(said)
        self._written += len(text)
        return text

    def _last(self, text: str) -> str:
        """Count the last text that the cleaner held back."""
        self._written += len(text)
        return text


def _read(page: Page) -> bool:
    """Read the decided text of the page. Return whether only a few characters (see `_WAKE`) can decide the rest."""
    at, size = 0, len(page.text)
    while at < size:
        page.at = at
        if page.silence:
            at = read_silence(page, page.silence)
        elif page.line.at_start:
            at = read_line_start(page)
        else:
            at = read_inline(page)
        if at < 0:
            page.text = page.text[page.at :]
            return at == WAIT_FAR
    page.text = page.text[at:]
    return False
