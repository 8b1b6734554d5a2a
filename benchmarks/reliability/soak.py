"""Everything at once for a long time: churn, barge-ins, crashes and bad input, while the server's memory is watched."""

import asyncio
import itertools
import json
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import numpy as np
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, WebSocketException

from benchmarks.processes import PlosiveServer
from benchmarks.reliability.hearing import hear, opened
from benchmarks.reliability.poison import http_address, poison
from benchmarks.reliability.run import Run
from benchmarks.report import Goal

_ACTORS: Final = 12
_SAMPLE_S: Final = 1.0
_WARM_SHARE: Final = 0.25
"""Of the time, at its begin: the server fills its pools and caches meanwhile."""

_KILL_S: Final = 20.0
_SETTLED_S: Final = 8.0
"""Engines of clients who left stop, and killed workers are replaced."""

_BAD_FRAMES: Final = (
    '{"text": 5}',
    "{",
    "[]",
    "\x00",
    '{"voice_settings": []}',
    '{"text": "<"}',
    '{"text": "' + "a" * 70_000,
)
_STORY: Final = (
    "This is part {} of a story that has many parts. Nobody has heard it, and it goes on like this for a while."
)
_TOLD: Final = "Error in remaining audio response"
"""So an error frame begins if an engine failed. A text whose worker was killed twice, or after it was heard, may have one."""


@dataclass
class _Soak:
    server: PlosiveServer
    url: str
    deadly_url: str
    http: httpx.AsyncClient
    chance: random.Random
    numbers: "itertools.count[int]" = field(default_factory=itertools.count)
    actions: Counter[str] = field(default_factory=Counter)
    spoken: int = 0
    told: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    async def speak(self) -> None:
        """A whole text."""
        hearing = await hear(self.url, _STORY.format(next(self.numbers)))
        if not hearing.error:
            self.spoken += 1
        elif hearing.error.startswith(_TOLD):
            self.told.append(hearing.error)
        else:
            self.lost.append(hearing.error)

    async def leave(self) -> None:
        """A client that goes at a random moment."""
        async with opened(self.url) as socket:
            await socket.send(json.dumps({"text": _STORY.format(next(self.numbers)) * 5}))
            await asyncio.sleep(self.chance.uniform(0, 0.5))

    async def barge_in(self) -> None:
        """Three interruptions, then a whole text on the same socket."""
        async with opened(self.url) as socket:
            with suppress(ConnectionClosed):  # then the last frame says why
                for _ in range(3):
                    await socket.send(json.dumps({"text": _STORY.format(next(self.numbers)) * 3, "force": True}))
                    await asyncio.sleep(self.chance.uniform(0, 0.2))
                await socket.send(json.dumps({"text": "And that was it.", "force": True}))
                await socket.send('{"text": ""}')
            frames = await _until_closed(socket)
        if frames and frames[-1]["type"] == "error":
            self.told.append(frames[-1]["error"])
        elif not any(frame["text"] == "And that was it." for frame in frames if frame["type"] == "audio_chunk"):
            self.lost.append("the text after a barge-in")
        else:
            self.spoken += 1

    async def bad_frame(self) -> None:
        """A frame that is refused, or ignored."""
        async with opened(self.url) as socket:
            await socket.send(self.chance.choice(_BAD_FRAMES))
            await socket.send('{"text": ""}')
            await _until_closed(socket)

    async def rest(self) -> None:
        """A text over HTTP, or a body that is refused."""
        body: object = self.chance.choice(({"text": _STORY.format(next(self.numbers))}, {"text": 5}, {"txt": ""}, []))
        answer = await self.http.post(http_address(self.server.url, "/v2/text-to-speech/speech"), json=body)
        self.statuses[answer.status_code] += 1

    async def poison(self) -> None:
        """A text that kills its worker."""
        await hear(self.deadly_url, poison(next(self.numbers)))

    def kill(self) -> None:
        """A worker dies from outside."""
        if workers := self.server.workers():
            self.chance.choice(workers).kill()
            self.actions["kill"] += 1


async def measure(run: Run) -> None:
    """Run for the given minutes, then wait until the server is at rest."""
    with run.server("soak") as server:
        async with httpx.AsyncClient(timeout=120) as http:
            url, deadly = run.address(server), run.address(server, voice="Plosive.Espeak.vi")
            soak = _Soak(server, url, deadly, http, random.Random(3))  # noqa: S311 - not a secret
            await hear(url, "Hello.")
            fds, threads = server.process.num_fds(), server.process.num_threads()
            children = len(server.process.children(recursive=True))
            samples = await _run(soak, 60 * run.soak_min)
            await asyncio.sleep(min(_SETTLED_S, 60 * run.soak_min))
            sessions = await _open_sessions(http, http_address(server.url, "/metrics"))
        left = {
            "fds": server.process.num_fds() - fds,
            "threads": server.process.num_threads() - threads,
            "children": len(server.process.children(recursive=True)) - children,
            "sessions": sessions,
        }
        tracebacks = server.log().count("Traceback")
    warm = samples[int(len(samples) * _WARM_SHARE) :]
    done, rss = np.array([each[0] for each in warm]), np.array([each[1] for each in warm])
    slope = float(np.polyfit(done, rss / 1024, 1)[0]) if len(set(done)) > 1 else float("nan")
    server_errors = sum(number for status, number in soak.statuses.items() if status >= 500)
    run.keep(
        "soak", minutes=run.soak_min, actions=dict(soak.actions), spoken=soak.spoken, told=Counter(soak.told), lost=soak.lost,
        statuses=dict(soak.statuses), left=left, done_and_rss=samples,
    )  # fmt: skip
    run.console.print(
        f"{run.soak_min:g} minutes: {dict(soak.actions)}; {soak.spoken} texts spoken, {len(soak.told)} had an error frame of "
        f"the engine; left over: {left}"
    )
    run.goals += [
        Goal("soak: memory an action", slope, 0.2, "KiB", first_release="0.10 KiB in 10 min"),
        Goal(
            "soak: descriptors left", left["fds"], 4, "", first_release="0"
        ),  # a connection of this client may be open
        Goal("soak: threads left", left["threads"], 4, "", first_release="0"),
        Goal("soak: child processes left", left["children"], 0, "", first_release="0"),
        Goal("soak: sessions left", left["sessions"], 0, "", first_release="0"),
        Goal("soak: answers with 5xx", server_errors, 0, "", first_release="0"),
        Goal("soak: tracebacks in the log", tracebacks, 0, "", first_release="0"),
        Goal("soak: accepted texts lost", len(soak.lost), 0, "", first_release="0 of 4,394"),
        Goal("soak: texts spoken", soak.spoken, 1, "", at_least=True),
    ]


async def _run(soak: _Soak, duration_s: float) -> list[tuple[int, int]]:
    """Return samples: the actions that have ended, and the resident memory of the server's main process in bytes."""
    until = time.monotonic() + duration_s
    deeds: list[tuple[Callable[[], Awaitable[None]], int]] = [
        (soak.speak, 40), (soak.leave, 20), (soak.barge_in, 15), (soak.bad_frame, 12), (soak.rest, 12), (soak.poison, 1),
    ]  # fmt: skip
    samples: list[tuple[int, int]] = []

    async def act() -> None:
        while time.monotonic() < until:
            [deed] = soak.chance.choices([each for each, _ in deeds], [weight for _, weight in deeds])
            try:
                await deed()
            except (WebSocketException, OSError, httpx.HTTPError) as error:
                soak.lost.append(f"{deed.__name__}: {error!r}")
            soak.actions[deed.__name__] += 1

    async def kill() -> None:
        while time.monotonic() < until - _KILL_S / 2:
            await asyncio.sleep(min(_KILL_S, duration_s / 2))
            soak.kill()

    async def sample() -> None:
        while time.monotonic() < until:
            samples.append((soak.actions.total(), soak.server.process.memory_info().rss))
            await asyncio.sleep(_SAMPLE_S)

    async with asyncio.TaskGroup() as group:
        for each in (*[act] * _ACTORS, kill, sample):
            group.create_task(each())
    return samples


async def _until_closed(socket: ClientConnection) -> list[dict[str, Any]]:
    """Return the frames up to the close, whatever its code."""
    frames = []
    with suppress(ConnectionClosed):
        while True:
            frames.append(json.loads(await socket.recv()))
    return frames


async def _open_sessions(http: httpx.AsyncClient, url: str) -> float:
    with suppress(httpx.HTTPError):
        lines = (await http.get(url)).text.splitlines()
        return sum(float(line.split()[-1]) for line in lines if line.split("{")[0].split(" ")[0] == "plosive_sessions")
    return float("nan")
