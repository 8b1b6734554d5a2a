"""Standstills: a client that takes nothing of what is sent to it, and a session that makes no progress."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

_LOOKS: Final = 10
"""Number of looks at a client that takes nothing, until its deadline."""

LOOK_S: Final = 5.0
"""Time between two looks at a session. One that has text to speak and sends nothing between them stands still: no engine
takes that long."""


class Progress:
    """When a session last made progress: it got audio, sent some, or its client took some. PURE: callers pass the time."""

    def __init__(self, now: float) -> None:
        self._moved_at, self._taken = now, 0
        self._looks = 0  # at which it had something to do, and had not moved since the look before

    def move(self, now: float) -> None:
        """Note progress, or that none is wanted."""
        self._moved_at, self._looks = now, 0

    def standstill_s(self, taken: int, now: float) -> float | None:
        """Look at a session that has something to do. `taken` is that of its `Channel`.

        Returns for how long it has not moved, at the second look in a row: only then once for each standstill, and never for
        one whose text came a moment ago.
        """
        if taken != self._taken:
            self._taken = taken
            self.move(now)
        self._looks += 1
        return now - self._moved_at if self._looks == 2 else None


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
