"""A fixture that fails a test which leaves something behind: child processes, threads, open files, temporary files."""

import gc
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

_PATIENCE_S = 3.0
"""Time for a thread to end and for a process to be reaped."""


def _left() -> dict[str, set[object]]:
    return {
        "children": {child.pid for child in psutil.Process().children()},
        "threads": {thread for thread in threading.enumerate() if not thread.name.startswith("asyncio_")},
        "open files": {_target(entry) for entry in Path("/proc/self/fd").iterdir()},
        "temporary files": {path.name for path in Path(tempfile.gettempdir()).iterdir()},
    }


def _target(entry: Path) -> object:
    try:
        return entry.name, str(entry.readlink())
    except OSError:  # that of the listing itself
        return None


@pytest.fixture(autouse=True)
def leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compare what there is after a test with what there was before; fixtures of a module or session count as before."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))
    if not os.path.isdir("/proc/self/fd"):  # noqa: PTH112 - no such folder on macOS
        yield
        return
    before = _left()
    yield
    deadline = time.monotonic() + _PATIENCE_S
    while left := {kind: more for kind, now in _left().items() if (more := now - before[kind] - {None})}:
        gc.collect()
        if time.monotonic() > deadline:
            pytest.fail(f"the test left behind: {left}")
        time.sleep(0.02)
