from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(name="Burmese", spoken=Spoken(spaced=False))
