"""Finds the key and the address in a request: the key in each spelling that clients of other services use. It does not know
which keys are right."""

import binascii
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import parse_qsl

import pybase64

SUBPROTOCOL: Final = "plosive.v2"
"""A browser's WebSocket cannot send a header: it offers this subprotocol and its key as another one. This one is accepted."""

_KEY_PROTOCOL: Final = "plosive.key."
_HEADERS: Final = (b"xi-api-key", b"x-api-key")
_SCHEMES: Final = ("bearer", "token")


def presented_keys(scope: Any) -> set[bytes]:
    """Return the different keys of an ASGI scope. What has no right form counts as a key, which is then wrong.

    A key is in `Authorization: Bearer K` or `Token K`, `xi-api-key` or `X-API-Key`. A WebSocket may also have it in the query,
    `authorization=Bearer%20K` or `api_key=K`, or, without the header, in the subprotocol `plosive.key.<base64url of K>`.
    """
    headers = [(name, value.strip()) for name, value in scope["headers"]]
    authorizations = [value.decode("latin-1") for name, value in headers if name == b"authorization"]
    keys = {value for name, value in headers if name in _HEADERS and value}
    if scope["type"] == "websocket":
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        authorizations += [value for name, value in query if name == "authorization"]
        keys |= {value.encode() for name, value in query if name == "api_key"}
        if not authorizations:
            keys |= set(_protocol_keys(scope.get("subprotocols", ())))
    for authorization in authorizations:
        scheme, _, key = authorization.strip().partition(" ")
        if presented := key.strip() if scheme.lower() in _SCHEMES else authorization.strip():
            keys.add(presented.encode("latin-1"))
    return keys


def address_of(scope: Any) -> str:
    """Return the client's address, or its proxy's."""
    return str((scope.get("client") or ("",))[0])


def _protocol_keys(offered: Iterable[str]) -> Iterator[bytes]:
    for protocol in offered:
        if protocol.startswith(_KEY_PROTOCOL):
            written = protocol.removeprefix(_KEY_PROTOCOL)
            try:
                yield pybase64.urlsafe_b64decode(written + "=" * (-len(written) % 4))
            except binascii.Error:
                yield protocol.encode()
