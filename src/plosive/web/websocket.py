"""The speech socket: checks an upgrade, answers refusals in JSON before it, and hands the rest to the runtime."""

import secrets
from typing import Protocol
from urllib.parse import parse_qsl

import structlog
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from plosive import metrics
from plosive.callers import Caller
from plosive.connection import Disconnected
from plosive.errors import BadParameter, Refused, StoreUnavailable, UnknownDictionary, UnknownVoice
from plosive.protocol.options import ConnectOptions, parse_query
from plosive.runtime import Runtime
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.voices.catalog import Voice
from plosive.web.auth import Keyring
from plosive.web.problems import problem, refusal

PATH = "/v2/text-to-speech/speech"

_RETRY_AFTER_S = "2"
_MAX_PARAMETERS = 64

_log = structlog.get_logger()


class SpeechSocket:
    """The ASGI application behind `PATH`, for WebSocket scopes."""

    def __init__(self, runtime: Runtime, keyring: Keyring) -> None:
        self._runtime = runtime
        self._keyring = keyring

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the upgrade or serve the client to the end."""
        checked = await self._check(scope)
        if isinstance(checked, Response):
            metrics.refusals.labels(checked.status_code).inc()
            await checked(scope, receive, send)  # Starlette answers an upgrade with websocket.http.response
            return
        options, voice, pronunciations, caller = checked
        channel = AsgiChannel(scope, receive, send)
        try:
            with structlog.contextvars.bound_contextvars(socket_id=options.socket_id or secrets.token_hex(8)):
                await receive()  # websocket.connect
                await send({"type": "websocket.accept"})
                _log.info("session opened", voice=voice.id, key=caller.key.id)
                code = await self._runtime.serve(channel, options, voice, pronunciations, caller)
                _log.info("session closed", code=code)
        finally:
            caller.end_session()

    async def _check(self, scope: Scope) -> tuple[ConnectOptions, Voice, Pronunciations | None, Caller] | Response:
        """What the session needs, or why there is none. `end_session` of the caller has to follow."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        try:
            caller = await self._keyring.admit([value for name, value in headers if name == b"authorization"], "speak")
        except Refused as refused:
            return refusal(refused)
        if self._runtime.draining or self._runtime.full:
            detail = "The server is stopping" if self._runtime.draining else "The server has no room for more sessions"
            return problem(503, detail + "; try again", headers={"Retry-After": _RETRY_AFTER_S})
        try:
            query = parse_qsl(
                scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=_MAX_PARAMETERS
            )
        except ValueError:
            return problem(400, f"Expected at most {_MAX_PARAMETERS} query parameters")
        try:
            options = parse_query(query, self._runtime.settings.default_voice)
            resolution = self._runtime.catalog.resolve(options.voice, options.language, over_socket=True)
            pronunciations = await self._runtime.pronunciations(caller.organization, options.pronunciation_dict_id)
            caller.begin_session()
        except BadParameter as error:
            return problem(error.status, error.detail, parameter=error.parameter)
        except UnknownVoice as error:
            return problem(400, str(error), parameter="voice")
        except UnknownDictionary as error:
            return problem(400, str(error), parameter="pronunciation_dict_id")
        except StoreUnavailable as error:
            return problem(503, str(error), headers={"Retry-After": _RETRY_AFTER_S})
        except Refused as refused:
            return refusal(refused)
        if resolution.is_alias:
            _log.info("voice alias resolved", requested=resolution.requested, voice=resolution.voice.id)
        return options, resolution.voice, pronunciations, caller


class SpeechTransport(Protocol):
    """What ASGI has no messages for; the server's protocol puts it into the scope's extensions."""

    async def room(self) -> None:
        """Wait until the write buffer has room, or the client is gone."""
        ...

    def taken(self) -> int:
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

    async def room(self) -> None:
        """See `Channel`."""
        await self._transport.room()

    def taken(self) -> int:
        """See `Channel`."""
        return self._transport.taken()

    async def send(self, frame: str | bytes) -> None:
        """See `Channel`."""
        await self._pass_on({"type": "websocket.send", "text" if isinstance(frame, str) else "bytes": frame})

    async def close(self, code: int, reason: str) -> None:
        """See `Channel`."""
        await self._pass_on({"type": "websocket.close", "code": code, "reason": reason})

    def abort(self) -> None:
        """See `Channel`."""
        self._transport.abort()

    async def _pass_on(self, message: Message) -> None:
        try:
            await self._send(message)
        except (OSError, RuntimeError):
            # The client is gone, or the protocol has closed under us: a broken frame, a ping that nobody answered.
            raise Disconnected(1006) from None
