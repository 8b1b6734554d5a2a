"""Slovak."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    sentences=Sentences(
        titles="mgr ing bc judr mudr rndr sv prof doc napr tj tzn tzv",
        words="ai apod atd akad arch bc cca č čl doc dr fa fil gen hl inž ing jr judr kap kpt kol mgr mil mld mudr mvdr nám"
        " napr násl nar obr odd odst okr ost por pozn pl plk pol prof pr red resp rndr roč sv str st stor sr tab tel tj tzv"
        " tzn ul vl vyd zb zn",
        numbered="č s str obr tab tel čl ods max min cca", enders="atd apod",
        starters="a ale až bez bol bola bolo bude čo do ja ak ako je jeho len som sme sú k kde kto keď kedy mám mi my na nie"
        " o od on ona oni po podľa potom pre prečo pretože sa si tak tiež tam táto ten tento to toto v vo však z za že áno"
        " bohužiaľ dnes ďalej ešte každý koľko mnoho môže možno najprv nebo nikdy niektoré ani obvykle preto pridajte teraz"
        " už vždy všetko všetci zajtra",
        ordinals=True, months="jan feb mar apr máj jún júl aug sep okt nov dec",
    ),
)  # fmt: skip
