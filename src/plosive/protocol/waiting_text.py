"""Holds accepted text until its sentence ends: parses it in slices and cuts it into segments."""

import re
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Final

from plosive.text.front_end import FrontEnd
from plosive.text.sentences.speech_length import is_wide
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment
from plosive.word_times import joined

_SLICE_CHARS: Final = 2_000
"""Text goes through the front end in slices (0.5 ms of prose each), so that a frame with a book in it blocks nobody."""

_MAX_SLICES_A_CALL: Final = 2
"""With the worst text (marks that open and never close, 20 ms a slice) a call still takes less than 50 ms."""

_MAX_CHARS: Final = 4 << 20
"""Limit of accepted text that is not parsed yet: about 60 hours of speech. More would only fill the server's memory. The
server cannot stop receiving instead, because it would miss the next barge-in and the client's pongs."""

_HAS_END: Final = re.compile(r"[^\w\s,;:\u060c\u3001\uff0c–—-]\W*$")
"""The end of a frame that may be the end of a sentence, heading or emoji."""

_LONGEST_END: Final = 64


@dataclass(frozen=True, slots=True)
class Waits:
    """The waiting times of a session, in seconds (docs/protocol.md)."""

    inactivity_s: float = 20.0
    handshake_s: float = 10.0
    drain_s: float = 0.2
    """Before the encoder gives out all audio."""
    final_s: float = 0.2
    """Before `Completed`, if every frame since the last one held whole sentences, or after a flush."""
    silence_s: float = 1.0
    """Before `Completed` in a stream of tokens, and before text with an unlikely end ("Dr.") is spoken. A language model may
    pause that long in the middle of an answer."""
    burst_s: float = 0.0003
    """After a frame that looks like a sentence. Frames of one burst come 0.1 ms apart, and the next may continue it."""
    sentence_s: float = 0.05
    """After a token that may have ended a sentence, or a frame of several words whose mark is doubtful ("etc.", "$3.")."""
    doubtful_s: float = 0.25
    """After a token whose mark is doubtful. Words come up to 200 ms apart."""


class WaitingText:
    """The text of one session that was not given to speech yet. It does not know the session's state."""

    def __init__(self, new_front_end: Callable[[], FrontEnd], waits: Waits) -> None:
        self._new_front_end = new_front_end
        self._front_end: FrontEnd | None = None  # until there is text; dropped with it, which costs less than a flush
        self._waits = waits
        self._unread: deque[str | None] = deque()  # None: a flush
        self._read_chars = 0  # of the first unread text
        self._unread_chars = 0
        self.held_bytes = 0
        """The memory of the text that was not read yet."""
        self._segments: list[Segment] = []
        self._look_at: float | None = None  # the time to ask the front end whether the held text has ended
        self._doubtful_at = self._unlikely_at = 0.0  # the times to speak held text with such an end
        self._in_tokens = False  # since the last flush or turn
        self._is_parted = False  # the text that was read ends in white space

    def __bool__(self) -> bool:
        """Whether any text waits, besides a fragment that the front end holds."""
        return bool(self._segments or self._unread)

    @property
    def holds_fragment(self) -> bool:
        """Whether the front end holds text that can be spoken. The answer costs a scan of the held text."""
        return self._front_end is not None and self._front_end.holds_text

    def add(self, text: str, now: float) -> bool:
        """Accept text. False if too much text waits already."""
        if self._unread_chars + len(text) > _MAX_CHARS:
            return False
        waits = self._waits
        has_words = len(text.split(None, 2)) > 1
        likely_s = waits.burst_s if has_words or self._could_stand_alone(text) else waits.sentence_s
        doubtful_s = waits.sentence_s if has_words else waits.doubtful_s
        if not text.isspace() and not (_HAS_END.search(text[-_LONGEST_END:]) and (has_words or is_wide(text))):
            self._in_tokens = True
        self._look_at, self._doubtful_at, self._unlikely_at = now + likely_s, now + doubtful_s, now + waits.silence_s
        if self._unread and self._unread[-1] is not None and len(self._unread[-1]) < _SLICE_CHARS:
            self.held_bytes -= sys.getsizeof(self._unread[-1])
            self._unread[-1] += text  # tokens that wait behind a segment are parsed together later
        else:
            self._unread.append(text)
        self.held_bytes += sys.getsizeof(self._unread[-1])
        self._unread_chars += len(text)
        return True

    @property
    def final_s(self) -> float:
        """The time without text after which the turn is over."""
        return max(self._waits.final_s, self._waits.silence_s) if self._in_tokens else self._waits.final_s

    def end_turn(self) -> None:
        """The client is told that all is spoken. Later frames may be of another kind."""
        self._in_tokens = False

    def flush(self) -> None:
        """Speak all accepted text, even if its last sentence has not ended."""
        if not self._unread or self._unread[-1] is not None:
            self._unread.append(None)
        self._look_at = None
        self._in_tokens = False

    def take_unspoken(self) -> str:
        """Drop all text and return it: segments and the front end's text in plain text, then unread text as it was sent."""
        segments = (*self._segments, *self._released())
        held = reduce(joined, (segment.text for segment in segments), "")
        unread = "".join(filter(None, self._unread))[self._read_chars :]
        self.clear()
        return joined(held, unread) if self._is_parted else held + unread

    def clear(self) -> None:
        """Drop all text."""
        self._drop_unread()
        self._segments.clear()
        self._front_end = None

    def break_off(self) -> None:
        """Drop unread text, but speak the text that was read before."""
        self._drop_unread()
        self._segments.extend(self._released())

    def read(self, now: float) -> None:
        """Cut text into segments until one waits. Later text stays unread, so it is cheap to drop. Raises `BadText`."""
        for _ in range(_MAX_SLICES_A_CALL):
            if not self._unread or self._segments:
                break
            text = self._unread[0]
            if text is None:
                self._unread.popleft()
                self._segments.extend(self._released())
            else:
                self._front_end = self._front_end or self._new_front_end()
                self._segments.extend(self._front_end.feed(self._next_slice(text)))
        if self._front_end and self._look_at is not None and not self._unread and now >= self._look_at:
            self._settle(self._front_end, now)

    def next_segment(self) -> Segment | None:
        """Remove and return the next segment to speak."""
        return self._segments.pop(0) if self._segments else None

    @property
    def deadline(self) -> float | None:
        """The time of the next call of `read`. 0: at once. None: no call is needed."""
        if self._unread:
            return None if self._segments else 0.0
        return self._look_at

    def _settle(self, front_end: FrontEnd, now: float) -> None:
        """Speak the held text if it has ended."""
        self._look_at = None
        ending = front_end.ending
        settle_at = {Ending.UNLIKELY: self._unlikely_at, Ending.DOUBTFUL: self._doubtful_at}.get(ending, now)
        if now < settle_at:
            self._look_at = settle_at
        elif ending is not Ending.NONE:
            self._segments.extend(front_end.settle())

    def _released(self) -> list[Segment]:
        return self._front_end.flush() if self._front_end else []

    def _next_slice(self, text: str) -> str:
        """Remove and return the next slice of the first unread text."""
        piece = text[self._read_chars : self._read_chars + _SLICE_CHARS]
        self._read_chars += len(piece)
        self._is_parted = piece[-1:].isspace()
        self._unread_chars -= len(piece)
        if self._read_chars == len(text):
            self.held_bytes -= sys.getsizeof(self._unread.popleft())
            self._read_chars = 0
        return piece

    def _drop_unread(self) -> None:
        self._unread.clear()
        self._read_chars = self._unread_chars = self.held_bytes = 0
        self._look_at = None
        self._in_tokens = False

    def _could_stand_alone(self, text: str) -> bool:
        """Whether a frame of one word could be a sentence: no held text comes before it.

        The front end is not asked about a word without a mark, because no sentence ends with one, nor about marks alone.
        """
        word = text.strip()
        has_both = not word.isalnum() and any(map(str.isalnum, word))
        return has_both and not self._unread and not self.holds_fragment
