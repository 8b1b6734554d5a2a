from plosive.text.languages.language import Language, Sentences, Spoken

LANGUAGE = Language(name="Thai", sentences=Sentences(cut=110), spoken=Spoken(spaced=False))
