"""Callers: makes new keys, checks the limits of the keys used in this process, and counts their usage."""

import datetime as dt
import hashlib
import math
import secrets
import time
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

from plosive.errors import KeyBarred, Refused
from plosive.store.records import DEFAULT_ORGANIZATION, ApiKey, KeyLimits, Scope, now
from plosive.token_bucket import TokenBucket


def new_key(
    name: str, organization: str, scopes: frozenset[str], limits: KeyLimits, expires_in: dt.timedelta | None
) -> tuple[str, ApiKey]:
    """Make a key. Returns the secret, which the client sends and nobody stores, and the record to store."""
    key_id = secrets.token_hex(5)
    sent = f"plosive_{key_id}_{secrets.token_urlsafe(32)}"
    made_at = now()
    expires_at = None if expires_in is None else made_at + expires_in
    return sent, ApiKey(key_id, digest_of(sent.encode()), name, organization, scopes, limits, made_at, expires_at)


def digest_of(key: bytes) -> bytes:
    """Return the SHA-256 digest of a key. Only the digest is stored.

    A key has 256 random bits, so nobody can try all of them. A slow hash, as for passwords, would make each request slower
    without better protection.
    """
    return hashlib.sha256(key).digest()


Note = Callable[..., None]
"""`note(organization, key_id, *, requests=0, characters=0, audio_s=0.0)` counts usage."""


_FREE_DEATHS: Final = 3
_DEATHS_WINDOW_S: Final = 60.0
_PENALTY_S: Final = 10.0
"""Time that a key waits after its texts killed more workers than `_FREE_DEATHS` within a minute. A client that sends such texts
one after the other kills nine workers a minute, too few to have a voice taken out (`plosive.workers.blame`)."""


class Caller:
    """A key and its usage. A process has one caller for each key, and each process counts limits separately."""

    def __init__(self, key: ApiKey, note: Note) -> None:
        self.key = key
        self.is_revoked = False
        self._note = note
        self._sessions = 0
        self._deaths: deque[float] = deque(maxlen=_FREE_DEATHS + 1)
        now, limits = time.monotonic(), key.limits
        self._requests = TokenBucket(limits.requests_per_minute, 60, now) if limits.requests_per_minute else None
        self._characters = TokenBucket(limits.characters_per_minute, 60, now) if limits.characters_per_minute else None

    @property
    def organization(self) -> str:
        """The organization whose dictionaries, audio and usage the key may see."""
        return self.key.organization

    def request(self, scope: Scope) -> None:
        """Count a request. Raises `Refused`: 403 if the key lacks the scope, 429 if it has to wait."""
        if scope not in self.key.scopes:
            may = ", ".join(sorted(self.key.scopes)) or "nothing"
            raise Refused(403, f"This key lacks the scope {scope!r}; it has {may}")
        now, limits = time.monotonic(), self.key.limits
        if self._requests is not None:
            _refuse_for(self._requests.wait_s(now), f"{limits.requests_per_minute} requests a minute")
            self._requests.take(1, now)
        if self._characters is not None and scope == "speak":
            _refuse_for(self._characters.wait_s(now), f"{limits.characters_per_minute} characters a minute")
        self._note(self.organization, self.key.id, requests=1)

    @contextmanager
    def session(self) -> Generator[None, None, None]:
        """Count a session while it is open. Raises `Refused` (429) if too many are."""
        most = self.key.limits.concurrent_sessions
        if most is not None and self._sessions >= most:
            raise Refused(429, f"This key may have {most} sessions at once; end one first", retry_after_s=1)
        self._sessions += 1
        try:
            yield
        finally:
            self._sessions -= 1

    def spend(self, characters: int) -> None:
        """Count text before it is spoken. Raises `KeyBarred` if the key was revoked or has reached its limit for now."""
        if self.is_revoked:
            raise KeyBarred("this key was revoked or has expired")
        if self._characters is not None:
            now = time.monotonic()
            if wait_s := self._characters.wait_s(now):
                most = self.key.limits.characters_per_minute
                raise KeyBarred(f"this key may speak {most} characters a minute; wait {math.ceil(wait_s)} s")
            self._characters.take(characters, now)
        self._note(self.organization, self.key.id, characters=characters)

    def killed_worker(self) -> None:
        """One of its texts killed a worker. A caller without a key is nobody in particular, and is not slowed down."""
        if any(self.key.digest):
            self._deaths.append(time.monotonic())

    @property
    def penalty_s(self) -> float:
        """Time to wait before its next text, in seconds, because its texts kill workers."""
        now = time.monotonic()
        if len(self._deaths) <= _FREE_DEATHS or self._deaths[0] <= now - _DEATHS_WINDOW_S:
            return 0.0
        return max(0.0, self._deaths[-1] + _PENALTY_S - now)

    def hear(self, audio_s: float) -> None:
        """Count audio that was sent."""
        self._note(self.organization, self.key.id, audio_s=audio_s)


NOBODY: Final = Caller(
    ApiKey("", b"", "", DEFAULT_ORGANIZATION, frozenset(), KeyLimits(), now()), lambda *_, **__: None
)
"""The caller without a key, as on the command line: it has no limits, and its usage is not counted."""


def _refuse_for(wait_s: float, limit: str) -> None:
    if wait_s:
        seconds = math.ceil(wait_s)
        raise Refused(429, f"This key may make {limit}; try again in {seconds} s", retry_after_s=seconds)
