"""Playback: the audio that one listener has left to hear, and the order of listeners on a busy event loop."""

import asyncio
import heapq
import itertools
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Final

import msgspec
import numpy as np

from plosive import metrics, tracing
from plosive.callers import NOBODY, Caller
from plosive.errors import EngineCrashed
from plosive.speech import Synthesizer, speak
from plosive.utterance import PcmChunk, Utterance, WordStart

COMFORT_S: Final = 2.0
"""A listener with more audio left than this gives way. Even on a busy machine nobody waits that long."""

SHORTEST_GAP_S: Final = 0.1
"""The least silence between two segments, also at twice the normal speed."""

_QUIET: Final = 100
"""Samples up to this are silent: -50 dB."""

_NOTHING_S: Final = 0.1
"""Silence for a text that has nothing to say. The shortest that every format carries whole: an mp3 frame has up to 72 ms."""

_HEARD_S: Final = 0.02
"""Shortest gap that is counted: players buffer as much."""

_GOES_ON_S: Final = 0.1
"""An utterance so soon after the one before was whole goes on with it, also if the listener has run dry meanwhile: it comes
before those who hear nothing yet. Held back as a newcomer until others need less, a gap of 0.2 s became one of seconds."""

_PIECE_S: Final = 0.25
"""Longest piece of audio for a listener with a longest lead: the longest frame that is sent."""


class Pace:
    """Orders those who give way. In each round of the event loop one continues: the one with the least audio left.

    Otherwise those who hear nothing yet would wait while audio for later is encoded. If there is nothing else to do, nobody
    waits, and a text is made as fast as possible.
    """

    def __init__(self) -> None:
        self.speaking = 0
        """Number of listeners who are spoken to."""
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._is_round = False

    async def give_way(self, heard_at: float) -> None:
        """Wait for the turn of a listener whose audio ends at `heard_at` (in seconds of time.monotonic())."""
        if heard_at - time.monotonic() < COMFORT_S:
            return
        loop = asyncio.get_running_loop()
        go_on = loop.create_future()
        heapq.heappush(self._waiting, (heard_at, next(self._numbers), go_on))
        if not self._is_round:
            self._is_round = True
            loop.call_soon(self._next)
        await go_on

    def _next(self) -> None:
        while self._waiting:
            _, _, go_on = heapq.heappop(self._waiting)
            if not go_on.done():  # else its listener has left
                go_on.set_result(None)
                break
        self._is_round = bool(self._waiting)
        if self._is_round:
            asyncio.get_running_loop().call_soon(self._next)


class Playback:
    """One listener, who plays audio as soon as it comes. Speaks one utterance after the other.

    `max_lead_s`: no more audio than this is ahead of what was heard; None: as much as the engine makes. `caller` waits if its
    texts kill workers.
    """

    def __init__(
        self, synthesizer: Synthesizer, pace: Pace, max_lead_s: float | None = None, caller: Caller = NOBODY
    ) -> None:
        self._synthesizer = synthesizer
        self._pace = pace
        self._silence_s = 0.0  # at the end of the last utterance
        self._max_lead_s = max_lead_s
        self._caller = caller
        self.is_ahead = False
        """Whether it waits until the listener has heard some of the audio that was sent."""
        self._heard_at = 0.0  # the time at which all audio so far will have been heard
        self._whole_at = 0.0  # the time at which the last utterance was whole

    @property
    def others_are_spoken_to(self) -> bool:
        """Whether the workers speak to anybody, asked while nothing is spoken here."""
        return self._pace.speaking > 0

    async def speak(self, utterance: Utterance, pause_s: float = 0.0) -> AsyncGenerator[PcmChunk, None]:
        """Speak after a pause, as `_spoken`, in a span of its own. Close the generator to cancel."""
        self._pace.speaking += 1
        try:
            with tracing.span("segment", engine=utterance.voice.engine, characters=utterance.chars) as span:
                seconds, cached = 0.0, True
                async with aclosing(self._spoken(utterance, pause_s)) as chunks:
                    async for chunk in chunks:
                        if chunk.pcm and not seconds:
                            span.event("first audio")
                        seconds += chunk.seconds
                        cached &= chunk.cached
                        yield chunk
                span.note(audio_s=seconds, cached=cached)
        finally:
            self._pace.speaking -= 1

    async def _spoken(self, utterance: Utterance, pause_s: float) -> AsyncGenerator[PcmChunk, None]:
        """Speak after a pause; every chunk has audio or words. Close the generator to cancel.

        Raises the errors of `speech.speak`.

        The pause counts from the end of what the listener heard before, whose own silence is lengthened to `SHORTEST_GAP_S`.
        Time in which the listener heard nothing counts too. The pause is a chunk of its own before the utterance's first.
        Words begin that much later.
        """
        gap_s = max(0.0, SHORTEST_GAP_S - self._silence_s) + pause_s if self._heard_at else 0.0
        ending, rate_hz = b"", 1
        words: tuple[WordStart, ...] = ()  # that were not told yet
        lead_s = 0.0
        asked_at = time.monotonic()
        hears = self._heard_at > asked_at or (self._heard_at > 0 and asked_at - self._whole_at < _GOES_ON_S)
        needed_at = self._heard_at if hears else None
        if not hears and (wait_s := self._caller.penalty_s):
            await asyncio.sleep(wait_s)
        async with aclosing(self._speak(utterance, needed_at)) as chunks:
            async for chunk in chunks:
                words += chunk.words
                if not chunk.pcm:
                    continue
                if hears:
                    _note_underrun(time.monotonic() - max(self._heard_at + gap_s, asked_at))
                hears = True
                silence_s, gap_s = gap_s - max(0.0, time.monotonic() - self._heard_at), 0.0
                silence = PcmChunk(
                    bytes(2 * round(max(0.0, silence_s) * chunk.rate_hz)), chunk.rate_hz, cached=chunk.cached
                )
                ending = (ending + chunk.pcm)[-2 * round(SHORTEST_GAP_S * chunk.rate_hz) :]
                rate_hz = chunk.rate_hz
                lead_s += silence.seconds
                spoken, words = msgspec.structs.replace(chunk, words=_later(words, lead_s)), ()
                for each in (silence, spoken):
                    for piece in _pieces(each) if self._max_lead_s else (each,):
                        if piece.pcm:
                            await self._wait_for_playback(piece.seconds)
                            await self._pace.give_way(self._heard_at)
                            self._heard_at = max(self._heard_at, time.monotonic()) + piece.seconds
                            yield piece
                asked_at = time.monotonic()  # until then the listener did not take the audio
        if words:  # an engine may know of them only at the end
            yield PcmChunk(b"", rate_hz, _later(words, lead_s))
        self._silence_s = _silence_at_end_s(ending, rate_hz)
        self._whole_at = time.monotonic()

    async def _speak(self, utterance: Utterance, needed_at: float | None) -> AsyncGenerator[PcmChunk, None]:
        try:
            async with aclosing(speak(self._synthesizer, utterance, needed_at)) as chunks:
                async for chunk in chunks:
                    yield chunk
        except EngineCrashed as error:
            if not error.from_outside:
                self._caller.killed_worker()
            raise

    async def _wait_for_playback(self, seconds: float) -> None:
        """Wait until so much more audio is at most the longest lead."""
        if self._max_lead_s is not None:
            self.is_ahead = True
            await asyncio.sleep(self._heard_at + seconds - self._max_lead_s - time.monotonic())
            self.is_ahead = False

    def interrupt(self) -> None:
        """Barge-in: the listener discards the audio that was not heard yet."""
        self._heard_at = 0.0


def silence(rate_hz: int) -> bytes:
    """Return PCM for a text that has nothing to say."""
    return bytes(2 * round(_NOTHING_S * rate_hz))


def _silence_at_end_s(pcm: bytes, rate_hz: int) -> float:
    """Return the length of the silence at the end of the PCM, in seconds."""
    samples = np.frombuffer(pcm, "<i2")
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > _QUIET)
    return (len(samples) - (int(loud[-1]) + 1 if len(loud) else 0)) / rate_hz


def _note_underrun(late_s: float) -> None:
    """Count a gap in speech, if audio came so late that somebody may hear it."""
    if late_s > _HEARD_S:
        metrics.underruns.inc()
        metrics.underrun_seconds.inc(late_s)


def _later(words: tuple[WordStart, ...], seconds: float) -> tuple[WordStart, ...]:
    return tuple(WordStart(word.text, word.at_s + seconds) for word in words) if seconds else words


def _pieces(chunk: PcmChunk) -> Iterator[PcmChunk]:
    """Cut a chunk into short ones: a whole segment from the cache must not pass the longest lead. Its words come first."""
    size = 2 * round(_PIECE_S * chunk.rate_hz)
    for start in range(0, len(chunk.pcm), size):
        words = chunk.words if start == 0 else ()
        yield msgspec.structs.replace(chunk, pcm=chunk.pcm[start : start + size], words=words)
