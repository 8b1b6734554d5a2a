from plosive.text.languages.language import Language, Sentences, Spoken, Writes, counts, pairs

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
        ordinals=True, months="led úno bře dub kvě čer srp zář říj lis pro",
    ),
    spoken=Spoken(
        to="až", one=pairs("a=jedna; o=jedno; =jeden"), two=pairs("a o=dvě"),
        money=pairs("CZK=koruna koruny koruny korun / haléř haléře haléře haléřů; "
                    "EUR=euro eura eura eur / cent centy centu centů; "
                    "USD=dolar dolary dolaru dolarů / cent centy centu centů; "
                    "GBP=libra libry libry liber / pence"),
        scales=pairs("tis=tisíc tisíce tisíce tisíc; mil=milion miliony milionu milionů; "
                     "mld=miliarda miliardy miliardy miliard; "
                     "tisíc=tisíc; tisíce=tisíce; milion=milion; miliony=miliony; milionů=milionů; "
                     "miliardy=miliardy; miliard=miliard"),
    ),
    writes=Writes(
        # espeak-ng says these numbers in the masculine.
        counts=(
            counts(
                {"1": "jedna"},
                "minuta sekunda hodina osoba žena kniha strana káva lžíce lžička tableta tuna koruna verze noc"
                " láhev sklenice skupina libra míle",
            ),
            counts(
                {"1": "jednu"},
                "minutu sekundu hodinu osobu knihu stranu kávu lžíci lžičku tabletu tunu korunu verzi libru míli",
            ),
            counts({"1": "jedno"}, "euro procento město auto dítě slovo číslo místo patro kilo"),
            counts(
                {"2": "dvě"},
                "minuty sekundy hodiny osoby ženy knihy strany kávy lžíce lžičky tablety tuny koruny verze noci"
                " lahve sklenice skupiny libry míle eura procenta města auta děti slova čísla místa patra kila",
            ),
        ),
    ),
)  # fmt: skip
