from plosive.text.languages.language import Language, Sentences, Signs, pairs

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
    signs=Signs(
        said=pairs("+=plus; - −=mínus; × * · ⋅=krát; ÷ /=děleno; = ===rovná se; ≠ !==nerovná se; <=menší než;"
                   " >=větší než;≤ <==menší nebo rovno; ≥ >==větší nebo rovno; ±=plus minus"),
        minus="mínus", squared="na druhou", cubed="na třetí", power="na {}", root="odmocnina z",
        cube_root="třetí odmocnina z", over="{0} lomeno {1}", ratio="{0} ku {2}", score="{0} {1}", out_of="{0} z {2}",
        split="{0} na {1}", fixed=pairs("24/7=24 7"),
        inflected="nule jedné dvěma třem čtyřem pěti šesti sedmi osmi devíti deseti",
        results="vyhr* prohr* poraz* výsled* skóre vede* vedli remíz* finále zápas* vítěz* porážk* hlasován* set",
        result_next="nad s v na a po proti ale včera dnes", ratios="poměr* měřít* kurz* formát*",
        ratings="hodnoc* hvězd* bod* recenz* známk*", shares="z ze", clocks="v ve od do po před kolem",
        verses="genesis exodus žalm matouš marek lukáš jan",
    ),
)  # fmt: skip
