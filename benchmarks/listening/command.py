"""`python -m benchmarks listen`: every voice speaks the same sentences through the socket, and is measured and judged."""

import statistics
import tempfile
import wave
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Annotated, Any, Final

import numpy as np
import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from benchmarks import plots, report
from benchmarks.clients import PlosiveClient
from benchmarks.listening import sound
from benchmarks.listening.judges import Judges, Verdict
from benchmarks.listening.spoken import RATE_HZ, sentences_of, spoken
from benchmarks.listening.words import words, wrong_words
from benchmarks.processes import PlosiveServer
from plosive.audio.loudness import loudness_lufs
from plosive.errors import SetupError
from plosive.settings import load_settings
from plosive.voices.catalog import Catalog
from plosive.voices.voice import Voice

_KEPT: Final = 4
"""Recordings to keep of each voice: the first ones, the same for all voices, and the ones with most wrong words."""

_WIDTH: Final = 128
"""Width of the table in characters if the output is not a terminal."""


@dataclass(frozen=True)
class Heard:
    """One sentence of a voice, with its measurements and the judges' verdict."""

    said: str
    words: int
    wrong_words: int
    audio_s: float
    lufs: float
    peak_dbfs: float
    silence_before_s: float
    silence_after_s: float
    clicks_s: list[float]
    verdict: Verdict


def listen(
    voice: Annotated[
        list[str] | None,
        typer.Option(help="A voice; may be given again. Default: the default voice, and one of each engine."),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder for recordings, spectrograms and results.json.")] = Path(
        "bench-listen"
    ),
    sentences: Annotated[int | None, typer.Option(min=1, help="Only this number, from the first.")] = None,
    set_name: Annotated[str, typer.Option("--set", help="The sentences: main (60), or held-out (40).")] = "main",
    judges_python: Annotated[
        Path, typer.Option(help="The interpreter that has the judges' packages: make listen makes it.")
    ] = Path(".venv/listen/bin/python"),
) -> None:
    """How voices sound: words misheard, speech quality, loudness, silences and clicks."""
    texts = sentences_of(set_name)[:sentences]
    if not judges_python.exists():
        raise SetupError(f"There is no {judges_python}: make .venv/listen/ready installs the judges")
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH
    settings = load_settings()
    voices = voice or default_voices(Catalog.load(settings.voices_dir), settings.default_voice)
    results: dict[str, Any] = {"machine": report.machine(), "set": set_name, "voices": {}}
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plosive-listen-")))
        progress = stack.enter_context(Progress(console=console, transient=True))
        task = progress.add_task("Loading the judges", total=len(voices) * len(texts))
        judges = stack.enter_context(Judges(judges_python))
        results["judges"] = judges.versions
        server = stack.enter_context(PlosiveServer(folder / "data", settings.voices_dir, settings.default_voice))
        try:
            for voice_id in voices:
                progress.update(task, description=voice_id)
                client = PlosiveClient(server.url, voice_id, "linear16", RATE_HZ)
                heard = []
                for number, text in enumerate(texts, 1):
                    heard.append(_hear(client, text, folder / f"{number:02}.wav", judges))
                    progress.advance(task)
                _keep(heard, folder, out / voice_id)
                results["voices"][voice_id] = {"summary": summary(heard), "sentences": heard}
                _print_misheard(console, voice_id, heard)
        finally:  # keep the results so far even if a later voice fails
            console.print(_table(results["voices"], len(texts), set_name))
            report.finish(results, (), out, console)


def default_voices(catalog: Catalog, default_voice: str) -> list[str]:
    """The ids of the default voice and of one English voice of each other engine, an American one where there is one."""
    default = catalog.resolve(default_voice).voice
    chosen: dict[str, Voice] = {default.engine_voice.engine: default}
    for language in ("en-US", "en"):
        for each in catalog.voices(language):
            chosen.setdefault(each.engine_voice.engine, each)
    return [each.id for each in chosen.values()]


def summary(heard: Sequence[Heard]) -> dict[str, float]:
    """The figures of a voice: shares and rates over all its sentences together, else means; the peak is the highest."""

    def mean(values: Iterable[float]) -> float:
        return statistics.fmean(values)

    lufs = [one.lufs for one in heard]
    speech_s = sum(one.audio_s - one.silence_before_s - one.silence_after_s for one in heard)
    return {
        "words_wrong_percent": 100 * sum(one.wrong_words for one in heard) / sum(one.words for one in heard),
        "distillmos": mean(one.verdict.distillmos for one in heard),
        "dnsmos_p808": mean(one.verdict.dnsmos_p808 for one in heard),
        "dnsmos_overall": mean(one.verdict.dnsmos_overall for one in heard),
        "lufs": mean(lufs),
        "lufs_sd": statistics.pstdev(lufs),
        "peak_dbfs": max(one.peak_dbfs for one in heard),
        "silence_before_s": mean(one.silence_before_s for one in heard),
        "silence_after_s": mean(one.silence_after_s for one in heard),
        "clicks": sum(len(one.clicks_s) for one in heard),
        "words_a_second": sum(one.words for one in heard) / speech_s,
    }


def _hear(client: PlosiveClient, text: str, recording: Path, judges: Judges) -> Heard:
    samples = spoken(client, text)
    with wave.open(str(recording), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes((samples * 32768).astype("<i2").tobytes())
    verdict = judges.judge(recording)
    said = words(text)
    before_s, after_s = sound.silence_s(samples, RATE_HZ)
    return Heard(
        text,
        len(said),
        wrong_words(said, words(verdict.heard)),
        len(samples) / RATE_HZ,
        loudness_lufs(samples, RATE_HZ),
        sound.peak_dbfs(samples),
        before_s,
        after_s,
        sound.clicks_s(samples, RATE_HZ),
        verdict,
    )


def _keep(heard: Sequence[Heard], folder: Path, kept: Path) -> None:
    """Copy the recordings that are worth hearing, and draw the spectrogram of each."""
    kept.mkdir(parents=True, exist_ok=True)
    for earlier in kept.glob("[0-9][0-9].*"):
        earlier.unlink()
    worst = sorted((at for at, one in enumerate(heard) if one.wrong_words), key=lambda at: -heard[at].wrong_words)
    for at in sorted({*range(min(_KEPT, len(heard))), *worst[:_KEPT]}):
        recording = kept / f"{at + 1:02}.wav"
        copyfile(folder / recording.name, recording)
        with wave.open(str(recording)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768
        plots.spectrogram(samples, RATE_HZ, heard[at].said, recording.with_suffix(".png"))


def _print_misheard(console: Console, voice_id: str, heard: Sequence[Heard]) -> None:
    misheard = [(number, one) for number, one in enumerate(heard, 1) if one.wrong_words]
    if not misheard:
        return
    console.print(f"\n{escape(voice_id)}, misheard:", style="bold")
    for number, one in misheard:
        console.print(f"{number:>3}  said   {one.said}\n     heard  {one.verdict.heard}", soft_wrap=True, markup=False)


def _table(voices: dict[str, dict[str, Any]], sentences: int, set_name: str) -> Table:
    table = Table(
        "voice", "words\nwrong, %", "Distill-\nMOS", "DNSMOS\nP.808", "DNSMOS\noverall", "LUFS", "sd", "peak,\ndBFS",
        "silence\nbefore, s", "silence\nafter, s", "clicks", "words/s",
        title=f"How voices sound: {sentences} sentences ({set_name})", box=None, header_style="bold",
    )  # fmt: skip
    for column in table.columns[1:]:
        column.justify = "right"
    digits = (1, 2, 2, 2, 1, 1, 1, 2, 2, 0, 2)
    for voice_id, found in voices.items():
        cells = (f"{figure:.{after}f}" for figure, after in zip(found["summary"].values(), digits, strict=True))
        table.add_row(escape(voice_id), *cells)
    return table
