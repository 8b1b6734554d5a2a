"""Turns frames of the network into samples, some frames at a time, equal to all at once to float precision. PURE.

A frame lasts 12.5 ms. Its spectrum is the sum of three: a train of pulses at the voice's pitch through a filter, noise through
another, and sound with phases of its own. The inverse transforms of four neighbours overlap. docs/hibari.md has the formula.
"""

from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from plosive.voices.hibari import RATE_HZ

Floats: TypeAlias = npt.NDArray[np.float32]

HOP: Final = 300
"""Samples of a frame."""

_SIZE: Final = 4 * HOP
"""Samples of a frame's transform."""

_BINS: Final = _SIZE // 2 + 1
_WINDOW: Final = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_SIZE) / _SIZE)).astype(np.float32)
_ANALYSIS: Final = 4 * _WINDOW  # a cosine of amplitude 1 has the magnitude 1
_OVERLAP: Final = np.square(_WINDOW).reshape(4, HOP)
_PI: Final = np.float32(np.pi)

_LOUDEST: Final = 7.0
"""Natural logarithm of the largest magnitude."""

_LOWEST_HZ: Final = 40.0
"""A lower pitch means that there is no voice."""

_HIGHEST_HZ: Final = 11000.0
"""Harmonics of the pulses end here."""

# Pitch of the samples of a frame: from the middle of a frame to the middle of the next in a straight line.
_NEXT: Final = (((np.arange(HOP) + 0.5) / HOP - 0.5) % 1.0).astype(np.float32)
_THIS: Final = (1.0 - _NEXT).astype(np.float32)

_SPARSE: Final = 4
"""The search for silence looks at every fourth bin."""

_SILENCE: Final = 10 ** (-45 / 10)
"""Power of a silent frame relative to the loudest. Consonants that begin a word are some 30 dB below its vowels."""

_LEAD: Final = 4
_TAIL: Final = 6
"""Frames kept before the first and after the last that sounds: transforms overlap, and onsets and releases are softer still."""


_NOISE: Final = np.random.default_rng(0).standard_normal(2 << 17, dtype=np.float32).view(np.complex64)
_SPECTRA_OF_NOISE: Final = np.lib.stride_tricks.sliding_window_view(_NOISE, _BINS)
"""Every start in the same normal noise gives a spectrum. Fresh numbers took a quarter of the time of the whole signal."""


class Noise:
    """Spectra of normal noise, frame by frame. One seed always gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)

    def spectra(self, frames: int) -> npt.NDArray[np.complex64]:
        """Return the next spectra, (frames, 601)."""
        return _SPECTRA_OF_NOISE[self._random.integers(len(_SPECTRA_OF_NOISE), size=frames)]


class Frames(NamedTuple):
    """Output of the network for F frames: logarithms of magnitudes, and phases, 601 x F each; the pitch in Hz, F.

    `turns` of pi lead the pulses' phases through tanh; `phases` are radians.
    """

    pulses: Floats
    turns: Floats
    noise: Floats
    rest: Floats
    phases: Floats
    pitch_hz: Floats

    def sounding(self) -> tuple[int, int]:
        """First frame of the sound and the one after its end, with a little silence around: before any sample is made."""
        power = _power(self.noise) * 2 + _power(self.rest) + _power(self.pulses) * (self.pitch_hz > _LOWEST_HZ)
        loud = np.flatnonzero(power > _SILENCE * power.max())
        if not len(loud):  # numbers that are none: whoever makes the samples finds out
            return 0, len(power)
        return max(0, int(loud[0]) - _LEAD), min(len(power), int(loud[-1]) + 1 + _TAIL)


class Signal:
    """The samples of a sentence from frame `start` on, made from left to right.

    It takes the noise in the order of the frames, so that the samples do not depend on the windows.
    """

    def __init__(self, frames: Frames, noise: Noise, start: int = 0) -> None:
        self._frames = frames
        self._noise = noise
        self._total = len(frames.pitch_hz)
        self._hz = _pitch_of_samples(frames.pitch_hz)
        cycles = np.maximum(self._hz, _LOWEST_HZ).sum(axis=1, dtype=np.float64) / RATE_HZ
        self._cycles = np.concatenate([[0.0], np.cumsum(cycles)])  # of the pulses before each frame
        self._made = start
        # The first samples have parts of the transform of the frame before. Blocks are hops of overlapped transforms, two
        # before the samples of the frame with their number.
        self._transformed = max(0, start - 1)
        self._overlapped = np.zeros((3, HOP), np.float32)
        self._weights = np.zeros((3, HOP), np.float32)

    def make(self, stop: int) -> Floats:
        """Samples up to the end of frame `stop` - 1, without those made before."""
        first, end = self._transformed, min(stop + 2, self._total)
        blocks = np.zeros((end - first + 3, HOP), np.float32)
        weights = np.zeros_like(blocks)
        blocks[:3], weights[:3] = self._overlapped, self._weights
        if end > first:
            transformed = np.fft.irfft(self._spectra(first, end), _SIZE, axis=1).astype(np.float32, copy=False)
            transformed *= _WINDOW
            for part, quarter in enumerate(transformed.reshape(-1, 4, HOP).transpose(1, 0, 2)):
                blocks[part : part + end - first] += quarter
                weights[part : part + end - first] += _OVERLAP[part]
        low, high = self._made + 2 - first, stop + 2 - first
        samples = blocks[low:high] / np.maximum(weights[low:high], np.float32(1e-11))
        self._overlapped, self._weights = blocks[end - first :], weights[end - first :]
        self._transformed, self._made = end, stop
        return np.reshape(samples, -1)

    def _spectra(self, first: int, end: int) -> npt.NDArray[np.complex64]:
        frames, part = self._frames, slice(first, end)
        turns = _PI * np.tanh(frames.turns[:, part])
        spectra = self._pulse_spectra(first, end) * _polar(frames.pulses[:, part], turns).T
        spectra += _polar(frames.rest[:, part], frames.phases[:, part]).T
        noise = self._noise.spectra(end - first)
        noise *= _magnitude(frames.noise[:, part]).T
        spectra += noise
        return spectra

    def _pulse_spectra(self, first: int, end: int) -> npt.NDArray[np.complex64]:
        """Transforms of the pulses around frames, (frames, bins). The signal is mirrored at its ends."""
        low, high = first - 2, end + 1  # a frame's transform reaches two frames back and one beyond its own
        pulses = self._pulse_samples(max(0, low), min(high, self._total))
        mirrored = np.pad(pulses, (HOP * max(0, -low), HOP * max(0, high - self._total)), mode="reflect")
        around = np.lib.stride_tricks.sliding_window_view(mirrored, _SIZE)[::HOP][: end - first]
        # numpy computes in double precision, twice as long, without a factor of its own.
        return np.fft.rfft(around * _ANALYSIS, axis=1, norm="forward").astype(np.complex64, copy=False)

    def _pulse_samples(self, first: int, end: int) -> Floats:
        """Pulses of frames: all harmonics at amplitude 1, sum of cos(ht) = sin((H + 1/2)t) / (2 sin(t/2)) - 1/2."""
        hz = self._hz[first:end].reshape(-1)
        voiced = hz > _LOWEST_HZ
        hz = np.maximum(hz, np.float32(_LOWEST_HZ))
        cycles = self._cycles[first] + np.cumsum(hz, dtype=np.float64) / RATE_HZ
        angle = (2 * np.pi * np.modf(cycles)[0]).astype(np.float32)
        harmonics = np.floor(np.float32(_HIGHEST_HZ) / hz) + np.float32(0.5)
        below = 2 * np.sin(angle * np.float32(0.5))
        peak = np.abs(below) <= 2e-3  # the quotient's limit
        below[peak] = 1
        pulses = np.where(peak, harmonics, np.sin(harmonics * angle) / below) - np.float32(0.5)
        return np.where(voiced, pulses, np.float32(0)).astype(np.float32)


def _magnitude(logarithm: Floats) -> Floats:
    magnitude: Floats = np.exp(np.minimum(logarithm, np.float32(_LOUDEST)))
    return magnitude


def _power(logarithm: Floats) -> Floats:
    power: Floats = np.square(_magnitude(logarithm[::_SPARSE])).sum(axis=0)
    return power


def _polar(logarithm: Floats, angle: Floats) -> npt.NDArray[np.complex64]:
    numbers = np.empty(angle.shape, np.complex64)
    numbers.real, numbers.imag = np.cos(angle), np.sin(angle)
    numbers *= _magnitude(logarithm)
    return numbers


def _pitch_of_samples(pitch_hz: Floats) -> Floats:
    """The pitch of each sample, (frames, hop)."""
    around = np.pad(pitch_hz, 1, mode="edge")[:, None]
    half = HOP // 2
    return np.concatenate(
        [
            around[:-2] * _THIS[:half] + around[1:-1] * _NEXT[:half],
            around[1:-1] * _THIS[half:] + around[2:] * _NEXT[half:],
        ],
        axis=1,
    )
