"""speak(): an utterance in, PCM chunks out, whatever happens to the process that makes them."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final, Protocol

import msgspec

from plosive import metrics
from plosive.errors import WorkerLost
from plosive.utterance import PcmChunk, Utterance

_TRIES: Final = 3
"""An utterance whose worker died of another one is tried again; one that a worker died on is not, because it may be what
killed it."""


class Synthesizer(Protocol):
    """Whatever speaks utterances: the local pool of workers, and in tests one that marks its samples."""

    def speak(self, utterance: Utterance, needed_at: float | None = None) -> AsyncGenerator[PcmChunk, None]:
        """Speak. Closing the generator cancels the work.

        `needed_at` is when the first sample is needed because the listener has heard what came before, in seconds of
        time.monotonic(); None: it hears nothing yet.
        """
        ...


async def speak(
    synthesizer: Synthesizer, utterance: Utterance, needed_at: float | None = None
) -> AsyncGenerator[PcmChunk, None]:
    """Speak an utterance, to its end even if workers die of others meanwhile. Close the generator to cancel.

    Raises `SynthesisError`: `EngineFailed`, `EngineCrashed`, `EngineUnavailable` or, after several tries, `WorkerLost`.
    """
    metrics.characters.labels(utterance.voice.engine).inc(utterance.chars)
    given_bytes = given_words = 0
    for last in (attempt == _TRIES - 1 for attempt in range(_TRIES)):
        try:
            async with aclosing(_from(given_bytes, given_words, synthesizer.speak(utterance, needed_at))) as chunks:
                async for chunk in chunks:
                    metrics.audio_seconds.labels(utterance.voice.engine).inc(chunk.seconds)
                    given_bytes += len(chunk.pcm)
                    given_words += len(chunk.words)
                    yield chunk
            return
        except WorkerLost:
            if last:
                raise


async def _from(
    given_bytes: int, given_words: int, chunks: AsyncGenerator[PcmChunk, None]
) -> AsyncGenerator[PcmChunk, None]:
    """What comes after so much, which the listener has had from a worker that died since. Chunks may be cut otherwise now.

    Neural voices draw their noise from the utterance, so a second synthesis is the same; espeak-ng's differs by some samples.
    """
    async with aclosing(chunks):
        async for chunk in chunks:
            pcm, words = chunk.pcm[given_bytes:], chunk.words[given_words:]
            given_bytes -= len(chunk.pcm) - len(pcm)
            given_words -= len(chunk.words) - len(words)
            if pcm or words or not chunk.pcm:
                yield msgspec.structs.replace(chunk, pcm=pcm, words=words)
