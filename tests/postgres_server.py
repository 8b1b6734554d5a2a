"""A Postgres server for tests: the one that PLOSIVE_TEST_POSTGRES_URL names, else a private one in a temporary folder."""

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
import pytest


class PostgresServer:
    """Context manager. `new_url()` gives a fresh, empty database; `stop` and `start` are for a private server only."""

    def __init__(self) -> None:
        self._given = os.environ.get("PLOSIVE_TEST_POSTGRES_URL")
        self._made: list[str] = []

    @property
    def is_private(self) -> bool:
        return self._given is None

    def __enter__(self) -> "PostgresServer":
        if self.is_private:
            self._programs = _programs()
            # Postgres refuses to run as root.
            self._user = "postgres" if os.geteuid() == 0 else None
            # A folder of pytest is closed to that user.
            self._folder = Path(tempfile.mkdtemp(prefix="plosive-postgres-", dir="/tmp"))
            if self._user:
                shutil.chown(self._folder, self._user)
            subprocess.run(
                [self._programs / "initdb", "--auth=trust", "--username=plosive", "-D", self._folder / "data", "-N"],
                user=self._user,
                cwd=self._folder,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_private:
            self.stop()
            shutil.rmtree(self._folder)
            return
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            for name in self._made:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._process = subprocess.Popen(
            [
                self._programs / "postgres",
                *("-D", self._folder / "data", "-k", self._folder),
                *("-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"),
            ],
            user=self._user,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 30
        while True:
            try:
                psycopg.connect(self._server_url).close()
                return
            except psycopg.OperationalError:
                assert time.monotonic() < deadline, "Postgres does not start"
                time.sleep(0.02)

    def stop(self) -> None:
        """Stop the server, whoever is connected."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)

    def new_url(self) -> str:
        name = f"plosive_{secrets.token_hex(6)}"
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        self._made.append(name)
        return psycopg_url(self._server_url, name)

    @property
    def _server_url(self) -> str:
        return self._given or f"postgresql://plosive@/postgres?host={self._folder}"


def psycopg_url(url: str, database: str) -> str:
    """The same server, another database."""
    address, mark, query = url.partition("?")
    return f"{address.rpartition('/')[0]}/{database}{mark}{query}"


def _programs() -> Path:
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        pytest.skip("Postgres is not installed (apt-get install postgresql) and PLOSIVE_TEST_POSTGRES_URL is not set")
    return folders[-1]
