from plosive.text.languages.hr import LANGUAGE as CROATIAN
from plosive.text.languages.language import Language

LANGUAGE = Language(name="Bosnian", sentences=CROATIAN.sentences)
