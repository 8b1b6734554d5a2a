"""`/v1`: speech, models, voices and errors for OpenAI's clients (docs/openai.md)."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from functools import partial
from typing import Annotated, Any, Final, Literal

import orjson
import pybase64
import structlog
from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import BaseModel, Field

from plosive.audio.encoders import AAC, FORMATS, AudioFormat
from plosive.callers import Caller
from plosive.errors import BadBody, BadParameter, PlosiveError
from plosive.narration import Narration
from plosive.protocol.options import VoiceSettings, parse_query
from plosive.runtime import Runtime
from plosive.voices.catalog import Catalog
from plosive.web.auth import Admission
from plosive.web.bodies import BodyRoute
from plosive.web.openapi_document import refusals
from plosive.web.problems import Problem
from plosive.web.speech import MAX_TEXT_CHARS, check_length
from plosive.web.streaming_answer import StreamingAnswer

router = APIRouter(tags=["OpenAI"], route_class=BodyRoute)

_Caller = Annotated[Caller, Depends(Admission("speak"))]

_MODELS: Final = ("plosive", "tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15")
"""OpenAI's model names, for clients that know no others. They make no difference: the voice decides."""

_VOICES: Final[Mapping[str, str]] = {
    "alloy": "Telnyx.KokoroTTS.af_alloy",
    "ash": "Telnyx.KokoroTTS.am_adam",
    "ballad": "Telnyx.KokoroTTS.bm_george",
    "coral": "Telnyx.KokoroTTS.af_bella",
    "echo": "Telnyx.KokoroTTS.am_echo",
    "fable": "Telnyx.KokoroTTS.bm_fable",
    "nova": "Telnyx.KokoroTTS.af_nova",
    "onyx": "Telnyx.KokoroTTS.am_onyx",
    "sage": "Telnyx.KokoroTTS.af_sarah",
    "shimmer": "Telnyx.KokoroTTS.af_sky",
    "verse": "Telnyx.KokoroTTS.am_michael",
    "marin": "Telnyx.KokoroTTS.af_heart",
    "cedar": "Telnyx.KokoroTTS.am_liam",
}
"""OpenAI's voices, with a public id of the same gender: Kokoro's voice if it is installed, else the nearest one."""

_FORMATS: Final[Mapping[str, tuple[AudioFormat, str]]] = {
    "mp3": (FORMATS["mp3"], "audio/mpeg"),
    "opus": (FORMATS["opus"], "audio/ogg"),
    "aac": (AAC, "audio/aac"),
    "flac": (FORMATS["flac"], "audio/flac"),
    "wav": (FORMATS["wav"], "audio/wav"),
    "pcm": (FORMATS["linear16"], "audio/pcm"),
}

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
    """OpenAI's request. Unknown fields are ignored."""

    model: str = Field(description=f"One of {', '.join(_MODELS)}; all are the same here", examples=["tts-1"])
    input: str = Field(min_length=1, description=f"At most {MAX_TEXT_CHARS} characters", examples=["Hello there."])
    voice: str | VoiceId = Field(
        description=f"{', '.join(_VOICES)}, or any voice id of this server", examples=["alloy"]
    )
    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | None = Field(
        None, description="mp3 without it; pcm is 24 kHz, little-endian, 16 bits, mono"
    )
    speed: float | None = Field(None, ge=0.25, le=4.0, description="Below 0.5 counts as 0.5, above 2 as 2")
    stream_format: Literal["audio", "sse"] | None = Field(
        None, description="`sse`: events with base64 audio, the last with the usage"
    )
    instructions: str | None = Field(None, description="Accepted, and not acted on")


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


class NamedVoice(BaseModel):
    """A voice that a request may name."""

    id: str
    name: str


class NamedVoices(BaseModel):
    """OpenAI's names first."""

    voices: list[NamedVoice]


_refusals = partial(refusals, model=OpenAIErrors)


def is_openai(path: str) -> bool:
    """Whether errors on this path have OpenAI's form."""
    return path.startswith(("/v1/", "/v2/audio/"))


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


class _UnknownModel(BadBody):
    openai_code = "model_not_found"


_SPEECH: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "Audio, sent while it is made; or events",
        "content": {
            **{kind: {"schema": {"type": "string", "format": "binary"}} for _, kind in _FORMATS.values()},
            "text/event-stream": {},
        },
    },
    **_refusals(400, 404, 408, 413, 415),
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
    if asked.model not in _MODELS:
        known = ", ".join(_MODELS)
        raise _UnknownModel(f"There is no model {asked.model[:100]!r}; there are {known}", "/model", status=404)
    audio_format, content_type = _FORMATS[asked.response_format or "mp3"]
    speed = min(_FASTEST, max(_SLOWEST, asked.speed or 1.0))
    name = asked.voice if isinstance(asked.voice, str) else asked.voice.id
    options = parse_query([("voice", _VOICES.get(name.lower(), name))], runtime.settings.default_voice)
    try:
        order = await runtime.order(options, caller)
    except BadParameter as error:
        raise BadBody(f"{error} Or send one of {', '.join(_VOICES)}.", "/voice", status=400) from None
    order = order.with_settings(VoiceSettings(speed, audio_format=audio_format))
    narration = runtime.narrate(order, asked.input, door="openai")
    as_events = asked.stream_format == "sse"
    return StreamingAnswer(
        _events(narration) if as_events else narration.audio(),
        "text/event-stream" if as_events else content_type,
        send_deadline_s=runtime.settings.send_deadline_s,
        narration=narration,
    )


@router.get("/v1/models", responses=_refusals(), summary="List models")
async def list_models(_: _Caller) -> Models:
    """The models make no difference here: the voice decides."""
    return Models(data=[Model(id=name) for name in _MODELS])


@router.get("/v1/models/{model}", responses=_refusals(404), summary="Get a model")
async def get_model(_: _Caller, model: Annotated[str, Path(examples=["tts-1"])]) -> Model:
    """One model."""
    if model not in _MODELS:
        raise _UnknownModel(f"There is no model {model[:100]!r}", "/model", status=404)
    return Model(id=model)


@router.get("/v1/audio/voices", responses=_refusals(), summary="List voices")
async def list_voices(request: Request, _: _Caller) -> NamedVoices:
    """OpenAI's names, then every installed voice."""
    installed: Catalog = request.app.state.runtime.catalog
    found = [NamedVoice(id=name, name=name.title()) for name in _VOICES]
    return NamedVoices(
        voices=found + [NamedVoice(id=each.id, name=f"{each.name} ({each.language})") for each in installed.voices()]
    )


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
