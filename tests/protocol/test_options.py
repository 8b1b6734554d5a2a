"""Connect parameters and voice settings: the documented table, and every kind of wrong value."""

from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.audio.encoders import FORMATS
from plosive.errors import BadParameter
from plosive.protocol.options import ConnectOptions, choose_audio, parse_query, parse_voice_settings

QUERY_PARAMETERS = (
    "voice", "provider", "model_id", "voice_id", "language", "text_type", "audio_format", "sample_rate", "disable_cache",
    "pronunciation_dict_id", "inactivity_timeout", "max_lead_s", "timestamps", "socket_id",
)  # fmt: skip
DEFAULT = "Plosive.Espeak.en-us"


def parse(query: str) -> ConnectOptions:
    return parse_query(parse_qsl(query, keep_blank_values=True), DEFAULT)


def test_defaults() -> None:
    options = parse("")
    assert options == ConnectOptions(DEFAULT, None, False, None, None, 20, None, None)
    audio_format, rate_hz = choose_audio(options.audio_format, options.sample_rate_hz)
    assert (audio_format.name, rate_hz) == ("mp3", 24000)


@pytest.mark.parametrize(
    ("query", "voice"),
    [
        ("voice=Telnyx.NaturalHD.astra", "Telnyx.NaturalHD.astra"),
        ("voice=aws.Polly.Generative.Lucia", "aws.Polly.Generative.Lucia"),
        ("voice=a.b&provider=x&voice_id=y", "a.b"),
        ("provider=Telnyx&model_id=NaturalHD&voice_id=astra", "Telnyx.NaturalHD.astra"),
        ("model_id=NaturalHD&voice_id=astra", "telnyx.NaturalHD.astra"),
        ("provider=azure&voice_id=en-US-AvaMultilingualNeural", "azure.en-US-AvaMultilingualNeural"),
        ("provider=telnyx", DEFAULT),
        ("voice=a.b&voice=c.d", "c.d"),
    ],
)
def test_voice(query: str, voice: str) -> None:
    assert parse(query).voice == voice


@pytest.mark.parametrize(
    ("query", "name", "rate_hz"),
    [
        ("audio_format=pcm", "linear16", 24000),
        ("audio_format=LINEAR16&sample_rate=8000", "linear16", 8000),
        ("audio_format=mulaw", "mulaw", 8000),
        ("audio_format=alaw", "alaw", 8000),
        ("audio_format=opus", "opus", 48000),
        ("audio_format=wav&sample_rate=96000", "wav", 96000),
        ("sample_rate=44100", "mp3", 44100),
    ],
)
def test_audio(query: str, name: str, rate_hz: int) -> None:
    options = parse(query)
    audio_format, chosen_hz = choose_audio(options.audio_format, options.sample_rate_hz)
    assert (audio_format.name, chosen_hz) == (name, rate_hz)


@pytest.mark.parametrize("value", ["true", "false", "1", "0", "TRUE", "False"])
def test_booleans_in_any_case(value: str) -> None:
    parse(f"disable_cache={value}")


def test_an_empty_parameter_is_as_absent() -> None:
    assert parse("&".join(f"{name}=" for name in QUERY_PARAMETERS)) == parse("")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("text_type=SSML", "text_type=ssml"),
        ("timestamps=Words", "timestamps=words"),
        ("audio_format=MuLaw", "audio_format=mulaw"),
        ("disable_cache=TRUE", "disable_cache=true"),
        ("provider=PLOSIVE", "provider=plosive"),
    ],
)
def test_words_are_known_in_upper_and_lower_case(upper: str, lower: str) -> None:
    assert parse(upper) == parse(lower)


def test_unknown_parameters_are_ignored() -> None:
    assert parse("colour=blue&voice_settings=1") == parse("")


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("audio_format=aac", "audio_format", "mp3, linear16"),
        ("sample_rate=24000.0", "sample_rate", "whole number"),
        ("sample_rate=-1", "sample_rate", "whole number"),
        ("sample_rate=1e9", "sample_rate", "whole number"),
        ("sample_rate=%D9%A2%D9%A4", "sample_rate", "whole number"),
        ("sample_rate=11025", "sample_rate", "expected one of 8000"),
        ("audio_format=opus&sample_rate=96000", "sample_rate", "expected one of"),
        ("disable_cache=maybe", "disable_cache", "true, false, 1 or 0"),
        ("text_type=html", "text_type", "Expected text or ssml"),
        ("inactivity_timeout=0", "inactivity_timeout", "1 to 3600"),
        ("max_lead_s=0.1", "max_lead_s", "0.5 to 3600"),
        ("max_lead_s=nan", "max_lead_s", "0.5 to 3600"),
        ("max_lead_s=two", "max_lead_s", "0.5 to 3600"),
        ("inactivity_timeout=-1", "inactivity_timeout", "whole number"),
        ("inactivity_timeout=100000000", "inactivity_timeout", "1 to 3600"),
        ("inactivity_timeout=abc", "inactivity_timeout", "whole number"),
        ("socket_id=a%0d%0ab", "socket_id", "letters"),
        ("socket_id=" + "a" * 129, "socket_id", "128"),
        ("socket_id=%F0%9F%8E%89", "socket_id", "letters"),
        ("provider=acme", "provider", "telnyx"),
    ],
)
def test_refused(query: str, parameter: str, words: str) -> None:
    with pytest.raises(BadParameter) as refusal:
        parse(query)
    assert refusal.value.parameter == parameter
    assert words in refusal.value.detail
    assert refusal.value.status == 400


@given(st.lists(st.tuples(st.sampled_from(["voice", "sample_rate", "audio_format", "language", "x"]), st.text())))
def test_only_documented_errors_escape(pairs: list[tuple[str, str]]) -> None:
    try:
        parse_query(pairs, DEFAULT)
    except BadParameter as error:
        assert error.detail


@pytest.mark.parametrize(
    ("given_settings", "speed"),
    [
        ({}, 1.0),
        ({"voice_speed": 1.5}, 1.5),
        ({"speed": 0.8}, 0.8),
        ({"voice_speed": 1.2, "speed": 2.0}, 1.2),
        ({"voice_speed": 99}, 2.0),
        ({"voice_speed": 0}, 0.5),
        ({"voice_speed": -1}, 0.5),
        ({"voice_speed": 1e-320}, 0.5),
        ({"voice_speed": None}, 1.0),
        ({"unknown": "x"}, 1.0),
    ],
)
def test_speed(given_settings: dict[str, Any], speed: float) -> None:
    assert parse_voice_settings(given_settings).speed == speed


def test_other_voice_settings() -> None:
    settings = parse_voice_settings({"volume": 3, "pitch": -20, "response_format": "pcm", "sampling_rate": 16000})
    assert (settings.volume, settings.pitch_semitones) == (2.0, -12.0)
    assert settings.audio_format is FORMATS["linear16"]
    assert settings.sample_rate_hz == 16000


@pytest.mark.parametrize(
    ("given_settings", "name"),
    [
        ({"voice_speed": "1.2"}, "voice_speed"),
        ({"speed": True}, "speed"),
        ({"volume": []}, "volume"),
        ({"pitch": 10**400}, "pitch"),
        ({"response_format": "aac"}, "response_format"),
        ({"sampling_rate": "24000"}, "sampling_rate"),
    ],
)
def test_refused_voice_settings(given_settings: dict[str, Any], name: str) -> None:
    with pytest.raises(BadParameter) as refusal:
        parse_voice_settings(given_settings)
    assert refusal.value.parameter == name
