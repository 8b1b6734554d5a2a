"""A log that blocks or fails costs log lines and nothing else."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from plosive_server import PlosiveServer, audio_of, metric


class BadlyLogged(PlosiveServer):
    """A server whose standard error is this file."""

    def __init__(self, error: int) -> None:
        super().__init__(log_level="debug", workers=1)
        self._error = error

    def __enter__(self) -> PlosiveServer:
        self.process = subprocess.Popen(
            self._command, env=self._environment, stdout=subprocess.PIPE, stderr=self._error, text=True
        )
        assert self.process.stdout
        self._drains = []
        while not (found := re.search(r"ws://\S+:(\d+)/(?s:.*)\nVoice .+\n", self.output)):
            line = self.process.stdout.readline()
            assert line
            self.output += line
        self.port = int(found[1])
        return self


@contextmanager
def bad_file(kind: str) -> Iterator[int]:
    if kind == "full disk":
        file = os.open("/dev/full", os.O_WRONLY)
        yield file
        os.close(file)
        return
    read, write = os.pipe()
    if kind == "closed pipe":
        os.close(read)
    yield write
    os.close(write)
    if kind == "full pipe":
        os.close(read)


@pytest.mark.parametrize("kind", ["full pipe", "closed pipe", "full disk"])
def test_a_log_that_takes_nothing_stops_nothing(kind: str) -> None:
    with bad_file(kind) as file, BadlyLogged(file) as server:
        with httpx.Client() as client:
            for _ in range(500):  # 100 kB of log: more than a pipe holds
                assert client.get(server.http + "/healthz", timeout=5).status_code == 200
        with server.client(audio_format="linear16") as client:
            client.handshake()
            client.send(text="Hello there.")
            client.send(text="")
            assert audio_of(client.until_close())
            assert client.socket.close_code == 1000
        if kind != "full pipe":
            assert metric(server, "plosive_log_lines_dropped_total") > 500
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(10) == 0
