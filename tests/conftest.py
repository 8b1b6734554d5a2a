"""Fixtures: real server processes."""

from collections.abc import Iterator

import pytest

from plosive_server import PlosiveServer


@pytest.fixture(scope="session")
def server() -> Iterator[PlosiveServer]:
    """A server with default settings that many tests share; tests that hurt it start their own."""
    with PlosiveServer() as running:
        yield running
