"""How much does the server add to the engine? First audio over loopback beside the engine's own first chunk.

Run with `make bench` or `.venv/bin/python scripts/first_audio.py [--runs 100]`. It starts a server of its own on a free
port, one warm client asks for linear16, and each run measures both sides, one right after the other, on the same
sentence: from sending the sentence's frame to receiving its first audio frame, and from asking the engine (in this
process) to its first PCM. Wall clock, medians; the difference is what the socket, the session, the worker process and the
encoder cost.
"""

import argparse
import json
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import track
from rich.table import Table
from websockets.sync.client import ClientConnection, connect

from plosive.engines.espeak import EspeakEngine
from plosive.utterance import Span, Utterance

SENTENCES = {
    "short": "Hello there, it is very nice to meet you today.",
    "medium": "The quick brown fox jumps over the lazy dog, and then keeps running for a good while longer across the "
    "field until evening.",
    "long": "By the time the rain had stopped, the river was already close to the bridge, so they decided to walk home "
    "along the upper road, because it was safer and much drier, and nobody minded.",
}


@contextmanager
def server() -> Iterator[str]:
    """A server on a free port; gives its URL."""
    command = [sys.executable, "-m", "plosive", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        found = re.search(r"ws://\S+", line)
        if not found:
            raise SystemExit(f"the server did not start: {line}")
        yield found[0]
    finally:
        process.terminate()
        process.wait(30)


def engine_first_ms(engine: EspeakEngine, sentence: str) -> float:
    """Milliseconds from asking the engine to its first PCM."""
    start = time.perf_counter()
    steps = engine.speak(Utterance((Span(sentence),), "espeak", "gmw/en-US"))
    next(steps)
    taken = time.perf_counter() - start
    steps.close()
    return taken * 1000


def socket_first_ms(socket: ClientConnection, sentence: str) -> float:
    """Milliseconds from sending a sentence to its first audio frame; then waits for the `final`."""
    frame = json.dumps({"text": sentence})
    start = time.perf_counter()
    socket.send(frame)
    taken = None
    while True:
        received = json.loads(socket.recv())
        if taken is None and received.get("audio"):
            taken = time.perf_counter() - start
        if received.get("isFinal"):
            return (taken or float("nan")) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100, help="measurements for each sentence (default 100)")
    arguments = parser.parse_args()
    console = Console(highlight=False)
    engine = EspeakEngine()
    table = Table("sentence", "engine, ms", "socket, ms", "added, ms", "added p95, ms", box=None, header_style="bold")
    with (
        server() as url,
        connect(
            url + "?audio_format=linear16", additional_headers={"Authorization": "Bearer any"}, compression=None
        ) as socket,
    ):
        socket.send('{"text": " "}')
        for name, sentence in SENTENCES.items():
            for _ in range(5):
                engine_first_ms(engine, sentence)
                socket_first_ms(socket, sentence)
            pairs = [
                (engine_first_ms(engine, sentence), socket_first_ms(socket, sentence))
                for _ in track(range(arguments.runs), f"{name} ...", console=console, transient=True)
            ]
            added = sorted(on_socket - in_engine for in_engine, on_socket in pairs)
            table.add_row(
                name,
                f"{statistics.median(pair[0] for pair in pairs):.2f}",
                f"{statistics.median(pair[1] for pair in pairs):.2f}",
                f"{statistics.median(added):.2f}",
                f"{added[int(0.95 * len(added))]:.2f}",
            )
    console.print(f"{platform.machine()}, Python {platform.python_version()}, {arguments.runs} runs, medians")
    console.print(table)


if __name__ == "__main__":
    main()
