"""Listener: one client's ear. It knows how much there is yet to hear, which decides whose speech is made next."""

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing

from plosive.pace import Pace
from plosive.speech import Synthesizer, speak
from plosive.utterance import PcmChunk, Utterance


class Listener:
    """Asks a synthesizer for one utterance after the other, as somebody who plays at once what comes."""

    def __init__(self, synthesizer: Synthesizer, pace: Pace) -> None:
        self._synthesizer = synthesizer
        self._pace = pace
        self._heard_at = 0.0  # when everything made so far will have been heard

    async def speak(self, utterance: Utterance) -> AsyncGenerator[PcmChunk, None]:
        """Speak; every chunk has audio. Close the generator to cancel. Raises what `plosive.speech.speak` raises."""
        needed_at = self._heard_at if self._heard_at > time.monotonic() else None
        async with aclosing(speak(self._synthesizer, utterance, needed_at)) as chunks:
            async for chunk in chunks:
                if chunk.pcm:
                    await self._pace.turn(self._heard_at)
                    self._heard_at = max(self._heard_at, time.monotonic()) + chunk.seconds
                    yield chunk

    def interrupt(self) -> None:
        """What was made and not heard will never be."""
        self._heard_at = 0.0
