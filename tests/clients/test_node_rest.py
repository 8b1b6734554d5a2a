"""The npm packages `telnyx` and `openai`, unmodified but for the base URL, in a process of their own."""

import base64
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import av
import pytest

from clients.client_process import not_installed
from clients.heard import SENTENCES, Spoke
from plosive_server import PlosiveServer

SCRIPT = Path(__file__).with_name("node_rest.mjs")
TEXT = "".join(SENTENCES[:2]).strip()


def run(flow: str, server: PlosiveServer) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None or not all(
        SCRIPT.with_name("node_modules").joinpath(name).is_dir() for name in ("telnyx", "openai")
    ):
        not_installed("needs node, and `npm ci` in tests/clients")
    done = subprocess.run(
        [node, SCRIPT, flow, server.http], capture_output=True, text=True, timeout=60, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def seconds(encoded: str) -> float:
    with av.open(io.BytesIO(base64.b64decode(encoded)), "r") as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


def test_telnyx(server: PlosiveServer, spoken: Spoke) -> None:
    result = run("telnyx", server)
    for audio in result["audio"]:
        assert seconds(audio) == pytest.approx(spoken(TEXT).seconds, abs=0.6)  # two voices, one text
    assert "Telnyx.NaturalHD.astra" in result["voices"]
    failures = [(failure["name"], failure["status"]) for failure in result["failures"]]
    assert failures == [("BadRequestError", 400), ("UnprocessableEntityError", 422), ("APIError", 426)]
    assert "Telnyx.NaturalHD.astra" in result["failures"][0]["message"]


def test_telnyx_dictionaries(server: PlosiveServer) -> None:
    result = run("dictionaries", server)
    first, second = result["made"]
    assert [item["text"] for item in result["updated"]["items"]] == ["Plosive", "GIF"]
    assert result["updated"]["version"] == first["version"] + 1
    assert result["retrieved"] == result["updated"]
    assert {first["id"], second["id"]} <= set(result["listed"])
    failures = [(failure["name"], failure["status"]) for failure in result["failures"]]
    assert failures == [
        ("ConflictError", 409), ("UnprocessableEntityError", 422), ("NotFoundError", 404), ("NotFoundError", 404)
    ]  # fmt: skip


def test_openai(server: PlosiveServer, spoken: Spoke) -> None:
    result = run("openai", server)
    raw = base64.b64decode(result["audio"].pop("pcm"))
    assert len(raw) / 2 / 24_000 == pytest.approx(spoken(TEXT).seconds, abs=0.6)
    for audio in result["audio"].values():
        assert seconds(audio) == pytest.approx(len(raw) / 2 / 24_000, abs=0.15)
    assert result["chunks"] > 1
    assert "tts-1" in result["models"]
    assert set(result["events"][:-1]) == {"speech.audio.delta"}
    assert result["events"][-1] == "speech.audio.done"
    failures = [(failure["name"], failure["status"]) for failure in result["failures"]]
    assert failures == [("BadRequestError", 400), ("NotFoundError", 404)]
