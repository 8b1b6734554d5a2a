"""Bengali."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(sentences=Sentences(titles="ড ডা মো", words="ড ডা মো অধ্যাপক কি.মি", cut=120))
