"""Plosive's client hears a server that is real, and refuses audio from the cache."""

import asyncio
import base64
import json

import pytest
from websockets.asyncio.server import ServerConnection, serve

from benchmarks.clients import PlosiveClient
from benchmarks.listeners import ask, ask_together
from plosive.errors import SynthesisError
from plosive_server import PATH, PlosiveServer

VOICE = "Plosive.Espeak.en-us"


@pytest.mark.parametrize("audio_format", ["linear16", "mp3"])
def test_what_is_heard_of_a_real_server(server: PlosiveServer, audio_format: str) -> None:
    client = PlosiveClient(f"ws://127.0.0.1:{server.port}{PATH}", VOICE, audio_format, 22050)
    for _ in range(2):  # the second time a cache would have it
        heard, wall_s = asyncio.run(ask_together(client, "Hello there, how are you?", 2))
        for one in heard:
            assert 1 < one.audio_s < 3
            assert 0 < one.first_s < one.total_s <= wall_s
            assert one.dialled_first_s > one.first_s


def test_a_voice_that_is_not_there_is_said(server: PlosiveServer) -> None:
    client = PlosiveClient(f"ws://127.0.0.1:{server.port}{PATH}", "Plosive.Piper.nobody", "linear16", 22050)
    with pytest.raises(SynthesisError, match="Plosive: .*400"):
        asyncio.run(ask_together(client, "Hello.", 2))


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"type": "audio_chunk", "audio": base64.b64encode(bytes(4)).decode(), "cached": True}, "made before"),
        ({"type": "error", "error": "Error in audio response: no"}, "Error in audio response: no"),
        ({"type": "final", "audio": None, "text": "", "isFinal": True}, "no audio came"),
    ],
)
def test_what_is_no_measurement_is_refused(frame: dict[str, object], message: str) -> None:
    async def answer(socket: ServerConnection) -> None:
        await socket.recv()
        await socket.send(json.dumps(frame))
        await socket.wait_closed()

    async def listen() -> None:
        async with serve(answer, "127.0.0.1", 0) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            await ask(PlosiveClient(f"ws://127.0.0.1:{port}/", VOICE, "linear16", 22050), "Hello.")

    with pytest.raises(SynthesisError, match=message):
        asyncio.run(listen())
