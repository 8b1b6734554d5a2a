"""Speech: returns the PCM of an utterance, even if its worker dies of another utterance."""

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final, Protocol

import msgspec

from plosive.errors import EngineCrashed, WorkerLost
from plosive.utterance import PcmChunk, Utterance

_TRIES: Final = 10
"""An utterance is repeated if its worker died of another one. It is not repeated if it may be the cause itself, but for once
if its worker was killed from outside, or ran out of memory before any of it was made."""


class Synthesizer(Protocol):
    """Speaks utterances: the local pool of workers, the audio cache in front of it, a test double that marks its samples."""

    def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        """Speak. Closing the generator cancels the work.

        `needed_at` is the time at which the listener will have heard all earlier audio, in seconds of time.monotonic().
        None: the listener hears nothing yet, so the first sample is needed at once. `given_s` is audio of this utterance, in
        seconds, that another worker has given before it died: what is needed then comes after it.
        """
        ...


async def speak(
    synthesizer: Synthesizer, utterance: Utterance, needed_at: float | None = None
) -> AsyncGenerator[PcmChunk, None]:
    """Speak an utterance to its end, even if workers die of others meanwhile. Close the generator to cancel.

    Raises `SynthesisError`: `EngineFailed`, `EngineCrashed`, `EngineUnavailable` or, after several tries, `WorkerLost`.
    """
    given_bytes = given_words = 0
    given_s = 0.0
    was_killed = False
    for tries_left in reversed(range(_TRIES)):
        # Skip the audio that was delivered before the crash. Neural voices draw their noise from the utterance, so that a
        # second synthesis gives the same samples; espeak-ng's differs by some. Either may be cut into other chunks.
        skipped_bytes, skipped_words = given_bytes, given_words
        try:
            async with aclosing(synthesizer.speak(utterance, needed_at, given_s)) as chunks:
                async for chunk in chunks:
                    pcm, words = chunk.pcm[skipped_bytes:], chunk.words[skipped_words:]
                    skipped_bytes -= len(chunk.pcm) - len(pcm)
                    skipped_words -= len(chunk.words) - len(words)
                    if chunk.pcm and not (pcm or words):
                        continue
                    rest = msgspec.structs.replace(chunk, pcm=pcm, words=words)
                    given_bytes += len(pcm)
                    given_words += len(words)
                    if pcm:
                        given_s += rest.seconds
                        now = time.monotonic()
                        needed_at = max(needed_at or now, now) + rest.seconds
                    yield rest
            return
        except WorkerLost:
            if not tries_left:
                raise
        except EngineCrashed as error:
            if not error.from_outside or was_killed:
                raise
            was_killed = True
