"""The body of a request for speech over REST: its fields, and the order that they make (docs/rest.md)."""

from dataclasses import replace
from typing import Any, Final, Literal

from babel import Locale
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from plosive.audio.encoders import FORMATS
from plosive.callers import Caller
from plosive.errors import BadBody, BadParameter
from plosive.order import Order
from plosive.protocol.options import choose_audio, parse_query, parse_voice_settings
from plosive.runtime import Runtime

MAX_TEXT_CHARS: Final = 100_000
"""About two hours of speech. Networks often cut longer connections: a client should send one chapter at a time."""


class TelnyxSettings(BaseModel):
    """Settings of the voice and of the audio. They win over `voice_settings`."""

    model_config = ConfigDict(extra="allow")

    voice_speed: float | None = Field(None, description="1 is normal; clamped to 0.5 to 2", examples=[1.1])
    volume: float | None = Field(None, description="1 is normal; clamped to 0 to 2")
    response_format: str | None = Field(
        None, description=f"One of {', '.join(FORMATS)}; mp3 without it", examples=["mp3"]
    )
    sampling_rate: int | None = Field(
        None, description="In Hz; 24000 without it, 8000 for mulaw and alaw, 48000 for opus", examples=[24000]
    )
    language_boost: str | None = Field(
        None, description="A language by its English name or BCP-47 tag, if `language` is missing", examples=["German"]
    )
    emotion: str | None = Field(None, description="Accepted, and not acted on")
    temperature: float | None = Field(None, description="Accepted, and not acted on")


class SpeechRequest(BaseModel):
    """A text to speak. Unknown fields, and the objects of other providers, are ignored."""

    text: str = Field(min_length=1, description=f"At most {MAX_TEXT_CHARS} characters", examples=["Hello there."])
    voice: str | None = Field(
        None,
        description="`Provider.Model.Name` or `Provider.Name`; the server's default voice without it",
        examples=["Telnyx.NaturalHD.astra"],
    )
    provider: str | None = Field(None, description="The voice in parts, when there is no `voice`", examples=["telnyx"])
    model_id: str | None = None
    voice_id: str | None = None
    language: str | None = Field(None, description="BCP-47; the voice's own without it", examples=["en-US"])
    language_code: str | None = Field(None, description="The same, as the AI SDK sends it")
    text_type: Literal["text", "ssml"] | None = None
    voice_settings: dict[str, JsonValue] | None = Field(
        None,
        description="`voice_speed` or `speed`, `volume`, `pitch`, `response_format`, `sampling_rate`: as on the socket",
        examples=[{"voice_speed": 1.1}],
    )
    telnyx: TelnyxSettings | None = None
    output_format: str | None = Field(
        None, description="As `response_format`, as the AI SDK sends it", examples=["wav"]
    )
    audio_format: str | None = Field(None, description="As `response_format`, as the socket has it", examples=["flac"])
    sample_rate: int | None = Field(
        None, description="As `sampling_rate`, as the socket has it and the AI SDK sends it"
    )
    speed: float | None = Field(None, description="As `voice_speed`, as the AI SDK sends it")
    output_type: Literal["binary_output", "base64_output", "audio_id"] | None = Field(
        None, description="`binary_output` without it: audio, sent while it is made"
    )
    timestamps: Literal["words", "srt", "vtt"] | None = Field(
        None, description="With `base64_output`: the times of words, or subtitles, behind the audio"
    )
    disable_cache: bool | None = Field(None, description="Always synthesize afresh")
    pronunciation_dict_id: str | None = None


def check_length(text: str, pointer: str) -> None:
    """Check the length of a text. Raises `BadBody` (413)."""
    if len(text) > MAX_TEXT_CHARS:
        raise BadBody(
            f"The text has {len(text)} characters; send at most {MAX_TEXT_CHARS} at once", pointer, status=413
        )


async def order_of(asked: SpeechRequest, runtime: Runtime, caller: Caller) -> Order:
    """Check the options of a request like those of a socket. Raises `BadBody` and `StoreUnavailable`."""
    given = asked.model_dump(
        include={"voice", "provider", "model_id", "voice_id", "language", "text_type", "pronunciation_dict_id"},
        exclude_none=True,
    )
    if language := asked.language or asked.language_code or _language_boost(asked):
        given["language"] = language
    given_settings, places = _settings(asked)
    try:
        options = parse_query(given.items(), runtime.settings.default_voice)
        settings = parse_voice_settings(given_settings)
        choose_audio(settings.audio_format, settings.sample_rate_hz)  # a wrong rate is reported before a wrong voice
        order = await runtime.order(replace(options, disable_cache=bool(asked.disable_cache)), caller)
    except BadParameter as error:
        name = "sampling_rate" if error.parameter == "sample_rate" else error.parameter
        raise BadBody(error.detail, f"/{places.get(name, name)}", status=error.status) from None
    return order.with_settings(settings)


def _settings(asked: SpeechRequest) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the settings by the names of `voice_settings`, and where in the body each stands."""
    places = {
        "response_format": "output_format" if asked.output_format else "audio_format",
        "sampling_rate": "sample_rate",
        "speed": "speed",
    }
    settings = {name: getattr(asked, at) for name, at in places.items()}
    own = asked.telnyx.model_dump(exclude_none=True) if asked.telnyx else {}
    for at, given in (("voice_settings", asked.voice_settings or {}), ("telnyx", own)):
        settings |= given
        places |= {name: f"{at}/{name}" for name in given}
    return settings, places


def _language_boost(asked: SpeechRequest) -> str | None:
    """Return the tag of `language_boost`, which names a language in English: "German"; "auto" has none."""
    name = (asked.telnyx and asked.telnyx.language_boost) or (asked.voice_settings or {}).get("language_boost")
    if not isinstance(name, str) or name.lower() == "auto":
        return None
    tags = {str(each).lower(): tag for tag, each in Locale("en").languages.items()}
    return str(tags.get(name.lower(), name)).replace("_", "-")
