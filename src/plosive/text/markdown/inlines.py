"""Owns what Markdown means inside a line: emphasis, links, code, html, entities, maths.

It refuses to know how lines make blocks: that is `plosive.text.markdown.blocks`.
"""

import re
from collections.abc import Callable
from typing import Final

from plosive.text.characters import UNSPOKEN
from plosive.text.markdown.dollars import formula_begins
from plosive.text.markdown.emphasis import LONGEST_RUN, SPACELESS, is_punctuation, marks_spoken, run_length
from plosive.text.markdown.formulas import construct_end, plain
from plosive.text.markdown.links import (
    FOOTNOTE,
    FOOTNOTE_PART,
    INDEX,
    INDEX_PART,
    LONG_ADDRESS,
    PRONUNCIATION,
    PRONUNCIATION_PART,
    address_end,
    citation_end,
    is_governed,
)
from plosive.text.markdown.lookahead import BLANK_LINE, HOLD, WAIT_FAR, WAIT_NEXT
from plosive.text.markdown.page import Page
from plosive.text.markdown.tags import CLOSING_TAGS, OPEN_ATTRIBUTE, declaration_end, entity_at, tag_at, tag_may_begin

_PLAIN: Final = re.compile(r"(?>(?:[^\\`*_~\[\]!<&$|\n]++|!(?=[^\[]))+)")
_HEADING: Final = re.compile(r"[^\\`*_~\[\]!<&$|\n#]+")
_MATHS: Final = re.compile(r"[^\\$|\n{}^_&]+")
_CODE: Final = re.compile(r"[^\n]+")

_DELIMITER_ROW: Final = re.compile(r"[ \t>]*(?=[^\n]*-)[|:\- \t]+(?=\n|\Z)")
# A sentence ends, and the next one has at least two words. "Avg. Price" does not match.
_NEXT_SENTENCE: Final = re.compile(r"[a-z0-9][.!?][\"')*_]* +[A-Z][\w'’]* +[a-z]")
_DELIMITER_PART: Final = re.compile(r"[ \t>]*[|:\- \t]*\Z")


def read_silence(page: Page, close: re.Pattern[str]) -> int:
    """Skip the text that is not spoken, up to the end of the match of `close`."""
    found = close.search(page.text, page.at)
    if found:
        page.silence = None
        return found.end()
    # The closing tag may have begun.
    waits = close in CLOSING_TAGS and not page.final
    tag = page.text.rfind("<", max(page.at, len(page.text) - HOLD)) if waits else -1
    return len(page.text) if tag < 0 else tag if tag > page.at else WAIT_FAR


def read_inline(page: Page) -> int:
    """Read on to the end of the line or of the text, or to the point where more text is needed."""
    text, at, size = page.text, page.at, len(page.text)
    line, inline = page.line, page.inline
    while at < size:
        plain = _CODE if line.code else _MATHS if inline.formula else _HEADING if line.heading else _PLAIN
        run = plain.match(text, at)
        if run:
            words = run[0]
            page.said.say(words)
            inline.before = words[-1]
            page.at = at = run.end()
            if at == size:
                return at
        char = text[at]
        if char == "\n":
            page.end_line()
            return at + 1
        if inline.backticks and char != "`" and not (char == "|" and line.row):
            end = _read_code_span(page, at)
        elif inline.formula and char in "^_":
            end = _read_construct(page, at)
        elif inline.formula and char in "{}":
            page.said.say(" " + UNSPOKEN)
            end = at + 1
        elif inline.formula and char == "&":
            end = at + 1  # it aligns the lines of a formula
        else:
            end = 0
        at = end or _INLINE[char](page, at)
        if at < 0 or page.silence:
            return at
        page.at = at
    return at


def _read_code_span(page: Page, at: int) -> int:
    """Write the code up to its closing backticks unchanged. Return 0 if there are none: then it is not code."""
    text, inline = page.text, page.inline
    window = text[: at + HOLD]
    paragraph = BLANK_LINE.search(window, at)
    close = re.compile(f"(?<!`)`{{{inline.backticks}}}(?!`)").search(
        window, at, paragraph.start() if paragraph else len(window)
    )
    if close and (close.end() < len(window) or page.complete(at)):
        code = window[at : close.start()].replace("`", "").replace("\n", " ")
        page.said.say(code.replace("\\|", "|") if page.line.row else code)
        inline.backticks = 0
        return _skip(page, "`", close.end())
    if not paragraph and not page.complete(at):
        return WAIT_FAR
    inline.backticks = 0
    return 0


def _read_backticks(page: Page, at: int) -> int:
    text, inline = page.text, page.inline
    count = run_length(text, at)
    if at + count == len(text) and count < LONGEST_RUN and not page.final:
        return WAIT_NEXT
    if not inline.backticks:
        inline.backticks = count
    elif inline.backticks == count:
        inline.backticks = 0
    return _skip(page, "`", at + count)


def _read_emphasis(page: Page, at: int) -> int:
    text, inline = page.text, page.inline
    end = at + run_length(text, at)
    if end == len(text) and end - at < LONGEST_RUN and not page.final:
        return WAIT_NEXT
    opened = inline.opened[text[at]]
    spoken = end - at
    if not inline.formula:
        spoken = marks_spoken(inline.opened, text, at, end, inline.before, final=page.final)
    if spoken < 0:
        return spoken
    if spoken:
        return _say(page, text[at : at + spoken], end)
    if inline.bold_ends is not None and inline.opened[text[at]] < opened:
        inline.bold_ends += 1
    return _skip(page, text[at], end)


def _read_exclamation(page: Page, at: int) -> int:
    if at + 1 == len(page.text) and not page.final:
        return WAIT_NEXT
    return (_skip if page.text[at + 1 : at + 2] == "[" else _say)(page, "!", at + 1)


def _read_open_bracket(page: Page, at: int) -> int:
    text, follows = page.text, page.text[at + 1 : at + 2]
    if follows in {"", "^"}:
        footnote = FOOTNOTE.match(text, at)
        if footnote:
            return _leave_out(page, footnote.end())
        if not page.final and FOOTNOTE_PART.match(text, at):
            return WAIT_NEXT
    if page.said.goes_on and (follows.isdigit() or follows in {"[", "c"}) and (end := _read_citation(page, at)):
        return end
    if page.inline.before.isalnum() or follows in {".", "…"}:
        index = INDEX.match(text, at)
        if index and (index.end() < len(text) or page.final):
            return _say(page, index.group(), index.end())
        if not page.final and INDEX_PART.match(text, at):
            return WAIT_NEXT
    page.inline.brackets += 1
    page.said.begin_link()
    return _skip(page, "[", at + 1)


def _read_citation(page: Page, at: int) -> int:
    """Leave out the citation at `at`. Return 0 if there is none."""
    before = page.inline.before
    if before == " " and is_governed(page.said.last_word):
        return 0
    end = citation_end(page.text, at, before, page.said.last, final=page.final)
    if end > 0 and page.text[end : end + 1] == "(":
        # Its address is read like the address of a link without a text.
        page.inline.brackets += 1
        end -= 1
    return _leave_out(page, end) if end > 0 else end


def _leave_out(page: Page, end: int) -> int:
    """Leave out a reference that ends at `end`."""
    page.said.leave_out()
    return _skip(page, "]", end)


def _read_close_bracket(page: Page, at: int) -> int:
    """A link text ends; its address follows in parentheses or brackets."""
    text, inline = page.text, page.inline
    if not inline.brackets:
        return _say(page, "]", at + 1)
    if at + 1 == len(text) and not page.final:
        return WAIT_NEXT
    if sounds := PRONUNCIATION.match(text, at + 1):
        inline.brackets -= 1
        page.said.pronounce(sounds[1])
        return _skip(page, "]", sounds.end())
    if PRONUNCIATION_PART.match(text, at + 1) and not page.complete(at):
        return WAIT_NEXT
    end, whole = address_end(text[: at + HOLD], at + 1)
    if not whole:
        if not page.complete(at):
            return WAIT_FAR
        # Cut off by the end of the text, or very long.
        if text[at + 1] == "(" and not page.final:
            page.silence = LONG_ADDRESS
    inline.brackets -= 1
    return _skip(page, "]", end)


def _read_angle(page: Page, at: int) -> int:
    text, inline = page.text, page.inline
    follows = text[at + 1 : at + 2]
    if not follows and not page.final:
        return WAIT_NEXT
    if not (follows.isalnum() or follows in "/!?|｜"):
        return _read_literal(page, at)
    if follows in "!?":
        end = declaration_end(text, at, complete=page.complete(at), final=page.final)
        return end or _read_literal(page, at)
    window = text[: at + HOLD]
    tag = tag_at(window, at, inline.before, starting=not page.said.begun)
    if tag:
        if tag.spoken:
            page.said.say(tag.spoken)
            inline.before = ">" if tag.spoken != " " else " "
        page.silence = tag.silence
        return tag.end
    if tag_may_begin(window, at, inline.before):
        if not page.complete(at):
            return WAIT_FAR
        if page.final and (follows == "/" or OPEN_ATTRIBUTE.search(text, at)):
            return len(text)
        if not (inline.before.isalnum() or text[-1] == "."):
            return at + 1  # a tag that is cut off, not "x<y" or "x <y z."
    return _read_literal(page, at)


def _read_entity(page: Page, at: int) -> int:
    plain, end = entity_at(page.text, at)
    if end > 0:
        page.said.say(plain)
        return _skip(page, plain[-1:] or " ", end)
    return _read_literal(page, at) if not end or page.final else end


def _read_escape(page: Page, at: int) -> int:
    text, inline = page.text, page.inline
    if at + 1 == len(text):
        return at + 1 if page.final else WAIT_NEXT
    char = text[at + 1]
    if char == "\n":
        return at + 1
    if char in "()[]":
        # TeX's maths delimiters. Even if they were meant as brackets, they are not spoken.
        inline.formula = "\\" if char in "([" else ""
        return _skip(page, " ", at + 2)
    if inline.formula and char == "\\":
        page.said.end_cell()  # a line of the formula ends
        return _skip(page, " ", at + 2)
    if inline.formula and char in ",;:! ":
        page.said.say(" ")
        return at + 2
    if inline.formula and char.isascii() and char.isalpha():
        return _read_construct(page, at)
    if char.isascii() and is_punctuation(char):
        return _say(page, char, at + 2)
    return (_skip if inline.formula else _say)(page, "\\", at + 1)


def _read_construct(page: Page, at: int) -> int:
    """Read a command, a power or an index of LaTeX with its arguments, which have to be whole."""
    end = construct_end(page.text[: at + HOLD], at)
    if end == 0 and page.final and page.text[at] == "\\":
        end = construct_end(page.text + " ", at)
    if end == 0 and not page.complete(at):
        return WAIT_NEXT
    if end <= 0:
        return _skip(page, page.text[at], at + 1)
    words = plain(page.text[at:end])
    if page.inline.before.isspace():
        words = words.lstrip()
    if not words:
        return end
    return _say(page, words, end)


def _read_dollar(page: Page, at: int) -> int:
    text, inline = page.text, page.inline
    count = run_length(text, at)
    if at + count == len(text) and count < LONGEST_RUN and not page.final:
        return WAIT_NEXT
    if count == 2:
        inline.formula = "" if inline.formula == "$$" else "$$"
        return _skip(page, " ", at + 2)
    if count > 2:
        page.said.say(text[at : at + count])
        return at + count
    if inline.formula:
        inline.formula = ""
        return _skip(page, "$", at + 1)
    if inline.before.isalnum() and inline.before < SPACELESS:
        return _read_literal(page, at)
    begins = formula_begins(text, at, complete=page.complete(at), final=page.final)
    if begins < 0:
        return begins
    if not begins:
        return _read_literal(page, at)
    inline.formula = "$"
    return _skip(page, "$", at + 1)


def _read_pipe(page: Page, at: int) -> int:
    """A cell's end, or the first sign of a table whose rows do not begin with a pipe (GFM 4.10)."""
    if page.line.row:
        page.said.end_cell()
        return _skip(page, " ", at + 1)
    if page.inline.piped or page.line.heading:
        return _read_literal(page, at)
    newline = page.text.find("\n", at, at + HOLD)
    if _NEXT_SENTENCE.search(page.text, at, newline if newline >= 0 else at + HOLD):
        pass  # no cell of a header
    elif newline < 0:
        if not page.complete(at):
            return WAIT_FAR
    else:
        row = _DELIMITER_ROW.match(page.text, newline + 1)
        if row and "|" in row.group() and row.end() < at + HOLD and (row.end() < len(page.text) or page.final):
            page.begin_table()
            return at
        if not page.complete(at) and _DELIMITER_PART.match(page.text, newline + 1):
            return WAIT_NEXT
    page.inline.piped = True
    return _read_literal(page, at)


def _read_hash(page: Page, at: int) -> int:
    """Leave out the closing sequence of a heading (CommonMark 4.2)."""
    run = re.compile(r"#+[ \t]*").match(page.text, at, at + HOLD)
    end = run.end() if run else at + 1
    if end == len(page.text) and not page.complete(at):
        return WAIT_NEXT
    if page.inline.before in " \t" and page.text[end : end + 1] in {"", "\n"}:
        return end
    return _say(page, page.text[at:end], end)


def _read_literal(page: Page, at: int) -> int:
    return _say(page, page.text[at], at + 1)


def _say(page: Page, words: str, end: int) -> int:
    """Write the words for the construct that ends at `end`, and read on there."""
    page.said.say(words)
    page.inline.before = words[-1]
    return end


def _skip(page: Page, before: str, end: int) -> int:
    """Read on at `end`, as if `before` were the preceding character."""
    page.inline.before = before
    return end


_INLINE: Final[dict[str, Callable[[Page, int], int]]] = {
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
