from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Declension,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    pairs,
)

LANGUAGE = Language(
    name="Slovak",
    sentences=Sentences(
        titles="mgr ing bc judr mudr rndr sv doc napr tj tzn tzv",
        words="ai akad arch cca č čl fa fil hl inž kap kpt kol mil mld mvdr nám násl nar obr odd odst okr ost por pozn pl plk"
        " pol pr red resp roč str stor tab tel ul vl vyd zb zn",
        numbered="jan feb mar apr máj jún júl aug sep okt nov dec č s str obr tel čl ods max min cca", enders="atd apod",
        starters="a ale až bez bol bola bolo bude čo do ja ak ako je jeho len som sme sú k kde kto keď kedy mám mi my na nie"
        " o od on ona oni po podľa potom pre prečo pretože sa si tak tiež tam táto ten tento to toto v vo však z za že áno"
        " bohužiaľ dnes ďalej ešte každý koľko mnoho môže možno najprv nebo nikdy niektoré ani obvykle preto pridajte teraz"
        " už vždy všetko všetci zajtra",
        ordinals=True, dates=True, months="jan feb mar apr máj jún júl aug sep okt nov dec",
    ),
    ordinals=Ordinals(
        form="masculine", stop=True, place="v vo na o po pri",
        origin="do od z zo u počas podľa konca koncom konci začiatku polovice polovici", joints="a i alebo až do",
        small="som si ste sú",
        declension=Declension(
            small="prvý druhý tretí štvrtý piaty šiesty siedmy ôsmy deviaty desiaty jedenásty dvanásty trinásty štrnásty"
                  " pätnásty šestnásty sedemnásty osemnásty devätnásty",
            tens="dvadsiaty tridsiaty štyridsiaty päťdesiaty šesťdesiaty sedemdesiaty osemdesiaty deväťdesiaty",
            hundreds="stý", two_words=True,
            endings=pairs("ý=á é ého ému om ým ej ej ú ou é ých ých; y=a e eho emu om ym ej ej u ou e ych ych; tí=tia"
                          " tie tieho tiemu ťom tím tej tej tiu ťou tie tích tích"),
        ),
        agreements=(
            Agreement(
                endings="roky rokoch rokov", forms=pairs("roky=plural; rokoch=plural-locative; rokov=plural-genitive"),
            ),
            Agreement(
                nouns="storoč tisícroč miest poschod kol výroč podlaž nástupišť", endings="o ie",
                forms=pairs("+í +u +e=masculine-locative; ia a u=masculine-genitive; ím om=masculine-instrumental;"
                            " =neuter"),
            ),
            Agreement(
                nouns="tried kapitol minút hodin čas skupin lig svetov polovic stran etap sez", endings="a á ou y",
                forms=pairs("ou=feminine-instrumental; ú u=feminine-accusative; a á ť=feminine; y e i"
                            " ej=feminine-genitive; =feminine"),
            ),
            Agreement(
                forms=pairs("+u +e +i=masculine-locative; om ým=masculine-instrumental; ovi=masculine-dative; - u"
                            " ho=masculine-genitive; +=masculine-locative; =masculine"),
            ),
        ),
        day=pairs("=masculine-genitive"),
    ),
    calendar=Calendar(expiry="platn", clock_words=pairs("o=o")),
    numerals=Numerals(
        rulers="Karol Juraj Václav Rudolf Ferdinand Jozef František Leopold Ľudovít Alžbet Katarín Pius Benedikt Ján"
               " Pavol Pavl Peter Petr Henrich Viliam Napoleon Filip Matej Mikuláš Fridrich Belo Bel",
        women="Alžbet Katarín",
        women_forms=pairs("a=feminine; u=feminine-accusative; ou=feminine-instrumental; =feminine-genitive"),
        men_forms=pairs("a=masculine-genitive; ovi=masculine-dative; om=masculine-instrumental; =masculine"),
        cues="kapitola diel časť",
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
