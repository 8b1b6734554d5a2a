from plosive.text.languages.language import Language

LANGUAGE = Language(name="Mandarin", locale="zh")
