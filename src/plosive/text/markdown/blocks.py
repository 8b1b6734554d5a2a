"""Owns what the start of a line means: headings, lists, quotes, tables, code, rules, definitions (CommonMark 4 and 5).

It refuses to look ahead to the end of a block: what a line is, its start and at most the next line tell.
"""

import re
from collections.abc import Callable
from typing import Final, Literal

from plosive.text.characters import EMOJI
from plosive.text.markdown.inlines import REST_OF_LINE, InlineReader
from plosive.text.markdown.links import LABEL, LABEL_PART, definition_end
from plosive.text.markdown.lookahead import HOLD, WAIT_FAR, WAIT_NEXT

_BULLETS: Final = "-*+•◦‣⁃∙●○■□▸▹►–—→"
_ITEM_STARTS: Final = _BULLETS + "0123456789"
# A mark, one space and a letter: nearly every item of a list.
_ITEM: Final = re.compile(rf"(?:[{re.escape(_BULLETS)}]|([0-9]{{1,9}}[.)])) (?=[^\W\d_])")
_QUOTE_PREFIX: Final = re.compile(r" {0,3}> ?")
# A box with a title of its own, as GitHub shows "> [!NOTE]".
_ALERT: Final = re.compile(r"\[!([A-Za-z]{1,20})\][ \t]*\Z")
_ALERT_PART: Final = re.compile(r"\[(?:!(?:[A-Za-z]{0,20}\]?[ \t]*)?)?\Z")
# Numbers that no list of CommonMark has, before items all the same: "1、", "①", "一、", "（二）", "(3) ".
_CJK_DIGITS: Final = "一二三四五六七八九十"
_OTHER_NUMBER: Final = re.compile(
    rf"(?:[{_CJK_DIGITS}]{{1,3}}|[0-9]{{1,3}})、|[①-⑳]|（(?:[{_CJK_DIGITS}]{{1,3}}|[0-9]{{1,3}})）|\([0-9]{{1,3}}\)[ \t]"
)
_OTHER_NUMBER_PART: Final = re.compile(rf"[{_CJK_DIGITS}]{{1,3}}\Z|（[{_CJK_DIGITS}0-9]{{0,3}}\Z|\([0-9]{{0,3}}\)?\Z")
# "a." and "ii)" begin items for whoever writes them, though not for CommonMark.
_LETTER: Final = re.compile(r"(?:[a-h]|[ivx]{1,4})[.)] ")
_LETTER_PART: Final = re.compile(r"(?:[a-h]|[ivx]{1,4})[.)]?\Z")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")

CodeBlocks = Literal["read", "skip", "say"]
"""What to do with fenced and indented code: read it line by line, leave it out, or say that there is some."""


class BlockReader(InlineReader):
    """Reads the starts of lines; the rest of each is read inline."""

    __slots__ = ("_code_blocks",)

    def __init__(self, *, code: CodeBlocks = "read") -> None:
        super().__init__()
        self._code_blocks = code

    def _start_text(self, at: int) -> int:
        """The rest of the line is text."""
        if self._table and not self._row:
            self._end_block()
            self._row = True
        self._line = self._blank = self._item = False
        bold = self._text.startswith(("**", "__"), at)
        if bold and self._paragraph and self._title:
            self._end_block()  # lines that begin with labels: "**Name:** Ada" and "**Age:** 5"
        # A line of nothing but bold is a title: "**Step 1**" with its text in the next line.
        self._title = 0 if bold else None
        self._paragraph = not (self._heading or self._row)
        return at

    def _read_other(self, at: int, bare: str, whole: bool) -> int:
        if not whole and _OTHER_NUMBER_PART.match(bare):
            return WAIT_NEXT
        if EMOJI.match(bare) or _OTHER_NUMBER.match(bare):
            return self._start_marked_text(at)
        return self._start_text(at)

    def _start_marked_text(self, at: int) -> int:
        """The rest of the line is text that begins an item without being one for CommonMark: "✅ Done", "①"."""
        if not (self._table or self._item):
            self._end_block()
        return self._start_text(at)

    def _drop_line(self, end: int) -> int:
        """Leave out the line, read up to `end`: its newline, the end of the text, or as much as may be held."""
        self._marked = self._item = False
        self._was_quote, self._quote = self._quote, False
        self._line = True
        return end + 1 if self._text[end : end + 1] == "\n" else end

    def _read_line_start(self) -> int:
        """Read one mark at the start of a line, or find that text starts."""
        start = self._at
        if self._fence and self._fence_quoted and not self._quote:
            return self._read_quoted_fence(start)
        if not (self._fence or self._delimiter_due):
            char = self._text[start]
            if char == "\n":
                return self._read_blank_line(start)
            if char.isalpha() and not (char in _CJK_DIGITS and self._paragraph):
                return self._read_letter(start)
            if item := _ITEM.match(self._text, start):
                number = item[1]
                # Only a list that starts at 1 may interrupt a paragraph (CommonMark 5.3).
                if not number or not self._paragraph or self._list or number[:-1] == "1":
                    self._indented = False
                    return self._start_item(item.end(), number or "")
        newline = self._text.find("\n", start, start + HOLD)
        line = self._text[start : newline if newline >= 0 else start + HOLD]
        whole = newline >= 0 or self._complete(start)
        bare = line.lstrip(" \t")
        if self._fence:
            return self._read_code_line(start, line, whole)
        if self._delimiter_due:
            if not whole:
                return WAIT_FAR
            self._delimiter_due = False
            return self._drop_line(start + len(line))
        if not bare:
            return self._read_blank_line(start + len(line)) if whole else WAIT_NEXT
        at = start + len(line) - len(bare)
        indented = line.startswith("\t") or at - start >= 4
        self._list = self._list and (
            indented or not self._blank or self._marked or bare[0] in _ITEM_STARTS or at > start
        )
        if indented and not (self._paragraph or self._list or self._marked or self._table):
            if not self._indented:
                self._indented = True
                self._announce_code()
            return self._read_code(at)
        self._indented = False
        reader = _LINE_STARTS.get(bare[0])
        return (reader or BlockReader._read_other)(self, at, bare, whole)

    def _read_letter(self, start: int) -> int:
        if self._paragraph and "a" <= self._text[start] <= "x":
            if not self._final and _LETTER_PART.match(self._text, start):
                return WAIT_NEXT
            if _LETTER.match(self._text, start):
                self._end_block()
        self._indented = False
        self._list = self._list and (not self._blank or self._marked)
        return self._start_text(start)

    def _read_blank_line(self, end: int) -> int:
        if not self._marked or self._quote:
            self._end_block()
            self._table = False
            self._blank = True
        return self._drop_line(end)

    def _read_quoted_fence(self, start: int) -> int:
        """Read the mark of a quote before a line of code; a line without one ends both."""
        prefix = _QUOTE_PREFIX.match(self._text, start)
        if prefix:
            self._quote = True
            return prefix.end()
        if not self._text[start:].strip(" \t") and not self._complete(start):
            return WAIT_NEXT
        self._fence = ""
        self._blank = True
        return start

    def _read_code_line(self, start: int, line: str, whole: bool) -> int:
        fence, bare = self._fence, line.strip(" \t")
        if not bare.strip(fence[0]):
            if not whole:
                return WAIT_NEXT
            if len(bare) >= len(fence):
                self._fence = ""
                self._blank = True
                return self._drop_line(start + len(line))
        return self._read_code(start)

    def _announce_code(self) -> None:
        if self._code_blocks == "say":
            self._end_block()
            self._say("code block")
            self._end_block()

    def _read_code(self, at: int) -> int:
        """The rest of the line is code."""
        if self._code_blocks == "read":
            self._raw = True
            return self._start_text(at)
        self._silence = REST_OF_LINE
        self._blank = self._item = False
        return at

    def _read_quote(self, at: int, bare: str, whole: bool) -> int:
        if not self._was_quote and not self._quote:
            self._end_block()
            self._table = False
        self._quote = self._marked = True
        self._item = False
        return at + 1

    def _read_bullet(self, at: int, bare: str, whole: bool) -> int:
        """A list item, a thematic break or the underline of a heading (CommonMark 5.2, 4.1, 4.3)."""
        mark = bare[0]
        if not bare.strip(mark + " \t"):
            if not whole:
                return WAIT_NEXT
            count = bare.count(mark)
            underline = mark == "-" and self._paragraph and " " not in bare.strip()
            if underline or (count > 2 and mark in "-*_") or (mark != "_" and (count == 1 or bare[1] in " \t")):
                self._end_block()
                self._table = False
                return self._drop_line(at + len(bare))
            return self._start_text(at)
        if mark == "_" or bare[1] not in " \t":
            return self._start_text(at)
        return self._start_item(at + 1)

    def _start_item(self, at: int, number: str = "") -> int:
        self._end_block()
        self._table = False
        self._list = self._marked = self._item = True
        if number:
            self._say(number + " ")
        return at

    def _read_number(self, at: int, bare: str, whole: bool) -> int:
        number = _NUMBER.match(bare)
        digits = number.group() if number else ""
        end = len(digits)
        if bare[end : end + 1] == "\ufe0f" and len(bare) == end + 1 and not whole:
            return WAIT_NEXT
        if EMOJI.match(bare) or bare[end : end + 1] == "、":
            return self._start_marked_text(at)
        if len(bare) <= end + 1 and not whole and (end < 9 or len(bare) > end) and bare[end:] in {"", ".", ")"}:
            return WAIT_NEXT
        # Only a list that starts at 1 may interrupt a paragraph (CommonMark 5.3).
        allowed = not self._paragraph or self._list or digits == "1"
        if bare[end : end + 1] not in {".", ")"} or bare[end + 1 : end + 2] not in {"", " ", "\t"} or not allowed:
            return self._start_text(at)
        return self._start_item(at + end + 1, bare[: end + 1])

    def _read_heading(self, at: int, bare: str, whole: bool) -> int:
        end = len(bare) - len(bare.lstrip("#"))
        if end == len(bare) and not whole and end < 7:
            return WAIT_NEXT
        if end > 6 or bare[end : end + 1] not in {"", " ", "\t"}:
            return self._start_text(at)
        self._end_block()
        self._heading = True
        self._table = False
        return self._start_text(at + end)

    def _read_fence(self, at: int, bare: str, whole: bool) -> int:
        mark = bare[0]
        end = len(bare) - len(bare.lstrip(mark))
        if end == len(bare) and not whole:
            return WAIT_NEXT
        if end < 3 or (mark == "`" and mark in bare[end:]):
            return self._start_text(at)
        if not whole:
            return WAIT_FAR
        if not self._final and self._text[at + len(bare) : at + len(bare) + 1] != "\n":
            return self._start_text(at)
        self._end_block()
        self._table = False
        self._fence, self._fence_quoted = mark * end, self._quote
        self._announce_code()
        return self._drop_line(at + len(bare))

    def _read_underline(self, at: int, bare: str, whole: bool) -> int:
        if not self._paragraph or bare.strip("= \t"):
            return self._start_text(at)
        if not whole:
            return WAIT_NEXT
        self._end_block()
        return self._drop_line(at + len(bare))

    def _read_row(self, at: int, bare: str, whole: bool) -> int:
        """A table row: it is one if a table is open, or it looks like one on its own ("| a | b |")."""
        if not bare.strip("|:- \t"):
            if not whole:
                return WAIT_NEXT
            if "-" in bare:
                return self._drop_line(at + len(bare))
        if not self._table and bare[1:2] not in {" ", "\t"}:
            if not whole:
                return WAIT_FAR
            if not (bare.rstrip().endswith("|") and bare.count("|") > 1):
                return self._start_text(at)
        self._end_block()
        self._table = self._row = True
        return self._start_text(at + 1)

    def _read_bracket(self, at: int, bare: str, whole: bool) -> int:
        """A task box, or the definition of a link or footnote (CommonMark 4.7)."""
        if self._item:
            if len(bare) < 4 and not whole and re.fullmatch(r"\[(?:[ xX]\]?)?", bare):
                return WAIT_NEXT
            self._item = False
            if re.match(r"\[[ xX]\][ \t]", bare):
                return at + 3
        if self._quote and not self._paragraph and bare.startswith("[!"[: len(bare)]):
            alert = _ALERT.match(bare)
            if alert and whole:
                self._say(alert[1])
                self._end_block()
                return self._drop_line(at + len(bare))
            if not whole and _ALERT_PART.match(bare):
                return WAIT_NEXT
        if self._paragraph or self._table:
            # Links are not defined in the middle of a paragraph, footnotes are wherever a line starts.
            if bare == "[" and not whole:
                return WAIT_NEXT
            if bare[1:2] != "^":
                return self._start_text(at)
        label = LABEL.match(self._text, at)
        if not label:
            part = LABEL_PART.match(self._text, at)
            return WAIT_FAR if part and not self._complete(at) else self._start_text(at)
        end = label.end()
        if end >= len(self._text) and not self._final:
            return WAIT_NEXT
        if self._text[end : end + 1] != ":" or label.group() == "[]":
            return self._start_text(at)
        if label.group().startswith("[^"):
            self._end_block()
            self._marked = True
            return end + 1
        return self._read_definition(at, end + 1)

    def _read_definition(self, at: int, address: int) -> int:
        end = definition_end(self._text[: at + HOLD], address, complete=self._complete(at))
        if end < 0:
            return end
        if not end:
            return self._start_text(at)
        if not self._final and self._text[end : end + 1] != "\n":
            self._silence = REST_OF_LINE  # an address as long as an image in a data: URL
        return self._drop_line(end)


_LINE_STARTS: Final[dict[str, Callable[[BlockReader, int, str, bool], int]]] = {
    ">": BlockReader._read_quote,
    "#": BlockReader._read_heading,
    "`": BlockReader._read_fence,
    "~": BlockReader._read_fence,
    "=": BlockReader._read_underline,
    "|": BlockReader._read_row,
    "[": BlockReader._read_bracket,
    "_": BlockReader._read_bullet,
    **dict.fromkeys(_BULLETS, BlockReader._read_bullet),
    **dict.fromkeys("0123456789", BlockReader._read_number),
}
