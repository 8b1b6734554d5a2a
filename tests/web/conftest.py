"""These tests leave nothing behind. Some have a store of their own."""

from pathlib import Path

import pytest

from leaks import leaves_nothing_behind
from place import Place

__all__ = ["leaves_nothing_behind"]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(data_dir=tmp_path / "data")
