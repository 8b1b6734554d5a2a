from plosive.text.languages.language import Language, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Romanian",
    sentences=Sentences(
        titles="dl dna dra dnul d-na sf d.ex",
        words="alin art aug av bd bl cap cca cf cod conf dec ed et ex feb fig ian ing ioc iul iun lit mun nov nr obs oct op"
        " pag pct ref resp sc sec sept str tel trad urm vol dvs",
        numbered="pag cap str", letters="e",
        starters="a acest această am ar are asta au ba că când care ce cine cu cum da dacă dar de deci din după e ea ei el"
        " este eu în încă la mai nu o pe pentru poate sau se sunt și te tu un unde va vă acestea aceasta acum acolo ai"
        " altfel apoi aproape așa astăzi atunci bine chiar deja desigur foarte iar ieri îmi împreună înainte însă mulțumesc"
        " mâine niciodată noi oamenii prima puteți sper știi tot totuși unii uneori veniți voi vom",
    ),
    spoken=Spoken(point="punct", money=pairs("RON=leu lei / ban bani; EUR=euro / cent cenți; USD=dolar dolari / cent cenți")),
)  # fmt: skip
