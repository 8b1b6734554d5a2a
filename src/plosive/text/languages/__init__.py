"""The data of each language: one file each, named by its BCP-47 language subtag, with a `LANGUAGE`."""

import re
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from plosive.text.languages.language import Language

_UNKNOWN: Final = Language()


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """Return the record of a BCP-47 tag or espeak-ng language name ("pt-BR" is "pt"); an empty one if there is no file."""
    code = re.split("[-_]", tag)[0].lower()
    name = f"{__name__}.{code}"
    if not re.fullmatch("[a-z]{2,3}", code) or not find_spec(name):
        return _UNKNOWN
    language: Language = import_module(name).LANGUAGE
    return language
