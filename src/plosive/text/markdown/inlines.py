"""Owns what Markdown means inside a line: emphasis, links, code, html, entities, maths.

It refuses to know how lines make blocks: that is `plosive.text.markdown.blocks`.
"""

import re
from collections.abc import Callable
from typing import Final

from plosive.text.characters import UNSPOKEN
from plosive.text.markdown.block_text import BlockText
from plosive.text.markdown.dollars import formula_begins
from plosive.text.markdown.emphasis import CLOSED_EMPHASIS, LONGEST_RUN, is_punctuation, run_length
from plosive.text.markdown.links import (
    FOOTNOTE,
    FOOTNOTE_PART,
    INDEX,
    INDEX_PART,
    LONG_ADDRESS,
    LONGEST_WORD,
    address_end,
    citation_end,
    is_governed,
)
from plosive.text.markdown.lookahead import BLANK_LINE, HOLD, WAIT_FAR, WAIT_NEXT
from plosive.text.markdown.tags import CLOSING_TAGS, OPEN_ATTRIBUTE, declaration_end, entity_at, tag_at, tag_may_begin

PLAIN: Final = re.compile(r"(?>(?:[^\\`*_~\[\]!<&$|\n]++|!(?=[^\[]))+)")
# Code around plain words, seen whole: what reading mark by mark would make of it, at a quarter of the cost.
_CLOSED_CODE: Final = re.compile(r"`([^\\`*_~\[\]!<&$|\n#]+)`(?=[^`])")
_HEADING: Final = re.compile(r"[^\\`*_~\[\]!<&$|\n#]+")
_MATHS: Final = re.compile(r"[^\\$|\n{}]+")
_RAW: Final = re.compile(r"[^\n]+")
REST_OF_LINE: Final = re.compile(r"\n")

_DELIMITER_ROW: Final = re.compile(r"[ \t>]*(?=[^\n]*-)[|:\- \t]+(?=\n|\Z)")
# A sentence ends and another goes on after its first word, unlike in "Avg. Price".
_NEXT_SENTENCE: Final = re.compile(r"[a-z0-9][.!?][\"')*_]* +[A-Z][\w'’]* +[a-z]")
_DELIMITER_PART: Final = re.compile(r"[ \t>]*[|:\- \t]*\Z")


class InlineReader(BlockText):
    """Reads the text of one line after the other, from where a block leaves it to the end of the line."""

    __slots__ = ()

    def _read_silence(self, close: re.Pattern[str]) -> int:
        found = close.search(self._text, self._at)
        if found:
            self._silence = None
            return found.end()
        # The closing tag may have begun.
        tag = (
            -1
            if self._final or close not in CLOSING_TAGS
            else self._text.rfind("<", max(self._at, len(self._text) - HOLD))
        )
        return len(self._text) if tag < 0 else tag if tag > self._at else WAIT_FAR

    def _read_inline(self) -> int:
        """Read on to the end of the line or of what is given, or to where more must be known."""
        text, at, size = self._text, self._at, len(self._text)
        while at < size:
            plain = _RAW if self._raw else _MATHS if self._formula else _HEADING if self._heading else PLAIN
            run = plain.match(text, at)
            if run:
                words = run[0]
                self._say(words)
                self._before = words[-1]
                at = run.end()
                if at == size:
                    return at
                self._at = at
            char = text[at]
            if char == "\n":
                self._end_line()
                return at + 1
            if self._code and char != "`" and not (char == "|" and self._row):
                end = self._read_code_span(at)
            elif self._formula and char in "{}":
                self._say(" " + UNSPOKEN)
                end = at + 1
            else:
                end = 0
            at = end or _INLINE[char](self, at)
            if at < 0 or self._silence or self._line:
                return at
            self._at = at
        return at

    def _read_code_span(self, at: int) -> int:
        """Give the code up to its closing backticks as it is; 0 where there are none, so that it is none."""
        window = self._text[: at + HOLD]
        paragraph = BLANK_LINE.search(window, at)
        close = re.compile(f"(?<!`)`{{{self._code}}}(?!`)").search(
            window, at, paragraph.start() if paragraph else len(window)
        )
        if close and (close.end() < len(window) or self._complete(at)):
            code = window[at : close.start()].replace("`", "").replace("\n", " ")
            self._say(code.replace("\\|", "|") if self._row else code)
            self._before = "`"
            self._code = 0
            return close.end()
        if not paragraph and not self._complete(at):
            return WAIT_FAR
        self._code = 0
        return 0

    def _read_backticks(self, at: int) -> int:
        if not self._code and (closed := _CLOSED_CODE.match(self._text, at)):
            self._say(closed[1])
            self._before = "`"
            return closed.end()
        count = run_length(self._text, at)
        if at + count == len(self._text) and count < LONGEST_RUN and not self._final:
            return WAIT_NEXT
        if not self._code:
            self._code = count
        elif self._code == count:
            self._code = 0
        self._before = "`"
        return at + count

    def _read_emphasis(self, at: int) -> int:
        text = self._text
        if self._before in " (" and not self._formula and (closed := CLOSED_EMPHASIS.match(text, at)):
            self._say(closed[2])
            self._before = closed[1][0]
            if self._title is not None:
                self._title += 1
            return closed.end()
        end = at + run_length(text, at)
        if end == len(text) and end - at < LONGEST_RUN and not self._final:
            return WAIT_NEXT
        open_before = self._emphasis.opened(text[at])
        spoken = end - at if self._formula else self._emphasis.speaks(text, at, end, self._before, final=self._final)
        if spoken < 0:
            return spoken
        if spoken:
            self._say(text[at : at + spoken])
        elif self._title is not None and self._emphasis.opened(text[at]) < open_before:
            self._title += 1
        self._before = text[at]
        return end

    def _read_exclamation(self, at: int) -> int:
        if at + 1 == len(self._text) and not self._final:
            return WAIT_NEXT
        if self._text[at + 1 : at + 2] != "[":
            self._say("!")
        self._before = "!"
        return at + 1

    def _read_open_bracket(self, at: int) -> int:
        text = self._text
        follows = text[at + 1 : at + 2]
        if follows in {"", "^"}:
            footnote = FOOTNOTE.match(text, at)
            if footnote:
                return self._leave_out(footnote.end())
            if not self._final and FOOTNOTE_PART.match(text, at):
                return WAIT_NEXT
        if self._said and not (self._soft or self._cell) and (follows.isdigit() or follows in {"[", "c"}):
            said = self._tail + "".join(self._out[-LONGEST_WORD:])
            governed = self._before == " " and is_governed(said[-LONGEST_WORD:])
            end = 0 if governed else citation_end(text, at, self._before, self._ended_with, final=self._final)
            if end < 0:
                return end
            if end and text[end : end + 1] == "(":
                # Its address is that of a link without a text.
                self._brackets += 1
                return self._leave_out(end - 1)
            if end:
                return self._leave_out(end)
        if self._before.isalnum() or follows in {".", "…"}:
            index = INDEX.match(text, at)
            if index and (index.end() < len(text) or self._final):
                self._say(index.group())
                self._before = "]"
                return index.end()
            if not self._final and INDEX_PART.match(text, at):
                return WAIT_NEXT
        self._brackets += 1
        self._before = "["
        return at + 1

    def _leave_out(self, end: int) -> int:
        """Leave out a reference, with the space between a word and the mark behind it."""
        if self._said and not (self._soft or self._cell):
            said = self._ended_with
            self._say(UNSPOKEN)
            self._ended_with = said
        self._before = "]"
        return end

    def _read_close_bracket(self, at: int) -> int:
        """The end of a link text; what follows in parentheses or brackets is its address."""
        text = self._text
        if not self._brackets:
            self._say("]")
            self._before = "]"
            return at + 1
        if at + 1 == len(text) and not self._final:
            return WAIT_NEXT
        end, whole = address_end(text[: at + HOLD], at + 1)
        if not whole:
            if not self._complete(at):
                return WAIT_FAR
            # Cut off by the end of the text, or very long.
            if text[at + 1] == "(" and not self._final:
                self._silence = LONG_ADDRESS
        self._brackets -= 1
        self._before = "]"
        return end

    def _read_angle(self, at: int) -> int:
        text = self._text
        follows = text[at + 1 : at + 2]
        if not follows and not self._final:
            return WAIT_NEXT
        if not (follows.isalnum() or follows in "/!?|｜"):
            return self._read_literal(at)
        if follows in "!?":
            return self._read_declaration(at)
        window = text[: at + HOLD]
        tag = tag_at(window, at, self._before, starting=not self._said)
        if tag:
            if tag.spoken:
                self._say(tag.spoken)
                self._before = ">" if tag.spoken != " " else " "
            self._silence = tag.silence
            return tag.end
        if tag_may_begin(window, at, self._before):
            if not self._complete(at):
                return WAIT_FAR
            if self._final and (follows == "/" or OPEN_ATTRIBUTE.search(text, at)):
                return len(text)
            if not (self._before.isalnum() or text[-1] == "."):
                return at + 1  # a tag that is cut off, not "x<y" or "x <y z."
        return self._read_literal(at)

    def _read_declaration(self, at: int) -> int:
        end = declaration_end(self._text, at, complete=self._complete(at), final=self._final)
        return end or self._read_literal(at)

    def _read_entity(self, at: int) -> int:
        plain, end = entity_at(self._text, at)
        if end > 0:
            self._say(plain)
            self._before = plain[-1:] or " "
            return end
        return self._read_literal(at) if not end or self._final else end

    def _read_escape(self, at: int) -> int:
        if at + 1 == len(self._text):
            if self._final:
                return at + 1
            return WAIT_NEXT
        char = self._text[at + 1]
        if char == "\n":
            return at + 1
        if char in "()[]":
            # TeX's maths delimiters; where they were meant as brackets, they are not heard either.
            self._formula = "\\" if char in "([" else ""
            self._before = " "
            return at + 2
        if self._formula and char in ",;:! ":
            self._say(" ")
            return at + 2
        if char.isascii() and is_punctuation(char):
            self._say(char)
            self._before = char
            return at + 2
        if not self._formula:
            self._say("\\")
        self._before = "\\"
        return at + 1

    def _read_dollar(self, at: int) -> int:
        text = self._text
        count = run_length(text, at)
        if at + count == len(text) and count < LONGEST_RUN and not self._final:
            return WAIT_NEXT
        if count == 2:
            self._formula = "" if self._formula == "$$" else "$$"
            self._before = " "
            return at + 2
        if count > 2:
            self._say(text[at : at + count])
            return at + count
        if self._formula:
            self._formula = ""
            self._before = "$"
            return at + 1
        if self._before.isalnum():
            return self._read_literal(at)
        begins = formula_begins(text, at, complete=self._complete(at), final=self._final)
        if begins < 0:
            return begins
        if not begins:
            return self._read_literal(at)
        self._formula = self._before = "$"
        return at + 1

    def _read_pipe(self, at: int) -> int:
        """A cell's end, or the first sign of a table whose rows do not begin with a pipe (GFM 4.10)."""
        if self._row:
            self._cell = self._said
            self._gap = ""
            self._before = " "
            return at + 1
        if self._pipes or self._heading:
            return self._read_literal(at)
        newline = self._text.find("\n", at, at + HOLD)
        if _NEXT_SENTENCE.search(self._text, at, newline if newline >= 0 else at + HOLD):
            pass  # no cell of a header
        elif newline < 0:
            if not self._complete(at):
                return WAIT_FAR
        else:
            row = _DELIMITER_ROW.match(self._text, newline + 1)
            if row and "|" in row.group() and row.end() < at + HOLD and (row.end() < len(self._text) or self._final):
                self._table = self._row = self._delimiter_due = True
                self._paragraph = False
                return at
            if not self._complete(at) and _DELIMITER_PART.match(self._text, newline + 1):
                return WAIT_NEXT
        self._pipes = True
        return self._read_literal(at)

    def _read_hash(self, at: int) -> int:
        """Leave out the closing sequence of a heading (CommonMark 4.2)."""
        run = re.compile(r"#+[ \t]*").match(self._text, at, at + HOLD)
        end = run.end() if run else at + 1
        if end == len(self._text) and not self._complete(at):
            return WAIT_NEXT
        if not (self._before in " \t" and self._text[end : end + 1] in {"", "\n"}):
            self._say(self._text[at:end])
            self._before = self._text[end - 1]
        return end

    def _read_literal(self, at: int) -> int:
        self._before = self._text[at]
        self._say(self._before)
        return at + 1


_INLINE: Final[dict[str, Callable[[InlineReader, int], int]]] = {
    "`": InlineReader._read_backticks,
    "*": InlineReader._read_emphasis,
    "_": InlineReader._read_emphasis,
    "~": InlineReader._read_emphasis,
    "!": InlineReader._read_exclamation,
    "[": InlineReader._read_open_bracket,
    "]": InlineReader._read_close_bracket,
    "<": InlineReader._read_angle,
    "&": InlineReader._read_entity,
    "\\": InlineReader._read_escape,
    "$": InlineReader._read_dollar,
    "|": InlineReader._read_pipe,
    "#": InlineReader._read_hash,
}
