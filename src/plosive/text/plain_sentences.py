"""Reads the sentences that answers mostly consist of straight from Markdown: words, closed emphasis, links, list items.

It refuses all that is not as plain as that, and the stages read it mark by mark. Both give the same: what this knows of
Markdown and of sentences is what those two would decide, for the price of one regular expression.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from plosive.text.sentences.full_stops import FullStops
from plosive.text.sentences.splitter import NEXT_WORD, Ending

_LETTER: Final = re.compile(r"[^\W_]").search

# Letters and punctuation that mean nothing to any stage.
_CHARACTERS: Final = "[A-Za-z0-9 ,;:'/%=+@\xa1-\xaa\xac\xae-\xba\xbc-\u017f’–—€→−≈≤≥-]"
# A stop inside a word is part of it; so is one before a small letter, where sentences begin with capitals. Where a space
# may have been forgotten ("word.Next") and before "iPhone" the stages look.
_STOP: Final = r"(?:\.(?=[a-z0-9,;]|(?<=[A-Z]\.)[A-Z]|(?<=\w\.) [a-z](?![A-Z]))|(?<=\w)(?:…|\.\.\.)(?= [a-z](?![A-Z])))"
_WORDS: Final = rf"(?! ){_CHARACTERS}++(?>(?:{_STOP}{_CHARACTERS}*+)*)(?<! )"
OPENING: Final = r"[*_`\"(\[]{0,2}[A-Za-z]"  # not three, which may be a fence
ITEM_OPENING: Final = rf"(?:{OPENING}|[0-9]++[^.)])"  # a number may be the mark of an item inside the item
_ADDRESS: Final = r"\([^\s()\\<>]++\)"


def _emphasis(mark: str) -> str:
    """Words in emphasis, where only letters and white space are beside the marks (CommonMark 6.2)."""
    return rf"{mark}(?=[A-Za-z]){_WORDS}(?<=[A-Za-z0-9:]){mark}(?=[\s,.;:?!)])"


_MARKED: Final = "|".join(
    [
        *map(_emphasis, (r"\*\*", r"\*", "__", "_")),
        rf"`{_WORDS}`(?!`)",
        rf"\[{_WORDS}\]{_ADDRESS}",
        r"\$[0-9]++(?:,[0-9]++)*(?:\.[0-9]++)?(?=[,.]?[ \n]|[;:!?)])",
        rf"\({_WORDS}\)",
        rf"\"{_WORDS}\"",
    ]
)
# A line goes on in the next one, unless one may be all bold, which is a title, or the next may be an item ("a. ").
_ON_LINE: Final = rf"(?<![ *_])\n(?=(?!\*\*|__|[a-hivx]{{1,4}}[.)](?: |\Z)){OPENING})"
_CALL: Final = rf"(?<=[A-Za-z0-9])\((?:{_WORDS})?\)"  # "O(n)", "item(s)"
_BODY: Final = rf"(?>(?:{_CHARACTERS}++|{_STOP}|(?<!\S)(?:{_MARKED})|{_CALL}|{_ON_LINE})+)"
ITEM: Final = r"(?:[-*+] |[0-9]{1,9}[.)] )"
_LINE: Final = rf"(?:(?P<item>{ITEM})(?={ITEM_OPENING})|(?={OPENING}))"
_NEXT_SENTENCE: Final = r"(?=(?:\"|\*\*?|[¿¡])?[A-ZÀ-ÖØ-Þ])"
_END: Final = (
    rf"(?:(?P<stop>[.!?]|(?<!\S)\"{_WORDS}[.!?]\")(?: (?:{_NEXT_SENTENCE}|(?<=\. )(?=[0-9]))|\n(?=\"?[A-Z]))"
    rf"|(?P<mark>[.!?]?)(?<! )\n(?:(?P<blank>\n)|(?=(?P<next>{ITEM}){ITEM_OPENING})))"
)
_ON: Final = re.compile(rf"(?P<body>{_BODY}){_END}").match
_GOING_ON: Final = rf"(?:(?=[A-Za-z0-9 ,;:'/])|{_NEXT_SENTENCE})"
_INSIDE: Final = re.compile(rf"{_GOING_ON}(?P<body>{_BODY}){_END}").match
_AT_START: Final = re.compile(
    rf"(?P<gap>\n*)(?:{_LINE}(?P<body>{_BODY}){_END}"
    rf"|#{{1,6}} (?=[^\n]*[A-Za-z0-9])(?![^\n]*  )(?P<title>{_WORDS})\n)"
).match
# The same for a sentence after whose mark nothing came yet, and for a link that has not ended.
_ENDING: Final = (
    rf"(?:(?P<stop>[.!?]|(?<!\S)\"{_WORDS}(?:[.!?]\"|(?P<open>[.!?]))|(?<!\S)\$[0-9][0-9,]*+\.)"
    r"(?: ?\n?|(?P<line>\n(?:-(?: (?P<began>[*_]{1,2})?)?|[0-9]{1,9})))"
    rf"|(?P<link>(?<!\S)\[{_WORDS}\](?:\([^\s()\\<>]*+)?))\Z"
)
_ENDING_ON: Final = re.compile(rf"(?P<body>{_BODY}){_ENDING}").match
_ENDING_INSIDE: Final = re.compile(rf"{_GOING_ON}(?P<body>{_BODY}){_ENDING}").match
_ENDING_AT_START: Final = re.compile(rf"\n*{_LINE}(?P<body>{_BODY}){_ENDING}").match
_NUMBER_AT_START: Final = re.compile(r"\n*([0-9]{1,9}\.?)( ?)\Z").match
_LINK: Final = re.compile(rf"\[({_WORDS})\]{_ADDRESS}")
_MARKS: Final = re.compile(r"[*_]++")
_AFTER_WORD: Final = frozenset(" ,;:.!?\n")


class Place(NamedTuple):
    """A place in Markdown that plain sentences can be read from: what the text before it means for them."""

    inside: bool
    """Inside a line of a paragraph or an item, else at the start of a line that no paragraph goes on in."""
    held: str = ""
    """What is spoken of the sentence that stands there, white space that is due included."""
    in_list: bool = False
    """A list is open, which alone may go on with any number."""
    after_blank: bool = False
    """An empty line stands before it."""
    in_item: bool = False
    """The sentence before it began an item, in the same line."""
    bold_ends: int | None = None
    """How often emphasis ended before it in the same line, if that began with bold; twice is as good as more."""


@cache
def _place(inside: bool, in_list: bool, after_blank: bool, in_item: bool, bold_ends: int | None) -> Place:
    return Place(inside, "", in_list, after_blank, in_item, bold_ends)


def _link_text(link: re.Match[str]) -> str:
    return link[1]


def _unmarked(body: str) -> str:
    if "[" in body:
        body = _LINK.sub(_link_text, body)
    if "*" in body or "`" in body or "_" in body:
        body = body.replace("*", "").replace("`", "").replace("_", "")  # all are marks
    return body


def _begins_well(text: str, item: str | None) -> bool:
    """Whether it is a segment, and its stops end no sentences that begin without capitals, as some people write."""
    informal = not (item and item[0].isdigit()) and ". " in text and not text[text[0] == '"'].isupper()
    return not informal and _LETTER(text) is not None


def _splits_word(text: str, markdown: str) -> bool:
    """Whether what might open something before a sentence stands behind a letter."""
    return text[-1] != " " and markdown[0] in '"*'


def _ends(text: str, markdown: str, at: int, stops: FullStops) -> bool | None:
    """Whether a stop ends the sentence before what is at `at`; None if the word there tells that is not whole or plain."""
    char = markdown[at]
    if not char.isdigit():
        ends = stops.ends_before_capital(text, 0, len(text) - 1)
        if ends is not None or not char.isalpha():
            return ends
    word = NEXT_WORD.match(markdown, at)
    end = word.end() if word else at
    following = markdown[at:end] if markdown[end : end + 1] in _AFTER_WORD else None
    if following and end == at + 1 and markdown[end] == ".":
        following = ""  # an initial is no word
    return stops.ends(text, 0, len(text) - 1, following, char=char, closed=False, informal=False)


def plain_sentence(markdown: str, place: Place, stops: FullStops, longest: int) -> tuple[str, int, Place] | int | None:
    """Read the first sentence if it is not over `longest` characters: as it is spoken, where it ended, and that place.

    None says that it is not plain; a number, that the stop before there surely ends none, or if negative, that the word is
    not whole that tells whether one ends it.
    """
    inside, text, in_list, _, _, bold_ends = place
    gap, item, title = "", None, None
    if inside:
        found = _INSIDE(markdown)
        if not found or (text and _splits_word(text, markdown)):
            return None
        body, stop, mark, blank, following = found.groups()
    else:
        found = _AT_START(markdown)
        if not found:
            return None
        gap, item, body, stop, mark, blank, following, title = found.groups()
        # After an empty line a list goes on with items, and bold might be one.
        in_list = item is not None or (in_list and (not (gap or place.after_blank) or markdown[len(gap)] == "*"))
        if title:
            begins_well = title[0].isupper() or _begins_well(title, None)
            return (title, found.end(), _place(False, in_list, False, False, None)) if begins_well else None
        if item and item[0].isdigit():
            text = item
        bold_ends = 0 if body.startswith(("**", "__")) else None
    text += _unmarked(body)
    while stop:
        text += stop
        if stop != ".":
            break
        ends = _ends(text, markdown, found.end(), stops)
        if ends:
            break
        if ends is None:
            return -1 if NEXT_WORD.fullmatch(markdown, found.end()) else None
        at = found.end()
        found = _ON(markdown, at)
        if not found:
            return at
        body, stop, mark, blank, following = found.groups()
        text += markdown[at - 1] + _unmarked(body)
    if not stop:
        text += mark
        if following and following[0].isdigit() and following[:-2] != "1" and not (item or (in_list and inside)):
            return None
    if len(text) > longest or "  " in text or not (text[0].isupper() or _begins_well(text, item)):
        return None
    if "\n" in text:
        text = text.replace("\n", " ")
    end = found.end()
    if bold_ends is not None or "\n**" in markdown or "\n__" in markdown:
        bold_ends = _bold_ends(markdown[len(gap) + len(item or "") : end], bold_ends)
    return text.strip(), end, _place(stop is not None, in_list, blank is not None, item is not None, bold_ends)


def _bold_ends(read: str, ends_before: int | None) -> int | None:
    """How often emphasis ended in the last line that was read, if it began with bold: never, once or more often."""
    line = read[read.rfind("\n") + 1 :]
    if len(line) < len(read):
        ends_before = 0 if line.startswith(("**", "__")) else None
    return None if ends_before is None else min(2, ends_before + len(_MARKS.findall(line)) // 2)


def plain_ending(markdown: str, place: Place, stops: FullStops, longest: int) -> Ending | None:
    """Tell how Markdown ends that may be the end of a sentence; None if it is not plain. See `plain_sentence`."""
    inside, text = place[:2]
    item, at = None, 0
    found = (_ENDING_INSIDE if inside else _ENDING_AT_START)(markdown)
    if not found:
        number = None if inside else _NUMBER_AT_START(markdown)
        if number:
            # An item begins, or may do so.
            return Ending.DOUBTFUL if number[1][-1] == "." and not number[2] else Ending.NONE
    while not found:
        if at:
            passed = _ON(markdown, at)
        else:
            passed = (_INSIDE if inside else _AT_START)(markdown)
            item = None if inside or not passed else passed["item"]
            text += item if item and item[0].isdigit() else ""
        if not passed or passed["stop"] != ".":
            return None
        text += _unmarked(passed["body"]) + "."
        at = passed.end()
        if _ends(text, markdown, at, stops) is not False:
            return None
        text += markdown[at - 1]
        found = _ENDING_ON(markdown, at)
    if not at and not inside:
        item = found["item"]
        text += item if item and item[0].isdigit() else ""
    if place.held and _splits_word(place.held, markdown):
        return None
    if found["link"] or (found["line"] and not found["began"]):
        return Ending.NONE  # a line has begun that may be an item of a list
    text += _unmarked(found["body"]) + found["stop"]
    if len(text) > longest or "  " in text or not (text[0].isupper() or _begins_well(text, item)):
        return None
    mark = len(text) - (2 if text[-1] == '"' else 1)
    if found["line"] or (text[mark] != "." and not found["open"]):
        return Ending.LIKELY
    if found["open"]:
        return Ending.DOUBTFUL
    doubtful = stops.doubtful(text, 0, mark, spaced=False, alone=place.held.strip())
    return Ending.DOUBTFUL if doubtful else Ending.LIKELY
