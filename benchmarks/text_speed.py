"""Measures how fast text becomes segments, in frames of 4 characters, next to other sentence splitters.

The texts are 50 answers of a voice assistant and 20 of a chat model with code, tables and lists. Each set has 20 kB without
repetition, because a processor learns a short text that is repeated. Peers are measured if they are installed, and else
shown as missing (uv pip install sentence-stream stream2sentence pysbd sentencex). Slow ones get only the beginning of the
text. Each gets the input it is made for: streaming ones the same frames, others the whole text, paragraph by paragraph. None
of them gets Markdown, which Plosive also reads.
"""

import importlib
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from plosive.text.front_end import front_end
from plosive.text.pipeline import TextPipeline
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.lexicon_files import read_plain
from plosive.text.sentences.splitter import SentenceSplitter

ANSWERS = Path(__file__).parent / "answers"
DICTIONARY = Pronunciations(read_plain("Dr.=doctor\nSQL=sequel\nC++=C plus plus\nbike=bicycle\nnginx:/ˈɛndʒɪnˌɛks/\n"))
PATIENCE_S = 0.05  # a slow peer is measured on the text that it can read in about this time
REPEATS = 50  # the median counts


def frames(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def plosive_front_end(deltas: list[str]) -> int:
    texts, count = front_end("en"), 0
    for delta in deltas:
        count += len(texts.feed(delta))
    return count + len(texts.flush())


def plosive_with_dictionary(deltas: list[str]) -> int:
    texts, count = front_end("en", pronunciations=DICTIONARY), 0
    for delta in deltas:
        count += len(texts.feed(delta))
    return count + len(texts.flush())


def plosive_pipeline(deltas: list[str]) -> int:
    texts, count = TextPipeline("en"), 0
    for delta in deltas:
        count += len(texts.feed(delta))
    return count + len(texts.flush())


def plosive_sentences(deltas: list[str]) -> int:
    splitter, count = SentenceSplitter("en"), 0
    for delta in deltas:
        count += len(splitter.feed(delta))
    return count + len(splitter.flush())


def count_all(items: Iterable[Any]) -> int:
    return sum(1 for _ in items)


def sentence_stream(module: Any) -> Callable[[list[str]], int]:
    return lambda deltas: count_all(module.stream_to_sentences(deltas))


def stream2sentence(module: Any) -> Callable[[list[str]], int]:
    return lambda deltas: count_all(module.generate_sentences(iter(deltas)))


def by_paragraph(split: Callable[[str], Iterable[Any]]) -> Callable[[list[str]], int]:
    return lambda deltas: sum(count_all(split(part)) for part in "".join(deltas).split("\n\n"))


def pysbd(module: Any) -> Callable[[list[str]], int]:
    return by_paragraph(module.Segmenter(language="en", clean=False).segment)


def sentencex(module: Any) -> Callable[[list[str]], int]:
    return by_paragraph(lambda part: module.segment("en", part))


PEERS: dict[str, tuple[str, Callable[[Any], Callable[[list[str]], int]]]] = {
    "sentence_stream": ("frames", sentence_stream),
    "stream2sentence": ("frames", stream2sentence),
    "pysbd": ("paragraphs", pysbd),
    "sentencex": ("paragraphs", sentencex),
}


def seconds(run: Callable[[list[str]], int], deltas: list[str]) -> float:
    began = time.process_time()
    run(deltas)
    return time.process_time() - began


def as_much_as_it_manages(run: Callable[[list[str]], int], deltas: list[str]) -> list[str]:
    probe = deltas[: max(1, len(deltas) // 50)]
    run(probe)  # the one-time work of a language is not measured
    estimate = seconds(run, probe) * len(deltas) / len(probe)
    return deltas if estimate < PATIENCE_S else deltas[: max(len(probe), int(len(deltas) * PATIENCE_S / estimate))]


def rates(runs: list[Callable[[list[str]], int]], text: str, size: int) -> list[float]:
    """Return the megabytes per second of CPU time of each: medians of runs that take turns."""
    deltas = frames(text, size)
    shares = [as_much_as_it_manages(run, deltas) for run in runs]
    taken: list[list[float]] = [[] for _ in runs]
    for _ in track(range(REPEATS), "Measuring", transient=True, console=Console(stderr=True)):
        for run, share, times in zip(runs, shares, taken, strict=True):
            times.append(seconds(run, share))
    return [
        sum(len(delta.encode()) for delta in share) / statistics.median(times) / 1e6
        for share, times in zip(shares, taken, strict=True)
    ]


def splitters() -> Iterator[tuple[str, str, Callable[[list[str]], int] | None]]:
    yield "plosive, whole front end", "frames", plosive_front_end
    yield "plosive, with a dictionary", "frames", plosive_with_dictionary
    yield "plosive, Markdown and sentences", "frames", plosive_pipeline
    yield "plosive, sentences without looking ahead", "frames", plosive_sentences
    for name, (how, adapt) in PEERS.items():
        try:
            yield name, how, adapt(importlib.import_module(name))
        except ImportError:
            yield name, how, None


def text_speed(
    text: Annotated[
        Path | None, typer.Option(help="A text to measure with. Default: those in benchmarks/answers.")
    ] = None,
    frame: Annotated[int, typer.Option(min=1, help="Characters in a frame: 4 are about one token.")] = 4,
) -> None:
    """Measure how fast text becomes segments, next to other sentence splitters."""
    paths = [text] if text else sorted(ANSWERS.glob("*.md"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    rows = list(splitters())
    measured = [run for _, _, run in rows if run]
    columns = [iter(rates(measured, each, frame)) for each in texts.values()]
    table = Table(title=f"Text to segments, English, frames of {frame} characters, MB/s of CPU time")
    table.add_column("splitter")
    table.add_column("fed with")
    for name in texts:
        table.add_column(name, justify="right")
    for name, how, run in rows:
        table.add_row(name, how, *(f"{next(column):.2f}" if run else "[dim]not installed[/dim]" for column in columns))
    Console().print(table)
