from plosive.text.languages.kk import LANGUAGE as KAZAKH
from plosive.text.languages.language import Language

LANGUAGE = Language(name="Kyrgyz", sentences=KAZAKH.sentences)
