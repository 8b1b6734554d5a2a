"""Playback: how much one listener has yet to hear, and who gives way to whom on a busy event loop."""

import asyncio
import heapq
import itertools
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

from plosive.speech import Synthesizer, speak
from plosive.utterance import PcmChunk, Utterance

COMFORT_S: Final = 2.0
"""A listener with this much left to hear gives way: far more than a busy machine keeps anybody waiting."""


class Pace:
    """Orders those who give way. One of them goes on each time the event loop has come round; least left to hear goes first.

    Encoding audio for later would otherwise keep those waiting who hear nothing yet. With nothing else to do nobody waits, and
    a text is made as fast as it can be.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._is_round = False

    async def give_way(self, heard_at: float) -> None:
        """Wait until more may be made for a listener who will have heard everything at `heard_at` (time.monotonic())."""
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
            if not go_on.done():  # else its listener has gone
                go_on.set_result(None)
                break
        self._is_round = bool(self._waiting)
        if self._is_round:
            asyncio.get_running_loop().call_soon(self._next)


class Playback:
    """One listener, who plays audio at once as it comes. Speaks one utterance after the other."""

    def __init__(self, synthesizer: Synthesizer, pace: Pace) -> None:
        self._synthesizer = synthesizer
        self._pace = pace
        self._heard_at = 0.0  # when everything made so far will have been heard

    async def speak(self, utterance: Utterance) -> AsyncGenerator[PcmChunk, None]:
        """Speak; every chunk has audio. Close the generator to cancel. Raises what `plosive.speech.speak` raises."""
        needed_at = self._heard_at if self._heard_at > time.monotonic() else None
        async with aclosing(speak(self._synthesizer, utterance, needed_at)) as chunks:
            async for chunk in chunks:
                if chunk.pcm:
                    await self._pace.give_way(self._heard_at)
                    self._heard_at = max(self._heard_at, time.monotonic()) + chunk.seconds
                    yield chunk

    def interrupt(self) -> None:
        """Barge-in: audio that was made and not yet heard will never be."""
        self._heard_at = 0.0
