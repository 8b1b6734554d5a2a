"""Cache of the neural voices loaded in this process, within a memory budget: the least recently used voice is unloaded first.

An utterance that is being spoken keeps its own reference: an unloaded voice lives until that utterance ends.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol, TypeVar


class LoadedVoice(Protocol):
    """A loaded voice of any engine."""

    @property
    def memory_bytes(self) -> int:
        """Memory that it takes."""
        ...


V = TypeVar("V", bound=LoadedVoice)


class VoiceCache:
    """Loaded voices by key. A key belongs to one voice of one engine, so that it always stands for the same type."""

    def __init__(self, budget_bytes: int) -> None:
        self._budget_bytes = budget_bytes
        self._voices: OrderedDict[str, LoadedVoice] = OrderedDict()
        self.loads = 0
        """Number of voices that were loaded so far."""

    def voice(self, key: str, load: Callable[[], V]) -> V:
        """The voice of this key; `load` makes it if the cache does not have it. Raises what `load` raises.

        The voice stays even if it alone is larger than the budget: it is needed now.
        """
        loaded: V
        if key in self._voices:
            loaded = self._voices[key]  # type: ignore[assignment]  # by the promise above
        else:
            loaded = load()
            self._voices[key] = loaded
            self.loads += 1
        self._voices.move_to_end(key)
        self._unload()
        return loaded

    def _unload(self) -> None:
        while len(self._voices) > 1 and sum(voice.memory_bytes for voice in self._voices.values()) > self._budget_bytes:
            self._voices.popitem(last=False)
