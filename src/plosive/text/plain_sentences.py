"""Reads the sentences that answers mostly consist of straight from Markdown: words, closed emphasis, links, list items.

It refuses all that is not as plain as that, and the stages read it mark by mark. Both give the same: what this knows of
Markdown and of sentences is what those two would decide, for the price of one regular expression.
"""

import re
from typing import Final, Literal, NamedTuple

from plosive.text.full_stops import FullStops

_LETTER: Final = re.compile(r"[^\W_]").search

# Letters and punctuation that mean nothing to any stage.
_CHARACTERS: Final = "[A-Za-z0-9 ,;:'/%=+@\xa1-\xaa\xac\xae-\xba\xbc-\u017f’–—-]"
# A stop inside a word is part of it; so is one before a small letter, where sentences begin with capitals.
_STOP: Final = r"\.(?=[A-Za-z0-9]| [a-z])"
_WORDS: Final = rf"(?! ){_CHARACTERS}++(?:{_STOP}{_CHARACTERS}*+)*+(?<! )"
_OPENING: Final = r"[*_`\"(\[]{0,2}[A-Za-z]"  # not three, which may be a fence
_ADDRESS: Final = r"\([^\s()\\<>]++\)"


def _emphasis(mark: str) -> str:
    """Words in emphasis, where only letters and white space are beside the marks (CommonMark 6.2)."""
    return rf"{mark}(?=[A-Za-z]){_WORDS}(?<=[A-Za-z0-9:]){mark}(?=[\s,.;:?!)])"


_MARKED: Final = "|".join(
    [
        *map(_emphasis, (r"\*\*", r"\*", "__", "_")),
        rf"`{_WORDS}`(?!`)",
        rf"\[{_WORDS}\]{_ADDRESS}",
        r"\$[0-9][0-9,]*+(?:\.[0-9]+)?(?= [A-Za-z])",
        rf"\({_WORDS}\)",
        rf"\"{_WORDS}\"",
    ]
)
_BODY: Final = rf"(?:{_CHARACTERS}++|{_STOP}|(?<!\S)(?:{_MARKED})|(?<! )\n(?={_OPENING}))++"
_ITEM: Final = r"[-*+] |[0-9]{1,9}[.)] "
_END: Final = (
    rf"(?:(?P<stop>[.!?]|(?<!\S)\"{_WORDS}[.!?]\")[ \n](?=[A-Z])"
    rf"|(?P<mark>[.!?]?)(?<! )\n(?:(?P<blank>\n)|(?=(?P<next>{_ITEM}){_OPENING})))"
)
_ON: Final = re.compile(rf"(?P<body>{_BODY}){_END}").match
_INSIDE: Final = re.compile(rf"(?=[A-Za-z0-9 ,;:'/])(?P<body>{_BODY}){_END}").match
_AT_START: Final = re.compile(
    rf"(?P<gap>\n*)(?:(?P<item>{_ITEM})?(?={_OPENING})(?P<body>{_BODY}){_END}|#{{1,6}} (?P<title>{_WORDS})\n)"
).match
# The same for a sentence after whose mark nothing came yet.
_ENDING: Final = rf"(?P<stop>[.!?]|(?<!\S)\"{_WORDS}[.!?]\")(?: ?\n?|(?P<line>\n-(?: (?P<began>[*_]{{1,2}})?)?))\Z"
_INSIDE_ENDING: Final = re.compile(rf"(?=[A-Za-z0-9 ,;:'/])(?P<body>{_BODY}){_ENDING}").match
_ENDING_AT_START: Final = re.compile(
    rf"\n*(?:(?P<item>{_ITEM})?(?={_OPENING})(?P<body>{_BODY}){_ENDING}|(?P<number>[0-9]{{1,9}}\.?)(?P<blank> ?)\Z)"
).match
_LINK: Final = re.compile(rf"\[({_WORDS})\]{_ADDRESS}")
_MARKS: Final = re.compile(r"[*_`]++")


class PlainSentence(NamedTuple):
    """A sentence as it is spoken, and what the Markdown around it meant."""

    text: str
    end: int
    """Where it ended in the Markdown, white space after it included."""
    item: bool
    """It began an item of a list, else it went on, or began a paragraph or was a heading."""
    after_blank: bool
    """Empty lines stood before it."""
    ended: Literal["sentence", "line", "blank"]
    """What ended it: a mark inside a paragraph, the end of its line, an empty line."""


def _link_text(link: re.Match[str]) -> str:
    return link[1]


def _unmarked(body: str) -> str:
    if "[" in body:
        body = _LINK.sub(_link_text, body)
    return _MARKS.sub("", body) if "*" in body or "`" in body or "_" in body else body


def _may_be_informal(text: str) -> bool:
    """Whether its stops may end sentences that begin without capitals."""
    return not text[0].isupper() and ". " in text


def plain_sentence(
    markdown: str, held: str, stops: FullStops, longest: int, *, at_start: bool, in_list: bool
) -> PlainSentence | int | None:
    """Read the first sentence, of which `held` was read before, if it is not over `longest` characters.

    None says that it is not plain or that its end is not sure; a number, that the stop before there surely ends none.
    `at_start` says that the Markdown begins with a line that no paragraph goes on in, else it begins inside a line.
    `in_list` says that a list is open there, which alone may go on with any number.
    """
    found = (_AT_START if at_start else _INSIDE)(markdown)
    if not found:
        return None
    item, after_blank, text = None, False, held
    if at_start:
        item, after_blank = found["item"], found["gap"] != ""
        if found["title"]:
            return PlainSentence(found["title"], found.end(), False, after_blank, "line")
        if item and item[0].isdigit():
            text = item
    while True:
        stop = found["stop"]
        text += _unmarked(found["body"]) + (stop or found["mark"] or "")
        if stop != ".":
            break
        ends = stops.ends_before_capital(text, 0, len(text) - 1)
        if ends:
            break
        if ends is None:
            return None
        at, text = found.end(), text + markdown[found.end() - 1]
        found = _ON(markdown, at)
        if not found:
            return at
    following = found["next"]
    if following and following[0].isdigit() and following[:-2] != "1" and not (item or (in_list and not at_start)):
        return None
    if "  " in text or len(text) > longest or not _LETTER(text):
        return None
    if not item and _may_be_informal(text):
        return None
    ended: Literal["sentence", "line", "blank"] = "sentence" if stop else "blank" if found["blank"] else "line"
    return PlainSentence(text.strip().replace("\n", " "), found.end(), item is not None, after_blank, ended)


def plain_ending(markdown: str, held: str, longest: int, *, at_start: bool) -> str | None:
    """Read Markdown that may be the end of a sentence, of which `held` was read before.

    Give what follows `held` as it is spoken, up to the last mark; None if it is not plain. See `plain_sentence`. It is
    empty where no end can be told, because a line has begun that may be an item of a list, and ends in a newline if it is one.
    """
    found = (_ENDING_AT_START if at_start else _INSIDE_ENDING)(markdown)
    if not found:
        return None
    if at_start and found["number"]:
        return "" if found["blank"] else str(found["number"])  # an item begins, or may do so
    text = _unmarked(found["body"]) + found["stop"]
    if found["line"] and not found["began"]:
        return ""
    item = found["item"] if at_start else None
    if item and item[0].isdigit():
        text = item + text
    whole = held + text
    if len(whole) > longest or "  " in whole or (not item and _may_be_informal(whole)) or not _LETTER(whole):
        return None
    return text + "\n" if found["line"] else text
