"""`python -m benchmarks piper`: a Piper voice through Plosive's socket and through its peers', on one machine in one run."""

import asyncio
import shutil
import tempfile
import time
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
import uvloop
from rich.console import Console
from rich.progress import Progress

from benchmarks import barge_in, plots, report
from benchmarks.bare import BareProcess
from benchmarks.cells import Cell, System, cell, first_at, first_by_length, measure, warm_up
from benchmarks.clients import PlosiveClient
from benchmarks.listeners import Paced, ask_together, listen_paced, most_without_gap, served
from benchmarks.peers import peer, versions
from benchmarks.playback import median, percentile
from benchmarks.processes import PlosiveServer
from benchmarks.report import Goal
from benchmarks.texts import LONG, SENTENCES, SHORT, TEXTS, sentence
from plosive.errors import SetupError
from plosive.settings import load_settings
from plosive.voices.catalog import Catalog
from plosive.voices.folder import CUT_SUFFIX
from plosive.voices.voice import Voice

_CLIENTS: Final = (1, 8)
_MANY: Final = _CLIENTS[-1]

_WORDS: Final = (3, 6, 10, 14, 18, 24, 31, 38, 46)
"""Sentences of about 1 to 14 seconds."""

_FIRST_PACED: Final = 4
_PACED_STEP: Final = 4

_INTERRUPTED_WITHIN_S: Final = 1.0
"""In that time a core makes about 10 s of audio: all kinds of steps are interrupted."""

# The goals on two cores with a medium voice (docs/benchmark.md).
_FIRST_MS: Final = {"short": 60.0, "medium": 100.0, "long": 80.0}


@dataclass(frozen=True)
class Options:
    """The options of the command line."""

    model: Path
    length_scale: float | None
    peers: tuple[str, ...]
    peers_python: Path | None
    reps: int
    paced_s: float
    runs: int
    parts: tuple[str, ...]
    out: Path


def run(options: Options, console: Console) -> None:
    """Measure, show, and write results.json and plots. Raises `SetupError` if the voice or a server does not work."""
    uvloop.run(_Run(options, console).run())


class _Run:
    def __init__(self, options: Options, console: Console) -> None:
        self._options = options
        self._console = console
        settings = load_settings()
        self._workers, self._memory_mb = settings.workers, settings.voice_memory_mb
        self._goals: list[Goal] = []
        self._results: dict[str, Any] = {"machine": report.machine(), "options": options}
        if options.peers_python is not None and options.peers:
            self._results["peers"] = versions(options.peers_python)

    async def run(self) -> None:
        start = time.monotonic()
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plosive-bench-")))
            self._model, self._rate_hz = prepared(self._options.model, self._options.length_scale, folder / "voices")
            self._voice = catalogued(self._model)
            self._progress = stack.enter_context(Progress(console=self._console, transient=True))
            await self._prepare(folder)
            server = stack.enter_context(PlosiveServer(folder, self._model.parent, self._voice.id))
            self._client = PlosiveClient(server.url, self._voice.id, "linear16", self._rate_hz)
            self._plosive = System("plosive", server, self._client)
            await warm_up([self._plosive], LONG, _MANY)
            try:
                await self._parts()
            finally:  # keep the results so far even if a later part fails
                self._results["took_s"] = time.monotonic() - start
                report.finish(self._results, self._goals, self._options.out, self._console)

    async def _parts(self) -> None:
        best_throughput = await self._beside_peers()
        if "paced" in self._options.parts:
            await self._paced(best_throughput)
        if "barge-in" in self._options.parts:
            await self._barge_in()
        if "socket-vs-bare" in self._options.parts:
            await self._socket_vs_bare()

    async def _prepare(self, folder: Path) -> None:
        """Speak once with a server that is then stopped. The first process that opens a voice cuts its graph and keeps the
        memory that this took. That happens once per voice, not once per server."""
        task = self._progress.add_task("cutting the voice's graph", total=None)
        with PlosiveServer(folder, self._model.parent, self._voice.id, workers=1) as server:
            await ask_together(PlosiveClient(server.url, self._voice.id, "linear16", self._rate_hz), SHORT, 1)
        self._progress.remove_task(task)

    async def _beside_peers(self) -> float | None:
        """Measure the parts that include the peers. Returns the throughput of the best peer if it was measured."""
        parts = [part for part in ("first-audio", "sentence-length") if part in self._options.parts]
        if not parts:
            return None
        with ExitStack() as stack:
            systems = []
            for name in self._options.peers:
                task = self._progress.add_task(f"starting {name}", total=None)
                if self._options.peers_python is None:
                    raise SetupError("the peers need an interpreter")
                server, client = peer(name, self._options.peers_python, self._model, self._rate_hz)
                systems.append(System(name, stack.enter_context(server), client))
                self._progress.remove_task(task)
            await warm_up(systems, SHORT, 2)
            systems.append(self._plosive)
            cells = await self._first_audio(systems) if "first-audio" in parts else []
            if "sentence-length" in parts:
                await self._sentence_length(systems)
        return max((each.times_real_time for each in cells if each.system != "plosive"), default=None)

    async def _first_audio(self, systems: list[System]) -> list[Cell]:
        total = len(TEXTS) * len(_CLIENTS) * self._options.reps * len(systems)
        task = self._progress.add_task("first audio", total=total)
        cells = await measure(systems, TEXTS, _CLIENTS, self._options.reps, lambda: self._progress.advance(task))
        self._console.print(report.cells_table(cells))
        self._results["first_audio"] = [each.summary() for each in cells]
        plots.beside_peers(cells, [system.name for system in systems], self._options.out / "beside-peers.png")
        peers = [system.name for system in systems[:-1]]
        for text, limit in _FIRST_MS.items():
            rows = {name: cell(cells, name, text, 1) for name in (*peers, "plosive")}
            self._add(f"first audio, 1 client, {text}", {n: 1000 * median(c.first_s) for n, c in rows.items()}, limit)
        rows = {name: cell(cells, name, "long", _MANY) for name in (*peers, "plosive")}
        at_once = f"{_MANY} clients at once, long text"
        self._add(f"first audio, {at_once}", {n: 1000 * median(c.first_s) for n, c in rows.items()}, 250)
        self._add(
            f"the same, worst of {_MANY * self._options.reps}", {n: 1000 * max(c.first_s) for n, c in rows.items()}, 500
        )
        throughputs = {name: each.times_real_time for name, each in rows.items()}
        self._add(f"audio seconds per second, {at_once}", throughputs, 19, "", at_least=True)
        memory = {name: each.usage.rss_mb for name, each in rows.items() if each.usage}
        self._add("resident memory of all processes after that", memory, 600, "MB")
        return cells

    async def _sentence_length(self, systems: list[System]) -> None:
        task = self._progress.add_task("sentence length", total=len(_WORDS) * self._options.reps * len(systems))
        texts = {f"{words} words": sentence(words) for words in _WORDS}
        cells = await measure(systems, texts, (1,), self._options.reps, lambda: self._progress.advance(task))
        self._console.print(report.lengths_table(cells, [system.name for system in systems]))
        self._results["sentence_length"] = [each.summary() for each in cells]
        plots.latency_by_sentence_length(
            cells, [system.name for system in systems], self._options.out / "sentence-length.png"
        )
        ratios = {}
        for system in systems:
            points = first_by_length(cells, system.name)
            short, long = first_at(points, 3.0), first_at(points, 10.0)
            if short and long:
                ratios[system.name] = long / short
        self._results["first_audio_of_10_s_over_3_s"] = ratios
        if "plosive" in ratios:
            self._add("first audio, sentence of 10 s over one of 3 s", ratios, 2, "times")

    async def _paced(self, best_throughput: float | None) -> None:
        task = self._progress.add_task("real-time listeners", total=None)

        async def listen(clients: int) -> Paced:
            self._progress.update(task, description=f"{clients} real-time listeners")
            return await listen_paced(self._client, clients, self._options.paced_s, clients)

        runs = await most_without_gap(listen, _FIRST_PACED, _PACED_STEP, 1)
        best = served(runs)
        self._console.print(report.paced_table(runs))
        self._goals += [
            Goal("real-time listeners without a gap", best.clients if best else 0, 17, "", True, best_throughput),
            Goal("first audio p95 with so many", 1000 * percentile(best.first_s if best else [], 0.95), 400, "ms"),
        ]
        self._results["paced"] = {
            "most_without_gap": best.clients if best else 0,
            "best_peers_throughput": best_throughput,
            "runs": [report.paced_summary(each) for each in runs],
        }
        bounds = [] if best_throughput is None else [("throughput of the best peer", best_throughput)]
        plots.paced_listeners(runs, bounds, self._options.out / "paced.png")

    async def _barge_in(self) -> None:
        task = self._progress.add_task("barge-in", total=2 * self._options.runs)
        runs, done = self._options.runs, lambda: self._progress.advance(task)
        free = await barge_in.worker_free(self._voice, self._memory_mb, LONG, runs, _INTERRUPTED_WITHIN_S, 1, done)
        heard = await barge_in.next_text(self._client, LONG, runs, _INTERRUPTED_WITHIN_S, 1, done)
        rows = [
            ("worker free", free.free_s),
            ("next text's first audio, interrupting", heard.forced_s),
            ("the same text alone", heard.alone_s),
        ]
        self._console.print(report.values_table("After a barge-in", rows))
        self._results["barge_in"] = {"free_s": free.free_s, "next_text": heard}
        self._goals.append(Goal("barge-in: worker free after, worst", 1000 * max(free.free_s), 40, "ms"))

    async def _socket_vs_bare(self) -> None:
        """Compare the socket with a bare loop over the cut graph, with the same texts and number of processes."""
        task = self._progress.add_task("socket beside bare", total=2 * self._options.reps)
        each = SENTENCES * (_MANY // self._workers or 1)
        socket, bare = [], []
        async with AsyncExitStack() as stack:
            processes = [
                await stack.enter_async_context(BareProcess(self._voice.engine_voice, self._memory_mb))
                for _ in range(self._workers)
            ]
            await asyncio.gather(*(process.ask("speak", SHORT) for process in processes))
            for _ in range(self._options.reps):
                heard, wall_s = await ask_together(self._client, LONG, _MANY)
                socket.append(sum(one.audio_s for one in heard) / wall_s)
                self._progress.advance(task)
                answers = await asyncio.gather(*(process.ask("speak", *each) for process in processes))
                bare.append(sum(a["audio_s"] for a in answers) / max(a["wall_s"] for a in answers))
                self._progress.advance(task)
        self._console.print(
            f"Audio seconds per second: {median(socket):.2f} through the socket, {median(bare):.2f} bare, "
            f"{len(processes)} processes"
        )
        self._results["socket_vs_bare"] = {"socket": socket, "bare": bare}
        self._goals.append(
            Goal(
                "throughput through the socket, of the bare loop's", median(socket) / median(bare), 0.95, "of it", True
            )
        )

    def _add(
        self, figure: str, measured: dict[str, float], limit: float, unit: str = "ms", at_least: bool = False
    ) -> None:
        peers = [value for name, value in measured.items() if name != "plosive"]
        best = (max(peers) if at_least else min(peers)) if peers else None
        self._goals.append(Goal(figure, measured["plosive"], limit, unit, at_least, best))


def prepared(model: Path, length_scale: float | None, folder: Path) -> tuple[Path, int]:
    """Copy the voice to a folder of its own, with one length scale for all. Returns its path and sample rate.

    Raises `SetupError`.
    """
    folder.mkdir()
    config_file = model.with_name(model.name + ".json")
    try:
        config = orjson.loads(config_file.read_bytes())
        if length_scale is not None:
            config["inference"]["length_scale"] = length_scale
        rate_hz: int = config["audio"]["sample_rate"]
        (folder / config_file.name).write_bytes(orjson.dumps(config))
        shutil.copy2(model, folder)
        cut = model.with_name(model.name + CUT_SUFFIX)
        if cut.exists():
            shutil.copytree(cut, folder / cut.name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SetupError(f"{model} is not a Piper voice with {config_file.name} beside it: {error}") from None
    return folder / model.name, rate_hz


def catalogued(model: Path) -> Voice:
    """Return the voice from the catalogue."""
    catalog = Catalog.load(model.parent)
    found = [voice for voice in catalog.voices() if voice.engine_voice.engine == "piper"]
    if not found:
        raise SetupError(f"{model} cannot be used as a voice: see the log above")
    return found[0]
