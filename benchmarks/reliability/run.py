"""One run: its size, its servers, and its figures. It also says who else used the machine meanwhile."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil
from rich.console import Console

from benchmarks.processes import PlosiveServer
from benchmarks.report import Goal
from plosive.settings import load_settings

RATE_HZ = 24_000


@dataclass
class Run:
    """`share` makes every number and duration smaller: 1 is the size that the goals are for."""

    voice: str
    share: float
    soak_min: float
    console: Console
    goals: list[Goal] = field(default_factory=list)
    results: dict[str, Any] = field(default_factory=dict)

    def number(self, full: int, least: int = 1) -> int:
        """Return the share of this number."""
        return max(least, round(full * self.share))

    def seconds(self, full: float, least: float = 1.0) -> float:
        """Return the share of this time, in s."""
        return max(least, full * self.share)

    def address(self, server: PlosiveServer, **query: object) -> str:
        """Return the socket's address, for PCM of this voice unless the query says otherwise."""
        asked = {"voice": self.voice, "audio_format": "linear16", "sample_rate": RATE_HZ, **query}
        return f"{server.url}?{urlencode(asked)}"

    @contextmanager
    def server(self, name: str, *, max_sessions: int = 1000, send_deadline_s: float = 20.0) -> Iterator[PlosiveServer]:
        """Start a server without a cache. Keep in the results how much of the machine others took while it ran."""
        voices_dir = load_settings().voices_dir
        with (
            tempfile.TemporaryDirectory(prefix="plosive-bench-") as folder,
            PlosiveServer(
                Path(folder),
                voices_dir,
                self.voice,
                cache_memory_mb=0,
                max_sessions=max_sessions,
                send_deadline_s=send_deadline_s,
            ) as server,
        ):
            begun, before, ours = time.monotonic(), psutil.cpu_times(), psutil.Process().cpu_times()
            server_s = _cpu_s(server.process)
            try:
                yield server
            finally:
                took_s, after, now = time.monotonic() - begun, psutil.cpu_times(), psutil.Process().cpu_times()
                generator_s = now.user + now.system - ours.user - ours.system
                with suppress(psutil.NoSuchProcess):
                    server_s = _cpu_s(server.process) - server_s
                busy_s = _busy_s(after) - _busy_s(before) - generator_s - server_s
                shares = {
                    "took_s": took_s,
                    "generator_of_a_core": generator_s / took_s,
                    "server_of_a_core": server_s / took_s,
                    "others_of_the_machine": max(0.0, busy_s) / took_s / (psutil.cpu_count() or 1),
                    "steal_of_the_machine": (getattr(after, "steal", 0.0) - getattr(before, "steal", 0.0))
                    / took_s / (psutil.cpu_count() or 1),
                }  # fmt: skip
                self.results[name] = {"processor": shares}
                said = ", ".join(f"{each.replace('_', ' ')} {share:.2f}" for each, share in shares.items())
                self.console.print(f"{name}: {said}")

    def keep(self, name: str, **figures: object) -> None:
        """Keep figures that have no goal, and every single value, for results.json."""
        self.results.setdefault(name, {}).update(figures)


def _busy_s(times: Any) -> float:
    return float(times.user + times.nice + times.system + times.irq + times.softirq)


def _cpu_s(process: psutil.Process) -> float:
    """Return the CPU time of a process, its living descendants, and those that it has buried."""
    own = process.cpu_times()
    total = own.user + own.system + own.children_user + own.children_system
    for child in process.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            times = child.cpu_times()
            total += times.user + times.system
    return float(total)
