from plosive.text.languages.language import Language, Spoken
from plosive.text.languages.pt import LANGUAGE as PORTUGUESE

LANGUAGE = Language(
    name="Galician",
    sentences=PORTUGUESE.sentences,
    abbreviations=PORTUGUESE.abbreviations.without_words(),
    spoken=Spoken(ordinal=lambda number, _: f"{number}º"),
)
