"""The pool: gives each utterance to a worker and replaces workers that die. A failure at start-up stops the server."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

import msgspec
import structlog

from plosive import metrics
from plosive.errors import EngineUnavailable, SetupError, SynthesisError
from plosive.utterance import PcmChunk, Utterance
from plosive.workers.messages import WorkerSettings
from plosive.workers.process import WorkerProcess

_LEASE_S: Final = 5.0
"""Time that an utterance waits for a living worker: ten times the start of a replacement."""

_CRASH_WINDOW_S: Final = 60.0
_FREE_CRASHES: Final = 10
_MAX_BACKOFF_S: Final = 5.0
"""Longest wait before a worker is replaced. Usually there is none, so that others go on speaking. After ten deaths within a
minute replacements wait, longer each time, so that a broken installation does not use up the CPU. The replacement of the last
worker never waits: a client whose texts crash workers must not leave the others without one."""

_log = structlog.get_logger()


class WorkerPool:
    """`size` workers, each replaced when it dies. Open it before use and close it after.

    Each new worker speaks `warm_up` and discards the audio, so that its voice is loaded before anybody waits for it. If the
    settings name a GPU, it is the first worker's, and each further worker has the next one.
    """

    def __init__(self, size: int, settings: WorkerSettings, warm_up: Utterance | None = None) -> None:
        self._size = size
        self._settings = settings
        self._warm_up = warm_up
        self._workers: list[WorkerProcess] = []
        self._supervisors: list[asyncio.Task[None]] = []
        self._changed = asyncio.Condition()

    async def open(self) -> None:
        """Start every worker. Raises `SetupError` if one cannot start."""
        starts = await asyncio.gather(*(self._start(place) for place in range(self._size)), return_exceptions=True)
        self._workers = [worker for worker in starts if isinstance(worker, WorkerProcess)]
        for failure in starts:
            if isinstance(failure, BaseException):
                await self.close()
                raise SetupError(f"The speech engine does not start: {failure}") from failure
        self._supervisors = [
            asyncio.create_task(self._supervise(worker, place)) for place, worker in enumerate(self._workers)
        ]

    async def close(self) -> None:
        """End every worker. Returns when all have ended."""
        for supervisor in self._supervisors:
            supervisor.cancel()
        await asyncio.gather(*self._supervisors, return_exceptions=True)
        await asyncio.gather(*(worker.close() for worker in self._workers))
        self._workers.clear()

    @property
    def ready(self) -> bool:
        """Whether a worker is alive, so that speech could begin now."""
        return bool(self._alive)

    @property
    def pids(self) -> list[int]:
        """Process ids of the living workers."""
        return [worker.pid for worker in self._alive]

    async def speak(self, utterance: Utterance, needed_at: float | None = None) -> AsyncGenerator[PcmChunk, None]:
        """Speak on the worker with the fewest jobs. Closing the generator cancels.

        Raises `EngineUnavailable` if no worker is alive, and the errors of `WorkerProcess.speak`.
        """
        worker = await self._lease()
        async with aclosing(worker.speak(utterance, needed_at)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _lease(self) -> WorkerProcess:
        if not self._alive:
            try:
                async with asyncio.timeout(_LEASE_S), self._changed:
                    await self._changed.wait_for(lambda: self._alive)
            except TimeoutError:
                raise EngineUnavailable("no speech engine is running; try again later") from None
        return min(self._alive, key=lambda worker: worker.load)

    @property
    def _alive(self) -> list[WorkerProcess]:
        return [worker for worker in self._workers if not worker.died.is_set()]

    async def _start(self, place: int) -> WorkerProcess:
        gpu = None if self._settings.gpu is None else self._settings.gpu + place
        worker = await WorkerProcess.start(msgspec.structs.replace(self._settings, gpu=gpu))
        if self._warm_up is not None:
            try:
                async with aclosing(worker.speak(self._warm_up, None)) as chunks:
                    async for _ in chunks:
                        pass
            except BaseException:
                await worker.close()
                raise
        return worker

    async def _supervise(self, worker: WorkerProcess, place: int) -> None:
        loop = asyncio.get_running_loop()
        crashes: list[float] = []
        while True:
            await worker.died.wait()
            self._workers.remove(worker)
            metrics.worker_deaths.inc()
            now = loop.time()
            crashes = [at for at in crashes if at > now - _CRASH_WINDOW_S] + [now]
            _log.warning("worker died", pid=worker.pid, exit=worker.exit, deaths_in_a_minute=len(crashes))
            await worker.close()
            worker = await self._replace(len(crashes), place)
            self._workers.append(worker)
            async with self._changed:
                self._changed.notify_all()

    async def _replace(self, crashes: int, place: int) -> WorkerProcess:
        backoff_s = max(0.0, min(_MAX_BACKOFF_S, 0.5 * (crashes - _FREE_CRASHES))) if self._alive else 0.0
        while True:
            await asyncio.sleep(backoff_s)
            try:
                return await self._start(place)
            except SynthesisError as error:
                backoff_s = min(_MAX_BACKOFF_S, max(0.5, 2 * backoff_s))
                _log.error("worker does not start", error=str(error), next_try_s=backoff_s)
