"""The voice of whoever asks for none, on every door of a server with default settings."""

import re
from collections.abc import Iterator

import httpx
import numpy as np
import pytest

from plosive.voices.catalog import DEFAULT_VOICE
from plosive_server import HEADERS, PlosiveServer

TEXT = "I called Peter at seven, and then I went home."


@pytest.fixture(scope="module")
def fresh() -> Iterator[PlosiveServer]:
    """A server as it is on a fresh machine."""
    with PlosiveServer(default_voice=DEFAULT_VOICE, workers=1) as running:
        yield running


def spoken(response: httpx.Response) -> bytes:
    assert response.status_code == 200, response.text
    return response.content


def over_rest(server: PlosiveServer, voice: str | None, door: str) -> bytes:
    if door == "openai":
        body = {"model": "tts-1", "input": TEXT, "voice": voice or DEFAULT_VOICE, "response_format": "pcm"}
        return spoken(httpx.post(f"{server.http}/v1/audio/speech", json=body, headers=HEADERS, timeout=30))
    given = {"text": TEXT, "output_type": "binary_output"} | ({"voice": voice} if voice else {})
    options = {"voice_settings": {"response_format": "linear16", "sample_rate": 24000}}
    url = f"{server.http}/v2/text-to-speech/speech"
    return spoken(httpx.post(url, json=given | options, headers=HEADERS, timeout=30))


def test_the_socket_speaks_with_it_and_a_woman_of_telnyx_does(fresh: PlosiveServer) -> None:
    heard = {}
    for name, query in {
        "default": {},
        "heart": {"voice": DEFAULT_VOICE},
        "astra": {"voice": "Telnyx.NaturalHD.astra"},
        "albion": {"voice": "Telnyx.NaturalHD.albion"},
    }.items():
        with fresh.client(**query, audio_format="linear16", sample_rate=24000) as client:
            client.handshake()
            client.send(text=TEXT)
            client.send(text="")
            frames = client.until_final()
        heard[name] = "".join(frame["audio"] for frame in frames if frame.get("audio"))
        assert heard[name]
    # The voice's noise has its seed from the utterance: whoever says the same says the same samples.
    assert heard["default"] == heard["heart"] == heard["astra"]
    assert heard["albion"] != heard["default"]


def test_rest_speaks_with_it(fresh: PlosiveServer) -> None:
    voice = over_rest(fresh, None, "rest")
    assert over_rest(fresh, DEFAULT_VOICE, "rest") == voice
    assert over_rest(fresh, "Telnyx.KokoroTTS.af_heart", "rest") == voice
    samples = np.frombuffer(voice[-48000:], "<i2")
    assert np.abs(samples).max() > 1000


def test_alloy_is_it_and_onyx_is_a_man(fresh: PlosiveServer) -> None:
    voice = over_rest(fresh, None, "openai")
    assert over_rest(fresh, "alloy", "openai") == voice
    assert over_rest(fresh, "onyx", "openai") != voice


def test_it_is_listed_first(fresh: PlosiveServer) -> None:
    listed = httpx.get(f"{fresh.http}/v2/text-to-speech/voices", headers=HEADERS).text
    found = re.findall(r"Plosive\.\w+\.[\w-]+", listed)
    assert found[0] == DEFAULT_VOICE
