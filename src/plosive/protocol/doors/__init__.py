"""Doors: the wire formats of the clients. A door is a codec between a client's frames and the values of a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from plosive.protocol.values import ClientFrame, Completed, Failure, Interrupted, SegmentEnd, Why, Words


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """Encoded audio. Only the first chunk of a segment has `first_audio_ms`, the time to first audio."""

    audio: bytes
    first_audio_ms: int | None = None
    cached: bool = False


ServerEvent: TypeAlias = AudioChunk | Words | SegmentEnd | Interrupted | Completed | Failure


class Door(Protocol):
    """The codec of one connection. A text frame is `str`, a binary frame `bytes`."""

    def decode(self, frame: str | bytes) -> Sequence[ClientFrame | Failure]:
        """Decode a client frame to none, one or several values. Raises nothing: a refused frame is a `Failure`."""
        ...

    def encode(self, event: ServerEvent) -> str | bytes | None:
        """Encode a server frame. None: this protocol has no frame for the event."""
        ...

    def close(self, why: Why) -> tuple[int, str]:
        """Return the WebSocket close code and the reason, at most 123 bytes of UTF-8."""
        ...
