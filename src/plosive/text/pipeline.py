"""Owns the order of the text stages: asides, Markdown (or plain cleaning), sentences, reading. Deltas in, segments out.

It refuses to know frames and time: it says how the text ends, and the caller decides how long to wait.
"""

import copy
import re
from typing import Final

from plosive.text.asides import Asides, StageDirections
from plosive.text.characters import CharacterCleaner
from plosive.text.markdown.stripper import CodeBlocks, MarkdownStripper
from plosive.text.reading import Reading, as_written
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from plosive.utterance import Segment

_WORD: Final = re.compile(r"[^\W_]")


class TextPipeline:
    """A `FrontEnd` for `text_type=text`: feed a client's text, speak the segments that come out, in order.

    Transcripts are plain text in NFC, stripped, each with a letter or digit. All cuts of one text give the same segments;
    `settle` may change where they end, never their words. `code` and `directions` say how to treat
    code blocks and stage directions. Without a `reading` segments are said as they are written.
    """

    def __init__(
        self,
        language: str = "en",
        markdown: bool = True,
        *,
        code: CodeBlocks = "read",
        directions: StageDirections = "read",
        reading: Reading | None = None,
    ) -> None:
        self._asides = Asides(directions)
        self._markup = MarkdownStripper(code=code) if markdown else CharacterCleaner()
        self._sentences = SentenceSplitter(language)
        self._segment = reading.segment if reading else as_written

    @property
    def ending(self) -> Ending:
        """The ending of the text so far. Settle a LIKELY one soon, a DOUBTFUL one later."""
        if not self._markup.may_settle or _WORD.search(self._asides.held):
            return Ending.NONE
        return self._sentences.ending_with(self._markup.peek())

    @property
    def holds_text(self) -> bool:
        """Whether any text that can be spoken is still held."""
        markup, held = self._markup, self._asides.held
        if held:
            markup = copy.deepcopy(markup)
            held = markup.feed(held)
        return any(_WORD.search(each) for each in (self._sentences.held, held, markup.peek()))

    def feed(self, delta: str) -> list[Segment]:
        """Feed text in any cuts and return the segments that surely ended."""
        return list(map(self._segment, self._sentences.feed(self._markup.feed(self._asides.feed(delta)))))

    def settle(self) -> list[Segment]:
        """Release the held text if it ends in an end mark, else nothing. Feeding may go on afterwards."""
        if self.ending is Ending.NONE:
            return []
        settled = self._sentences.feed(self._markup.settle()) + self._sentences.settle()
        return list(map(self._segment, settled))

    def flush(self) -> list[Segment]:
        """Release the held text. The pipeline is then as new."""
        rest = self._markup.feed(self._asides.flush()) + self._markup.flush()
        released = self._sentences.feed(rest) + self._sentences.flush()
        return list(map(self._segment, released))
