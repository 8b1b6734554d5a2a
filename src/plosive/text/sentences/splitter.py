"""Cuts a stream of plain text into the segments that an engine speaks, each as soon as its end is sure.

The text alone decides every cut, never the sizes of its deltas. It refuses to know Markdown, frames and time: the caller
decides when to accept a likely end.
"""

import enum
import re
import unicodedata
from typing import Final

from plosive.text.languages import language_of
from plosive.text.sentences.draft import Draft
from plosive.text.sentences.end_marks import marks
from plosive.text.sentences.ends import LONGEST_RUN, NO, WAIT, Ends
from plosive.text.sentences.full_stops import DOTS, full_stops
from plosive.text.sentences.quotes import opened
from plosive.text.sentences.speech_length import SHORTEST, Limits, hard_cut, overlong_at, speech_length

_WORD: Final = re.compile(r"[^\W_]")
_UNEVEN_SPACE: Final = re.compile(r"\s(?:\s+|(?<![ \n]))")
# "U.S", "p. m" and "3" end sentences far more often than "Jan" does.
_INITIALS_OR_DIGIT: Final = re.compile(r"(?:[.\s]|^)[^\W\d_]$|\d$")
# A name within a sentence, as in "at Yahoo! in".
_NAME: Final = re.compile(r"\w\W+[A-Z][a-z]*$")


class Ending(enum.IntEnum):
    """How the text so far ends.

    NONE: without an end mark. UNLIKELY: almost any next word undoes the end ("Dr.", "No.", inside a quote). DOUBTFUL: the
    next word may well undo it ("etc.", "...", after a quote). LIKELY: hardly any does.
    """

    NONE = 0
    UNLIKELY = 1
    DOUBTFUL = 2
    LIKELY = 3


class SentenceSplitter:
    """Feed plain text in any cuts; get segments out, stripped, in NFC, each with at least one letter or digit.

    `language` is a BCP-47 tag. All text comes out once, except white space and segments without a letter or digit.
    """

    def __init__(self, language: str = "en") -> None:
        known = language_of(language)
        self._marks = marks(known.sentences)
        self._stops = full_stops(known)
        self._limits = Limits(known.sentences.cut)
        self.may_end = self._marks.ends
        """Whether text from a position on may end a segment that is not too long, also if it is Markdown."""
        self._ends = Ends(self._marks, self._stops)
        self.parted: list[bool] = []
        """Whether a blank line came before each released segment. The caller may empty it."""
        self._clear()

    def _clear(self) -> None:
        self._draft = Draft()
        self._newlines = 2  # in the white space before the segment
        self._parted = False  # a blank line came before the segment
        self._settled = False  # no text was fed since settle()

    @property
    def held(self) -> str:
        """The text that was fed and not yet released."""
        return self._draft.text

    @property
    def room(self) -> int:
        """How much longer words may make the held text before it is cut, in Latin letters. 0: some of it is undecided."""
        if self._settled or self._draft.scan < len(self._draft.text):
            return 0
        return self._limits.longest - speech_length(self._draft.text)

    @property
    def longest(self) -> int:
        """The greatest spoken length of a segment, in Latin characters."""
        return self._limits.longest

    def ending_with(self, more: str = "") -> Ending:
        """Return the ending of the held text if `more` were fed."""
        held = self._draft.text
        text = held[-LONGEST_RUN:] + more
        tail = self._marks.tail.search(text)
        if not tail or not _WORD.search(held + more):
            return Ending.NONE
        marks, closers, space = tail.groups()
        sure = bool(self._marks.sure.search(marks))
        whole = held + more
        if self._draft.awaited(whole, len(whole)):
            # Shorter sentences in quotes or brackets stay with the text around them: see `Ends`.
            return Ending.UNLIKELY if len(whole.strip()) < SHORTEST // (3 if sure else 1) else Ending.DOUBTFUL
        if closers.strip(self._marks.every):
            return Ending.DOUBTFUL  # '"Stop!" he said'
        if any(mark not in DOTS for mark in marks + closers):
            return Ending.DOUBTFUL if marks == "!" and _NAME.search(text[: tail.start()]) else Ending.LIKELY
        if len(marks) > 1 or marks == "…":
            return Ending.DOUBTFUL
        return self._ending_with_stop(text, tail.start(), spaced=bool(space), alone=held.strip())

    def _ending_with_stop(self, text: str, at: int, *, spaced: bool, alone: str) -> Ending:
        def ends_before(word: str) -> bool | None:
            return self._stops.ends(text, 0, at, word, char=word[0], closed=False, informal=False)

        if not ends_before("The") or not (ends_before("5") or _INITIALS_OR_DIGIT.search(text[:at])):
            return Ending.UNLIKELY
        doubtful = self._stops.doubtful(text, 0, at, spaced=spaced, alone=alone)
        return Ending.DOUBTFUL if doubtful else Ending.LIKELY

    def feed(self, text: str) -> list[str]:
        """Feed text and return the segments that surely ended."""
        if self._settled:
            text = self._leave_out_leftovers(text)
        if not text:
            return []
        draft = self._draft
        held = draft.text
        if held and text[0].isspace() and held[-1].isspace():
            bare = held.rstrip()
            text = held[len(bare) :] + text
            held = bare
            draft.scan = min(draft.scan, len(bare))
        if "  " in text or not text.isprintable():  # with other white space; the replacement takes five times as long
            text = _UNEVEN_SPACE.sub(_even, text)
        draft.text = held + text
        return self._advance()

    def settle(self) -> list[str]:
        """Release the held text if it ends in an end mark, else nothing. Feeding may go on afterwards."""
        if self.ending_with() is Ending.NONE:
            return []
        end = len(self._draft.text)
        self._draft.track(end)
        segments = self._take(end, fresh=True)
        self._draft.trim()
        self._settled = True
        return segments

    def flush(self) -> list[str]:
        """Release the held text. The splitter is then as new."""
        draft = self._draft
        draft.final = True
        segments = self._advance()
        # The rest has no end mark: it may be cut at its greatest length.
        while speech_length(rest := draft.text[draft.start :]) > self._limits.cut and not self._marks.tail.search(
            rest[-LONGEST_RUN:]
        ):
            cut = hard_cut(draft.text, draft.start, len(draft.text), self._limits)
            segments += self._take(cut, fresh=False)
        segments += self._take(len(draft.text), fresh=True)
        self._clear()
        return segments

    def _leave_out_leftovers(self, text: str) -> str:
        """Leave out the marks and closing quotes of a sentence that was released before they came."""
        rest = self._marks.more.match(text)
        end = rest.end() if rest else 0
        for at in range(end):
            self._draft.open = opened(self._draft.open, text, at, 0)
        if end < len(text):
            self._settled = False
        return text[end:]

    def _advance(self) -> list[str]:
        """Return the segments that surely end in the held text."""
        segments: list[str] = []
        draft, marks, longest = self._draft, self._marks, self._limits.longest
        text = draft.text
        if self._newlines or text[:1].isspace():
            self._skip_space()
        begun = -1
        while True:
            start = draft.start
            if start != begun:
                begun = start
                limit = overlong_at(text, start, longest) if len(text) - start > longest // 3 else None
                end = len(text) if limit is None else limit
                first = text[start : start + 1]
                find = (marks.formal_event if first.isalnum() and not first.islower() else marks.event).search
            event = find(text, draft.scan, end)
            if event is None:
                draft.scan = end
                if limit is None:
                    break
                cut, fresh = hard_cut(text, start, limit, self._limits), False
            else:
                at, fresh = event.start(), True
                cut = self._ends.decide(draft, at, event[1])
                if cut == WAIT:
                    draft.scan = at
                    break
                if cut == NO:
                    continue
                if cut > at + 1:
                    draft.track(cut)
            segments += self._take(cut, fresh=fresh)
            self._skip_space()
        if draft.start:
            draft.trim()
        return segments

    def _skip_space(self) -> None:
        draft = self._draft
        start, text = draft.start, draft.text
        while (char := text[start : start + 1]).isspace():
            self._newlines += char == "\n"
            start += 1
        draft.start = start
        draft.scan = max(draft.scan, start)
        if self._newlines > 1:
            self._parted = True
            draft.open = ()  # a quote left open ends with its paragraph
        if char:
            self._newlines = 0

    def _take(self, end: int, *, fresh: bool) -> list[str]:
        draft = self._draft
        segment = draft.text[draft.start : end].strip()
        draft.start = end
        draft.scan = max(draft.scan, end)
        draft.fresh = fresh
        if not _WORD.search(segment):
            return []
        self.parted.append(self._parted)
        self._parted = False
        if not segment.isascii():
            segment = unicodedata.normalize("NFC", segment)
        return [segment.replace("\n", " ")]


def _even(space: re.Match[str]) -> str:
    newlines = space[0].count("\n")
    return "\n\n" if newlines > 1 else "\n" if newlines else " "
