"""The memory that clients hold: who may add to it, and what a server does whose memory is full."""

import time
from collections.abc import Iterator

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from plosive.memory import FREE_BYTES, Memory
from plosive_server import HEADERS, PATH, PlosiveServer, metric, until

MEGABYTE = 1_000_000
BARE = {"audio_format": "linear16", "sample_rate": 22050}
"""The audio as espeak-ng makes it: no encoder and no resampler take memory."""


def test_shares_are_counted_until_they_end() -> None:
    memory = Memory(100)
    with memory.share(40) as first:
        with memory.share() as second:
            second.hold(70)
            assert (memory.held_bytes, memory.is_full) == (110, True)
            second.hold(20)
            assert not memory.is_full
        first.hold(90)
        assert memory.held_bytes == 90
    with pytest.raises(ValueError, match="wrong"), memory.share(100):
        raise ValueError("wrong")
    assert memory.held_bytes == 0


def test_a_little_text_has_always_room() -> None:
    memory = Memory(1000)
    with memory.share(1000), memory.share() as other:
        assert other.has_room(FREE_BYTES)
        assert not other.has_room(FREE_BYTES + 1)
        other.hold(FREE_BYTES - 10)
        assert other.has_room(10)
        assert not other.has_room(11)
    with memory.share() as alone:
        assert alone.has_room(1 << 30)


@pytest.fixture(scope="module")
def small() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, session_memory_mb=2, max_lead_s=1) as running:
        yield running


def held(server: PlosiveServer) -> float:
    return metric(server, "plosive_held_bytes")


@pytest.mark.parametrize("word", ["word ", "wörter… "])
def test_a_full_memory_refuses_newcomers_and_long_texts_and_nothing_else(small: PlosiveServer, word: str) -> None:
    """Each letter of the second text takes two bytes."""
    with small.client(**BARE) as holder, small.client(**BARE) as other:
        for client in (holder, other):
            client.handshake()
        while held(small) < 2 * MEGABYTE:
            holder.send(text=word * 30_000)
            client.socket.ping().wait(5)
        with pytest.raises(InvalidStatus) as refused, connect(small.url(), additional_headers=HEADERS):
            pass
        assert refused.value.response.status_code == 503
        assert b"memory for waiting text and audio is full" in refused.value.response.body
        assert refused.value.response.headers["Retry-After"]
        assert httpx.post(small.http + PATH, json={"text": "Hi."}).status_code == 503
        other.send(text="Whoever is in may go on.", flush=True)
        other.until_final()
        other.send(text=word * 30_000)
        frames = other.until_close()
        assert "memory for waiting text is full" in frames[-1]["error"]
        assert other.socket.close_code == 1009
        holder.send(force=True)
        until(lambda: held(small) < MEGABYTE / 10)
        with small.client(**BARE) as newcomer:
            newcomer.handshake()
            newcomer.send(text="There is room again.", flush=True)
            newcomer.until_final()
    until(lambda: held(small) == 0, 3)


def test_refusals_of_a_full_memory_are_fast(small: PlosiveServer) -> None:
    with small.client(**BARE) as holder:
        holder.handshake()
        while held(small) < 2 * MEGABYTE:
            holder.send(text="word " * 30_000)
        taken_s = []
        for _ in range(20):
            begun = time.monotonic()
            with pytest.raises(InvalidStatus), connect(small.url(), additional_headers=HEADERS):
                pass
            taken_s.append(time.monotonic() - begun)
    assert sorted(taken_s)[10] < 0.05


@pytest.mark.parametrize(
    ("audio_format", "least_mb", "most_mb"), [("flac", 7, 8), ("mp3", 0.6, 0.8), ("mulaw", 0.1, 0.3)]
)
def test_an_encoder_counts_as_long_as_its_session(
    server: PlosiveServer, audio_format: str, least_mb: float, most_mb: float
) -> None:
    until(lambda: held(server) == 0)
    with server.client(audio_format=audio_format) as client:
        client.handshake()
        client.send(text="Hello there.", flush=True)
        client.until_final()
        assert least_mb < held(server) / MEGABYTE < most_mb
    until(lambda: held(server) == 0, 5)
