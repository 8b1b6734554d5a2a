from plosive.text.languages.language import Language, Ordinals
from plosive.text.languages.pt import LANGUAGE as PORTUGUESE

LANGUAGE = Language(
    name="Galician",
    sentences=PORTUGUESE.sentences,
    abbreviations=PORTUGUESE.abbreviations.without_words(),
    ordinals=Ordinals(digits=lambda number, _: f"{number}º"),
)
