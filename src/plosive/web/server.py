"""The server process: a listening socket, uvicorn on it, and what uvicorn does not do itself: drain and abort."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from typing import Any, Final, cast

import h11
import structlog
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from plosive.errors import SetupError
from plosive.protocol.frames import MAX_CLIENT_FRAME_BYTES
from plosive.runtime import Runtime
from plosive.settings import Settings
from plosive.web.app import new_app
from plosive.web.auth import Keyring

_log = structlog.get_logger()


def listen(host: str, port: int, send_deadline_s: float) -> socket.socket:
    """Open the listening socket. Raises `SetupError` if the address is taken or not ours."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            # Inherited by accepted sockets: the kernel drops a peer that takes nothing for so long, also one whose
            # handler is gone already and whose file descriptor only waits for the buffer to empty (faults.md 1.2).
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(send_deadline_s * 1000))
        listener.bind(address)
    except OSError as error:
        raise SetupError(
            f"Cannot listen on {host}:{port}: {error.strerror or error}. Choose another with --host and --port."
        ) from None
    listener.setblocking(False)
    return listener


def serve(settings: Settings, announce: Callable[[int, Keyring], None]) -> bool:
    """Run the server until a signal stops it; `announce(port, keyring)` is called when it is ready to speak.

    The first SIGTERM or SIGINT drains (protocol.md 5, close code 1012), the second stops at once: then the result is
    False, because sessions may have been cut off. Raises `SetupError`.
    """
    keyring = Keyring.load(settings)
    runtime = Runtime(settings)
    with listen(settings.host, settings.port, settings.send_deadline_s) as listener:
        config = uvicorn.Config(
            new_app(runtime, keyring),
            http=_PipeliningProtocol,
            ws=_SpeechProtocol,
            # The protocol stops at twice the largest frame; between the two the session can still explain itself.
            ws_max_size=2 * MAX_CLIENT_FRAME_BYTES,
            ws_per_message_deflate=False,  # a bomb, and five times the CPU a frame (faults.md 1.6)
            loop="uvloop",
            log_config=None,
            access_log=False,
            lifespan="off",  # _Server opens the runtime, so that a failure to start is one clear line
            server_header=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config, runtime, lambda: announce(listener.getsockname()[1], keyring))
        server.run([listener])
        return not server.force_exit


class _PipeliningProtocol(H11Protocol):
    """uvicorn's HTTP protocol, which forgets frames that came in one packet with the upgrade (faults U12)."""

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        super().handle_websocket_upgrade(event)
        behind, _ = self.conn.trailing_data
        if behind:
            cast(asyncio.Protocol, self.transport.get_protocol()).data_received(behind)


_LINGER_S: Final = 1.0
"""How long a client that broke the protocol may go on sending before the socket closes under it."""


class _SpeechProtocol(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket protocol with its transport's `abort` in the scope, for which ASGI has no message.

    And with a close frame that arrives: a socket closed on unread data resets the connection, and the peer never sees
    why (a frame of 64 MiB is still on its way when its length has been refused).
    """

    def handle_connect(self, event: Any) -> None:
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self.scope["extensions"]["plosive.abort"] = {"abort": self.transport.abort}

    def handle_parser_exception(self) -> None:
        if self.close_sent or self.conn.close_sent is None:
            return
        close = self.conn.close_sent
        self.queue.put_nowait({"type": "websocket.disconnect", "code": close.code, "reason": close.reason})
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.transport.resume_reading()
        self.close_timer = self.loop.call_later(_LINGER_S, self.transport.close)


class _Server(uvicorn.Server):
    """uvicorn's server that drains before it shuts down and exits with 0 when asked to stop."""

    def __init__(self, config: uvicorn.Config, runtime: Runtime, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._runtime = runtime
        self._announce = announce
        self._draining: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self._runtime.open()
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if not self.force_exit:
            self._draining = asyncio.create_task(self._runtime.drain())
            with contextlib.suppress(asyncio.CancelledError):
                await self._draining
        await super().shutdown(sockets)
        await self._runtime.close()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop)
        yield

    def _stop(self) -> None:
        if not self.should_exit:
            self.should_exit = True
            return
        self.force_exit = True
        if self._draining is not None:
            self._draining.cancel()
