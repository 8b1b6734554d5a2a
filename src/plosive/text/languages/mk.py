"""Macedonian."""

from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(spoken=Spoken(long_date="d MMMM y"))
