#!/usr/bin/env python3
"""How fast text becomes segments, in frames of 4 characters, beside other sentence splitters.

The front end is what a session uses: Markdown, sentences and what is read out for each. A session also asks after each
frame how the text ends and whether it holds any, which is measured apart.

Run it from the repository root on a quiet machine:

    .venv/bin/python scripts/text_speed.py
    .venv/bin/python scripts/text_speed.py --text answers.md --frame 12

Peers are measured where they are installed (uv pip install sentence-stream stream2sentence pysbd sentencex) and named
as missing where they are not. The slow ones get the beginning of the text only. Each gets what it is made for: the
streaming ones the same frames, the others the whole text at once, paragraph by paragraph, and none of them Markdown
stripping, which plosive does as well.
"""

import argparse
import importlib
import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from plosive.text.front_end import FrontEnd
from plosive.text.pipeline import TextPipeline
from plosive.text.sentences import SentenceSplitter

SAMPLE = """## Planting a herb garden

You don't need much space to grow herbs: **a sunny windowsill is enough** for most of them. Basil wants warmth and a lot
of water, while thyme and rosemary, which come from dry hills, would rather be left alone for a week or two.

- **Light:** at least 5 hours a day, e.g. at a window that faces south.
- **Soil:** loose and not too rich; about $3.50 a bag.
- *Patience*, since parsley takes 2.5 weeks to come up.

1. Fill the pots and press the soil down a little.
2. Sow thinly, then cover the seeds with `1 cm` of soil.

Dr. Ng, who teaches gardening, puts it simply: "Water in the morning, never at noon." Isn't that easy to remember? Read
[her guide](https://example.com/herbs?id=7) if you want to know more, and tell me how it goes!

"""
SIZE = 1_000_000  # long enough that a run takes a good part of a second
PATIENCE_S = 1.0  # a slow peer is measured on as much text as it manages in about this time


def frames(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def plosive_front_end(deltas: list[str]) -> int:
    front_end, count = FrontEnd.plain_text("en"), 0
    for delta in deltas:
        count += len(front_end.feed(delta))
    return count + len(front_end.flush())


def plosive_front_end_asked(deltas: list[str]) -> int:
    front_end, count = FrontEnd.plain_text("en"), 0
    for delta in deltas:
        count += len(front_end.feed(delta))
        _ = front_end.ending, front_end.holds_text
    return count + len(front_end.flush())


def plosive_pipeline(deltas: list[str]) -> int:
    pipeline, count = TextPipeline("en"), 0
    for delta in deltas:
        count += len(pipeline.feed(delta))
    return count + len(pipeline.flush())


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


def rate(run: Callable[[list[str]], int], deltas: list[str], repeats: int) -> float:
    """Megabytes a second of CPU time, the best of some runs."""
    share = len(deltas)
    probe = deltas[: max(1, share // 200)]
    estimate = seconds(run, probe) * share / len(probe)
    if estimate > PATIENCE_S:
        deltas = deltas[: max(len(probe), int(share * PATIENCE_S / estimate))]
    best = min(seconds(run, deltas) for _ in range(repeats))
    return sum(len(delta.encode()) for delta in deltas) / best / 1e6


def splitters() -> Iterator[tuple[str, str, Callable[[list[str]], int] | None]]:
    yield "plosive, front end", "frames", plosive_front_end
    yield "plosive, front end, asked after each frame", "frames", plosive_front_end_asked
    yield "plosive, Markdown and sentences", "frames", plosive_pipeline
    yield "plosive, sentences only", "frames", plosive_sentences
    for name, (how, adapt) in PEERS.items():
        try:
            yield name, how, adapt(importlib.import_module(name))
        except ImportError:
            yield name, how, None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, help="a text to measure with, repeated up to 1 MB (default: one in here)")
    parser.add_argument("--frame", type=int, default=4, help="characters in a frame (default: 4, about one token)")
    parser.add_argument("--repeats", type=int, default=5, help="runs of which the best counts (default: 5)")
    options = parser.parse_args()
    text = options.text.read_text(encoding="utf-8") if options.text else SAMPLE
    deltas = frames("".join(itertools.repeat(text, SIZE // len(text) + 1)), options.frame)
    table = Table(title=f"Text to segments, English, frames of {options.frame} characters")
    table.add_column("splitter")
    table.add_column("fed with")
    table.add_column("MB/s", justify="right")
    for name, how, run in splitters():
        table.add_row(name, how, f"{rate(run, deltas, options.repeats):.2f}" if run else "[dim]not installed[/dim]")
    Console().print(table)


if __name__ == "__main__":
    main()
