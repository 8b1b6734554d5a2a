"""Properties of a session for any cut of a text and any order of inputs."""

import itertools
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plosive.protocol.states import State
from plosive.protocol.values import Cancel, Close, Drain, Effect, SegmentEnd, SendAudio, Speak, Why
from plosive.text.front_end import front_end
from protocol.session_driver import PCM, Driver, broken, kinds, spoken

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
        "text": st.sampled_from(
            ["", " ", "Hi", "Hello there.", " and", ".", "**", "🎉", "<s>Hello.</s>", "</p>", "A. B. C.", "word " * 500]
        ),
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
@given(inputs, st.sampled_from(["drained", "teardown"]), st.booleans())
def test_any_order_of_inputs_leaves_a_documented_state(steps: list[tuple[str, Any]], final: Any, is_ssml: bool) -> None:
    driver = Driver(lambda: front_end(is_ssml=is_ssml), final=final)
    session = driver.session
    taken: list[Effect] = []
    for name, value in [*steps, ("take", None)]:
        if name == "frame":
            driver.receive(value)
        elif name == "wait":
            driver.wait(value)
        elif name == "audio":
            session.audio(session.turn, PCM, driver.now)
        elif name == "finished":
            session.finished(session.turn, driver.now)
        elif name == "failed":
            session.failed(session.turn, broken(), driver.now)
        elif name == "stale":
            session.audio(session.turn - 1, PCM, driver.now)
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
        assert taken[-1].why is Why.GOING_AWAY or kinds(taken)[-2] in ("final", "error")  # type: ignore[union-attr]
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
            case SegmentEnd():
                assert speaking
                speaking = False
            case Cancel() | Close():
                speaking = False
            case Drain():
                assert not speaking
