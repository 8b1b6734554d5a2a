"""Cuts a stream of plain text into the segments an engine speaks, each as soon as its end is sure.

Every cut is decided from the text alone, never from how the text came in pieces. It refuses to know Markdown, frames
and time: when to settle for a likely end is the caller's business.
"""

import enum
import re
import unicodedata
from typing import Final

from plosive.text.languages import language_of
from plosive.text.sentences.end_marks import (
    AFTERWORD,
    AFTERWORD_BEGUN,
    ELISION,
    ITEM,
    ITEM_BEGUN,
    OPENING,
    marks,
)
from plosive.text.sentences.full_stops import DOTS, FullStops, full_stops
from plosive.text.sentences.quotes import BRACKETS, PAIRS, QUOTES, opened, stands_alone
from plosive.text.sentences.speech_length import SHORTEST, WIDE, Limits, hard_cut, overlong_at, speech_length

_WORD: Final = re.compile(r"[^\W_]")
_WIDE: Final = re.compile(f"[{WIDE}]")
_ODD_SPACE: Final = re.compile(r"[^\S \n]")
_UNEVEN_LINES: Final = re.compile(r"\n(?:\n\n| )|(?<= )\n")
_UNEVEN_SPACE: Final = re.compile(r"\s(?:\s+|(?<![ \n]))")
# With the vowel signs of Arabic, of India and of its neighbours, which are no letters to `re`.
NEXT_WORD: Final = re.compile("[\\w'’\u064b-\u065f\u0900-\u0963\u0966-\u109f-]{0,24}")
# Before a mark that no space follows: a word, so no address and no code.
_WORD_BEFORE: Final = re.compile(r"(?:^|[\s\"'“„«‘(¿¡])[^\W\d_](?:[^\W\d_]|['’-]){0,24} ?$")

# No sentence ends in more marks and quotes than this; a longer run is cut, so that it is not looked at ever again.
_RUN: Final = 64

_WAIT: Final = -2
_NO: Final = -1


class Ending(enum.IntEnum):
    """How a text ends so far: NONE without a mark; DOUBTFUL and LIKELY with one that more text might or will not undo."""

    NONE = 0
    DOUBTFUL = 1
    LIKELY = 2


class SentenceSplitter:
    """Feed plain text in any cuts; get segments out, stripped, in NFC, each with at least one letter or digit.

    `language` is a BCP-47 tag. Nothing is lost or doubled but white space, and what holds no letter or digit.
    """

    def __init__(self, language: str = "en") -> None:
        known = language_of(language).sentences
        self._marks = marks(known)
        self._stops = full_stops(known)
        self._limits = Limits(known.cut)
        self._clear()

    def _clear(self) -> None:
        self._text = ""
        self._start = 0  # of the segment being read
        self._scan = 0  # everything before it is decided
        self._open: tuple[str, ...] = ()  # the closers awaited by open quotes and brackets
        self._newlines = 2  # in the white space before the segment
        self._fresh = True  # the segment starts where a sentence starts
        self._settled = False  # nothing came since settle()

    @property
    def held(self) -> str:
        """The text that waits for its end."""
        return self._text

    @property
    def marks(self) -> str:
        """All that may end a sentence, as the body of a character class."""
        return self._marks.every

    @property
    def plain(self) -> str | None:
        """The held text if all of it is decided and no quote or bracket is open, else None."""
        return None if self._settled or self._open or self._scan < len(self._text) else self._text

    def pass_over(self) -> None:
        """Forget the held text: its sentence was read elsewhere, to its end."""
        self._text, self._start, self._scan, self._newlines, self._fresh = "", 0, 0, 0, True

    @property
    def longest(self) -> int:
        """How many Latin characters a segment may have."""
        return self._limits.longest

    @property
    def stops(self) -> FullStops:
        """What full stops mean in the language."""
        return self._stops

    @property
    def formal(self) -> bool:
        """Whether the segment began with a capital, so that a stop before a small letter does not end it."""
        return self._text[:1].isupper()

    @property
    def room(self) -> int:
        """How many Latin characters without a mark or line end surely end nothing; none if any further one may."""
        if self._settled or self._scan < len(self._text):
            return -1  # an end is in sight that the next characters decide
        # White space and the comma between two cells may still be due in front of them.
        return self._limits.longest - 2 - speech_length(self._text)

    @property
    def ending(self) -> Ending:
        """How the held text ends right now."""
        return self.ending_with("")

    def ending_with(self, more: str) -> Ending:
        """How the held text would end if `more` were fed."""
        text = self._text[-_RUN:] + more
        tail = self._marks.tail.search(text)
        if not tail or not _WORD.search(self._text + more):
            return Ending.NONE
        marks, closers, space = tail.groups()
        if self._marks.sure.search(marks):
            return Ending.LIKELY
        if self._awaits(self._text + more):
            return Ending.DOUBTFUL
        if any(mark not in DOTS for mark in marks + closers.strip("\"'”’»)]")):
            return Ending.LIKELY
        if len(marks) > 1 or marks == "…":
            return Ending.DOUBTFUL
        doubtful = self._stops.doubtful(text, 0, tail.start(), spaced=bool(space), alone=self._text.strip())
        return Ending.DOUBTFUL if doubtful else Ending.LIKELY

    def feed(self, text: str) -> list[str]:
        """Give text, get the segments that surely ended."""
        if self._settled:
            text = self._leave_out_leftovers(text)
        if not text:
            return []
        held = self._text
        if held and text[0].isspace() and held[-1].isspace():
            bare = held.rstrip()
            text = held[len(bare) :] + text
            held = bare
            self._scan = min(self._scan, len(bare))
        # Looks that hardly ever find anything are five times as fast as the replacement.
        if "  " in text or ("\n" in text and _UNEVEN_LINES.search(text)) or _has_odd_space(text):
            text = _UNEVEN_SPACE.sub(_even, text)
        self._text = held + text
        return self._advance(final=False)

    def settle(self) -> list[str]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        if self.ending is Ending.NONE:
            return []
        self._track(len(self._text))
        segments = self._take(len(self._text), fresh=True)
        self._trim()
        self._settled = True
        return segments

    def flush(self) -> list[str]:
        """Release everything; the splitter is then as new."""
        segments = self._advance(final=True)
        # What no mark ends need not be whole.
        while speech_length(rest := self._text[self._start :]) > self._limits.cut and not self._marks.tail.search(
            rest[-_RUN:]
        ):
            cut = hard_cut(self._text, self._start, len(self._text), self._limits)
            segments += self._take(cut, fresh=False)
        segments += self._take(len(self._text), fresh=True)
        self._clear()
        return segments

    def _leave_out_leftovers(self, text: str) -> str:
        """Leave out the marks and closing quotes of a sentence that was released before they came."""
        rest = self._marks.more.match(text)
        end = rest.end() if rest else 0
        for at in range(end):
            self._open = opened(self._open, text, at, 0)
        if end < len(text):
            self._settled = False
        return text[end:]

    def _advance(self, *, final: bool) -> list[str]:
        segments: list[str] = []
        text, marks, longest = self._text, self._marks, self._limits.longest
        if self._newlines or text[:1].isspace():
            self._skip_space()
        begun = -1
        while True:
            start = self._start
            if start != begun:
                begun = start
                limit = overlong_at(text, start, longest) if len(text) - start > longest // 3 else None
                end = len(text) if limit is None else limit
                first = text[start : start + 1]
                find = (marks.formal_event if first.isalnum() and not first.islower() else marks.event).search
            event = find(text, self._scan, end)
            if event is None:
                self._scan = end
                if limit is None:
                    break
                cut, fresh = hard_cut(text, start, limit, self._limits), False
            else:
                at, fresh = event.start(), True
                cut = self._decide(at, event[1], final)
                if cut == _WAIT:
                    self._scan = at
                    break
                if cut == _NO:
                    continue
                if cut > at + 1:
                    self._track(cut)
            segments += self._take(cut, fresh=fresh)
            if cut + 1 < len(text) and text[cut] == " ":  # and never two
                self._start = cut + 1
                self._scan = max(self._scan, self._start)
                self._newlines = 0
            else:
                self._skip_space()
        if self._start:
            self._trim()
        return segments

    def _trim(self) -> None:
        """Forget what was taken. Once a feed, not once a segment: a book in one frame stays linear."""
        self._text = self._text[self._start :]
        self._scan -= self._start
        self._start = 0

    def _skip_space(self) -> None:
        start, text = self._start, self._text
        while (char := text[start : start + 1]).isspace():
            self._newlines += char == "\n"
            start += 1
        self._start = start
        self._scan = max(self._scan, start)
        if self._newlines > 1:
            self._open = ()  # a quote left open ends with its paragraph
        if char:
            self._newlines = 0

    def _take(self, end: int, *, fresh: bool) -> list[str]:
        segment = self._text[self._start : end].strip()
        self._start = end
        self._scan = max(self._scan, end)
        self._fresh = fresh
        if not _WORD.search(segment):
            return []
        if not segment.isascii():
            segment = unicodedata.normalize("NFC", segment)
        return [segment.replace("\n", " ")]

    def _track(self, end: int) -> None:
        """Note the quotes and brackets from where the scan stands to `end`."""
        for mark in self._marks.bracket_or_mark.finditer(self._text, self._scan, end):
            self._open = opened(self._open, self._text, mark.start(), self._start)
        self._scan = max(self._scan, end)

    def _awaits(self, text: str) -> bool:
        awaited = self._open
        for mark in self._marks.bracket_or_mark.finditer(text, self._scan):
            awaited = opened(awaited, text, mark.start(), self._start)
        return bool(awaited)

    # Ends

    def _decide(self, at: int, new: str | None, final: bool) -> int:
        """Say where the segment ends if it ends at the event at `at`; else _NO (and step over it) or _WAIT.

        With `new`, an empty line or a capital follows.
        """
        text, char = self._text, self._text[at]
        if char == "\n":
            if text[at + 1 : at + 2] == "\n" or ITEM.match(text, at):
                return at
            if not final and ITEM_BEGUN.match(text, at):
                return _WAIT
            self._scan = at + 1
            return _NO
        if new and not self._open:
            if char != "." or new != " ":
                return at + 1
            ends = self._stops.ends_before_capital(text, self._start, at)
            if ends:
                return at + 1
            if ends is False:
                self._scan = at + 1
                return _NO
        run = self._marks.run.match(text, at, at + _RUN)
        if run:
            return self._decide_mark(at, run[0], final)
        if char in "[(":
            elision = ELISION.match(text, at)
            if elision:
                self._scan = elision.end()
                return _NO
            if not final and len(text) - at < 5 and set(text[at + 1 :]) <= {".", "…"}:
                return _WAIT
        self._open = opened(self._open, text, at, self._start)
        self._scan = at + 1
        return _NO

    def _decide_mark(self, at: int, run: str, final: bool) -> int:
        if not final and len(self._text) - at < _RUN and self._marks.unfinished.match(self._text, at):
            return _WAIT
        end = at + len(run)
        if len(run) >= _RUN - 1:
            return end
        after, awaited, closed = self._after(end, final)
        if after == _WAIT:
            return _WAIT
        cut = self._judge(at, run, after, awaited, closed, final)
        if cut == _NO:
            self._track(end)
        return cut

    def _after(self, at: int, final: bool) -> tuple[int, tuple[str, ...], bool]:
        """Step over the closing quotes and brackets and further marks after a run of marks."""
        text, size = self._text, len(self._text)
        awaited, closed = self._open, False
        last = at + _RUN
        while at < min(size, last):
            char = text[at]
            if char == " " and awaited:
                if at + 1 == size and not final:
                    return _WAIT, awaited, closed
                if text[at + 1 : at + 2] in set(awaited[-1]) - {"“"}:  # French puts a space before its closers
                    at += 1
                    continue
            if not (self._marks.more.fullmatch(char) or (awaited and char in awaited[-1])):
                break
            closed = closed or char in BRACKETS or not self._marks.bracket_or_mark.match(char)
            awaited = opened(awaited, text, at, self._start)
            at += 1
        if at >= size and not final:
            return _WAIT, awaited, closed
        return at, awaited, closed

    def _judge(self, at: int, run: str, after: int, awaited: tuple[str, ...], closed: bool, final: bool) -> int:
        text, size = self._text, len(self._text)
        if after >= size:
            return after
        sure = bool(self._marks.sure.search(run))
        if awaited and after - self._start < (SHORTEST // 3 if sure else SHORTEST):
            return _NO
        char = text[after]
        if (
            char > "\xb0" or char == "[" or (char == " " and text[after + 1 : after + 2] > "\u2000" and not sure)
        ) and not awaited:
            after, decided = self._past_afterword(after, final)
            if decided:
                return after
        if not text[after].isspace():
            return self._judge_unspaced(at, run, after, sure, closed, final)
        if (sure and not closed) or text[after : after + 2] == "\n\n":
            return after
        opening = OPENING.match(text, after)
        first = opening.end() if opening else after
        if first >= size and not final:
            return _WAIT
        char = text[first : first + 1]
        if run == ". . . ." and char.isupper() and text[at - 1 : at].isalnum():
            return at + 1  # a stop, and an ellipsis with which the next sentence begins
        if char == "/" or (awaited and not char.isalpha()):
            return _NO  # verses in one line; a quote goes on with what is no sentence
        if char.islower():
            if first + 1 == size and not final:
                return _WAIT
            char = _as_capital(text, first)
        elif closed and first == after + 1 and _has_no_case(char) and not stands_alone(text, self._start, at, after):
            return _NO
        if run.strip(DOTS + " "):
            asked = "?" in run and not closed and first == after + 1 and text[self._start] not in "-–—"
            return after if asked or not char.islower() or text[first - 1] in "¿¡" or self._informal(at) else _NO
        ended = self._judge_stop(at, run, first, char, closed, final)
        return _WAIT if ended is None else after if ended else _NO

    def _past_afterword(self, at: int, final: bool) -> tuple[int, bool]:
        """Step over references and emoji behind a sentence; say whether it surely ends there (or _WAIT tells)."""
        afterword = AFTERWORD.match(self._text, at)
        end = afterword.end() if afterword else at
        if not final and AFTERWORD_BEGUN.match(self._text, end):
            return _WAIT, True
        return end, end >= len(self._text) or bool(afterword and afterword["emoji"])

    def _judge_stop(self, at: int, run: str, first: int, char: str, closed: bool, final: bool) -> bool | None:
        """Whether a stop or ellipsis ends the sentence before the word at `first`, which begins with `char`."""
        text = self._text
        word = NEXT_WORD.match(text, first)
        following: str | None = word[0] if word else ""
        if word and word.end() == len(text) and len(word[0]) < 24 and not final:
            following = None
        elif len(word[0] if word else "") == 1 and text[first + 1 : first + 2] == ".":
            following = ""  # an initial is no word
        if len(run) > 1 or run == "…":
            return self._stops.ellipsis_ends(run, char, following)
        informal = char.islower() and self._informal(at)
        return self._stops.ends(text, self._start, at, following, char=char, closed=closed, informal=informal)

    def _judge_unspaced(self, at: int, run: str, after: int, sure: bool, closed: bool, final: bool) -> int:
        """Where no white space follows: as in Chinese, or because it was forgotten."""
        text, char = self._text, self._text[after]
        if sure:
            if closed:
                ends = char in QUOTES or (char.isalnum() and stands_alone(text, self._start, at, after))
            else:
                ends = run != ":" and (char.isalnum() or char in PAIRS)
            return after if ends else _NO
        if closed:
            return _NO
        if run[-1] not in DOTS:
            if _WIDE.match(char):
                return after
            if not _WORD_BEFORE.search(text[max(self._start, at - 26) : at]):
                return _NO
            if char in "¿¡" or char in QUOTES:
                return after
            if not char.isupper():
                return _NO
            then = text[after + 1 : after + 2]
            if not then:
                return _NO if final else _WAIT
            return after if then.islower() or then in " '’,\n" else _NO
        if run != "." or not char.isalpha() or char.islower():
            return _NO
        word = NEXT_WORD.match(text, after)
        end = word.end() if word else after
        if end == len(text) and not final:
            return _WAIT
        return after if self._stops.ends_unspaced(text, self._start, at, text[after : end + 1]) else _NO

    def _informal(self, at: int) -> bool:
        """Whether what stands before `at` starts a sentence in lower case, as some people write throughout."""
        if not self._fresh:
            return False
        first = _WORD.search(self._text, self._start, at)
        return bool(first and first[0].islower() and not self._text[first.end() : first.end() + 1].isupper())


def _as_capital(text: str, at: int) -> str:
    """A small letter, or the capital it stands for: "iPhone", Dutch "'s Avonds"."""
    then = text[at + 1 : at + 2]
    return text[at].upper() if then.isupper() or (then == " " and text[at - 1] in "'’") else text[at]


def _has_no_case(char: str) -> bool:
    return char.isalpha() and not char.isupper() and not char.islower()


def _has_odd_space(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return False
    return bool(_ODD_SPACE.search(text))


def _even(space: re.Match[str]) -> str:
    newlines = space[0].count("\n")
    return "\n\n" if newlines > 1 else "\n" if newlines else " "
