"""The scheduler on a simulated clock: the order of listeners, and those who run out of audio."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.schedule_simulation import simulate
from plosive.workers.schedule import ABOUT_TO_RUN_DRY_S, AHEAD_S, FIRST_AUDIO_S, GIVES_WAY_S, Schedule


def test_a_new_listener_comes_before_the_comfort_of_another() -> None:
    old, new = simulate([0.0, 1.0], 30.0)
    assert old.gap_s == 0
    assert new.first_s <= 0.04 + 0.06 + 1e-9  # the step that ran, and its own


def test_a_listener_about_to_run_dry_comes_before_a_new_one() -> None:
    schedule = Schedule()
    schedule.add(1, 10.05, 10.0)
    schedule.add(2, None, 10.0)
    assert schedule.next(10.0) == 1
    schedule.made(1, 0.5, 10.04)
    assert schedule.next(10.04) == 2


def test_newcomers_that_are_late_already_do_not_make_others_run_dry() -> None:
    schedule = Schedule()
    schedule.add(1, None, 10.0)
    schedule.add(2, 10.0 + 2 * ABOUT_TO_RUN_DRY_S, 10.0)
    late = 10.0 + FIRST_AUDIO_S + 0.01
    assert schedule.next(late) == 1
    assert schedule.next(10.0 + ABOUT_TO_RUN_DRY_S + 0.01) == 2


def test_first_audio_in_the_order_of_arrival() -> None:
    heard = simulate([0.0] * 4, 10.0)
    assert [listener.first_s for listener in heard] == pytest.approx([0.06, 0.12, 0.18, 0.24])
    assert sum(listener.gap_s for listener in heard) == 0


def test_a_full_worker_leaves_nobody_dry() -> None:
    heard = simulate([0.37 * number for number in range(8)], 30.0)
    assert all(listener.gap_s == 0 for listener in heard)
    assert max(listener.first_s for listener in heard) < 0.15


def test_nobody_is_far_ahead_while_another_is_not() -> None:
    heard = simulate([0.0] * 8, 30.0)
    alone = simulate([0.0], 30.0)
    assert alone[0].ended_at < 4  # no limit but the worker's own, when nobody waits
    ends = [listener.ended_at for listener in heard]
    assert max(ends) - min(ends) < 1  # all eight are kept equally far ahead of playback


def test_an_overloaded_worker_lets_newcomers_wait_and_finishes_what_it_began() -> None:
    heard = simulate([0.0] * 16, 10.0)
    assert sum(listener.first_s < 2 for listener in heard) == 10  # it makes 9.5 s of audio a second
    assert all(listener.gap_s < 0.5 for listener in heard)
    assert all(listener.made_s == pytest.approx(10.0) for listener in heard)


def test_what_comes_after_other_audio_is_needed_when_that_ends() -> None:
    schedule = Schedule()
    schedule.add(1, 20.0, 10.0)  # its listener has 10 s to hear
    schedule.add(2, 13.0, 10.0)
    schedule.add(3, None, 10.0)
    assert schedule.next(10.0) == 3
    schedule.made(3, 5.0, 10.1)
    assert schedule.next(10.1) == 2
    schedule.remove(2)
    assert schedule.next(10.1) == 3


def test_audio_that_was_given_before_wins_no_time() -> None:
    schedule = Schedule()
    schedule.add(1, 11.0, 10.0, given_s=1.2)
    schedule.add(2, 11.5, 10.0)
    for _ in range(2):
        assert schedule.next(10.0) == 1
        schedule.made(1, 0.6, 10.0)
    assert schedule.next(10.0) == 1  # has made again what its listener has
    schedule.made(1, 0.6, 10.0)
    assert schedule.next(10.0) == 2


def test_a_step_without_audio_starts_nothing() -> None:
    schedule = Schedule()
    schedule.add(1, None, 0.0)
    schedule.made(1, 0.0, 0.02)
    schedule.add(2, None, 0.01)
    assert schedule.next(0.02) == 1
    schedule.made(1, 0.5, 5.0)
    assert schedule.next(5.0) == 2


def test_only_who_can_spare_it_gives_way() -> None:
    schedule = Schedule()
    schedule.add(1, 10.0 + GIVES_WAY_S + 1, 10.0)
    schedule.add(2, 10.0 + GIVES_WAY_S - 1, 10.0)
    schedule.add(3, None, 10.0)
    assert [job for job in (1, 2, 3) if schedule.gives_way(job, 10.0)] == [1]


def test_who_hears_nothing_yet_is_not_ahead() -> None:
    schedule = Schedule()
    schedule.add(1, 10.0 + AHEAD_S + 1, 10.0)
    schedule.add(2, 10.0 + AHEAD_S - 1, 10.0)
    schedule.add(3, None, 10.0)
    assert [job for job in (1, 2, 3) if schedule.is_ahead(job, 10.0)] == [1]


def test_nothing_to_do() -> None:
    assert Schedule().next(0.0) is None


@given(st.lists(st.floats(0, 20), min_size=1, max_size=12), st.floats(1, 20))
def test_everyone_is_served_in_full(arrivals: list[float], audio_s: float) -> None:
    heard = simulate(arrivals, audio_s)
    assert all(listener.made_s == pytest.approx(audio_s) for listener in heard)
    # Up to what a worker can do, a first audio waits for the other first audios, a step each, and for urgent windows.
    assert all(listener.first_s <= FIRST_AUDIO_S + 12 * 0.1 for listener in heard)


def test_who_waits_for_another_process_lets_each_other_job_go_first_once() -> None:
    schedule = Schedule()
    for number in (1, 2, 3):
        schedule.add(number, None, 10.0 + number)
    order = []
    for _ in range(6):
        job = schedule.next(14.0)
        assert job is not None
        order.append(job)
        if job == 3:
            schedule.made(job, 5.0, 14.0)
        else:
            schedule.waits(job)
    assert order == [1, 2, 3, 1, 2, 3]
    schedule.remove(3)
    schedule.waits(1)
    schedule.waits(2)
    assert schedule.all_wait
    assert schedule.next(14.0) == 1
