"""The official `telnyx` SDK's methods over HTTP, sync and async, as published: only base URL and key point here."""

import asyncio
import base64
import io
from typing import Any

import av
import httpx
import pytest
import telnyx
from telnyx import AsyncTelnyx, Telnyx

from clients.heard import TEXT, Spoke
from plosive_server import PlosiveServer


def client(server: PlosiveServer, key: str = "test") -> Telnyx:
    return Telnyx(api_key=key, base_url=f"{server.http}/v2", max_retries=0)


def seconds(audio: bytes) -> float:
    with av.open(io.BytesIO(audio), "r") as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


def test_base64(server: PlosiveServer, spoken: Spoke) -> None:
    with client(server) as api:
        for method in (api.text_to_speech.generate_speech, api.text_to_speech.create_speech):
            answer = method(text=TEXT, output_type="base64_output", disable_cache=True)
            assert seconds(base64.b64decode(answer.base64_audio or "", validate=True)) == pytest.approx(
                spoken(TEXT).seconds, abs=0.2
            )


def test_binary_is_streamed(server: PlosiveServer, spoken: Spoke) -> None:
    with (
        client(server) as api,
        api.text_to_speech.with_streaming_response.generate_speech(
            text=TEXT, telnyx={"response_format": "wav"}
        ) as answer,
    ):
        assert answer.headers["content-type"] == "audio/wav"
        chunks = list(answer.iter_bytes())
    assert len(chunks) > 3
    assert len(b"".join(chunks)[44:]) / 48_000 == pytest.approx(spoken(TEXT).seconds, abs=0.1)
    with client(server) as api:
        raw = api.text_to_speech.with_raw_response.generate_speech(text=TEXT, output_type="binary_output")
    assert seconds(raw.read()) == pytest.approx(spoken(TEXT).seconds, abs=0.2)


def test_a_recording(server: PlosiveServer, spoken: Spoke) -> None:
    with client(server) as api:
        made = api.text_to_speech.generate_speech(text=TEXT, extra_body={"output_type": "audio_id"})
        url = made.to_dict()["audio_url"]
        assert isinstance(url, str)
        audio = api.get(url, cast_to=httpx.Response).content
    assert seconds(audio) == pytest.approx(spoken(TEXT).seconds, abs=0.2)


def test_everything_that_a_request_may_carry(server: PlosiveServer) -> None:
    everything: dict[str, Any] = {
        "aws": {"output_format": "mp3", "text_type": "text"},
        "minimax": {"speed": 1.0, "vol": 1.0},
        "disable_cache": False,
        "language": "en-US",
        "output_type": "base64_output",
        "provider": "telnyx",
        "telnyx": {
            "voice_speed": 1.2,
            "volume": 0.9,
            "emotion": "happy",
            "sampling_rate": 22050,
            "response_format": "mp3",
        },
        "text": "<speak>Hello <emphasis>there</emphasis>.</speak>",
        "text_type": "ssml",
        "voice": "Telnyx.Ultra.Clara",
        "voice_settings": {"voice_speed": 0.8},
    }
    with client(server) as api:
        audio = base64.b64decode(api.text_to_speech.generate_speech(**everything).base64_audio or "")
    with av.open(io.BytesIO(audio), "r") as container:
        assert container.streams.audio[0].codec_context.sample_rate == 22050


def test_voices(server: PlosiveServer) -> None:
    with client(server) as api:
        public = api.text_to_speech.list_voices(provider="telnyx").voices or []
        every = api.text_to_speech.list_voices().voices or []
        assert api.text_to_speech.list_voices(provider="aws").voices == []
    [astra] = [voice for voice in public if voice.voice_id == "Telnyx.NaturalHD.astra"]
    assert (astra.name, astra.provider, astra.language, astra.gender, astra.hosted) == (
        *("astra", "telnyx", "en-US", "female"),
        True,
    )
    assert len(every) > len(public)


@pytest.mark.parametrize(
    ("request_", "error", "words"),
    [
        ({"text": TEXT, "voice": "Telnyx.NaturalHD.astar"}, telnyx.BadRequestError, "astra"),
        ({"text": TEXT, "voice": "minimax.speech.x"}, telnyx.BadRequestError, "PLOSIVE_VOICE_ALIASES"),
        ({"text": ""}, telnyx.UnprocessableEntityError, "at least 1"),
        ({}, telnyx.UnprocessableEntityError, "required"),
        ({"text": "**"}, telnyx.BadRequestError, "nothing"),
    ],
)
def test_errors(server: PlosiveServer, request_: Any, error: type[Exception], words: str) -> None:
    with client(server) as api, pytest.raises(error, match=words):
        api.text_to_speech.generate_speech(**request_)


def test_the_socket_is_no_request(server: PlosiveServer) -> None:
    with client(server) as api, pytest.raises(telnyx.APIStatusError) as refused:
        api.text_to_speech.retrieve_speech(voice="Telnyx.NaturalHD.astra")
    assert refused.value.status_code == 426


def test_a_wrong_key() -> None:
    with PlosiveServer(api_keys="right") as server:
        with client(server) as api, pytest.raises(telnyx.AuthenticationError):
            api.text_to_speech.generate_speech(text=TEXT)
        with client(server, "right") as api:
            assert api.text_to_speech.list_voices().voices


def test_async(server: PlosiveServer, spoken: Spoke) -> None:
    async def flow() -> tuple[bytes, bytes]:
        async with AsyncTelnyx(api_key="test", base_url=f"{server.http}/v2", max_retries=0) as api:
            encoded = await api.text_to_speech.generate_speech(text=TEXT, output_type="base64_output")
            async with api.text_to_speech.with_streaming_response.generate_speech(text=TEXT) as answer:
                chunks = [chunk async for chunk in answer.iter_bytes()]
            assert (await api.text_to_speech.list_voices(provider="telnyx")).voices
            with pytest.raises(telnyx.BadRequestError):
                await api.text_to_speech.create_speech(text=TEXT, voice="a")
            with pytest.raises(telnyx.APIStatusError):
                await api.text_to_speech.retrieve_speech()
            return base64.b64decode(encoded.base64_audio or ""), b"".join(chunks)

    for audio in asyncio.run(asyncio.wait_for(flow(), 30)):
        assert seconds(audio) == pytest.approx(spoken(TEXT).seconds, abs=0.2)
