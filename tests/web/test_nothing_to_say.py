"""Text that has nothing to say: no audio, or a little silence on the doors that a setting names."""

import httpx
import numpy as np
import pytest

from plosive_server import HEADERS, PATH, PlosiveServer, audio_of

NOTHING = ["...", "😊", "**", "[laughs]"]


def over_openai(server: PlosiveServer, text: str, **more: str) -> httpx.Response:
    body = {"model": "tts-1", "input": text, "voice": "alloy", "response_format": "pcm", **more}
    return httpx.post(f"{server.http}/v1/audio/speech", headers=HEADERS, json=body, timeout=30)


def over_rest(server: PlosiveServer, text: str) -> httpx.Response:
    return httpx.post(server.http + PATH, headers=HEADERS, json={"text": text}, timeout=30)


def over_socket(server: PlosiveServer, text: str) -> bytes:
    with server.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        return audio_of(client.until_final())


@pytest.mark.parametrize("text", NOTHING)
def test_openais_clients_get_a_little_silence(server: PlosiveServer, text: str) -> None:
    answer = over_openai(server, text)
    assert answer.status_code == 200
    assert len(answer.content) == pytest.approx(2 * 2400, abs=200)
    assert not np.frombuffer(answer.content, "<i2").any()
    assert over_openai(server, text, response_format="mp3").content
    assert "speech.audio.done" in over_openai(server, text, stream_format="sse").text
    assert over_rest(server, text).status_code == 400
    assert over_socket(server, text) == b""


def test_every_door_or_none_by_the_setting() -> None:
    with PlosiveServer(workers=1, silence_for_nothing="all") as server:
        assert over_rest(server, "...").status_code == 200
        assert len(over_socket(server, "😊")) == pytest.approx(2 * 2400, abs=200)
    with PlosiveServer(workers=1, silence_for_nothing="none") as server:
        answer = over_openai(server, "...")
        assert (answer.status_code, "nothing" in answer.text) == (400, True)
