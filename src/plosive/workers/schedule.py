"""Whose turn is it? Earliest playback deadline first: the job whose listener runs dry first is worked on next.

PURE: it is told the time, in seconds on a clock that all its jobs share.
"""

from dataclasses import dataclass
from typing import Final

FIRST_AUDIO_S: Final = 0.15
"""How long a listener who hears nothing yet can wait before those who are about to run dry: their next window takes some 40 ms,
and a gap in speech is worse than a start that comes so much later."""

GIVES_WAY_S: Final = 5.0
"""How much a listener has to hear for the step that is being made for it to be given up when somebody comes who hears nothing:
enough to make it anew after theirs, even where a step takes a second or two."""


@dataclass(slots=True)
class _Listener:
    dry_at: float
    hears: bool


class Schedule:
    """The jobs of one worker, by their numbers.

    Earliest deadline first keeps every deadline that can be kept (Liu and Layland 1973); and whoever is further ahead of
    playback waits for whoever is less so.
    """

    def __init__(self) -> None:
        self._listeners: dict[int, _Listener] = {}

    def __len__(self) -> int:
        return len(self._listeners)

    def add(self, job: int, needed_at: float | None, now: float) -> None:
        """A job has come. `needed_at`: when what was made before it has been played; None: its listener hears nothing."""
        hears = needed_at is not None
        self._listeners[job] = _Listener(needed_at if needed_at is not None else now + FIRST_AUDIO_S, hears)

    def made(self, job: int, audio_s: float, now: float) -> None:
        """A step of the job has made so much audio, which its listener plays from now on or after what it plays already."""
        listener = self._listeners[job]
        if audio_s:
            listener.dry_at = (max(listener.dry_at, now) if listener.hears else now) + audio_s
            listener.hears = True

    def remove(self, job: int) -> None:
        """The job has ended, or was cancelled."""
        del self._listeners[job]

    def gives_way(self, job: int, now: float) -> bool:
        """Whether the job's listener can spare the step that is being made, because someone has come who hears nothing."""
        return self._listeners[job].dry_at - now > GIVES_WAY_S

    def next(self) -> int | None:
        """The job to work on, the one that came first among equals; None: there is none."""
        return min(self._listeners, key=lambda job: self._listeners[job].dry_at, default=None)
