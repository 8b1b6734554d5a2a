"""The text front end: what a client sends in, segments with what to say for them out.

It owns the order of the stages: the pipeline (Markdown, sentences), then pronunciations on each whole segment.
"""

from plosive.text.pipeline import TextPipeline
from plosive.text.sentences import Ending
from plosive.utterance import Segment, Span


class PlainTextFrontEnd:
    """For `text_type=text`. The same interface as `SsmlFrontEnd`: feed and settle what a client sends, flush at its end."""

    def __init__(self, language: str = "en", *, markdown: bool = True) -> None:
        self._pipeline = TextPipeline(language, markdown=markdown)

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        return self._pipeline.ending

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        return self._pipeline.holds_text

    def feed(self, delta: str) -> list[Segment]:
        """Give text in any cuts, get the segments that surely ended."""
        return self._spoken(self._pipeline.feed(delta))

    def settle(self) -> list[Segment]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        return self._spoken(self._pipeline.settle())

    def flush(self) -> list[Segment]:
        """Release everything; the front end is then as new."""
        return self._spoken(self._pipeline.flush())

    def _spoken(self, texts: list[str]) -> list[Segment]:
        return [Segment(text, (Span(text),)) for text in texts]
