"""`python -m benchmarks words`: how far the times that the socket tells of words are from where a forced aligner hears them."""

import asyncio
import re
import statistics
import tempfile
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

import typer
from pocketsphinx import Decoder
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks import report
from benchmarks.clients import PlosiveClient
from benchmarks.listening.command import default_voices
from benchmarks.listening.spoken import sentences_of
from benchmarks.playback import percentile
from benchmarks.processes import PlosiveServer
from plosive.settings import load_settings
from plosive.text.front_end import front_end
from plosive.text.normalization.number_words import spelled_out
from plosive.utterance import Segment
from plosive.voices.catalog import Catalog
from plosive.word_times import written_words

_RATE_HZ: Final = 16_000
"""The aligner's."""

_FRAME_S: Final = 0.01
_WIDTH: Final = 128
"""Width of the table in characters if the output is not a terminal."""

_GOAL_MS: Final = 40.0
_WORST: Final = 10
_MARKS: Final = tuple(",;:—.!?…")


class Sounding(NamedTuple):
    """A word as the aligner knows it, and the character of the transcript that it is said for."""

    word: str
    at: int


@dataclass(frozen=True)
class Start:
    """The start of a written word in the audio of its sentence, told by the server and heard by the aligner."""

    word: str
    sentence: str
    told_s: float
    heard_s: float
    after_mark: bool

    @property
    def late_ms(self) -> float:
        """How much later it was told than heard."""
        return 1000 * (self.told_s - self.heard_s)


class Aligner:
    """PocketSphinx with the acoustic model of English and the dictionary that it brings. Its frames last 10 ms."""

    def __init__(self) -> None:
        # Beams so wide that espeak-ng's formants are not given up.
        self._decoder = Decoder(
            samprate=_RATE_HZ, bestpath=False, loglevel="FATAL", beam=1e-100, pbeam=1e-100, wbeam=1e-80
        )

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word."""
        return self._decoder.lookup_word(word) is not None

    def starts_s(self, pcm: bytes, words: Sequence[str]) -> list[float] | None:
        """When each of the words begins in a recording of them, int16 at 16 kHz. None: it hears other words."""
        decoder = self._decoder
        decoder.set_align_text(" ".join(words))
        self._decode(pcm)
        if decoder.hyp() is None:
            return None
        # First the words with the rests between them and one pronunciation of each, then their sounds.
        decoder.set_alignment()
        self._decode(pcm)
        aligned = [word for word in decoder.get_alignment() if word.name[0] not in "<["]
        return [word.start * _FRAME_S for word in aligned] if len(aligned) == len(words) else None

    def _decode(self, pcm: bytes) -> None:
        self._decoder.start_utt()
        self._decoder.process_raw(pcm, full_utt=True)
        self._decoder.end_utt()


def words(
    voice: Annotated[
        list[str] | None,
        typer.Option(help="An English voice; may be given again. Default: the default voice, and one of each engine."),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder for results.json.")] = Path("bench-words"),
    sentences: Annotated[int | None, typer.Option(min=1, help="Only this number, from the first.")] = None,
    set_name: Annotated[str, typer.Option("--set", help="The sentences: main (60), or held-out (40).")] = "main",
) -> None:
    """Times of words: how far the socket's are from where a forced aligner hears the words."""
    texts = sentences_of(set_name)[:sentences]
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH
    settings = load_settings()
    out.mkdir(parents=True, exist_ok=True)
    results: dict[str, Any] = {"machine": report.machine(), "set": set_name, "voices": {}}
    aligner, goals = Aligner(), []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plosive-words-")))
        server = stack.enter_context(PlosiveServer(folder, settings.voices_dir, settings.default_voice))
        try:
            for voice_id in voice or default_voices(Catalog.load(settings.voices_dir), settings.default_voice):
                client = PlosiveClient(server.url, voice_id, "linear16", _RATE_HZ, timestamps="words")
                aligned = [starts for text in texts if (starts := _starts(aligner, client, text))]
                found = {"sentences": len(aligned), **summary([start for starts in aligned for start in starts])}
                worst = sorted(chain.from_iterable(aligned), key=lambda start: -abs(start.late_ms))[:_WORST]
                results["voices"][voice_id] = found | {
                    "worst": [{**vars(each), "late_ms": each.late_ms} for each in worst]
                }
                goals.append(report.Goal(f"{voice_id}: start of a word, median", found["median_ms"], _GOAL_MS, "ms"))
        finally:  # keep the results so far even if a later voice fails
            console.print(_table(results["voices"], len(texts)))
            report.finish(results, goals, out, console)


def summary(starts: Sequence[Start]) -> dict[str, float]:
    """Deviations in ms: of all words, and those of words behind a mark, where speakers rest. Positive is late."""
    deviations = [abs(start.late_ms) for start in starts]
    return {
        "words": len(starts),
        "median_ms": statistics.median(deviations),
        "p90_ms": percentile(deviations, 0.9),
        "late_ms": statistics.median(start.late_ms for start in starts),
        "late_after_mark_ms": statistics.median([start.late_ms for start in starts if start.after_mark] or [0.0]),
    }


def soundings(segment: Segment) -> Iterator[Sounding]:
    """The words that are said for a segment, in lower case, numbers in words."""
    for span, places in zip(segment.spans, segment.places, strict=True):
        for found in re.finditer(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*", span.text):
            said = spelled_out(int(found[0]), "en", "cardinal") if found[0].isdigit() else found[0].replace("’", "'")
            for word in said.lower().replace("-", " ").split():
                yield Sounding(word, places[found.start()])


def _starts(aligner: Aligner, client: PlosiveClient, text: str) -> list[Start]:
    """The starts of the words of a sentence. None are there if the aligner does not know or hear one of them."""
    texts = front_end("en", placed=True)
    (segment,) = texts.feed(text) + texts.flush()
    said = list(soundings(segment))
    if not all(aligner.knows(each.word) for each in said):
        return []
    pcm, told = asyncio.run(_spoken(client, text))
    heard_s = aligner.starts_s(pcm, [each.word for each in said])
    if heard_s is None:
        return []
    found = []
    written = written_words(segment.text)
    for before, (start, end) in pairwise([(0, 0), *written]):
        first = next(at_s for at_s, each in zip(heard_s, said, strict=True) if start <= each.at < end)
        mark = segment.text[before[1] - 1] in _MARKS if before[1] else False
        found.append(Start(segment.text[start:end], text, told[start], first, mark))
    return found


async def _spoken(client: PlosiveClient, text: str) -> tuple[bytes, dict[int, float]]:
    """The audio of a sentence, and when each word begins, by its first character."""
    connection = await client.connect()
    try:
        await connection.say(text)
        audio, told = bytearray(), {}
        while True:
            frame: dict[str, Any] = (await connection.frame())[0]
            audio += b64decode(frame["audio"] or "")
            if frame["type"] == "audio_chunk" and frame["text"] is not None:
                told = {word["chars"][0]: (frame["offset_ms"] + word["start_ms"]) / 1000 for word in frame["words"]}
            if frame["type"] == "final":
                return bytes(audio), told
    finally:
        await connection.close()


def _table(voices: dict[str, dict[str, Any]], sentences: int) -> Table:
    table = Table(
        "voice", "sentences", "words", "deviation, ms\nmedian", "\np90", "late, ms\nmedian", "\nafter marks",
        title=f"Starts of words beside a forced alignment: {sentences} sentences", box=None, header_style="bold",
    )  # fmt: skip
    for column in table.columns[1:]:
        column.justify = "right"
    for voice_id, found in voices.items():
        keys = ("sentences", "words", "median_ms", "p90_ms", "late_ms", "late_after_mark_ms")
        table.add_row(escape(voice_id), *(f"{found[key]:.0f}" for key in keys))
    return table
