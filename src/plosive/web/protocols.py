"""Adds to uvicorn's HTTP and WebSocket protocols: deadlines that tell a slow client from a dead one, closes that arrive,
and frames in the packet of the upgrade.

Each override has its reason. They fit one minor version of uvicorn, which `pyproject.toml` fixes.
"""

import asyncio
import socket
import struct
from typing import Any, Final, cast

import h11
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_REQUEST_DEADLINE_S: Final = 10.0
"""Time for a whole request head, as for the handshake frame (docs/protocol.md): a very slow head must not hold a socket."""

_LINGER_S: Final = 1.0
"""Time that a client may go on sending after it broke the protocol. Then the socket is closed."""

_STALLED_S: Final = 20.0
"""Time after a session in which the client receives no data. Then the socket and its unsent data are dropped."""

_BYTES_ACKED: Final = (struct.Struct("=Q"), 120)  # linux/tcp.h, struct tcp_info: tcpi_bytes_acked


class _Tcp(asyncio.Protocol):
    """The TCP connection under both protocols. The scope of a request has it as `plosive.transport`, for operations that
    have no ASGI message."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    connections: set[Any]
    app: ASGIApp

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Put this protocol between uvicorn and the application, because uvicorn cannot add to the scope."""
        super().connection_made(transport)
        self._application = self.app
        self.app = self._run

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

    def _drop_if_stalled(self, taken: int) -> None:
        """No more data follows: drop the connection if the client stops taking the last bytes."""
        if self not in self.connections:
            return
        now_taken = self.taken()
        if now_taken == taken:
            self.transport.abort()
        else:
            self.loop.call_later(_STALLED_S, self._drop_if_stalled, now_taken)


class HttpProtocol(_Tcp, H11Protocol):
    """HTTP/1.1."""

    def close(self) -> None:
        """Close after the data that was sent."""
        self.transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Start the deadline of the request: uvicorn has none for the first one."""
        super().connection_made(transport)
        self.loop.call_later(_REQUEST_DEADLINE_S, self._check_request)

    def _check_request(self) -> None:
        waiting = self.conn.their_state is h11.IDLE and cast(object, self.cycle) is None
        if waiting and cast(object, self.transport.get_protocol()) is self:
            self.transport.close()

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, and free its file descriptor even if the client does not read the rest of an answer."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(_STALLED_S, self._drop_if_stalled, self.taken())

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Give the WebSocket protocol the frames that came in one packet with the request; uvicorn drops them."""
        super().handle_websocket_upgrade(event)
        behind, _ = self.conn.trailing_data
        if behind:
            cast(asyncio.Protocol, self.transport.get_protocol()).data_received(behind)


class SocketProtocol(_Tcp, WebSocketsSansIOProtocol):
    """The WebSocket."""

    _taken_at_ping = 0

    async def room(self) -> None:
        """Wait until the write buffer has room, or the client is gone."""
        await self.writable.wait()

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super()._run(scope, receive, send)
        finally:
            # A refused upgrade has been answered too. Otherwise uvicorn logs an error.
            self.handshake_complete = self.handshake_complete or self.close_sent
            if self in self.connections:
                self.loop.call_later(_STALLED_S, self._drop_if_stalled, self.taken())

    def data_received(self, data: bytes) -> None:
        """Take bytes. A malformed request (too long, too many headers) gets an answer and a close."""
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_parser_exception(self) -> None:
        """Answer a breach of the protocol, and wait a little for the rest of its data.

        Closing a socket with unread data resets the connection, so the peer never sees the reason. Example: a frame of 64 MiB
        is still on its way when its length is refused.
        """
        if self.close_sent:
            return
        self.close_sent = True
        if close := self.conn.close_sent:
            self.queue.put_nowait({"type": "websocket.disconnect", "code": close.code, "reason": close.reason})
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.transport.resume_reading()
        self.close_timer = self.loop.call_later(_LINGER_S, self.transport.close)

    def send_keepalive_ping(self) -> None:
        """Send a ping, and note the bytes that the client has received, for `keepalive_timeout`."""
        self._taken_at_ping = self.taken()
        super().send_keepalive_ping()

    def keepalive_timeout(self) -> None:
        """Close only if the peer's host receives nothing any more: a pong may wait behind minutes of audio."""
        if self.close_sent or self.transport.is_closing():
            return
        if self.taken() == self._taken_at_ping:
            super().keepalive_timeout()
            return
        self.pong_timer = None
        self.pending_ping_payload = None
        self.schedule_ping()
