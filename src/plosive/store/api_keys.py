"""API keys, stored as digests: add, list, revoke. No key can be recovered, and a revoked one stays in the list."""

from typing import Any

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
        limits = key.limits
        async with self._database.writing() as connection:
            await connection.execute(
                API_KEYS.insert().values(
                    id=key.id,
                    digest=key.digest,
                    name=key.name,
                    organization=key.organization,
                    scopes=" ".join(sorted(key.scopes)),
                    concurrent_sessions=limits.concurrent_sessions,
                    requests_per_minute=limits.requests_per_minute,
                    characters_per_minute=limits.characters_per_minute,
                    created_at=key.created_at,
                    expires_at=key.expires_at,
                    revoked_at=key.revoked_at,
                )
            )
            await connection.execute(_COUNT)

    async def all(self) -> list[ApiKey]:
        """All keys, oldest first: revoked and expired ones too."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(API_KEYS).order_by(API_KEYS.c.created_at, API_KEYS.c.id))
            return [_key(row) for row in rows]

    async def revoke(self, key_id: str) -> bool:
        """Revoke a key; False if no key with this id is still valid."""
        working = (API_KEYS.c.id == key_id) & API_KEYS.c.revoked_at.is_(None)
        async with self._database.writing() as connection:
            revoked = await connection.execute(API_KEYS.update().where(working).values(revoked_at=now()))
            await connection.execute(_COUNT)
        return revoked.rowcount == 1

    async def changes(self) -> int:
        """A counter that rises with every change of any key: cheaper to read than `all`."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(API_KEY_CHANGES.c.count)) or 0


_COUNT = API_KEY_CHANGES.update().values(count=API_KEY_CHANGES.c.count + 1)


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        digest=row.digest,
        name=row.name,
        organization=row.organization,
        scopes=frozenset(row.scopes.split()),
        limits=KeyLimits(row.concurrent_sessions, row.requests_per_minute, row.characters_per_minute),
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )
