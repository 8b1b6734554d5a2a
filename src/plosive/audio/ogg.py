"""Owns Ogg pages (RFC 3533): writes them, with lacing, checksums and sequence numbers, and extracts packets from them.

It refuses to write packets that span pages: ours are far shorter than a page, which holds 65 025 bytes.
"""

import struct
import zlib
from collections.abc import Sequence

FIRST, LAST = 2, 4  # header type flags, RFC 3533 section 6
_HEADER = struct.Struct("<4sBBqIIIB")
_MOST_LACING_VALUES = 255
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def checksum(page: bytes) -> int:
    """Return Ogg's CRC-32 of a page whose checksum field is zero (RFC 3533 section 6: 0x04c11db7, from 0, not inverted).

    zlib's CRC has the same polynomial with all bits reversed and both ends inverted, so it does the work at C speed:
    on reversed bytes, from 0xFFFFFFFF (which zlib inverts to 0), its result inverted and reversed.
    """
    reflected = zlib.crc32(page.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{reflected:032b}"[::-1], 2)


class PacketReader:
    """Extracts the packets of one logical stream, fed in pieces of any size. It does not verify checksums."""

    def __init__(self) -> None:
        self._unread = b""
        self._partial = b""  # the beginning of a packet that continues on the next page

    def feed(self, data: bytes) -> list[bytes]:
        """Feed bytes and return the completed packets. Raises ValueError if no page begins where one should."""
        self._unread += data
        packets = []
        start = 0
        while len(self._unread) - start >= _HEADER.size:
            magic, version, *_, segments = _HEADER.unpack_from(self._unread, start)
            if magic != b"OggS" or version != 0:
                raise ValueError("no Ogg page begins here")
            at = start + _HEADER.size + segments
            lacing = self._unread[start + _HEADER.size : at]
            end = at + sum(lacing)
            if len(lacing) < segments or end > len(self._unread):
                break
            for value in lacing:
                self._partial += self._unread[at : at + value]
                at += value
                if value < 255:
                    packets.append(self._partial)
                    self._partial = b""
            start = end
        self._unread = self._unread[start:]
        return packets


class LogicalStream:
    """Writes the pages of one logical stream in order."""

    def __init__(self, serial: int) -> None:
        self._serial = serial
        self._sequence = 0

    def pages(self, packets: Sequence[tuple[bytes, int]], *, flags: int = 0) -> bytes:
        """Write whole packets, each with the granule position after it. Several pages if the lacing values need them.

        The flag FIRST goes on the first page, LAST on the last.
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
        """Write a page without packets that ends the stream at this granule position (a nil page, RFC 3533 section 6)."""
        return self._page(LAST, granule, b"", b"")

    def _page(self, flags: int, granule: int, lacing: bytes, body: bytes) -> bytes:
        page = bytearray(_HEADER.pack(b"OggS", 0, flags, granule, self._serial, self._sequence, 0, len(lacing)))
        page += lacing + body
        page[22:26] = checksum(bytes(page)).to_bytes(4, "little")
        self._sequence += 1
        return bytes(page)
