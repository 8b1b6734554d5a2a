"""The upgrade's checks (docs/protocol.md): statuses, JSON bodies that name the accepted values, no other refusals."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import psutil
import pytest
from openai import NotFoundError, OpenAI
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from plosive_server import HEADERS, PATH, PlosiveServer, client_frame, upgrade_request
from raw_client import RawClient


def refusal(server: PlosiveServer, query: str = "", headers: Any = None) -> tuple[int, dict[str, Any], Any]:
    wanted = HEADERS if headers is None else headers
    with pytest.raises(InvalidStatus) as refused, connect(server.url() + query, additional_headers=wanted):
        pass
    response = refused.value.response
    [error] = json.loads(bytes(response.body or b""))["errors"]
    assert set(error) <= {"code", "title", "detail", "source"}
    assert response.headers["Content-Type"] == "application/json"
    return response.status_code, error, response.headers


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("?voice=Plosive.Espeak.en-uz", "voice", "Plosive.Espeak.en-us"),
        ("?voice=Telnyx.NaturalHD.astar", "voice", "astra"),
        ("?voice=a", "voice", ""),
        ("?voice=%00", "voice", ""),
        ("?voice=%ff%fe", "voice", ""),
        ("?voice=" + "x" * 6000, "voice", ""),
        ("?voice=Telnyx.Piper.../../../etc/passwd", "voice", ""),
        ("?voice=Telnyx.Piper..%252e%252e", "voice", ""),
        ("?voice=minimax.speech.x", "voice", "PLOSIVE_VOICE_ALIASES"),
        ("?model_id=Nonsense", "voice", ""),
        ("?audio_format=aac", "audio_format", "mp3"),
        ("?sample_rate=11025", "sample_rate", "24000"),
        ("?pronunciation_dict_id=nope", "pronunciation_dict_id", "nope"),
        ("?socket_id=a%0d%0aX", "socket_id", "letters"),
        ("?inactivity_timeout=0", "inactivity_timeout", "3600"),
        ("?language=xx-unknown-thing", "language", ""),
    ],
)
def test_bad_parameters(server: PlosiveServer, query: str, parameter: str, words: str) -> None:
    status, error, _ = refusal(server, query)
    assert status == 400
    assert error["source"] == {"parameter": parameter}
    assert words in error["detail"]


def test_a_refusal_is_no_error_of_the_servers() -> None:
    with PlosiveServer() as server:
        assert refusal(server, "?voice=a")[0] == 400
    assert "ERROR" not in server.log


@pytest.mark.parametrize("query", ["?voice=Telnyx.Ultra.anything", "?model_id=Ultra", "?model_id=ULTRA&voice_id=x"])
def test_ultra_voices_are_not_for_the_socket(server: PlosiveServer, query: str) -> None:
    status, error, _ = refusal(server, query)
    assert (status, error["source"]) == (403, {"parameter": "voice"})


@pytest.fixture(scope="module")
def keyed() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, api_keys="right") as running:
        yield running


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("Authorization", "Bearer")],
        [("Authorization", "Bearer ")],
        [("Authorization", "Basic dXNlcjpwYXNz")],
        [("Authorization", "Bearer a"), ("Authorization", "Bearer b")],
    ],
)
def test_a_bearer_key_is_needed(keyed: PlosiveServer, headers: list[tuple[str, str]]) -> None:
    status, error, answered = refusal(keyed, headers=headers)
    assert status == 401
    assert "Authorization: Bearer" in error["detail"]
    assert answered["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("value", ["Bearer any", "bearer any", "BEARER  any ", "Bearer", "Basic dXNlcjpwYXNz", ""])
def test_no_key_or_any_on_loopback_without_keys(server: PlosiveServer, value: str) -> None:
    with connect(server.url(), additional_headers={"Authorization": value} if value else None):
        pass
    assert "needs no key" in server.output


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_without_an_upgrade(server: PlosiveServer, method: str) -> None:
    response = httpx.request(method, server.http + PATH, headers=HEADERS)
    assert response.status_code == 426
    if method != "HEAD":
        assert "WebSocket" in response.json()["errors"][0]["detail"]


def test_a_get_says_why_an_upgrade_would_be_refused(server: PlosiveServer) -> None:
    for query, status, words in (
        ("?voice=Plosive.Espeak.nowhere", 400, "No voice is called"),
        ("?voice=Telnyx.Ultra.any", 403, "REST"),
        ("?sample_rate=1", 400, "8000"),
    ):
        answer = httpx.get(server.http + PATH + query, headers=HEADERS)
        assert answer.status_code == status
        assert words in answer.json()["errors"][0]["detail"]
    with PlosiveServer(workers=1, api_keys="right") as keyed:
        assert httpx.get(keyed.http + PATH).status_code == 401
        assert httpx.get(keyed.http + PATH, headers={"Authorization": "Bearer right"}).status_code == 426


def test_unknown_paths_and_methods_answer_in_json(server: PlosiveServer) -> None:
    assert httpx.get(server.http + "/nowhere").json()["errors"][0]["title"] == "Not Found"
    assert httpx.delete(server.http + PATH).status_code == 405


@pytest.mark.parametrize(
    ("method", "path", "right"),
    [
        ("POST", "/audio/speech", "did you mean /v1/audio/speech?"),  # a base URL without /v1
        ("POST", "/v1/v1/audio/speech", "did you mean /v1/audio/speech?"),
        ("GET", "/v1/voices", "/docs lists every path"),
        ("GET", "/health", "did you mean /healthz?"),
        ("GET", "/nowhere", "There is nothing at /nowhere; /docs lists every path"),
        ("GET", "/v1/audio/speech", "/v1/audio/speech takes POST, not GET"),
    ],
)
def test_a_wrong_path_or_method_is_told_the_right_one(
    server: PlosiveServer, method: str, path: str, right: str
) -> None:
    assert right in httpx.request(method, server.http + path).text


def test_the_openai_sdk_shows_what_its_base_url_lacks(server: PlosiveServer) -> None:
    client = OpenAI(base_url=server.http, api_key="any")
    with pytest.raises(NotFoundError, match="did you mean /v1/audio/speech"):
        client.audio.speech.create(model="tts-1", voice="nova", input="Hello.")


def test_compression_is_not_negotiated(server: PlosiveServer) -> None:
    with connect(server.url(), additional_headers=HEADERS, compression="deflate") as client:
        assert client.protocol.extensions == []


def test_frames_pipelined_behind_the_upgrade_are_served(server: PlosiveServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 10) as raw:
        frames = client_frame(text=" ") + client_frame(text="Hello there.") + client_frame(text="")
        raw.sendall(upgrade_request("?audio_format=linear16") + frames)
        received = b""
        while b'"final"' not in received:
            data = raw.recv(1 << 16)
            assert data
            received += data
    assert received.startswith(b"HTTP/1.1 101")
    assert b"Hello there." in received


def test_health_readiness_and_metrics(server: PlosiveServer) -> None:
    assert httpx.get(server.http + "/healthz").text == "alive\n"
    assert httpx.get(server.http + "/readyz").text == "ready\n"
    assert "plosive_sessions" in httpx.get(server.http + "/metrics").text


def test_keys_from_the_environment_and_a_file(tmp_path: Any) -> None:
    keys = tmp_path / "keys"
    keys.write_text("# ours\nfrom-file  # Ann\n\n", encoding="utf-8")
    with PlosiveServer(api_keys="one, two", api_keys_file=keys) as server:
        assert "any bearer key" not in server.output
        assert "it asks for a key" in server.output
        for key in ("one", "two", "from-file"):
            with connect(server.url(), additional_headers={"Authorization": f"Bearer {key}"}):
                pass
        for key in ("three", "on", "ONE", "one%20", "\xe9", "# ours", "k" * 7000):
            assert refusal(server, headers=[("Authorization", f"Bearer {key}")])[0] == 401
        assert "one" not in server.log


def test_a_full_server_refuses_before_the_upgrade() -> None:
    with PlosiveServer(max_sessions=1) as server, server.client() as client:
        client.handshake()
        status, _, headers = refusal(server)
        assert status == 503
        assert int(headers["Retry-After"]) > 0


def test_refused_upgrades_leave_nothing_behind() -> None:
    """One that was kept for 20 s took 19 KiB, and thousands of them a garbage collection of 0.15 s."""

    def refused(times: int) -> int:
        for _ in range(times):
            with RawClient(server).send(upgrade_request("?voice=a")) as client:
                assert client.answer()[0] == 400
        return int(psutil.Process(server.process.pid).memory_info().rss)

    with PlosiveServer(workers=1) as server:
        before = refused(300)
        assert refused(1000) - before < 4_000_000
