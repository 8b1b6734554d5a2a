"""Client frames, failures and effects as values. A door translates between them and a wire format (plosive.protocol.doors)."""

import enum
from dataclasses import dataclass
from typing import TypeAlias

from plosive.protocol.options import VoiceSettings
from plosive.utterance import PcmChunk, Segment
from plosive.word_times import TimedWord


class Why(enum.Enum):
    """The reasons for the end of a session. A door gives each its close code and reason."""

    ENDED = enum.auto()
    """The client ended its input, and all text was spoken."""
    INACTIVE = enum.auto()
    GOING_AWAY = enum.auto()
    """The server stops."""
    PROTOCOL_ERROR = enum.auto()
    """A frame breaks the rules of WebSockets."""
    INVALID_UTF8 = enum.auto()
    INVALID_FRAME = enum.auto()
    BINARY_FRAME = enum.auto()
    TOO_LARGE = enum.auto()
    """One frame is too large, or too much text waits."""
    NOT_OPENED = enum.auto()
    """Text came before the handshake."""
    NO_HANDSHAKE = enum.auto()
    INVALID_TEXT = enum.auto()
    """The text is malformed, such as broken SSML."""
    SYNTHESIS_FAILED = enum.auto()
    KEY_BARRED = enum.auto()
    INTERNAL_ERROR = enum.auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """Something went wrong. From a door: it refuses a client frame. As an effect: tell the client; a `Close` follows."""

    why: Why
    detail: str
    after_end: bool = False
    """Speech failed in a state that accepts no more text."""


@dataclass(frozen=True, slots=True)
class ClientFrame:
    """The requests of one client frame, in this order. A first text of white space only is the handshake."""

    interrupt: bool = False
    played_s: float | None = None
    """With `interrupt`: how much of the connection's audio was heard. None: all that was sent."""
    text: str = ""
    settings: VoiceSettings | Failure | None = None
    """Used in the handshake and before it. A `Failure`: they are wrong. None: no settings."""
    flush: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class Speak:
    """Speak this segment. Answer with `audio`, then `finished` or `failed`, all with this turn."""

    turn: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop speaking this turn, and drop its audio in the encoder."""

    turn: int


@dataclass(frozen=True, slots=True)
class SendAudio:
    """Encode and send PCM of the current segment. `first_audio_ms` only on the first of a segment."""

    chunk: PcmChunk
    first_audio_ms: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """Tell the client of words of a segment, before the audio in which they begin.

    `segment` is its number in the connection, from 0. `offset_s` is the audio that the connection sent before it.
    """

    segment: int
    offset_s: float
    words: tuple[TimedWord, ...]


@dataclass(frozen=True, slots=True)
class SegmentTimes:
    """The place of a whole segment in the audio of its connection, and all its words."""

    segment: int
    offset_s: float
    duration_s: float
    words: tuple[TimedWord, ...]


@dataclass(frozen=True, slots=True)
class SendSilence:
    """Send a little silence: the turn's text had nothing to say, and some clients take a turn without audio for a failure."""


@dataclass(frozen=True, slots=True)
class SegmentEnd:
    """Send the rest of the segment's audio, then its transcript. `cached`: all its audio came from the cache."""

    text: str
    cached: bool = False
    times: SegmentTimes | None = None
    """If the client wants the times of words."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Tell the client how far its turn was spoken, after a barge-in.

    `segment` is the number of the segment with the last spoken word, None if no word was. `played_s` is how much of the
    connection's audio counts as heard. `spoken` and `unspoken`, joined, are the text of the turn.
    """

    segment: int | None
    played_s: float
    spoken: str
    unspoken: str


@dataclass(frozen=True, slots=True)
class Drain:
    """No audio follows for now, or none at all (`last`): send the audio that the encoder still holds."""

    last: bool


@dataclass(frozen=True, slots=True)
class Completed:
    """Tell the client that all accepted text was spoken: `final`."""


@dataclass(frozen=True, slots=True)
class Close:
    """Close the connection. No effect comes after it."""

    why: Why


Effect: TypeAlias = (
    Speak | Cancel | Words | SendAudio | SendSilence | SegmentEnd | Interrupted | Drain | Completed | Failure | Close
)
