"""The waits of a simulated listener, and percentiles."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.playback import GAP_S, Playback, median, percentile

pieces = st.lists(st.tuples(st.floats(0, 2), st.floats(0.001, 2)), min_size=1, max_size=20)


def played(asked_at: float, *arrivals: tuple[float, float]) -> Playback:
    playback = Playback(asked_at)
    for at, audio_s in arrivals:
        playback.feed(at, audio_s)
    return playback


def test_it_plays_from_the_first_audio_on() -> None:
    playback = played(10.0, (10.5, 1.0), (10.6, 2.0))
    assert playback.first_s == pytest.approx(0.5)
    assert playback.dry_at == pytest.approx(13.5)
    assert playback.audio_s == pytest.approx(3.0)
    assert playback.gaps_s == []


@pytest.mark.parametrize(("late_s", "gaps"), [(-0.5, 0), (0.0, 0), (GAP_S / 2, 0), (GAP_S * 1.5, 1), (3.0, 1)], ids=str)
def test_a_gap_is_audio_that_comes_after_it_was_due(late_s: float, gaps: int) -> None:
    playback = played(0.0, (0.0, 1.0), (1.0 + late_s, 1.0))
    assert len(playback.gaps_s) == gaps
    assert playback.gaps_s == pytest.approx([late_s] * gaps)
    assert playback.dry_at == pytest.approx(2.0 + max(0.0, late_s)), "playback goes on where it waited"


def test_who_waits_at_the_end_has_a_gap() -> None:
    playback = played(0.0, (0.0, 1.0))
    playback.stop(0.9)
    assert playback.gaps_s == []
    playback.stop(1.5)
    assert playback.gaps_s == pytest.approx([0.5])


def test_who_has_heard_nothing_has_no_gap() -> None:
    playback = Playback(0.0)
    playback.feed(1.0, 0.0)
    playback.stop(9.0)
    assert playback.first_s is None
    assert playback.gaps_s == []


@given(pieces)
def test_time_is_first_audio_and_audio_and_waits(waits: list[tuple[float, float]]) -> None:
    playback, now = Playback(0.0), 0.0
    waited_s = 0.0
    for wait_s, audio_s in waits:
        now += wait_s
        if playback.first_s is not None:
            waited_s += max(0.0, now - playback.dry_at)
        playback.feed(now, audio_s)
    assert playback.dry_at == pytest.approx((playback.first_s or 0.0) + playback.audio_s + waited_s)
    assert sum(playback.gaps_s) <= waited_s + 1e-9


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([5], 0.95, 5), ([3, 1, 2], 0.5, 2), ([3, 1, 2], 0, 1), ([3, 1, 2], 1, 3), (list(range(1, 101)), 0.95, 95)],
    ids=str,
)
def test_percentile(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


def test_percentile_of_nothing_is_no_number() -> None:
    assert math.isnan(percentile([], 0.5))
    assert math.isnan(median([]))


@pytest.mark.parametrize(("values", "expected"), [([4], 4), ([9, 1], 5), ([9, 1, 2], 2)], ids=str)
def test_median(values: list[float], expected: float) -> None:
    assert median(values) == expected
