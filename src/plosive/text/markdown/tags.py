"""Owns what `<` and `&` begin: autolinks, tags, comments and entities of html; what of it is spoken, what is silent.

It refuses to know a document: a tag means a space, nothing, or silence up to its end.
"""

import html
import re
from html.entities import html5
from typing import Final, NamedTuple

from plosive.text.markdown.lookahead import HOLD, WAIT_FAR, WAIT_NEXT

_AUTOLINK: Final = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.+\-]+@[\w.\-]+)>")
# A name does not end in a stop: in "if a<b then c." there is no tag.
_ATTRIBUTE: Final = r"""\s+[A-Za-z_:@][\w.:@\-]*+(?<!\.)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
# Models make up tags, with underscores in them.
_TAG: Final = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9_\-]*)((?:{_ATTRIBUTE})*)\s*/?>")
_TAG_PART: Final = re.compile(
    rf"""<(?:/?(?:[A-Za-z][A-Za-z0-9_\-]*(?:{_ATTRIBUTE})*(?:\s+[A-Za-z_:@][\w.:@\-]*)?"""
    r"""(?:\s*=\s*(?:"[^"]*|'[^']*)?)?\s*/?)?|[|｜][\w▁]{0,40}[|｜]?|[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*|[\w.+\-]+@?[\w.\-]*)\Z"""
)
# Nor do two words without values stand in a tag that is written behind a letter.
_WORDS: Final = re.compile(r"<[A-Za-z][\w\-]*(?:\s+[A-Za-z]+){2}\s")
OPEN_ATTRIBUTE: Final = re.compile(r"""\s[\w.:@\-]+\s*=\s*["'][^"']*\Z""")
# Tags that stand inside a word or phrase; every other tag separates words.
_INLINE_TAG: Final = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var"
)
# The other elements of html that answers are written with, and SSML's: what else stands at a word is no tag ("List<T>").
_OTHER_TAG: Final = re.compile(
    "article|audio|blockquote|br|break|button|caption|center|d[dlt]|details|div|emphasis|figcaption|figure|footer|h[1-6r]|"
    "header|iframe|img|input|label|li|main|nav|ol|p|pre|prosody|script|section|speak|style|summary|svg|table|tbody|td|"
    "textarea|tfoot|th|thead|thinking|think|tr|ul|video|wbr"
)
# CommonMark 4.6, start condition 1: what is inside is never prose.
_SILENT_TAGS: Final = {name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
# A model's thoughts before it answers. Inside a sentence somebody only speaks of the tag.
_THOUGHTS: Final = {name: re.compile(rf"</{name}>", re.IGNORECASE) for name in ("think", "thinking")}
CLOSING_TAGS: Final = (*_SILENT_TAGS.values(), *_THOUGHTS.values())
# The end of a model's turn, where a server lets it through: "<|im_end|>".
_TOKEN: Final = re.compile(r"<[|｜][\w▁]{1,40}[|｜]>")
_DECLARATIONS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_ENTITY: Final = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY_PART: Final = re.compile(r"&(?:#?[0-9A-Za-z]{0,32})\Z")


class Tag(NamedTuple):
    """A tag or autolink, read whole."""

    end: int
    spoken: str
    silence: re.Pattern[str] | None = None
    """The end of what it makes silent."""


def tag_may_begin(window: str, at: int, before: str) -> bool:
    """Whether the `<` at `at` may still become a tag."""
    return not (before.isalnum() and _WORDS.match(window, at)) and _TAG_PART.match(window, at) is not None


def tag_at(window: str, at: int, before: str, *, starting: bool) -> Tag | None:
    """Read the tag or autolink at `at`, where there is a whole one. `starting` says that a block starts with it."""
    link = _AUTOLINK.match(window, at)
    if link:
        return Tag(link.end(), " " * before.isalnum() + link.group(1))
    token = _TOKEN.match(window, at)
    if token:
        return Tag(token.end(), " ")
    tag = _TAG.match(window, at)
    if not tag:
        return None
    closing, name, attributes = tag.group(1), tag.group(2).lower(), tag.group(3)
    inline = _INLINE_TAG.fullmatch(name)
    if (
        before.isalnum()
        and not closing
        and ((attributes and "=" not in attributes) or not (inline or _OTHER_TAG.fullmatch(name)))
    ):
        return None
    silence = None if closing else _SILENT_TAGS.get(name) or (_THOUGHTS.get(name) if starting else None)
    return Tag(tag.end(), "" if inline else " ", silence)


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
    if entity[0][1] != "#" and entity[0][1:] not in html5:
        return "", 0
    return html.unescape(entity[0]), entity.end()
