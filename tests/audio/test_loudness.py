"""Loudness against the standard's own values."""

import math

import numpy as np
import pytest

from plosive.audio.loudness import Samples, loudness_lufs

RATES = [16_000, 22_050, 24_000, 48_000]


def sine(rate_hz: int, hz: float, seconds: float, level_db: float = 0.0) -> Samples:
    return 10 ** (level_db / 20) * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)


@pytest.mark.parametrize("rate_hz", RATES)
def test_loudness_of_the_sine_that_the_standard_names(rate_hz: int) -> None:
    """BS.1770: 997 Hz at 0 dB full scale in one channel is -3.01 LUFS."""
    assert loudness_lufs(sine(rate_hz, 997, 2), rate_hz) == pytest.approx(-3.01, abs=0.05)
    assert loudness_lufs(sine(rate_hz, 997, 2, -20), rate_hz) == pytest.approx(-23.01, abs=0.05)


def test_the_filters_weigh_by_frequency() -> None:
    """The response that BS.1770's coefficients for 48 kHz have."""
    at = {hz: loudness_lufs(sine(48_000, hz, 2), 48_000) + 3.01 for hz in (30, 100, 1_000, 4_000)}
    assert at == pytest.approx({30: -9.0, 100: -1.83, 1_000: 0.0, 4_000: 3.28}, abs=0.02)


def test_pauses_do_not_count_in_loudness() -> None:
    spoken = sine(24_000, 997, 4, -20)
    paused = np.concatenate([spoken, np.zeros(96_000), spoken])
    # Only the blocks that are half silent, on the edges of the pause, take a little.
    assert loudness_lufs(paused, 24_000) == pytest.approx(-23.01, abs=0.3)


@pytest.mark.parametrize(
    "samples", [np.zeros(48_000), np.zeros(0), sine(24_000, 997, 0.3)], ids=["silence", "none", "short"]
)
def test_what_has_no_loudness(samples: Samples) -> None:
    assert loudness_lufs(samples, 24_000) == -math.inf
