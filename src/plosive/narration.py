"""Narration: one text spoken from its first segment to its last, without a socket: segments in, encoded audio out.

It makes no more than is taken: whoever stops taking stops the work.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractContextManager, aclosing, nullcontext
from dataclasses import dataclass
from typing import Final

from plosive.audio.encoders import AudioFormat
from plosive.audio.stream import AudioStream
from plosive.playback import Playback
from plosive.protocol.options import VoiceSettings
from plosive.text.front_end import FrontEnd
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.utterance import Segment, Utterance
from plosive.voices.voice import Voice

_FIRST_SLICE_CHARS: Final = 250
_LONGEST_SLICE_CHARS: Final = 2_000
"""Text goes through the front end in slices that double from the one to the other: a sentence or two, so that nothing else is
before the first audio, and then some 0.5 ms of prose each, so that a book blocks nobody."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is to be narrated, and how. Everything in it is checked: `rate_hz` is one that the format can have."""

    text: str
    is_ssml: bool
    voice: Voice
    settings: VoiceSettings
    audio_format: AudioFormat
    rate_hz: int
    pronunciations: Pronunciations | None = None
    disable_cache: bool = False


class Narration:
    """One text being spoken. Take `audio` to its end; what the other attributes say grows meanwhile."""

    def __init__(
        self,
        segments: AsyncGenerator[Segment, None],
        utterance: Callable[[Segment], Utterance],
        playback: Playback,
        stream: AudioStream,
        *,
        room: AbstractContextManager[None] | None = None,
        heard: Callable[[float], None] = lambda _: None,
    ) -> None:
        """`room` is held while it speaks, `heard` is told the seconds of audio that were made.

        What they and `utterance` raise ends the narration.
        """
        self.seconds = 0.0
        self.characters = 0
        self.is_cached = False
        """Whether the first audio came from the cache."""
        self._segments = segments
        self._utterance = utterance
        self._playback = playback
        self._stream = stream
        self._room = room or nullcontext()
        self._heard = heard

    async def audio(self) -> AsyncGenerator[bytes, None]:
        """The encoded chunks, one stream of the format, once. Close the generator to cancel.

        Raises `BadText` for SSML that cannot be read, and `SynthesisError`.
        """
        with self._room:
            async with aclosing(self._spoken()) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def _spoken(self) -> AsyncGenerator[bytes, None]:
        async with aclosing(self._segments):
            async for segment in self._segments:
                utterance = self._utterance(segment)
                self.characters += utterance.chars
                async with aclosing(self._playback.speak(utterance)) as chunks:
                    async for chunk in chunks:
                        if not self.seconds:
                            self.is_cached = chunk.cached
                        self.seconds += chunk.seconds
                        self._heard(chunk.seconds)
                        for encoded in self._stream.feed(chunk.pcm, chunk.rate_hz):
                            yield encoded
                for encoded in self._stream.end_segment():
                    yield encoded
        for encoded in self._stream.drain(last=True):
            yield encoded


async def segments_of(text: str, front_end: FrontEnd) -> AsyncGenerator[Segment, None]:
    """Cut a whole text, no further ahead than its segments are taken. Raises `BadText`."""
    start, size = 0, _FIRST_SLICE_CHARS
    while start < len(text):
        for segment in front_end.feed(text[start : start + size]):
            yield segment
        start += size
        size = min(2 * size, _LONGEST_SLICE_CHARS)
        await asyncio.sleep(0)  # there are texts whose slices give no segment
    for segment in front_end.flush():
        yield segment
