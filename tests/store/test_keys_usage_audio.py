"""Keys, usage by day and audio records: stored values come back unchanged, and sums are right."""

import asyncio
import datetime as dt
import hashlib
import uuid
from pathlib import Path

import msgspec
import pytest
from sqlalchemy.exc import ProgrammingError

from plosive.errors import StoreUnavailable
from plosive.store.records import ApiKey, AudioRecord, KeyLimits, UsageDay, now
from plosive.store.store import Store
from store.open_store import with_store

KEY = ApiKey(
    id="0123456789",
    digest=hashlib.sha256(b"secret").digest(),
    name="phone",
    organization="acme",
    scopes=frozenset({"speak", "dictionaries"}),
    limits=KeyLimits(concurrent_sessions=3, characters_per_minute=1000),
    created_at=now(),
    expires_at=now() + dt.timedelta(days=30),
)


def test_keys_are_kept_counted_and_revoked_once(url: str) -> None:
    async def body(store: Store) -> None:
        assert (await store.api_keys.all(), await store.api_keys.changes()) == ([], 0)
        other = msgspec.structs.replace(KEY, id="other", scopes=frozenset(), limits=KeyLimits(), expires_at=None)
        await store.api_keys.add(KEY)
        await store.api_keys.add(msgspec.structs.replace(other, created_at=KEY.created_at + dt.timedelta(seconds=1)))
        assert (await store.api_keys.all())[0] == KEY
        assert await store.api_keys.changes() == 2
        assert await store.api_keys.revoke(KEY.id)
        assert not await store.api_keys.revoke(KEY.id)
        assert not await store.api_keys.revoke("nobody's")
        revoked, working = await store.api_keys.all()
        assert revoked == msgspec.structs.replace(KEY, revoked_at=revoked.revoked_at)
        assert revoked.revoked_at is not None
        assert working.revoked_at is None
        assert await store.api_keys.changes() > 2

    with_store(url, body)


def test_usage_is_summed_by_key_and_day(url: str) -> None:
    today = dt.datetime.now(dt.UTC).date()

    async def count(store: Store) -> None:
        for _ in range(3):
            store.usage.note("acme", "key", requests=1, characters=10, audio_s=0.5)
        await store.usage.flush()
        await store.usage.flush()  # nothing twice
        store.usage.note("acme", "key", characters=5)
        store.usage.note("other", "key2", audio_s=2)
        # what is left is written when the store closes

    async def look(store: Store) -> None:
        acme, other = UsageDay("acme", "key", today, 3, 35, 1.5), UsageDay("other", "key2", today, 0, 0, 2.0)
        assert await store.usage.days(today) == [acme, other]
        assert await store.usage.days(today, organization="acme") == [acme]
        assert await store.usage.days(today, key_id="key2") == [other]
        assert await store.usage.days(today + dt.timedelta(days=1)) == []

    with_store(url, count)
    with_store(url, look)


def test_usage_from_several_servers_adds_up(url: str) -> None:
    today = dt.datetime.now(dt.UTC).date()

    async def body(first: Store) -> None:
        second = Store(url, Path("/nowhere"))
        await second.open()
        for number in range(20):
            for store in (first, second):
                for key in ("a", "b", "c"):
                    store.usage.note("acme", f"{key}{number % 2}", characters=1)
            await asyncio.gather(first.usage.flush(), second.usage.flush())
        await second.close()
        assert [day.characters for day in await first.usage.days(today)] == [20] * 6

    with_store(url, body)


def test_usage_that_could_not_be_written_is_kept(url: str) -> None:
    today = dt.datetime.now(dt.UTC).date()

    async def body(store: Store) -> None:
        async with store._database.writing() as connection:
            await connection.exec_driver_sql("ALTER TABLE usage_by_day RENAME TO moved")
        store.usage.note("acme", "key", characters=7)
        with pytest.raises((StoreUnavailable, ProgrammingError)):  # SQLite has one error for this and for being away
            await store.usage.flush()
        store.usage.note("acme", "key", characters=1)
        async with store._database.writing() as connection:
            await connection.exec_driver_sql("ALTER TABLE moved RENAME TO usage_by_day")
        await store.usage.flush()
        assert await store.usage.days(today) == [UsageDay("acme", "key", today, 0, 8, 0.0)]

    with_store(url, body)


def test_audio_records_expire(url: str) -> None:
    def record(seconds: float) -> AudioRecord:
        return AudioRecord(
            id=str(uuid.uuid4()),
            organization="acme",
            created_at=now(),
            expires_at=now() + dt.timedelta(seconds=seconds),
            path="/somewhere/ü.mp3",
            content_type="audio/mpeg",
            status="pending",
        )

    async def body(store: Store) -> None:
        fresh, old = record(3600), record(-1)
        await store.audio_records.create(fresh)
        await store.audio_records.create(old)
        assert await store.audio_records.get("acme", fresh.id) == fresh
        assert await store.audio_records.get("other", fresh.id) is None
        assert await store.audio_records.get("acme", old.id) is None
        await store.audio_records.finish(fresh.id, "done")
        done = msgspec.structs.replace(fresh, status="done")
        assert await store.audio_records.get("acme", fresh.id) == done
        assert await store.audio_records.expire() == [old]
        assert await store.audio_records.expire() == []
        assert await store.audio_records.get("acme", fresh.id) == done

    with_store(url, body)
