"""The records of the store as plain structs, without SQL, so that other modules can use them without a database."""

import datetime as dt
from typing import Final, Literal

import msgspec

from plosive.text.pronunciation.items import Item

MAX_DICTIONARIES: Final = 50
"""Most dictionaries of an organization (docs/store.md)."""

MAX_NAME: Final = 255
"""Most characters of a name, as in file systems and most databases. A longer one was probably pasted by mistake."""

DEFAULT_ORGANIZATION: Final = "default"
"""The organization of keys without one: those of the settings, and any key on a loopback address without keys."""

Scope = Literal["speak", "dictionaries", "usage"]
SCOPES: Final[tuple[Scope, ...]] = ("speak", "dictionaries", "usage")


class Dictionary(msgspec.Struct, frozen=True):
    """A pronunciation dictionary of an organization; `version` counts its changes from 1."""

    id: str
    organization: str
    name: str
    items: tuple[Item, ...]
    version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class KeyLimits(msgspec.Struct, frozen=True):
    """The limits of a key; None means no limit."""

    concurrent_sessions: int | None = None
    requests_per_minute: int | None = None
    characters_per_minute: int | None = None


class ApiKey(msgspec.Struct, frozen=True):
    """A key as it is stored: the SHA-256 digest of the secret that the client sends, never the secret itself."""

    id: str
    digest: bytes
    name: str
    organization: str
    scopes: frozenset[str]
    limits: KeyLimits
    created_at: dt.datetime
    expires_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None


class UsageDay(msgspec.Struct, frozen=True):
    """The usage of one key on one day, in UTC."""

    organization: str
    key_id: str
    day: dt.date
    requests: int
    characters: int
    audio_s: float


class AudioRecord(msgspec.Struct, frozen=True):
    """A recording that clients can fetch by id until it expires; `path` is the file of its audio."""

    id: str
    organization: str
    created_at: dt.datetime
    expires_at: dt.datetime
    path: str
    content_type: str
    status: Literal["pending", "done", "failed"]


def now() -> dt.datetime:
    """Return the time in UTC, in whole milliseconds as the API shows it, so that a stored time compares equal."""
    time = dt.datetime.now(dt.UTC)
    return time.replace(microsecond=time.microsecond // 1000 * 1000)
