"""Progress of a session: when a standstill is told."""

from plosive.standstill import Progress


def test_a_standstill_is_told_once_at_the_second_look() -> None:
    progress = Progress(0)
    assert progress.standstill_s(taken=0, now=5) is None
    assert progress.standstill_s(taken=0, now=10) == 10
    assert progress.standstill_s(taken=0, now=15) is None
    progress.move(16)
    assert progress.standstill_s(taken=0, now=20) is None
    assert progress.standstill_s(taken=0, now=25) == 9


def test_a_session_that_got_its_text_a_moment_ago_does_not_stand_still() -> None:
    progress = Progress(0)
    progress.move(5)  # it has nothing to do; its text comes at 9.9 s
    assert progress.standstill_s(taken=0, now=10.1) is None


def test_a_client_that_takes_something_between_all_looks_is_only_slow() -> None:
    progress = Progress(0)
    assert [progress.standstill_s(taken=look, now=5 * look) for look in range(1, 9)] == [None] * 8
