"""Requests before any route: keys in every spelling, hosts and origins of a server without keys, CORS, ids and the log."""

import json
import re
import socket as sockets
import subprocess
from collections.abc import Iterator

import httpx
import pybase64
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from plosive_server import PATH, PlosiveServer, until, upgrade_request

SPEECH = "/v1/audio/speech"
BODY = {"input": "Hi.", "voice": "alloy", "response_format": "pcm"}


@pytest.fixture(scope="module")
def keyless() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1) as server:
        yield server


@pytest.fixture(scope="module")
def keyed() -> Iterator[PlosiveServer]:
    with PlosiveServer(
        workers=1, api_keys="right", cors_origins="https://app.example", lists_without_key=True
    ) as server:
        yield server


def test_a_server_without_keys_needs_none(keyless: PlosiveServer) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer any"},
        {"xi-api-key": "x", "X-API-Key": "y"},
    ):
        assert httpx.post(keyless.http + SPEECH, json=BODY, headers=headers).status_code == 200
    with connect(keyless.url(), compression=None):
        pass


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example:8080"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "plosive.localhost"}, 200),
        ({"Host": "[::1]:8080"}, 200),
        ({"Host": "127.9.8.7"}, 200),
        ({"Host": "host.docker.internal:8080"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "chrome-extension://abcdef"}, 403),
        ({"Origin": "http://localhost.evil.example"}, 403),
        ({"Origin": "http://localhost:5173"}, 200),
        ({"Origin": "http://127.0.0.1:3000"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
def test_no_page_of_another_site_uses_a_server_without_keys(
    keyless: PlosiveServer, headers: dict[str, str], status: int
) -> None:
    answer = httpx.post(keyless.http + SPEECH, json=BODY, headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert "PLOSIVE_" in answer.json()["error"]["message"] or "Sec-Fetch-Site" in headers
        assert "access-control-allow-origin" not in answer.headers
    with sockets.create_connection(("127.0.0.1", keyless.port)) as raw:
        lines = {"Host": "localhost", **headers, "Upgrade": "websocket", "Connection": "Upgrade"}
        lines |= {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13"}
        raw.sendall((f"GET {PATH} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode())
        assert raw.recv(64).split()[1] == (b"403" if status == 403 else b"101")


def test_a_form_of_another_page_is_no_request(keyless: PlosiveServer) -> None:
    answer = httpx.post(keyless.http + SPEECH, content=b'{"input": "Hi."}', headers={"Content-Type": "text/plain"})
    assert answer.status_code == 415


def test_health_and_metrics_are_for_everybody(keyless: PlosiveServer) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        assert httpx.get(keyless.http + path, headers={"Origin": "https://evil.example"}).status_code == 200


def test_hosts_and_origins_of_the_operator() -> None:
    with PlosiveServer(workers=1, allowed_hosts="speaker.lan, other", cors_origins="https://app.example") as server:
        for headers, status in (
            ({"Host": "SPEAKER.lan:80", "Origin": "https://app.example"}, 200),
            ({"Host": "third", "Origin": "https://app.example"}, 403),
            ({"Origin": "https://other.example"}, 403),
        ):
            assert httpx.post(server.http + SPEECH, json=BODY, headers=headers).status_code == status


def test_a_page_that_may_read_answers_is_told_so(keyless: PlosiveServer) -> None:
    origin = {"Origin": "http://localhost:5173"}
    asked = {
        **origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, content-type",
        "Access-Control-Request-Private-Network": "true",
    }  # fmt: skip
    preflight = httpx.options(keyless.http + SPEECH, headers=asked)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "http://localhost:5173"
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert preflight.headers["access-control-allow-headers"] == "authorization, content-type"
    assert preflight.headers["access-control-allow-private-network"] == "true"
    answer = httpx.post(keyless.http + SPEECH, json=BODY, headers=origin)
    assert answer.headers["access-control-allow-origin"] == "http://localhost:5173"
    assert "x-voice" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    assert answer.headers["vary"] == "Origin"


def test_on_a_server_with_keys_the_key_decides(keyed: PlosiveServer) -> None:
    key = {"Authorization": "Bearer right"}
    for origin in ("https://app.example", "https://evil.example", "http://localhost"):
        answer = httpx.post(keyed.http + SPEECH, json=BODY, headers={**key, "Origin": origin, "Host": "any.example"})
        assert answer.status_code == 200
        assert ("access-control-allow-origin" in answer.headers) == (origin == "https://app.example")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": "Bearer right"}, 200),
        ({"Authorization": "Token right"}, 200),
        ({"xi-api-key": "right"}, 200),
        ({"X-API-Key": "right"}, 200),
        ({"Authorization": "Bearer right", "X-API-Key": "right"}, 200),
        ({"Authorization": "Bearer right", "X-API-Key": "other"}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Authorization": "Basic cmlnaHQ="}, 401),
        ({"Authorization": "Bearer"}, 401),
        ({}, 401),
    ],
)
def test_a_key_in_every_spelling(keyed: PlosiveServer, headers: dict[str, str], status: int) -> None:
    assert httpx.post(keyed.http + SPEECH, json=BODY, headers=headers).status_code == status


def protocols(key: bytes) -> list[Subprotocol]:
    return [
        Subprotocol("plosive.v2"),
        Subprotocol(f"plosive.key.{pybase64.urlsafe_b64encode(key).decode().rstrip('=')}"),
    ]


def test_the_sockets_key_in_the_query_or_as_a_subprotocol(keyed: PlosiveServer) -> None:
    for query in ({"api_key": "right"}, {"authorization": "Bearer right"}):
        with connect(keyed.url(**query), compression=None):
            pass
    with connect(keyed.url(), subprotocols=protocols(b"right")) as socket:
        assert socket.subprotocol == "plosive.v2"
    for query, offered in (
        ({"api_key": "wrong"}, None),
        ({}, protocols(b"wrong")),
        ({}, [Subprotocol("plosive.key.!")]),
    ):
        with pytest.raises(InvalidStatus) as refused, connect(keyed.url(**query), subprotocols=offered):
            pass
        assert refused.value.response.status_code == 401
    assert "right" not in keyed.log


def test_lists_may_be_open(keyed: PlosiveServer) -> None:
    for path in ("/v1/models", "/v1/audio/models", "/v1/audio/voices", "/v2/text-to-speech/voices"):
        assert httpx.get(keyed.http + path).status_code == 200
    assert httpx.get(f"{keyed.http}/v1/audio/voices", headers={"xi-api-key": "wrong"}).status_code == 401


def test_every_answer_has_a_request_id_and_the_log_has_it(keyed: PlosiveServer) -> None:
    key = {"Authorization": "Bearer right"}
    answer = httpx.post(keyed.http + SPEECH, json=BODY, headers={**key, "x-request-id": "call-7:a"})
    assert answer.headers["x-request-id"] == "call-7:a"
    until(lambda: any("call-7:a" in line and "status=200" in line for line in keyed.log.splitlines()))
    [line] = [line for line in keyed.log.splitlines() if "call-7:a" in line and "status=200" in line]
    for told in ("method=POST", f"path={SPEECH}", "characters=3", "voice=", "key=env-", "agent=python-httpx"):
        assert told in line
    made = httpx.post(keyed.http + SPEECH, json=BODY, headers={"x-request-id": "bad id"})
    assert made.status_code == 401
    assert len(made.headers["x-request-id"]) == 16
    with connect(keyed.url(), additional_headers={**key, "x-request-id": "r1"}) as socket:
        assert socket.response is not None
        assert socket.response.headers["x-request-id"] == "r1"
    until(lambda: any("session opened" in line and "request_id=r1" in line for line in keyed.log.splitlines()))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200), ("/playground/main.js", 200), ("/docs", 200), ("/openapi.json", 200), ("/asyncapi", 200),
        ("/asyncapi.yaml", 200), ("/healthz", 200), ("/metrics", 200), ("/v1/models", 200),
        ("/v2/pronunciation_dicts", 401), ("/v2/nowhere", 404),
        (SPEECH, 405),
    ],
)  # fmt: skip
def test_pages_files_and_refusals_have_a_request_id_too(keyed: PlosiveServer, path: str, status: int) -> None:
    answer = httpx.get(keyed.http + path, headers={"x-request-id": f"look-{status}"})
    assert answer.headers["x-request-id"] == f"look-{status}"
    if status >= 400:
        until(lambda: f"request_id=look-{status}" in keyed.log)


@pytest.mark.parametrize(
    "path", ["/", "/playground/main.js", "/docs", "/openapi.json", "/asyncapi", "/asyncapi.yaml", "/healthz"]
)
def test_a_page_answers_head_as_it_answers_get(keyless: PlosiveServer, path: str) -> None:
    """`curl -I` asks so, and so do monitors."""
    page, head = httpx.get(keyless.http + path), httpx.head(keyless.http + path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == page.headers["content-length"]


def test_what_curl_is_refused_is_told_at_both_ends(keyed: PlosiveServer) -> None:
    curl = ["curl", "-s", f"{keyed.http}/v2/text-to-speech/speech?sample_rate=11", "-H", "Authorization: Bearer right"]
    headers = (
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {'A' * 22}==",
    )
    for options in ([], [part for header in headers for part in ("-H", header)]):
        done = subprocess.run([*curl, *options, "--max-time", "5"], capture_output=True, text=True, check=True)
        assert "8000" in json.loads(done.stdout)["errors"][0]["detail"]
    until(lambda: len([line for line in keyed.log.splitlines() if "refused" in line and "agent=curl" in line]) == 2)


def test_a_refusal_is_a_warning_and_many_are_counted() -> None:
    with PlosiveServer(workers=1) as server:
        for _ in range(14):
            with pytest.raises(InvalidStatus), connect(server.url(voice="nobody-at-all")):
                pass
        until(lambda: server.log.count("No voice is called") >= 10)
        for path in ("/v1/", "/openai/v1/"):  # LiveKit warms its connection up
            assert httpx.get(server.http + path).status_code == 404
        lines = [line for line in server.log.splitlines() if "refused" in line]
    assert sum("voice=nobody-at-all" in line and "status=400" in line for line in lines) == 10
    assert not any("v1/" in line for line in lines)


def test_what_reaches_no_route_leaves_a_line_too() -> None:
    upgrade = upgrade_request()
    sent = {
        "speaks TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "Invalid HTTP": b"hello\r\n\r\n",
        "Sec-WebSocket-Version: 13": upgrade.replace(b"Version: 13", b"Version: 8"),
        "Sec-WebSocket-Key": re.sub(rb"Sec-WebSocket-Key: .*?\r\n", b"", upgrade),
        "HTTP/1.1": upgrade.replace(b"HTTP/1.1", b"HTTP/1.0"),
        "128 headers": upgrade.replace(b"\r\n\r\n", b"\r\n" + b"X-A: b\r\n" * 200 + b"\r\n"),
    }
    with PlosiveServer(workers=1, log_format="json") as server:
        for data in sent.values():
            with sockets.create_connection(("127.0.0.1", server.port), 5) as client:
                client.sendall(data)
                assert client.recv(1 << 16).startswith(b"HTTP/1.1 4")
        until(lambda: server.log.count('"event": "refused"') >= len(sent))
        lines = [json.loads(line) for line in server.log.splitlines()]
    told = [line for line in lines if line["event"] == "refused"]
    for reason, line in zip(sent, told, strict=True):
        assert reason in line["refused"], line
        assert (line["level"], line["client"]) == ("warning", "127.0.0.1")
        assert 400 <= line["status"] < 500


def test_a_page_that_is_refused_leaves_a_line_in_the_log() -> None:
    page = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "cross-site"}
    with PlosiveServer(workers=1) as server:
        for headers in (
            {"Origin": "https://evil.example", **page},
            {"Origin": "null", **page},
            {"Host": "evil.example"},
        ):
            assert httpx.post(server.http + SPEECH, json=BODY, headers=headers).status_code == 403
            assert httpx.get(f"{server.http}/v1/audio/voices", headers=headers).status_code == 403
        until(lambda: server.log.count("status=403") == 6)
        lines = [line for line in server.log.splitlines() if "status=403" in line]
    for line in lines:
        assert "warning" in line
        assert "refused=" in line
    assert sum("origin=https://evil.example" in line and "PLOSIVE_CORS_ORIGINS" in line for line in lines) == 2
    assert sum("origin=null" in line for line in lines) == 2
    assert sum("host=evil.example" in line and "PLOSIVE_ALLOWED_HOSTS" in line for line in lines) == 2


@pytest.mark.parametrize("prefix", ["", "/openai"])
@pytest.mark.parametrize(
    ("method", "path", "key", "status"),
    [
        ("GET", "/v1/models", "right", 200),
        ("GET", "/v1/audio/voices", "right", 200),
        ("GET", "/v1/models/gpt-9", "right", 404),
        ("GET", "/v1/nothing", "right", 404),
        ("GET", "/v1/audio/speech", "right", 405),
        ("DELETE", "/v1/models", "right", 405),
        ("POST", "/v1/audio/speech", "wrong", 401),
    ],
)
def test_the_openai_door_has_a_prefix_and_one_form_of_errors(
    keyed: PlosiveServer, prefix: str, method: str, path: str, key: str, status: int
) -> None:
    answer = httpx.request(method, keyed.http + prefix + path, headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == status
    if status >= 400:
        assert {*answer.json()["error"]} == {"message", "type", "param", "code"}


def test_speech_by_the_prefix(keyless: PlosiveServer) -> None:
    answer = httpx.post(f"{keyless.http}/openai{SPEECH}", json=BODY)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "audio/pcm")
    assert answer.headers["x-voice"] == "Plosive.Hibari.heart"
    other = httpx.get(f"{keyless.http}/openai/v2/text-to-speech/voices")
    assert (other.status_code, [*other.json()]) == (404, ["error"])


@pytest.mark.parametrize("path", ["/v1/readyz", "/health"])
def test_nobody_takes_the_server_for_localai_or_speaches(keyless: PlosiveServer, path: str) -> None:
    assert httpx.get(keyless.http + path).status_code == 404


@pytest.mark.parametrize("authorization", ["Bearer", "Bearer ", "Bearer None", "Bearer null"])
def test_a_keyless_server_takes_what_front_ends_send_without_a_key(keyless: PlosiveServer, authorization: str) -> None:
    """SillyTavern and Open WebUI send `Bearer` with nothing behind it. httpx would strip the blank."""
    with sockets.create_connection(("127.0.0.1", keyless.port)) as raw:
        body = b'{"input": "Hi.", "voice": "alloy", "model": "tts-1", "response_format": "pcm"}'
        head = f"POST {SPEECH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {authorization}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        raw.sendall(head.encode() + body)
        assert raw.recv(64).split()[1] == b"200"


def test_an_empty_bearer_is_no_key_on_a_server_with_keys(keyed: PlosiveServer) -> None:
    assert httpx.get(f"{keyed.http}/v1/audio/voices", headers={"Authorization": "Bearer"}).status_code == 200
    assert httpx.post(keyed.http + SPEECH, json=BODY, headers={"Authorization": "Bearer"}).status_code == 401
