"""Pauses between segments, measured in the audio of every door and engine: sentences, paragraphs, headings, list items."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import httpx
import numpy as np
import pytest

from plosive_server import HEADERS, PlosiveServer, audio_of

RATE_HZ = 24_000
Door: TypeAlias = Callable[[PlosiveServer, str, str], bytes]
ONE, TWO = "First part ends here.", "Second part starts."


@pytest.fixture(scope="module")
def server() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1) as server:
        yield server


def over_openai(server: PlosiveServer, text: str, voice: str, speed: float = 1.0) -> bytes:
    body = {"model": "tts-1", "input": text, "voice": voice, "response_format": "pcm", "speed": speed}
    answer = httpx.post(f"{server.http}/v1/audio/speech", headers=HEADERS, json=body, timeout=30)
    assert answer.status_code == 200, answer.text
    return answer.content


def over_socket(server: PlosiveServer, text: str, voice: str, speed: float = 1.0) -> bytes:
    with server.client(voice=voice, audio_format="linear16") as client:
        client.handshake(voice_speed=speed)
        client.send(text=text, flush=True)
        client.send(text="")
        return audio_of(client.until_final())


def longest_silence_s(pcm: bytes) -> float:
    """The longest silence between two sounds. A stop in a word lasts less than 0.1 s."""
    loud = np.flatnonzero(np.abs(np.frombuffer(pcm, "<i2").astype(int)) > 200)
    return float(np.diff(loud).max()) / RATE_HZ


@pytest.mark.parametrize("voice", ["Plosive.Espeak.en-us", "Plosive.Hibari.heart"])
@pytest.mark.parametrize("door", [over_openai, over_socket])
def test_paragraphs_and_headings_have_longer_pauses_than_sentences(
    server: PlosiveServer, door: Door, voice: str
) -> None:
    sentence, paragraph, heading = (
        longest_silence_s(door(server, text, voice)) for text in (f"{ONE} {TWO}", f"{ONE}\n\n{TWO}", f"# {ONE}\n{TWO}")
    )
    assert paragraph - sentence == pytest.approx(0.35, abs=0.06)
    assert heading - sentence == pytest.approx(0.25, abs=0.06)


@pytest.mark.parametrize("voice", ["Plosive.Espeak.en-us", "Plosive.Hibari.heart"])
@pytest.mark.parametrize("text", [f"{ONE} {TWO}", "- Hello my friend\n- See you soon", "Name: Anna\nAge: forty"])
def test_at_twice_the_speed_a_gap_is_still_heard(server: PlosiveServer, voice: str, text: str) -> None:
    assert longest_silence_s(over_openai(server, text, voice, 2.0)) >= 0.095


def test_the_pauses_are_settings() -> None:
    with PlosiveServer(workers=1, paragraph_pause_ms=1000, heading_pause_ms=0) as server:
        voice = "Plosive.Espeak.en-us"
        sentence = longest_silence_s(over_openai(server, f"{ONE} {TWO}", voice))
        assert longest_silence_s(over_openai(server, f"{ONE}\n\n{TWO}", voice)) - sentence == pytest.approx(1, abs=0.06)
        assert longest_silence_s(over_openai(server, f"# {ONE}\n{TWO}", voice)) - sentence == pytest.approx(0, abs=0.06)


@pytest.mark.parametrize("voice", ["Plosive.Espeak.en-us", "Plosive.Hibari.heart"])
@pytest.mark.parametrize("text", ["I met Dr. Lee and Mr. Hall at 5 p.m. today", "We use tools, e.g. Swiss ones"])
def test_no_pause_inside_an_abbreviation(server: PlosiveServer, voice: str, text: str) -> None:
    with_stops, without = (
        longest_silence_s(over_openai(server, each, voice)) for each in (text, text.replace(".", ""))
    )
    assert with_stops < max(0.2, without + 0.1)
