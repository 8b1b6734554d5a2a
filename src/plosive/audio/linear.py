"""Owns PCM as an output format: bare (linear16), and after one RIFF header of unknown length (wav)."""

import struct
from typing import Final

from plosive.audio.pcm import SAMPLE_BYTES, samples_of

_UNKNOWN = 0xFFFFFFFF  # the size of a RIFF stream whose end is not known yet, as ffmpeg and sox write it to a pipe
_PCM_FORMAT, _CHANNELS = 1, 1


def _riff_header(rate_hz: int) -> bytes:
    """Return 44 bytes: RIFF, `fmt ` of 16 bytes and the head of `data` (Microsoft RIFFNEW, WAVE_FORMAT_PCM)."""
    block_bytes = SAMPLE_BYTES * _CHANNELS
    wave_format = struct.pack(
        "<HHIIHH", _PCM_FORMAT, _CHANNELS, rate_hz, rate_hz * block_bytes, block_bytes, 8 * SAMPLE_BYTES
    )
    return struct.pack("<4sI4s4sI16s4sI", b"RIFF", _UNKNOWN, b"WAVE", b"fmt ", 16, wave_format, b"data", _UNKNOWN)


def riff_lengths(samples: int) -> dict[int, bytes]:
    """Return the sizes in the header of a `wav` file of so many samples, by their places. A file over 4 GiB keeps none."""
    data_bytes = samples * SAMPLE_BYTES
    if data_bytes + 36 > _UNKNOWN:
        return {}
    return {4: struct.pack("<I", data_bytes + 36), 40: struct.pack("<I", data_bytes)}


class Immediate:
    """The part of an encoder that holds nothing back between two calls."""

    held_samples: Final = 0

    def end_segment(self) -> bytes:
        """Nothing is held."""
        return b""

    def flush(self, last: bool = False) -> bytes:
        """Nothing is held."""
        return b""

    def reset(self) -> None:
        """Nothing is held."""


class Linear16(Immediate):
    """PCM without changes."""

    def __init__(self, rate_hz: int) -> None:
        self._header = b""

    def feed(self, pcm: bytes) -> bytes:
        """Return the PCM, the first time after the header if there is one. Raises ValueError on half a sample."""
        samples_of(pcm)
        if not pcm:
            return b""
        header, self._header = self._header, b""
        return header + pcm


class Wav(Linear16):
    """PCM after one header for the connection, sent with the first audio."""

    def __init__(self, rate_hz: int) -> None:
        super().__init__(rate_hz)
        self._header = _riff_header(rate_hz)
