"""Records of recordings, which clients fetch by id until they expire. `plosive.recordings` keeps the audio itself."""

from typing import Any, Literal

import msgspec
from sqlalchemy import Row, select

from plosive.store.database import Database
from plosive.store.records import AudioRecord, now
from plosive.store.schema import AUDIO_RECORDS as RECORDS


class AudioRecords:
    """The table of audio records. Every method raises `StoreUnavailable` if the database does not answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, record: AudioRecord) -> None:
        """Store a new record."""
        async with self._database.writing() as connection:
            await connection.execute(RECORDS.insert().values(msgspec.structs.asdict(record)))

    async def get(self, organization: str, record_id: str) -> AudioRecord | None:
        """Return a record of this organization that has not expired."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(RECORDS).where(
                    RECORDS.c.organization == organization, RECORDS.c.id == record_id, RECORDS.c.expires_at > now()
                )
            )
            row = rows.first()
            return None if row is None else _record(row)

    async def finish(self, record_id: str, status: Literal["done", "failed"]) -> None:
        """Record whether the synthesis succeeded."""
        async with self._database.writing() as connection:
            await connection.execute(RECORDS.update().where(RECORDS.c.id == record_id).values(status=status))

    async def expire(self) -> list[AudioRecord]:
        """Delete expired records and return them, so that the caller can delete their audio. No two processes get the same."""
        async with self._database.writing() as connection:
            rows = await connection.execute(RECORDS.delete().where(RECORDS.c.expires_at <= now()).returning(*RECORDS.c))
            return [_record(row) for row in rows]


def _record(row: Row[Any]) -> AudioRecord:
    return AudioRecord(**row._mapping)
