"""Barge-in: `force` drops old text and audio, and leaves everything else alone."""

from plosive.protocol.states import State
from plosive.protocol.values import Speak
from protocol.session_driver import PCM, Driver, broken, kinds, spoken


def test_force_drops_everything_of_before() -> None:
    driver = Driver().open().send(text="One is here. Two is here. Three is he").wait(0.01)
    [speak] = driver.effects()
    assert isinstance(speak, Speak)
    driver.session.audio(speak.turn, PCM, driver.now)
    driver.send(force=True)
    assert kinds(driver.effects()) == ["Cancel"]
    driver.session.audio(speak.turn, PCM, driver.now)
    driver.session.finished(speak.turn, driver.now)
    driver.session.failed(speak.turn, broken(), driver.now)
    assert driver.wait(5).effects() == []
    assert spoken(driver.send(text="New text.").wait(0.01).effects()) == ["New text."]


def test_what_comes_late_of_an_interrupted_turn_never_touches_the_new_one() -> None:
    driver = Driver().open().send(text="Old text here.").wait(0.01)
    driver.effects()
    driver.send(text="New text here.", force=True).wait(0.01)
    [_, speak] = driver.effects()
    assert isinstance(speak, Speak)
    assert speak.turn == 1
    driver.session.audio(0, PCM, driver.now)
    driver.session.failed(0, broken(), driver.now)
    driver.session.finished(0, driver.now)
    assert driver.effects() == []
    driver.session.audio(1, PCM, driver.now)
    driver.session.finished(1, driver.now)
    assert kinds(driver.effects()) == ["SendAudio", "SegmentEnd"]


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
    assert not driver.session.unsent
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
        driver.session.audio(speak.turn, PCM, driver.now)
    driver.session.finished(speak.turn, driver.now)
    driver.send(force=True)
    assert kinds(driver.effects()) == ["Cancel", "Drain", "final", "Close"]
    assert driver.session.state is State.CLOSED


def test_force_before_the_handshake_is_nothing() -> None:
    driver = Driver().send(force=True)
    assert driver.session.state is State.AWAITING_HANDSHAKE
    assert driver.effects() == []
