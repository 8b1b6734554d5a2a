"""Compares this Plosive with another installed release: the same requests to both servers, in turns, in one run."""

import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Final

import numpy as np
import typer
import uvloop
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks import barge_in
from benchmarks.cells import Cell, System, measure, warm_up
from benchmarks.clients import PlosiveClient
from benchmarks.listeners import ask_together
from benchmarks.piper_voice import catalogued, prepared
from benchmarks.playback import median
from benchmarks.processes import PlosiveServer
from benchmarks.texts import LONG, SHORT, TEXTS

_EMBEDDED: Final = "Plosive.Espeak.en-us"
_CLIENTS: Final = (1, 8)
_RATE_HZ: Final = 22050
_INTERRUPTED_WITHIN_S: Final = {True: 0.05, False: 1.0}
"""In these times an embedded voice makes a minute of audio, and a neural voice 10 s."""


def releases(
    other: Annotated[Path, typer.Argument(help="The Python in whose environment the other Plosive is installed.")],
    model: Annotated[
        Path | None, typer.Option(help="A Piper voice: .onnx, with .onnx.json beside it. Default: espeak-ng.")
    ] = None,
    reps: Annotated[int, typer.Option(min=2, help="Repetitions of each measurement.")] = 10,
    runs: Annotated[int, typer.Option(min=2, help="Barge-ins into each server.")] = 30,
) -> None:
    """This Plosive beside another release: first audio, throughput, CPU and barge-in, in turns."""
    uvloop.run(_measure(other, model, reps, runs, Console(highlight=False, width=120)))


async def _measure(other: Path, model: Path | None, reps: int, runs: int, console: Console) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plosive-bench-")))
        progress = stack.enter_context(Progress(console=console, transient=True))
        systems, interrupted = [], []
        for name, python in {"this": Path(sys.executable), "other": other}.items():
            own = folder / name
            own.mkdir()
            voice, voices = _EMBEDDED, own / "voices"
            if model is not None:
                voice = catalogued(prepared(model, None, voices)[0]).id
                # The first server that opens a voice cuts its graph and keeps the memory that this took.
                with PlosiveServer(own, voices, voice, python=python, workers=1) as server:
                    await ask_together(PlosiveClient(server.url, voice, "linear16", _RATE_HZ), SHORT, 1)
            server = stack.enter_context(PlosiveServer(own, voices, voice, python=python))
            systems.append(System(name, server, PlosiveClient(server.url, voice, "mp3", _RATE_HZ)))
            interrupted.append(PlosiveClient(server.url, voice, "linear16", _RATE_HZ))
        await warm_up(systems, LONG, _CLIENTS[-1])
        task = progress.add_task("Speaking", total=2 * (len(TEXTS) * len(_CLIENTS) * reps + runs))
        cells = await measure(systems, TEXTS, _CLIENTS, reps, lambda: progress.advance(task))
        table = _table(cells)
        within_s = _INTERRUPTED_WITHIN_S[model is None]
        after_ms: list[list[float]] = [[], []]
        for seed in range(runs):
            for client, values in zip(interrupted, after_ms, strict=True):
                heard = await barge_in.next_text(client, LONG, 1, within_s, seed, lambda: progress.advance(task))
                values += [1000 * value for value in heard.forced_s]
        _add(table, "first audio after a barge-in, ms", *after_ms)
    console.print(table)


def _table(cells: Sequence[Cell]) -> Table:
    table = Table("figure", "this", "quartiles", "other", "quartiles", "this / other", box=None, header_style="bold")
    for this, other in zip(cells[::2], cells[1::2], strict=True):
        name = f"{this.text} text, {this.clients} client{'s' * (this.clients > 1)}"
        _add(table, f"{name}: first audio, ms", *([1000 * one.first_s for one in cell.heard] for cell in (this, other)))
        _add(table, f"{name}: audio s/s", [this.times_real_time], [other.times_real_time])
        _add(table, f"{name}: CPU ms/s", *([1000 * cell.cpu_s_per_audio_s] for cell in (this, other)))
    for cell in cells[-2:]:
        table.caption = f"{table.caption or ''}{cell.system}: {cell.usage.rss_mb if cell.usage else 0:.0f} MB  "
    return table


def _add(table: Table, figure: str, this: list[float], other: list[float]) -> None:
    spreads = [
        "" if len(each) < 2 else "{:.2f} to {:.2f}".format(*np.quantile(each, (0.25, 0.75))) for each in (this, other)
    ]
    table.add_row(
        figure,
        f"{median(this):.2f}",
        spreads[0],
        f"{median(other):.2f}",
        spreads[1],
        f"{median(this) / median(other):.2f}",
    )
