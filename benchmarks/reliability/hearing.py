"""One text on a connection of its own: whether it was spoken whole, refused or lost, and how it would have been heard."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus, WebSocketException

from benchmarks.playback import Playback
from benchmarks.reliability.run import RATE_HZ
from plosive.audio.mp3 import KBIT_S

GAP_S: Final = 0.05
"""A shorter wait is this machine's scheduling: clients and server share its cores."""

_HUNG_S: Final = 120.0


@dataclass
class Hearing:
    """One text. All times are seconds from asking, or from the moment that the caller says."""

    error: str = ""
    """Why it was not spoken whole. Empty if it was."""
    refused: bool = False
    """The server did not accept it: it answered the upgrade with 503, or closed with 1013."""
    first_s: float | None = None
    total_s: float = 0.0
    audio_s: float = 0.0
    gaps_s: list[float] = field(default_factory=list)
    came: list[tuple[float, float]] = field(default_factory=list)
    """Each piece of audio: when it came, on `time.perf_counter()`'s clock, and its length in seconds."""

    @property
    def gap_s(self) -> float:
        """The longest gap that counts, or 0."""
        return max((gap_s for gap_s in self.gaps_s if gap_s > GAP_S), default=0.0)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[ClientConnection]:
    """Connect and send the handshake frame. At the end, hang up without waiting."""
    socket = await connect(
        url, additional_headers={"Authorization": "Bearer any"}, compression=None, proxy=None, max_size=None,
        max_queue=None, ping_interval=None, open_timeout=60,
    )  # fmt: skip
    try:
        await socket.send('{"text": " "}')
        yield socket
    finally:
        socket.transport.abort()
        await socket.wait_closed()


async def hear(url: str, text: str, asked_at: float | None = None, *, mp3: bool = False) -> Hearing:
    """Ask for a text and hear it to its end. It is whole if all its letters came back, with audio, and then `final`."""
    asked_at = time.perf_counter() if asked_at is None else asked_at
    bytes_s = KBIT_S[RATE_HZ] * 125 if mp3 else 2 * RATE_HZ
    hearing, playback, spoken = Hearing(), Playback(asked_at), ""
    try:
        async with asyncio.timeout(_HUNG_S), opened(url) as socket:
            await socket.send(json.dumps({"text": text}))
            await socket.send('{"text": ""}')
            while True:
                frame: dict[str, Any] = orjson.loads(await socket.recv(decode=False))
                if frame["type"] == "error":
                    hearing.error = frame["error"]
                    await socket.wait_closed()
                    hearing.refused = socket.close_code == 1013
                    break
                if frame["type"] == "final":
                    break
                hearing.came.append((time.perf_counter(), len(frame["audio"] or "") * 0.75 / bytes_s))
                playback.feed(*hearing.came[-1])
                spoken += frame["text"] or ""
    except InvalidStatus as error:
        hearing.refused = error.response.status_code == 503
        hearing.error = f"HTTP {error.response.status_code}"
    except TimeoutError:
        hearing.error = f"no end within {_HUNG_S:.0f} s"
    except (WebSocketException, OSError) as error:
        hearing.error = repr(error)
    hearing.total_s = time.perf_counter() - asked_at
    hearing.first_s, hearing.gaps_s, hearing.audio_s = playback.first_s, playback.gaps_s, playback.audio_s
    if not hearing.error and (_letters(spoken) != _letters(text) or not hearing.audio_s):
        hearing.error = "ended like a success without all of its text"
    return hearing


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
