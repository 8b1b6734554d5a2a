"""How a segment is read out: pronunciations first, then what the engine would read wrongly, each on whole segments."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from plosive.text.normalization import Normalizer
from plosive.text.pronunciation import Pronunciations
from plosive.utterance import Span


class Reading:
    """Turns the spans of a segment into the spans to say; the segment's transcript stays as it was."""

    def __init__(self, language: str, pronunciations: Pronunciations | None = None) -> None:
        self._language = language
        self._normalizer: Normalizer | None = None  # of that language, once there is something to read
        self._pronunciations = pronunciations

    def pronounced(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The first step: words of the dictionary replaced."""
        return self._pronunciations.apply(spans) if self._pronunciations else tuple(spans)

    def normalized(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The second step: amounts, dates, addresses and signs in words. Spans with their own phonemes are left alone."""
        if len(spans) == 1 and isinstance(spans, tuple):  # nearly always, and it is nearly always left as it is
            span = self._normalized(spans[0])
            return spans if span is spans[0] else (span,)
        return tuple(map(self._normalized, spans))

    def of(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Both steps."""
        return self.normalized(self.pronounced(spans))

    def _normalized(self, span: Span) -> Span:
        if span.ipa or not span.text:
            return span
        if span.language:
            normalizer = _normalizer(span.language)
        else:
            normalizer = self._normalizer = self._normalizer or _normalizer(self._language)
        text = normalizer.normalize(span.text)
        return span if text is span.text else msgspec.structs.replace(span, text=text)


@lru_cache(maxsize=64)  # the first of a language takes 10 ms; sessions share them, since they keep no state
def _normalizer(language: str) -> Normalizer:
    return Normalizer(language)
