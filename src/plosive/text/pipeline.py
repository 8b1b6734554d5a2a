"""Owns the order of the text stages: Markdown (or plain cleaning), then sentences; deltas in, segments out.

It refuses to know what a frame is and how long to wait: it says how the text ends, the caller decides what to do.
"""

import copy
import re
from typing import Final

from plosive.text.characters import CharacterCleaner
from plosive.text.markdown import CodeBlocks, MarkdownStripper
from plosive.text.sentences import Ending, SentenceSplitter

# At the very end of what is known these end nothing yet.
_STOPS: Final = frozenset(".!?")
_SPEAKABLE: Final = re.compile(r"[^\W_]")
_VISIBLE: Final = re.compile(r"\S")


class TextPipeline:
    """Feed what a client sends; speak the segments that come out, in order. They are the transcript too.

    Segments are plain text in NFC, stripped, each with a letter or digit. The same text gives the same segments however
    it is cut; only `settle()` may change where they end, never what they say. `code` says what becomes of code blocks.
    """

    def __init__(self, language: str = "en", markdown: bool = True, *, code: CodeBlocks = "read") -> None:
        self._markup: MarkdownStripper | CharacterCleaner
        self._markup = MarkdownStripper(code=code) if markdown else CharacterCleaner()
        # A fence alone may be announced: "code block".
        self._may_be_spoken = (_VISIBLE if code == "say" else _SPEAKABLE).search
        self._sentences = SentenceSplitter(language)
        self._matters = self._sentences.matters
        # Text that surely ends nothing is put aside, since a look at 100 characters costs little more than one at 4.
        self._aside = ""
        self._room = 0  # it may grow this long

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        if self._aside:
            if self._room and _SPEAKABLE.search(self._aside):
                return Ending.NONE
            self._look(self._aside)
        rest = self._markup.peek()
        return Ending.NONE if rest is None else self._sentences.ending_with(rest)

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        if _SPEAKABLE.search(self._sentences.held):
            return True
        if not self._may_be_spoken(self._markup.held + self._aside):
            return False
        return bool(copy.deepcopy(self).flush())

    def feed(self, delta: str) -> list[str]:
        """Give text in any cuts, get the segments that surely ended."""
        text = self._aside + delta
        if len(text) <= self._room:
            mark = self._matters(delta)
            if not mark:
                self._aside = text
                return []
            if mark.group() in _STOPS and not delta[mark.end() :].strip(" "):
                self._aside = text
                self._room = 0  # the next character may decide
                return []
        return self._look(text)

    def _look(self, text: str) -> list[str]:
        """Take text that was put aside through the stages."""
        self._aside = ""
        plain = self._markup.feed(text)
        segments = self._sentences.feed(plain) if plain else []
        room = self._sentences.room
        # Where a line starts, a block may end with what comes, but not one that is spoken already.
        if room and not (self._markup.inside_line or not (self._markup.held or self._sentences.held)):
            room = 0
        self._room = room
        return segments

    def settle(self) -> list[str]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        if self.ending is Ending.NONE:
            return []
        self._room = 0
        return self._sentences.feed(self._markup.settle()) + self._sentences.settle()

    def flush(self) -> list[str]:
        """Release everything; the pipeline is then as new."""
        rest = self._markup.feed(self._aside) + self._markup.flush()
        self._aside, self._room = "", 0
        return self._sentences.feed(rest) + self._sentences.flush()
