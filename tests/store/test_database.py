"""Opening: one file or a URL, several processes at once, schemas of the past and the future, databases that are away."""

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from plosive.errors import SetupError, StoreUnavailable
from plosive.store import database, schema
from plosive.store.database import HEAD, Database
from plosive.store.store import Store
from plosive.text.pronunciation.items import Alias
from postgres_server import PostgresServer
from store.open_store import with_store


def opened(url: str | None, data_dir: Path = Path("/nowhere")) -> None:
    async def run() -> None:
        store = Store(url, data_dir)
        await store.open()
        await store.close()

    asyncio.run(run())


def test_the_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(database._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrations_make_the_tables_that_the_code_uses(url: str) -> None:
    async def columns(store: Store) -> None:
        async with store._database.reading() as connection:
            for table in schema.METADATA.sorted_tables:
                found = await connection.run_sync(
                    lambda sync, name=table.name: sync.dialect.get_columns(sync, name)  # type: ignore[misc]
                )
                assert {(column["name"], column["nullable"]) for column in found} == {
                    (column.name, column.nullable) for column in table.columns
                }

    with_store(url, columns)


def test_a_database_of_the_first_release_is_brought_up_to_date(url: str) -> None:
    async def go_back(store: Store) -> None:
        async with store._database.writing() as connection:
            await connection.execute(text("ALTER TABLE audio_records ADD COLUMN request_digest VARCHAR"))
            await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    with_store(url, go_back)
    test_migrations_make_the_tables_that_the_code_uses(url)


def test_opening_again_loads_no_alembic(url: str) -> None:
    opened(url)
    code = (
        "import asyncio, pathlib, sys; from plosive.store.store import Store\n"
        "async def run():\n"
        f" store = Store({url!r}, pathlib.Path()); await store.open(); await store.close()\n"
        "asyncio.run(run()); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_several_processes_open_an_empty_database_at_once(url: str) -> None:
    code = (
        "import asyncio, pathlib, sys; from plosive.store.store import Store\n"
        "async def run():\n"
        f" store = Store({url!r}, pathlib.Path()); print('ready', flush=True); sys.stdin.read()\n"
        " await store.open(); assert await store.dictionaries.page('a', 1, 20) == ([], 0); await store.close()\n"
        "asyncio.run(run())"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(8)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:  # now all at once
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    errors = [process.communicate(timeout=100)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 8, errors

    async def steps(store: Store) -> list[str]:
        async with store._database.reading() as connection:
            return list(await connection.scalars(text("SELECT version_num FROM alembic_version")))

    assert with_store(url, steps) == [HEAD]


def test_a_database_of_a_newer_plosive_is_refused(url: str) -> None:
    async def age(store: Store) -> None:
        async with store._database.writing() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with_store(url, age)
    with pytest.raises(SetupError, match="newer Plosive: its schema is 9999"):
        opened(url)


def test_the_default_is_a_private_file_in_wal_mode(tmp_path: Path) -> None:
    opened(None, tmp_path / "new" / "folder")
    path = tmp_path / "new" / "folder" / "plosive.db"
    assert path.stat().st_mode & 0o077 == 0
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_sqlite_waits_for_the_disk_and_checks_foreign_keys(tmp_path: Path) -> None:
    async def pragmas(store: Store) -> list[object]:
        async with store._database.writing() as connection:
            return [
                await connection.scalar(text(f"PRAGMA {name}"))
                for name in ("synchronous", "foreign_keys", "busy_timeout")
            ]

    assert with_store(f"sqlite:///{tmp_path}/plosive.db", pragmas) == [2, 1, 2000]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://user:secret@host/name", "for mysql: expected postgresql://"),
        ("sqlite://", "for sqlite: expected"),
        ("sqlite:///:memory:", "for sqlite: expected"),
        ("nonsense secret", "cannot be read: expected postgresql://"),
        (
            "postgresql://user:secret@127.0.0.1:1/name",
            r"postgresql\+psycopg://user:\*\*\*@127.0.0.1:1/name cannot be used",
        ),
    ],
)
def test_urls_that_do_not_work_are_explained_without_their_password(url: str, words: str) -> None:
    with pytest.raises(SetupError, match=words) as refused:
        opened(url)
    assert "secret" not in str(refused.value)


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match="PLOSIVE_DATA_DIR"):
        opened(None, tmp_path / "file")


def test_a_file_that_is_no_database_is_explained(tmp_path: Path) -> None:
    (tmp_path / "plosive.db").write_bytes(b"These are no pages of a database." * 100)
    with pytest.raises(SetupError, match="not a database"):
        opened(None, tmp_path)


def test_a_locked_file_refuses_writers_and_not_readers(tmp_path: Path) -> None:
    async def body(store: Store) -> None:
        made = await store.dictionaries.create("acme", "first", [])
        with contextlib.closing(sqlite3.connect(tmp_path / "plosive.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            # Also those that queue behind the first one are told in time.
            refused = await asyncio.gather(
                *(store.dictionaries.create("acme", f"more {number}", []) for number in range(5)),
                return_exceptions=True,
            )
            assert [type(error) for error in refused] == [StoreUnavailable] * 5
            assert await store.dictionaries.get("acme", made.id) == made
            other.execute("ROLLBACK")
        await store.dictionaries.create("acme", "second", [])

    with_store(f"sqlite:///{tmp_path}/plosive.db", body)


def test_a_full_disk_refuses_writers_and_not_readers(tmp_path: Path) -> None:
    async def body(store: Store) -> None:
        items = [Alias(f"word {number}", "b" * 500) for number in range(100)]
        made = await store.dictionaries.create("acme", "first", items)
        async with store._database.writing() as connection:
            # SQLite says the same here as when the disk has no room: the file may not grow.
            pages = await connection.scalar(text("PRAGMA page_count"))
            await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StoreUnavailable):
            await store.dictionaries.create("acme", "second", items)
        assert await store.dictionaries.page("acme", 1, 20) == ([made], 1)
        async with store._database.writing() as connection:
            await connection.execute(text("PRAGMA max_page_count = 1000000"))
        await store.dictionaries.create("acme", "second", items)

    with_store(f"sqlite:///{tmp_path}/plosive.db", body)


def test_a_file_that_is_moved_away_is_an_outage_and_not_a_reason_for_an_empty_one(tmp_path: Path) -> None:
    async def body() -> None:
        opened = Database(None, tmp_path)
        await opened.open()
        await opened._reader.dispose()  # as if every connection had been idle for long
        (tmp_path / "plosive.db").rename(tmp_path / "moved.db")
        with pytest.raises(StoreUnavailable):
            async with opened.reading() as connection:
                await connection.execute(text("SELECT 1 FROM api_keys"))
        assert not (tmp_path / "plosive.db").exists()
        (tmp_path / "moved.db").rename(tmp_path / "plosive.db")
        async with opened.reading() as connection:
            await connection.execute(text("SELECT 1 FROM api_keys"))
        await opened.close()

    asyncio.run(body())


def test_a_postgres_that_is_stopped_and_started_is_used_again() -> None:
    with PostgresServer() as server:
        if not server.is_private:
            pytest.skip("PLOSIVE_TEST_POSTGRES_URL names a server that is not ours to stop")

        async def body(store: Store) -> None:
            made = await store.dictionaries.create("acme", "first", [])
            await asyncio.to_thread(server.stop)
            for _ in range(3):
                with pytest.raises(StoreUnavailable):
                    await store.dictionaries.get("acme", made.id)
            await asyncio.to_thread(server.start)
            assert await store.dictionaries.get("acme", made.id) == made

        with_store(server.new_url(), body)
