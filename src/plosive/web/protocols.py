"""Adds to uvicorn's HTTP and WebSocket protocols: deadlines that tell a slow client from a dead one, closes that arrive,
and frames in the packet of the upgrade.

Each override has its reason. They fit one minor version of uvicorn, which `pyproject.toml` fixes.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any, Final, cast

import h11
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidHeader
from websockets.frames import Close, Frame, Opcode
from websockets.headers import parse_extension
from websockets.http11 import Request
from websockets.protocol import State

from plosive import metrics
from plosive.protocol.doors.telnyx import breach
from plosive.protocol.values import Why
from plosive.token_bucket import TokenBucket
from plosive.web.inbox import Inbox
from plosive.web.tcp import Tcp
from plosive.web.visitors import OpenConnections

REQUEST_DEADLINE_S: Final = 10.0
"""Time for a TLS handshake, and for a whole request head, as for the handshake frame (docs/protocol.md): a very slow head must
not hold a socket."""

_LINGER_S: Final = 1.0
"""Time that a client may go on sending after it broke the protocol. Then the socket is closed."""

_TURN_BYTES: Final = 512
"""Most bytes of one client that are parsed before others have their turn. A frame has at least six."""

_BURST_FRAMES: Final = 2000
_BURST_S: Final = 1.0
"""A client may send so many frames in so much time, all of them at once if it wants: tokens come by the hundred a second, or
a whole answer of them at once. Further frames are taken later, also a barge-in among them. So many a second take a tenth of a
core."""

_MOST_AFTER_CLOSE_BYTES: Final = 1 << 22
"""Bytes after which a client that was told to close is not read any more. All its text may have been on its way."""

_TLS: Final = b"\x16\x03"
"""How a TLS handshake begins (RFC 8446, section 5.1)."""

_NO_TLS: Final = "The client speaks TLS and this server does not: use http:// and ws://"

_VERSION: Final = {"Sec-WebSocket-Version": "13"}
_BREACHES: Final = {1007: Why.INVALID_UTF8, 1009: Why.TOO_LARGE}
"""The breach for a close code of the WebSocket library; any other code is a protocol error."""


def _fault_of_extensions(request: Request) -> Exception | None:
    try:
        for header in request.headers.get_all("Sec-WebSocket-Extensions"):
            parse_extension(header)
    except InvalidHeader as error:
        return error
    return None


class HttpProtocol(Tcp, H11Protocol):
    """HTTP/1.1. Each connection begins with it."""

    def __init__(self, open_connections: OpenConnections, **options: Any) -> None:
        super().__init__(**options)
        self._open_connections = open_connections
        self._is_surplus = False  # its address has too many connections
        self._is_tls = False

    def close(self) -> None:
        """Close after the data that was sent."""
        self.transport.close()

    _head_timer: asyncio.TimerHandle | None = None
    """Runs while a request head is awaited: the first from the beginning, later ones from their first byte."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Start the deadline of the first request."""
        super().connection_made(transport)
        self._is_surplus = not self._open_connections.enter(self._address)
        self.leave = partial(self._open_connections.leave, self._address)
        deadline_s = _LINGER_S if self._is_surplus else REQUEST_DEADLINE_S
        self._head_timer = self.loop.call_later(deadline_s, self._close_if_current)

    def data_received(self, data: bytes) -> None:
        """Take bytes, and see whether they begin or complete a head."""
        if self._is_surplus:
            self._turn_away(429, "This address has too many connections; close one first", {"Retry-After": "1"})
            return
        self._is_tls = self.conn.their_state is h11.IDLE and data.startswith(_TLS)
        super().data_received(data)
        self._time_head()

    def on_response_complete(self) -> None:
        """Go on to the next request. A client that still sends the body of this one has a deadline."""
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY:
            self.loop.call_later(REQUEST_DEADLINE_S, self._close_unread, self.cycle)
        else:
            self._time_head()

    def _time_head(self) -> None:
        """Start the deadline of a head that has begun, and stop that of one that is complete. uvicorn has none."""
        if self.conn.their_state is not h11.IDLE:
            if self._head_timer is not None:
                self._head_timer.cancel()
                self._head_timer = None
        elif self._head_timer is None and self.conn.trailing_data[0]:
            self._head_timer = self.loop.call_later(REQUEST_DEADLINE_S, self._close_if_current)

    def _close_if_current(self) -> None:
        if cast(object, self.transport.get_protocol()) is self:  # else it is a WebSocket by now
            self.transport.close()

    def _close_unread(self, cycle: object) -> None:
        if self.conn.their_state is h11.SEND_BODY and self.cycle is cycle:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the deadline: it would keep all of the connection in memory."""
        super().connection_lost(exc)
        if self._head_timer is not None:
            self._head_timer.cancel()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, in the form of all refusals."""
        self._turn_away(400, _NO_TLS if self._is_tls else msg)

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, and free its file descriptor even if the client does not read the rest of an answer."""
        super().timeout_keep_alive_handler()
        self._await_end()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Give the WebSocket protocol the frames that came in one packet with the request; uvicorn drops them."""
        if event.http_version < b"1.1":
            self._turn_away(400, "A WebSocket needs HTTP/1.1 (RFC 6455, section 4.1)", _VERSION)
            return
        super().handle_websocket_upgrade(event)
        cast(SocketProtocol, self.transport.get_protocol()).leave = self.leave
        behind, _ = self.conn.trailing_data
        if behind:
            cast(asyncio.Protocol, self.transport.get_protocol()).data_received(behind)


class SocketProtocol(Tcp, WebSocketsSansIOProtocol):
    """The WebSocket."""

    _taken_at_ping = 0

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.queue = cast(Any, Inbox())
        self._unread = bytearray()  # frames that were not parsed yet
        self._turn: asyncio.Handle | None = None  # when they will be; until then nothing is read
        self._allowance = TokenBucket(_BURST_FRAMES, _BURST_S, self.loop.time())
        self._after_close_bytes = 0

    @property
    def has_room(self) -> bool:
        """Whether the write buffer has room, or the client is gone."""
        return self.writable.is_set()

    async def room(self) -> None:
        """Wait until the write buffer has room, or the client is gone."""
        await self.writable.wait()

    def send_frames(self, frames: Sequence[str | bytes]) -> None:
        """Send whole messages with one system call. Raises ConnectionError if the client is gone, or a close was sent."""
        if self.close_sent or self.conn.state is not State.OPEN or self.transport.is_closing():
            raise ConnectionResetError
        for frame in frames:
            if isinstance(frame, str):
                self.conn.send_text(frame.encode())
            else:
                self.conn.send_binary(frame)
        self.transport.writelines(self.conn.data_to_send())

    def held_bytes(self) -> int:
        """Return the bytes of frames and messages that are not whole or not parsed yet, and of those that were not sent."""
        unsent = 0 if self.transport.is_closing() else self.transport.get_write_buffer_size()
        return len(self._unread) + len(self.conn.reader.buffer) + sum(map(len, self.frames)) + unsent

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super()._run(scope, receive, send)
        finally:
            # A refused upgrade has been answered too. Otherwise uvicorn logs an error.
            self.handshake_complete = self.handshake_complete or self.close_sent
            if self in self.connections:
                self._await_end()

    def data_received(self, data: bytes) -> None:
        """Take bytes: the request at once, frames in turns.

        A read may hold 40,000 frames, which would keep all other clients waiting for a second.
        """
        if not self.handshake_initiated:
            super().data_received(data)
            if self.conn.handshake_exc is not None and not self.handshake_initiated:
                _, status, rest = b"".join(self.conn.data_to_send()).split(b" ", 2)
                self._refuse(int(status), rest.partition(b"\r\n\r\n")[2].decode().strip())
            return
        self._unread += data
        if self.close_sent:
            self._after_close_bytes += len(data)
        if self._after_close_bytes > _MOST_AFTER_CLOSE_BYTES:
            self._unread.clear()
            self.transport.pause_reading()  # for good: the closing deadline ends it
        elif self._turn is None:
            self._take_turn()

    def _take_turn(self) -> None:
        """Parse a little, and the rest in a later round of the event loop, when its frames are allowed."""
        data = bytes(self._unread[:_TURN_BYTES])
        del self._unread[:_TURN_BYTES]
        self._turn = None
        super().data_received(data)
        if self.transport.is_closing():
            self._unread.clear()
        elif wait_s := self._allowance.wait_s(self.loop.time()):
            self._turn = self.loop.call_later(wait_s, self._go_on)
        elif self._unread:
            self._turn = self.loop.call_soon(self._go_on)
        if self._turn is not None:
            self.transport.pause_reading()

    def _go_on(self) -> None:
        self._turn = None
        if not self.transport.is_closing():
            if self._unread:
                self._take_turn()
            if self._turn is None and not self.read_paused:
                self.transport.resume_reading()

    async def receive(self) -> Any:
        """Return the next message. uvicorn goes on reading when the last one is taken, even if bytes are left to parse."""
        message = await super().receive()
        if self._turn is not None:
            self.transport.pause_reading()
        return message

    def handle_events(self) -> None:
        """Count frames against the client's allowance."""
        events = self.conn.events_received()
        self._allowance.take(len(events), self.loop.time())
        self.conn.events.extend(events)
        super().handle_events()

    def send_receive_event_to_app(self) -> None:
        """Check the UTF-8 of a text here: uvicorn would log a client's fault as its own, with a traceback."""
        if self.curr_msg_data_type == "text" and not self.close_sent:
            try:
                b"".join(self.frames).decode()
            except UnicodeDecodeError as error:
                self.frames = []
                if self.conn.state is State.OPEN:  # not if the client's own close, or a breach, came in the same read
                    self.conn.send_close(1007)
                self._break_off(Why.INVALID_UTF8, str(error))
                return
        super().send_receive_event_to_app()

    def handle_connect(self, event: Request) -> None:
        """Answer a malformed upgrade like any other refusal, else go on to the application."""
        response = self.conn.accept(event)
        refused = self.conn.handshake_exc or _fault_of_extensions(event)
        if refused is None:
            super().handle_connect(event)
        elif isinstance(refused, InvalidHeader) and refused.name == "Sec-WebSocket-Version":
            self._refuse(426, "Expected Sec-WebSocket-Version: 13")
        else:
            self._refuse(
                response.status_code if self.conn.handshake_exc else 400, f"The upgrade is malformed: {refused}"
            )

    def _refuse(self, status: int, detail: str) -> None:
        self.handshake_initiated = self.handshake_complete = self.close_sent = True
        metrics.refusals.labels(status).inc()
        upgrade = {"Upgrade": "websocket"} if status == 426 else {}
        self._turn_away(status, detail, {**_VERSION, **upgrade})

    def handle_parser_exception(self) -> None:
        """Answer a breach of the protocol with an error frame and a close, and wait a little for the rest of its data.

        Closing a socket with unread data resets the connection, so the peer never sees the reason. Example: a frame of 64 MiB
        is still on its way when its length is refused.
        """
        if self.close_sent:
            return
        close = self.conn.close_sent
        why = _BREACHES.get(close.code, Why.PROTOCOL_ERROR) if close else Why.PROTOCOL_ERROR
        self._break_off(why, str(self.conn.parser_exc or (close.reason if close else "")))

    def _break_off(self, why: Why, detail: str) -> None:
        self.close_sent = True
        self.conn.data_to_send()  # the library's own close
        error, code, reason = breach(why, detail)
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        frames = Frame(Opcode.TEXT, error.encode()), Frame(Opcode.CLOSE, Close(code, reason).serialize())
        self.transport.write(b"".join(frame.serialize(mask=False) for frame in frames))
        self.transport.resume_reading()
        self.close_timer = self.loop.call_later(_LINGER_S, self.transport.close)

    def start_keepalive(self) -> None:
        """The upgrade is accepted: forget its headers, which nobody asks for any more."""
        del self.request, self.response
        cast(list[Any], self.scope["headers"]).clear()
        super().start_keepalive()

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
