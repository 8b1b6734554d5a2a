"""Owns the order of the text stages: Markdown (or plain cleaning), then sentences; deltas in, segments out.

It refuses to know what a frame is and how long to wait: it says how the text ends, the caller decides what to do.
"""

import copy
import re
from typing import Final

from plosive.text.characters import CharacterCleaner
from plosive.text.markdown import MarkdownStripper
from plosive.text.sentences import Ending, SentenceSplitter

# Text in which no stage can find anything to decide: no mark, no markup, no line end, nothing to clean.
_PLAIN: Final = re.compile("[A-Za-z ,'\u00df-\u00f6\u00f8-\u017f\u0430-\u044f]+")
# How much plain text is put aside before it is looked at: short enough that a cut by length is still made in time.
_ASIDE: Final = 64

_SPEAKABLE: Final = re.compile(r"[^\W_]")


class TextPipeline:
    """Feed what a client sends; speak the segments that come out, in order. They are the transcript too.

    Segments are plain text in NFC, stripped, each with a letter or digit. The same text gives the same segments however
    it is cut; only `settle()` may change where they end, never what they say.
    """

    def __init__(self, language: str = "en", markdown: bool = True) -> None:
        self._markup: MarkdownStripper | CharacterCleaner = MarkdownStripper() if markdown else CharacterCleaner()
        self._sentences = SentenceSplitter(language)
        self._aside = ""
        self._quiet = False  # no end mark is being weighed, so plain text can end nothing

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        if self._aside:
            return Ending.NONE
        rest = self._markup.peek()
        return Ending.NONE if rest is None else self._sentences.ending_with(rest)

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        if _SPEAKABLE.search(self._aside) or _SPEAKABLE.search(self._sentences.held):
            return True
        if not _SPEAKABLE.search(self._markup.held):
            return False
        return bool(_SPEAKABLE.search(copy.deepcopy(self._markup).flush()))

    def feed(self, delta: str) -> list[str]:
        """Give text in any cuts, get the segments that surely ended."""
        if self._quiet and len(self._aside) + len(delta) < _ASIDE and _PLAIN.fullmatch(delta):
            self._aside += delta
            return []
        segments = self._sentences.feed(self._markup.feed(self._aside + delta))
        self._aside = ""
        self._quiet = not (self._markup.held or self._sentences.weighs)
        return segments

    def settle(self) -> list[str]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        if self.ending is Ending.NONE:
            return []
        self._quiet = False
        return self._sentences.feed(self._markup.settle()) + self._sentences.settle()

    def flush(self) -> list[str]:
        """Release everything; the pipeline is then as new."""
        rest = self._markup.feed(self._aside) + self._markup.flush()
        self._aside, self._quiet = "", False
        return self._sentences.feed(rest) + self._sentences.flush()
