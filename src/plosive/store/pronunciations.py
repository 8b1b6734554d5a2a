"""Pronunciation dictionaries of organizations: their limits, unique names, and optimistic locking by version."""

import uuid
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Row, func, select
from sqlalchemy.exc import IntegrityError

from plosive.errors import DictionaryConflict, TooManyDictionaries, UnknownDictionary
from plosive.store.database import Database
from plosive.store.records import MAX_DICTIONARIES, Dictionary, now
from plosive.store.schema import PRONUNCIATION_DICTS as DICTS
from plosive.text.pronunciation.items import Item

_DECODER = msgspec.json.Decoder(tuple[Item, ...])


class Dictionaries:
    """The table of dictionaries. The caller checks the items (`plosive.text.pronunciation.dictionary.fault`).

    Every method raises `StoreUnavailable` if the database does not answer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, organization: str, number: int, size: int) -> tuple[list[Dictionary], int]:
        """Return one page of an organization's dictionaries, oldest first, and the total number. The first page is 1."""
        own = DICTS.c.organization == organization
        async with self._database.reading() as connection:
            total = await connection.scalar(select(func.count()).select_from(DICTS).where(own))
            rows = await connection.execute(
                select(DICTS)
                .where(own)
                .order_by(DICTS.c.created_at, DICTS.c.id)
                .offset((number - 1) * size)
                .limit(size)
            )
            return [_dictionary(row) for row in rows], total or 0

    async def get(self, organization: str, dictionary_id: str) -> Dictionary:
        """Return one dictionary. Raises `UnknownDictionary`, also for one of another organization."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(DICTS).where(*_is(organization, dictionary_id)))
            if (row := rows.first()) is None:
                raise UnknownDictionary(dictionary_id)
            return _dictionary(row)

    async def create(self, organization: str, name: str, items: Sequence[Item]) -> Dictionary:
        """Store a new dictionary as version 1. Raises `TooManyDictionaries`, and `DictionaryConflict` if the name is in use."""
        time = now()
        dictionary = Dictionary(str(uuid.uuid4()), organization, name, tuple(items), 1, time, time)
        async with self._database.writing() as connection:
            await self._database.lock(connection, organization)  # else two at once could exceed the limit
            own = select(func.count()).select_from(DICTS).where(DICTS.c.organization == organization)
            if (await connection.scalar(own) or 0) >= MAX_DICTIONARIES:
                raise TooManyDictionaries(
                    f"An organization has {MAX_DICTIONARIES} pronunciation dictionaries at most; delete one first"
                )
            columns = {**msgspec.structs.asdict(dictionary), "items": _json(dictionary.items)}
            try:
                await connection.execute(DICTS.insert().values(columns))
            except IntegrityError:
                raise _taken(name) from None
        return dictionary

    async def update(
        self,
        organization: str,
        dictionary_id: str,
        *,
        name: str | None = None,
        items: Sequence[Item] | None = None,
        version: int | None = None,
    ) -> Dictionary:
        """Change the name, the items or both, and raise the version by one.

        With `version`, only if the dictionary is still at that version. Raises `DictionaryConflict` if somebody else changed
        it first or the name is in use, and `UnknownDictionary`.
        """
        before = await self.get(organization, dictionary_id)
        if version is not None and version != before.version:
            raise DictionaryConflict(
                f"Version {version} was given, but the dictionary is at version {before.version}: get it and try again"
            )
        after = msgspec.structs.replace(
            before,
            name=before.name if name is None else name,
            items=before.items if items is None else tuple(items),
            version=before.version + 1,
            updated_at=now(),
        )
        columns = {
            "name": after.name,
            "items": _json(after.items),
            "version": after.version,
            "updated_at": after.updated_at,
        }
        # Compare and swap: no lock has been held since the read above, so the second of two writers fails here.
        unchanged = DICTS.c.version == before.version
        async with self._database.writing() as connection:
            try:
                changed = await connection.execute(
                    DICTS.update().where(*_is(organization, dictionary_id), unchanged).values(columns)
                )
            except IntegrityError:
                raise _taken(after.name) from None
        if changed.rowcount != 1:
            raise DictionaryConflict(
                f"Someone else changed version {before.version} of the dictionary first: get it and try again"
            )
        return after

    async def delete(self, organization: str, dictionary_id: str) -> None:
        """Delete a dictionary. Raises `UnknownDictionary`."""
        async with self._database.writing() as connection:
            deleted = await connection.execute(DICTS.delete().where(*_is(organization, dictionary_id)))
        if deleted.rowcount != 1:
            raise UnknownDictionary(dictionary_id)


def _is(organization: str, dictionary_id: str) -> tuple[Any, Any]:
    try:
        canonical = str(uuid.UUID(dictionary_id))
    except ValueError:
        raise UnknownDictionary(dictionary_id) from None  # not every database accepts every string
    return DICTS.c.organization == organization, DICTS.c.id == canonical


def _taken(name: str) -> DictionaryConflict:
    return DictionaryConflict(f"There is a pronunciation dictionary named {name[:200]!r} already; names are unique")


def _json(items: Sequence[Item]) -> str:
    return msgspec.json.encode(items).decode()


def _dictionary(row: Row[Any]) -> Dictionary:
    return Dictionary(**{**row._mapping, "items": _DECODER.decode(row.items)})
