"""A client below the level of a WebSocket library, which can break every rule."""

import json
import socket
import time
from typing import Any

from plosive_server import PlosiveServer, client_frame, upgrade_request


class RawClient:
    """Context manager: an open connection. `head` is the server's answer to the upgrade, once it was made."""

    def __init__(self, server: PlosiveServer, *, timeout_s: float = 10) -> None:
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout_s)
        self.head = b""
        self.received = b""

    def __enter__(self) -> "RawClient":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, data: bytes) -> "RawClient":
        self.socket.sendall(data)
        return self

    def upgrade(self, query: str = "") -> "RawClient":
        """Open a WebSocket and send its handshake."""
        self.send(upgrade_request(query))
        while b"\r\n\r\n" not in self.received:
            self._more()
        self.head, _, self.received = self.received.partition(b"\r\n\r\n")
        assert self.head.startswith(b"HTTP/1.1 101")
        return self.send(client_frame(text=" "))

    def answer(self) -> tuple[int, dict[str, str], Any]:
        """The status, the headers and the JSON of an HTTP answer, after which the server closes."""
        while data := self.socket.recv(1 << 16):
            self.received += data
        head, _, body = self.received.partition(b"\r\n\r\n")
        line, *lines = head.decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines)
        return int(line.split()[1]), headers, json.loads(body)

    def frame(self) -> tuple[int, bytes]:
        """The opcode and payload of the next frame."""
        while len(self.received) < 2:
            self._more()
        length, start = self.received[1] & 127, 2
        extra = {126: 2, 127: 8}.get(length, 0)
        while len(self.received) < 2 + extra:
            self._more()
        if extra:
            length, start = int.from_bytes(self.received[2 : 2 + extra]), 2 + extra
        while len(self.received) < start + length:
            self._more()
        opcode, payload = self.received[0] & 15, self.received[start : start + length]
        self.received = self.received[start + length :]
        return opcode, payload

    def until_close(self) -> tuple[list[dict[str, Any]], int, str]:
        """The JSON frames up to the close, with its code and reason."""
        frames: list[dict[str, Any]] = []
        while True:
            opcode, payload = self.frame()
            if opcode == 8:
                return frames, int.from_bytes(payload[:2]), payload[2:].decode()
            if opcode == 1:
                frames.append(json.loads(payload))

    def is_closed_within(self, seconds: float) -> bool:
        """Whether the server ends the connection in this time; what it sends meanwhile does not matter."""
        deadline = time.monotonic() + seconds
        while (left_s := deadline - time.monotonic()) > 0:
            self.socket.settimeout(left_s)
            try:
                if not self.socket.recv(1 << 16):
                    return True
            except ConnectionError:
                return True
            except TimeoutError:
                break
        return False

    def _more(self) -> None:
        data = self.socket.recv(1 << 16)
        assert data, "the server closed the connection"
        self.received += data
