from plosive.text.languages.abbreviations import Abbreviations
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
from plosive.text.languages.number_cues import Cues, Signs

LANGUAGE = Language(
    name="Slovak",
    sentences=Sentences(
        proper="sen rep hon rev gov col fr mt pres mag on cv pt",
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
        fixed=pairs("1x=raz; 2x=dvakrát; 3x=trikrát; 4x=štyrikrát; 5x=päťkrát; 6x=šesťkrát; 7x=sedemkrát; 8x=osemkrát;"
                    "9x=deväťkrát; 10x=desaťkrát"),
        form="masculine", stop=True, place="v vo na o po pri", origin="do od z zo u počas podľa konca koncom konci začiatku"
                                                                      " polovice polovici",
        joints="a i alebo až do", small="som si ste sú",
        declension=Declension(
            small="prvý druhý tretí štvrtý piaty šiesty siedmy ôsmy deviaty desiaty jedenásty dvanásty trinásty štrnásty"
                  " pätnásty šestnásty sedemnásty osemnásty devätnásty",
            tens="dvadsiaty tridsiaty štyridsiaty päťdesiaty šesťdesiaty sedemdesiaty osemdesiaty deväťdesiaty",
            hundreds="stý", two_words=True,
            endings=pairs("ý=á é ého ému om ým ej ej ú ou é ých ých; y=a e eho emu om ym ej ej u ou e ych ych; tí=tia"
                          " tie tieho tiemu ťom tím tej tej tiu ťou tie tích tích"),
        ),
        agreements=(
            Agreement(nouns="roky rokoch rokov", endings="roky rokoch rokov",
            forms=pairs("roky=plural; rokoch=plural-locative; rokov=plural-genitive")),
            Agreement(nouns="nástupišt nástupišť ihrisk", forms=pairs("+i=masculine-locative; a=masculine-genitive;"
                                                                      "om=masculine-instrumental; =neuter")),
            Agreement(nouns="storoč tisícroč miest poschod kol výroč podlaž", endings="o ie",
                      forms=pairs("+í +u +e=masculine-locative; ia a u=masculine-genitive; ím om=masculine-instrumental;"
                                  " =neuter")),
            Agreement(nouns="tried kapitol minút hodin čas skupin lig svetov polovic stran etap sez", endings="a á ou y",
                      forms=pairs("ou=feminine-instrumental; ú u=feminine-accusative; a á ť=feminine; y e i"
                                  " ej=feminine-genitive; =feminine")),
            Agreement(forms=pairs("+u +e +i=masculine-locative; om ým=masculine-instrumental; ovi=masculine-dative;"
                                  "- u ho=masculine-genitive; +=masculine-locative; =masculine")),
        ),
        day=pairs("=masculine-genitive"),
    ),
    calendar=Calendar(
        weekday_forms=pairs("v vo=pondelok utorok stredu štvrtok piatok sobotu nedeľu;"
                            "od do=pondelka utorka stredy štvrtka piatka soboty nedele"),
        weekday_span=pairs("od=pondelka utorka stredy štvrtka piatka soboty nedele;"
                           "do=pondelka utorka stredy štvrtka piatka soboty nedele"),
        bare_days=True, expiry="platn", clock_words=pairs("o=o")),
    numerals=Numerals(
        rulers="Karol Juraj Václav Rudolf Ferdinand Jozef František Leopold Ľudovít Alžbet Katarín Pius Benedikt Ján Pavol"
               " Pavl Peter Petr"
        " Henrich Viliam Napoleon Filip Matej Mikuláš Fridrich Belo Bel",
        women="Alžbet Katarín", women_forms=pairs("a=feminine; u=feminine-accusative; ou=feminine-instrumental;"
                                                  " =feminine-genitive"),
        men_forms=pairs("a=masculine-genitive; ovi=masculine-dative; om=masculine-instrumental; =masculine"),
        cues="verzia verzie verziu kapitola diel časť",
    ),
    abbreviations=Abbreviations(
        before_name="p.=pán|pani/pánovi|pani/pána|pani/pána|pani/pánom|pani; "
        "dr. Dr. MUDr. JUDr. RNDr. PhDr. MVDr. PaedDr.=doktor|doktorka/doktorovi|doktorke/doktora|doktorky/doktora|doktorku/"
        "doktorom|doktorkou; prof. Prof.=profesor|profesorka/profesorovi|profesorke/profesora|profesorky; "
        "doc. Doc.=docent|docentka; Ing. ing.=inžinier|inžinierka/inžinierovi|inžinierke/inžiniera|inžinierky; "
        "Mgr. mgr.=magister|magistra; Bc.=bakalár|bakalárka; sv.=svätý|svätá/svätom|svätej/svätého|svätej; gen.=generál",
        before_number="str. s.=strana/strane/strany/stranu; obr.=obrázok/obrázku/obrázka/obrázok; "
        "kap.=kapitola/kapitole/kapitoly/kapitolu; č. čís.=číslo/čísle/čísla; tel. tel=telefón; "
        "tab.=tabuľka/tabuľke/tabuľky; ods.=odsek/odseku/odseku; čl.=článok/článku/článku; r.=roku/roku/roku",
        before_amount="max. Max.=maximálne; min. Min.=minimálne",
        after_number="tis.=tisíc/tisíce/tisíc; mil.=milión/milióny/miliónov; mld.=miliarda/miliardy/miliárd; "
        "hod.=hodina/hodiny/hodín; min.=minúta/minúty/minút; sek.=sekunda/sekundy/sekúnd; os.=osoba/osoby/osôb; "
        "ks.=kus/kusy/kusov; str.=strana/strany/strán; stor.=storočie",
        before_street="ul.=ulica/ulici/ulice/ulicu/ulicou; nám.=námestie/námestí/námestia; nábr.=nábrežie",
        leading="napr.=napríklad; t.j. tj.=to jest; tzn.=to znamená; tzv.=takzvaný; resp.=respektíve; cca=cirka; vs.=verzus",
        anywhere="tel.=telefón; spol.=spoločnosť; nar.=narodený; pozn.=poznámka; okr.=okres",
        closing="atď.=a tak ďalej; apod.=a podobne; pred n.l.=pred naším letopočtom; n.l.=nášho letopočtu",
        cases=("na v vo o po pri", "z zo do od u okolo vedľa podľa blízko bez proti", "cez pre", "s so za medzi pred pod nad"),
        name_endings=("ovi u ej e", "a ho ej y", "a ho ú u", "om m ou"), shown="sv. Sv.",
        women="Anna Barbora Katarína Mária Ľudmila Alžbeta", feminine="á ej ou ny ory íny", directed="ú", instrumental="ou",
        moving="odboč zaboč", placed="ej",
    ),
    cues=Cues(
        codes="ičo dič kupón id kód kódu kódom pin heslo hesla psč otp", typed="zadajte",
        records="objednávka objednávky rezervácia účet účtu zákazníka faktúra faktúry zásielka zásielky karta karty zmluva",
        numbers="č číslo čísla", owners="váš vaše vaša tvoj tvoje môj moje náš naše", copulas="bude je bol znie",
        counted="priateľov ľudí osôb používateľov riadkov slov znakov strán kusov krát súborov hostí stoličiek miest izieb kníh"
        " bodov hlasov členov obyvateľov číslic",
        phones="telefón* tel mobil* fax číslo čísle",
        calls="tiesňová tiesňové volajte zavolajte zavolaj volať vytočte vytoč kontaktujte",
        between="políciu záchranku hasičov alebo na číslo nám mi nás ihneď", after="okamžite ihneď pri",
        extensions="linka klapka", extension="klapka",
        letters=pairs("I=í; K=ká; O=ó; S=es; U=ú; V=vé; Z=zet"), adjectives_last=True,
    ),
    signs=Signs(
        said=pairs("+=plus; - −=mínus; × * · ⋅=krát; ÷ /=delené; = ===rovná sa; ≠ !==nerovná sa; <=menšie ako;"
                   " >=väčšie ako; ≤ <==menšie alebo rovné; ≥ >==väčšie alebo rovné; ±=plus mínus"),
        minus="mínus", squared="na druhú", cubed="na tretiu", power="na {}", root="odmocnina z",
        cube_root="tretia odmocnina z", over="{0} lomeno {1}", ratio="{0} ku {2}", by="krát", score="{0} {1}",
        out_of="{0} z {2}",
        split="{0} na {1}", fixed=pairs("24/7=24 7"),
        inflected="nule jednej dvom trom štyrom piatim šiestim siedmim ôsmim deviatim desiatim",
        pressure="{0} na {1}", pressures="tlak*",
        results="vyhra* prehra* poraz* výsled* skóre vedi* vedú remíz* finále zápas* víťaz* porážk* hlasovan* set",
        result_next="nad s v na a po proti ale včera dnes", ratios="pomer* mierk* kurz* formát*",
        ratings="hodnot* hviezd* bod* recenz*", shares="z zo", clocks="o od do po pred okolo",
    ),
    spoken=Spoken(
        dot="bodka", slash="lomka", at="zavináč", hyphen="pomlčka", underscore="podčiarkovník", number="číslo",
        hashtag="hashtag", approximate=pairs("~ ≈=asi"),
        fractions="pol, tretina, dve tretiny, štvrť, tri štvrte",
        fractions_after="a pol, a tretina, a dve tretiny, a štvrť, a tri štvrte",
        unit_words="s", minus="mínus", to="až", one=pairs("a=jedna; o=jedno; =jeden"), two=pairs("a o=dve"),
        money=pairs("EUR=euro eurá eura eur / cent centy centu centov; "
                    "CZK=koruna koruny koruny korún / halier haliere haliera halierov; "
                    "USD=dolár doláre dolára dolárov / cent centy centu centov"),
        scales=pairs("tis=tisíc tisíce tisíca tisíc; mil=milión milióny milióna miliónov; "
                     "mld=miliarda miliardy miliardy miliárd"),
    ),
)  # fmt: skip
