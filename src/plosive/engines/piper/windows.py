"""Plans the windows in which a sentence's frames are made. PURE arithmetic on frame numbers; it knows no model."""

from dataclasses import dataclass
from typing import Final

FIRST_ALONE: Final = 16
FIRST_CROWDED: Final = 24
"""Frames of the first window (11.6 ms each at medium quality); more if others wait already. Each window costs 11 frames of
context in addition. 12 frames would sound 3 ms sooner and leave 50 ms less to make the second window."""

LONGEST_ALONE: Final = 128
LONGEST_CROWDED: Final = 96
"""Windows double up to this. Context is a seventh of the work of 128 frames, a fifth of 96, a quarter of 64. 128 frames take
some 70 ms: so long another listener's first window may wait, or the next one of a listener who is about to run dry."""

FLOW_BLOCK: Final = 256
"""Most frames that the flow makes at a time: some 30 ms, a fifth of it for context (half with 64 frames)."""


@dataclass(frozen=True)
class Context:
    """Frames before and after a frame that it depends on."""

    before: int
    after: int


@dataclass(frozen=True)
class Window:
    """Frames start to stop, which need frames low to high. There is no padding at the sentence's ends."""

    start: int
    stop: int
    low: int
    high: int


def window(start: int, length: int, total: int, context: Context) -> Window:
    """The window at `start` with at most this length."""
    stop = min(start + length, total)
    return Window(start, stop, max(0, start - context.before), min(total, stop + context.after))


def next_length(previous: int, *, crowded: bool) -> int:
    """Length of the window after one of `previous` frames; 0: it is the first."""
    if previous == 0:
        return FIRST_CROWDED if crowded else FIRST_ALONE
    return min(2 * previous, LONGEST_CROWDED if crowded else LONGEST_ALONE)


def next_stop(start: int, length: int, total: int) -> int:
    """End of the window at `start`. A short rest would be mostly context: it joins this window, or both are made equal."""
    rest = total - start - length
    if 4 * rest >= length:
        return start + length
    return total if length + rest <= LONGEST_ALONE else start + (total - start + 1) // 2


def flow_block(made: int, needed: int, total: int, context: Context, *, ahead: bool) -> Window | None:
    """Next block of the flow, which has made `made` frames where `needed` are needed; None: it has enough.

    Without `ahead` it makes no more than needed, so that later frames do not delay the first window. With it blocks double, so
    that they do not delay the second one either.
    """
    if made >= needed:
        return None
    return window(made, max(needed - made, min(made, FLOW_BLOCK)) if ahead else needed - made, total, context)
