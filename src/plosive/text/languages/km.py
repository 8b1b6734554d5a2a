from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(name="Khmer", spoken=Spoken(spaced=False))
