"""Many utterances in one worker: their effect on one another, also when one of them crashes it."""

import asyncio
import shutil
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest

from plosive.errors import EngineCrashed
from plosive.speech import speak
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.workers.pool import WorkerPool
from workers.test_pool import POISON, VIETNAMESE, spoken, utterance, with_pool

VOICES = Path(__file__).parent.parent / "engines" / "voices"

TEXT = "A neural voice is made in windows, and while one of them is made, another text may bring the process down. " * 3


class Counting:
    """The pool, and how often it was asked."""

    def __init__(self, pool: WorkerPool) -> None:
        self.pool = pool
        self.asked = 0

    def speak(self, utterance: Utterance, needed_at: float | None = None) -> AsyncGenerator[PcmChunk, None]:
        self.asked += 1
        return self.pool.speak(utterance, needed_at)


def neural(folder: Path, text: str) -> Utterance:
    for name in ("single.onnx", "single.onnx.json"):
        shutil.copy(VOICES / name, folder)
    return Utterance((Span(text),), EngineVoice("piper", str(folder / "single.onnx")))


def test_who_has_enough_to_hear_gives_way_and_loses_nothing(tmp_path: Path) -> None:
    long, short = neural(tmp_path, TEXT), neural(tmp_path, "Me first.")

    async def pcm(pool: WorkerPool, what: Utterance, needed_at: float | None, order: list[Utterance]) -> bytes:
        made = b"".join([chunk.pcm async for chunk in speak(pool, what, needed_at)])
        order.append(what)
        return made

    async def test(pool: WorkerPool) -> None:
        alone = [await pcm(pool, what, None, []) for what in (long, short)]
        order: list[Utterance] = []
        ahead = asyncio.create_task(pcm(pool, long, time.monotonic() + 60, order))
        for _ in range(5):
            assert await pcm(pool, short, None, order) == alone[1]
        assert await ahead == alone[0]
        assert order.index(long) > 0

    with_pool(test, size=1)


def test_a_neural_utterance_goes_on_where_it_was_cut_off(tmp_path: Path) -> None:
    cut_off = neural(tmp_path, TEXT)

    async def test(pool: WorkerPool) -> None:
        whole = b"".join([chunk.pcm async for chunk in speak(pool, cut_off)])
        before, counting = pool.pids, Counting(pool)
        async with aclosing(speak(counting, cut_off)) as chunks:
            heard = [await anext(chunks)]
            with pytest.raises(EngineCrashed):
                await spoken(pool, utterance(POISON, VIETNAMESE))
            heard += [chunk async for chunk in chunks]
        assert counting.asked == 2
        assert set(pool.pids).isdisjoint(before)
        assert b"".join(chunk.pcm for chunk in heard) == whole
        words = [word for chunk in heard for word in chunk.words]
        assert [word.text for word in words] == TEXT.split()

    with_pool(test, size=1)


def test_a_worker_has_the_settings_of_its_first_message(tmp_path: Path) -> None:
    what = neural(tmp_path, "One. Two.")
    seconds: list[float] = []

    async def test(pool: WorkerPool) -> None:
        seconds.append(await spoken(pool, what))

    for silence_ms in (0, 400):
        with_pool(test, size=1, sentence_silence_ms=silence_ms)
    assert seconds[1] - seconds[0] == pytest.approx(2 * 0.4)
