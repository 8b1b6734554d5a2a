from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import (
    Calendar,
    Language,
    Measures,
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
    name="Swedish",
    sentences=Sentences(
        words="adj bl bla eg fig föreg gr jur kap kl lic milj motsv ngn nr nuv obs pol ref s sek sid skt str teol tf tfn tr"
        " uppl utg vard",
        proper="sen gen rep hon rev gov col mt pres mag on cv pt",
        numbered="kr mån tis ons tors fre lör sön jan febr feb apr aug sep sept okt nov dec", enders="mm mfl kr",
        timed="f.kr e.kr",
        openers="före efter från omkring sedan år", letters="å ö",
        starters="alla att av de den det detta du där därför efter eller en ett för från han har hej hon hur här i inte ja"
        " jag kan man med men min nej nu när och om på sedan ska som så till vad var varför vem vi vid vill är alltså annars"
        " bara båda dessutom därefter efteråt eftersom faktiskt först genom idag ibland imorgon ingen innan istället kanske"
        " kl klicka lägg många mer nästa någon några ofta också per sådan tack tyvärr under utan varje vilken vilka vänligen"
        " även",
    ),
    abbreviations=Abbreviations(
        before_street="Storg.=Storgatan; Kungsg.=Kungsgatan; Drottningg.=Drottninggatan; Vasag.=Vasagatan; Kyrkog.=Kyrkogatan; "
        "Skolg.=Skolgatan; Sveav.=Sveavägen",
        before_name="hr.=herr; fr.=fru; frk.=fröken; dr. Dr. Dr=doktor; prof.=professor; ing.=ingenjör; S:t=Sankt; "
        "S:ta=Sankta; kapt.=kapten; gen.=general; fam.=familjen",
        before_number="§=paragraf; v.=vecka; s. sid.=sidan; nr. nr=nummer; kap.=kapitel; fig.=figur; tab.=tabell; tel. "
        "tfn.=telefon; "
        "bil.=bilaga; vol.=volym; par.=paragraf; avd.=avdelning; art.=artikel; kl.=klockan; kv.=kvarteret; lgh.=lägenhet",
        before_amount="max. Max.=maximalt; min. Min.=minst",
        after_number="st. st=stycken; pers=person/personer; milj.=miljoner; mdr.=miljarder; pers.=person/personer; "
        "tim.=timme/timmar; "
        "min.=minut/minuter; sek.=sekund/sekunder; tr.=trappor; f.m.=förmiddag; e.m.=eftermiddag; dgr.=dagar; "
        "inv.=invånare; uppl.=upplagan",
        leading="t.ex.=till exempel; bl.a.=bland annat; d.v.s. dvs. dvs=det vill säga; s.k.=så kallad; "
        "p.g.a. pga=på grund av; f.d.=före detta; fr.o.m.=från och med; t.o.m.=till och med; ca. ca=cirka; "
        "resp.=respektive; jfr. jfr=jämför; m.a.o.=med andra ord; i.o.m.=i och med; f.n.=för närvarande; vs.=versus; "
        "m.h.a.=med hjälp av; mvh=med vänliga hälsningar; t.o.m.=till och med; f.o.m.=från och med; i.st.f.=i stället för; "
        "m.a.p.=med avseende på",
        anywhere="ev. evt.=eventuellt; enl.=enligt; o.dyl.=och dylikt; o.s.a.=om svar anhålles; adr.=adress; org.nr. "
        "org.nr=organisationsnummer; pers.nr. pers.nr=personnummer; avd.=avdelning; ung.=ungefär; omkr.=omkring; "
        "forts.=fortsättning; "
        "anm.=anmärkning; ekon.=ekonomisk; tekn.=teknisk; f.ö.=för övrigt; ggr.=gånger; dir.=direktör; max.=maximalt; "
        "tel.=telefon; inkl.=inklusive; exkl.=exklusive",
        closing="osv. o.s.v.=och så vidare; m.m.=med mera; m.fl.=med flera; etc.=et cetera; o.d.=och dylikt; "
        "e.d.=eller dylikt; e.Kr.=efter Kristus; f.Kr.=före Kristus; d.ä.=den äldre; d.y.=den yngre; jr.=junior",
    ),
    spoken=Spoken(
        between=pairs("mellan=och"),
        number="nummer", hashtag="hashtag", approximate=pairs("~ ≈=cirka"),
        units={"volume-cubic-decimeter": "{0} kubikdecimeter", "area-square-decimeter": "{0} kvadratdecimeter"},
        dot="punkt", slash="snedstreck", at="snabel-a", hyphen="bindestreck", underscore="understreck",
        unit_symbols=pairs("dm³=volume-cubic-decimeter; dm²=area-square-decimeter; km/tim=speed-kilometer-per-hour"),
        comma="komma", parts_of_units=True, to="till",
        fractions="en halv, en tredjedel, två tredjedelar, en fjärdedel, tre fjärdedelar",
        fractions_after="och en halv, och en tredjedel, och två tredjedelar, och en fjärdedel, och tre fjärdedelar",
        one=pairs("gram ton pund öre bar=ett; =en"),
        money=pairs("SEK=krona kronor / öre; USD=dollar / cent; EUR=euro / cent; GBP=pund / penny pence; NOK=krona kronor; "
                    "DKK=krona kronor"),
        scales=pairs("tusen=tusen; miljon=miljon; miljoner=miljoner; mn milj=miljon miljoner; miljard=miljard; "
                     "miljarder=miljarder; mdr mrd=miljard miljarder"),
        clock=("{h}", ""), currencies={"kr": "SEK", ":-": "SEK"},
    ),
    # espeak-ng says "15:e" as "5:e", and "20:e" with a letter.
    ordinals=Ordinals(form="feminine", known=9999, marks=pairs(":e :a=feminine")),
    calendar=Calendar(
        day_cues="den från till efter före innan sedan senast ses",
        clock_words=pairs("kl=klockan; klockan=klockan"), expiry="gäller giltig",
        short_weekdays=True, weekday_joints=pairs("till=till"), weekdays=pairs("tor=3"), months=pairs("febr=2; sept=9"),
        alone_after="på varje från till om i sedan nästa förra",
    ),
    numerals=Numerals(
        alone="digits", cues="version kapitel del", article=pairs("=den feminine"),
        rulers="Karl Carl Gustav Gustaf Erik Oscar Adolf Fredrik Johan Henrik Ludvig Elisabet Filip Kristian Margareta"
               " Napoleon Pius Harald Haakon Håkan Sverker Magnus Margrethe Elizabeth Charles Georg Wilhelm Paulus Kristina "
               "Franciskus Felipe Ferdinand Valdemar Birger Benedictus Franciscus Christian",
    ),
    cues=Cues(
        codes="id fyra_sista_siffrorna sista_siffrorna *kod *koden pin lösenord lösenordet postnummer postnumret"
        " personnummer bokningsnummer ordernummer kundnummer kontonummer organisationsnummer org.nr fakturanummer "
        "spårningsnummer serienummer"
        " ärendenummer medlemsnummer referensnummer ocr *nr kvittonummer ocr-nummer swish swishnummer bankgiro plusgiro bic "
        "swift",
        typed="ange slå_in skriv_in mata_in knappa_in knappa",
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
        heart=pairs("jag vi=älskar"), keys=pairs("#=fyrkant; *=stjärna"), pressing="tryck slå knappa tangenten",
        said=pairs("+=plus; - −=minus; × * · ⋅=gånger; ÷ /=delat med; = ===är lika med; ≠ !==är inte lika med;"
                   " <=mindre än;>=större än; ≤ <==mindre än eller lika med; ≥ >==större än eller lika med;"
                   " ±=plus minus"),
        minus="minus", squared="i kvadrat", cubed="i kubik", power="upphöjt till {}", root="roten ur",
        cube_root="kubikroten ur", over="{0} genom {1}", ratio="{0} till {1}", by="gånger", score="{0} {1}",
        out_of="{0} av {1}",
        fixed=pairs("24/7=24 7"),
        steps=pairs("steg sida fråga del={0} av {1}"),
        pressure="{0} {1}", pressures="blodtryck*",
        results="vann vinn* vunnit förlor* slog besegra* seger segra* ställning* resultat* led leder ledning final*"
        " match* oavgjort omröstning* set kryss*",
        result_next="mot i på över och efter med till men igår",
        ratios="förhållande* skala* odds* proportion* format* bland* späd*", ratings="betyg* stjärn* poäng* recension*",
        shares="av", clocks="kl klockan vid", verses="mosebok psaltaren matteus markus lukas johannes romarbrevet",
    ),
    measures=Measures(magnitudes=pairs("k=tusen; M=miljoner"), counted="[a-zåäö]{3,20}(?:are|or|ar|er|n)"),
    writes=Writes(
        # espeak-ng says "ett" before every noun.
        counts=(
            counts(
                {"1": "en"},
                "krona dag vecka månad timme minut sekund person gång natt kopp sida liter deciliter meter"
                " kilometer centimeter mil grad dollar euro bok man kvinna flaska burk sak fråga del tesked"
                " matsked klyfta nypa burk miljon miljard biljett plats bil stol vara produkt kund kväll morgon kartong "
                "påse tablett kapsel portion hund"
                " katt elev vän användare gäst station hållplats rad punkt artikel låt film bokning resa tjänst skiva bit "
                "räkning"
                " lista uppgift länk fil mapp möjlighet dollar lök tomat potatis banan apelsin citron",
            ),
            counts({"1/2": "ett halvt"}, "kilo kilogram år dygn glas paket dussin ton pund hekto"),
        ),
    ),
)  # fmt: skip
