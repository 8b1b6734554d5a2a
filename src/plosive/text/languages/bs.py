"""Bosnian."""

from plosive.text.languages.hr import LANGUAGE as CROATIAN
from plosive.text.languages.language import Language

LANGUAGE = Language(sentences=CROATIAN.sentences)
