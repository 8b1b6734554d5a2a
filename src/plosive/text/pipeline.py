"""Owns the order of the text stages: Markdown (or plain cleaning), then sentences; deltas in, segments out.

It refuses to know what a frame is and how long to wait: it says how the text ends, the caller decides what to do.
"""

import copy
import re
from typing import Final, Literal

from plosive.text.characters import CharacterCleaner
from plosive.text.end_signs import end_signs
from plosive.text.inlines import HOLD
from plosive.text.markdown import CodeBlocks, MarkdownStripper
from plosive.text.plain_sentences import PlainSentence, plain_ending, plain_sentence
from plosive.text.sentences import Ending, SentenceSplitter

_SPEAKABLE: Final = re.compile(r"[^\W_]")
_VISIBLE: Final = re.compile(r"\S")
_LETTER: Final = re.compile(r"[^\W\d_\u2139]")  # one that is always spoken
_SPOKEN_START: Final = re.compile(
    rf"(?: |\n*(?:[-*+] |[0-9]{{1,9}}[.)] |#{{1,6}} )?)[*_`\"(]{{0,2}}{_LETTER.pattern}|\n*[0-9]{{1,9}}\.? ?\Z"
).match
# A line that may go on in the next one, or its number or bullet.
_PROSE_START: Final = re.compile(r"\n*(?:[-*+] |[0-9]{1,9}[.)] )?[*_`\"(\[]{0,2}[A-Za-z]").match


class TextPipeline:
    """Feed what a client sends; speak the segments that come out, in order. They are the transcript too.

    Segments are plain text in NFC, stripped, each with a letter or digit. The same text gives the same segments however
    it is cut; only `settle()` may change where they end, never what they say. `code` says what becomes of code blocks.
    """

    def __init__(self, language: str = "en", markdown: bool = True, *, code: CodeBlocks = "read") -> None:
        self._markup: MarkdownStripper | CharacterCleaner
        self._markup = MarkdownStripper(code=code) if markdown else CharacterCleaner()
        # A fence alone may be announced: "code block".
        self._may_be_spoken = (_VISIBLE if code == "say" else _SPEAKABLE).search
        self._stripper = self._markup if isinstance(self._markup, MarkdownStripper) else None
        self._sentences = SentenceSplitter(language)
        self._signs = end_signs(self._sentences.marks)
        self._english_marks = self._signs is end_signs(SentenceSplitter().marks)
        # Text waits unread while it shows no sign that it ends a segment: reading a sentence at once costs little more
        # than reading four characters of it.
        self._unread = ""
        self._room = 0  # how long it may get without a sign; -1: any character may decide
        self._most = 0  # how long it may get at all
        self._sign_at = 0  # where in it the search for a sign goes on, if any character may decide
        # Both hold until a sign shows or text is read; they are asked for after each frame.
        self._surely_none = self._surely_holds = False
        self._kept: list[str] = []  # segments that were found when only the ending was asked for
        self._watch()

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        if self._surely_none:
            return Ending.NONE
        if self._kept:
            return Ending.LIKELY
        held = self._markup.held or self._sentences.held
        if self._unread:
            # A mark at the end would be a sign, and one may have come before the line end that is one.
            at = self._sign_at if self._room < 0 else len(self._unread)
            line = self._unread[at:]
            if _SPEAKABLE.search(self._unread, 0, at) and (
                not line
                or (line[0] == "\n" and self._unread[:at].rstrip()[-1:].isalnum() and not self._may_show(line[1:]))
            ):
                self._surely_none = not line  # and stays so until a sign shows
                return Ending.NONE
            if not (held or self._may_be_spoken(self._unread)):
                return Ending.NONE
            more = self._plain_ending()
            if more is not None:
                if more[-1:] == "\n":
                    return Ending.LIKELY
                return self._sentences.ending_with(more) if more else Ending.NONE
            self._kept += self._read(self._unread)
            if self._kept:
                return Ending.LIKELY
        elif not held:
            return Ending.NONE
        rest = self._markup.peek()
        return Ending.NONE if rest is None else self._sentences.ending_with(rest)

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        if not self._surely_holds:
            self._surely_holds = bool(self._kept or _SPEAKABLE.search(self._sentences.held) or self._unread_is_spoken())
        if self._surely_holds:
            return True
        if not self._may_be_spoken(self._markup.held + self._unread):
            return False
        return bool(copy.deepcopy(self).flush())

    def feed(self, delta: str) -> list[str]:
        """Give text in any cuts, get the segments that surely ended."""
        if self._kept:
            return self._given([]) + self.feed(delta)
        text = self._unread + delta
        if len(text) > self._room or self._may_show(delta):
            return self._consider(text)
        self._unread = text
        return []

    def settle(self) -> list[str]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        if self.ending is Ending.NONE:
            return []
        if self._unread:
            self._kept += self._read(self._unread)
        if self._kept:
            return self._given([])
        segments = self._given(self._sentences.feed(self._markup.settle()) + self._sentences.settle())
        self._watch()
        return segments

    def flush(self) -> list[str]:
        """Release everything; the pipeline is then as new."""
        rest = self._markup.feed(self._unread) + self._markup.flush()
        segments = self._given(self._sentences.feed(rest) + self._sentences.flush())
        self._unread = ""
        self._watch()
        return segments

    def _consider(self, text: str) -> list[str]:
        """Read what is unread, unless it still ends nothing."""
        self._surely_none = self._surely_holds = False
        segments: list[str] = []
        at = self._sign_at if self._room < 0 else len(self._unread)
        while len(text) <= self._most and not self._kept:
            if self._at_start:
                begun = _PROSE_START(text)
                self._follow(prose=bool(begun))
                at = max(at, begun.end() - 1) if begun else at
            sign = self._shows(text, at)
            if not sign:
                self._unread, self._room = text, self._most
                return segments
            if sign.lastindex:
                self._unread, self._sign_at, self._room = text, sign.start(), -1
                return segments
            rest, at = self._read_plain(text, segments)
            if rest is text and at <= sign.start():
                break
            text = rest
        return self._given(segments + self._read(text))

    def _unread_is_spoken(self) -> bool:
        """Whether one look tells that unread text will be spoken."""
        stripper = self._stripper
        if not stripper:
            return bool(_LETTER.search(self._unread))
        if stripper.speaks_on and _LETTER.match(self._unread, self._unread[:1] == " "):
            return True
        return bool(stripper.plain_place and _SPOKEN_START(self._unread))

    def _plain_place(self) -> tuple[Literal["start", "inside"], str] | None:
        """Whether the unread text begins in a plain place, and what is held of its sentence."""
        if not (self._stripper and self._english_marks):
            return None
        held = self._sentences.plain
        place = self._stripper.plain_place if held is not None else None
        if held is None or not place or (place == "start" and held):
            return None
        return place, held + self._stripper.gap if held else ""

    def _plain_ending(self) -> str | None:
        """What of the unread text would be spoken, if it is plain and a mark stands at its end."""
        plain = self._plain_place()
        if not plain:
            return None
        place, held = plain
        more = plain_ending(self._unread, held, self._sentences.longest - 5, at_start=place == "start")
        return held[len(self._sentences.held) :] + more if more and held else more

    def _read_plain(self, text: str, segments: list[str]) -> tuple[str, int]:
        """Read one sentence without the stages. Give what follows, and where the search for a sign goes on in it.

        That is not behind the sign that was found if the stages must read the text.
        """
        plain = self._plain_place()
        if not plain or not self._stripper:
            return text, -1
        place, held = plain
        sentence = plain_sentence(
            text,
            held,
            self._sentences.stops,
            self._sentences.longest - 5,  # for what the stages would look at behind the end
            at_start=place == "start",
            in_list=self._stripper.in_list,
        )
        if not isinstance(sentence, PlainSentence):
            return text, sentence or -1
        segments.append(sentence.text)
        self._stripper.pass_over(sentence)
        self._sentences.pass_over()
        self._most = self._sentences.room
        self._at_start = sentence.ended != "sentence"
        self._formal = sentence.text[0].isupper()
        if not self._at_start:
            self._follow(prose=True)
        return text[sentence.end :], 0

    def _given(self, segments: list[str]) -> list[str]:
        if self._kept:
            segments, self._kept, self._surely_holds = self._kept + segments, [], False
        return segments

    def _read(self, text: str) -> list[str]:
        """Take text through the stages."""
        self._unread = ""
        plain = self._markup.feed(text)
        segments = self._sentences.feed(plain) if plain else []
        self._watch()
        return segments

    def _watch(self) -> None:
        """Find out how much may come unread, and what ends that."""
        self._surely_none = self._surely_holds = False
        markup, sentences = self._markup, self._sentences
        self._at_start = False
        waiting = markup.waits_for
        if waiting:
            self._most = HOLD - len(markup.held)
            self._may_show, self._shows = waiting, waiting
        else:
            self._most = sentences.room
            if not markup.inside_line:
                # Where a line starts, a block may end with what comes, but not one that is spoken already.
                self._at_start = not (markup.held or sentences.held)
                if not self._at_start:
                    self._most = -1
            self._formal = sentences.formal
            self._follow(prose=markup.inside_prose)
        self._room = self._most

    def _follow(self, *, prose: bool) -> None:
        self._may_show, self._shows = self._signs[prose, self._formal]
