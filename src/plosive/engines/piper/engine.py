"""Piper's voices as an Engine: the first window of a sentence plays while the others are made."""

import hashlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from plosive.engines.engine import Steps
from plosive.engines.piper.ids import parts
from plosive.engines.piper.phonemizer import Phonemizer
from plosive.engines.piper.sentence import Speaker, Stretch
from plosive.engines.piper.vits_model import Interruptible
from plosive.engines.piper.voice import PiperVoice
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import PcmChunk, Span, Utterance, WordStart

_SILENCE_STEP_S: Final = 1.0
"""Longest chunk of silence: a long pause must not be one large message."""


class PiperEngine:
    """Piper's voices in this process. They have no input for pitch: it is ignored."""

    one_at_a_time = False

    def __init__(self, cache: VoiceCache, sentence_silence_s: float = 0.0, gpu: int | None = None) -> None:
        self._cache = cache
        self._gpu = gpu
        self._sentence_silence_s = sentence_silence_s
        self._phonemizer: Phonemizer | None = None
        self._run = Interruptible()

    def speak(self, utterance: Utterance, *, ahead: bool = False) -> Steps:
        """Speak in steps: see `Engine`. A step opens a part of the voice, encodes a sentence, or makes a window."""
        with closing(self._steps(utterance, ahead)) as steps:
            self._run.begin()
            chunk = next(steps)
            while True:
                crowded = yield chunk
                self._run.begin()
                try:
                    chunk = steps.send(crowded)
                except StopIteration:
                    return

    def interrupt(self) -> None:
        """End the running step within the layer that is being computed: a window takes up to 60 ms."""
        self._run.interrupt()

    def _steps(self, utterance: Utterance, ahead: bool) -> Steps:
        path, number = Path(utterance.voice.model), utterance.voice.speaker
        voice = self._cache.voice(f"piper:{path}", lambda: PiperVoice(path, self._gpu))
        rate_hz = voice.config.audio.sample_rate
        if not 0 <= number < max(voice.config.num_speakers, 1):
            raise EngineFailed(
                f"{path} has {voice.config.num_speakers} speakers, numbered from 0; there is no {number}"
            )
        with voice.opening():
            while voice.open():
                yield PcmChunk(b"", rate_hz, waits=voice.waits)
        self._phonemizer = self._phonemizer or Phonemizer()
        speaker = Speaker(voice, utterance, np.random.default_rng(seed(utterance)), self._run, ahead=ahead)
        samples = 0
        for spans, pause_s in _passages(utterance.spans):
            sentences = self._phonemizer.sentences(spans, voice.config)
            yield PcmChunk(b"", rate_hz)
            for sentence in sentences:
                for part in parts(sentence):
                    samples += yield from _chunks(speaker.say(part), samples, rate_hz)
                if sentence.phonemes:
                    samples += yield from _silence(self._sentence_silence_s, rate_hz)
            samples += yield from _silence(pause_s, rate_hz)


def _chunks(stretches: Generator[Stretch, bool, None], before: int, rate_hz: int) -> Generator[PcmChunk, bool, int]:
    """Turn stretches into chunks of an utterance that has `before` samples already. Returns the number of samples made."""
    made = 0
    with closing(stretches):
        stretch = next(stretches, None)
        while stretch is not None:
            words = tuple(WordStart(word, (before + sample) / rate_hz) for word, sample in stretch.words)
            made += len(stretch.pcm) // 2
            crowded = yield PcmChunk(stretch.pcm, rate_hz, words)
            try:
                stretch = stretches.send(crowded)
            except StopIteration:
                stretch = None
    return made


def _silence(seconds: float, rate_hz: int) -> Generator[PcmChunk, bool, int]:
    samples = round(seconds * rate_hz)
    step = round(_SILENCE_STEP_S * rate_hz)
    for start in range(0, samples, step):
        yield PcmChunk(bytes(2 * min(step, samples - start)), rate_hz)
    return samples


def _passages(spans: Iterable[Span]) -> Iterator[tuple[list[Span], float]]:
    """The spans up to each pause, said in one breath, with the pause in seconds."""
    passage: list[Span] = []
    for span in spans:
        passage.append(span)
        if span.pause_s > 0:
            yield passage, span.pause_s
            passage = []
    if passage:
        yield passage, 0.0


def seed(utterance: Utterance) -> int:
    """Seed of an utterance's noise: spoken again after a crash it has the same samples, so the rest joins what was heard.

    The fields are named and ordered as in 0.1.0: a seed made of others would be another noise.
    """
    fields = msgspec.structs.asdict(utterance)
    voice = fields.pop("voice")
    fields = {"spans": fields.pop("spans"), "engine": voice.engine, "voice": f"{voice.model}#{voice.speaker}"} | fields
    return int.from_bytes(hashlib.sha256(msgspec.msgpack.encode(fields)).digest())
