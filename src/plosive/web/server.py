"""The server process: a listening socket, and uvicorn with a drain of sessions before it stops."""

import asyncio
import contextlib
import gc
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import structlog
import uvicorn

from plosive import tracing
from plosive.errors import SetupError
from plosive.protocol.doors.telnyx import MAX_CLIENT_FRAME_BYTES
from plosive.running import announced
from plosive.runtime import Runtime
from plosive.settings import Settings, wants_traces
from plosive.web.app import new_app
from plosive.web.auth import Keyring
from plosive.web.certificate import Certificate, certificate_of
from plosive.web.front_door import FrontDoor
from plosive.web.metrics_server import metrics_server
from plosive.web.origins import Origins
from plosive.web.protocols import REQUEST_DEADLINE_S, HttpProtocol, SocketProtocol
from plosive.web.visitors import OpenConnections
from plosive.web.websocket import SpeechSocket

if TYPE_CHECKING:
    from plosive.web.wyoming import WyomingServer

_SEND_BUFFER_BYTES: Final = 1 << 17
"""The kernel's send buffer of a client: 2 s of linear16. By default it grows to megabytes. A barge-in cannot discard them,
and they hide whether a reader is slow or has stopped. Linux doubles the value for its own overhead."""


KEEP_ALIVE_S: Final = 5
"""Time after which an idle HTTP connection is closed."""

_OTHER_FILES: Final = 100
"""File descriptors besides those of sessions: workers, database, cache, files that are read."""

_log = structlog.get_logger()


def listen(host: str, port: int) -> socket.socket:
    """Open the listening socket. Raises `SetupError` if the address is in use or belongs to another machine."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER_BYTES)  # accepted sockets inherit it
        listener.bind(address)
    except OSError as error:
        raise SetupError(
            f"Cannot listen on {host}:{port}: {error.strerror or error}. "
            "Choose another with --host and --port, or PLOSIVE_HOST and PLOSIVE_PORT."
        ) from None
    listener.setblocking(False)
    return listener


@dataclass(frozen=True, slots=True)
class Ready:
    """A server that is ready to speak. `voice` is the id of its default voice. A port is None: nobody asked for it."""

    port: int
    wants_key: bool
    voice: str
    wyoming_port: int | None
    metrics_port: int | None


def serve(settings: Settings, announce: Callable[[Ready], None]) -> bool:
    """Run the server until a signal stops it; call `announce` when it is ready to speak.

    The first SIGTERM or SIGINT drains (docs/protocol.md, close code 1012), the second stops at once; then the result is False,
    because sessions may have been cut off. Raises `SetupError`.
    """
    _raise_file_limit(settings.max_sessions)
    keyring = Keyring(settings)
    certificate = certificate_of(settings)
    runtime = Runtime(settings)
    with (
        listen(settings.host, settings.port) as listener,
        metrics_server(settings) as metrics_port,
        tracing.exported(wanted=wants_traces()),
    ):
        config = uvicorn.Config(
            FrontDoor(
                new_app(runtime, keyring),
                SpeechSocket(runtime, keyring),
                keyring,
                Origins(settings.allowed_hosts, settings.cors_origins),
            ),
            http=HttpProtocol,
            ws=SocketProtocol,
            # Above the session's own limit, so that the session can answer with an error frame.
            ws_max_size=2 * MAX_CLIENT_FRAME_BYTES,
            ws_per_message_deflate=False,  # deflate allows decompression bombs and costs five times the CPU per frame
            loop="uvloop",
            log_config=None,
            access_log=False,
            lifespan="off",  # _Server opens the runtime, so that a failed start is one clear line
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_S,
            timeout_graceful_shutdown=1,
        )
        port = listener.getsockname()[1]

        def ready(wyoming_port: int | None) -> None:
            voice = runtime.catalog.resolve(settings.default_voice).voice.id
            announce(Ready(port, not keyring.open_to_all, voice, wyoming_port, metrics_port))

        server = _Server(config, runtime, keyring, certificate, ready)
        with announced(settings.data_dir, f"{settings.scheme}://{settings.host}:{port}"):
            server.run([listener])
        return not server.force_exit


def _raise_file_limit(sessions: int) -> None:
    """Let this process open as many files as it may: the usual 1024 are too few for a thousand sessions."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):  # macOS refuses "unlimited"
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        soft = hard
    if soft != resource.RLIM_INFINITY and soft < sessions + _OTHER_FILES:
        _log.warning("too few files for so many sessions: raise ulimit -n", files=soft, sessions=sessions)


class _Server(uvicorn.Server):
    """uvicorn's server that drains sessions before it shuts down, and exits with 0 when a signal stops it."""

    def __init__(
        self,
        config: uvicorn.Config,
        runtime: Runtime,
        keyring: Keyring,
        certificate: Certificate | None,
        announce: Callable[[int | None], None],
    ) -> None:
        super().__init__(config)
        self._certificate = certificate
        self._runtime = runtime
        self._keyring = keyring
        self._announce = announce
        self._open_connections = OpenConnections(runtime.settings.address_connections)
        self._wyoming: WyomingServer | None = None
        self._stoppable: asyncio.Task[None] | None = None
        """The opening or draining of the runtime, which a signal cancels."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._stoppable = asyncio.create_task(self._open())
        try:
            await self._stoppable
        except asyncio.CancelledError:
            return
        await super().startup([])  # it does not give TLS a deadline
        tls = self._certificate.context if self._certificate else None
        for listener in sockets or ():
            self.servers.append(
                await asyncio.get_running_loop().create_server(
                    self._new_protocol,
                    sock=listener,
                    ssl=tls,
                    ssl_handshake_timeout=REQUEST_DEADLINE_S if tls else None,
                    backlog=self.config.backlog,
                )
            )
        gc.collect()
        gc.freeze()  # or each full collection looks at 150,000 objects of modules too, while everybody waits for 0.1 s
        self._announce(self._wyoming.port if self._wyoming else None)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._stoppable = asyncio.create_task(self._runtime.drain())
        try:
            await self._stoppable
        except asyncio.CancelledError:
            pass
        except Exception:
            _log.exception("draining failed")  # go on: the workers must end
        self._runtime.abort()
        if self._wyoming is not None:
            await self._wyoming.close()
        await super().shutdown(sockets)
        await self._keyring.close()
        await self._runtime.close()

    async def _open(self) -> None:
        await self._runtime.open()
        try:
            await self._keyring.open(self._runtime.store.api_keys, self._runtime.store.usage.note)
            if address := self._runtime.settings.wyoming:
                from plosive.web.wyoming import WyomingServer  # noqa: PLC0415 - few servers need it

                self._wyoming = WyomingServer(address, self._runtime, self._runtime.store.usage.note)
                await self._wyoming.open()
        except BaseException:
            await self._runtime.close()
            raise

    def _new_protocol(self) -> asyncio.Protocol:
        return HttpProtocol(self._open_connections, config=self.config, server_state=self.server_state, app_state={})

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop)
        # A service manager's reload, or a terminal that is closed. Without this it would end the server and all its sessions.
        reload = self._certificate.reload if self._certificate else partial(_log.info, "SIGHUP ignored")
        loop.add_signal_handler(signal.SIGHUP, reload)
        yield

    def _stop(self) -> None:
        self._runtime.refuse_newcomers()
        self.force_exit = self.should_exit
        if self._stoppable is not None and (self.force_exit or not self.started):
            self._stoppable.cancel()
        self.should_exit = True
