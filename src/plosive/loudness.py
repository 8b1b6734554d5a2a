"""Loudness: every voice is as loud as the others, by one gain for each, which is measured once and kept in a file."""

import asyncio
import math
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import Final

import msgspec
import structlog

from plosive.audio.loudness import loudness_lufs
from plosive.audio.pcm import samples_of
from plosive.audio_cache.entries import Keys
from plosive.errors import EngineUnavailable, SynthesisError, WorkerLost
from plosive.speech import Synthesizer
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.voices.known_loudness import known_loudness_lufs

TARGET_LUFS: Final = -22.0
"""The engines' own loudness is -18 to -27 LUFS. At this one the peaks of speech, some 18 dB above it, stay below full scale."""

_TRIAL: Final = (Span("1234567, 43, 65."),)
"""Text that measures a voice: every voice can read figures. It takes six seconds of speech. Sentences in 15 languages and
20 in each of four English voices differ from it by 0.5 LU (standard deviation; mean 0.1, worst 1.2)."""

_MOST_DB: Final = 12.0
"""A voice that is quieter by more than this is no speech: its noise is not brought to the loudness of speech."""

_log = structlog.get_logger()


class Gains:
    """The gain of each voice: known, kept from a trial, or measured now by one.

    `trial` speaks as the engines do. The measured gains are kept in `data_dir`, where other processes may add some too.
    """

    def __init__(self, trial: Synthesizer, data_dir: Path) -> None:
        self._trial = trial
        self._kept = data_dir / "loudness.json"
        self._gains: dict[EngineVoice, float] = {}
        self._trials: dict[EngineVoice, asyncio.Task[float]] = {}
        self._keys = Keys()

    async def of(self, voice: EngineVoice) -> float:
        """Factor on the amplitude of a voice. A blend has that of its voices, by their weights in decibels.

        Raises nothing: a voice that does not speak has 1, and says why when it is to speak.
        """
        if not voice.blend:
            return await self._of_one(voice)
        total = sum(weight for _, weight in voice.blend)
        decibels = 0.0
        for name, weight in voice.blend if total > 0 else ():
            one = msgspec.structs.replace(voice, blend=((name, 1.0),))
            decibels += weight / total * math.log10(await self._of_one(one))
        return float(10**decibels)

    async def _of_one(self, voice: EngineVoice) -> float:
        if (gain := self._gains.get(voice)) is not None:
            return gain
        if (known := known_loudness_lufs(voice)) is not None:
            return self._gains.setdefault(voice, _gain(known))
        task = self._trials.get(voice)
        if task is None:
            task = self._trials[voice] = asyncio.create_task(self._find(voice))
            task.add_done_callback(lambda _: self._trials.pop(voice))
        # One listener who leaves does not end the trial for the others.
        return await asyncio.shield(task)

    async def _find(self, voice: EngineVoice) -> float:
        trial = Utterance(_TRIAL, voice)
        key = self._keys.key(trial).hex()
        gain = self._read().get(key)
        if gain is None:
            try:
                gain = await self._measure(trial)
            except (WorkerLost, EngineUnavailable):
                return 1.0  # the next listener tries again
            except SynthesisError as error:
                _log.warning("loudness not measured", voice=str(voice), reason=str(error))
                gain = 1.0
            else:
                self._keep(key, gain)
        self._gains[voice] = gain
        return gain

    async def _measure(self, trial: Utterance) -> float:
        async with aclosing(self._trial.speak(trial)) as speech:
            chunks = [chunk async for chunk in speech]
        samples = samples_of(b"".join(chunk.pcm for chunk in chunks)) / 32768
        lufs = await asyncio.to_thread(loudness_lufs, samples, chunks[0].rate_hz) if chunks else -math.inf
        _log.debug("loudness measured", voice=str(trial.voice), lufs=round(lufs, 1))
        return _gain(lufs)

    def _read(self) -> dict[str, float]:
        try:
            return msgspec.json.decode(self._kept.read_bytes(), type=dict[str, float])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError) as error:
            _log.warning("kept gains cannot be read; voices are measured again", file=str(self._kept), error=str(error))
            return {}

    def _keep(self, key: str, gain: float) -> None:
        """Add a gain to the file. Of two processes that write at once one may be lost: it measures again."""
        coming = self._kept.with_suffix(".partial")
        try:
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            coming.write_bytes(msgspec.json.encode(self._read() | {key: gain}))
            coming.replace(self._kept)
        except OSError as error:
            _log.warning("a gain cannot be kept", file=str(self._kept), error=str(error))


class Levelled:
    """A `Synthesizer` that has another one speak with the gain of the voice."""

    def __init__(self, synthesizer: Synthesizer, gains: Gains) -> None:
        self._synthesizer = synthesizer
        self._gains = gains

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        """Speak. Closing the generator cancels the work. Raises the errors of the other one."""
        levelled = msgspec.structs.replace(utterance, gain=await self._gains.of(utterance.voice))
        async with aclosing(self._synthesizer.speak(levelled, needed_at, given_s)) as chunks:
            async for chunk in chunks:
                yield chunk


def _gain(lufs: float) -> float:
    """Factor that brings this loudness to the target; 1 for silence."""
    return float(10 ** (min(TARGET_LUFS - lufs, _MOST_DB) / 20)) if math.isfinite(lufs) else 1.0
