"""`/v1`: speech, models, voices and errors for OpenAI's clients (docs/openai.md)."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from functools import partial
from typing import Annotated, Any, Final, Literal

import orjson
import pybase64
import structlog
from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, Field

from plosive.audio.encoders import AAC, FORMATS, AudioFormat
from plosive.callers import Caller
from plosive.errors import BadBody, BadParameter, PlosiveError, Refused
from plosive.narration import Narration
from plosive.order import Order
from plosive.protocol.options import VoiceSettings, parse_query
from plosive.runtime import Runtime
from plosive.voices.catalog import Catalog
from plosive.voices.names import OPENAI
from plosive.voices.voice import Voice
from plosive.web import problems
from plosive.web.auth import Admission
from plosive.web.bodies import BodyRoute
from plosive.web.openapi_document import refusals
from plosive.web.problems import Problem
from plosive.web.speech_request import MAX_TEXT_CHARS, check_length
from plosive.web.streaming_answer import StreamingAnswer

router = APIRouter(tags=["OpenAI"], route_class=BodyRoute)

_Caller = Annotated[Caller, Depends(Admission("speak"))]
_Lister = Annotated[Caller, Depends(Admission("speak", lists=True))]

PREFIX: Final = "/openai"
"""Paths of this door alone, for clients that would else get the answer of another service's API (`/openai/v1/models`)."""

_MODELS: Final = ("plosive", "kokoro", "tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15")
"""Model names that are listed, for clients that know no others. Any is accepted: the voice decides."""

RESPONSE_FORMATS: Final[Mapping[str, tuple[AudioFormat, str]]] = {
    "mp3": (FORMATS["mp3"], "audio/mpeg"),
    "opus": (FORMATS["opus"], "audio/ogg"),
    "aac": (AAC, "audio/aac"),
    "flac": (FORMATS["flac"], "audio/flac"),
    "wav": (FORMATS["wav"], "audio/wav"),
    "pcm": (FORMATS["linear16"], "audio/pcm"),
    "mulaw": (FORMATS["mulaw"], "audio/basic"),
    "ulaw": (FORMATS["mulaw"], "audio/basic"),
    "alaw": (FORMATS["alaw"], "audio/x-alaw-basic"),
}

_LANGUAGE_LETTERS: Final = {
    "a": "en-US",
    "b": "en-GB",
    "e": "es",
    "f": "fr",
    "h": "hi",
    "i": "it",
    "j": "ja",
    "p": "pt-BR",
    "z": "zh",
}
"""Kokoro-FastAPI's `lang_code`."""

_SLOWEST, _FASTEST = 0.5, 2.0
"""The range that engines speak well (docs/protocol.md, voice_speed). OpenAI allows more, which is clamped to it."""

_TOKENS_A_SECOND: Final = 20
"""Audio is counted like OpenAI's: a token for 50 ms. Text is counted in characters, because the engines here have no
tokens."""

_log = structlog.get_logger()


class VoiceId(BaseModel):
    """A voice by its id."""

    id: str = Field(examples=["Plosive.Espeak.en-us"])


class OpenAISpeechRequest(BaseModel):
    """OpenAI's request, with fields of Kokoro-FastAPI and of Plosive. Unknown fields are ignored."""

    model: str | None = Field(
        None, description="Any name. Without a voice, a name of a voice is that voice", examples=["tts-1"]
    )
    input: str = Field(min_length=1, description=f"At most {MAX_TEXT_CHARS} characters", examples=["Hello there."])
    voice: str | VoiceId | None = Field(
        None, description=f"{', '.join(OPENAI)}, or any other name of a voice", examples=["alloy"]
    )
    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm", "mulaw", "ulaw", "alaw"] | None = Field(
        None, description="mp3 without it; pcm is 24 kHz, little-endian, 16 bits, mono; mulaw and alaw are 8 kHz"
    )
    speed: float | None = Field(None, ge=0.25, le=4.0, description="Below 0.5 counts as 0.5, above 2 as 2")
    stream_format: Literal["audio", "sse"] | None = Field(
        None, description="`sse`: events with base64 audio, the last with the usage"
    )
    instructions: str | None = Field(None, description="Accepted, and not acted on")
    language: str | None = Field(None, description="A BCP-47 tag; a voice that speaks another language gives way")
    lang_code: str | None = Field(None, description="The same, also as Kokoro's letter", examples=["a"])
    sample_rate: int | None = Field(None, description="In Hz, of those that the format can have")
    volume_multiplier: float | None = Field(None, ge=0, le=2, description="1 is normal")
    ssml: bool = Field(default=False, description="The input is SSML")
    stream: bool | None = Field(None, description="Accepted; an answer is always sent while it is made")


class OpenAIError(BaseModel):
    """One error; `param` is its place in the request."""

    message: str
    type: str
    param: str | None
    code: str | None


class OpenAIErrors(BaseModel):
    """The body of every error answer."""

    error: OpenAIError


class Model(BaseModel):
    """One model."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = "plosive"


class Models(BaseModel):
    """Every model."""

    object: Literal["list"] = "list"
    data: list[Model]


class Named(BaseModel):
    """A name, twice: front ends read both fields."""

    id: str
    name: str


class NamedModels(BaseModel):
    """Every model by name."""

    models: list[Named]


class NamedVoice(Named):
    """A voice that a request may name, with the language and gender of who speaks."""

    language: str
    gender: str | None


class NamedVoices(BaseModel):
    """The operator's names first, then OpenAI's."""

    voices: list[NamedVoice]


openai_refusals = partial(refusals, model=OpenAIErrors)


def is_openai(path: str) -> bool:
    """Whether errors on this path have OpenAI's form, the only one whose words its SDK shows."""
    without_v1 = ("/audio/", "/models")  # asked for by a client whose base URL lacks /v1
    return path.startswith(("/v1/", "/v2/audio/", "/dev/", f"{PREFIX}/", *without_v1))


def refusal(error: Exception) -> Response:
    """Return the answer to an error, in OpenAI's form."""
    problem = Problem.of(error)
    status = 400 if problem.status == 422 else problem.status
    param = problem.pointer.strip("/").replace("/", ".") or None if problem.pointer else problem.parameter
    return Response(
        orjson.dumps({"error": _error(problem.detail, status, param, getattr(error, "openai_code", None))}),
        status,
        problem.headers,
        "application/json",
    )


def answer_in_form(path: str, status: int, detail: str) -> Response:
    """Return an error answer in the form of the path's API."""
    error = Refused(status, detail)
    return refusal(error) if is_openai(path) else problems.refusal(error)


class _UnknownModel(BadBody):
    openai_code = "model_not_found"


_SPEECH: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "Audio, sent while it is made; or events",
        "content": {
            **{kind: {"schema": {"type": "string", "format": "binary"}} for _, kind in RESPONSE_FORMATS.values()},
            "text/event-stream": {},
        },
    },
    **openai_refusals(400, 404, 408, 413, 415),
}


@router.post("/v1/audio/speech", response_model=None, responses=_SPEECH, summary="Speak a text")
@router.post(
    "/v2/audio/speech",
    response_model=None,
    responses=_SPEECH,
    summary="Speak a text, for clients whose base URL ends in /v2",
)
async def create_speech(request: Request, caller: _Caller, asked: OpenAISpeechRequest) -> Response:
    """If the answer ends early, without the end of its last chunk, the synthesis failed on the way."""
    runtime: Runtime = request.app.state.runtime
    check_length(asked.input, "/input")
    audio_format, content_type = RESPONSE_FORMATS[asked.response_format or "mp3"]
    order = await order_of(asked, runtime, caller, audio_format)
    as_events = asked.stream_format == "sse"
    narration = runtime.narrate(order, asked.input, door="openai")
    return StreamingAnswer(
        _events(narration) if as_events else narration.audio(),
        "text/event-stream" if as_events else content_type,
        send_deadline_s=runtime.settings.send_deadline_s,
        narration=narration,
    )


async def order_of(asked: OpenAISpeechRequest, runtime: Runtime, caller: Caller, audio_format: AudioFormat) -> Order:
    """Resolve the options of a request. Raises `BadBody` and `StoreUnavailable`."""
    named = asked.voice.id if isinstance(asked.voice, VoiceId) else asked.voice
    if not named and asked.model and runtime.catalog.knows(asked.model):
        named = asked.model
    language = asked.language or (_LANGUAGE_LETTERS.get(asked.lang_code, asked.lang_code) if asked.lang_code else None)
    given = {
        "voice": named or runtime.settings.default_voice,
        "text_type": "ssml" if asked.ssml else "text",
        **({"language": language} if language else {}),
    }
    speed = min(_FASTEST, max(_SLOWEST, asked.speed or 1.0))
    volume = 1.0 if asked.volume_multiplier is None else asked.volume_multiplier
    settings = VoiceSettings(speed, volume, audio_format=audio_format, sample_rate_hz=asked.sample_rate)
    try:
        order = await runtime.order(parse_query(given.items(), runtime.settings.default_voice), caller)
        return order.with_settings(settings)
    except BadParameter as error:
        names = f" Or send one of {', '.join(OPENAI)}." if error.parameter == "voice" else ""
        raise BadBody(f"{error}{names}", f"/{error.parameter}", status=400) from None


@router.get("/v1/models", responses=openai_refusals(), summary="List models")
async def list_models(_: _Lister) -> Models:
    """Names for clients that want one; any other works too."""
    return Models(data=[Model(id=name) for name in _MODELS])


@router.get("/v1/models/{model}", responses=openai_refusals(404), summary="Get a model")
async def get_model(_: _Lister, model: Annotated[str, Path(examples=["tts-1"])]) -> Model:
    """One model."""
    if model not in _MODELS:
        raise _UnknownModel(f"There is no model {model[:100]!r}", "/model", status=404)
    return Model(id=model)


@router.get("/v1/audio/models", responses=openai_refusals(), summary="List models by name")
async def list_audio_models(_: _Lister) -> NamedModels:
    """The list that chat front ends ask for."""
    return NamedModels(models=[Named(id=name, name=name) for name in _MODELS])


@router.get("/v1/audio/voices", responses=openai_refusals(400), response_model=None, summary="List voices")
async def list_voices(
    request: Request,
    _: _Lister,
    legacy: Annotated[bool, Query(description="Only the names, as strings")] = False,
) -> NamedVoices | dict[str, list[str]]:
    """The operator's names, OpenAI's names, then every installed voice."""
    catalog: Catalog = request.app.state.runtime.catalog
    names = dict.fromkeys([*catalog.own_names, *OPENAI])
    found = [_named(name, catalog.resolve(name).voice, name) for name in names]
    found += [_named(each.id, each, f"{each.name} ({each.language})") for each in catalog.voices()]
    return {"voices": [each.id for each in found]} if legacy else NamedVoices(voices=found)


@router.get("/v1/test", include_in_schema=False)
async def kokoro_test() -> dict[str, str]:
    """Answer like Kokoro-FastAPI: then wyoming-openai lists the voices."""
    return {"status": "ok"}


def _named(name: str, voice: Voice, shown: str) -> NamedVoice:
    return NamedVoice(id=name, name=shown, language=voice.language, gender=voice.gender)


async def _events(narration: Narration) -> AsyncGenerator[bytes, None]:
    """Yield server-sent events. An error after the first event is an event too."""
    has_begun = False
    try:
        async with aclosing(narration.audio()) as audio:
            async for chunk in audio:
                yield _event({"type": "speech.audio.delta", "audio": pybase64.b64encode(chunk).decode()})
                has_begun = True
    except PlosiveError as error:
        if not has_begun:
            raise
        _log.warning("speech cut off", error=str(error))
        yield _event({"type": "error", "error": _error(str(error), Problem.of(error).status, None, None)})
        return
    if has_begun:
        spoken, heard = narration.characters, round(narration.seconds * _TOKENS_A_SECOND)
        usage = {"input_tokens": spoken, "output_tokens": heard, "total_tokens": spoken + heard}
        yield _event({"type": "speech.audio.done", "usage": usage})


def _event(content: object) -> bytes:
    return b"data: " + orjson.dumps(content) + b"\n\n"


def _error(message: str, status: int, param: str | None, code: str | None) -> dict[str, str | None]:
    codes = {401: "invalid_api_key", 429: "rate_limit_exceeded"}
    kind = "server_error" if status >= 500 else "rate_limit_error" if status == 429 else "invalid_request_error"
    return {"message": message, "type": kind, "param": param, "code": code or codes.get(status)}
