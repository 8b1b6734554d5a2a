"""The Telnyx door: accepted frames, refused frames with their messages, and server frames as documented."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.audio.encoders import FORMATS
from plosive.protocol.doors import AudioChunk
from plosive.protocol.doors.telnyx import MAX_CLIENT_FRAME_BYTES, TelnyxDoor
from plosive.protocol.options import VoiceSettings
from plosive.protocol.values import ClientFrame, Completed, Failure, SegmentEnd, Why


def new_door() -> TelnyxDoor:
    return TelnyxDoor(VoiceSettings())


@pytest.mark.parametrize(
    ("data", "frame"),
    [
        ("{}", ClientFrame()),
        ('{"text":"a","unknown":{"deep":[1]}}', ClientFrame(text="a")),
        ('{"text":null,"flush":null,"force":null,"voice_settings":null}', ClientFrame()),
        ('{"text":"a","text":"b"}', ClientFrame(text="b")),
        ('{"flush":true,"force":false}', ClientFrame(flush=True)),
        ('{"text":"a","flush":true,"force":true}', ClientFrame(interrupt=True, text="a", flush=True)),
        ('{"text":""}', ClientFrame(end=True)),
        ('{"text":"","flush":true}', ClientFrame(end=True)),
        ('{"text":"","force":true}', ClientFrame(interrupt=True)),
        ('{"text":" ","voice_settings":{"speed":9,"x":1}}', ClientFrame(text=" ", settings=VoiceSettings(speed=2))),
        (r'{"text":"\ud83d\ude00"}', ClientFrame(text="😀")),
        (r'{"text":"a\ud83db"}', ClientFrame(text="a\ufffdb")),
        (r'{"text":"\ude00\ud83d."}', ClientFrame(text="\ufffd\ufffd.")),
        (r'{"text":"\ud83d"}', ClientFrame()),  # the other half may come
        (r'{"text":"\\ud83d"}', ClientFrame(text=r"\ud83d")),
        ('{"text":"a","x":' + "9" * 5000 + "}", ClientFrame(text="a")),
        ('{"text":"a","x":1e999}', ClientFrame(text="a")),
        ('{"x":1' + ',"x":1' * 100_000 + "}", ClientFrame()),
    ],
)
def test_accepted(data: str, frame: ClientFrame) -> None:
    assert new_door().decode(data) == (frame,)


@given(st.text(st.sampled_from("aé字😀🎉"), min_size=1), st.data())
def test_a_surrogate_pair_cut_over_two_frames_is_one_character(text: str, data: st.DataObject) -> None:
    """Writers of UTF-16, such as JavaScript, cut a string between any two units."""
    units = [f"\\u{unit:04x}" for unit in memoryview(text.encode("utf-16-le")).cast("H")]
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(units) - 1)))))
    door = new_door()
    heard = ""
    for start, end in zip([0, *cuts], [*cuts, len(units)], strict=True):
        if units[start:end]:
            [frame] = door.decode(f'{{"text":"{"".join(units[start:end])}"}}')
            assert isinstance(frame, ClientFrame)
            assert not frame.end
            heard += frame.text
    assert heard == text


def test_force_drops_half_a_character() -> None:
    door = new_door()
    door.decode(r'{"text":"a\ud83d"}')
    assert door.decode(r'{"text":"\ude00b","force":true}') == (ClientFrame(interrupt=True, text="\ufffdb"),)


@pytest.mark.parametrize(
    ("data", "why", "words"),
    [
        (b'{"text":"a"}', Why.BINARY_FRAME, "text frames"),
        ("", Why.INVALID_FRAME, "not JSON"),
        ("{", Why.INVALID_FRAME, 'such as {"text"'),
        ("null", Why.INVALID_FRAME, "Expected `object`"),
        ("[]", Why.INVALID_FRAME, "Expected `object`"),
        ('"x"', Why.INVALID_FRAME, "Expected `object`"),
        ("1", Why.INVALID_FRAME, "Expected `object`"),
        ('\ufeff{"text":"a"}', Why.INVALID_FRAME, "not JSON"),
        ('{"text":"a",}', Why.INVALID_FRAME, "not JSON"),
        ('{"text":"a"}{"text":"b"}', Why.INVALID_FRAME, "not JSON"),
        ('{"text":"a"/**/}', Why.INVALID_FRAME, "not JSON"),
        ('{"text":NaN}', Why.INVALID_FRAME, "Invalid message"),
        ('{"text":5}', Why.INVALID_FRAME, "`$.text`"),
        ('{"text":["a"]}', Why.INVALID_FRAME, "`$.text`"),
        ('{"force":"true"}', Why.INVALID_FRAME, "`$.force`"),
        ('{"force":1}', Why.INVALID_FRAME, "`$.force`"),
        ('{"flush":0}', Why.INVALID_FRAME, "`$.flush`"),
        ('{"x":' + "[" * 100_000 + "]" * 100_000 + "}", Why.INVALID_FRAME, "not JSON"),
        ('{"text":"' + "a" * MAX_CLIENT_FRAME_BYTES + '"}', Why.TOO_LARGE, "at most"),
        ('{"text":"' + "é" * (MAX_CLIENT_FRAME_BYTES // 2) + '"}', Why.TOO_LARGE, "at most"),
    ],
)
def test_refused(data: str | bytes, why: Why, words: str) -> None:
    [refused] = new_door().decode(data)
    assert isinstance(refused, Failure)
    assert refused.why is why
    assert words in refused.detail


def test_a_frame_at_the_limit_is_accepted() -> None:
    overhead = len('{"text":""}')
    text = "a" * (MAX_CLIENT_FRAME_BYTES - overhead)
    assert new_door().decode('{"text":"' + text + '"}') == (ClientFrame(text=text),)


@given(st.text() | st.binary())
def test_nothing_is_raised(data: str | bytes) -> None:
    new_door().decode(data)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"pitch": "high"}, "expected a number, got str - at `$.voice_settings.pitch`"),
        ({"response_format": "mp4"}, "`$.voice_settings.response_format`"),
        ({"sampling_rate": 7}, "mp3 cannot have 7 Hz; expected one of"),
        ({"response_format": "mulaw", "sampling_rate": 7}, "mulaw cannot have 7 Hz; expected one of"),
    ],
)
def test_bad_voice_settings_do_not_refuse_the_frame(settings: dict[str, object], words: str) -> None:
    [frame] = new_door().decode(json.dumps({"text": " ", "voice_settings": settings}))
    assert isinstance(frame, ClientFrame)
    assert isinstance(frame.settings, Failure)
    assert words in frame.settings.detail


def test_the_query_string_wins_over_the_settings() -> None:
    frame = json.dumps({"text": " ", "voice_settings": {"response_format": "mp3", "sampling_rate": 7}})
    [chosen] = TelnyxDoor(VoiceSettings(audio_format=FORMATS["flac"], sample_rate_hz=96000)).decode(frame)
    assert isinstance(chosen, ClientFrame)
    assert isinstance(chosen.settings, VoiceSettings)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_arrives_whole(text: str) -> None:
    expected = ClientFrame(text=text) if text else ClientFrame(end=True)
    assert new_door().decode(json.dumps({"text": text})) == (expected,)
    assert new_door().decode(json.dumps({"text": text}, ensure_ascii=False)) == (expected,)


@given(st.binary(), st.none() | st.integers(0, 100_000))
def test_audio_chunk(audio: bytes, first_audio_ms: int | None) -> None:
    frame = json.loads(new_door().encode(AudioChunk(audio, first_audio_ms)))
    assert base64.b64decode(frame.pop("audio"), validate=True) == audio
    assert frame.pop("timeToFirstAudioFrameMs", None) == first_audio_ms
    assert frame == {"type": "audio_chunk", "text": None, "isFinal": False, "cached": False}


def test_other_frames() -> None:
    assert json.loads(new_door().encode(SegmentEnd('Say "hi" — ok'))) == {
        "type": "audio_chunk", "audio": None, "text": 'Say "hi" — ok', "isFinal": False, "cached": False,
    }  # fmt: skip
    assert json.loads(new_door().encode(Completed())) == {"type": "final", "audio": None, "text": "", "isFinal": True}
    assert json.loads(new_door().encode(Failure(Why.INVALID_FRAME, "no\n"))) == {"type": "error", "error": "no\n"}


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (Failure(Why.NOT_OPENED, "text too soon"), 'Invalid message: text too soon; send {"text":" "} first'),
        (Failure(Why.NO_HANDSHAKE, "None came"), 'None came; send {"text":" "} first'),
        (Failure(Why.INVALID_TEXT, "no tag"), "Invalid text: no tag"),
        (Failure(Why.SYNTHESIS_FAILED, "crash"), "Error in audio response: crash"),
        (Failure(Why.KEY_BARRED, "over", after_end=True), "Error in remaining audio response: over"),
        (Failure(Why.GOING_AWAY, "Bye"), "Bye"),
    ],
)
def test_errors(failure: Failure, error: str) -> None:
    assert json.loads(new_door().encode(failure)) == {"type": "error", "error": error}


def test_a_reason_has_the_words_of_the_error_frame() -> None:
    door = TelnyxDoor(VoiceSettings())
    door.encode(Failure(Why.NOT_OPENED, "text before the handshake"))
    assert door.close(Why.NOT_OPENED) == (1008, 'invalid_message: text before the handshake; send {"text":" "} first')
    door.encode(Failure(Why.SYNTHESIS_FAILED, "ö" * 200))
    code, reason = door.close(Why.SYNTHESIS_FAILED)
    assert (code, reason) == (1011, "synthesis_failed: " + "ö" * 52)


@pytest.mark.parametrize("why", Why)
def test_every_end_has_a_code_and_a_reason_that_fits_a_close_frame(why: Why) -> None:
    code, reason = new_door().close(why)
    assert 1000 <= code <= 1012
    assert len(reason.encode()) <= 123


@pytest.mark.parametrize(
    ("settings", "kind"), [("[]", "array"), ("5", "number"), ('"x"', "string"), ("true", "boolean")]
)
def test_voice_settings_of_a_wrong_type_are_wrong_settings_in_a_right_frame(settings: str, kind: str) -> None:
    [frame] = new_door().decode(f'{{"text":" ","voice_settings":{settings}}}')
    assert isinstance(frame, ClientFrame)
    assert isinstance(frame.settings, Failure)
    assert f"expected an object, got {kind} - at `$.voice_settings`" in frame.settings.detail
