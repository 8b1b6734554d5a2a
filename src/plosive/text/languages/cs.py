"""Czech."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    sentences=Sentences(
        titles="mgr ing bc judr mudr rndr sv prof doc např tj tzn tzv",
        words="aj apod arch atd atp bc cca č čes čl čp doc dr dop fa fil gen hl inž ing jr judr jv kap kpt kol kr mad mgr mj"
        " mil mld mudr mvdr např nám násl nar obr odd odst okr ost pozn př plk pol prof přip pplk r red resp rndr roč s sv"
        " str st stol stř sr tab tel tj tzv tř tzn ul vč vl vyd zejm zn zvl",
        numbered="č s str obr tab tel čl odst p r st max min cca", enders="atd apod kč mil tis",
        starters="a ale až bez bude byl byla bylo co do já jak jaké je jeho jen jestli jsem jsme jsou k kde kdo když kdy mám"
        " mi my na ne není o od on ona oni po podle pokud potom pro proč protože se si tak také tam tato ten tento to toto v"
        " ve však z za že ano bohužel během dále dnes další díky ještě jenom každý kolik kromě kvůli ma mnoho mohu může"
        " můžete možná například náš nebo nejdříve nejprve někdy nikdy některé nyní obvykle oba občas přidejte přesto před"
        " přes přitom sedí spolu teď teprve tedy tehdy tím třeba u už vezměte vždy všechno všichni zde zítra",
        ordinals=True, months="led úno bře dub kvě čer srp zář říj lis pro",
    ),
)  # fmt: skip
