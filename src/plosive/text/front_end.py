"""The text front end: a client's text in, segments with the spans to say out. One kind for each type of text."""

from typing import Protocol

from plosive.text.markdown.stripper import CodeBlocks
from plosive.text.pipeline import TextPipeline
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.reading import Reading
from plosive.text.sentences.splitter import Ending
from plosive.text.ssml.ssml_front_end import SsmlFrontEnd
from plosive.utterance import Segment


class FrontEnd(Protocol):
    """Cuts a client's text into segments. The transcript of each is what the client wrote, the spans are what to say."""

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


def front_end(
    language: str = "en",
    *,
    is_ssml: bool = False,
    markdown: bool = True,
    code: CodeBlocks = "read",
    pronunciations: Pronunciations | None = None,
) -> FrontEnd:
    """The front end for `text_type=ssml` or `text`, spoken in the language of a BCP-47 tag."""
    reading = Reading(language, pronunciations)
    if is_ssml:
        return SsmlFrontEnd(language, reading)
    return TextPipeline(language, markdown, code=code, reading=reading)
