"""Owns the marks that may end a sentence, and the patterns that find them and what belongs to them.

It refuses to decide whether one does: that is for `plosive.text.sentences.ends`.
"""

import re
from functools import lru_cache
from typing import Final

from plosive.text.languages.language import Sentences
from plosive.text.sentences.full_stops import DOTS
from plosive.text.sentences.quotes import BRACKETS, CLOSERS

_BANGS: Final = "!?\u203c\u203d\u2047-\u2049"
# Marks that always end a sentence: CJK, Devanagari danda, Arabic, Urdu, Ethiopic, Armenian, Burmese, Khmer.
_SURE: Final = "\u3002\uff01\uff1f\uff61\u0964\u0965\u061f\u06d4\u1362\u1367\u1368\u0589\u104b\u17d4\u17d5\u0df4\u037e"

# Characters that may stand between the space and the first word of a sentence, 12 at most.
OPENING: Final = re.compile("[\\s\"'’“”„‘«»‹¿¡(\\[{（「『《*_–—-]{0,12}")
ELISION: Final = re.compile(r"[\[(](?:\.{2,3}|…)[\])]")
# The bullet or number of a list item in a line of its own, and the start of one.
ITEM: Final = re.compile(r"\n(?:[-*•‣◦]|[0-9]{1,3}[.)]) (?=\S)")
ITEM_BEGUN: Final = re.compile(r"\n(?:(?:[-*•‣◦]|[0-9]{1,3}[.)]) ?|[0-9]{1,3})?\Z")
_ITEM_STARTS: Final = "*•‣◦0123456789-"

_EMOJI: Final = "[\u203c\u20e3\u2139\u2600-\u27bf\u2b05-\u2b55\ufe0f\u200d\U0001f000-\U0001faff]"
# References ("[1]", "²") and emoji belong to the sentence before them.
AFTERWORD: Final = re.compile(rf"(?>(?:\[[0-9]{{1,3}}\]|[¹²³⁰⁴-⁹]){{0,16}})(?P<emoji>(?>(?:[ ]?{_EMOJI}){{0,16}}))")
AFTERWORD_BEGUN: Final = re.compile(r"(?:\[[0-9]{0,3}| )?\Z")


class Marks:
    """The regular expressions that depend on the language: Greek asks with ";", Armenian may end with ":"."""

    def __init__(self, known: Sentences) -> None:
        sure = _SURE + known.sure_mark
        every = DOTS + _BANGS + sure + known.mark
        brackets = re.escape(BRACKETS)
        self.every = every
        # A line end, or a mark with text behind it. A tag or an entity of HTML may stand for either.
        self.ends = re.compile(f"\n|[{every}<&](?!\\Z)").search
        self.sure = re.compile(f"[{sure}]")
        self.bracket_or_mark = re.compile(f"[{every}{brackets}]")
        # Events to decide; the group matches where the decision is easy. A stop inside "3.5" is no event, nor is one
        # before a lower-case word (except "iPhone") if sentences begin with capitals. The look-behinds are for speed:
        # a pattern that begins with one set of characters is searched for four times as fast.
        inside = "[a-z0-9]|(?<![a-z0-9\u0250-\U0010ffff]\\.)[A-Z]"
        event = (
            f"[{every}\n{brackets}](?:(?<=[.!?])( (?=[A-Z])|\n\n)|(?<=\\.)(?!{inside}{{}})"
            f"|(?<=[^.\n])|(?<=\n)(?=[\n{_ITEM_STARTS}]|\\Z))"
        )
        self.event = re.compile(event.format(""))
        # For text whose sentences begin with capitals: a stop before a small letter counts only after a caseless letter.
        self.formal_event = re.compile(event.format("|(?<![\u0590-\U0010ffff]\\.) [a-z][^A-Z]"))
        # A run of marks; a spaced ellipsis (". . .") is one run.
        self.run = re.compile(f"\\.(?: \\.(?![\\w.]))+|[{every}]+")
        # A run at the end of the text, which the next character may lengthen.
        self.unfinished = re.compile(f"(?:\\.(?: \\.)* ?|[{every}]+)\\Z")
        self.more = re.compile(f"[{every}{CLOSERS}]*")
        self.tail = re.compile(f"([{every}]+)((?:[{every}]|[{CLOSERS}“])*)((?:\\s|{_EMOJI})*)$")


marks = lru_cache(maxsize=64)(Marks)
"""Cached for each `Sentences`, because `Marks` has no state."""
