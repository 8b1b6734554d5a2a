"""LiveKit's AgentSession with its two unmodified ways to this server: the plugins for OpenAI and for Telnyx."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import Agent, AgentSession, APIConnectOptions, APIStatusError
from livekit.agents.tts import TTS
from livekit.agents.types import TimedString
from livekit.agents.voice.io import TextOutput
from livekit.plugins import openai, telnyx

from clients.heard import INTERRUPTION, STORY, TOKENS, Spoke, check_audible
from clients.livekit_ear import Ear
from examples import livekit_plosive
from plosive_server import PATH, PlosiveServer, metric, until

Plugin = Callable[[PlosiveServer], TTS[Any]]


def openai_tts(server: PlosiveServer) -> TTS[Any]:
    return openai.TTS(base_url=f"{server.http}/v1", api_key="any", model="kokoro", voice="af_heart")


def telnyx_tts(server: PlosiveServer) -> TTS[Any]:
    return telnyx.TTS(base_url=f"ws://127.0.0.1:{server.port}{PATH}", api_key="any", voice="af_heart")


def plosive_tts(server: PlosiveServer) -> TTS[Any]:
    """The example that people copy."""
    return livekit_plosive.TTS("af_heart", url=f"ws://127.0.0.1:{server.port}{PATH}")


class Captions(TextOutput):
    """Keeps the words that a session shows of its speech."""

    def __init__(self) -> None:
        super().__init__(label="captions", next_in_chain=None)
        self.words: list[TimedString] = []

    async def capture_text(self, text: str) -> None:
        assert isinstance(text, TimedString)
        self.words.append(text)

    def flush(self) -> None:
        pass


def converse(
    tts: TTS[Any], flow: Callable[[AgentSession[None], Ear], Awaitable[None]], *, aligned: bool = False
) -> Ear:
    """Start a session without a room, whose output is an ear, and let `flow` use it."""

    async def run() -> Ear:
        ear = Ear()
        async with AgentSession[None](tts=tts, use_tts_aligned_transcript=aligned) as session:
            session.output.audio = ear
            await session.start(Agent(instructions=""))
            await flow(session, ear)
        await tts.aclose()
        return ear

    return asyncio.run(asyncio.wait_for(run(), 30))


async def tokens(texts: tuple[str, ...]) -> AsyncIterator[str]:
    for text in texts:
        yield text


def samples(frames: list[rtc.AudioFrame]) -> tuple[np.ndarray, int]:
    joined = rtc.combine_audio_frames(frames)
    return np.frombuffer(joined.data, "<i2") / np.float32(32768), joined.sample_rate


def test_the_openai_plugin_speaks_kokoros_names_and_nobody_complains(
    server: PlosiveServer, spoken: Spoke, caplog: pytest.LogCaptureFixture
) -> None:
    async def flow(session: AgentSession[None], _: Ear) -> None:
        await session.say(tokens(TOKENS))

    before = len(server.log)
    with caplog.at_level(logging.WARNING):
        ear = converse(openai_tts(server), flow)
    assert [record.getMessage() for record in caplog.records] == []
    assert "warning" not in server.log[before:]
    [turn] = ear.turns
    # The session joins the sentences' answers, each an mp3 of its own with some padding.
    check_audible(*samples(turn), spoken("".join(TOKENS), voice="af_heart"), lost_s=0.1)


@pytest.mark.parametrize("plugin", [openai_tts, telnyx_tts, plosive_tts])
def test_interrupting_the_session_stops_the_speech_and_the_next_turn_is_whole(
    server: PlosiveServer, spoken: Spoke, plugin: Plugin
) -> None:
    async def flow(session: AgentSession[None], ear: Ear) -> None:
        story = session.say(tokens(STORY))
        await ear.hears.wait()
        await session.interrupt()
        assert story.interrupted
        await session.say(INTERRUPTION)

    ear = converse(plugin(server), flow)
    interrupted, whole = ear.turns
    assert sum(frame.duration for frame in interrupted) < 600
    check_audible(*samples(whole), spoken(INTERRUPTION, voice="af_heart"), lost_s=0.1)
    until(lambda: metric(server, "plosive_sessions") == metric(server, "plosive_narrations") == 0)


def test_the_example_of_a_plugin_tells_when_each_word_is_spoken(
    server: PlosiveServer, spoken: Spoke, caplog: pytest.LogCaptureFixture
) -> None:
    captions = Captions()

    async def flow(session: AgentSession[None], _: Ear) -> None:
        session.output.transcription = captions
        await session.say(tokens(TOKENS))

    with caplog.at_level(logging.WARNING):
        ear = converse(plosive_tts(server), flow, aligned=True)
    assert [record.getMessage() for record in caplog.records] == []
    [turn] = ear.turns
    check_audible(*samples(turn), spoken("".join(TOKENS), voice="af_heart"))
    assert "".join(captions.words).strip() == "".join(TOKENS)
    starts = [word.start_time for word in captions.words if isinstance(word.start_time, float)]
    assert len(starts) == len(captions.words)
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert starts[-1] < sum(frame.duration for frame in turn)


def test_the_example_says_why_it_was_refused(server: PlosiveServer) -> None:
    plugin = livekit_plosive.TTS("af_hart", url=f"ws://127.0.0.1:{server.port}{PATH}")

    async def speak() -> None:
        async with plugin.synthesize("Hello.", conn_options=APIConnectOptions(max_retry=0)) as stream:
            async for _ in stream:
                pass

    with pytest.raises(APIStatusError, match="No voice is called.*af_hart.*Did you mean") as refused:
        asyncio.run(asyncio.wait_for(speak(), 30))
    assert refused.value.status_code == 400
