"""Silence and clicks in signals that have them at known places."""

import math

import numpy as np
import pytest

from benchmarks.listening.sound import clicks_s, peak_dbfs, silence_s
from plosive.audio.loudness import Samples

RATES = [16_000, 22_050, 24_000, 48_000]


def sine(rate_hz: int, hz: float, seconds: float, level_db: float = 0.0) -> Samples:
    return 10 ** (level_db / 20) * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)


def noise(rate_hz: int, seconds: float) -> Samples:
    return np.random.default_rng(1).normal(0.0, 0.1, round(seconds * rate_hz))


@pytest.mark.parametrize("rate_hz", RATES)
@pytest.mark.parametrize(("before_s", "after_s"), [(0.0, 0.0), (0.3, 0.0), (0.02, 0.45)])
def test_silence_before_and_after(rate_hz: int, before_s: float, after_s: float) -> None:
    pauses = [np.zeros(round(seconds * rate_hz)) for seconds in (before_s, after_s)]
    hiss = 10 ** (-60 / 20) * noise(rate_hz, 1)[: round(after_s * rate_hz)]
    speech = np.concatenate([noise(rate_hz, 0.5), np.zeros(rate_hz), noise(rate_hz, 0.5)])
    found = silence_s(np.concatenate([pauses[0], speech, pauses[1] + hiss]), rate_hz)
    assert found == pytest.approx((before_s, after_s), abs=0.006)


@pytest.mark.parametrize(
    ("samples", "peak"), [([0.1, -0.5, 0.3], -6.02), ([0.1, 1.0], 0.0), ([0.0], -math.inf), ([], -math.inf)]
)
def test_peak(samples: list[float], peak: float) -> None:
    assert peak_dbfs(np.array(samples)) == pytest.approx(peak, abs=0.01)


def test_silence_alone_is_before() -> None:
    assert silence_s(np.zeros(24_000), 24_000) == (1.0, 0.0)
    assert silence_s(np.zeros(0), 24_000) == (0.0, 0.0)


@pytest.mark.parametrize("rate_hz", RATES)
@pytest.mark.parametrize("lost_ms", [1, 2, 3])
def test_a_bad_join_is_a_click(rate_hz: int, lost_ms: int) -> None:
    voice = sine(rate_hz, 150, 1, -12) + sine(rate_hz, 310, 1, -18)
    at, lost = round(0.4 * rate_hz), round(0.001 * lost_ms * rate_hz)
    joined = np.concatenate([voice[:at], voice[at + lost :]]) * np.hanning(rate_hz - lost)
    assert clicks_s(joined, rate_hz) == pytest.approx([0.4], abs=0.001)
    there = np.concatenate([joined, joined])
    assert clicks_s(there, rate_hz) == pytest.approx([0.4, 1.4 - 0.001 * lost_ms], abs=0.001)


def test_a_cut_end_is_a_click() -> None:
    voice = sine(24_000, 150, 1) * np.linspace(0, 1, 24_000) ** 2
    assert clicks_s(voice[: 24_000 - 40], 24_000) == pytest.approx([1 - 40 / 24_000], abs=0.001)


def test_what_is_no_click() -> None:
    faded = sine(24_000, 150, 1) * np.hanning(24_000)
    assert clicks_s(faded, 24_000) == []
    burst = np.concatenate([np.zeros(12_000), noise(24_000, 0.05) * np.linspace(1, 0, 1_200), np.zeros(12_000)])
    assert clicks_s(burst, 24_000) == [], "a plosive begins suddenly"
    soft = np.concatenate([np.zeros(12_000), np.full(2_400, 0.009)])
    assert clicks_s(soft, 24_000) == [], "below the floor"
    assert clicks_s(np.zeros(0), 24_000) == []
