"""The effects of a session and their times: the documented flows and `final`, with the clock as an argument."""

import pytest

from plosive.protocol.session import TABLE
from plosive.protocol.states import Input, State
from plosive.protocol.values import Close, SendAudio, Why
from protocol.session_driver import PCM, WAITS, Driver, kinds, spoken

FROM_OUTSIDE = {
    Input.INTERRUPT, Input.SPACE, Input.TEXT, Input.FLUSH, Input.END, Input.BAD_FRAME, Input.LEAVE, Input.ABANDON,
}  # fmt: skip
SPEECH = {Input.AUDIO, Input.FINISHED, Input.FAILED}


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_cell_for_all_that_may_come(state: State) -> None:
    assert set(TABLE[state]) >= FROM_OUTSIDE
    assert len(SPEECH & set(TABLE[state])) in (0, len(SPEECH))


def test_every_state_is_reached() -> None:
    reached = {to for row in TABLE.values() for _, to in row.values()}
    assert reached >= set(State) - {State.AWAITING_HANDSHAKE}


# --- the documented flows ---------------------------------------------------------------------------------------------


def test_basic_flow() -> None:
    driver = Driver().open().send(text="Hello there. How are you?").send(text="")
    assert kinds(driver.speak_all()) == [
        "Speak", "SendAudio", "SegmentEnd", "Speak", "SendAudio", "SegmentEnd", "Drain", "final", "Close",
    ]  # fmt: skip
    assert driver.session.state is State.CLOSED


def test_one_final_then_close_1000_at_the_end_of_input() -> None:
    effects = Driver().open().send(text="").effects()
    assert kinds(effects) == ["Drain", "final", "Close"]
    assert effects[-1] == Close(Why.ENDED)


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


@pytest.mark.parametrize("silent", ["...", "🎉", "**"])
def test_text_without_a_word_is_silence_if_the_server_is_set_so(silent: str) -> None:
    driver = Driver(answers_silence=True).open().send(text=silent, flush=True)
    assert kinds(driver.wait(0.3).effects()) == ["SendSilence", "Drain", "final"]
    assert kinds(driver.send(text="").effects()) == ["Drain", "final", "Close"]  # the turn is answered
    driver = Driver(answers_silence=True).open().send(text=silent).send(text="")
    assert kinds(driver.effects()) == ["SendSilence", "Drain", "final", "Close"]
    driver = Driver(answers_silence=True).open().send(text=silent).send(force=True).send(text="")
    assert kinds(driver.effects()) == ["Drain", "final", "Close"]
    driver = Driver(answers_silence=True).open().send(text="Hello. " + silent).send(text="")
    assert "SendSilence" not in kinds(driver.speak_all())


# --- final ------------------------------------------------------------------------------------------------------------


def test_final_comes_when_all_is_spoken_and_no_text_came_for_the_final_delay() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    assert kinds(driver.speak_all()) == ["Speak", "SendAudio", "SegmentEnd"]
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
    assert kinds(driver.send(text=" more.").wait(0.06).speak_all()) == ["Speak", "SendAudio", "SegmentEnd"]
    assert kinds(driver.wait(0.2).effects()) == ["Drain"]
    assert kinds(driver.wait(0.8).effects()) == ["final"]


def test_a_model_that_pauses_after_a_sentence_has_not_ended_its_answer() -> None:
    driver = Driver().open()
    taken = []
    for token in ("Let", " me", " look", " that", " up", "."):
        driver.send(text=token).wait(0.02)
    taken += driver.wait(0.04).speak_all()
    assert spoken(taken) == ["Let me look that up."]
    assert kinds(driver.wait(0.9).effects()) == ["Drain"]  # its last sound is not held back
    driver.send(text=" Here").send(text=" it").send(text=" is", flush=True)
    assert "final" not in kinds(driver.wait(0.1).speak_all())
    assert kinds(driver.wait(0.11).effects()) == ["Drain", "final"]  # after a flush nothing else is expected


def test_each_turn_tells_anew_whether_it_comes_in_tokens() -> None:
    driver = Driver().open()
    for token in ("One", " two", "."):
        driver.send(text=token)
    driver.wait(0.1).speak_all()
    assert "final" not in kinds(driver.wait(0.8).effects())
    assert "final" in kinds(driver.wait(0.11).effects())
    driver.send(text="This is a sentence.").wait(0.01).speak_all()
    assert "final" in kinds(driver.wait(0.2).effects())


@pytest.mark.parametrize("token", ["Hello.", "Hello there", "And so,", "你好"])
def test_a_frame_of_one_word_or_without_an_end_is_a_token(token: str) -> None:
    driver = Driver().open().send(text=token).send(text=" Good day to you.").wait(0.1)
    driver.speak_all()
    assert "final" not in kinds(driver.wait(0.8).effects())


@pytest.mark.parametrize("sentence", ["你好。今天天气很好。", "I see... ", "(It is.)", "Great work! 🎉", "Is it?\n\n"])
def test_a_frame_with_a_sentence_is_none(sentence: str) -> None:
    driver = Driver().open().send(text=sentence).wait(0.1)
    driver.speak_all()
    assert "final" in kinds(driver.wait(0.2).effects())


@pytest.mark.parametrize("held", ["I met Dr.", "It is No.", "1.", "“I know."])
def test_text_that_goes_on_waits_for_a_second_of_silence(held: str) -> None:
    driver = Driver().open().send(text=held)
    assert spoken(driver.wait(0.99).effects()) == []
    assert spoken(driver.wait(0.02).effects()) == ([held] if held != "1." else ["1."])
    assert spoken(Driver().open().send(text=held, flush=True).effects()) == [held]


def test_final_waits_for_slow_speech() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    assert spoken(driver.effects()) == ["Hello there."]
    assert driver.wait(3).effects() == []
    driver.session.audio(0, PCM, driver.now)
    driver.session.finished(0, driver.now)
    assert kinds(driver.effects()) == ["SendAudio", "SegmentEnd", "Drain", "final"]


def test_final_only_at_teardown_when_the_server_is_set_so() -> None:
    driver = Driver(final="teardown").open().send(text="Hello there.").wait(0.01)
    driver.speak_all()
    assert kinds(driver.wait(1).effects()) == ["Drain"]
    assert kinds(driver.send(text="").effects()) == ["Drain", "final", "Close"]


def test_time_to_first_audio_stands_on_the_first_chunk_of_each_segment() -> None:
    driver = Driver().open().send(text="Hello there.").wait(WAITS.burst_s)
    driver.effects()
    driver.now += 0.012
    driver.session.audio(0, PCM, driver.now)
    driver.session.audio(0, PCM, driver.now)
    assert [effect.first_audio_ms for effect in driver.effects() if isinstance(effect, SendAudio)] == [12, None]
