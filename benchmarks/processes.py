"""Server processes under measurement: starts them, waits until they are ready, measures their process trees, ends them."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import psutil

from plosive.errors import SetupError

_START_S: Final = 120.0
"""Loading a neural voice takes seconds, and much longer on a busy machine."""

_LOG_TAIL_CHARS: Final = 800


@dataclass(frozen=True)
class Usage:
    """Usage of a process and all its descendants: CPU time since their start, and memory now. RSS counts a shared page in each
    process; PSS divides it among them, and is None if the system does not report it."""

    cpu_s: float
    rss_mb: float
    pss_mb: float | None


class Server:
    """A running server, as a context manager. It is ready when its port takes connections."""

    def __init__(self, name: str, command: list[str], port: int, environment: dict[str, str] | None = None) -> None:
        self.name = name
        self.port = port
        self._command = command
        self._environment = environment or {}

    def __enter__(self) -> Self:
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        # Unbuffered, so that the caller can wait for a printed line.
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **self._environment}
        self._process = subprocess.Popen(
            self._command, stdout=self._log, stderr=self._log, stdin=subprocess.DEVNULL, env=environment
        )
        deadline = time.monotonic() + _START_S
        try:
            while not self._ready():
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise SetupError(f"{self.name} did not start: {self.log()[-_LOG_TAIL_CHARS:]}")
                time.sleep(0.05)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def log(self) -> str:
        """Return all its output."""
        at = os.pread(self._log.fileno(), 1 << 20, 0)
        return at.decode(errors="replace")

    def usage(self) -> Usage:
        """Return the usage of the process tree. Raises `SetupError` if the server has died."""
        if self._process.poll() is not None:
            raise SetupError(f"{self.name} died: {self.log()[-_LOG_TAIL_CHARS:]}")
        top = self.process
        cpu_s = rss = pss = 0.0
        has_pss = True
        for process in (top, *top.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                cpu_s += times.user + times.system
                memory = process.memory_full_info()
                rss += memory.rss
                has_pss = has_pss and hasattr(memory, "pss")
                pss += getattr(memory, "pss", 0)
        return Usage(cpu_s, rss / 1e6, pss / 1e6 if has_pss else None)

    @property
    def process(self) -> psutil.Process:
        """The process that was started, without its descendants."""
        return psutil.Process(self._process.pid)

    def workers(self) -> list[psutil.Process]:
        """Return Plosive's living engine processes."""
        found = []
        for child in self.process.children():
            with suppress(psutil.NoSuchProcess):  # also one that was killed a moment ago
                if "plosive.workers.child" in child.cmdline():
                    found.append(child)
        return found

    def stop(self) -> None:
        """End it and all its descendants."""
        with suppress(psutil.NoSuchProcess):
            below = psutil.Process(self._process.pid).children(recursive=True)
            self._process.send_signal(signal.SIGTERM)
            psutil.wait_procs([psutil.Process(self._process.pid), *below], timeout=10)
            for process in below:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
        self._process.kill()
        self._process.wait()
        self._log.close()

    def _ready(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 0.3):
            return True
        return False


class PlosiveServer(Server):
    """`plosive serve` on a free port, with the caller's PLOSIVE_ settings except those named here.

    `python` is the interpreter, `module` is what it runs, with arguments before `serve`.
    """

    url = ""

    def __init__(
        self,
        data_dir: Path,
        voices_dir: Path,
        voice: str,
        *,
        python: Path = Path(sys.executable),
        module: tuple[str, ...] = ("plosive",),
        **settings: object,
    ) -> None:
        environment = {
            "PLOSIVE_DATA_DIR": str(data_dir),
            "PLOSIVE_VOICES_DIR": str(voices_dir),
            "PLOSIVE_DEFAULT_VOICE": voice,
            "PLOSIVE_API_KEYS": "",
            "PLOSIVE_LOG_LEVEL": "warning",
            **{f"PLOSIVE_{name.upper()}": str(value) for name, value in settings.items()},
        }
        super().__init__("plosive", [str(python), "-m", *module, "serve", "--port", "0"], 0, environment)

    def _ready(self) -> bool:
        found = re.search(r"ws://127\.0\.0\.1:\S+", self.log())
        self.url = found[0] if found else ""
        return bool(found)


def free_port() -> int:
    """Return a free port of the loopback address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
