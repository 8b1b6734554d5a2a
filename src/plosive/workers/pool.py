"""The pool: gives each utterance to a worker and replaces workers that die. A failure at start-up stops the server."""

import asyncio
import math
import os
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Final

import msgspec
import structlog

from plosive import metrics, tracing
from plosive.errors import EngineFailed, EngineUnavailable, SetupError, SynthesisError
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.workers.blame import Blame
from plosive.workers.load import Speeds
from plosive.workers.messages import WorkerSettings
from plosive.workers.process import NEVER, WorkerProcess

_LEASE_S: Final = 5.0
"""Time that an utterance waits for a living worker: ten times the start of a replacement."""

_CRASH_WINDOW_S: Final = 60.0
_FREE_CRASHES: Final = 10
_MAX_BACKOFF_S: Final = 5.0
"""Longest wait before a worker is replaced. Usually there is none, so that others go on speaking. After ten crashes within a
minute replacements wait, longer each time, so that a broken installation does not use up the CPU. The replacement of the last
worker never waits: a client whose texts crash workers must not leave the others without one. Nor does that of a worker that was
killed from outside: if the machine has no memory for it, the start fails, and then the next one waits."""

_SPARE_FILES: Final = 12
"""File descriptors that are kept for the replacement of a worker, so that clients cannot use up the last ones."""

MOST: Final = 1.0
"""A listener who hears nothing yet is not spoken to while others need as much of the workers' time: they would all have gaps.
Overload is refused before, but clients who were let in together may begin to speak at once."""

_log = structlog.get_logger()


@dataclass(slots=True, eq=False)
class _Held:
    """A listener who is let in but hears nothing before others need less."""

    engine: str
    since: float
    turn: asyncio.Event


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
        self._blame = Blame()
        self._speeds = Speeds(size)
        self._spare: list[int] = []
        self._held: deque[_Held] = deque()

    async def open(self) -> None:
        """Start every worker. Raises `SetupError` if one cannot start."""
        starts = await asyncio.gather(*(self._start(place) for place in range(self._size)), return_exceptions=True)
        self._workers = [worker for worker in starts if isinstance(worker, WorkerProcess)]
        for failure in starts:
            if isinstance(failure, BaseException):
                await self.close()
                raise SetupError(f"The speech engine does not start: {failure}") from failure
        self._keep_spare()
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
        self._give_spare()

    @property
    def ready(self) -> bool:
        """Whether a worker is alive, so that speech could begin now."""
        return bool(self._alive)

    @property
    def pids(self) -> list[int]:
        """Process ids of the living workers."""
        return [worker.pid for worker in self._alive]

    @property
    def jobs(self) -> dict[str, int]:
        """Number of utterances in the workers: those that are "waiting" for their first audio, and those "speaking"."""
        speaking = sum(worker.speaking for worker in self._alive)
        waiting = sum(worker.load for worker in self._alive) - speaking + len(self._held)
        return {"waiting": waiting, "speaking": speaking}

    @property
    def waiting_bytes(self) -> int:
        """Audio that was made and nobody took yet."""
        return sum(worker.waiting_bytes for worker in self._workers)

    @property
    def load(self) -> float:
        """Share of the workers' time that listeners need, who hear a second of audio each second."""
        return self._load_of(Counter(held.engine for held in self._held))

    @property
    def newcomers_wait_s(self) -> float:
        """Time that a newcomer has waited for its first audio in the worker where newcomers wait least.

        All workers speak for those who hear something already, and for those who came before. So this grows before anybody
        who hears something has a gap. A worker that hangs, or loads a voice, is one of several.
        """
        now = time.monotonic()
        if self._held:
            return now - self._held[0].since
        return min((worker.newcomer_waits_s(now) for worker in self._alive), default=0.0)

    def out_s(self, voice: EngineVoice) -> float:
        """Return for how many seconds the voice is out, because it kept killing workers. 0: it may speak."""
        return self._blame.out_s(voice, time.monotonic())

    @property
    def voices_out(self) -> dict[EngineVoice, float]:
        """The voices that are out, with the seconds until they may speak again."""
        return self._blame.out(time.monotonic())

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        """Speak on the worker with the least to do. Closing the generator cancels.

        Raises `EngineUnavailable` if no worker is alive or the voice is out, `EngineFailed` for an utterance that killed a
        worker before, and the errors of `WorkerProcess.speak`.
        """
        if self._blame.is_poison(utterance, time.monotonic()):
            raise EngineFailed("the speech engine crashed on this text before")
        if wait_s := self.out_s(utterance.voice):
            raise EngineUnavailable(f"this voice keeps crashing and is out for {math.ceil(wait_s)} s; take another")
        try:
            if needed_at is None:
                await self._turn(utterance.voice.engine)
            worker = await self._lease()
            with tracing.span("worker", pid=worker.pid) as span:
                async with aclosing(worker.speak(utterance, needed_at, given_s, span)) as chunks:
                    async for chunk in chunks:
                        self._let_in()
                        yield chunk
        finally:
            self._let_in()

    def _load_of(self, held: Counter[str]) -> float:
        """Return the load of the listeners in the workers and of these."""
        alive = self._alive
        return self._speeds.load(sum((worker.listeners for worker in alive), held), len(alive))

    async def _turn(self, engine: str) -> None:
        """Wait until the workers can speak to one listener more; those who came first go first."""
        if not self._held and self._load_of(Counter()) < MOST:
            return
        held = _Held(engine, time.monotonic(), asyncio.Event())
        self._held.append(held)
        try:
            await held.turn.wait()
        finally:
            self._held.remove(held)

    def _let_in(self) -> None:
        """Let the first of those who are held speak, if the workers can speak to it."""
        if self._held and self._load_of(Counter()) < MOST:
            self._held[0].turn.set()

    async def _lease(self) -> WorkerProcess:
        if not self._alive:
            try:
                async with asyncio.timeout(_LEASE_S), self._changed:
                    await self._changed.wait_for(lambda: self._alive)
            except TimeoutError:
                raise EngineUnavailable("no speech engine is running; try again later") from None
        now = time.monotonic()
        return min(self._alive, key=lambda worker: (worker.is_suspect(now), worker.backlog_s))

    @property
    def _alive(self) -> list[WorkerProcess]:
        return [worker for worker in self._workers if worker.is_alive]

    async def _start(self, place: int) -> WorkerProcess:
        gpu = None if self._settings.gpu is None else self._settings.gpu + place
        worker = await WorkerProcess.start(msgspec.structs.replace(self._settings, gpu=gpu), self._speeds, self._blame)
        if self._warm_up is not None:
            try:
                await worker.warm_up(self._warm_up)
            except BaseException:
                await worker.close()
                raise
        return worker

    async def _supervise(self, worker: WorkerProcess, place: int) -> None:
        crashes: list[float] = []
        while True:
            await worker.died.wait()
            self._workers.remove(worker)
            metrics.worker_deaths.labels(
                "hung" if worker.hung else "killed" if worker.killed_from_outside else "crashed"
            ).inc()
            now = time.monotonic()
            crashes = [at for at in crashes if at > now - _CRASH_WINDOW_S]
            if not worker.killed_from_outside:
                crashes.append(now)
            _log.warning("worker died", pid=worker.pid, exit=worker.exit, crashes_in_a_minute=len(crashes))
            certain = not (worker.killed_from_outside or worker.out_of_memory or worker.hung)
            if (victim := worker.victim) and self._blame.died(
                victim.utterance, now, certain=certain, made_s=victim.made_s
            ):
                self._warn_if_out(victim.utterance.voice)
            await worker.close()
            dead, worker = worker, await self._replace(len(crashes), place)
            self._workers.append(worker)
            self._share_jobs()
            async with self._changed:
                self._changed.notify_all()
            if dead.killed_from_outside and dead.last_voice:
                await self._load(worker, dead.last_voice)

    def _share_jobs(self) -> None:
        """Let a new worker have its share of the jobs that the others have not begun: they took those of the dead one."""
        alive = self._alive
        share = sum(worker.load for worker in alive) / len(alive)
        for worker in alive:
            worker.give_up(int(worker.load - share))

    async def _load(self, worker: WorkerProcess, voice: EngineVoice) -> None:
        """Have a new worker load the voice that its predecessor spoke with, before somebody waits for it."""
        hello = Utterance((Span("Hello."),), voice)
        with suppress(SynthesisError):
            async with aclosing(worker.speak(hello, NEVER)) as chunks:
                await anext(chunks, None)

    def _warn_if_out(self, voice: EngineVoice) -> None:
        if wait_s := self.out_s(voice):
            _log.error(
                "voice taken out: it keeps killing workers", engine=voice.engine, voice=voice.model, out_s=wait_s
            )

    def _keep_spare(self) -> None:
        with suppress(OSError):
            while len(self._spare) < _SPARE_FILES:
                self._spare.append(os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC))

    def _give_spare(self) -> None:
        while self._spare:
            os.close(self._spare.pop())

    async def _replace(self, crashes: int, place: int) -> WorkerProcess:
        backoff_s = max(0.0, min(_MAX_BACKOFF_S, 0.5 * (crashes - _FREE_CRASHES))) if self._alive else 0.0
        while True:
            await asyncio.sleep(backoff_s)
            self._give_spare()
            try:
                return await self._start(place)
            except Exception as error:  # of whatever kind: without a supervisor the place would stay empty for good
                backoff_s = min(_MAX_BACKOFF_S, max(0.5, 2 * backoff_s))
                _log.error("worker does not start", error=str(error) or repr(error), next_try_s=backoff_s)
            finally:
                self._keep_spare()
