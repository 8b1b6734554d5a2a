"""The layer around every request: its id, who may send it, what a browser's page may read, and one line in the log.

It owns the headers that all answers have. It refuses before any route runs, and never looks at a body.
"""

import re
import secrets
import time
from typing import Final
from urllib.parse import parse_qsl

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plosive import metrics, tracing
from plosive.callers import Caller
from plosive.narration import Narration
from plosive.web.auth import Keyring
from plosive.web.credentials import address_of
from plosive.web.openai import answer_in_form
from plosive.web.origins import Origins
from plosive.web.refusals import tell_refusal

_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_FREE: Final = ("/healthz", "/readyz", "/metrics", "/")
"""Paths that pages of other sites may ask for, and link to: they say nothing of anybody's."""

_FILES: Final = ("/playground/", "/docs-assets/")
"""Paths of the files of pages: one look at the playground asks for twenty."""

_WARM_UPS: Final = ("/v1/", "/openai/v1/")
"""Paths that LiveKit's plugin for OpenAI asks for, to have a connection before a text. OpenAI does not have them either."""

_EXPOSED: Final = "x-request-id, x-voice, x-cache, retry-after, request-id"
_METHODS: Final = "GET, HEAD, POST, PUT, PATCH, DELETE"
_PREFLIGHT_S: Final = 600
_ANSWERS: Final = ("http.response.start", "websocket.http.response.start", "websocket.accept")
_BODIES: Final = ("http.response.body", "websocket.http.response.body")
_REFUSED: Final = 400
_NOT_FOUND: Final = 404

_log = structlog.get_logger()


class FrontDoor:
    """An ASGI application around two others: `app` for requests, `socket` for upgrades."""

    def __init__(self, app: ASGIApp, socket: ASGIApp, keyring: Keyring, origins: Origins) -> None:
        self._apps = {"http": app, "websocket": socket}
        self._keyring = keyring
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or an upgrade."""
        headers = Headers(scope=scope)
        asked = headers.get("x-request-id", "")
        request_id = asked if _REQUEST_ID.fullmatch(asked) else secrets.token_hex(8)
        visit = _Visit(scope, headers, request_id)
        scope.setdefault("state", {})

        async def answer(message: Message) -> None:
            if message["type"] in _ANSWERS:
                self._add_headers(message, headers, request_id)
            visit.note(message)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            tracing.join(headers.get("traceparent"))
            try:
                refused = self._refusal(scope, headers)
                await (refused or self._apps[scope["type"]])(scope, receive, answer)
            finally:
                self._tell(visit)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the answer to a request that no route sees: a refused page's, or a browser's question before one."""
        keyless = self._keyring.open_to_all
        if keyless and (reason := self._origins.host_refusal(headers)):
            return answer_in_form(scope["path"], 403, reason)
        free = scope["path"] in _FREE
        if keyless and not free and (reason := self._origins.origin_refusal(headers)):
            return answer_in_form(scope["path"], 403, reason)
        if scope.get("method") == "OPTIONS" and "access-control-request-method" in headers:
            return Response(status_code=204)
        return None

    def _add_headers(self, message: Message, headers: Headers, request_id: str) -> None:
        added = MutableHeaders(raw=list(message.get("headers", [])))
        added["x-request-id"] = request_id
        origin = headers.get("origin")
        if origin is not None:
            added.add_vary_header("Origin")
            if self._origins.allows(origin, headers, keyless=self._keyring.open_to_all):
                added["access-control-allow-origin"] = origin
                added["access-control-expose-headers"] = _EXPOSED
                if "access-control-request-method" in headers:
                    added["access-control-allow-methods"] = _METHODS
                    added["access-control-max-age"] = str(_PREFLIGHT_S)
                    if wanted := headers.get("access-control-request-headers"):
                        added["access-control-allow-headers"] = wanted
                    if headers.get("access-control-request-private-network") == "true":
                        added["access-control-allow-private-network"] = "true"
        message["headers"] = added.raw

    def _tell(self, visit: "_Visit") -> None:
        warm_up = visit.status == _NOT_FOUND and visit.scope["path"] in _WARM_UPS
        if visit.status >= _REFUSED and not warm_up:
            tell_refusal(visit.reason, **(visit.asked() | visit.told()))
        elif visit.scope["type"] == "http":
            path: str = visit.scope["path"]
            level = "debug" if warm_up or path in _FREE or path.startswith(_FILES) else "info"
            getattr(_log, level)("request", **visit.told())


class _Visit:
    """One request, for the log: never its key, its query or its text."""

    def __init__(self, scope: Scope, headers: Headers, request_id: str) -> None:
        self.scope = scope
        self.status = 0
        self.client = address_of(scope)
        self.reason = ""
        self._headers = headers
        self._request_id = request_id
        self._begun = time.monotonic()

    def note(self, message: Message) -> None:
        """Note the status, and the reason that a refused client gets."""
        if message["type"] in _ANSWERS:
            self.status = message.get("status", 101)
            metrics.answers.labels(self.status).inc()
        elif message["type"] in _BODIES and self.status >= _REFUSED and not self.reason:
            self.reason = _reason(message.get("body", b""))

    def told(self) -> dict[str, object]:
        """The fields of a line about it."""
        scope = self.scope
        caller: Caller | None = scope["state"].get("caller")
        narration: Narration | None = scope["state"].get("narration")
        spoken: dict[str, object] = {}
        if narration is not None:
            voice = narration.order.voice.id
            spoken = {"voice": voice, "characters": narration.characters, "audio_s": round(narration.seconds, 2)}
        return {
            "method": scope.get("method", "UPGRADE"),
            "path": scope["path"],
            "status": self.status,
            "seconds": round(time.monotonic() - self._begun, 3),
            **({"key": caller.key.id} if caller else {}),
            **spoken,
            "client": self.client,
            "agent": self._headers.get("user-agent", "")[:80],
        }

    def asked(self) -> dict[str, str]:
        """Return the voice, host and origin of the request, which help to find the reason of a refusal."""
        query = dict(parse_qsl(self.scope["query_string"].decode("latin-1")))
        found = {"voice": query.get("voice"), **{name: self._headers.get(name) for name in ("host", "origin")}}
        return {name: value[:200] for name, value in found.items() if value}


def _reason(body: bytes) -> str:
    try:
        content = orjson.loads(body)
        error = content["errors"][0] if "errors" in content else content["error"]
        return str(error.get("detail") or error.get("message"))[:300]
    except (orjson.JSONDecodeError, KeyError, IndexError, TypeError, AttributeError):
        return body[:200].decode(errors="replace")
