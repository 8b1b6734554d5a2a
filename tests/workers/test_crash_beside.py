"""What a crash takes with it: the utterance that it came from, and none that the worker had in hand beside it."""

import shutil
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest
from test_pool import POISON, VIETNAMESE, spoken, utterance, with_pool

from plosive.errors import EngineCrashed
from plosive.speech import speak
from plosive.utterance import PcmChunk, Span, Utterance
from plosive.workers.pool import WorkerPool

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


def test_a_neural_utterance_goes_on_where_it_was_cut_off(tmp_path: Path) -> None:
    for name in ("single.onnx", "single.onnx.json"):
        shutil.copy(VOICES / name, tmp_path)
    neural = Utterance((Span(TEXT),), "piper", f"{tmp_path / 'single.onnx'}#0")

    async def test(pool: WorkerPool) -> None:
        whole = b"".join([chunk.pcm async for chunk in speak(pool, neural)])
        before, counting = pool.pids, Counting(pool)
        async with aclosing(speak(counting, neural)) as chunks:
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
