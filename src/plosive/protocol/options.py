"""The options of a client: query parameters at connect and voice settings in its handshake (docs/protocol.md).

Refuses bad values with `BadParameter`, which names the accepted values. It does not check whether a voice
exists.
"""

import contextlib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plosive.audio.encoders import FORMATS, AudioFormat
from plosive.errors import BadParameter

DEFAULT_INACTIVITY_TIMEOUT_S = 20
MAX_INACTIVITY_TIMEOUT_S = 3600
"""An hour: long enough for any call on hold, short enough that forgotten sockets are closed."""

SHORTEST_LEAD_S = 0.5
LONGEST_LEAD_S = 3600.0

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+:-]{0,127}", re.ASCII)
_INTEGER = re.compile(r"[0-9]{1,9}", re.ASCII)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_HOUSE_PROVIDERS = ("telnyx", "plosive")


@dataclass(frozen=True, slots=True)
class ConnectOptions:
    """The query parameters of a connection, checked and locked. None: the client did not send the parameter."""

    voice: str
    language: str | None
    is_ssml: bool
    audio_format: AudioFormat | None
    sample_rate_hz: int | None
    inactivity_timeout_s: int
    socket_id: str | None
    pronunciation_dict_id: str | None
    disable_cache: bool = False
    max_lead_s: float | None = None
    tells_words: bool = False


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """The `voice_settings` of a handshake. Numbers are clamped to their range: a client gets the nearest possible value."""

    speed: float = 1.0
    volume: float = 1.0
    pitch_semitones: float = 0.0
    audio_format: AudioFormat | None = None
    sample_rate_hz: int | None = None

    def with_audio_of(self, chosen: "VoiceSettings") -> "VoiceSettings":
        """These settings with the audio format and sample rate of `chosen`, if it has any: the query string's win.

        Raises `BadParameter` for a sample rate that the audio format cannot have.
        """
        audio_format, rate_hz = chosen.audio_format or self.audio_format, chosen.sample_rate_hz or self.sample_rate_hz
        choose_audio(audio_format, rate_hz)
        return replace(self, audio_format=audio_format, sample_rate_hz=rate_hz)


def parse_query(pairs: Iterable[tuple[str, str]], default_voice: str) -> ConnectOptions:
    """Check the query parameters of an upgrade. The last of a repeated parameter counts; unknown and empty ones are ignored.

    Words are known in upper and lower case.

    Raises `BadParameter`.
    """
    query = {name: value for name, value in dict(pairs).items() if value}
    audio_format = find_format(query["audio_format"]) if "audio_format" in query else None
    sample_rate_hz = _integer(query, "sample_rate") if "sample_rate" in query else None
    choose_audio(audio_format, sample_rate_hz)
    inactivity_timeout_s = DEFAULT_INACTIVITY_TIMEOUT_S
    if "inactivity_timeout" in query:
        inactivity_timeout_s = _integer(query, "inactivity_timeout")
        if not 1 <= inactivity_timeout_s <= MAX_INACTIVITY_TIMEOUT_S:
            raise BadParameter("inactivity_timeout", f"Expected 1 to {MAX_INACTIVITY_TIMEOUT_S} seconds")
    socket_id = query.get("socket_id")
    if socket_id and not _ID.fullmatch(socket_id):
        raise BadParameter("socket_id", "Expected up to 128 letters, digits and . _ + : - after a letter or digit")
    return ConnectOptions(
        voice=_voice(query, default_voice),
        language=query.get("language"),
        is_ssml=_choice(query, "text_type", ("text", "ssml")) == "ssml",
        audio_format=audio_format,
        sample_rate_hz=sample_rate_hz,
        inactivity_timeout_s=inactivity_timeout_s,
        socket_id=socket_id,
        pronunciation_dict_id=query.get("pronunciation_dict_id"),
        disable_cache=_boolean(query, "disable_cache"),
        max_lead_s=_lead(query),
        tells_words=_choice(query, "timestamps", ("none", "words")) == "words",
    )


def parse_voice_settings(settings: Mapping[str, Any]) -> VoiceSettings:
    """Check the `voice_settings` of a handshake; unknown ones are ignored. Raises `BadParameter`, which names the setting."""
    audio_format = None
    try:
        if settings.get("response_format") is not None:
            audio_format = find_format(str(settings["response_format"]))
    except BadParameter as error:
        raise BadParameter("response_format", error.detail) from None
    rate = settings.get("sampling_rate")
    speed_key = "voice_speed" if settings.get("voice_speed") is not None else "speed"
    return VoiceSettings(
        speed=_clamped(settings, speed_key, 1.0, 0.5, 2.0),
        volume=_clamped(settings, "volume", 1.0, 0.0, 2.0),
        pitch_semitones=_clamped(settings, "pitch", 0.0, -12.0, 12.0),
        audio_format=audio_format,
        sample_rate_hz=None if rate is None else _whole(rate, "sampling_rate"),
    )


def find_format(name: str) -> AudioFormat:
    """Return the audio format with this name, in upper or lower case. Raises `BadParameter`."""
    if name.lower() not in FORMATS:
        raise BadParameter("audio_format", f"Unknown audio format {name[:200]!r}; expected one of {', '.join(FORMATS)}")
    return FORMATS[name.lower()]


def choose_audio(audio_format: AudioFormat | None, sample_rate_hz: int | None) -> tuple[AudioFormat, int]:
    """Fill in the defaults: mp3, and the format's own rate. Raises `BadParameter` for a rate that the format lacks."""
    chosen = audio_format or FORMATS["mp3"]
    rate_hz = sample_rate_hz if sample_rate_hz is not None else chosen.default_rate_hz
    if rate_hz not in chosen.rates_hz:
        rates = ", ".join(map(str, chosen.rates_hz))
        raise BadParameter("sample_rate", f"{chosen.name} cannot have {rate_hz} Hz; expected one of {rates}")
    return chosen, rate_hz


def _voice(query: Mapping[str, str], default_voice: str) -> str:
    if "voice" in query:
        return query["voice"]
    provider = query.get("provider", "telnyx")
    if voice_id := query.get("voice_id"):
        return ".".join(part for part in (provider, query.get("model_id"), voice_id) if part)
    if model_id := query.get("model_id"):
        return f"{provider}.{model_id}.default"  # no such voice: the refusal names those of the model
    if provider.lower() not in _HOUSE_PROVIDERS:
        raise BadParameter("provider", f"Unknown provider {provider[:200]!r}; expected telnyx or plosive")
    return default_voice


def _integer(query: Mapping[str, str], parameter: str) -> int:
    if not _INTEGER.fullmatch(query[parameter]):
        raise BadParameter(parameter, f"Expected a whole number in decimal digits, got {query[parameter][:200]!r}")
    return int(query[parameter])


def _lead(query: Mapping[str, str]) -> float | None:
    written = query.get("max_lead_s")
    if not written:
        return None
    with contextlib.suppress(ValueError):
        if SHORTEST_LEAD_S <= (lead_s := float(written)) <= LONGEST_LEAD_S:
            return lead_s
    raise BadParameter(
        "max_lead_s", f"Expected {SHORTEST_LEAD_S:g} to {LONGEST_LEAD_S:g} seconds, got {written[:200]!r}"
    )


def _boolean(query: Mapping[str, str], parameter: str) -> bool:
    value = query.get(parameter, "false")
    if value.lower() not in _BOOLEANS:
        raise BadParameter(parameter, f"Expected true, false, 1 or 0, got {value[:200]!r}")
    return _BOOLEANS[value.lower()]


def _choice(query: Mapping[str, str], parameter: str, accepted: tuple[str, ...]) -> str:
    value = query.get(parameter, accepted[0])
    if value.lower() not in accepted:
        raise BadParameter(parameter, f"Expected {' or '.join(accepted)}, got {value[:200]!r}")
    return value.lower()


def _whole(value: object, name: str) -> int:
    number = _finite(value, name)
    if not number.is_integer():
        raise BadParameter(name, "expected a whole number")
    return int(number)


def _finite(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadParameter(name, f"expected a number, got {type(value).__name__}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise BadParameter(name, "expected a finite number")
    return number


def _clamped(settings: Mapping[str, Any], key: str, normal: float, low: float, high: float) -> float:
    value = settings.get(key)
    return normal if value is None else min(high, max(low, _finite(value, key)))
