"""Judges whether a segment ends at a mark, a line end or a bracket, from the surrounding text alone.

It refuses to hold and to cut text: that is for `plosive.text.sentences.splitter`. `full_stops` judges full stops.
"""

import re
from typing import Final, NamedTuple

from plosive.text.sentences.draft import Draft
from plosive.text.sentences.end_marks import AFTERWORD, AFTERWORD_BEGUN, ELISION, ITEM, ITEM_BEGUN, OPENING, Marks
from plosive.text.sentences.full_stops import DOTS, FullStops
from plosive.text.sentences.quotes import BRACKETS, PAIRS, QUOTES, opened, stands_alone
from plosive.text.sentences.speech_length import SHORTEST, WIDE

_WORD: Final = re.compile(r"[^\W_]")
_WIDE: Final = re.compile(f"[{WIDE}]")
# Includes the vowel signs of Arabic and of South Asian scripts, which `\w` does not match.
_NEXT_WORD: Final = re.compile("[\\w'’\u064b-\u065f\u0900-\u0963\u0966-\u109f-]{0,24}")
_LONGEST_WORD: Final = 24
# The longest Chinese word of `Sentences.starters`.
_LONGEST_OPENING: Final = 3
# A word before a mark without a space after it. An address or code does not match.
_WORD_BEFORE: Final = re.compile(r"(?:^|[\s\"'“„«‘(¿¡])[^\W\d_](?:[^\W\d_]|['’-]){0,24} ?$")

LONGEST_RUN: Final = 64
"""Most marks and quotes at the end of a sentence. A longer run is cut, so that it is not scanned again and again."""

# Returned in place of a position, which is never negative.
NO: Final = -1
"""No segment ends here."""
WAIT: Final = -2
"""Only more text can decide."""


class _Run(NamedTuple):
    """A run of marks that may end a sentence."""

    at: int
    marks: str
    sure: bool  # these marks always end a sentence
    closed: bool  # a quote or bracket closes after them
    awaited: tuple[str, ...]  # the closers that are still awaited after that


class Ends:
    """Judges ends by the marks and full stops of a language. Positions are indexes into the draft's text."""

    def __init__(self, marks: Marks, stops: FullStops) -> None:
        self._marks = marks
        self._stops = stops

    def decide(self, draft: Draft, at: int, new: str | None) -> int:
        """Judge the event at `at`. Return the segment's end, or WAIT, or NO after moving the draft's `scan` behind it.

        `new` is the empty line, or the space before a capital, that follows the mark, if any.
        """
        text, char = draft.text, draft.text[at]
        if char == "\n":
            if text[at + 1 : at + 2] == "\n" or ITEM.match(text, at):
                return at
            if not draft.final and ITEM_BEGUN.match(text, at):
                return WAIT
            draft.scan = at + 1
            return NO
        if new and not draft.open:
            if char != "." or new != " ":
                return at + 1
            ends = self._stops.ends_before_capital(text, draft.start, at)
            if ends:
                return at + 1
            if ends is False:
                draft.scan = at + 1
                return NO
        run = self._marks.run.match(text, at, at + LONGEST_RUN)
        if run:
            return self._decide_run(draft, at, run[0])
        if char in "[(":
            elision = ELISION.match(text, at)
            if elision:
                draft.scan = elision.end()
                return NO
            if not draft.final and len(text) - at < 5 and set(text[at + 1 :]) <= {".", "…"}:
                return WAIT
        draft.open = opened(draft.open, text, at, draft.start)
        draft.scan = at + 1
        return NO

    def _decide_run(self, draft: Draft, at: int, marks: str) -> int:
        text = draft.text
        if not draft.final and len(text) - at < LONGEST_RUN and self._marks.unfinished.match(text, at):
            return WAIT
        end = at + len(marks)
        if len(marks) >= LONGEST_RUN - 1:
            return end
        after, awaited, closed = self._past_closers(draft, end)
        if after == WAIT:
            return WAIT
        run = _Run(at, marks, bool(self._marks.sure.search(marks)), closed, awaited)
        cut = after if after >= len(text) else self._judge(draft, run, after)
        if cut == NO:
            draft.track(end)
        return cut

    def _past_closers(self, draft: Draft, at: int) -> tuple[int, tuple[str, ...], bool]:
        """Skip the closing quotes, brackets and further marks after a run of marks."""
        text, size = draft.text, len(draft.text)
        awaited, closed = draft.open, False
        last = at + LONGEST_RUN
        while at < min(size, last):
            char = text[at]
            if char == " " and awaited:
                if at + 1 == size and not draft.final:
                    return WAIT, awaited, closed
                if text[at + 1 : at + 2] in set(awaited[-1]) - {"“"}:  # French puts a space before its closers
                    at += 1
                    continue
            if not (self._marks.more.fullmatch(char) or (awaited and char in awaited[-1])):
                break
            closed = closed or char in BRACKETS or not self._marks.bracket_or_mark.match(char)
            awaited = opened(awaited, text, at, draft.start)
            at += 1
        if at >= size and not draft.final:
            return WAIT, awaited, closed
        return at, awaited, closed

    def _judge(self, draft: Draft, run: _Run, after: int) -> int:
        """Judge a run whose closers end at `after`."""
        text = draft.text
        if run.awaited:
            if after - draft.start < (SHORTEST // 3 if run.sure else SHORTEST):
                return NO
        else:
            after, decided = _past_afterword(draft, after, sure=run.sure)
            if decided:
                return after
        if not text[after].isspace():
            return self._judge_unspaced(draft, run, after)
        if (run.sure and not run.closed) or text[after : after + 2] == "\n\n":
            return after
        opening = OPENING.match(text, after)
        first = opening.end() if opening else after
        if first >= len(text) and not draft.final:
            return WAIT
        return self._judge_spaced(draft, run, after, first)

    def _judge_spaced(self, draft: Draft, run: _Run, after: int, first: int) -> int:
        """Judge a run with white space at `after`. The word at `first` decides."""
        text, char = draft.text, draft.text[first : first + 1]
        if run.marks == ". . . ." and char.isupper() and text[run.at - 1 : run.at].isalnum():
            return run.at + 1  # a stop, and an ellipsis that begins the next sentence
        if char in {"/", "="} or (run.awaited and not char.isalpha()):
            return NO  # verses in one line, "5! = 120", or a quote whose rest is no sentence
        adjoins = first == after + 1
        if char.islower():
            if first + 1 == len(text) and not draft.final:
                return WAIT
            char = _as_capital(text, first)
        elif run.closed and adjoins and _has_no_case(char) and not stands_alone(text, draft.start, run.at, after):
            return NO
        if run.marks.strip(DOTS + " "):
            asked = "?" in run.marks and not run.closed and adjoins and text[draft.start] not in "-–—"
            ended: bool | None = asked or not char.islower() or text[first - 1] in "¿¡" or _is_informal(draft, run.at)
        else:
            ended = self._judge_stop(draft, run, first, char)
        return WAIT if ended is None else after if ended else NO

    def _judge_stop(self, draft: Draft, run: _Run, first: int, char: str) -> bool | None:
        """Whether a stop or ellipsis ends the sentence before the word at `first`, which begins with `char`."""
        text = draft.text
        word = _NEXT_WORD.match(text, first)
        following: str | None = word[0] if word else ""
        if word and word.end() == len(text) and len(word[0]) < _LONGEST_WORD and not draft.final:
            following = None
        elif len(word[0] if word else "") == 1 and text[first + 1 : first + 2] == ".":
            following = ""  # an initial does not count as a word
        if len(run.marks) > 1 or run.marks == "…":
            return self._stops.ellipsis_ends(run.marks, char, following)
        informal = char.islower() and _is_informal(draft, run.at)
        return self._stops.ends(text, draft.start, run.at, following, char=char, closed=run.closed, informal=informal)

    def _judge_unspaced(self, draft: Draft, run: _Run, after: int) -> int:
        """Judge a run without white space after it: as in Chinese, or because the writer forgot it."""
        text, char = draft.text, draft.text[after]
        if run.sure:
            if run.closed:
                ends = char in QUOTES or (char.isalnum() and stands_alone(text, draft.start, run.at, after))
            else:
                ends = run.marks != ":" and (char.isalnum() or char in PAIRS)
            return after if ends else NO
        if run.closed:
            return NO
        if set(run.marks) == {"…"} and len(run.marks) > 1 and _WIDE.match(char):
            following = text[after : after + _LONGEST_OPENING]
            if len(following) < _LONGEST_OPENING and not draft.final:
                return WAIT
            return after if self._stops.opens(text[draft.start : run.at], following) else NO
        if run.marks[-1] not in DOTS:
            return _judge_unspaced_bang(draft, run.at, after)
        if run.marks != "." or not char.isalpha() or char.islower():
            return NO
        word = _NEXT_WORD.match(text, after)
        end = word.end() if word else after
        if end == len(text) and not draft.final:
            return WAIT
        return after if self._stops.ends_unspaced(text, draft.start, run.at, text[after : end + 1]) else NO


def _judge_unspaced_bang(draft: Draft, at: int, after: int) -> int:
    """Judge a "!" or "?" after which the white space is missing."""
    text, char = draft.text, draft.text[after]
    if _WIDE.match(char):
        return after
    if not _WORD_BEFORE.search(text[max(draft.start, at - 26) : at]):
        return NO
    if char in "¿¡" or char in QUOTES:
        return after
    if not char.isupper():
        return NO
    then = text[after + 1 : after + 2]
    if not then:
        return NO if draft.final else WAIT
    return after if then.islower() or then in " '’,\n" else NO


def _past_afterword(draft: Draft, at: int, *, sure: bool) -> tuple[int, bool]:
    """Skip references and emoji after a sentence. Return their end, or WAIT, and whether the sentence surely ends there."""
    char, then = draft.text[at], draft.text[at + 1 : at + 2]
    if not (char > "\xb0" or char == "[" or (char == " " and then > "\u2000" and not sure)):
        return at, False
    afterword = AFTERWORD.match(draft.text, at)
    end = afterword.end() if afterword else at
    if not draft.final and AFTERWORD_BEGUN.match(draft.text, end):
        return WAIT, True
    return end, end >= len(draft.text) or bool(afterword and afterword["emoji"])


def _is_informal(draft: Draft, at: int) -> bool:
    """Whether the segment before `at` starts in lower case, because its writer uses no capitals."""
    if not draft.fresh:
        return False
    first = _WORD.search(draft.text, draft.start, at)
    return bool(first and first[0].islower() and not draft.text[first.end() : first.end() + 1].isupper())


def _as_capital(text: str, at: int) -> str:
    """Return the letter at `at`, as a capital if its word counts as capitalized: "iPhone", Dutch "'s Avonds"."""
    then = text[at + 1 : at + 2]
    return text[at].upper() if then.isupper() or (then == " " and text[at - 1] in "'’") else text[at]


def _has_no_case(char: str) -> bool:
    return char.isalpha() and not char.isupper() and not char.islower()
