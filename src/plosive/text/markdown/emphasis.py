"""Owns what a run of `*`, `_` or `~` means (CommonMark 6.2, GFM 6.5): whether it opens, closes or is spoken.

It refuses to keep marks for later: a run that may open is silent from then on, whether or not it is ever closed.
"""

import re
from typing import Final
from unicodedata import category

from plosive.text.markdown.lookahead import WAIT_NEXT

# Runs of marks longer than this are decoration, not emphasis; it bounds what is looked at twice.
LONGEST_RUN: Final = 64

# Words in emphasis, seen whole: what reading mark by mark would make of it, at a quarter of the cost.
CLOSED_EMPHASIS: Final = re.compile(
    r"(\*{1,3}|_{1,3}|~~)([^\W_](?:[^\\`*_~\[\]!<&$|\n#]*[^\W_])?[:,.;?]?)\1(?=[\s,.;:?!)])"
)
# Emphasis of a part of a word closes inside the word, unlike what hides one ("f*ck").
_LONGEST_PART: Final = 40
_CLOSED_PART: Final = re.compile(rf"\*{{1,2}}[^\s*]{{1,{_LONGEST_PART}}}")
_STOPS: Final = frozenset(",.;:?!)")
# Punctuation that begins what is emphasised, and no product as "(" may.
_OPENERS: Final = frozenset("[<`~_“‘«「『（【《")
_SPACELESS: Final = "\u2e80"  # the first of the CJK blocks, with Hangul among them


def run_length(text: str, at: int) -> int:
    """How often the mark at `at` is repeated, `LONGEST_RUN` at most."""
    char, end = text[at], at
    last = min(len(text), at + LONGEST_RUN)
    while end < last and text[end] == char:
        end += 1
    return end - at


def is_punctuation(char: str) -> bool:
    """Whether CommonMark calls it punctuation; not so for no character."""
    return bool(char) and category(char)[0] in "PS"


def _begins_amount(char: str) -> bool:
    return bool(char) and (char.isdigit() or category(char) == "Sc")


def _flanks(outside: str, inside: str) -> bool:
    """Whether a run between the two flanks `inside` (CommonMark 6.2).

    Where words are written without spaces, emphasis begins and ends beside letters: "これは**「重点」**です".
    """
    if inside.isspace():
        return False
    return not is_punctuation(inside) or outside.isspace() or outside >= _SPACELESS or is_punctuation(outside)


class Emphasis:
    """The emphasis that is open in a block."""

    __slots__ = ("_opened",)

    def __init__(self) -> None:
        self._opened = {"*": 0, "_": 0, "~": 0}

    def twin(self) -> "Emphasis":
        """Another one in which the same is open."""
        twin = Emphasis()
        twin._opened.update(self._opened)
        return twin

    def opened(self, char: str) -> int:
        """How many of this mark opened emphasis that is not closed."""
        return self._opened[char]

    def speaks(self, text: str, at: int, end: int, before: str, *, final: bool) -> int:
        """Read the run from `at` to `end`; give how many of its marks are spoken, or WAIT_NEXT."""
        char, count = text[at], end - at
        after = text[end : end + 1]
        opened = self._opened[char]
        left = bool(after) and _flanks(before, after)
        right = _flanks(after or " ", before)
        if char == "_":
            left, right = (
                left and (not right or is_punctuation(before)),
                right and (not left or is_punctuation(after)),
            )
        if count == LONGEST_RUN:
            return count
        if (
            char == "~"
            and count == 1
            and (not (right or after.isalpha()) or (_begins_amount(after) and not (opened or before.isalpha())))
        ):
            return count  # "~5 km", "(~$20)", "~/notes"
        if before.isdigit() and after.isdigit() and char == "*":
            return count  # 2*3*4
        if right and opened:
            self._opened[char] = max(0, opened - count)
            return 0
        if (
            left
            and right
            and char == "*"
            and not (after in _OPENERS or (after.isalnum() and not before.isalnum()))
            and (count == 1 or (count == 2 and (before + after).isascii() and (before + after).isalnum()))
        ):
            closed = _CLOSED_PART.match(text, at)
            stop = closed.end() if closed else end
            if stop == len(text) and stop - end <= _LONGEST_PART and not final:
                return WAIT_NEXT
            if text[stop : stop + 1] != "*" or (count == 1 and stop == end + 1 and text[end].isascii()):
                return count  # nor is "x*y*z" emphasis
            self._opened[char] += count
            return 0
        if left and count == 1 and char != "~" and before.isspace() and after in _STOPS:
            if end + 1 == len(text) and not final:
                return WAIT_NEXT
            if not text[end + 1 : end + 2].strip():
                return count  # a lone mark, at the end of a clause
        if left:
            self._opened[char] += count
            return 0
        if right and char == "~":
            return 0  # what prolongs a word: "好的~"
        # The end of what opened in another block; a mark cut off by the end of the text.
        return 0 if (right and count > 1 and char != "_") or not after else count
