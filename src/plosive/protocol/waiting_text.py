"""Holds accepted text until its sentence ends: parses it in slices and cuts it into segments."""

from collections import deque
from dataclasses import dataclass
from typing import Final

from plosive.text.front_end import FrontEnd
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment

_SLICE_CHARS: Final = 2_000
"""Text goes through the front end in slices (0.5 ms of prose each), so that a frame with a book in it blocks nobody."""

_MAX_SLICES_A_CALL: Final = 2
"""With the worst text (marks that open and never close, 20 ms a slice) a call still takes less than 50 ms."""

_MAX_CHARS: Final = 4 << 20
"""Limit of accepted text that is not parsed yet: about 60 hours of speech. More would only fill the server's memory. The
server cannot stop receiving instead, because it would miss the next barge-in and the client's pongs."""


@dataclass(frozen=True, slots=True)
class Waits:
    """The waiting times of a session, in seconds (docs/protocol.md)."""

    inactivity_s: float = 20.0
    handshake_s: float = 10.0
    final_s: float = 0.2
    burst_s: float = 0.0003
    """After a frame that is like a sentence. Frames of one burst come 0.1 ms apart, and the next may continue the sentence."""
    sentence_s: float = 0.05
    """After a token that may have ended a sentence, or a frame like a sentence whose mark is doubtful ("Dr.", "$3.")."""
    doubtful_s: float = 0.2
    """After a token whose mark is doubtful."""


class WaitingText:
    """The text of one session that was not given to speech yet. It does not know the session's state."""

    def __init__(self, front_end: FrontEnd, waits: Waits) -> None:
        self._front_end = front_end
        self._waits = waits
        self._unread: deque[str | None] = deque()  # None: a flush
        self._read_chars = 0  # of the first unread text
        self._unread_chars = 0
        self._segments: deque[Segment] = deque()
        self._look_at: float | None = None  # the time to ask the front end whether the held text has ended
        self._doubtful_at = 0.0  # the time to speak held text with a doubtful end

    def __bool__(self) -> bool:
        """Whether any text waits, besides a fragment that the front end holds."""
        return bool(self._segments or self._unread)

    @property
    def holds_fragment(self) -> bool:
        """Whether the front end holds text that can be spoken. The answer costs a scan of the held text."""
        return self._front_end.holds_text

    def add(self, text: str, now: float) -> bool:
        """Accept text. False if too much text waits already."""
        if self._unread_chars + len(text) > _MAX_CHARS:
            return False
        likely_s, doubtful_s = self._waits.burst_s, self._waits.sentence_s
        if not self._is_like_a_sentence(text):
            likely_s, doubtful_s = self._waits.sentence_s, self._waits.doubtful_s
        self._look_at, self._doubtful_at = now + likely_s, now + doubtful_s
        if self._unread and self._unread[-1] is not None and len(self._unread[-1]) < _SLICE_CHARS:
            self._unread[-1] += text  # tokens that wait behind a segment are parsed together later
        else:
            self._unread.append(text)
        self._unread_chars += len(text)
        return True

    def flush(self) -> None:
        """Speak all accepted text, even if its last sentence has not ended."""
        if not self._unread or self._unread[-1] is not None:
            self._unread.append(None)
        self._look_at = None

    def clear(self) -> None:
        """Drop all text."""
        self._drop_unread()
        self._segments.clear()
        self._front_end.flush()

    def break_off(self) -> None:
        """Drop unread text, but speak the text that was read before."""
        self._drop_unread()
        self._segments.extend(self._front_end.flush())

    def read(self, now: float) -> None:
        """Cut text into segments until one waits. Later text stays unread, so it is cheap to drop. Raises `BadText`."""
        for _ in range(_MAX_SLICES_A_CALL):
            if not self._unread or self._segments:
                break
            text = self._unread[0]
            if text is None:
                self._unread.popleft()
                self._segments.extend(self._front_end.flush())
            else:
                self._segments.extend(self._front_end.feed(self._next_slice(text)))
        if self._look_at is not None and not self._unread and now >= self._look_at:
            self._settle(now)

    def next_segment(self) -> Segment | None:
        """Remove and return the next segment to speak."""
        return self._segments.popleft() if self._segments else None

    @property
    def deadline(self) -> float | None:
        """The time of the next call of `read`. 0: at once. None: no call is needed."""
        if self._unread:
            return None if self._segments else 0.0
        return self._look_at

    def _settle(self, now: float) -> None:
        """Speak the held text if it has ended."""
        self._look_at = None
        ending = self._front_end.ending
        if ending is Ending.DOUBTFUL and now < self._doubtful_at:
            self._look_at = self._doubtful_at
        elif ending is not Ending.NONE:
            self._segments.extend(self._front_end.settle())

    def _next_slice(self, text: str) -> str:
        """Remove and return the next slice of the first unread text."""
        piece = text[self._read_chars : self._read_chars + _SLICE_CHARS]
        self._read_chars += len(piece)
        self._unread_chars -= len(piece)
        if self._read_chars == len(text):
            self._unread.popleft()
            self._read_chars = 0
        return piece

    def _drop_unread(self) -> None:
        self._unread.clear()
        self._read_chars = self._unread_chars = 0
        self._look_at = None

    def _is_like_a_sentence(self, text: str) -> bool:
        """Whether a frame's text could stand alone: it has several words, or no held text comes before it.

        The front end is not asked about a word without a mark, because no sentence ends with one.
        """
        words = text.split(None, 2)
        if len(words) != 1:
            return bool(words)
        return not words[0].isalnum() and not self._unread and not self._front_end.holds_text
