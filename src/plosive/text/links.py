"""Owns what brackets mean: links, their labels, addresses and definitions, footnotes, and indexes that are none of these.

It refuses to look an address up or to speak one; patterns that end in the end of the text find what may still go on.
"""

import re
from typing import Final

from plosive.text.lookahead import BLANK_LINE, WAIT_FAR, WAIT_NEXT

_TITLE: Final = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"""
_PARENTHESES: Final = r"\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\)"
_ADDRESS: Final = rf"(?:<[^<>\n]*+>|(?:[^\s()\\<]|\\.|{_PARENTHESES})(?:[^\s()\\]|\\.|{_PARENTHESES})*+)"
_LINK_END: Final = re.compile(rf"\(\s*(?:{_ADDRESS}(?:\s+{_TITLE})?)?\s*\)", re.DOTALL)
_LINK_PART: Final = re.compile(r"""\(\s*(?:<[^<>\n]*|[^\s<]\S*)?(?:\s+(?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)?\s*\Z""")
LONG_ADDRESS: Final = re.compile(r"\)|(?=\s)")
"""The end of an address as long as an image in a data: URL."""

LABEL: Final = re.compile(r"\[(?:[^\[\]\\]|\\.){0,300}+\]", re.DOTALL)
LABEL_PART: Final = re.compile(r"\[(?:[^\[\]\\]|\\.){0,300}+\\?\Z", re.DOTALL)

_DEFINED: Final = r"[ \t]*(?:\n[ \t]*)?(?:<[^<>\n]*>|[^\s<]\S*)"
_DEFINITION: Final = re.compile(rf"{_DEFINED}[ \t]*(?=\n|\Z)")
_TITLED_DEFINITION: Final = re.compile(rf"{_DEFINED}(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE}[ \t]*(?=\n|\Z)", re.DOTALL)

FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]{1,64}\]")
FOOTNOTE_PART: Final = re.compile(r"\[(?:\^[^\[\]\s]{0,64})?\Z")
INDEX: Final = re.compile(r"(?:\[[\w.,:+\- ]{0,24}\]){1,4}(?=[^(\[]|\Z)|\[(?:\.{3}|…)\]")
INDEX_PART: Final = re.compile(r"\[(?:[\w.,:+\- \]\[]{0,100}|\.{1,3}|…)\Z")


def address_end(window: str, at: int) -> tuple[int, bool]:
    """Where the address or label ends that follows a link text at `at`, and whether its end was seen."""
    found = part = None
    follows = window[at : at + 1]
    if follows == "(":
        found = _LINK_END.match(window, at)
        part = None if found else _LINK_PART.match(window, at)
    elif follows == "[":
        found = LABEL.match(window, at)
        part = None if found else LABEL_PART.match(window, at)
    if found:
        return found.end(), True
    return (part.end(), False) if part else (at, True)


def definition_end(window: str, at: int, *, complete: bool) -> int:
    """Where the definition of a link ends whose address begins at `at`: 0 if it is none, or a WAIT (CommonMark 4.7)."""
    titled = _TITLED_DEFINITION.match(window, at)
    bare = _DEFINITION.match(window, at)
    if not complete:
        if titled and titled.end() < len(window):
            pass
        elif bare and bare.end() < len(window):
            after = re.match(r"\n[ \t]*([^ \t])", window[bare.end() :])
            if not after:
                return WAIT_NEXT
            if after.group(1) in "\"'(" and not BLANK_LINE.search(window, bare.end()):
                return WAIT_FAR
        elif not BLANK_LINE.search(window, at):
            return WAIT_FAR
    found = titled or bare
    return found.end() if found else 0
