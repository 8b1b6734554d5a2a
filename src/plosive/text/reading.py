"""Turns a segment into the words to say: applies the pronunciations first, then the normalisation."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from plosive.text.normalization.normalizer import Normalizer
from plosive.text.normalization.reader import Rewriting
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.utterance import Segment, Span


def as_written(text: str) -> Segment:
    """Return a segment that is said as it is written."""
    return Segment(text, (Span(text),))


def without_places(segment: Segment) -> Segment:
    """Return the segment for clients that do not want the times of words."""
    return Segment(segment.text, segment.spans)


class Reading:
    """Turns the spans of a segment into the spans to say. The segment's transcript does not change."""

    def __init__(self, language: str, pronunciations: Pronunciations | None = None, *, placed: bool = False) -> None:
        """`placed`: segments say where in the transcript their words come from (`Segment.places`)."""
        self._language = language
        self._pronunciations = pronunciations
        self._placed = placed

    def read(self, segment: Segment) -> Segment:
        """Return the segment with the spans to say."""
        if self._placed:
            return self._with_places(segment)
        return Segment(segment.text, self.normalized(self.pronounced(segment.spans)))

    def segment(self, text: str) -> Segment:
        """Return the segment for plain text, with the spans to say."""
        return self.read(Segment(text, (Span(text),), (range(len(text)),)) if self._placed else as_written(text))

    def pronounced(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Do the first step: replace the words of the dictionary."""
        return self._pronunciations.apply(spans) if self._pronunciations else tuple(spans)

    def normalized(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Second step: write amounts, dates, addresses, signs, abbreviations in words. Spans with phonemes do not change."""
        return tuple(map(self._normalized, spans))

    def rewritings(self, span: Span) -> list[Rewriting]:
        """Return what the readers of the second step rewrite in a span, with their rules."""
        if span.ipa:
            return []
        return _normalizer(span.language or self._language).rewritings(span.text)

    def _with_places(self, segment: Segment) -> Segment:
        spans, places = segment.spans, segment.places
        if self._pronunciations:
            spans, places = self._pronunciations.placed(spans, places)
        said = self.normalized(spans)
        moved = (
            at if now.text == span.text else _normalizer(span.language or self._language).moved(span.text, at)
            for span, now, at in zip(spans, said, places, strict=True)
        )
        return Segment(segment.text, said, tuple(moved))

    def _normalized(self, span: Span) -> Span:
        if span.ipa or not span.text:
            return span
        language = span.language or self._language
        text = _normalizer(language).normalize(span.text)
        return span if text is span.text else msgspec.structs.replace(span, text=text)


@lru_cache(maxsize=64)  # the first of a language takes 10 ms; sessions can share them, because they have no state
def _normalizer(language: str) -> Normalizer:
    return Normalizer(language)
