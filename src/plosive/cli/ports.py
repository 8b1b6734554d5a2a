"""Finds the program that listens on a port, in Linux' tables of sockets (proc(5)). Elsewhere it finds none."""

from pathlib import Path
from typing import Final

_TABLES: Final = ("/proc/net/tcp", "/proc/net/tcp6")
_LISTENING: Final = "0A"


def listener(port: int) -> str | None:
    """Return the command and process id of the program that listens on a port, or None if it cannot be seen."""
    inodes = {inode for table in _TABLES for inode in _listening(Path(table), port)}
    sockets = {f"socket:[{inode}]" for inode in inodes}
    for process in Path("/proc").glob("[0-9]*") if sockets else ():
        try:
            if any(str(opened.readlink()) in sockets for opened in (process / "fd").iterdir()):
                command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                return f"{' '.join(command.split())[:60]} (process {process.name})"
        except OSError:  # another user's process, or one that has ended
            continue
    return None


def _listening(table: Path, port: int) -> list[str]:
    """Return the inodes of the sockets that listen on a port. A line has the local address, the state and the inode."""
    try:
        lines = table.read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return []
    rows = [line.split() for line in lines]
    return [row[9] for row in rows if row[3] == _LISTENING and int(row[1].rpartition(":")[2], 16) == port]
