from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(name="Bengali", sentences=Sentences(titles="ড ডা মো", words="অধ্যাপক কি.মি", cut=120))
