"""Who of the workers speaks what, and how the pool replaces those that are killed or crashed by a text."""

import asyncio
import os
import signal
import time
from contextlib import aclosing

import pytest

from plosive.errors import EngineCrashed
from plosive.speech import speak
from plosive.utterance import Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.voices.hibari import DEFAULT_VOICE
from plosive.workers import pool as pool_module
from plosive.workers.load import ASSUMED, Speeds
from plosive.workers.pool import WorkerPool
from plosive.workers.process import WorkerProcess
from workers.conftest import POISON, VIETNAMESE, spoken, until, utterance, with_pool


def neural() -> Utterance:
    text = "This is long enough for several windows of a neural voice, of which only the first loads it."
    return Utterance((Span(text),), Catalog.load().resolve(DEFAULT_VOICE).voice.engine_voice)


def test_the_worker_with_the_least_to_speak_has_the_next_text() -> None:
    """By the number of texts alone one worker had all long ones: of two workers one was idle for a fifth of the time."""

    async def test(pool: WorkerPool) -> None:
        for pid in pool.pids:
            os.kill(pid, signal.SIGSTOP)
        texts = ("This one is as long as all the others together.", "One.", "Two.", "Three.")
        speeches = [asyncio.create_task(spoken(pool, utterance(text))) for text in texts]
        while sum(worker.load for worker in pool._workers) < len(texts):
            await asyncio.sleep(0)
        assert sorted(worker.load for worker in pool._workers) == [1, 3]
        for pid in pool.pids:
            os.kill(pid, signal.SIGCONT)
        assert all(await asyncio.gather(*speeches))

    with_pool(test)


def test_audio_that_nobody_takes_is_counted() -> None:
    async def test(pool: WorkerPool) -> None:
        async with aclosing(
            pool.speak(utterance("One sentence of some length, that is made while nobody takes it."))
        ) as chunks:
            await anext(chunks)
            await until(lambda: pool.jobs == {"waiting": 0, "speaking": 0})
            before = pool.waiting_bytes
            assert before > 50_000
            taken = await anext(chunks)
            assert pool.waiting_bytes == before - len(taken.pcm)
        assert pool.waiting_bytes == 0
        await spoken(pool, utterance())
        assert pool.waiting_bytes == 0

    with_pool(test, size=1)


def test_poison_costs_one_worker_and_one_error() -> None:
    async def test(pool: WorkerPool) -> None:
        before = set(pool.pids)
        with pytest.raises(EngineCrashed, match="SIGABRT|SIGSEGV"):
            await spoken(pool, utterance(POISON, VIETNAMESE))
        assert await spoken(pool, utterance()) > 0.5
        await until(lambda: len(pool.pids) == 2)
        assert len(before & set(pool.pids)) == 1

    with_pool(test)


def test_a_voice_that_is_loaded_does_not_make_the_workers_busy() -> None:
    """A server of one worker lets the second client in, also while a new worker loads the voice of the first."""

    async def test(pool: WorkerPool) -> None:
        seen: list[tuple[float, float]] = []

        async def look() -> None:
            while True:
                seen.append((pool.load, pool.newcomers_wait_s))
                await asyncio.sleep(0.001)

        looking = asyncio.create_task(look())
        begun = time.monotonic()
        came_s = [time.monotonic() - begun async for _ in pool.speak(neural())]
        looking.cancel()
        assert len(came_s) > 2
        loads = {load for load, _ in seen} - {0}
        assert 1 / ASSUMED in loads  # while the voice was loaded nothing was known of its speed
        assert len(loads) > 1
        assert max(loads) < 0.5  # it loads for longer than it speaks
        assert max(wait_s for _, wait_s in seen) < came_s[0] / 2  # whose voice is loaded does not wait for its turn

        seen.clear()
        old = pool.pids
        os.kill(old[0], signal.SIGKILL)
        looking = asyncio.create_task(look())
        await until(lambda: pool.pids not in ([], old) and pool.jobs["waiting"])
        await until(lambda: not pool.jobs["waiting"] and not pool.jobs["speaking"])
        looking.cancel()
        assert set(seen) == {(0, 0)}

    with_pool(test, size=1)


def test_who_begins_to_speak_at_once_is_spoken_to_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients who were let in while nobody spoke: the workers begin with as many as they can go on with."""
    monkeypatch.setattr(Speeds, "of", lambda *_: 1.0)

    async def test(pool: WorkerPool) -> None:
        told: list[str] = []

        async def hear(name: str) -> None:
            async with aclosing(pool.speak(neural())) as chunks:
                await anext(chunks)
                told.append(f"{name} begins")
                async for _ in chunks:
                    pass
            told.append(f"{name} ends")

        listeners = [asyncio.create_task(hear(name)) for name in "abcd"]
        await asyncio.sleep(0)  # all have asked
        assert pool.jobs["waiting"] == 4
        assert pool.load == pytest.approx(4)
        assert pool.newcomers_wait_s > 0
        listeners[1].cancel()
        assert await anext(aiter(pool.speak(utterance(), time.monotonic() + 1)))  # whoever hears something goes on
        await asyncio.gather(*listeners, return_exceptions=True)
        assert told == [f"{name} {does}" for name in "acd" for does in ("begins", "ends")]
        assert (pool.load, pool.newcomers_wait_s) == (0, 0)

    with_pool(test, size=1)


def test_others_on_the_crashed_worker_are_spoken_elsewhere() -> None:
    async def test(pool: WorkerPool) -> None:
        results = await asyncio.gather(
            spoken(pool, utterance(POISON, VIETNAMESE)),
            *(spoken(pool, utterance()) for _ in range(20)),
            return_exceptions=True,
        )
        assert isinstance(results[0], EngineCrashed)
        assert all(isinstance(result, float) and result > 0.5 for result in results[1:])

    with_pool(test, size=1)


def test_killed_while_idle() -> None:
    async def test(pool: WorkerPool) -> None:
        for pid in pool.pids:
            os.kill(pid, signal.SIGKILL)
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test)


def test_killed_in_the_middle_a_text_goes_on_but_not_twice() -> None:
    async def test(pool: WorkerPool) -> None:
        [pid] = pool.pids
        async with aclosing(speak(pool, utterance("word " * 3000))) as chunks:
            await anext(chunks)
            os.kill(pid, signal.SIGKILL)
            while pool.pids in ([], [pid]) or not pool.jobs["speaking"]:
                await anext(chunks)
            os.kill(pool.pids[0], signal.SIGKILL)
            with pytest.raises(EngineCrashed, match="SIGKILL"):
                async for _ in chunks:
                    pass
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


def test_however_often_workers_are_killed_from_outside_their_replacements_do_not_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool_module, "_FREE_CRASHES", 0)

    async def test(pool: WorkerPool) -> None:
        killed: set[int] = set()
        while len(killed) < 12:  # after so many crashes they would have waited for 39 s
            killed.add(pool.pids[1])
            os.kill(pool.pids[1], signal.SIGKILL)
            await until(lambda: len(pool.pids) == 2 and pool.pids[1] not in killed)

    with_pool(test)


def test_a_new_worker_takes_its_share_of_what_the_others_have_not_begun() -> None:
    async def test(pool: WorkerPool) -> None:
        dead, busy = pool.pids
        os.kill(dead, signal.SIGKILL)
        await until(lambda: pool.pids == [busy])
        os.kill(busy, signal.SIGSTOP)
        waiting = [asyncio.create_task(spoken(pool, utterance(f"Number {number}."))) for number in range(10)]
        await until(lambda: sum(task.done() for task in waiting) == 5)
        assert busy in pool.pids
        os.kill(busy, signal.SIGCONT)
        assert min(await asyncio.gather(*waiting)) > 0.2

    with_pool(test)


def test_a_start_that_fails_in_any_way_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    start, failures = WorkerPool._start, [OSError(11, "Resource temporarily unavailable"), ValueError("a bug")]

    async def start_badly(self: WorkerPool, place: int) -> WorkerProcess:
        if failures:
            raise failures.pop()
        return await start(self, place)

    async def test(pool: WorkerPool) -> None:
        monkeypatch.setattr(WorkerPool, "_start", start_badly)
        os.kill(pool.pids[0], signal.SIGKILL)
        assert await spoken(pool, utterance()) > 0.5
        assert not failures

    with_pool(test, size=1)
