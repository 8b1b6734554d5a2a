"""One browser for all tests of the page."""

from collections.abc import Iterator

import pytest

from playground.chromium import Chromium

EVIL = "evil.example"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    with Chromium(rules=f"MAP {EVIL} 127.0.0.1") as browser:
        yield browser
