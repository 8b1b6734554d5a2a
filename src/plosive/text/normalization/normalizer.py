"""Rewrites text that espeak-ng misreads or skips in a language: money, units, dates, addresses, signs.

It owns the order of the readers. Each part of a text is rewritten once, and the result is not read again. Text that
espeak-ng reads well does not change, above all numbers. It refuses to guess: ambiguous text stays as it is written.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain, compress
from operator import itemgetter
from typing import Final, NamedTuple

from plosive.text.languages import language_of
from plosive.text.normalization import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    codes,
    dates,
    decorations,
    identifiers,
    mathematics,
    measures,
    numbers,
    ordinals,
    phones,
    romans,
    scores,
    signs,
    times,
    weekdays,
    years,
)
from plosive.text.normalization.cldr import cldr_of
from plosive.text.normalization.look_alikes import plain_changes, plain_characters
from plosive.text.normalization.reader import Reader, Rewriting
from plosive.text.places import Places, moved

_KINDS: Final = (
    # Their signs and digits would look like something else: "=====", "1.2.de", "4111 1111 1111 1111".
    decorations,
    addresses,
    identifiers,
    # A word beside them decides, so that they come before what needs none: "rated 4/5", "3:12 hrs", "Fr., 3. Mai".
    scores,
    measures,
    weekdays,
    # Two numbers with a mark, by their form.
    dates,
    times,
    years,
    # Digits that may be of any of the kinds above: "2026-11-21", "14.30", "in 1998".
    phones,
    codes,
    # Numbers, which the readers above say in another way; formulas would be ranges: "x = 5 - 3".
    mathematics,
    ordinals,
    romans,
    numbers,
    amounts,
    # Words and signs without a number.
    abbreviations,
    acronyms,
    signs,
)
"""The first reader that says a place wins. The comments say why one comes before another."""


class _Rule(NamedTuple):
    """A reader, its place in the order of all, and its expression."""

    place: int
    expression: re.Pattern[str]
    reader: Reader


_Start = tuple[Callable[..., "re.Match[str] | None"], list[_Rule]]
_PLACE: Final = itemgetter(0)
_MOST_KINDS_OF_TEXT: Final = 256


class Normalizer:
    """Rewrites one whole segment for an engine; the transcript keeps the original.

    `language` is a BCP-47 tag or an espeak-ng language name. If CLDR does not have the language, only
    stops inside a sentence are taken out. The first normalizer of a language takes about 60 ms.
    """

    def __init__(self, language: str) -> None:
        cldr = cldr_of(language)
        if cldr:
            readers = [reader for kind in _KINDS for reader in kind.readers(cldr)]
        else:
            readers = [abbreviations.inner_stop(language_of(language))]
        starts: dict[str, list[_Rule]] = {}
        for place, reader in enumerate(readers):
            rule = _Rule(place, re.compile(reader.pattern), reader)
            for begins in reader.begins or (reader.pattern,):
                starts.setdefault(begins, []).append(rule)
        self._starts = [(re.compile(begins).search, rules) for begins, rules in starts.items()]
        self._needs = {needed: frozenset(needed) for reader in readers for needed in reader.needs}
        self._telling = frozenset(chain.from_iterable(self._needs))
        self._starts_with = lru_cache(maxsize=_MOST_KINDS_OF_TEXT)(self._select_starts)

    def normalize(self, text: str) -> str:
        """Return the text to say. Text without digits and signs does not change. Never raises."""
        text = plain_characters(text)
        said: list[str] = []
        copied = 0
        for rewriting in self._rewritings(text):
            said += text[copied : rewriting.start], rewriting.said
            copied = rewriting.start + len(rewriting.written)
        return "".join([*said, text[copied:]]) if said else text

    def moved(self, text: str, places: Places) -> Places:
        """Return the places of the characters of `normalize(text)`, where `places` are those of the text."""
        changes = [(each.start, each.start + len(each.written), len(each.said)) for each in self.rewritings(text)]
        return moved(moved(places, plain_changes(text)), changes)

    def rewritings(self, text: str) -> list[Rewriting]:
        """Return the stretches that `normalize` writes in other words, from left to right."""
        return list(self._rewritings(plain_characters(text)))

    def _select_starts(self, *met: bool) -> list[_Start]:
        """Return the beginnings of the readers that may match, given which needs a text meets."""
        meets = frozenset(compress(self._needs, met))
        starts = [
            (search, [rule for rule in rules if meets.issuperset(rule.reader.needs)]) for search, rules in self._starts
        ]
        return [start for start in starts if start[1]]

    def _rewritings(self, text: str) -> Iterator[Rewriting]:
        """Look for each beginning once, and try its readers where it is found: most beginnings are in no sentence."""
        has = self._telling.intersection(text.removesuffix("."))
        starts = self._starts_with(*[not has.isdisjoint(needed) for needed in self._needs.values()])
        found = ((search(text), search, rules) for search, rules in starts)
        ahead = [(match.start(), search, rules) for match, search, rules in found if match]
        while ahead:
            start = min(map(_PLACE, ahead))
            end = start + 1
            here = [rules for place, _, rules in ahead if place == start]
            for _, expression, reader in here[0] if len(here) == 1 else sorted(chain(*here), key=_PLACE):
                match = expression.match(text, start)
                said = match and reader.read(match)
                if match and said is not None:
                    end = max(end, match.end())
                    if said != match.group():
                        yield Rewriting(start, match.group(), said, reader.rule)
                    break
            passed = [(search(text, end), search, rules) for place, search, rules in ahead if place < end]
            ahead = [each for each in ahead if each[0] >= end]
            ahead += [(match.start(), search, rules) for match, search, rules in passed if match]
