"""Owns PCM, which is little-endian int16 mono `bytes` everywhere in Plosive: its samples and its resampling.

It refuses half a sample: a byte count that is not a whole number of samples is a bug of the caller.
"""

import numpy as np
import numpy.typing as npt
import soxr

SAMPLE_BYTES = 2

Samples = npt.NDArray[np.int16]

# Of soxr's qualities HQ is flat to 0.9 of the Nyquist frequency of the lower rate (MQ loses 0.2 dB there, LQ 20 dB)
# and puts aliases at -80 dB, at 0.1-0.7 ms of CPU for a second of audio. It holds back no more PCM than MQ does
# (37-58 ms; 73-115 ms down to 8 kHz), VHQ up to twice as much. (soxr 1.1.0, 13 pairs of rates, fed 5 ms at a time)
_QUALITY = "HQ"

_RESAMPLER_BYTES = 120_000
_RESAMPLER_BYTES_A_HZ = 5.7
"""Memory of soxr's resampler, by the rate that it makes (measured from 8 to 96 kHz)."""

_QUIET = 33  # -60 dBFS: breath and dither stay below it


def samples_of(pcm: bytes) -> Samples:
    """Return PCM as a read-only int16 array. Raises ValueError on half a sample."""
    if len(pcm) % SAMPLE_BYTES:
        raise ValueError(f"{len(pcm)} bytes of PCM are not whole {SAMPLE_BYTES}-byte samples")
    return np.frombuffer(pcm, dtype="<i2")


def sound_samples(samples: Samples) -> int:
    """Return the number of samples up to the last audible one, or 0. The rest is silence that may be cut."""
    # abs() of the lowest int16 is negative: compare both sides instead.
    sound = np.flatnonzero((samples > _QUIET) | (samples < -_QUIET))
    return int(sound[-1]) + 1 if len(sound) else 0


def _rounded(samples: npt.NDArray[np.floating]) -> bytes:
    """Return floats on the scale of int16 as PCM. They are clipped before they are rounded, so that none wraps around."""
    pcm: bytes = np.rint(np.clip(samples, -32768.0, 32767.0)).astype("<i2").tobytes()
    return pcm


class Resampler:
    """Converts a stream of PCM from one sample rate to another, segment by segment; equal rates pass through unchanged.

    Call `flush()` at the end of a segment: soxr looks ahead and still holds the last samples.
    """

    def __init__(self, from_rate_hz: int, to_rate_hz: int) -> None:
        # float32, because soxr adds random dither to int16: silence would hiss, and no two runs would agree.
        self._stream: soxr.ResampleStream | None = None
        self._to_rate_hz = to_rate_hz
        if from_rate_hz != to_rate_hz:
            self._stream = soxr.ResampleStream(from_rate_hz, to_rate_hz, 1, dtype="float32", quality=_QUALITY)

    @property
    def memory_bytes(self) -> int:
        """About how much memory it takes."""
        return 0 if self._stream is None else _RESAMPLER_BYTES + round(_RESAMPLER_BYTES_A_HZ * self._to_rate_hz)

    def feed(self, pcm: bytes) -> bytes:
        """Feed PCM at the first rate and return PCM at the second, perhaps none. Raises ValueError on half a sample."""
        samples = samples_of(pcm)
        if self._stream is None:
            return pcm
        return _rounded(self._stream.resample_chunk(samples.astype(np.float32)))

    def flush(self) -> bytes:
        """End the segment and return the rest. A segment of n samples becomes round(n * to / from), plus or minus one.

        The next `feed()` begins a new segment.
        """
        if self._stream is None:
            return b""
        rest = _rounded(self._stream.resample_chunk(np.empty(0, np.float32), last=True))
        self._stream.clear()
        return rest

    def reset(self) -> None:
        """Discard the held samples. The next `feed()` begins a new segment."""
        if self._stream is not None:
            self._stream.clear()
