"""A client that costs little memory and time: the upgrade and frames by hand, and an answer to each ping."""

import asyncio
import json
import socket
from collections import deque
from typing import Final, TypeVar, cast
from urllib.parse import urlsplit

from plosive.errors import SetupError

_MASK: Final = bytes(4)
_SWITCHED: Final = b"HTTP/1.1 101"
_TEXT, _CLOSE, _PING, _PONG = 0x81, 0x88, 0x89, 0x8A  # whole frames: Plosive sends no parts
_SIZE_BYTES: Final = {126: 2, 127: 8}


def text_frame(**frame: object) -> bytes:
    """Return the bytes of a text frame, masked with zeros."""
    return _frame(_TEXT, json.dumps(frame).encode())


def empty_ping() -> bytes:
    """Return the bytes of a ping without payload."""
    return _frame(_PING, b"")


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


class RawSocket(asyncio.Protocol):
    """A client that answers pings and a close. `opened` is set by the 101, or fails with `SetupError`.

    It drops messages.
    """

    def __init__(self, url: str, first: bytes) -> None:
        self._hello = _upgrade(url) + first
        self._received = b""
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.gone = False
        self.end = "the connection was lost"

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(self._hello)

    def data_received(self, data: bytes) -> None:
        """Read the head, then frames."""
        received = self._received + data if self._received else data
        if not self.opened.done():
            head, end, rest = received.partition(b"\r\n\r\n")
            if not end:
                self._received = received
                return
            if not head.startswith(_SWITCHED):
                self.opened.set_exception(SetupError(f"The server refused a socket: {head.splitlines()[0].decode()}"))
                self.transport.abort()
                return
            received = rest
            self.opened.set_result(None)
        at, end_of_all = 0, len(received)
        while at + 2 <= end_of_all:
            size = received[at + 1]
            payload_at = at + 2 + _SIZE_BYTES.get(size, 0)
            if size in _SIZE_BYTES:
                size = int.from_bytes(received[at + 2 : payload_at])
            if payload_at + size > end_of_all:
                break
            self._frame(received[at], received[payload_at : payload_at + size])
            at = payload_at + size
        self._received = received[at:]

    def _frame(self, first: int, payload: bytes) -> None:
        if first == _TEXT:
            self.hear(payload)
        elif first == _PING:
            self.transport.write(_frame(_PONG, payload))
        elif first == _CLOSE:
            self.end = f"{int.from_bytes(payload[:2])} {payload[2:].decode()}"
            self.transport.write(_frame(_CLOSE, payload))
            self.transport.close()

    def hear(self, message: bytes) -> None:
        """Take a message of text."""

    def connection_lost(self, error: Exception | None) -> None:
        """The server, or this client, has gone."""
        self.gone = True
        if not self.opened.done():
            self.opened.set_exception(SetupError(f"The server closed a socket before its answer: {error}"))


class HearingSocket(RawSocket):
    """Keeps the messages until they are read.

    A library's client takes a third of the CPU that the server does, of the cores on which the server is measured.
    """

    def __init__(self, url: str, first: bytes) -> None:
        super().__init__(url, first)
        self._messages: deque[bytes] = deque()
        self._changed = asyncio.Event()

    def hear(self, message: bytes) -> None:
        """Keep it."""
        self._messages.append(message)
        self._changed.set()

    def connection_lost(self, error: Exception | None) -> None:
        """Nothing comes any more."""
        super().connection_lost(error)
        self._changed.set()

    async def message(self) -> bytes:
        """Return the next message. Raises `SetupError` if none comes any more."""
        while not self._messages:
            if self.gone:
                raise SetupError(f"The server closed a socket: {self.end}")
            self._changed.clear()
            await self._changed.wait()
        return self._messages.popleft()

    async def abort(self) -> None:
        """Hang up at once, and wait until that is done."""
        self.transport.abort()
        while not self.gone:
            self._changed.clear()
            await self._changed.wait()


Socket = TypeVar("Socket", bound=RawSocket)


async def opened(kind: type[Socket], url: str, first: bytes = b"") -> Socket:
    """Connect, send these frames behind the upgrade, and wait for the 101. Raises `SetupError`, OSError."""
    _, client = await asyncio.get_running_loop().create_connection(lambda: kind(url, first), *_address(url))
    try:
        await client.opened
    except asyncio.CancelledError:
        client.transport.abort()
        raise
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
