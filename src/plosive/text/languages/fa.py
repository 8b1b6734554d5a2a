from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Persian", sentences=Sentences(cut=130))
