"""What the store keeps, as plain records: no SQL here, so that whoever shows or checks them need not load a database."""

import datetime as dt
from typing import Final, Literal

import msgspec

from plosive.text.pronunciation.items import Item

MAX_DICTIONARIES: Final = 50
"""An organization's (docs/store.md)."""

MAX_NAME: Final = 255
"""Characters of a name: what file systems and most databases take for one; longer ones are pasted by mistake."""

DEFAULT_ORGANIZATION: Final = "default"
"""Of keys that name none: those of the settings, and any key on a loopback address without keys."""

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


class Limits(msgspec.Struct, frozen=True):
    """What a key may do; None is without limit."""

    concurrent_sessions: int | None = None
    requests_per_minute: int | None = None
    characters_per_minute: int | None = None


class ApiKey(msgspec.Struct, frozen=True):
    """A key as it is kept: the SHA-256 digest of what the client sends, never that itself."""

    id: str
    digest: bytes
    name: str
    organization: str
    scopes: frozenset[str]
    limits: Limits
    created_at: dt.datetime
    expires_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None


class UsageDay(msgspec.Struct, frozen=True):
    """What one key did on one day, in UTC."""

    organization: str
    key_id: str
    day: dt.date
    requests: int
    characters: int
    audio_s: float


class AudioRecord(msgspec.Struct, frozen=True):
    """Speech that can be fetched by id until it expires; `path` is where its maker keeps the bytes."""

    id: str
    organization: str
    created_at: dt.datetime
    expires_at: dt.datetime
    path: str
    content_type: str
    status: Literal["pending", "done", "failed"]


def now() -> dt.datetime:
    """The time in UTC, in whole milliseconds as the API shows it, so that a record reads as it was written."""
    time = dt.datetime.now(dt.UTC)
    return time.replace(microsecond=time.microsecond // 1000 * 1000)
