"""uvicorn's HTTP and WebSocket protocols with what they lack: deadlines that know a slow client from a dead one, closes
that arrive, and frames that came with the upgrade."""

import asyncio
import socket
import struct
from typing import Any, Final, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_REQUEST_DEADLINE_S: Final = 10.0
"""Time for a whole request head, as for the handshake frame (docs/protocol.md): a trickle of header bytes holds no socket."""

_LINGER_S: Final = 1.0
"""How long a client that broke the protocol may go on sending before the socket closes under it."""

_STALLED_S: Final = 20.0
"""A socket whose session is over and whose client has taken nothing for so long is dropped with what it still had to send."""

_BYTES_ACKED: Final = (struct.Struct("=Q"), 120)  # linux/tcp.h, struct tcp_info: tcpi_bytes_acked


class _Tcp:
    """What both protocols know of the TCP connection under them."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    disconnected: bool

    def taken(self) -> int:
        """How many bytes the peer's kernel has taken so far; elsewhere than on Linux, what our own buffer has given."""
        if hasattr(socket, "TCP_INFO") and not self.transport.is_closing():
            connection: socket.socket = self.transport.get_extra_info("socket")
            layout, offset = _BYTES_ACKED
            state = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, offset + layout.size)
            if len(state) == offset + layout.size:
                return cast(int, layout.unpack_from(state, offset)[0])
        return -self.transport.get_write_buffer_size()

    def abort(self) -> None:
        """Drop the connection at once, unsent data too."""
        self.transport.abort()

    def _drop_if_stalled(self, taken: int) -> None:
        """All is said; see that the last bytes leave, or that the file descriptor comes back."""
        if self.disconnected:
            return
        now_taken = self.taken()
        if now_taken == taken:
            self.transport.abort()
        else:
            self.loop.call_later(_STALLED_S, self._drop_if_stalled, now_taken)


class HttpProtocol(_Tcp, H11Protocol):
    """HTTP/1.1. It stands in the scope as `plosive.transport`, for what ASGI has no messages for."""

    transport: asyncio.Transport
    disconnected = False

    def close(self) -> None:
        """Close behind what was sent."""
        self.transport.close()

    def handle_events(self) -> None:
        """Put this protocol into the scope of the request that has come."""
        super().handle_events()
        if cast(object, self.scope) is not None:
            self.scope.setdefault("extensions", {})["plosive.transport"] = {"transport": self}

    def timeout_keep_alive_handler(self) -> None:
        """The answer is over and nothing new was asked: close, and see that the file descriptor comes back."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(_STALLED_S, self._drop_if_stalled, self.taken())

    def connection_lost(self, exc: Exception | None) -> None:
        """Note it."""
        self.disconnected = True
        super().connection_lost(exc)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the deadline of the request."""
        super().connection_made(transport)
        self.loop.call_later(_REQUEST_DEADLINE_S, self._check_request)

    def _check_request(self) -> None:
        waiting = self.conn.their_state is h11.IDLE and cast(object, self.cycle) is None
        if waiting and cast(object, self.transport.get_protocol()) is self:
            self.transport.close()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Hand over to the WebSocket protocol, with the frames that came in one packet with the request."""
        super().handle_websocket_upgrade(event)
        behind, _ = self.conn.trailing_data
        if behind:
            cast(asyncio.Protocol, self.transport.get_protocol()).data_received(behind)


class SocketProtocol(_Tcp, WebSocketsSansIOProtocol):
    """The WebSocket. It stands in the scope as `plosive.transport`, for what ASGI has no messages for."""

    _taken_at_ping = 0

    async def room(self) -> None:
        """Wait until the write buffer has room, or the client is gone."""
        await self.writable.wait()

    async def send(self, message: Any) -> None:
        """Send, and note that an upgrade was answered when it was refused: uvicorn 0.54 logs an error otherwise."""
        await super().send(message)
        if message["type"] == "websocket.http.response.body" and not message.get("more_body", False):
            self.handshake_complete = True

    def handle_connect(self, event: Any) -> None:
        """Put this protocol into the scope."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self.scope["extensions"]["plosive.transport"] = {"transport": self}

    def data_received(self, data: bytes) -> None:
        """Take bytes; a request that is refused before it is one (too long, too many headers) is answered and closed."""
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_parser_exception(self) -> None:
        """Answer what broke the protocol, and wait a little for the rest of it.

        A socket closed on unread data resets the connection, and the peer never sees why: a frame of 64 MiB is still on its
        way when its length has been refused.
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
        """Ping, and note what the client had taken by then."""
        self._taken_at_ping = self.taken()
        super().send_keepalive_ping()

    def keepalive_timeout(self) -> None:
        """Close only a peer whose host takes nothing any more: a pong may wait behind minutes of audio."""
        if self.close_sent or self.transport.is_closing():
            return
        if self.taken() == self._taken_at_ping:
            super().keepalive_timeout()
            return
        self.pong_timer = None
        self.pending_ping_payload = None
        self.schedule_ping()

    def on_task_complete(self, task: "asyncio.Task[None]") -> None:
        """Watch over what the session left to be sent."""
        super().on_task_complete(task)
        if not self.disconnected:
            self.loop.call_later(_STALLED_S, self._drop_if_stalled, self.taken())
