"""Plays PCM on the sound device while it is made."""

import asyncio
import os
import queue
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import miniaudio

from plosive.errors import SetupError

RATE_HZ: Final = 48_000
"""The sample rate of the PCM for `play`."""


def open_device() -> miniaudio.PlaybackDevice:
    """Open the sound device; the caller closes it. Raises `SetupError` if there is none."""
    # The null backend always opens but plays nothing.
    backends = [backend for backend in miniaudio.Backend if backend is not miniaudio.Backend.NULL]
    try:
        with _quiet_stderr():
            return miniaudio.PlaybackDevice(miniaudio.SampleFormat.SIGNED16, 1, RATE_HZ, backends=backends)
    except miniaudio.MiniaudioError as error:
        message = f"There is no sound device to play on ({error.args[0]}): write a file with -o hello.mp3"
        raise SetupError(message) from None


async def play(pcm: AsyncIterator[bytes]) -> None:
    """Play int16 mono samples; returns when the last one has been played. Raises `SetupError` if there is no device."""
    device = open_device()
    played: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    frames = _frames(played, lambda: loop.call_soon_threadsafe(done.set))
    next(frames)
    with device:
        device.start(frames)
        async for chunk in pcm:
            played.put(chunk)
        played.put(None)
        await done.wait()
        await asyncio.sleep(device.buffersize_msec / 1000)  # until the device has played its buffer


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
