"""The bucket never allows more than its limit, and its waiting times are right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.token_bucket import TokenBucket

STEPS = st.lists(st.tuples(st.floats(0, 90), st.integers(1, 30)), max_size=60)


@given(st.integers(1, 1000), STEPS)
def test_in_any_stretch_of_time_no_more_goes_through_than_a_full_bucket_and_what_flows_in(
    per_minute: int, steps: list[tuple[float, int]]
) -> None:
    bucket, now = TokenBucket(per_minute, 60, 0.0), 0.0
    taken: list[tuple[float, int]] = []
    for pause_s, amount in steps:
        now += pause_s
        if not bucket.wait_s(now):
            bucket.take(amount, now)
            taken.append((now, amount))
    for first in range(len(taken)):
        for last in range(first, len(taken)):
            # The last one may overdraw it, by what it takes more than the one token that has to be there.
            through = sum(amount for _, amount in taken[first:last]) + 1
            assert through <= per_minute + (taken[last][0] - taken[first][0]) * per_minute / 60 + 1e-6 * (last + 1)


@given(st.integers(1, 1000), STEPS)
def test_after_the_wait_and_not_before_something_goes_through(per_minute: int, steps: list[tuple[float, int]]) -> None:
    bucket, now = TokenBucket(per_minute, 60, 0.0), 0.0
    for pause_s, amount in steps:
        now += pause_s
        wait_s = bucket.wait_s(now)
        if wait_s:
            assert bucket.wait_s(now + wait_s * 0.99) > 0
            now += wait_s
            assert bucket.wait_s(now) == 0
        bucket.take(amount, now)


@given(st.integers(1, 1000), st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_clock_that_goes_back_fills_nothing(per_minute: int, now: float, earlier: float) -> None:
    bucket = TokenBucket(per_minute, 60, now)
    bucket.take(per_minute, now)
    assert bucket.wait_s(now - earlier) == pytest.approx(60 / per_minute)
