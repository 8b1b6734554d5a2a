"""Strategies: any JSON value, and bytes with some damage."""

import struct

from hypothesis import strategies as st

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["\ud800", "", " ", "1e999", "mp3", "24000", 10**400, -0.0, "\x00", "🎉" * 9]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=9), inside, max_size=3),
    max_leaves=6,
)
"""Python's values for JSON, with NaN, infinities, lone surrogates and integers of 400 digits."""

_PIECES = st.binary(max_size=4) | st.sampled_from(
    [
        b"<",
        b">",
        b"]]>",
        b"<!DOCTYPE a>",
        b"<!--",
        b"&#0;",
        b"&a;",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00",
        b'"',
        b"\\u",
        b"{",
    ]
)
_DAMAGE = st.tuples(st.integers(0, 2**16), st.integers(0, 3), _PIECES)
"""Where, how many bytes go, and the bytes that come in their place."""


def mutated(valid: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """Bytes with up to four places of damage."""
    return st.tuples(valid, st.lists(_DAMAGE, max_size=4)).map(lambda pair: _damaged(*pair))


def _damaged(data: bytes, damages: list[tuple[int, int, bytes]]) -> bytes:
    for place, gone, come in damages:
        at = place % (len(data) + 1)
        data = data[:at] + come + data[at + gone :]
    return data


def ws_frame(first: int, payload: bytes, *, masked: bool) -> bytes:
    """A WebSocket frame whose first byte is given, masked with zeros or not at all."""
    mask, bit = (bytes(4), 128) if masked else (b"", 0)
    if len(payload) < 126:
        return bytes([first, bit | len(payload)]) + mask + payload
    return bytes([first, bit | 126]) + struct.pack(">H", len(payload)) + mask + payload
