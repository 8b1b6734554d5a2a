"""Verification of bearer keys: those of the settings and those of the store, held in memory as digests.

Keys that are in memory stay valid while the store is unavailable, for 10 minutes.
"""

import asyncio
import datetime as dt
import hmac
import ipaddress
import re
import time
from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated, Final

import structlog
from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from plosive.callers import Caller, Note, digest_of
from plosive.errors import Refused, SetupError, StoreUnavailable
from plosive.settings import Settings
from plosive.store.records import DEFAULT_ORGANIZATION, SCOPES, ApiKey, KeyLimits, Scope
from plosive.web.credentials import address_of, presented_keys
from plosive.web.visitors import WrongKeys

if TYPE_CHECKING:
    from plosive.store.api_keys import ApiKeys

_REFRESH_S: Final = 2.0
"""Interval at which changes of keys are read; a revoked key works for at most this long."""

_STALE_S: Final = 600.0
"""How long stored keys are accepted while the store does not answer and so cannot say whether they are revoked."""

_FRESH_S: Final = 0.25
"""An unknown key may be new, so the store is asked, at most once in this interval; the request waits for the answer."""

_STORED: Final = re.compile(rb"plosive_([0-9a-f]{10})_[A-Za-z0-9_-]{43}")
_EPOCH: Final = dt.datetime.fromtimestamp(0, dt.UTC)
_NO_DIGEST: Final = bytes(32)

_log = structlog.get_logger()


class Keyring:
    """The accepted keys. Open it before use and close it after."""

    def __init__(self, settings: Settings) -> None:
        """Read the keys of the settings. Raises `SetupError`."""
        self._host = settings.host
        self.lists_without_key = settings.lists_without_key
        self._configured = [_configured(key) for key in _keys_of(settings)]
        self._stored: dict[str, ApiKey] = {}
        self._callers: dict[str, Caller] = {}
        self._wrong_keys = WrongKeys()
        self._changes = 0
        self._checked_at = time.monotonic()
        self._asked_at = 0.0
        self._next_check: asyncio.Task[None] | None = None
        self._checking: asyncio.Task[None] | None = None

    async def open(self, api_keys: "ApiKeys", note: Note) -> None:
        """Read the keys of the store, now and at intervals. `note` counts the usage of each key.

        Raises `SetupError` if there is no key and the address is not loopback.
        """
        self._api_keys, self._note = api_keys, note
        try:
            await self._check()
        except StoreUnavailable as error:
            raise SetupError(str(error)) from error
        if self.open_to_all and not _is_loopback(self._host):
            raise SetupError(
                f"Refusing to listen on {self._host} without keys: anyone on the network could use the server. "
                "Make one with plosive keys create --name NAME, set PLOSIVE_API_KEYS=key1,key2 or PLOSIVE_API_KEYS_FILE=path, "
                "or listen on 127.0.0.1."
            )
        self._checking = asyncio.create_task(self._check_regularly())

    async def close(self) -> None:
        """Stop reading the store."""
        if self._checking is not None:
            self._checking.cancel()
            await asyncio.gather(self._checking, return_exceptions=True)

    @property
    def open_to_all(self) -> bool:
        """Whether no key is needed and any is accepted, because none was ever created; only allowed on loopback."""
        return not self._configured and not self._stored

    async def admit(self, presented: Collection[bytes], scope: Scope, address: str) -> Caller:
        """Return the caller of one request of this scope, by the different keys that it presents.

        Raises `Refused`: 401 for a missing or wrong key or for several, after a while if many come from this address; 403 for a
        key without the scope, 429 for a key over its limit and for too many wrong ones, and 503 if only the store could verify
        the key but does not answer.
        """
        key = ANYONE if self.open_to_all and len(presented) != 1 else self._find(_only(presented))
        if key is None:
            pause_s = self._wrong_keys.pause_s(address, time.monotonic())
            if pause_s is None:
                raise Refused(429, "Too many wrong keys came from this address; try again", retry_after_s=1)
            await asyncio.gather(self._check_now(), asyncio.sleep(pause_s))
            key = self._find(_only(presented))
        if key is None:
            raise Refused(401, "This key is wrong, expired or revoked: send another as Authorization: Bearer <key>")
        if key.id in self._stored and time.monotonic() - self._checked_at > _STALE_S:
            raise _cannot_tell()
        if (caller := self._callers.get(key.id)) is None:
            caller = self._callers[key.id] = Caller(key, self._note)
        caller.request(scope)
        return caller

    def _find(self, presented: bytes) -> ApiKey | None:
        # Digests are compared in constant time, and always all of those from the settings.
        digest = digest_of(presented)
        matches = [key for key in self._configured if hmac.compare_digest(digest, key.digest)]
        if matches:
            return matches[0]
        stored = _STORED.fullmatch(presented)
        key = self._stored.get(stored[1].decode()) if stored else None
        same = hmac.compare_digest(digest, key.digest if key else _NO_DIGEST)
        if key is not None and same and _works(key):
            return key
        return ANYONE if self.open_to_all else None

    async def _check_now(self) -> None:
        """Read the store soon, once for all waiting requests. Raises `Refused` (503) if it does not answer."""
        if self._next_check is None:
            self._next_check = asyncio.create_task(self._check_soon())
            # The waiting requests get the exception; if none is left, it counts as seen.
            self._next_check.add_done_callback(lambda check: check.cancelled() or check.exception())
        try:
            await asyncio.shield(self._next_check)
        except StoreUnavailable:
            raise _cannot_tell() from None

    async def _check_soon(self) -> None:
        await asyncio.sleep(self._asked_at + _FRESH_S - time.monotonic())
        self._next_check = None  # a later request may have a key that this check does not see
        self._asked_at = time.monotonic()
        await self._check()

    async def _check(self) -> None:
        """Read the keys again if any has changed. Raises `StoreUnavailable`."""
        changes = await self._api_keys.changes()  # before the keys: a later change is then seen at the next check
        if changes != self._changes:
            self._stored = {key.id: key for key in await self._api_keys.all()}
            self._changes = changes
        self._checked_at = time.monotonic()

    async def _check_regularly(self) -> None:
        while True:
            await asyncio.sleep(_REFRESH_S)
            try:
                await self._check()
            except StoreUnavailable:
                pass  # the database has logged it
            except Exception:
                _log.exception("keys cannot be read")
            for key_id, caller in list(self._callers.items()):
                if key_id in self._stored and not _works(self._stored[key_id]):
                    caller.is_revoked = True
                    del self._callers[key_id]


class Admission:
    """A FastAPI dependency: the caller of a request of this scope. Raises as `Keyring.admit` does."""

    def __init__(self, scope: Scope, *, lists: bool = False) -> None:
        """`lists`: the request reads a list of voices or models, which the operator may leave open."""
        self._scope = scope
        self._lists = lists

    async def __call__(self, request: Request, _: Annotated[object, Depends(HTTPBearer(auto_error=False))]) -> Caller:
        """Admit a request; a second call returns the same caller. The second parameter serves the OpenAPI document only."""
        if not hasattr(request.state, "caller"):
            keyring: Keyring = request.app.state.keyring
            keys = presented_keys(request.scope)
            if self._lists and not keys and keyring.lists_without_key:
                return Caller(ANYONE, lambda *_: None)
            admitted = await keyring.admit(keys, self._scope, address_of(request.scope))
            structlog.contextvars.bind_contextvars(key=admitted.key.id)  # for the log of this request's task
            request.state.caller = admitted
        caller: Caller = request.state.caller
        return caller


def _keys_of(settings: Settings) -> list[str]:
    keys = list(settings.api_keys)
    if settings.api_keys_file is not None:
        try:
            lines = settings.api_keys_file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SetupError(f"PLOSIVE_API_KEYS_FILE cannot be read: {error}") from None
        keys += [key for line in lines if (key := line.partition("#")[0].strip())]
        if not keys:
            raise SetupError(f"PLOSIVE_API_KEYS_FILE {settings.api_keys_file} has no key: write one a line")
    return keys


def _configured(key: str) -> ApiKey:
    digest = digest_of(key.encode())
    # Enough of the digest to tell keys apart in the usage, too little to identify the key.
    return ApiKey(f"env-{digest.hex()[:10]}", digest, "", DEFAULT_ORGANIZATION, frozenset(SCOPES), KeyLimits(), _EPOCH)


def anyone(key_id: str) -> ApiKey:
    """Return a key without limits, of the default organization, for callers that present none."""
    return ApiKey(key_id, _NO_DIGEST, "", DEFAULT_ORGANIZATION, frozenset(SCOPES), KeyLimits(), _EPOCH)


ANYONE: Final = anyone("anyone")


def _only(presented: Collection[bytes]) -> bytes:
    if len(presented) > 1:
        raise Refused(401, "The request has several keys: send one, as Authorization: Bearer <key>")
    if not presented:
        raise Refused(401, "Send the header Authorization: Bearer <key>")
    return next(iter(presented))


def _cannot_tell() -> Refused:
    return Refused(
        503, "The store of keys does not answer, so nobody can tell whether this key is right", retry_after_s=2
    )


def _works(key: ApiKey) -> bool:
    return key.revoked_at is None and (key.expires_at is None or key.expires_at > dt.datetime.now(dt.UTC))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
