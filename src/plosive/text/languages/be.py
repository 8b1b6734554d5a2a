"""Belarusian."""

from plosive.text.languages.language import Language, Spoken
from plosive.text.languages.ru import LANGUAGE as RUSSIAN

LANGUAGE = Language(sentences=RUSSIAN.sentences, spoken=Spoken(long_date="d MMMM y"))
