"""Sockets that are open and say nothing: the memory of each, the processor time of their pings, a newcomer's first audio.

The newcomer asks another server without them in turns, so that a busy machine is busy for both.
"""

import asyncio
import resource
import time
from typing import Final

from benchmarks.playback import median
from benchmarks.raw_sockets import RawSocket, opened, text_frame
from benchmarks.reliability.hearing import Hearing, hear
from benchmarks.reliability.newcomers import first_s, newcomers
from benchmarks.reliability.run import Run
from benchmarks.report import Goal
from plosive.errors import SetupError

_TOGETHER: Final = 50
_RESERVE_FDS: Final = 200


async def measure(run: Run) -> None:
    """Open the sockets, as many as the limit of open files allows to both processes; then newcomers, alone and beside them."""
    _, allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, allowed))  # the server inherits it
    number = run.number(10_000, 10)
    if allowed != resource.RLIM_INFINITY:
        number = min(number, allowed - _RESERVE_FDS)
    clients: list[RawSocket] = []
    with run.server("idle", max_sessions=number + _RESERVE_FDS) as server, run.server("empty") as empty:
        urls = run.address(empty), run.address(server)
        idle_url = run.address(server, inactivity_timeout=3600)
        for url in urls:
            await newcomers(url, 1, asyncio.sleep(1))
        before = server.process.memory_info().rss
        while len(clients) < number:
            some = min(_TOGETHER, number - len(clients))
            clients += await asyncio.gather(*(opened(RawSocket, idle_url, text_frame(text=" ")) for _ in range(some)))
        await asyncio.sleep(run.seconds(5))
        rss = server.process.memory_info().rss
        cpu, begun = server.process.cpu_times(), time.monotonic()
        await asyncio.sleep(run.seconds(60, 2))  # three pings each, and nobody speaks
        after = server.process.cpu_times()
        core = (after.user + after.system - cpu.user - cpu.system) / (time.monotonic() - begun)
        alone, beside = await _in_turns(urls, run.seconds(40))
        gone = sum(client.gone for client in clients)
        for client in clients:
            client.transport.abort()
        await asyncio.sleep(1)  # or the server drains them
    if gone == number:
        raise SetupError("The server closed every idle socket, so that there is nothing to measure")
    run.keep("idle", number=number, alone_s=alone, beside_s=beside, rss_before=before, rss=rss, gone=gone)
    run.console.print(f"{number} idle sockets, {gone} of them closed by the server")
    run.goals += [
        Goal(f"idle sockets, {number}: memory of each", (rss - before) / number / 1024, 40, "KiB",
             first_release="49.1 KiB of 10,000"),
        Goal("idle sockets: a newcomer's first audio, median, over alone", median(beside) / median(alone), 1.5, "times",
             first_release="1.11 times"),
        Goal("idle sockets: the server's share of a core", 100 * core, 10, "%", first_release="3.1 %"),
        Goal("idle sockets: closed by the server", gone, 0, ""),
    ]  # fmt: skip


async def _in_turns(urls: tuple[str, str], seconds: float) -> tuple[list[float], list[float]]:
    """Return the waits for first audio at two addresses."""
    heard: tuple[list[Hearing], list[Hearing]] = ([], [])
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for url, those in zip(urls, heard, strict=True):
            those.append(await hear(url, f"This is newcomer number {len(those)}, who would like to hear something."))
    return first_s(heard[0]), first_s(heard[1])
