"""Usage by key and day: counted in memory, added to the database every few seconds."""

import asyncio
import contextlib
import datetime as dt
from typing import Final

import structlog
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from plosive.errors import StoreUnavailable
from plosive.store.database import Database
from plosive.store.records import UsageDay
from plosive.store.schema import USAGE_BY_DAY as USAGE

_FLUSH_S: Final = 5
"""A killed process loses the usage of this time at most. Writing at once would cost a commit per sentence."""

_LAST_FLUSH_S: Final = 5
"""Longest delay of a server's stop by an unavailable database."""

_log = structlog.get_logger()

_SUMS: Final = ("requests", "characters", "audio_s")


class Usage:
    """The table of usage. Counts are kept in memory and written regularly between `open` and `close`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counted: dict[tuple[str, str, dt.date], list[float]] = {}
        self._flushing: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Start writing every few seconds."""
        self._flushing = asyncio.create_task(self._flush_regularly())

    async def close(self) -> None:
        """Write the counts in memory and stop."""
        if self._flushing is not None:
            self._flushing.cancel()
            await asyncio.gather(self._flushing, return_exceptions=True)
        with contextlib.suppress(StoreUnavailable, TimeoutError):
            async with asyncio.timeout(_LAST_FLUSH_S):
                await self.flush()

    def note(
        self, organization: str, key_id: str, *, requests: int = 0, characters: int = 0, audio_s: float = 0.0
    ) -> None:
        """Add to the counts in memory."""
        self._add((organization, key_id, dt.datetime.now(dt.UTC).date()), (requests, characters, audio_s))

    async def flush(self) -> None:
        """Add the counts to the table, in one transaction. Raises `StoreUnavailable`, and keeps the counts for the next try."""
        counted, self._counted = self._counted, {}
        if not counted:
            return
        insert = (sqlite.insert if self._database.is_sqlite else postgresql.insert)(USAGE)
        add = insert.on_conflict_do_update(
            index_elements=[USAGE.c.organization, USAGE.c.key_id, USAGE.c.day],
            set_={name: USAGE.c[name] + insert.excluded[name] for name in _SUMS},
        )
        rows = [
            {"organization": organization, "key_id": key_id, "day": day, **dict(zip(_SUMS, sums, strict=True))}
            for (organization, key_id, day), sums in sorted(counted.items())  # the same order everywhere: no deadlock
        ]
        try:
            async with self._database.writing() as connection:
                await connection.execute(add, rows)
        except BaseException:
            for day, sums in counted.items():
                self._add(day, sums)
            raise

    async def days(
        self, since: dt.date, *, organization: str | None = None, key_id: str | None = None
    ) -> list[UsageDay]:
        """Return usage by key and day since this day, newest first, without the counts that are not written yet."""
        query = (
            select(USAGE).where(USAGE.c.day >= since).order_by(USAGE.c.day.desc(), USAGE.c.organization, USAGE.c.key_id)
        )
        if organization is not None:
            query = query.where(USAGE.c.organization == organization)
        if key_id is not None:
            query = query.where(USAGE.c.key_id == key_id)
        async with self._database.reading() as connection:
            return [UsageDay(**row._mapping) for row in await connection.execute(query)]

    async def _flush_regularly(self) -> None:
        while True:
            await asyncio.sleep(_FLUSH_S)
            try:
                await self.flush()
            except StoreUnavailable:
                pass  # the database has logged it; the next flush tries again
            except Exception:
                _log.exception("usage cannot be written")

    def _add(self, day: tuple[str, str, dt.date], more: "list[float] | tuple[float, ...]") -> None:
        sums = self._counted.setdefault(day, [0, 0, 0])
        for index, value in enumerate(more):
            sums[index] += value
