from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Declension,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    Writes,
    counts,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs

LANGUAGE = Language(
    name="Czech",
    sentences=Sentences(
        proper="sen rep hon rev gov col fr mt pres mag on cv pt",
        words="aj atp č čes čl čp dop fa fil hl inž jv kap kol kr mad mld násl obr odst ost př pol přip pplk r roč s str"
        " stř tab vč vl mil tis",
        numbered="úno bře kvě čvn čvc srp zář říj st", enders="kč",
        starters="a ale až bez bude byl byla bylo co do já jak jaké je jeho jen jestli jsem jsme jsou k kde kdo když kdy mám"
        " mi my na ne není o od on ona oni po podle pokud potom pro proč protože se si tak také tam tato ten tento to toto v"
        " ve však z za že ano bohužel během dále dnes další díky ještě jenom každý kolik kromě kvůli ma mnoho mohu může"
        " můžete možná například náš nebo nejdříve nejprve někdy nikdy některé nyní obvykle oba občas přidejte přesto před"
        " přes přitom sedí spolu teď teprve tedy tehdy tím třeba u už vezměte vždy všechno všichni zde zítra",
        ordinals=True, dates=True, months="led úno bře dub kvě čer srp zář říj lis pro",
    ),
    ordinals=Ordinals(
        fixed=pairs("1x=jednou; 2x=dvakrát; 3x=třikrát; 4x=čtyřikrát; 5x=pětkrát; 6x=šestkrát; 7x=sedmkrát; 8x=osmkrát;"
                    "9x=devětkrát; 10x=desetkrát"),
        form="masculine", stop=True, place="v ve na o po při",
        origin="letech let přelomu roku pol do od z ze u během podle konce koncem konci začátku"
                                                                      " počátku poloviny"
        " polovině počátkem začátkem",
        joints="a i nebo až do", small="jsem jsi jste jsou",
        declension=Declension(
            small="první druhý třetí čtvrtý pátý šestý sedmý osmý devátý desátý jedenáctý dvanáctý třináctý čtrnáctý"
                  " patnáctý šestnáctý"
            " sedmnáctý osmnáctý devatenáctý",
            tens="dvacátý třicátý čtyřicátý padesátý šedesátý sedmdesátý osmdesátý"
                 " devadesátý", hundreds="stý", two_words=True,
            endings=pairs("ý=á é ého ému ém ým é é ou ou é ých ých; í=í í ího ímu ím ím í í í í í ích ích"),
        ),
        agreements=(
            Agreement(nouns="léta letech", endings="léta letech let",
            forms=pairs("léta=feminine; letech=plural-locative; let=plural-genitive")),
            Agreement(nouns="nástupišt hřišt parkovišt", forms=pairs("+i=masculine-locative; -ě=masculine-genitive;"
                                                                     "ěm=masculine-instrumental; =neuter")),
            Agreement(nouns="stolet tisícilet míst patr pololet čtvrtlet kol výroč poschod podlaž", endings="o í",
                      forms=pairs("+í +u +ě +e=masculine-locative; -í a u=masculine-genitive; ím em=masculine-instrumental;"
                                  " =neuter")),
            Agreement(nouns="stol", forms=pairs("+=masculine-locative; -=masculine-genitive; =neuter")),
            Agreement(nouns="tříd kapitol minut hodin část skupin lig světov polovin strán etap sez řad úrov"
                            " vln", endings="a á ou y é",
                      forms=pairs("ou u=feminine-accusative; a á=feminine; y ě e i í é=feminine-genitive; =feminine")),
            Agreement(forms=pairs("+u +e +ě=masculine-locative; em ým=masculine-instrumental; ovi=masculine-dative;"
                                  "- u ho=masculine-genitive; +=masculine-locative; =masculine")),
        ),
        day=pairs("k ke=masculine-dative; =masculine-genitive"),
    ),
    calendar=Calendar(
        clock_words=pairs("v=v; ve=ve"),
        weekday_forms=pairs("v ve=pondělí úterý středu čtvrtek pátek sobotu neděli;"
                            "od do=pondělí úterý středy čtvrtka pátku soboty neděle"),
        weekday_span=pairs("od=pondělí úterý středy čtvrtka pátku soboty neděle;"
                           "do=pondělí úterý středy čtvrtka pátku soboty neděle"),
        words="pro led dub lis", bare_days=True, expiry="platn"),
    numerals=Numerals(
        rulers="Karel Karl Jiří Václav Rudolf Ferdinand Josef František Leopold Ludvík Přemysl Otakar Vladislav Zikmund"
               " Alžbět Kateřin"
        " Pius Benedikt Jan Pavel Pavl Petr Jindřich Vilém Napoleon Filip Matyáš Mikuláš Fridrich",
        women="Alžbět Kateřin", women_forms=pairs("a=feminine; u=feminine-accusative; "
        "ou=feminine-instrumental;"
                                                  " =feminine-genitive"),
        men_forms=pairs("u=masculine-dative; a=masculine-genitive; ovi=masculine-dative; em=masculine-instrumental; "
        "=masculine"),
        cues="verze verzi kapitola díl část",
    ),
    abbreviations=Abbreviations(
        before_name="p.=pan|paní/panovi|paní/pana|paní/pana|paní/panem|paní/panovi|paní; pí. pí=paní; sl.=slečna; "
        "dr. Dr. MUDr. JUDr. RNDr. PhDr. MVDr. PaedDr.=doktor|doktorka/doktorovi|doktorce/doktora|doktorky/doktora|doktorku/"
        "doktorem|doktorkou/doktorovi|doktorce; "
        "prof. Prof.=profesor|profesorka/profesorovi|profesorce/profesora|profesorky/profesora|profesorku/"
        "profesorem|profesorkou/"
        "profesorovi|profesorce; doc. Doc.=docent|docentka/docentovi|docentce/docenta|docentky; "
        "Ing. ing.=inženýr|inženýrka/inženýrovi|inženýrce/inženýra|inženýrky/inženýra|inženýrku/inženýrem|inženýrkou/"
        "inženýrovi|"
        "inženýrce; Mgr. mgr.=magistr|magistra/magistrovi|magistře/magistra|magistry; Bc.=bakalář|bakalářka; "
        "sv.=svatý|svatá/svatém|svaté/svatého|svaté/svatého|svatou/svatým|svatou; "
        "gen.=generál; plk.=plukovník; kpt.=kapitán; mjr.=major; arch.=architekt; red.=redaktor; prez.=prezident",
        before_number="str. s.=strana/straně/strany/stranu; obr.=obrázek/obrázku/obrázku/obrázek; "
        "kap.=kapitola/kapitole/kapitoly/kapitolu; č. čís.=číslo/čísle/čísla; tel.=telefon; "
        "tab.=tabulka/tabulce/tabulky/tabulku; odst.=odstavec/odstavci/odstavce; čl.=článek/článku/článku/článek/článkem/"
        "článku; "
        "čp. č.p.=číslo popisné; sv.=svazek/svazku/svazku; r.=roku/roce/roku; tř.=třída/třídě/třídy; roč.=ročník; "
        "sp.zn.=spisová značka",
        before_amount="max. Max.=maximálně; min. Min.=minimálně",
        after_number="tis.=tisíc/tisíce/tisíc; mil.=milion/miliony/milionů; mld.=miliarda/miliardy/miliard; "
        "hod.=hodina/hodiny/hodin; min.=minuta/minuty/minut; sek.=sekunda/sekundy/sekund; os.=osoba/osoby/osob; "
        "obyv.=obyvatel/obyvatelé/obyvatel; ks. ks=kus/kusy/kusů; dkg dag=dekagram/dekagramy/dekagramů; str.=strana/strany/"
        "stran; roč.=ročník; stol.=století",
        before_street="ul.=ulice/ulici/ulice/ulici/ulicí/ulici; nám.=náměstí; tř.=třída/třídě/třídy; nábř.=nábřeží",
        leading="např.=například; tj.=to jest; tzn.=to znamená; tzv.=takzvaný; mj.=mimo jiné; popř.=popřípadě; "
        "příp.=případně; cca=cirka; resp.=respektive; vs.=versus; srov.=srovnej; zejm.=zejména; kupř.=kupříkladu; "
        "zvl.=zvláště",
        anywhere="pol.=polovina/polovině/poloviny; odd.=oddělení; okr.=okres; vyd.=vydání; nar.=narozen; "
        "zn.=značka; ev.=eventuálně; "
        "pozn.=poznámka; "
        "přibl.=přibližně; stol.=století; tel.=telefon; max.=maximálně; angl.=anglicky; něm.=německy; spol.=společnost",
        closing="atd.=a tak dále; apod.=a podobně; aj.=a jiné; př.n.l.=před naším letopočtem; n.l.=našeho letopočtu; "
        "atp.=a tak podobně",
        cases=("na v ve o po při", "z ze do od u kolem vedle podle blízko dle bez proti ordinace ordinaci",
               "viz přes pro", "s se souladu_s rozporu_s za mezi před pod nad", "k ke"),
        name_endings=("ovi u é ě e", "a ho é y ě e", "a ho ou u", "em m ou", "ovi u mu é ě"),
        shown="sv. Sv.", women="Anna Barbora Kateřina Marie Ludmila Anežka Alžběta Zdislava Voršila",
        feminine="á é ou ny ory iny ly žky ty rie", directed="ou", instrumental="ou",
        placed="é", moving="přijďte přijeďte jděte jeďte odboč zahn zahněte odbočte",
    ),
    acronyms=Acronyms(kept="EU USA OSN ČR DPH ČEZ"),
    cues=Cues(
        codes="variabilní_symbol ičo dič kupon id poslední_čtyři_číslice kód kódu kódem pin heslo hesla psč otp",
        typed="zadejte",
        records="objednávka objednávky rezervace účet účtu zákazníka faktura faktury zásilka zásilky vstupenka karta karty"
        " smlouva smlouvy",
        numbers="č číslo čísla",
        owners="váš vaše vaší tvůj tvoje můj moje náš naše ten ta",
        copulas="bude je byl zní",
        counted="přátel lidí osob uživatelů zákazníků řádků slov znaků stran stránek kusů krát souborů hostů židlí míst"
        " pokojů knih krabic bodů hlasů členů zaměstnanců obyvatel číslic",
        phones="infolink* telefon* tel mobil* fax číslo čísle",
        calls="tísňová tísňové volejte zavolejte zavolej volat vytočte vytoč kontaktujte",
        between="policii záchranku hasiče nebo na číslo nám mi nás ihned hned",
        after="okamžitě ihned při",
        extensions="linka",
        extension="linka",
        letters=pairs("I=í; K=ká; O=ó; S=es; U=ú; V=vé; Z=zet"),
        adjectives_last=True,
    ),
    signs=Signs(
        said=pairs("+=plus; - −=mínus; × * · ⋅=krát; ÷ /=děleno; = ===rovná se; ≠ !==nerovná se; <=menší než;"
                   " >=větší než;≤ <==menší nebo rovno; ≥ >==větší nebo rovno; ±=plus minus"),
        minus="mínus", squared="na druhou", cubed="na třetí", power="na {}", root="odmocnina z",
        cube_root="třetí odmocnina z", over="{0} lomeno {1}", ratio="{0} ku {2}", by="krát", score="{0} {1}",
        out_of="{0} z {2}",
        split="{0} na {1}", fixed=pairs("24/7=24 7"),
        inflected="nule jedné dvěma třem čtyřem pěti šesti sedmi osmi devíti deseti",
        pressure="{0} na {1}", pressures="tlak*",
        results="vyhr* prohr* poraz* výsled* skóre vede* vedli remíz* finále zápas* vítěz* porážk* hlasován* set",
        result_next="nad s v na a po proti ale včera dnes", ratios="poměr* měřít* kurz* formát*",
        ratings="hodnoc* hvězd* bod* recenz* známk*", shares="z ze", clocks="v ve od do po před kolem",
        verses="genesis exodus žalm matouš marek lukáš jan",
    ),
    spoken=Spoken(
        unit_words="s", minus="mínus", dot="tečka", slash="lomítko", at="zavináč", hyphen="pomlčka", underscore="podtržítko",
        number="číslo", fractions="půl, třetina, dvě třetiny, čtvrt, tři čtvrtě",
        fractions_after="a půl, a třetina, a dvě třetiny, a čtvrt, a tři čtvrtě", hashtag="hashtag",
        approximate=pairs("~ ≈=asi"),
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
