"""Measures the text front end's share of the server's CPU time, with answers that come like those of a language model.

Each listener gets answers in frames like a model's tokens (a word with the space before it, or a mark), 50 per second, and
hears one to its end before it asks for the next. The server runs the embedded voice and sends mp3, the protocol's default.
Two servers take turns: one without changes, and one whose front end has a clock (`clocked_server`). The cost of the clock
itself is measured and subtracted.

The clock counts everything in `plosive.text`: asides, Markdown, sentences, normalization, and the session's questions whether
text has ended. It does not count what any text costs as a message: reading the frame, the session's queue and timers, and
espeak-ng's or hibari's own phonemes.
"""

import asyncio
import itertools
import re
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.playback import median
from benchmarks.processes import PlosiveServer
from plosive.audio.mp3 import KBIT_S

_VOICE: Final = "Plosive.Hibari.heart"
_RATE_HZ: Final = 24000
_TOKEN: Final = re.compile(r"\s*(?:\w+|[^\w\s])")
_FRAME_EVERY_S: Final = 0.02
_ANSWERS: Final = Path(__file__).parent / "answers"


@dataclass
class Share:
    """Results of the runs with one kind of answers: CPU seconds per second of audio."""

    plain_s: list[float] = field(default_factory=list)
    clocked_s: list[float] = field(default_factory=list)
    front_end_s: list[float] = field(default_factory=list)


def text_share(
    listeners: Annotated[int, typer.Option(min=1, help="Listeners at once.")] = 40,
    seconds: Annotated[float, typer.Option(min=1, help="How long each run takes.")] = 20.0,
    runs: Annotated[int, typer.Option(min=1, help="Runs of each server, in turns; the median counts.")] = 3,
) -> None:
    """Measure the text front end's share of the server's CPU time (the goal is at most 1 %)."""
    console = Console(highlight=False)
    table = Table(
        "answers", "server, ms", "with a clock, ms", "front end, ms", "front end, share",
        title=f"CPU time a second of audio, {listeners} listeners", box=None, header_style="bold",
    )  # fmt: skip
    kinds = {path.stem: path.read_text(encoding="utf-8").split("\n\n") for path in sorted(_ANSWERS.glob("*.md"))}
    shares = {name: Share() for name in kinds}
    turns = list(itertools.product(range(runs), kinds))
    for _, name in track(turns, "Listening", console=console, transient=True):
        cost_s, _ = _run(kinds[name], listeners, seconds, is_clocked=False)
        shares[name].plain_s.append(cost_s)
        cost_s, front_end_s = _run(kinds[name], listeners, seconds, is_clocked=True)
        shares[name].clocked_s.append(cost_s)
        shares[name].front_end_s.append(front_end_s)
    for name, share in shares.items():
        front_end_s, plain_s = median(share.front_end_s), median(share.plain_s)
        costs = (plain_s, median(share.clocked_s), front_end_s)
        table.add_row(name, *(f"{1000 * cost:.3f}" for cost in costs), f"{100 * front_end_s / plain_s:.2f} %")
    console.print(table)


def _run(paragraphs: list[str], listeners: int, seconds: float, *, is_clocked: bool) -> tuple[float, float]:
    """CPU seconds a second of audio: of the whole server, and of its front end (0 without a clock)."""
    with tempfile.TemporaryDirectory(prefix="plosive-bench-") as temporary:
        folder = Path(temporary)
        report = folder / "front_end"
        module = ("benchmarks.clocked_server", str(report)) if is_clocked else ("plosive",)
        with PlosiveServer(folder, folder / "voices", _VOICE, module=module, cache_memory_mb=0) as server:
            audio_s, cpu_s = asyncio.run(_listen_together(server, paragraphs, listeners, seconds))
        front_end_s = float(report.read_text(encoding="ascii")) if is_clocked else 0.0
    return cpu_s / audio_s, front_end_s / audio_s


async def _listen_together(
    server: PlosiveServer, paragraphs: list[str], listeners: int, seconds: float
) -> tuple[float, float]:
    """Seconds of audio that all listeners got, and CPU seconds of the server's processes meanwhile."""
    answers = itertools.cycle(paragraphs)
    await _listen(server.url, answers, time.monotonic() + 1)  # loads the tables that are loaded once
    before = server.usage().cpu_s
    until = time.monotonic() + seconds
    heard = await asyncio.gather(*(_listen(server.url, answers, until) for _ in range(listeners)))
    return sum(heard), server.usage().cpu_s - before


async def _listen(url: str, answers: Iterator[str], until: float) -> float:
    """Ask for one answer after the other and play each to its end; seconds of audio."""
    audio_s = 0.0
    async with connect(
        f"{url}?voice={_VOICE}&audio_format=mp3&sample_rate={_RATE_HZ}",
        additional_headers={"Authorization": "Bearer any"},
        compression=None,
        max_size=None,
    ) as socket:
        await socket.send('{"text":" "}')
        while time.monotonic() < until:
            began = time.monotonic()
            answer_s, _ = await asyncio.gather(_hear(socket), _write(socket, next(answers)))
            audio_s += answer_s
            await asyncio.sleep(min(until, began + answer_s) - time.monotonic())
    return audio_s


async def _write(socket: ClientConnection, answer: str) -> None:
    for token in _TOKEN.findall(answer):
        await socket.send(orjson.dumps({"text": token}).decode())
        await asyncio.sleep(_FRAME_EVERY_S)
    await socket.send('{"flush":true}')


async def _hear(socket: ClientConnection) -> float:
    """Seconds of audio until the `final`."""
    mp3_bytes = 0
    async for message in socket:
        frame = orjson.loads(message)
        mp3_bytes += len(b64decode(frame["audio"])) if frame["audio"] else 0
        if frame["isFinal"]:
            break
    return 8 * mp3_bytes / KBIT_S[_RATE_HZ] / 1000
