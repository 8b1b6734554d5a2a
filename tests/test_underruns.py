"""Gaps in speech are counted when the audio was late, and not when the listener took it late."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from prometheus_client import REGISTRY

from plosive.playback import Pace, Playback
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance

RATE_HZ = 16_000
UTTERANCE = Utterance((Span("Hello."),), EngineVoice("espeak", "en-us"))


class Synthesizer:
    """Makes chunks of 0.1 s, and takes some time before each."""

    def __init__(self, *takes_s: float) -> None:
        self._takes_s = takes_s

    async def speak(self, _: Utterance, __: float | None = None, ___: float = 0.0) -> AsyncGenerator[PcmChunk, None]:
        for seconds in self._takes_s:
            await asyncio.sleep(seconds)
            yield PcmChunk(b"\x00\x40" * (RATE_HZ // 10), RATE_HZ)


def underruns() -> tuple[float, float]:
    names = "plosive_underruns_total", "plosive_underrun_seconds_total"
    number, seconds = (REGISTRY.get_sample_value(name) for name in names)
    assert number is not None
    assert seconds is not None
    return number, seconds


@pytest.mark.parametrize(
    ("takes_s", "listener_takes_s", "gaps"),
    [
        ((0.0, 0.0, 0.0), 0.0, 0),
        ((0.5, 0.0, 0.0), 0.0, 0),  # a late start is no gap
        ((0.0, 0.4, 0.0), 0.0, 1),
        ((0.0, 0.4, 0.4), 0.0, 2),
        ((0.0, 0.0, 0.0), 0.3, 0),  # a listener who does not read
    ],
)
def test_a_gap_is_late_audio(takes_s: tuple[float, ...], listener_takes_s: float, gaps: int) -> None:
    async def listen() -> None:
        async for _ in Playback(Synthesizer(*takes_s), Pace()).speak(UTTERANCE):
            await asyncio.sleep(listener_takes_s)

    number, seconds = underruns()
    asyncio.run(listen())
    more, longer = underruns()
    assert more - number == gaps
    assert longer - seconds == pytest.approx(0.3 * gaps, abs=0.15)


def test_a_pause_of_the_text_is_no_gap() -> None:
    async def listen() -> None:
        playback = Playback(Synthesizer(0.0), Pace())
        for pause_s in (0.0, 0.35):
            async for _ in playback.speak(UTTERANCE, pause_s):
                pass
        await asyncio.sleep(0.8)  # nothing to say
        async for _ in playback.speak(UTTERANCE):
            pass

    before = underruns()
    asyncio.run(listen())
    assert underruns() == before
