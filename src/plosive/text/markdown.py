"""Turns a stream of Markdown into the plain text that is spoken, letting go of every word as early as it can.

Follows CommonMark 0.31.2 with tables, strikethrough, task lists and footnotes of GFM where it can be heard. It refuses
to wait for what comes out the same either way: marks are dropped when they open, whether or not they are ever closed.
"""

import copy
import html
import re
import unicodedata
from collections.abc import Callable
from typing import Final, Literal

from plosive.text.characters import CharacterCleaner

# How far an undecided construct may reach: a link title, tag, comment or table header longer than this is read as text.
# CommonMark 6.3 ends link labels at 999 characters.
HOLD: Final = 1000
# Runs of marks longer than this are decoration, not emphasis; it bounds what is looked at twice.
_RUN: Final = 64

_WAIT_NEXT: Final = -1  # any further character may decide
_WAIT_FAR: Final = -2  # only a mark or a newline may decide

# What addresses are made of decides nothing that is waited for.
_WAKE: Final = re.compile(r"[^\w,./:%?=+&#-]")
_PLAIN: Final = re.compile(r"(?:[^\\`*_~\[\]!<&$|\n]++|!(?=[^\[]))++")
_HEADING: Final = re.compile(r"[^\\`*_~\[\]!<&$|\n#]+")
_MATHS: Final = re.compile(r"[^\\$|\n{}]+")
_RAW: Final = re.compile(r"[^\n]+")

_BULLETS: Final = "-*+•◦‣"
_ITEM_STARTS: Final = _BULLETS + "0123456789"
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_DELIMITER_ROW: Final = re.compile(r"[ \t>]*(?=[^\n]*-)[|:\- \t]+(?=\n|\Z)")
_DELIMITER_PART: Final = re.compile(r"[ \t>]*[|:\- \t]*\Z")

_TITLE: Final = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"""
_PARENTHESES: Final = r"\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\)"
_ADDRESS: Final = rf"(?:<[^<>\n]*+>|(?:[^\s()\\<]|\\.|{_PARENTHESES})(?:[^\s()\\]|\\.|{_PARENTHESES})*+)"
_LINK_END: Final = re.compile(rf"\(\s*(?:{_ADDRESS}(?:\s+{_TITLE})?)?\s*\)", re.DOTALL)
_LINK_PART: Final = re.compile(r"""\(\s*(?:<[^<>\n]*|[^\s<]\S*)?(?:\s+(?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)?\s*\Z""")
_LABEL: Final = re.compile(r"\[(?:[^\[\]\\]|\\.){0,300}+\]", re.DOTALL)
_LABEL_PART: Final = re.compile(r"\[(?:[^\[\]\\]|\\.){0,300}+\\?\Z", re.DOTALL)
_FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]{1,64}\]")
_FOOTNOTE_PART: Final = re.compile(r"\[(?:\^[^\[\]\s]{0,64})?\Z")
_INDEX: Final = re.compile(r"(?:\[[\w.,:+\- ]{0,24}\]){1,4}(?=[^(\[]|\Z)|\[(?:\.{3}|…)\]")
_INDEX_PART: Final = re.compile(r"\[(?:[\w.,:+\- \]\[]{0,100}|\.{1,3}|…)\Z")
_DEFINED: Final = r"[ \t]*(?:\n[ \t]*)?(?:<[^<>\n]*>|[^\s<]\S*)"
_DEFINITION: Final = re.compile(rf"{_DEFINED}[ \t]*(?=\n|\Z)")
_TITLED_DEFINITION: Final = re.compile(rf"{_DEFINED}(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE}[ \t]*(?=\n|\Z)", re.DOTALL)

_AUTOLINK: Final = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.+\-]+@[\w.\-]+)>")
_ATTRIBUTE: Final = r"""\s+[A-Za-z_:@][\w.:@\-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_TAG: Final = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9\-]*)((?:{_ATTRIBUTE})*)\s*/?>")
_TAG_PART: Final = re.compile(
    rf"""<(?:/?(?:[A-Za-z][A-Za-z0-9\-]*(?:{_ATTRIBUTE})*(?:\s+[A-Za-z_:@][\w.:@\-]*)?"""
    r"""(?:\s*=\s*(?:"[^"]*|'[^']*)?)?\s*/?)?|[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*|[\w.+\-]+@?[\w.\-]*)\Z"""
)
# Tags that stand inside a word or phrase; every other tag separates words.
_INLINE_TAGS: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    ]
)
# CommonMark 4.6, start condition 1: what is inside is never prose.
_SILENT_TAGS: Final = {name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
_CLOSING_TAGS: Final = tuple(_SILENT_TAGS.values())
_LINE: Final = re.compile(r"\n")
_LONG_ADDRESS: Final = re.compile(r"\)|(?=\s)")
_DECLARATIONS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_ENTITY: Final = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY_PART: Final = re.compile(r"&(?:#?[0-9A-Za-z]{0,32})\Z")

_MONEY: Final = re.compile(r"\$[\d.,]+(?:(?:[kKMBbTt]|bn|mn|tn|mm)(?!\w)|(?![\w^\\{$+*/=(]))")
# Pandoc's rule: no space inside the dollars, no digit after them.
_FORMULA: Final = re.compile(r"\$(?=[^\s$])(?:[^$\n\\]|\\.)*(?<!\s)\$(?!\d)")

# What may be let go before its next character when the text seems to end: marks that close, a "!", a number.
_SAFE: Final = re.compile(r"(?:!|[*_~`]{1,64}|\$?[\d.,]+[)]?|\])\Z")


CodeBlocks = Literal["read", "skip", "say"]
"""What to do with fenced and indented code: read it line by line, leave it out, or say that there is some."""


class MarkdownStripper:
    """Feed Markdown in any cuts, get plain text out; all cuts of one text give the same.

    A block end (paragraph, heading, list item, table row, line of code) comes out as "\\n\\n", a line break inside a
    paragraph as one "\\n". Numbers of ordered lists are kept ("1. "), cells of a table row are joined by ", ".
    `code` is about blocks only; code inside a line is always read.
    """

    def __init__(self, *, code: CodeBlocks = "read") -> None:
        self._code_blocks = code
        self._begin()

    def _begin(self) -> None:
        self._cleaner = CharacterCleaner()
        self._text = ""  # given and not yet decided, from _at on
        self._at = 0
        self._final = False
        self._stalled = False
        self._out: list[str] = []
        # Blocks
        self._line = True  # at the start of a line, or after a list or quote mark that starts it
        self._said = False  # something came out since the last block end
        self._soft = False  # a line break inside the paragraph is due
        self._paragraph = False
        self._list = False
        self._blank = True
        self._marked = False  # this line had a list or quote mark
        self._item = False  # the last thing read is a list mark
        self._quote = self._was_quote = False
        self._fence = ""
        self._indented = False  # inside indented code
        self._heading = self._raw = False
        self._table = self._row = self._delimiter_due = self._pipes = False
        self._cell = False  # a cell ended, the next text starts another
        self._gap = ""  # white space that is due before the next text
        self._ended_with = " "
        self._silence: re.Pattern[str] | None = None  # nothing is spoken up to the end of this
        self._forget_inline()

    def _forget_inline(self) -> None:
        self._before = " "
        self._emphasis = {"*": 0, "_": 0, "~": 0}
        self._brackets = 0
        self._code = 0
        self._formula = ""

    @property
    def held(self) -> str:
        """What is not decided yet, as it came in."""
        return self._text + self._cleaner.held

    @property
    def inside_line(self) -> bool:
        """Whether everything is decided up to a point inside a line, so that no block can begin or end there."""
        return not (self._text or self._line or self._cleaner.held)

    def feed(self, delta: str) -> str:
        """Give Markdown, get the plain text that is certain by now."""
        if not delta:
            return ""
        if "\r" in delta:
            delta = delta.replace("\r", " ")
        if (
            self._said
            and delta[-1] not in " \t"
            and _PLAIN.fullmatch(delta)
            and not (
                self._text
                or self._line
                or self._gap
                or self._soft
                or self._cell
                or self._raw
                or self._formula
                or self._heading
                or self._silence
            )
        ):
            # Nothing but words inside a paragraph: most of all text.
            self._before = self._ended_with = delta[-1]
            return self._cleaner.feed(delta)
        if self._stalled and len(self._text) + len(delta) < HOLD and not _WAKE.search(delta):
            self._text += delta
            return ""
        self._text += delta
        return self._cleaner.feed(self._run())

    def flush(self) -> str:
        """Give the rest, marks that were never closed left out; the stripper is then as new."""
        self._final = True
        rest = self._cleaner.feed(self._run()) + self._cleaner.flush()
        self._begin()
        return rest

    def peek(self) -> str | None:
        """What settle() would give, or None where it would take a mark apart that may still be going on."""
        if not self._text:
            return self._cleaner.peek()
        if not _SAFE.match(self._text):
            return None
        return copy.deepcopy(self).flush()

    def settle(self) -> str:
        """Let go of what waits for its next character, where peek() allows it. Go on feeding afterwards."""
        if self._text and not _SAFE.match(self._text):
            return ""
        self._final = True
        rest = self._cleaner.feed(self._run())
        self._final = False
        return rest + self._cleaner.settle()

    def _run(self) -> str:
        self._stalled = False
        at, size = 0, len(self._text)
        while at < size:
            self._at = at
            if self._silence:
                at = self._read_silence(self._silence)
            elif self._line:
                at = self._read_line_start()
            else:
                at = self._read_inline()
            if at < 0:
                self._stalled = at == _WAIT_FAR
                at = self._at
                break
        self._text = self._text[at:]
        out = "".join(self._out)
        self._out.clear()
        return out

    # Output

    def _say(self, text: str) -> None:
        if self._said and text[-1:] not in " \t" and not (self._gap or self._soft or self._cell):
            self._out.append(text)
            self._ended_with = text[-1]
            return
        if not self._said or self._soft or self._cell:
            text = text.lstrip(" \t")
            if not text:
                return
        if self._soft:
            self._gap = "\n"
        elif self._cell:
            self._gap = " " if self._ended_with in ",.;:!?" else ", "
        bare = text.rstrip(" \t")
        if not bare:
            self._gap += text
            return
        self._out.append(self._gap + bare)
        self._gap = text[len(bare) :]
        self._cell = self._soft = False
        self._said = True
        self._ended_with = bare[-1]

    def _end_block(self) -> None:
        if self._said:
            self._out.append("\n\n")
        self._said = self._soft = self._paragraph = self._heading = self._row = self._cell = False
        self._gap = ""
        self._forget_inline()

    # Blocks

    def _complete(self, at: int) -> bool:
        """Whether no more text may be waited for: it ended, or the undecided part is as long as it may get."""
        return self._final or len(self._text) - at >= HOLD

    def _end_line(self) -> None:
        if self._heading or self._row or self._raw:
            self._end_block()
        else:
            self._soft = self._said
        self._line = True
        self._before = " "
        self._raw = self._marked = self._item = self._pipes = False
        self._was_quote, self._quote = self._quote, False

    def _start_text(self, at: int) -> int:
        """The rest of the line is text."""
        if self._table and not self._row:
            self._end_block()
            self._row = True
        self._line = self._blank = self._item = False
        self._paragraph = not (self._heading or self._row)
        return at

    def _drop_line(self, end: int) -> int:
        """Leave out the line, read up to `end`: its newline, the end of the text, or as much as may be held."""
        self._marked = self._item = False
        self._was_quote, self._quote = self._quote, False
        self._line = True
        return end + 1 if self._text[end : end + 1] == "\n" else end

    def _read_line_start(self) -> int:
        """Read one mark at the start of a line, or find that text starts."""
        start = self._at
        if not (self._fence or self._delimiter_due):
            char = self._text[start]
            if char == "\n":
                return self._read_blank_line(start)
            if char.isalpha():
                self._indented = False
                self._list = self._list and (not self._blank or self._marked)
                return self._start_text(start)
        newline = self._text.find("\n", start, start + HOLD)
        line = self._text[start : newline if newline >= 0 else start + HOLD]
        whole = newline >= 0 or self._complete(start)
        bare = line.lstrip(" \t")
        if self._fence:
            return self._read_code_line(start, line, whole)
        if self._delimiter_due:
            if not whole:
                return _WAIT_FAR
            self._delimiter_due = False
            return self._drop_line(start + len(line))
        if not bare:
            return self._read_blank_line(start + len(line)) if whole else _WAIT_NEXT
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
        reader = self._LINE_STARTS.get(bare[0])
        if reader:
            return reader(self, at, bare, whole)
        return self._start_text(at)

    def _read_blank_line(self, end: int) -> int:
        if not self._marked or self._quote:
            self._end_block()
            self._table = False
            self._blank = True
        return self._drop_line(end)

    def _read_code_line(self, start: int, line: str, whole: bool) -> int:
        fence, bare = self._fence, line.strip(" \t")
        if not bare.strip(fence[0]):
            if not whole:
                return _WAIT_NEXT
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
        self._silence = _LINE
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
                return _WAIT_NEXT
            count = bare.count(mark)
            underline = mark == "-" and self._paragraph and " " not in bare.strip()
            if underline or (count > 2 and mark in "-*_") or (mark != "_" and (count == 1 or bare[1] in " \t")):
                self._end_block()
                self._table = False
                return self._drop_line(at + len(bare))
            return self._start_text(at)
        if mark == "_" or bare[1] not in " \t":
            return self._start_text(at)
        self._end_block()
        self._list = self._marked = self._item = True
        self._table = False
        return at + 1

    def _read_number(self, at: int, bare: str, whole: bool) -> int:
        number = _NUMBER.match(bare)
        digits = number.group() if number else ""
        end = len(digits)
        if len(bare) <= end + 1 and not whole and (end < 9 or len(bare) > end) and bare[end:] in {"", ".", ")"}:
            return _WAIT_NEXT
        # Only a list that starts at 1 may interrupt a paragraph (CommonMark 5.3).
        allowed = not self._paragraph or self._list or digits == "1"
        if bare[end : end + 1] not in {".", ")"} or bare[end + 1 : end + 2] not in {"", " ", "\t"} or not allowed:
            return self._start_text(at)
        self._end_block()
        self._table = False
        self._list = self._marked = self._item = True
        self._say(bare[: end + 1] + " ")
        return at + end + 1

    def _read_heading(self, at: int, bare: str, whole: bool) -> int:
        end = len(bare) - len(bare.lstrip("#"))
        if end == len(bare) and not whole and end < 7:
            return _WAIT_NEXT
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
            return _WAIT_NEXT
        if end < 3 or (mark == "`" and mark in bare[end:]):
            return self._start_text(at)
        if not whole:
            return _WAIT_FAR
        if not self._final and self._text[at + len(bare) : at + len(bare) + 1] != "\n":
            return self._start_text(at)
        self._end_block()
        self._table = False
        self._fence = mark * end
        self._announce_code()
        return self._drop_line(at + len(bare))

    def _read_underline(self, at: int, bare: str, whole: bool) -> int:
        if not self._paragraph or bare.strip("= \t"):
            return self._start_text(at)
        if not whole:
            return _WAIT_NEXT
        self._end_block()
        return self._drop_line(at + len(bare))

    def _read_row(self, at: int, bare: str, whole: bool) -> int:
        """A table row: it is one if a table is open, or it looks like one on its own ("| a | b |")."""
        if not bare.strip("|:- \t"):
            if not whole:
                return _WAIT_NEXT
            if "-" in bare:
                return self._drop_line(at + len(bare))
        if not self._table and bare[1:2] not in {" ", "\t"}:
            if not whole:
                return _WAIT_FAR
            if not (bare.rstrip().endswith("|") and bare.count("|") > 1):
                return self._start_text(at)
        self._end_block()
        self._table = self._row = True
        return self._start_text(at + 1)

    def _read_bracket(self, at: int, bare: str, whole: bool) -> int:
        """A task box, or the definition of a link or footnote (CommonMark 4.7)."""
        if self._item:
            if len(bare) < 4 and not whole and re.fullmatch(r"\[(?:[ xX]\]?)?", bare):
                return _WAIT_NEXT
            self._item = False
            if re.match(r"\[[ xX]\][ \t]", bare):
                return at + 3
        if self._paragraph or self._table:
            return self._start_text(at)
        label = _LABEL.match(self._text, at)
        if not label:
            part = _LABEL_PART.match(self._text, at)
            return _WAIT_FAR if part and not self._complete(at) else self._start_text(at)
        end = label.end()
        if end >= len(self._text) and not self._final:
            return _WAIT_NEXT
        if self._text[end : end + 1] != ":" or label.group() == "[]":
            return self._start_text(at)
        if label.group().startswith("[^"):
            self._end_block()
            self._marked = True
            return end + 1
        return self._read_definition(at, end + 1)

    def _read_definition(self, at: int, address: int) -> int:
        window = self._text[: at + HOLD]
        complete = self._complete(at)
        titled = _TITLED_DEFINITION.match(window, address)
        bare = _DEFINITION.match(window, address)
        if not complete:
            if titled and titled.end() < len(window):
                pass
            elif bare and bare.end() < len(window):
                after = re.match(r"\n[ \t]*([^ \t])", window[bare.end() :])
                if not after:
                    return _WAIT_NEXT
                if after.group(1) in "\"'(" and not _BLANK_LINE.search(window, bare.end()):
                    return _WAIT_FAR
            elif not _BLANK_LINE.search(window, address):
                return _WAIT_FAR
        found = titled or bare
        if not found:
            return self._start_text(at)
        if not self._final and self._text[found.end()] != "\n":
            self._silence = _LINE  # an address as long as an image in a data: URL
        return self._drop_line(found.end())

    # Inline

    def _read_silence(self, close: re.Pattern[str]) -> int:
        found = close.search(self._text, self._at)
        if found:
            self._silence = None
            return found.end()
        # The closing tag may have begun.
        tag = (
            -1
            if self._final or close not in _CLOSING_TAGS
            else self._text.rfind("<", max(self._at, len(self._text) - HOLD))
        )
        return len(self._text) if tag < 0 else tag if tag > self._at else _WAIT_FAR

    def _read_inline(self) -> int:
        at = self._at
        plain = _RAW if self._raw else _MATHS if self._formula else _HEADING if self._heading else _PLAIN
        run = plain.match(self._text, at)
        if run:
            words = run.group()
            self._say(words)
            self._before = words[-1]
            at = run.end()
            if at == len(self._text):
                return at
            self._at = at
        char = self._text[at]
        if char == "\n":
            self._end_line()
            return at + 1
        if self._code and char != "`" and not (char == "|" and self._row):
            end = self._read_code_span(at)
            if end:
                return end
        if self._formula and char in "{}":
            self._say(" ")
            return at + 1
        return self._INLINE[char](self, at)

    def _read_code_span(self, at: int) -> int:
        """Give the code up to its closing backticks as it is; 0 where there are none, so that it is none."""
        window = self._text[: at + HOLD]
        paragraph = _BLANK_LINE.search(window, at)
        close = re.compile(f"(?<!`)`{{{self._code}}}(?!`)").search(
            window, at, paragraph.start() if paragraph else len(window)
        )
        if close and (close.end() < len(window) or self._complete(at)):
            self._say(window[at : close.start()].replace("`", "").replace("\n", " "))
            self._before = "`"
            self._code = 0
            return close.end()
        if not paragraph and not self._complete(at):
            return _WAIT_FAR
        self._code = 0
        return 0

    def _run_length(self, at: int) -> int:
        char, end = self._text[at], at
        last = min(len(self._text), at + _RUN)
        while end < last and self._text[end] == char:
            end += 1
        return end - at

    def _read_backticks(self, at: int) -> int:
        count = self._run_length(at)
        if at + count == len(self._text) and count < _RUN and not self._final:
            return _WAIT_NEXT
        if not self._code:
            self._code = count
        elif self._code == count:
            self._code = 0
        self._before = "`"
        return at + count

    def _read_emphasis(self, at: int) -> int:
        """A run of delimiters (CommonMark 6.2): dropped if it opens or closes, spoken if it does neither."""
        char, count = self._text[at], self._run_length(at)
        end = at + count
        if end == len(self._text) and count < _RUN and not self._final:
            return _WAIT_NEXT
        after = self._text[end : end + 1]
        before, opened = self._before, self._emphasis[char]
        left = bool(after) and _flanks(before, after)
        right = _flanks(after or " ", before)
        if char == "_":
            left, right = (
                left and (not right or _is_punctuation(before)),
                right and (not left or _is_punctuation(after)),
            )
        spoken = count
        if self._formula or (char == "~" and count == 1) or count == _RUN:
            pass
        elif before.isdigit() and after.isdigit() and char == "*":
            pass  # 2*3*4
        elif right and opened:
            spoken = 0
            self._emphasis[char] = max(0, opened - count)
        elif left and right and char == "*" and count == 1:
            closed = re.compile(r"\*[^\s*]{1,40}").match(self._text, at)
            stop = closed.end() if closed else end
            if stop == len(self._text) and stop - at < 41 and not self._final:
                return _WAIT_NEXT
            if self._text[stop : stop + 1] == "*":
                spoken = 0
                self._emphasis[char] += 1
        elif left:
            spoken = 0
            self._emphasis[char] += count
        elif (right and count > 1 and char != "_") or not after:
            spoken = 0  # the end of what opened in another block; a mark cut off by the end of the text
        if spoken:
            self._say(char * spoken)
        self._before = char
        return end

    def _read_exclamation(self, at: int) -> int:
        if at + 1 == len(self._text) and not self._final:
            return _WAIT_NEXT
        if self._text[at + 1 : at + 2] != "[":
            self._say("!")
        self._before = "!"
        return at + 1

    def _read_open_bracket(self, at: int) -> int:
        text = self._text
        footnote = _FOOTNOTE.match(text, at)
        if footnote:
            return footnote.end()
        if not self._final and _FOOTNOTE_PART.match(text, at):
            return _WAIT_NEXT
        if self._before.isalnum() or text[at + 1 : at + 2] in {".", "…"}:
            index = _INDEX.match(text, at)
            if index and (index.end() < len(text) or self._final):
                self._say(index.group())
                self._before = "]"
                return index.end()
            if not self._final and _INDEX_PART.match(text, at):
                return _WAIT_NEXT
        self._brackets += 1
        self._before = "["
        return at + 1

    def _read_close_bracket(self, at: int) -> int:
        """The end of a link text; what follows in parentheses or brackets is its address."""
        text = self._text
        if not self._brackets:
            self._say("]")
            self._before = "]"
            return at + 1
        if at + 1 == len(text) and not self._final:
            return _WAIT_NEXT
        end = at + 1
        window = text[: at + HOLD]
        follows = text[end : end + 1]
        if follows == "(":
            found, part = _LINK_END.match(window, end), _LINK_PART.match(window, end)
        elif follows == "[":
            found, part = _LABEL.match(window, end), _LABEL_PART.match(window, end)
        else:
            found = part = None
        if found:
            end = found.end()
        elif part:
            if not self._complete(at):
                return _WAIT_FAR
            # Cut off by the end of the text, or an address as long as an image in a data: URL.
            end = part.end()
            if follows == "(" and not self._final:
                self._silence = _LONG_ADDRESS
        self._brackets -= 1
        self._before = "]"
        return end

    def _read_angle(self, at: int) -> int:
        text = self._text
        follows = text[at + 1 : at + 2]
        if not follows and not self._final:
            return _WAIT_NEXT
        if not (follows.isalnum() or follows in {"/", "!", "?"}):
            return self._read_literal(at)
        if follows in "!?":
            return self._read_declaration(at)
        window = text[: at + HOLD]
        link = _AUTOLINK.match(window, at)
        if link:
            self._say(link.group(1))
            self._before = ">"
            return link.end()
        tag = _TAG.match(window, at)
        if tag and not (self._before.isalnum() and tag.group(3) and "=" not in tag.group(3)):
            name = tag.group(2).lower()
            if name in _SILENT_TAGS and not tag.group(1):
                self._silence = _SILENT_TAGS[name]
            if name not in _INLINE_TAGS:
                self._say(" ")
                self._before = " "
            return tag.end()
        if not tag and _TAG_PART.match(window, at):
            if not self._complete(at):
                return _WAIT_FAR
            return len(text) if follows == "/" and self._final else at + 1
        return self._read_literal(at)

    def _read_declaration(self, at: int) -> int:
        text = self._text
        for start, close in _DECLARATIONS:
            head = text[at : at + len(start)]
            if head == start:
                end = text.find(close, at + len(start), at + HOLD)
                if end >= 0:
                    return end + len(close)
                if not self._complete(at):
                    return _WAIT_FAR
                return at + len(start)
            if not self._final and start.startswith(head) and at + len(head) == len(text):
                return _WAIT_NEXT
        return self._read_literal(at)

    def _read_entity(self, at: int) -> int:
        entity = _ENTITY.match(self._text, at)
        if entity:
            plain = html.unescape(entity.group())
            if plain != entity.group():
                self._say(plain)
                self._before = plain[-1:] or " "
                return entity.end()
        elif not self._final and _ENTITY_PART.match(self._text, at):
            return _WAIT_NEXT
        return self._read_literal(at)

    def _read_escape(self, at: int) -> int:
        if at + 1 == len(self._text):
            if self._final:
                return at + 1
            return _WAIT_NEXT
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
        if char.isascii() and _is_punctuation(char):
            self._say(char)
            self._before = char
            return at + 2
        if not self._formula:
            self._say("\\")
        self._before = "\\"
        return at + 1

    def _read_dollar(self, at: int) -> int:
        text = self._text
        count = self._run_length(at)
        if at + count == len(text) and count < _RUN and not self._final:
            return _WAIT_NEXT
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
        if text[at + 1 : at + 2].isdigit():
            money = _MONEY.match(text, at)
            if money and (money.end() < len(text) or self._final):
                return self._read_literal(at)
            if (
                not self._final
                and re.match(r"\$[\d.,]*[A-Za-z]{0,2}\Z", text[at : at + HOLD])
                and not self._complete(at)
            ):
                return _WAIT_NEXT
        window = text[: at + HOLD]
        newline = window.find("\n", at)
        formula = _FORMULA.match(window, at)
        if formula and (formula.end() < len(text) or self._final):
            self._formula = "$"
            self._before = "$"
            return at + 1
        if newline < 0 and not self._complete(at) and not text[at + 1 : at + 2].isspace():
            return _WAIT_FAR
        return self._read_literal(at)

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
        if newline < 0:
            if not self._complete(at):
                return _WAIT_FAR
        else:
            row = _DELIMITER_ROW.match(self._text, newline + 1)
            if row and "|" in row.group() and row.end() < at + HOLD and (row.end() < len(self._text) or self._final):
                self._table = self._row = self._delimiter_due = True
                self._paragraph = False
                return at
            if not self._complete(at) and _DELIMITER_PART.match(self._text, newline + 1):
                return _WAIT_NEXT
        self._pipes = True
        return self._read_literal(at)

    def _read_hash(self, at: int) -> int:
        """Leave out the closing sequence of a heading (CommonMark 4.2)."""
        run = re.compile(r"#+[ \t]*").match(self._text, at, at + HOLD)
        end = run.end() if run else at + 1
        if end == len(self._text) and not self._complete(at):
            return _WAIT_NEXT
        if not (self._before in " \t" and self._text[end : end + 1] in {"", "\n"}):
            self._say(self._text[at:end])
            self._before = self._text[end - 1]
        return end

    def _read_literal(self, at: int) -> int:
        self._before = self._text[at]
        self._say(self._before)
        return at + 1

    _LINE_STARTS: Final[dict[str, Callable[["MarkdownStripper", int, str, bool], int]]] = {
        ">": _read_quote,
        "#": _read_heading,
        "`": _read_fence,
        "~": _read_fence,
        "=": _read_underline,
        "|": _read_row,
        "[": _read_bracket,
        "_": _read_bullet,
        **dict.fromkeys(_BULLETS, _read_bullet),
        **dict.fromkeys("0123456789", _read_number),
    }
    _INLINE: Final[dict[str, Callable[["MarkdownStripper", int], int]]] = {
        "`": _read_backticks,
        "*": _read_emphasis,
        "_": _read_emphasis,
        "~": _read_emphasis,
        "!": _read_exclamation,
        "[": _read_open_bracket,
        "]": _read_close_bracket,
        "<": _read_angle,
        "&": _read_entity,
        "\\": _read_escape,
        "$": _read_dollar,
        "|": _read_pipe,
        "#": _read_hash,
    }


def _is_punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"


def _flanks(outside: str, inside: str) -> bool:
    """Whether a run between the two flanks `inside` (CommonMark 6.2)."""
    if inside.isspace():
        return False
    return not _is_punctuation(inside) or outside.isspace() or _is_punctuation(outside)
