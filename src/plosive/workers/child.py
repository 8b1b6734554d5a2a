"""The worker process, `python -m plosive.workers.child FD`: opens the engines, says READY, then runs jobs step by step.

It owns the engines and nothing else. It answers a cancel between two steps, ends when the pipe ends, and may die at any
moment: the server survives it.
"""

import contextlib
import os
import resource
import select
import signal
import socket
import sys
from collections import deque
from collections.abc import Generator
from typing import Final

from plosive.engines.engine import Engine
from plosive.engines.espeak import EspeakEngine
from plosive.errors import EngineFailed
from plosive.utterance import Span, Utterance
from plosive.workers.messages import Audio, Cancel, Done, Failed, Message, MessageReader, Ready, Speak, Started, encode

_RECEIVE_BYTES: Final = 1 << 16

_LONGEST_S: Final = 30.0
_LONGEST_S_PER_CHAR: Final = 2.0
"""An utterance that goes on for longer than this, at normal speed, is an engine gone wrong: the slowest honest ones are
single symbols that are read as a phrase (about 1.5 s)."""


class Worker:
    """Runs jobs in the order they came, one step at a time, and looks at the pipe between two steps."""

    def __init__(self, pipe: socket.socket, engines: dict[str, Engine]) -> None:
        self._pipe = pipe
        self._engines = engines
        self._reader = MessageReader()
        self._waiting: deque[Speak] = deque()
        self._current: _Job | None = None

    def run(self) -> None:
        """Run until the pipe ends."""
        self._send(Ready(tuple(self._engines)))
        while self._receive():
            if self._current is None and self._waiting:
                self._start(self._waiting.popleft())
            if self._current is not None:
                self._step(self._current)

    def _receive(self) -> bool:
        """Take what the pipe holds; wait for it only if there is nothing to do. False: the pipe has ended."""
        while True:
            busy = self._current is not None or self._waiting
            if not select.select([self._pipe], [], [], 0 if busy else None)[0]:
                return True
            data = self._pipe.recv(_RECEIVE_BYTES)
            if not data:
                return False
            for message, _ in self._reader.feed(data):
                if isinstance(message, Speak):
                    self._waiting.append(message)
                elif isinstance(message, Cancel):
                    self._cancel(message.job)

    def _cancel(self, job: int) -> None:
        if self._current is not None and self._current.number == job:
            self._current.close()
            self._current = None
            self._send(Done(job))
            return
        for waiting in self._waiting:
            if waiting.job == job:
                self._waiting.remove(waiting)
                self._send(Done(job))
                return

    def _start(self, speak: Speak) -> None:
        engine = self._engines.get(speak.utterance.engine)
        if engine is None:
            self._send(Failed(speak.job, f"this worker has no engine {speak.utterance.engine!r}"))
            return
        self._send(Started(speak.job, engine.rate_hz))
        self._current = _Job(speak.job, engine, speak.utterance)

    def _step(self, job: "_Job") -> None:
        try:
            pcm = job.step()
        except EngineFailed as error:
            self._current = None
            self._send(Failed(job.number, str(error)))
            return
        if pcm is None:
            self._current = None
            self._send(Done(job.number))
        elif pcm:
            self._send(Audio(job.number), pcm)

    def _send(self, message: Message, payload: bytes = b"") -> None:
        self._pipe.sendall(encode(message, payload))


class _Job:
    def __init__(self, number: int, engine: Engine, utterance: Utterance) -> None:
        self.number = number
        self._steps: Generator[bytes, None, None] = engine.speak(utterance)
        slowest = utterance.speed * min((span.speed for span in utterance.spans), default=1.0)
        pauses_s = sum(span.pause_s for span in utterance.spans)
        longest_s = (_LONGEST_S + _LONGEST_S_PER_CHAR * utterance.chars) / slowest + pauses_s
        self._bytes_left = int(2 * engine.rate_hz * longest_s)

    def step(self) -> bytes | None:
        """The next PCM; None: spoken to the end. Raises `EngineFailed`."""
        pcm = next(self._steps, None)
        if pcm is None:
            return None
        self._bytes_left -= len(pcm)
        if len(pcm) % 2 or self._bytes_left < 0:
            self.close()
            raise EngineFailed("the engine split a sample" if len(pcm) % 2 else "the engine did not come to an end")
        return pcm

    def close(self) -> None:
        self._steps.close()


def main() -> None:
    """Entry point: the one argument is the inherited socket's file descriptor."""
    pipe = socket.socket(fileno=int(sys.argv[1]))
    # Ctrl-C and a service manager's stop reach the whole group; the server decides when workers end, by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # A stray print in C or Python must not go anywhere that matters.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # A crash is an everyday event here: no core files. Engines write no files at all.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    engine = EspeakEngine()
    # The first utterance of a process loads tables (20 ms): do that before anyone waits for it.
    for _ in engine.speak(Utterance((Span("Hello."),), "espeak", "gmw/en-US")):
        pass
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        Worker(pipe, {"espeak": engine}).run()


if __name__ == "__main__":
    main()
