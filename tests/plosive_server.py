"""A real `plosive serve` process on a free loopback port, and the frames a plain client exchanges with it."""

import base64
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import httpx
import psutil
from prometheus_client.parser import text_string_to_metric_families
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

PATH = "/v2/text-to-speech/speech"
HEADERS = {"Authorization": "Bearer test"}


class PlosiveServer:
    """Context manager: starts the server, waits until it is ready, ends it by pid."""

    def __init__(self, *arguments: str, **settings: object) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="plosive-")
        settings.setdefault("data_dir", self._folder.name)
        # Few tests are about the voice: espeak-ng makes speech ten times as fast as the default one.
        settings.setdefault("default_voice", "Plosive.Espeak.en-us")
        self._command = [sys.executable, "-m", "plosive", "serve", "--port", "0", *arguments]
        given = {f"PLOSIVE_{name.upper()}": str(value) for name, value in settings.items()}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PLOSIVE_")}
        self._environment = {**kept, "PYTHONUNBUFFERED": "1", **given}
        self.output = ""
        self.log = ""

    def __enter__(self) -> "PlosiveServer":
        self.process = subprocess.Popen(
            self._command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._drains = [
            threading.Thread(target=self._keep, args=(self.process.stdout, "output"), daemon=True),
            threading.Thread(target=self._keep, args=(self.process.stderr, "log"), daemon=True),
        ]
        for drain in self._drains:
            drain.start()
        until(lambda: re.search(r"^Voice .+\n", self.output, re.M) or self.process.poll() is not None, 30)
        found = re.search(r"wss?://\S+:(\d+)/", self.output)
        if not found:
            self._stop()
            raise AssertionError(f"the server did not start: {self.output}{self.log}")
        self.port = int(found[1])
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for drain in self._drains:
            drain.join(5)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()
        self._folder.cleanup()

    def _keep(self, pipe: Any, name: str) -> None:
        for line in pipe:
            setattr(self, name, getattr(self, name) + line)

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, **query: object) -> str:
        return f"ws://127.0.0.1:{self.port}{PATH}" + (f"?{urlencode(query)}" if query else "")

    def workers(self) -> list[psutil.Process]:
        workers = []
        for child in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.NoSuchProcess):  # it has just died
                if "plosive.workers.child" in " ".join(child.cmdline()):
                    workers.append(child)
        return workers

    @contextlib.contextmanager
    def client(self, **query: object) -> Iterator["Client"]:
        """A connected client that has not sent its handshake."""
        with connect(self.url(**query), additional_headers=HEADERS, compression=None) as socket:
            yield Client(socket)


class Client:
    """A plain client: sends dicts, reads frames."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def send(self, **frame: object) -> None:
        self.socket.send(json.dumps(frame))

    def handshake(self, **voice_settings: object) -> None:
        self.send(text=" ", **({"voice_settings": voice_settings} if voice_settings else {}))

    def frame(self, timeout_s: float = 10) -> dict[str, Any]:
        frame: dict[str, Any] = json.loads(self.socket.recv(timeout_s))
        return frame

    def until_final(self) -> list[dict[str, Any]]:
        """Frames up to and with the first `final`."""
        frames = []
        while True:
            frames.append(self.frame())
            assert frames[-1]["type"] != "error", frames[-1]
            if frames[-1]["isFinal"]:
                return frames

    def until_close(self) -> list[dict[str, Any]]:
        """Every frame up to the close; `socket.close_code` and `close_reason` tell how it closed."""
        frames = []
        with contextlib.suppress(ConnectionClosed):
            while True:
                frames.append(self.frame())
        return frames


def audio_of(frames: list[dict[str, Any]]) -> bytes:
    return b"".join(base64.b64decode(f["audio"], validate=True) for f in frames if f.get("audio"))


def texts_of(frames: list[dict[str, Any]]) -> list[str]:
    return [f["text"] for f in frames if f["type"] == "audio_chunk" and f["text"] is not None]


def metric(server: PlosiveServer, name: str, **labels: str) -> float:
    """The value of a metric, summed over the labels that are not given."""
    families = text_string_to_metric_families(httpx.get(server.http + "/metrics").text)
    samples = [sample for family in families for sample in family.samples if sample.name == name]
    return sum(sample.value for sample in samples if labels.items() <= sample.labels.items())


def upgrade_request(query: str = "") -> bytes:
    """The bytes of an upgrade, for clients that misbehave below the level of a WebSocket library."""
    return (
        f"GET {PATH}{query} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer any\r\n\r\n"
    ).encode()


def client_frame(**frame: object) -> bytes:
    """The bytes of a text frame, masked with zeros."""
    payload = json.dumps(frame).encode()
    length = bytes([128 | len(payload)]) if len(payload) < 126 else bytes([128 | 126]) + len(payload).to_bytes(2, "big")
    return b"\x81" + length + bytes(4) + payload


def until(condition: Callable[[], object], timeout_s: float = 10) -> None:
    """Wait for a condition; fails the test when it does not come."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.005)
