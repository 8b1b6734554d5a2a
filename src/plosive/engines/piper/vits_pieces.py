"""Keeps the pieces of a voice's graph: beside the voice, else in the user's cache, else in a temporary folder until opened.

One process of the machine makes them while the others wait: it holds a lock, which the system frees when it dies. A folder gets
its name when it is whole. The voice's own file never changes.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

import msgspec
import onnxruntime

from plosive.engines.piper.vits_model import MANIFEST, PARTS, Manifest
from plosive.errors import EngineFailed
from plosive.voices.folder import CUT_SUFFIX

_FORMAT: Final = 2
"""Raise it when what is written changes."""

_MAKING: Final = "making-"
_LOCK: Final = "lock"

_LOOK_S: Final = 0.002
"""A step waits so long for another process: others may want the worker. It waits longer between steps if nobody does."""

_DEADLINE_S: Final = 120
"""A voice of 120 MB takes 10 s on an idle core."""


class Pieces:
    """The pieces of one voice's graph, or why it has none."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self._folder = folder
        self._is_temporary = False

    def path(self, part: str) -> Path:
        """The file of a piece."""
        return self._folder / f"{part}.onnx"

    def make_temporary(self) -> None:
        """Remove the files once they have been opened: they are in no cache."""
        self._is_temporary = True

    def opened(self) -> None:
        """Tell that this process needs the files no longer."""
        if self._is_temporary:
            shutil.rmtree(self._folder.parent, ignore_errors=True)


def find_or_make(model: Path) -> Generator[None, None, Pieces]:
    """The pieces; they are made if none are whole. Yields now and then meanwhile. Raises `EngineFailed` if it is no model."""
    name = _name(model)
    caches = [model.with_name(f"{model.name}{CUT_SUFFIX}"), *_user_cache(model)]
    for cache in caches:
        if (pieces := _read(cache / name)) is not None:
            return pieces
    yield
    for cache in caches:
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            with (cache / _LOCK).open("w") as lock:
                yield from _acquire(lock)
                # Another process may have made them meanwhile.
                return _read(cache / name) or (yield from _make(model, cache, name))
    pieces = yield from _make(model, Path(tempfile.mkdtemp(prefix="plosive-")), name)
    pieces.make_temporary()
    return pieces


def _name(model: Path) -> str:
    """Name of the pieces' folder: another one for another file, another release of ONNX Runtime or another format."""
    try:
        stat = model.stat()
    except OSError as error:
        raise EngineFailed(f"cannot read the voice {model}: {error.strerror}") from error
    return hashlib.sha256(
        repr((stat.st_size, stat.st_mtime_ns, _FORMAT, onnxruntime.__version__)).encode()
    ).hexdigest()[:16]


def _user_cache(model: Path) -> Iterator[Path]:
    with suppress(RuntimeError):  # no home
        yield Path.home() / ".cache" / "plosive" / hashlib.sha256(os.fsencode(model)).hexdigest()[:16]


def _read(folder: Path) -> Pieces | None:
    """The pieces in this folder, or None. A folder with damaged pieces is removed."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        pieces = Pieces(folder, manifest)
        if manifest.refusal is not None or all(_sha256(pieces.path(part)) == manifest.sha256[part] for part in PARTS):
            return pieces
    except FileNotFoundError:
        if not folder.exists():
            return None
    except (OSError, KeyError, msgspec.MsgspecError):
        pass
    with suppress(OSError):
        shutil.rmtree(folder)
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _acquire(lock: IO[str]) -> Generator[None, None, None]:
    """Wait for the lock; closing the file frees it. A file system without locks has none to wait for."""
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_LOOK_S)
            yield
        except OSError:
            return None


def _make(model: Path, cache: Path, name: str) -> Generator[None, None, Pieces]:
    """Make the pieces. Raises OSError if the cache takes no files, and `EngineFailed`."""
    with tempfile.TemporaryDirectory(prefix=_MAKING, dir=cache, ignore_cleanup_errors=True) as made:
        yield from _cut(model, Path(made))
        folder = cache / name
        with suppress(OSError):  # another process was first, where there are no locks: its pieces are the same
            Path(made).rename(folder)
        pieces = _read(folder)
    if pieces is None:
        raise EngineFailed(f"cannot keep the pieces of {model} in {cache}")
    for other in cache.iterdir():
        # It belongs to a file that was here before, or to a process that died.
        is_being_made = other.name.startswith(_MAKING) and time.time() - other.stat().st_mtime < _DEADLINE_S
        if other not in {folder, cache / _LOCK} and not is_being_made:
            shutil.rmtree(other, ignore_errors=True)
    return pieces


def _cut(model: Path, folder: Path) -> Generator[None, None, None]:
    with _process(model, folder) as process:
        deadline = time.monotonic() + _DEADLINE_S
        while time.monotonic() < deadline:
            try:
                _, complaint = process.communicate(timeout=_LOOK_S)
            except subprocess.TimeoutExpired:
                yield
                continue
            if process.returncode == 0:
                return
            lines = complaint.decode(errors="replace").strip().splitlines()
            raise EngineFailed(lines[-1] if lines else f"cutting {model} failed with {process.returncode}")
    raise EngineFailed(f"cutting {model} took longer than {_DEADLINE_S} s")


@contextmanager
def _process(model: Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    arguments = [sys.executable, "-m", "plosive.engines.piper.vits_cut", str(model), str(folder)]
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603 - our own
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
