"""A client in a few bytes of memory: the upgrade and frames by hand, and an answer to each ping."""

import asyncio
import json
import socket
from typing import Final, cast
from urllib.parse import urlsplit

from plosive.errors import SetupError

_MASK: Final = bytes(4)
_SWITCHED: Final = b"HTTP/1.1 101"


def text_frame(**frame: object) -> bytes:
    """Return the bytes of a text frame, masked with zeros."""
    return _frame(0x81, json.dumps(frame).encode())


def empty_ping() -> bytes:
    """Return the bytes of a ping without payload."""
    return _frame(0x89, b"")


def _frame(first: int, payload: bytes) -> bytes:
    size = len(payload)
    if size < 126:
        return bytes((first, 128 | size)) + _MASK + payload
    if size < 1 << 16:
        return bytes((first, 128 | 126)) + size.to_bytes(2) + _MASK + payload
    return bytes((first, 128 | 127)) + size.to_bytes(8) + _MASK + payload


def _upgrade(url: str) -> bytes:
    parts = urlsplit(url)
    return (
        f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nAuthorization: Bearer any\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: d2UgcmVhZCBub3RoaW5nIQ==\r\n\r\n"
    ).encode()


def _address(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or 80


class IdleClient(asyncio.Protocol):
    """A client that answers pings. `opened` is set by the 101, or fails with `SetupError`."""

    def __init__(self, url: str, first: bytes) -> None:
        self._hello = _upgrade(url) + first
        self._received = b""
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.gone = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(self._hello)

    def data_received(self, data: bytes) -> None:
        """Read the head, then frames: pings are answered, all others dropped."""
        self._received += data
        if not self.opened.done():
            head, end, rest = self._received.partition(b"\r\n\r\n")
            if not end:
                return
            if not head.startswith(_SWITCHED):
                self.opened.set_exception(SetupError(f"The server refused a socket: {head.splitlines()[0].decode()}"))
                self.transport.abort()
                return
            self._received = rest
            self.opened.set_result(None)
        while len(self._received) >= 2:
            first, size = self._received[0], self._received[1] & 127
            extra = {126: 2, 127: 8}.get(size, 0)
            if len(self._received) < 2 + extra:
                return
            size = int.from_bytes(self._received[2 : 2 + extra]) if extra else size
            end_at = 2 + extra + size
            if len(self._received) < end_at:
                return
            if first == 0x89:
                self.transport.write(_frame(0x8A, self._received[2 + extra : end_at]))
            self._received = self._received[end_at:]

    def connection_lost(self, error: Exception | None) -> None:
        """The server, or this client, has gone."""
        self.gone = True
        if not self.opened.done():
            self.opened.set_exception(SetupError(f"The server closed a socket before its answer: {error}"))


async def idle_client(url: str, first: bytes = b"") -> IdleClient:
    """Connect, send these frames behind the upgrade, and wait for the 101. Raises `SetupError`, OSError."""
    _, client = await asyncio.get_running_loop().create_connection(lambda: IdleClient(url, first), *_address(url))
    await client.opened
    return client


async def stopped_reader(url: str, text: str) -> socket.socket:
    """Connect with a small buffer, ask for a text, and read nothing behind the 101. Raises `SetupError` without one."""
    loop, client = asyncio.get_running_loop(), socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.setblocking(False)
    await loop.sock_connect(client, _address(url))
    await loop.sock_sendall(client, _upgrade(url) + text_frame(text=" ") + text_frame(text=text))
    head = await loop.sock_recv(client, len(_SWITCHED))
    if head != _SWITCHED:
        client.close()
        raise SetupError(f"The server refused a socket: {head.decode(errors='replace')}")
    return client
