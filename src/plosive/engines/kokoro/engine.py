"""Speaks with Kokoro: an utterance in runs of the model, one a step, the first of them short.

It refuses what the model has no voice or no symbols for. Pitch is not honoured: the model has no input for it.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from plosive.engines.engine import Interrupted, Steps
from plosive.engines.kokoro.model import RATE_HZ, KokoroModel, Spoken
from plosive.engines.kokoro.runs import Passage, cut
from plosive.engines.kokoro.words import ESPEAK_VOICES, Reader
from plosive.engines.voice_cache import VoiceCache
from plosive.engines.word_places import is_word
from plosive.errors import EngineFailed
from plosive.utterance import PcmChunk, Span, Utterance, WordStart

_SLOWEST: Final = 0.5
_FASTEST: Final = 2.0
"""Beyond these the model's speech falls apart; kokoro-onnx takes the same."""

_FRAME: Final = RATE_HZ // 200
"""5 ms, in samples: how finely the silence around a run is looked for."""

_SILENCE: Final = 10 ** (-45 / 20)
"""Of a run's loudest frame. Consonants that begin or end a word are some 30 dB below its vowels."""

_LEAD: Final = 4 * _FRAME
_TAIL: Final = 12 * _FRAME
"""What is left of the silence around a run: onsets and releases that are softer still."""

_PART = re.compile(r"([a-z][a-z0-9_]*)\*(\d+(?:\.\d+)?)")


class _Voice(NamedTuple):
    folder: Path
    blend: dict[str, float]

    @classmethod
    def parse(cls, engine_voice: str) -> "_Voice":
        """`<folder>#af_heart*0.5+am_adam*0.5`."""
        folder, _, blend = engine_voice.rpartition("#")
        parts = [_PART.fullmatch(part) for part in blend.split("+")]
        weights = {part[1]: float(part[2]) for part in parts if part}
        if not folder or not all(parts) or not sum(weights.values()) or next(iter(weights))[0] not in ESPEAK_VOICES:
            raise EngineFailed(
                f"{engine_voice!r} is no voice of Kokoro's: it would be <folder>#<name>*<weight>, + another"
            )
        return cls(Path(folder), weights)

    @property
    def espeak_voice(self) -> str:
        """Reads what has no language of its own: the first voice's language."""
        return ESPEAK_VOICES[next(iter(self.blend))[0]]


class KokoroEngine:
    """The engine, of however many models. Its steps take as long as a run of the model: up to seconds."""

    one_at_a_time = False

    def __init__(self, cache: VoiceCache) -> None:
        self._cache = cache
        self._reader: Reader | None = None
        self._running: onnxruntime.RunOptions | None = None

    def speak(self, utterance: Utterance) -> Steps:
        """Speak in steps, a run of the model each. See `Engine.speak`; whether others wait makes no difference here."""
        chunks = self._chunks(utterance)
        while True:
            options = self._running = onnxruntime.RunOptions()
            # A run of 11 s leaves 590 MB instead of 380 MB otherwise, for as long as the model is loaded; it takes no longer.
            options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
            try:
                chunk = next(chunks, None)
            finally:
                self._running = None
            if chunk is None:
                return
            yield chunk

    def interrupt(self) -> None:
        """End the step that runs, within the operator of the graph that it is at."""
        if options := self._running:
            options.terminate = True

    def _chunks(self, utterance: Utterance) -> Generator[PcmChunk, None, None]:
        voice = _Voice.parse(utterance.voice)
        model = self._cache.voice(f"kokoro:{voice.folder}", lambda: KokoroModel(voice.folder))
        self._reader = self._reader or Reader()
        samples = 0
        for run in cut(_passages(utterance, voice, model, self._reader)):
            while (chunk := self._said(run, voice, model, samples / RATE_HZ)) is None:
                yield PcmChunk(b"", RATE_HZ)
            samples += len(chunk.pcm) // 2
            yield chunk

    def _said(self, run: Passage, voice: _Voice, model: KokoroModel, start_s: float) -> PcmChunk | None:
        """The run's audio; None: it was interrupted."""
        silence = np.zeros(round(run.pause_s * RATE_HZ), np.float32)
        # Marks alone are a rest; a model asked to say them makes noises.
        if not any(symbol.isalpha() for word in run.words for symbol in word.symbols):
            return PcmChunk(_pcm(silence, 1), RATE_HZ)
        tokens = [model.vocabulary[symbol] for symbol in " ".join(word.symbols for word in run.words)]
        options = self._running or onnxruntime.RunOptions()
        try:
            spoken = model.run(tokens, model.style(voice.blend, len(tokens)), run.speed, options)
        except Interrupted:
            return None
        first, end = _speech(spoken.audio)
        pcm = _pcm(np.concatenate([spoken.audio[first:end], silence]), run.volume)
        return PcmChunk(pcm, RATE_HZ, tuple(_word_starts(run, spoken, first, end, start_s)))


def _passages(utterance: Utterance, voice: _Voice, model: KokoroModel, reader: Reader) -> Iterator[Passage]:
    """The utterance's words, in stretches that are said in one way."""
    spans: list[Span] = []
    for index, span in enumerate(utterance.spans):
        spans.append(span)
        following = utterance.spans[index + 1 :][:1]
        if span.pause_s or not following or (following[0].speed, following[0].volume) != (span.speed, span.volume):
            yield Passage(
                reader.words(spans, voice.espeak_voice, model.vocabulary),
                min(max(_SLOWEST, utterance.speed * span.speed), _FASTEST),
                utterance.volume * span.volume,
                span.pause_s,
            )
            spans = []


def _speech(audio: npt.NDArray[np.float32]) -> tuple[int, int]:
    """Where speech begins in a run's audio and where it ends, in samples: without the silence that the model puts around."""
    frames = len(audio) // _FRAME
    levels = np.sqrt(np.mean(np.square(audio[: frames * _FRAME].reshape(frames, _FRAME)), axis=1))
    loud = np.flatnonzero(levels > _SILENCE * levels.max(initial=0))
    if not len(loud):
        return 0, len(audio)
    return max(0, int(loud[0]) * _FRAME - _LEAD), min(len(audio), int(loud[-1] + 1) * _FRAME + _TAIL)


def _word_starts(run: Passage, spoken: Spoken, first: int, end: int, start_s: float) -> Iterable[WordStart]:
    """Where the words begin: by the model's own durations if it tells them, else as if every token took as long."""
    places = list(accumulate((len(word.symbols) + 1 for word in run.words), initial=0))
    if spoken.frames is not None and len(spoken.frames) > places[-1]:
        # Before token k, which the padding makes the one after, come the durations of 0 to k.
        ends = np.cumsum(spoken.frames)
        samples = ends[places[:-1]] * (len(spoken.audio) / ends[-1]) - first
    else:
        samples = np.asarray(places[:-1]) * ((end - first) / places[-1])
    for word, sample in zip(run.words, np.clip(samples, 0, end - first), strict=True):
        if is_word(word.text):
            yield WordStart(word.text, start_s + float(sample) / RATE_HZ)


def _pcm(audio: npt.NDArray[np.float32], volume: float) -> bytes:
    samples: npt.NDArray[np.int16] = (np.clip(audio * volume, -1, 1) * 32767).round().astype("<i2")
    return samples.tobytes()
