"""Owns the order of the text stages: Markdown (or plain cleaning), sentences, reading. Deltas in, segments out.

It refuses to know frames and time: it says how the text ends, and the caller decides how long to wait.
"""

import re
from typing import Final

from plosive.text.characters import CharacterCleaner
from plosive.text.markdown.stripper import CodeBlocks, MarkdownStripper
from plosive.text.reading import Reading, as_written
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from plosive.utterance import Segment

_SPEAKABLE: Final = re.compile(r"[^\W_]")


class TextPipeline:
    """A `FrontEnd` for `text_type=text`: feed a client's text, speak the segments that come out, in order.

    Transcripts are plain text in NFC, stripped, each with a letter or digit. All cuts of one text give the same segments;
    `settle` may change where they end, never their words. `code` says how to treat code blocks. Without a `reading`
    segments are said as they are written.
    """

    def __init__(
        self, language: str = "en", markdown: bool = True, *, code: CodeBlocks = "read", reading: Reading | None = None
    ) -> None:
        self._markup = MarkdownStripper(code=code) if markdown else CharacterCleaner()
        self._sentences = SentenceSplitter(language)
        self._segment = reading.segment if reading else as_written

    @property
    def ending(self) -> Ending:
        """The ending of the text so far. Settle a LIKELY one soon, a DOUBTFUL one later."""
        return self._sentences.ending_with(self._markup.peek()) if self._markup.may_settle else Ending.NONE

    @property
    def holds_text(self) -> bool:
        """Whether any text that can be spoken is still held."""
        return bool(_SPEAKABLE.search(self._sentences.held) or _SPEAKABLE.search(self._markup.peek()))

    def feed(self, delta: str) -> list[Segment]:
        """Feed text in any cuts and return the segments that surely ended."""
        return list(map(self._segment, self._sentences.feed(self._markup.feed(delta))))

    def settle(self) -> list[Segment]:
        """Release the held text if it ends in an end mark, else nothing. Feeding may go on afterwards."""
        if self.ending is Ending.NONE:
            return []
        settled = self._sentences.feed(self._markup.settle()) + self._sentences.settle()
        return list(map(self._segment, settled))

    def flush(self) -> list[Segment]:
        """Release the held text. The pipeline is then as new."""
        released = self._sentences.feed(self._markup.flush()) + self._sentences.flush()
        return list(map(self._segment, released))
