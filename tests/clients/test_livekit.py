"""LiveKit's plugin for Telnyx as published: only `base_url` and key point here."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import APIConnectOptions, APIStatusError
from livekit.agents.tts import SynthesizedAudio
from livekit.plugins.telnyx import TTS

from clients.heard import SENTENCES, TEXT, TOKENS, Spoke, Spoken, check_audible
from plosive_server import PATH, PlosiveServer, until

VOICE = "Telnyx.NaturalHD.astra"  # the plugin's default
ONCE = APIConnectOptions(max_retry=0, timeout=10)  # a retry would hide a failure


def tts(server: PlosiveServer, voice: str = VOICE) -> TTS:
    return TTS(api_key="test", base_url=f"ws://127.0.0.1:{server.port}{PATH}", voice=voice)


def run(speak: Callable[[TTS], Coroutine[Any, Any, list[SynthesizedAudio]]], plugin: TTS) -> list[SynthesizedAudio]:
    async def flow() -> list[SynthesizedAudio]:
        try:
            return await speak(plugin)
        finally:
            await plugin.aclose()

    return asyncio.run(asyncio.wait_for(flow(), 30))


async def all_of(stream: AsyncIterator[SynthesizedAudio]) -> list[SynthesizedAudio]:
    return [event async for event in stream]


def check_heard(events: list[SynthesizedAudio], spoken: Spoken) -> None:
    frame = rtc.combine_audio_frames([event.frame for event in events])
    assert (frame.sample_rate, frame.num_channels) == (16_000, 1)
    samples = np.frombuffer(frame.data, "<i2") / np.float32(32768)
    # Its decoder reads past the first MPEG frame (24 ms) of any stream and cannot seek back; ours has no sound there.
    check_audible(samples, frame.sample_rate, spoken, lost_s=0.024)


def test_synthesize_yields_the_speech(server: PlosiveServer, spoken: Spoke) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.synthesize(TEXT, conn_options=ONCE) as stream:
            return await all_of(stream)

    check_heard(run(speak, tts(server)), spoken(TEXT, voice=VOICE))


def test_pushed_tokens_are_heard_whole(server: PlosiveServer, spoken: Spoke) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.stream(conn_options=ONCE) as stream:
            for token in TOKENS:
                stream.push_text(token)
            stream.flush()
            stream.end_input()
            return await all_of(stream)

    check_heard(run(speak, tts(server)), spoken("".join(TOKENS), voice=VOICE))


def test_one_plugin_speaks_turn_after_turn(server: PlosiveServer, spoken: Spoke) -> None:
    turns: list[list[SynthesizedAudio]] = []

    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        for sentence in SENTENCES:
            async with plugin.stream(conn_options=ONCE) as stream:
                stream.push_text(sentence)
                stream.end_input()
                turns.append(await all_of(stream))
        return turns[-1]

    run(speak, tts(server))
    for sentence, events in zip(SENTENCES, turns, strict=True):
        check_heard(events, spoken(sentence, voice=VOICE))


@pytest.mark.parametrize("text", ["😊", "..."])
def test_a_turn_of_emoji_is_some_silence_if_the_server_is_set_so(text: str) -> None:
    """The plugin takes a turn without audio for a failure."""

    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.stream(conn_options=ONCE) as stream:
            stream.push_text(text)
            stream.end_input()
            return await all_of(stream)

    with PlosiveServer(workers=1, silence_for_nothing="all") as server:
        frame = rtc.combine_audio_frames([event.frame for event in run(speak, tts(server))])
    assert 0.02 <= frame.duration <= 0.2
    assert not np.abs(np.frombuffer(frame.data, "<i2")).max() > 10


def test_a_voice_that_does_not_exist_is_an_api_error(server: PlosiveServer) -> None:
    async def speak(plugin: TTS) -> list[SynthesizedAudio]:
        async with plugin.synthesize(TEXT, conn_options=ONCE) as stream:
            return await all_of(stream)

    with pytest.raises(APIStatusError) as refused:
        run(speak, tts(server, voice="Telnyx.Nothing.nobody"))
    assert refused.value.status_code == 400
    # The plugin does not show why. The server's log does.
    until(lambda: any("refused" in line and "Telnyx.Nothing.nobody" in line for line in server.log.splitlines()))
