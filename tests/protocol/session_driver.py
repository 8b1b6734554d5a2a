"""A session driven by hand through the door: its clock moves when the test says so, and its speech is made at once."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from plosive.protocol.doors.telnyx import TelnyxDoor
from plosive.protocol.options import VoiceSettings
from plosive.protocol.session import Session
from plosive.protocol.values import Close, Completed, Effect, Failure, Speak, Why
from plosive.protocol.waiting_text import Waits
from plosive.text.front_end import FrontEnd, front_end
from plosive.utterance import PcmChunk

WAITS = Waits(
    inactivity_s=20, handshake_s=10, final_s=0.2, silence_s=1.0, sentence_s=0.05, doubtful_s=0.2, burst_s=0.001
)
PCM = PcmChunk(b"\1\0" * 100, 22050)


class Driver:
    """A session with a clock that only the test moves, and an engine that speaks at once when told to."""

    def __init__(self, new_front_end: Callable[[], FrontEnd] = front_end, **options: Any) -> None:
        self.now = 100.0
        self.door = TelnyxDoor(VoiceSettings(), tells_words=bool(options.get("tells_words")))
        self.session = Session(new_front_end, WAITS, self.now, **options)

    def send(self, **frame: object) -> "Driver":
        return self.receive(json.dumps(frame))

    def receive(self, frame: str | bytes) -> "Driver":
        self.session.receive(*self.door.decode(frame), self.now)
        return self

    def open(self) -> "Driver":
        return self.send(text=" ")

    def effects(self) -> list[Effect]:
        effects = []
        while (effect := self.session.next_effect()) is not None:
            effects.append(effect)
        return effects

    def wait(self, seconds: float) -> "Driver":
        """Let time pass, ticking at every deadline on the way as a connection does."""
        until = self.now + seconds
        for _ in range(100):
            deadline = self.session.next_deadline()
            if deadline is None or deadline > until:
                break
            self.now = max(self.now, deadline)
            self.session.tick(self.now)
        else:
            pytest.fail(f"the session keeps asking for ticks at {self.now}")
        self.now = until
        self.session.tick(self.now)
        return self

    def speak_all(self) -> list[Effect]:
        """Take effects and speak each segment at once, until nothing is left to do now."""
        taken = []
        while effects := self.effects():
            for effect in effects:
                taken.append(effect)
                if isinstance(effect, Speak):
                    self.session.audio(effect.turn, PCM, self.now)
                    self.session.finished(effect.turn, self.now)
            self.wait(0)
        return taken


def kinds(effects: list[Effect]) -> list[str]:
    """The names of effects, the client's `final` and `error` by the names that it knows."""
    return [_KINDS.get(type(effect), type(effect).__name__) for effect in effects]


_KINDS: dict[type[Effect], str] = {Completed: "final", Failure: "error"}


def spoken(effects: list[Effect]) -> list[str]:
    return [effect.segment.text for effect in effects if isinstance(effect, Speak)]


def error_and_close(effects: list[Effect]) -> tuple[str, int]:
    """The error frame and the close code that a client gets."""
    *_, failure, close = effects
    assert isinstance(failure, Failure)
    assert isinstance(close, Close)
    error: str = json.loads(TelnyxDoor(VoiceSettings()).encode(failure))["error"]
    return error, TelnyxDoor(VoiceSettings()).close(close.why)[0]


def broken(why: Why = Why.SYNTHESIS_FAILED, detail: str = "the engine crashed") -> Failure:
    return Failure(why, detail)
