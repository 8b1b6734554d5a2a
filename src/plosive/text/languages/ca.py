from plosive.text.languages.es import LANGUAGE as SPANISH
from plosive.text.languages.language import Language

LANGUAGE = Language(
    name="Catalan",
    sentences=SPANISH.sentences,
    abbreviations=SPANISH.abbreviations.without_words(),
)
