"""Clients of each server's own protocol: they connect, ask for a text, and note when each second of audio comes."""

import asyncio
import struct
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Final, Protocol
from urllib.parse import urlencode

import orjson

from benchmarks.raw_sockets import HearingSocket, opened, text_frame
from benchmarks.wyoming import Event, encode, read
from plosive.audio.mp3 import KBIT_S
from plosive.errors import SetupError, SynthesisError

_WAV_HEADER_BYTES: Final = 44
_WORDS_A_CHUNK: Final = 4  # of a text that comes as from a language model


class Connection(Protocol):
    """An open connection on which one text can be asked for."""

    def speak(self, text: str) -> AsyncGenerator[float, None]:
        """Ask, and yield the seconds of each piece of audio as it comes, to the end of the text. Raises `SynthesisError`."""
        ...

    async def close(self) -> None:
        """Hang up."""
        ...


class Client(Protocol):
    """Connects to one server."""

    async def connect(self) -> Connection:
        """Return a connection that is ready for a request."""
        ...


class PlosiveClient:
    """Plosive's socket (docs/protocol.md). The handshake frame is part of connecting. Everything is synthesized afresh."""

    def __init__(self, url: str, voice: str, audio_format: str, rate_hz: int, **parameters: str) -> None:
        """`parameters` are further ones of the query."""
        query = {"voice": voice, "audio_format": audio_format, "sample_rate": rate_hz, "disable_cache": "true"}
        query |= parameters
        self._url = f"{url}?{urlencode(query)}"
        self._bytes_s = KBIT_S[rate_hz] * 125.0 if audio_format == "mp3" else 2.0 * rate_hz

    async def connect(self) -> "PlosiveConnection":
        """Connect and send the handshake."""
        try:
            socket = await opened(HearingSocket, self._url, text_frame(text=" "))
        except SetupError as error:
            raise SynthesisError(f"Plosive: {error}") from None
        return PlosiveConnection(socket, self._bytes_s)


class PlosiveConnection:
    """One session."""

    def __init__(self, socket: HearingSocket, bytes_s: float) -> None:
        self._socket = socket
        self._bytes_s = bytes_s

    async def speak(self, text: str) -> AsyncGenerator[float, None]:
        """Ask for the last text of the session: the end of input follows it."""
        self._send(text=text)
        self._send(text="")
        async for audio_s in self._until_final():
            yield audio_s

    async def speak_turn(self, text: str) -> AsyncGenerator[float, None]:
        """Ask for a text after which others may follow."""
        self._send(text=text, flush=True)
        async for audio_s in self._until_final():
            yield audio_s

    async def interrupt(self, text: str) -> None:
        """Drop all other text and speak this one."""
        self._send(text=text, force=True, flush=True)

    async def say(self, text: str) -> None:
        """Ask for a text without listening yet."""
        self._send(text=text, flush=True)

    async def frame(self) -> tuple[dict[str, object], float]:
        """Return the next frame and its seconds of audio. Raises `SynthesisError` if it is an error, or none comes."""
        try:
            received = orjson.loads(await self._socket.message())
        except SetupError as error:
            raise SynthesisError(f"Plosive: {error}") from None
        if received["type"] == "error":
            raise SynthesisError(f"Plosive: {received['error']}")
        if received.get("cached"):
            raise SynthesisError("Plosive: the audio was made before, which is no measurement")
        audio = received["audio"] or ""
        # The length of base64 gives the length of the audio, so decoding is not needed.
        return received, (len(audio) // 4 * 3 - audio[-2:].count("=")) / self._bytes_s

    async def close(self) -> None:
        """Hang up without waiting for the rest of the speech."""
        await self._socket.abort()

    def _send(self, **frame: object) -> None:
        self._socket.transport.write(text_frame(**frame))

    async def _until_final(self) -> AsyncGenerator[float, None]:
        while True:
            received, audio_s = await self.frame()
            if received["type"] == "final":
                return
            if audio_s:
                yield audio_s


class PiperHttpClient:
    """`piper.http_server`: a POST, answered with a WAV."""

    def __init__(self, port: int, rate_hz: int) -> None:
        self._port, self._rate_hz = port, rate_hz

    async def connect(self) -> "PiperHttpConnection":
        """Connect."""
        return PiperHttpConnection(*await asyncio.open_connection("127.0.0.1", self._port), self._rate_hz)


class _TcpConnection:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, rate_hz: int) -> None:
        self._reader, self._writer, self._rate_hz = reader, writer, rate_hz

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()

    async def _pcm_to_the_end(self, skipped: int = 0) -> AsyncGenerator[float, None]:
        while data := await self._reader.read(1 << 16):
            of_header = min(skipped, len(data))
            skipped -= of_header
            if len(data) > of_header:
                yield (len(data) - of_header) / 2 / self._rate_hz


class PiperHttpConnection(_TcpConnection):
    """One request."""

    async def speak(self, text: str) -> AsyncGenerator[float, None]:
        """See `Connection`."""
        body = orjson.dumps({"text": text})
        self._writer.write(
            b"POST /synthesize HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n"
            b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        )
        try:
            head = await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            raise SynthesisError("piper.http_server closed without an answer") from None
        if head.split(None, 2)[1] != b"200":
            raise SynthesisError(f"piper.http_server: {head.splitlines()[0].decode()}")
        async for audio_s in self._pcm_to_the_end(_WAV_HEADER_BYTES):
            yield audio_s


class WyomingClient:
    """`wyoming_piper`: events. `streaming` sends the text in pieces of a few words."""

    def __init__(self, port: int, rate_hz: int, *, streaming: bool) -> None:
        self._port, self._rate_hz, self._streaming = port, rate_hz, streaming

    async def connect(self) -> "WyomingConnection":
        """Connect."""
        connection = WyomingConnection(*await asyncio.open_connection("127.0.0.1", self._port), self._rate_hz)
        connection.streaming = self._streaming
        return connection


class WyomingConnection(_TcpConnection):
    """One request."""

    streaming = False

    async def speak(self, text: str) -> AsyncGenerator[float, None]:
        """See `Connection`."""
        events = _streamed(text) if self.streaming else [Event("synthesize", {"text": text})]
        self._writer.write(b"".join(map(encode, events)))
        last = "synthesize-stopped" if self.streaming else "audio-stop"
        while (event := await read(self._reader)).type != last:
            if event.type == "audio-chunk":
                yield len(event.payload) / 2 / self._rate_hz
            elif event.type == "error":
                raise SynthesisError(f"wyoming_piper: {event.data}")


def _streamed(text: str) -> list[Event]:
    words = text.split(" ")
    pieces = [" ".join(words[start : start + _WORDS_A_CHUNK]) for start in range(0, len(words), _WORDS_A_CHUNK)]
    chunks = [Event("synthesize-chunk", {"text": piece + " "}) for piece in pieces]
    return [Event("synthesize-start"), *chunks, Event("synthesize-stop")]


class SherpaClient:
    """`sherpa_server.py` of this package: the text with its length before it, answered with PCM."""

    def __init__(self, port: int, rate_hz: int) -> None:
        self._port, self._rate_hz = port, rate_hz

    async def connect(self) -> "SherpaConnection":
        """Connect."""
        return SherpaConnection(*await asyncio.open_connection("127.0.0.1", self._port), self._rate_hz)


class SherpaConnection(_TcpConnection):
    """One request."""

    async def speak(self, text: str) -> AsyncGenerator[float, None]:
        """See `Connection`."""
        encoded = text.encode()
        self._writer.write(struct.pack("<I", len(encoded)) + encoded)
        async for audio_s in self._pcm_to_the_end():
            yield audio_s
