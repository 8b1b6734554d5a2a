from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import (
    Calendar,
    Cues,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    Signs,
    Spoken,
    Writes,
    counts,
    pairs,
)

LANGUAGE = Language(
    name="Swedish",
    sentences=Sentences(
        words="adj bl bla eg fig föreg gr jur kap kl lic milj motsv ngn nr nuv obs pol ref s sek sid skt str teol tf tfn tr"
        " uppl utg vard",
        numbered="jan feb apr aug sep okt nov dec kr", enders="mm mfl kr", timed="f.kr e.kr",
        openers="före efter från omkring sedan år", letters="å ö",
        starters="alla att av de den det detta du där därför efter eller en ett för från han har hej hon hur här i inte ja"
        " jag kan man med men min nej nu när och om på sedan ska som så till vad var varför vem vi vid vill är alltså annars"
        " bara båda dessutom därefter efteråt eftersom faktiskt först genom idag ibland imorgon ingen innan istället kanske"
        " kl klicka lägg många mer nästa någon några ofta också per sådan tack tyvärr under utan varje vilken vilka vänligen"
        " även",
    ),
    abbreviations=Abbreviations(
        before_name="hr.=herr; fr.=fru; frk.=fröken; dr. Dr. Dr=doktor; prof.=professor; ing.=ingenjör; S:t=Sankt; "
        "S:ta=Sankta; kapt.=kapten; gen.=general; fam.=familjen",
        before_number="s. sid.=sidan; nr. nr=nummer; kap.=kapitel; fig.=figur; tab.=tabell; tel. tfn.=telefon; "
        "bil.=bilaga; vol.=volym; par.=paragraf; avd.=avdelning; art.=artikel; kl.=klockan; kv.=kvarteret; lgh.=lägenhet",
        before_amount="max. Max.=maximalt; min. Min.=minst",
        after_number="st.=stycken; milj.=miljoner; mdr.=miljarder; pers.=person/personer; tim.=timme/timmar; "
        "min.=minut/minuter; sek.=sekund/sekunder; tr.=trappor; inv.=invånare; uppl.=upplagan",
        leading="t.ex.=till exempel; bl.a.=bland annat; d.v.s. dvs. dvs=det vill säga; s.k.=så kallad; "
        "p.g.a. pga=på grund av; f.d.=före detta; fr.o.m.=från och med; t.o.m.=till och med; ca. ca=cirka; "
        "resp.=respektive; jfr. jfr=jämför; m.a.o.=med andra ord; i.o.m.=i och med; f.n.=för närvarande; vs.=versus; "
        "m.h.a.=med hjälp av",
        anywhere="ev. evt.=eventuellt; adr.=adress; avd.=avdelning; ung.=ungefär; omkr.=omkring; forts.=fortsättning; "
        "anm.=anmärkning; ekon.=ekonomisk; tekn.=teknisk; f.ö.=för övrigt; ggr.=gånger; dir.=direktör; max.=maximalt; "
        "tel.=telefon; inkl.=inklusive; exkl.=exklusive",
        closing="osv. o.s.v.=och så vidare; m.m.=med mera; m.fl.=med flera; etc.=et cetera; o.d.=och dylikt; "
        "e.d.=eller dylikt; e.Kr.=efter Kristus; f.Kr.=före Kristus; d.ä.=den äldre; d.y.=den yngre; jr.=junior",
    ),
    spoken=Spoken(
        number="nummer", hashtag="hashtag", approximate=pairs("~ ≈=cirka"),
        dot="punkt", slash="snedstreck", at="snabel-a", hyphen="bindestreck", underscore="understreck",
        unit_symbols=pairs("km/tim=speed-kilometer-per-hour"),
        comma="komma", to="till", one=pairs("gram ton pund öre bar=ett; =en"),
        money=pairs("SEK=krona kronor / öre; USD=dollar / cent; EUR=euro / cent; GBP=pund / penny pence; NOK=krona kronor; "
                    "DKK=krona kronor"),
        scales=pairs("tusen=tusen; miljon=miljon; miljoner=miljoner; mn milj=miljon miljoner; miljard=miljard; "
                     "miljarder=miljarder; mdr mrd=miljard miljarder"),
        clock=("{h}", ""), currencies={"kr": "SEK", ":-": "SEK"},
    ),
    ordinals=Ordinals(
        known=9999,
        digits=lambda number, _: f"{number}:{'a' if number % 10 in {1, 2} and number // 10 % 10 != 1 else 'e'}",
    ),
    calendar=Calendar(short_weekdays=True, clock_words=pairs("kl=klockan; klockan=klockan"), expiry="gäller giltig"),
    numerals=Numerals(
        alone="digits", article=pairs("=den plain"),
        rulers="Karl Carl Gustav Gustaf Erik Oscar Adolf Fredrik Johan Henrik Ludvig Elisabet Filip Kristian Margareta"
               " Napoleon Pius",
    ),
    cues=Cues(
        codes="id fyra_sista_siffrorna sista_siffrorna *kod *koden pin lösenord lösenordet postnummer postnumret"
        " personnummer bokningsnummer ordernummer kundnummer kontonummer fakturanummer spårningsnummer serienummer"
        " ärendenummer medlemsnummer referensnummer ocr",
        typed="ange",
        records="kortet bokning order konto beställning faktura kort biljett ärende",
        numbers="nummer nr",
        owners="din ditt dina er ert min mitt vår vårt den det",
        copulas="blir är var lyder",
        endings="som_slutar_på slutar_på",
        counted="vänner personer människor rader ord tecken sidor stycken gånger filer gäster stolar platser rum böcker"
        " lådor poäng röster medlemmar anställda invånare siffror pizzor kunder användare",
        phones="telefon* tel mobil* fax nummer numret",
        calls="nödnumret larmnumret ring ringa ringer ringde slå kontakta nå",
        between="polisen eller mig oss på till nummer numret genast direkt då",
        after="nu genast direkt vid",
        extensions=r"anknytning ankn\.?",
        extension="anknytning",
    ),
    signs=Signs(
        said=pairs("+=plus; - −=minus; × * · ⋅=gånger; ÷ /=delat med; = ===är lika med; ≠ !==är inte lika med;"
                   " <=mindre än;>=större än; ≤ <==mindre än eller lika med; ≥ >==större än eller lika med;"
                   " ±=plus minus"),
        minus="minus", squared="i kvadrat", cubed="i kubik", power="upphöjt till {}", root="roten ur",
        cube_root="kubikroten ur", over="{0} genom {1}", ratio="{0} till {1}", score="{0} {1}", out_of="{0} av {1}",
        fixed=pairs("24/7=24 7"),
        results="vann vinn* vunnit förlor* slog besegra* seger segra* ställning* resultat* led leder ledning final*"
        " match* oavgjort omröstning* set kryss*",
        result_next="mot i på över och efter med till men igår",
        ratios="förhållande* skala* odds* proportion* format* bland* späd*", ratings="betyg* stjärn* poäng* recension*",
        shares="av", clocks="kl klockan vid", verses="mosebok psaltaren matteus markus lukas johannes romarbrevet",
    ),
    writes=Writes(
        # espeak-ng says "ett" before every noun.
        counts=(
            counts(
                {"1": "en"},
                "krona dag vecka månad timme minut sekund person gång natt kopp sida liter deciliter meter"
                " kilometer centimeter mil grad dollar euro bok man kvinna flaska burk sak fråga del tesked"
                " matsked klyfta nypa burk miljon miljard biljett plats",
            ),
        ),
    ),
)  # fmt: skip
