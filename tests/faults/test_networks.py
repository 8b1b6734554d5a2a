"""Networks that cut, delay, stall and reset: what arrives is the same, and who is gone leaves nothing behind."""

import ctypes
import socket
import struct
import sys
import time
from collections.abc import Iterator

import psutil
import pytest
from websockets.exceptions import ConnectionClosedError

from fault_proxy import FaultProxy
from faults.faulty_server import FaultyServer
from plosive_server import Client, PlosiveServer, audio_of, client_frame, metric, until
from raw_client import RawClient

TEXT = "One is said here, and two is said there. Three is said last."
LONG = TEXT * 200
SO_ATTACH_FILTER = 26


@pytest.fixture(scope="module")
def impatient() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, send_deadline_s=1) as running:
        yield running


def spoken(client: Client, text: str = TEXT) -> bytes:
    client.handshake()
    client.send(text=text)
    client.send(text="")
    audio = audio_of(client.until_close())
    assert client.socket.close_code == 1000
    return audio


@pytest.fixture(scope="module")
def expected(impatient: PlosiveServer) -> bytes:
    with impatient.client(audio_format="mp3") as client:
        return spoken(client)


def is_idle(server: PlosiveServer) -> bool:
    return (
        metric(server, "plosive_sessions")
        == metric(server, "plosive_jobs")
        == metric(server, "plosive_held_bytes")
        == 0
    )


@pytest.mark.parametrize(("bytes_at_once", "delay_s"), [(1, 0.0), (7, 0.0), (1000, 0.15)])
def test_what_arrives_is_the_same(
    impatient: PlosiveServer, expected: bytes, bytes_at_once: int, delay_s: float
) -> None:
    with (
        FaultProxy(impatient, bytes_at_once=bytes_at_once, delay_s=delay_s) as proxy,
        proxy.client(audio_format="mp3") as client,
    ):
        assert spoken(client) == expected


def test_the_first_audio_comes_a_round_trip_later(impatient: PlosiveServer) -> None:
    with FaultProxy(impatient, delay_s=0.15) as proxy, proxy.client(audio_format="linear16") as client:
        client.handshake()
        time.sleep(0.2)
        client.send(text=TEXT, flush=True)
        begun = time.monotonic()
        assert client.frame()["audio"]
        assert 0.3 <= time.monotonic() - begun < 2


def test_a_short_stall_costs_nothing(server: PlosiveServer) -> None:
    text = TEXT * 10
    with server.client(audio_format="linear16") as client:
        whole = spoken(client, text)
    with FaultProxy(server) as proxy, proxy.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        first = client.frame()
        proxy.stall()
        time.sleep(0.7)
        proxy.go_on()
        assert audio_of([first, *client.until_close()]) == whole
        assert client.socket.close_code == 1000


def test_a_long_stall_ends_the_session(impatient: PlosiveServer) -> None:
    with FaultProxy(impatient) as proxy, proxy.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text=LONG, flush=True)
        client.frame()
        proxy.stall()
        until(lambda: "client stopped reading" in impatient.log, 8)
        until(lambda: is_idle(impatient), 5)


def test_a_reset_ends_the_work_at_once(impatient: PlosiveServer) -> None:
    with FaultProxy(impatient) as proxy, proxy.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text=LONG, flush=True)
        client.frame()
        proxy.reset()
        with pytest.raises(ConnectionClosedError):
            while True:
                client.frame()
        until(lambda: is_idle(impatient), 3)
    assert "Traceback" not in impatient.log
    assert " error " not in impatient.log


def test_an_interruption_and_the_end_of_the_connection_in_one_packet(impatient: PlosiveServer) -> None:
    with RawClient(impatient) as client:
        client.upgrade("?audio_format=linear16").send(client_frame(text=LONG, flush=True))
        client.frame()
        client.send(client_frame(text=LONG, force=True, flush=True))
    until(lambda: is_idle(impatient), 3)
    assert "Traceback" not in impatient.log


def test_pings_keep_an_idle_session_through_a_proxy() -> None:
    with (
        FaultyServer("FAST_PINGS", workers=1) as server,
        FaultProxy(server, idle_s=0.8) as proxy,
        RawClient(server) as without_pongs,
    ):
        without_pongs.upgrade("?audio_format=linear16")
        with proxy.client(audio_format="linear16") as client:
            client.handshake()
            time.sleep(2.5)
            client.send(text=TEXT, flush=True)
            assert audio_of(client.until_final())
        # Nobody answered the pings on this connection, but its host took them.
        without_pongs.send(client_frame(text=TEXT, flush=True))
        pings = 0
        while (opcode := without_pongs.frame()[0]) != 1:
            assert opcode == 9
            pings += 1
        assert pings > 3


def vanish(client: RawClient) -> None:
    """From now on the client's host drops all packets for it, as one does that has lost its power or its network."""
    drop_all = ctypes.create_string_buffer(struct.pack("@HBBI", 0x06, 0, 0, 0))  # BPF_RET 0, see socket(7), bpf(4)
    program = struct.pack("@HP", 1, ctypes.addressof(drop_all))
    client.socket.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, program)


@pytest.mark.skipif(sys.platform != "linux", reason="filters of sockets are Linux'")
@pytest.mark.parametrize("text", ["", LONG])
def test_a_host_that_vanishes(text: str) -> None:
    """It is missed by its pings, or earlier by the audio that nobody takes."""
    with FaultyServer("FAST_PINGS", workers=1, send_deadline_s=1) as server, RawClient(server) as client:
        client.upgrade("?audio_format=linear16")
        if text:
            client.send(client_frame(text=text, flush=True))
            client.frame()
        vanish(client)
        until(lambda: is_idle(server), 10)
        until(lambda: not psutil.Process(server.process.pid).net_connections("tcp")[1:], 10)


def test_a_proxy_that_hears_nothing_closes(impatient: PlosiveServer) -> None:
    with FaultProxy(impatient, idle_s=0.3) as proxy, proxy.client() as client:
        client.handshake()
        with pytest.raises(ConnectionClosedError):
            client.frame(3)
    until(lambda: is_idle(impatient), 3)
