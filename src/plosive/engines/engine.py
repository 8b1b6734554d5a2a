"""Engine: the interface that a worker process runs."""

from collections.abc import Generator
from typing import Protocol, TypeAlias

from plosive.utterance import PcmChunk, Utterance

Steps: TypeAlias = Generator[PcmChunk, bool, None]
"""An utterance being spoken in steps. `next` makes the first step; `send(True)` makes the next one if other jobs wait for the
worker, else `send(False)`: a longer step costs less per second of audio and keeps others waiting longer."""


class Interrupted(Exception):
    """A step was interrupted and made nothing. It can be made again."""


class Engine(Protocol):
    """A speech engine in one process."""

    one_at_a_time: bool
    """True: an utterance must be spoken to its end, or closed, before the next one begins. Steps of such an engine take below a
    millisecond and are not interrupted."""

    def speak(self, utterance: Utterance, *, ahead: bool = False) -> Steps:
        """Speak in steps. Close the generator between two steps to stop.

        `ahead`: the listener has seconds of earlier audio left, so the first audio may be as long as any. Longer steps cost
        less per second of audio.

        Raises `EngineFailed` from a step if the utterance cannot be spoken.
        """
        ...

    def interrupt(self) -> None:
        """End the running step soon, with an empty chunk; the utterance's next step does its work again.

        Called from another thread. A step that ends before it notices gives its audio as usual.
        """
        ...
