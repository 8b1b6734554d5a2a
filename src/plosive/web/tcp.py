"""The TCP connection under HTTP and the WebSocket: what its peer has received, and how it ends."""

import asyncio
import socket
import struct
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from starlette.types import ASGIApp, Receive, Scope, Send

from plosive import metrics
from plosive.web.problems import answer_bytes
from plosive.web.refusals import tell_refusal

STALLED_S: Final = 20.0
"""Time after a session in which the client receives no data. Then the socket and its unsent data are dropped."""

_BYTES_ACKED: Final = (struct.Struct("=Q"), 120)  # linux/tcp.h, struct tcp_info: tcpi_bytes_acked


class Tcp(asyncio.Protocol):
    """The TCP connection under both protocols. The scope of a request has it as `plosive.transport`, for operations that
    have no ASGI message."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    connections: set[Any]
    app: ASGIApp
    leave: Callable[[], None]
    """Stops counting the connection for its address. The last of its protocols calls it."""
    _end_timer: asyncio.TimerHandle | None = None
    """Runs when no more data follows, until the client has taken the last bytes."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Put this protocol between uvicorn and the application, because uvicorn cannot add to the scope."""
        super().connection_made(transport)
        self._application = self.app
        self.app = self._run

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting the connection, and its deadline: of a crowd that is refused it would keep 20 s of connections, and a
        full garbage collection of them takes 0.15 s."""
        super().connection_lost(exc)
        self.leave()
        if self._end_timer is not None:
            self._end_timer.cancel()

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("extensions", {})["plosive.transport"] = {"transport": self}
        await self._application(scope, receive, send)

    def taken(self) -> int:
        """Return the bytes that the peer's kernel has received so far. Not on Linux: those that left our own buffer.

        It counts on while the transport closes, which may wait for a full buffer.
        """
        if hasattr(socket, "TCP_INFO"):
            if self not in self.connections:  # the file descriptor may be another connection's by now
                return 0
            connection: socket.socket = self.transport.get_extra_info("socket")
            layout, offset = _BYTES_ACKED
            state = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, offset + layout.size)
            if len(state) == offset + layout.size:
                return cast(int, layout.unpack_from(state, offset)[0])
        return -self.transport.get_write_buffer_size()

    def abort(self) -> None:
        """Drop the connection and its unsent data at once."""
        self.transport.abort()

    @property
    def _address(self) -> str:
        return str((self.transport.get_extra_info("peername") or ("",))[0])

    def _turn_away(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        """Refuse what reaches no application, tell the log, and close."""
        metrics.answers.labels(status).inc()
        tell_refusal(detail, client=self._address, status=status)
        self.transport.write(answer_bytes(status, detail, headers))
        self.transport.close()

    def _await_end(self) -> None:
        """No more data follows: drop the connection when the client stops taking the last bytes."""
        self._end_timer = self.loop.call_later(STALLED_S, self._drop_if_stalled, self.taken())

    def _drop_if_stalled(self, taken: int) -> None:
        if self.taken() == taken:
            self.transport.abort()
        else:
            self._await_end()
