"""Owns Ogg Vorbis as one logical stream, although libsndfile writes the end of a segment only when its file is closed.

Each segment is encoded alone, and its packets continue the same stream. It refuses low delay: libsndfile writes whole pages
of 4 KB (0.6 s of speech) and has no setting for less.
"""

import io
from typing import NamedTuple

import soundfile

from plosive.audio.ogg import FIRST, LAST, LogicalStream, PacketReader
from plosive.audio.pcm import SAMPLE_BYTES, samples_of, sound_samples

# libvorbis gets PCM in blocks of one size, because its output for the start depends on the size of the first block
# (_preextrapolate_helper in block.c). The wait for 1024 samples is short compared to the wait for a page.
_BLOCK_BYTES = 1024 * SAMPLE_BYTES
_HEADERS = 3  # identification, comment, setup: Vorbis I section 4.2
_SERIAL = 1  # any number is right for a single logical stream; a fixed one makes the bytes repeatable


class _Placed(NamedTuple):
    """A packet, the granule position after it, and its block size."""

    packet: bytes
    granule: int
    block_samples: int


class _Segment:
    """libsndfile's encoder for one segment. It returns Vorbis packets without the three headers."""

    def __init__(self, rate_hz: int) -> None:
        self._file = io.BytesIO()
        self._writer = soundfile.SoundFile(self._file, "w", rate_hz, 1, format="OGG", subtype="VORBIS")
        self._reader = PacketReader()
        self._taken = 0
        self._held = bytearray()
        self.headers: list[bytes] = []
        self.samples = 0
        self.sound_samples = 0

    def write(self, pcm: bytes) -> list[bytes]:
        """Encode PCM and return the packets of the completed pages."""
        if sound := sound_samples(samples_of(pcm)):
            self.sound_samples = self.samples + sound
        self.samples += len(pcm) // SAMPLE_BYTES
        self._held += pcm
        whole = len(self._held) - len(self._held) % _BLOCK_BYTES
        for start in range(0, whole, _BLOCK_BYTES):
            self._writer.write(samples_of(bytes(self._held[start : start + _BLOCK_BYTES])))
        del self._held[:whole]
        return self._take()

    def close(self) -> list[bytes]:
        """Return the remaining packets."""
        self._writer.write(samples_of(bytes(self._held)))
        self._writer.close()
        return self._take()

    def discard(self) -> None:
        self._writer.close()

    def __del__(self) -> None:
        # Before the file is deleted: libsndfile writes to it when it is closed.
        self.discard()

    def block_samples(self, packet: bytes) -> int:
        """Return the block size of an audio packet: a zero bit, then the mode number (Vorbis I section 4.3.1).

        libvorbis has two modes, short and long; the identification header has their exponents of 2 (section 4.2.2).
        """
        exponents = self.headers[0][28]
        return 1 << (exponents >> 4 if packet[0] >> 1 & 1 else exponents & 15)

    def _take(self) -> list[bytes]:
        self._file.seek(self._taken)
        packets = self._reader.feed(self._file.read())
        self._taken = self._file.tell()
        headers = packets[: _HEADERS - len(self.headers)]
        self.headers += headers
        return packets[len(headers) :]


class OggVorbis:
    """Ogg Vorbis, mono, libsndfile's default quality, in one logical stream.

    A segment lasts whole packets, and the overlap of its first packet with the segment before is added: together up to 43 ms
    at 24 kHz, 46 ms at 44.1 kHz, 128 ms at 8 kHz. Packets of silence at the end of a segment are left out to bring the
    stream's duration nearest to the PCM's. Chained streams (RFC 3533 section 4), one for each segment, would be exact, but
    libsndfile and miniaudio stop after the first of a chain, and libavformat, which plays them all, adds as much.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._stream = LogicalStream(_SERIAL)
        self._segment: _Segment | None = None
        self._begun = False  # the headers were returned
        self._before: int | None = None  # block size of the packet before
        self._granule = 0  # after the last returned packet
        self._segment_granule: int | None = None  # of this segment's first sample; None until it is returned
        self._due = 0  # the granule position if the stream lasted as long as the PCM of all ended segments

    @property
    def held_samples(self) -> int:
        """See `Encoder`."""
        returned = 0 if self._segment_granule is None else self._granule - self._segment_granule
        return self._segment.samples - returned if self._segment else 0

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return the completed pages, about every 0.6 s. Raises ValueError on half a sample."""
        samples_of(pcm)
        if not pcm:
            return b""
        if self._segment is None:
            self._segment = _Segment(self._rate_hz)
            self._segment_granule = None
        packets = self._segment.write(pcm)
        return self._pages(self._segment, self._placed(self._segment, packets))

    def end_segment(self) -> bytes:
        """Return the rest of the segment, in whole packets."""
        return self._ended(last=False)

    def flush(self, last: bool = False) -> bytes:
        """Return the rest like `end_segment()`. The last flush ends the stream, at the last sample if possible."""
        if self._segment is None:
            return self._stream.end(self._granule) if last and self._begun else b""
        return self._ended(last=last)

    def reset(self) -> None:
        """Discard the segment. Returned packets remain, and the next segment overlaps with the last of them."""
        if self._segment is not None:
            self._segment.discard()
            self._segment = None
            self._due = self._granule

    def _ended(self, *, last: bool) -> bytes:
        segment = self._segment
        if segment is None:
            return b""
        placed = self._placed(segment, segment.close())
        self._segment = None
        self._due += segment.samples
        start = self._segment_granule or 0
        sound_end = start + segment.sound_samples
        while len(placed) > 1 and placed[-2].granule >= sound_end:
            shorter, longer = placed[-2].granule - self._due, placed[-1].granule - self._due
            if (shorter < 0) if last else (abs(shorter) >= abs(longer)):
                break
            placed.pop()
        self._granule, self._before = placed[-1].granule, placed[-1].block_samples
        if last:
            trimmed = min(max(sound_end, self._due), placed[-1].granule)
            placed[-1] = placed[-1]._replace(granule=trimmed)
        return self._pages(segment, placed, flags=LAST if last else 0)

    def _placed(self, segment: _Segment, packets: list[bytes]) -> list[_Placed]:
        """Find the end of each packet: it adds a quarter of its block and of the one before (Vorbis I, 4.3.8)."""
        placed = []
        for packet in packets:
            block = segment.block_samples(packet)
            if self._before is not None:
                self._granule += self._before // 4 + block // 4
            self._before = block
            if self._segment_granule is None:
                # The first sample of a segment comes after the middle of its first block.
                self._segment_granule = self._granule
            placed.append(_Placed(packet, self._granule, block))
        return placed

    def _pages(self, segment: _Segment, placed: list[_Placed], *, flags: int = 0) -> bytes:
        if not placed:
            return b""
        headers = b""
        if not self._begun:
            self._begun = True
            identification, comment, setup = segment.headers
            headers = self._stream.pages([(identification, 0)], flags=FIRST)
            headers += self._stream.pages([(comment, 0), (setup, 0)])
        return headers + self._stream.pages([(each.packet, each.granule) for each in placed], flags=flags)
