"""Standstills: a client that takes nothing of what is sent to it, and a session that makes no progress."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

_LOOKS: Final = 10
"""Number of looks at a client that takes nothing, until its deadline."""

_STANDSTILL_S: Final = 5.0
"""Time after which a session stands still that has text to speak and sends nothing: no engine takes that long."""


class Progress:
    """When a session last made progress: it got audio, sent some, or its client took some. PURE: callers pass the time."""

    def __init__(self, now: float) -> None:
        self._moved_at, self._taken = now, 0
        self._is_told = False

    def move(self, now: float) -> None:
        """Note progress, or that none is wanted."""
        self._moved_at, self._is_told = now, False

    def standstill_s(self, taken: int, now: float) -> float | None:
        """Return for how long the session stands still, once for each standstill. `taken` is that of its `Channel`."""
        if taken != self._taken:
            self._taken = taken
            self.move(now)
        if self._is_told or now - self._moved_at <= _STANDSTILL_S:
            return None
        self._is_told = True
        return now - self._moved_at


async def while_taken(wait: Callable[[], Awaitable[None]], taken: Callable[[], int], deadline_s: float) -> None:
    """Await `wait()` for as long as it takes while `taken()` changes. Cancels it and calls it anew at each look.

    Raises TimeoutError if `taken()` has not changed for `deadline_s`, at most a tenth of that later.
    """
    seen, since = taken(), time.monotonic()
    while True:
        try:
            async with asyncio.timeout(deadline_s / _LOOKS):
                return await wait()
        except TimeoutError:
            now_taken, now = taken(), time.monotonic()
            if now_taken != seen:
                seen, since = now_taken, now
            elif now - since >= deadline_s:
                raise
