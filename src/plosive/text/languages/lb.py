from plosive.text.languages.de import LANGUAGE as GERMAN
from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(
    name="Luxembourgish",
    sentences=GERMAN.sentences,
    abbreviations=GERMAN.abbreviations.without_words(),
    spoken=Spoken(long_date="d MMMM y"),
)
