from plosive.text.languages.language import Language, Sentences, Spoken

LANGUAGE = Language(name="Icelandic", sentences=Sentences(ordinals=True), spoken=Spoken(currencies={"kr": "ISK"}))
