"""Compiled pronunciation dictionaries for sessions, cached by version. The cache also serves while the database is away."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from plosive.errors import StoreUnavailable
from plosive.text.pronunciation.dictionary import Pronunciations

if TYPE_CHECKING:
    from plosive.store.pronunciations import Dictionaries

_KEPT: Final = 256
"""The largest needs 75 kB, so all need 20 MB at most."""


class CompiledDictionaries:
    """Compiles dictionaries for sessions. A session keeps its version even if the dictionary changes or is deleted."""

    def __init__(self, dictionaries: "Dictionaries", fallback: Pronunciations | None) -> None:
        """`fallback` is used for words that are not in the client's own dictionary."""
        self._dictionaries = dictionaries
        self._fallback = fallback
        self._compiled: OrderedDict[tuple[str, str], tuple[int, Pronunciations]] = OrderedDict()

    async def get(self, organization: str, dictionary_id: str) -> Pronunciations:
        """Return the newest version of a dictionary of this organization.

        Raises `UnknownDictionary`, and `StoreUnavailable` if the database is away and the dictionary is not in the cache.
        """
        key = organization, dictionary_id
        known = self._compiled.get(key)
        try:
            dictionary = await self._dictionaries.get(organization, dictionary_id)
        except StoreUnavailable:
            if known is None:
                raise
            return known[1]
        if known is None or known[0] != dictionary.version:
            known = dictionary.version, Pronunciations(dictionary.items, fallback=self._fallback)
        self._compiled[key] = known
        self._compiled.move_to_end(key)
        if len(self._compiled) > _KEPT:
            self._compiled.popitem(last=False)
        return known[1]
