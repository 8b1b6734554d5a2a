"""Measures whether speech over HTTP begins as early as on the socket, and ends when its client leaves.

It starts a server of its own without a cache. Each run sends a text of 30 sentences both ways, in turns, and measures the
time from sending to the first audio on an open connection. Then clients leave while an hour of speech is made for them. The
time until the server has no work is measured, and after that it must make no further audio.
"""

import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.table import Table
from websockets.sync.client import ClientConnection, connect

_PATH = "/v2/text-to-speech/speech"
_KEY = {"Authorization": "Bearer any"}


@contextmanager
def server() -> Iterator[int]:
    """Start a server on a free port with one worker and no cache."""
    command = [sys.executable, "-m", "plosive", "serve", "--port", "0"]
    environment = {**os.environ, "PLOSIVE_CACHE_MEMORY_MB": "0", "PLOSIVE_WORKERS": "1"}
    environment["PLOSIVE_DEFAULT_VOICE"] = "Plosive.Espeak.en-us"  # the engine whose metrics are read
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    try:
        lines = [process.stdout.readline() for _ in range(2)] if process.stdout else []  # the page, the socket
        found = re.search(r"ws://\S+:(\d+)/", "".join(lines))
        if not found:
            raise SystemExit(f"the server did not start: {''.join(lines)}")
        yield int(found[1])
    finally:
        process.terminate()
        process.wait(30)


def rest_first_ms(connection: http.client.HTTPConnection, text: str) -> float:
    """Return the milliseconds to the first byte of audio. Reads the rest too."""
    body = json.dumps({"text": text, "voice_settings": {"response_format": "linear16"}})
    start = time.perf_counter()
    connection.request("POST", _PATH, body, {**_KEY, "Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read1(1)
    taken = time.perf_counter() - start
    answer.read()
    return taken * 1000


def socket_first_ms(socket: ClientConnection, text: str) -> float:
    """Return the milliseconds to the first audio frame. Reads up to the `final`."""
    start = time.perf_counter()
    socket.send(json.dumps({"text": text}))
    taken = None
    while True:
        received = json.loads(socket.recv())
        if taken is None and received.get("audio"):
            taken = time.perf_counter() - start
        if received.get("isFinal"):
            return (taken or float("nan")) * 1000


def leave_ms(port: int) -> float:
    """Return the milliseconds from closing a connection, in the middle of a long answer, until the server has no work."""
    text = " ".join(f"This is sentence number {number} of a very long story." for number in range(1500))
    connection = http.client.HTTPConnection("127.0.0.1", port)
    body = json.dumps({"text": text, "voice_settings": {"response_format": "mulaw"}})
    connection.request("POST", _PATH, body, {**_KEY, "Content-Type": "application/json"})
    answer = connection.getresponse()
    with httpx.Client() as asking:
        for _ in range(20):
            answer.read1(1 << 14)
        if _metric(asking, port, "plosive_narrations") != 1:
            raise SystemExit("the server was through already")
        left = time.perf_counter()
        connection.close()
        answer.close()
        while _metric(asking, port, "plosive_narrations"):
            pass
        taken = time.perf_counter() - left
        made = _metric(asking, port, "plosive_audio_seconds_total")
        time.sleep(0.2)
        if _metric(asking, port, "plosive_audio_seconds_total") != made:
            raise SystemExit("the server still speaks to nobody")
    return taken * 1000


def _metric(asking: httpx.Client, port: int, name: str) -> float:
    page = asking.get(f"http://127.0.0.1:{port}/metrics").text
    samples = [line.rsplit(" ", 1) for line in page.splitlines()]
    return sum(float(value) for sample, value in samples if sample.partition("{")[0] == name)


def rest(runs: Annotated[int, typer.Option(min=1, help="Repetitions of each measurement.")] = 50) -> None:
    """Measure whether speech over HTTP begins as early as on the socket, and ends when its client leaves."""
    text = " ".join(f"This is sentence number {number}, and it says a little about nothing." for number in range(30))
    pairs = []
    with server() as port:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        url = f"ws://127.0.0.1:{port}{_PATH}?audio_format=linear16"
        with connect(url, additional_headers=_KEY, compression=None, max_size=None) as socket:
            socket.send('{"text": " "}')
            for _ in range(3):
                rest_first_ms(connection, text), socket_first_ms(socket, text)
            for run in range(runs):
                if run % 2:
                    pairs.append((rest_first_ms(connection, text), socket_first_ms(socket, text)))
                else:
                    on_socket = socket_first_ms(socket, text)
                    pairs.append((rest_first_ms(connection, text), on_socket))
        connection.close()
        left = sorted(leave_ms(port) for _ in range(20))
    ratios = sorted(on_rest / on_socket for on_rest, on_socket in pairs)
    table = Table("", "p10", "median", "p90", box=None, header_style="bold")
    for name, values in (
        ("REST, first byte, ms", sorted(pair[0] for pair in pairs)),
        ("socket, first audio, ms", sorted(pair[1] for pair in pairs)),
        ("ratio of each pair", ratios),
        ("client left to work over, ms", left),
    ):
        table.add_row(
            name,
            f"{values[len(values) // 10]:.2f}",
            f"{statistics.median(values):.2f}",
            f"{values[int(0.9 * len(values))]:.2f}",
        )
    Console(highlight=False).print(table)
