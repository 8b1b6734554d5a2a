"""A token bucket: how many units of anything may be taken now, and how long to wait for more. PURE: callers pass the time."""

from typing import Final

_NOTHING_S: Final = 1e-6
"""A shorter wait is a rounding error."""


class TokenBucket:
    """Allows `room` units in `fill_s` seconds, all of them at once if wanted. Times are seconds of any clock."""

    __slots__ = ("_filled_at", "_per_s", "_room", "_tokens")

    def __init__(self, room: int, fill_s: float, now: float) -> None:
        self._room = room
        self._per_s = room / fill_s
        self._tokens: float = room
        self._filled_at = now

    def wait_s(self, now: float) -> float:
        """Return the seconds until units may be taken; 0: now."""
        self._fill(now)
        wait_s = (1 - self._tokens) / self._per_s
        return wait_s if wait_s > _NOTHING_S else 0.0

    def take(self, amount: int, now: float) -> None:
        """Take units, even more than there are: the next wait is then longer. Ask `wait_s` first."""
        self._fill(now)
        self._tokens -= amount

    def _fill(self, now: float) -> None:
        passed_s = max(0.0, now - self._filled_at)
        self._filled_at = max(now, self._filled_at)
        self._tokens = min(self._room, self._tokens + passed_s * self._per_s)
