"""The pipe's framing: the same messages for any cut of the bytes, and only GarbledPipe for garbage."""

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.utterance import EngineVoice, Span, Utterance, WordStart
from plosive.workers.messages import (
    Audio,
    Cancel,
    Done,
    Failed,
    GarbledPipe,
    Message,
    MessageReader,
    Ready,
    Speak,
    WorkerSettings,
    Working,
    encode,
)

MESSAGES: list[tuple[Message, bytes]] = [
    (WorkerSettings(1000, 200), b""),
    (Ready(), b""),
    (
        Speak(
            1,
            Utterance(
                (Span("Grüß dich, 世界."), Span(ipa="ˈa", pause_s=0.5)), EngineVoice("espeak", "gmw/de"), 1.5, 0.5, -2.0
            ),
        ),
        b"",
    ),
    (Speak(2, Utterance((Span("Later."),), EngineVoice("espeak", "gmw/de")), 12.5), b""),
    (Working(1), b""),
    (Audio(1, 22050, (WordStart("Grüß", 0.0), WordStart("dich", 0.31))), b"\1\2" * 5000),
    (Audio(1, 22050), b""),
    (Cancel(1), b""),
    (Done(1), b""),
    (Failed(2, "no such voice"), b""),
]
STREAM = b"".join(encode(message, payload) for message, payload in MESSAGES)


def test_whole() -> None:
    assert MessageReader().feed(STREAM) == MESSAGES


def test_byte_by_byte() -> None:
    reader = MessageReader()
    assert [item for byte in STREAM for item in reader.feed(bytes([byte]))] == MESSAGES


@given(st.lists(st.integers(0, len(STREAM)), max_size=20))
def test_any_cut(cuts: list[int]) -> None:
    reader = MessageReader()
    places = [0, *sorted(cuts), len(STREAM)]
    parts = [STREAM[start:end] for start, end in itertools.pairwise(places)]
    assert [item for part in parts for item in reader.feed(part)] == MESSAGES


def test_a_huge_length_is_garbage_before_it_is_allocated() -> None:
    with pytest.raises(GarbledPipe):
        MessageReader().feed(b"\xff" * 8)


@given(st.binary(min_size=1, max_size=200))
def test_garbage(data: bytes) -> None:
    with contextlib.suppress(GarbledPipe):
        MessageReader().feed(data)
