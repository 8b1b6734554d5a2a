"""Owns what the start of a line means: headings, lists, quotes, tables, code, rules, definitions (CommonMark 4 and 5).

It refuses to look ahead to the end of a block: a line's start and at most the next line decide its kind.
"""

import re
from collections.abc import Callable
from typing import Final

from plosive.text.characters import DIGIT_KEYCAPS, EMOJI
from plosive.text.markdown.links import LABEL, LABEL_PART, definition_end
from plosive.text.markdown.lookahead import HOLD, WAIT_FAR, WAIT_NEXT
from plosive.text.markdown.page import Line, Page
from plosive.utterance import Break

_BULLETS: Final = "-*+•◦‣⁃∙●○■□▸▹►–—→"
_ITEM_STARTS: Final = _BULLETS + "0123456789"
_REST_OF_LINE: Final = re.compile(r"\n")
_QUOTE_PREFIX: Final = re.compile(r" {0,3}> ?")
# A box with a title of its own, as GitHub shows "> [!NOTE]".
_ALERT: Final = re.compile(r"\[!([A-Za-z]{1,20})\][ \t]*\Z")
_ALERT_PART: Final = re.compile(r"\[(?:!(?:[A-Za-z]{0,20}\]?[ \t]*)?)?\Z")
# Item numbers that are used in practice, though not in CommonMark: "1、", "①", "一、", "（二）", "(3) ".
_CJK_DIGITS: Final = "一二三四五六七八九十"
_OTHER_NUMBER: Final = re.compile(
    rf"(?:[{_CJK_DIGITS}]{{1,3}}|[0-9]{{1,3}})、|[①-⑳]|（(?:[{_CJK_DIGITS}]{{1,3}}|[0-9]{{1,3}})）|\([0-9]{{1,3}}\)[ \t]"
)
_OTHER_NUMBER_PART: Final = re.compile(rf"[{_CJK_DIGITS}]{{1,3}}\Z|（[{_CJK_DIGITS}0-9]{{0,3}}\Z|\([0-9]{{0,3}}\)?\Z")
# "a." and "ii)" begin items in practice, though not in CommonMark.
_LETTER: Final = re.compile(r"(?:[a-h]|[ivx]{1,4})[.)] ")
_LETTER_PART: Final = re.compile(r"(?:[a-h]|[ivx]{1,4})[.)]?\Z")
# "Age: 30" in a line of its own.
_FIELD: Final = re.compile(r"[^\W\d_][\w'’-]{0,24}(?: [\w'’-]{1,24}){0,2}:[ \t]+\S")
_FIELD_PART: Final = re.compile(r"[^\W\d_][\w'’-]{0,24}(?: [\w'’-]{0,24}){0,2}(?::[ \t]*)?")
_GOES_ON: Final = frozenset(",;:–—-([")  # the last line is not complete
_BOX: Final = re.compile(r"\[[ xX]\][ \t]")
_BOX_PART: Final = re.compile(r"\[(?:[ xX]\]?)?")
_KEYCAPS_PART: Final = re.compile("(?:[0-9]\ufe0f?)?")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def read_line_start(page: Page) -> int:
    """Read one mark at the start of a line, or find that text starts."""
    start, text, block = page.at, page.text, page.block
    if block.fence and block.fence_quoted and not page.line.quoted:
        return _read_quoted_fence(page, start)
    newline = text.find("\n", start, start + HOLD)
    line = text[start : newline if newline >= 0 else start + HOLD]
    whole = newline >= 0 or page.complete(start)
    if block.fence:
        return _read_code_line(page, start, line, whole)
    if block.delimiter_due:
        if not whole:
            return WAIT_FAR
        block.delimiter_due = False
        return _drop_line(page, start + len(line))
    bare = line.lstrip(" \t")
    if not bare:
        return _read_blank_line(page, start + len(line)) if whole else WAIT_NEXT
    at = start + len(line) - len(bare)
    if _is_indented_code(page, bare, at - start, indented=line.startswith("\t") or at - start >= 4):
        return _read_code(page, at)
    return _LINE_STARTS.get(bare[0], _read_other)(page, at, bare, whole)


def _is_indented_code(page: Page, bare: str, spaces: int, *, indented: bool) -> bool:
    """Whether a line is code by its indentation; it also tells whether a list goes on (CommonMark 4.4, 5.2)."""
    block, marked, was_in_list = page.block, page.line.marked, page.block.in_list
    block.in_list = block.in_list and (
        indented or not block.after_blank or marked or bare[0] in _ITEM_STARTS or spaces > 0
    )
    if was_in_list and not block.in_list:
        page.said.lengthen_end(Break.PARAGRAPH)
    is_code = indented and not (block.paragraph or block.in_list or marked or block.table)
    if is_code and not block.indented:
        _announce_code(page)
    block.indented = is_code
    return is_code


def _start_text(page: Page, at: int) -> int:
    """The rest of the line is text."""
    block, line = page.block, page.line
    if block.table and not line.row:
        page.end_block()
        line.row = True
    line.at_start = block.after_blank = line.after_item = False
    bold = page.text.startswith(("**", "__"), at)
    if bold and block.paragraph and page.inline.bold_ends:
        page.end_block()  # each of two lines begins with a label: "**Name:** Ada" and "**Age:** 5"
    # A line that is bold throughout is a title: "**Step 1**" with its text in the next line.
    page.inline.begin_line(bold=bold)
    block.paragraph = not (line.heading or line.row)
    return at


def _interrupt(page: Page) -> None:
    """Another kind of block begins: the open block ends, also a table."""
    block = page.block
    page.end_block(Break.PARAGRAPH if block.paragraph and not block.in_list else Break.SENTENCE)
    page.block.table = False


def _read_other(page: Page, at: int, bare: str, whole: bool) -> int:
    char, paragraph = bare[0], page.block.paragraph
    if at == page.at and char.isalpha() and not (paragraph and char in _CJK_DIGITS):
        if paragraph and not whole and _LETTER_PART.match(bare):
            return WAIT_NEXT
        if paragraph and _LETTER.match(bare):
            page.end_block()
        elif paragraph and char.isupper() and page.said.last not in _GOES_ON:
            if not whole and _FIELD_PART.fullmatch(bare):
                return WAIT_NEXT
            if _FIELD.match(bare):
                page.end_block()
        return _start_text(page, at)
    if not whole and _OTHER_NUMBER_PART.match(bare):
        return WAIT_NEXT
    if EMOJI.match(bare) or _OTHER_NUMBER.match(bare):
        return _start_marked_text(page, at)
    return _start_text(page, at)


def _start_marked_text(page: Page, at: int) -> int:
    """The rest of the line is the text of an item that CommonMark does not know: "✅ Done", "①"."""
    if not (page.block.table or page.line.after_item):
        page.end_block()
    return _start_text(page, at)


def _drop_line(page: Page, end: int) -> int:
    """Leave out the line up to `end`: its newline, the end of the text, or the most characters that may be held."""
    page.line = Line(page.line.quoted)
    return end + 1 if page.text[end : end + 1] == "\n" else end


def _read_blank_line(page: Page, end: int) -> int:
    if not page.line.marked or page.line.quoted:
        _interrupt(page)
        page.block.after_blank = True
    return _drop_line(page, end)


def _read_quoted_fence(page: Page, start: int) -> int:
    """Read the mark of a quote before a line of code; a line without one ends both."""
    prefix = _QUOTE_PREFIX.match(page.text, start)
    if prefix:
        page.line.quoted = True
        return prefix.end()
    if not page.text[start:].strip(" \t") and not page.complete(start):
        return WAIT_NEXT
    page.block.fence = ""
    page.block.after_blank = True
    return start


def _read_code_line(page: Page, start: int, line: str, whole: bool) -> int:
    fence, bare = page.block.fence, line.strip(" \t")
    if not bare.strip(fence[0]):
        if not whole:
            return WAIT_NEXT
        if len(bare) >= len(fence):
            page.block.fence = ""
            page.block.after_blank = True
            return _drop_line(page, start + len(line))
    return _read_code(page, start)


def _announce_code(page: Page) -> None:
    if page.code == "say":
        page.end_block()
        page.said.say("code block")
        page.end_block()


def _read_code(page: Page, at: int) -> int:
    """The rest of the line is code."""
    if page.code == "read":
        page.line.code = True
        return _start_text(page, at)
    page.silence = _REST_OF_LINE
    page.line = Line(page.line.quoted)
    page.block.after_blank = False
    return at


def _read_quote(page: Page, at: int, bare: str, whole: bool) -> int:
    if not page.line.after_quote and not page.line.quoted:
        _interrupt(page)
    page.line.quoted = page.line.marked = True
    page.line.after_item = False
    return at + 1


def _read_bullet(page: Page, at: int, bare: str, whole: bool) -> int:
    """A list item, a thematic break or the underline of a heading (CommonMark 5.2, 4.1, 4.3)."""
    mark = bare[0]
    if not bare.strip(mark + " \t"):
        if not whole:
            return WAIT_NEXT
        count = bare.count(mark)
        underline = mark == "-" and page.block.paragraph and " " not in bare.strip()
        if underline:
            page.end_block(Break.HEADING)
        if underline or (count > 2 and mark in "-*_") or (mark != "_" and (count == 1 or bare[1] in " \t")):
            _interrupt(page)
            return _drop_line(page, at + len(bare))
        return _start_text(page, at)
    if mark == "_" or bare[1] not in " \t":
        return _start_text(page, at)
    return _start_item(page, at + 1)


def _start_item(page: Page, at: int, number: str = "") -> int:
    _interrupt(page)
    page.block.in_list = page.line.marked = page.line.after_item = True
    if number:
        page.said.say(number + " ")
    return at


def _read_number(page: Page, at: int, bare: str, whole: bool) -> int:
    number = _NUMBER.match(bare)
    digits = number.group() if number else ""
    end = len(digits)
    if bare[end : end + 1] == "\ufe0f" and len(bare) == end + 1 and not whole:
        return WAIT_NEXT
    if keycaps := DIGIT_KEYCAPS.match(bare):
        if not whole and _KEYCAPS_PART.fullmatch(bare, keycaps.end()):
            return WAIT_NEXT
        return _start_marked_text(page, at + keycaps.end())
    if bare[end : end + 1] == "、":
        return _start_marked_text(page, at)
    if len(bare) <= end + 1 and not whole and (end < 9 or len(bare) > end) and bare[end:] in {"", ".", ")"}:
        return WAIT_NEXT
    # Only a list that starts at 1 may interrupt a paragraph (CommonMark 5.3).
    allowed = not page.block.paragraph or page.block.in_list or digits == "1"
    if bare[end : end + 1] not in {".", ")"} or bare[end + 1 : end + 2] not in {"", " ", "\t"} or not allowed:
        return _start_text(page, at)
    return _start_item(page, at + end + 1, bare[: end + 1])


def _read_heading(page: Page, at: int, bare: str, whole: bool) -> int:
    end = len(bare) - len(bare.lstrip("#"))
    if end == len(bare) and not whole and end < 7:
        return WAIT_NEXT
    if end > 6 or bare[end : end + 1] not in {"", " ", "\t"}:
        return _start_text(page, at)
    _interrupt(page)
    page.line.heading = True
    return _start_text(page, at + end)


def _read_fence(page: Page, at: int, bare: str, whole: bool) -> int:
    mark = bare[0]
    end = len(bare) - len(bare.lstrip(mark))
    if end == len(bare) and not whole:
        return WAIT_NEXT
    if end < 3 or (mark == "`" and mark in bare[end:]):
        return _start_text(page, at)
    if not whole:
        return WAIT_FAR
    if not page.final and page.text[at + len(bare) : at + len(bare) + 1] != "\n":
        return _start_text(page, at)
    _interrupt(page)
    page.block.fence, page.block.fence_quoted = mark * end, page.line.quoted
    _announce_code(page)
    return _drop_line(page, at + len(bare))


def _read_underline(page: Page, at: int, bare: str, whole: bool) -> int:
    if not page.block.paragraph or bare.strip("= \t"):
        return _start_text(page, at)
    if not whole:
        return WAIT_NEXT
    page.end_block(Break.HEADING)
    return _drop_line(page, at + len(bare))


def _read_row(page: Page, at: int, bare: str, whole: bool) -> int:
    """A table row: it is one if a table is open, or it looks like one on its own ("| a | b |")."""
    if not bare.strip("|:- \t"):
        if not whole:
            return WAIT_NEXT
        if "-" in bare:
            return _drop_line(page, at + len(bare))
    if not page.block.table and bare[1:2] not in {" ", "\t"}:
        if not whole:
            return WAIT_FAR
        if not (bare.rstrip().endswith("|") and bare.count("|") > 1):
            return _start_text(page, at)
    page.end_block()
    page.block.table = page.line.row = True
    return _start_text(page, at + 1)


def _read_bracket(page: Page, at: int, bare: str, whole: bool) -> int:
    """A task box, an alert, or the definition of a link or footnote (CommonMark 4.7)."""
    if page.line.after_item:
        if not whole and _BOX_PART.fullmatch(bare):
            return WAIT_NEXT
        page.line.after_item = False
        if _BOX.match(bare):
            return at + 3
    if page.line.quoted and not page.block.paragraph and bare.startswith("[!"[: len(bare)]):
        alert = _ALERT.match(bare)
        if alert and whole:
            page.said.say(alert[1])
            page.end_block()
            return _drop_line(page, at + len(bare))
        if not whole and _ALERT_PART.match(bare):
            return WAIT_NEXT
    if page.block.paragraph or page.block.table:
        # Links are not defined in the middle of a paragraph, footnotes are wherever a line starts.
        if bare == "[" and not whole:
            return WAIT_NEXT
        if bare[1:2] != "^":
            return _start_text(page, at)
    return _read_label(page, at)


def _read_label(page: Page, at: int) -> int:
    label = LABEL.match(page.text, at)
    if not label:
        part = LABEL_PART.match(page.text, at)
        return WAIT_FAR if part and not page.complete(at) else _start_text(page, at)
    end = label.end()
    if end >= len(page.text) and not page.final:
        return WAIT_NEXT
    if page.text[end : end + 1] != ":" or label.group() == "[]":
        return _start_text(page, at)
    if label.group().startswith("[^"):
        page.end_block()
        page.line.marked = True
        return end + 1
    return _read_definition(page, at, end + 1)


def _read_definition(page: Page, at: int, address: int) -> int:
    end = definition_end(page.text[: at + HOLD], address, complete=page.complete(at))
    if end < 0:
        return end
    if not end:
        return _start_text(page, at)
    if not page.final and page.text[end : end + 1] != "\n":
        page.silence = _REST_OF_LINE  # an address as long as an image in a data: URL
    return _drop_line(page, end)


_LINE_STARTS: Final[dict[str, Callable[[Page, int, str, bool], int]]] = {
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
