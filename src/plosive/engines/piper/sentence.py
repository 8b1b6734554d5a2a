"""Speaks the sentences of one utterance in a Piper voice: stretches of samples, words as soon as their starts are known."""

from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

import numpy as np
import numpy.typing as npt

from plosive.engines.engine import Interrupted
from plosive.engines.piper.ids import WINDOWS_BEFORE_ALL_IS_READ, Spelling, encoding_steps, onset, spell
from plosive.engines.piper.phonemizer import Sentence
from plosive.engines.piper.vits_model import Floats, Interruptible, Signal, VitsModel
from plosive.engines.piper.voice import PiperVoice
from plosive.engines.piper.windows import LONGEST_ALONE, next_length, next_stop
from plosive.engines.word_places import is_word
from plosive.errors import EngineFailed
from plosive.utterance import Utterance

Given = ParamSpec("Given")
Result = TypeVar("Result")

_FULL_SCALE = 32767.0  # piper-tts's own

_SILENCE = 0.001
"""Root mean square of silence, -60 dB: a published voice is below -75 dB before it speaks, its softest onsets above -55."""

_LEAD_S = 0.03
"""Silence that is left before a sentence; voices begin with up to 0.4 s."""

_MOST_FRAMES_PER_ID = 100
"""About a second, where speech takes 0.03 s: a broken voice must not ask for all memory."""


@dataclass(frozen=True)
class Stretch:
    """Samples (little-endian int16) and words that begin in them or later, each at a sample of the sentence."""

    pcm: bytes = b""
    words: tuple[tuple[str, int], ...] = ()


class Speaker:
    """A speaker of a voice during one utterance. All noise comes from `random`, in an order that does not depend on windows."""

    def __init__(
        self,
        voice: PiperVoice,
        utterance: Utterance,
        random: np.random.Generator,
        run: Interruptible,
        *,
        ahead: bool,
    ) -> None:
        self._voice = voice
        self._number = utterance.voice.speaker
        self._speed = utterance.speed
        self._volume = utterance.volume
        self._random = random
        self._run = run
        self._length = LONGEST_ALONE if ahead else 0  # frames of the last window

    def say(self, sentence: Sentence) -> Generator[Stretch, bool, None]:
        """Speak a sentence in stretches. `send(True)` if other jobs wait. Raises `EngineFailed`."""
        if not sentence.phonemes:
            yield Stretch(words=sentence.words)
            return
        spelling = spell(sentence.phonemes, self._voice.config.phoneme_id_map)
        if self._voice.model is not None:
            yield from self._in_windows(self._voice.model, sentence, spelling)
        else:
            yield (yield from _made(self._at_once, sentence, spelling))

    def _in_windows(self, model: VitsModel, sentence: Sentence, spelling: Spelling) -> Generator[Stretch, bool, None]:
        inference = self._voice.config.inference
        ids = np.array(spelling.ids, np.int64)
        noise = self._random.standard_normal((2, len(ids)), np.float32)
        scales, volumes = self._length_scales(sentence, spelling), self._volumes(sentence, spelling)
        signal = Signal(model, self._random, inference.noise_scale, self._number)
        durations = np.empty(0, np.int64)
        words = deque((word, onset(sentence.phonemes, spelling, index)) for word, index in sentence.words)
        lead = _Lead(sentence, model.hop, self._voice.config.audio.sample_rate)
        start = 0
        for step in encoding_steps(sentence.phonemes, spelling):
            encoding = yield from _made(
                model.encode, ids[: step.read], noise[:, : step.read], inference.noise_w, self._number, self._run
            )
            read = encoding.ids(len(durations), step.used)
            added = _whole_frames(read.durations * scales[len(durations) : step.used], scales.max())
            is_last = step.used == len(ids)
            signal.add(read, added, is_last=is_last)
            durations = np.concatenate([durations, added])
            begins = np.concatenate([[0], np.cumsum(durations)]) * model.hop
            loudness = np.repeat(volumes[: step.used], durations * model.hop)
            crowded = yield Stretch()
            windows = 0
            while start < signal.total and (is_last or windows < WINDOWS_BEFORE_ALL_IS_READ):
                length = next_length(self._length, crowded=crowded)
                stop = next_stop(start, length, signal.total) if is_last else start + length
                if stop > signal.sure:
                    break
                while (yield from _made(signal.flow, stop, self._run, ahead=is_last and start > 0)):
                    if start:  # before the first window the flow is short, and the listener waits
                        crowded = yield Stretch()
                samples = lead.cut((yield from _made(signal.decode, start, stop, self._run)))
                start = stop
                if not lead.is_over and not (is_last and stop == signal.total):
                    crowded = yield Stretch()
                    continue
                self._length = length
                windows += 1
                samples = samples * loudness[stop * model.hop - len(samples) : stop * model.hop]
                ready = []
                while words and words[0][1] <= len(durations):
                    word, at = words.popleft()
                    ready.append((word, max(0, int(begins[at]) - lead.skipped)))
                crowded = yield Stretch(_pcm(samples), tuple(ready))
        if words:  # no frames were made for them
            yield Stretch(words=tuple((word, start * model.hop - lead.skipped) for word, _ in words))

    def _at_once(self, sentence: Sentence, spelling: Spelling) -> Stretch:
        """Speak by a graph that could not be cut. It gives no durations: words are placed in proportion to the ids."""
        inference = self._voice.config.inference
        length_scale = float(self._length_scales(sentence, spelling).mean())
        feeds = {
            "input": np.array([spelling.ids], np.int64),
            "input_lengths": np.array([len(spelling.ids)]),
            "scales": np.array([inference.noise_scale, length_scale, inference.noise_w], np.float32),
            "sid": np.array([self._number]),
        }
        samples = self._run(self._voice.whole, feeds)[0].reshape(-1)
        volumes = self._volumes(sentence, spelling)
        loudness = volumes[np.arange(len(samples)) * len(volumes) // len(samples)]
        rate_hz = self._voice.config.audio.sample_rate
        lead = _Lead(sentence, rate_hz // 100, rate_hz)
        heard = lead.cut(samples)
        per_id = len(heard) / len(spelling.ids)
        words = tuple((word, round(spelling.starts[index] * per_id)) for word, index in sentence.words)
        return Stretch(_pcm(heard * loudness[lead.skipped :]), words)

    def _length_scales(self, sentence: Sentence, spelling: Spelling) -> Floats:
        """Factor on the model's duration of each id."""
        speeds = np.array([phoneme.speed for phoneme in sentence.phonemes])[list(spelling.phonemes)] * self._speed
        return (self._voice.config.inference.length_scale / speeds).astype(np.float32)

    def _volumes(self, sentence: Sentence, spelling: Spelling) -> Floats:
        volumes = np.array([phoneme.volume for phoneme in sentence.phonemes])[list(spelling.phonemes)] * self._volume
        return volumes.astype(np.float32)


class _Lead:
    """Cuts off the silence that a sentence begins with, but for `_LEAD_S` of it. Marks alone are a rest, which stays."""

    def __init__(self, sentence: Sentence, frame: int, rate_hz: int) -> None:
        self.is_over = not any(is_word(phoneme.symbol) for phoneme in sentence.phonemes)
        self.skipped = 0  # samples
        self._frame = frame
        self._most = int(_LEAD_S * rate_hz)
        self._kept = np.empty(0, np.float32)

    def cut(self, samples: Floats) -> Floats:
        """The samples without it, and with the last of it, once it is over; else the last of it alone."""
        if self.is_over:
            return samples
        samples = np.concatenate([self._kept, samples])
        frames = samples[: len(samples) // self._frame * self._frame].reshape(-1, self._frame)
        loud = np.flatnonzero(np.sqrt(np.mean(np.square(frames), axis=1)) > _SILENCE)
        self.is_over = len(loud) > 0
        quiet = int(loud[0]) * self._frame if self.is_over else len(samples)
        # Whole frames, so that the cut is the same however the samples come: spoken again, the rest joins what was heard.
        cut = max(0, quiet - self._most) // self._frame * self._frame
        self.skipped += cut
        self._kept = samples[cut:]
        return self._kept


def _whole_frames(durations: Floats, longest_scale: float) -> npt.NDArray[np.int64]:
    """Durations rounded up as in training. Raises `EngineFailed` if they are far too long or not numbers."""
    if not durations.sum() <= _MOST_FRAMES_PER_ID * len(durations) * max(longest_scale, 1.0):  # false for NaN too
        raise EngineFailed("the voice gave durations that are no speech")
    return np.ceil(durations).astype(np.int64)


def _made(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Generator[Stretch, bool, Result]:
    """Return the result of `work`. An interrupted step ends with an empty stretch; the next step calls it again."""
    while True:
        try:
            return work(*given, **named)
        except Interrupted:
            yield Stretch()


def _pcm(samples: Floats) -> bytes:
    if not np.isfinite(samples).all():
        raise EngineFailed("the voice made samples that are not numbers")
    scaled: npt.NDArray[np.int16] = (np.clip(samples, -1.0, 1.0) * _FULL_SCALE).astype("<i2")
    return scaled.tobytes()
