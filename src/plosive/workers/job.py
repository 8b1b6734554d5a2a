"""An utterance that was given to a worker, with the chunks that were not taken yet."""

import asyncio
from typing import Final

from plosive import tracing
from plosive.utterance import PcmChunk, Utterance
from plosive.workers.load import spoken_chars

_CHARS_A_SECOND: Final = 15
"""Latin characters in a second of speech at normal speed: the sentences of the benchmark have as many."""


class Job:
    """See the module. `needed_at` is that of `Speak`, `given_at` the time at which the worker got it."""

    def __init__(self, utterance: Utterance, needed_at: float | None, given_at: float, span: tracing.Span) -> None:
        self.utterance = utterance
        self.needed_at = needed_at
        self.given_at = given_at
        self.is_wanted = True
        self.made_s = 0.0
        self._whole_s = spoken_chars(utterance) / _CHARS_A_SECOND / utterance.speed
        self.waiting_bytes = 0
        self.span = span
        self.items: asyncio.Queue[PcmChunk | Exception | None] = asyncio.Queue()

    @property
    def has_audio(self) -> bool:
        """Whether the worker has made some of it."""
        return self.made_s > 0

    @property
    def left_s(self) -> float:
        """About how much audio is yet to be made, in seconds."""
        return max(0.0, self._whole_s - self.made_s)

    @property
    def is_newcomer(self) -> bool:
        """Whether somebody who hears nothing yet waits for it."""
        return self.is_wanted and self.needed_at is None and not self.has_audio
