"""How busy the workers are: the share of their time that listeners need, who hear a second of audio each second.

PURE: no clock. A worker tells with each piece of audio for how long it has worked on it.
"""

import math
from collections import Counter
from typing import Final

from plosive.text.sentences.speech_length import speech_length
from plosive.utterance import Utterance

MEANS_S: Final = (3.0, 30.0)
"""The speed of an engine is the lower of two means, over so much time of busy workers: a machine that was slow a moment ago
may soon be slow again. In a simulation (tests/workers/test_load.py) whose workers were three times as slow for 5 s of each
15 s, a third of the accepted listeners had a gap with one mean over 5 s, and none so."""

ASSUMED: Final = 10.0
"""Speed of an engine that has not spoken yet: neural voices make 2 to 100 seconds of audio in a second."""


def spoken_chars(utterance: Utterance) -> int:
    """Return how long an utterance is when it is spoken, in Latin characters."""
    return sum(speech_length(span.text) for span in utterance.spans)


class Speeds:
    """How much audio each engine makes in a second of one worker's time."""

    def __init__(self, workers: int = 1) -> None:
        """`workers` note their work here."""
        self._workers = workers
        self._means: dict[str, list[tuple[float, float]]] = {}  # audio and work, in seconds; the last weighs most

    def note(self, engine: str, audio_s: float, worked_s: float) -> None:
        """A worker has worked for `worked_s` on this audio. 0: it has loaded the voice too, which says nothing of its speed."""
        if worked_s <= 0:
            return
        kept = [math.exp(-worked_s / (mean_s * self._workers)) for mean_s in MEANS_S]
        means = self._means.get(engine, [(0.0, 0.0)] * len(kept))
        self._means[engine] = [
            (made_s * share + audio_s, work_s * share + worked_s)
            for share, (made_s, work_s) in zip(kept, means, strict=True)
        ]

    def of(self, engine: str) -> float:
        """Return the seconds of audio that the engine makes in a second."""
        means = self._means.get(engine)
        return min(made_s / work_s for made_s, work_s in means) if means else ASSUMED

    def load(self, listeners: Counter[str], workers: int) -> float:
        """Return the share of the time of so many workers that listeners need; `listeners` counts them by engine.

        Above 1 they cannot all be spoken to in real time.
        """
        return sum(number / max(self.of(engine), 0.001) for engine, number in listeners.items()) / max(workers, 1)
