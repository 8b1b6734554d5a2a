"""`/dev/captioned_speech`: speech with the times of its words, for clients of Kokoro-FastAPI (docs/openai.md)."""

from collections import deque
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Annotated, Any, Final

import orjson
import pybase64
from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from plosive.callers import Caller
from plosive.narration import Narration
from plosive.runtime import Runtime
from plosive.web.auth import Admission
from plosive.web.bodies import BodyRoute
from plosive.web.openai import RESPONSE_FORMATS, OpenAISpeechRequest, VoiceId, openai_refusals, order_of
from plosive.web.speech_request import check_length
from plosive.web.streaming_answer import StreamingAnswer
from plosive.word_times import TimedWord

router = APIRouter(tags=["OpenAI"], route_class=BodyRoute)


class CaptionedSpeechRequest(OpenAISpeechRequest):
    """OpenAI's request, with the fields and defaults of Kokoro-FastAPI."""

    model: str | None = Field("kokoro", description="Any name")
    voice: str | VoiceId | None = Field("af_heart", description="Any name of a voice")
    stream: bool | None = Field(True, description="An object a line, while the audio is made; else one object")
    return_timestamps: bool = Field(True, description="Without it there are no words")


class CaptionedWord(BaseModel):
    """A word with its marks; seconds from the start of the answer's audio."""

    word: str
    start_time: float
    end_time: float


class CaptionedAudio(BaseModel):
    """Audio, and the words that begin in it or soon after it."""

    audio: str = Field(description="In base64")
    audio_format: str = Field(examples=["audio/mpeg"])
    timestamps: list[CaptionedWord]


_CAPTIONED: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "Audio with its words; one object, or one a line",
        "model": CaptionedAudio,
        "content": {"application/x-ndjson": {}},
    },
    **openai_refusals(400, 404, 408, 413, 415),
}


@router.post(
    "/dev/captioned_speech", response_model=None, responses=_CAPTIONED, summary="Speak a text, with word times"
)
async def create_captioned_speech(
    request: Request, caller: Annotated[Caller, Depends(Admission("speak"))], asked: CaptionedSpeechRequest
) -> Response:
    """A word is in the line with the audio in which it begins, or before."""
    runtime: Runtime = request.app.state.runtime
    check_length(asked.input, "/input")
    audio_format, content_type = RESPONSE_FORMATS[asked.response_format or "mp3"]
    order = replace(await order_of(asked, runtime, caller, audio_format), tells_words=asked.return_timestamps)
    in_lines = asked.stream is not False
    narration = runtime.narrate(order, asked.input, door="openai", words_as_spoken=in_lines)
    return StreamingAnswer(
        _lines(narration, content_type) if in_lines else _whole(narration, content_type),
        "application/x-ndjson" if in_lines else "application/json",
        send_deadline_s=runtime.settings.send_deadline_s,
        narration=narration,
    )


async def _lines(narration: Narration, content_type: str) -> AsyncGenerator[bytes, None]:
    """Yield a line for each chunk of audio. It waits until the last word that begins in it has ended."""
    waiting: deque[tuple[bytes, int]] = deque()  # audio, and how many words begin in all audio up to its end
    told = 0
    async with aclosing(narration.audio()) as audio:
        async for chunk in audio:
            waiting.append((chunk, narration.begun_words))
            while waiting and waiting[0][1] <= len(narration.words):
                yield _line(waiting.popleft()[0], narration.words[told:], content_type)
                told = len(narration.words)
    for chunk, _ in waiting:
        yield _line(chunk, narration.words[told:], content_type)
        told = len(narration.words)


async def _whole(narration: Narration, content_type: str) -> AsyncGenerator[bytes, None]:
    """Yield one object, when all is spoken."""
    async with aclosing(narration.audio()) as audio:
        spoken = b"".join([chunk async for chunk in audio])
    if spoken:
        yield _line(spoken, narration.words, content_type)


def _line(audio: bytes, words: list[TimedWord], content_type: str) -> bytes:
    timestamps = [
        {"word": word.text, "start_time": round(word.start_s, 3), "end_time": round(word.end_s, 3)} for word in words
    ]
    encoded = pybase64.b64encode(audio).decode()
    return orjson.dumps({"audio": encoded, "audio_format": content_type, "timestamps": timestamps}) + b"\n"
