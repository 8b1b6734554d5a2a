"""The neural voices loaded in this process, within a memory budget: it loads on first use and unloads the least recently used.

It owns no memory of a voice in use: an utterance being spoken keeps its own reference, and the voice lives until that ends.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol, TypeVar


class Voice(Protocol):
    """A loaded voice, of whatever engine."""

    @property
    def memory_bytes(self) -> int:
        """How much memory it takes while it is loaded."""
        ...


V = TypeVar("V", bound=Voice)


class VoiceCache:
    """Loaded voices by their keys; a key names one voice of one engine, so that it always loads the same type."""

    def __init__(self, budget_bytes: int) -> None:
        self._budget_bytes = budget_bytes
        self._voices: OrderedDict[str, Voice] = OrderedDict()

    def voice(self, key: str, load: Callable[[], V]) -> V:
        """The voice of this key, loaded by `load` unless it is here. Whatever `load` raises goes through, and nothing is kept.

        The voice asked for is kept even if it is larger than the budget alone: it is needed now.
        """
        loaded: V
        if key in self._voices:
            loaded = self._voices[key]  # type: ignore[assignment]  # by the promise above
        else:
            loaded = load()
            self._voices[key] = loaded
        self._voices.move_to_end(key)
        self._unload()
        return loaded

    def _unload(self) -> None:
        while len(self._voices) > 1 and sum(voice.memory_bytes for voice in self._voices.values()) > self._budget_bytes:
            self._voices.popitem(last=False)
