"""Fixtures: real server processes."""

import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

import plosive.text
from plosive_server import PlosiveServer
from postgres_server import PostgresServer

TEXT = Path(plosive.text.__file__).parent
COMPILED = list(TEXT.glob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"))


def pytest_configure() -> None:
    """Python prefers what is compiled to its sources: refuse to test what was not made from them."""
    for module in COMPILED:
        source = TEXT / f"{module.name.partition('.')[0]}.py"
        if not source.exists() or source.stat().st_mtime > module.stat().st_mtime:
            how = "make interpreted takes away what was compiled, make setup after it compiles anew"
            pytest.exit(f"{source} changed since it was compiled: {how}", returncode=4)


def pytest_report_header() -> str:
    return f"text front end: {'compiled' if COMPILED else 'interpreted'}"


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
