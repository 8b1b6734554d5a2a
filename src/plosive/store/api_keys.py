"""API keys, stored as digests: add, list, revoke. A key cannot be recovered, and a revoked one stays in the list."""

from typing import Any

import msgspec
from sqlalchemy import Row, select

from plosive.store.database import Database
from plosive.store.records import ApiKey, KeyLimits, now
from plosive.store.schema import API_KEY_CHANGES, API_KEYS


class ApiKeys:
    """The table of keys. Every method raises `StoreUnavailable` if the database does not answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, key: ApiKey) -> None:
        """Store a new key."""
        columns = msgspec.structs.asdict(key)
        columns |= msgspec.structs.asdict(columns.pop("limits"))
        columns["scopes"] = " ".join(sorted(key.scopes))
        async with self._database.writing() as connection:
            await connection.execute(API_KEYS.insert().values(columns))
            await connection.execute(_COUNT)

    async def all(self) -> list[ApiKey]:
        """Return all keys, also revoked and expired ones, oldest first."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(API_KEYS).order_by(API_KEYS.c.created_at, API_KEYS.c.id))
            return [_key(row) for row in rows]

    async def revoke(self, key_id: str) -> bool:
        """Revoke a key. False if no valid key has this id."""
        working = (API_KEYS.c.id == key_id) & API_KEYS.c.revoked_at.is_(None)
        async with self._database.writing() as connection:
            revoked = await connection.execute(API_KEYS.update().where(working).values(revoked_at=now()))
            await connection.execute(_COUNT)
        return revoked.rowcount == 1

    async def changes(self) -> int:
        """Return a counter that rises with every change of any key. It is cheaper to read than `all`."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(API_KEY_CHANGES.c.count)) or 0


_COUNT = API_KEY_CHANGES.update().values(count=API_KEY_CHANGES.c.count + 1)


def _key(row: Row[Any]) -> ApiKey:
    columns = dict(row._mapping)
    limits = KeyLimits(**{name: columns.pop(name) for name in KeyLimits.__struct_fields__})
    return ApiKey(**{**columns, "scopes": frozenset(row.scopes.split()), "limits": limits})
