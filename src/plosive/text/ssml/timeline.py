"""Collects styled text and pauses in order and cuts them into segments of spans where the transcript's sentences end.

It refuses to know markup; `SsmlFrontEnd` tells it what to say and in which style.
"""

import re
import unicodedata
from collections import deque
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from plosive.text.pronunciation.whole_words import runs_on
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from plosive.text.ssml.prosody import LONGEST_PAUSE_S, Style
from plosive.utterance import Break, Segment, Span

# A pause this long sounds like the end of a statement, so it ends the segment: the engine lets the voice fall, and the
# text before it can be spoken at once. A paragraph's break (x-strong) is 1.2 s, a sentence's (strong) 0.7 s.
ENDING_PAUSE_S: Final = 1.0

# Each cut copies the collected text, so a long text is added in slices.
_SLICE_CHARS: Final = 2000

_WORD: Final = re.compile(r"[^\W_]")
_OPENS: Final = re.compile(r"[\s(\[{<«“‘„¿¡/-]")
_LAST_WORD: Final = re.compile(r"(\w+)\W{0,2}\Z")
_LONGEST_WORD: Final = 24
_SPACE_OR_NOT: Final = re.compile(r"\s+|\S+")


@dataclass(slots=True)
class _Piece:
    """Text in one style. With `spoken` or `ipa` it is a whole: said undivided, in the segment in which it begins."""

    text: str
    style: Style
    spoken: str | None = None
    ipa: str | None = None
    pause_s: float = 0.0

    @property
    def plain(self) -> bool:
        return self.spoken is None and self.ipa is None

    def cut(self, at: int) -> "_Piece":
        """Keep the text before `at` and return the rest as a new piece. A whole is never cut."""
        rest = replace(self, text=self.text[at:])
        self.text, self.pause_s = self.text[:at], 0.0
        return rest


class Timeline:
    """Add text, wholes and pauses in order, then `take` the segments that ended. `settle`, `flush`: see `FrontEnd`."""

    def __init__(self, language: str) -> None:
        self._splitter = SentenceSplitter(language)
        self._pieces: deque[_Piece] = deque()
        self._text = ""  # of all pieces; it ends with the splitter's held text
        self._lead_s = 0.0  # the pause before the first piece
        self._spaced = True  # the text ends in white space
        self._newlines = 0  # in the white space at the end of the text
        self._parted = False  # a word ends here even without white space
        self._begun = 0  # length of the text of a segment that was begun and cannot end inside a whole
        self._segments: list[Segment] = []
        self._follows = Break.SENTENCE  # the end before the next segment
        self._is_first = True  # the next segment is the first

    @property
    def holds_words(self) -> bool:
        """Whether any text that can be spoken is still held."""
        return bool(self._begun or _WORD.search(self._splitter.held))

    @property
    def last_word(self) -> str:
        """The word directly before the next text, empty at the start of a segment."""
        word = _LAST_WORD.search(self._text, max(0, len(self._text) - _LONGEST_WORD))
        return word[1] if word else ""

    def ending_with(self, more: str) -> Ending:
        """Return the ending of the held text if `more` were added."""
        return self._splitter.ending_with(more)

    def say(self, text: str, style: Style) -> None:
        """Add text in any cuts. White space becomes one space; a blank line ends the segment (SSML 1.1, 3.1.8.1)."""
        words: list[str] = []
        if text:
            self._part_from(text)
        for run in _SPACE_OR_NOT.findall(text):
            if not run.isspace():
                words.append(run)
                self._spaced, self._newlines = False, 0
                continue
            self._newlines += run.count("\n")
            if self._newlines > 1:
                self._lay("".join(words), style)
                words.clear()
                self.end(Break.PARAGRAPH)
            elif not self._spaced:
                words.append(" ")
            self._spaced = True
        self._lay("".join(words), style)

    def say_whole(self, text: str, style: Style, *, spoken: str | None = None, ipa: str | None = None) -> None:
        """Add a whole: say `spoken` or `ipa` for the transcript `text`, which is one line with a letter or digit."""
        self._part_from(text)
        self._append(_Piece(text, style, spoken, ipa))
        self._spaced, self._newlines = False, 0

    def part(self) -> None:
        """A word ends here, even without white space: "one<break/>two"."""
        self._parted = True

    def _part_from(self, text: str) -> None:
        last = self._text[-1:]
        if self._parted and self._pieces and runs_on(text[0], text[0]) and not _OPENS.match(last):
            self._lay(" ", self._pieces[-1].style)
        self._parted = False

    def meet_tag(self) -> None:
        """A tag is here. Line ends before and after it are layout; together they make no blank line."""
        self._newlines = 0

    def pause(self, seconds: float) -> None:
        """Add silence. The pause belongs to the span before it; at the start of a segment it is a span of its own."""
        self.part()
        if self._pieces:
            self._pieces[-1].pause_s = _longer(self._pieces[-1].pause_s, seconds)
        else:
            self._lead_s = _longer(self._lead_s, seconds)
        if seconds >= ENDING_PAUSE_S:
            self.end()

    def end(self, end: Break = Break.SENTENCE) -> None:
        """The segment ends here, with or without an end mark."""
        self._collect(self._splitter.flush(), ends=True)
        self._spaced = True
        self._follows = max(self._follows, end)

    def settle(self) -> None:
        """The segment ends here if its last character is an end mark."""
        self._collect(self._splitter.settle(), ends=not self._splitter.held)

    def flush(self) -> None:
        """The text ends here, also with a pause. The timeline is then as new."""
        self.end()
        if self._lead_s:
            self._segments.append(Segment("", (Span(pause_s=self._lead_s),), places=((),)))
        self._lead_s, self._newlines = 0.0, 0
        self._follows, self._is_first = Break.SENTENCE, True

    def take(self) -> list[Segment]:
        """Return the segments that ended since the last call."""
        segments, self._segments = self._segments, []
        return segments

    def _lay(self, text: str, style: Style) -> None:
        for at in range(0, len(text), _SLICE_CHARS):
            self._append(_Piece(text[at : at + _SLICE_CHARS], style))

    def _append(self, piece: _Piece) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last and last.plain and piece.plain and last.style == piece.style and not last.pause_s:
            last.text += piece.text
        else:
            self._pieces.append(piece)
        self._text += piece.text
        self._collect(self._splitter.feed(piece.text))

    def _collect(self, texts: list[str], *, ends: bool = False) -> None:
        """Cut the segments that the splitter released, but never a whole in two. `ends`: the text ends here."""
        for text in texts:
            start, end = _locate(text, self._text, self._begun)
            whole = self._whole_around(end)
            if whole is None:
                self._cut_segment(start, end, text)
                continue
            if whole > self._splitter.longest:
                # The only sentence ends of a long text are inside wholes.
                self._cut_segment(start, whole, "")
                end -= whole
            elif not self._begun:
                self._drop(start)
                end -= start
            self._begun = end
        if ends and self._begun:
            self._cut_segment(0, self._begun, "")
        if not self._begun:
            # Text that the splitter dropped without a segment has no word in it.
            self._drop(max(0, len(self._text) - len(self._splitter.held)))

    def _whole_around(self, at: int) -> int | None:
        """Return the start of the whole that a cut at `at` would divide, if there is one."""
        begin = 0
        for piece in self._pieces:
            end = begin + len(piece.text)
            if at <= end:
                return begin if not piece.plain and begin < at < end else None
            begin = end
        return None

    def _cut_segment(self, start: int, end: int, text: str) -> None:
        """Cut a segment. If it was begun before or `text` is empty, its transcript is the collected text."""
        if self._begun or not text:
            start = 0 if self._begun else start
            text = unicodedata.normalize("NFC", self._text[start:end].strip())
            self._begun = 0
        self._drop(start)
        self._segments.append(self._segment(text, self._cut(end - start)))

    def _segment(self, text: str, pieces: list[_Piece]) -> Segment:
        while self._pieces and self._pieces[0].text.isspace():
            gap = self._pieces.popleft()
            self._text = self._text[len(gap.text) :]
            pieces[-1].pause_s = _longer(pieces[-1].pause_s, gap.pause_s)
        spans, places = _spans(pieces, text)
        follows = Break.SENTENCE if self._is_first or self._lead_s else self._follows  # a pause was asked for
        self._follows, self._is_first = Break.SENTENCE, False
        if self._lead_s:
            spans.insert(0, Span(pause_s=self._lead_s))
            places.insert(0, [])
            self._lead_s = 0.0
        return Segment(text, tuple(spans), follows, tuple(places))

    def _drop(self, count: int) -> None:
        for piece in self._cut(count):
            self._lead_s = _longer(self._lead_s, piece.pause_s)

    def _cut(self, count: int) -> list[_Piece]:
        """Remove the first `count` characters and return their pieces."""
        self._text = self._text[count:]
        taken = []
        while self._pieces and len(self._pieces[0].text) <= count:
            count -= len(self._pieces[0].text)
            taken.append(self._pieces.popleft())
        if count > 0 and self._pieces:
            rest = self._pieces[0].cut(count)
            taken.append(self._pieces.popleft())
            self._pieces.appendleft(rest)
        return taken


def _longer(pause_s: float, more_s: float) -> float:
    """Return the sum of two breaks in a row, within the limit of one pause."""
    return min(LONGEST_PAUSE_S, round(pause_s + more_s, 3))


def _locate(segment: str, text: str, begin: int) -> tuple[int, int]:
    """Find the splitter's segment in the text from `begin` on. Only text without a letter or digit may stand before it.

    The segment is in NFC. If the text is not, both are counted in decomposed characters, of which they have the same
    number.
    """
    at = text.find(segment, begin)
    if at >= 0:
        return at, at + len(segment)
    word, first = _WORD.search(segment), _WORD.search(text, begin)
    start = first.start() if first else begin
    before = _weight(segment[: word.start()]) if word else 0
    while before > 0 and start > begin:
        start -= 1
        before -= _weight(text[start])
    end, left = start, _weight(segment)
    while left > 0 and end < len(text):
        left -= _weight(text[end])
        end += 1
    return start, end


def _weight(text: str) -> int:
    return len(unicodedata.normalize("NFD", text))


def _transcript_places(transcript: str, collected: str) -> list[int]:
    """Return the index in the transcript of each character of the text that was collected for it."""
    lead = len(collected) - len(collected.lstrip())
    last = max(0, len(transcript) - 1)
    if collected.strip() == transcript or len(transcript) == len(collected):
        return [min(max(0, at - lead), last) for at in range(len(collected))]
    # The transcript is in NFC, which the collected text is not.
    ends = [len(unicodedata.normalize("NFC", collected[lead : at + 1])) for at in range(len(collected))]
    return [min(max(0, end - 1), last) for end in ends]


def _spans(pieces: list[_Piece], transcript: str) -> tuple[list[Span], list[list[int]]]:
    """Join neighbours of one style, because an engine's intonation ends with the span. Return spans and their places.

    Every span has a word: a lone mark, which engines read by name ("exclamation mark"), joins the span before or after.
    """
    spans: list[Span] = []
    places: list[list[int]] = []
    written = _transcript_places(transcript, "".join(piece.text for piece in pieces))
    begin = 0
    replaced = False
    for piece in pieces:
        own = written[begin : begin + len(piece.text)]
        begin += len(piece.text)
        text = unicodedata.normalize("NFC", piece.text if piece.spoken is None else piece.spoken)
        if len(text) != len(own) or piece.spoken is not None:
            own = [own[0] if piece.spoken is not None else own[at * len(own) // len(text)] for at in range(len(text))]
        replaced, touches = piece.spoken is not None, replaced or piece.spoken is not None
        if touches and spans and spans[-1].text[-1:].isalnum() and text[:1].isalnum():
            text = f" {text}"  # "5<sub alias="kilometres">km</sub>"
            own = [own[0], *own]
        style = piece.style
        span = Span(text, piece.ipa, piece.pause_s, style.speed, style.volume, style.pitch, style.language)
        last = spans[-1] if spans else None
        alike = last and last.ipa is None and span.ipa is None and _style_of(last) == style and not last.pause_s
        if last and (alike or not _WORD.search(text)):
            spans[-1] = _joined(last, span, like=last)
            places[-1] += own
        elif last and not _WORD.search(last.text) and not last.pause_s:
            spans[-1] = _joined(last, span, like=span)
            places[-1] += own
        else:
            spans.append(span)
            places.append(own)
    return spans, places


def _style_of(span: Span) -> Style:
    return Style(span.speed, span.volume, span.pitch, span.language)


def _joined(first: Span, second: Span, like: Span) -> Span:
    text, pause_s = first.text + second.text, _longer(first.pause_s, second.pause_s)
    return msgspec.structs.replace(like, text=text, pause_s=pause_s)
