"""Ten thousand frames of one client in a second, barge-ins and others, beside a client who asks for short texts."""

import asyncio
import time
from collections.abc import Callable
from typing import Final

from benchmarks.playback import percentile
from benchmarks.raw_sockets import RawSocket, empty_ping, opened, text_frame
from benchmarks.reliability.hearing import Hearing, hear
from benchmarks.reliability.newcomers import first_s, newcomers
from benchmarks.reliability.run import Run
from benchmarks.report import Goal

_A_WRITE: Final = 100
_TOGETHER_S: Final = 1.0
_ROUNDS: Final = 5

_FLOODS: Final[dict[str, Callable[[int], bytes]]] = {
    "barge-ins with a text": lambda number: text_frame(text=f"This is sentence {number} of a flood.", force=True),
    "barge-ins alone": lambda _: text_frame(force=True),
    "blanks": lambda _: text_frame(text=" "),
    "pings": lambda _: empty_ping(),
}


async def measure(run: Run) -> None:
    """Another client alone, then beside each flood, in turns, so that a busy machine is busy for all; at the end a text."""
    with run.server("forces") as server:
        url = run.address(server)
        await newcomers(url, 1, asyncio.sleep(1))
        number, processes = run.number(10_000, _A_WRITE), len(server.process.children(recursive=True))
        seconds = run.seconds(20) / _ROUNDS

        async def flood(writes: list[bytes]) -> None:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                client = await opened(RawSocket, url, text_frame(text=" "))
                begun = time.monotonic()
                for sent, write in enumerate(writes, 1):
                    client.transport.write(write)
                    await asyncio.sleep(max(0.0, begun + sent / len(writes) * _TOGETHER_S - time.monotonic()))
                client.transport.abort()

        floods = {
            name: [b"".join(map(frame, range(start, start + _A_WRITE))) for start in range(0, number, _A_WRITE)]
            for name, frame in _FLOODS.items()
        }
        alone, beside = list[Hearing](), dict[str, list[Hearing]]({name: [] for name in _FLOODS})
        for _ in range(_ROUNDS):
            alone += await newcomers(url, 1, asyncio.sleep(seconds))
            for name, writes in floods.items():
                beside[name] += await newcomers(url, 1, flood(writes))
        more = len(server.process.children(recursive=True)) - processes
        after = await hear(url, "And now a text as any other.")
    waits = {name: first_s(heard) for name, heard in beside.items()}
    lost = [each.error for heard in (alone, *beside.values(), [after]) for each in heard if each.error]
    run.keep("forces", number=number, alone_s=first_s(alone), beside_s=waits, lost=lost)
    alone_s = percentile(first_s(alone), 0.95)
    run.console.print(f"{number} frames a second: first audio of another alone, p95, {1000 * alone_s:.0f} ms")
    run.goals += [
        *(
            Goal(
                f"forces, {name}: p95 first audio of another, over alone",
                percentile(waited, 0.95) / alone_s,
                1.2,
                "times",
            )
            for name, waited in waits.items()
        ),
        Goal("forces: others' texts lost, and the next one", len(lost), 0, ""),
        Goal("forces: further processes", more, 0, ""),
    ]
