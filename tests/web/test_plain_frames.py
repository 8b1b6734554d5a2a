"""A connection without new parameters gets the frames of the release before there were any: every byte but audio and times.

`plain_frames.txt` was recorded from that release (commit d3a34a1) by `conversations`. Since then reasons of closes say more.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from plosive_server import PlosiveServer

RECORDED = Path(__file__).with_name("plain_frames.txt")
TEXT = "You owe us $3.14, Dr. Smith. **Thank you** for `waiting`!"
VARYING = ((re.compile(r'"audio":"[^"]+"'), '"audio":"…"'), (re.compile(r'AudioFrameMs":\d+'), 'AudioFrameMs":0'))


def conversation(server: PlosiveServer, *frames: Mapping[str, object] | str, **query: object) -> Iterator[str]:
    """Send these frames, each after the `final` of the one before if that has `flush`. Yield what the server sends, with the
    audio and the times left out, and frames that are then equal to the one before them; last the close."""
    raw: list[str] = []
    with server.client(**query) as client:

        def receive(*, to_final: bool) -> None:
            while True:
                raw.append(str(client.socket.recv(10)))
                if to_final and json.loads(raw[-1])["type"] == "final":
                    return

        try:
            for frame in frames:
                client.socket.send(frame if isinstance(frame, str) else json.dumps(frame))
                if isinstance(frame, Mapping) and frame.get("flush"):
                    receive(to_final=True)
            receive(to_final=False)
        except ConnectionClosed:
            pass
        closed = f"{client.socket.close_code} {client.socket.close_reason}"
    for pattern, replacement in VARYING:
        raw = [pattern.sub(replacement, each) for each in raw]
    yield from (frame for frame, _ in groupby(raw))
    yield closed.strip()


def conversations(server: PlosiveServer) -> dict[str, list[str]]:
    """Return the frames of each conversation that a plain client may have, by its name."""
    shake, turn, end = {"text": " "}, {"text": TEXT, "flush": True}, {"text": ""}
    settings = {"text": " ", "voice_settings": {"voice_speed": 1.5}}
    token = [{"text": TEXT[at : at + 4]} for at in range(0, len(TEXT), 4)]
    again = {"text": "Something else.", "force": True, "flush": True}
    asked: dict[str, tuple[Mapping[str, object] | str, ...]] = {
        "whole": (shake, {"text": TEXT}, end),
        "from the cache": (shake, {"text": TEXT}, end),
        "settings": (settings, turn, turn, end),
        "tokens": (shake, *token, end),
        "force after final": (shake, turn, again, {"force": True}, end),
        "nothing to say": (shake, {"text": "…", "flush": True}, end),
        "no text": (shake, end),
        "no handshake": (turn, end),
        "no JSON": (shake, "{"),
        "wrong type": (shake, {"text": 1}),
        "unknown fields": (shake, {"text": "Yes.", "played_ms": -1, "extra": None}, end),
    }
    said = {name: list(conversation(server, *frames)) for name, frames in asked.items()}
    for audio_format in ("linear16", "mulaw", "opus"):
        said[audio_format] = list(conversation(server, shake, turn, end, audio_format=audio_format))
    ssml = '<speak>One<break time="300ms"/> two.</speak>'
    said["ssml"] = list(conversation(server, shake, {"text": ssml}, end, text_type="ssml"))
    said["bad ssml"] = list(conversation(server, shake, {"text": "<speak>One. </b>"}, end, text_type="ssml"))
    return said


def written(said: dict[str, list[str]]) -> str:
    return "\n".join("\n".join([f"# {name}", *lines, ""]) for name, lines in said.items())


@pytest.fixture(scope="module")
def server() -> Iterator[PlosiveServer]:
    """Its cache is empty."""
    with PlosiveServer(workers=1) as running:
        yield running


def test_a_plain_connection_gets_the_frames_that_it_always_got(server: PlosiveServer) -> None:
    assert written(conversations(server)) == RECORDED.read_text(encoding="utf-8")
