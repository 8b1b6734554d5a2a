"""Owns Ogg pages (RFC 3533): lacing, checksums, sequence numbers, and re-stamping pages another library wrote.

It refuses packets that span pages: ours are far shorter than a page.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

CONTINUED, FIRST, LAST = 1, 2, 4  # header type flags, RFC 3533 section 6
_HEADER = struct.Struct("<4sBBqIIIB")
_MOST_LACING_VALUES = 255
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def checksum(page: bytes) -> int:
    """Ogg's CRC-32 of a page whose checksum field is zero (RFC 3533 section 6: 0x04c11db7, from 0, not inverted).

    zlib's CRC has the same polynomial with all bits reversed and both ends inverted, so it does the work at C speed:
    on reversed bytes, from 0xFFFFFFFF (which zlib inverts to 0), its result inverted and reversed.
    """
    reflected = zlib.crc32(page.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{reflected:032b}"[::-1], 2)


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `granule` is the position after the last packet that ends in it, -1 when none does."""

    flags: int
    granule: int
    serial: int
    sequence: int
    lacing: bytes
    body: bytes

    def encode(self) -> bytes:
        """The page as bytes, with its checksum."""
        head = _HEADER.pack(b"OggS", 0, self.flags, self.granule, self.serial, self.sequence, 0, len(self.lacing))
        crc = checksum(head + self.lacing + self.body)
        return head[:22] + crc.to_bytes(4, "little") + head[26:] + self.lacing + self.body


def read_pages(data: bytes) -> tuple[list[Page], bytes]:
    """Cut bytes into whole pages and the rest; raises ValueError where no page begins. Checksums are not looked at."""
    pages = []
    start = 0
    while len(data) - start >= _HEADER.size:
        magic, version, flags, granule, serial, sequence, _, segments = _HEADER.unpack_from(data, start)
        if magic != b"OggS" or version != 0:
            raise ValueError(f"no Ogg page at byte {start}")
        body_start = start + _HEADER.size + segments
        lacing = data[start + _HEADER.size : body_start]
        end = body_start + sum(lacing)
        if len(lacing) < segments or end > len(data):
            break
        pages.append(Page(flags, granule, serial, sequence, lacing, data[body_start:end]))
        start = end
    return pages, data[start:]


class LogicalStream:
    """Writes the pages of one logical stream in order."""

    def __init__(self, serial: int) -> None:
        self._serial = serial
        self._sequence = 0

    def pages(self, packets: Sequence[tuple[bytes, int]], *, flags: int = 0) -> bytes:
        """Whole packets, each with the granule position after it, as one page or as many as their lacing values fill.

        FIRST of `flags` goes on the first page, LAST on the last.
        """
        groups: list[tuple[bytes, list[bytes], int]] = []
        lacing, bodies, position = b"", list[bytes](), 0
        for packet, granule in packets:
            values = b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255])
            if len(lacing) + len(values) > _MOST_LACING_VALUES:
                groups.append((lacing, bodies, position))
                lacing, bodies = b"", []
            lacing, position = lacing + values, granule
            bodies.append(packet)
        groups.append((lacing, bodies, position))
        out = []
        for number, (lacing, bodies, position) in enumerate(groups):
            edges = (FIRST if number == 0 else 0) | (LAST if number == len(groups) - 1 else 0)
            out.append(self._page(flags & edges, position, lacing, b"".join(bodies)))
        return b"".join(out)

    def end(self, granule: int) -> bytes:
        """A page without packets that ends the stream where it already is (a nil page, RFC 3533 section 6)."""
        return self._page(LAST, granule, b"", b"")

    def _page(self, flags: int, granule: int, lacing: bytes, body: bytes) -> bytes:
        page = Page(flags, granule, self._serial, self._sequence, lacing, body)
        self._sequence += 1
        return page.encode()
