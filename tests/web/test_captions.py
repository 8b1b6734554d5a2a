"""The times of words over HTTP: behind base64 audio, and as Kokoro-FastAPI's clients read them."""

import base64
import json
from itertools import pairwise
from typing import Any

import httpx
import pytest

from plosive_server import HEADERS, PATH, PlosiveServer

TEXT = "Hello there, my friend. You owe us $3.14 on 2026-11-21, Dr. Smith."
WORDS = ["Hello", "there,", "my", "friend.", "You", "owe", "us", "$3.14", "on", "2026-11-21,", "Dr.", "Smith."]
RATE_HZ = 24000


def post(server: PlosiveServer, path: str, **body: Any) -> httpx.Response:
    return httpx.post(server.http + path, json=body, headers=HEADERS, timeout=30)


def speak(server: PlosiveServer, **body: Any) -> httpx.Response:
    body = {"text": TEXT, "output_type": "base64_output", "telnyx": {"response_format": "linear16"}} | body
    return post(server, PATH, **body)


def seconds(audio: str) -> float:
    return len(base64.b64decode(audio, validate=True)) / 2 / RATE_HZ


def test_words_stand_behind_the_audio(server: PlosiveServer) -> None:
    """Fresh, and from the cache."""
    for _ in range(2):
        answer = speak(server, timestamps="words").json()
        assert list(answer) == ["base64_audio", "words"]
        words = answer["words"]
        assert [word["text"] for word in words] == WORDS
        assert all(one["start_ms"] <= one["end_ms"] <= other["start_ms"] for one, other in pairwise(words))
        assert words[-1]["end_ms"] <= seconds(answer["base64_audio"]) * 1000 + 1
        assert words[4]["start_ms"] > words[3]["end_ms"]


def test_subtitles_stand_behind_the_audio(server: PlosiveServer) -> None:
    found = speak(server, timestamps="srt").json()["srt"]
    assert found.startswith("1\n00:00:00,")
    assert "\nHello there, my friend.\n\n2\n" in found
    found = speak(server, timestamps="vtt").json()["vtt"]
    assert found.startswith("WEBVTT\n\n00:00:00.")
    assert found.endswith("\nYou owe us $3.14 on 2026-11-21, Dr. Smith.\n")


def test_without_timestamps_nothing_is_added(server: PlosiveServer) -> None:
    assert list(speak(server).json()) == ["base64_audio"]


@pytest.mark.parametrize("output_type", ["binary_output", "audio_id", None])
def test_other_answers_have_no_place_for_them(server: PlosiveServer, output_type: str | None) -> None:
    answer = speak(server, output_type=output_type, timestamps="words")
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert "base64_output" in error["detail"]
    assert error["source"]["pointer"] == "/timestamps"
    assert speak(server, timestamps="ass").status_code == 422


def captioned(server: PlosiveServer, **body: Any) -> httpx.Response:
    return post(server, "/dev/captioned_speech", **{"input": TEXT, "response_format": "pcm", "voice": "en-us"} | body)


def check(words: list[dict[str, Any]]) -> None:
    assert [word["word"] for word in words] == WORDS
    assert all(one["start_time"] <= one["end_time"] <= other["start_time"] for one, other in pairwise(words))


def test_captions_in_one_object(server: PlosiveServer) -> None:
    answer = captioned(server, stream=False)
    assert answer.headers["content-type"] == "application/json"
    found = answer.json()
    assert found.keys() == {"audio", "audio_format", "timestamps"}
    assert found["audio_format"] == "audio/pcm"
    check(found["timestamps"])
    assert found["timestamps"][-1]["end_time"] <= seconds(found["audio"]) + 0.001


def test_captions_in_lines_come_with_or_before_their_audio(server: PlosiveServer) -> None:
    answer = captioned(server)
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert len(lines) > 10
    sent_s, words = 0.0, []
    for line in lines:
        assert line["audio_format"] == "audio/pcm"
        assert all(word["start_time"] >= sent_s - 0.002 for word in line["timestamps"])
        words += line["timestamps"]
        sent_s += seconds(line["audio"])
    check(words)
    assert words[-1]["end_time"] <= sent_s + 0.001


def test_captions_as_by_default(server: PlosiveServer) -> None:
    """mp3, the voice `af_heart`, in lines."""
    answer = post(server, "/dev/captioned_speech", input="Hello there.")
    assert answer.status_code == 200
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert {line["audio_format"] for line in lines} == {"audio/mpeg"}
    assert [word["word"] for line in lines for word in line["timestamps"]] == ["Hello", "there."]


def test_captions_without_words(server: PlosiveServer) -> None:
    assert captioned(server, stream=False, return_timestamps=False).json()["timestamps"] == []


def test_errors_are_openais(server: PlosiveServer) -> None:
    answer = captioned(server, voice="nobody")
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == "voice"
    assert captioned(server, input="").json()["error"]["type"] == "invalid_request_error"


def test_a_recording_has_its_words(server: PlosiveServer) -> None:
    answer = speak(server, text=f"{TEXT} " * 3, output_type="audio_id", disable_cache=True).json()
    url = answer["audio_url"]
    found = httpx.get(url + ".json", headers=HEADERS, timeout=30).json()
    assert found["text"] == " ".join([TEXT, TEXT, TEXT])
    assert [word["text"] for word in found["words"]] == " ".join(each["text"] for each in found["segments"]).split()
    assert found["segments"][-1]["end_ms"] == found["duration_ms"]
    audio = httpx.get(url, headers=HEADERS).content
    assert found["duration_ms"] == pytest.approx(len(audio) / 2 / RATE_HZ * 1000, abs=2)
    srt, vtt = (httpx.get(f"{url}.{form}", headers=HEADERS) for form in ("srt", "vtt"))
    assert srt.text.startswith("1\n00:00:00,")
    assert vtt.headers["content-type"] == "text/vtt; charset=utf-8"
    assert vtt.text.startswith("WEBVTT\n")
    assert httpx.get(url[:-1] + ("0" if url[-1] != "0" else "1") + ".srt", headers=HEADERS).status_code == 404
    assert httpx.get(url + ".txt", headers=HEADERS).status_code == 404
