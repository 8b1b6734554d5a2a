"""speak(): an utterance in, PCM chunks out, whatever happens to the process that makes them."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final, Protocol

from plosive import metrics
from plosive.errors import WorkerLost
from plosive.utterance import Utterance

_TRIES: Final = 3
"""An utterance whose worker died before it came to it is tried again; one that a worker died on is not, because it may be
what killed it."""


class Synthesizer(Protocol):
    """Whatever speaks utterances: the local pool of workers, and in tests one that marks its samples."""

    def speak(self, utterance: Utterance) -> AsyncGenerator[tuple[bytes, int], None]:
        """Speak; yields (PCM as little-endian int16 mono, sample rate in Hz). Closing the generator cancels the work."""
        ...


async def speak(synthesizer: Synthesizer, utterance: Utterance) -> AsyncGenerator[tuple[bytes, int], None]:
    """Speak an utterance; yields (PCM, sample rate in Hz). Close the generator to cancel.

    Raises `SynthesisError`: `EngineFailed`, `EngineCrashed`, `EngineUnavailable` or, after several tries, `WorkerLost`.
    """
    metrics.characters.labels(utterance.engine).inc(utterance.chars)
    for last in (attempt == _TRIES - 1 for attempt in range(_TRIES)):
        try:
            async with aclosing(synthesizer.speak(utterance)) as chunks:
                async for pcm, rate_hz in chunks:
                    metrics.audio_seconds.labels(utterance.engine).inc(len(pcm) / 2 / rate_hz)
                    yield pcm, rate_hz
            return
        except WorkerLost:
            # Only ever raised before the first audio: a worker says when it starts on an utterance.
            if last:
                raise
