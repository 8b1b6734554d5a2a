"""Workers that really die: killed, crashed by text or stopped. The pool replaces them."""

import asyncio
import contextlib
import os
import resource
import select
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing

import msgspec
import numpy as np
import psutil
import pytest

from plosive.errors import EngineCrashed, EngineFailed, SynthesisError, WorkerLost
from plosive.speech import speak
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.voices.hibari import DEFAULT_VOICE
from plosive.workers import hangs
from plosive.workers import pool as pool_module
from plosive.workers.blame import APART_S, Blame
from plosive.workers.load import ASSUMED, Speeds
from plosive.workers.messages import WorkerSettings, Working, encode
from plosive.workers.pool import WorkerPool
from plosive.workers.process import WorkerProcess

POISON = "\u0a27\u0320"
"""Two characters of plain text that abort the Vietnamese voice of espeak-ng 1.52, every time."""

VIETNAMESE = "aav/vi"


def utterance(text: str = "Hello there.", voice: str = "gmw/en-US", speed: float = 1.0) -> Utterance:
    return Utterance((Span(text),), EngineVoice("espeak", voice), speed)


def neural() -> Utterance:
    text = "This is long enough for several windows of a neural voice, of which only the first loads it."
    return Utterance((Span(text),), Catalog.load().resolve(DEFAULT_VOICE).voice.engine_voice)


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


def test_a_worker_gives_speech_the_gain_of_its_utterance() -> None:
    async def test(pool: WorkerPool) -> None:
        async def level(gain: float) -> float:
            speech = pool.speak(msgspec.structs.replace(utterance(), gain=gain))
            pcm = b"".join([chunk.pcm async for chunk in speech])
            return float(np.abs(np.frombuffer(pcm, "<i2").astype(int)).mean())

        assert await level(0.5) == pytest.approx(0.5 * await level(1.0), rel=0.05)

    with_pool(test)


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.002)


def test_speaks_and_speed_is_honoured() -> None:
    async def test(pool: WorkerPool) -> None:
        text = "The quick brown fox jumps over the lazy dog."
        normal = await spoken(pool, utterance(text))
        assert 2 < normal < 4
        assert 0.45 < await spoken(pool, utterance(text, speed=2.0)) / normal < 0.62
        assert 1.7 < await spoken(pool, utterance(text, speed=0.5)) / normal < 2.2

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


def test_an_unknown_engine_voice_fails_and_the_worker_lives() -> None:
    async def test(pool: WorkerPool) -> None:
        with pytest.raises(EngineFailed, match="no voice"):
            await spoken(pool, utterance(voice="xx-none"))
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


@pytest.mark.parametrize(
    "text", ["[[" * 400, "-f/etc/passwd", "<audio src='/etc/passwd'/>", "\0", "|||", "'" * 2000, "9" * 500]
)
def test_what_means_something_to_espeak_is_just_text(text: str) -> None:
    async def test(pool: WorkerPool) -> None:
        pids = pool.pids
        await spoken(pool, utterance(text))
        assert pool.pids == pids

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


def test_a_worker_that_died_unheard_still_tells_on_which_text() -> None:
    async def say(worker: WorkerProcess, what: Utterance) -> None:
        async with aclosing(worker.speak(what, None)) as chunks:
            async for _ in chunks:
                pass

    async def run() -> None:
        worker = await WorkerProcess.start(WorkerSettings(1000), Speeds(), Blame())
        dead = os.pidfd_open(worker.pid)
        poisoned = asyncio.create_task(say(worker, utterance(POISON, VIETNAMESE)))
        async with asyncio.timeout(10):
            while not worker.load:
                await asyncio.sleep(0)  # not longer: the loop must not read what it says meanwhile
        # Nothing is read from it meanwhile, and what is written next comes too late.
        assert select.select([dead], [], [], 10)[0]
        os.close(dead)
        other = asyncio.create_task(say(worker, utterance()))
        results = await asyncio.gather(poisoned, other, return_exceptions=True)
        await worker.close()
        assert [type(result) for result in results] == [EngineCrashed, WorkerLost]

    asyncio.run(run())


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


def test_a_text_is_innocent_when_it_is_made_whoever_has_yet_to_take_it() -> None:
    async def run() -> None:
        worker = await WorkerProcess.start(WorkerSettings(1000), Speeds(), blame := Blame())
        for what, made_s in ((utterance("Not yet."), 0.0), (utterance("Nearly all."), 1_000.0)):
            blame.died(what, 0.0, certain=False, made_s=made_s)
            async with aclosing(worker.speak(what, None)) as chunks:
                await anext(chunks)
                await until(lambda: not worker.load)
                assert not blame.died(what, APART_S, certain=False)
        await worker.close()

    asyncio.run(run())


def test_a_hanging_worker_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hangs, "STALL_S", 0.3)

    async def test(pool: WorkerPool) -> None:
        await spoken(pool, utterance())
        [pid] = pool.pids
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(SynthesisError):
            async with aclosing(pool.speak(utterance())) as chunks:
                await anext(chunks)
        await until(lambda: pool.pids and pool.pids != [pid])
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


@pytest.mark.parametrize(
    ("text", "kokoro_s"),
    [
        ("When the rain had stopped, we walked along the river and talked about the weather.", 2.9),
        ("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月。", 4.3),
    ],
)
def test_a_step_may_take_kokoros_time_some_times_over(text: str, kokoro_s: float) -> None:
    """Kokoro's int8 model takes so much of an idle core, for all of the text at once."""
    assert hangs.longest_step_s(utterance(text), may_load=False) > hangs.STALL_S + 2 * kokoro_s
    assert hangs.longest_step_s(utterance(text), may_load=False) < hangs.STALL_S + 4 * kokoro_s


def test_a_worker_that_ignores_a_cancel_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hangs, "CANCEL_GRACE_S", 0.2)

    async def test(pool: WorkerPool) -> None:
        [pid] = pool.pids
        async with aclosing(pool.speak(utterance("word " * 3000))) as chunks:
            await anext(chunks)
            os.kill(pid, signal.SIGSTOP)
        await until(lambda: pool.pids and pool.pids != [pid])
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


@contextlib.contextmanager
def all_files_open(most: int) -> Iterator[None]:
    """Let this process have at most so many files open, and open them all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, hard), hard))
    files = []
    try:
        with contextlib.suppress(OSError):
            while True:
                files.append(os.open(os.devnull, os.O_RDONLY))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for file in files:
            os.close(file)


def test_a_voice_that_kills_workers_while_it_loads_is_not_loaded_by_the_next() -> None:
    """If it takes all memory of the machine, each replacement would be killed as well, and nobody would speak."""

    async def run() -> None:
        worker = await WorkerProcess.start(WorkerSettings(1000), Speeds(), Blame())
        os.kill(worker.pid, signal.SIGSTOP)
        speech = worker.speak(what := utterance(), None)
        chunk = asyncio.create_task(anext(speech))
        while not worker.load:
            await asyncio.sleep(0)
        worker._pipe.data_received(encode(Working(1)))
        voices = [worker.last_voice]
        os.kill(worker.pid, signal.SIGCONT)
        assert (await chunk).pcm
        assert [*voices, worker.last_voice] == [None, what.voice]
        await speech.aclose()
        await worker.close()

    asyncio.run(run())


def test_a_worker_is_replaced_when_no_file_descriptor_is_left() -> None:
    async def test(pool: WorkerPool) -> None:
        with all_files_open(400):
            os.kill(pool.pids[0], signal.SIGKILL)
            assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


def test_a_worker_is_replaced_when_a_thousand_files_are_open() -> None:
    async def test(pool: WorkerPool) -> None:
        with all_files_open(1500):  # a worker inherits a file descriptor above its own limit
            os.kill(pool.pids[0], signal.SIGKILL)
            assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


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


def test_a_worker_takes_no_job_from_the_first_sign_of_its_death() -> None:
    async def test(pool: WorkerPool) -> None:
        [worker] = pool._workers
        worker._pipe._transport.close()  # as a failed write does
        assert not worker.is_alive
        assert not worker.died.is_set()
        with pytest.raises(WorkerLost):
            await anext(worker.speak(utterance(), None))
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


def test_a_cancelled_utterance_frees_the_worker() -> None:
    async def test(pool: WorkerPool) -> None:
        [worker] = pool._workers
        for _ in range(100):
            async with aclosing(speak(pool, utterance("word " * 3000))) as chunks:
                await anext(chunks)
            await until(lambda: worker.load == 0)
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


def test_workers_end_by_themselves_when_their_parent_is_killed() -> None:
    import subprocess
    import sys

    code = (
        "import asyncio, sys\n"
        "from plosive.workers.messages import WorkerSettings, Working, encode\n"
        "from plosive.workers.pool import WorkerPool\n"
        "async def main():\n"
        "    pool = WorkerPool(2, WorkerSettings(1000))\n"
        "    await pool.open()\n"
        "    print(*pool.pids, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.kill()
        deadline = time.monotonic() + 5
        while any(psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE for pid in pids):
            assert time.monotonic() < deadline
            time.sleep(0.02)


def test_garbage_on_the_pipe_counts_as_a_crash() -> None:
    async def test(pool: WorkerPool) -> None:
        [worker] = pool._workers
        worker._pipe.data_received(b"\xff" * 16)
        await until(lambda: pool.pids and pool.pids != [worker.pid])
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)
