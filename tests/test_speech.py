"""An utterance whose worker dies: spoken by another, or given up."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import EngineCrashed, WorkerLost
from plosive.speech import speak
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance, WordStart

UTTERANCE = Utterance((Span("Hello there."),), EngineVoice("espeak", "gmw/en-US"))
PCM = bytes(range(200))


class Dying:
    """A synthesizer that dies of each of these errors in turn, after so many bytes, and then speaks."""

    rate_hz = 22050

    def __init__(self, *deaths: tuple[int, Exception]) -> None:
        self.deaths = list(deaths)

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        given, error = self.deaths.pop(0) if self.deaths else (len(PCM), None)
        if given:
            yield PcmChunk(PCM[:given], self.rate_hz)
        if error is not None:
            raise error


def heard(synthesizer: Dying) -> tuple[bytes, Exception | None]:
    async def run() -> tuple[bytes, Exception | None]:
        pcm = b""
        try:
            async with aclosing(speak(synthesizer, UTTERANCE)) as chunks:
                async for chunk in chunks:
                    pcm += chunk.pcm
        except (EngineCrashed, WorkerLost) as error:
            return pcm, error
        return pcm, None

    return asyncio.run(run())


CRASHED = EngineCrashed("SIGSEGV")
KILLED = EngineCrashed("SIGKILL", from_outside=True)
LOST = WorkerLost("another text")


@pytest.mark.parametrize(
    "deaths",
    [
        [],
        [(0, LOST)],
        [(20, LOST), (100, LOST)],
        [(0, KILLED)],
        [(20, KILLED)],
        [(0, KILLED), (50, LOST), (0, LOST)],
        9 * [(0, LOST)],
    ],
)
def test_spoken_whole(deaths: list[tuple[int, Exception]]) -> None:
    assert heard(Dying(*deaths)) == (PCM, None)


@pytest.mark.parametrize(
    ("deaths", "given"),
    [
        ([(0, CRASHED)], 0),
        ([(20, CRASHED)], 20),
        ([(0, KILLED), (0, KILLED)], 0),  # it may be the cause
        ([(0, KILLED), (0, CRASHED)], 0),
        (10 * [(0, LOST)], 0),
    ],
)
def test_given_up(deaths: list[tuple[int, Exception]], given: int) -> None:
    pcm, error = heard(Dying(*deaths))
    assert pcm == PCM[:given]
    assert error is deaths[-1][1]


def test_after_a_death_the_rest_is_needed_when_what_was_given_is_heard() -> None:
    calls: list[tuple[float | None, float]] = []

    class Asked(Dying):
        rate_hz = 20

        def speak(
            self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
        ) -> AsyncGenerator[PcmChunk, None]:
            calls.append((needed_at, given_s))
            return super().speak(utterance, needed_at, given_s)

    begun = time.monotonic()
    assert heard(Asked((40, LOST), (20, LOST), (100, LOST))) == (PCM, None)
    assert [given_s for _, given_s in calls] == [0.0, 1.0, 1.0, 2.5]
    first, *again = (needed_at for needed_at, _ in calls)
    assert first is None
    assert [at - begun for at in again if at] == pytest.approx([1.0, 1.0, 2.5], abs=0.2)


WORDS = tuple(WordStart(word, at / 100) for word, at in (("One", 0), ("two", 20), ("three", 55), ("four", 90)))
SOUND = bytes(range(200))
"""One second at 100 Hz."""


@given(st.data())
def test_words_after_deaths_are_told_once(data: st.DataObject) -> None:
    """However each worker cuts the sound, and with whichever chunk it tells a word, before its sound, in time or late."""

    class Cutting:
        tries = 0

        async def speak(
            self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
        ) -> AsyncGenerator[PcmChunk, None]:
            self.tries += 1
            cuts = sorted(data.draw(st.lists(st.integers(0, 100), max_size=6)))
            tells = sorted(data.draw(st.lists(st.integers(0, len(cuts)), min_size=4, max_size=4)))
            dies_after = data.draw(st.integers(0, len(cuts))) if self.tries < 4 else None
            for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, 100], strict=True)):
                words = tuple(word for word, chunk in zip(WORDS, tells, strict=True) if chunk == number)
                yield PcmChunk(SOUND[2 * start : 2 * end], 100, words)
                if number == dies_after:
                    raise WorkerLost("another text")

    async def run() -> tuple[bytes, tuple[WordStart, ...]]:
        pcm = b""
        words: tuple[WordStart, ...] = ()
        async with aclosing(speak(Cutting(), UTTERANCE)) as chunks:
            async for chunk in chunks:
                pcm, words = pcm + chunk.pcm, words + chunk.words
        return pcm, words

    assert asyncio.run(run()) == (SOUND, WORDS)
