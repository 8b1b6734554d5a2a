"""The worker process, `python -m plosive.workers.child FD PARENT`: gets its settings, answers `Ready`, runs jobs step by step.

It owns the engines and the order of work. It answers a cancel within a step. It ends when the pipe is closed. It may also crash
at any moment: the server survives that.
"""

import contextlib
import ctypes
import os
import queue
import re
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Final

import msgspec

from plosive.audio.gain import amplified
from plosive.engines.engine import Engine, Steps
from plosive.engines.espeak.engine import EspeakEngine
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.workers.limits import OUT_OF_MEMORY, MemoryLimit, hold_to
from plosive.workers.messages import (
    Audio,
    Cancel,
    Done,
    Failed,
    Message,
    MessageReader,
    Ready,
    Speak,
    WorkerSettings,
    Working,
    encode,
)
from plosive.workers.schedule import Schedule

_RECEIVE_BYTES: Final = 1 << 16

_LOOK_S: Final = 0.02
"""Where all jobs wait for another process, they look again after so long."""

_NICENESS: Final = 5
"""Workers let the server go first, which takes little of a core: it sends what they make and answers newcomers. On two cores
with twice the texts they could speak, half of the refusals took 10 ms so, and 260 ms otherwise."""

_LONGEST_S: Final = 30.0
_LONGEST_S_PER_CHAR: Final = 2.0
"""Longest speech per character, at normal speed. More means that the engine does not stop. Single symbols that are read as a
phrase need most (about 1.5 s)."""


_PR_SET_PDEATHSIG: Final = 1  # linux/prctl.h

_LOWEST_RATE_HZ: Final = 4_000
_HIGHEST_RATE_HZ: Final = 192_000

_FOLDERS: Final = re.compile(r"(?<![\w.~-])/(?:[^\s/'\":]+/)+")
"""The folders of an absolute path. Clients are told the name of a model file, but not where the operator keeps it."""


class Engines:
    """The engines of this process. Each is opened when it is first needed, because a neural one takes tens of megabytes."""

    def __init__(self, settings: WorkerSettings) -> None:
        self._cache = VoiceCache(settings.voice_memory_mb * 1_000_000)
        self._sentence_silence_s = settings.sentence_silence_ms / 1000
        self._gpu = settings.gpu
        self._open: dict[str, Engine] = {}
        self._known: dict[str, Callable[[], Engine]] = {
            "espeak": EspeakEngine,
            "piper": self._piper,
            "kokoro": self._kokoro,
            "hibari": self._hibari,
        }

    @property
    def loads(self) -> int:
        """Number of voices that were loaded so far."""
        return self._cache.loads

    def engine(self, name: str) -> Engine:
        """Return the engine of this name. Raises `EngineFailed` if there is none."""
        if name not in self._known:
            raise EngineFailed(f"this worker has no engine {name!r}")
        if name not in self._open:
            self._open[name] = self._known[name]()
        return self._open[name]

    def _piper(self) -> Engine:
        from plosive.engines.piper.engine import PiperEngine  # noqa: PLC0415 - see the class

        return PiperEngine(self._cache, self._sentence_silence_s, self._gpu)

    def _kokoro(self) -> Engine:
        from plosive.engines.kokoro.engine import KokoroEngine  # noqa: PLC0415 - see the class

        return KokoroEngine(self._cache, self._gpu)

    def _hibari(self) -> Engine:
        from plosive.engines.hibari.engine import HibariEngine  # noqa: PLC0415 - see the class

        return HibariEngine(self._cache, self._gpu)

    def warm_up(self) -> None:
        """Speak once and discard the audio: the first utterance of a process loads tables, which takes 20 ms."""
        for _ in self.engine("espeak").speak(Utterance((Span("Hello."),), EngineVoice("espeak", "gmw/en-US"))):
            pass


class Worker:
    """Runs its jobs one step at a time, always the job whose listener runs out of audio first.

    Steps run on the main thread. A second one receives, so that a message can interrupt a step.
    """

    _engines: Engines  # set by the first message, as the limit
    _memory: MemoryLimit

    def __init__(self, pipe: socket.socket) -> None:
        self._pipe = pipe
        self._inbox: queue.SimpleQueue[Message | Exception | None] = queue.SimpleQueue()
        self._schedule = Schedule()
        self._jobs: dict[int, _Job] = {}
        self._begun: _Job | None = None  # of an engine that speaks one job at a time
        self._counted_at = 0.0  # all work before this time is counted as that of a job
        self._working_on: int | None = None
        self._running: _Job | None = None  # whose step can be interrupted
        self._lock = threading.Lock()  # for as long as that may not change
        self._unsent: list[bytes] = []

    def run(self) -> None:
        """Run until the pipe is closed. Raises `GarbledPipe` and OSError."""
        threading.Thread(target=self._receive, daemon=True).start()
        while self._take_all():
            if (job := self._next()) is not None:
                self._step(job)

    def _receive(self) -> None:
        """Receive messages on a thread of its own; None is the end of the pipe."""
        reader = MessageReader()
        try:
            while data := self._pipe.recv(_RECEIVE_BYTES):
                for message, _ in reader.feed(data):
                    self._inbox.put(message)
                    self._interrupt_for(message)
        except Exception as error:
            self._inbox.put(error)
        self._inbox.put(None)

    def _interrupt_for(self, message: Message) -> None:
        """Interrupt the running step if this message cancels its job, or brings a listener to whom it gives way."""
        with self._lock:
            job = self._running
            if job is None:
                return
            if isinstance(message, Cancel) and message.job == job.number:
                job.cancelled = True
            elif not (
                isinstance(message, Speak)
                and message.needed_at is None
                and self._schedule.gives_way(job.number, time.monotonic())
            ):
                return
            self._engines.engine(job.utterance.voice.engine).interrupt()

    def _take_all(self) -> bool:
        """Take the messages that have come. Wait for one if there is no step to run. False: the pipe is closed."""
        while True:
            try:
                if not self._jobs:
                    self._flush()
                    message = self._inbox.get()
                elif self._schedule.all_wait:
                    self._flush()
                    message = self._inbox.get(timeout=_LOOK_S)
                else:
                    message = self._inbox.get_nowait()
            except queue.Empty:
                return True
            if message is None:
                return False
            if isinstance(message, Exception):
                raise message
            self._take(message)

    def _take(self, message: Message) -> None:
        if isinstance(message, WorkerSettings):
            self._memory = hold_to(message.voice_memory_mb, has_gpu=message.gpu is not None)
            self._engines = Engines(message)
            self._engines.warm_up()
            self._send(Ready())
        elif isinstance(message, Speak):
            now = time.monotonic()
            if not self._jobs:
                self._counted_at = now
            self._jobs[message.job] = _Job(message, self._engines.loads)
            self._schedule.add(message.job, message.needed_at, now, message.given_s)
        elif isinstance(message, Cancel) and message.job in self._jobs:
            self._end(self._jobs[message.job], Done(message.job))

    def _next(self) -> "_Job | None":
        number = self._schedule.next(time.monotonic())
        return self._begun or (None if number is None else self._jobs[number])

    def _step(self, job: "_Job") -> None:
        if job.number != self._working_on:
            self._working_on = job.number
            self._send(Working(job.number))
        self._flush()  # if it dies in this step, the server knows of which job
        try:
            chunk = self._chunk(job)
        except Exception as error:  # see _failed
            self._end(job, Done(job.number) if job.cancelled else _failed(job, error))
            return
        now = time.monotonic()
        job.worked_s += now - self._counted_at
        self._counted_at = now
        if chunk is None or job.cancelled:
            self._end(job, Done(job.number))
            return
        if chunk.waits:
            self._schedule.waits(job.number)
        else:
            self._schedule.made(job.number, chunk.seconds, now)
        if chunk.pcm or chunk.words:
            worked_s = self._take_work_s(job) if chunk.pcm else 0.0
            self._send(Audio(job.number, chunk.rate_hz, chunk.words, worked_s), chunk.pcm)
        else:
            self._send(Working(job.number))  # a voice may take long to open; this shows that it does not hang

    def _chunk(self, job: "_Job") -> PcmChunk | None:
        """Make a step, see `_Job.step`. Raises whatever an engine raises."""
        engine = self._engines.engine(job.utterance.voice.engine)
        if engine.one_at_a_time:
            self._begun = job
        else:
            self._running = job
        try:
            ahead = self._schedule.is_ahead(job.number, time.monotonic())
            return job.step(engine, crowded=len(self._jobs) > 1, ahead=ahead)
        finally:
            with self._lock:
                self._running = None

    def _take_work_s(self, job: "_Job") -> float:
        """Return the work on a job's new audio, in seconds; 0 if a voice was loaded meanwhile."""
        (worked_s, loads), job.worked_s, job.loads = (job.worked_s, job.loads), 0.0, self._engines.loads
        return worked_s if loads == job.loads else 0.0

    def _end(self, job: "_Job", message: Done | Failed) -> None:
        job.close()
        failed = isinstance(message, Failed)
        if (failed or len(self._jobs) == 1) and self._memory.is_near:
            if not failed:
                self._send(message)
            self._flush()
            # The server starts another worker, which has its memory back. It takes the jobs that are left here, and this one
            # once more: another text may have taken the memory.
            sys.exit(OUT_OF_MEMORY)
        if self._begun is job:
            self._begun = None
        del self._jobs[job.number]
        self._schedule.remove(job.number)
        self._send(message)

    def _send(self, message: Message, payload: bytes = b"") -> None:
        self._unsent.append(encode(message, payload))

    def _flush(self) -> None:
        """Send what a step has made and which job comes next together: each time costs both sides some 20 us."""
        if self._unsent:
            self._pipe.sendall(b"".join(self._unsent))
            self._unsent.clear()


class _Job:
    def __init__(self, speak: Speak, loads: int) -> None:
        self.number = speak.job
        self.utterance = speak.utterance
        self.cancelled = False  # while its step ran
        self.worked_s = 0.0  # since its last audio
        self.loads = loads  # of voices, until then
        self._steps: Steps | None = None
        slowest = self.utterance.speed * min((span.speed for span in self.utterance.spans), default=1.0)
        pauses_s = sum(span.pause_s for span in self.utterance.spans)
        self._seconds_left = (_LONGEST_S + _LONGEST_S_PER_CHAR * self.utterance.chars) / slowest + pauses_s

    def step(self, engine: Engine, *, crowded: bool, ahead: bool) -> PcmChunk | None:
        """Return the next audio. None: the utterance is complete. Raises `EngineFailed`."""
        try:
            if self._steps is None:
                self._steps = engine.speak(self.utterance, ahead=ahead)
                chunk = next(self._steps)
            else:
                chunk = self._steps.send(crowded)
        except StopIteration:
            return None
        if not _LOWEST_RATE_HZ <= chunk.rate_hz <= _HIGHEST_RATE_HZ:
            raise EngineFailed(f"the engine speaks at {chunk.rate_hz} Hz")
        self._seconds_left -= chunk.seconds
        if len(chunk.pcm) % 2 or self._seconds_left < 0:
            raise EngineFailed(
                "the engine split a sample" if len(chunk.pcm) % 2 else "the engine did not come to an end"
            )
        gain = self.utterance.gain
        return chunk if gain == 1 else msgspec.structs.replace(chunk, pcm=amplified(chunk.pcm, gain))

    def close(self) -> None:
        """Close the engine's generator."""
        if self._steps is not None:
            self._steps.close()


def _failed(job: _Job, error: Exception) -> Failed:
    """The message about an engine's exception. An unexpected one is a bug, which costs this utterance alone."""
    if isinstance(error, EngineFailed):
        return Failed(job.number, _FOLDERS.sub("", str(error)))
    reason = _FOLDERS.sub("", f"the speech engine failed: {error!r}")
    return Failed(job.number, reason, "".join(traceback.format_exception(error)))


def _die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent dies. A hung one would not see the end of its pipe."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before
            sys.exit(1)


def main() -> None:
    """Entry point; the arguments are the inherited socket's file descriptor and the parent's process id."""
    _die_with(parent=int(sys.argv[2]))
    pipe = socket.socket(fileno=int(sys.argv[1]))
    # Ctrl-C and a service manager signal the whole process group. But the server ends its workers, by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(_NICENESS)
    # A library may print to stdout: send that to stderr.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        Worker(pipe).run()


if __name__ == "__main__":
    main()
