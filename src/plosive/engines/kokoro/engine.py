"""Kokoro as an Engine: an utterance in runs of the model, one a step, the first of them short.

It refuses voices that the model does not have and text that it has no symbols for. The model has no input for pitch.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import onnxruntime

from plosive.engines.engine import Interrupted, Steps
from plosive.engines.kokoro.model import KokoroModel, Spoken
from plosive.engines.kokoro.runs import cut
from plosive.engines.misaki.runs import ONSET_S, Run, passages, tokens, word_starts
from plosive.engines.misaki.words import ESPEAK_VOICES, Reader
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import PcmChunk, Utterance
from plosive.voices.kokoro import RATE_HZ

_FRAME: Final = RATE_HZ // 200
"""5 ms, in samples: resolution of the search for silence around a run."""

_SILENCE: Final = 10 ** (-45 / 20)
"""Relative to a run's loudest frame. Consonants that begin or end a word are some 30 dB below its vowels."""

_LEAD: Final = 4 * _FRAME
_TAIL: Final = 12 * _FRAME
"""Silence left before and after a run: it holds still softer onsets and releases."""


class KokoroEngine:
    """Kokoro's voices in this process. A step is a run of the model: it takes up to seconds."""

    one_at_a_time = False

    def __init__(self, cache: VoiceCache, gpu: int | None = None) -> None:
        self._cache = cache
        self._gpu = gpu
        self._reader: Reader | None = None
        self._options = _run_options()

    def speak(self, utterance: Utterance, *, ahead: bool = False) -> Steps:
        """Speak in steps, a run of the model each: see `Engine`. Whether others wait makes no difference here."""
        self._options = _run_options()
        folder, blend = Path(utterance.voice.model), dict(utterance.voice.blend)
        espeak_voice = ESPEAK_VOICES.get(next(iter(blend), "")[:1])
        if espeak_voice is None or sum(blend.values()) <= 0:
            raise EngineFailed(f"{utterance.voice} is no voice of Kokoro's: its blend must be names with weights")
        model = self._cache.voice(f"kokoro:{folder}", lambda: KokoroModel(folder, self._gpu))
        self._reader = self._reader or Reader()
        samples = 0
        for run in cut(passages(utterance, espeak_voice, model.vocabulary, self._reader)):
            while (chunk := self._said(run, blend, model, samples / RATE_HZ)) is None:
                yield PcmChunk(b"", RATE_HZ)
                self._options = _run_options()
            samples += len(chunk.pcm) // 2
            yield chunk
            self._options = _run_options()

    def interrupt(self) -> None:
        """End the running step within the graph's operator that is being computed."""
        self._options.terminate = True

    def _said(self, run: Run, blend: Mapping[str, float], model: KokoroModel, start_s: float) -> PcmChunk | None:
        """Audio of a run; None: it was interrupted."""
        silence = np.zeros(round(run.pause_s * RATE_HZ), np.float32)
        if not run.sounds:
            return PcmChunk(_pcm(silence, 1), RATE_HZ)
        tokens = [model.vocabulary[symbol] for symbol in " ".join(word.symbols for word in run.words)]
        try:
            spoken = model.run(tokens, model.style(blend, len(tokens)), run.speed, self._options)
        except Interrupted:
            return None
        first, end = _speech(spoken.audio)
        words = tuple(word_starts(run, _token_starts_s(run, spoken, first, end), (end - first) / RATE_HZ, start_s))
        pcm = _pcm(np.concatenate([spoken.audio[first:end], silence]), run.volume)
        return PcmChunk(pcm, RATE_HZ, words)


def _run_options() -> onnxruntime.RunOptions:
    """Options of one step: to interrupt it does not touch the next."""
    options = onnxruntime.RunOptions()
    # A run of 11 s leaves 590 MB instead of 380 MB otherwise, for as long as the model is loaded; it takes no longer.
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def _speech(audio: npt.NDArray[np.float32]) -> tuple[int, int]:
    """First and last sample of the speech in a run, without the silence that the model puts around it."""
    frames = len(audio) // _FRAME
    levels = np.sqrt(np.mean(np.square(audio[: frames * _FRAME].reshape(frames, _FRAME)), axis=1))
    loud = np.flatnonzero(levels > _SILENCE * levels.max(initial=0))
    if not len(loud):
        return 0, len(audio)
    return max(0, int(loud[0]) * _FRAME - _LEAD), min(len(audio), int(loud[-1] + 1) * _FRAME + _TAIL)


def _token_starts_s(run: Run, spoken: Spoken, first: int, end: int) -> npt.NDArray[np.float64]:
    """When the padding and each token begin, in seconds from sample `first` on: as if all tokens took equally long, if the
    model gives no durations.
    """
    count = tokens(run.words) + 1
    samples: npt.NDArray[np.float64]
    if spoken.frames is not None and len(spoken.frames) >= count:
        frames = np.concatenate([[0.0], np.cumsum(spoken.frames)])
        samples = frames * (len(spoken.audio) / float(frames[-1])) - (first + ONSET_S * RATE_HZ)
    else:
        samples = np.arange(-1.0, count) * ((end - first) / count)
    return samples / RATE_HZ


def _pcm(audio: npt.NDArray[np.float32], volume: float) -> bytes:
    samples: npt.NDArray[np.int16] = (np.clip(audio * volume, -1, 1) * 32767).round().astype("<i2")
    return samples.tobytes()
