"""hibari as an Engine: a sentence's frames at once, then its samples in windows, the first of them short.

It ignores pitch: the network has no input for it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from plosive.engines.engine import Interrupted, Steps
from plosive.engines.hibari.model import HibariModel
from plosive.engines.hibari.signal import HOP, Floats, Noise, Signal
from plosive.engines.hibari.vocabulary import VOCABULARIES
from plosive.engines.misaki.runs import ONSET_S, Run, fitting, passages, rest_s, sentence, within_limit, word_starts
from plosive.engines.misaki.symbols import AMERICAN, BRITISH
from plosive.engines.misaki.words import Reader
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import PcmChunk, Utterance
from plosive.voices.hibari import RATE_HZ

MOST_TOKENS: Final = 400
"""Time and memory of the network's attention grow with the square of the tokens; 400 are some 25 s of speech."""

_FIRST: Final = 40
_LONGEST: Final = 128
"""Frames of the first window, and of the longest: they double. 128 frames last 1.6 s and take some 10 ms. The first lasts
half a second: with 16 frames, 1 ms earlier, listeners of a busy worker ran dry while it made the frames of newcomers."""

_SILENCE_STEP_S: Final = 1.0
"""Longest chunk of silence: a long pause must not be one large message."""


class HibariEngine:
    """hibari's voices in this process. A step is the network and the first window, or a window."""

    one_at_a_time = False

    def __init__(self, cache: VoiceCache, gpu: int | None = None) -> None:
        self._cache = cache
        self._gpu = gpu
        self._reader: Reader | None = None
        self._options = onnxruntime.RunOptions()

    def speak(self, utterance: Utterance, *, ahead: bool = False) -> Steps:
        """Speak in steps: see `Engine`. Whether others wait makes no difference here."""
        first = _LONGEST if ahead else _FIRST
        self._options = onnxruntime.RunOptions()
        file = Path(utterance.voice.model)
        model = self._cache.voice(f"hibari:{file}", lambda: HibariModel(file, self._gpu))
        self._reader = self._reader or Reader()
        noise = Noise(_seed(utterance))
        # Models are named after Kokoro's voices, the embedded one is not.
        dialect = BRITISH if file.name.startswith("b") else AMERICAN
        vocabulary = VOCABULARIES[dialect]
        samples = 0
        for run in _cut(passages(utterance, dialect, vocabulary, self._reader)):
            tokens = [vocabulary[symbol] for symbol in " ".join(word.symbols for word in run.words)]
            for chunk in self._said(run, tokens, model, noise, samples / RATE_HZ, first):
                samples += len(chunk.pcm) // 2
                yield chunk
                self._options = onnxruntime.RunOptions()

    def interrupt(self) -> None:
        """End the running step within the graph's operator that is being computed; a window is made to its end."""
        self._options.terminate = True

    def _said(
        self, run: Run, tokens: list[int], model: HibariModel, noise: Noise, start_s: float, window: int
    ) -> Iterator[PcmChunk]:
        silence = round(run.pause_s * RATE_HZ)
        longest = round(_SILENCE_STEP_S * RATE_HZ)
        if run.sounds:
            spoken = None
            while spoken is None:
                try:
                    spoken = model.run(tokens, run.speed, self._options)
                except Interrupted:
                    yield PcmChunk(b"", RATE_HZ)
            first, end = spoken.frames.sounding()
            starts_s = (spoken.starts - first) * HOP / RATE_HZ - ONSET_S
            words = tuple(word_starts(run, starts_s, (end - first) * HOP / RATE_HZ, start_s))
            signal = Signal(spoken.frames, noise, first)
            for stop in _window_ends(first, end, window):
                rest = min(longest, silence) if stop == end else 0  # a step of its own would cost as much as a window's
                silence -= rest
                yield PcmChunk(_pcm(signal.make(stop), run.volume) + bytes(2 * rest), RATE_HZ, words)
                words = ()
        for start in range(0, silence, longest):
            yield PcmChunk(bytes(2 * min(longest, silence - start)), RATE_HZ)


def _cut(passages: Iterable[Run]) -> Iterator[Run]:
    """Cut passages at the ends of sentences, and long sentences at clauses; silence alone is a run without words."""
    for passage in passages:
        left = list(within_limit(passage.words, MOST_TOKENS))
        while left:
            end = fitting(left, sentence(left), MOST_TOKENS)
            words, left = left[:end], left[end:]
            pause_s = rest_s(words) / passage.speed + (0.0 if left else passage.pause_s)
            yield passage._replace(words=words, pause_s=pause_s)
        if not passage.words and passage.pause_s:
            yield passage


def _window_ends(first: int, end: int, length: int) -> Iterator[int]:
    """Ends of the windows of a sentence's frames, of which the first has this length. A short rest joins the last one."""
    while first < end:
        first = first + length if end - first - length >= length // 4 else end
        yield first
        length = min(2 * length, _LONGEST)


def _seed(utterance: Utterance) -> int:
    """Seed of an utterance's noise: spoken again after a crash it has the same samples, so the rest joins what was heard."""
    return int.from_bytes(hashlib.sha256(msgspec.msgpack.encode(utterance)).digest())


def _pcm(audio: Floats, volume: float) -> bytes:
    if not np.isfinite(audio).all():
        raise EngineFailed("hibari made samples that are not numbers")
    samples: npt.NDArray[np.int16] = (np.clip(audio * volume, -1, 1) * 32767).round().astype("<i2")
    return samples.tobytes()
