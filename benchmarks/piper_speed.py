"""Measures how fast a Piper voice is on one core, without a server.

CPU time of this process, which runs one thread; the median of five runs. See docs/piper.md.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import numpy as np
import psutil
import typer
from rich.console import Console
from rich.table import Table

from plosive.engines.onnx_session import open_session
from plosive.engines.piper.engine import PiperEngine
from plosive.engines.piper.ids import spell
from plosive.engines.piper.phonemizer import Phonemizer
from plosive.engines.piper.vits_model import Interruptible
from plosive.engines.piper.voice import PiperVoice
from plosive.engines.voice_cache import VoiceCache
from plosive.utterance import EngineVoice, Span, Utterance

TEXTS = {
    "3 s": "Hello there, it is very nice to meet you today.",
    "6 s": "Yesterday morning the old lighthouse was painted white again, from the door to the lamp.",
    "8 s": "The ferry leaves at noon from the small harbour, and whoever wants to see the seals should be there by half past "
    "eleven.",
    "10 s": "When the market closes in the evening the traders sweep the square, give away what is left of the fruit, and walk "
    "home along the canal in twos and threes.",
}
RUNS = 5


def speak(engine: PiperEngine, utterance: Utterance, *, crowded: bool) -> tuple[float, float, float, float]:
    """Return the CPU seconds to the first audio, of the longest step after it, and in all; and the seconds of audio."""
    began = time.process_time()
    first_s = longest_s = audio_s = 0.0
    steps = engine.speak(utterance)
    chunk = next(steps)
    while True:
        audio_s += chunk.seconds
        if audio_s and not first_s:
            first_s = time.process_time() - began
        step_began = time.process_time()
        try:
            chunk = steps.send(crowded)
        except StopIteration:
            return first_s, longest_s, time.process_time() - began, audio_s
        longest_s = max(longest_s, (time.process_time() - step_began) if audio_s else 0.0)


def median(measure: Callable[[], tuple[float, ...]]) -> list[float]:
    return [statistics.median(values) for values in zip(*(measure() for _ in range(RUNS)), strict=True)]


def whole(path: Path, speaker: int) -> Callable[[str], tuple[float, float]]:
    """Return a function for the published graph: it returns the seconds of CPU and of audio for a text."""
    session, voice, phonemizer, run = open_session(path), PiperVoice(path), Phonemizer(), Interruptible()
    inference = voice.config.inference

    def speak_whole(text: str) -> tuple[float, float]:
        began, samples = time.process_time(), 0
        for sentence in phonemizer.sentences([Span(text)], voice.config):
            ids = spell(sentence.phonemes, voice.config.phoneme_id_map).ids
            feeds = {
                "input": np.array([ids], np.int64),
                "input_lengths": np.array([len(ids)]),
                "scales": np.array([inference.noise_scale, inference.length_scale, inference.noise_w], np.float32),
                "sid": np.array([speaker]),
            }
            samples += run(session, feeds)[0].size
        return time.process_time() - began, samples / voice.config.audio.sample_rate

    return speak_whole


def piper_speed(
    model: Annotated[Path, typer.Argument(help="A Piper voice: the .onnx with its .onnx.json beside it.")],
    speaker: Annotated[int, typer.Argument(help="Its number in a voice of several.")] = 0,
) -> None:
    """Measure how fast a Piper voice is on one core, in windows and as one graph, in CPU time."""
    path = model.resolve()
    process = psutil.Process()
    empty = process.memory_info().rss
    engine = PiperEngine(VoiceCache(1_000_000_000))
    utterances = {
        name: Utterance((Span(text),), EngineVoice("piper", str(path), speaker)) for name, text in TEXTS.items()
    }
    speak(engine, utterances["3 s"], crowded=False)  # opens the voice
    opened = process.memory_info().rss
    rows = {
        name: (
            median(lambda: speak(engine, utterance, crowded=False)),  # noqa: B023 - called at once
            median(lambda: speak(engine, utterance, crowded=True)),  # noqa: B023
        )
        for name, utterance in utterances.items()
    }
    spoken = process.memory_info().rss
    speak_whole = whole(path, speaker)
    table = Table(title=f"{path.name}, one thread, CPU time")
    for column in (
        "text",
        "audio s",
        "first audio ms: alone",
        "crowded",
        "longest step ms",
        "x real time: alone",
        "crowded",
    ):
        table.add_column(column, justify="right")
    table.add_column("whole graph", justify="right")
    for name, (alone, crowded) in rows.items():
        text = TEXTS[name]
        whole_s, whole_audio_s = median(lambda: speak_whole(text))  # noqa: B023 - called at once
        table.add_row(
            name,
            f"{alone[3]:.1f}",
            f"{alone[0] * 1e3:.0f}",
            f"{crowded[0] * 1e3:.0f}",
            f"{alone[1] * 1e3:.0f}",
            f"{alone[3] / alone[2]:.1f}",
            f"{crowded[3] / crowded[2]:.1f}",
            f"{whole_audio_s / whole_s:.1f}",
        )
    console = Console()
    console.print(table)
    console.print(f"RSS MB: {empty >> 20} before, {opened >> 20} with the voice open, {spoken >> 20} after these texts")
