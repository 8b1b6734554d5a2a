"""Reads Japanese as it is pronounced, in kana, with haqumei and its dictionary (the extra `ja`).

The dictionary is loaded with the first text that has kanji: it takes some seconds and 120 MB. Ask `is_installed`
before.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec


def is_installed() -> bool:
    """Whether kanji can be read."""
    return find_spec("haqumei") is not None


def pronounced(text: str) -> str:
    """Return the text in katakana: the particle は is ワ, and 3人 is サンニン. Needs haqumei."""
    return _kana()(text)


@lru_cache(maxsize=1)
def _kana() -> Callable[[str], str]:
    # Imported here, because it is an extra and loads a dictionary.
    from haqumei import Haqumei  # noqa: PLC0415

    kana: Callable[[str], str] = Haqumei().g2k
    return kana
