"""Client and server frames of the speech socket (docs/protocol.md): decode, encode, size limits with their reasons.

Refuses what the contract refuses with `BadFrame`, whose message says what would be right.
"""

import math
import re
from typing import Any

import msgspec
import orjson
import pybase64

from plosive.errors import BadFrame

MAX_CLIENT_FRAME_BYTES = 1 << 20
"""Largest client frame: the limit the common clients have themselves (`websockets` defaults to 1 MiB)."""

_EXPECTED = 'expected a JSON object such as {"text": "Hello."}'


class ClientFrame(msgspec.Struct, frozen=True):
    """One frame of a client. Absent and null fields are the same; unknown fields are ignored (docs/protocol.md)."""

    text: str | None = None
    voice_settings: dict[str, Any] | None = None
    flush: bool | None = None
    force: bool | None = None


_decoder = msgspec.json.Decoder(ClientFrame)


def decode(data: str | bytes) -> ClientFrame:
    """Decode one client frame: `str` from a text frame, `bytes` from a binary one.

    Raises `BadFrame` with close code 1003 (binary), 1009 (too large) or 1008 (everything else).
    """
    if isinstance(data, bytes):
        raise BadFrame("Binary frame: audio and text travel as JSON in text frames; " + _EXPECTED, 1003)
    if len(data) > MAX_CLIENT_FRAME_BYTES:
        raise BadFrame(f"Frame too large: send at most {MAX_CLIENT_FRAME_BYTES} bytes in one frame", 1009)
    try:
        encoded = data.encode()
        if len(encoded) > MAX_CLIENT_FRAME_BYTES:
            raise BadFrame(f"Frame too large: send at most {MAX_CLIENT_FRAME_BYTES} bytes in one frame", 1009)
        return _decoder.decode(encoded)
    except msgspec.ValidationError as error:
        raise BadFrame(f"Invalid message: {error}") from None
    except (msgspec.DecodeError, RecursionError, ValueError):
        return _decode_leniently(data)


def _decode_leniently(data: str) -> ClientFrame:
    """Decode what msgspec refuses but JSON allows: lone surrogates (read as U+FFFD), which some JSON writers send."""
    try:
        value = orjson.loads(_replace_lone_surrogates(data))
        return msgspec.convert(value, ClientFrame)
    except msgspec.ValidationError as error:
        raise BadFrame(f"Invalid message: {error}") from None
    except (orjson.JSONDecodeError, RecursionError, ValueError):
        raise BadFrame("Invalid message: not JSON; " + _EXPECTED) from None


_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)", re.DOTALL
)
"""A JSON escape: a surrogate pair (12 characters), else a lone surrogate (6), else any other (2, so that `\\\\u` is safe)."""


def _replace_lone_surrogates(data: str) -> str:
    return _ESCAPE.sub(lambda match: "\\ufffd" if len(match[0]) == 6 else match[0], data)


def finite(value: object, path: str) -> float:
    """Check that a JSON value is a usable number; raises `BadFrame` naming `path` otherwise."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadFrame(f"Invalid message: expected a number, got {type(value).__name__} at `{path}`")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise BadFrame(f"Invalid message: expected a finite number at `{path}`")
    return number


def audio_chunk(audio: bytes, first_audio_ms: int | None = None, *, cached: bool = False) -> bytes:
    """Encode a frame of streamed audio, base64 with padding (docs/protocol.md). `first_audio_ms` only on a segment's first.

    Built from a template: 1.5 times faster than orjson here, and nothing in it needs escaping.
    """
    timing = b"" if first_audio_ms is None else b',"timeToFirstAudioFrameMs":%d' % first_audio_ms
    return b'{"type":"audio_chunk","audio":"%b","text":null,"isFinal":false,"cached":%b%b}' % (
        pybase64.b64encode(audio),
        b"true" if cached else b"false",
        timing,
    )


def segment_end(text: str, *, cached: bool = False) -> bytes:
    """Encode the frame that says a segment is complete; `text` is its transcript."""
    return orjson.dumps({"type": "audio_chunk", "audio": None, "text": text, "isFinal": False, "cached": cached})


def final() -> bytes:
    """Encode the frame that says everything accepted so far has been spoken."""
    return b'{"type":"final","audio":null,"text":"","isFinal":true}'


def error(message: str) -> bytes:
    """Encode an error frame; a close follows it."""
    return orjson.dumps({"type": "error", "error": message})
