from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Latvian", sentences=Sentences(ordinals=True))
