"""The door of the Telnyx speech socket: JSON in text frames (docs/protocol.md)."""

import json
import math
import re
from typing import Any, Final

import msgspec
import orjson
import pybase64

from plosive.errors import BadParameter
from plosive.protocol.doors import AudioChunk, ServerEvent
from plosive.protocol.options import VoiceSettings, parse_voice_settings
from plosive.protocol.values import ClientFrame, Completed, Failure, Interrupted, SegmentEnd, SegmentTimes, Why, Words

MAX_CLIENT_FRAME_BYTES: Final = 1 << 20
"""Largest client frame: the limit of common clients themselves (`websockets` defaults to 1 MiB)."""

_TOO_LARGE: Final = f"Frame too large: send at most {MAX_CLIENT_FRAME_BYTES} bytes in one frame"
_EXPECTED: Final = 'expected a JSON object such as {"text": "Hello."}'


class JsonFrame(msgspec.Struct, frozen=True):
    """One frame of a client. Absent and null fields are the same; unknown fields are ignored."""

    text: str | None = None
    voice_settings: Any = None
    flush: bool | None = None
    force: bool | None = None
    played_ms: Any = None


_decoder = msgspec.json.Decoder(JsonFrame)


class TelnyxDoor:
    """A `Door` for JSON. `chosen` holds the audio format and sample rate of the query string.

    `tells_words`: the client asked for the times of words, and may say how much it has played.
    """

    def __init__(self, chosen: VoiceSettings, *, tells_words: bool = False) -> None:
        self._chosen = chosen
        self._tells_words = tells_words
        self._half = ""  # the first half of a surrogate pair, at the end of the last frame
        self._error = ""  # of the error frame that was sent

    def decode(self, frame: str | bytes) -> tuple[ClientFrame | Failure]:
        """See `Door`."""
        parsed = _parse(frame)
        if isinstance(parsed, Failure):
            return (parsed,)
        played_ms = parsed.played_ms if self._tells_words else None
        if played_ms is not None and not _is_time(played_ms):
            detail = "Invalid message: expected a number of milliseconds, 0 or more - at `$.played_ms`"
            return (Failure(Why.INVALID_FRAME, detail),)
        if parsed.text == "" and not parsed.force:  # with `force`, an empty text only interrupts
            return (ClientFrame(end=True),)
        settings = None if parsed.voice_settings is None else self._settings(parsed.voice_settings)
        if parsed.force:
            self._half = ""
        text = parsed.text or ""
        if not text.isascii() or self._half:
            text = self._whole_characters(text)
        played_s = None if played_ms is None else played_ms / 1000
        return (ClientFrame(bool(parsed.force), played_s, text, settings, bool(parsed.flush)),)

    def encode(self, event: ServerEvent) -> str:
        """See `Door`. Audio is base64 in the standard alphabet, padded."""
        match event:
            case AudioChunk():
                # A template is 1.5 times faster than orjson, and no value here needs escaping.
                timing = "" if event.first_audio_ms is None else f',"timeToFirstAudioFrameMs":{event.first_audio_ms}'
                return (
                    f'{{"type":"audio_chunk","audio":"{pybase64.b64encode_as_string(event.audio)}","text":null,'
                    f'"isFinal":false,"cached":{"true" if event.cached else "false"}{timing}}}'
                )
            case SegmentEnd():
                times = _segment_times(event.times) if event.times else {}
                return _json(
                    type="audio_chunk", audio=None, text=event.text, isFinal=False, cached=event.cached, **times
                )
            case Words():
                words = [{"text": word.text, "start_ms": _ms(word.start_s)} for word in event.words]
                return _json(
                    type="words", audio=None, text=None, isFinal=False, segment=event.segment,
                    offset_ms=_ms(event.offset_s), words=words,
                )  # fmt: skip
            case Interrupted():
                return _json(
                    type="interrupted", audio=None, text=None, isFinal=False, segment=event.segment,
                    played_ms=_ms(event.played_s), spoken=event.spoken, unspoken=event.unspoken,
                )  # fmt: skip
            case Completed():
                return _json(type="final", audio=None, text="", isFinal=True)
            case Failure():
                self._error = _error(event)
                return _json(type="error", error=self._error)

    def close(self, why: Why) -> tuple[int, str]:
        """See `Door`. A reason starts with a stable token and tells the client what to do."""
        return _closing(why, self._error)

    def _whole_characters(self, text: str) -> str:
        """Join surrogate pairs, also one that the client's JSON writer cut over two frames. Other surrogates become U+FFFD."""
        text = self._half + text
        self._half = text[-1] if "\ud800" <= text[-1:] <= "\udbff" else ""
        utf16 = text.removesuffix(self._half).encode("utf-16-le", "surrogatepass")
        return utf16.decode("utf-16-le", "replace")

    def _settings(self, settings: object) -> VoiceSettings | Failure:
        """Check voice settings, and that format and sample rate fit together. The session ignores them after the handshake."""
        if not isinstance(settings, dict):
            kind = {list: "array", str: "string", bool: "boolean"}.get(type(settings), "number")
            detail = f"Invalid message: expected an object, got {kind} - at `$.voice_settings`"
            return Failure(Why.INVALID_FRAME, detail)
        try:
            return parse_voice_settings(settings).with_audio_of(self._chosen)
        except BadParameter as error:
            at = f"$.voice_settings.{error.parameter}" if error.parameter in settings else "$.voice_settings"
            return Failure(Why.INVALID_FRAME, f"Invalid message: {error.detail} - at `{at}`")


CLOSES: Final[dict[Why, tuple[int, str]]] = {
    Why.ENDED: (1000, ""),
    Why.INACTIVE: (1000, "inactivity: send text or connect again"),
    Why.PROTOCOL_ERROR: (1002, "protocol_error"),
    Why.INVALID_UTF8: (1007, "invalid_utf8: send text as UTF-8"),
    Why.BINARY_FRAME: (1003, "binary_frame: send JSON in text frames"),
    Why.INVALID_FRAME: (1008, "invalid_message"),
    Why.NOT_OPENED: (1008, "invalid_message"),
    Why.NO_HANDSHAKE: (1008, 'handshake_timeout: send {"text":" "} first'),
    Why.INVALID_TEXT: (1008, "invalid_text"),
    Why.KEY_BARRED: (1008, "key_barred"),
    Why.TOO_LARGE: (1009, "too_large: send smaller frames"),
    Why.SYNTHESIS_FAILED: (1011, "synthesis_failed"),
    Why.INTERNAL_ERROR: (1011, "internal_error: connect again"),
    Why.GOING_AWAY: (1012, "going_away: connect again"),
}
"""The close code and reason for each `Why`. A token alone is followed by the error frame's words: many client libraries show
the reason of a close, and not the frame before it."""

_MOST_REASON_BYTES: Final = 123  # RFC 6455, section 5.5


def breach(why: Why, detail: str) -> tuple[str, int, str]:
    """Return the error frame, close code and reason for a frame that the WebSocket library refuses before any door sees it.

    `detail` is what the library says.
    """
    expected = {
        Why.PROTOCOL_ERROR: f"Protocol error: {detail[:200]}; expected frames as in RFC 6455",
        Why.INVALID_UTF8: "Invalid message: expected UTF-8 in a text frame",
        Why.TOO_LARGE: _TOO_LARGE,
    }
    return _json(type="error", error=expected[why]), *_closing(why, expected[why])


def _closing(why: Why, error: str) -> tuple[int, str]:
    code, reason = CLOSES[why]
    if error and reason and ": " not in reason:
        kind, _, said = error.partition(": ")
        reason = f"{reason}: {said or kind}".encode()[:_MOST_REASON_BYTES].decode(errors="ignore")
    return code, reason


def _error(failure: Failure) -> str:
    match failure.why:
        case Why.NOT_OPENED:
            return f'Invalid message: {failure.detail}; send {{"text":" "}} first'
        case Why.NO_HANDSHAKE:
            return f'{failure.detail}; send {{"text":" "}} first'
        case Why.INVALID_TEXT:
            return f"Invalid text: {failure.detail}"
        case Why.SYNTHESIS_FAILED | Why.KEY_BARRED | Why.INTERNAL_ERROR:
            return f"Error in {'remaining ' if failure.after_end else ''}audio response: {failure.detail}"
    return failure.detail


def _segment_times(times: SegmentTimes) -> dict[str, object]:
    return {
        "segment": times.segment,
        "offset_ms": _ms(times.offset_s),
        "duration_ms": _ms(times.offset_s + times.duration_s) - _ms(times.offset_s),  # so that their sum is exact
        "words": [
            {
                "text": word.text,
                "start_ms": _ms(word.start_s),
                "end_ms": _ms(word.end_s),
                "chars": [word.start, word.end],
            }
            for word in times.words
        ],
    }


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < math.inf


def _json(**fields: object) -> str:
    return orjson.dumps(fields).decode()


def _parse(frame: str | bytes) -> JsonFrame | Failure:
    if isinstance(frame, bytes):
        detail = "Binary frame: audio and text travel as JSON in text frames; " + _EXPECTED
        return Failure(Why.BINARY_FRAME, detail)
    try:
        encoded = frame.encode()
        if len(encoded) > MAX_CLIENT_FRAME_BYTES:
            return Failure(Why.TOO_LARGE, _TOO_LARGE)
        return _decoder.decode(encoded)
    except msgspec.ValidationError as error:
        return Failure(Why.INVALID_FRAME, f"Invalid message: {error}")
    except (msgspec.DecodeError, RecursionError, ValueError):
        return _parse_leniently(frame)


def _parse_leniently(frame: str) -> JsonFrame | Failure:
    """Parse a frame with lone surrogates, which some JSON writers send and msgspec refuses. The text keeps them."""
    try:
        value = orjson.loads(_ESCAPE.sub(lambda escape: "\\ufffd" if len(escape[0]) == 6 else escape[0], frame))
        parsed = msgspec.convert(value, JsonFrame)
        return msgspec.structs.replace(parsed, text=json.loads(frame)["text"]) if parsed.text else parsed
    except msgspec.ValidationError as error:
        return Failure(Why.INVALID_FRAME, f"Invalid message: {error}")
    except (orjson.JSONDecodeError, RecursionError, ValueError):
        return Failure(Why.INVALID_FRAME, "Invalid message: not JSON; " + _EXPECTED)


_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)", re.DOTALL
)
"""A JSON escape: a surrogate pair (12 characters), else a lone surrogate (6), else any other (2, so that `\\\\u` is safe)."""
