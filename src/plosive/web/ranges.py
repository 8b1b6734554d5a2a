"""Reads the Range header of a request for a file."""

import re
from typing import Final

from starlette.exceptions import HTTPException

_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


def byte_range(asked: str, size: int) -> tuple[int, int] | None:
    """Return the bytes of a Range header (RFC 9110 section 14). None for several ranges, and for what is no range.

    Raises `HTTPException` (416) for a range behind the end.
    """
    found = _RANGE.fullmatch(asked.strip())
    if found is None or asked.strip() == "bytes=-":
        return None
    first, last = found.groups()
    start = int(first) if first else max(0, size - int(last))
    stop = min(size, int(last) + 1) if first and last else size
    if start >= stop:
        raise HTTPException(416, f"The recording has {size} bytes", {"Content-Range": f"bytes */{size}"})
    return start, stop
