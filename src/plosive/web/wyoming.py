"""The Wyoming server: Home Assistant asks for the voices and has its sentences spoken, each request by one session.

It reads events itself, because the reader of the `wyoming` package takes as many bytes as a header promises.
"""

import asyncio
import contextlib
import ipaddress
import os
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Final

import orjson
import structlog
from wyoming.error import Error
from wyoming.event import Eventable
from wyoming.info import Attribution, Describe, Info, TtsProgram, TtsVoice, TtsVoiceSpeaker
from wyoming.ping import Ping, Pong
from wyoming.tts import Synthesize, SynthesizeStart, SynthesizeStop

from plosive.audio.encoders import FORMATS
from plosive.callers import Caller, Note
from plosive.connection import Disconnected
from plosive.errors import BadParameter, PlosiveError, SetupError
from plosive.order import Order
from plosive.protocol.doors.wyoming import WyomingDoor, written
from plosive.protocol.options import VoiceSettings, parse_query
from plosive.runtime import Runtime
from plosive.voices.names import bare_name
from plosive.voices.voice import Voice
from plosive.web.addresses import address_and_port
from plosive.web.announcement import Announcement
from plosive.web.auth import anyone

_HEADER_BYTES: Final = 64 << 10
_DATA_BYTES: Final = 2 << 20
_IDLE_S: Final = 600.0
_PCM: Final = FORMATS["linear16"]
_WAITING_EVENTS: Final = 64
"""Events that wait for the session; then no more are read, so that the client waits."""

_log = structlog.get_logger()


class WyomingServer:
    """Listens on one address. Open it after the runtime, close it before."""

    def __init__(self, address: str, runtime: Runtime, note: Note) -> None:
        """Raises `SetupError` for a wrong address or network in the settings."""
        self._runtime = runtime
        self._caller = Caller(anyone("wyoming"), note)
        self._host, self._port = address_and_port("PLOSIVE_WYOMING", address)
        self._allowed = [_network(each) for each in runtime.settings.wyoming_allow]
        if not ipaddress.ip_address(self._host).is_loopback and not self._allowed:
            raise SetupError(
                f"PLOSIVE_WYOMING={address} is not loopback, and the protocol has no keys: "
                "name the networks that may use it in PLOSIVE_WYOMING_ALLOW, such as 192.168.0.0/16"
            )
        self._announcement = _announcement(runtime.settings.wyoming_zeroconf, self._host)
        self.port = 0
        """Port that it listens on, once it is open."""
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Listen. Raises `SetupError` if the address is in use."""
        try:
            self._server = await asyncio.start_server(self._serve, self._host, self._port, limit=_HEADER_BYTES)
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else error  # asyncio's own text has the address again
            raise SetupError(f"PLOSIVE_WYOMING: cannot listen on {self._host}:{self._port}: {reason}") from None
        self.port = int(self._server.sockets[0].getsockname()[1])
        if self._announcement is not None:
            await self._announcement.open(self._host, self.port)

    async def close(self) -> None:
        """Stop listening and drop the clients."""
        if self._announcement is not None:
            await self._announcement.close()
        if self._server is not None:
            self._server.close()
        for client in list(self._clients):
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if task := asyncio.current_task():
            self._clients.add(task)
            task.add_done_callback(self._clients.discard)
        address = str(writer.get_extra_info("peername")[0])
        try:
            peer = ipaddress.ip_address(address.partition("%")[0])
            if not peer.is_loopback and not any(peer in network for network in self._allowed):
                _log.warning("refused", client=address, refused="not in PLOSIVE_WYOMING_ALLOW")
                return
            with structlog.contextvars.bound_contextvars(client=address):
                await _Client(reader, writer, self._runtime, self._caller).run()
        except ConnectionError:
            pass
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


class _Client:
    """One connection: events are read all the time, requests are spoken one after the other."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, runtime: Runtime, caller: Caller
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._runtime = runtime
        self._caller = caller
        self._events: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(_WAITING_EVENTS)
        self._gone = asyncio.Event()
        self._speaking = False

    async def run(self) -> None:
        """Serve the client until it leaves, breaks the protocol or is idle for ten minutes."""
        reading = asyncio.create_task(self._read())
        skipping = False  # the rest of a stream that failed before its end
        try:
            while (event := await self._events.get()) is not None:
                if SynthesizeStart.is_type(event["type"]):
                    skipping = not await self._speak(event)
                elif SynthesizeStop.is_type(event["type"]):
                    skipping = False
                elif Synthesize.is_type(event["type"]) and not skipping:
                    await self._speak(event)
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    async def _read(self) -> None:
        with contextlib.suppress(ConnectionError):
            while (event := await self._next_event()) is not None:
                if Describe.is_type(event["type"]):
                    await self._answer(self._info())
                elif Ping.is_type(event["type"]):
                    await self._answer(Pong(event["data"].get("text")))
                else:
                    await self._events.put(event)
        self._gone.set()
        await self._events.put(None)

    async def _answer(self, event: Eventable) -> None:
        self._writer.write(written(event))
        await self._writer.drain()  # a client that only asks and takes no answer waits

    async def _next_event(self) -> dict[str, Any] | None:
        """Return the next event, or None after the last and for one that is broken or too large."""
        try:
            header = orjson.loads(await self._next_line())
            length = header.get("data_length") or 0
            if not 0 <= length <= _DATA_BYTES or header.get("payload_length"):
                raise ValueError("more data than an event of a client may have")
            data = header.get("data") or {}
            if length:
                async with asyncio.timeout(_IDLE_S):
                    data |= orjson.loads(await self._reader.readexactly(length))
            if not isinstance(data, dict):
                raise TypeError(f"data is an object, not {str(data)[:100]!r}")
            return {"type": str(header["type"]), "data": data}
        except asyncio.IncompleteReadError:
            return None
        except TimeoutError:
            _log.info("wyoming client was idle", idle_s=_IDLE_S)
        except (ValueError, KeyError, TypeError, AttributeError, asyncio.LimitOverrunError) as error:
            _log.warning("refused", refused=f"no Wyoming event: {error}")
        return None

    async def _next_line(self) -> bytes:
        """Return the next line. Raises `TimeoutError` after ten minutes in which the client neither asks nor listens."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_IDLE_S):
                    return await self._reader.readuntil(b"\n")
            if not self._speaking:
                raise TimeoutError

    async def _speak(self, event: dict[str, Any]) -> bool:
        """Speak one request. Returns whether its last event was read."""
        channel = _EventChannel(event, self._events, self._writer, self._gone)
        self._speaking = True
        try:
            order = await self._order(event["data"])
            self._runtime.capacity.check("sessions")
            with self._caller.session():
                self._caller.request("speak")
                _log.info("session opened", voice=order.voice.id, door="wyoming")
                await self._runtime.serve(channel, WyomingDoor(order.audio[1]), order, _IDLE_S, final="teardown")
        except PlosiveError as error:
            code = "unknown_voice" if isinstance(error, BadParameter) and error.parameter == "voice" else "refused"
            _log.warning("refused", refused=str(error))
            await self._answer(Error(str(error), code))
        finally:
            self._speaking = False
        return channel.has_ended

    async def _order(self, data: dict[str, Any]) -> Order:
        """Resolve voice and format of a request. Raises `BadParameter`."""
        voice = data.get("voice")
        voice = voice if isinstance(voice, dict) else {}
        asked = {"text_type": "ssml" if data.get("text_format") == "ssml" else "text"}
        if name := voice.get("name"):
            asked["voice"] = f"{name}.{voice['speaker']}" if voice.get("speaker") else str(name)
        elif language := voice.get("language"):
            asked["language"] = str(language)
        options = parse_query(asked.items(), self._runtime.settings.default_voice)
        order = await self._runtime.order(options, self._caller)
        rate_hz = order.voice.rate_hz if order.voice.rate_hz in _PCM.rates_hz else None
        return order.with_settings(VoiceSettings(audio_format=_PCM, sample_rate_hz=rate_hz))

    def _info(self) -> Info:
        catalog = self._runtime.catalog
        own = [(name, catalog.resolve(name).voice) for name in catalog.own_names]
        named = own + [(bare_name(voice.id), voice) for voice in catalog.voices()]
        attribution = Attribution("Plosive", "")
        program = TtsProgram(
            "plosive", attribution, True, "Plosive", version("plosive"),
            voices=[_listed(name, voice, attribution) for name, voice in named],
            supports_synthesize_streaming=True,
        )  # fmt: skip
        return Info(tts=[program])


class _EventChannel:
    """A `Channel` for one request: its first event, then those that follow, up to its last. `gone`: the client has left."""

    def __init__(
        self,
        first: dict[str, Any],
        events: "asyncio.Queue[dict[str, Any] | None]",
        writer: asyncio.StreamWriter,
        gone: asyncio.Event,
    ) -> None:
        self._first: dict[str, Any] | None = first
        self._is_whole = Synthesize.is_type(first["type"])
        self._events = events
        self._writer = writer
        self._gone = gone
        self._sent = 0
        self.has_ended = False
        """Whether the request's last event was received."""

    async def receive(self) -> bytes:
        """See `Channel`."""
        if self.has_ended:  # events that come now are the next request's
            await self._gone.wait()
            raise Disconnected(1005)
        event, self._first = self._first, None
        if event is None:
            event = await self._events.get()
        if event is None:
            await self._events.put(None)  # for whoever waits for the next request
            raise Disconnected(1005)
        self.has_ended = self._is_whole or SynthesizeStop.is_type(event["type"])
        return orjson.dumps(event)

    @property
    def has_room(self) -> bool:
        """See `Channel`."""
        return False  # only `drain` knows

    async def room(self) -> None:
        """See `Channel`."""
        try:
            await self._writer.drain()
        except ConnectionError:
            raise Disconnected(1006) from None

    def taken(self) -> int:
        """See `Channel`."""
        return self._sent - self._writer.transport.get_write_buffer_size()

    def held_bytes(self) -> int:
        """See `Channel`."""
        return self._writer.transport.get_write_buffer_size()

    def send(self, frames: Sequence[str | bytes]) -> None:
        """See `Channel`."""
        data = [frame if isinstance(frame, bytes) else frame.encode() for frame in frames]
        self._sent += sum(map(len, data))
        self._writer.writelines(data)

    async def close(self, code: int, reason: str) -> None:
        """See `Channel`. The request is over, the connection stays."""

    def abort(self) -> None:
        """See `Channel`."""
        self._writer.transport.abort()


def _listed(name: str, voice: Voice, attribution: Attribution) -> TtsVoice:
    speakers = [TtsVoiceSpeaker(each) for each in voice.speakers] or None
    described = f"{voice.name} ({voice.language})"
    return TtsVoice(name, attribution, True, described, None, languages=[voice.language], speakers=speakers)


def _announcement(wanted: bool, host: str) -> Announcement | None:
    if wanted and ipaddress.ip_address(host).is_loopback:
        raise SetupError(
            f"PLOSIVE_WYOMING_ZEROCONF: no other machine reaches {host}; set PLOSIVE_WYOMING=0.0.0.0:10200"
        )
    return Announcement() if wanted else None


def _network(written: str) -> "ipaddress.IPv4Network | ipaddress.IPv6Network":
    try:
        return ipaddress.ip_network(written, strict=False)
    except ValueError as error:
        raise SetupError(f"PLOSIVE_WYOMING_ALLOW: {error}; write 192.168.0.0/16 for example") from None
