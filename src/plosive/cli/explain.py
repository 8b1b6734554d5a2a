"""Shows the output of each text stage, for `plosive say --explain`: in colour for people, or as JSON."""

from collections.abc import Iterable, Sequence

import msgspec
from rich.console import Console
from rich.text import Text

from plosive.order import Order
from plosive.text.markdown.stripper import MarkdownStripper
from plosive.text.normalization.reader import Rewriting
from plosive.text.pipeline import TextPipeline
from plosive.text.reading import Reading
from plosive.text.ssml.ssml_front_end import SsmlFrontEnd
from plosive.utterance import Segment, Span


class ExplainedSegment(msgspec.Struct):
    """A segment: its transcript, with pronunciations, what was rewritten by which rule, and the spans to say."""

    text: str
    pronounced: tuple[Span, ...]
    rewritten: list[Rewriting]
    said: tuple[Span, ...]


class Explanation(msgspec.Struct):
    """A text after each stage. `plain` is None for SSML and without Markdown."""

    text: str
    plain: str | None
    segments: list[ExplainedSegment]


class Explainer:
    """Explains texts as an order would have them said."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._reading = Reading(order.voice.language, order.pronunciations)

    def explain(self, text: str) -> Explanation:
        """Run all stages. Raises `BadText` for broken SSML."""
        order = self._order
        if order.is_ssml:
            cutter = SsmlFrontEnd(order.voice.language)
            return self._explanation(text, None, cutter.feed(text) + cutter.flush())
        plain = None
        if order.markdown:
            stripper = MarkdownStripper(code=order.code)
            plain = (stripper.feed(text) + stripper.flush()).strip()
        pipeline = TextPipeline(order.voice.language, order.markdown, code=order.code, directions=order.directions)
        return self._explanation(text, plain, pipeline.feed(text) + pipeline.flush())

    def _explanation(self, text: str, plain: str | None, segments: Iterable[Segment]) -> Explanation:
        return Explanation(text, plain, list(map(self._segment, segments)))

    def _segment(self, segment: Segment) -> ExplainedSegment:
        pronounced = self._reading.pronounced(segment.spans)
        rewritten = [rewriting for span in pronounced for rewriting in self._reading.rewritings(span)]
        return ExplainedSegment(segment.text, pronounced, rewritten, self._reading.normalized(pronounced))


def show(explained: Explanation, order: Order, console: Console) -> None:
    """Print each stage. What a rule rewrote is in colour, with the rule's name."""
    if explained.plain is not None:
        _show(console, "Markdown to plain text", [Text(explained.plain)])
    segments = explained.segments
    _show(console, "Segments (the transcript)", [Text(segment.text, "bold") for segment in segments])
    if order.pronunciations is not None:
        _show(console, "With pronunciations", [_spans(segment.pronounced) for segment in segments])
    rewritten = [(number, one) for number, segment in enumerate(segments, 1) for one in segment.rewritten]
    if rewritten:
        console.print(Text("Rewritten", "cyan"))
    for number, one in rewritten:
        line = Text.assemble(
            (f"  {number} ", "dim"), one.written, (" → ", "dim"), (one.said or "(silence)", "magenta"), f"  {one.rule}"
        )
        console.print(line, soft_wrap=True)
    _show(console, "What the engine says", [_spans(segment.said, segment.rewritten) for segment in segments])


def as_json(explained: Explanation) -> str:
    """Return one line of JSON. Fields with their default values are left out of spans."""
    segments = [
        {
            "text": segment.text,
            "pronounced": list(map(_as_object, segment.pronounced)),
            "rewritten": [one._asdict() for one in segment.rewritten],
            "said": list(map(_as_object, segment.said)),
        }
        for segment in explained.segments
    ]
    return msgspec.json.encode({"text": explained.text, "plain": explained.plain, "segments": segments}).decode()


def _as_object(span: Span) -> dict[str, object]:
    default = Span()
    return {name: value for name, value in msgspec.structs.asdict(span).items() if value != getattr(default, name)}


def _show(console: Console, title: str, lines: Iterable[Text]) -> None:
    console.print(Text(title, "cyan"))
    for number, line in enumerate(lines, 1):
        console.print(Text(f"  {number} ", "dim").append_text(line), soft_wrap=True)


def _spans(spans: Iterable[Span], rewritten: Sequence[Rewriting] = ()) -> Text:
    """Return one line for a segment: its text with rewritten words in magenta, phonemes in green, prosody in yellow."""
    line = Text()
    for span in spans:
        line.append(span.text)
        if span.ipa:
            line.append(f" /{span.ipa}/", "green")
        manner = _manner(span)
        if manner:
            line.append(f" [{manner}] ", "yellow")
    at = 0
    for one in rewritten:
        start = line.plain.find(one.said, at)
        if start >= 0:
            at = start + len(one.said)
            line.stylize("magenta", start, at)
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
