"""Owns the order of the text stages: Markdown (or plain cleaning), then sentences; deltas in, segments out.

It refuses to know what a frame is and how long to wait: it says how the text ends, the caller decides what to do.
"""

import copy
import re
from typing import Final

from plosive.text.characters import CharacterCleaner
from plosive.text.markdown import MarkdownStripper
from plosive.text.sentences import LIMIT, Ending, SentenceSplitter

# Inside a line and while no end is being weighed, nothing made of these can end a segment: no end mark of any language,
# no line end, nothing as long in speech as a Han character.
_PLAIN: Final = "A-Za-z0-9 ,'\"()*_`\\[\\]/&$#%+=@~^{}<>|\\\\\u00df-\u00f6\u00f8-\u017f\u0430-\u044f-"
_IS_PLAIN: Final = re.compile(f"[{_PLAIN}]+").fullmatch
_IS_PLAIN_WITH_COLONS: Final = re.compile(f"[:;{_PLAIN}]+").fullmatch
# So much of it is put aside before the stages look at it. A segment that is cut by its length may come that much late.
_ASIDE: Final = LIMIT // 2

_SPEAKABLE: Final = re.compile(r"[^\W_]")


class TextPipeline:
    """Feed what a client sends; speak the segments that come out, in order. They are the transcript too.

    Segments are plain text in NFC, stripped, each with a letter or digit. The same text gives the same segments however
    it is cut; only `settle()` may change where they end, never what they say.
    """

    def __init__(self, language: str = "en", markdown: bool = True) -> None:
        self._markup: MarkdownStripper | CharacterCleaner = MarkdownStripper() if markdown else CharacterCleaner()
        self._sentences = SentenceSplitter(language)
        self._is_plain = _IS_PLAIN if self._sentences.marks(":;") else _IS_PLAIN_WITH_COLONS
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
        if _SPEAKABLE.search(self._sentences.held):
            return True
        if not _SPEAKABLE.search(self._markup.held + self._aside):
            return False
        return bool(copy.deepcopy(self).flush())

    def feed(self, delta: str) -> list[str]:
        """Give text in any cuts, get the segments that surely ended."""
        if self._quiet and len(self._aside) + len(delta) < _ASIDE and self._is_plain(delta):
            self._aside += delta
            return []
        if self._aside:
            delta, self._aside = self._aside + delta, ""
        segments = self._sentences.feed(self._markup.feed(delta))
        self._quiet = self._markup.inside_line and not self._sentences.weighs
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
