"""Owns the binding to LAME's C API: PCM in, whole MPEG audio frames out, each decodable without those before it.

It refuses LAME's container extras (ID3, Xing/Info) and its bit reservoir. The `lameenc` wheel carries the library, but
its Python class cannot switch the reservoir off, and LAME there is 3-4 times as fast as the one inside PyAV.
"""

import ctypes
from ctypes import POINTER, c_char_p, c_int, c_short, c_void_p

import lameenc
import numpy as np

from plosive.audio.pcm import Samples

_MONO = 3  # MPEG_mode MONO in lame.h
_CBR = 0  # vbr_mode vbr_off in lame.h
# 5 still shapes noise under the masking threshold; 7 does not. It saves 1 ms of CPU a second of audio at 24 kHz (2.4 to
# 1.4), beside 6 ms for the embedded voice. Measured with that voice at 64 kbit/s: the noise of both is alike in every band
# (30 s of speech; segmental signal-to-noise ratio 21.4 dB with 5, 22.5 dB with 7), PESQ 4.3 and 4.2 of 4.5.
_QUALITY = 7

# CDLL, unlike PyDLL, releases the GIL during calls. The module is already loaded: this only gives access to its symbols.
_library = ctypes.CDLL(lameenc.__file__)
_library.lame_init.restype = c_void_p
_library.lame_init.argtypes = []
_library.lame_init_params.argtypes = [c_void_p]
_library.lame_close.argtypes = [c_void_p]
_library.lame_encode_buffer.argtypes = [c_void_p, POINTER(c_short), POINTER(c_short), c_int, c_char_p, c_int]
_SETTINGS = {
    "num_channels": 1,
    "mode": _MONO,
    "VBR": _CBR,
    "quality": _QUALITY,
    "disable_reservoir": 1,
    "bWriteVbrTag": 0,
    "write_id3tag_automatic": 0,
}
_RATES = ("in_samplerate", "out_samplerate", "brate")
for _name in (*_SETTINGS, *_RATES):
    getattr(_library, f"lame_set_{_name}").argtypes = [c_void_p, c_int]
    getattr(_library, f"lame_get_{_name}").argtypes = [c_void_p]

# ISO 11172-3 and 13818-3, table of Layer III bit rates (kbit/s) by the header's index; MPEG-2.5 shares MPEG-2's.
_MPEG1_KBIT_S = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG2_KBIT_S = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
# By the header's version bits (0 is MPEG-2.5, 2 MPEG-2, 3 MPEG-1) and rate index.
_RATES_HZ = {0: (11025, 12000, 8000), 2: (22050, 24000, 16000), 3: (44100, 48000, 32000)}


def frame_bytes(header: bytes) -> int:
    """Return the length of the Layer III frame that begins with these 4 bytes (ISO 11172-3, 2.4.1.3 and 2.4.3.1).

    Raises ValueError if they are no such header.
    """
    word = int.from_bytes(header[:4], "big")
    version, layer, bitrate, rate = word >> 19 & 3, word >> 17 & 3, word >> 12 & 15, word >> 10 & 3
    if len(header) < 4 or word >> 21 != 0x7FF or version == 1 or layer != 1 or bitrate in (0, 15) or rate == 3:
        raise ValueError(f"no Layer III frame header: {header[:4].hex()}")
    kbit_s, eighths = (_MPEG1_KBIT_S[bitrate], 144) if version == 3 else (_MPEG2_KBIT_S[bitrate], 72)
    return eighths * kbit_s * 1000 // _RATES_HZ[version][rate] + (word >> 9 & 1)


class Lame:
    """One LAME encoder: mono, constant bit rate, no reservoir, no tags.

    `rate_hz` must be an MPEG rate and `kbit_s` legal for it, else ValueError. `close()` it when done; garbage
    collection does so too.
    """

    def __init__(self, rate_hz: int, kbit_s: int) -> None:
        self._partial = b""
        self._handle: int | None = _library.lame_init()
        if not self._handle:
            raise MemoryError("lame_init")
        rates = dict(zip(_RATES, (rate_hz, rate_hz, kbit_s), strict=True))
        for name, number in (_SETTINGS | rates).items():
            getattr(_library, f"lame_set_{name}")(self._handle, number)
        # LAME chooses the nearest legal value instead of failing.
        refused = _library.lame_init_params(self._handle) < 0
        if refused or any(getattr(_library, f"lame_get_{name}")(self._handle) != rates[name] for name in rates):
            self.close()
            raise ValueError(f"LAME cannot make {kbit_s} kbit/s at {rate_hz} Hz")

    def encode(self, samples: Samples) -> list[bytes]:
        """Encode samples and return the completed frames. LAME holds back 800 samples or more to look ahead."""
        samples = np.ascontiguousarray(samples, np.int16)
        room = len(samples) * 5 // 4 + 7200  # the worst case lame.h gives for lame_encode_buffer
        encoded = ctypes.create_string_buffer(room)
        pointer = samples.ctypes.data_as(POINTER(c_short))
        written = _library.lame_encode_buffer(self._handle, pointer, pointer, len(samples), encoded, room)
        if written < 0:
            raise RuntimeError(f"lame_encode_buffer: {written}")
        self._partial += encoded.raw[:written]
        frames = []
        start = 0
        # The output of one call may end in the middle of a frame.
        while len(self._partial) - start >= 4:
            end = start + frame_bytes(self._partial[start : start + 4])
            if end > len(self._partial):
                break
            frames.append(self._partial[start:end])
            start = end
        self._partial = self._partial[start:]
        return frames

    def close(self) -> None:
        """Free the encoder; it cannot be used again."""
        if self._handle:
            _library.lame_close(self._handle)
            self._handle = None

    def __del__(self) -> None:
        self.close()
