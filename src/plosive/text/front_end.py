"""The text front end turns a client's text into segments with the spans to say. Each type of text has one."""

from typing import Protocol

from plosive.text.asides import StageDirections
from plosive.text.markdown.stripper import CodeBlocks
from plosive.text.pipeline import TextPipeline
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.reading import Reading
from plosive.text.sentences.splitter import Ending
from plosive.text.ssml.ssml_front_end import SsmlFrontEnd
from plosive.utterance import Segment


class FrontEnd(Protocol):
    """Cuts a client's text into segments. A segment's transcript is the client's text, its spans are the words to say."""

    @property
    def ending(self) -> Ending:
        """The ending of the text so far. Settle a LIKELY one soon, a DOUBTFUL one later."""
        ...

    @property
    def holds_text(self) -> bool:
        """Whether any text that can be spoken is still held."""
        ...

    def feed(self, delta: str) -> list[Segment]:
        """Feed text in any cuts and return the segments that surely ended. Raises `BadText` if it is malformed."""
        ...

    def settle(self) -> list[Segment]:
        """Release the held text if it ends in an end mark, else nothing. Feeding may go on afterwards."""
        ...

    def flush(self) -> list[Segment]:
        """Release the held text. The front end is then as new."""
        ...


def front_end(
    language: str = "en",
    *,
    is_ssml: bool = False,
    markdown: bool = True,
    code: CodeBlocks = "read",
    directions: StageDirections = "read",
    pronunciations: Pronunciations | None = None,
    placed: bool = False,
) -> FrontEnd:
    """Return the front end for `text_type=ssml` or `text`, spoken in the language of a BCP-47 tag.

    `placed`: its segments say where in the transcript their words come from (`Segment.places`).
    """
    reading = Reading(language, pronunciations, placed=placed)
    if is_ssml:
        return SsmlFrontEnd(language, reading)
    return TextPipeline(language, markdown, code=code, directions=directions, reading=reading)
