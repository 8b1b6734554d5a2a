"""speak(): an utterance in, PCM chunks out, also if the process that makes them dies of another utterance."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final, Protocol

import msgspec

from plosive import metrics
from plosive.errors import WorkerLost
from plosive.utterance import PcmChunk, Utterance

_TRIES: Final = 3
"""An utterance is tried again if its worker died of another one. If the worker died while it worked on this one, it is not:
this one may be the cause."""


class Synthesizer(Protocol):
    """Speaks utterances: the pool of workers, the audio cache in front of it, and in tests one that marks its samples."""

    def speak(self, utterance: Utterance, needed_at: float | None = None) -> AsyncGenerator[PcmChunk, None]:
        """Speak. Closing the generator cancels the work.

        `needed_at` is when the listener has heard all earlier audio and needs the first sample, in seconds of
        time.monotonic(); None: it hears nothing yet.
        """
        ...


async def speak(
    synthesizer: Synthesizer, utterance: Utterance, needed_at: float | None = None
) -> AsyncGenerator[PcmChunk, None]:
    """Speak an utterance to its end, even if workers die of others meanwhile. Close the generator to cancel.

    A later try skips the audio and the words that an earlier one delivered. Its chunks may be cut elsewhere. Neural voices seed
    their noise by the utterance, so their samples are the same again; espeak-ng's differ a little.

    Raises `SynthesisError`: `EngineFailed`, `EngineCrashed`, `EngineUnavailable` or, after several tries, `WorkerLost`.
    """
    engine = utterance.voice.engine
    metrics.characters.labels(engine).inc(utterance.chars)
    delivered_bytes = delivered_words = 0
    for tries_left in reversed(range(_TRIES)):
        skip_bytes, skip_words = delivered_bytes, delivered_words
        try:
            async with aclosing(synthesizer.speak(utterance, needed_at)) as chunks:
                async for chunk in chunks:
                    pcm, words = chunk.pcm[skip_bytes:], chunk.words[skip_words:]
                    skip_bytes -= len(chunk.pcm) - len(pcm)
                    skip_words -= len(chunk.words) - len(words)
                    if not pcm and not words and chunk.pcm:
                        continue
                    given = msgspec.structs.replace(chunk, pcm=pcm, words=words)
                    metrics.audio_seconds.labels(engine).inc(given.seconds)
                    delivered_bytes += len(pcm)
                    delivered_words += len(words)
                    yield given
            return
        except WorkerLost:
            if not tries_left:
                raise
