"""Shows the output of each text stage, for `plosive say --explain`."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from plosive.order import Order
from plosive.text.markdown.stripper import MarkdownStripper
from plosive.text.pipeline import TextPipeline
from plosive.text.reading import Reading
from plosive.text.ssml.ssml_front_end import SsmlFrontEnd
from plosive.utterance import Span


def explain(text: str, order: Order, console: Console) -> None:
    """Print the output of each stage for a text: plain text, segments, pronunciations, and the engine's input."""
    language = order.voice.language
    if order.is_ssml:
        cutter = SsmlFrontEnd(language)
        segments = cutter.feed(text) + cutter.flush()
    else:
        if order.markdown:
            stripper = MarkdownStripper(code=order.code)
            _show(console, "Markdown to plain text", [Text((stripper.feed(text) + stripper.flush()).strip())])
        pipeline = TextPipeline(language, order.markdown, code=order.code, directions=order.directions)
        segments = pipeline.feed(text) + pipeline.flush()
    _show(console, "Segments (the transcript)", [Text(segment.text, "bold") for segment in segments])
    reading = Reading(language, order.pronunciations)
    pronounced = [reading.pronounced(segment.spans) for segment in segments]
    if order.pronunciations is not None:
        _show(console, "With pronunciations", map(_spans, pronounced))
    _show(console, "What the engine says", [_spans(reading.normalized(spans)) for spans in pronounced])


def _show(console: Console, title: str, lines: Iterable[Text]) -> None:
    console.print(Text(title, "cyan"))
    for number, line in enumerate(lines, 1):
        console.print(Text(f"  {number} ", "dim").append_text(line), soft_wrap=True)


def _spans(spans: Iterable[Span]) -> Text:
    """Return one line for a segment: its text, phonemes in green, prosody in yellow."""
    line = Text()
    for span in spans:
        line.append(span.text)
        if span.ipa:
            line.append(f" /{span.ipa}/", "green")
        manner = _manner(span)
        if manner:
            line.append(f" [{manner}] ", "yellow")
    return line


def _manner(span: Span) -> str:
    parts = []
    if span.speed != 1:
        parts.append(f"speed {span.speed:g}")
    if span.volume != 1:
        parts.append(f"volume {span.volume:g}")
    if span.pitch:
        parts.append(f"pitch {span.pitch:+g} st")
    if span.language:
        parts.append(span.language)
    if span.pause_s:
        parts.append(f"pause {span.pause_s:g} s")
    return ", ".join(parts)
