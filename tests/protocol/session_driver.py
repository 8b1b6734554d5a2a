"""A session driven by hand: its clock moves when the test says so, and its speech is made at once."""

import json
from typing import Any

import pytest

from plosive.protocol.session import Close, Effect, Send, Session, Speak, Waits
from plosive.text.front_end import FrontEnd, front_end

WAITS = Waits(inactivity_s=20, handshake_s=10, final_s=0.2, sentence_s=0.05, doubtful_s=0.2, burst_s=0.001)
PCM = b"\1\0" * 100
RATE_HZ = 22050


class Driver:
    """A session with a clock that only the test moves, and an engine that speaks at once when told to."""

    def __init__(self, texts: FrontEnd | None = None, **options: Any) -> None:
        self.now = 100.0
        self.session = Session(texts or front_end(), WAITS, self.now, **options)

    def send(self, **frame: object) -> "Driver":
        self.session.receive(json.dumps(frame), self.now)
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
                    self.session.audio(effect.turn, PCM, RATE_HZ, self.now)
                    self.session.finished(effect.turn, self.now)
            self.wait(0)
        return taken


def kinds(effects: list[Effect]) -> list[str]:
    return [_kind(effect) for effect in effects]


def _kind(effect: Effect) -> str:
    if isinstance(effect, Send):
        return str(json.loads(effect.frame)["type"])
    return type(effect).__name__


def spoken(effects: list[Effect]) -> list[str]:
    return [effect.segment.text for effect in effects if isinstance(effect, Speak)]


def error_and_close(effects: list[Effect]) -> tuple[str, int]:
    *_, error, close = effects
    assert isinstance(error, Send)
    assert isinstance(close, Close)
    return json.loads(error.frame)["error"], close.code
