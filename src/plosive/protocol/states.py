"""The states and the inputs of a session. Its table (plosive.protocol.session) has a row for each state.

`python -m plosive.protocol.diagram` draws it.
"""

import enum
from dataclasses import dataclass

from plosive.utterance import Segment


class State(enum.Enum):
    """The states of a session."""

    AWAITING_HANDSHAKE = enum.auto()

    OPEN = enum.auto()
    """Text may come. No `Completed` is due."""
    AWAITING_FINAL = enum.auto()
    """Text was accepted: `Completed` is due once it is spoken and no more has come for `WaitingText.final_s`."""
    PAUSED = enum.auto()
    """No text came for so long, but a fragment is held, or `Completed` is sent only at the end."""

    ENDING = enum.auto()
    """The client ended its input: speak the rest, then `Completed`. No state from here on accepts text."""
    INACTIVE = enum.auto()
    """The client sent nothing for too long: speak the rest, then `Completed`."""
    INACTIVE_REFUSED = enum.auto()
    """INACTIVE, but text came and was refused: the end of input changes nothing any more."""
    LEAVING = enum.auto()
    """The server goes away: speak the rest, then close without a `Completed`, which would look like success."""
    LEAVING_REFUSED = enum.auto()
    """LEAVING, but text came and was refused: the end of input does not complete the session any more."""
    UNREADABLE = enum.auto()
    """The text is malformed: speak the text before the error, then fail."""

    CLOSING = enum.auto()
    """All text is spoken. Only a barge-in can still change the frames before the close."""
    CLOSED = enum.auto()
    """Nothing changes any more. The last effects may not be taken yet."""


class Input(enum.Enum):
    """The events that change a session."""

    # From the client.
    INTERRUPT = enum.auto()
    SPACE = enum.auto()
    """Text of white space only."""
    TEXT = enum.auto()
    FLUSH = enum.auto()
    END = enum.auto()
    BAD_FRAME = enum.auto()
    """The door or an action refuses it."""
    # From the speech that the session asked for.
    AUDIO = enum.auto()
    FINISHED = enum.auto()
    FAILED = enum.auto()
    # From the server.
    LEAVE = enum.auto()
    ABANDON = enum.auto()
    # From the session itself: its timers, its text, its effects.
    HANDSHAKE_TIMEOUT = enum.auto()
    DRAIN_DUE = enum.auto()
    """All text is spoken, and no text came for `Waits.drain_s`."""
    FINAL_DUE = enum.auto()
    """All text is spoken, and no text came for `WaitingText.final_s`."""
    PAUSE = enum.auto()
    """The same, but a fragment is held, or `Completed` is sent only at the end."""
    INACTIVITY = enum.auto()
    BAD_TEXT = enum.auto()
    """The front end raised `BadText`."""
    ALL_SPOKEN = enum.auto()
    CLOSE_TAKEN = enum.auto()
    """The effect `Close` was taken."""


@dataclass(slots=True)
class SpokenSegment:
    """The segment that is being spoken."""

    segment: Segment
    since: float
    has_audio: bool = False
    all_cached: bool = True
    """All its audio so far came from the cache."""
