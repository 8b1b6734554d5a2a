"""Capacity: limits the clients that a server serves at once, sessions and narrations together, and awaits the last one.

Overload is refused, not shared out. Workers speak first for those who hear something (`workers/schedule.py`), so under load
newcomers wait first. Nobody else is let in while they wait too long, or while listeners need most of what the workers make.
"""

import asyncio
import enum
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import Final

from plosive import metrics
from plosive.errors import Refused

LONGEST_WAIT_S: Final = 2.0
"""Nobody is let in while those who are in wait longer for their first audio. Loading a voice takes 1.4 s at most."""

FULL: Final = 0.8
"""Nobody is let in while listeners need more than this share of the workers' speed. The rest is for those who are in and say
nothing at the moment."""


class Reason(enum.Enum):
    """Why a new client is refused. Its value is what the client is told; `{wanted}` is what it wants more of."""

    STOPPING = "The server is stopping; try again"
    FULL = "The server has no room for more {wanted}; try again"
    MEMORY = "The memory for waiting text and audio is full; try again"
    BUSY = "The server's workers are busy, and new listeners would wait too long; try again"


def reason_to_refuse(
    *, stops: bool, is_full: bool, memory_is_full: bool, newcomers_wait_s: float, load: float
) -> Reason | None:
    """Return why a new client is refused. None: it is welcome. PURE."""
    if stops:
        return Reason.STOPPING
    if is_full:
        return Reason.FULL
    if memory_is_full:
        return Reason.MEMORY
    if newcomers_wait_s > LONGEST_WAIT_S or load > FULL:
        return Reason.BUSY
    return None


class Capacity:
    """Places for clients. `draining` is set when the server stops: then it serves no new client.

    `newcomers_wait_s` returns the time in seconds that those who hear nothing yet have waited for their first audio, and `load`
    the share of the workers' speed that their listeners need. `memory_is_full` tells whether the memory for what clients hold
    is used up.
    """

    def __init__(
        self,
        places: int,
        newcomers_wait_s: Callable[[], float],
        load: Callable[[], float],
        memory_is_full: Callable[[], bool] = lambda: False,
    ) -> None:
        self._memory_is_full = memory_is_full
        self._newcomers_wait_s = newcomers_wait_s
        self._load = load
        self.draining = False
        self.taken = 0
        self._places = places
        self._empty = asyncio.Event()
        self._empty.set()

    def check(self, wanted: str) -> None:
        """Raise `Refused` (503) if no new client can be served. `wanted` is for the message: "speech", "sessions"."""
        reason = reason_to_refuse(
            stops=self.draining,
            is_full=self.taken >= self._places,
            memory_is_full=self._memory_is_full(),
            newcomers_wait_s=self._newcomers_wait_s(),
            load=self._load(),
        )
        if reason is not None:
            metrics.turned_away.labels(reason.name.lower()).inc()
            raise Refused(503, reason.value.format(wanted=wanted), retry_after_s=2)

    @contextmanager
    def place(self) -> Generator[None, None, None]:
        """Take a place, and return it afterwards. Call `check` before."""
        self.taken += 1
        self._empty.clear()
        try:
            yield
        finally:
            self.taken -= 1
            if not self.taken:
                self._empty.set()

    async def wait_until_empty(self, deadline: float) -> None:
        """Wait until no client is served, or until the deadline (the event loop's time)."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(deadline):
                await self._empty.wait()
