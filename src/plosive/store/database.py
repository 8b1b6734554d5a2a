"""The database: an engine on SQLite or Postgres, migrations at start, and transactions.

It refuses a schema of a newer Plosive, and raises `StoreUnavailable` for every kind of outage.
"""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import structlog
from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from plosive import metrics
from plosive.errors import SetupError, StoreUnavailable

HEAD: Final = "0002"
"""The newest revision in `migrations/versions`. Repeated here so that a start without migrations need not load Alembic."""

_PATIENCE_S: Final = 2
"""A statement or a lock that takes longer counts as an outage: they normally take milliseconds, and a client waits."""

_MIGRATION_PATIENCE_S: Final = 60
"""At start another process may be migrating, and holds the lock until it is done."""

_LOCK: Final = 0x706C6F73  # "plos"
"""The first half of the key of our advisory locks in Postgres; the second says what is locked."""

_MIGRATIONS: Final = Path(__file__).parent / "migrations"

_log = structlog.get_logger()


class Database:
    """Open it before use, close it after. `reading` and `writing` begin transactions and raise `StoreUnavailable`."""

    def __init__(self, url: str | None, data_dir: Path) -> None:
        """Without a URL the database is `plosive.db` in `data_dir`. Raises `SetupError` for an unsupported URL."""
        self._file = _file_of(url) if url else data_dir / "plosive.db"
        self._url = _url_of_file(self._file) if self._file else _url_of_server(url or "")
        self.is_sqlite = self._file is not None
        self._turn = asyncio.Lock()
        self._away = False

    async def open(self) -> None:
        """Connect and migrate; several processes may do so at once. Raises `SetupError`."""
        if self._file is not None:
            await asyncio.to_thread(_make_file, self._file)
        try:
            self._reader = _engine(self._url)
        except ImportError:
            raise SetupError("Postgres needs psycopg: .venv/bin/pip install -e '.[postgres]'") from None
        self._writer = self._reader.execution_options(writes=True)
        try:
            async with asyncio.timeout(_MIGRATION_PATIENCE_S):
                await self._migrate()
        except (DBAPIError, TimeoutError, PoolTimeout, OSError) as error:
            await self.close()
            raise SetupError(f"The database {self} cannot be used: {_reason(error)}") from None
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.dispose()

    def __str__(self) -> str:
        return str(self._file) if self._file else self._url.render_as_string(hide_password=True)

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Begin a read-only transaction."""
        async with self._answering(), self._reader.begin() as connection:
            yield connection

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Begin a transaction, which is committed when the block ends. Then it survives a crash and a power cut."""
        async with self._answering(), self._my_turn(), self._writer.begin() as connection:
            yield connection

    async def lock(self, connection: AsyncConnection, what: str) -> None:
        """Hold an exclusive lock until the writing transaction ends. SQLite has one writer at a time anyway."""
        if not self.is_sqlite:
            await connection.execute(
                text("SELECT pg_advisory_xact_lock(:ours, hashtext(:what))"), {"ours": _LOCK, "what": what}
            )

    @contextlib.asynccontextmanager
    async def _answering(self) -> AsyncIterator[None]:
        try:
            yield
        except (IntegrityError, ProgrammingError, DataError):
            raise  # the database answered
        except (DBAPIError, PoolTimeout, OSError) as error:
            metrics.store_failures.inc()
            if not self._away:  # one line an outage, not one a request
                self._away = True
                _log.warning("the database does not answer", database=str(self), reason=_reason(error))
            raise StoreUnavailable("The database does not answer; try again") from error
        if self._away:
            self._away = False
            _log.warning("the database answers again", database=str(self))

    @contextlib.asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        """Wait for this writer's turn: SQLite has one writer at a time, and its own polling may starve one for seconds."""
        if not self.is_sqlite:
            yield
            return
        async with asyncio.timeout(_PATIENCE_S):
            await self._turn.acquire()
        try:
            yield
        finally:
            self._turn.release()

    async def _migrate(self) -> None:
        async with self._reader.connect() as connection:
            if await _revision(connection) == HEAD:
                return
        async with self._writer.begin() as connection:
            if not self.is_sqlite:  # in SQLite a writing transaction is exclusive from its first statement
                await connection.execute(text("SET LOCAL statement_timeout = 0"))
                await connection.execute(text("SELECT pg_advisory_xact_lock(:ours, 0)"), {"ours": _LOCK})
            revision = await _revision(connection)
            if revision != HEAD:  # else another process was faster
                await connection.run_sync(self._upgrade, revision)

    def _upgrade(self, connection: Connection, revision: str | None) -> None:
        # Alembic takes 0.15 s to load, and is needed only for a new database or after an update.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415
        from alembic.script import ScriptDirectory  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
        if revision is not None and revision not in known:
            raise SetupError(
                f"The database {self} is of a newer Plosive: its schema is {revision}, this version supports {HEAD}. "
                "Install the newer version, or set PLOSIVE_DATA_DIR or PLOSIVE_DATABASE_URL to another database."
            )
        command.upgrade(config, "head")


_WANTED: Final = "expected postgresql://user:password@host/name or sqlite:////absolute/path"


def _file_of(url: str) -> Path | None:
    """Return the file of an SQLite URL, or None for a Postgres URL. Raises `SetupError` for all others."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        # SQLAlchemy's message may contain the URL, and with it a password.
        raise SetupError(f"PLOSIVE_DATABASE_URL cannot be read: {_WANTED}") from None
    backend = parsed.drivername.partition("+")[0]
    if backend == "sqlite" and parsed.database and parsed.database != ":memory:":
        return Path(parsed.database)
    if backend in ("postgresql", "postgres"):
        return None
    raise SetupError(f"PLOSIVE_DATABASE_URL is for {backend}: {_WANTED}")


def _url_of_server(url: str) -> URL:
    return make_url(url).set(drivername="postgresql+psycopg")


def _url_of_file(path: Path) -> URL:
    # mode=rw: if the file was moved away, that is an outage; SQLite must not create an empty one.
    query = {"mode": "rw", "uri": "true"}
    return URL.create("sqlite+aiosqlite", database=f"file:{quote(str(path.absolute()))}", query=query)


def _make_file(path: Path) -> None:
    """Create an SQLite file that only its owner can read, in WAL mode, so that readers never wait for a writer."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise SetupError(
            f"Cannot write to {path.parent}: {error.strerror or error}. Set PLOSIVE_DATA_DIR to another folder."
        ) from None
    deadline = time.monotonic() + _MIGRATION_PATIENCE_S
    while True:
        try:
            with contextlib.closing(sqlite3.connect(path, timeout=_PATIENCE_S)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                return
        except sqlite3.OperationalError as error:
            # The change of mode needs exclusive access, and SQLite does not wait for it.
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise SetupError(f"The database {path} cannot be used: {error}") from None
            time.sleep(0.02)
        except sqlite3.DatabaseError as error:
            raise SetupError(f"The database {path} cannot be used: {error}") from None


def _engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() == "postgresql":
        return create_async_engine(
            url,
            pool_size=5,
            pool_timeout=_PATIENCE_S,
            pool_pre_ping=True,  # a connection that the database has closed is replaced instead of failing a request
            connect_args={
                "connect_timeout": _PATIENCE_S,
                "tcp_user_timeout": 1000
                * _PATIENCE_S,  # for a database host that stopped without closing the connection
                "options": f"-c statement_timeout={1000 * _PATIENCE_S}",
            },
        )
    engine = create_async_engine(
        url,
        pool_size=5,
        pool_timeout=_PATIENCE_S,
        connect_args={"timeout": _PATIENCE_S, "isolation_level": None},  # transactions begin below, not in the driver
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _configure(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        # A commit waits for the disk. NORMAL would survive a killed process, but not a power cut. Writes are rare
        # (dictionaries, keys) and run on a thread that delays no audio.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads and then writes fails at once if another one wrote in between. One that begins as a
        # writer waits for its turn instead.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


async def _revision(connection: AsyncConnection) -> str | None:
    """Return the revision of the database's schema, or None if the database is empty."""
    if not await connection.run_sync(lambda sync: sync.dialect.has_table(sync, "alembic_version")):
        return None
    revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _reason(error: BaseException) -> str:
    """Return the driver's message without the statement and its values."""
    return str(getattr(error, "orig", None) or error or type(error).__name__).strip()
