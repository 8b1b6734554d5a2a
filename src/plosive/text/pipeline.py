"""Owns the order of the text stages: asides, Markdown (or plain cleaning), sentences, reading. Deltas in, segments out.

It refuses to know frames and time: it says how the text ends, and the caller decides how long to wait.
"""

import re
import unicodedata
from typing import Final

import msgspec

from plosive.text.asides import Asides, StageDirections
from plosive.text.characters import CharacterCleaner
from plosive.text.markdown.block_text import PRONOUNCED
from plosive.text.markdown.stripper import CodeBlocks, MarkdownStripper
from plosive.text.reading import Reading, as_written
from plosive.text.sentences.speech_length import speech_length
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from plosive.utterance import Break, Segment, Span

_WORD: Final = re.compile(r"[^\W_]")
_HELD_BACK: Final = 4
"""Most characters that the Markdown reader holds although it is decided: white space, a digit."""


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
        self._markup: MarkdownStripper | CharacterCleaner = CharacterCleaner()
        self._block_ends: list[tuple[int, Break]] = []
        self._plain_chars = 0  # that the Markdown reader has returned so far
        self._pronounced: list[tuple[str, str]] = []
        if markdown:
            self._markup = MarkdownStripper(code=code)
            self._block_ends, self._pronounced = self._markup.block_ends, self._markup.pronounced
        self._blank_line = Break.SENTENCE if markdown else Break.PARAGRAPH
        self._end = self._blank_line  # of the block before the next segment
        self._is_first = True  # the next segment is the first
        self._sentences = SentenceSplitter(language)
        self._may_end = self._sentences.may_end
        self._reading = reading
        self._unread = ""  # waits for text that may end a segment: see `feed`
        self._room = 0  # how long it may get, in Latin letters

    @property
    def ending(self) -> Ending:
        """The ending of the text so far. Settle a LIKELY one soon, a DOUBTFUL one later."""
        if self._unread[-1:].isalnum():
            return Ending.NONE
        self._catch_up()
        if not self._markup.may_settle or _WORD.search(self._asides.held):
            return Ending.NONE
        return self._sentences.ending_with(self._markup.peek())

    @property
    def holds_text(self) -> bool:
        """Whether any text that can be spoken is still held."""
        if _WORD.search(self._sentences.held):  # nearly always
            return True
        self._catch_up()
        return _WORD.search(self._sentences.held + self._markup.peek(self._asides.held)) is not None

    def feed(self, delta: str) -> list[Segment]:
        """Feed text in any cuts and return the segments that surely ended.

        Where nothing is undecided, only a line end, or what follows a mark, ends a segment that is not too long. Other text
        waits for one of these, and no stage reads it before.
        """
        text = self._unread + delta
        if self._room > 0 and not self._may_end(text, len(self._unread[:-1])) and speech_length(text) < self._room:
            self._unread = text
            return []
        return self._read(delta)

    def _catch_up(self) -> None:
        """Read the text that waits. It ends no segment."""
        if self._unread:
            self._read("")

    def _read(self, delta: str) -> list[Segment]:
        """Read the text that waits, and the text after it."""
        plain = self._markup.feed(self._asides.feed(self._unread + delta))
        self._unread = ""
        if self._block_ends:
            segments = self._cut(plain)
        else:
            texts = self._sentences.feed(plain)
            self._plain_chars += len(plain)
            segments = self._released(texts) if texts else []
        is_decided = self._markup.is_decided and not self._asides.held
        self._room = self._sentences.room - _HELD_BACK if is_decided else 0
        return segments

    def settle(self) -> list[Segment]:
        """Release the held text if it ends in an end mark, else nothing. Feeding may go on afterwards."""
        if self.ending is Ending.NONE:
            return []
        self._room = 0
        return self._cut(self._markup.settle()) + self._released(self._sentences.settle())

    def flush(self) -> list[Segment]:
        """Release the held text. The pipeline is then as new."""
        rest = self._asides.feed(self._unread) + self._asides.flush()
        released = self._cut(self._markup.feed(rest) + self._markup.flush()) + self._released(self._sentences.flush())
        self._unread = ""
        self._end, self._is_first = self._blank_line, True
        self._room = 0
        self._pronounced.clear()
        return released

    def _cut(self, plain: str) -> list[Segment]:
        """Cut plain text, block by block if Markdown says how its blocks end."""
        released: list[Segment] = []
        begin, start = self._plain_chars, 0
        self._plain_chars += len(plain)
        for written, end in self._block_ends:
            released += self._released(self._sentences.feed(plain[start : written - begin]))
            self._end, start = max(self._end, end), written - begin
        self._block_ends.clear()
        return released + self._released(self._sentences.feed(plain[start:]))

    def _released(self, texts: list[str]) -> list[Segment]:
        """Return the segments of texts that the splitter released."""
        parted = self._sentences.parted
        segments = [self._after(is_parted, self._segment(text)) for text, is_parted in zip(texts, parted, strict=True)]
        parted.clear()
        return segments

    def _segment(self, text: str) -> Segment:
        segment = self._with_pronunciations(text) if PRONOUNCED in text else as_written(text)
        return self._reading.read(segment) if self._reading else segment

    def _with_pronunciations(self, text: str) -> Segment:
        spans: list[Span] = []
        *marked, rest = text.split(PRONOUNCED)
        said = ""
        for part in marked:
            said += part
            for at, (word, ipa) in enumerate(self._pronounced):
                if said.endswith(word := _line(word)):
                    spans += [Span(before)] if (before := said.removesuffix(word)) else []
                    spans.append(Span(word, ipa))
                    said = ""
                    del self._pronounced[: at + 1]
                    break
        said += rest
        return Segment(text.replace(PRONOUNCED, ""), (*spans, Span(said)) if said else tuple(spans))

    def _after(self, is_parted: bool, segment: Segment) -> Segment:
        """Return the segment with the end that it follows."""
        follows = self._end if is_parted and not self._is_first else Break.SENTENCE
        if is_parted:
            self._end = self._blank_line
        self._is_first = False
        return msgspec.structs.replace(segment, follows=follows) if follows else segment


def _line(text: str) -> str:
    """Return text as it stands in a segment."""
    cleaner = CharacterCleaner()
    return unicodedata.normalize("NFC", " ".join((cleaner.feed(text) + cleaner.flush()).split()))
