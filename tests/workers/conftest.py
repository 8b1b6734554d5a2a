"""These tests leave nothing behind, and most of them speak with real workers."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing

import psutil

from leaks import leaves_nothing_behind
from plosive.speech import speak
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

__all__ = ["leaves_nothing_behind"]

POISON = "\u0a27\u0320"
"""Two characters of plain text that abort the Vietnamese voice of espeak-ng 1.52, every time."""

VIETNAMESE = "aav/vi"


def utterance(text: str = "Hello there.", voice: str = "gmw/en-US", speed: float = 1.0) -> Utterance:
    return Utterance((Span(text),), EngineVoice("espeak", voice), speed)


def with_pool(test: Callable[[WorkerPool], Awaitable[None]], size: int = 2, sentence_silence_ms: int = 0) -> None:
    async def run() -> None:
        pool = WorkerPool(size, WorkerSettings(1000, sentence_silence_ms))
        await pool.open()
        pids = pool.pids
        try:
            async with asyncio.timeout(30):
                await test(pool)
        finally:
            pids += pool.pids
            await pool.close()
        assert not any(psutil.pid_exists(pid) for pid in pids)

    asyncio.run(run())


async def spoken(pool: WorkerPool, what: Utterance) -> float:
    """Speak; returns seconds of audio."""
    seconds = 0.0
    async with aclosing(speak(pool, what)) as chunks:
        async for chunk in chunks:
            assert len(chunk.pcm) % 2 == 0
            seconds += chunk.seconds
    return seconds


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.002)
