from plosive.text.languages.language import Language, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Slovak",
    sentences=Sentences(
        titles="mgr ing bc judr mudr rndr sv doc napr tj tzn tzv",
        words="ai akad arch cca č čl fa fil hl inž kap kpt kol mil mld mvdr nám násl nar obr odd odst okr ost por pozn pl plk"
        " pol pr red resp roč str stor tab tel ul vl vyd zb zn",
        numbered="č s str obr tel čl ods max min cca", enders="atd apod",
        starters="a ale až bez bol bola bolo bude čo do ja ak ako je jeho len som sme sú k kde kto keď kedy mám mi my na nie"
        " o od on ona oni po podľa potom pre prečo pretože sa si tak tiež tam táto ten tento to toto v vo však z za že áno"
        " bohužiaľ dnes ďalej ešte každý koľko mnoho môže možno najprv nebo nikdy niektoré ani obvykle preto pridajte teraz"
        " už vždy všetko všetci zajtra",
        ordinals=True, months="jan feb mar apr máj jún júl aug sep okt nov dec",
    ),
    spoken=Spoken(
        minus="mínus", to="až", one=pairs("a=jedna; o=jedno; =jeden"), two=pairs("a o=dve"),
        money=pairs("EUR=euro eurá eura eur / cent centy centu centov; "
                    "CZK=koruna koruny koruny korún / halier haliere haliera halierov; "
                    "USD=dolár doláre dolára dolárov / cent centy centu centov"),
        scales=pairs("tis=tisíc tisíce tisíca tisíc; mil=milión milióny milióna miliónov; "
                     "mld=miliarda miliardy miliardy miliárd"),
    ),
)  # fmt: skip
