"""Shows and writes results: rich tables, results.json, and each figure next to its goal."""

import os
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import msgspec
import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.cells import Cell
from benchmarks.listeners import Paced
from benchmarks.playback import median, percentile

_PACKAGES: Final = ("plosive", "onnxruntime", "uvicorn", "websockets", "uvloop")


@dataclass(frozen=True)
class Goal:
    """A figure, the best peer's figure of the same run, and the limit to reach: at most or at least. `first_release` is what
    the first release did when it was measured."""

    figure: str
    measured: float
    limit: float
    unit: str
    at_least: bool = False
    best_peer: float | None = None
    first_release: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; NaN never reaches it."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


def machine() -> dict[str, Any]:
    """Return a description of the machine and its software."""
    return {
        "time": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "cpu": _cpu_model(),
        "cpus": os.cpu_count(),
        "memory_mb": round(psutil.virtual_memory().total / 1e6),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _PACKAGES},
        "load_average_before": os.getloadavg(),
    }


def finish(results: dict[str, Any], goals: Sequence[Goal], folder: Path, console: Console) -> None:
    """Show the goals and write results.json."""
    if goals:
        console.print(goals_table(goals))
    results["goals"] = [{**vars(goal), "reached": goal.reached} for goal in goals]
    file = folder / "results.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(results, enc_hook=str), indent=2) + b"\n")
    console.print(f"Written: {file}, and plots beside it if there are any")


def cells_table(cells: Sequence[Cell]) -> Table:
    """Return a table of first audio, throughput, CPU and memory of every server, text and number of clients."""
    table = Table(
        "text", "clients", "server", "audio s", "first ms", "worst", "open ms", "audio s/s", "CPU ms/s", "RSS MB",
        title="First audio from dialling on, median and worst, and on an open connection (ms); throughput; "
        "CPU a second of audio; memory after the row",
        box=None, header_style="bold",
    )  # fmt: skip
    for column in table.columns[3:]:
        column.justify = "right"
    before = None
    for cell in cells:
        if before is not None and (before.text, before.clients) != (cell.text, cell.clients):
            table.add_row()
        before = cell
        usage = cell.usage
        table.add_row(
            cell.text,
            str(cell.clients),
            cell.system,
            f"{median([one.audio_s for one in cell.heard]):.1f}",
            _ms(median(cell.first_s)),
            _ms(max(cell.first_s)),
            _ms(median(cell.open_first_s)),
            f"{cell.times_real_time:.1f}",
            f"{1000 * cell.cpu_s_per_audio_s:.1f}",
            f"{usage.rss_mb:.0f}" if usage else "",
        )
    return table


def lengths_table(cells: Sequence[Cell], systems: Sequence[str]) -> Table:
    """Return a table of first audio by the length of the sentence, with a column per server."""
    table = Table(
        "sentence", "audio, s", *systems, title="First audio of one client by sentence length, ms", box=None,
        header_style="bold",
    )  # fmt: skip
    for column in table.columns[1:]:
        column.justify = "right"
    for text in dict.fromkeys(cell.text for cell in cells):
        row = {cell.system: cell for cell in cells if cell.text == text}
        audio_s = median([one.audio_s for one in row[systems[-1]].heard])
        table.add_row(text, f"{audio_s:.1f}", *(_ms(median(row[system].first_s)) for system in systems))
    return table


def paced_table(runs: Sequence[Paced]) -> Table:
    """Return a table of the results of real-time listeners, by their number."""
    table = Table(
        "listeners", "first ms", "p95", "worst", "turns", "starved", "with gaps", "gaps", "longest ms",
        title="Listeners in real time: first audio of a turn, and waits for audio that was due",
        box=None, header_style="bold",
    )  # fmt: skip
    for column in table.columns:
        column.justify = "right"
    for run in runs:
        table.add_row(
            str(run.clients),
            _ms(median(run.first_s)),
            _ms(percentile(run.first_s, 0.95)),
            _ms(max(run.first_s, default=float("nan"))),
            str(len(run.first_s)),
            str(run.starved),
            str(run.clients_with_gaps),
            str(len(run.gaps_s)),
            _ms(max(run.gaps_s)) if run.gaps_s else "",
        )
    return table


def values_table(title: str, rows: Sequence[tuple[str, Sequence[float]]]) -> Table:
    """Return a table of median, 95th and 99th percentile and worst of lists of seconds, in milliseconds."""
    table = Table("", "median, ms", "p95", "p99", "worst", "runs", title=title, box=None, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, values in rows:
        shares = [percentile(values, share) for share in (0.95, 0.99, 1.0)]
        table.add_row(name, *(f"{1000 * value:.2f}" for value in (median(values), *shares)), str(len(values)))
    return table


def goals_table(goals: Sequence[Goal]) -> Table:
    """Return a table of each figure, its goal, and the best peer's figure of this run if one was measured."""
    table = Table("figure", box=None, header_style="bold")
    has_peers = any(goal.best_peer is not None for goal in goals)
    has_past = any(goal.first_release for goal in goals)
    past = ("first release",) if has_past else ()
    for heading in (*past, *("best peer", "goal", "Plosive")[0 if has_peers else 1 :]):
        table.add_column(heading, justify="right")
    table.add_column()
    for goal in goals:
        sign = "≥" if goal.at_least else "≤"
        best = [] if not has_peers else [_figure(goal.best_peer, goal.unit) if goal.best_peer is not None else ""]
        table.add_row(
            goal.figure,
            *([goal.first_release] if has_past else []),
            *best,
            f"{sign} {_figure(goal.limit, goal.unit)}",
            _figure(goal.measured, goal.unit),
            "[green]reached[/green]" if goal.reached else "[red]missed[/red]",
        )
    return table


def paced_summary(run: Paced) -> dict[str, object]:
    """Return the figures for results.json."""
    return {
        "clients": run.clients,
        "first_audio_ms": [round(1000 * value, 1) for value in run.first_s],
        "first_audio_p50_ms": 1000 * median(run.first_s),
        "first_audio_p95_ms": 1000 * percentile(run.first_s, 0.95),
        "gaps_ms": [round(1000 * value, 1) for value in run.gaps_s],
        "starved_turns": run.starved,
        "clients_with_gaps": run.clients_with_gaps,
        "audio_s": run.audio_s,
        "duration_s": run.duration_s,
    }


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f}" if seconds >= 0.1 else f"{1000 * seconds:.1f}"


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}".strip() if abs(value) < 100 else f"{value:.0f} {unit}".strip()


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
