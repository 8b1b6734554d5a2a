"""Armenian."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(sentences=Sentences(sure_mark=":"))
