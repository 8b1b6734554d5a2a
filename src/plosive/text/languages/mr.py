from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Marathi", sentences=Sentences(words="डॉ श्री श्रीमती सौ प्रो पं सं क्र रु"))
