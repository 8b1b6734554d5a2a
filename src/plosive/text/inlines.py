"""Owns what Markdown means inside a line: emphasis, links, code, html, entities, maths; and the text that goes out.

It refuses to know how lines make blocks: that is `plosive.text.markdown`.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from plosive.text.characters import CharacterCleaner

# How far an undecided construct may reach: a link title, tag, comment or table header longer than this is read as text.
# CommonMark 6.3 ends link labels at 999 characters.
HOLD: Final = 1000
# Runs of marks longer than this are decoration, not emphasis; it bounds what is looked at twice.
_RUN: Final = 64

WAIT_NEXT: Final = -1  # any further character may decide
WAIT_FAR: Final = -2  # only a mark or a newline may decide

PLAIN: Final = re.compile(r"(?:[^\\`*_~\[\]!<&$|\n]++|!(?=[^\[]))++")
# Emphasis and code around plain words, seen whole: what reading mark by mark would make of it, at a quarter of the cost.
_WORDS: Final = r"[^\\`*_~\[\]!<&$|\n#]"
_CLOSED_EMPHASIS: Final = re.compile(rf"(\*{{1,3}}|_{{1,3}}|~~)([^\W_](?:{_WORDS}*[^\W_])?[:,.;?]?)\1(?=[\s,.;:?!)])")
_CLOSED_CODE: Final = re.compile(rf"`({_WORDS}+)`(?=[^`])")
_HEADING: Final = re.compile(r"[^\\`*_~\[\]!<&$|\n#]+")
_MATHS: Final = re.compile(r"[^\\$|\n{}]+")
_RAW: Final = re.compile(r"[^\n]+")

BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_DELIMITER_ROW: Final = re.compile(r"[ \t>]*(?=[^\n]*-)[|:\- \t]+(?=\n|\Z)")
_DELIMITER_PART: Final = re.compile(r"[ \t>]*[|:\- \t]*\Z")

TITLE: Final = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"""
_PARENTHESES: Final = r"\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\)"
_ADDRESS: Final = rf"(?:<[^<>\n]*+>|(?:[^\s()\\<]|\\.|{_PARENTHESES})(?:[^\s()\\]|\\.|{_PARENTHESES})*+)"
_LINK_END: Final = re.compile(rf"\(\s*(?:{_ADDRESS}(?:\s+{TITLE})?)?\s*\)", re.DOTALL)
_LINK_PART: Final = re.compile(r"""\(\s*(?:<[^<>\n]*|[^\s<]\S*)?(?:\s+(?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)?\s*\Z""")
LABEL: Final = re.compile(r"\[(?:[^\[\]\\]|\\.){0,300}+\]", re.DOTALL)
LABEL_PART: Final = re.compile(r"\[(?:[^\[\]\\]|\\.){0,300}+\\?\Z", re.DOTALL)
_FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]{1,64}\]")
_FOOTNOTE_PART: Final = re.compile(r"\[(?:\^[^\[\]\s]{0,64})?\Z")
_INDEX: Final = re.compile(r"(?:\[[\w.,:+\- ]{0,24}\]){1,4}(?=[^(\[]|\Z)|\[(?:\.{3}|…)\]")
_INDEX_PART: Final = re.compile(r"\[(?:[\w.,:+\- \]\[]{0,100}|\.{1,3}|…)\Z")

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
REST_OF_LINE: Final = re.compile(r"\n")
_LONG_ADDRESS: Final = re.compile(r"\)|(?=\s)")
_DECLARATIONS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_ENTITY: Final = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY_PART: Final = re.compile(r"&(?:#?[0-9A-Za-z]{0,32})\Z")

_MONEY: Final = re.compile(r"\$[\d.,]+(?:(?:[kKMBbTt]|bn|mn|tn|mm)(?!\w)|(?![\w^\\{$+*/=(]))")
# Pandoc's rule: no space inside the dollars, no digit after them.
_FORMULA: Final = re.compile(r"\$(?=[^\s$])(?:[^$\n\\]|\\.)*(?<!\s)\$(?!\d)")


class InlineReader:
    """Reads the text of one line after the other, from where a block leaves it to the end of the line."""

    def __init__(self) -> None:
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

    def _end_line(self) -> None:
        if self._heading or self._row or self._raw:
            self._end_block()
        else:
            self._soft = self._said
        self._line = True
        self._before = " "
        self._raw = self._marked = self._item = self._pipes = False
        self._was_quote, self._quote = self._quote, False

    def _complete(self, at: int) -> bool:
        """Whether no more text may be waited for: it ended, or the undecided part is as long as it may get."""
        return self._final or len(self._text) - at >= HOLD

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
                self._say(" ")
                end = at + 1
            else:
                end = 0
            at = end or self._INLINE[char](self, at)
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
            self._say(window[at : close.start()].replace("`", "").replace("\n", " "))
            self._before = "`"
            self._code = 0
            return close.end()
        if not paragraph and not self._complete(at):
            return WAIT_FAR
        self._code = 0
        return 0

    def _run_length(self, at: int) -> int:
        char, end = self._text[at], at
        last = min(len(self._text), at + _RUN)
        while end < last and self._text[end] == char:
            end += 1
        return end - at

    def _read_backticks(self, at: int) -> int:
        if not self._code and (closed := _CLOSED_CODE.match(self._text, at)):
            self._say(closed[1])
            self._before = "`"
            return closed.end()
        count = self._run_length(at)
        if at + count == len(self._text) and count < _RUN and not self._final:
            return WAIT_NEXT
        if not self._code:
            self._code = count
        elif self._code == count:
            self._code = 0
        self._before = "`"
        return at + count

    def _read_emphasis(self, at: int) -> int:
        """A run of delimiters (CommonMark 6.2): dropped if it opens or closes, spoken if it does neither."""
        if self._before in " (" and not self._formula and (closed := _CLOSED_EMPHASIS.match(self._text, at)):
            self._say(closed[2])
            self._before = closed[1][0]
            return closed.end()
        char, count = self._text[at], self._run_length(at)
        end = at + count
        if end == len(self._text) and count < _RUN and not self._final:
            return WAIT_NEXT
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
                return WAIT_NEXT
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
            return WAIT_NEXT
        if self._text[at + 1 : at + 2] != "[":
            self._say("!")
        self._before = "!"
        return at + 1

    def _read_open_bracket(self, at: int) -> int:
        text = self._text
        follows = text[at + 1 : at + 2]
        if follows in {"", "^"}:
            footnote = _FOOTNOTE.match(text, at)
            if footnote:
                return footnote.end()
            if not self._final and _FOOTNOTE_PART.match(text, at):
                return WAIT_NEXT
        if self._before.isalnum() or follows in {".", "…"}:
            index = _INDEX.match(text, at)
            if index and (index.end() < len(text) or self._final):
                self._say(index.group())
                self._before = "]"
                return index.end()
            if not self._final and _INDEX_PART.match(text, at):
                return WAIT_NEXT
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
            return WAIT_NEXT
        end = at + 1
        window = text[: at + HOLD]
        follows = text[end : end + 1]
        found = part = None
        if follows == "(":
            found = _LINK_END.match(window, end)
            part = None if found else _LINK_PART.match(window, end)
        elif follows == "[":
            found = LABEL.match(window, end)
            part = None if found else LABEL_PART.match(window, end)
        if found:
            end = found.end()
        elif part:
            if not self._complete(at):
                return WAIT_FAR
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
            return WAIT_NEXT
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
                return WAIT_FAR
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
                    return WAIT_FAR
                return at + len(start)
            if not self._final and start.startswith(head) and at + len(head) == len(text):
                return WAIT_NEXT
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
            return WAIT_NEXT
        return self._read_literal(at)

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
        if text[at + 1 : at + 2].isdigit():
            money = _MONEY.match(text, at)
            if money and (money.end() < len(text) or self._final):
                return self._read_literal(at)
            if (
                not self._final
                and re.match(r"\$[\d.,]*[A-Za-z]{0,2}\Z", text[at : at + HOLD])
                and not self._complete(at)
            ):
                return WAIT_NEXT
        window = text[: at + HOLD]
        newline = window.find("\n", at)
        formula = _FORMULA.match(window, at)
        if formula and (formula.end() < len(text) or self._final):
            self._formula = "$"
            self._before = "$"
            return at + 1
        if newline < 0 and not self._complete(at) and not text[at + 1 : at + 2].isspace():
            return WAIT_FAR
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

    _INLINE: Final[dict[str, Callable[["InlineReader", int], int]]] = {
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
