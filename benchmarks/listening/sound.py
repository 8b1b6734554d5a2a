"""PURE. Measures of a recording that need no model: the peak, silence around the speech, clicks."""

import math
from typing import Final

import numpy as np

from plosive.audio.loudness import Samples

_LEVEL_EVERY_S: Final = 0.005
_SILENT_DB: Final = -45.0
"""Level below the loudest moment. Softer sound is not heard as speech."""

_NEIGHBOURHOOD_S: Final = 0.01
_CLICK_RATIO: Final = 3.5
"""Twelve minutes of espeak-ng and of a neural voice without joins stay below; where some ms were cut out of loud speech, three
places in five are above."""

_CLICK_FLOOR: Final = 0.02
"""A step of 0.01: its third difference is twice as large."""

_CLICK_SAMPLES: Final = 4
"""How far a click reaches on either side of its sample, after a resampler has rounded it."""


def peak_dbfs(samples: Samples) -> float:
    """The largest sample in dB of full scale; minus infinity for silence."""
    peak = float(np.abs(samples).max(initial=0.0))
    return 20 * math.log10(peak) if peak else -math.inf


def silence_s(samples: Samples, rate_hz: int) -> tuple[float, float]:
    """Seconds before the speech and after it, to 5 ms. All of it is before if there is no speech."""
    hop = round(_LEVEL_EVERY_S * rate_hz)
    powers = (samples[: len(samples) // hop * hop].reshape(-1, hop) ** 2).mean(axis=1)
    heard = np.flatnonzero(powers > powers.max(initial=0.0) * 10 ** (_SILENT_DB / 10))
    if not heard.size:
        return len(samples) / rate_hz, 0.0
    return float(heard[0] * hop / rate_hz), float((len(samples) - (heard[-1] + 1) * hop) / rate_hz)


def clicks_s(samples: Samples, rate_hz: int) -> list[float]:
    """The seconds at which the curve breaks, as at a bad join: its third difference is 3.5 times as large as any within
    10 ms before and after. Silence is around the recording, so a cut end counts.

    A sound that begins suddenly, as a plosive does, goes on with large differences and is none.
    """
    curve = np.abs(np.diff(np.pad(samples, 3), n=3))
    near = round(_NEIGHBOURHOOD_S * rate_hz)
    sides = np.lib.stride_tricks.sliding_window_view(np.pad(curve, near), near - _CLICK_SAMPLES).max(axis=1)
    before = sides[: len(curve)]
    after = sides[near + _CLICK_SAMPLES + 1 :]
    found = np.flatnonzero((curve >= _CLICK_FLOOR) & (curve > _CLICK_RATIO * np.maximum(before, after)))
    return [float(at / rate_hz) for at in found[np.diff(found, prepend=-near) >= near]]
