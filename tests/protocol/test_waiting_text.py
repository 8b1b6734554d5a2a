"""Text that waits: the front end is asked how it ends when a deadline comes, not after each frame."""

import time

import pytest

from plosive.protocol.waiting_text import WaitingText, Waits
from plosive.text.front_end import FrontEnd, front_end
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment

WAITS = Waits()


class Counting:
    """A front end that counts how often it is asked what it holds, and told to give it out."""

    def __init__(self, texts: FrontEnd) -> None:
        self.texts = texts
        self.asked = self.flushes = 0

    @property
    def ending(self) -> Ending:
        self.asked += 1
        return self.texts.ending

    @property
    def holds_text(self) -> bool:
        self.asked += 1
        return self.texts.holds_text

    def feed(self, delta: str) -> list[Segment]:
        return self.texts.feed(delta)

    def settle(self) -> list[Segment]:
        return self.texts.settle()

    def flush(self) -> list[Segment]:
        self.flushes += 1
        return self.texts.flush()


def add(text: WaitingText, *frames: str) -> None:
    for frame in frames:
        assert text.add(frame, 0)
        text.read(0)


def test_tokens_ask_nothing_until_the_deadline() -> None:
    texts = Counting(front_end())
    text = WaitingText(lambda: texts, WAITS)
    add(text, "Tokens", " come", " one", " after", " the", " other", " ", "and", " ask", " nothing")
    assert texts.asked == 0
    text.read(WAITS.sentence_s)
    assert texts.asked == 1
    assert text.deadline is None
    text.read(10)
    assert texts.asked == 1


@pytest.mark.parametrize(
    ("frames", "wait_s"),
    [
        (("Hello there.",), WAITS.burst_s),
        (("Hello.",), WAITS.burst_s),  # one word, but all there is
        (("Hello", "."), WAITS.sentence_s),
        (("Hello there", " friend."), WAITS.sentence_s),
        (("Apples, etc.",), WAITS.sentence_s),  # doubtful
        (("Apples,", " etc."), WAITS.doubtful_s),
        (("...and",), None),
        (("$3.",), WAITS.doubtful_s),  # one word
        (("I met Dr.",), WAITS.silence_s),
        (("I met", " Dr."), WAITS.silence_s),
    ],
)
def test_the_less_sure_the_end_the_longer_the_wait(frames: tuple[str, ...], wait_s: float | None) -> None:
    text = WaitingText(front_end, WAITS)
    add(text, *frames)
    now = 0.0
    while (ended := text.next_segment()) is None and text.deadline is not None:
        now = text.deadline
        text.read(now)
    assert (now if ended else None) == wait_s


def test_what_is_read_slice_by_slice_is_all_there() -> None:
    text = WaitingText(front_end, WAITS)
    assert text.add("It goes on. " * 1000, 0)
    text.flush()
    segments = 0
    while text:
        text.read(0)
        while text.next_segment():
            segments += 1
    assert segments == 1000
    assert not text.holds_fragment


def test_a_frame_of_marks_is_looked_at_in_no_time() -> None:
    text = WaitingText(front_end, WAITS)
    began = time.process_time()
    assert text.add("!" * 1_000_000 + "a b", 0)
    assert time.process_time() - began < 0.5


def test_dropped_text_is_not_read_out() -> None:
    made = list[Counting]()

    def new() -> Counting:
        made.append(Counting(front_end()))
        return made[-1]

    text = WaitingText(new, WAITS)
    text.clear()
    assert not made
    for number in range(3):
        add(text, f"Number {number} is never spoken")
        text.clear()
    assert [texts.flushes for texts in made] == [0, 0, 0]
    add(text, "As new.")
    text.read(1)
    assert (segment := text.next_segment()) and segment.text == "As new."
