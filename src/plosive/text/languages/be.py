from plosive.text.languages.language import Language, Spoken
from plosive.text.languages.ru import LANGUAGE as RUSSIAN

LANGUAGE = Language(
    name="Belarusian",
    sentences=RUSSIAN.sentences,
    abbreviations=RUSSIAN.abbreviations.without_words(),
    spoken=Spoken(long_date="d MMMM y"),
)
