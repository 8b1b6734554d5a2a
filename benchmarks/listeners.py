"""Listeners who ask once, all at the same moment, and listeners who play in real time, turn after turn."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final, TypeVar

from benchmarks.clients import Client, PlosiveClient
from benchmarks.playback import Playback
from benchmarks.texts import SENTENCES
from plosive.errors import SynthesisError

T = TypeVar("T")

_REQUEST_S: Final = 300.0
"""More than the slowest server needs for the longest text with all clients."""

_JOIN_S: Final = 2.0
"""Paced listeners come within this time, at random: together, but not in step."""

PATIENCE_S: Final = 2.0
"""A listener who hears nothing of a turn for this time is not served. Otherwise a server that starves half of its listeners
would show none with a gap. No turn begins this close to the end, because it could not be judged."""


@dataclass(frozen=True)
class Heard:
    """One request, in seconds: to connect; from the request on the open connection to the first audio; from dialling to the
    end; and the length of the audio."""

    connect_s: float
    first_s: float
    total_s: float
    audio_s: float

    @property
    def dialled_first_s(self) -> float:
        """Seconds from dialling to the first audio: the wait of a client without a connection."""
        return self.connect_s + self.first_s


async def ask(client: Client, text: str) -> Heard:
    """Send one request on a connection of its own. Raises `SynthesisError` if there is no audio."""
    dialled = time.perf_counter()
    connection = await client.connect()
    opened = time.perf_counter()
    first_s, audio_s = None, 0.0
    try:
        async with asyncio.timeout(_REQUEST_S), aclosing(connection.speak(text)) as pieces:
            async for piece_s in pieces:
                if first_s is None:
                    first_s = time.perf_counter() - opened
                audio_s += piece_s
        total_s = time.perf_counter() - dialled
    finally:
        await connection.close()
    if first_s is None:
        raise SynthesisError(f"no audio came for {text!r}")
    return Heard(opened - dialled, first_s, total_s, audio_s)


async def ask_together(client: Client, text: str, clients: int) -> tuple[list[Heard], float]:
    """Send `clients` requests at once. Returns them, and the seconds until the last answer. Raises an error of any request."""
    start = time.perf_counter()
    heard = await _together([ask(client, text) for _ in range(clients)])
    return heard, time.perf_counter() - start


@dataclass
class Paced:
    """Results of several real-time listeners together: waits for a turn's first audio, and gaps, in seconds."""

    clients: int
    first_s: list[float] = field(default_factory=list)
    gaps_s: list[float] = field(default_factory=list)
    clients_with_gaps: int = 0
    audio_s: float = 0.0
    duration_s: float = 0.0

    @property
    def starved(self) -> int:
        """Number of turns whose listener heard nothing for longer than `PATIENCE_S`."""
        return sum(first_s > PATIENCE_S for first_s in self.first_s)

    @property
    def all_served(self) -> bool:
        """Whether nobody had a gap and nobody was starved."""
        return not self.gaps_s and not self.starved


async def listen_paced(client: PlosiveClient, clients: int, duration_s: float, seed: int) -> Paced:
    """Run `clients` listeners for `duration_s`. Each sends the long text as fast as language models write, plays the speech in
    real time, and asks again after its end. Its first turn begins at a random sentence."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    paced = Paced(clients, duration_s=duration_s)
    until = time.perf_counter() + duration_s
    joining = [(chance.uniform(0, _JOIN_S), chance.randrange(len(SENTENCES))) for _ in range(clients)]
    await _together([_listen(client, joins_s, sentence, until, paced) for joins_s, sentence in joining])
    return paced


async def _listen(client: PlosiveClient, joins_s: float, sentence: int, until: float, paced: Paced) -> None:
    await asyncio.sleep(joins_s)
    asked = time.perf_counter()  # for the first turn, the wait begins with dialling
    try:
        async with asyncio.timeout(until - asked):
            connection = await client.connect()
    except (TimeoutError, SynthesisError):  # a server that is full refuses it
        paced.first_s.append(until - asked)
        return
    own_gaps: list[float] = []
    try:
        while asked < until - PATIENCE_S:
            playback, text = Playback(asked), " ".join(SENTENCES[sentence:])
            try:
                async with (
                    asyncio.timeout(until - time.perf_counter()),
                    aclosing(connection.speak_turn(text)) as pieces,
                ):
                    async for piece_s in pieces:
                        playback.feed(time.perf_counter(), piece_s)
            except TimeoutError:
                playback.stop(until)
            # A listener who heard nothing has waited until the end.
            paced.first_s.append(until - asked if playback.first_s is None else playback.first_s)
            own_gaps += playback.gaps_s
            paced.audio_s += playback.audio_s
            sentence = 0
            await asyncio.sleep(max(0.0, min(playback.dry_at, until) - time.perf_counter()))
            asked = time.perf_counter()
    finally:
        await connection.close()
    paced.gaps_s += own_gaps
    paced.clients_with_gaps += bool(own_gaps)


async def _together(works: Sequence[Coroutine[None, None, T]]) -> list[T]:
    """Return all results. If one work fails, stop the others and raise its error."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work) for work in works]
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return [task.result() for task in tasks]


async def most_without_gap(
    listen: Callable[[int], Awaitable[Paced]], first: int, step: int, resolution: int
) -> list[Paced]:
    """Try more and more listeners: from `first` up by `step` until one is not served, then between, down to `resolution`."""
    runs: list[Paced] = []
    served, failed = 0, 0
    clients = first
    while not failed or failed - served > resolution:
        runs.append(await listen(clients))
        if runs[-1].all_served:
            served = clients
        else:
            failed = clients
        clients = (served + failed) // 2 if failed else clients + step
    return sorted(runs, key=lambda run: run.clients)


def served(runs: list[Paced]) -> Paced | None:
    """Return the run with most listeners below the first run that was not served, or None."""
    best = None
    for run in runs:
        if not run.all_served:
            break
        best = run
    return best
