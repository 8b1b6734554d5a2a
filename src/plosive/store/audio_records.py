"""Records of speech that can be fetched by id for a while. The audio itself is kept by whoever makes it."""

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
        """Keep a new record."""
        async with self._database.writing() as connection:
            await connection.execute(RECORDS.insert().values(msgspec.structs.asdict(record)))

    async def get(self, organization: str, record_id: str) -> AudioRecord | None:
        """A record of this organization that has not expired."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(RECORDS).where(
                    RECORDS.c.organization == organization, RECORDS.c.id == record_id, RECORDS.c.expires_at > now()
                )
            )
            row = rows.first()
            return None if row is None else _record(row)

    async def finish(self, record_id: str, status: Literal["done", "failed"]) -> None:
        """Say how the making of the audio ended."""
        async with self._database.writing() as connection:
            await connection.execute(RECORDS.update().where(RECORDS.c.id == record_id).values(status=status))

    async def expire(self) -> list[AudioRecord]:
        """Forget what has expired, and give it, so that the audio can be deleted. No two processes get the same one."""
        async with self._database.writing() as connection:
            rows = await connection.execute(RECORDS.delete().where(RECORDS.c.expires_at <= now()).returning(*RECORDS.c))
            return [_record(row) for row in rows]


def _record(row: Row[Any]) -> AudioRecord:
    return AudioRecord(**row._mapping)
