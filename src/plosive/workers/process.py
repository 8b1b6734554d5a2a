"""A worker process seen from the server: start it, speak, cancel, and kill it if it does not answer."""

import asyncio
import contextlib
import itertools
import os
import signal
import socket
import sys
from collections.abc import AsyncGenerator
from typing import Final

import structlog

from plosive.errors import EngineCrashed, EngineFailed, EngineUnavailable, WorkerLost
from plosive.utterance import PcmChunk, Utterance
from plosive.workers.messages import (
    Audio,
    Cancel,
    Done,
    Failed,
    GarbledPipe,
    Message,
    MessageReader,
    Ready,
    Speak,
    WorkerSettings,
    Working,
    encode,
)

START_DEADLINE_S: Final = 20.0
"""A worker that is not ready after this time is killed (measured: 0.2 s with espeak-ng on an idle machine)."""

STALL_S: Final = 10.0
"""A worker with jobs that sends nothing for this time hangs: an engine's step takes well under a second."""

CANCEL_GRACE_S: Final = 5.0
"""A worker that does not answer a cancel within this time is killed. It answers between two steps; the longest step is loading
a voice, which cannot be interrupted (measured: 1.4 s for 63 MB)."""

_READ_BYTES: Final = 1 << 18

_log = structlog.get_logger()
_logged: set[tuple[str, ...]] = set()


class WorkerProcess:
    """A running worker. Make it with `start`; replace it when `died` is set."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        unread: socket.socket,
    ):
        self.died = asyncio.Event()
        self.exit = ""
        """The cause of its death, "signal SIGABRT" or "exit status 1"; "" while it is alive."""
        self._process = process
        self._reader = reader
        self._writer = writer
        self._unread = unread  # the same socket, for the messages that are left in it after the streams have failed
        self._messages = MessageReader()
        self._numbers = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._working_on: int | None = None
        self._ready = asyncio.Event()
        self._heard_at = 0.0
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def start(cls, settings: WorkerSettings) -> "WorkerProcess":
        """Start a worker and wait until it is ready. Raises `EngineUnavailable` if it dies or takes too long."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "plosive.workers.child", str(theirs.fileno()),
                pass_fds=[theirs.fileno()], stdin=asyncio.subprocess.DEVNULL,
            )  # fmt: skip
        unread = ours.dup()
        reader, writer = await asyncio.open_connection(sock=ours)
        worker = cls(process, reader, writer, unread)
        writer.write(encode(settings))
        worker._tasks = [asyncio.create_task(worker._listen()), asyncio.create_task(worker._watch())]
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

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def load(self) -> int:
        """Number of jobs without an answer, including cancelled ones."""
        return len(self._jobs)

    async def speak(self, utterance: Utterance, needed_at: float | None) -> AsyncGenerator[PcmChunk, None]:
        """Speak; `needed_at` is that of `Speak`. Closing the generator cancels the work.

        Raises `EngineFailed` if the engine refuses, `EngineCrashed` if the process died while it worked on this, and
        `WorkerLost` if it died while it worked on something else.
        """
        if self.died.is_set():
            raise WorkerLost("the worker has died")
        number = next(self._numbers)
        job = _Job()
        if not self._jobs:
            self._heard_at = asyncio.get_running_loop().time()
        self._jobs[number] = job
        try:
            self._writer.write(encode(Speak(number, utterance, needed_at)))
            while True:
                item = await job.items.get()
                if item is None:
                    return
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            if number in self._jobs and not self.died.is_set():
                self._writer.write(encode(Cancel(number)))
                asyncio.get_running_loop().call_later(CANCEL_GRACE_S, self._kill_if_unanswered, number)

    def kill(self) -> None:
        """Kill it now."""
        # Not Process.kill(): it polls first, and may take the exit status that asyncio's own watcher waits for.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)

    async def close(self) -> None:
        """End it by closing the pipe, or kill it after a second. Returns when it has ended."""
        self._writer.close()
        with contextlib.suppress(OSError):
            self._unread.shutdown(socket.SHUT_WR)
        try:
            async with asyncio.timeout(1.0):
                await self._process.wait()
        except TimeoutError:
            self.kill()
            await self._process.wait()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._unread.close()

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while data := await self._reader.read(_READ_BYTES):
                self._heard_at = loop.time()
                for message, payload in self._messages.feed(data):
                    self._take(message, payload)
        except (GarbledPipe, ConnectionError):
            pass
        finally:
            self.kill()
            self.exit = _describe(await self._process.wait())
            self._take_unread()
            self._writer.close()
            self.died.set()
            for number, job in self._jobs.items():
                job.items.put_nowait(
                    EngineCrashed(f"the speech engine crashed on this text ({self.exit})")
                    if number == self._working_on
                    else WorkerLost("the worker died while it worked on another text")
                )
            self._jobs.clear()

    def _take_unread(self) -> None:
        """Read the last messages: asyncio stops reading after a failed write, and they may name the job it died on."""
        with self._unread, contextlib.suppress(OSError, GarbledPipe):
            self._unread.setblocking(False)
            while data := self._unread.recv(_READ_BYTES):
                for message, payload in self._messages.feed(data):
                    self._take(message, payload)

    def _take(self, message: Message, payload: bytes) -> None:
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
        elif isinstance(message, Audio):
            job.items.put_nowait(PcmChunk(payload, message.rate_hz, message.words))
        else:
            del self._jobs[message.job]
            if isinstance(message, Failed) and message.traceback:
                _log_once(message.traceback)
            job.items.put_nowait(EngineFailed(message.reason) if isinstance(message, Failed) else None)

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(STALL_S / 10)
            if self._jobs and loop.time() - self._heard_at > STALL_S:
                self.kill()

    def _kill_if_unanswered(self, number: int) -> None:
        if number in self._jobs:
            self.kill()


def _log_once(traceback: str) -> None:
    """Log an engine's unexpected exception, the first from its place alone: every utterance may raise it."""
    places = tuple(line for line in traceback.splitlines() if line.startswith("  File "))
    if places not in _logged:
        _logged.add(places)
        _log.error("the speech engine failed", traceback=traceback)


class _Job:
    """An utterance in a worker, with the chunks that were not taken yet."""

    def __init__(self) -> None:
        self.items: asyncio.Queue[PcmChunk | Exception | None] = asyncio.Queue()


async def _first(*events: asyncio.Event) -> None:
    waits = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


def _describe(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"signal {signal.Signals(-status).name}"
    except ValueError:
        return f"signal {-status}"
