"""The order of listeners on a busy event loop: the one with the least audio left goes first."""

import asyncio
import time
from collections.abc import AsyncGenerator

from plosive.playback import COMFORT_S, Pace, Playback
from plosive.utterance import EngineVoice, PcmChunk, Utterance


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

    async def speak(self, utterance: Utterance, needed_at: float | None = None) -> AsyncGenerator[PcmChunk, None]:
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
