"""`python -m benchmarks embedded`: the embedded voice through the socket, beside its own engine and the package `hibari`."""

import asyncio
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
from benchmarks.playback import median, percentile
from benchmarks.processes import PlosiveServer
from benchmarks.report import Goal
from benchmarks.texts import LONG, SENTENCES, sentence
from plosive.settings import load_settings
from plosive.utterance import EngineVoice
from plosive.voices.catalog import Catalog
from plosive.voices.hibari import DEFAULT_VOICE
from plosive.voices.voice import Voice

PARTS: Final = ("first-audio", "together", "paced", "barge-in", "cost")

_CLIENTS: Final = 8

_WORDS: Final = {"2.5 s": 8, "5 s": 18, "9 s": 34, "14 s": 54}
"""Words of the sentences that take the default voice so long."""

_FIRST_PACED: Final = 80
_PACED_STEP: Final = 20
_ASKED_PACED: Final = 100
_PACED_RESOLUTION: Final = 5

_TEXTS: Final = 4
"""Repetitions of the long text in one request. Eight clients take two seconds for them: CPU times come in steps of 10 ms, and
at the begin and the end not all workers have work."""

_TWO_MINUTES: Final = " ".join([LONG] * _TEXTS)

_INTERRUPTED_WITHIN_S: Final = 1.0
"""In that time a worker makes over a minute of audio: the network and all kinds of windows are interrupted."""


@dataclass(frozen=True)
class Options:
    """The options of the command line."""

    voice: str
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
        settings = load_settings()
        self._voice: Voice = Catalog.load().resolve(options.voice).voice
        self._workers, self._memory_mb = settings.workers, settings.voice_memory_mb
        self._goals: list[Goal] = []
        self._results: dict[str, Any] = {"machine": report.machine(), "options": options}

    async def run(self) -> None:
        start = time.monotonic()
        engine_voice = self._voice.engine_voice
        rate_hz = 22_050 if engine_voice.engine == "espeak" else 24_000  # the engine's own: nothing is resampled
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plosive-bench-")))
            self._server = stack.enter_context(PlosiveServer(folder, folder / "voices", self._voice.id))
            self._engines = await self._loops(stack, engine_voice)
            # The package has one voice.
            self._packages = await self._loops(stack, None) if self._voice.id == DEFAULT_VOICE else []
            self._progress = stack.enter_context(Progress(console=self._console, transient=True))
            self._linear = PlosiveClient(self._server.url, self._voice.id, "linear16", rate_hz)
            self._mp3 = PlosiveClient(self._server.url, self._voice.id, "mp3", rate_hz)
            await ask_together(self._linear, LONG, _CLIENTS)
            try:
                for part in PARTS:
                    if part in self._options.parts:
                        await getattr(self, "_" + part.replace("-", "_"))()
            finally:  # keep the results so far even if a later part fails
                self._results["took_s"] = time.monotonic() - start
                report.finish(self._results, self._goals, self._options.out, self._console)

    async def _loops(self, stack: AsyncExitStack, voice: EngineVoice | None) -> list[BareProcess]:
        """Return as many loops as the server has workers, each of which has spoken before."""
        loops = [await stack.enter_async_context(BareProcess(voice, self._memory_mb)) for _ in range(self._workers)]
        await asyncio.gather(*(loop.ask("speak", *SENTENCES) for loop in loops))
        return loops

    async def _first_audio(self) -> None:
        task = self._progress.add_task("first audio", total=len(_WORDS) * self._options.runs)
        rows: list[tuple[str, list[float]]] = []
        for name, words in _WORDS.items():
            text = sentence(words)
            waits: dict[str, list[float]] = {"engine": [], "socket": [], "package": []}
            connection = await self._linear.connect()
            for _ in range(self._options.runs):
                for system, loops in (("engine", self._engines), ("package", self._packages)):
                    if loops:
                        waits[system].append((await loops[0].ask("first", text))["first_s"])
                start = time.perf_counter()
                arrivals = [time.perf_counter() - start async for _ in connection.speak_turn(text)]
                waits["socket"].append(arrivals[0])
                self._progress.advance(task)
            await connection.close()
            rows += [(f"{name}, {system}", values) for system, values in waits.items() if values]
            self._results.setdefault("first_audio", {})[name] = waits
            alone_s = median(waits["engine"])
            package = median(waits["package"]) / alone_s if waits["package"] else None
            figure = f"first audio, 1 client, {name}, over the engine alone"
            self._goals.append(Goal(figure, median(waits["socket"]) / alone_s, 1.3, "times", best_peer=package))
        self._console.print(report.values_table("First audio: engine alone, open socket, and package", rows))

    async def _together(self) -> None:
        """First audio and throughput of eight clients at once, beside loops in as many processes as the server has workers.

        Throughput counts by the clock and by CPU time, because the clients run on the server's CPUs.
        """
        task = self._progress.add_task(f"{_CLIENTS} clients at once", total=self._options.reps)
        first_s: list[float] = []
        rates: dict[str, list[float]] = {"engine": [], "socket": [], "package": []}
        costs: dict[str, list[float]] = {system: [] for system in rates}  # CPU seconds a second of audio
        for _ in range(self._options.reps):
            for system, loops in (("engine", self._engines), ("package", self._packages)):
                if loops:
                    rate, cost = await self._spoken(loops)
                    rates[system].append(rate)
                    costs[system].append(cost)
            before = self._server.usage()
            heard, wall_s = await ask_together(self._linear, _TWO_MINUTES, _CLIENTS)
            cpu_s, audio_s = self._server.usage().cpu_s - before.cpu_s, sum(one.audio_s for one in heard)
            first_s += [one.dialled_first_s for one in heard]
            rates["socket"].append(audio_s / wall_s)
            costs["socket"].append(cpu_s / audio_s)
            self._progress.advance(task)
        usage = self._server.usage()
        memory_mb = usage.rss_mb if usage.pss_mb is None else usage.pss_mb
        title = f"{_CLIENTS} clients at once, long text"
        self._console.print(report.values_table(title, [("first audio, from dialling on", first_s)]))
        shown = ", ".join(f"{median(values):.0f} {system}" for system, values in rates.items() if values)
        self._console.print(f"Audio seconds a second, {self._workers} processes: {shown}. Memory: {memory_mb:.0f} MB")
        shown = ", ".join(f"{1000 * median(values):.2f} ms {system}" for system, values in costs.items() if values)
        self._console.print(f"CPU a second of audio, linear16, without the clients': {shown}")
        self._results["together"] = {
            "first_s": first_s,
            "audio_s_per_s": rates,
            "cpu_s_per_audio_s": costs,
            "memory": usage,
        }
        alone = median(rates["engine"])
        package = median(rates["package"]) / alone if rates["package"] else None
        share, cpu_share = median(rates["socket"]) / alone, median(costs["engine"]) / median(costs["socket"])
        self._goals += [
            Goal(f"first audio, {title}, median", 1000 * median(first_s), 150, "ms"),
            Goal(f"the same, worst of {len(first_s)}", 1000 * max(first_s), 300, "ms"),
            Goal(f"audio seconds a second, {_CLIENTS} clients, of bare loops", share, 0.9, "of it", True, package),
            Goal("the same in a CPU second, without the clients'", cpu_share, 0.9, "of it", True),
            Goal("memory of all processes after that (PSS)", memory_mb, 500, "MB"),
        ]

    async def _spoken(self, loops: list[BareProcess]) -> tuple[float, float]:
        """Return what all loops make in a second, and their CPU seconds a second of audio, for the sentences of all clients."""
        texts = SENTENCES * (_TEXTS * _CLIENTS // len(loops) or 1)
        answers = await asyncio.gather(*(loop.ask("speak", *texts) for loop in loops))
        audio_s = sum(each["audio_s"] for each in answers)
        return audio_s / max(each["wall_s"] for each in answers), sum(each["cpu_s"] for each in answers) / audio_s

    async def _paced(self) -> None:
        task = self._progress.add_task("real-time listeners", total=None)

        async def listen(clients: int) -> Paced:
            self._progress.update(task, description=f"{clients} real-time listeners")
            return await listen_paced(self._mp3, clients, self._options.paced_s, clients)

        runs = await most_without_gap(listen, _FIRST_PACED, _PACED_STEP, _PACED_RESOLUTION)
        best = served(runs)
        most, p95_ms = (best.clients, 1000 * percentile(best.first_s, 0.95)) if best else (0, float("nan"))
        asked = next((run for run in runs if run.clients == _ASKED_PACED), None)
        asked_p95_ms = 1000 * percentile(asked.first_s, 0.95) if asked else float("nan")
        self._console.print(report.paced_table(runs))
        self._goals += [
            Goal("real-time listeners without a gap, mp3", most, _ASKED_PACED, "", at_least=True),
            Goal(f"first audio p95 with {_ASKED_PACED} of them", asked_p95_ms, 300, "ms"),
        ]
        summaries = [report.paced_summary(each) for each in runs]
        self._results["paced"] = {"most_without_gap": most, "first_audio_p95_ms_there": p95_ms, "runs": summaries}
        plots.paced_listeners(runs, [("goal", _ASKED_PACED)], self._options.out / "paced.png")

    async def _barge_in(self) -> None:
        task = self._progress.add_task("barge-in", total=2 * self._options.runs)
        runs, done = self._options.runs, lambda: self._progress.advance(task)
        free = await barge_in.worker_free(
            self._voice, self._memory_mb, _TWO_MINUTES, runs, _INTERRUPTED_WITHIN_S, 1, done
        )
        heard = await barge_in.next_text(self._linear, _TWO_MINUTES, runs, _INTERRUPTED_WITHIN_S, 1, done)
        rows = [
            ("worker free", free.free_s),
            ("next text's first audio, interrupting", heard.forced_s),
            ("the same text alone", heard.alone_s),
        ]
        self._console.print(report.values_table("After a barge-in", rows))
        self._results["barge_in"] = {"free_s": free.free_s, "next_text": heard}
        self._goals.append(Goal(f"barge-in: worker free after, worst of {runs}", 1000 * max(free.free_s), 30, "ms"))

    async def _cost(self) -> None:
        """CPU seconds a second of audio in mp3: the whole server, beside engine, encoder and framing in a loop."""
        task = self._progress.add_task("CPU cost", total=2 * self._options.reps)
        socket_cpu_s = socket_audio_s = audio_s = 0.0
        stages = {"engine": 0.0, "encoder": 0.0, "framing": 0.0}
        for _ in range(self._options.reps):
            before = self._server.usage()
            heard, _ = await ask_together(self._mp3, _TWO_MINUTES, _CLIENTS)
            socket_cpu_s += self._server.usage().cpu_s - before.cpu_s
            socket_audio_s += sum(one.audio_s for one in heard)
            self._progress.advance(task)
            answer = await self._engines[0].ask("stages", "mp3", *SENTENCES * _TEXTS)
            audio_s += answer["audio_s"]
            for stage in stages:
                stages[stage] += answer[f"{stage}_s"]
            self._progress.advance(task)
        through_socket = socket_cpu_s / socket_audio_s
        stages = {stage: cpu_s / audio_s for stage, cpu_s in stages.items()}
        ratio = through_socket / (stages["engine"] + stages["encoder"])
        self._goals.append(Goal("CPU of the server over engine and encoder alone, mp3", ratio, 1.3, "times"))
        self._results["cost_cpu_s_per_audio_s"] = {**stages, "through_socket": through_socket}
        costs = ", ".join(f"{stage} {1000 * cost:.2f} ms" for stage, cost in stages.items())
        self._console.print(f"CPU a second of audio, mp3: {costs}; whole server {1000 * through_socket:.2f} ms")
        plots.cost_of_embedded_voice(stages, through_socket, self._options.out / "cost.png")
