"""The cache of loaded voices."""

from dataclasses import dataclass

import pytest

from plosive.engines.voice_cache import VoiceCache


@dataclass
class Loaded:
    name: str
    memory_bytes: int


class Loads:
    """Counts what is loaded."""

    def __init__(self, budget_bytes: int) -> None:
        self.cache = VoiceCache(budget_bytes)
        self.names: list[str] = []

    def voice(self, name: str, memory_bytes: int = 10) -> Loaded:
        def load() -> Loaded:
            self.names.append(name)
            return Loaded(name, memory_bytes)

        return self.cache.voice(name, load)


def test_a_voice_is_loaded_once() -> None:
    loads = Loads(100)
    assert loads.voice("a") is loads.voice("a")
    assert loads.names == ["a"]


def test_the_least_recently_used_goes_first() -> None:
    loads = Loads(20)
    for name in "abac":  # b is the one unused for longest when c comes
        loads.voice(name)
    loads.voice("a")
    assert loads.names == ["a", "b", "c"]
    loads.voice("b")
    assert loads.names == ["a", "b", "c", "b"]


def test_the_one_asked_for_is_kept_though_it_is_too_large() -> None:
    loads = Loads(20)
    loads.voice("small")
    assert loads.voice("large", 50) is loads.voice("large", 50)
    loads.voice("small")
    assert loads.names == ["small", "large", "small"]


def test_one_that_does_not_load_leaves_the_rest() -> None:
    loads = Loads(10)
    kept = loads.voice("a")

    def load() -> Loaded:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        loads.cache.voice("b", load)
    assert loads.voice("a") is kept
