"""Sounds the audio tests make: int16 PCM bytes, mono."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def silence(rate_hz: int, seconds: float) -> bytes:
    return bytes(2 * round(rate_hz * seconds))


def tone(rate_hz: int, seconds: float, hz: float = 440.0, peak: int = 8000) -> bytes:
    time = np.arange(round(rate_hz * seconds)) / rate_hz
    return _pcm(np.sin(2 * np.pi * hz * time) * peak)


def chirp(rate_hz: int, seconds: float, peak: int = 8000) -> bytes:
    """200 Hz to 3 kHz: every moment differs, so it correlates with itself at one place only."""
    time = np.arange(round(rate_hz * seconds)) / rate_hz
    return _pcm(np.sin(2 * np.pi * (200 + 1400 * time / seconds) * time) * peak)


def sentence(rate_hz: int, seconds: float, seed: int = 0) -> bytes:
    """Voiced syllables and bursts of noise, then 150 ms of silence as an engine leaves it."""
    n = round(rate_hz * seconds)
    time = np.arange(n) / rate_hz
    phase = 2 * np.pi * np.cumsum(130 + 30 * np.sin(2 * np.pi * 0.7 * time)) / rate_hz
    voiced = sum(np.sin(k * phase) / k for k in range(1, 20) if 170 * k < rate_hz / 2)
    noise = np.random.default_rng(seed).standard_normal(n)
    sound = voiced * (np.sin(2 * np.pi * 2.5 * time) > -0.5) + 0.3 * noise * (np.sin(2 * np.pi * 1.7 * time) > 0.6)
    sound = 9000 * sound / max(1e-9, np.abs(sound).max())
    sound[max(0, n - round(0.15 * rate_hz)) :] = 0
    return _pcm(sound)


def _pcm(samples: npt.NDArray[np.float64]) -> bytes:
    pcm: bytes = np.rint(samples).astype("<i2").tobytes()
    return pcm


def with_click(pcm: bytes, seconds_before_end: float, rate_hz: int, width_s: float = 0.001) -> bytes:
    """A burst of full level near the end."""
    samples = np.frombuffer(pcm, "<i2").copy()
    start = len(samples) - max(1, round(seconds_before_end * rate_hz))
    samples[start : start + max(1, round(width_s * rate_hz))] = 20000
    return samples.tobytes()


def cut(pcm: bytes, sizes: Sequence[int]) -> list[bytes]:
    """Cut PCM into pieces of the given numbers of samples, over and over."""
    pieces: list[bytes] = []
    at = 0
    while at < len(pcm):
        size = 2 * sizes[len(pieces) % len(sizes)]
        pieces.append(pcm[at : at + size])
        at += size
    return pieces
