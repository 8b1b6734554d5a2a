from plosive.text.languages.language import Cues, Language, Sentences, pairs

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
    cues=Cues(
        codes="zadejte kód kódu kódem pin heslo hesla psč otp",
        records="objednávka objednávky rezervace účet účtu zákazníka faktura faktury zásilka zásilky vstupenka karta karty"
        " smlouva smlouvy",
        numbers="číslo čísla",
        owners="váš vaše vaší tvůj tvoje můj moje náš naše ten ta",
        copulas="bude je byl zní",
        counted="lidí osob uživatelů zákazníků řádků slov znaků stran stránek kusů krát souborů hostů židlí míst pokojů"
        " knih krabic bodů hlasů členů zaměstnanců obyvatel číslic",
        phones="telefon* tel mobil* fax číslo čísle",
        calls="tísňová tísňové volejte zavolejte zavolej volat vytočte vytoč kontaktujte",
        between="policii záchranku hasiče nebo na číslo nám mi nás ihned hned",
        after="ihned při",
        extensions="linka",
        extension="linka",
        letters=pairs("I=í; K=ká; O=ó; S=es; U=ú; V=vé; Z=zet"),
        sharp="sharp",
        adjectives_last=True,
    ),
)  # fmt: skip
