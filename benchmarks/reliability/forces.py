"""Ten thousand barge-ins of one client in a second, beside a client who asks for short texts."""

import asyncio
import time
from typing import Final

from benchmarks.playback import percentile
from benchmarks.reliability.hearing import hear
from benchmarks.reliability.newcomers import first_s, newcomers
from benchmarks.reliability.raw_sockets import idle_client, text_frame
from benchmarks.reliability.run import Run
from benchmarks.report import Goal

_A_WRITE: Final = 100
_TOGETHER_S: Final = 1.0


async def measure(run: Run) -> None:
    """Another client alone, then beside the forces; and a text on the forcing connection's server afterwards."""
    with run.server("forces") as server:
        url = run.address(server)
        await newcomers(url, 1, asyncio.sleep(1))
        alone = await newcomers(url, 1, asyncio.sleep(run.seconds(20)))
        number, processes = run.number(10_000, _A_WRITE), len(server.process.children(recursive=True))

        async def force() -> None:
            until = time.monotonic() + run.seconds(20)
            while time.monotonic() < until:
                client = await idle_client(url, text_frame(text=" "))
                begun = time.monotonic()
                for write in range(number // _A_WRITE):
                    frames = [text_frame(text=f"Number {write}, {each}. ", force=True) for each in range(_A_WRITE)]
                    client.transport.write(b"".join(frames))
                    await asyncio.sleep(max(0.0, begun + write * _A_WRITE / number * _TOGETHER_S - time.monotonic()))
                client.transport.abort()

        beside = await newcomers(url, 1, force())
        more = len(server.process.children(recursive=True)) - processes
        after = await hear(url, "And now a text as any other.")
    waits, waits_beside = first_s(alone), first_s(beside)
    lost = [each.error for each in [*beside, after] if each.error]
    run.keep("forces", number=number, alone_s=waits, beside_s=waits_beside, lost=lost)
    ratio = percentile(waits_beside, 0.95) / percentile(waits, 0.95)
    run.console.print(f"{number} forces a second: another's first audio at most {1000 * max(waits_beside):.0f} ms")
    run.goals += [
        Goal("forces: p95 first audio of another, over alone", ratio, 1.2, "times", first_release="1.3 times"),
        Goal("forces: others' texts lost, and the next one", len(lost), 0, ""),
        Goal("forces: further processes", more, 0, ""),
    ]
