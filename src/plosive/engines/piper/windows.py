"""How a sentence's frames are made in windows: PURE arithmetic on frame numbers. It knows no model."""

from dataclasses import dataclass
from typing import Final

FIRST_ALONE: Final = 16
FIRST_CROWDED: Final = 24
"""Frames of the first window (11.6 ms each at medium quality). It pays for 11 frames of context whatever its length. 12 would
sound 3 ms sooner, and leave 50 ms less for the second window, which others may come before; when others wait already, 24."""

LONGEST_ALONE: Final = 128
LONGEST_CROWDED: Final = 96
"""Windows double up to this. Context is a seventh of the work of 128, which takes some 70 ms, a fifth of that of 96, a quarter
of that of 64: so long another listener's first window, or the next of one who is about to run dry, may have to wait."""

FLOW_BLOCK: Final = 256
"""Frames that the flow makes at a time at most: a fifth of its work is context then (half with 64), and it takes some 30 ms."""


@dataclass(frozen=True)
class Context:
    """How many frames before and after a frame it depends on."""

    before: int
    after: int


@dataclass(frozen=True)
class Window:
    """Frames start to stop are wanted, and low to high are needed for them: there is no padding at the sentence's ends."""

    start: int
    stop: int
    low: int
    high: int


def window(start: int, length: int, total: int, context: Context) -> Window:
    """The window at `start`, of at most this length."""
    stop = min(start + length, total)
    return Window(start, stop, max(0, start - context.before), min(total, stop + context.after))


def next_length(previous: int, *, crowded: bool) -> int:
    """How long the window after one of that length should be. 0: there was none."""
    if previous == 0:
        return FIRST_CROWDED if crowded else FIRST_ALONE
    return min(2 * previous, LONGEST_CROWDED if crowded else LONGEST_ALONE)


def next_stop(start: int, length: int, total: int) -> int:
    """Where the window at `start` stops: a rest that would be short, most of its work context, is joined or shared out."""
    rest = total - start - length
    if 4 * rest >= length:
        return start + length
    return total if length + rest <= LONGEST_ALONE else start + (total - start + 1) // 2


def flow_block(made: int, needed: int, total: int, context: Context, *, ahead: bool) -> Window | None:
    """What the flow makes next when it has made so many frames and so many are needed; None: nothing.

    Not `ahead`: no more than that. So the flow of what comes later does not delay the first window; and as blocks double, nor
    does it the second, whose listener has not much to hear.
    """
    if made >= needed:
        return None
    return window(made, max(needed - made, min(made, FLOW_BLOCK)) if ahead else needed - made, total, context)
