from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Armenian", sentences=Sentences(sure_mark=":"))
