"""Rewrites text that espeak-ng misreads or skips in a language: money, units, dates, addresses, signs.

It owns the order of the readers. Each part of a text is rewritten once, and the result is not read again. Text that
espeak-ng reads well does not change, above all numbers. It refuses to guess: ambiguous text stays as it is written.
"""

import re
from collections.abc import Iterator
from typing import Final

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
    years,
)
from plosive.text.normalization.cldr import cldr_of
from plosive.text.normalization.look_alikes import plain_changes, plain_characters
from plosive.text.normalization.reader import Rewriting
from plosive.text.places import Places, moved

_KINDS: Final = (
    decorations,
    addresses,
    identifiers,
    measures,
    dates,
    times,
    years,
    phones,
    codes,
    mathematics,
    scores,
    ordinals,
    numbers,
    amounts,
    abbreviations,
    acronyms,
    signs,
    romans,
)
"""The first reader that says a place wins: an address may look like a number, a date like a telephone number or a version."""


class Normalizer:
    """Rewrites one whole segment for an engine; the transcript keeps the original.

    `language` is a BCP-47 tag or an espeak-ng language name. If CLDR does not have the language, text does not change. The
    first normalizer of a language takes about 10 ms, later ones 0.2 ms.
    """

    def __init__(self, language: str) -> None:
        cldr = cldr_of(language)
        readers = [reader for kind in _KINDS for reader in kind.readers(cldr)] if cldr else []
        begins = {f"(?:{reader.begins or reader.pattern})": None for reader in readers}
        self._begins = re.compile("|".join(begins) or "(?!)")
        self._readers = [(re.compile(reader.pattern), reader) for reader in readers]

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

    def _rewritings(self, text: str) -> Iterator[Rewriting]:
        found = self._begins.search(text)
        while found:
            start = found.start()
            end = start + 1
            for expression, reader in self._readers:
                match = expression.match(text, start)
                said = match and reader.read(match)
                if match and said is not None:
                    end = max(end, match.end())
                    if said != match.group():
                        yield Rewriting(start, match.group(), said, reader.rule)
                    break
            found = self._begins.search(text, end)
