"""`max_lead_s`: a reader at the pace of playback, or none at all, has little old audio to hear after a barge-in."""

import base64
import json
import time
from collections.abc import Iterator

import pytest

from plosive_server import Client, PlosiveServer

TEXT = "This goes on and on, and nobody knows for how long it will. " * 20
LEAD_S = 2.0
RATES = {"linear16": 24000 * 2, "mulaw": 8000, "alaw": 8000, "mp3": 16000}
"""Bytes of a second of audio; mp3 has 128 kbit/s."""


@pytest.fixture(scope="module")
def server() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1) as running:
        yield running


def seconds(frame: dict[str, object], audio_format: str) -> float:
    return len(base64.b64decode(str(frame["audio"] or ""))) / RATES[audio_format]


@pytest.mark.parametrize("audio_format", RATES)
def test_little_old_audio_is_left_after_force(server: PlosiveServer, audio_format: str) -> None:
    with server.client(audio_format=audio_format, max_lead_s=LEAD_S) as client:
        client.handshake()
        client.send(text=TEXT)
        heard_s, begun = 0.0, time.monotonic()
        while heard_s < 4:  # reads as fast as it plays
            heard_s += seconds(client.frame(), audio_format)
            time.sleep(max(0.0, begun + heard_s - LEAD_S / 2 - time.monotonic()))
        assert heard_s - (time.monotonic() - begun) < LEAD_S + 0.5
        client.send(force=True)
        client.send(text="New text.", flush=True)
        old_s = 0.0
        while (frame := client.frame())["text"] != "New text.":
            old_s += seconds(frame, audio_format)
        assert old_s <= LEAD_S + 0.5 + 2  # and the new text


def test_a_client_that_does_not_read_gets_no_more_than_the_lead(server: PlosiveServer) -> None:
    """Also from the cache, which has whole segments."""
    for _ in range(2):
        with server.client(audio_format="linear16", max_lead_s=1) as client:
            client.handshake()
            client.send(text=TEXT[:300], flush=True)
            begun = time.monotonic()
            sizes = []
            while time.monotonic() - begun < 2:
                frame = client.frame()
                sizes.append(seconds(frame, "linear16"))
                assert sum(sizes) <= time.monotonic() - begun + 1 + 0.3


def test_first_audio_and_all_of_the_audio_are_the_same(server: PlosiveServer) -> None:
    lengths = []
    for query in ({}, {"max_lead_s": 3600}, {"max_lead_s": 0.5}):
        with server.client(audio_format="linear16", sample_rate=22050, **query) as client:
            client.handshake()
            client.send(text="Hello there. It is late.")
            client.send(text="")
            audio = b""
            for message in client.socket:
                audio += base64.b64decode(json.loads(message).get("audio") or "")
            lengths.append(audio)
    assert lengths[0] == lengths[1] == lengths[2]


def test_the_setting_is_for_all_sockets() -> None:
    with PlosiveServer(workers=1, max_lead_s=1) as server, server.client(audio_format="linear16") as client:
        said(client)


def said(client: Client) -> None:
    client.handshake()
    client.send(text=TEXT[:200], flush=True)
    begun, heard_s = time.monotonic(), 0.0
    while heard_s < 2:
        heard_s += seconds(client.frame(), "linear16")
    assert time.monotonic() - begun > 0.9
