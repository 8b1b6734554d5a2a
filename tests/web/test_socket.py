"""The socket end to end with a plain client: closing, errors, a crash, a stopped reader, a stopping server."""

import contextlib
import signal
import socket
import time
from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import psutil
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from plosive_server import HEADERS, PATH, PlosiveServer, audio_of, client_frame, texts_of, until, upgrade_request

POISON = "\u0a27\u0320"
"""Two characters of plain text that abort the Vietnamese voice of espeak-ng 1.52, every time."""


def seconds(frames: list[dict[str, Any]], rate_hz: int = 24000) -> float:
    return len(audio_of(frames)) / 2 / rate_hz


def test_chunks_start_small_and_grow(server: PlosiveServer) -> None:
    with server.client(audio_format="linear16") as client:
        client.handshake()
        client.send(
            text="This is one sentence that goes on for quite a while, so that its chunks can grow.", flush=True
        )
        frames = client.until_final()
    sizes = [len(audio_of([frame])) / 48 for frame in frames if frame.get("audio")]
    assert sizes[0] <= 21
    assert max(sizes) <= 251
    assert sum(sizes[:3]) / 3 < 70 < 150 < sum(sizes[6:]) / len(sizes[6:])
    assert "timeToFirstAudioFrameMs" in frames[0]
    assert sum("timeToFirstAudioFrameMs" in frame for frame in frames) == 1


def test_voice_speed_and_volume(server: PlosiveServer) -> None:
    def say(**voice_settings: float) -> list[dict[str, Any]]:
        with server.client(audio_format="linear16") as client:
            client.handshake(**voice_settings)
            client.send(text="The quick brown fox jumps over the lazy dog.")
            client.send(text="")
            return client.until_close()

    normal = say()
    assert 0.45 < seconds(say(voice_speed=2.0)) / seconds(normal) < 0.65
    loud, quiet = (np.abs(np.frombuffer(audio_of(f), "<i2").astype(int)).mean() for f in (normal, say(volume=0.5)))
    assert 0.3 < quiet / loud < 0.7


def test_format_and_rate_from_the_handshake_and_the_query_wins(server: PlosiveServer) -> None:
    with server.client() as client:
        client.handshake(response_format="wav", sampling_rate=16000)
        client.send(text="Hello there.", flush=True)
        assert audio_of(client.until_final())[:4] == b"RIFF"
    with server.client(audio_format="flac") as client:
        client.handshake(response_format="wav")
        client.send(text="Hello there.", flush=True)
        assert audio_of(client.until_final())[:4] == b"fLaC"


def test_a_bad_format_in_the_handshake(server: PlosiveServer) -> None:
    with server.client() as client:
        client.handshake(sampling_rate=12345)
        frames = client.until_close()
        assert "expected one of 8000" in frames[-1]["error"]
        assert client.socket.close_code == 1008


@pytest.mark.parametrize(
    ("messages", "code", "words"),
    [
        ([b'{"text":" "}'], 1003, "Binary frame"),
        (['{"text":" "}', "{"], 1008, "Invalid message"),
        (['{"text":"Hello."}'], 1008, "before the handshake"),
        (['{"text":" "}', '{"text":"' + "a" * (1 << 20) + '"}'], 1009, "too large"),
    ],
)
def test_input_errors_close_with_an_error_frame(
    server: PlosiveServer, messages: list[str | bytes], code: int, words: str
) -> None:
    with server.client() as client:
        for message in messages:
            client.socket.send(message)
        frames = client.until_close()
        assert frames[-1]["type"] == "error"
        assert words in frames[-1]["error"]
        assert client.socket.close_code == code
        assert client.socket.close_reason


def test_far_too_large_frames_are_cut_off_by_the_protocol(server: PlosiveServer) -> None:
    with server.client() as client:
        client.handshake()
        with contextlib.suppress(ConnectionClosed):  # the server may close before all of it is written
            client.socket.send("a" * (3 << 20))
        client.until_close()
        assert client.socket.close_code == 1009


def test_inactivity(server: PlosiveServer) -> None:
    with server.client(inactivity_timeout=1, audio_format="linear16") as client:
        client.handshake()
        client.send(text="Hello, my name")
        frames = client.until_close()
        assert texts_of(frames) == ["Hello, my name"]
        assert frames[-1]["type"] == "final"
        assert client.socket.close_code == 1000


def test_a_book_in_one_frame_starts_at_once_and_can_be_interrupted(server: PlosiveServer) -> None:
    with server.client(audio_format="mulaw") as client:
        client.handshake()
        client.send(text="word " * 200_000)
        assert client.frame()["timeToFirstAudioFrameMs"] < 500
        client.send(text="New text.", force=True)
        assert texts_of(client.until_final())[-1] == "New text."


def test_poison_costs_one_error_frame_not_the_server() -> None:
    with PlosiveServer() as server, server.client(audio_format="linear16") as bystander:
        bystander.handshake()
        before = {worker.pid for worker in server.workers()}
        with server.client(voice="Plosive.Espeak.vi") as client:
            client.handshake()
            client.send(text=POISON, flush=True)
            frames = client.until_close()
            assert frames[-1]["error"].startswith("Error in audio response")
            assert client.socket.close_code == 1011
        bystander.send(text="Hello there.")
        assert seconds(bystander.until_final()) > 0.5
        until(lambda: len(server.workers()) == 2)
        assert len(before & {worker.pid for worker in server.workers()}) == 1
        assert httpx.get(server.http + "/readyz").status_code == 200


@contextlib.contextmanager
def stopped_reader(server: PlosiveServer) -> Iterator[socket.socket]:
    """A client that asks for much audio and reads none of it."""
    with socket.socket() as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        raw.connect(("127.0.0.1", server.port))
        raw.sendall(upgrade_request("?audio_format=wav&sample_rate=96000"))
        raw.sendall(client_frame(text=" ") + client_frame(text="This goes on and on. " * 1000))
        until(lambda: "session opened" in server.log)
        yield raw


def test_a_client_that_stops_reading_is_really_gone() -> None:
    with PlosiveServer(send_deadline_s=1) as server, stopped_reader(server) as raw:
        port = raw.getsockname()[1]
        process = psutil.Process(server.process.pid)

        def connected() -> bool:
            return any(c.raddr and c.raddr.port == port for c in process.net_connections("tcp"))

        assert connected()
        until(lambda: "client stopped reading" in server.log, 10)
        until(lambda: not connected(), 5)
        until(lambda: "plosive_sessions 0.0" in httpx.get(server.http + "/metrics").text, 5)


def test_a_slow_reader_is_served_for_as_long_as_it_takes_anything() -> None:
    with PlosiveServer(send_deadline_s=0.5) as server, stopped_reader(server) as raw:
        received = 0
        for _ in range(30):  # three seconds, six deadlines
            received += len(raw.recv(20_000))
            time.sleep(0.1)  # the pace is what is tested
        assert received > 100_000
        assert "client stopped reading" not in server.log
        assert raw.recv(1000)


@pytest.mark.slow
def test_requests_that_come_to_nothing_are_closed(server: PlosiveServer) -> None:
    beginnings = {
        "silence": b"",
        "half a head": b"GET / HTTP/1.1\r\nHost: x\r\nX-A:",
        "too many headers": upgrade_request().replace(b"\r\n\r\n", b"\r\n" + b"X-A: b\r\n" * 200 + b"\r\n"),
        "a header too long": upgrade_request().replace(b"\r\n\r\n", b"\r\nX-A: " + b"b" * 9000 + b"\r\n\r\n"),
        "a line too long": upgrade_request("?x=" + "y" * 9000),
    }
    with contextlib.ExitStack() as stack:
        raws = {
            name: stack.enter_context(socket.create_connection(("127.0.0.1", server.port), 15)) for name in beginnings
        }
        for name, data in beginnings.items():
            raws[name].sendall(data)
        answers = {name: raw.recv(1 << 16)[9:12] for name, raw in raws.items()}
    assert answers == {
        "silence": b"",
        "half a head": b"",
        "too many headers": b"431",
        "a header too long": b"431",
        "a line too long": b"414",
    }


@pytest.mark.parametrize("path", ["/nowhere", PATH + "/"])
def test_a_socket_elsewhere_is_told_where(server: PlosiveServer, path: str) -> None:
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(f"ws://127.0.0.1:{server.port}{path}", additional_headers=HEADERS),
    ):
        pass
    assert refused.value.response.status_code == 404
    assert PATH.encode() in bytes(refused.value.response.body or b"")


@pytest.mark.parametrize("broken", [b"\x81\x02hi", b"\x83\x80\0\0\0\0", b"\x81\x82\0\0\0\0\xff\xfe"])
def test_a_broken_frame_during_audio_is_no_traceback(broken: bytes) -> None:
    with PlosiveServer() as server, stopped_reader(server) as raw:
        raw.sendall(broken)
        until(lambda: "session closed" in server.log)
        assert "Traceback" not in server.log


@pytest.mark.parametrize("delay_s", [0.001, 0.02, 0.2])
def test_the_last_audio_arrives_whatever_the_reader_does(server: PlosiveServer, delay_s: float) -> None:
    text = "This is the sentence that is spoken. " * 20
    with server.client(audio_format="linear16", sample_rate=48000) as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        time.sleep(delay_s)  # a slow reader, not an ordering
        frames = client.until_close()
        assert frames[-1]["type"] == "final"
        assert client.socket.close_code == 1000
        assert len(texts_of(frames)) == 20
        assert seconds(frames, 48000) > 20


def test_a_vanished_client_leaves_nothing_behind(server: PlosiveServer) -> None:
    for _ in range(20):
        with server.client() as client:
            client.handshake()
            client.send(text="This goes on and on. " * 200)
            client.frame()
            client.socket.socket.shutdown(socket.SHUT_RDWR)
    until(lambda: "plosive_sessions 0.0" in httpx.get(server.http + "/metrics").text)


def test_stopping_finishes_what_was_accepted() -> None:
    with PlosiveServer() as server, server.client() as idle, server.client(audio_format="linear16") as busy:
        for client in (idle, busy):
            client.handshake()
        busy.send(text="This is a sentence. And this is a frag")
        server.process.send_signal(signal.SIGTERM)
        frames = busy.until_close()
        assert texts_of(frames) == ["This is a sentence.", "And this is a frag"]
        assert busy.socket.close_code == 1012
        idle.until_close()
        assert idle.socket.close_code == 1012
        assert server.process.wait(10) == 0


def test_stopping_refuses_newcomers_and_drops_a_stopped_reader_at_the_deadline() -> None:
    with PlosiveServer(drain_s=1) as server, stopped_reader(server):
        server.process.send_signal(signal.SIGTERM)
        until(lambda: "draining" in server.log)
        assert httpx.get(server.http + "/readyz").status_code == 503
        with pytest.raises(InvalidStatus, match="503"), connect(server.url(), additional_headers=HEADERS):
            pass
        assert server.process.wait(10) == 0


def test_a_second_signal_stops_at_once() -> None:
    with PlosiveServer(drain_s=60) as server, stopped_reader(server):
        server.process.send_signal(signal.SIGTERM)
        until(lambda: "draining" in server.log)
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(5) == 1


def test_no_worker_outlives_a_killed_server() -> None:
    with PlosiveServer() as server:
        workers = server.workers()
        assert len(workers) == 2
        server.process.kill()
        until(lambda: not any(worker.is_running() and worker.status() != "zombie" for worker in workers), 5)


def test_pings_are_answered_while_a_book_is_spoken(server: PlosiveServer) -> None:
    with server.client() as client:
        client.handshake()
        client.send(text="This goes on and on. " * 2000)
        client.frame()
        pong = client.socket.ping()
        while not pong.is_set():
            client.frame()
        client.send(force=True)
