"""`python -m benchmarks espeak`: the server's cost above engine and encoder alone, and the listeners that it can serve."""

import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import uvloop
from rich.console import Console
from rich.progress import Progress

from benchmarks import barge_in, plots, report
from benchmarks.bare import BareProcess
from benchmarks.clients import PlosiveClient
from benchmarks.listeners import Paced, ask_together, listen_paced, most_without_gap, served
from benchmarks.playback import percentile
from benchmarks.processes import PlosiveServer
from benchmarks.report import Goal
from benchmarks.texts import LONG, SENTENCES, TEXTS
from plosive.settings import load_settings
from plosive.voices.catalog import Catalog
from plosive.voices.voice import Voice

_VOICE: Final = "Plosive.Espeak.en-us"
_RATE_HZ: Final = 22050  # espeak-ng's own: nothing is resampled, neither in the server nor in the loop beside it
_CLIENTS: Final = 8
_LONG_TEXTS: Final = 4
"""Repetitions of the long text in one request. CPU times come in steps of 10 ms, so a request must take seconds."""

_GOES_ON: Final = "This goes on and on, and nobody knows for how long it will. " * 200
_INTERRUPTED_WITHIN_S: Final = 0.05
"""espeak-ng makes a minute of audio in that time."""


@dataclass(frozen=True)
class Options:
    """The options of the command line."""

    reps: int
    paced_s: float
    runs: int
    parts: tuple[str, ...]
    out: Path


def run(options: Options, console: Console) -> None:
    """Measure, show, and write results.json and plots. Raises `SetupError` if the server does not start."""
    uvloop.run(_Run(options, console).run())


class _Run:
    def __init__(self, options: Options, console: Console) -> None:
        self._options = options
        self._console = console
        self._voice: Voice = Catalog.load().resolve(_VOICE).voice
        self._memory_mb = load_settings().voice_memory_mb
        self._goals: list[Goal] = []
        self._results: dict[str, Any] = {"machine": report.machine(), "options": options}

    async def run(self) -> None:
        start = time.monotonic()
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plosive-bench-")))
            self._server = stack.enter_context(PlosiveServer(folder, folder / "voices", _VOICE))
            self._bare = await stack.enter_async_context(BareProcess(self._voice.engine_voice, self._memory_mb))
            self._progress = stack.enter_context(Progress(console=self._console, transient=True))
            self._mp3 = PlosiveClient(self._server.url, _VOICE, "mp3", _RATE_HZ)
            self._linear = PlosiveClient(self._server.url, _VOICE, "linear16", _RATE_HZ)
            await ask_together(self._mp3, LONG, _CLIENTS)
            try:
                await self._parts()
            finally:  # keep the results so far even if a later part fails
                self._results["took_s"] = time.monotonic() - start
                report.finish(self._results, self._goals, self._options.out, self._console)

    async def _parts(self) -> None:
        parts = self._options.parts
        if "cost" in parts or "paced" in parts:
            ceiling = await self._cost()
        if "first-audio" in parts:
            await self._first_audio()
        if "barge-in" in parts:
            await self._barge_in()
        if "paced" in parts:
            await self._paced(ceiling)

    async def _cost(self) -> float:
        """Return the seconds of audio per second of one core that engine, encoder and framing alone would make."""
        task = self._progress.add_task("CPU cost", total=2 * self._options.reps)
        text = " ".join([LONG] * _LONG_TEXTS)
        socket_cpu_s = socket_audio_s = audio_s = 0.0
        stages = {"engine": 0.0, "encoder": 0.0, "framing": 0.0}
        for _ in range(self._options.reps):
            before = self._server.usage()
            heard, _ = await ask_together(self._mp3, text, _CLIENTS)
            socket_cpu_s += self._server.usage().cpu_s - before.cpu_s
            socket_audio_s += sum(one.audio_s for one in heard)
            self._progress.advance(task)
            answer = await self._bare.ask("stages", "mp3", *SENTENCES * _LONG_TEXTS * _CLIENTS)
            audio_s += answer["audio_s"]
            for stage in stages:
                stages[stage] += answer[f"{stage}_s"]
            self._progress.advance(task)
        through_socket = socket_cpu_s / socket_audio_s
        stages = {stage: cpu_s / audio_s for stage, cpu_s in stages.items()}
        ceiling = 1 / sum(stages.values())
        if "cost" in self._options.parts:
            ratio = through_socket / (stages["engine"] + stages["encoder"])
            self._goals.append(Goal("CPU of the server over engine and encoder alone, mp3", ratio, 1.3, "times"))
            self._results["cost_cpu_s_per_audio_s"] = {**stages, "through_socket": through_socket}
            usage = self._server.usage()
            self._results["memory"] = usage
            costs = ", ".join(f"{stage} {1000 * cost:.2f} ms" for stage, cost in stages.items())
            self._console.print(
                f"CPU a second of audio: {costs}; whole server {1000 * through_socket:.2f} ms. "
                f"Ceiling of one core: {ceiling:.0f} listeners. Memory of the server: {usage.rss_mb:.0f} MB"
            )
            plots.cost_of_embedded_voice(stages, through_socket, self._options.out / "cost.png")
        return ceiling

    async def _first_audio(self) -> None:
        task = self._progress.add_task("first audio", total=len(TEXTS) * self._options.runs)
        rows, kept = [], {}
        for name, text in TEXTS.items():
            engine_s, socket_s, added_s = [], [], []
            connection = await self._linear.connect()
            for _ in range(self._options.runs):
                alone_s = (await self._bare.ask("first", SENTENCES[0] if text == LONG else text))["first_s"]
                start = time.perf_counter()
                first_s = None
                async for _ in connection.speak_turn(text):
                    first_s = first_s or time.perf_counter() - start
                engine_s.append(alone_s)
                socket_s.append(first_s or float("nan"))
                added_s.append(socket_s[-1] - alone_s)
                self._progress.advance(task)
            await connection.close()
            rows += [(f"{name}, engine alone", engine_s), (f"{name}, socket", socket_s), (f"{name}, added", added_s)]
            kept[name] = {"engine_s": engine_s, "socket_s": socket_s}
        self._console.print(report.values_table("First audio on an open socket, beside the engine's own", rows))
        self._results["first_audio"] = kept

    async def _barge_in(self) -> None:
        task = self._progress.add_task("barge-in", total=2 * self._options.runs)
        runs, done = self._options.runs, lambda: self._progress.advance(task)
        free = await barge_in.worker_free(self._voice, self._memory_mb, _GOES_ON, runs, _INTERRUPTED_WITHIN_S, 1, done)
        heard = await barge_in.next_text(self._linear, _GOES_ON, runs, _INTERRUPTED_WITHIN_S, 1, done)
        rows = [
            ("worker free", free.free_s),
            ("next text's first audio, interrupting", heard.forced_s),
            ("the same text alone", heard.alone_s),
        ]
        self._console.print(report.values_table("After a barge-in", rows))
        self._results["barge_in"] = {"free_s": free.free_s, "next_text": heard}

    async def _paced(self, ceiling: float) -> None:
        task = self._progress.add_task("real-time listeners", total=None)

        async def listen(clients: int) -> Paced:
            self._progress.update(task, description=f"{clients} real-time listeners")
            return await listen_paced(self._mp3, clients, self._options.paced_s, clients)

        step = max(1, round(ceiling / 10))
        runs = await most_without_gap(listen, max(1, round(ceiling / 2)), step, max(1, step // 4))
        best = served(runs)
        most = best.clients if best else 0
        self._console.print(report.paced_table(runs))
        self._goals.append(
            Goal("real-time listeners without a gap, mp3, of the ceiling", most / ceiling, 0.6, "of it", at_least=True)
        )
        self._results["paced"] = {
            "ceiling": ceiling,
            "most_without_gap": most,
            "first_audio_p95_ms_there": 1000 * percentile(best.first_s, 0.95) if best else None,
            "runs": [report.paced_summary(each) for each in runs],
        }
        bounds = [("60 % of the ceiling", 0.6 * ceiling), ("ceiling of one core", ceiling)]
        plots.paced_listeners(runs, bounds, self._options.out / "paced.png")
