from plosive.text.languages.de import LANGUAGE as GERMAN
from plosive.text.languages.language import Language, Spoken

LANGUAGE = Language(name="Luxembourgish", sentences=GERMAN.sentences, spoken=Spoken(long_date="d MMMM y"))
