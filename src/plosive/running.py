"""Lists the servers that run on a data folder, so that a command can name them. Each has a small file while it runs."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_FOLDER: Final = "servers"


@contextlib.contextmanager
def announced(data_dir: Path, address: str) -> Iterator[None]:
    """Name this process and its address to other commands while it runs. A folder that cannot be written is no fault."""
    file = data_dir / _FOLDER / str(os.getpid())
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(address, encoding="utf-8")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            file.unlink()


def running_servers(data_dir: Path) -> list[str]:
    """Return the addresses of the servers that run on this folder. Files of processes that have ended are removed."""
    addresses = []
    for file in sorted((data_dir / _FOLDER).glob("*")):
        with contextlib.suppress(OSError, ValueError):
            try:
                os.kill(int(file.name), 0)
            except ProcessLookupError:
                file.unlink()
            except PermissionError:
                addresses.append(file.read_text(encoding="utf-8"))  # it runs as another user
            else:
                addresses.append(file.read_text(encoding="utf-8"))
    return addresses
