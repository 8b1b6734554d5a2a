"""The order of a worker's jobs: listeners about to run out of audio, then the earliest playback deadline.

PURE: callers pass the time, in seconds on a clock that all jobs share.
"""

from dataclasses import dataclass
from typing import Final

FIRST_AUDIO_S: Final = 0.15
"""Deadline of a listener who hears nothing yet."""

ABOUT_TO_RUN_DRY_S: Final = 0.2
"""A listener with less audio left than this comes before all who hear nothing yet, however long they wait: a gap in speech is
worse than a late start. A step takes up to 0.1 s, and the next window may need two."""

GIVES_WAY_S: Final = 5.0
"""A step is interrupted for a new listener if its own listener has more audio left than this: enough to repeat the step
afterwards, even if that takes a second or two."""


AHEAD_S: Final = 2.0
"""A listener who has more audio left than this can wait for a long first step."""


@dataclass(slots=True)
class _Listener:
    dry_at: float
    hears: bool
    given_s: float


class Schedule:
    """The jobs of one worker, by number.

    Earliest deadline first keeps every deadline that can be kept (Liu and Layland 1973). When more listeners come at once than
    can be kept, those who hear speech keep theirs: with 100 newcomers in 2 s a simulated worker had 50 gaps by deadlines
    alone, and none so. First audios came 0.1 s later.
    """

    def __init__(self) -> None:
        self._listeners: dict[int, _Listener] = {}
        self._waiting: set[int] = set()

    def __len__(self) -> int:
        return len(self._listeners)

    def add(self, job: int, needed_at: float | None, now: float, given_s: float = 0.0) -> None:
        """Add a job. `needed_at`: the time at which its listener has heard all earlier audio. None: it hears nothing yet.

        `given_s`: seconds of the job's audio which its listener has already. Making them again wins no time.
        """
        hears = needed_at is not None
        self._listeners[job] = _Listener(needed_at if needed_at is not None else now + FIRST_AUDIO_S, hears, given_s)

    def made(self, job: int, audio_s: float, now: float) -> None:
        """Count the audio of a step. The listener plays it now or after the audio that it already has."""
        self._waiting.clear()
        listener = self._listeners[job]
        again_s = min(audio_s, listener.given_s)
        listener.given_s -= again_s
        audio_s -= again_s
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

    def is_ahead(self, job: int, now: float) -> bool:
        """Whether the job's listener has seconds of audio left."""
        return self._listeners[job].dry_at - now > AHEAD_S

    def next(self, now: float) -> int | None:
        """Return the job to work on, the oldest of several with one deadline. None: there is none."""
        if self.all_wait:
            self._waiting.clear()

        def rank(job: int) -> tuple[bool, bool, float]:
            listener = self._listeners[job]
            is_urgent = listener.hears and listener.dry_at - now < ABOUT_TO_RUN_DRY_S
            return job in self._waiting, not is_urgent, listener.dry_at

        return min(self._listeners, key=rank, default=None)
