"""Owns what raw text must show before it can end a segment, so that all other text may wait unread.

It refuses to say where a segment ends. It may call for a look in vain, and it may leave out a rare end, which is then
found at the next look: it is about when the stages run, never about what they give.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from plosive.text.sentences.full_stops import DOTS
from plosive.text.sentences.speech_length import WIDE

# Markdown that can hide or make a mark, characters that become white space.
_AT_ONCE: Final = "&<\\t\\r\\v\\f\\x1c-\\x1f\\x85\u2028\u2029"
# What may follow a mark before its white space: closing quotes and marks of Markdown, a link's address, a reference.
_CLOSING: Final = r"(?>(?:\]\([^\s()]*\)?|\[\^?\w*\]?|【[^】\n]*】?|[^\w\s]|_)*)"
# The start of a line until its first letter tells what kind of line it is. More of it than this is looked at.
_LINE_START: Final = r"(?:[^A-Za-z\n]{0,8}(\Z)|)"


class EndSigns(NamedTuple):
    """Two looks at raw text: a quick one at what is new, and one that decides."""

    any: Callable[[str], re.Match[str] | None]
    """Finds what may be a sign in a piece of text."""
    decisive: Callable[[str, int], re.Match[str] | None]
    """Finds a sign from a position on. It has a group if what follows must be seen first."""


@cache
def end_signs(marks: str, wide: bool) -> dict[tuple[bool, bool], EndSigns]:
    """The signs where `marks` end sentences, by whether the text is prose and whether it is formal.

    In prose a line may go on in the next one; elsewhere it is a block. In formal text sentences begin with capitals.
    Characters that are longer than a Latin letter are signs unless the text is `wide`, so that they are reckoned with.
    """
    at_once = _AT_ONCE if wide else _AT_ONCE + WIDE
    return {
        (prose, formal): _signs(marks, at_once, prose, formal) for prose in (False, True) for formal in (False, True)
    }


def _signs(marks: str, at_once: str, prose: bool, formal: bool) -> EndSigns:
    sure = marks.translate(dict.fromkeys(map(ord, "!?" + DOTS)))
    lower = "a-z" if formal else ""
    quiet_line = "\\n" if prose else ""
    # In prose a line may go on in the next, but one that ends in emphasis may be a title, and bold may begin a label.
    line = rf"\n(?:(?<=[*_]\n)|(?=\*\*|__)|(?![ \t]*[*_`\"(\[]{{0,2}}[A-Za-z]){_LINE_START})" if prose else r"\n"
    # After a mark and white space any opening quote, bracket or dash comes before the word that decides.
    stop = rf"[{DOTS}]{_CLOSING}(?:[^\S\n]+[^\w\n]*+(?:(\Z)|[^\W{lower}])|(\Z)|\n{_LINE_START})"
    # Wide characters go on without a space.
    bang = rf"[!?]{_CLOSING}(?:[^\S\n]+[^\w\n]*+(?:(\Z)|\w)|(\Z)|\n{_LINE_START}|[{WIDE}])"
    return EndSigns(
        # A stop inside "3.5" is none, nor is a line end inside prose.
        re.compile(
            rf"[{marks}{at_once}\n](?:(?<![.{quiet_line}])|(?<=\.)(?![A-Za-z0-9])|(?<=[*_]\n)|(?<=\n)(?![A-Za-z]))"
        ).search,
        re.compile(f"[{at_once}{sure}]|{stop}|{bang}|{line}").search,
    )
