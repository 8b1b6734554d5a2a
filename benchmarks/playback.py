"""Playback: simulates a listener whose audio comes in pieces, and computes the percentiles of many listeners. PURE."""

import math
import statistics
from collections.abc import Sequence
from typing import Final

import numpy as np

GAP_S: Final = 0.02
"""A shorter wait is not heard: players hold back one packet of 20 ms."""


class Playback:
    """One listener who plays from the first audio on. All times are in seconds on one clock."""

    def __init__(self, asked_at: float) -> None:
        self._asked_at = asked_at
        self._first_at: float | None = None
        self.dry_at = asked_at
        """The time at which all audio so far will have been played."""
        self.gaps_s: list[float] = []
        """Every wait for audio that was due, longer than `GAP_S`."""
        self.audio_s = 0.0

    @property
    def first_s(self) -> float | None:
        """Seconds from the request to the first audio. None: there was none yet."""
        return None if self._first_at is None else self._first_at - self._asked_at

    def feed(self, at: float, audio_s: float) -> None:
        """Audio of `audio_s` seconds came at `at`."""
        if audio_s <= 0:
            return
        if self._first_at is None:
            self._first_at = self.dry_at = at
        self._wait_until(at)
        self.dry_at = max(self.dry_at, at) + audio_s
        self.audio_s += audio_s

    def stop(self, at: float) -> None:
        """The listener stops before the end of the speech. If it waits now, the wait ends now."""
        if self._first_at is not None:
            self._wait_until(at)

    def _wait_until(self, at: float) -> None:
        if at - self.dry_at > GAP_S:
            self.gaps_s.append(at - self.dry_at)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values does not exceed (nearest rank). NaN if empty."""
    return float(np.quantile(values, share, method="inverted_cdf")) if values else math.nan


def median(values: Sequence[float]) -> float:
    """Return the middle value, or the mean of the two in the middle. NaN if empty."""
    return statistics.median(values) if values else math.nan
