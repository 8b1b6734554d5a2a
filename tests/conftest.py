"""Fixtures: real server processes."""

import socket
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import settings

from plosive_server import PlosiveServer
from postgres_server import PostgresServer

# An example that takes so long hangs: examples take milliseconds, the first of a language compiles its readers (0.1 s), and the
# machine may be busy. What must not be slow is measured by its growth.
settings.register_profile("plosive", deadline=timedelta(seconds=5))
settings.register_profile("long", settings.get_profile("plosive"), max_examples=5000)  # make fuzz
settings.load_profile("plosive")


@pytest.fixture(scope="session")
def server() -> Iterator[PlosiveServer]:
    """A server with default settings that many tests share; tests that hurt it start their own."""
    with PlosiveServer() as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def _own_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands that tests run keep nothing in the home of whoever runs the tests, and see none of their keys."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A Postgres server that many tests share; each takes a database of its own. Skips where there is none."""
    with PostgresServer() as running:
        yield running


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"
