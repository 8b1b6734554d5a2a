"""Hangs: how long a worker may owe an answer, and how much of that time counts.

A worker that gets little of a busy machine does not hang. Time in which it computes counts as the CPU time that it got, time
in which it sleeps or is stopped counts in full.
"""

import sys
import time
from typing import Final

from plosive.utterance import Utterance
from plosive.workers.load import spoken_chars

STALL_S: Final = 5.0
STALL_S_PER_CHAR: Final = 0.1
LOADING_S: Final = 10.0
"""A worker that works on an utterance and sends nothing for `STALL_S` plus so much per character hangs. A neural voice makes
the frames of a whole sentence in one step, so the time grows with the text: a character is a Latin letter, a Han character
three. Most steps take well under a second, but Kokoro's take 0.04 s a character. With a voice that it has not spoken with
lately the worker may be loading it, for which it has `LOADING_S` more."""

WARM_UP_S: Final = 120.0
"""Longest step of a new worker's warm-up, which loads the default voice. No listener is on it yet, and another
worker would be no faster: Kokoro's takes 1.7 s of CPU (int8), which was 8 s on a machine under load."""

CANCEL_GRACE_S: Final = 2.0
CANCEL_GRACE_LOADING_S: Final = 5.0
"""A worker that does not answer a cancel within this time is killed. It answers between two steps; the longest step is loading
a voice, which cannot be interrupted (measured: 1.4 s for 63 MB)."""

MOST_BY_THE_CLOCK: Final = 4
"""A worker is killed after so many times its limit, even if it got less CPU time than that."""

_COMPUTES: Final = 0.01
"""A worker that takes a smaller share of a core sleeps, or is stopped. It takes none then, but for the messages that come."""


def longest_step_s(utterance: Utterance, *, may_load: bool) -> float:
    """Return the time that a step of this utterance may take, in seconds that count."""
    return STALL_S + STALL_S_PER_CHAR * spoken_chars(utterance) + (LOADING_S if may_load else 0.0)


def cancel_grace_s(*, may_load: bool) -> float:
    """Return the time in which a cancel is to be answered, in seconds that count."""
    return CANCEL_GRACE_LOADING_S if may_load else CANCEL_GRACE_S


def look_s() -> float:
    """Return the time between two looks at a worker, in seconds."""
    return STALL_S / 10


class FairClock:
    """The time of a worker process as far as it counts, in seconds. Call `since` every `look_s()`, or a little later."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._counted_s = 0.0
        self._looked_at = time.monotonic()
        self._cpu_s = _cpu_s(pid)

    def mark(self) -> float:
        """Return the present, for `since`. What passed since the last look is taken to count in full."""
        return self._counted_s + min(time.monotonic() - self._looked_at, STALL_S / 2)

    def since(self, mark: float) -> float:
        """Return how much time has passed since the mark, as far as it counts. Right after the mark it may be less than 0."""
        now, cpu_s = time.monotonic(), _cpu_s(self._pid)
        passed_s, used_s = now - self._looked_at, cpu_s - self._cpu_s
        self._looked_at, self._cpu_s = now, cpu_s
        if passed_s > STALL_S / 2:
            pass  # this process itself stood still, and so may have the worker
        elif used_s < _COMPUTES * passed_s:
            self._counted_s += passed_s
        else:
            self._counted_s += min(passed_s, max(used_s, passed_s / MOST_BY_THE_CLOCK))
        return self._counted_s - mark


def _cpu_s(pid: int) -> float:
    """Return the CPU time that all threads of a process have taken, in seconds. 0: the kernel does not tell."""
    if sys.platform != "linux":
        return 0.0
    try:
        return time.clock_gettime(~pid << 3 | 2)  # what clock_getcpuclockid(3) gives for a process, which Python lacks
    except OSError:
        return 0.0  # it has ended
