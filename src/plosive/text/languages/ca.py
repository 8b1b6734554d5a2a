"""Catalan."""

from plosive.text.languages.es import LANGUAGE as SPANISH
from plosive.text.languages.language import Language

LANGUAGE = Language(sentences=SPANISH.sentences)
