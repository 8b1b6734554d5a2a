"""Session alone: every cell of its table, its timing with time passed in, and any order of inputs."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plosive.protocol.session import (
    _TABLE,
    Cancel,
    Close,
    Drain,
    Effect,
    Input,
    Send,
    SendAudio,
    SendSegmentEnd,
    Session,
    Speak,
    State,
    Waits,
)
from plosive.text.front_end import front_end

WAITS = Waits(inactivity_s=20, handshake_s=10, final_s=0.2, sentence_s=0.05, doubtful_s=0.2, burst_s=0.001)
PCM = b"\1\0" * 100
RATE_HZ = 22050


class Driver:
    """A session with a clock that only the test moves, and an engine that speaks at once when told to."""

    def __init__(self, **options: Any) -> None:
        self.now = 100.0
        self.session = Session(front_end(), WAITS, self.now, **options)

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


def test_what_was_read_before_broken_ssml_is_spoken_before_the_error() -> None:
    driver = Driver()
    driver.session = Session(front_end(is_ssml=True), WAITS, driver.now)
    driver.open().send(text="<speak><s>One.</s><s>Two.</s><s>Three</p>").send(text="Too late.")
    taken = driver.speak_all()
    assert kinds(taken) == [
        "Speak", "SendAudio", "SendSegmentEnd", "Speak", "SendAudio", "SendSegmentEnd", "Drain", "error", "Close"
    ]  # fmt: skip
    assert [effect.text for effect in taken if isinstance(effect, SendSegmentEnd)] == ["One.", "Two."]
    assert isinstance(taken[-1], Close)
    assert taken[-1].code == 1008


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


def test_every_state_and_input_has_a_cell() -> None:
    assert set(_TABLE) == {(state, item) for state in State for item in Input}


# --- the documented flows ---------------------------------------------------------------------------------------------


def test_basic_flow() -> None:
    driver = Driver().open().send(text="Hello there. How are you?").send(text="")
    assert kinds(driver.speak_all()) == [
        "Speak", "SendAudio", "SendSegmentEnd", "Speak", "SendAudio", "SendSegmentEnd", "Drain", "final", "Close",
    ]  # fmt: skip
    assert driver.session.state is State.CLOSED


def test_one_final_then_close_1000_at_the_end_of_input() -> None:
    effects = Driver().open().send(text="").effects()
    assert kinds(effects) == ["Drain", "final", "Close"]
    assert effects[-1] == Close(1000, "")


def test_end_of_input_first_gets_its_final_too() -> None:
    assert kinds(Driver().send(text="").effects()) == ["Drain", "final", "Close"]


def test_frames_after_the_end_of_input_are_ignored() -> None:
    driver = Driver().open().send(text="One.").send(text="").send(text="Two.", flush=True).send(text="")
    effects = driver.speak_all()
    assert spoken(effects) == ["One."]
    assert kinds(effects).count("final") == 1


def test_a_sentence_frame_is_spoken_at_once_and_a_fragment_waits() -> None:
    driver = Driver().open().send(text="Hello.")
    assert spoken(driver.wait(0.001).effects()) == ["Hello."]
    driver = Driver().open().send(text="Hello, my name")
    assert spoken(driver.wait(1).effects()) == []
    assert spoken(driver.send(text=" is Bob.").wait(0.001).effects()) == ["Hello, my name is Bob."]


def test_a_token_that_may_end_a_sentence_waits_for_the_next_one() -> None:
    driver = Driver().open()
    for token in ("Dr", ". Sm", "ith paid $3", ".14."):
        driver.send(text=token)
        assert spoken(driver.wait(0.03).effects()) == []
    assert spoken(driver.wait(0.2).effects()) == ["Dr. Smith paid $3.14."]


def test_flush_speaks_a_fragment_without_waiting() -> None:
    driver = Driver().open().send(text="Hello, my name", flush=True)
    assert spoken(driver.effects()) == ["Hello, my name"]


def test_flush_may_come_without_text() -> None:
    driver = Driver().open().send(text="Hello, my").send(flush=True)
    assert spoken(driver.effects()) == ["Hello, my"]


def test_a_thousand_empty_flushes_are_nothing() -> None:
    driver = Driver().open()
    for _ in range(1000):
        driver.send(flush=True)
    assert driver.wait(1).effects() == []


@pytest.mark.parametrize("silent", ["**", "---", "🎉", "🎉 *"])
def test_text_without_a_word_makes_no_speech_but_a_final(silent: str) -> None:
    driver = Driver().open().send(text=silent, flush=True)
    assert kinds(driver.wait(0.3).effects()) == ["final"]


# --- final ------------------------------------------------------------------------------------------------------------


def test_final_comes_when_all_is_spoken_and_no_text_came_for_the_final_delay() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    assert kinds(driver.speak_all()) == ["Speak", "SendAudio", "SendSegmentEnd"]
    assert driver.wait(0.15).effects() == []
    assert kinds(driver.wait(0.05).effects()) == ["Drain", "final"]
    assert driver.wait(5).effects() == []


def test_no_final_between_sentences_50_ms_apart() -> None:
    driver = Driver().open()
    taken = []
    for number in ("one", "two", "three", "four", "five"):
        driver.send(text=f"This is sentence {number}.").wait(0.05)
        taken += driver.speak_all()
    assert "final" not in kinds(taken)
    assert len(spoken(taken)) == 5


def test_no_final_while_a_fragment_is_held_but_the_encoder_is_drained() -> None:
    driver = Driver().open().send(text="Hello there. And then").wait(0.01)
    driver.speak_all()
    assert kinds(driver.wait(0.3).effects()) == ["Drain"]
    assert kinds(driver.send(text=" more.").wait(0.06).speak_all()) == ["Speak", "SendAudio", "SendSegmentEnd"]
    assert kinds(driver.wait(0.3).effects()) == ["Drain", "final"]


def test_final_waits_for_slow_speech() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    assert spoken(driver.effects()) == ["Hello there."]
    assert driver.wait(3).effects() == []
    driver.session.audio(0, PCM, RATE_HZ, driver.now)
    driver.session.finished(0, driver.now)
    assert kinds(driver.effects()) == ["SendAudio", "SendSegmentEnd", "Drain", "final"]


def test_final_only_at_teardown_when_the_server_is_set_so() -> None:
    driver = Driver(final="teardown").open().send(text="Hello there.").wait(0.01)
    driver.speak_all()
    assert kinds(driver.wait(1).effects()) == ["Drain"]
    assert kinds(driver.send(text="").effects()) == ["Drain", "final", "Close"]


def test_time_to_first_audio_stands_on_the_first_chunk_of_each_segment() -> None:
    driver = Driver().open().send(text="Hello there.").wait(WAITS.burst_s)
    driver.effects()
    driver.now += 0.012
    driver.session.audio(0, PCM, RATE_HZ, driver.now)
    driver.session.audio(0, PCM, RATE_HZ, driver.now)
    assert [effect.first_audio_ms for effect in driver.effects() if isinstance(effect, SendAudio)] == [12, None]


# --- interruption -----------------------------------------------------------------------------------------------------


def test_force_drops_everything_of_before() -> None:
    driver = Driver().open().send(text="One is here. Two is here. Three is he").wait(0.01)
    [speak] = driver.effects()
    assert isinstance(speak, Speak)
    driver.session.audio(speak.turn, PCM, RATE_HZ, driver.now)
    driver.send(force=True)
    assert kinds(driver.effects()) == ["Cancel"]
    driver.session.audio(speak.turn, PCM, RATE_HZ, driver.now)
    driver.session.finished(speak.turn, driver.now)
    driver.session.failed(speak.turn, "late")
    assert driver.wait(5).effects() == []
    assert spoken(driver.send(text="New text.").wait(0.01).effects()) == ["New text."]


def test_what_comes_late_of_an_interrupted_turn_never_touches_the_new_one() -> None:
    driver = Driver().open().send(text="Old text here.").wait(0.01)
    driver.effects()
    driver.send(text="New text here.", force=True).wait(0.01)
    [_, speak] = driver.effects()
    assert isinstance(speak, Speak)
    assert speak.turn == 1
    driver.session.audio(0, PCM, RATE_HZ, driver.now)
    driver.session.failed(0, "late")
    driver.session.finished(0, driver.now)
    assert driver.effects() == []
    driver.session.audio(1, PCM, RATE_HZ, driver.now)
    driver.session.finished(1, driver.now)
    assert kinds(driver.effects()) == ["SendAudio", "SendSegmentEnd"]


def test_force_with_text_interrupts_first() -> None:
    driver = Driver().open().send(text="Old text here.").wait(0.01)
    driver.effects()
    driver.send(text="New text here.", force=True)
    assert kinds(driver.wait(0.01).effects()) == ["Cancel", "Speak"]


def test_force_with_empty_text_only_interrupts() -> None:
    driver = Driver().open().send(text="Old text here.").wait(0.01)
    driver.effects()
    driver.send(text="", force=True)
    assert kinds(driver.effects()) == ["Cancel"]
    assert driver.session.state is State.OPEN


def test_force_when_idle_is_nothing() -> None:
    driver = Driver().open()
    for _ in range(10_000):
        driver.send(force=True)
    assert driver.session.unsent == 0
    assert driver.wait(1).effects() == []


def test_force_forgets_a_drain_and_a_final_that_were_not_sent_yet() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    driver.speak_all()
    driver.session.tick(driver.now + 1)
    driver.send(force=True)
    assert kinds(driver.effects()) == ["Cancel"]  # the encoder still holds the end of "there"


def test_force_after_the_end_of_input_still_ends() -> None:
    driver = Driver().open().send(text="One is here. Two is here.").send(text="")
    driver.effects()
    driver.send(force=True)
    assert kinds(driver.effects()) == ["Cancel", "Drain", "final", "Close"]


def test_force_when_all_is_spoken_but_not_yet_sent_still_drops_it() -> None:
    driver = Driver().open().send(text="One is here.").send(text="")
    [speak] = driver.effects()
    assert isinstance(speak, Speak)
    for _ in range(8):
        driver.session.audio(speak.turn, PCM, RATE_HZ, driver.now)
    driver.session.finished(speak.turn, driver.now)
    driver.send(force=True)
    assert kinds(driver.effects()) == ["Cancel", "Drain", "final", "Close"]
    assert driver.session.state is State.CLOSED


def test_force_before_the_handshake_is_nothing() -> None:
    driver = Driver().send(force=True)
    assert driver.session.state is State.AWAITING_HANDSHAKE
    assert driver.effects() == []


# --- errors and closing -----------------------------------------------------------------------------------------------


def test_text_before_the_handshake() -> None:
    error, code = error_and_close(Driver().send(text="Hello.").effects())
    assert error.startswith("Invalid message")
    assert code == 1008


def test_no_handshake() -> None:
    driver = Driver()
    assert driver.wait(9.9).effects() == []
    _, code = error_and_close(driver.wait(0.1).effects())
    assert code == 1008


@pytest.mark.parametrize(
    ("frame", "code"),
    [("{", 1008), ("[]", 1008), ('{"text": 5}', 1008), (b"{}", 1003), ('"' + "x" * (1 << 20) + '"', 1009)],
)
def test_input_errors(frame: str | bytes, code: int) -> None:
    driver = Driver().open()
    driver.session.receive(frame, driver.now)
    assert error_and_close(driver.effects())[1] == code
    assert driver.session.state is State.CLOSED


def test_failed_synthesis() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    driver.effects()
    driver.session.failed(0, "the engine crashed")
    assert error_and_close(driver.effects()) == ("Error in audio response: the engine crashed", 1011)


def test_failed_synthesis_after_the_end_of_input() -> None:
    driver = Driver().open().send(text="Hello there.").send(text="")
    driver.effects()
    driver.session.failed(0, "the engine crashed")
    assert error_and_close(driver.effects()) == ("Error in remaining audio response: the engine crashed", 1011)


def test_inactivity_speaks_the_fragment_then_final_then_closes() -> None:
    driver = Driver().open().send(text="Hello, my name")
    assert driver.wait(19.9).effects() == []
    effects = driver.wait(0.1).speak_all()
    assert spoken(effects) == ["Hello, my name"]
    assert kinds(effects)[-2:] == ["final", "Close"]
    assert isinstance(effects[-1], Close)
    assert effects[-1].code == 1000


def test_inactivity_counts_from_the_last_audio_sent() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    driver.effects()
    driver.session.sent(driver.now)
    driver.wait(60)  # it does not run while there is something to speak
    driver.session.audio(0, PCM, RATE_HZ, driver.now)
    driver.session.finished(0, driver.now)
    assert "Close" not in kinds(driver.effects())
    driver.session.sent(driver.now)
    assert "Close" not in kinds(driver.wait(19.9).effects())
    assert "Close" in kinds(driver.wait(0.1).effects())


def test_whitespace_keeps_a_session_alive() -> None:
    driver = Driver().open()
    for _ in range(10):
        driver.wait(15)
        driver.send(text=" ")
    assert driver.effects() == []
    assert driver.session.state is State.OPEN


def test_a_leaving_server_finishes_what_it_accepted_then_1012() -> None:
    driver = Driver().open().send(text="One is here. And a frag").wait(0.01)
    driver.session.leave(driver.now)
    effects = driver.send(text=" too late").send(text="").speak_all()
    assert spoken(effects) == ["One is here.", "And a frag"]
    assert "final" not in kinds(effects)  # it would pass for the success of a turn cut short
    assert isinstance(effects[-1], Close)
    assert effects[-1].code == 1012


def test_a_leaving_server_gives_1000_to_a_client_that_ends_in_time() -> None:
    driver = Driver().open().send(text="One is here.").wait(0.01)
    driver.session.leave(driver.now)
    effects = driver.send(text="").speak_all()
    assert kinds(effects)[-2:] == ["final", "Close"]
    assert effects[-1] == Close(1000, "")


def test_a_leaving_server_gives_1000_to_a_client_that_has_ended() -> None:
    driver = Driver().open().send(text="One is here.").send(text="")
    driver.session.leave(driver.now)
    effects = driver.speak_all()
    assert isinstance(effects[-1], Close)
    assert effects[-1].code == 1000


def test_a_leaving_server_owes_an_idle_session_no_second_final() -> None:
    driver = Driver().open().send(text="One is here.").wait(0.01)
    driver.speak_all()
    assert kinds(driver.wait(1).effects()) == ["Drain", "final"]
    driver.session.leave(driver.now)
    assert kinds(driver.effects()) == ["Drain", "Close"]


def test_too_much_unspoken_text() -> None:
    driver = Driver().open()
    for _ in range(5):
        driver.send(text="word " * 200_000)
    error, code = error_and_close(driver.effects())
    assert "Too much text" in error
    assert code == 1009


def test_an_abandoned_session_says_so() -> None:
    driver = Driver().open().send(text="One is here.").wait(0.01)
    driver.effects()
    driver.session.abandon()
    assert error_and_close(driver.effects())[1] == 1012


def test_settings_are_locked_at_the_handshake() -> None:
    driver = Driver().send(text=" ", voice_settings={"voice_speed": 1.5, "unknown": {}})
    driver.send(text=" ", voice_settings={"voice_speed": 0.5})
    assert driver.session.settings.speed == 1.5


# --- any cut, any order -----------------------------------------------------------------------------------------------

TEXT = (
    "Dr. Smith paid $3.14 for it. **Really?** Yes! He lives in the U.S. now, I think... See [the page](http://a.b/c.d), "
    "e.g. now. 1. One\n2. Two\n\nIt ends here"
)


@given(st.lists(st.integers(0, len(TEXT)), max_size=60))
def test_any_cut_of_the_text_gives_the_same_segments(cuts: list[int]) -> None:
    def segments(parts: list[str]) -> list[str]:
        driver = Driver().open()
        for part in parts:
            if part:
                driver.send(text=part)
        return spoken(driver.send(text="").speak_all())

    places = [0, *sorted(cuts), len(TEXT)]
    parts = [TEXT[start:end] for start, end in itertools.pairwise(places)]
    assert segments(parts) == segments([TEXT])


frames = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(["", " ", "Hi", "Hello there.", " and", ".", "**", "🎉", "A. B. C.", "word " * 500]),
        "flush": st.booleans(),
        "force": st.booleans(),
    },
)
inputs = st.lists(
    st.one_of(
        frames.map(lambda frame: ("frame", json.dumps(frame))),
        st.sampled_from(["{", "[]", '{"text":1}']).map(lambda data: ("frame", data)),
        st.sampled_from([0.0, 0.0005, 0.01, 0.06, 0.3, 11, 30]).map(lambda seconds: ("wait", seconds)),
        st.sampled_from(["audio", "finished", "failed", "stale", "leave", "abandon", "take"]).map(
            lambda name: (name, None)
        ),
    ),
    max_size=40,
)


@settings(max_examples=300)
@given(inputs, st.sampled_from(["drained", "teardown"]))
def test_any_order_of_inputs_leaves_a_documented_state(steps: list[tuple[str, Any]], final: Any) -> None:
    driver = Driver(final=final)
    session = driver.session
    taken: list[Effect] = []
    for name, value in [*steps, ("take", None)]:
        if name == "frame":
            session.receive(value, driver.now)
        elif name == "wait":
            driver.wait(value)
        elif name == "audio":
            session.audio(session.turn, PCM, RATE_HZ, driver.now)
        elif name == "finished":
            session.finished(session.turn, driver.now)
        elif name == "failed":
            session.failed(session.turn, "no")
        elif name == "stale":
            session.audio(session.turn - 1, PCM, RATE_HZ, driver.now)
        elif name == "leave":
            session.leave(driver.now)
        elif name == "abandon":
            session.abandon()
        else:
            taken += driver.effects()
    closes = [index for index, effect in enumerate(taken) if isinstance(effect, Close)]
    assert (session.state is State.CLOSED) == bool(closes)
    assert closes in ([], [len(taken) - 1])  # nothing comes after a close
    if closes:
        assert taken[-1].code == 1012 or kinds(taken)[-2] in ("final", "error")  # type: ignore[union-attr]
    check_order(taken)


def check_order(taken: list[Effect]) -> None:
    """Audio only ever belongs to the segment spoken last, one segment at a time."""
    speaking = False
    turn = -1
    for effect in taken:
        match effect:
            case Speak():
                assert not speaking
                assert effect.turn >= turn
                speaking, turn = True, effect.turn
            case SendAudio():
                assert speaking
            case SendSegmentEnd():
                assert speaking
                speaking = False
            case Cancel() | Close():
                speaking = False
            case Drain():
                assert not speaking
