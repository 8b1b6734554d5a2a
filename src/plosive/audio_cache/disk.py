"""DiskStore: entries of the audio cache as files within a byte budget. The least recently used file is removed first.

A file appears whole or not at all. If the disk is full or read-only, the only effect is one warning per minute.
"""

import asyncio
import contextlib
import os
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

import structlog

from plosive import metrics

_EVICT_TO: Final = 0.9
"""Part of the budget that eviction keeps, so that not every write has to list all files."""

_UNFINISHED = ".part"
_UNFINISHED_S: Final = 600.0
"""Writes take milliseconds: an older unfinished file was left by a process that died."""

_WARN_S: Final = 60.0

_log = structlog.get_logger()


class DiskStore:
    """Files in a folder that several processes may share. Each counts its own writes and sometimes lists all files."""

    name = "disk"

    def __init__(self, folder: Path, budget_bytes: int) -> None:
        self._folder = folder
        self._budget_bytes = budget_bytes
        self._used_bytes: int | None = None  # not counted yet
        self._lock = threading.Lock()
        self._warned_at = -_WARN_S

    async def get(self, key: bytes) -> bytes | None:
        """See `Store`."""
        return await asyncio.to_thread(self._read, self._path(key))

    async def put(self, key: bytes, data: bytes) -> None:
        """See `Store`."""
        if len(data) <= self._budget_bytes:
            await asyncio.to_thread(self._write, self._path(key), data)

    async def remove(self, key: bytes) -> None:
        """See `Store`."""
        with contextlib.suppress(OSError):
            await asyncio.to_thread(self._path(key).unlink)

    async def close(self) -> None:
        """Do nothing: no file is open."""

    def _path(self, key: bytes) -> Path:
        name = key.hex()
        return self._folder / name[:2] / name

    def _read(self, path: Path) -> bytes | None:
        try:
            data = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._warn(error)
            return None
        return data

    def _write(self, path: Path, data: bytes) -> None:
        unfinished = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=_UNFINISHED, delete=False) as file:
                unfinished = Path(file.name)
                file.write(data)
            unfinished.replace(path)
        except OSError as error:
            self._warn(error)
            if unfinished is not None:
                with contextlib.suppress(OSError):
                    unfinished.unlink()
            return
        with self._lock:
            self._used_bytes = self._look()[0] if self._used_bytes is None else self._used_bytes + len(data)
            if self._used_bytes > self._budget_bytes:
                self._used_bytes = self._evict()

    def _evict(self) -> int:
        """Remove the oldest files. Returns the bytes of the remaining ones."""
        used, files = self._look()
        for _, size, path in sorted(files):
            if used <= _EVICT_TO * self._budget_bytes:
                break
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - there may be many, and they are strings already
            used -= size
        return used

    def _look(self) -> tuple[int, list[tuple[float, int, str]]]:
        """Return the bytes of all files, and the time of use, size and path of each."""
        found = []
        now = time.time()
        for folder in self._folder.iterdir():
            with contextlib.suppress(OSError), os.scandir(folder) as entries:
                for each in entries:
                    with contextlib.suppress(OSError):  # another process removed it
                        status = each.stat()
                        if each.name.endswith(_UNFINISHED) and status.st_mtime < now - _UNFINISHED_S:
                            os.unlink(each.path)  # noqa: PTH108
                        else:
                            found.append((status.st_mtime, status.st_size, each.path))
        return sum(size for _, size, _ in found), found

    def _warn(self, error: OSError) -> None:
        metrics.cache_failures.labels(self.name).inc()
        now = time.monotonic()
        if now - self._warned_at >= _WARN_S:
            self._warned_at = now
            _log.warning("the audio cache on disk cannot be used", error=str(error))
