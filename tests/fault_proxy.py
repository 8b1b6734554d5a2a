"""A TCP proxy between a real client and a server, whose network misbehaves: slow, cut into bytes, stalled, reset."""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from urllib.parse import urlencode

from websockets.sync.client import connect

from plosive_server import HEADERS, PATH, Client, PlosiveServer


class FaultProxy:
    """Context manager. It passes on at most `bytes_at_once` together, each `delay_s` later, in both directions.

    It closes a connection where nothing comes from the server for `idle_s`.
    """

    def __init__(
        self, server: PlosiveServer, *, bytes_at_once: int = 1 << 16, delay_s: float = 0.0, idle_s: float | None = None
    ) -> None:
        self._idle_s = idle_s
        self._server_port = server.port
        self._bytes_at_once = bytes_at_once
        self._delay_s = delay_s
        self._writers: list[asyncio.StreamWriter] = []
        self._loop = asyncio.new_event_loop()
        self._flows = asyncio.Event()
        self._flows.set()
        self._thread = threading.Thread(target=self._loop.run_forever)

    def __enter__(self) -> "FaultProxy":
        self._thread.start()
        listening = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 16), self._loop
        )
        self._listener = listening.result(5)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @contextlib.contextmanager
    def client(self, **query: object) -> Iterator[Client]:
        """A client on the far side, connected, that has not sent its handshake."""
        url = f"ws://127.0.0.1:{self.port}{PATH}?{urlencode(query)}"
        with connect(url, additional_headers=HEADERS, compression=None, close_timeout=1) as socket:
            yield Client(socket)

    def stall(self) -> None:
        """Pass on nothing from now on, in either direction, and leave all connections open."""
        self._loop.call_soon_threadsafe(self._flows.clear)

    def go_on(self) -> None:
        """Pass on what has waited."""
        self._loop.call_soon_threadsafe(self._flows.set)

    def reset(self) -> None:
        """Reset all connections, as a router does that has forgotten them."""
        self._loop.call_soon_threadsafe(self._reset)

    def _reset(self) -> None:
        for writer in self._writers:
            connection: socket.socket = writer.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to_server = await asyncio.open_connection("127.0.0.1", self._server_port, limit=1 << 16)
        self._writers += writer, to_server
        await asyncio.gather(self._pass_on(reader, to_server), self._pass_on(there, writer, self._idle_s))

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, idle_s: float | None = None
    ) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            while data := await asyncio.wait_for(reader.read(self._bytes_at_once), idle_s):
                await self._flows.wait()
                self._loop.call_later(self._delay_s, writer.write, data)
                await writer.drain()
            await asyncio.sleep(self._delay_s)
        writer.close()

    async def _close(self) -> None:
        self._listener.close()
        self._flows.set()
        for writer in self._writers:
            writer.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
