"""Hakka."""

from plosive.text.languages.language import Language

LANGUAGE = Language(locale="zh")
