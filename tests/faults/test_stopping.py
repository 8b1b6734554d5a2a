"""A server that is told to stop: not ready at once, accepted text spoken, idle clients closed one after the other, on time."""

import datetime as dt
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from faults.faulty_server import FaultyServer
from plosive_server import HEADERS, Client, PlosiveServer, audio_of, client_frame, texts_of, until
from raw_client import RawClient

PAUSED_S = 0.25
"""Time between two idle sessions that are told to leave."""


def test_not_ready_at_once_and_idle_clients_closed_one_after_the_other() -> None:
    with PlosiveServer(drain_s=8) as server, ExitStack() as stack:
        clients = [stack.enter_context(server.client()) for _ in range(8)]
        for client in clients:
            client.handshake()
        closed_at: list[float] = []

        def wait_for_close(client: Client) -> None:
            client.until_close()
            assert client.socket.close_code == 1012
            assert str(client.socket.close_reason).startswith("going_away")
            closed_at.append(time.monotonic())

        threads = [threading.Thread(target=wait_for_close, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        server.process.send_signal(signal.SIGTERM)
        until(lambda: httpx.get(server.http + "/readyz").status_code == 503, 1)
        with pytest.raises(InvalidStatus) as refused, connect(server.url(), additional_headers=HEADERS):
            pass
        assert refused.value.response.status_code == 503
        assert int(refused.value.response.headers["Retry-After"]) > 0
        for thread in threads:
            thread.join(10)
        assert len(closed_at) == 8
        assert 0.9 * 7 * PAUSED_S < max(closed_at) - min(closed_at) < 4.5
        assert server.process.wait(5) == 0


def test_the_workers_end_if_the_drain_fails() -> None:
    with FaultyServer("BROKEN_DRAIN") as server, server.client() as client:
        client.handshake()
        workers = server.workers()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(5) == 0
        assert not psutil.wait_procs(workers, 5)[1]
        assert "the drain has failed" in server.log


@pytest.mark.parametrize("after_s", [0.3, 0.8, 1.5])
def test_stopped_while_it_starts(after_s: float, tmp_path: Path) -> None:
    environment = os.environ | {"PLOSIVE_DATA_DIR": str(tmp_path), "PLOSIVE_WORKERS": "2"}
    with subprocess.Popen([sys.executable, "-m", "plosive", "serve", "--port", "0"], env=environment) as process:
        time.sleep(after_s)
        workers = psutil.Process(process.pid).children()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) in {0, -signal.SIGTERM}
    assert not psutil.wait_procs(workers, 5)[1]


def test_the_deadline_holds_with_a_hung_engine_and_a_stopped_reader() -> None:
    with (
        PlosiveServer(drain_s=2) as server,
        RawClient(server) as stopped,
        server.client(audio_format="linear16") as waiting,
    ):
        stopped.upgrade("?audio_format=wav&sample_rate=96000").send(client_frame(text="This goes on and on. " * 1000))
        waiting.handshake()
        time.sleep(0.5)  # its buffers fill
        for worker in server.workers():
            os.kill(worker.pid, signal.SIGSTOP)
        waiting.send(text="This is never spoken.", flush=True)
        server.process.send_signal(signal.SIGTERM)
        frames = waiting.until_close()
        assert "going away" in frames[-1]["error"]
        assert waiting.socket.close_code == 1012
        assert server.process.wait(10) == 0
    times = [
        dt.datetime.fromisoformat(line[:26]) for line in server.log.splitlines() if re.search("drain|closed", line)
    ]
    assert len(times) == 3
    assert times[-1] - times[0] < dt.timedelta(seconds=2.3)


def test_hangups_and_broken_pipes_stop_nothing() -> None:
    with PlosiveServer() as server, server.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text="One is here. Two is here. Three is here.")
        for _ in range(10):
            for number in (signal.SIGHUP, signal.SIGPIPE, signal.SIGCHLD):
                server.process.send_signal(number)
            time.sleep(0.01)
        client.send(text="")
        assert texts_of(client.until_close()) == ["One is here.", "Two is here.", "Three is here."]
        assert client.socket.close_code == 1000
        assert server.process.poll() is None


class Talker:
    """Talks to whichever server takes it, as clients do that connect again. Notes what was lost."""

    def __init__(self, servers: list[PlosiveServer], stop: threading.Event) -> None:
        self.servers = servers
        self.stopped_at: dict[int, float] = {}  # by port: when its server was told to stop
        self.spoken = 0
        self.lost: list[str] = []
        self._stop = stop

    def talk(self, name: str) -> None:
        number = 0
        while not self._stop.is_set():
            for server in list(self.servers):
                try:
                    with connect(
                        server.url(audio_format="linear16"), additional_headers=HEADERS, compression=None
                    ) as socket:
                        client = Client(socket)
                        client.handshake()
                        number = self._hold(client, server.port, name, number)
                except (InvalidStatus, ConnectionRefusedError, ConnectionResetError, EOFError, ConnectionClosed):
                    time.sleep(0.05)  # this one is stopping: try the next

    def _hold(self, client: Client, port: int, name: str, number: int) -> int:
        """Say sentences until the server leaves. Returns the number of the next sentence."""
        while not self._stop.is_set():
            number += 1
            text = f"{name} says sentence {number}."
            try:
                client.send(text=text, flush=True)
            except ConnectionClosed:
                return number
            sent_at = time.monotonic()
            frames: list[dict[str, Any]] = []
            try:
                while not (frames and frames[-1].get("isFinal")):
                    frames.append(client.frame())
            except ConnectionClosed:
                pass
            if texts_of(frames) == [text] and audio_of(frames):
                self.spoken += 1
            elif not (client.socket.close_code == 1012 and sent_at > self.stopped_at.get(port, 1e12) - 0.05):
                self.lost.append(f"{text} {client.socket.close_code} {frames[-1:]}")
            if client.socket.close_code is not None:
                return number
        return number


@pytest.mark.slow
def test_a_rolling_restart_of_two_servers_loses_no_accepted_text() -> None:
    stop = threading.Event()
    with ExitStack() as stack:
        servers = [stack.enter_context(PlosiveServer(drain_s=5)) for _ in range(2)]
        talker = Talker(servers, stop)
        threads = [
            threading.Thread(target=talker.talk, args=(name,)) for name in ("Ann", "Bob", "Cid", "Dee", "Eve", "Fay")
        ]
        for thread in threads:
            thread.start()
        time.sleep(1)
        for place in range(2):
            old = servers[place]
            talker.stopped_at[old.port] = time.monotonic()
            old.process.send_signal(signal.SIGTERM)
            assert old.process.wait(8) == 0
            servers[place] = stack.enter_context(PlosiveServer(drain_s=5))
            time.sleep(0.5)
        stop.set()
        for thread in threads:
            thread.join(15)
        assert talker.lost == []
        assert talker.spoken > 20
