"""Compares the cost of a hit in the audio cache with that of a miss: CPU seconds of server and workers, without an encoder.

A worker speaks every sentence once, and then the cache returns it several times. The kernel counts a worker's CPU time in
steps of 10 ms, so short runs are not exact.
"""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import psutil
import typer
from rich.console import Console
from rich.table import Table

from plosive.audio_cache.cache import AudioCache
from plosive.speech import speak
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

_HITS = 20


async def cpu_of(cache: AudioCache, pool: WorkerPool, utterances: Sequence[Utterance]) -> tuple[float, float]:
    """Speak all utterances. Returns CPU seconds, here and in the workers together, and the seconds of audio."""
    workers = [psutil.Process(pid) for pid in pool.pids]

    def spent() -> float:
        return time.process_time() + sum(sum(worker.cpu_times()[:2]) for worker in workers)

    audio_s, start = 0.0, spent()
    for utterance in utterances:
        async for chunk in speak(cache, utterance):
            audio_s += chunk.seconds
    return spent() - start, audio_s


async def measure(name: str, voice: EngineVoice, sentences: int, table: Table) -> None:
    texts = [
        f"This is sentence number {number}, and it is about as long as people speak." for number in range(sentences)
    ]
    utterances = [Utterance((Span(text),), voice) for text in texts]
    warm_up = Utterance((Span("Hello."),), voice)
    pool = WorkerPool(1, WorkerSettings(1000))
    await pool.open()
    try:
        cache = AudioCache(pool.speak, 1_000_000_000)
        await cpu_of(cache, pool, [warm_up])
        miss_s, audio_s = await cpu_of(cache, pool, utterances)
        hit_s, _ = await cpu_of(cache, pool, utterances * _HITS)
    finally:
        await pool.close()
    hit_s /= _HITS
    table.add_row(
        name,
        f"{audio_s / sentences:.1f}",
        f"{1e6 * miss_s / sentences:.0f}",
        f"{1e6 * hit_s / sentences:.0f}",
        f"{100 * hit_s / miss_s:.2f} %",
    )


def cache(
    model: Annotated[Path | None, typer.Option(help="A Piper voice to measure too.")] = None,
    sentences: Annotated[int, typer.Option(min=10, help="Sentences, each spoken once and then read again.")] = 200,
) -> None:
    """Compare the cost of a hit in the audio cache with that of a miss, in CPU seconds of server and workers."""
    table = Table("engine", "sentence, s", "miss, µs CPU", "hit, µs CPU", "hit/miss", box=None, header_style="bold")
    asyncio.run(measure("espeak-ng", EngineVoice("espeak", "gmw/en-US"), sentences, table))
    if model:
        voice = EngineVoice("piper", str(model.absolute()))
        asyncio.run(measure(model.stem, voice, max(1, sentences // 10), table))
    Console().print(table)
