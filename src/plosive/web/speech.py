"""`/v2/text-to-speech`: speech by POST, recordings by id, and voices, for Telnyx' clients (docs/rest.md)."""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Annotated, Any, Final

import orjson
import pybase64
from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, Field

from plosive.audio.encoders import FORMATS
from plosive.callers import Caller
from plosive.errors import BadBody, BadParameter, UnknownRecording
from plosive.narration import Narration
from plosive.runtime import Runtime
from plosive.subtitles import WRITERS, word_list
from plosive.voices.aliases import REST_ONLY
from plosive.voices.voice import Voice
from plosive.web.auth import Admission
from plosive.web.bodies import BodyRoute
from plosive.web.openapi_document import Errors, refusals
from plosive.web.problems import problem
from plosive.web.ranges import byte_range
from plosive.web.speech_request import SpeechRequest, check_length, order_of
from plosive.web.streaming_answer import StreamingAnswer
from plosive.web.websocket import PATH, check_upgrade

router = APIRouter(prefix="/v2/text-to-speech", tags=["Speech"], route_class=BodyRoute)

older_router = APIRouter(tags=["Speech"], route_class=BodyRoute)

_Caller = Annotated[Caller, Depends(Admission("speak"))]
_Lister = Annotated[Caller, Depends(Admission("speak", lists=True))]

_PROVIDERS: Final = (
    "plosive", "telnyx", "aws", "azure", "elevenlabs", "minimax", "resemble", "xai", "humain", "soniox",
    "rime", "murfai", "inworld", "fishaudio",
)  # fmt: skip
"""Providers that Telnyx documents, or did. Only the first two have voices here."""

_HOST: Final = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:]+\](:[0-9]{1,5})?")

AUDIO: Final[dict[str, Any]] = {
    content_type: {"schema": {"type": "string", "format": "binary"}}
    for content_type in sorted({entry.content_type.partition(";")[0] for entry in FORMATS.values()})
}
"""The content types of an audio answer, for the OpenAPI document."""


_WORD_TYPES: Final = {"srt": "application/x-subrip", "vtt": "text/vtt", "json": "application/json"}


class Base64Audio(BaseModel):
    """The answer to `base64_output`."""

    base64_audio: str
    words: list[dict[str, str | int]] | None = Field(
        None,
        description="If `timestamps` is `words`",
        examples=[[{"text": "Hello", "start_ms": 0, "end_ms": 305}]],
    )
    srt: str | None = Field(None, description="If `timestamps` is `srt`")
    vtt: str | None = Field(None, description="If `timestamps` is `vtt`")


class AudioUrl(BaseModel):
    """The answer to `audio_id`. The URL needs a key of the same organization and works for an hour."""

    audio_url: str


class VoiceRecord(BaseModel):
    """A voice that a request may name."""

    voice_id: str
    name: str
    provider: str
    language: str | None
    gender: str | None
    hosted: bool
    engine: str = Field(description="The engine that speaks: espeak, hibari, kokoro or piper")
    quality: str | None = Field(description="Of a neural voice, where it is known: high, medium, low or x_low")
    speakers: list[str] = Field(description="Names that may follow the id after a dot")
    spoken_by: str | None = Field(description="The installed voice that stands in for a public id")
    socket: bool = Field(description="Whether the WebSocket serves it; REST serves all")


class Voices(BaseModel):
    """The voices of one provider, or of all."""

    voices: list[VoiceRecord]
    default: str = Field(description="The id of the voice that speaks if a request names none")


_SPEECH: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "Audio, `Base64Audio` or `AudioUrl`, as `output_type` says. The header `X-Cache` says whether "
        "the first audio came from the audio cache (`hit`) or not (`miss`).",
        "content": {
            **AUDIO,
            "application/json": {"schema": {"anyOf": [Base64Audio.model_json_schema(), AudioUrl.model_json_schema()]}},
        },
    },
    **refusals(400, 408, 413, 415, 422),
}


@router.post("", response_model=None, responses=_SPEECH, summary="Speak a text, at the address of older pages")
@router.post("/speech", response_model=None, responses=_SPEECH, summary="Speak a text")
async def speak(request: Request, caller: _Caller, asked: SpeechRequest) -> Response:
    """Audio is sent while it is made. If it ends early, without the end of its last chunk, the synthesis failed."""
    runtime: Runtime = request.app.state.runtime
    check_length(asked.text, "/text")
    if asked.timestamps and asked.output_type != "base64_output":
        raise BadBody("timestamps stand behind the audio of an answer in JSON: ask for base64_output", "/timestamps")
    in_file = asked.output_type == "audio_id"
    order = replace(await order_of(asked, runtime, caller), tells_words=bool(asked.timestamps) or in_file)
    narration = runtime.narrate(order, asked.text)
    if in_file:
        record_id = await runtime.recordings.start(narration)
        return Response(
            orjson.dumps({"audio_url": f"{_origin(request)}{PATH}/{record_id}"}), media_type="application/json"
        )
    in_base64 = asked.output_type == "base64_output"
    return StreamingAnswer(
        _base64_audio(narration, asked.timestamps) if in_base64 else narration.audio(),
        "application/json" if in_base64 else order.audio[0].content_type,
        send_deadline_s=runtime.settings.send_deadline_s,
        narration=narration,
    )


@router.api_route("/speech", methods=["HEAD"], include_in_schema=False)
@router.get(
    "/speech",
    status_code=426,
    response_model=None,
    responses={**refusals(400), 426: {"model": Errors, "description": "No upgrade: connect with `ws://`"}},
    summary="Open a WebSocket",
)
async def upgrade_required(request: Request) -> Response:
    """The speech socket (docs/protocol.md), which OpenAPI cannot describe.

    Checks key and parameters like an upgrade: 426 means that these would be accepted. A browser's page is not told why an
    upgrade was refused, and can ask here.
    """
    await check_upgrade(request.scope, request.app.state.runtime, request.app.state.keyring)
    return problem(
        426,
        f"{PATH} is a WebSocket, or takes a POST: connect with ws:// and an upgrade",
        headers={"Upgrade": "websocket"},
    )


@older_router.get("/v2/ai/tts/voices", responses=refusals(400), summary="List voices, at the address of older pages")
@router.get("/voices", responses=refusals(400), summary="List voices")
async def voices(
    request: Request,
    _: _Lister,
    provider: Annotated[str | None, Query(description=f"Only voices of this provider: {', '.join(_PROVIDERS)}")] = None,
) -> Voices:
    """Installed voices (`plosive`), and the public ids that they stand in for (`telnyx`). Other providers have none here."""
    wanted = provider.lower() if provider else None
    if wanted is not None and wanted not in _PROVIDERS:
        raise BadParameter("provider", f"Unknown provider {wanted[:100]!r}; expected one of {', '.join(_PROVIDERS)}")
    runtime: Runtime = request.app.state.runtime
    catalog = runtime.catalog
    found: list[VoiceRecord] = []
    if wanted in (None, "plosive"):
        found += [_record(voice, voice.id, voice.name, voice.language, voice.gender) for voice in catalog.voices()]
    if wanted in (None, "telnyx"):
        found += [
            _record(catalog.resolve(alias.id).voice, alias.id, alias.id.split(".", 2)[2], alias.language, alias.gender)
            for alias in catalog.aliases()
        ]
    return Voices(voices=found, default=catalog.resolve(runtime.settings.default_voice).voice.id)


def _record(speaker: Voice, voice_id: str, name: str, language: str | None, gender: str | None) -> VoiceRecord:
    is_own = speaker.id == voice_id
    provider, model, *_ = voice_id.lower().split(".")
    return VoiceRecord(
        voice_id=voice_id,
        name=name,
        provider=provider,
        language=language,
        gender=gender,
        hosted=True,
        engine=speaker.engine_voice.engine,
        quality=speaker.quality,
        speakers=list(speaker.speakers) if is_own else [],
        spoken_by=None if is_own else speaker.id,
        socket=model not in REST_ONLY,
    )


async def _base64_audio(narration: Narration, timestamps: str | None) -> AsyncGenerator[bytes, None]:
    """Yield the JSON while the audio is made, so that an hour of audio is never in memory. Timestamps stand behind it."""
    prefix, held = b'{"base64_audio":"', b""
    async with aclosing(narration.audio()) as audio:
        async for chunk in audio:
            held += chunk
            whole = len(held) // 3 * 3  # three bytes are four letters, without padding
            yield prefix + pybase64.b64encode(held[:whole])
            prefix, held = b"", held[whole:]
    if not prefix:
        times = orjson.dumps({timestamps: _timestamps(narration, timestamps)})[1:] if timestamps else b"}"
        yield pybase64.b64encode(held) + (b'",' if timestamps else b'"') + times


def _timestamps(narration: Narration, form: str) -> object:
    return WRITERS[form](narration.spoken) if form in WRITERS else word_list(narration.spoken)


def _origin(request: Request) -> str:
    host = request.headers.get("host", "")
    return f"{request.scope['scheme']}://{host}" if _HOST.fullmatch(host) else ""


@router.get(
    "/speech/{id}.{form}",
    response_model=None,
    responses={
        200: {"description": "The words", "content": {kind: {} for kind in _WORD_TYPES.values()}},
        **refusals(404),
    },
    summary="Get the words of a recording",
)
async def get_words(
    request: Request,
    caller: _Caller,
    record_id: Annotated[str, Path(alias="id", description="As in its `audio_url`")],
    form: Annotated[str, Path(description="srt, vtt or json", examples=["srt"])],
) -> Response:
    """Subtitles, or the times of words and segments. The answer waits until all is spoken."""
    runtime: Runtime = request.app.state.runtime
    if form not in _WORD_TYPES:
        raise UnknownRecording(f"{record_id}.{form}")
    words = await runtime.recordings.words(caller.organization, record_id, form)
    return Response(words, media_type=_WORD_TYPES[form])


@router.api_route("/speech/{id}", methods=["HEAD"], include_in_schema=False)
@router.get(
    "/speech/{id}",
    response_model=None,
    responses={
        200: {"description": "The audio", "content": AUDIO},
        206: {"description": "The part of a finished recording that `Range` asks for", "content": AUDIO},
        **refusals(404, 416),
    },
    summary="Get a recording",
)
async def get_recording(
    request: Request,
    caller: _Caller,
    record_id: Annotated[str, Path(alias="id", description="As in its `audio_url`")],
) -> Response:
    """The audio of an earlier request. If it is not finished, it is sent while it is made, and has no length yet."""
    runtime: Runtime = request.app.state.runtime
    recording = await runtime.recordings.get(caller.organization, record_id)
    status, start, stop = 200, 0, recording.size_bytes
    headers: dict[str, str] = {}
    if recording.size_bytes is not None:
        size = recording.size_bytes
        if part := byte_range(request.headers.get("range", ""), size):
            # Also for all bytes: Safari plays nothing that answers its ranges with 200.
            status, (start, stop) = 206, part
            headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
        headers |= {"Accept-Ranges": "bytes", "Content-Length": str((stop or size) - start)}
    if request.method == "HEAD":
        return Response(status_code=status, media_type=recording.content_type, headers=headers)
    return StreamingAnswer(
        recording.audio(start, stop),
        recording.content_type,
        send_deadline_s=runtime.settings.send_deadline_s,
        status=status,
        headers=headers,
    )
