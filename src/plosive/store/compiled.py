"""Dictionaries compiled for sessions: once a version, and as they last were while the database is away."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from plosive.errors import StoreUnavailable
from plosive.text.pronunciation.dictionary import Pronunciations

if TYPE_CHECKING:
    from plosive.store.pronunciations import Dictionaries

_KEPT: Final = 256
"""The largest takes 75 kB, so this is 20 MB at worst."""


class CompiledDictionaries:
    """Gives sessions what they apply. What it gave stays as it is, whatever becomes of the dictionary."""

    def __init__(self, dictionaries: "Dictionaries", fallback: Pronunciations | None) -> None:
        """`fallback` says what a client's own dictionary does not."""
        self._dictionaries = dictionaries
        self._fallback = fallback
        self._compiled: OrderedDict[tuple[str, str], tuple[int, Pronunciations]] = OrderedDict()

    async def get(self, organization: str, dictionary_id: str) -> Pronunciations:
        """The newest version of a dictionary of this organization.

        Raises `UnknownDictionary`, and `StoreUnavailable` if the database is away and nobody used the dictionary before.
        """
        place = organization, dictionary_id
        known = self._compiled.get(place)
        try:
            dictionary = await self._dictionaries.get(organization, dictionary_id)
        except StoreUnavailable:
            if known is None:
                raise
            return known[1]
        if known is None or known[0] != dictionary.version:
            known = dictionary.version, Pronunciations(dictionary.items, fallback=self._fallback)
        self._compiled[place] = known
        self._compiled.move_to_end(place)
        if len(self._compiled) > _KEPT:
            self._compiled.popitem(last=False)
        return known[1]
