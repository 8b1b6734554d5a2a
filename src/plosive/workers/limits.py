"""What a worker process may take of the machine: memory, open files, no core files. The kernel holds it to that.

CPU time has no limit, because a worker speaks for as long as the server runs. One that hangs is killed (`hangs.py`).
"""

import os
import resource
import sys
from pathlib import Path
from typing import Final

VOICES: Final = 3
OTHER_MB: Final = 1000
"""A worker may take so many times the memory for its loaded voices, and so much more. Loading a voice takes up to twice its
size (measured: 500 MB for Kokoro's 8-bit model, with long sentences; 300 MB for hibari)."""

MOST_FILES: Final = 1024
"""Files that a worker may open. select() takes no more, and the server, whose limit it inherits, may open any number."""

_TOO_MUCH: Final = 0.75
"""A worker that keeps more than this share of its memory has a leak, or had a text that needs as much."""

OUT_OF_MEMORY: Final = 75
"""Exit status of a worker that ends because most of its memory is taken (EX_TEMPFAIL of sysexits.h)."""

_STATM: Final = Path("/proc/self/statm")
_DATA: Final = 5  # the field of the pages that RLIMIT_DATA counts (proc(5))


class MemoryLimit:
    """The limit of this process's memory. Set it with `hold_to`."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes

    @property
    def is_near(self) -> bool:
        """Whether most of it is taken. A new process has it back."""
        if sys.platform != "linux":
            return False
        data_bytes = int(_STATM.read_text().split()[_DATA]) * os.sysconf("SC_PAGE_SIZE")
        return data_bytes > _TOO_MUCH * self._limit_bytes


def hold_to(voice_memory_mb: int, *, has_gpu: bool) -> MemoryLimit:
    """Limit this process, now and for good. The drivers of a GPU map the memory of its cards: then memory has no limit.

    It is the memory that the process may write (RLIMIT_DATA). The address space (RLIMIT_AS) has the libraries' code, files and
    what allocators reserve besides: two times as much, which says little.
    """
    # Engines crash often: write no core files.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, _at_most(resource.RLIMIT_NOFILE, MOST_FILES))
    limit_bytes = (VOICES * voice_memory_mb + OTHER_MB) * 1_000_000
    if not has_gpu:
        resource.setrlimit(resource.RLIMIT_DATA, _at_most(resource.RLIMIT_DATA, limit_bytes))
    return MemoryLimit(limit_bytes)


def _at_most(limit: int, most: int) -> tuple[int, int]:
    _, hard = resource.getrlimit(limit)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    return least, least
