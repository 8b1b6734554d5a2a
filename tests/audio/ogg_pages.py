"""An independent reader of Ogg pages, for streams that the encoders made."""

import struct

Page = tuple[int, int, int, int, bytes, bytes]
"""Flags, granule, serial, sequence number, lacing values, body."""


def slow_checksum(page: bytes) -> int:
    """RFC 3533 section 6, bit by bit."""
    register = 0
    for byte in page:
        register ^= byte << 24
        for _ in range(8):
            register = (register << 1 ^ (0x04C11DB7 if register & 0x80000000 else 0)) & 0xFFFFFFFF
    return register


def read_pages(data: bytes) -> list[Page]:
    """Cut a stream into its pages; asserts that their checksums are right."""
    pages: list[Page] = []
    at = 0
    while at < len(data):
        assert data[at : at + 5] == b"OggS\0"
        flags, granule, serial, sequence, crc, segments = struct.unpack_from("<BqIIIB", data, at + 5)
        lacing = data[at + 27 : at + 27 + segments]
        end = at + 27 + segments + sum(lacing)
        page = data[at:end]
        assert len(page) == end - at
        assert slow_checksum(page[:22] + bytes(4) + page[26:]) == crc
        pages.append((flags, granule, serial, sequence, lacing, page[27 + segments :]))
        at = end
    return pages
