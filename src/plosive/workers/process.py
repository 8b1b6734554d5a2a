"""A worker process seen from the server: start it, speak, cancel, and kill it if it does not answer."""

import asyncio
import contextlib
import itertools
import os
import signal
import socket
import sys
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

import structlog

from plosive import tracing
from plosive.errors import EngineCrashed, EngineFailed, EngineUnavailable, WorkerLost
from plosive.utterance import EngineVoice, PcmChunk, Utterance
from plosive.workers import hangs
from plosive.workers.blame import Blame
from plosive.workers.job import Job
from plosive.workers.limits import OUT_OF_MEMORY
from plosive.workers.load import Speeds
from plosive.workers.messages import (
    Audio,
    Cancel,
    Done,
    Failed,
    GarbledPipe,
    Message,
    Ready,
    Speak,
    WorkerSettings,
    Working,
)
from plosive.workers.pipe import Pipe

START_DEADLINE_S: Final = 20.0
"""A worker that is not ready after this time is killed (measured: 0.2 s with espeak-ng on an idle machine)."""

_LOADED: Final = 3
"""Number of voices that surely are in the worker's memory: those that spoke last."""

_END_S: Final = 0.5
"""Time for a process to end after its pipe. A killed one takes milliseconds."""

_AGAIN_S: Final = 0.05
"""Shortest time between two looks for the answer to a cancel."""

_SUSPECT_S: Final = 0.5
"""A worker that owes an answer for longer gets no further job while another worker is in time."""

NEVER: Final = 1e12
"""A time that does not come. A job that is needed then has no listener, and comes last in every schedule."""

_log = structlog.get_logger()
_logged: set[tuple[str, ...]] = set()


class WorkerProcess:
    """A running worker. Make it with `start`; replace it when `died` is set."""

    def __init__(
        self, speeds: Speeds, blame: Blame, process: asyncio.subprocess.Process, unread: socket.socket
    ) -> None:
        self.died = asyncio.Event()
        self.exit = ""
        """The cause of its death, "signal SIGABRT", "too much memory" or "no answer for 3.4 s"; "" while it is alive."""
        self.victim: Job | None = None
        """The job that it worked on when it died."""
        self.killed_from_outside = False
        """Whether it died of a SIGKILL that is not ours: by the kernel, short of memory, or by somebody's hand."""
        self.out_of_memory = False
        """Whether it ended because most of its memory was taken."""
        self.hung = False
        """Whether it was killed because it did not answer."""
        self.waiting_bytes = 0
        """Audio that it made and nobody took yet."""
        self.last_voice: EngineVoice | None = None
        """The voice that it last spoke with: not one that it died of while it loaded it."""
        self._speeds = speeds
        self._blame = blame
        self._process = process
        self._pipe = Pipe(self._take, unread)
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._working_on: int | None = None
        self._ready = asyncio.Event()
        self._clock = hangs.FairClock(process.pid)
        self._hear()
        self._killed_for = ""
        self._spoken_with: deque[EngineVoice] = deque(maxlen=_LOADED)
        self._is_warming_up = False
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def start(cls, settings: WorkerSettings, speeds: Speeds, blame: Blame) -> "WorkerProcess":
        """Start a worker and wait until it is ready. It notes its work in `speeds`, and in `blame` what it has spoken.

        Raises `EngineUnavailable` if it dies or takes too long.
        """
        try:
            worker = await cls._launch(speeds, blame)
        except OSError as error:  # no file descriptor, process or memory is left
            raise EngineUnavailable(f"A worker cannot be started: {error.strerror or error}") from None
        worker._pipe.send(settings)
        worker._tasks = [asyncio.create_task(worker._await_end()), asyncio.create_task(worker._watch())]
        try:
            async with asyncio.timeout(START_DEADLINE_S):
                await _first(worker._ready, worker.died)
        except TimeoutError:
            await worker.close()
            raise EngineUnavailable(f"A worker was not ready within {START_DEADLINE_S:g} s") from None
        except asyncio.CancelledError:
            await worker.close()
            raise
        if worker.died.is_set():
            await worker.close()
            raise EngineUnavailable(f"A worker died while it started ({worker.exit})")
        return worker

    @classmethod
    async def _launch(cls, speeds: Speeds, blame: Blame) -> "WorkerProcess":
        """Start the process. Raises OSError; then nothing is left open."""
        with contextlib.ExitStack() as undo:
            ours, theirs = socket.socketpair()
            undo.callback(ours.close)
            with theirs:
                unread = ours.dup()
                undo.callback(unread.close)
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "plosive.workers.child", str(theirs.fileno()), str(os.getpid()),
                    pass_fds=[theirs.fileno()], stdin=asyncio.subprocess.DEVNULL,
                )  # fmt: skip
                worker = cls(speeds, blame, process, unread)
                await asyncio.get_running_loop().create_connection(lambda: worker._pipe, sock=ours)
            undo.pop_all()
        return worker

    @property
    def is_alive(self) -> bool:
        """Whether it can take a job: False from the first sign of its end, before `died`."""
        return self._pipe.is_open

    def is_suspect(self, now: float) -> bool:
        """Whether it owes an answer for longer than is usual, and may hang."""
        return bool(self._jobs) and now - self._heard_at > _SUSPECT_S

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def load(self) -> int:
        """Number of jobs without an answer, including cancelled ones."""
        return len(self._jobs)

    @property
    def backlog_s(self) -> float:
        """Time that it needs for the speech that its jobs have left to make, in seconds."""
        return sum(job.left_s / self._speeds.of(job.utterance.voice.engine) for job in self._jobs.values())

    @property
    def listeners(self) -> Counter[str]:
        """Number of jobs that somebody listens to, by engine."""
        return Counter(
            job.utterance.voice.engine for job in self._jobs.values() if job.is_wanted and job.needed_at != NEVER
        )

    @property
    def speaking(self) -> int:
        """Number of jobs that have had audio."""
        return sum(job.has_audio for job in self._jobs.values())

    def newcomer_waits_s(self, now: float) -> float:
        """Return for how long the first of those has waited who hear nothing yet, in seconds.

        0: nobody has, or a voice is loaded meanwhile.
        """
        current = self._jobs.get(self._working_on or 0)
        if current is not None and current.utterance.voice not in self._spoken_with:
            return 0.0
        return next((now - job.given_at for job in self._jobs.values() if job.is_newcomer), 0.0)

    async def warm_up(self, utterance: Utterance) -> None:
        """Speak and discard the audio, so that the voice is loaded before anybody waits. Raises the errors of `speak`."""
        self._is_warming_up = True
        async with aclosing(self.speak(utterance, NEVER)) as chunks:
            async for _ in chunks:
                pass
        self._is_warming_up = False

    async def speak(
        self,
        utterance: Utterance,
        needed_at: float | None,
        given_s: float = 0.0,
        span: tracing.Span = tracing.NO_SPAN,
    ) -> AsyncGenerator[PcmChunk, None]:
        """Speak, see `Speak`. Closing the generator cancels the work. `span` is told when work begins.

        Raises `EngineFailed` if the engine refuses, `EngineCrashed` if the process died while it worked on this, and
        `WorkerLost` if it died while it worked on something else.
        """
        if not self.is_alive:
            raise WorkerLost("the worker has died")
        number = next(self._numbers)
        now = time.monotonic()
        job = Job(utterance, needed_at, now, span)
        if not self._jobs:
            self._hear()
        self._jobs[number] = job
        try:
            self._pipe.send(Speak(number, utterance, needed_at, given_s))
            while True:
                item = await job.items.get()
                if item is None:
                    return
                if isinstance(item, Exception):
                    raise item
                self._wait_bytes(job, -len(item.pcm))
                yield item
        finally:
            self._wait_bytes(job, -job.waiting_bytes)
            job.is_wanted = False
            if number in self._jobs and self.is_alive:
                self._pipe.send(Cancel(number))
                grace_s = hangs.cancel_grace_s(may_load=utterance.voice not in self._spoken_with)
                mark = self._clock.mark()
                asyncio.get_running_loop().call_later(grace_s, self._kill_if_unanswered, number, mark, grace_s)

    def give_up(self, jobs: int) -> None:
        """Have other workers take at most so many jobs, of those that it has not begun: every second in the order of need."""
        waiting = sorted(
            (
                job
                for number, job in self._jobs.items()
                if job.is_wanted and not job.has_audio and number != self._working_on
            ),
            key=lambda job: job.needed_at or 0.0,
        )
        for job in waiting[1::2][: max(0, jobs)]:
            job.items.put_nowait(WorkerLost("another worker takes it"))

    def kill(self) -> None:
        """Kill it now."""
        # Not Process.kill(): it polls first, and may take the exit status that asyncio's own watcher waits for.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)

    async def close(self) -> None:
        """End it by closing the pipe; kill it if it is at work, or lives on. Returns when it has ended."""
        if self._jobs:
            self._kill_for("the end of the pool")
        self._pipe.close()
        await self._end()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._pipe.take_unread()

    async def _await_end(self) -> None:
        await self._pipe.ended.wait()
        if self._pipe.is_garbled:
            self._kill_for("garbage on its pipe")
        status = await self._end()
        self.exit = self._killed_for or _describe(status)
        self.killed_from_outside = status == -signal.SIGKILL and not self._killed_for
        self.out_of_memory = status == OUT_OF_MEMORY
        self._pipe.take_unread()
        if self._working_on in self._jobs:
            self.victim = self._jobs[self._working_on]
        self.died.set()
        for number, job in self._jobs.items():
            job.items.put_nowait(
                EngineCrashed(
                    f"the speech engine crashed on this text ({self.exit})",
                    from_outside=self.killed_from_outside or (self.out_of_memory and not job.has_audio),
                )
                if number == self._working_on
                else WorkerLost("the worker died while it worked on another text")
            )
        self._jobs.clear()

    async def _end(self) -> int:
        """Wait for the end of the process, whose pipe is closed. Kill it if it lives on. Returns its exit status."""
        try:
            async with asyncio.timeout(_END_S):
                return await self._process.wait()
        except TimeoutError:
            self._kill_for("a closed pipe")
            return await self._process.wait()

    def _take(self, message: Message, payload: bytes) -> None:
        self._hear()
        if isinstance(message, Ready):
            self._ready.set()
            return
        if not isinstance(message, Working | Audio | Done | Failed):
            raise GarbledPipe(f"a worker does not send {message}")
        job = self._jobs.get(message.job)
        if job is None:
            raise GarbledPipe(f"no job {message.job}")
        if isinstance(message, Working):
            self._working_on = message.job
            job.span.event("turned to")
        elif isinstance(message, Audio):
            self.last_voice = job.utterance.voice
            if self.last_voice not in self._spoken_with:
                self._spoken_with.append(self.last_voice)
            chunk = PcmChunk(payload, message.rate_hz, message.words)
            if payload and not job.has_audio:
                job.span.event("first audio")
            job.made_s += chunk.seconds
            self._blame.spoken(job.utterance, job.made_s)
            self._speeds.note(job.utterance.voice.engine, chunk.seconds, message.worked_s)
            if job.is_wanted:
                self._wait_bytes(job, len(payload))
            job.items.put_nowait(chunk)
        else:
            del self._jobs[message.job]
            if isinstance(message, Failed):
                if message.traceback:
                    _log_once(message.traceback)
                job.items.put_nowait(EngineFailed(message.reason))
                return
            if job.is_wanted:  # else it was cancelled
                self._blame.spoken(job.utterance)
            job.items.put_nowait(None)

    def _wait_bytes(self, job: Job, change: int) -> None:
        job.waiting_bytes += change
        self.waiting_bytes += change

    def _hear(self) -> None:
        self._heard_at, self._heard_mark = time.monotonic(), self._clock.mark()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(hangs.look_s())
            silent_s = self._clock.since(self._heard_mark)
            if self._jobs and silent_s > (most_s := self._longest_step_s()):
                self._kill_for(f"no answer for {most_s:.1f} s", hung=True)

    def _longest_step_s(self) -> float:
        """Time that the present step may take: of the job that the worker is at, or of any if that is not known."""
        if self._is_warming_up:
            return hangs.WARM_UP_S
        current = self._jobs.get(self._working_on or 0)
        return max(
            hangs.longest_step_s(job.utterance, may_load=job.utterance.voice not in self._spoken_with)
            for job in ([current] if current else self._jobs.values())
        )

    def _kill_if_unanswered(self, number: int, mark: float, grace_s: float) -> None:
        """Kill it if it owes the answer to a cancel since the mark, or look again."""
        if number not in self._jobs:
            return
        if (left_s := grace_s - self._clock.since(mark)) > 0:
            again_s = max(left_s, _AGAIN_S)
            asyncio.get_running_loop().call_later(again_s, self._kill_if_unanswered, number, mark, grace_s)
        else:
            self._kill_for(f"no answer to a cancel for {grace_s:.1f} s", hung=True)

    def _kill_for(self, reason: str, *, hung: bool = False) -> None:
        self._killed_for, self.hung = self._killed_for or reason, self.hung or hung
        self.kill()


def _log_once(traceback: str) -> None:
    """Log an engine's unexpected exception, the first from its place alone: every utterance may raise it."""
    places = tuple(line for line in traceback.splitlines() if line.startswith("  File "))
    if places not in _logged:
        _logged.add(places)
        _log.error("the speech engine failed", traceback=traceback)


async def _first(*events: asyncio.Event) -> None:
    waits = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


def _describe(status: int) -> str:
    if status == OUT_OF_MEMORY:
        return "too much memory"
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"signal {signal.Signals(-status).name}"
    except ValueError:
        return f"signal {-status}"
