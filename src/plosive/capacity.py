"""Capacity: limits the clients that a server serves at once, sessions and narrations together, and awaits the last one."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager, suppress

from plosive.errors import Refused


class Capacity:
    """Places for clients. `draining` is set when the server stops: then it serves no new client."""

    def __init__(self, places: int) -> None:
        self.draining = False
        self.taken = 0
        self._places = places
        self._empty = asyncio.Event()
        self._empty.set()

    def check(self, wanted: str) -> None:
        """Raise `Refused` (503) if no new client can be served. `wanted` is for the message: "speech", "sessions"."""
        if self.draining or self.taken >= self._places:
            detail = "The server is stopping" if self.draining else f"The server has no room for more {wanted}"
            raise Refused(503, f"{detail}; try again", retry_after_s=2)

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
