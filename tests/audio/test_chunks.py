import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.audio.chunks import ChunkPlan


def durations_ms(chunks, rate_hz=24000):
    return [len(chunk) / 2 / rate_hz * 1000 for chunk in chunks]


def test_chunks_double_up_to_a_quarter_second():
    plan = ChunkPlan(24000)
    assert durations_ms(plan.feed(bytes(2 * 24000))) == [20, 40, 80, 160, 250, 250]
    assert durations_ms(plan.flush()) == [200]


def test_the_first_chunk_goes_out_with_its_last_sample():
    plan = ChunkPlan(8000)
    assert plan.feed(bytes(318)) == []
    assert len(plan.feed(bytes(2))[0]) == 320


def test_flush_and_restart_begin_small_again():
    plan = ChunkPlan(24000)
    plan.feed(bytes(2 * 12345))
    assert len(plan.flush()) == 1
    assert durations_ms(plan.feed(bytes(2 * 24 * 30))) == [20]
    plan.restart()
    assert plan.flush() == []
    assert durations_ms(plan.feed(bytes(2 * 24 * 20))) == [20]


def test_half_a_sample_is_refused():
    with pytest.raises(ValueError, match="1 bytes"):
        ChunkPlan(24000).feed(b"\0")


@pytest.mark.parametrize(("first_ms", "longest_ms"), [(0, 10), (20, 10), (-1, -1)])
def test_impossible_plans_are_refused(first_ms, longest_ms):
    with pytest.raises(ValueError, match="cannot grow"):
        ChunkPlan(24000, first_ms=first_ms, longest_ms=longest_ms)


@given(st.sampled_from([8000, 22050, 44100]), st.lists(st.integers(0, 9000), max_size=20))
def test_nothing_is_lost_and_the_cuts_do_not_matter(rate_hz, sizes):
    pcm = bytes(index * 37 % 256 for index in range(2 * sum(sizes)))
    whole, pieces = ChunkPlan(rate_hz), ChunkPlan(rate_hz)
    expected = whole.feed(pcm) + whole.flush()
    chunks, at = [], 0
    for size in sizes:
        chunks += pieces.feed(pcm[at : at + 2 * size])
        at += 2 * size
    chunks += pieces.flush()
    assert chunks == expected
    assert b"".join(chunks) == pcm
    assert all(len(chunk) % 2 == 0 and len(chunk) / 2 <= rate_hz * 0.25 for chunk in chunks)
