"""Narration: one text spoken from its first segment to its last, without a socket. Segments in, encoded audio out.

It makes audio only when the caller asks for more. Closing the audio stops the work.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Final

from plosive import metrics, tracing
from plosive.capacity import Capacity
from plosive.order import Order
from plosive.playback import Playback, silence
from plosive.text.front_end import FrontEnd
from plosive.utterance import PcmChunk, Segment
from plosive.word_times import SpokenText, TimedWord, WordTimes

_FIRST_SLICE_CHARS: Final = 250
_LONGEST_SLICE_CHARS: Final = 2_000
"""Text goes through the front end in slices, each twice as long as the one before. The first is a sentence or two, so that the
first audio need not wait for more. The longest takes about 0.5 ms, so that a book blocks nobody."""


class Narration:
    """One text being spoken. Consume `audio` to its end; the other attributes grow meanwhile."""

    def __init__(
        self,
        order: Order,
        segments: AsyncGenerator[Segment, None],
        playback: Playback,
        capacity: Capacity,
        *,
        answers_silence: bool = False,
        words_as_spoken: bool = False,
    ) -> None:
        """`answers_silence`: a text with nothing to say is a little silence, else no audio at all.

        `words_as_spoken`: words are told before the audio in which they begin; see `WordTimes`.
        """
        self.order = order
        self.seconds = 0.0
        self.characters = 0
        self.is_cached = False
        """Whether the first audio came from the cache."""
        self.spoken: list[SpokenText] = []
        """The segments that were spoken to their end, if the order wants the times of words."""
        self.words: list[TimedWord] = []
        """The words whose end is known, of these segments and of the present one. Its times are those of the whole audio."""
        self.begun_words = 0
        """Number of words that begin in the audio so far."""
        self.header_lengths: dict[int, bytes] = {}
        """After the end: the bytes that the header of a file of it all needs, by their places."""
        self._words_as_spoken = words_as_spoken
        self._begins_s = 0.0  # the present segment
        self._words_before = 0  # number of words before it
        self._segments = segments
        self._playback = playback
        self._capacity = capacity
        self._answers_silence = answers_silence

    async def audio(self) -> AsyncGenerator[bytes, None]:
        """Yield the encoded chunks, one stream of the format. Call it once; close the generator to cancel.

        Raises `Refused` before the first chunk: 503 if the server has no room, 429 past the key's limits. Raises `BadText` for
        malformed SSML, and `SynthesisError`.
        """
        self._capacity.check("speech")
        caller, stream = self.order.caller, self.order.new_audio_stream()
        with (
            caller.session(),
            self._capacity.place(),
            metrics.narrations.track_inprogress(),
            tracing.span("narration", voice=self.order.voice.id, **tracing.ids()),
        ):
            async with aclosing(self._segments):
                async for segment in self._segments:
                    utterance = self.order.charged_utterance(segment)
                    self.characters += utterance.chars
                    times = self._new_times(segment)
                    async with aclosing(self._playback.speak(utterance, self.order.pause_s(segment))) as chunks:
                        async for chunk in chunks:
                            if not self.seconds:
                                self.is_cached = chunk.cached
                            self._note_words(times, chunk)
                            self.seconds += chunk.seconds
                            self.order.hear(chunk.seconds)
                            for encoded in stream.feed(chunk.pcm, chunk.rate_hz):
                                yield encoded
                    self._note_end(segment, times)
                    for encoded in stream.end_segment():
                        yield encoded
            if not self.seconds and self._answers_silence:
                rate_hz = self.order.audio[1]
                for encoded in stream.feed(silence(rate_hz), rate_hz) + stream.end_segment():
                    yield encoded
            for encoded in stream.drain(last=True):
                yield encoded
            self.header_lengths = stream.header_lengths

    def _new_times(self, segment: Segment) -> WordTimes | None:
        """Return the word times of a segment that begins now, if the order wants them."""
        if not self.order.tells_words:
            return None
        self._begins_s, self._words_before = self.seconds, len(self.words)
        return WordTimes(segment, self.order.settings.speed, exact=not self._words_as_spoken)

    def _note_words(self, times: WordTimes | None, chunk: PcmChunk) -> None:
        if times:
            times.feed(chunk)
            told = times.words  # an engine may know of them long before they begin
            self._know(told[:-1])
            self.begun_words = self._words_before + sum(word.start_s < times.seconds for word in told)

    def _note_end(self, segment: Segment, times: WordTimes | None) -> None:
        if times:
            times.finish()
            self._know(times.words)
            self.begun_words = len(self.words)
            words = tuple(word.later(self._begins_s) for word in times.words)
            self.spoken.append(SpokenText(segment.text, self._begins_s, self.seconds, words))

    def _know(self, words: Sequence[TimedWord]) -> None:
        """The ends of these words of the segment are known."""
        known = len(self.words) - self._words_before
        self.words += (word.later(self._begins_s) for word in words[known:])


async def segments_of(text: str, front_end: FrontEnd) -> AsyncGenerator[Segment, None]:
    """Cut a whole text, each segment only when the caller asks for it. Raises `BadText`."""
    start, size = 0, _FIRST_SLICE_CHARS
    while start < len(text):
        for segment in front_end.feed(text[start : start + size]):
            yield segment
        start += size
        size = min(2 * size, _LONGEST_SLICE_CHARS)
        await asyncio.sleep(0)  # in some texts many slices have no segment
    for segment in front_end.flush():
        yield segment
