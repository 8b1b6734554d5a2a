"""Clients of the Wyoming door and of the voice list: Home Assistant's steps, wyoming-bench, and wyoming-openai."""

import asyncio
import contextlib
import io
import re
import subprocess
import sys
import wave
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncClient, AsyncTcpClient, AsyncUnixClient
from wyoming.info import Describe, Info, TtsVoice
from wyoming.tts import (
    Synthesize,
    SynthesizeChunk,
    SynthesizeStart,
    SynthesizeStop,
    SynthesizeStopped,
    SynthesizeVoice,
)

from clients.client_process import not_installed
from clients.heard import SENTENCES, TEXT, Spoke
from plosive_server import PlosiveServer, until

BENCH = Path(sys.executable).with_name("wyoming-bench")
WYOMING_OPENAI = Path(__file__).parents[2] / ".venv/wyoming-openai/bin/python"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The Wyoming port of a server."""
    with PlosiveServer(workers=1, wyoming="127.0.0.1:0") as server:
        found = re.search(r"Wyoming port (\d+)", server.output)
        assert found, server.output
        yield int(found[1])


def wav(audio_format: AudioStart | AudioChunk, pcm: bytes) -> bytes:
    with io.BytesIO() as file:
        with wave.open(file, "wb") as writer:
            writer.setframerate(audio_format.rate)
            writer.setsampwidth(audio_format.width)
            writer.setnchannels(audio_format.channels)
            writer.writeframes(pcm)
        return file.getvalue()


class HomeAssistant:
    """The steps of Home Assistant's integration `wyoming`, release 2026.11: a connection for each request.

    `components/wyoming/data.py` asks for the voices, `tts.py` has both ways to speak.
    """

    def __init__(self, port: int) -> None:
        self._port = port

    async def voices(self) -> dict[str, list[TtsVoice]]:
        """The voices of the first installed program, by language."""
        async with asyncio.timeout(5), AsyncTcpClient("127.0.0.1", self._port) as client:
            await client.write_event(Describe().event())
            while (event := await client.read_event()) is not None and not Info.is_type(event.type):
                pass
        assert event is not None
        info = Info.from_event(event)
        assert not any((info.asr, info.wake, info.handle, info.intent, info.mic, info.snd, info.satellite))
        program = next(program for program in info.tts if program.installed)
        assert program.supports_synthesize_streaming
        by_language: dict[str, list[TtsVoice]] = {}
        for voice in program.voices:
            assert voice.installed
            for language in voice.languages:
                by_language.setdefault(language, []).append(voice)
        return by_language

    async def whole(self, text: str, voice: SynthesizeVoice | None) -> bytes:
        """A WAV file: its format is that of the first chunk, its end the first `audio-stop`."""
        chunks: list[AudioChunk] = []
        async with AsyncTcpClient("127.0.0.1", self._port) as client:
            await client.write_event(Synthesize(text, voice=voice).event())
            while (event := await client.read_event()) is not None and not AudioStop.is_type(event.type):
                if AudioChunk.is_type(event.type):
                    chunks.append(AudioChunk.from_event(event))
        assert event is not None, "connection lost"
        return wav(chunks[0], b"".join(chunk.audio for chunk in chunks)) if chunks else b""

    async def streamed(self, deltas: AsyncIterator[str], voice: SynthesizeVoice | None) -> AsyncIterator[bytes]:
        """A WAV header, from the first `audio-start`, then PCM up to `synthesize-stopped`; text is written meanwhile."""
        async with AsyncTcpClient("127.0.0.1", self._port) as client:
            writing = asyncio.create_task(self._write(client, deltas, voice))
            has_header = False
            while (event := await client.read_event()) is not None:
                if AudioStart.is_type(event.type) and not has_header:
                    has_header = True
                    yield wav(AudioStart.from_event(event), b"")
                elif AudioChunk.is_type(event.type):
                    yield AudioChunk.from_event(event).audio
                elif SynthesizeStopped.is_type(event.type):
                    break
            assert event is not None, "connection lost"
            await writing

    async def _write(self, client: AsyncClient, deltas: AsyncIterator[str], voice: SynthesizeVoice | None) -> None:
        await client.write_event(SynthesizeStart(voice=voice).event())
        text = ""
        async for delta in deltas:
            text += delta
            await client.write_event(SynthesizeChunk(delta).event())
        await client.write_event(Synthesize(text, voice=voice).event())  # for servers that do not know the others
        await client.write_event(SynthesizeStop().event())


def test_home_assistant_lists_the_voices_and_speaks_with_each_kind(port: int, spoken: Spoke) -> None:
    async def body() -> None:
        home = HomeAssistant(port)
        voices = await home.voices()
        assert [voice.name for voice in voices["en-US"]] == ["hibari-heart", "en-us"]
        assert voices["en-US"][0].description == "Heart (en-US)"
        for name, rate_hz in (("hibari-heart", 24_000), ("en-us", 22_050)):
            with wave.open(io.BytesIO(await home.whole(TEXT, SynthesizeVoice(name)))) as speech:
                assert speech.getframerate() == rate_hz
                assert speech.getnframes() / rate_hz == pytest.approx(spoken(TEXT).seconds, rel=0.4)
        assert await home.whole("", None) == b""

    asyncio.run(asyncio.wait_for(body(), 60))


def test_home_assistant_hears_the_first_sentence_while_the_model_writes(port: int, spoken: Spoke) -> None:
    """Four characters every 40 ms; the text comes twice, as Home Assistant sends it."""
    written: list[str] = []

    async def deltas() -> AsyncIterator[str]:
        for start in range(0, len(TEXT), 4):
            written.append(TEXT[start : start + 4])
            yield written[-1]
            await asyncio.sleep(0.04)

    async def body() -> tuple[bytes, int]:
        audio, written_at_first = b"", 0
        async for piece in HomeAssistant(port).streamed(deltas(), SynthesizeVoice("en-us")):
            audio += piece
            written_at_first = written_at_first or len("".join(written))
        return audio, written_at_first

    audio, written_at_first = asyncio.run(asyncio.wait_for(body(), 60))
    assert len(SENTENCES[0]) <= written_at_first < len(TEXT) - len(SENTENCES[-1])
    assert audio[:4] == b"RIFF"
    assert audio.count(b"RIFF") == 1
    seconds = (len(audio) - 44) / 2 / 22_050
    assert seconds == pytest.approx(spoken(TEXT).seconds, abs=0.5)


def test_wyoming_bench_measures_both_modes(port: int) -> None:
    """The package `wyoming-bench` as published."""

    def bench(*arguments: str) -> str:
        done = subprocess.run(
            [BENCH, *arguments], capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    server = f"127.0.0.1:{port}"
    listed = bench("info", server)
    assert "plosive (synthesize streaming)" in listed
    assert "voice hibari-heart [en-US]" in listed
    measured = bench("tts", server, "--rounds", "2", "--texts", TEXT, "Yes.", "--chunk-delay", "0.02")
    for mode in ("non_streaming", "streaming"):
        assert f"[{mode}] ok=4 fail=0" in measured
    named = bench("tts", server, "--rounds", "1", "--texts", "Guten Tag.", "--config", '{"voice": "de"}')
    assert named.count("ok=1 fail=0") == 2


@contextlib.contextmanager
def wyoming_openai(server: PlosiveServer, folder: Path) -> Iterator[Path]:
    """`wyoming-openai` as published, before the server: yields its Unix socket. It finds out by itself what the server is."""
    if not WYOMING_OPENAI.exists():
        not_installed("wyoming-openai needs Python 3.12 and make .venv/wyoming-openai/ready")
    path = folder / "socket"
    command: list[str | Path] = [
        WYOMING_OPENAI,
        "-m",
        "wyoming_openai",
        "--uri",
        f"unix://{path}",
        "--tts-openai-url",
        f"{server.http}/v1",
    ]
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen([*command, "--tts-models", "kokoro"], stdout=log, stderr=log)
        try:
            until(lambda: path.exists() or process.poll() is not None, 60)
            assert process.poll() is None, (folder / "log").read_text()
            yield path
        finally:
            process.terminate()
            process.wait(10)


def test_wyoming_openai_takes_the_server_for_kokoro_and_lists_its_voices(server: PlosiveServer, tmp_path: Path) -> None:
    async def body(path: Path) -> None:
        async with AsyncUnixClient(str(path)) as client:
            await client.write_event(Describe().event())
            event = await client.read_event()
            assert event is not None
            [program] = Info.from_event(event).tts
            names = [voice.name for voice in program.voices]
            assert names[:2] == ["alloy", "ash"]
            assert {"Plosive.Hibari.heart", "Plosive.Espeak.de"} <= {*names}
            await client.write_event(Synthesize(TEXT, voice=SynthesizeVoice("Plosive.Espeak.de")).event())
            seconds = 0.0
            while (event := await client.read_event()) is not None and not AudioStop.is_type(event.type):
                if AudioChunk.is_type(event.type):
                    seconds += AudioChunk.from_event(event).seconds
            assert event is not None
            assert seconds > 3

    assert "Wyoming" not in server.output  # nobody asked for it
    with wyoming_openai(server, tmp_path) as path:
        asyncio.run(asyncio.wait_for(body(path), 60))
    voices = [line for line in server.log.splitlines() if "path=/v1/audio/voices" in line]
    assert any("httpx2" in line and "status=200" in line for line in voices)
