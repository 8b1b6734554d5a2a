from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Estonian", sentences=Sentences(ordinals=True))
