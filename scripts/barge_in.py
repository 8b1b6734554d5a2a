"""How soon is a worker free after a barge-in? A thousand of them, at random moments of a long sentence.

Run with `.venv/bin/python scripts/barge_in.py [--runs 1000]`. Each run starts an utterance on a real worker process, takes
a random number of its chunks, stops taking, and measures until the worker has said that it is free, and until the next
utterance on the same worker gives its first PCM.
"""

import argparse
import asyncio
import random
import time
from contextlib import aclosing

from rich.console import Console
from rich.progress import track

from plosive.speech import speak
from plosive.utterance import Span, Utterance
from plosive.workers.process import WorkerProcess

LONG = Utterance((Span("This goes on and on, and nobody knows for how long it will. " * 200),), "espeak", "gmw/en-US")
NEXT = Utterance((Span("Yes?"),), "espeak", "gmw/en-US")


async def measure(runs: int, console: Console) -> tuple[list[float], list[float]]:
    """Milliseconds until the worker is free, and until the next utterance's first PCM."""
    worker = await WorkerProcess.start()
    moments = random.Random(1)  # noqa: S311 - not a secret
    free_ms, next_ms = [], []
    try:
        for _ in track(range(runs), "interrupting ...", console=console, transient=True):
            async with aclosing(speak(worker, LONG)) as chunks:
                for _ in range(moments.randrange(1, 60)):
                    await anext(chunks, None)
                start = time.perf_counter()
            while worker.load:  # noqa: ASYNC110 - the event is in another process
                await asyncio.sleep(0)
            free_ms.append((time.perf_counter() - start) * 1000)
            async with aclosing(speak(worker, NEXT)) as chunks:
                await anext(chunks)
                next_ms.append((time.perf_counter() - start) * 1000)
                async for _ in chunks:
                    pass
    finally:
        await worker.close()
    return free_ms, next_ms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    arguments = parser.parse_args()
    console = Console(highlight=False)
    for name, values in zip(
        ("worker free", "next text's first PCM"), asyncio.run(measure(arguments.runs, console)), strict=True
    ):
        values.sort()
        p50, p99 = (values[int(share * (len(values) - 1))] for share in (0.5, 0.99))
        console.print(
            f"{name} after a barge-in: median {p50:.2f} ms, p99 {p99:.2f} ms, worst {values[-1]:.2f} ms "
            f"({len(values)} barge-ins)"
        )


if __name__ == "__main__":
    main()
