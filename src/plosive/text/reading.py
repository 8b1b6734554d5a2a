"""Owns how a segment is read out: pronunciations first, then normalisation, each on whole segments."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from plosive.text.normalization.normalizer import Normalizer
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.sentences.inner_stops import inner_stops
from plosive.utterance import Segment, Span


def as_written(text: str) -> Segment:
    """A segment that is said as it is written."""
    return Segment(text, (Span(text),))


class Reading:
    """Turns the spans of a segment into the spans to say; the segment's transcript stays as it was."""

    def __init__(self, language: str, pronunciations: Pronunciations | None = None) -> None:
        self._language = language
        self._pronunciations = pronunciations

    def read(self, segment: Segment) -> Segment:
        """The segment with the spans to say for it."""
        return Segment(segment.text, self.normalized(self.pronounced(segment.spans)))

    def segment(self, text: str) -> Segment:
        """The same for a segment of plain text."""
        return self.read(as_written(text))

    def pronounced(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The first step: words of the dictionary replaced."""
        return self._pronunciations.apply(spans) if self._pronunciations else tuple(spans)

    def normalized(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The second step: amounts, dates, addresses, signs and abbreviations in words. Spans with phonemes are left alone."""
        return tuple(map(self._normalized, spans))

    def _normalized(self, span: Span) -> Span:
        if span.ipa or not span.text:
            return span
        language = span.language or self._language
        text = inner_stops(language).said(_normalizer(language).normalize(span.text))
        return span if text is span.text else msgspec.structs.replace(span, text=text)


@lru_cache(maxsize=64)  # the first of a language takes 10 ms; sessions share them, since they keep no state
def _normalizer(language: str) -> Normalizer:
    return Normalizer(language)
