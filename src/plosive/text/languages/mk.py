from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(name="Macedonian", spoken=Spoken(long_date="d MMMM y"))
