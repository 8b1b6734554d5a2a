"""The sentences, and what a voice makes of one through the socket."""

import asyncio
from base64 import b64decode
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.clients import PlosiveClient
from plosive.audio.loudness import Samples
from plosive.errors import BadParameter

RATE_HZ: Final = 24_000
"""The server's default."""

_SENTENCES: Final = Path(__file__).parent / "sentences"


def sentences_of(set_name: str) -> list[str]:
    """The sentences of a set. Raises `BadParameter` for a set that does not exist."""
    sets = {file.stem: file for file in sorted(_SENTENCES.glob("*.txt"))}
    if set_name not in sets:
        raise BadParameter("set", f"There is no set {set_name!r}: known are {', '.join(sets)}")
    return sets[set_name].read_text(encoding="utf-8").splitlines()


def spoken(client: PlosiveClient, text: str) -> Samples:
    """All audio of a text, as the socket sends it; the client asks for linear16 at `RATE_HZ`."""
    return np.frombuffer(asyncio.run(_pcm(client, text)), "<i2") / 32768


async def _pcm(client: PlosiveClient, text: str) -> bytes:
    connection = await client.connect()
    try:
        await connection.say(text)
        audio = bytearray()
        while True:
            frame, _ = await connection.frame()
            audio += b64decode(str(frame["audio"] or ""))
            if frame["type"] == "final":
                return bytes(audio)
    finally:
        await connection.close()
