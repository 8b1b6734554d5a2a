"""The store: one database with its tables."""

from pathlib import Path

from plosive.settings import Settings
from plosive.store.api_keys import ApiKeys
from plosive.store.audio_records import AudioRecords
from plosive.store.database import Database
from plosive.store.pronunciations import Dictionaries
from plosive.store.usage import Usage


class Store:
    """Open it before use, close it after."""

    def __init__(self, database_url: str | None, data_dir: Path) -> None:
        """See `Database`. Raises `SetupError`."""
        self._database = Database(database_url, data_dir)
        self.dictionaries = Dictionaries(self._database)
        self.api_keys = ApiKeys(self._database)
        self.usage = Usage(self._database)
        self.audio_records = AudioRecords(self._database)

    async def open(self) -> None:
        """Connect and migrate. Raises `SetupError`."""
        await self._database.open()
        self.usage.open()

    async def close(self) -> None:
        """Write the last usage and close every connection."""
        await self.usage.close()
        await self._database.close()

    def __str__(self) -> str:
        return str(self._database)


async def open_store(settings: Settings) -> Store:
    """Open the store of these settings; the caller closes it. Raises `SetupError`."""
    url = settings.database_url
    store = Store(url.get_secret_value() if url else None, settings.data_dir)
    await store.open()
    return store
