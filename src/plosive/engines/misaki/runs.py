"""Runs: words that a model says at once, and where a longer text is cut into them. PURE but for the reader it is given."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from plosive.engines.misaki.symbols import Word
from plosive.engines.misaki.words import Reader
from plosive.engines.word_places import is_word
from plosive.utterance import Span, Utterance, WordStart

_SLOWEST: Final = 0.5
_FASTEST: Final = 2.0
"""Beyond these the speech of Kokoro falls apart; kokoro-onnx has the same limits, and hibari was trained within them."""

SENTENCE_ENDS: Final = ".!?…"
CLAUSE_ENDS: Final = ",;:—"
_CLOSING: Final = '"”)'

_PAUSES_S: Final = {**dict.fromkeys(SENTENCE_ENDS, 0.35), **dict.fromkeys(";:—", 0.25), ",": 0.15}
"""A speaker's rest at a mark, in place of the third to half a second that a model puts around every run."""

ONSET_S: Final = 0.08
"""A word is heard so long before its first token begins by the models' durations (`benchmarks words` measures it)."""


class Run(NamedTuple):
    """Words with one speed and one volume, and seconds of silence after them."""

    words: Sequence[Word]
    speed: float
    volume: float
    pause_s: float

    @property
    def sounds(self) -> bool:
        """Whether it has a sound. Marks alone are a rest; a model asked to say them makes noises."""
        return any(symbol.isalpha() for word in self.words for symbol in word.symbols)


def passages(utterance: Utterance, espeak_voice: str, known: Container[str], reader: Reader) -> Iterator[Run]:
    """The utterance's words in `known` symbols, cut where speed or volume change and at pauses."""
    spans: list[Span] = []
    for index, span in enumerate(utterance.spans):
        spans.append(span)
        following = utterance.spans[index + 1 :][:1]
        if span.pause_s or not following or (following[0].speed, following[0].volume) != (span.speed, span.volume):
            yield Run(
                reader.words(spans, espeak_voice, known),
                min(max(_SLOWEST, utterance.speed * span.speed), _FASTEST),
                utterance.volume * span.volume,
                span.pause_s,
            )
            spans = []


def tokens(words: Sequence[Word]) -> int:
    """Number of tokens of the words, with the spaces between them."""
    return sum(len(word.symbols) + 1 for word in words) - 1


def sentence(words: Sequence[Word]) -> int:
    """Number of words in the first sentence."""
    return next((end for end, word in enumerate(words, 1) if ends(word, SENTENCE_ENDS)), len(words))


def fitting(words: Sequence[Word], end: int, most_tokens: int) -> int:
    """`end`, or less if a run cannot hold so many words: up to the last clause that fits, else the last word."""
    lengths = accumulate(len(word.symbols) + 1 for word in words[:end])
    fits = sum(length - 1 <= most_tokens for length in lengths)
    if fits == end:
        return end
    return next((each for each in range(fits, 0, -1) if ends(words[each - 1], CLAUSE_ENDS)), fits)


def within_limit(words: Iterable[Word], most_tokens: int) -> Iterator[Word]:
    """The words; one that is too long for a run comes in parts."""
    for word in words:
        text, symbols = word
        while len(symbols) > most_tokens:
            end = symbols.rfind(" ", 0, most_tokens)
            end = end if end > 0 else most_tokens
            yield Word(text, symbols[:end])
            text, symbols = "", symbols[end:].lstrip()
        yield Word(text, symbols)


def ends(word: Word, marks: str) -> bool:
    """Whether one of these marks is the word's last, but for quotes and brackets that close."""
    return word.symbols.rstrip(_CLOSING)[-1:] in tuple(marks)


def rest_s(words: Sequence[Word]) -> float:
    """Seconds of rest after the words, at speed 1."""
    return _PAUSES_S.get(words[-1].symbols.rstrip(_CLOSING)[-1:], 0.0)


def word_starts(
    run: Run, token_starts_s: npt.NDArray[np.float64], seconds: float, later_s: float
) -> Iterator[WordStart]:
    """The words of a run of so many seconds, which begins `later_s` after the utterance.

    `token_starts_s` counts from the run's first sample; the padding before the words is its first token. The first word begins
    with the run, because the silence before it was cut off.
    """
    place = 1
    for word in run.words:
        start_s = float(token_starts_s[place]) if place > 1 else 0.0
        place += len(word.symbols) + 1
        if is_word(word.text):
            yield WordStart(word.text, later_s + min(max(0.0, start_s), seconds))
