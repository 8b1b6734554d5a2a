"""Thai."""

from plosive.text.languages.language import Language, Sentences, Spoken

LANGUAGE = Language(sentences=Sentences(cut=110), spoken=Spoken(spaced=False))
