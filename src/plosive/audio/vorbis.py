"""Owns Ogg Vorbis as a chain (RFC 3533 section 4): each segment is a logical stream of its own, so that it can end.

It refuses low delay: libsndfile gives whole pages of 4 KB (0.6 s of speech) and cannot be made to give less.
"""

import io
from dataclasses import replace

import soundfile

from plosive.audio.ogg import LAST, Page, read_pages
from plosive.audio.pcm import SAMPLE_BYTES, samples_of

# libvorbis is given PCM in blocks of one size, because what it makes of the start depends on how much it is given
# (_preextrapolate_helper in block.c) and libsndfile overruns its stack on long writes. 1024 is its usual read size.
_BLOCK_BYTES = 1024 * SAMPLE_BYTES


class _Link:
    """One logical stream of the chain; `take()` gives the pages finished so far."""

    def __init__(self, rate_hz: int, serial: int) -> None:
        self._serial = serial
        self._file = io.BytesIO()
        self._writer = soundfile.SoundFile(self._file, "w", rate_hz, 1, format="OGG", subtype="VORBIS")
        self._held = bytearray()
        self._taken = 0
        self._headers = b""
        self.last: Page | None = None  # of those taken

    def write(self, pcm: bytes) -> None:
        self._held += pcm
        whole = len(self._held) - len(self._held) % _BLOCK_BYTES
        for start in range(0, whole, _BLOCK_BYTES):
            self._writer.write(samples_of(bytes(self._held[start : start + _BLOCK_BYTES])))
        del self._held[:whole]

    def close(self) -> None:
        if self._held:
            self._writer.write(samples_of(bytes(self._held)))
            self._held.clear()
        self._writer.close()

    def discard(self) -> None:
        self._held.clear()
        self._writer.close()

    def take(self) -> bytes:
        """Finished pages under our serial number (libsndfile draws random ones); headers wait for the first audio."""
        pages, rest = read_pages(self._file.getvalue()[self._taken :])
        self._taken = self._file.tell() - len(rest)
        out = b""
        for page in pages:
            page = replace(page, serial=self._serial)  # noqa: PLW2901
            if page.granule == 0 and not page.flags & LAST:
                self._headers += page.encode()
                continue
            out += self._headers + page.encode()
            self._headers = b""
            self.last = page
        return out


class OggVorbis:
    """Chained Ogg Vorbis, mono, libsndfile's default quality.

    Players must know chained streams, as internet radio needs them to.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._links = 0
        self._link: _Link | None = None
        self._ending = b""  # ends a logical stream that was broken off

    def feed(self, pcm: bytes) -> bytes:
        """Give PCM, get the pages it completes, every 0.6 s or so; ValueError on half a sample."""
        samples_of(pcm)
        if not pcm:
            return b""
        if self._link is None:
            self._links += 1
            self._link = _Link(self._rate_hz, self._links)
        self._link.write(pcm)
        return self._after_ending(self._link.take())

    def end_segment(self) -> bytes:
        """Get the rest of the segment and end its logical stream."""
        if self._link is None:
            return b""
        self._link.close()
        rest = self._link.take()
        self._link = None
        return self._after_ending(rest)

    def flush(self, last: bool = False) -> bytes:
        """Get what is inside, as `end_segment()` does."""
        out, self._ending = self._ending + self.end_segment(), b""
        return out

    def reset(self) -> None:
        """Forget what is inside; the broken-off logical stream is ended before the next output."""
        if self._link is None:
            return
        self._link.discard()
        page = self._link.last
        if page is not None:
            self._ending = replace(page, flags=LAST, sequence=page.sequence + 1, lacing=b"", body=b"").encode()
        self._link = None

    def _after_ending(self, pages: bytes) -> bytes:
        """Put the owed ending before the next pages; if there are none, it waits."""
        if not pages:
            return b""
        ending, self._ending = self._ending, b""
        return ending + pages
