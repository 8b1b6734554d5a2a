"""The speech socket: checks an upgrade, answers a refusal in JSON, and gives an accepted client to the runtime."""

import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Protocol
from urllib.parse import parse_qsl

import structlog
from starlette.types import Receive, Scope, Send

from plosive import metrics
from plosive.connection import Disconnected
from plosive.errors import ClientError, PlosiveError
from plosive.order import Order
from plosive.protocol.doors.telnyx import TelnyxDoor
from plosive.protocol.options import ConnectOptions, parse_query
from plosive.runtime import Runtime
from plosive.web.auth import Keyring
from plosive.web.credentials import SUBPROTOCOL, address_of, presented_keys
from plosive.web.problems import problem, refusal

PATH = "/v2/text-to-speech/speech"

_MAX_PARAMETERS = 64

_log = structlog.get_logger()


class SpeechSocket:
    """The ASGI application for WebSocket scopes. It is not one of the routes: their layers take 6 KiB of each open socket."""

    def __init__(self, runtime: Runtime, keyring: Keyring) -> None:
        self._runtime = runtime
        self._keyring = keyring

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the upgrade or serve the client to the end."""
        if scope["path"] != PATH:
            await problem(404, f"The WebSocket is at {PATH}")(scope, receive, send)
            return
        with ExitStack() as until_closed:
            try:
                options, order = await check_upgrade(scope, self._runtime, self._keyring)
                until_closed.enter_context(order.caller.session())
            except PlosiveError as error:
                answer = refusal(error)
                metrics.refusals.labels(answer.status_code).inc()
                await answer(scope, receive, send)  # Starlette answers an upgrade with websocket.http.response
                return
            socket_id = options.socket_id or secrets.token_hex(8)
            ids = {"socket_id": socket_id, "key": order.caller.key.id}
            until_closed.enter_context(structlog.contextvars.bound_contextvars(**ids))
            channel = AsgiChannel(scope, receive, send)
            await receive()  # websocket.connect
            chosen = SUBPROTOCOL if SUBPROTOCOL in scope.get("subprotocols", ()) else None
            voice = [(b"x-voice", order.voice.id.encode())]
            await send({"type": "websocket.accept", "subprotocol": chosen, "headers": voice})
            _log.info("session opened", voice=order.voice.id)
            door = TelnyxDoor(order.settings, tells_words=order.tells_words)
            code = await self._runtime.serve(channel, door, order, options.inactivity_timeout_s)
            _log.info("session closed", code=code)


async def check_upgrade(scope: Scope, runtime: Runtime, keyring: Keyring) -> tuple[ConnectOptions, Order]:
    """Check the key, the capacity and the options of an upgrade, or of a GET that asks why one was refused.

    Raises `ClientError` and `StoreUnavailable`.
    """
    caller = await keyring.admit(presented_keys(scope), "speak", address_of(scope))
    runtime.capacity.check("sessions")
    try:
        query = parse_qsl(
            scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=_MAX_PARAMETERS
        )
    except ValueError:
        raise ClientError(f"Expected at most {_MAX_PARAMETERS} query parameters") from None
    options = parse_query(query, runtime.settings.default_voice)
    return options, await runtime.order(options, caller, over_socket=True)


class SpeechTransport(Protocol):
    """Operations without ASGI messages. The server's protocol puts this into the scope's extensions."""

    @property
    def has_room(self) -> bool:
        """Whether `room` would return at once."""
        ...

    async def room(self) -> None:
        """Wait until the write buffer has room or the client is gone."""
        ...

    def send_frames(self, frames: Sequence[str | bytes]) -> None:
        """See `Channel.send`. Raises ConnectionError if the client is gone, or a close was sent."""
        ...

    def taken(self) -> int:
        """See `Channel`."""
        ...

    def held_bytes(self) -> int:
        """See `Channel`."""
        ...

    def abort(self) -> None:
        """Drop the connection at once."""
        ...


class AsgiChannel:
    """A `Channel` over ASGI."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._transport: SpeechTransport = scope["extensions"]["plosive.transport"]["transport"]
        self._receive = receive
        self._send = send

    async def receive(self) -> str | bytes:
        """See `Channel`."""
        message = await self._receive()
        if message["type"] == "websocket.disconnect":
            raise Disconnected(message.get("code") or 1005)
        text: str | None = message.get("text")
        return text if text is not None else message["bytes"]

    @property
    def has_room(self) -> bool:
        """See `Channel`."""
        return self._transport.has_room

    async def room(self) -> None:
        """See `Channel`."""
        await self._transport.room()

    def taken(self) -> int:
        """See `Channel`."""
        return self._transport.taken()

    def held_bytes(self) -> int:
        """See `Channel`."""
        return self._transport.held_bytes()

    def send(self, frames: Sequence[str | bytes]) -> None:
        """See `Channel`."""
        try:
            self._transport.send_frames(frames)
        except ConnectionError:
            raise Disconnected(1006) from None

    async def close(self, code: int, reason: str) -> None:
        """See `Channel`."""
        try:
            await self._send({"type": "websocket.close", "code": code, "reason": reason})
        except (OSError, RuntimeError):
            # The client is gone, or the protocol closed the connection: a broken frame, or a ping without an answer.
            raise Disconnected(1006) from None

    def abort(self) -> None:
        """See `Channel`."""
        self._transport.abort()
