"""Twice as many texts as the server can speak, in open loop: texts come at their time, whatever became of those before.

A late start of the generator counts as waiting, because every time is counted from the moment at which the text was due.
"""

import asyncio
import itertools
import random
import time
from typing import Final

from benchmarks.playback import percentile
from benchmarks.reliability.hearing import Hearing, hear
from benchmarks.reliability.run import Run
from benchmarks.report import Goal
from benchmarks.texts import SENTENCES
from plosive.errors import SetupError
from plosive.settings import load_settings

_SHARE_CUT: Final = 0.2
"""Of the arrivals' time, at its begin: the server fills meanwhile."""

_LATE_S: Final = 0.02


async def measure(run: Run) -> None:
    """First the capacity: as many clients as keep all workers busy. Then arrivals at twice that rate, at random moments."""
    numbers = itertools.count()
    with run.server("overload") as server:
        url = run.address(server, audio_format="mp3")
        await asyncio.gather(*(hear(url, _text(next(numbers)), mp3=True) for _ in range(load_settings().workers)))
        capacity = await _capacity(url, run.seconds(30, 5), numbers)
        if not capacity:
            raise SetupError("The server ended no text while its capacity was measured; take a greater --share")
        heard, finished, late_s = await _arrivals(url, 2 * capacity, run.seconds(60, 5), numbers)
    accepted = [each for each in heard if not each.refused]
    refused_s = [each.total_s for each in heard if each.refused]
    lost = [each.error for each in accepted if each.error]
    gaps = sum(bool(each.gap_s) for each in accepted)
    run.keep(
        "overload", capacity_texts_s=capacity, arrivals=len(heard), accepted=len(accepted), lost=lost, with_gaps=gaps,
        goodput_texts_s=finished, refused_s=refused_s, late_starts=sum(each > _LATE_S for each in late_s),
        first_s=[each.first_s for each in accepted if each.first_s], longest_gap_s=max((e.gap_s for e in accepted), default=0),
    )  # fmt: skip
    run.console.print(
        f"capacity {capacity:.1f} texts/s; {len(heard)} came, {len(accepted)} were accepted, {len(refused_s)} refused; the "
        f"generator was late with {sum(each > _LATE_S for each in late_s)}, at most {max(late_s, default=0):.2f} s"
    )
    # Nobody was refused: then there is no time of a refusal, and the goal is not reached.
    run.goals += [
        Goal("overload: texts whole a second, of the capacity", finished / capacity, 0.95, "of it", True,
             first_release="0.46 embedded, 0.49 noise"),
        Goal("overload: p95 of a refusal", 1000 * percentile(refused_s, 0.95), 50, "ms", first_release="344 ms"),
        Goal("overload: accepted texts with a gap", gaps, 0, "", first_release="1,461 of 1,643"),
        Goal("overload: accepted texts lost", len(lost), 0, ""),
    ]  # fmt: skip


async def _capacity(url: str, duration_s: float, numbers: "itertools.count[int]") -> float:
    """Return the texts a second that clients get who ask for the next one as soon as they have the last.

    All texts count, to the end of the last: clients who are served in turn all end at once.
    """
    ended_at: list[float] = []
    begun = time.perf_counter()

    async def ask() -> None:
        while time.perf_counter() < begun + duration_s:
            hearing = await hear(url, _text(next(numbers)), mp3=True)
            if hearing.error:
                await asyncio.sleep(0.1)
            else:
                ended_at.append(time.perf_counter() - begun)

    async with asyncio.TaskGroup() as group:
        for _ in range(4 * load_settings().workers):
            group.create_task(ask())
    return len(ended_at) / max(ended_at, default=1.0)


async def _arrivals(
    url: str, rate: float, duration_s: float, numbers: "itertools.count[int]"
) -> tuple[list[Hearing], float, list[float]]:
    """Return all hearings, the whole texts a second, and how late each was started."""
    chance = random.Random(2)  # noqa: S311 - not a secret
    heard: list[Hearing] = []
    ended_at: list[float] = []
    late_s: list[float] = []
    begun = time.perf_counter()

    async def arrive(due_at: float) -> None:
        late_s.append(time.perf_counter() - due_at)
        hearing = await hear(url, _text(next(numbers)), due_at, mp3=True)
        heard.append(hearing)
        if not hearing.error:
            ended_at.append(time.perf_counter() - begun)

    async with asyncio.TaskGroup() as group:
        due_at = begun + chance.expovariate(rate)
        while due_at < begun + duration_s:
            await asyncio.sleep(due_at - time.perf_counter())
            group.create_task(arrive(due_at))
            due_at += chance.expovariate(rate)
    return heard, _rate(ended_at, duration_s), late_s


def _rate(ended_at: list[float], duration_s: float) -> float:
    begin = _SHARE_CUT * duration_s
    return sum(begin <= at < duration_s for at in ended_at) / (duration_s - begin)


def _text(number: int) -> str:
    """Return three sentences of about 15 s together, another one for each number."""
    return f"Number {number}. " + " ".join(SENTENCES[(number + each) % len(SENTENCES)] for each in range(3))
