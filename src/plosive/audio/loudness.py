"""PURE. Loudness of a recording (ITU-R BS.1770)."""

from typing import Final

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]
"""One channel, from -1 to 1."""

_BLOCK_S: Final = 0.4
_BLOCK_EVERY_S: Final = 0.1
_MONO_OFFSET_LU: Final = -0.691
_ABSOLUTE_GATE_LUFS: Final = -70.0
_RELATIVE_GATE_LU: Final = -10.0


def loudness_lufs(samples: Samples, rate_hz: int) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770-4, one channel); minus infinity for silence and for less than 0.4 s."""
    block, every = round(_BLOCK_S * rate_hz), round(_BLOCK_EVERY_S * rate_hz)
    energy = np.concatenate(([0.0], np.cumsum(_k_weighted(samples, rate_hz) ** 2)))
    starts = np.arange(0, len(samples) - block + 1, every)
    powers = (energy[starts + block] - energy[starts]) / block
    powers = powers[powers > _power(_ABSOLUTE_GATE_LUFS)]
    if not powers.size:
        return float("-inf")
    powers = powers[powers > _power(_lufs(powers.mean()) + _RELATIVE_GATE_LU)]
    return _lufs(powers.mean())


def _lufs(power: float) -> float:
    return _MONO_OFFSET_LU + 10 * float(np.log10(power))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _MONO_OFFSET_LU) / 10))


def _k_weighted(samples: Samples, rate_hz: int) -> Samples:
    """The two filters of the standard, a shelf for the head and a high-pass, at any sample rate.

    The standard gives coefficients for 48 kHz; these are the analogue filters behind them, as libebur128 has them.
    """
    size = len(samples) + rate_hz  # room for the filters to die away
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    k, q = np.tan(np.pi * 1681.974450955533 / rate_hz), 0.7071752369554196
    gain = 10 ** (3.999843853973347 / 20)
    band = gain**0.4996667741545416
    shelf = np.polyval([gain - band * k / q + k * k, 2 * (k * k - gain), gain + band * k / q + k * k], z)
    shelf /= np.polyval([1 - k / q + k * k, 2 * (k * k - 1), 1 + k / q + k * k], z)
    k, q = np.tan(np.pi * 38.13547087602444 / rate_hz), 0.5003270373238773
    whole = 1 + k / q + k * k
    high_pass = (1 - z) ** 2 / np.polyval([(1 - k / q + k * k) / whole, 2 * (k * k - 1) / whole, 1], z)
    return np.fft.irfft(np.fft.rfft(samples, size) * shelf * high_pass, size)[: len(samples)]
