"""A worker is killed while it speaks for two listeners: each gets each word once."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from engines.make_kokoro import make_kokoro
from engines.piper_voices import copy_voice
from plosive.speech import speak
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.voices.hibari import HibariVoices
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

SENTENCE = "When the rain had stopped, we walked along the river. "


async def _heard(pool: WorkerPool, what: Utterance, heard: list[PcmChunk]) -> list[PcmChunk]:
    async with aclosing(speak(pool, what)) as chunks:
        async for chunk in chunks:
            heard += [chunk]  # the other task looks at it meanwhile
    return heard


def _seconds(chunks: list[PcmChunk]) -> float:
    return sum(chunk.seconds for chunk in chunks)


async def _resumed(what: Utterance) -> list[list[PcmChunk]]:
    """What is heard of an utterance without a death of its worker, and twice with one: killed at one of the two."""
    pool = WorkerPool(1, WorkerSettings(1000))
    await pool.open()
    try:
        whole = await _heard(pool, what, [])
        [pid] = pool.pids
        begun: list[list[PcmChunk]] = [[], []]
        both = [asyncio.create_task(_heard(pool, what, heard)) for heard in begun]
        while not all(_seconds(heard) > 1 for heard in begun):
            await asyncio.sleep(0)
        os.kill(pid, signal.SIGKILL)
        resumed = await asyncio.gather(*both)
        assert pool.pids != [pid]
        return [whole, *resumed]
    finally:
        await pool.close()


@pytest.mark.parametrize(
    ("voice", "sentences"),
    [
        (lambda _: EngineVoice("espeak", "gmw/en-US"), 30),
        (lambda _: HibariVoices.read(None).voices[0].engine_voice, 10),
        (lambda folder: EngineVoice("piper", str(copy_voice("single", folder))), 10),
        (lambda folder: EngineVoice("kokoro", str(make_kokoro(folder / "kokoro")), blend=(("af_heart", 1.0),)), 20),
    ],
    ids=["espeak-ng", "hibari", "Piper", "Kokoro"],
)
def test_words_are_told_once_and_in_time(voice: Callable[[Path], EngineVoice], sentences: int, tmp_path: Path) -> None:
    what = Utterance((Span(SENTENCE * sentences),), voice(tmp_path))
    whole, *resumed = asyncio.run(_resumed(what))
    # espeak-ng says no sentence twice the same, to some samples.
    error_s = 0.01 * sentences if what.voice.engine == "espeak" else 1e-9
    expected = [word for chunk in whole for word in chunk.words]
    assert [word.text for word in expected] == sentences * SENTENCE.split()
    for chunks in resumed:
        told = [word for chunk in chunks for word in chunk.words]
        assert [word.text for word in told] == [word.text for word in expected]
        assert [word.at_s for word in told] == pytest.approx([word.at_s for word in expected], abs=error_s)
        assert _seconds(chunks) == pytest.approx(_seconds(whole), abs=error_s)
