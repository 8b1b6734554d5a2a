from plosive.text.languages.language import Language
from plosive.text.languages.zh import LANGUAGE as CHINESE

LANGUAGE = Language(name="Cantonese", locale="zh", sentences=CHINESE.sentences, abbreviations=CHINESE.abbreviations)
