"""Twice as many texts as the server can speak, in open loop: texts come at their time, whatever became of those before.

A late start of the generator counts as waiting, because every time is counted from the moment at which the text was due.

Capacity and goodput are audio that came to clients, in seconds a second. The capacity is what clients get who ask for the next
text as soon as they have the last. It is measured before the arrivals and after them, because the rest of the machine may be
busier meanwhile. The goodput is what came to those of the arrivals whose text was whole and had no gap.

Then a crowd comes: 10,000 arrivals in a minute. Most are refused, and the server's metrics say why. The crowd itself takes most
of a core, so that what the workers make in a second falls while it comes: whoever is in then may have a gap.
"""

import asyncio
import itertools
import random
import time
from collections.abc import Iterable
from typing import Final

import httpx
from prometheus_client.parser import text_string_to_metric_families

from benchmarks.playback import percentile
from benchmarks.reliability.hearing import Hearing, hear
from benchmarks.reliability.poison import http_address
from benchmarks.reliability.run import Run
from benchmarks.report import Goal
from benchmarks.texts import SENTENCES
from plosive.errors import SetupError
from plosive.settings import load_settings

_SHARE_CUT: Final = 0.2
"""Of the time of each part, at its begin: the server fills meanwhile."""

_LATE_S: Final = 0.02


async def measure(run: Run) -> None:
    """Measure the capacity, the goodput of arrivals at twice that, the capacity again, and what becomes of the crowd."""
    numbers = itertools.count()
    with run.server("overload") as server:
        url = run.address(server, audio_format="mp3")
        texts = (_text(next(numbers)) for _ in range(load_settings().workers))
        first = await asyncio.gather(*(hear(url, text, mp3=True) for text in texts))
        before = await _capacity(url, run.seconds(20, 4), numbers)
        if not before:
            raise SetupError("No audio came while the capacity was measured; take a greater --share")
        text_s = sum(each.audio_s for each in first) / len(first)
        heard, goodput, late_s = await _arrivals(url, 2 * before / text_s, run.seconds(60, 5), numbers)
        capacity = (before + await _capacity(url, run.seconds(20, 4), numbers)) / 2
        already = sum((await _turned_away(server.url)).values())
        rate = run.number(10_000, 100) / run.seconds(60, 5)
        crowd, _, crowd_late_s = await _arrivals(url, rate, run.seconds(60, 5), numbers)
        reasons = await _turned_away(server.url)
    run.console.print(
        f"capacity {before:.1f} s of audio a second before, {2 * capacity - before:.1f} after; goodput {goodput:.1f}; "
        f"the metrics count the refused by reason: {reasons}"
    )
    run.keep("overload", capacity=capacity, capacity_before=before, goodput=goodput, reasons=reasons)
    run.goals += [
        Goal("overload: audio of whole texts, of the capacity", goodput / capacity, 0.95, "of it", True,
             first_release="0.46 embedded, 0.49 noise"),
        Goal("overload: accepted texts with a gap", sum(bool(each.gap_s) for each in heard), 0, "",
             first_release="1,461 of 1,643"),
    ]  # fmt: skip
    _judge(run, "overload", heard, late_s, "344 ms")
    _judge(run, "overload, a crowd", crowd, crowd_late_s)
    unexplained = sum(each.refused for each in crowd) - sum(reasons.values()) + already
    run.goals.append(Goal("overload, a crowd: refusals without a reason in the metrics", abs(unexplained), 0, ""))


def _judge(run: Run, name: str, heard: list[Hearing], late_s: list[float], refusal: str = "") -> None:
    """Keep and print the figures of arrivals, and add their goals; `refusal` is the time of the first release."""
    accepted = [each for each in heard if not each.refused]
    refused_s = [each.total_s for each in heard if each.refused]
    first_s = [each.first_s for each in accepted if each.first_s is not None]
    gaps_s = [each.gap_s for each in accepted if each.gap_s]
    lost = [each.error for each in accepted if each.error]
    run.keep(
        name, arrivals=len(heard), accepted=len(accepted), refused_s=refused_s, first_s=first_s, gaps_s=gaps_s, lost=lost,
        late_s=late_s,
    )  # fmt: skip
    run.console.print(
        f"{name}: {len(heard)} came, {len(accepted)} were accepted; p95 of the first audio {percentile(first_s, 0.95):.2f} s, "
        f"{len(gaps_s)} had a gap, the longest of {max(gaps_s, default=0):.2f} s; the generator was late with "
        f"{sum(each > _LATE_S for each in late_s)}, at most {max(late_s, default=0):.2f} s"
    )
    # Nobody was refused: then there is no time of a refusal, and the goal is not reached.
    run.goals += [
        Goal(f"{name}: p95 of a refusal", 1000 * percentile(refused_s, 0.95), 50, "ms", first_release=refusal),
        Goal(f"{name}: accepted texts lost", len(lost), 0, ""),
    ]


async def _turned_away(url: str) -> dict[str, float]:
    """Return how many clients the server has refused for want of room, by reason."""
    async with httpx.AsyncClient() as http:
        text = (await http.get(http_address(url, "/metrics"), timeout=10)).text
    return {
        sample.labels["reason"]: sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == "plosive_turned_away_total"
    }


async def _capacity(url: str, duration_s: float, numbers: "itertools.count[int]") -> float:
    """Return the audio a second that clients get who ask for the next text as soon as they have the last."""
    heard: list[Hearing] = []
    begun = time.perf_counter()

    async def ask() -> None:
        while time.perf_counter() < begun + duration_s:
            hearing = await hear(url, _text(next(numbers)), mp3=True)
            if hearing.error:
                await asyncio.sleep(0.1)
            heard.append(hearing)

    async with asyncio.TaskGroup() as group:
        for _ in range(4 * load_settings().workers):
            group.create_task(ask())
    return _audio_a_second(heard, begun, duration_s)


async def _arrivals(
    url: str, rate: float, duration_s: float, numbers: "itertools.count[int]"
) -> tuple[list[Hearing], float, list[float]]:
    """Return all hearings, the goodput, and how late each was started."""
    chance = random.Random(2)  # noqa: S311 - not a secret
    heard: list[Hearing] = []
    late_s: list[float] = []
    begun = time.perf_counter()

    async def arrive(due_at: float) -> None:
        late_s.append(time.perf_counter() - due_at)
        heard.append(await hear(url, _text(next(numbers)), due_at, mp3=True))

    async with asyncio.TaskGroup() as group:
        due_at = begun + chance.expovariate(rate)
        while due_at < begun + duration_s:
            await asyncio.sleep(due_at - time.perf_counter())
            group.create_task(arrive(due_at))
            due_at += chance.expovariate(rate)
    good = [each for each in heard if not each.error and not each.gap_s]
    return heard, _audio_a_second(good, begun, duration_s), late_s


def _audio_a_second(heard: Iterable[Hearing], begun: float, duration_s: float) -> float:
    """Return the audio that came in this time, without its begin, in seconds a second."""
    begin = begun + _SHARE_CUT * duration_s
    came_s = sum(audio_s for each in heard for at, audio_s in each.came if begin <= at < begun + duration_s)
    return came_s / (begun + duration_s - begin)


def _text(number: int) -> str:
    """Return three sentences of about 15 s together, another one for each number."""
    return f"Number {number}. " + " ".join(SENTENCES[(number + each) % len(SENTENCES)] for each in range(3))
