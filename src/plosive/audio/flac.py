"""Owns FLAC (RFC 9639) as a stream: one header for the connection, without a total length, then small frames.

It refuses seek tables and the MD5 of the audio: they are not known before the end. `flac_lengths` gives a file its length.
"""

from typing import Final

from plosive.audio.libav import LibavEncoder
from plosive.audio.pcm import SAMPLE_BYTES, samples_of

_BLOCK_MS = 20  # about the longest delay; frame headers of 10-16 bytes then cost 2-3 % at 24 kHz
# Rice partitions halve a block again and again (RFC 9639 section 9.2.7): an odd block can have only one, and the 441
# samples of 20 ms at 22.05 kHz took 70 % more bytes than 448.
_BLOCK_MULTIPLE = 32

_TOTAL_AT: Final = 21
"""Place of the last four bits of the sample size and of the 36 bits of the number of samples (RFC 9639 section 8.2)."""

_SAMPLE_SIZE: Final = 0xF << 36  # the last four bits of "16 bits", which is written as 15


def flac_lengths(samples: int) -> dict[int, bytes]:
    """Return the number of samples in the header of a file, by its place. 36 bits have room for eight days at 96 kHz."""
    return {_TOTAL_AT: (_SAMPLE_SIZE | samples).to_bytes(5, "big")} if samples < 1 << 36 else {}


class Flac:
    """FLAC, mono, 16 bits, 20 ms frames, each decodable alone."""

    def __init__(self, rate_hz: int) -> None:
        block = -(-rate_hz * _BLOCK_MS // 1000 // _BLOCK_MULTIPLE) * _BLOCK_MULTIPLE
        self._codec = LibavEncoder("flac", rate_hz, options={"frame_size": str(block)})
        self._begun = False
        self._held = bytearray()

    @property
    def held_samples(self) -> int:
        """See `Encoder`."""
        return len(self._held) // SAMPLE_BYTES

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return the completed frames. Raises ValueError on half a sample."""
        samples_of(pcm)
        self._held += pcm
        return self._headed(b"".join(self._codec.encode_blocks(self._held)))

    def end_segment(self) -> bytes:
        """Return nothing: only silence could complete the block now, and the next sentence will complete it."""
        return b""

    def flush(self, last: bool = False) -> bytes:
        """Return the partial block, padded with silence unless `last`: only the last block may be shorter."""
        if not self._held:
            return b""
        block = bytes(self._held)
        self._held.clear()
        if last:
            return self._headed(b"".join(self._codec.encode(block) + self._codec.drain()))
        return self._headed(b"".join(self._codec.encode(block.ljust(self._codec.block_bytes, b"\0"))))

    def reset(self) -> None:
        """Discard the partial block. The codec itself holds nothing between blocks."""
        self._held.clear()

    def _headed(self, frames: bytes) -> bytes:
        """Put the header before the first frames: RFC 9639 sections 6 and 8.2, libavcodec's extradata is STREAMINFO."""
        if self._begun or not frames:
            return frames
        self._begun = True
        streaminfo = self._codec.extradata
        last_metadata_block = 0x80  # its type is 0: STREAMINFO
        return b"fLaC" + bytes([last_metadata_block]) + len(streaminfo).to_bytes(3, "big") + streaminfo + frames
