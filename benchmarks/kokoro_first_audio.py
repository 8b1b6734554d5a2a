"""Measures how much sooner Kokoro is heard if its first run is the first clause, in CPU seconds on one thread.

Makes a stand-in for Kokoro, with layers of its sizes and random weights, in a temporary folder. It speaks sentences of
growing length, each whole and as the engine cuts it. Published weights are not needed, and the figures say nothing about
their sound. It also measures the CPU time that a run takes after an interrupt, at random moments of the longest sentence.
"""

import random
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Annotated

import matplotlib.pyplot as plt
import onnxruntime
import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from plosive.engines.kokoro.engine import KokoroEngine
from plosive.engines.kokoro.model import KokoroModel
from plosive.engines.misaki.words import ESPEAK_VOICES, Reader
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.voices.kokoro import RATE_HZ

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from engines.make_kokoro import make_kokoro

SENTENCES = (
    "The shop opens at nine.",
    "The shop opens at nine on most days, and at ten on Sundays.",
    "The shop opens at nine on most days, and at ten on Sundays, when the baker two doors down has to sleep as well.",
    "The shop opens at nine on most days, and at ten on Sundays, when the baker two doors down has to sleep as well, but if you"
    " ring the bell at the back, somebody will come and sell you a loaf of yesterday's bread.",
    "The shop opens at nine on most days and at ten on every Sunday when the baker who lives two doors down has to sleep as"
    " well and nobody else in the whole long street would know how to light the old stove without setting fire to it.",
)


def whole(sentence: str, model: KokoroModel, reader: Reader) -> tuple[float, float]:
    """Return the CPU seconds to the first audio of a sentence in one run, and its seconds of audio."""
    start = time.process_time()
    words = reader.words([Span(sentence)], ESPEAK_VOICES["a"], model.vocabulary)
    tokens = [model.vocabulary[symbol] for symbol in " ".join(word.symbols for word in words)]
    spoken = model.run(tokens, model.style({"af_heart": 1.0}, len(tokens)), 1.0, onnxruntime.RunOptions())
    return time.process_time() - start, len(spoken.audio) / RATE_HZ


def cut(sentence: str, engine: KokoroEngine, voice: EngineVoice) -> tuple[float, float, float, list[float]]:
    """Return CPU seconds to the first audio and in all, the longest gap of a player that starts at once, and the runs."""
    start = time.process_time()
    runs: list[float] = []
    first = done = gap = heard = 0.0
    for chunk in engine.speak(Utterance((Span(sentence),), voice)):
        done = time.process_time() - start
        first = first or done
        # The audio so far would have ended that long before this came.
        gap = max(gap, done - first - heard)
        heard = max(heard, done - first) + chunk.seconds
        runs.append(chunk.seconds)
    return first, done, gap, runs


def interrupted(engine: KokoroEngine, voice: EngineVoice, after_s: float) -> float:
    """Return the CPU seconds from an interrupt, `after_s` seconds after a run began, to the run's end."""
    steps = engine.speak(Utterance((Span(SENTENCES[-1], speed=0.5),), voice))
    told = 0.0

    def interrupt() -> None:
        nonlocal told
        time.sleep(after_s)
        told = time.process_time()
        engine.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        while not told:
            next(steps)
    except EngineFailed:
        return time.process_time() - told
    finally:
        thread.join()
    return 0.0


def draw(rows: list[tuple[float, float, float]], file: Path) -> None:
    audio, whole_s, cut_s = zip(*sorted(rows), strict=True)
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    axes.plot(audio, whole_s, "o-", label="the whole sentence in one run")
    axes.plot(audio, cut_s, "o-", label="a first clause first")
    axes.set_xlabel("length of the sentence, seconds of audio")
    axes.set_ylabel("first audio after, CPU seconds")
    axes.set_ylim(0)
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(file, dpi=110)


def kokoro(
    repeats: Annotated[int, typer.Option("--runs", min=1, help="Repetitions of each measurement.")] = 3,
    plot: Annotated[Path | None, typer.Option(help="Draw the table as a picture, docs/kokoro-first-audio.png.")] = None,
) -> None:
    """How much sooner Kokoro is heard when it says a first clause first (random weights)."""
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_kokoro(Path(temporary) / "kokoro", true_cost=True)
        voice = EngineVoice("kokoro", str(folder), blend=(("af_heart", 1.0),))
        engine, model, reader = KokoroEngine(VoiceCache(2**32)), KokoroModel(folder), Reader()
        cut(SENTENCES[0], engine, voice)
        whole(SENTENCES[0], model, reader)
        table = Table("audio s", "whole: first audio s", "first clause first: s", "all of it s", "gap s", "runs s")
        rows = []
        for sentence in track(SENTENCES, "speaking ...", console=console, transient=True):
            wholes = [whole(sentence, model, reader) for _ in range(repeats)]
            cuts = [cut(sentence, engine, voice) for _ in range(repeats)]
            whole_s = statistics.median(each[0] for each in wholes)
            first_s, all_s, gap_s = (
                statistics.median(values) for values in zip(*(each[:3] for each in cuts), strict=True)
            )
            rows.append((wholes[0][1], whole_s, first_s))
            runs = " ".join(f"{run:.1f}" for run in cuts[0][3])
            table.add_row(
                f"{wholes[0][1]:.1f}", f"{whole_s:.2f}", f"{first_s:.2f}", f"{all_s:.2f}", f"{gap_s:.2f}", runs
            )
        console.print(table)
        moments = random.Random(1)  # noqa: S311 - not a secret
        ends = sorted(interrupted(engine, voice, moments.uniform(0.05, 2.0)) * 1000 for _ in range(10 * repeats))
        console.print(
            f"an interrupted run ends after {statistics.median(ends):.0f} ms, at worst {ends[-1]:.0f} ms of CPU time"
        )
        if plot:
            draw(rows, plot)
