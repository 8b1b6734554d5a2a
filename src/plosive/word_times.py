"""Times of the written words of a segment, from the times of the words that an engine speaks for them.

PURE. A written word stands between blanks of the transcript, with its marks. In scripts without blanks it is one letter with
its combining characters and the marks behind it. It begins with the first spoken word for it. Several written words that
are spoken as one stretch ("10 km", a Chinese clause) share its time by their length.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from plosive.audio.pcm import samples_of, sound_samples
from plosive.text.sentences.speech_length import continues_grapheme, speech_length
from plosive.utterance import PcmChunk, Segment, WordStart

_CHARS_PER_S: Final = 18.0
"""Latin letters that a fast voice says in a second: for the length of a stretch that is still being made. A word should be told
early rather than late."""
_CHARS_PER_DIGIT: Final = 4

_BLANKS: Final = re.compile(r"\S+")
_WITHOUT_BLANKS: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer and Tai scripts, kana and Han."""
_IS_WITHOUT_BLANKS: Final = re.compile(f"[{_WITHOUT_BLANKS}]")
_VOWELS_BEHIND: Final = frozenset("\u0e33\u0eb3")
"""Thai and Lao AM: letters to Unicode, but part of the grapheme before them (UAX #29)."""
_SPOKEN_MARKS: Final = frozenset("&%@#§")


class TimedWord(NamedTuple):
    """A word of a transcript, which is `transcript[start:end]`, with seconds from the segment's first sample."""

    text: str
    start: int
    end: int
    start_s: float
    end_s: float

    def later(self, seconds: float) -> "TimedWord":
        """Return this word on a clock that began so many seconds earlier."""
        return self._replace(start_s=self.start_s + seconds, end_s=self.end_s + seconds)


class SpokenText(NamedTuple):
    """A segment that was spoken, and its words. All times count from the start of the whole audio, `start` and `end` of words
    from the segment's first character.
    """

    text: str
    start_s: float
    end_s: float
    words: tuple[TimedWord, ...]


def joined(text: str, more: str) -> str:
    """Join two texts with a blank if they are parted by one in their script."""
    parted = text and more and not _IS_WITHOUT_BLANKS.match(more) and not more[0].isspace()
    return f"{text} {more}" if parted else text + more


def written_words(text: str, spoken: Container[int] = ()) -> list[tuple[int, int]]:
    """Return where the words of a transcript begin and end.

    A part that does not sound, such as a lone dash, belongs to the word before it, else to the one after it. Something is
    said for the places in `spoken`, even if their characters do not show it.
    """
    words: list[tuple[int, int]] = []
    lead: int | None = None
    for start, end in _parts(text):
        if not any(_sounds(text[at]) or at in spoken for at in range(start, end)):
            if words:
                words[-1] = words[-1][0], end
            elif lead is None:
                lead = start
            continue
        words.append((start if lead is None else lead, end))
        lead = None
    return words


def _sounds(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNS" or character in _SPOKEN_MARKS


def _parts(text: str) -> Iterator[tuple[int, int]]:
    for run in _BLANKS.finditer(text):
        start = run.start()
        if _IS_WITHOUT_BLANKS.search(run[0]):
            has_letter = alone = False
            for at, (before, character) in enumerate(zip(" " + run[0], run[0], strict=False), run.start()):
                if continues_grapheme(before, character) or character in _VOWELS_BEHIND:
                    continue
                category = unicodedata.category(character)
                is_letter, stands_alone = category[0] in "LN", bool(_IS_WITHOUT_BLANKS.match(character))
                if has_letter and (category in {"Ps", "Pi"} or (is_letter and (alone or stands_alone))):
                    yield start, at
                    start, has_letter, alone = at, False, False
                has_letter, alone = has_letter or is_letter, alone or (is_letter and stands_alone)
        yield start, run.end()


class WordTimes:
    """Feed it the chunks of one segment in order, then call `finish`. Each word is told once, in order.

    A word is told with the chunk in which it begins, or before. So the words of a stretch whose end is not known yet share an
    estimate of its length, and a word that the engine tells late begins with the chunk. With `exact` all have their own
    times, and some are told late. `speed` is the utterance's. The segment needs `places`.
    """

    def __init__(self, segment: Segment, speed: float = 1.0, *, exact: bool = False) -> None:
        self._text = segment.text
        self._exact = exact
        self._chars_per_s = _CHARS_PER_S * speed
        letters: list[tuple[str, int]] = []
        pauses: list[tuple[int, float]] = []
        for span, places in zip(segment.spans, segment.places, strict=True):
            letters += [(letter, at) for letter, at in zip(span.text, places, strict=True) if letter.isalnum()]
            pauses.append((len(letters), span.pause_s))
        self._words = written_words(segment.text, {at for _, at in letters})
        starts = [start for start, _ in self._words]
        self._letters = "".join(letter for letter, _ in letters)  # all that sounds, in the order of speech
        self._owners = [max(0, bisect_right(starts, at) - 1) for _, at in letters]  # the written word of each
        self._pauses_s = [0.0] * len(self._words)  # after each word
        for at, pause_s in pauses:
            if at and self._words:
                self._pauses_s[self._owner(at) - 1] += pause_s
        self._begun = 0  # how many letters belong to spoken words that have begun
        self._stretch_from = 0  # the first letter of the stretch that was begun last
        self._stretch_s = 0.0
        self._made_s = self._sent_s = 0.0
        self._sound_s = 0.0  # the end of the last sound
        self._starts: list[float] = []
        self._ends: list[float] = []

    @property
    def words(self) -> list[TimedWord]:
        """The words that were told. Before `finish` the last one ends with the audio so far."""
        starts, ends = self._starts, self._ends or [*self._starts[1:], self._made_s]
        return [
            TimedWord(self._text[start:end], start, end, at_s, until_s)
            for (start, end), at_s, until_s in zip(self._words, starts, ends, strict=False)
        ]

    @property
    def seconds(self) -> float:
        """Duration of the audio so far."""
        return self._made_s

    def feed(self, chunk: PcmChunk) -> list[TimedWord]:
        """Take the next chunk and return the words that are to be told before its audio."""
        told = len(self._starts)
        self._sent_s = self._made_s
        for word in chunk.words:
            self._begin(word)
        if chunk.pcm and (sound := sound_samples(samples_of(chunk.pcm))):
            self._sound_s = self._made_s + sound / chunk.rate_hz
        self._made_s += chunk.seconds
        if not self._exact:
            self._estimate()
        return self.words[told:] if len(self._starts) > told else []

    def finish(self) -> list[TimedWord]:
        """The segment is over: return the words that were not told, and set the ends of all."""
        told = len(self._starts)
        self._sent_s = 0.0
        end_s = self._sound_s or self._made_s
        self._share(len(self._words), end_s)
        following = [*self._starts[1:], self._made_s]
        times = zip(self._starts, following, self._pauses_s, strict=False)
        self._ends = [max(at_s, next_s - pause_s) for at_s, next_s, pause_s in times]
        if self._ends:
            self._ends[-1] = max(self._starts[-1], min(self._ends[-1], end_s))
        return self.words[told:]

    def _owner(self, letter: int) -> int:
        """The written word of a letter; behind the last one, the number of words."""
        return self._owners[letter] if letter < len(self._owners) else len(self._words)

    def _begin(self, word: WordStart) -> None:
        letters = "".join(filter(str.isalnum, word.text))
        # An engine may leave out a word that has no sound in its language: look for the next one.
        found = self._letters.find(letters, self._begun)
        at = found if found >= 0 else self._begun
        if not letters or at >= len(self._letters):
            return
        self._begun = min(at + len(letters), len(self._letters))
        owner = next((each for each in self._owners[at : self._begun] if each >= len(self._starts)), None)
        if owner is None:
            return
        # espeak-ng tells one word in a thousand a step late.
        at_s = word.at_s if self._exact else max(word.at_s, self._sent_s)
        self._share(owner, at_s - (self._pauses_s[owner - 1] if owner else 0.0))
        self._starts.append(max([at_s, *self._starts[-1:]]))
        self._stretch_from, self._stretch_s = at, self._starts[-1]

    def _share(self, end: int, until_s: float, *, before_s: float | None = None) -> None:
        """Tell the words up to `end`, which share the time from the last one that was told until `until_s`.

        `before_s`: only those that begin before then.
        """
        told = len(self._starts)
        at_s = self._starts[-1] if told else 0.0
        sent_s = 0.0 if self._exact else self._sent_s  # no word begins in audio that was sent
        lengths = [stop - start for start, stop in self._words[max(0, told - 1) : end]]
        share_s = max(0.0, until_s - at_s) / max(1, sum(lengths))
        if told:
            at_s += lengths.pop(0) * share_s
        for length in lengths:
            if before_s is not None and at_s >= before_s:
                break
            self._starts.append(max([at_s, sent_s, *self._starts[-1:]]))
            at_s += length * share_s

    def _estimate(self) -> None:
        """Tell the words of the last stretch that begin in the audio so far, by an estimate of the stretch's length."""
        behind = self._begun
        while self._owner(behind) < len(self._starts):
            behind += 1
        if not self._starts or self._owner(behind) == len(self._starts):
            return
        spoken = self._letters[self._stretch_from : behind]
        length = speech_length(spoken) + _CHARS_PER_DIGIT * sum(map(str.isdigit, spoken))
        until_s = max(self._stretch_s + length / self._chars_per_s, self._made_s)
        self._share(self._owner(behind), until_s, before_s=self._made_s)
