"""Clients that break the rules of HTTP and WebSockets, or flood the server: answered, bounded, and nobody else's problem."""

import contextlib
import socket
import threading
import time

import httpx
import pytest

from plosive_server import PATH, PlosiveServer, client_frame, upgrade_request
from raw_client import RawClient

REQUEST = upgrade_request()


@pytest.mark.parametrize(
    ("request_bytes", "status", "words"),
    [
        (REQUEST.replace(b"Version: 13", b"Version: 8"), 426, "Sec-WebSocket-Version: 13"),
        (REQUEST.replace(b"Sec-WebSocket-Version: 13\r\n", b""), 426, "Sec-WebSocket-Version: 13"),
        (REQUEST.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"c2hvcnQ="), 400, "Sec-WebSocket-Key"),
        (REQUEST.replace(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", b""), 400, "Sec-WebSocket-Key"),
        (REQUEST.replace(b"\r\n\r\n", b"\r\nSec-WebSocket-Extensions: ;;=\r\n\r\n"), 400, "Sec-WebSocket-Extensions"),
        (REQUEST.replace(b"HTTP/1.1", b"HTTP/1.0"), 400, "HTTP/1.1"),
        (REQUEST.replace(b"\r\n\r\n", b"\r\n" + b"X-A: b\r\n" * 200 + b"\r\n"), 431, "headers"),
        (REQUEST.replace(b"\r\n\r\n", b"\r\nX-A: " + b"b" * 9000 + b"\r\n\r\n"), 431, "8192 bytes"),
        (upgrade_request("?x=" + "y" * 9000), 414, "8192 bytes"),
    ],
)
def test_a_malformed_upgrade_is_refused_in_json(
    server: PlosiveServer, request_bytes: bytes, status: int, words: str
) -> None:
    with RawClient(server) as client:
        answered, headers, body = client.send(request_bytes).answer()
    assert answered == status
    assert headers["content-type"] == "application/json"
    assert headers["sec-websocket-version"] == "13"
    [error] = body["errors"]
    assert words in error["detail"]


def test_what_is_no_http_is_refused_in_json(server: PlosiveServer) -> None:
    with RawClient(server) as client:
        status, _, body = client.send(b"\x16\x03\x01\x02\x00 hello\r\n\r\n").answer()
    assert status == 400
    assert body["errors"][0]["title"] == "Bad Request"


def text_frame(payload: bytes, first: int = 0x81) -> bytes:
    return bytes((first, 128 | 127)) + len(payload).to_bytes(8) + bytes(4) + payload


@pytest.mark.parametrize(
    ("frame", "code", "token", "words"),
    [
        (b"\x81\x02hi", 1002, "protocol_error", "RFC 6455"),
        (b"\x83\x80\0\0\0\0", 1002, "protocol_error", "RFC 6455"),
        (b"\xc1\x80\0\0\0\0", 1002, "protocol_error", "RFC 6455"),
        (text_frame(b"\xff\xfe"), 1007, "invalid_utf8", "UTF-8"),
        (text_frame(b"\xff\xfe") + b"\x88\x82\0\0\0\0\x03\xe8", 1007, "invalid_utf8", "UTF-8"),  # and a close behind it
        (text_frame(b"a" * (3 << 20)), 1009, "too_large", "at most 1048576 bytes"),
        (text_frame(b"", 0x81)[:2] + (1 << 62).to_bytes(8) + bytes(4), 1009, "too_large", "at most 1048576 bytes"),
        (text_frame(b"a" * (1 << 20) + b"b"), 1009, "too_large", "at most 1048576 bytes"),
        (text_frame(b"{}", 0x82), 1003, "binary_frame", "JSON"),
    ],
)
def test_a_broken_frame_has_an_error_frame_before_the_close(
    server: PlosiveServer, frame: bytes, code: int, token: str, words: str
) -> None:
    with RawClient(server) as client:
        frames, closed, reason = client.upgrade().send(frame).until_close()
    assert closed == code
    assert reason.startswith(token)
    assert frames[-1]["type"] == "error"
    assert words in frames[-1]["error"]


@pytest.mark.parametrize(
    "frame",
    [
        client_frame(x=1),
        client_frame(text=" "),
        client_frame(flush=True),
        client_frame(force=True),
        b"\x89\x80\0\0\0\0",
    ],
)
def test_a_flood_of_small_frames_is_nobody_elses_problem(server: PlosiveServer, frame: bytes) -> None:
    with RawClient(server) as client, httpx.Client() as other:
        client.upgrade()
        stop = threading.Event()

        def flood() -> None:
            with contextlib.suppress(OSError):
                while not stop.is_set():
                    client.send(frame * 5000)

        def drain() -> None:
            with contextlib.suppress(OSError):
                while not stop.is_set() and client.socket.recv(1 << 16):
                    pass

        def answer_s() -> float:
            begun = time.monotonic()
            assert other.get(server.http + "/healthz", timeout=20).status_code == 200
            return time.monotonic() - begun

        quiet = sorted(answer_s() for _ in range(20))[15]
        threads = [threading.Thread(target=work, daemon=True) for work in (flood, drain)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        flooded = sorted(answer_s() for _ in range(20))[15]
        with server.client(audio_format="linear16") as neighbour:
            neighbour.handshake()
            neighbour.send(text="Hello there.", flush=True)
            assert neighbour.frame()["audio"]
        stop.set()
        client.socket.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(5)
        assert flooded < 10 * quiet + 0.1, (quiet, flooded)


def test_a_burst_of_small_frames_is_served_whole(server: PlosiveServer) -> None:
    words = [f"word{number} " for number in range(300)]
    with server.client(audio_format="linear16") as client:
        client.handshake()
        client.socket.socket.sendall(b"".join(client_frame(text=word) for word in words) + client_frame(text=""))
        frames = client.until_close()
    text = " ".join(frame["text"] for frame in frames if frame["text"])
    assert text.split() == "".join(words).split()


def test_more_than_two_thousand_frames_a_second_are_taken_later(server: PlosiveServer) -> None:
    with server.client(audio_format="linear16") as client:
        client.handshake()
        begun = time.monotonic()
        client.socket.socket.sendall(client_frame() * 3000 + client_frame(text=""))
        assert [frame["type"] for frame in client.until_close()] == ["final"]
        assert 0.4 < time.monotonic() - begun < 5


def test_a_refused_client_is_not_read_for_ever(server: PlosiveServer) -> None:
    with RawClient(server, timeout_s=1) as client:
        client.upgrade("?audio_format=wav&sample_rate=96000")
        client.send(client_frame(text="This goes on and on. " * 1000) + text_frame(b"a" * (1 << 20) + b"b"))
        sent = 0
        with pytest.raises((TimeoutError, ConnectionError)):
            while sent < 1 << 28:
                client.send(text_frame(bytes(1 << 16)))
                sent += 1 << 16
        assert sent < 1 << 26


@pytest.mark.slow
def test_heads_and_bodies_that_never_end_are_closed(server: PlosiveServer) -> None:
    whole = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    beginnings = {
        "a second head": whole + b"GET /healthz HTTP/1.1\r\nHost:",
        "a second head, pipelined": whole * 3 + b"GET",
        "the body of a refused request": b"POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nabc",
        "a body": f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Content-Length: 1000\r\n\r\n{".encode(),
    }
    clients = {name: RawClient(server).send(data) for name, data in beginnings.items()}
    trickle_until = time.monotonic() + 9
    while time.monotonic() < trickle_until:
        for client in clients.values():
            client.send(b"a")
        time.sleep(0.5)
    try:
        assert {name: client.is_closed_within(15) for name, client in clients.items()} == dict.fromkeys(clients, True)
    finally:
        for client in clients.values():
            client.socket.close()
