"""Readers that stop, with the settings as they are: the deadline is 20 s, and 5 s more are allowed."""

import json
import socket
import time
from contextlib import ExitStack

import psutil
import pytest

from plosive_server import PATH, PlosiveServer, client_frame, until, upgrade_request

TEXT = "This goes on and on. " * 2000


def stopped(server: PlosiveServer, request: bytes) -> socket.socket:
    """A client that sends this and reads nothing."""
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.connect(("127.0.0.1", server.port))
    raw.sendall(request)
    return raw


@pytest.mark.slow
def test_gone_at_the_default_deadline() -> None:
    body = json.dumps({"text": TEXT, "voice_settings": {"response_format": "wav", "sampling_rate": 96000}})
    post = f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    upgrade = upgrade_request("?audio_format=wav&sample_rate=96000") + client_frame(text=" ") + client_frame(text=TEXT)
    with PlosiveServer() as server, ExitStack() as stack:
        begun = time.monotonic()
        clients = [stack.enter_context(stopped(server, upgrade)) for _ in range(5)]
        clients.append(stack.enter_context(stopped(server, (post + body).encode())))
        ports = {client.getsockname()[1] for client in clients}
        process = psutil.Process(server.process.pid)

        def left() -> int:
            return sum(bool(c.raddr) and c.raddr.port in ports for c in process.net_connections("tcp"))

        until(lambda: left() == 6)
        while time.monotonic() - begun < 18:
            assert left() == 6
            time.sleep(1)
        while left():
            assert time.monotonic() - begun < 25 + 3  # they filled their buffers before they stopped
            time.sleep(0.2)
