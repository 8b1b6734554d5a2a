"""Barge-ins at random moments: measures the time until the worker is free, and until the next text is heard."""

import asyncio
import random
import time
from collections.abc import Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field

from benchmarks.clients import PlosiveClient
from benchmarks.listeners import ask
from plosive.utterance import Span, Utterance
from plosive.voices.voice import Voice
from plosive.workers.blame import Blame
from plosive.workers.load import Speeds
from plosive.workers.messages import WorkerSettings
from plosive.workers.process import WorkerProcess

NEXT = "Yes, of course."
"""The text after the interruption."""


@dataclass
class BargeIns:
    """Seconds from each interruption to the moment at which the worker says that it is free."""

    free_s: list[float] = field(default_factory=list)


@dataclass
class NextTexts:
    """Seconds to the first audio of a short text on an open socket: alone, and as an interruption of a long text."""

    alone_s: list[float] = field(default_factory=list)
    forced_s: list[float] = field(default_factory=list)


async def worker_free(
    voice: Voice, voice_memory_mb: int, text: str, runs: int, within_s: float, seed: int, done: Callable[[], None]
) -> BargeIns:
    """Interrupt a worker process of its own at random moments of the first `within_s` seconds of its work on a long text, or of
    nearly all the work if it takes less."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    utterance = Utterance((Span(text),), voice.engine_voice)
    worker = await WorkerProcess.start(WorkerSettings(voice_memory_mb), Speeds(), Blame())
    barge_ins = BargeIns()
    try:
        await _hear(worker, Utterance((Span(NEXT),), voice.engine_voice))
        start = time.perf_counter()
        await _hear(worker, utterance)
        within_s = min(within_s, 0.8 * (time.perf_counter() - start))
        for _ in range(runs):
            hearing = asyncio.create_task(_hear(worker, utterance))
            await asyncio.sleep(chance.uniform(0, within_s))
            start = time.perf_counter()
            hearing.cancel()
            with suppress(asyncio.CancelledError):
                await hearing
            while worker.load:  # noqa: ASYNC110 - the event is in another process
                await asyncio.sleep(0)
            barge_ins.free_s.append(time.perf_counter() - start)
            done()
    finally:
        await worker.close()
    return barge_ins


async def _hear(worker: WorkerProcess, utterance: Utterance) -> None:
    async with aclosing(worker.speak(utterance, None)) as chunks:
        async for _ in chunks:
            pass


async def next_text(
    client: PlosiveClient, text: str, runs: int, within_s: float, seed: int, done: Callable[[], None]
) -> NextTexts:
    """The same through the socket, with `force`; and beside each, the short text alone."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    heard = NextTexts()
    for _ in range(runs):
        heard.alone_s.append((await ask(client, NEXT)).first_s)
        connection = await client.connect()
        try:
            await connection.say(text)
            with suppress(TimeoutError):
                async with asyncio.timeout(chance.uniform(0, within_s)):
                    while True:
                        await connection.frame()
            start = time.perf_counter()
            await connection.interrupt(NEXT)
            first_at = start
            while True:
                frame, audio_s = await connection.frame()
                if audio_s and "timeToFirstAudioFrameMs" in frame:
                    first_at = time.perf_counter()  # of some segment; the new one's is the last before its text
                elif frame["text"] == NEXT:
                    break
            heard.forced_s.append(first_at - start)
        finally:
            await connection.close()
        done()
    return heard
