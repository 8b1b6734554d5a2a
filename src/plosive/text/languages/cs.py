from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Declension,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    pairs,
)

LANGUAGE = Language(
    name="Czech",
    sentences=Sentences(
        titles="mgr ing bc judr mudr rndr sv doc např tj tzn tzv",
        words="aj arch atp cca č čes čl čp dop fa fil hl inž jv kap kpt kol kr mad mj mld mvdr nám násl nar obr odd odst okr"
        " ost pozn př plk pol přip pplk r red resp roč s str stol stř tab tel tř ul vč vl vyd zejm zn zvl",
        numbered="č s str obr tel čl odst r st max min cca", enders="atd apod kč mil tis",
        starters="a ale až bez bude byl byla bylo co do já jak jaké je jeho jen jestli jsem jsme jsou k kde kdo když kdy mám"
        " mi my na ne není o od on ona oni po podle pokud potom pro proč protože se si tak také tam tato ten tento to toto v"
        " ve však z za že ano bohužel během dále dnes další díky ještě jenom každý kolik kromě kvůli ma mnoho mohu může"
        " můžete možná například náš nebo nejdříve nejprve někdy nikdy některé nyní obvykle oba občas přidejte přesto před"
        " přes přitom sedí spolu teď teprve tedy tehdy tím třeba u už vezměte vždy všechno všichni zde zítra",
        ordinals=True, dates=True, months="led úno bře dub kvě čer srp zář říj lis pro",
    ),
    ordinals=Ordinals(
        form="masculine", stop=True, place="v ve na o po při", origin="do od z ze u během podle konce koncem konci začátku"
                                                                      " počátku poloviny"
        " polovině počátkem začátkem",
        joints="a i nebo až", small="jsem jsi jste jsou",
        declension=Declension(
            small="první druhý třetí čtvrtý pátý šestý sedmý osmý devátý desátý jedenáctý dvanáctý třináctý čtrnáctý"
                  " patnáctý šestnáctý"
            " sedmnáctý osmnáctý devatenáctý",
            tens="dvacátý třicátý čtyřicátý padesátý šedesátý sedmdesátý osmdesátý"
                 " devadesátý", hundreds="stý", two_words=True,
            endings=pairs("ý=á é ého ému ém ým é é ou ou é ých ých; í=í í ího ímu ím ím í í í í í ích ích"),
        ),
        agreements=(
            Agreement(endings="léta letech let", forms=pairs("léta=feminine; letech=plural-locative; let=plural-genitive")),
            Agreement(nouns="stolet tisícilet míst patr pololet čtvrtlet kol výroč poschod podlaž nástupišt", endings="o í",
                      forms=pairs("+í +u +ě +e=masculine-locative; -í a u=masculine-genitive; ím em=masculine-instrumental;"
                                  " =neuter")),
            Agreement(nouns="tříd kapitol minut hodin část skupin lig světov polovin strán etap sez řad úrov"
                            " vln", endings="a á ou y é",
                      forms=pairs("ou u=feminine-accusative; a á=feminine; y ě e i í é=feminine-genitive; =feminine")),
            Agreement(forms=pairs("+u +e +ě=masculine-locative; em ým=masculine-instrumental; ovi=masculine-dative;"
                                  "- u ho=masculine-genitive; +=masculine-locative; =masculine")),
        ),
        day=pairs("=masculine-genitive"),
    ),
    calendar=Calendar(words="pro led dub lis", expiry="platn"),
    numerals=Numerals(
        rulers="Karel Karl Jiří Václav Rudolf Ferdinand Josef František Leopold Ludvík Přemysl Otakar Vladislav Zikmund"
               " Alžbět Kateřin"
        " Pius Benedikt Jan Pavel Pavl Petr Jindřich Vilém Napoleon Filip Matyáš Mikuláš Fridrich",
        women="Alžbět Kateřin", women_forms=pairs("a=feminine; u=feminine-accusative; ou=feminine-instrumental;"
                                                  " =feminine-genitive"),
        men_forms=pairs("a=masculine-genitive; ovi=masculine-dative; em=masculine-instrumental; =masculine"),
        cues="kapitola díl část",
    ),
)  # fmt: skip
