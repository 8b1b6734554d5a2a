"""The words of one connection on the clock of its audio: which were told, and which were spoken until a barge-in.

The clock counts the audio that was sent. It knows nothing of frames: `Session` tells it what happens.
"""

from dataclasses import dataclass
from typing import Final

from plosive.protocol.values import Interrupted, SegmentTimes, Words
from plosive.protocol.waiting_text import WaitingText
from plosive.utterance import PcmChunk, Segment
from plosive.word_times import WordTimes, joined

_KEPT_BYTES: Final = 64 << 10
"""Transcript that is kept of a turn, in UTF-8: an hour of speech."""

_RESOLUTION_S: Final = 0.0005
"""Clients are told whole milliseconds, so a word that begins within half of one has not begun."""


@dataclass(slots=True)
class _Spoken:
    """A segment that is or was spoken."""

    number: int
    text: str
    offset_s: float
    times: WordTimes


class ToldWords:
    """The words of one connection, if its client wants them; else it does nothing.

    The segments that it is given need `places`.
    """

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted
        self._segments: list[_Spoken] = []  # of the turn
        self._kept_bytes = 0
        self._count = 0
        self._made_s = 0.0
        self._sent_s = 0.0
        self._has_turn = False
        self._is_over = False  # the client was told that all of the turn is spoken

    def accept(self, text: str) -> None:
        """Text was accepted. It begins a turn, or belongs to the present one."""
        if text.isspace():
            return
        if self._is_over:
            self._forget()
        self._has_turn = True

    def complete(self) -> None:
        """The client is told that all text is spoken."""
        self._is_over = True

    def sent(self, seconds: float) -> None:
        """So much audio is being sent."""
        self._sent_s += seconds

    def begin(self, segment: Segment, speed: float) -> None:
        """A segment is to be spoken."""
        if not self._wanted:
            return
        offset_s = max(self._made_s, self._sent_s)  # a silence that was sent is not made of a segment
        self._segments.append(_Spoken(self._count, segment.text, offset_s, WordTimes(segment, speed)))
        self._count += 1
        self._kept_bytes += len(segment.text.encode())
        while self._kept_bytes > _KEPT_BYTES and len(self._segments) > 1:
            self._kept_bytes -= len(self._segments.pop(0).text.encode())

    def chunk(self, chunk: PcmChunk) -> list[Words]:
        """Return the words to tell before this chunk of the segment."""
        if not self._wanted:
            return []
        spoken = self._segments[-1]
        words = spoken.times.feed(chunk)
        self._made_s = spoken.offset_s + spoken.times.seconds
        return [Words(spoken.number, spoken.offset_s, tuple(words))] if words else []

    def end(self) -> tuple[list[Words], SegmentTimes | None]:
        """The segment is complete: return the words that were not told, and the times of all."""
        if not self._wanted:
            return [], None
        spoken = self._segments[-1]
        words = spoken.times.finish()
        late = [Words(spoken.number, spoken.offset_s, tuple(words))] if words else []
        return late, SegmentTimes(spoken.number, spoken.offset_s, spoken.times.seconds, tuple(spoken.times.words))

    def interrupt(self, played_s: float | None, waiting: WaitingText) -> list[Interrupted]:
        """The client interrupts. Return what was spoken of its turn, if there is one. Nothing waits any more then."""
        if not self._wanted:
            return []
        heard_s = self._sent_s if played_s is None else min(played_s, self._sent_s)
        self._made_s = self._sent_s
        last: int | None = None
        turn, cut = "", 0
        for segment in self._segments:
            turn = joined(turn, segment.text)
            heard = [word for word in segment.times.words if segment.offset_s + word.start_s < heard_s - _RESOLUTION_S]
            if heard:
                last, cut = segment.number, len(turn) - len(segment.text) + heard[-1].end
        turn = joined(turn, waiting.take_unspoken())
        told = [Interrupted(last, heard_s, turn[:cut], turn[cut:])] if self._has_turn else []
        self._forget()
        return told

    def _forget(self) -> None:
        self._segments.clear()
        self._kept_bytes = 0
        self._has_turn = self._is_over = False
