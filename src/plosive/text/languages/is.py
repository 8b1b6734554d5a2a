"""Icelandic."""

from plosive.text.languages.language import Language, Sentences, Spoken

LANGUAGE = Language(sentences=Sentences(ordinals=True), spoken=Spoken(currencies={"kr": "ISK"}))
