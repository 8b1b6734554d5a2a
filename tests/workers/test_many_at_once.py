"""Many utterances in one worker: their effect on one another, also when one of them crashes it."""

import asyncio
import fcntl
import shutil
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest
import structlog.testing

from plosive.errors import EngineCrashed, EngineFailed
from plosive.speech import speak
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.workers.pool import WorkerPool
from workers.conftest import POISON, VIETNAMESE, spoken, utterance, with_pool

VOICES = Path(__file__).parent.parent / "engines" / "voices"

TEXT = "A neural voice is made in windows, and while one of them is made, another text may bring the process down. " * 3


class Counting:
    """The pool, and how often it was asked."""

    def __init__(self, pool: WorkerPool) -> None:
        self.pool = pool
        self.asked = 0

    def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        self.asked += 1
        return self.pool.speak(utterance, needed_at, given_s)


def neural(folder: Path, text: str) -> Utterance:
    for name in ("single.onnx", "single.onnx.json"):
        shutil.copy(VOICES / name, folder)
    return Utterance((Span(text),), EngineVoice("piper", str(folder / "single.onnx")))


def test_who_has_enough_to_hear_gets_long_windows(tmp_path: Path) -> None:
    text = neural(tmp_path, TEXT)

    async def first_s(pool: WorkerPool, lead_s: float) -> float:
        async with aclosing(pool.speak(text, time.monotonic() + lead_s)) as chunks:
            return await anext(chunk.seconds async for chunk in chunks if chunk.pcm)

    async def run(pool: WorkerPool) -> None:
        assert await first_s(pool, 30.0) > 4 * await first_s(pool, 1.0)

    with_pool(run)


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


def test_who_waits_for_the_pieces_of_a_voice_keeps_nobody_waiting(tmp_path: Path) -> None:
    """Another process is cutting the voice: it holds the lock."""
    (tmp_path / "cut").mkdir()
    cut, known = neural(tmp_path / "cut", TEXT), neural(tmp_path, TEXT)
    pieces = tmp_path / "cut" / "single.onnx.plosive"
    pieces.mkdir()

    async def test(pool: WorkerPool) -> None:
        await spoken(pool, known)
        with (pieces / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            waiting = asyncio.create_task(spoken(pool, cut))
            for what in (known, utterance()):
                await asyncio.sleep(0)
                assert await spoken(pool, what) > 0.5
            assert not waiting.done()
        assert await waiting > 0.5

    with_pool(test, size=1)


def test_an_unexpected_exception_of_an_engine_is_in_the_log_once_and_the_worker_lives(tmp_path: Path) -> None:
    broken = neural(tmp_path, "Hello there.")
    config = tmp_path / "single.onnx.json"
    config.write_text(config.read_text("utf-8").replace('"^": [1]', f'"^": [{1 << 63}]'), "utf-8")

    async def test(pool: WorkerPool) -> None:
        pids = pool.pids
        for _ in range(2):
            with pytest.raises(EngineFailed, match="OverflowError"):
                await spoken(pool, broken)
        assert await spoken(pool, utterance()) > 0.5
        assert pool.pids == pids

    with structlog.testing.capture_logs() as logs:
        with_pool(test, size=1)
    assert [entry["event"] for entry in logs] == ["the speech engine failed"]
    assert logs[0]["traceback"].startswith("Traceback (most recent call last)")
    assert "OverflowError" in logs[0]["traceback"]
