"""The same tests on both databases: each gets the URL of an empty one."""

from pathlib import Path
from urllib.parse import quote

import pytest

from postgres_server import PostgresServer


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that nobody has opened yet; SQLite's stands in a folder with an awkward name."""
    if request.param == "sqlite":
        return f"sqlite:///{quote(str(tmp_path / 'a folder? 50%' / 'plosive.db'))}"
    postgres: PostgresServer = request.getfixturevalue("postgres")
    return postgres.new_url()
