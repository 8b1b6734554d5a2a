"""The text front end: what a client sends in, segments with what to say for them out.

It owns the order of the stages: a cutter (Markdown and sentences, or SSML), then the reading of each whole segment.
"""

from collections.abc import Callable
from typing import Any, Literal, Protocol, TypeVar

from plosive.text.pipeline import TextPipeline
from plosive.text.pronunciation import Pronunciations
from plosive.text.reading import Reading
from plosive.text.sentences import Ending
from plosive.text.ssml import SsmlFrontEnd
from plosive.utterance import Segment, Span

Cut = TypeVar("Cut")


class Cutter(Protocol[Cut]):
    """What cuts a client's text into pieces that are segments, or become such."""

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        ...

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        ...

    def feed(self, delta: str) -> list[Cut]:
        """Give text in any cuts, get the pieces that surely ended. Raises `BadText` if it cannot be read."""
        ...

    def settle(self) -> list[Cut]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        ...

    def flush(self) -> list[Cut]:
        """Release everything; it is then as new."""
        ...


class FrontEnd:
    """A cutter whose segments are read out. The transcript of each is what the cutter gave."""

    def __init__(self, cutter: Cutter[Cut], read: Callable[[Cut], Segment]) -> None:
        self._cutter: Cutter[Any] = cutter  # no object of our own in between: most calls take 0.5 µs
        self._read_one = read

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
        reading = Reading(language, pronunciations)

        def read(text: str) -> Segment:
            return Segment(text, reading.of((Span(text),)))

        return FrontEnd(TextPipeline(language, markdown=markdown, code=code), read)

    @classmethod
    def ssml(cls, language: str = "en", *, pronunciations: Pronunciations | None = None) -> "FrontEnd":
        """For `text_type=ssml`."""
        reading = Reading(language, pronunciations)

        def read(segment: Segment) -> Segment:
            return Segment(segment.text, reading.of(segment.spans))

        return FrontEnd(SsmlFrontEnd(language), read)

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
        cuts = self._cutter.feed(delta)
        return list(map(self._read_one, cuts)) if cuts else []  # nearly always there are none

    def settle(self) -> list[Segment]:
        """See `Cutter`."""
        return list(map(self._read_one, self._cutter.settle()))

    def flush(self) -> list[Segment]:
        """See `Cutter`."""
        return list(map(self._read_one, self._cutter.flush()))
