"""The server's end of the pipe to a worker."""

import asyncio
import contextlib
import socket
from collections.abc import Callable
from typing import Final, cast

from plosive.workers.messages import GarbledPipe, Message, MessageReader, encode

_READ_BYTES: Final = 1 << 18


class Pipe(asyncio.Protocol):
    """Gives each message that comes to `take`, in the same round of the event loop."""

    def __init__(self, take: Callable[[Message, bytes], None], unread: socket.socket) -> None:
        """`unread` is the same socket, for `take_unread`."""
        self.ended = asyncio.Event()
        """Nothing comes any more: the worker has closed its end, or a write has failed."""
        self.is_garbled = False
        """Whether it ended because something came that is no message of a worker."""
        self._take = take
        self._unread = unread
        self._messages = MessageReader()

    def send(self, message: Message) -> None:
        """Send a message. Nothing happens after the end."""
        self._transport.write(encode(message))

    @property
    def is_open(self) -> bool:
        """False from the first sign of its end."""
        return not self.ended.is_set() and not self._transport.is_closing()

    def close(self) -> None:
        """Close it, also for the worker."""
        self._transport.close()
        with contextlib.suppress(OSError):
            self._unread.shutdown(socket.SHUT_WR)

    def take_unread(self) -> None:
        """Take the last messages, and free the socket. Call it after the end.

        asyncio stops reading after a failed write, and the rest may name the job that the worker died on.
        """
        with self._unread, contextlib.suppress(OSError, GarbledPipe):
            self._unread.setblocking(False)
            while data := self._unread.recv(_READ_BYTES):
                self._feed(data)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        try:
            self._feed(data)
        except GarbledPipe:
            self.is_garbled = True
            self._transport.abort()

    def connection_lost(self, error: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self.ended.set()

    def _feed(self, data: bytes) -> None:
        for message, payload in self._messages.feed(data):
            self._take(message, payload)
