"""The part of the Wyoming protocol that a client of a speech server needs: encodes and decodes events.

An event is a line of JSON with `type`, then `data_length` bytes of JSON and `payload_length` bytes as they are
(https://github.com/OHF-Voice/wyoming).
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import orjson


@dataclass(frozen=True)
class Event:
    """One event; the payload of an `audio-chunk` is PCM."""

    type: str
    data: dict[str, Any] = field(default_factory=dict)
    payload: bytes = b""


def encode(event: Event) -> bytes:
    """Return the bytes of an event."""
    data = orjson.dumps(event.data) if event.data else b""
    header: dict[str, Any] = {"type": event.type, "version": "1.5.4"}
    if data:
        header["data_length"] = len(data)
    if event.payload:
        header["payload_length"] = len(event.payload)
    return orjson.dumps(header) + b"\n" + data + event.payload


async def read(reader: asyncio.StreamReader) -> Event:
    """Return the next event. Raises `ConnectionError` if the stream ends before or within it."""
    try:
        header = orjson.loads(await reader.readuntil(b"\n"))
        data = header.get("data") or {}
        if length := header.get("data_length"):
            data |= orjson.loads(await reader.readexactly(length))
        return Event(header["type"], data, await reader.readexactly(header.get("payload_length") or 0))
    except asyncio.IncompleteReadError:
        raise ConnectionError("the Wyoming server closed before the end of the speech") from None
