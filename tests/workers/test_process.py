"""One worker: it speaks, and is replaced if it ignores a cancel, hangs or sends garbage, and when no file can be opened."""

import asyncio
import contextlib
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import aclosing

import msgspec
import numpy as np
import psutil
import pytest

from plosive.errors import EngineCrashed, EngineFailed, SynthesisError, WorkerLost
from plosive.speech import speak
from plosive.utterance import Utterance
from plosive.workers import hangs
from plosive.workers.blame import APART_S, Blame
from plosive.workers.load import Speeds
from plosive.workers.messages import WorkerSettings, Working, encode
from plosive.workers.pool import WorkerPool
from plosive.workers.process import WorkerProcess
from workers.conftest import POISON, VIETNAMESE, spoken, until, utterance, with_pool


def test_speaks_and_speed_is_honoured() -> None:
    async def test(pool: WorkerPool) -> None:
        text = "The quick brown fox jumps over the lazy dog."
        normal = await spoken(pool, utterance(text))
        assert 2 < normal < 4
        assert 0.45 < await spoken(pool, utterance(text, speed=2.0)) / normal < 0.62
        assert 1.7 < await spoken(pool, utterance(text, speed=0.5)) / normal < 2.2

    with_pool(test)


def test_a_worker_gives_speech_the_gain_of_its_utterance() -> None:
    async def test(pool: WorkerPool) -> None:
        async def level(gain: float) -> float:
            speech = pool.speak(msgspec.structs.replace(utterance(), gain=gain))
            pcm = b"".join([chunk.pcm async for chunk in speech])
            return float(np.abs(np.frombuffer(pcm, "<i2").astype(int)).mean())

        assert await level(0.5) == pytest.approx(0.5 * await level(1.0), rel=0.05)

    with_pool(test)


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


def test_a_cancelled_utterance_frees_the_worker() -> None:
    async def test(pool: WorkerPool) -> None:
        [worker] = pool._workers
        for _ in range(100):
            async with aclosing(speak(pool, utterance("word " * 3000))) as chunks:
                await anext(chunks)
            await until(lambda: worker.load == 0)
        assert await spoken(pool, utterance()) > 0.5

    with_pool(test, size=1)


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


def test_garbage_on_the_pipe_counts_as_a_crash() -> None:
    async def test(pool: WorkerPool) -> None:
        [worker] = pool._workers
        worker._pipe.data_received(b"\xff" * 16)
        await until(lambda: pool.pids and pool.pids != [worker.pid])
        assert await spoken(pool, utterance()) > 0.5

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


def test_workers_end_by_themselves_when_their_parent_is_killed() -> None:
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
