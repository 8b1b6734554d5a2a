"""Burmese."""

from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(spoken=Spoken(spaced=False))
