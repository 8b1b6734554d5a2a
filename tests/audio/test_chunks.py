import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.audio.chunks import ChunkPlan


def durations_ms(chunks: list[bytes], rate_hz: int = 24000) -> list[float]:
    return [len(chunk) / 2 / rate_hz * 1000 for chunk in chunks]


def ms(milliseconds: int, rate_hz: int = 24000) -> bytes:
    return bytes(2 * rate_hz * milliseconds // 1000)


def test_chunks_double_up_to_a_quarter_second() -> None:
    assert durations_ms(ChunkPlan(24000).cut(ms(1000))) == [20, 40, 80, 160, 250, 250, 200]


def test_what_an_engine_makes_goes_out_at_once() -> None:
    plan = ChunkPlan(24000)
    assert durations_ms(plan.cut(ms(60))) == [20, 40]
    assert durations_ms(plan.cut(ms(60))) == [60]
    assert durations_ms(plan.cut(ms(240))) == [160, 80]
    assert durations_ms(plan.cut(ms(240))) == [240]
    assert plan.cut(b"") == []


def test_no_scraps() -> None:
    plan = ChunkPlan(24000)
    plan.cut(ms(1000))
    assert durations_ms(plan.cut(ms(260))) == [130, 130]
    assert durations_ms(plan.cut(ms(600))) == [250, 175, 175]


def test_a_segment_begins_small_again() -> None:
    plan = ChunkPlan(24000)
    plan.cut(ms(500))
    plan.restart()
    assert durations_ms(plan.cut(ms(60))) == [20, 40]


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="1 bytes"):
        ChunkPlan(24000).cut(b"\0")


@given(st.sampled_from([8000, 22050, 44100]), st.lists(st.integers(0, 9000), max_size=20))
def test_nothing_is_lost(rate_hz: int, sizes: list[int]) -> None:
    plan = ChunkPlan(rate_hz)
    for size in sizes:
        pcm = bytes(index * 37 % 256 for index in range(2 * size))
        chunks = plan.cut(pcm)
        assert b"".join(chunks) == pcm
        assert all(chunk and len(chunk) % 2 == 0 and len(chunk) / 2 <= rate_hz * 0.25 for chunk in chunks)
