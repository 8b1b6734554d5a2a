from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Slovenian", sentences=Sentences(ordinals=True))
