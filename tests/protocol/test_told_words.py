"""Words on the clock of a connection's audio, and what was spoken until a barge-in."""

import random

import pytest

from plosive.protocol.values import Cancel, Completed, Effect, Interrupted, SegmentEnd, SendAudio, Speak, Words
from plosive.text.front_end import front_end
from plosive.utterance import PcmChunk, WordStart
from protocol.session_driver import Driver, kinds

RATE_HZ = 1000
WORD_S = 0.3
WORD = b"\0\x10" * round(WORD_S * RATE_HZ)


def driver() -> Driver:
    return Driver(lambda: front_end(placed=True), tells_words=True).open()


def speech(speak: Speak) -> list[PcmChunk]:
    """Each word of the segment is a chunk."""
    words = [word for span in speak.segment.spans for word in span.text.split()]
    return [
        PcmChunk(WORD, RATE_HZ, (WordStart(word, WORD_S * number),)) for number, word in enumerate(words)
    ]  # fmt: skip


def run(client: Driver, most: int = 1000) -> list[Effect]:
    """Take up to so many effects, speak each segment at once, and send all audio that is taken."""
    taken: list[Effect] = []
    while len(taken) < most and (effect := client.session.next_effect() or woken(client)):
        taken.append(effect)
        if isinstance(effect, SendAudio):
            client.session.sent(client.now, effect.chunk.seconds)
        if isinstance(effect, Speak):
            for chunk in speech(effect):
                client.session.audio(effect.turn, chunk, client.now)
            client.session.finished(effect.turn, client.now)
    return taken


def woken(client: Driver) -> Effect | None:
    client.wait(0)
    return client.session.next_effect()


def interrupted(client: Driver, **frame: object) -> Interrupted:
    client.send(force=True, **frame)
    (told,) = [effect for effect in client.effects() if isinstance(effect, Interrupted)]
    return told


@pytest.fixture
def client() -> Driver:
    return driver()


def test_words_come_before_their_audio_and_again_with_the_text(client: Driver) -> None:
    effects = run(client.send(text="One two. Three.", flush=True))
    assert kinds(effects) == [
        "Speak", "Words", "SendAudio", "Words", "SendAudio", "SegmentEnd", "Speak", "Words", "SendAudio", "SegmentEnd",
    ]  # fmt: skip
    first, second = (effect.times for effect in effects if isinstance(effect, SegmentEnd))
    assert first and second
    assert (first.segment, first.offset_s, round(first.duration_s, 3)) == (0, 0.0, 0.6)
    assert (second.segment, round(second.offset_s, 3)) == (1, 0.6)
    assert [(word.text, round(word.start_s, 3), round(word.end_s, 3)) for word in first.words] == [
        ("One", 0.0, 0.3), ("two.", 0.3, 0.6),
    ]  # fmt: skip


def test_all_that_was_sent_counts_as_spoken_without_played_ms(client: Driver) -> None:
    run(client.send(text="One two three four. Five six seven."), most=5)  # Speak, then two words with their audio
    told = interrupted(client)
    assert (told.spoken, told.unspoken) == ("One two", " three four. Five six seven.")
    assert told.segment == 0
    assert told.played_s == pytest.approx(0.6)


def test_the_clock_goes_on_from_what_was_sent(client: Driver) -> None:
    run(client.send(text="One two three four. Five."), most=5)
    interrupted(client)
    end = next(effect for effect in run(client.send(text="New.", flush=True)) if isinstance(effect, SegmentEnd))
    assert end.times
    assert end.times.offset_s == pytest.approx(0.6)
    assert interrupted(client, played_ms=599).spoken == ""
    assert not [effect for effect in client.send(force=True).effects() if isinstance(effect, Interrupted)]


def test_more_than_was_sent_cannot_be_heard(client: Driver) -> None:
    run(client.send(text="One two three.", flush=True), most=3)
    assert interrupted(client, played_ms=1e9).spoken == "One"


def test_a_final_ends_a_turn_which_is_told_once(client: Driver) -> None:
    run(client.send(text="One two.", flush=True))
    assert kinds(client.wait(0.3).effects())[-1] == "final"
    assert interrupted(client, played_ms=10).unspoken == " two."
    run(client.send(text="Three.", flush=True))
    client.wait(0.3)
    assert Completed() in client.effects()
    run(client.send(text="Four five.", flush=True))
    told = interrupted(client)
    assert (told.spoken, told.unspoken) == ("Four five.", "")  # not the turn before
    assert not [effect for effect in client.send(force=True).effects() if isinstance(effect, Interrupted)]


def test_white_space_is_no_turn(client: Driver) -> None:
    client.send(text=" ").send(force=True)
    assert client.effects() == []


def test_of_a_long_turn_the_last_64_kib_are_told(client: Driver) -> None:
    text = "".join(f"This is sentence {number}, {'which goes on and on ' * 40}. " for number in range(85))
    client.send(text=text, flush=True)
    run(client, most=10**6)
    told = interrupted(client)
    assert told.unspoken == ""
    assert 63 << 10 < len(told.spoken) < 65 << 10  # the blanks between segments are not counted
    assert text.rstrip().endswith(told.spoken)


def test_two_interruptions_before_the_first_is_told(client: Driver) -> None:
    run(client.send(text="One two.", flush=True), most=3)
    client.send(force=True).send(text="Three.").send(force=True)
    effects = client.effects()
    assert [effect.spoken + effect.unspoken for effect in effects if isinstance(effect, Interrupted)] == [
        "One two.", "Three.",
    ]  # fmt: skip
    assert sum(isinstance(effect, Cancel) for effect in effects) == 1


def test_unread_text_is_told_as_it_was_sent(client: Driver) -> None:
    text = "One two. " + "All of **this** waits, also    blanks. " * 200
    run(client.send(text=text), most=3)
    told = interrupted(client)
    assert told.spoken == "One"
    assert told.unspoken.startswith(" two. All of this waits, also blanks. All")
    assert told.unspoken.endswith("All of **this** waits, also    blanks. ")
    told_words = (told.spoken + told.unspoken).replace("*", "").split()
    assert told_words == text.replace("*", "").split()


def test_a_thousand_barge_ins() -> None:
    """The words that are reported are those whose audio was sent, and heard."""
    draw = random.Random(3)
    client = driver()
    sent_s, number = 0.0, 0
    for _ in range(1000):
        words = [f"word{number + each}" for each in range(draw.randint(1, 30))]
        number += len(words)
        text = "".join(f"{word}{draw.choice([' ', ' ', ' ', ', ', '. '])}" for word in words).rstrip(" ,.") + "."
        cut = draw.randrange(1, len(text))
        client.send(text=text[:cut]).send(text=text[cut:], flush=draw.random() < 0.5)
        effects = run(client, most=draw.randrange(40))
        if draw.random() < 0.2:
            effects += run(client.wait(draw.choice([0.1, 0.3, 2.0])))
        starts: dict[str, float] = {}
        for effect in effects:
            if isinstance(effect, Words):
                starts |= {word.text: effect.offset_s + word.start_s for word in effect.words}
            if isinstance(effect, SendAudio):
                sent_s += effect.chunk.seconds
        played_s = draw.choice([None, draw.uniform(max(0, sent_s - 5), sent_s + 1)])
        told = interrupted(client, **({} if played_s is None else {"played_ms": played_s * 1000}))
        heard_s = sent_s if played_s is None else min(sent_s, played_s)
        assert told.spoken.split() == [word for word, at_s in starts.items() if at_s < heard_s - 1e-9]
        assert told.spoken + told.unspoken == text
        assert told.played_s == pytest.approx(heard_s)
