"""Speaks without a server: text as it comes, through one worker, to a file or to the sound device."""

import asyncio
import os
import queue
import sys
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import miniaudio

from plosive.audio.encoders import FORMATS
from plosive.capacity import Capacity
from plosive.narration import Narration
from plosive.order import Order
from plosive.playback import Pace, Playback
from plosive.protocol.options import VoiceSettings
from plosive.text.front_end import FrontEnd
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment
from plosive.workers.pool import WorkerPool

_DEVICE_RATE_HZ: Final = 48_000


class NoSoundDevice(Exception):
    """There is no sound device to play on."""


async def say_to_file(deltas: Iterator[str], order: Order, output: Path, pool: WorkerPool) -> float:
    """Speak `deltas` into a file, or standard output for `-`. Returns the seconds of audio."""
    narration = _narration(deltas, order, pool)
    with _open(output) as file:
        async with _opened(pool), aclosing(narration.audio()) as encoded:
            async for audio in encoded:
                file.write(audio)
    return narration.seconds


async def say_to_device(deltas: Iterator[str], order: Order, pool: WorkerPool) -> None:
    """Speak `deltas` on the sound device. Returns when the last sample has been played. Raises `NoSoundDevice`."""
    # The null backend always opens but plays nothing.
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
    pcm = VoiceSettings(order.settings.speed, audio_format=FORMATS["linear16"], sample_rate_hz=_DEVICE_RATE_HZ)
    narration = _narration(deltas, order.with_settings(pcm), pool)
    with device:
        device.start(frames)
        async with _opened(pool), aclosing(narration.audio()) as chunks:
            async for chunk in chunks:
                played.put(chunk)
        played.put(None)
        await done.wait()
        await asyncio.sleep(device.buffersize_msec / 1000)  # until the device has played its buffer


def _narration(deltas: Iterator[str], order: Order, pool: WorkerPool) -> Narration:
    return Narration(order, _segments(deltas, order.new_front_end()), Playback(pool, Pace()), Capacity(1))


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
    """Hide stderr: without a sound card ALSA prints thirty lines directly to the file descriptor."""
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
    """The device's source. It is sent a number of samples and yields as many, with silence while there are none."""
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
