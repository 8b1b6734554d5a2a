"""Session: the pure state machine of one speech socket (docs/protocol.md).

Frames, audio and ticks go in; effects come out. It decides everything about order and time and does nothing itself: no
await, no I/O, and the clock is an argument (`now`, in seconds of any monotonic clock).
"""

import enum
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from plosive.errors import BadFrame, BadText
from plosive.protocol import frames
from plosive.protocol.frames import ClientFrame
from plosive.protocol.options import VoiceSettings, parse_voice_settings
from plosive.text.front_end import FrontEnd
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment


class State(enum.Enum):
    """Where a session stands."""

    AWAITING_HANDSHAKE = enum.auto()
    OPEN = enum.auto()
    ENDING = enum.auto()
    """No more text will come: speak the rest, one `final`, close."""
    CLOSED = enum.auto()


class Input(enum.Enum):
    """What one client frame asks for; a frame may ask for several, in this order."""

    INTERRUPT = enum.auto()
    SPACE = enum.auto()
    """Whitespace-only text: the handshake if it comes first, ordinary text later."""
    TEXT = enum.auto()
    FLUSH = enum.auto()
    END = enum.auto()


@dataclass(frozen=True, slots=True)
class Speak:
    """Have this segment spoken; answer with `audio`, then `finished` or `failed`, all with this turn."""

    turn: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop speaking this turn and forget whatever the encoder holds of it."""

    turn: int


@dataclass(frozen=True, slots=True)
class SendAudio:
    """Encode and send PCM of the current segment. `first_audio_ms` only on the first of a segment."""

    pcm: bytes
    rate_hz: int
    first_audio_ms: int | None
    cached: bool


@dataclass(frozen=True, slots=True)
class SendSegmentEnd:
    """Send what is left of the segment's audio, then its text. `cached`: all of it was made before."""

    text: str
    cached: bool


@dataclass(frozen=True, slots=True)
class Drain:
    """Nothing follows for now, or for ever (`last`): send what the encoder still holds."""

    last: bool


@dataclass(frozen=True, slots=True)
class Send:
    """Send this server frame (encoded JSON)."""

    frame: bytes


@dataclass(frozen=True, slots=True)
class Close:
    """Close the socket. Nothing comes after this effect."""

    code: int
    reason: str


Effect: TypeAlias = Speak | Cancel | SendAudio | SendSegmentEnd | Drain | Send | Close


@dataclass(frozen=True, slots=True)
class Waits:
    """How long a session waits, in seconds (docs/protocol.md)."""

    inactivity_s: float = 20.0
    handshake_s: float = 10.0
    final_s: float = 0.2
    burst_s: float = 0.0003
    """After a frame that is like a sentence: frames sent in one go are read 0.1 ms apart, and one of them may go on."""
    sentence_s: float = 0.05
    """After a token that may have ended a sentence, or such a frame whose last mark is doubtful ("Dr.", "$3.")."""
    doubtful_s: float = 0.2
    """After a token whose mark is doubtful."""


_SLICE_CHARS: Final = 2_000
"""Text goes through the pipeline in slices (0.5 ms of prose each), so that a frame with a book in it blocks nobody."""

_MAX_SLICES_A_CALL: Final = 2
"""So that the worst text there is (marks that open and never close, 20 ms a slice) blocks the caller for under 50 ms."""

_MAX_PENDING_CHARS: Final = 4 << 20
"""Accepted text that is not spoken yet: about 60 hours of speech. Reading on past that would be the client's memory in
ours; reading no further would leave its next barge-in and its pongs unread."""


class Session:
    """One connection's state. After any input take `next_effect()` until it is None, then sleep until `next_deadline()`.

    Illegal client frames raise nothing: they become an error frame and a close, and the session is CLOSED.
    """

    def __init__(
        self,
        front_end: FrontEnd,
        waits: Waits,
        now: float,
        *,
        final: Literal["drained", "teardown"] = "drained",
        check_settings: Callable[[VoiceSettings], None] = lambda _: None,
    ) -> None:
        self.state = State.AWAITING_HANDSHAKE
        self.turn = 0
        self.settings = VoiceSettings()
        self._front_end = front_end
        self._waits = waits
        self._final_at_teardown = final == "teardown"
        self._check_settings = check_settings
        self._effects: deque[Effect] = deque()
        self._inbox: deque[str | None] = deque()  # text not yet looked at; None: speak what is held (flush)
        self._inbox_at = 0  # how much of the first text was read
        self._inbox_chars = 0
        self._ending = Ending.NONE  # of what the front end holds, unless more text waits before it
        self._segments: deque[Segment] = deque()
        self._speaking: Segment | None = None
        self._spoke_at = now  # when the current Speak was issued
        self._first_audio = False  # the current segment still owes its first chunk
        self._all_cached = False  # of the current segment, so far
        self._undrained = False  # audio was sent since the encoder was last drained
        self._owes_final = False  # text was accepted since the last `final`
        self._text_at = now  # when text last came
        self._active_at = now  # last client frame or audio sent
        self._sentence_like = False  # the last text frame could stand alone as a sentence
        self._opened_at = now
        self._close = Close(1000, "")
        self._complaint = ""  # the error frame before the close
        self._closing = False  # the last effects are queued
        self._refused_text = False  # text came after the server began to leave

    # --- inputs ---------------------------------------------------------------------------------------------------

    def receive(self, data: str | bytes, now: float) -> None:
        """Take one client message as it came from the socket."""
        if self.state is State.CLOSED:
            return
        self._active_at = now
        try:
            frame = frames.decode(data)
            for item in _inputs(frame):
                _TABLE[self.state, item](self, frame, now)
        except BadFrame as error:
            self._fail(error.detail, Close(error.close_code, _REASONS.get(error.close_code, "protocol_error")))
        self._advance(now)

    def audio(self, turn: int, pcm: bytes, rate_hz: int, now: float, *, cached: bool = False) -> None:
        """Take PCM of the segment being spoken. Audio of an older turn, from before a barge-in, ends here."""
        if turn != self.turn or self._speaking is None or self.state is State.CLOSED:
            return
        first_audio_ms = round((now - self._spoke_at) * 1000) if self._first_audio else None
        self._all_cached = cached and (self._first_audio or self._all_cached)
        self._first_audio = False
        self._undrained = True
        self._effects.append(SendAudio(pcm, rate_hz, first_audio_ms, cached))

    def finished(self, turn: int, now: float) -> None:
        """The segment of this turn has been spoken to its end."""
        if turn != self.turn or self._speaking is None or self.state is State.CLOSED:
            return
        self._effects.append(SendSegmentEnd(self._speaking.text, self._all_cached and not self._first_audio))
        self._speaking = None
        self._advance(now)

    def failed(self, turn: int, error: str) -> None:
        """The segment of this turn could not be spoken: an error frame and close 1011 (docs/protocol.md)."""
        self._fail_turn(turn, error, Close(1011, "synthesis_failed: see the error frame before this"))

    def barred(self, turn: int, error: str) -> None:
        """The segment of this turn may not be spoken: an error frame and close 1008 (docs/protocol.md)."""
        self._fail_turn(turn, error, Close(1008, "key_barred: see the error frame before this"))

    def _fail_turn(self, turn: int, error: str, close: Close) -> None:
        if turn != self.turn or self._speaking is None or self.state is State.CLOSED:
            return
        where = "Error in remaining audio response" if self.state is State.ENDING else "Error in audio response"
        self._speaking = None
        self._fail(f"{where}: {error}", close)

    def tick(self, now: float) -> None:
        """Let time act: call it at `next_deadline()`, or whenever."""
        if self.state is State.AWAITING_HANDSHAKE and now >= self._opened_at + self._waits.handshake_s:
            self._fail(
                f'No handshake within {self._waits.handshake_s:g} s; send {{"text":" "}} first',
                Close(1008, 'handshake_timeout: send {"text":" "} first'),
            )
        elif self.state is State.OPEN:
            self._advance(now)
            if self._idle and now >= self._active_at + self._waits.inactivity_s:
                self._close = Close(1000, "inactivity: send text or connect again")
                self._stop_input()
        self._advance(now)

    def leave(self, now: float) -> None:
        """The server is going away: finish what was accepted, then close (1000 if the client ended, else 1012)."""
        going_away = Close(1012, "going_away: connect again")
        if self.state is State.AWAITING_HANDSHAKE:
            self._effects.append(going_away)
            self.state = State.CLOSED
        elif self.state is State.OPEN:
            self._close = going_away
            self._stop_input()
            self._advance(now)

    def sent(self, now: float) -> None:
        """A frame has left: inactivity counts from here."""
        self._active_at = now

    def abandon(self) -> None:
        """The server cannot wait any longer: error frame and close 1012, whatever is left to say."""
        if self.state is not State.CLOSED:
            self._effects.clear()
            self._fail("The server is going away; connect again", Close(1012, "going_away: connect again"))

    # --- outputs --------------------------------------------------------------------------------------------------

    def next_effect(self) -> Effect | None:
        """Take the next thing to do, or None. Take them one at a time: a barge-in drops those not taken yet."""
        if not self._effects:
            return None
        effect = self._effects.popleft()
        if isinstance(effect, Close):
            self._effects.clear()
            self.state = State.CLOSED
        return effect

    def next_deadline(self) -> float | None:
        """When `tick` has something to do, in the clock of `now`; None: only an input can change anything."""
        if self.state is State.AWAITING_HANDSHAKE:
            return self._opened_at + self._waits.handshake_s
        if self.state is State.CLOSED or self._closing:
            return None
        deadlines = []
        if self._inbox and not self._segments:
            deadlines.append(0.0)  # a slice budget ran out: go on at once
        if self.state is State.OPEN:
            if self._ending is not Ending.NONE:
                deadlines.append(self._settle_at)
            if self._quiet and (self._undrained or self._final_due):
                deadlines.append(self._text_at + self._waits.final_s)
            if self._idle:
                deadlines.append(self._active_at + self._waits.inactivity_s)
        return min(deadlines, default=None)

    @property
    def unsent(self) -> int:
        """How many effects wait to be taken: above a few, whoever feeds `audio` should pause."""
        return len(self._effects)

    # --- the cells of the table -----------------------------------------------------------------------------------

    def _ignore(self, frame: ClientFrame, now: float) -> None:
        pass

    def _handshake(self, frame: ClientFrame, now: float) -> None:
        settings = parse_voice_settings(frame.voice_settings or {})
        self._check_settings(settings)
        self.settings = settings
        self.state = State.OPEN

    def _refuse_text(self, frame: ClientFrame, now: float) -> None:
        raise BadFrame('Invalid message: text before the handshake; send {"text":" "} first')

    def _buffer(self, frame: ClientFrame, now: float) -> None:
        text = frame.text or ""
        if self._inbox_chars + len(text) > _MAX_PENDING_CHARS:
            raise BadFrame("Too much text waits to be spoken; read the audio of some before sending more", 1009)
        several_words = len(text.split(None, 2)) > 1
        self._sentence_like = several_words or not (self._inbox or self._front_end.holds_text)
        self._text_at = now
        self._owes_final |= not text.isspace()
        self._ending = Ending.NONE
        if self._inbox and self._inbox[-1] is not None and len(self._inbox[-1]) < _SLICE_CHARS:
            self._inbox[-1] += text  # tokens that wait behind a segment are read together later
        else:
            self._inbox.append(text)
        self._inbox_chars += len(text)

    def _flush(self, frame: ClientFrame, now: float) -> None:
        if not self._inbox or self._inbox[-1] is not None:
            self._speak_what_is_held()

    def _end(self, frame: ClientFrame, now: float) -> None:
        self._stop_input()

    def _interrupt(self, frame: ClientFrame, now: float) -> None:
        dropped = [effect for effect in self._effects if not isinstance(effect, Cancel)]
        dirty = self._speaking is not None or self._undrained or bool(dropped)
        self._effects = deque(effect for effect in self._effects if isinstance(effect, Cancel))
        self._inbox.clear()
        self._inbox_at = self._inbox_chars = 0
        self._ending = Ending.NONE
        self._segments.clear()
        self._front_end.flush()
        self._owes_final = False
        if dirty:
            self._effects.append(Cancel(self.turn))
            self.turn += 1
        self._speaking = None
        self._undrained = False
        self._closing = False

    def _refuse_late_text(self, frame: ClientFrame, now: float) -> None:
        self._refused_text = True

    def _end_while_leaving(self, frame: ClientFrame, now: float) -> None:
        """The client ends a session that the server was leaving: if nothing was refused, it is a whole one."""
        if not self._refused_text and not self._closing and not self._complaint:
            self._close = Close(1000, "")

    # --- what follows from the state ------------------------------------------------------------------------------

    def _advance(self, now: float) -> None:
        """Move text on towards speech, as far as it can go now."""
        if self.state not in (State.OPEN, State.ENDING):
            return
        try:
            self._read_inbox()
            if self._ending is not Ending.NONE and now >= self._settle_at:
                self._segments.extend(self._front_end.settle())
                self._ending = self._front_end.ending
        except BadText as error:
            self._end_with_error(f"Invalid text: {error}", Close(1008, "invalid_text: see the error frame before this"))
        if self._speaking is None and self._segments:
            self._speaking = self._segments.popleft()
            self._spoke_at = now
            self._first_audio = True
            self._effects.append(Speak(self.turn, self._speaking))
        if self._quiet and self.state is State.ENDING:
            if not self._closing:
                self._closing = True
                self._drain(last=True)
                if self._complaint:
                    self._effects.append(Send(frames.error(self._complaint)))
                elif self._close.code == 1000:  # a `final` of a session cut short would pass for its success
                    self._effects.append(Send(frames.final()))
                self._effects.append(self._close)
        elif self._quiet and now >= self._text_at + self._waits.final_s:
            if self._undrained:
                self._drain(last=False)
            if self._final_due:
                self._owes_final = False
                self._effects.append(Send(frames.final()))

    def _read_inbox(self) -> None:
        """Cut buffered text into segments until one is waiting: further text stays text, which is cheap to drop."""
        for _ in range(_MAX_SLICES_A_CALL):
            if not self._inbox or self._segments:
                return
            text = self._inbox[0]
            if text is None:
                self._inbox.popleft()
                self._segments.extend(self._front_end.flush())
            else:
                at = self._inbox_at
                piece = text[at : at + _SLICE_CHARS]
                self._inbox_at = at + len(piece)
                if self._inbox_at == len(text):
                    self._inbox.popleft()
                    self._inbox_at = 0
                self._inbox_chars -= len(piece)
                self._segments.extend(self._front_end.feed(piece))
            self._ending = Ending.NONE if self._inbox else self._front_end.ending

    def _speak_what_is_held(self) -> None:
        self._inbox.append(None)
        self._ending = Ending.NONE

    def _stop_input(self) -> None:
        self._speak_what_is_held()
        self.state = State.ENDING

    def _end_with_error(self, message: str, close: Close) -> None:
        """No more text can be read: speak what was read before, then complain and close."""
        self._inbox.clear()
        self._inbox_at = self._inbox_chars = 0
        self._ending = Ending.NONE
        self._segments.extend(self._front_end.flush())
        self._complaint, self._close = message, close
        self.state = State.ENDING

    def _drain(self, *, last: bool) -> None:
        self._effects.append(Drain(last))
        self._undrained = False

    def _fail(self, message: str, close: Close) -> None:
        if self._speaking is not None:
            self._effects.append(Cancel(self.turn))
            self.turn += 1
        self._effects.append(Send(frames.error(message)))
        self._effects.append(close)
        self.state = State.CLOSED

    @property
    def _quiet(self) -> bool:
        """Nothing is being spoken, and nothing waits to be."""
        return self._speaking is None and not self._segments and not self._inbox

    @property
    def _idle(self) -> bool:
        """Quiet, and everything made has been taken to be sent: inactivity may run."""
        return self._quiet and not self._effects

    @property
    def _settle_at(self) -> float:
        """When held text that may have ended is spoken: the less likely its end, the later."""
        waits = (self._waits.burst_s, self._waits.sentence_s, self._waits.doubtful_s)
        doubts = (self._ending is Ending.DOUBTFUL) + (not self._sentence_like)
        return self._text_at + waits[doubts]

    @property
    def _final_due(self) -> bool:
        return self._owes_final and not self._final_at_teardown and not self._front_end.holds_text


def _inputs(frame: ClientFrame) -> list[Input]:
    """What a frame asks for, in order. With `force`, an empty text only interrupts (docs/protocol.md)."""
    inputs = []
    if frame.force:
        inputs.append(Input.INTERRUPT)
    if frame.text is not None:
        if frame.text == "":
            if not frame.force:
                return [Input.END]
        else:
            inputs.append(Input.SPACE if frame.text.isspace() else Input.TEXT)
    if frame.flush:
        inputs.append(Input.FLUSH)
    return inputs


_REASONS: Final = {
    1003: "binary_frame: send JSON in text frames",
    1008: "invalid_message: see the error frame before this",
    1009: "too_large: send smaller frames",
}

_Cell: TypeAlias = Callable[[Session, ClientFrame, float], None]

_TABLE: Final[dict[tuple[State, Input], _Cell]] = {
    (State.AWAITING_HANDSHAKE, Input.INTERRUPT): Session._ignore,  # there is nothing to interrupt
    (State.AWAITING_HANDSHAKE, Input.SPACE): Session._handshake,
    (State.AWAITING_HANDSHAKE, Input.TEXT): Session._refuse_text,
    (State.AWAITING_HANDSHAKE, Input.FLUSH): Session._ignore,
    (State.AWAITING_HANDSHAKE, Input.END): Session._end,  # still gets its `final` and a clean close
    (State.OPEN, Input.INTERRUPT): Session._interrupt,
    (State.OPEN, Input.SPACE): Session._buffer,  # LLMs send " " as a token
    (State.OPEN, Input.TEXT): Session._buffer,
    (State.OPEN, Input.FLUSH): Session._flush,
    (State.OPEN, Input.END): Session._end,
    (State.ENDING, Input.INTERRUPT): Session._interrupt,
    (State.ENDING, Input.SPACE): Session._ignore,
    (State.ENDING, Input.TEXT): Session._refuse_late_text,
    (State.ENDING, Input.FLUSH): Session._ignore,
    (State.ENDING, Input.END): Session._end_while_leaving,
    (State.CLOSED, Input.INTERRUPT): Session._ignore,
    (State.CLOSED, Input.SPACE): Session._ignore,
    (State.CLOSED, Input.TEXT): Session._ignore,
    (State.CLOSED, Input.FLUSH): Session._ignore,
    (State.CLOSED, Input.END): Session._ignore,
}
"""Every state and input. `CLOSED` ignores everything, because frames may still be on their way."""
