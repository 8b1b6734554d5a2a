"""Folders of voices: walks them, and logs what in them cannot be used. Opens no file."""

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

CUT_SUFFIX = ".plosive"
"""`<voice>.onnx.plosive/` beside a voice holds the pieces of its graph. The engine writes it; it is removed with the voice."""


def folders(root: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """`root` and every folder below it that may hold voices, with the names of its files, in order.

    Hidden folders, where voices are being installed, and folders of cut graphs are left out. Links are followed, each folder
    comes once. A missing `root` has nothing.
    """
    if not root.exists():
        return
    seen: set[str] = set()
    for name, below, files in os.walk(root, followlinks=True, onerror=lambda error: left_out(root, str(error))):
        seen.add(os.path.realpath(name))
        below[:] = sorted(
            each
            for each in below
            if not each.startswith(".")
            and not each.endswith(CUT_SUFFIX)
            and os.path.realpath(Path(name, each)) not in seen
        )
        yield Path(name).absolute(), tuple(sorted(files))


def fingerprint(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Path, size and time of change of every file that may be of a voice: others when a voice comes, goes or changes."""
    found = []
    for folder, files in folders(root):
        for name in files:
            with contextlib.suppress(OSError):  # removed meanwhile
                status = (folder / name).stat()
                found.append((str(folder / name), status.st_size, status.st_mtime_ns))
    return tuple(found)


def left_out(file: Path, reason: str) -> None:
    """Log that a file holds no usable voice, and why."""
    import structlog  # noqa: PLC0415 - workers read voices too, and it takes 12 MB of each

    structlog.get_logger().warning("voice left out", file=str(file), reason=reason)


def spoken_name(name: str) -> str:
    """A file's or speaker's name in the characters of a voice id: ASCII letters, digits, `_` and `-`. Perhaps empty."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return re.sub(r"[^A-Za-z0-9_-]", "_", plain).lstrip("_-")
