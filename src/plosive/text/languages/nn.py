from plosive.text.languages.language import Language
from plosive.text.languages.no import LANGUAGE as NORWEGIAN

LANGUAGE = Language(name="Norwegian Nynorsk", sentences=NORWEGIAN.sentences)
