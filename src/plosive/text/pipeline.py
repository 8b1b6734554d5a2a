"""Owns the order of the text stages: Markdown (or plain cleaning), sentences, reading; deltas in, segments out.

It refuses to know what a frame is and how long to wait: it says how the text ends, the caller decides what to do.
"""

import re
from typing import Final
from unicodedata import is_normalized

from plosive.text.characters import CharacterCleaner
from plosive.text.end_signs import end_signs
from plosive.text.markdown.lookahead import HOLD
from plosive.text.markdown.stripper import CodeBlocks, MarkdownStripper
from plosive.text.plain_sentences import ITEM, ITEM_OPENING, OPENING, Place, plain_ending, plain_sentence
from plosive.text.reading import Reading, as_written
from plosive.text.sentences.speech_length import HEAVIEST, is_wide
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from plosive.utterance import Segment

_SPEAKABLE: Final = re.compile(r"[^\W_]")
_VISIBLE: Final = re.compile(r"\S")
_LETTER: Final = re.compile(r"[^\W\d_\u2139]")  # one that is always spoken
_SPOKEN_START: Final = re.compile(
    rf"(?: |\n*(?:[-*+] |[0-9]{{1,9}}[.)] |#{{1,6}} )?)[*_`\"(]{{0,2}}{_LETTER.pattern}|\n*[0-9]{{1,9}}\.? ?\Z"
).match
# A line that may go on in the next one, or its number or bullet.
_PROSE_START: Final = re.compile(rf"\n*(?:{ITEM}{ITEM_OPENING}|{OPENING})").match
# What may still become one: no block ends before it has begun.
_BEFORE_PROSE: Final = re.compile(r"\n*(?:[-*+]? ?|[0-9]{1,9}[.)]? ?)[*_`\"(\[]{0,2}").fullmatch


class TextPipeline:
    """Feed what a client sends; speak the segments that come out, in order. A `FrontEnd` for `text_type=text`.

    Their transcripts are plain text in NFC, stripped, each with a letter or digit. The same text gives the same segments
    however it is cut; only `settle()` may change where they end, never what they say. `code` says what becomes of code
    blocks. Without a `reading` segments are said as they are written.
    """

    def __init__(
        self, language: str = "en", markdown: bool = True, *, code: CodeBlocks = "read", reading: Reading | None = None
    ) -> None:
        self._markup: MarkdownStripper | CharacterCleaner
        self._markup = MarkdownStripper(code=code) if markdown else CharacterCleaner()
        # A fence alone may be announced: "code block".
        self._may_be_spoken = (_VISIBLE if code == "say" else _SPEAKABLE).search
        self._stripper = self._markup if isinstance(self._markup, MarkdownStripper) else None
        self._sentences = SentenceSplitter(language)
        self._segment = reading.segment if reading else as_written
        self._english_marks = self._sentences.marks == SentenceSplitter().marks
        self._signs = self._latin_signs = end_signs(self._sentences.marks, wide=False)
        self._formal_prose, self._blocks = self._signs[True, True], self._signs[False, False]
        self._wide = False  # what was read last, so that what comes will be
        self._room_for_all = self._sentences.room
        self._longest = self._sentences.longest - 5  # for what the stages would look at behind the end
        # Text waits unread while it shows no sign that it ends a segment: reading a sentence at once costs little more
        # than reading four characters of it.
        self._unread = ""
        self._room = 0  # how long it may get without a sign; -1: any character may decide
        self._most = 0  # how long it may get at all
        self._sign_at = 0  # where in it the search for a sign goes on, if any character may decide
        self._at_start = False  # of a line of which no letter came yet
        self._stalled = False  # the markup waits for what few characters can decide, and no mark is a sign
        # Where plain sentences are read without the stages, and whether the stages have yet to be told of it.
        self._place: Place | None = None
        self._ahead = False
        # Both hold until a sign shows or text is read; they are asked for after each frame.
        self._surely_none = self._surely_holds = False
        self._kept: list[Segment] = []  # segments that were found when only the ending was asked for
        self._watch()

    @property
    def ending(self) -> Ending:
        """How the text so far ends: settle LIKELY ends soon, DOUBTFUL ones later."""
        return Ending.NONE if self._surely_none else self._find_ending()

    @property
    def holds_text(self) -> bool:
        """Whether something that can be spoken is still held."""
        return self._surely_holds or self._find_text()

    def feed(self, delta: str) -> list[Segment]:
        """Give text in any cuts, get the segments that surely ended."""
        text = self._unread + delta
        if len(text) > self._room or self._may_show(delta):
            return self._consider(text)
        self._unread = text
        return []

    def settle(self) -> list[Segment]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        if self.ending is Ending.NONE:
            return []
        if self._unread:
            self._keep(self._read(self._unread))
        segments = self._take_kept()
        if self._find_ending() is not Ending.NONE:
            self._catch_up()
            settled = self._sentences.feed(self._markup.settle()) + self._sentences.settle()
            segments += map(self._segment, settled)
            self._watch()
        return segments

    def flush(self) -> list[Segment]:
        """Release everything; the pipeline is then as new."""
        self._catch_up()
        rest = self._markup.feed(self._unread) + self._markup.flush()
        self._keep(list(map(self._segment, self._sentences.feed(rest) + self._sentences.flush())))
        self._unread = ""
        self._watch()
        return self._take_kept()

    def _consider(self, text: str) -> list[Segment]:
        """Read what is unread, unless it still ends nothing."""
        self._surely_none = self._surely_holds = False
        segments = self._take_kept() if self._kept else []
        at = self._sign_at if self._room < 0 else len(self._unread)
        while len(text) <= self._most:
            if self._at_start:
                begun = _PROSE_START(text)
                if begun:
                    at = max(at, begun.end() - 1)
                    self._at_start = False
                    self._may_show, self._shows = self._signs[True, text[begun.end() - 1].isupper()]
                elif self._place and _BEFORE_PROSE(text):
                    self._unread, self._sign_at = text, len(text) - 1
                    self._room = -1 if text[-1:] in {".", ")"} else self._most  # which may be the end of a number
                    return segments
            sign = self._shows(text, at)
            if not sign:
                self._unread, self._room = text, self._most
                self._surely_none = not self._stalled and text[-1:].isalnum()  # and stays so until a sign shows
                return segments
            if sign.lastindex:
                self._unread, self._sign_at, self._room = text, sign.start(), -1
                return segments
            if not self._place:
                break
            read = plain_sentence(text, self._place, self._sentences.stops, self._longest)
            if isinstance(read, tuple):
                sentence, end, self._place = read
                segments.append(self._segment(sentence))
                self._ahead, self._most, self._at_start = True, self._room_for_all, not self._place.inside
                self._signs = self._latin_signs
                self._may_show, self._shows = self._formal_prose if self._place.inside else self._blocks
                text, at = text[end:], 0
                if not text or (text.isascii() and text.isalpha()):  # nearly always
                    self._unread, self._room, self._surely_none = text, self._most, True
                    return segments
            elif read and read < 0:
                self._unread, self._sign_at, self._room = text, sign.start(), -1
                return segments
            elif read and read > sign.start():
                at = read
            else:
                break
        return segments + self._read(text)

    def _find_ending(self) -> Ending:
        if self._kept:
            return Ending.LIKELY
        self._catch_up()
        held = self._markup.held or self._sentences.held
        if self._unread:
            # A mark at the end would be a sign, and one may have come before the line end that is one.
            at = self._sign_at if self._room < 0 else len(self._unread)
            line = self._unread[at:]
            if (
                not (self._stalled or self._at_start)
                and _SPEAKABLE.search(self._unread, 0, at)
                and (
                    not line
                    or (line[0] == "\n" and self._unread[:at].rstrip()[-1:].isalnum() and not self._may_show(line[1:]))
                )
            ):
                self._surely_none = not line  # and stays so until a sign shows
                return Ending.NONE
            if not (held or self._may_be_spoken(self._unread)):
                return Ending.NONE
            if self._place:
                ending = plain_ending(self._unread, self._place, self._sentences.stops, self._longest)
                if ending is not None:
                    return ending
            self._keep(self._read(self._unread))
            if self._kept:
                return Ending.LIKELY
        elif not held:
            return Ending.NONE
        rest = self._markup.peek()
        return Ending.NONE if rest is None else self._sentences.ending_with(rest)

    def _find_text(self) -> bool:
        if self._place and _SPOKEN_START(self._unread):
            self._surely_holds = True
            return True
        self._catch_up()
        self._surely_holds = bool(self._kept or _SPEAKABLE.search(self._sentences.held) or self._unread_is_spoken())
        if self._surely_holds or not self._may_be_spoken(self._markup.held + self._unread):
            return self._surely_holds
        markup = self._markup.twin()
        return bool(_SPEAKABLE.search(self._sentences.held + markup.feed(self._unread) + markup.flush()))

    def _unread_is_spoken(self) -> bool:
        """Whether one look tells that unread text will be spoken."""
        stripper = self._stripper
        if not stripper:
            seen = self._markup.held + self._unread
            return bool(_LETTER.search(self._unread)) and not ("【" in seen or "\ue200" in seen)  # letters of a source
        return bool(stripper.speaks_on and _LETTER.match(self._unread, self._unread[:1] == " "))

    def _keep(self, segments: list[Segment]) -> None:
        """Give them with the next call that gives any."""
        if segments:
            self._kept += segments
            self._room, self._sign_at = -1, 0

    def _take_kept(self) -> list[Segment]:
        segments, self._kept, self._surely_holds = self._kept, [], False
        return segments

    def _catch_up(self) -> None:
        """Have the stages stand where plain sentences have been read to."""
        if self._ahead and self._place and self._stripper:
            self._stripper.stand_at(self._place)
            self._sentences.pass_over()
            self._ahead = False

    def _read(self, text: str) -> list[Segment]:
        """Take text through the stages."""
        self._catch_up()
        self._unread = ""
        self._wide = is_wide(text)
        plain = self._markup.feed(text)
        segments = self._sentences.feed(plain) if plain else []
        self._watch()
        return list(map(self._segment, segments))

    def _watch(self) -> None:
        """Find out how much may come unread, and what ends that."""
        self._surely_none = self._surely_holds = False
        markup, sentences = self._markup, self._sentences
        self._place, self._ahead, self._at_start = None, False, False
        waiting = markup.waits_for
        self._stalled = waiting is not None
        if waiting:
            self._most = HOLD - len(markup.held)
            self._may_show, self._shows = waiting, waiting
        else:
            self._most = sentences.room // HEAVIEST if self._wide else sentences.room
            if not markup.inside_line:
                # Where a line starts, a block may end with what comes, but not one that is spoken already.
                self._at_start = not (markup.held or sentences.held)
                if not self._at_start:
                    self._most = -1
            self._signs = end_signs(sentences.marks, self._wide)
            self._may_show, self._shows = self._signs[markup.inside_prose, sentences.formal]
            held = sentences.plain
            if held is not None and self._stripper and self._english_marks and is_normalized("NFC", held):
                self._place = self._stripper.plain_place(held)
        self._room = self._most
