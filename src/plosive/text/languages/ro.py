"""Romanian."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    sentences=Sentences(
        titles="dl dna dra dnul d-na prof sf d.ex",
        words="alin art aug av bd bl cap cca cf cod col conf dec dl dna dr ed etc et ex feb fig gen ian ing ioc iul iun lit"
        " mun nov nr obs oct op pag pct prof ref resp sc sec sept sf str tel trad urm vol dvs",
        numbered="nr pag fig art cap str", letters="e",
        starters="a acest această am ar are asta au ba că când care ce cine cu cum da dacă dar de deci din după e ea ei el"
        " este eu în încă la mai nu o pe pentru poate sau se sunt și te tu un unde va vă acestea aceasta acum acolo ai"
        " altfel apoi aproape așa astăzi atunci bine chiar deja desigur foarte iar ieri îmi împreună înainte însă mulțumesc"
        " mâine niciodată noi oamenii prima puteți sper știi tot totuși unii uneori veniți voi vom",
    ),
)  # fmt: skip
