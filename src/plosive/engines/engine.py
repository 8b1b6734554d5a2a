"""Engine: the interface the worker child runs."""

from collections.abc import Generator
from typing import Protocol

from plosive.utterance import Utterance


class Engine(Protocol):
    """A speech engine in one process. Not thread-safe; one utterance at a time unless it says otherwise."""

    rate_hz: int
    """Sample rate of everything it speaks."""

    def speak(self, utterance: Utterance) -> Generator[bytes, None, None]:
        """Speak in steps, each yielding a little PCM (little-endian int16 mono). Closing the generator stops the work.

        Raises `EngineFailed` before the first step if the utterance cannot be spoken.
        """
        ...
