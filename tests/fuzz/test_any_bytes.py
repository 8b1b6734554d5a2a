"""Any bytes and any bodies to a real server: every answer is a documented one, and nothing is logged as a traceback."""

import json
import re
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fuzz.any_json import JSON, mutated, ws_frame
from fuzz.test_pure_inputs import FRAMES
from plosive_server import HEADERS, PlosiveServer, client_frame
from raw_client import RawClient

# The server is the same for all examples, which is the point: what one leaves behind must not hurt the next.
shared_server = settings(
    max_examples=max(1, settings().max_examples // 4),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

_CODES = (1000, 1002, 1003, 1007, 1008, 1009)
_MESSAGES = FRAMES.map(lambda frame: json.dumps(frame).encode()) | mutated(FRAMES.map(lambda f: json.dumps(f).encode()))
_WS_FRAMES = st.builds(
    ws_frame, st.sampled_from([0x81] * 6 + [0x01, 0x00, 0x80, 0x82, 0x88, 0x89, 0x8A, 0xC1, 0x83, 0x8F, 0x09]),
    _MESSAGES.map(lambda message: message[:60_000]) | st.binary(max_size=130), masked=st.sampled_from([True] * 9 + [False]),
)  # fmt: skip


def alive(server: PlosiveServer) -> None:
    assert httpx.get(server.http + "/readyz").status_code == 200
    assert "Traceback" not in server.log, server.log


def conversation(server: PlosiveServer, data: bytes) -> bytes:
    """Everything that the server sends after its answer to the upgrade, up to the end of the connection."""
    with RawClient(server) as client:
        client.upgrade()
        try:
            client.send(data + client_frame(text="") + ws_frame(0x88, b"\x03\xe8", masked=True))
            client.socket.settimeout(0.3)
            try:
                while more := client.socket.recv(1 << 16):
                    client.received += more
            except TimeoutError:  # an unfinished frame swallowed ours: the server waits for its rest
                client.socket.settimeout(10)
                client.socket.shutdown(socket.SHUT_WR)
                while more := client.socket.recv(1 << 16):
                    client.received += more
        except ConnectionError:  # it closed without reading the rest
            pass
        return client.received


def frames_of(data: bytes) -> list[tuple[int, bytes]]:
    """Opcodes and payloads of whole frames; a last one that a reset cut off is left out."""
    frames = []
    while len(data) >= 2:
        extra = {126: 2, 127: 8}.get(data[1], 0)
        length = int.from_bytes(data[2 : 2 + extra]) if extra else data[1]
        start = 2 + extra
        if len(data) < start + length:
            break
        frames.append((data[0], data[start : start + length]))
        data = data[start + length :]
    return frames


@shared_server
@given(st.lists(_WS_FRAMES, max_size=8).map(b"".join) | mutated(st.lists(_WS_FRAMES, max_size=4).map(b"".join)))
def test_any_websocket_bytes_get_documented_frames_and_an_end(fuzzed: PlosiveServer, data: bytes) -> None:
    frames = frames_of(conversation(fuzzed, data))
    for number, (first, payload) in enumerate(frames):
        assert first in (0x81, 0x88, 0x8A)
        if first == 0x81:
            assert json.loads(payload)["type"] in ("audio_chunk", "final", "error")
        elif first == 0x88:
            assert number == len(frames) - 1
            assert int.from_bytes(payload[:2]) in _CODES or not payload or payload[:2] in data
            payload[2:].decode()
    alive(fuzzed)


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[PlosiveServer]:
    """A server of this module's own: it gathers dictionaries with odd names."""
    with PlosiveServer(log_level="warning", wyoming="127.0.0.1:0") as running:
        yield running


@pytest.fixture(scope="module")
def operations(fuzzed: PlosiveServer) -> dict[tuple[str, str], dict[str, Any]]:
    """The documented statuses of each method and path."""
    document = httpx.get(fuzzed.http + "/openapi.json", headers=HEADERS).json()
    return {
        (verb, path): each["responses"] for path, verbs in document["paths"].items() for verb, each in verbs.items()
    }


_NAMES = (
    "text", "input", "voice", "model", "response_format", "speed", "voice_settings", "language", "name", "items", "type",
    "alias", "phoneme", "alphabet", "sampling_rate", "text_type", "output_type", "stream_format", "disable_cache",
    "pronunciation_dict_id", "timestamps", "format",
)  # fmt: skip
_SOUND = {
    "text": "Hi.", "input": "Hi.", "voice": "Plosive.Espeak.en-us", "model": "tts-1", "name": "a",
    "items": [{"text": "a", "type": "alias", "alias": "b"}],
}  # fmt: skip
_VALUES = JSON | st.sampled_from(
    ["Hi.", "mp3", "wav", "ssml", 24000, 1.5, "alias", "Plosive.Espeak.en-us", [{"text": "a"}]]
)
_BODIES = st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=4).map(lambda some: {**_SOUND, **some}) | JSON
_TYPES = st.sampled_from(
    ["application/json"] * 4 + ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]
)
_FORM = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pls"\r\n\r\na=b\r\n--x\r\n' \
    b'Content-Disposition: form-data; name="name"\r\n\r\na\r\n--x--\r\n'  # fmt: skip
_QUERIES = st.dictionaries(
    st.sampled_from((*_NAMES, "page[size]", "page[number]", "page_size")), st.text(max_size=9), max_size=3
)


@shared_server
@given(st.data())
def test_any_request_gets_a_documented_answer(
    fuzzed: PlosiveServer, operations: dict[tuple[str, str], dict[str, Any]], data: st.DataObject
) -> None:
    method, path = data.draw(st.sampled_from(sorted(operations)))
    documented = operations[method, path]
    for name in re.findall(r"{(.+?)}", path):
        text = data.draw(
            st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9) | st.just("..%2fetc")
        )
        path = path.replace("{" + name + "}", quote(text, safe=""))
    body = _BODIES.map(lambda each: json.dumps(each).encode())
    content = data.draw(body | mutated(body) | mutated(st.just(_FORM))) if method not in ("get", "delete") else None
    headers = {**HEADERS, "Content-Type": data.draw(_TYPES)} if content is not None else HEADERS
    answer = httpx.request(
        method, fuzzed.http + path, params=data.draw(_QUERIES), content=content, headers=headers, timeout=30
    )
    assert str(answer.status_code) in documented, answer.text
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        error = answer.json()
        assert error["error"]["message"] if "error" in error else error["errors"][0]["detail"]
    alive(fuzzed)


_KINDS = ["synthesize", "synthesize-start", "synthesize-chunk", "synthesize-stop", "describe", "ping"]
_EVENTS = st.fixed_dictionaries(
    {"type": st.sampled_from(_KINDS) | JSON},
    optional={
        "data": st.fixed_dictionaries({}, optional={"text": st.just("Hi.") | JSON, "voice": JSON}) | JSON,
        "data_length": st.just(0) | JSON,
        "payload_length": st.just(0) | JSON,
    },
)  # fmt: skip


@shared_server
@given(mutated(st.lists(_EVENTS.map(lambda event: json.dumps(event).encode() + b"\n"), max_size=5).map(b"".join)))
@example(b'{"type":"synthesize","data":"x"}\n')
@example(b'{"type":"ping","data":"x"}\n')
def test_any_wyoming_events_are_answered_or_refused(fuzzed: PlosiveServer, data: bytes) -> None:
    port = int(re.search(r"Wyoming port (\d+)", fuzzed.output)[1])  # type: ignore[index]
    with socket.create_connection(("127.0.0.1", port), 10) as client:
        try:
            client.sendall(data)
            client.shutdown(socket.SHUT_WR)
            while client.recv(1 << 16):
                pass
        except ConnectionError:
            pass
    alive(fuzzed)
