"""The AsyncAPI document says what the frames and the options do: field by field, and frame by frame of a real session."""

import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
import orjson
import pytest
import yaml

from plosive.audio.encoders import FORMATS
from plosive.protocol import options
from plosive.protocol.doors import AudioChunk
from plosive.protocol.doors.telnyx import CLOSES, JsonFrame, TelnyxDoor
from plosive.protocol.options import VoiceSettings
from plosive.protocol.values import ClientFrame, Completed, Failure, Interrupted, SegmentEnd, SegmentTimes, Why, Words
from plosive.word_times import TimedWord
from plosive_server import PATH, PlosiveServer

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent.parent / "docs/asyncapi.yaml").read_text(encoding="utf-8")
)
MESSAGES: dict[str, Any] = DOCUMENT["components"]["messages"]
QUERY: dict[str, Any] = DOCUMENT["channels"]["speech"]["bindings"]["ws"]["query"]["properties"]
DOOR = TelnyxDoor(VoiceSettings(), tells_words=True)
PLAIN_FRAMES = ("audio", "segmentEnd", "final", "error")
SERVER_FRAMES = (*PLAIN_FRAMES, "words", "interrupted")


WORD = TimedWord("Hello.", 0, 6, 0.0, 0.5)


def kinds_of(frame: object) -> list[str]:
    """The messages of the document that a server frame is."""
    return [name for name in SERVER_FRAMES if jsonschema_rs.is_valid(MESSAGES[name]["payload"], frame)]


def references(part: Any) -> list[str]:
    if isinstance(part, dict):
        return [part["$ref"]] if "$ref" in part else [each for value in part.values() for each in references(value)]
    return [each for value in part for each in references(value)] if isinstance(part, list) else []


def assert_accepted(payload: object) -> None:
    [frame] = DOOR.decode(orjson.dumps(payload).decode())
    assert isinstance(frame, ClientFrame)


def test_references_lead_somewhere() -> None:
    assert references(DOCUMENT)
    for reference in references(DOCUMENT):
        part = DOCUMENT
        for name in reference.removeprefix("#/").split("/"):
            part = part[name]
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert DOCUMENT["channels"]["speech"]["address"] == PATH


@pytest.mark.parametrize("name", MESSAGES)
def test_examples_are_what_they_are_examples_of(name: str) -> None:
    payload = MESSAGES[name]["payload"]
    jsonschema_rs.meta.validate(payload)
    for example in MESSAGES[name]["examples"]:
        jsonschema_rs.validate(payload, example["payload"])
        if name == "clientFrame":
            assert_accepted(example["payload"])
        else:
            assert kinds_of(example["payload"]) == [name]


def test_client_frames_have_the_same_fields() -> None:
    payload = MESSAGES["clientFrame"]["payload"]
    assert set(payload["properties"]) == set(JsonFrame.__struct_fields__)
    for field in msgspec.structs.fields(JsonFrame):
        accepted, refused = {
            "played_ms": (12.5, -1), "text": ("a", 5), "voice_settings": ({}, []), "flush": (True, 1), "force": (True, "true")
        }[field.name]  # fmt: skip
        for value in (accepted, None):
            assert jsonschema_rs.is_valid(payload, {field.name: value})
            assert_accepted({field.name: value})
        assert not jsonschema_rs.is_valid(payload, {field.name: refused})
        [failure] = DOOR.decode(orjson.dumps({field.name: refused}).decode())
        wrong = failure.settings if field.name == "voice_settings" and isinstance(failure, ClientFrame) else failure
        assert isinstance(wrong, Failure)


def test_voice_settings_are_the_same() -> None:
    documented = MESSAGES["clientFrame"]["payload"]["properties"]["voice_settings"]["properties"]
    source = Path(options.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r'settings(?:\.get\(|\[)"(\w+)"', source)) | set(
        re.findall(r'_clamped\(settings, "(\w+)"', source)
    )
    assert read | {"speed"} == set(documented)


def test_query_parameters_are_the_same() -> None:
    source = Path(options.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r'(?:query(?:\.get\(|\[)|(?:_choice|_boolean|_integer)\(query, )"(\w+)"', source))
    assert read == set(QUERY)
    assert QUERY["audio_format"]["enum"] == list(FORMATS)
    assert QUERY["sample_rate"]["enum"] == sorted({rate for entry in FORMATS.values() for rate in entry.rates_hz})
    timeout = QUERY["inactivity_timeout"]
    assert (timeout["default"], timeout["maximum"]) == (
        options.DEFAULT_INACTIVITY_TIMEOUT_S,
        options.MAX_INACTIVITY_TIMEOUT_S,
    )


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        (DOOR.encode(AudioChunk(b"abc")), "audio"),
        (DOOR.encode(AudioChunk(b"abc", 12, cached=True)), "audio"),
        (DOOR.encode(SegmentEnd("Hello.")), "segmentEnd"),
        (DOOR.encode(SegmentEnd("Hello.", times=SegmentTimes(0, 0.0, 0.6, (WORD,)))), "segmentEnd"),
        (DOOR.encode(Words(0, 0.0, (WORD,))), "words"),
        (DOOR.encode(Interrupted(None, 0.0, "", "Hello.")), "interrupted"),
        (DOOR.encode(Completed()), "final"),
        (DOOR.encode(Failure(Why.INVALID_FRAME, "No.")), "error"),
    ],
)
def test_server_frames_are_of_one_kind(frame: str, kind: str) -> None:
    assert kinds_of(orjson.loads(frame)) == [kind]


def test_close_codes_are_the_same() -> None:
    documented = {(each["code"], each.get("reason", "")) for each in DOCUMENT["channels"]["speech"]["x-close-codes"]}
    assert {(code, reason.partition(":")[0]) for code, reason in CLOSES.values()} <= documented
    protocol = (Path(__file__).parent.parent.parent / "docs/protocol.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (1\d{3}) \| ([^|]*)\|", protocol, re.MULTILINE)
    named = {(int(code), reason) for code, cell in rows for reason in re.findall(r"`(.+?)`", cell)}
    assert named == {close for close in documented if close[1]}
    assert {int(code) for code, _ in rows} == {code for code, _ in documented}


@pytest.mark.parametrize("timestamps", ["none", "words"])
def test_a_real_session(server: PlosiveServer, timestamps: str) -> None:
    with server.client(timestamps=timestamps) as client:
        client.handshake()
        client.send(text="Hello there. How are you?")
        heard = client.until_final()
        client.send(force=True)
        client.send(text=5)
        heard += client.until_close()
    kinds = [kinds_of(frame) for frame in heard]
    assert all(len(kind) == 1 for kind in kinds), heard
    assert {kind for [kind] in kinds} == set(PLAIN_FRAMES if timestamps == "none" else SERVER_FRAMES)
