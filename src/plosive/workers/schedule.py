"""The order of a worker's jobs. Earliest playback deadline first: the job whose listener runs out of audio first.

PURE: callers pass the time, in seconds on a clock that all jobs share.
"""

from dataclasses import dataclass
from typing import Final

FIRST_AUDIO_S: Final = 0.15
"""Deadline of a listener who hears nothing yet. A listener who runs out of audio earlier comes first: the next window takes
about 40 ms, and a gap in speech is worse than a start that is 40 ms later."""

GIVES_WAY_S: Final = 5.0
"""A step is interrupted for a new listener if its own listener has more audio left than this: enough to repeat the step
afterwards, even if that takes a second or two."""


@dataclass(slots=True)
class _Listener:
    dry_at: float
    hears: bool


class Schedule:
    """The jobs of one worker, by number.

    Earliest deadline first keeps every deadline that can be kept (Liu and Layland 1973).
    """

    def __init__(self) -> None:
        self._listeners: dict[int, _Listener] = {}
        self._waiting: set[int] = set()

    def __len__(self) -> int:
        return len(self._listeners)

    def add(self, job: int, needed_at: float | None, now: float) -> None:
        """Add a job. `needed_at`: the time at which its listener has heard all earlier audio. None: it hears nothing yet."""
        hears = needed_at is not None
        self._listeners[job] = _Listener(needed_at if needed_at is not None else now + FIRST_AUDIO_S, hears)

    def made(self, job: int, audio_s: float, now: float) -> None:
        """Count the audio of a step. The listener plays it now or after the audio that it already has."""
        self._waiting.clear()
        listener = self._listeners[job]
        if audio_s:
            listener.dry_at = (max(listener.dry_at, now) if listener.hears else now) + audio_s
            listener.hears = True

    def waits(self, job: int) -> None:
        """Let all others go first once: the job's step made nothing, it waits for another process."""
        self._waiting.add(job)

    def remove(self, job: int) -> None:
        """Remove a job that has ended or was cancelled."""
        del self._listeners[job]
        self._waiting.discard(job)

    @property
    def all_wait(self) -> bool:
        """Whether every job waits for another process."""
        return len(self._waiting) == len(self._listeners)

    def gives_way(self, job: int, now: float) -> bool:
        """Whether the job's running step may be interrupted for a listener who hears nothing yet."""
        return self._listeners[job].dry_at - now > GIVES_WAY_S

    def next(self) -> int | None:
        """Return the job to work on, the oldest of several with one deadline. None: there is none."""
        if self.all_wait:
            self._waiting.clear()
        return min(self._listeners, key=lambda job: (job in self._waiting, self._listeners[job].dry_at), default=None)
