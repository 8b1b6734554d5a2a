"""Workers killed with SIGKILL under listeners in real time: the texts that were lost, the gaps, and how soon speech is back."""

import asyncio
import random
import time
from collections import Counter
from contextlib import aclosing
from typing import Final

from benchmarks.playback import median
from benchmarks.processes import PlosiveServer
from benchmarks.reliability.hearing import Hearing, hear
from benchmarks.reliability.run import Run
from benchmarks.report import Goal
from benchmarks.texts import SENTENCES
from plosive.settings import load_settings
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.workers.blame import Blame
from plosive.workers.load import Speeds
from plosive.workers.messages import WorkerSettings
from plosive.workers.process import WorkerProcess

_LEAD_S: Final = 3.0
"""The server is at most so far ahead of a listener, so that the texts are being made all the time."""

_EVERY_S: Final = 1.0
_ALL_KILLED_TIMES: Final = 5


async def measure(run: Run) -> None:
    """Kill one worker after the other under the listeners; then all workers at once, on an idle server."""
    with run.server("kills") as server:
        heard, newcomers_s, kills = await _under_listeners(run, server)
        back_s = [await _all_killed(run, server, number) for number in range(run.number(_ALL_KILLED_TIMES))]
    load_s = await _load_s(run)
    lost = Counter(each.error for each in heard if each.error)
    gaps_s = [each.gap_s for each in heard if not each.error and each.gap_s]
    run.keep(
        "kills",
        kills=kills,
        texts=len(heard),
        lost=dict(lost),
        gaps_s=gaps_s,
        short_text_after_a_kill_s=newcomers_s,
        all_killed_back_s=back_s,
        load_s=load_s,
    )
    run.console.print(
        f"{kills} kills, {len(heard)} texts, {lost.total()} lost, longest gap {max(gaps_s, default=0):.2f} s; a short text "
        f"after a kill took {median(newcomers_s):.2f} s, at most {max(newcomers_s):.2f} s; a worker is loaded in {load_s:.2f} s"
    )
    run.goals += [
        Goal(
            "kills: texts lost beyond one a kill", max(0, lost.total() - kills), 0, "", first_release="1 of 1,357"
        ),
        Goal("kills: whole texts with a gap", len(gaps_s), 0, "", first_release="not counted; 3.6 s with noise"),
        Goal(
            "kills: back after all workers died, worst, beyond the time to load",
            max(back_s) - load_s, 0.5, "s", first_release="1.98 s with it",
        ),
    ]  # fmt: skip


async def _under_listeners(run: Run, server: PlosiveServer) -> tuple[list[Hearing], list[float], int]:
    chance, stop = random.Random(1), asyncio.Event()  # noqa: S311 - not a secret
    url = run.address(server, max_lead_s=_LEAD_S)
    text = " ".join(SENTENCES[: run.number(len(SENTENCES))])
    heard: list[Hearing] = []
    newcomers_s: list[float] = []

    async def listen() -> None:
        while not stop.is_set():
            heard.append(await hear(url, text))

    kills = 0
    async with asyncio.TaskGroup() as group:
        for _ in range(run.number(50, 2)):
            group.create_task(listen())
        await asyncio.sleep(run.seconds(2))
        for number in range(run.number(50)):
            if workers := server.workers():
                chance.choice(workers).kill()
                kills += 1
            newcomers_s.append((await hear(url, f"Hello, newcomer {number}.")).total_s)
            await asyncio.sleep(_EVERY_S)
        stop.set()
    return heard, newcomers_s, kills


async def _all_killed(run: Run, server: PlosiveServer, number: int) -> float:
    """Return the seconds from the death of all workers to the end of a short text that was asked for then."""
    await hear(run.address(server), f"All is well, for the time being, {number}.")
    begun = time.perf_counter()
    for worker in server.workers():
        worker.kill()
    while (hearing := await hear(run.address(server), f"Hello again, number {number}.")).error:
        await asyncio.sleep(0.01)  # the next try counts from the kill as well
        run.results.setdefault("kills", {}).setdefault("errors_while_none_lived", []).append(hearing.error)
    return time.perf_counter() - begun


async def _load_s(run: Run) -> float:
    """Return the seconds from the start of a worker process to the end of its first short text."""
    settings = load_settings()
    voice: EngineVoice = Catalog.load().resolve(run.voice).voice.engine_voice
    begun = time.perf_counter()
    worker = await WorkerProcess.start(WorkerSettings(settings.voice_memory_mb), Speeds(), Blame())
    try:
        async with aclosing(worker.speak(Utterance((Span("Hello again, number one."),), voice), None)) as chunks:
            async for _ in chunks:
                pass
    finally:
        await worker.close()
    return time.perf_counter() - begun
