"""LiveKit's plugin for Telnyx as published: only `base_url` and key point here."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import numpy as np
import pytest
from heard import SENTENCES, TEXT, TOKENS, Spoken, check_audible
from livekit import rtc
from livekit.agents import APIConnectOptions, APIError
from livekit.agents.tts import SynthesizedAudio
from livekit.plugins.telnyx import TTS
from plosive_server import PATH, PlosiveServer

Spoke = Callable[[str], Spoken]

ONCE = APIConnectOptions(max_retry=0, timeout=10)  # a retry would hide a failure


def tts(server: PlosiveServer, **options: str) -> TTS:
    return TTS(api_key="test", base_url=f"ws://127.0.0.1:{server.port}{PATH}", **options)


def run(speak: Callable[[TTS], Coroutine[Any, Any, list[SynthesizedAudio]]], plugin: TTS) -> list[SynthesizedAudio]:
    async def flow() -> list[SynthesizedAudio]:
        try:
            return await speak(plugin)
        finally:
            await plugin.aclose()

    return asyncio.run(asyncio.wait_for(flow(), 30))


async def all_of(stream: AsyncIterator[SynthesizedAudio]) -> list[SynthesizedAudio]:
    return [event async for event in stream]


def check_heard(events: list[SynthesizedAudio], seconds: float) -> None:
    frame = rtc.combine_audio_frames([event.frame for event in events])
    assert (frame.sample_rate, frame.num_channels) == (16_000, 1)
    check_audible(np.frombuffer(frame.data, "<i2") / np.float32(32768), frame.sample_rate, seconds)


def test_synthesize_yields_the_speech(server: PlosiveServer, spoken: Spoke) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.synthesize(TEXT, conn_options=ONCE) as stream:
            return await all_of(stream)

    check_heard(run(speak, tts(server)), spoken(TEXT).seconds)


def test_pushed_tokens_are_one_segment_of_speech_for_each_flush(server: PlosiveServer, spoken: Spoke) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.stream(conn_options=ONCE) as stream:
            for token in TOKENS:
                stream.push_text(token)
            stream.flush()
            for sentence in SENTENCES:
                stream.push_text(sentence)
            stream.end_input()
            return await all_of(stream)

    events = run(speak, tts(server))
    segments = list(dict.fromkeys(event.segment_id for event in events))
    assert len(segments) == 2
    for segment, text in zip(segments, ("".join(TOKENS), TEXT), strict=True):
        check_heard([event for event in events if event.segment_id == segment], spoken(text).seconds)


def test_text_that_goes_on_after_a_pause_is_heard_too(server: PlosiveServer, spoken: Spoke) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.stream(conn_options=ONCE) as stream:
            stream.push_text(SENTENCES[0])
            stream.flush()
            first = await anext(stream)
            for sentence in SENTENCES[1:]:
                stream.push_text(sentence)
            stream.flush()
            stream.end_input()
            return [first, *await all_of(stream)]

    seconds = spoken(SENTENCES[0]).seconds + spoken("".join(SENTENCES[1:])).seconds
    check_heard(run(speak, tts(server)), seconds)


def test_a_voice_that_does_not_exist_is_an_api_error(server: PlosiveServer) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.synthesize(TEXT, conn_options=ONCE) as stream:
            return await all_of(stream)

    with pytest.raises(APIError):
        run(speak, tts(server, voice="Telnyx.Nothing.nobody"))
