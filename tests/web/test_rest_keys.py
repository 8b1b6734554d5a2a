"""Rights of a key over HTTP: scopes, limits, its organization's recordings, and its usage."""

import datetime as dt
from typing import Any

import httpx
import pytest

from place import Place, bearer
from plosive_server import PATH, PlosiveServer, until

TEXT = "Hello there, it is very nice to meet you today."


def post(server: PlosiveServer, sent: str, path: str = PATH, **body: Any) -> httpx.Response:
    return httpx.post(server.http + path, json=body or {"text": TEXT}, headers=bearer(sent), timeout=30)


def test_scopes_and_limits(place: Place) -> None:
    mute = place.key(scopes=("dictionaries",))
    slow = place.key(requests_per_minute=2)
    brief = place.key(characters_per_minute=20)
    with PlosiveServer(workers=1, **place.settings) as server:
        refused = post(server, mute)
        assert (refused.status_code, refused.json()["errors"][0]["title"]) == (403, "Forbidden")
        openai = {"model": "tts-1", "voice": "alloy", "input": TEXT}
        assert post(server, mute, "/v1/audio/speech", **openai).json()["error"]["type"] == "invalid_request_error"
        assert [post(server, slow).status_code for _ in range(3)] == [200, 200, 429]
        limited = post(server, slow, "/v1/audio/speech", **openai)
        assert limited.json()["error"]["code"] == "rate_limit_exceeded"
        assert int(limited.headers["Retry-After"]) > 0
        assert post(server, brief).status_code == 200  # a sentence is not cut off for what it is too long
        assert post(server, brief).status_code == 429
        assert post(server, "wrong").status_code == 401


def test_a_limit_in_the_middle_of_a_text_cuts_it_off(place: Place) -> None:
    brief = place.key(characters_per_minute=60)
    with PlosiveServer(workers=1, **place.settings) as server, pytest.raises(httpx.RemoteProtocolError):
        post(server, brief, text=f"{TEXT} " * 5)


def test_speech_over_http_counts_as_a_session(place: Place) -> None:
    single = place.key(concurrent_sessions=1)
    story = " ".join(f"This is sentence number {number} of a story." for number in range(2000))
    with (
        PlosiveServer(workers=1, **place.settings) as server,
        httpx.stream("POST", server.http + PATH, json={"text": story}, headers=bearer(single), timeout=30) as answer,
    ):
        chunks = answer.iter_raw()
        next(chunks)
        assert post(server, single).status_code == 429
        answer.close()
        until(lambda: post(server, single).status_code == 200)


def test_a_recording_is_its_organizations(place: Place) -> None:
    ours, also_ours, theirs = place.key(), place.key(), place.key("theirs")
    with PlosiveServer(workers=1, **place.settings) as server:
        url = post(server, ours, text=TEXT, output_type="audio_id").json()["audio_url"]
        found = [httpx.get(url, headers=bearer(each)).status_code for each in (ours, also_ours, theirs)]
        assert found == [200, 200, 404]


def test_what_is_spoken_is_counted(place: Place) -> None:
    ours = place.key()
    with PlosiveServer(workers=1, **place.settings) as server:
        pcm = post(server, ours, text=TEXT, voice_settings={"response_format": "pcm"}).content
    [day] = place.ask(lambda store: store.usage.days(dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)))
    assert (day.organization, day.requests, day.characters) == ("default", 1, len(TEXT))
    assert day.audio_s == pytest.approx(len(pcm) / 48_000, abs=0.05)
