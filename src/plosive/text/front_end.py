"""The text front end: what a client sends in, segments with what to say for them out.

It owns the order of the stages: a cutter (Markdown and sentences, or SSML), then the reading of each whole segment.
"""

from typing import Literal, Protocol

from plosive.text.pipeline import TextPipeline
from plosive.text.pronunciation import Pronunciations
from plosive.text.reading import Reading
from plosive.text.sentences import Ending
from plosive.text.ssml import SsmlFrontEnd
from plosive.utterance import Segment, Span


class Cutter(Protocol):
    """What cuts a client's text into segments."""

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        ...

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        ...

    def feed(self, delta: str) -> list[Segment]:
        """Give text in any cuts, get the segments that surely ended. Raises `BadText` if it cannot be read."""
        ...

    def settle(self) -> list[Segment]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        ...

    def flush(self) -> list[Segment]:
        """Release everything; it is then as new."""
        ...


class FrontEnd:
    """A cutter whose segments are read out. The transcript of each is what the cutter gave."""

    def __init__(self, cutter: Cutter, reading: Reading) -> None:
        self._cutter = cutter
        self._reading = reading

    @classmethod
    def plain_text(
        cls,
        language: str = "en",
        *,
        markdown: bool = True,
        code: Literal["read", "skip", "say"] = "read",
        pronunciations: Pronunciations | None = None,
    ) -> "FrontEnd":
        """For `text_type=text`."""
        return cls(_PlainText(TextPipeline(language, markdown=markdown, code=code)), Reading(language, pronunciations))

    @classmethod
    def ssml(cls, language: str = "en", *, pronunciations: Pronunciations | None = None) -> "FrontEnd":
        """For `text_type=ssml`."""
        return cls(SsmlFrontEnd(language), Reading(language, pronunciations))

    @property
    def ending(self) -> Ending:
        """See `Cutter`."""
        return self._cutter.ending

    @property
    def holds_text(self) -> bool:
        """See `Cutter`."""
        return self._cutter.holds_text

    def feed(self, delta: str) -> list[Segment]:
        """See `Cutter`."""
        segments = self._cutter.feed(delta)
        return self._read(segments) if segments else segments  # nearly always there are none

    def settle(self) -> list[Segment]:
        """See `Cutter`."""
        return self._read(self._cutter.settle())

    def flush(self) -> list[Segment]:
        """See `Cutter`."""
        return self._read(self._cutter.flush())

    def _read(self, segments: list[Segment]) -> list[Segment]:
        read = []
        for segment in segments:
            spans = self._reading.of(segment.spans)
            read.append(segment if spans is segment.spans else Segment(segment.text, spans))
        return read


class _PlainText:
    """The pipeline as a cutter: each of its texts is a segment of one span."""

    def __init__(self, pipeline: TextPipeline) -> None:
        self._pipeline = pipeline

    @property
    def ending(self) -> Ending:
        return self._pipeline.ending

    @property
    def holds_text(self) -> bool:
        return self._pipeline.holds_text

    def feed(self, delta: str) -> list[Segment]:
        texts = self._pipeline.feed(delta)
        return [_segment(text) for text in texts] if texts else []

    def settle(self) -> list[Segment]:
        return [_segment(text) for text in self._pipeline.settle()]

    def flush(self) -> list[Segment]:
        return [_segment(text) for text in self._pipeline.flush()]


def _segment(text: str) -> Segment:
    return Segment(text, (Span(text),))
