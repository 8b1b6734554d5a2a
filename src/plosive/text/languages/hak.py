from plosive.text.languages.language import Language

LANGUAGE = Language(name="Hakka", locale="zh")
