"""The `openai` package as published, sync and async: only base URL and key point here."""

import asyncio
import base64
import io
import json
from typing import Any

import av
import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from clients.heard import TEXT, Spoke
from plosive_server import PlosiveServer

FORMATS = {"mp3": "mp3", "opus": "opus", "aac": "aac", "flac": "flac", "wav": "pcm_s16le"}
NAMES = (
    "alloy",
    "ash",
    "ballad",
    "coral",
    "echo",
    "fable",
    "nova",
    "onyx",
    "sage",
    "shimmer",
    "verse",
    "marin",
    "cedar",
)


def client(server: PlosiveServer, path: str = "/v1", **more: Any) -> OpenAI:
    return OpenAI(api_key="test", base_url=server.http + path, max_retries=0, **more)


def decoded(audio: bytes) -> tuple[str, float]:
    """The codec's name, and how long it sounds."""
    with av.open(io.BytesIO(audio), "r") as container:
        codec = container.streams.audio[0].codec_context.name
        return codec, sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_decoded_to_the_whole_text(server: PlosiveServer, spoken: Spoke, name: Any) -> None:
    with client(server) as api:
        answer = api.audio.speech.create(model="tts-1", voice="onyx", input=TEXT, response_format=name)
    codec, seconds = decoded(answer.content)
    assert codec.startswith(FORMATS[name])
    assert seconds == pytest.approx(spoken(TEXT).seconds, abs=0.2)


def test_pcm_is_24_khz(server: PlosiveServer, spoken: Spoke) -> None:
    with client(server) as api:
        answer = api.audio.speech.create(model="tts-1", voice="onyx", input=TEXT, response_format="pcm")
    assert answer.response.headers["content-type"] == "audio/pcm"
    assert len(answer.content) / 2 / 24_000 == pytest.approx(spoken(TEXT).seconds, abs=0.1)


def test_a_streamed_answer_is_read_as_it_comes(server: PlosiveServer, spoken: Spoke, tmp_path: Any) -> None:
    with (
        client(server) as api,
        api.audio.speech.with_streaming_response.create(model="tts-1-hd", voice="nova", input=TEXT) as answer,
    ):
        assert answer.headers["content-type"] == "audio/mpeg"
        chunks = list(answer.iter_bytes())
    assert len(chunks) > 3
    assert decoded(b"".join(chunks))[1] == pytest.approx(spoken(TEXT).seconds, abs=0.2)
    with client(server) as api:
        api.audio.speech.with_raw_response.create(model="tts-1", voice="nova", input=TEXT).parse().write_to_file(
            tmp_path / "speech.mp3"
        )
    assert (tmp_path / "speech.mp3").stat().st_size > 5000


def test_events_carry_the_audio_and_end_with_the_usage(server: PlosiveServer, spoken: Spoke) -> None:
    events = []
    with (
        client(server) as api,
        api.audio.speech.with_streaming_response.create(
            model="gpt-4o-mini-tts", voice="sage", input=TEXT, stream_format="sse", instructions="Whisper."
        ) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        events = [json.loads(line.removeprefix("data: ")) for line in answer.iter_lines() if line]
    *deltas, done = events
    assert {event["type"] for event in deltas} == {"speech.audio.delta"}
    audio = b"".join(base64.b64decode(event["audio"], validate=True) for event in deltas)
    assert decoded(audio)[1] == pytest.approx(spoken(TEXT).seconds, abs=0.2)
    assert done["type"] == "speech.audio.done"
    usage = done["usage"]
    assert usage["input_tokens"] == len(" ".join(spoken(TEXT).segments)) - len(spoken(TEXT).segments) + 1
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]


@pytest.mark.parametrize("name", NAMES)
def test_every_voice_of_openai_speaks(server: PlosiveServer, name: str) -> None:
    with client(server) as api:
        assert len(api.audio.speech.create(model="tts-1", voice=name, input="Hello.").content) > 1000


def test_voices_by_id_speak_too(server: PlosiveServer) -> None:
    with client(server) as api:
        german = api.audio.speech.create(model="tts-1", voice="Plosive.Espeak.de", input="Guten Tag.").content
        same = api.audio.speech.create(model="tts-1", voice={"id": "Plosive.Espeak.de"}, input="Guten Tag.").content
        other = api.audio.speech.create(model="tts-1", voice="Telnyx.NaturalHD.astra", input="Guten Tag.").content
    assert abs(len(german) - len(same)) < 1000
    assert other != german


def test_speed_is_clamped_to_what_the_engines_do(server: PlosiveServer) -> None:
    def seconds(speed: float) -> float:
        with client(server) as api:
            answer = api.audio.speech.create(
                model="tts-1", voice="alloy", input=TEXT, speed=speed, response_format="pcm"
            )
        return len(answer.content) / 2 / 24_000

    normal, fast, faster, slow = seconds(1), seconds(2), seconds(4), seconds(0.25)
    assert fast < 0.7 * normal
    assert faster == pytest.approx(fast, abs=0.1)
    assert slow > 1.5 * normal


def test_the_base_url_may_end_in_v2(server: PlosiveServer) -> None:
    with client(server, "/v2") as api:
        assert api.audio.speech.create(model="tts-1", voice="alloy", input="Hello.").content


def test_models_and_voices(server: PlosiveServer) -> None:
    with client(server) as api:
        names = [model.id for model in api.models.list()]
        assert "tts-1" in names
        assert api.models.retrieve("tts-1").owned_by == "plosive"
        with pytest.raises(openai.NotFoundError, match="There is no model 'gpt-9'"):
            api.models.retrieve("gpt-9")
        voices = api.get("/audio/voices", cast_to=dict[str, Any])["voices"]
        legacy = api.get("/audio/voices?legacy=true", cast_to=dict[str, Any])["voices"]
        models = api.get("/audio/models", cast_to=dict[str, Any])["models"]
    assert [voice["id"] for voice in voices[: len(NAMES)]] == list(NAMES)
    american = {"id": "Plosive.Espeak.en-us", "name": "English (America) (en-US)", "language": "en-US", "gender": None}
    assert american in voices
    assert legacy == [voice["id"] for voice in voices]
    assert {"id": "kokoro", "name": "kokoro"} in models


@pytest.mark.parametrize(
    ("request_", "voice"),
    [
        ({"model": "kokoro", "voice": "af_heart"}, "Plosive.Hibari.heart"),
        ({"model": "kokoro", "voice": "af_sky+af_bella"}, "Plosive.Hibari.heart"),
        ({"model": "anything", "voice": "de"}, "Plosive.Espeak.de"),
        ({"model": "tts-1", "voice": ""}, "Plosive.Espeak.en-us"),
        ({"model": "de", "voice": ""}, "Plosive.Espeak.de"),
        ({"voice": "alloy", "extra_body": {"language": "fr"}}, "Plosive.Espeak.fr-fr+f3"),
        ({"voice": "alloy", "extra_body": {"lang_code": "e"}}, "Plosive.Espeak.es+f3"),
        ({"voice": "21m00Tcm4TlvDq8ikWAM"}, "Plosive.Hibari.heart"),
    ],
)
def test_names_that_clients_have_in_their_settings(server: PlosiveServer, request_: dict[str, Any], voice: str) -> None:
    asked = {"model": "tts-1", "input": "Hello.", **request_}
    with client(server) as api:
        speech = api.audio.speech.with_raw_response.create(**asked)
    assert speech.headers["x-voice"] == voice
    assert speech.content


def test_the_input_may_be_ssml_in_mulaw_at_half_the_volume(server: PlosiveServer) -> None:
    with client(server) as api:
        speech = api.audio.speech.create(
            model="tts-1", voice="alloy", input='<speak>One <break time="1s"/> two.</speak>',
            response_format="ulaw",  # type: ignore[arg-type]
            extra_body={"ssml": True, "volume_multiplier": 0.5},
        ).content  # fmt: skip
    assert 8000 * 1.3 < len(speech) < 8000 * 3


@pytest.mark.parametrize(
    ("request_", "param", "words"),
    [
        ({"voice": "nobody"}, "voice", "alloy"),
        ({"voice": "Plosive.Espeak.en-uz"}, "voice", "Plosive.Espeak.en-us"),
        ({"response_format": "mp4"}, "response_format", "mp3"),
        ({"speed": 5}, "speed", "4"),
        ({"input": ""}, "input", "at least 1"),
        ({"stream_format": "x"}, "stream_format", "sse"),
    ],
)
def test_bad_requests(server: PlosiveServer, request_: dict[str, Any], param: str | None, words: str) -> None:
    good = {"model": "tts-1", "voice": "alloy", "input": "Hello."}
    with client(server) as api, pytest.raises(openai.BadRequestError, match=words) as refused:
        api.audio.speech.create(**{**good, **request_})
    assert refused.value.param == param
    assert refused.value.type == "invalid_request_error"


def test_other_errors_have_their_class_and_code(server: PlosiveServer) -> None:
    with client(server) as api, pytest.raises(openai.APIStatusError) as long:
        api.audio.speech.create(model="tts-1", voice="alloy", input="a" * 100_001)
    assert long.value.status_code == 413
    with client(server) as api, pytest.raises(openai.NotFoundError):
        api.embeddings.create(model="tts-1", input="Hello.")
    with PlosiveServer(api_keys="right") as locked, client(locked) as api:
        with pytest.raises(openai.AuthenticationError) as wrong:
            api.models.list()
        assert wrong.value.code == "invalid_api_key"
        assert api.with_options(api_key="right").models.list().data


def test_async(server: PlosiveServer, spoken: Spoke) -> None:
    async def flow() -> tuple[bytes, bytes]:
        async with AsyncOpenAI(api_key="test", base_url=f"{server.http}/v1", max_retries=0) as api:
            whole = await api.audio.speech.create(model="tts-1", voice="alloy", input=TEXT)
            async with api.audio.speech.with_streaming_response.create(
                model="tts-1", voice="alloy", input=TEXT
            ) as answer:
                chunks = [chunk async for chunk in answer.iter_bytes()]
            with pytest.raises(openai.BadRequestError):
                await api.audio.speech.create(model="tts-1", voice="nobody", input=TEXT)
            return whole.content, b"".join(chunks)

    for audio in asyncio.run(asyncio.wait_for(flow(), 30)):
        assert decoded(audio)[1] == pytest.approx(spoken(TEXT).seconds, abs=0.4)
