"""Pace: whoever is well ahead of playback lets those go first who are not."""

import asyncio
import heapq
import itertools
import time
from typing import Final

COMFORT_S: Final = 2.0
"""How much a listener has to hear before others may go first: far more than a busy machine keeps anybody waiting."""


class Pace:
    """The turns that listeners with enough to hear take: one of them each time the event loop has come round.

    With nothing else to do that is no wait at all, and a text is made as fast as it can be. On a busy machine encoding audio
    for later would otherwise keep those waiting who hear nothing yet.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._is_round = False

    async def turn(self, heard_at: float) -> None:
        """Wait for a turn to make more for a listener who will have heard everything at `heard_at` (time.monotonic())."""
        if heard_at - time.monotonic() < COMFORT_S:
            return
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        heapq.heappush(self._waiting, (heard_at, next(self._numbers), turn))
        if not self._is_round:
            self._is_round = True
            loop.call_soon(self._next)
        await turn

    def _next(self) -> None:
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():  # else its listener has gone
                turn.set_result(None)
                break
        self._is_round = bool(self._waiting)
        if self._is_round:
            asyncio.get_running_loop().call_soon(self._next)
