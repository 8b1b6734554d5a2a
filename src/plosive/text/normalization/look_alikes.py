"""Replaces characters that look like others by those: native digits by ASCII ones."""

import re
from typing import Final

# espeak-ng reads at best the digits of the voice's own script, and "٫" not even in Arabic. Most texts have none.
_NATIVE: Final = re.compile("[\u0660-\u1a99\uff10-\uff19\U0001d7ce-\U0001d7ff]").search
_NATIVE_DIGIT: Final = re.compile(r"(?=[\u0660-\u1a99\uff10-\uff19\U0001d7ce-\U0001d7ff])\d|(?<=\d)[٫٬](?=\d)")
_NATIVE_MARKS: Final = {"٫": ".", "٬": ","}


def plain_digits(text: str) -> str:
    """Return the text with ASCII digits, and as long as before."""
    if text.isascii() or not _NATIVE(text):
        return text
    return _NATIVE_DIGIT.sub(lambda m: _NATIVE_MARKS.get(m.group()) or str(int(m.group())), text)
