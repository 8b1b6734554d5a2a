"""The Wyoming door as Home Assistant uses it: its own reader and writer of events against a real server."""

import asyncio
import contextlib
import re
import signal
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event, async_read_event, async_write_event
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.tts import (
    Synthesize,
    SynthesizeChunk,
    SynthesizeStart,
    SynthesizeStop,
    SynthesizeStopped,
    SynthesizeVoice,
)
from zeroconf import ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf

from engines.piper_voices import copy_voice
from plosive_server import HEADERS, PlosiveServer, metric, until

TEXT = "The lights in the kitchen are on. It is 21 °C in the living room, and the front door is locked. "


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def send(self, event: Event) -> None:
        await async_write_event(event, self.writer)

    async def next(self) -> Event:
        async with asyncio.timeout(20):
            event = await async_read_event(self.reader)
        assert event is not None
        return event

    async def audio(self) -> tuple[int, bytes]:
        """One `audio-start`, chunks, one `audio-stop`: the rate and the PCM."""
        event = await self.next()
        assert AudioStart.is_type(event.type), event
        start, pcm = AudioStart.from_event(event), b""
        assert (start.width, start.channels) == (2, 1)
        while AudioChunk.is_type((event := await self.next()).type):
            chunk = AudioChunk.from_event(event)
            assert (chunk.rate, chunk.width, chunk.channels) == (start.rate, 2, 1)
            assert 0 < chunk.seconds <= 0.25
            pcm += chunk.audio
        assert AudioStop.is_type(event.type), event
        return start.rate, pcm


@pytest.fixture(scope="module")
def server() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, wyoming="127.0.0.1:0") as running:
        yield running


def wyoming_port(server: PlosiveServer) -> int:
    found = re.search(r"Wyoming port (\d+)", server.output)
    assert found, server.output
    return int(found[1])


@asynccontextmanager
async def connected(server: PlosiveServer) -> AsyncIterator[Client]:
    reader, writer = await asyncio.open_connection("127.0.0.1", wyoming_port(server))
    try:
        yield Client(reader, writer)
    finally:
        writer.close()


def test_the_voices_are_listed_by_names_that_can_be_sent_back(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(Describe().event())
            [program] = Info.from_event(await client.next()).tts
            assert program.supports_synthesize_streaming
            assert program.installed
            voices = {voice.name: voice for voice in program.voices}
            assert program.voices[0].name == "hibari-heart"
            assert voices["de"].languages == ["de"]
            assert voices["hibari-heart"].languages == ["en-US"]
            await client.send(Ping("x").event())
            assert Pong.from_event(await client.next()).text == "x"
            for name, rate_hz in (("hibari-heart", 24000), ("de", 22050), ("en-us", 22050)):
                await client.send(Synthesize("Yes.", voice=SynthesizeVoice(name=name)).event())
                rate, pcm = await client.audio()
                assert rate == rate_hz
                assert len(pcm) > 4000

    asyncio.run(body())


def test_speakers_own_names_and_names_of_other_services(tmp_path: Path) -> None:
    copy_voice("choir", tmp_path)
    (tmp_path / "names").write_text("kitchen = de\nAzure.* = fr-fr\n", encoding="utf-8")

    async def rate_and_size(client: Client, voice: SynthesizeVoice) -> tuple[int, int]:
        await client.send(Synthesize("The kitchen.", voice=voice).event())
        rate, pcm = await client.audio()
        return rate, len(pcm)

    async def body(server: PlosiveServer) -> None:
        async with connected(server) as client:
            await client.send(Describe().event())
            [program] = Info.from_event(await client.next()).tts
            assert [voice.name for voice in program.voices[:3]] == ["kitchen", "hibari-heart", "choir"]
            speakers = program.voices[2].speakers
            assert speakers is not None
            assert [speaker.name for speaker in speakers] == ["0", "1", "2"]
            named = [await rate_and_size(client, SynthesizeVoice("choir", speaker=each)) for each in "012"]
            assert {rate for rate, _ in named} == {16_000}
            assert len({size for _, size in named}) > 1
            german = await rate_and_size(client, SynthesizeVoice("kitchen"))
            for name in ("Plosive.Espeak.de", "neural.Hans", "KITCHEN"):
                assert await rate_and_size(client, SynthesizeVoice(name)) == german
            assert await rate_and_size(client, SynthesizeVoice(language="de-DE")) == german
            await client.send(Synthesize("Hi.", voice=SynthesizeVoice("choir", speaker="7")).event())
            assert Error.from_event(await client.next()).code == "unknown_voice"

    with PlosiveServer(
        workers=1, wyoming="127.0.0.1:0", voices_dir=tmp_path, voice_aliases=tmp_path / "names"
    ) as server:
        asyncio.run(body(server))


def test_text_is_read_as_everywhere_else(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            sizes = []
            for text in ("**It** costs $3.14.", "It costs 3 dollars 14 cents."):
                await client.send(Synthesize(text).event())
                sizes.append(len((await client.audio())[1]))
            assert sizes[0] == pytest.approx(sizes[1], rel=0.02)

    asyncio.run(body())


def test_a_machine_of_another_network_is_closed_without_a_word() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("224.0.0.251", 5353))  # sends nothing
        except OSError:
            pytest.skip("this machine has no address but loopback")
        own = probe.getsockname()[0]

    async def body(port: int) -> None:
        reader, writer = await asyncio.open_connection(own, port)
        await async_write_event(Describe().event(), writer)
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(10):
                assert await reader.read() == b""
        writer.close()

    with PlosiveServer(workers=1, wyoming="0.0.0.0:0", wyoming_allow="198.51.100.0/24") as server:
        asyncio.run(body(wyoming_port(server)))
        until(lambda: "not in PLOSIVE_WYOMING_ALLOW" in server.log)
        assert f"client={own}" in server.log
        assert ask("127.0.0.1", wyoming_port(server)).tts
    with PlosiveServer(workers=1, wyoming="0.0.0.0:0", wyoming_allow=f"198.51.100.0/24,{own}") as allowing:
        assert ask(own, wyoming_port(allowing)).tts


def ask(host: str, port: int) -> Info:
    async def body() -> Info:
        reader, writer = await asyncio.open_connection(host, port)
        client = Client(reader, writer)
        await client.send(Describe().event())
        event = await client.next()
        writer.close()
        return Info.from_event(event)

    return asyncio.run(body())


def test_a_whole_text_is_one_stretch_of_audio_whatever_it_says(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(Synthesize(TEXT, voice=SynthesizeVoice(language="en-US")).event())
            rate, pcm = await client.audio()
            assert 3 < len(pcm) / 2 / rate < 12
            await client.send(Synthesize("").event())
            assert (await client.audio())[1] == b""
            await client.send(Synthesize('<speak>One <break time="1s"/> two.</speak>', text_format="ssml").event())
            assert 1.2 < len((await client.audio())[1]) / 2 / rate < 3

    asyncio.run(body())


def test_streamed_text_is_heard_before_it_has_ended_and_the_whole_text_is_not_said_twice(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(Synthesize(TEXT).event())
            whole = len((await client.audio())[1])
            await client.send(SynthesizeStart().event())
            ended_at = 0.0

            async def write() -> None:
                nonlocal ended_at
                for start in range(0, len(TEXT), 4):
                    await client.send(SynthesizeChunk(TEXT[start : start + 4]).event())
                    await asyncio.sleep(0.04)
                await client.send(Synthesize(TEXT).event())
                ended_at = time.monotonic()
                await client.send(SynthesizeStop().event())

            writing = asyncio.create_task(write())
            assert AudioStart.is_type((await client.next()).type)
            assert AudioChunk.is_type((await client.next()).type)
            assert not writing.done()
            size = 0
            while AudioChunk.is_type((event := await client.next()).type):
                size += len(AudioChunk.from_event(event).audio)
            assert AudioStop.is_type(event.type)
            assert ended_at
            assert SynthesizeStopped.is_type((await client.next()).type)
            await writing
            assert 0.7 < size / whole < 1.1

    asyncio.run(body())


def test_requests_that_are_sent_ahead_are_spoken_one_after_the_other(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            for text in (TEXT, "Yes."):
                await client.send(Synthesize(text).event())
            await client.send(SynthesizeStart().event())
            await client.send(SynthesizeChunk("No.").event())
            await client.send(SynthesizeStop().event())
            long, short, streamed = await client.audio(), await client.audio(), await client.audio()
            assert len(long[1]) > 3 * len(short[1]) > 0
            assert streamed[1]
            assert SynthesizeStopped.is_type((await client.next()).type)

    asyncio.run(body())


def test_a_new_start_before_the_stop_is_an_interruption(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(SynthesizeStart().event())
            await client.send(SynthesizeChunk(TEXT * 100).event())
            assert AudioStart.is_type((await client.next()).type)
            await client.send(SynthesizeStart().event())
            await client.send(SynthesizeChunk("Stop there.").event())
            await client.send(SynthesizeStop().event())
            seconds = 0.0
            while AudioChunk.is_type((event := await client.next()).type):
                seconds += AudioChunk.from_event(event).seconds
            assert AudioStop.is_type(event.type)
            assert seconds < 300  # the whole text takes more than 700 s
            assert SynthesizeStopped.is_type((await client.next()).type)

    asyncio.run(body())


def test_a_stream_that_is_refused_is_refused_once(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            nobody = SynthesizeVoice(name="nobody-at-all")
            await client.send(SynthesizeStart(voice=nobody).event())
            await client.send(SynthesizeChunk(TEXT).event())
            await client.send(Synthesize(TEXT, voice=nobody).event())
            await client.send(SynthesizeStop().event())
            assert Error.from_event(await client.next()).code == "unknown_voice"
            await client.send(Synthesize("Hi.").event())
            assert (await client.audio())[1]

    asyncio.run(body())


def test_an_unknown_voice_is_an_error_and_the_connection_stays(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(Synthesize("Hi.", voice=SynthesizeVoice(name="nobody-at-all")).event())
            error = Error.from_event(await client.next())
            assert error.code == "unknown_voice"
            assert "nobody-at-all" in error.text
            await client.send(Event("select-program"))
            await client.send(Synthesize("Hi.").event())
            assert (await client.audio())[1]

    asyncio.run(body())


@pytest.mark.parametrize(
    "sent",
    [
        b"no json\n",
        b"[1]\n",
        b'{"type": "x", "data_length": 3000000}\n',
        b'{"type": "x", "payload_length": 5}\n',
        b"x" * 70_000,
    ],
)
def test_what_is_no_event_closes_the_connection_alone(server: PlosiveServer, sent: bytes) -> None:
    async def body() -> None:
        async with connected(server) as client:
            client.writer.write(sent)
            async with asyncio.timeout(10):
                assert await client.reader.read() == b""

    asyncio.run(body())
    until(lambda: "no Wyoming event" in server.log)


def test_a_client_that_leaves_stops_the_speech(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(Synthesize(TEXT * 500).event())
            assert AudioStart.is_type((await client.next()).type)
            assert metric(server, "plosive_sessions") == 1

    asyncio.run(body())
    until(lambda: metric(server, "plosive_sessions") == 0)


def test_requests_that_wait_do_not_hold_the_stop() -> None:
    async def body(server: PlosiveServer) -> None:
        async with connected(server) as client:
            for _ in range(200):
                await client.send(Synthesize(TEXT * 10).event())
            assert AudioStart.is_type((await client.next()).type)
            server.process.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(server.process.wait, 15) == 0

    with PlosiveServer(workers=1, wyoming="127.0.0.1:0", drain_s=1) as server:
        asyncio.run(body(server))


def test_an_idle_client_is_closed_but_not_one_that_listens() -> None:
    """Ten minutes are half a second here."""

    async def body(server: PlosiveServer) -> None:
        async with connected(server) as idle, connected(server) as listener:
            await listener.send(Synthesize(TEXT * 30).event())  # more audio than buffers hold
            async with asyncio.timeout(10):
                assert await idle.reader.read() == b""
            rate, pcm = await listener.audio()
            assert len(pcm) / 2 / rate > 150

    short = "import plosive.web.wyoming as door; door._IDLE_S = 0.5; import plosive.cli.main as cli; cli.main()"
    server = PlosiveServer(workers=1, wyoming="127.0.0.1:0")
    server._command[1:3] = ["-c", short]
    with server:
        asyncio.run(body(server))
        assert "wyoming client was idle" in server.log


def test_what_is_spoken_counts_for_wyoming(server: PlosiveServer) -> None:
    async def body() -> None:
        async with connected(server) as client:
            await client.send(Synthesize("Count me.").event())
            await client.audio()

    asyncio.run(body())

    def counted() -> dict[str, int]:
        days = httpx.get(f"{server.http}/v2/usage", headers=HEADERS).json()["data"]
        return {day["key_id"]: day["characters"] for day in days}

    until(lambda: counted().get("wyoming", 0) >= len("Count me."))


def test_a_server_for_others_is_announced_and_taken_back() -> None:
    """As Home Assistant's discovery sees it, by the `zeroconf` package."""

    async def body() -> None:
        found: asyncio.Queue[tuple[ServiceStateChange, str]] = asyncio.Queue()

        def note(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
            found.put_nowait((state_change, name))

        async with (
            AsyncZeroconf() as browser,
            AsyncServiceBrowser(browser.zeroconf, "_wyoming._tcp.local.", handlers=[note]),
            asyncio.timeout(60),
        ):
            server = PlosiveServer(workers=1, wyoming="0.0.0.0:0", wyoming_allow="0.0.0.0/0", wyoming_zeroconf="true")
            await asyncio.to_thread(server.__enter__)
            try:
                service = None
                while service is None or service.port != wyoming_port(server):
                    _, name = await found.get()
                    service = await browser.async_get_service_info("_wyoming._tcp.local.", name)
                reader, writer = await asyncio.open_connection(service.parsed_addresses()[0], service.port)
                client = Client(reader, writer)
                await client.send(Describe().event())
                assert Info.from_event(await client.next()).tts
                writer.close()
            finally:
                await asyncio.to_thread(server.__exit__)
            while await found.get() != (ServiceStateChange.Removed, name):
                pass

    asyncio.run(body())


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"wyoming": "0.0.0.0:0"}, "PLOSIVE_WYOMING_ALLOW"),
        ({"wyoming": "10200"}, "127.0.0.1:10200"),
        ({"wyoming": "127.0.0.1:0", "wyoming_allow": "here"}, "192.168.0.0/16"),
        ({"wyoming": "127.0.0.1:0", "wyoming_zeroconf": "true"}, "no other machine reaches 127.0.0.1"),
    ],
)
def test_a_wrong_setting_ends_the_start(settings: dict[str, str], said: str) -> None:
    with pytest.raises(AssertionError, match=said), PlosiveServer(workers=1, **settings):
        pass
