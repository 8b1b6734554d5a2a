"""Speak without a server: text as it comes, through one worker, to a file or to the sound device."""

import asyncio
import os
import queue
import sys
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import miniaudio

from plosive.audio.encoders import AudioFormat
from plosive.audio.stream import AudioStream
from plosive.listener import Listener
from plosive.narration import Narration
from plosive.pace import Pace
from plosive.protocol.options import choose_audio
from plosive.text.front_end import FrontEnd
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment, Utterance
from plosive.voices.voice import Voice
from plosive.workers.pool import WorkerPool

_DEVICE_RATE_HZ: Final = 48_000


class NoSoundDevice(Exception):
    """There is nothing to play on."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What was written."""

    audio_format: str
    rate_hz: int
    seconds: float


async def say_to_file(
    deltas: Iterator[str],
    front_end: FrontEnd,
    voice: Voice,
    speed: float,
    output: Path,
    audio_format: AudioFormat,
    rate_hz: int | None,
    pool: WorkerPool,
) -> Recording:
    """Speak `deltas` into a file, or standard output for `-`. Raises `BadParameter` for a rate the format cannot have."""
    chosen, rate = choose_audio(audio_format, rate_hz)
    narration = _narration(deltas, front_end, voice, speed, pool, AudioStream(chosen.name, rate))
    with _open(output) as file:
        async with _opened(pool), aclosing(narration.audio()) as encoded:
            async for audio in encoded:
                file.write(audio)
    return Recording(chosen.name, rate, narration.seconds)


async def say_to_device(
    deltas: Iterator[str], front_end: FrontEnd, voice: Voice, speed: float, pool: WorkerPool
) -> None:
    """Speak `deltas` on the sound device; returns when the last sample has been played. Raises `NoSoundDevice`."""
    # The null backend always opens, and plays to nobody.
    backends = [backend for backend in miniaudio.Backend if backend is not miniaudio.Backend.NULL]
    try:
        with _quiet_stderr():
            device = miniaudio.PlaybackDevice(miniaudio.SampleFormat.SIGNED16, 1, _DEVICE_RATE_HZ, backends=backends)
    except miniaudio.MiniaudioError as error:
        raise NoSoundDevice(error.args[0]) from None
    played: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    frames = _frames(played, lambda: loop.call_soon_threadsafe(done.set))
    next(frames)
    narration = _narration(deltas, front_end, voice, speed, pool, AudioStream("linear16", _DEVICE_RATE_HZ))
    with device:
        device.start(frames)
        async with _opened(pool), aclosing(narration.audio()) as pcm:
            async for chunk in pcm:
                played.put(chunk)
        played.put(None)
        await done.wait()
        await asyncio.sleep(device.buffersize_msec / 1000)  # what the device has taken but not played


def _narration(
    deltas: Iterator[str], front_end: FrontEnd, voice: Voice, speed: float, pool: WorkerPool, stream: AudioStream
) -> Narration:
    return Narration(
        _segments(deltas, front_end),
        lambda segment: Utterance(segment.spans, voice.engine_voice, speed),
        Listener(pool, Pace()),
        stream,
    )


@asynccontextmanager
async def _opened(pool: WorkerPool) -> AsyncGenerator[None, None]:
    await pool.open()
    try:
        yield
    finally:
        await pool.close()


async def _segments(deltas: Iterator[str], front_end: FrontEnd) -> AsyncGenerator[Segment, None]:
    while (delta := await asyncio.to_thread(next, deltas, None)) is not None:
        for segment in front_end.feed(delta):
            yield segment
        if front_end.ending is Ending.LIKELY:
            for segment in front_end.settle():
                yield segment
    for segment in front_end.flush():
        yield segment


@contextmanager
def _quiet_stderr() -> Generator[None, None, None]:
    """ALSA prints thirty lines when there is no sound card, straight to the file descriptor."""
    kept = os.dup(2)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _open(output: Path) -> BinaryIO:
    return sys.stdout.buffer if output == Path("-") else output.open("wb")


def _frames(played: "queue.SimpleQueue[bytes | None]", finish: Callable[[], object]) -> Generator[bytes, int, None]:
    """The device's source: sent the number of samples it wants, gives that many, silence when there is none yet."""
    held = bytearray()
    ended = False
    wanted = yield b""
    while True:
        while not ended and len(held) < 2 * wanted:
            try:
                chunk = played.get_nowait()
            except queue.Empty:
                break
            if chunk is None:
                ended = True
            else:
                held += chunk
        pcm = bytes(held[: 2 * wanted])
        del held[: 2 * wanted]
        if ended and not held:
            finish()
        wanted = yield pcm.ljust(2 * wanted, b"\0")
