"""How busy workers are, and who is let in by that: simulated servers that get twice the texts they can speak."""

import math
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from plosive.capacity import FULL
from plosive.workers.load import ASSUMED, MEANS_S, Speeds
from plosive.workers.schedule import Schedule


def test_an_engine_that_has_not_spoken_is_taken_for_a_neural_voice() -> None:
    speeds = Speeds()
    assert speeds.of("kokoro") == ASSUMED
    speeds.note("kokoro", 4.0, 0.0)  # the voice was loaded meanwhile
    assert speeds.of("kokoro") == ASSUMED


def test_the_share_of_the_workers_time_that_listeners_need() -> None:
    speeds = Speeds(2)
    speeds.note("kokoro", 4.0, 2.0)
    speeds.note("espeak", 50.0, 0.1)
    assert speeds.load(Counter(), 2) == 0
    assert speeds.load(Counter(kokoro=3), 2) == pytest.approx(0.75)
    assert speeds.load(Counter(kokoro=3), 1) == pytest.approx(1.5)
    assert speeds.load(Counter(kokoro=1, espeak=250), 2) == pytest.approx(0.5)
    assert speeds.load(Counter(), 0) == 0


def test_a_speed_is_the_lower_of_two_means() -> None:
    short_s, long_s = MEANS_S
    speeds = Speeds()
    for _ in range(round(10 * long_s)):
        speeds.note("piper", 1.0, 0.1)
    assert speeds.of("piper") == pytest.approx(10)
    for _ in range(round(10 * short_s)):
        speeds.note("piper", 0.5, 0.1)  # it is noticed soon that the machine is slow,
    slow = speeds.of("piper")
    assert slow == pytest.approx(5 + 5 / math.e, rel=0.02)
    for _ in range(round(10 * 3 * short_s)):
        speeds.note("piper", 1.0, 0.1)  # and not forgotten so soon
    assert slow < speeds.of("piper") < 9.8


def always(_: float) -> float:
    return 1.0


def slow_at_times(now: float) -> float:
    """Another program takes most of the machine for 5 s of each 15 s."""
    return 1 / 3 if now % 15 > 10 else 1.0


def stumbling(now: float) -> float:
    """The machine nearly stands still for 0.5 s of each 4 s."""
    return 0.1 if now % 4 > 3.5 else 1.0


@dataclass
class Listener:
    """A client of the simulation, whose text is `TEXT_S` long."""

    dry_at: float
    made_s: float = 0.0
    has_gap: bool = False
    step_s: float = 0.25


TEXT_S, UNTIL_S = 17.0, 90.0


def overload(workers: int, speed: float, machine: Callable[[float], float], seed: int) -> tuple[int, int, float]:
    """Send twice as many texts as can be spoken. Return the accepted, those with a gap, and how busy the workers were."""
    chance = random.Random(seed)
    speeds, schedules, clock = Speeds(workers), [Schedule() for _ in range(workers)], [0.0] * workers
    inside: dict[int, Listener] = {}
    accepted: list[Listener] = []
    worked_s, comes_at = 0.0, 0.0
    while min(clock) < UNTIL_S:
        worker = clock.index(min(clock))
        now = clock[worker]
        while comes_at <= now:
            load = speeds.load(Counter(piper=len(inside)), workers)
            if load <= FULL:
                accepted.append(Listener(comes_at))
                inside[len(accepted)] = accepted[-1]
                min(schedules, key=len).add(len(accepted), None, comes_at)
            comes_at += chance.expovariate(2 * workers * speed / TEXT_S)
        job = schedules[worker].next(now)
        if job is None:
            clock[worker] = max(comes_at, now + 0.001)
            continue
        listener = inside[job]
        listener.step_s = min(2 * listener.step_s, 1.6, TEXT_S - listener.made_s)
        took_s = (listener.step_s + 0.1) / (speed * machine(now))  # a step costs something however short it is
        clock[worker] = end = now + took_s
        worked_s += took_s
        listener.has_gap |= bool(listener.made_s) and end > listener.dry_at + 0.05
        listener.dry_at = max(listener.dry_at, end) + listener.step_s
        listener.made_s += listener.step_s
        speeds.note("piper", listener.step_s, took_s)
        schedules[worker].made(job, listener.step_s, end)
        if listener.made_s > TEXT_S - 0.01:
            schedules[worker].remove(job)
            del inside[job]
    return len(accepted), sum(listener.has_gap for listener in accepted), worked_s / sum(clock)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("workers", "speed", "machine"),
    [
        (1, 12.0, always),
        (2, 12.0, always),
        (2, 60.0, always),
        (2, 60.0, slow_at_times),
        (2, 60.0, stumbling),
        (8, 25.0, slow_at_times),
    ],
)
def test_under_overload_workers_are_never_idle_and_nobody_they_speak_to_has_a_gap(
    workers: int, speed: float, machine: Callable[[float], float], seed: int
) -> None:
    accepted, with_gap, busy = overload(workers, speed, machine, seed)
    assert accepted > 50
    assert with_gap == 0
    assert busy > 0.95
