"""Text that kills a worker, from one client every second, beside neighbours who only want to be spoken for."""

import asyncio
import time
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import httpx
from websockets.exceptions import WebSocketException

from benchmarks.reliability.hearing import hear
from benchmarks.reliability.newcomers import newcomers
from benchmarks.reliability.run import Run
from benchmarks.report import Goal

_NEIGHBOURS: Final = 8
_BYTES: Final = 160
_VOICE: Final = "Plosive.Espeak.vi"
_DEADLY: Final = "\u0a27\u0320"
"""espeak-ng's Vietnamese voice aborts at it, and with it the worker."""


def poison(number: int) -> str:
    """Return 160 bytes that kill a worker, another text for each number: the same one is not spoken twice."""
    text = f"{number} {_DEADLY} "
    return text + "a" * (_BYTES - len(text.encode()))


def http_address(url: str, path: str) -> str:
    """Return the HTTP address of this path, of the server with this socket."""
    return urlunsplit(("http", urlsplit(url).netloc, path, "", ""))


async def measure(run: Run) -> None:
    """Neighbours speak text after text while one client sends its poison each second."""
    with run.server("poison") as server:
        url, deadly_url = run.address(server), run.address(server, voice=_VOICE)
        errors: list[str] = []
        not_ready: list[str] = []

        async def send_poison() -> None:
            begun = time.monotonic()
            async with httpx.AsyncClient() as http:
                for number in range(round(run.seconds(60, 3))):
                    with suppress(WebSocketException, OSError):
                        errors.append((await hear(deadly_url, poison(number))).error)
                    answer = await http.get(http_address(server.url, "/readyz"), timeout=10)
                    if answer.status_code != 200:
                        not_ready.append(answer.text)
                    await asyncio.sleep(max(0.0, begun + number + 1 - time.monotonic()))

        heard = await newcomers(url, _NEIGHBOURS, send_poison())
        deaths = await _worker_deaths(http_address(server.url, "/metrics"))
    lost = [each.error for each in heard if each.error]
    run.keep("poison", texts=len(heard), lost=lost, poisons=errors, worker_deaths=deaths, not_ready=not_ready)
    run.console.print(
        f"{len(errors)} poisons killed {deaths:.0f} workers; {len(heard)} texts of {_NEIGHBOURS} neighbours"
    )
    run.goals += [
        Goal("poison: workers that it killed", deaths, 1, "", at_least=True),  # or nothing was measured
        Goal("poison: neighbours' texts lost", len(lost), 0, "", first_release="5 of 1,450"),
        Goal(
            "poison: /readyz not ready, of its samples", len(not_ready) / len(errors), 0, "of them", first_release="0.5"
        ),
    ]


async def _worker_deaths(url: str) -> float:
    async with httpx.AsyncClient() as http:
        lines = (await http.get(url, timeout=10)).text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("plosive_worker_deaths_total"))
