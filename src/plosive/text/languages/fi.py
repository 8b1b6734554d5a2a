from plosive.text.languages.language import Agreement, Calendar, Language, Ordinals, Sentences, pairs

_CASES = pairs(
    "ssa ssä=inessive; sta stä=elative; lla llä=adessive; lta ltä=ablative; lle=allative; na nä=essive; ksi=translative;"
    "een hin=illative; aa ää tta ttä=partitive; nen=plain; n=genitive; =plain"
)

LANGUAGE = Language(
    name="Finnish",
    sentences=Sentences(
        titles="esim ks",
        words="alk ark dipl eaa ed eo fil ins kaup kl klo kpl lis luok lut lyh maist merk mm mrd milj muk n nim ns nyk os oy"
        " pj po puh pvm rkl rva s sd so sv tel til toim tri ts ulk us valt vol vrk vt yht yks yl",
        numbered="nro s kuva luku puh n ks noin", enders="jne ym yms tms",
        starters="ei en entä eli emme he hän ja jos joten kaikki koska kuinka kuka kun kyllä me mikä miksi milloin minä"
        " missä mitä mutta myös ne niin nyt olen on onko se sen siellä sinä siis tai te tämä tässä vai vaikka aina aluksi"
        " ehkä ennen entäs hyvä ilman jälkeen jokainen joskus kiitos kuitenkin lisää lisäksi lopuksi meillä molemmat monet"
        " muuten nämä näin olet onneksi ottakaa sekoita sitten toki tule usein vain vielä yleensä",
        ordinals=True, months="tam hel maa huh tou kes hei elo syy lok mar jou",
    ),
    ordinals=Ordinals(
        known=9999, stop=True, joints="ja tai", day=pairs("=plain"),
        agreements=(
            Agreement(
                nouns="luok päiv ker vuosisa sija", forms=pairs("luokka päivä kerta vuosisata sija=plain") | _CASES,
            ),
            Agreement(forms=_CASES),
        ),
    ),
    calendar=Calendar(
        clock_words=pairs("klo=kello; kello=kello"), expiry="voimassa", words="kesä elo joulu loka touko heinä",
    ),
)  # fmt: skip
