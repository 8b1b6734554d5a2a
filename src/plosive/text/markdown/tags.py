"""Owns the constructs that begin with `<` and `&`: autolinks and HTML tags, comments and entities, spoken or silent.

It refuses to know a document: a tag becomes a space, nothing, or silence up to its end.
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
# A tag right after a letter does not contain two words without values either.
_WORDS: Final = re.compile(r"<[A-Za-z][\w\-]*(?:\s+[A-Za-z]+){2}\s")
OPEN_ATTRIBUTE: Final = re.compile(r"""\s[\w.:@\-]+\s*=\s*["'][^"']*\Z""")
# Tags that stand inside a word or phrase; every other tag separates words.
_INLINE_TAG: Final = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var"
)
# Other elements of HTML and SSML that occur in answers. Right after a word, any other name is no tag ("List<T>").
_OTHER_TAG: Final = re.compile(
    "article|audio|blockquote|br|break|button|caption|center|d[dlt]|details|div|emphasis|figcaption|figure|footer|h[1-6r]|"
    "header|iframe|img|input|label|li|main|nav|ol|p|pre|prosody|script|section|speak|style|summary|svg|table|tbody|td|"
    "textarea|tfoot|th|thead|thinking|think|tr|ul|video|wbr"
)
# CommonMark 4.6, start condition 1: their content is never prose.
_SILENT_TAGS: Final = {name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
# A model's thoughts before it answers. Inside a sentence the tag is only mentioned.
_THOUGHTS: Final = {name: re.compile(rf"</{name}>", re.IGNORECASE) for name in ("think", "thinking")}
CLOSING_TAGS: Final = (*_SILENT_TAGS.values(), *_THOUGHTS.values())
# The end of a model's turn, if its server does not remove it: "<|im_end|>".
_TOKEN: Final = re.compile(r"<[|｜][\w▁]{1,40}[|｜]>")
_DECLARATIONS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_ENTITY: Final = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY_PART: Final = re.compile(r"&(?:#?[0-9A-Za-z]{0,32})\Z")


class Tag(NamedTuple):
    """A tag or autolink, read whole."""

    end: int
    spoken: str
    silence: re.Pattern[str] | None = None
    """The end of the silence that this tag begins."""


def tag_may_begin(window: str, at: int, before: str) -> bool:
    """Whether the `<` at `at` may still become a tag."""
    return not (before.isalnum() and _WORDS.match(window, at)) and _TAG_PART.match(window, at) is not None


def tag_at(window: str, at: int, before: str, *, starting: bool) -> Tag | None:
    """Return the tag or autolink at `at` if it is whole. `starting`: a block starts with it."""
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
    """Return the end of the comment, declaration or instruction at `at`: 0 if there is none, or a WAIT."""
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
    """Return the text of the entity at `at`, and its end: 0 if it is none, WAIT_NEXT if it may go on."""
    entity = _ENTITY.match(text, at)
    if not entity:
        return "", WAIT_NEXT if _ENTITY_PART.match(text, at) else 0
    if entity[0][1] != "#" and entity[0][1:] not in html5:
        return "", 0
    return html.unescape(entity[0]), entity.end()
