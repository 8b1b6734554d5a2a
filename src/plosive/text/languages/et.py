"""Estonian."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(sentences=Sentences(ordinals=True))
