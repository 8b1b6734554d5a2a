"""The order of listeners on a busy event loop: the one with the least audio left goes first."""

import asyncio
import time
from collections.abc import AsyncGenerator

import pytest

from plosive.playback import COMFORT_S, Pace, Playback
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance


def test_whoever_is_not_ahead_never_waits() -> None:
    async def run() -> None:
        pace = Pace()
        for ahead_s in (-5.0, 0.0, COMFORT_S - 0.5):
            waiting = pace.give_way(time.monotonic() + ahead_s)
            try:
                waiting.send(None)
            except StopIteration:
                continue
            raise AssertionError("it waited")

    asyncio.run(run())


def test_the_others_take_turns_and_the_least_ahead_is_first() -> None:
    async def run() -> list[int]:
        pace, order = Pace(), []
        now = time.monotonic() + 10

        async def listen(number: int, ahead_s: float) -> None:
            await pace.give_way(now + ahead_s)
            order.append(number)

        async with asyncio.TaskGroup() as group:
            for number, ahead_s in enumerate((3.0, 1.0, 2.0)):
                group.create_task(listen(number, ahead_s))
        return order

    assert asyncio.run(run()) == [1, 2, 0]


def test_one_a_round() -> None:
    async def run() -> list[int]:
        pace, taken, rounds = Pace(), 0, []
        later = time.monotonic() + 10

        async def listen() -> None:
            nonlocal taken
            await pace.give_way(later)
            taken += 1

        tasks = [asyncio.create_task(listen()) for _ in range(5)]
        while not all(task.done() for task in tasks):
            before = taken
            await asyncio.sleep(0)
            rounds.append(taken - before)
        return rounds

    rounds = asyncio.run(run())
    assert sum(rounds) == 5
    assert max(rounds) == 1


def test_whoever_has_gone_holds_up_nobody() -> None:
    async def run() -> None:
        pace = Pace()
        later = time.monotonic() + 10
        gone, waits = asyncio.create_task(pace.give_way(later)), asyncio.create_task(pace.give_way(later + 1))
        await asyncio.sleep(0)
        gone.cancel()
        async with asyncio.timeout(5):
            await waits

    asyncio.run(run())


class Minute:
    """Gives an empty chunk and a minute of silence for each utterance, and notes when each was needed."""

    def __init__(self) -> None:
        self.needed_at: list[float | None] = []

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        self.needed_at.append(needed_at)
        yield PcmChunk(b"", 8000)
        yield PcmChunk(bytes(2 * 60 * 8000), 8000)


def test_speech_is_needed_when_all_before_it_was_heard_and_at_once_after_a_barge_in() -> None:
    async def run() -> None:
        synthesizer, began = Minute(), time.monotonic()
        playback = Playback(synthesizer, Pace())
        for _ in range(3):
            chunks = [chunk async for chunk in playback.speak(Utterance((), EngineVoice("espeak", "gmw/en-US")))]
            assert [chunk.seconds for chunk in chunks] == [60.0]
        playback.interrupt()
        async for _ in playback.speak(Utterance((), EngineVoice("espeak", "gmw/en-US"))):
            pass
        first, second, third, after = synthesizer.needed_at
        assert first is None
        assert after is None
        assert second is not None
        assert third == second + 60
        assert 60 <= second - began < 120

    asyncio.run(run())


def test_whoever_ran_dry_a_moment_ago_still_hears_and_is_no_newcomer() -> None:
    async def run() -> None:
        playback = Playback(minute := Minute(), Pace())
        utterance = Utterance((), EngineVoice("espeak", "gmw/en-US"))

        async def speak() -> float | None:
            async for _ in playback.speak(utterance):
                pass
            return minute.needed_at[-1]

        await speak()
        ran_dry_at = playback._heard_at = time.monotonic() - 60  # the text before is whole only now
        assert await speak() == ran_dry_at
        playback._heard_at = time.monotonic() - 0.1  # an answer to what was heard to its end
        playback._whole_at = time.monotonic() - 10
        assert await speak() is None
        playback.interrupt()
        assert await speak() is None

    asyncio.run(run())


class Beeping:
    """Speaks every utterance as 0.5 s of sound and as much silence as its text says, in seconds."""

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        yield PcmChunk(b"\x00\x40" * 4000, 8000)
        yield PcmChunk(bytes(2 * round(8000 * float(utterance.spans[0].text))), 8000)


def heard_s(*spoken: tuple[str, float], dry_s: float = 0.0) -> list[float]:
    """The lengths of the chunks of utterances with a pause before each. The listener runs dry before the last of them."""

    async def run() -> list[float]:
        playback, seconds = Playback(Beeping(), Pace()), list[float]()
        for number, (text, pause_s) in enumerate(spoken):
            if dry_s and number == len(spoken) - 1:
                playback._heard_at = time.monotonic() - dry_s
            utterance = Utterance((Span(text),), EngineVoice("beep", ""))
            seconds += [chunk.seconds async for chunk in playback.speak(utterance, pause_s)]
        return seconds

    return asyncio.run(run())


def test_a_pause_comes_before_the_first_sample_of_all_but_the_first_utterance() -> None:
    assert heard_s(("0.2", 1.0), ("0.2", 0.0), ("0.2", 0.3)) == [0.5, 0.2, 0.5, 0.2, 0.3, 0.5, 0.2]


def test_a_gap_between_two_utterances_has_a_least_length() -> None:
    lengths = heard_s(("0.04", 0.0), ("0.04", 0.3), ("0.04", 0.0))
    assert lengths == pytest.approx([0.5, 0.04, 0.36, 0.5, 0.04, 0.06, 0.5, 0.04])


def test_silence_that_the_listener_heard_meanwhile_counts() -> None:
    assert heard_s(("0.2", 0.0), ("0.2", 0.3), dry_s=0.5) == [0.5, 0.2, 0.5, 0.2]
    assert heard_s(("0.2", 0.0), ("0.2", 0.3), dry_s=0.1)[2] == pytest.approx(0.2, abs=0.05)
