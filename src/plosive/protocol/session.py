"""The state machine of one speech connection (docs/protocol.md): inputs go in, effects come out.

It decides everything about order and time but acts on nothing: no await, no I/O, and the clock is an argument (`now`, in
seconds of any monotonic clock). One table, at the end of this file, has the action of each input in each state.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Any, Final, Literal, TypeAlias

from plosive.errors import BadText
from plosive.protocol.options import VoiceSettings
from plosive.protocol.states import Input, SpokenSegment, State
from plosive.protocol.told_words import ToldWords
from plosive.protocol.values import (
    Cancel,
    ClientFrame,
    Close,
    Completed,
    Drain,
    Effect,
    Failure,
    Interrupted,
    SegmentEnd,
    SendAudio,
    SendSilence,
    Speak,
    Why,
)
from plosive.protocol.waiting_text import WaitingText, Waits
from plosive.text.front_end import FrontEnd
from plosive.utterance import PcmChunk


class Session:
    """One connection's state. After any input call `next_effect()` until it is None, then sleep until `next_deadline()`.

    It raises nothing. Frames in a wrong order give a `Failure`, a `Close` and the state CLOSED.
    """

    def __init__(
        self,
        new_front_end: Callable[[], FrontEnd],
        waits: Waits,
        now: float,
        *,
        final: Literal["drained", "teardown"] = "drained",
        tells_words: bool = False,
        answers_silence: bool = False,
    ) -> None:
        self.state = State.AWAITING_HANDSHAKE
        self.turn = 0  # a barge-in raises it; audio of an older turn is dropped
        self.settings = VoiceSettings()
        self._offered: VoiceSettings | Failure = self.settings  # by the handshake, or by frames before it
        self._waits, self._final_at_teardown = waits, final == "teardown"
        self._answers_silence = answers_silence
        self._unanswered = False  # text came, but nothing was spoken since the last `Completed`
        self.waiting_text = WaitingText(new_front_end, waits)
        self._told = ToldWords(wanted=tells_words)
        self._speaking: SpokenSegment | None = None
        self._effects: list[Effect] = []  # an empty deque takes 0.7 KiB, and there are few
        self._last_words: tuple[Effect, ...] = ()  # the last effects of the session, when all text is spoken
        self._undrained = False  # audio was sent since the encoder was last drained
        self._now = self._opened_at = now
        self._text_at = self._active_at = now  # when text last came; the last client frame or audio sent

    # --- inputs ---------------------------------------------------------------------------------------------------

    def receive(self, frame: ClientFrame | Failure, now: float) -> None:
        """Take a client frame, or the door's reason to refuse it."""
        self._now = self._active_at = now
        if isinstance(frame, Failure):
            self._take(Input.BAD_FRAME, frame)
        else:
            if self.state is State.AWAITING_HANDSHAKE:
                self._offered = frame.settings or self._offered
            if frame.interrupt:
                self._take(Input.INTERRUPT, frame)
            if frame.text:
                self._take(Input.SPACE if frame.text.isspace() else Input.TEXT, frame)
            if frame.flush:
                self._take(Input.FLUSH)
            if frame.end:
                self._take(Input.END)
        self._advance()

    def audio(self, turn: int, chunk: PcmChunk, now: float) -> None:
        """Take PCM of the segment being spoken. Audio of an older turn, from before a barge-in, is dropped."""
        self._hear(turn, Input.AUDIO, chunk, now)

    def finished(self, turn: int, now: float) -> None:
        """The segment of this turn was spoken to its end."""
        self._hear(turn, Input.FINISHED, None, now)

    def failed(self, turn: int, failure: Failure, now: float) -> None:
        """The segment of this turn cannot be spoken, or may not be."""
        self._hear(turn, Input.FAILED, failure, now)

    def leave(self, now: float) -> None:
        """The server goes away: speak the accepted text, then close."""
        self._now = now
        self._take(Input.LEAVE)
        self._advance()

    def abandon(self) -> None:
        """The server cannot wait any longer: fail, even if text is left to speak."""
        self._take(Input.ABANDON)

    def tick(self, now: float) -> None:
        """Handle the timers that ran out. Call it at `next_deadline()`; other times do no harm."""
        self._now = now
        self._advance()

    def sent(self, now: float, audio_s: float = 0.0) -> None:
        """A frame is sent, with so many seconds of audio: inactivity counts from now on."""
        self._active_at = now
        self._told.sent(audio_s)

    # --- outputs --------------------------------------------------------------------------------------------------

    def next_effect(self) -> Effect | None:
        """Return the next effect, or None. Take them one at a time: a barge-in drops the effects that are left."""
        if not self._effects:
            return None
        effect = self._effects.pop(0)
        if isinstance(effect, Close):
            self._effects.clear()
            self._take(Input.CLOSE_TAKEN)
        return effect

    def next_deadline(self) -> float | None:
        """Return the time, on the clock of `now`, to call `tick`. None: only an input can change anything."""
        if self.state is State.CLOSED:
            return None
        deadlines = [self.waiting_text.deadline, *(when for when, _ in self._timers())]
        return min((when for when in deadlines if when is not None), default=None)

    @property
    def unsent(self) -> Collection[Effect]:
        """The effects that were not taken yet. If there are several, pause before the next `audio`."""
        return self._effects

    # --- the machine ----------------------------------------------------------------------------------------------

    def _take(self, item: Input, value: object = None) -> None:
        """Run the table's action. An action may refuse its value: that is a bad frame."""
        action, next_state = TABLE[self.state][item]
        refused = action(self, value)
        self.state = next_state or self.state
        if refused is not None:
            self._take(Input.BAD_FRAME, refused)

    def _hear(self, turn: int, item: Input, value: object, now: float) -> None:
        if turn == self.turn and self._speaking is not None:
            self._now = now
            self._take(item, value)
            self._advance()

    def _advance(self) -> None:
        """Cut text and speak segments as far as possible now, then take the session's own inputs and those of its timers."""
        if self.state is State.CLOSED:
            return
        try:
            self.waiting_text.read(self._now)
        except BadText as error:
            self._take(Input.BAD_TEXT, Failure(Why.INVALID_TEXT, str(error)))
        if self._speaking is None and (segment := self.waiting_text.next_segment()):
            self._speaking = SpokenSegment(segment, self._now)
            self._told.begin(segment, self.settings.speed)
            self._unanswered = False
            self._effects.append(Speak(self.turn, segment))
        if self.is_quiet and Input.ALL_SPOKEN in TABLE[self.state]:
            self._take(Input.ALL_SPOKEN)
        due = next((timer for when, timer in self._timers() if self._now >= when), None)
        if due is Input.FINAL_DUE and (self._final_at_teardown or self.waiting_text.holds_fragment):
            due = Input.PAUSE
        if due is not None:
            self._take(due)

    def _timers(self) -> Iterator[tuple[float, Input]]:
        """Yield the running timers: those with a cell in the state's row. Of several that ran out the first counts."""
        row = TABLE[self.state]
        if Input.HANDSHAKE_TIMEOUT in row:
            yield self._opened_at + self._waits.handshake_s, Input.HANDSHAKE_TIMEOUT
        if Input.FINAL_DUE in row and self.is_quiet:
            yield self._text_at + self.waiting_text.final_s, Input.FINAL_DUE
        if Input.DRAIN_DUE in row and self.is_quiet and self._undrained:
            yield self._text_at + self._waits.drain_s, Input.DRAIN_DUE
        if Input.INACTIVITY in row and self.is_quiet and not self._effects:
            yield self._active_at + self._waits.inactivity_s, Input.INACTIVITY

    @property
    def is_quiet(self) -> bool:
        """Nothing is being spoken, and nothing waits to be."""
        return self._speaking is None and not self.waiting_text

    # --- the actions in the table ---------------------------------------------------------------------------------

    def _ignore(self, _: object) -> None:
        pass

    def _open(self, _: object) -> Failure | None:
        if isinstance(self._offered, Failure):
            return self._offered
        self.settings = self._offered
        return None

    def _refuse_text(self, _: object) -> None:
        self._fail(Failure(Why.NOT_OPENED, "text before the handshake"))

    def _time_out(self, _: object) -> None:
        self._fail(Failure(Why.NO_HANDSHAKE, f"No handshake within {self._waits.handshake_s:g} s"))

    def _accept(self, frame: ClientFrame) -> Failure | None:
        if not self.waiting_text.add(frame.text, self._now):
            detail = "Too much text waits to be spoken; read the audio of some before sending more"
            return Failure(Why.TOO_LARGE, detail)
        self._text_at = self._now
        self._told.accept(frame.text)
        self._unanswered |= not frame.text.isspace()
        return None

    def _flush(self, _: object) -> None:
        self.waiting_text.flush()

    def _interrupt(self, frame: ClientFrame) -> None:
        kept: list[Effect] = [effect for effect in self._effects if isinstance(effect, Cancel | Interrupted)]
        dirty = self._speaking is not None or self._undrained or len(kept) < len(self._effects)
        self._effects = kept
        told = self._told.interrupt(frame.played_s, self.waiting_text)
        self.waiting_text.clear()
        if dirty:
            self._cancel()
        else:
            self.turn += 1  # a `Completed` that was taken may still wait for a slow reader
        self._effects += told
        self._undrained = self._unanswered = False

    def _interrupt_close(self, frame: ClientFrame) -> None:
        self._interrupt(frame)
        self._close(None)

    def _send_audio(self, chunk: PcmChunk) -> None:
        self._effects += self._told.chunk(chunk)
        if chunk.pcm and (speaking := self._speaking):
            first_audio_ms = None if speaking.has_audio else round((self._now - speaking.since) * 1000)
            speaking.has_audio = self._undrained = True
            speaking.all_cached &= chunk.cached
            self._effects.append(SendAudio(chunk, first_audio_ms))

    def _end_segment(self, _: object) -> None:
        if speaking := self._speaking:
            late, times = self._told.end()
            self._effects += *late, SegmentEnd(speaking.segment.text, speaking.all_cached and speaking.has_audio, times)
            self._speaking = None

    def _drain(self, _: object) -> None:
        if self._undrained:
            self._effects.append(Drain(last=False))
            self._undrained = False

    def _answer_silence(self) -> None:
        if self._unanswered and self._answers_silence:
            self._effects.append(SendSilence())
            self._undrained = True
        self._unanswered = False

    def _complete(self, _: object) -> None:
        self._answer_silence()
        self._drain(None)
        self._effects.append(Completed())
        self.waiting_text.end_turn()
        self._told.complete()

    def _break_off(self, failure: Failure) -> None:
        self.waiting_text.break_off()
        self._last_words = (failure, Close(failure.why))

    def _close(self, _: object) -> None:
        self._answer_silence()
        self._undrained = False
        self._effects += (Drain(last=True), *self._last_words)

    def _abandon(self, _: object) -> None:
        self._effects.clear()
        self._fail(Failure(Why.GOING_AWAY, "The server is going away; connect again"))

    def _fail_segment(self, failure: Failure) -> None:
        self._speaking = None
        self._fail(failure)

    def _fail(self, failure: Failure) -> None:
        if self._speaking is not None:
            self._cancel()
        self._effects += (failure, Close(failure.why))

    def _cancel(self) -> None:
        self._effects.append(Cancel(self.turn))
        self.turn += 1
        self._speaking = None


_Action: TypeAlias = Callable[[Session, Any], Failure | None]
_Row: TypeAlias = dict[Input, tuple[_Action, State | None]]


def _speak_rest(*last_words: Effect) -> _Action:
    """Return an action that speaks all accepted text, then gives these effects."""

    def action(session: Session, _: object) -> None:
        session.waiting_text.flush()
        session._last_words = last_words

    return action


_SAME: Final = None
_IGNORED: Final = (Session._ignore, _SAME)

_FAILURES: Final[_Row] = {
    Input.BAD_FRAME: (Session._fail, State.CLOSED),
    Input.ABANDON: (Session._abandon, State.CLOSED),
}
_TAKES_TEXT: Final[_Row] = {
    **_FAILURES,
    Input.INTERRUPT: (Session._interrupt, State.OPEN),  # no `Completed` for dropped text
    Input.SPACE: (Session._accept, _SAME),  # LLMs send " " as a token
    Input.TEXT: (Session._accept, State.AWAITING_FINAL),
    Input.FLUSH: (Session._flush, _SAME),
    Input.END: (_speak_rest(Completed(), Close(Why.ENDED)), State.ENDING),
    Input.AUDIO: (Session._send_audio, _SAME),
    Input.FINISHED: (Session._end_segment, State.AWAITING_FINAL),
    Input.FAILED: (Session._fail_segment, State.CLOSED),
    Input.BAD_TEXT: (Session._break_off, State.UNREADABLE),
    Input.INACTIVITY: (_speak_rest(Completed(), Close(Why.INACTIVE)), State.INACTIVE),
    Input.LEAVE: (_speak_rest(Close(Why.GOING_AWAY)), State.LEAVING),
}
_ENDED: Final[_Row] = dict.fromkeys((Input.SPACE, Input.TEXT, Input.FLUSH, Input.END, Input.LEAVE), _IGNORED)
_SPEAKS_REST: Final[_Row] = {
    **_FAILURES,
    **_ENDED,
    Input.INTERRUPT: (Session._interrupt, _SAME),
    Input.AUDIO: (Session._send_audio, _SAME),
    Input.FINISHED: (Session._end_segment, _SAME),
    Input.FAILED: (lambda session, failure: session._fail_segment(replace(failure, after_end=True)), State.CLOSED),
    Input.BAD_TEXT: (Session._break_off, State.UNREADABLE),
    Input.ALL_SPOKEN: (Session._close, State.CLOSING),
}
TABLE: Final[dict[State, _Row]] = {
    State.AWAITING_HANDSHAKE: {
        **_FAILURES,
        Input.INTERRUPT: _IGNORED,  # there is nothing to interrupt
        Input.SPACE: (Session._open, State.OPEN),
        Input.TEXT: (Session._refuse_text, State.CLOSED),
        Input.FLUSH: _IGNORED,
        Input.END: _TAKES_TEXT[Input.END],  # still gets its `Completed` and a clean close
        Input.HANDSHAKE_TIMEOUT: (Session._time_out, State.CLOSED),
        Input.LEAVE: (lambda session, _: session._effects.append(Close(Why.GOING_AWAY)), State.CLOSED),
    },
    State.OPEN: _TAKES_TEXT,
    State.AWAITING_FINAL: {
        **_TAKES_TEXT,
        Input.DRAIN_DUE: (Session._drain, _SAME),
        Input.FINAL_DUE: (Session._complete, State.OPEN),
        Input.PAUSE: (Session._drain, State.PAUSED),
    },
    State.PAUSED: {
        **_TAKES_TEXT,
        Input.SPACE: (Session._accept, State.AWAITING_FINAL),
        Input.FLUSH: (Session._flush, State.AWAITING_FINAL),
    },
    State.ENDING: _SPEAKS_REST,
    State.INACTIVE: {
        **_SPEAKS_REST,
        Input.TEXT: (Session._ignore, State.INACTIVE_REFUSED),
        Input.END: _TAKES_TEXT[Input.END],
    },
    State.INACTIVE_REFUSED: _SPEAKS_REST,
    State.LEAVING: {
        **_SPEAKS_REST,
        Input.TEXT: (Session._ignore, State.LEAVING_REFUSED),
        Input.END: _TAKES_TEXT[Input.END],
    },
    State.LEAVING_REFUSED: _SPEAKS_REST,
    State.UNREADABLE: _SPEAKS_REST,
    State.CLOSING: {
        **_ENDED,
        Input.INTERRUPT: (Session._interrupt_close, _SAME),
        Input.BAD_FRAME: (Session._ignore, State.CLOSED),
        Input.ABANDON: (Session._abandon, State.CLOSED),
        Input.CLOSE_TAKEN: (Session._ignore, State.CLOSED),
    },
    State.CLOSED: dict.fromkeys((*_ENDED, *_FAILURES, Input.INTERRUPT, Input.CLOSE_TAKEN), _IGNORED),
}
"""The action and the next state for each state and input.

Inputs from the client and the server have a cell in every row, those from speech in states that may speak a segment. Inputs
from the session itself have a cell where they apply: a timer runs in the states that have a cell for it.
"""
