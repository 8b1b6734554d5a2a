"""Owns AAC-LC in ADTS frames (ISO/IEC 14496-3, 1.A.2.2). Each frame has its length and sample rate, so decoding can start
at any frame.

It refuses gapless playback: ADTS cannot declare the encoder's delay, so a file begins with 1024 samples of silence and ends
with up to 1024 more.
"""

from typing import Final

from plosive.audio.libav import LibavEncoder
from plosive.audio.pcm import SAMPLE_BYTES, samples_of

# ISO/IEC 14496-3, table 1.18: the index of a rate.
_RATE_INDEX: Final = {48000: 3, 44100: 4, 24000: 6, 22050: 7, 16000: 8, 8000: 11}

_BIT_S = 64_000  # AAC-LC needs this for one channel of full band; for speech at 24 kHz much less is transparent

_DELAY_BLOCKS = 2  # libavcodec's encoder looks a block ahead, and each block overlaps with the next

_HEADER_BYTES = 7
_LC = 1  # the profile: object type 2 less 1
_MONO = 1
_VARIABLE_RATE = 0x7FF  # the buffer fullness that stands for a variable bit rate


class Aac:
    """AAC-LC, mono, whole ADTS frames of 1024 samples."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_index = _RATE_INDEX[rate_hz]
        self._rate_hz = rate_hz
        self._codec = self._new_codec()
        self._held = bytearray()
        self._drained = True  # the codec holds no sound

    @property
    def held_samples(self) -> int:
        """See `Encoder`."""
        return len(self._held) // SAMPLE_BYTES

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return the completed frames. Raises ValueError on half a sample."""
        samples_of(pcm)
        self._held += pcm
        if pcm:
            self._drained = False
        return self._frames()

    def end_segment(self) -> bytes:
        """Return nothing: only silence could complete the block now, and the next sentence will complete it."""
        return b""

    def flush(self, last: bool = False) -> bytes:
        """Return the held sound, padded with silence: the partial block and the blocks of the encoder's delay."""
        if self._drained:
            return b""
        block = self._codec.block_bytes
        self._held += bytes(-len(self._held) % block + _DELAY_BLOCKS * block)
        self._drained = True
        return self._frames()

    def reset(self) -> None:
        """Discard the held sound. A new codec continues the stream."""
        if not self._drained:
            self._held.clear()
            self._codec = self._new_codec()
            self._drained = True

    def _new_codec(self) -> LibavEncoder:
        return LibavEncoder("aac", self._rate_hz, options={}, bit_s=_BIT_S, sample_format="fltp")

    def _frames(self) -> bytes:
        return b"".join(self._header(len(packet)) + packet for packet in self._codec.encode_blocks(self._held))

    def _header(self, payload_bytes: int) -> bytes:
        """Return the ADTS header: sync word, MPEG-4 without checksum, profile, rate, channels, length, buffer fullness."""
        fields = 0xFFF1
        for value, bits in (
            (_LC, 2),
            (self._rate_index, 4),
            (0, 1),  # private
            (_MONO, 3),
            (0, 4),  # original, home, and two copyright bits
            (_HEADER_BYTES + payload_bytes, 13),
            (_VARIABLE_RATE, 11),
            (0, 2),  # one block in the frame
        ):
            fields = fields << bits | value
        return fields.to_bytes(_HEADER_BYTES, "big")
