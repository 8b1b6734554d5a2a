"""Persian."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(sentences=Sentences(cut=130))
