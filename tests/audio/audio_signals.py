"""Sounds the audio tests make: int16 PCM bytes, mono."""

import numpy as np


def silence(rate_hz, seconds):
    return bytes(2 * round(rate_hz * seconds))


def tone(rate_hz, seconds, hz=440.0, peak=8000):
    time = np.arange(round(rate_hz * seconds)) / rate_hz
    return np.rint(np.sin(2 * np.pi * hz * time) * peak).astype("<i2").tobytes()


def chirp(rate_hz, seconds, peak=8000):
    """200 Hz to 3 kHz: every moment differs, so it correlates with itself at one place only."""
    time = np.arange(round(rate_hz * seconds)) / rate_hz
    return np.rint(np.sin(2 * np.pi * (200 + 1400 * time / seconds) * time) * peak).astype("<i2").tobytes()


def sentence(rate_hz, seconds, seed=0):
    """Voiced syllables and bursts of noise, then 150 ms of silence as an engine leaves it."""
    n = round(rate_hz * seconds)
    time = np.arange(n) / rate_hz
    phase = 2 * np.pi * np.cumsum(130 + 30 * np.sin(2 * np.pi * 0.7 * time)) / rate_hz
    voiced = sum(np.sin(k * phase) / k for k in range(1, 20) if 170 * k < rate_hz / 2)
    noise = np.random.default_rng(seed).standard_normal(n)
    sound = voiced * (np.sin(2 * np.pi * 2.5 * time) > -0.5) + 0.3 * noise * (np.sin(2 * np.pi * 1.7 * time) > 0.6)
    sound = 9000 * sound / max(1e-9, np.abs(sound).max())
    sound[max(0, n - round(0.15 * rate_hz)) :] = 0
    return np.rint(sound).astype("<i2").tobytes()


def with_click(pcm, seconds_before_end, rate_hz, width_s=0.001):
    """A burst of full level near the end."""
    samples = np.frombuffer(pcm, "<i2").copy()
    start = len(samples) - max(1, round(seconds_before_end * rate_hz))
    samples[start : start + max(1, round(width_s * rate_hz))] = 20000
    return samples.tobytes()


def cut(pcm, sizes):
    """Cut PCM into pieces of the given numbers of samples, over and over."""
    pieces = []
    at = 0
    while at < len(pcm):
        size = 2 * sizes[len(pieces) % len(sizes)]
        pieces.append(pcm[at : at + size])
        at += size
    return pieces
