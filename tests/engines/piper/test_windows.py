"""Windows: every frame once, with all the context there is."""

from hypothesis import given
from hypothesis import strategies as st

from plosive.engines.piper.windows import (
    LONGEST_ALONE,
    LONGEST_CROWDED,
    Context,
    flow_block,
    next_length,
    next_stop,
    window,
)

contexts = st.builds(Context, st.integers(0, 40), st.integers(0, 40))


@given(st.integers(1, 2000), contexts, st.lists(st.booleans(), min_size=1))
def test_windows_cover_every_frame_once(total: int, context: Context, crowds: list[bool]) -> None:
    start, length, windows = 0, 0, 0
    while start < total:
        length = next_length(length, crowded=crowds[windows % len(crowds)])
        stop = next_stop(start, length, total)
        part = window(start, stop - start, total, context)
        assert (part.start, part.stop) == (start, stop)
        assert start < stop <= total
        assert stop - start <= LONGEST_ALONE
        assert part.low == max(0, start - context.before)
        assert part.high == min(total, stop + context.after)
        start = stop
        windows += 1


@given(st.integers(0, 500))
def test_no_window_in_the_middle_is_mostly_context(total: int) -> None:
    start, length, lengths = 0, 0, []
    while start < total:
        length = next_length(length, crowded=False)
        stop = next_stop(start, length, total)
        lengths.append(stop - start)
        start = stop
    assert all(made >= 12 for made in lengths[:-1])
    assert all(later >= 3 for later in lengths[1:])


def test_windows_double() -> None:
    lengths = [0]
    while lengths[-1] < LONGEST_CROWDED:
        lengths.append(next_length(lengths[-1], crowded=True))
    assert lengths == [0, 24, 48, 96]
    assert next_length(96, crowded=False) == LONGEST_ALONE
    assert next_length(LONGEST_ALONE, crowded=True) == LONGEST_CROWDED
    assert next_length(0, crowded=False) == 16


@given(st.integers(1, 2000), contexts, st.lists(st.integers(1, 200), min_size=1), st.booleans())
def test_the_flow_makes_every_frame_once_and_what_is_needed(
    total: int, context: Context, needs: list[int], ahead: bool
) -> None:
    made = needed = 0
    for more in [*needs, total]:
        needed = min(needed + more, total)
        while block := flow_block(made, needed, total, context, ahead=ahead):
            assert block.start == made < block.stop
            assert block.low == max(0, made - context.before)
            assert block.high == min(total, block.stop + context.after)
            made = block.stop
        assert made >= needed
    assert made == total


def test_a_block_that_is_not_ahead_is_no_longer_than_it_must_be() -> None:
    block = flow_block(0, 23, 1000, Context(32, 32), ahead=False)
    assert block is not None
    assert (block.stop, block.high) == (23, 55)
