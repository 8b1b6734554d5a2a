"""How sessions end: errors, inactivity, a server that leaves."""

import pytest

from plosive.protocol.states import State
from plosive.protocol.values import Close, SegmentEnd, Why
from plosive.text.front_end import front_end
from protocol.session_driver import PCM, Driver, broken, error_and_close, kinds, spoken


def test_what_was_read_before_broken_ssml_is_spoken_before_the_error() -> None:
    driver = Driver(lambda: front_end(is_ssml=True)).open()
    driver.send(text="<speak><s>One.</s><s>Two.</s><s>Three</p>").send(text="Too late.")
    taken = driver.speak_all()
    assert kinds(taken) == [
        *3 * ["Speak", "SendAudio", "SegmentEnd"], "Drain", "error", "Close"
    ]  # fmt: skip
    assert [effect.text for effect in taken if isinstance(effect, SegmentEnd)] == ["One.", "Two.", "Three"]
    assert taken[-1] == Close(Why.INVALID_TEXT)


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
    driver.receive(frame)
    assert error_and_close(driver.effects())[1] == code
    assert driver.session.state is State.CLOSED


def test_failed_synthesis() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    driver.effects()
    driver.session.failed(0, broken(), driver.now)
    assert error_and_close(driver.effects()) == ("Error in audio response: the engine crashed", 1011)


def test_failed_synthesis_after_the_end_of_input() -> None:
    driver = Driver().open().send(text="Hello there.").send(text="")
    driver.effects()
    driver.session.failed(0, broken(), driver.now)
    assert error_and_close(driver.effects()) == ("Error in remaining audio response: the engine crashed", 1011)


def test_inactivity_speaks_the_fragment_then_final_then_closes() -> None:
    driver = Driver().open().send(text="Hello, my name")
    assert driver.wait(19.9).effects() == []
    effects = driver.wait(0.1).speak_all()
    assert spoken(effects) == ["Hello, my name"]
    assert kinds(effects)[-2:] == ["final", "Close"]
    assert effects[-1] == Close(Why.INACTIVE)


def test_inactivity_counts_from_the_last_audio_sent() -> None:
    driver = Driver().open().send(text="Hello there.").wait(0.01)
    driver.effects()
    driver.session.sent(driver.now)
    driver.wait(60)  # it does not run while there is something to speak
    driver.session.audio(0, PCM, driver.now)
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
    assert effects[-1] == Close(Why.GOING_AWAY)


def test_a_leaving_server_gives_1000_to_a_client_that_ends_in_time() -> None:
    driver = Driver().open().send(text="One is here.").wait(0.01)
    driver.session.leave(driver.now)
    effects = driver.send(text="").speak_all()
    assert kinds(effects)[-2:] == ["final", "Close"]
    assert effects[-1] == Close(Why.ENDED)


def test_a_leaving_server_gives_1000_to_a_client_that_has_ended() -> None:
    driver = Driver().open().send(text="One is here.").send(text="")
    driver.session.leave(driver.now)
    effects = driver.speak_all()
    assert effects[-1] == Close(Why.ENDED)


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


def test_voice_settings_that_are_wrong_are_refused_in_the_handshake_alone() -> None:
    error, code = error_and_close(Driver().send(text=" ", voice_settings={"pitch": "high"}).effects())
    assert error == "Invalid message: expected a number, got str - at `$.voice_settings.pitch`"
    assert code == 1008
    error, code = error_and_close(Driver().send(text=" ", voice_settings=[]).effects())
    assert error == "Invalid message: expected an object, got array - at `$.voice_settings`"
    assert code == 1008
    wrong: list[object] = [{"pitch": "high"}, [], "fast", 5]
    for settings in wrong:
        assert Driver().open().send(text=" ", voice_settings=settings).effects() == []


def test_voice_settings_before_the_handshakes_text_count() -> None:
    driver = Driver().send(voice_settings={"voice_speed": 1.5}).send(flush=True).send(text=" ")
    assert driver.session.settings.speed == 1.5
    driver = Driver().send(voice_settings={"voice_speed": 1.5}).send(text=" ", voice_settings={"volume": 0.5})
    assert (driver.session.settings.speed, driver.session.settings.volume) == (1.0, 0.5)  # the last ones count
    driver = Driver().send(voice_settings=[])
    assert driver.effects() == []
    assert error_and_close(driver.send(text=" ").effects())[1] == 1008
    assert Driver().send(voice_settings=[]).send(text=" ", voice_settings={}).effects() == []


def test_after_inactivity_the_end_of_input_counts_unless_text_was_refused() -> None:
    ended = Driver().open().send(text="Hello, my name").wait(20)
    assert ended.send(text="").speak_all()[-1] == Close(Why.ENDED)
    refused = Driver().open().send(text="Hello, my name").wait(20)
    assert refused.send(text=" is Bob.").send(text="").speak_all()[-1] == Close(Why.INACTIVE)
