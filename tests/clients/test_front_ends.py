"""Chat front ends of the OpenAI door: their requests are replayed as their source makes them, each named by file and line."""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import av
import pytest

from clients.heard import TEXT, Spoke
from plosive_server import PlosiveServer


def seconds(audio: bytes) -> float:
    with av.open(io.BytesIO(audio), "r") as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


@asynccontextmanager
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(30)) as opened:
        yield opened


async def post(url: str, body: dict[str, object], headers: dict[str, str]) -> tuple[str, bytes]:
    """The content type and the body of an answer, which must be a success."""
    async with session() as http, http.post(url, json=body, headers=headers) as answer:
        answer.raise_for_status()
        return answer.headers["content-type"], await answer.read()


class OpenWebUI:
    """open-webui 0.12.4, `open_webui/routers/audio/__init__.py`, with the engine `openai` and this base URL."""

    def __init__(self, base_url: str, key: str = "") -> None:
        self._base_url = base_url
        self._key = key

    async def models(self) -> list[Any]:
        """Line 1559: `get_available_models`, without a header."""
        async with session() as http, http.get(f"{self._base_url}/audio/models") as answer:
            answer.raise_for_status()
            return list((await answer.json()).get("models", []))

    async def voices(self) -> dict[str, str]:
        """Line 1641: `get_available_voices`, without a header; `id` and `name` have no default."""
        async with session() as http, http.get(f"{self._base_url}/audio/voices") as answer:
            answer.raise_for_status()
            return {voice["id"]: voice["name"] for voice in (await answer.json()).get("voices", [])}

    async def speak(self, text: str, voice: str, model: str, **parameters: object) -> tuple[str, bytes]:
        """Line 437: `_tts_openai`. Without a key the header is `Bearer ` alone. The parameters are the administrator's."""
        body = {"input": text, "voice": voice, "model": model, **parameters}
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._key}"}
        return await post(f"{self._base_url}/audio/speech", body, headers)


@pytest.mark.parametrize("path", ["/v1", "/openai/v1"])
def test_open_webui_lists_models_and_voices_and_speaks_with_each_kind(
    server: PlosiveServer, spoken: Spoke, path: str
) -> None:
    async def body() -> None:
        page = OpenWebUI(server.http + path)
        assert {"id": "kokoro", "name": "kokoro"} in await page.models()
        voices = await page.voices()
        assert [*voices][:2] == ["alloy", "ash"]
        assert voices["Plosive.Hibari.heart"] == "Heart (en-US)"
        for voice in ("alloy", "Plosive.Hibari.heart", "Plosive.Espeak.en-us"):
            kind, audio = await page.speak(TEXT, voice, "tts-1")
            assert kind == "audio/mpeg"
            assert seconds(audio) == pytest.approx(spoken(TEXT).seconds, rel=0.4)
        kind, audio = await page.speak(TEXT, "alloy", "kokoro", speed=1.5, response_format="opus", lang_code="b")
        assert kind == "audio/ogg"
        assert seconds(audio) > 2

    asyncio.run(body())


def test_open_webui_lists_without_its_key() -> None:
    """It sends no key for lists, also where one is set: `PLOSIVE_LISTS_WITHOUT_KEY`."""

    async def body(server: PlosiveServer, key: str, lists: bool) -> None:
        page = OpenWebUI(f"{server.http}/v1", key)
        questions: list[Callable[[], Awaitable[object]]] = [page.models, page.voices]
        for ask in questions:
            if lists:
                assert await ask()
            else:
                with pytest.raises(aiohttp.ClientResponseError, match="401"):
                    await ask()
        if key == "right":
            assert (await page.speak("Hello.", "alloy", "tts-1"))[1]
        else:
            with pytest.raises(aiohttp.ClientResponseError, match="401"):
                await page.speak("Hello.", "alloy", "tts-1")

    for lists in (True, False):
        with PlosiveServer(workers=1, api_keys="right", lists_without_key=str(lists).lower()) as server:
            asyncio.run(body(server, "right", lists))
            asyncio.run(body(server, "", lists))


def test_sillytavern_speaks_without_a_key(server: PlosiveServer, spoken: Spoke) -> None:
    """SillyTavern, `public/scripts/extensions/tts/openai-compatible.js`, `fetchTtsGeneration`; its server sends it on.

    Without a key the header is `Bearer ` alone.
    """
    body = {"model": "tts-1", "input": TEXT, "voice": "nova", "response_format": "mp3", "speed": 1}
    kind, audio = asyncio.run(post(f"{server.http}/v1/audio/speech", body, {"Authorization": "Bearer "}))
    assert kind == "audio/mpeg"
    assert seconds(audio) == pytest.approx(spoken(TEXT).seconds, rel=0.4)


@pytest.mark.parametrize(
    ("fields", "voice"),
    [
        ({"model": "tts-1", "voice": "nova"}, "Plosive.Hibari.heart"),
        ({"model": "tts-1"}, "Plosive.Espeak.en-us"),  # `openAIProvider` without voices in its settings
        ({"model": "de", "backend": "piper"}, "Plosive.Espeak.de"),  # `localAIProvider`: the voice is the model
        ({"model": "af_heart"}, "Plosive.Hibari.heart"),
        ({"backend": "piper"}, "Plosive.Espeak.en-us"),  # `localAIProvider` without voices
    ],
)
def test_librechat_may_send_no_voice_or_the_voice_as_model(
    server: PlosiveServer, fields: dict[str, object], voice: str
) -> None:
    """LibreChat, `api/server/services/Files/Audio/TTSService.js`; fields without a value are not sent."""

    async def body() -> None:
        headers = {"Content-Type": "application/json", "Authorization": "Bearer any"}
        request = {"input": "Hello there.", **fields}
        async with (
            session() as http,
            http.post(f"{server.http}/v1/audio/speech", json=request, headers=headers) as answer,
        ):
            assert answer.status == 200
            assert answer.headers["x-voice"] == voice
            assert seconds(await answer.read()) > 0.3

    asyncio.run(body())
