"""Engine: the interface the worker child runs."""

from collections.abc import Generator
from typing import Protocol, TypeAlias

from plosive.utterance import PcmChunk, Utterance

Steps: TypeAlias = Generator[PcmChunk, bool, None]
"""An utterance being spoken, a little at a time. `next` makes the first step; each later one is sent whether others wait for
the worker, because a step that makes more audio costs less a second of it and keeps others waiting longer."""


class Interrupted(Exception):
    """A step was interrupted: nothing came of it, and it can be made anew."""


class Engine(Protocol):
    """A speech engine in one process."""

    one_at_a_time: bool
    """Whether an utterance must be spoken to its end, or closed, before another one is begun. Such an engine's steps are short
    (below a millisecond) and run on the worker's main thread; another's may be long and run beside it, still one at a time."""

    def speak(self, utterance: Utterance) -> Steps:
        """Speak in steps. Closing the generator, between two steps, stops the work.

        Raises `EngineFailed` from a step if the utterance cannot be spoken.
        """
        ...

    def interrupt(self) -> None:
        """Called from another thread while a step runs: end that step as soon as can be, with an empty chunk.

        The utterance's next step does its work anew. A step that is over before this is noticed gives what it made.
        """
        ...
