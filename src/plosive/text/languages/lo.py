from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(name="Lao", spoken=Spoken(spaced=False))
