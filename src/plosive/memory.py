"""The memory that clients hold, against a budget: their waiting text, their audio that was not sent, and
their encoders. Counted in bytes.

Newcomers are refused while it is full (`capacity.py`). Whoever is in may go on with a little text.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from plosive import metrics

FREE_BYTES: Final = 64 << 10
"""Each session may hold so much text even if the budget is used up: an hour of speech."""


class Memory:
    """The budget, and the bytes that all shares hold together."""

    def __init__(self, budget_bytes: int) -> None:
        self._budget_bytes = budget_bytes
        self.held_bytes = 0
        metrics.held_budget_bytes.set(budget_bytes)

    @property
    def is_full(self) -> bool:
        """Whether the budget is used up."""
        return self.held_bytes >= self._budget_bytes

    @contextmanager
    def share(self, size: int = 0) -> Generator["Share", None, None]:
        """Count a share, which holds so many bytes at first and none afterwards."""
        share = Share(self)
        share.hold(size)
        try:
            yield share
        finally:
            share.hold(0)


class Share:
    """The bytes that one client holds."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._held_bytes = 0

    def hold(self, size: int) -> None:
        """It holds so many bytes now."""
        if size == self._held_bytes:
            return
        self._memory.held_bytes += size - self._held_bytes
        self._held_bytes = size
        metrics.held_bytes.set(self._memory.held_bytes)

    def has_room(self, more: int) -> bool:
        """Whether its client may add so many bytes of text."""
        return self._held_bytes + more <= FREE_BYTES or not self._memory.is_full
