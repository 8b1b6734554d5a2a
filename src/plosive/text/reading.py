"""Turns a segment into the words to say: applies the pronunciations first, then the normalisation."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

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
    return msgspec.structs.replace(segment, places=())


class Reading:
    """Turns the spans of a segment into the spans to say. The segment's transcript does not change."""

    def __init__(self, language: str, pronunciations: Pronunciations | None = None, *, placed: bool = False) -> None:
        """`placed`: segments say where in the transcript their words come from (`Segment.places`)."""
        self._language = language
        self._pronunciations = pronunciations
        self._placed = placed

    def read(self, segment: Segment) -> Segment:
        """Return the segment with the spans to say. Without `places` the text of its spans is its transcript."""
        spans, places = segment.spans, segment.places
        if not self._placed:
            return msgspec.structs.replace(segment, spans=self.normalized(self.pronounced(spans)), places=())
        if not places:
            ends = accumulate((len(span.text) for span in spans), initial=0)
            places = tuple(range(start, end) for start, end in pairwise(ends))
        return self._with_places(segment, spans, places)

    def segment(self, text: str) -> Segment:
        """Return the segment for plain text, with the spans to say."""
        return self.read(as_written(text))

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

    def _with_places(self, segment: Segment, spans: tuple[Span, ...], places: tuple[Sequence[int], ...]) -> Segment:
        if self._pronunciations:
            spans, places = self._pronunciations.placed(spans, places)
        said = self.normalized(spans)
        moved = (
            at if now.text == span.text else _normalizer(span.language or self._language).moved(span.text, at)
            for span, now, at in zip(spans, said, places, strict=True)
        )
        return msgspec.structs.replace(segment, spans=said, places=tuple(moved))

    def _normalized(self, span: Span) -> Span:
        if span.ipa or not span.text:
            return span
        language = span.language or self._language
        text = _normalizer(language).normalize(span.text)
        return span if text is span.text else msgspec.structs.replace(span, text=text)


@lru_cache(maxsize=64)  # the first of a language takes 60 ms; sessions can share them, because they have no state
def _normalizer(language: str) -> Normalizer:
    return Normalizer(language)
