"""Draws the results of a run as PNG files; the only part that imports matplotlib."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from benchmarks.cells import Cell, first_by_length
from benchmarks.listeners import PATIENCE_S, Paced
from benchmarks.playback import median, percentile

# Okabe and Ito's colours, which everybody can tell apart.
_COLOURS: Final = {
    "plosive": "#0072B2",
    "piper-http": "#D55E00",
    "wyoming-piper": "#009E73",
    "wyoming-stream": "#E69F00",
    "sherpa-server": "#CC79A7",
}
_DPI: Final = 120


def latency_by_sentence_length(cells: Sequence[Cell], systems: Sequence[str], file: Path) -> None:
    """Plot the first audio of one client over the length of the sentence, with a line per server."""
    figure = Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    for system in systems:
        points = first_by_length(cells, system)
        axes.plot(
            [audio_s for audio_s, _ in points],
            [1000 * first_s for _, first_s in points],
            marker="o",
            label=system,
            color=_COLOURS.get(system),
        )
    axes.set_xlabel("length of the sentence, seconds of audio")
    axes.set_ylabel("first audio, ms (median, from dialling on)")
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    axes.set_title("First audio of one client by length of the sentence")
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(file, dpi=_DPI)


def paced_listeners(runs: Sequence[Paced], bounds: Sequence[tuple[str, float]], file: Path) -> None:
    """Plot first audio and gaps over the number of real-time listeners. `bounds`: names and numbers of marker lines."""
    figure = Figure(figsize=(8, 7), layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True)
    clients = [run.clients for run in runs]
    for label, share, style in (("p95", 0.95, "o-"), ("median", 0.5, "s--")):
        values = [1000 * percentile(run.first_s, share) for run in runs]
        above.plot(clients, values, style, color=_COLOURS["plosive"], label=label)
    above.set_ylabel("first audio of a turn, ms")
    above.set_ylim(bottom=0)
    above.set_title("Listeners who play in real time")
    width = 0.3 * min((b - a for a, b in pairwise(clients)), default=1)
    gaps = [run.clients_with_gaps for run in runs]
    below.bar(clients, gaps, width, color="#D55E00", label="listeners with a gap over 20 ms")
    starved = [run.starved for run in runs]
    below.bar(clients, starved, width, bottom=gaps, color="#E69F00", label=f"turns without audio for {PATIENCE_S:g} s")
    below.set_ylabel("underruns")
    below.set_ylim(0, max(1, *(gap + late for gap, late in zip(gaps, starved, strict=True))) * 1.4)
    below.legend(loc="upper left")
    below.set_xlabel("listeners at the same time")
    for axis in (below.xaxis, below.yaxis):
        axis.set_major_locator(MaxNLocator(integer=True))
    for axes in (above, below):
        for name, at in bounds:
            axes.axvline(at, linestyle=":", color="black")
            axes.annotate(
                name, (at, 1), xycoords=("data", "axes fraction"), xytext=(-3, -4), textcoords="offset points",
                rotation=90, ha="right", va="top", fontsize=8,
            )  # fmt: skip
        axes.grid(alpha=0.3)
    above.legend(loc="center left")
    figure.savefig(file, dpi=_DPI)


def beside_peers(cells: Sequence[Cell], systems: Sequence[str], file: Path) -> None:
    """Plot bars of every server: first audio by text with one and with many clients, audio per second, memory."""
    texts = list(dict.fromkeys(cell.text for cell in cells))
    counts = sorted({cell.clients for cell in cells})
    few, many = counts[0], counts[-1]
    figure = Figure(figsize=(12, 8), layout="constrained")
    (first_few, first_many), (throughput, memory) = figure.subplots(2, 2)
    for axes, clients in ((first_few, few), (first_many, many)):
        _bars(axes, cells, systems, [(text, clients) for text in texts], lambda cell: 1000 * median(cell.first_s))
        axes.set_yscale("log")
        axes.set_ylabel("first audio, ms (median)")
        axes.set_title(f"First audio, {clients} client{'s' if clients > 1 else ''} at once")
    last = [(texts[-1], clients) for clients in dict.fromkeys((few, many))]
    _bars(throughput, cells, systems, last, lambda cell: cell.times_real_time)
    throughput.set_ylabel("seconds of audio a second")
    throughput.set_title(f"Throughput, {texts[-1]} text")
    _bars(memory, cells, systems, last, lambda cell: cell.usage.rss_mb if cell.usage else 0.0)
    memory.set_ylabel("resident memory of all processes, MB")
    memory.set_title("Memory after that")
    handles, labels = first_few.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=len(labels))
    figure.savefig(file, dpi=_DPI)


def cost_of_embedded_voice(stages: dict[str, float], through_socket: float, file: Path) -> None:
    """Plot CPU milliseconds per second of audio: engine, encoder and framing in one bar, the whole server in the other."""
    figure = Figure(figsize=(6, 5), layout="constrained")
    axes = figure.subplots()
    below = 0.0
    for (stage, cost), colour in zip(stages.items(), ("#009E73", "#E69F00", "#56B4E9"), strict=True):
        axes.bar(["alone, in a loop"], [1000 * cost], bottom=below, label=stage, color=colour)
        below += 1000 * cost
    axes.bar(["through the socket"], [1000 * through_socket], label="the whole server", color=_COLOURS["plosive"])
    axes.set_ylabel("CPU, ms a second of audio")
    axes.set_title("The embedded voice in mp3")
    axes.margins(y=0.25)  # room for the legend above the bars
    axes.legend(ncols=2)
    figure.savefig(file, dpi=_DPI)


def spectrogram(samples: npt.NDArray[np.float64], rate_hz: int, title: str, file: Path) -> None:
    """Level over time and frequency, from 80 dB below the loudest point up, with the waveform above it."""
    figure = Figure(figsize=(10, 5), layout="constrained")
    wave, axes = figure.subplots(2, 1, sharex=True, height_ratios=(1, 4))
    wave.plot(np.arange(len(samples)) / rate_hz, samples, linewidth=0.3, color=_COLOURS["plosive"])
    wave.set_title(title, wrap=True, fontsize=9)
    window = round(0.02 * rate_hz)
    with np.errstate(divide="ignore"):  # digital silence has no level
        levels = axes.specgram(samples, NFFT=window, Fs=rate_hz, noverlap=3 * window // 4, scale="dB")[3]
    loudest = levels.get_clim()[1]
    levels.set_clim(loudest - 80, loudest)
    axes.set_facecolor(levels.get_cmap()(0.0))
    axes.set_xlim(0, len(samples) / rate_hz)
    axes.set_xlabel("seconds")
    axes.set_ylabel("Hz")
    figure.savefig(file, dpi=_DPI)


def _bars(
    axes: Axes,
    cells: Sequence[Cell],
    systems: Sequence[str],
    groups: Sequence[tuple[str, int]],
    value: Callable[[Cell], float],
) -> None:
    width = 0.8 / len(systems)
    for place, system in enumerate(systems):
        found = {(cell.text, cell.clients): cell for cell in cells if cell.system == system}
        at = [group + (place - (len(systems) - 1) / 2) * width for group in range(len(groups))]
        bars = axes.bar(at, [value(found[group]) for group in groups], width, label=system, color=_COLOURS.get(system))
        axes.bar_label(bars, fmt="{:.0f}", fontsize=7)
    same = len({clients for _, clients in groups}) == 1
    names = [text if same else f"{clients} client{'s' if clients > 1 else ''}" for text, clients in groups]
    axes.set_xticks(range(len(groups)), names)
    axes.grid(axis="y", alpha=0.3)
