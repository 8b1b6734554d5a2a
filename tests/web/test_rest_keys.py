"""Rights of a key over HTTP: scopes, limits, its organization's recordings, and its usage."""

import asyncio
import datetime as dt
from pathlib import Path
from typing import Any

import httpx
import pytest

from plosive.callers import new_key
from plosive.settings import Settings
from plosive.store.records import SCOPES, KeyLimits, Scope, UsageDay
from plosive.store.store import open_store
from plosive_server import PATH, PlosiveServer, until

TEXT = "Hello there, it is very nice to meet you today."


def key(folder: Path, organization: str = "ours", scopes: tuple[Scope, ...] = SCOPES, **limits: int) -> str:
    """A new key in the store of this data folder."""

    async def add() -> str:
        sent, record = new_key("test", organization, frozenset(scopes), KeyLimits(**limits), None)
        store = await open_store(Settings(data_dir=folder))
        try:
            await store.api_keys.add(record)
        finally:
            await store.close()
        return sent

    return asyncio.run(add())


def usage(folder: Path) -> list[UsageDay]:
    async def ask() -> list[UsageDay]:
        store = await open_store(Settings(data_dir=folder))
        try:
            return await store.usage.days(dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1))
        finally:
            await store.close()

    return asyncio.run(ask())


def post(server: PlosiveServer, sent: str, path: str = PATH, **body: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {sent}"}
    return httpx.post(server.http + path, json=body or {"text": TEXT}, headers=headers, timeout=30)


def test_scopes_and_limits(tmp_path: Path) -> None:
    mute = key(tmp_path, scopes=("dictionaries",))
    slow = key(tmp_path, requests_per_minute=2)
    brief = key(tmp_path, characters_per_minute=20)
    with PlosiveServer(workers=1, data_dir=tmp_path) as server:
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


def test_a_limit_in_the_middle_of_a_text_cuts_it_off(tmp_path: Path) -> None:
    brief = key(tmp_path, characters_per_minute=60)
    with PlosiveServer(workers=1, data_dir=tmp_path) as server, pytest.raises(httpx.RemoteProtocolError):
        post(server, brief, text=f"{TEXT} " * 5)


def test_speech_over_http_counts_as_a_session(tmp_path: Path) -> None:
    single = key(tmp_path, concurrent_sessions=1)
    story = " ".join(f"This is sentence number {number} of a story." for number in range(2000))
    headers = {"Authorization": f"Bearer {single}"}
    with (
        PlosiveServer(workers=1, data_dir=tmp_path) as server,
        httpx.stream("POST", server.http + PATH, json={"text": story}, headers=headers, timeout=30) as answer,
    ):
        chunks = answer.iter_raw()
        next(chunks)
        assert post(server, single).status_code == 429
        answer.close()
        until(lambda: post(server, single).status_code == 200)


def test_a_recording_is_its_organizations(tmp_path: Path) -> None:
    ours, also_ours, theirs = key(tmp_path), key(tmp_path), key(tmp_path, "theirs")
    with PlosiveServer(workers=1, data_dir=tmp_path) as server:
        url = post(server, ours, text=TEXT, output_type="audio_id").json()["audio_url"]
        found = [
            httpx.get(url, headers={"Authorization": f"Bearer {each}"}).status_code
            for each in (ours, also_ours, theirs)
        ]
        assert found == [200, 200, 404]


def test_what_is_spoken_is_counted(tmp_path: Path) -> None:
    ours = key(tmp_path)
    with PlosiveServer(workers=1, data_dir=tmp_path) as server:
        pcm = post(server, ours, text=TEXT, voice_settings={"response_format": "pcm"}).content
    [day] = usage(tmp_path)
    assert (day.organization, day.requests, day.characters) == ("ours", 1, len(TEXT))
    assert day.audio_s == pytest.approx(len(pcm) / 48_000, abs=0.05)
