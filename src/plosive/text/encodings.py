"""Decodes the bytes of a text: UTF-8, text with a byte-order mark, Windows-1252. It refuses all other encodings."""

import re
from typing import Final

from plosive.errors import BadText

_MARKS: Final = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\0\0": "utf-32-le",
    b"\0\0\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
"""Byte-order marks, the longer ones first."""

_UNMARKED: Final = {b"[^\0]\0": "utf-16-le", b"\0[^\0]": "utf-16-be"}
_HIGH: Final = re.compile(b"[\xc0-\xff]")
_LETTER: Final = re.compile(b"[A-Za-z]")


class TextDecoder:
    """Feed bytes in any cuts, get text. Raises `BadText`, which says which encodings are known."""

    def __init__(self) -> None:
        self._encoding = ""  # not known yet
        self._is_ascii = True  # so far
        self._letters = 0  # so far, of ASCII
        self._held = b""

    def feed(self, octets: bytes) -> str:
        """Decode the characters that are whole."""
        return self._decode(octets, final=False)

    def flush(self) -> str:
        """Decode the rest."""
        return self._decode(b"", final=True)

    def _decode(self, octets: bytes, *, final: bool) -> str:
        octets = self._held + octets
        self._held = b""
        if not self._encoding:
            mark = next((mark for mark in _MARKS if octets.startswith(mark)), b"")
            if not final and (len(octets) < 2 or any(mark.startswith(octets) for mark in _MARKS)):
                self._held = octets
                return ""
            unmarked = (name for start, name in _UNMARKED.items() if re.match(start, octets, re.DOTALL))
            self._encoding = _MARKS.get(mark) or next(unmarked, "utf-8")
            octets = octets[len(mark) :]
        try:
            return self._decode_whole(octets, final=final)
        except UnicodeDecodeError as error:
            if self._encoding != "utf-8":
                raise BadText(f"The text is not {self._encoding.upper()}, as it begins; send UTF-8") from None
            return self._decode_western(octets, error.start)

    def _decode_whole(self, octets: bytes, *, final: bool) -> str:
        """Decode up to a character that is cut off, which is held."""
        try:
            text = octets.decode(self._encoding)
        except UnicodeDecodeError as error:
            if final or error.reason not in {"unexpected end of data", "truncated data"}:
                raise
            text, self._held = octets[: error.start].decode(self._encoding), octets[error.start :]
        self._is_ascii &= text.isascii()
        if self._is_ascii and self._encoding == "utf-8":
            self._letters += len(_LETTER.findall(octets))
        return text

    def _decode_western(self, octets: bytes, at: int) -> str:
        """Decode text that is no UTF-8 from `at` on, if it looks like a Western language in Windows-1252."""
        rest = octets[at:]
        is_western = len(_HIGH.findall(rest)) <= self._letters + len(_LETTER.findall(octets))
        if self._is_ascii and octets[:at].isascii() and is_western:
            self._encoding = "windows-1252"
            try:
                return octets.decode(self._encoding)
            except UnicodeDecodeError:
                pass
        raise BadText("The text is neither UTF-8 nor Windows-1252, and has no byte-order mark; send UTF-8")


def decoded(octets: bytes) -> str:
    """Decode a whole text. Raises `BadText`."""
    decoder = TextDecoder()
    return decoder.feed(octets) + decoder.flush()
