"""Frames: what is accepted, what is refused and with which words, and that encoding gives the contract's JSON."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import BadFrame
from plosive.protocol import frames
from plosive.protocol.frames import ClientFrame, decode


@pytest.mark.parametrize(
    ("data", "frame"),
    [
        ("{}", ClientFrame()),
        ('{"text":"a","unknown":{"deep":[1]}}', ClientFrame(text="a")),
        ('{"text":null,"flush":null,"force":null,"voice_settings":null}', ClientFrame()),
        ('{"text":"a","text":"b"}', ClientFrame(text="b")),
        ('{"flush":true,"force":false}', ClientFrame(flush=True, force=False)),
        (r'{"text":"\ud83d\ude00"}', ClientFrame(text="😀")),
        (r'{"text":"a\ud83db"}', ClientFrame(text="a\ufffdb")),
        (r'{"text":"\ude00\ud83d"}', ClientFrame(text="\ufffd\ufffd")),
        (r'{"text":"\\ud83d"}', ClientFrame(text=r"\ud83d")),
        ('{"text":"a","x":' + "9" * 5000 + "}", ClientFrame(text="a")),
        ('{"text":"a","x":1e999}', ClientFrame(text="a")),
        ('{"x":1' + ',"x":1' * 100_000 + "}", ClientFrame()),
    ],
)
def test_accepted(data: str, frame: ClientFrame) -> None:
    assert decode(data) == frame


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b'{"text":"a"}', 1003, "text frames"),
        ("", 1008, "not JSON"),
        ("{", 1008, 'such as {"text"'),
        ("null", 1008, "Expected `object`"),
        ("[]", 1008, "Expected `object`"),
        ('"x"', 1008, "Expected `object`"),
        ("1", 1008, "Expected `object`"),
        ('\ufeff{"text":"a"}', 1008, "not JSON"),
        ('{"text":"a",}', 1008, "not JSON"),
        ('{"text":"a"}{"text":"b"}', 1008, "not JSON"),
        ('{"text":"a"/**/}', 1008, "not JSON"),
        ('{"text":NaN}', 1008, "Invalid message"),
        ('{"text":5}', 1008, "`$.text`"),
        ('{"text":["a"]}', 1008, "`$.text`"),
        ('{"force":"true"}', 1008, "`$.force`"),
        ('{"force":1}', 1008, "`$.force`"),
        ('{"flush":0}', 1008, "`$.flush`"),
        ('{"voice_settings":[]}', 1008, "`$.voice_settings`"),
        ('{"x":' + "[" * 100_000 + "]" * 100_000 + "}", 1008, "not JSON"),
        ('{"text":"' + "a" * frames.MAX_CLIENT_FRAME_BYTES + '"}', 1009, "at most"),
        ('{"text":"' + "é" * (frames.MAX_CLIENT_FRAME_BYTES // 2) + '"}', 1009, "at most"),
    ],
)
def test_refused(data: str | bytes, code: int, words: str) -> None:
    with pytest.raises(BadFrame) as refusal:
        decode(data)
    assert refusal.value.close_code == code
    assert words in refusal.value.detail


def test_a_frame_at_the_limit_is_accepted() -> None:
    overhead = len('{"text":""}')
    text = "a" * (frames.MAX_CLIENT_FRAME_BYTES - overhead)
    assert decode('{"text":"' + text + '"}').text == text


@given(st.text())
def test_only_documented_errors_escape(data: str) -> None:
    try:
        decode(data)
    except BadFrame as error:
        assert error.close_code in (1003, 1008, 1009)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_arrives_whole(text: str) -> None:
    assert decode(json.dumps({"text": text})).text == text
    assert decode(json.dumps({"text": text}, ensure_ascii=False)).text == text


@given(st.binary(), st.none() | st.integers(0, 100_000))
def test_audio_chunk(audio: bytes, first_audio_ms: int | None) -> None:
    frame = json.loads(frames.audio_chunk(audio, first_audio_ms))
    assert base64.b64decode(frame.pop("audio"), validate=True) == audio
    assert frame.pop("timeToFirstAudioFrameMs", None) == first_audio_ms
    assert frame == {"type": "audio_chunk", "text": None, "isFinal": False, "cached": False}


def test_other_frames() -> None:
    assert json.loads(frames.segment_end('Say "hi" — ok')) == {
        "type": "audio_chunk", "audio": None, "text": 'Say "hi" — ok', "isFinal": False, "cached": False,
    }  # fmt: skip
    assert json.loads(frames.final()) == {"type": "final", "audio": None, "text": "", "isFinal": True}
    assert json.loads(frames.error("no\n")) == {"type": "error", "error": "no\n"}
