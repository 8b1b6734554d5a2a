"""PURE. A gain on PCM that never clips."""

from typing import Final

import numpy as np

_FULL_SCALE: Final = 32767.0
_KNEE: Final = 10 ** (-2 / 20) * _FULL_SCALE
"""-2 dB of full scale: louder samples are bent."""


def amplified(pcm: bytes, gain: float) -> bytes:
    """PCM with its amplitude times `gain`. A gain above 1 bends peaks over -2 dB of full scale, so that they stay below it.

    Each sample is reckoned alone, so that it makes no difference how a stream is cut. Raises ValueError on half a sample.
    """
    given = np.frombuffer(pcm, "<i2")
    samples = given.astype(np.float32)
    samples *= np.float32(gain)
    if gain > 1 and gain * max(int(given.max(initial=0)), -int(given.min(initial=0))) > _KNEE:
        room = _FULL_SCALE - _KNEE
        over = np.maximum(np.abs(samples) - _KNEE, 0)
        samples = np.copysign(np.minimum(np.abs(samples), _KNEE) + room * np.tanh(over / room), samples)
    made: bytes = np.rint(samples, out=samples).astype("<i2").tobytes()
    return made
