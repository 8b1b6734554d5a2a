"""Blame: the texts and the voices that killed workers. A text is not spoken again, a voice not for a while.

PURE: callers pass the time, in seconds of any monotonic clock.
"""

from collections import deque
from typing import Final

from plosive.utterance import EngineVoice, Utterance

WINDOW_S: Final = 60.0
DEATHS: Final = 10
"""Number of deaths within the window after which a voice is taken out."""

OUT_S: Final = 30.0
"""Time for which a voice is out. Then it may speak again; its next death within the window takes it out once more."""

APART_S: Final = 2.0
"""Two deaths from outside that are closer together have one cause: somebody killed all workers, which may all have been at the
same popular text."""

REMEMBERED_S: Final = 600.0
_MOST_TEXTS: Final = 1000


class Blame:
    """Remembers deaths of workers. A death by the engine's own fault is certain.

    A text can be innocent if its worker was killed from outside or short of memory (another text may have taken it), or hung
    (the machine may be busy): the second death counts, but not if the text was spoken in between.
    """

    def __init__(self) -> None:
        self._poisons: dict[Utterance, float] = {}
        self._suspects: dict[Utterance, float] = {}
        self._deaths: dict[EngineVoice, deque[float]] = {}
        self._out_until: dict[EngineVoice, float] = {}

    def died(self, utterance: Utterance, now: float, *, certain: bool) -> bool:
        """A worker died while it spoke this. Returns whether the utterance is now taken for the cause."""
        if not certain:
            if not _is_recent(self._suspects, utterance, now):
                _remember(self._suspects, utterance, now)
            if now - self._suspects[utterance] < APART_S:
                return False
        _remember(self._poisons, utterance, now)
        voice = utterance.voice
        deaths = self._deaths.setdefault(voice, deque())
        deaths.append(now)
        while deaths[0] <= now - WINDOW_S:
            deaths.popleft()
        if len(deaths) >= DEATHS:
            self._out_until[voice] = now + OUT_S
        return True

    def spoken(self, utterance: Utterance) -> None:
        """The utterance was spoken to its end: it is no suspect any more."""
        self._suspects.pop(utterance, None)

    def is_poison(self, utterance: Utterance, now: float) -> bool:
        """Whether this very utterance killed a worker a short time ago."""
        return _is_recent(self._poisons, utterance, now)

    def out_s(self, voice: EngineVoice, now: float) -> float:
        """Return how long the voice will be out, in seconds. 0: it may speak."""
        return max(0.0, self._out_until.get(voice, now) - now)

    def out(self, now: float) -> dict[EngineVoice, float]:
        """Return the voices that are out, with the seconds for which they will be."""
        return {voice: until - now for voice, until in self._out_until.items() if until > now}


def _is_recent(seen: dict[Utterance, float], utterance: Utterance, now: float) -> bool:
    return utterance in seen and now - seen[utterance] < REMEMBERED_S


def _remember(seen: dict[Utterance, float], utterance: Utterance, now: float) -> None:
    seen.pop(utterance, None)
    seen[utterance] = now
    if len(seen) > _MOST_TEXTS:
        del seen[next(iter(seen))]
