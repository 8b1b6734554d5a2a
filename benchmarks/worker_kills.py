"""Kills workers under listeners who hear in real time: counts the texts that were lost, and measures the gaps.

It starts a server of its own without a cache. Each listener hears one text after the other, and the server is at most 3 s ahead
of what it hears. Meanwhile workers are killed with SIGKILL. After each kill a newcomer asks for a short text.
"""

import asyncio
import json
import random
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import orjson
import typer
from rich.console import Console
from rich.table import Table
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from benchmarks.processes import PlosiveServer
from benchmarks.texts import LONG
from plosive.voices.hibari import DEFAULT_VOICE

_RATE_HZ: Final = 24000
_LEAD_S: Final = 3.0
_NOTICED_S: Final = 0.05
"""A shorter gap is this machine's scheduling."""


@dataclass
class Heard:
    """What all listeners heard. A gap is the time, in s, that a text was silent because its audio came late."""

    whole: int = 0
    failed: list[str] = field(default_factory=list)
    gaps_s: list[float] = field(default_factory=list)


async def listen(url: str, text: str, heard: Heard) -> None:
    """Hear one text to its end."""
    gap_s, heard_at = 0.0, 0.0
    try:
        async with connect(url, compression=None, proxy=None, max_size=None) as socket:
            await socket.send('{"text": " "}')
            await socket.send(json.dumps({"text": text}))
            await socket.send('{"text": ""}')
            while True:
                frame: dict[str, Any] = orjson.loads(await socket.recv())
                if frame["type"] == "error":
                    heard.failed.append(frame["error"])
                    return
                if frame["type"] == "final":
                    break
                if audio := frame["audio"]:
                    now = time.monotonic()
                    gap_s += max(0.0, now - heard_at) if heard_at else 0.0
                    heard_at = max(heard_at, now) + len(audio) * 3 / 4 / 2 / _RATE_HZ
    except (WebSocketException, OSError) as error:
        heard.failed.append(repr(error))
        return
    heard.whole += 1
    heard.gaps_s.append(gap_s)


async def _listen_on(url: str, text: str, heard: Heard, stop: asyncio.Event) -> None:
    while not stop.is_set():
        await listen(url, text, heard)


async def _measure(
    server: PlosiveServer, url: str, listeners: int, deaths: int, every_s: float
) -> tuple[Heard, list[float]]:
    chance, heard, stop = random.Random(1), Heard(), asyncio.Event()  # noqa: S311 - not a secret
    newcomers_s = []
    tasks = [asyncio.create_task(_listen_on(url, LONG, heard, stop)) for _ in range(listeners)]
    await asyncio.sleep(2)
    for _ in range(deaths):
        if workers := server.workers():
            chance.choice(workers).kill()
        begun = time.monotonic()
        await listen(url, "Hello there.", Heard())
        newcomers_s.append(time.monotonic() - begun)
        await asyncio.sleep(every_s)
    stop.set()
    await asyncio.gather(*tasks)
    return heard, newcomers_s


def worker_kills(
    voice: Annotated[str, typer.Option(help="The voice of all listeners.")] = DEFAULT_VOICE,
    listeners: Annotated[int, typer.Option(min=1, help="How many hear at once.")] = 50,
    deaths: Annotated[int, typer.Option(min=0, help="How many workers are killed.")] = 50,
    every_s: Annotated[float, typer.Option(min=0, help="Time between two kills, in s, besides the newcomer's.")] = 1.0,
) -> None:
    """Kill workers with SIGKILL under real-time listeners: the texts that were lost, and the gaps."""
    query = {"audio_format": "linear16", "sample_rate": _RATE_HZ, "voice": voice, "max_lead_s": _LEAD_S}
    with (
        tempfile.TemporaryDirectory() as folder,
        PlosiveServer(Path(folder), Path(folder) / "voices", voice, cache_memory_mb=0) as server,
    ):
        url = f"{server.url}?{urlencode(query)}"
        heard, newcomers_s = asyncio.run(_measure(server, url, listeners, deaths, every_s))
    gaps_s = [gap_s for gap_s in heard.gaps_s if gap_s > _NOTICED_S]
    table = Table("what", "figure")
    table.add_row("workers killed", str(deaths))
    table.add_row("texts heard whole", str(heard.whole))
    table.add_row("texts lost", str(len(heard.failed)))
    table.add_row("texts with a gap", f"{len(gaps_s)}, the longest {max(gaps_s, default=0.0):.2f} s")
    if newcomers_s:
        figure = f"{statistics.median(newcomers_s):.2f} s, at most {max(newcomers_s):.2f} s"
        table.add_row("a short text just after a kill, whole", figure)
    console = Console(highlight=False)
    console.print(table)
    for error in sorted(set(heard.failed)):
        console.print(f"{heard.failed.count(error)} x {error}", markup=False)
