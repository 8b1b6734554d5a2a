"""Where voices lie: walks a folder of voices, and says in the log what in it cannot be used. Opens no file."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import structlog

CUT_SUFFIX = ".plosive"
"""`<voice>.onnx.plosive/` beside a voice holds its graph cut apart: written by the engine, removed with the voice."""

_log = structlog.get_logger()


def folders(root: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """`root` and every folder below it that may hold voices, with the names of their files, in order.

    Hidden folders hold what is being installed, and folders of cut graphs hold no voices: both are passed over. Links
    are followed, each folder once. A `root` that is not there holds nothing.
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


def left_out(file: Path, reason: str) -> None:
    """Log that a file holds no usable voice, and why."""
    _log.warning("voice left out", file=str(file), reason=reason)


def spoken_name(name: str) -> str:
    """A file's or speaker's name as it may stand in a voice id: plain letters, digits, `_` and `-`. Perhaps empty."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return re.sub(r"[^A-Za-z0-9_-]", "_", plain).lstrip("_-")
