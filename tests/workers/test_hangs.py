"""How much of a process's time counts: of one that sleeps, is stopped, computes, or would like to."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from plosive.workers.hangs import MOST_BY_THE_CLOCK, STALL_S, FairClock

CORE = min(os.sched_getaffinity(0)) if sys.platform == "linux" else 0
ENDLESS_LOOP = "while True: pass"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all time counts in full")


@contextlib.contextmanager
def python(code: str, niceness: int = 0) -> Iterator[int]:
    """Run this on one core; gives the process id once the code has begun."""
    code = f"import os, time; os.sched_setaffinity(0, [{CORE}]); os.nice({niceness}); print(flush=True)\n{code}"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        try:
            yield process.pid
        finally:
            process.kill()


def shares(pid: int, looks: int = 5) -> tuple[float, float]:
    """The share of the time that counts, and that the process computes."""
    clock = FairClock(pid)
    mark, begun, cpu_s = clock.mark(), time.monotonic(), clock._cpu_s
    for _ in range(looks):
        time.sleep(0.2)
        counted_s = clock.since(mark)
    passed_s = time.monotonic() - begun
    return counted_s / passed_s, (clock._cpu_s - cpu_s) / passed_s


def test_sleep_counts_in_full() -> None:
    with python("time.sleep(60)") as pid:
        assert shares(pid)[0] == pytest.approx(1, abs=0.01)


def test_the_time_of_a_stopped_process_counts_in_full() -> None:
    with python(ENDLESS_LOOP) as pid:
        os.kill(pid, signal.SIGSTOP)
        assert shares(pid)[0] == pytest.approx(1, abs=0.02)


def test_an_endless_loop_counts_as_far_as_it_runs() -> None:
    with python(ENDLESS_LOOP) as pid:
        counted, computes = shares(pid)
        assert counted == pytest.approx(max(computes, 1 / MOST_BY_THE_CLOCK), abs=0.02)


def test_who_gets_little_of_a_core_is_given_more_time_but_not_for_ever() -> None:
    with python(ENDLESS_LOOP), python(ENDLESS_LOOP, niceness=8) as pid:
        counted, computes = shares(pid)
        assert 0 < computes < 1 / MOST_BY_THE_CLOCK
        assert counted == pytest.approx(1 / MOST_BY_THE_CLOCK, abs=0.02)


def test_while_the_server_itself_stands_still_nothing_counts() -> None:
    with python("time.sleep(60)") as pid:
        clock = FairClock(pid)
        clock._looked_at -= STALL_S
        mark = clock.mark()
        assert clock.since(mark) == pytest.approx(-STALL_S / 2, abs=0.1)
        assert clock.since(mark) == pytest.approx(-STALL_S / 2, abs=0.1)


def test_a_process_that_has_ended_is_no_error() -> None:
    with python("time.sleep(60)") as pid:
        clock = FairClock(pid)
    assert clock.since(clock.mark()) <= 0.1
