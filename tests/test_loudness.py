"""The gains of voices over a scripted engine: listeners share a trial, blends need none, and failures cost no speech."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import numpy as np
import pytest

from plosive.audio.gain import amplified
from plosive.audio.loudness import loudness_lufs
from plosive.errors import EngineFailed, SynthesisError, WorkerLost
from plosive.loudness import TARGET_LUFS, Gains, Levelled
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance

RATE_HZ = 24_000
VOICE = EngineVoice("piper", "/voices/en_US-joe-medium.onnx")
HELLO = Utterance((Span("Hello."),), VOICE)


class Humming:
    """Says everything as two seconds of a tone, in small chunks."""

    def __init__(self, amplitude: float = 1000.0, error: SynthesisError | None = None) -> None:
        self.asked: list[Utterance] = []
        self.error = error
        self._amplitude = amplitude

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        self.asked.append(utterance)
        tone = self._amplitude * np.sin(np.arange(2 * RATE_HZ) * (2 * np.pi * 440 / RATE_HZ))
        for part in np.array_split(tone.astype("<i2"), 20):
            await asyncio.sleep(0)
            if self.error is not None:
                raise self.error
            yield PcmChunk(amplified(part.tobytes(), utterance.gain), RATE_HZ)


async def heard(levelled: Levelled, utterance: Utterance = HELLO) -> float:
    pcm = b"".join([chunk.pcm async for chunk in levelled.speak(utterance)])
    return loudness_lufs(np.frombuffer(pcm, "<i2") / 32768, RATE_HZ)


def test_listeners_who_come_together_wait_for_one_trial(tmp_path: Path) -> None:
    async def run() -> list[float]:
        levelled = Levelled(engine, Gains(engine, tmp_path))
        return [*await asyncio.gather(*(heard(levelled) for _ in range(3))), await heard(levelled)]

    engine = Humming()
    assert asyncio.run(run()) == pytest.approx([TARGET_LUFS] * 4, abs=0.05)
    assert len(engine.asked) == 1 + 4
    asyncio.run(run())
    assert len(engine.asked) == 1 + 4 + 4  # the second one finds the gain in the folder


def test_the_listener_who_leaves_does_not_end_the_trial(tmp_path: Path) -> None:
    async def run() -> None:
        levelled = Levelled(engine, Gains(engine, tmp_path))
        first = asyncio.create_task(heard(levelled))
        second = asyncio.create_task(heard(levelled))
        while not engine.asked:
            await asyncio.sleep(0)
        first.cancel()
        assert await second == pytest.approx(TARGET_LUFS, abs=0.05)

    engine = Humming()
    asyncio.run(run())
    assert len(engine.asked) == 2


@pytest.mark.parametrize(
    ("error", "trials"), [(EngineFailed("it has no symbol for 7"), 1), (WorkerLost("the worker has died"), 2)]
)
def test_a_voice_without_a_trial_speaks_as_it_is(error: SynthesisError, trials: int, tmp_path: Path) -> None:
    """A worker that was lost says nothing of the voice: the next listener has it tried again."""

    async def run() -> None:
        gains = Gains(engine, tmp_path)
        for _ in range(2):
            assert await gains.of(VOICE) == 1

    engine = Humming(error=error)
    asyncio.run(run())
    assert len(engine.asked) == trials


@pytest.mark.parametrize(("amplitude", "gain"), [(0, 1.0), (20, 3.98)], ids=["silence", "noise"])
def test_what_is_no_speech_is_not_made_loud(amplitude: float, gain: float, tmp_path: Path) -> None:
    assert asyncio.run(Gains(Humming(amplitude), tmp_path).of(VOICE)) == pytest.approx(gain, abs=0.02)


def test_blends_have_the_gain_of_their_voices(tmp_path: Path) -> None:
    """Clients may ask for any number of blends: none is tried."""

    async def run() -> tuple[float, ...]:
        gains = Gains(engine, tmp_path)
        return tuple([await gains.of(EngineVoice("kokoro", "/kokoro", blend=blend)) for blend in blends])

    blends = (
        (("af_mine", 1.0),),
        (("af_mine", 5.0),),
        (("af_nova", 1.0),),
        (("af_mine", 1.0), ("af_nova", 1.0)),
        (("af_mine", 3.0), ("af_nova", 1.0)),
        (("af_mine", 0.0),),
    )
    engine = Humming()
    mine, again, nova, half, quarter, nothing = asyncio.run(run())
    assert (again, nothing) == (mine, 1)
    assert half == pytest.approx((mine * nova) ** 0.5)
    assert quarter == pytest.approx(mine**0.75 * nova**0.25)
    assert [utterance.voice.blend for utterance in engine.asked] == [(("af_mine", 1.0),)]


def test_a_folder_that_cannot_be_written_costs_no_speech(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    engine = Humming()
    assert asyncio.run(heard(Levelled(engine, Gains(engine, tmp_path / "file")))) == pytest.approx(
        TARGET_LUFS, abs=0.05
    )
