"""Owns Ogg Vorbis as one logical stream, though libsndfile must be closed to give a segment's end.

Each segment is encoded alone, and its packets go on in the same stream. It refuses low delay: libsndfile gives whole
pages of 4 KB (0.6 s of speech) and cannot be made to give less.
"""

import io

import soundfile

from plosive.audio.ogg import FIRST, LAST, LogicalStream, PacketReader
from plosive.audio.pcm import SAMPLE_BYTES, samples_of

# libvorbis is given PCM in blocks of one size, because what it makes of the start depends on how much it is given
# (_preextrapolate_helper in block.c). 1024 samples are no delay beside a page's.
_BLOCK_BYTES = 1024 * SAMPLE_BYTES
_HEADERS = 3  # identification, comment, setup: Vorbis I section 4.2
_SERIAL = 1  # any number will do where there is one logical stream; a fixed one makes the bytes repeatable


class _Segment:
    """libsndfile's encoder for one segment; gives Vorbis packets without the three headers."""

    def __init__(self, rate_hz: int) -> None:
        self._file = io.BytesIO()
        self._writer = soundfile.SoundFile(self._file, "w", rate_hz, 1, format="OGG", subtype="VORBIS")
        self._reader = PacketReader()
        self._taken = 0
        self._held = bytearray()
        self.headers: list[bytes] = []
        self.samples = 0

    def write(self, pcm: bytes) -> list[bytes]:
        """Give PCM, get the packets of the pages it completes."""
        self.samples += len(pcm) // SAMPLE_BYTES
        self._held += pcm
        whole = len(self._held) - len(self._held) % _BLOCK_BYTES
        for start in range(0, whole, _BLOCK_BYTES):
            self._writer.write(samples_of(bytes(self._held[start : start + _BLOCK_BYTES])))
        del self._held[:whole]
        return self._take()

    def close(self) -> list[bytes]:
        """Get the other packets."""
        self._writer.write(samples_of(bytes(self._held)))
        self._writer.close()
        return self._take()

    def discard(self) -> None:
        self._writer.close()

    def _take(self) -> list[bytes]:
        self._file.seek(self._taken)
        packets = self._reader.feed(self._file.read())
        self._taken = self._file.tell()
        headers = packets[: _HEADERS - len(self.headers)]
        self.headers += headers
        return packets[len(headers) :]


class OggVorbis:
    """Ogg Vorbis, mono, libsndfile's default quality.

    A stream of several segments lasts a little longer than they do: where two meet, the packets' overlap and the
    rounding of the first to whole packets add up to one long block (43 ms at 24 kHz, 46 ms at 44.1 kHz). Chained
    streams (RFC 3533 section 4), one for each segment, would be exact, but libsndfile and miniaudio stop after the
    first of a chain, and libavformat, which plays them, adds as much.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._stream = LogicalStream(_SERIAL)
        self._segment: _Segment | None = None
        self._block_samples: tuple[int, int] | None = None  # short and long; None until the headers are given
        self._before: int | None = None  # block size of the packet before
        self._granule = 0  # after the last packet given
        self._segment_granule = 0  # where this segment's first sample is

    def feed(self, pcm: bytes) -> bytes:
        """Give PCM, get the pages it completes, every 0.6 s or so; ValueError on half a sample."""
        samples_of(pcm)
        if not pcm:
            return b""
        return self._pages(self._writing().write(pcm))

    def end_segment(self) -> bytes:
        """Get the rest of the segment, rounded up to whole packets."""
        return self._ended(last=False)

    def flush(self, last: bool = False) -> bytes:
        """Get the rest, as `end_segment()` does; the last flush ends the stream, at the last sample if it can."""
        if self._segment is None:
            return self._stream.end(self._granule) if last and self._block_samples else b""
        return self._ended(last=last)

    def reset(self) -> None:
        """Forget the segment; packets already given stay, and the next segment overlaps with the last of them."""
        if self._segment is not None:
            self._segment.discard()
            self._segment = None

    def _writing(self) -> _Segment:
        if self._segment is None:
            self._segment = _Segment(self._rate_hz)
            self._segment_granule = -1
        return self._segment

    def _ended(self, *, last: bool) -> bytes:
        if self._segment is None:
            return b""
        packets = self._segment.close()
        pages = self._pages(packets, last=last)
        self._segment = None
        return pages

    def _pages(self, packets: list[bytes], *, last: bool = False) -> bytes:
        if not packets or self._segment is None:
            return b""
        headers = b""
        if self._block_samples is None:
            identification, comment, setup = self._segment.headers
            exponents = identification[28]  # of 2, the short block's in the low half: Vorbis I section 4.2.2
            self._block_samples = (1 << (exponents & 15), 1 << (exponents >> 4))
            headers = self._stream.pages([(identification, 0)], flags=FIRST)
            headers += self._stream.pages([(comment, 0), (setup, 0)])
        out = []
        for packet in packets:
            # Vorbis I section 4.3.1: a zero bit, then the mode number. libvorbis has two modes, short and long.
            block = self._block_samples[packet[0] >> 1 & 1]
            if self._before is not None:
                self._granule += self._before // 4 + block // 4
            self._before = block
            if self._segment_granule < 0:
                # The first sample of a segment comes after the middle of its first block.
                self._segment_granule = self._granule
            out.append((packet, self._granule))
        if last:
            out[-1] = (packets[-1], self._segment_granule + self._segment.samples)
        return headers + self._stream.pages(out, flags=LAST if last else 0)
