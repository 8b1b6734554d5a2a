from plosive.text.languages.language import Language

LANGUAGE = Language(name="Cantonese", locale="zh")
