"""Owns what `<` and `&` begin: autolinks, tags, comments and entities of html; what of it is spoken, what is silent.

It refuses to know a document: a tag means a space, nothing, or silence up to its end.
"""

import html
import re
from typing import Final, NamedTuple

from plosive.text.lookahead import HOLD, WAIT_FAR, WAIT_NEXT

_AUTOLINK: Final = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.+\-]+@[\w.\-]+)>")
_ATTRIBUTE: Final = r"""\s+[A-Za-z_:@][\w.:@\-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_TAG: Final = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9\-]*)((?:{_ATTRIBUTE})*)\s*/?>")
TAG_PART: Final = re.compile(
    rf"""<(?:/?(?:[A-Za-z][A-Za-z0-9\-]*(?:{_ATTRIBUTE})*(?:\s+[A-Za-z_:@][\w.:@\-]*)?"""
    r"""(?:\s*=\s*(?:"[^"]*|'[^']*)?)?\s*/?)?|[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*|[\w.+\-]+@?[\w.\-]*)\Z"""
)
# Tags that stand inside a word or phrase; every other tag separates words.
_INLINE_TAG: Final = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var"
)
# CommonMark 4.6, start condition 1: what is inside is never prose.
_SILENT_TAGS: Final = {name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
CLOSING_TAGS: Final = tuple(_SILENT_TAGS.values())
_DECLARATIONS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_ENTITY: Final = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY_PART: Final = re.compile(r"&(?:#?[0-9A-Za-z]{0,32})\Z")


class Tag(NamedTuple):
    """A tag or autolink, read whole."""

    end: int
    spoken: str
    silence: re.Pattern[str] | None = None
    """The end of what it makes silent."""


def tag_at(window: str, at: int, before: str) -> Tag | None:
    """Read the tag or autolink at `at`, where there is a whole one."""
    link = _AUTOLINK.match(window, at)
    if link:
        return Tag(link.end(), link.group(1))
    tag = _TAG.match(window, at)
    if not tag or (before.isalnum() and tag.group(3) and "=" not in tag.group(3)):
        return None
    name = tag.group(2).lower()
    return Tag(tag.end(), "" if _INLINE_TAG.fullmatch(name) else " ", None if tag.group(1) else _SILENT_TAGS.get(name))


def declaration_end(text: str, at: int, *, complete: bool, final: bool) -> int:
    """Where the comment, declaration or instruction at `at` ends: 0 if it is none, or a WAIT."""
    for start, close in _DECLARATIONS:
        head = text[at : at + len(start)]
        if head == start:
            end = text.find(close, at + len(start), at + HOLD)
            if end >= 0:
                return end + len(close)
            return at + len(start) if complete else WAIT_FAR
        if not final and start.startswith(head) and at + len(head) == len(text):
            return WAIT_NEXT
    return 0


def entity_at(text: str, at: int) -> tuple[str, int]:
    """What the entity at `at` stands for and where it ends; 0 if it is none, WAIT_NEXT if it may go on."""
    entity = _ENTITY.match(text, at)
    if not entity:
        return "", WAIT_NEXT if _ENTITY_PART.match(text, at) else 0
    plain = html.unescape(entity.group())
    return plain, entity.end() if plain != entity.group() else 0
