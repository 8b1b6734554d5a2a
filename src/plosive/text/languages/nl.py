from plosive.text.languages.abbreviations import Abbreviations, Acronyms
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

_SMALL = str.split("nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
    " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende")  # fmt: skip
_ONES = str.split("een twee drie vier vijf zes zeven acht negen")
_TENS = str.split("twintig dertig veertig vijftig zestig zeventig tachtig negentig")


def _ordinal(number: int) -> str:
    """Return the ordinal for 0 to 999."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        count = _ONES[hundreds - 1] if hundreds > 1 else ""
        return f"{count}honderd" + (_ordinal(rest) if rest else "ste")
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    joint = "" if not ones else "ën" if _ONES[ones - 1].endswith("ee") else "en"
    return (_ONES[ones - 1] + joint if ones else "") + _TENS[tens - 2] + "ste"


LANGUAGE = Language(
    name="Dutch",
    sentences=Sentences(
        words="aanw afb bijw blz centr cf dir div ed eig fa fig gld hr id inz jl kap kl ll mln mld nr pag pct plm plv secr"
        " terz vb vnw vrijw wnd",
        numbered="ma di wo do vr za zo jan feb febr mrt apr jun jul aug sep sept okt nov dec",
        suffixes="str pl", timed="v.chr n.chr", openers="in na rond sinds tot voor", letters="u",
        labelled="groep optie stap vitamine",
        starters="aan alle als bij daar daarom dan dat de deze die dit dus een en er ga haar heb heeft het hier hij hoe hun"
        " ik in is ja je jij kan maar met mijn na naar nee niet nog nu of om omdat onze ook op over te toen tot u uit van"
        " veel voor waar waarom wanneer want wat we wel wie wij wil ze zij zijn zo bedankt beide bovendien daarna echter"
        " eerst eigenlijk elke geen gebruik graag helaas hierdoor iedereen iets inmiddels jullie kies kijk kun later let"
        " liefst misschien morgen nadat natuurlijk neem niemand niets nooit nou ondanks sinds sommige soms straks terwijl"
        " tijdens toch uiteindelijk vaak vandaag vanaf verder volgens voeg vraag vroeger waarschijnlijk weet ziet zodra"
        " zonder zoals zou",
    ),
    abbreviations=Abbreviations(
        before_name="dhr. dhr=de heer; hr.=heer; mevr. mw. mevr mw=mevrouw; mej.=mejuffrouw; dr.=doctor; drs. drs=doctorandus; "
        "prof.=professor; ir.=ingenieur; ing.=ingenieur; Mr.=mister; mr.=meester; ds.=dominee; jhr.=jonkheer; "
        "mgr.=monseigneur; St. st.=Sint; gen.=generaal; kol.=kolonel; kapt.=kapitein; lt.=luitenant; sgt.=sergeant; "
        "fam.=familie; wed.=weduwe; burg.=burgemeester; Z.K.H.=Zijne Koninklijke Hoogheid; "
        "H.K.H.=Hare Koninklijke Hoogheid",
        before_number="§=paragraaf; blz. bladz.=bladzijde; p. pag.=pagina; pp.=pagina's; afb.=afbeelding; fig.=figuur; "
        "hfst. hfdst.=hoofdstuk; nr. nr no.=nummer; nrs.=nummers; art.=artikel; tel.=telefoon; vol.=volume; dl.=deel; "
        "tab.=tabel; par.=paragraaf; bijl.=bijlage; tst.=toestel; jg.=jaargang; afl.=aflevering; cat.=categorie; "
        "-nr.=nummer",
        before_amount="max. Max.=maximaal; min. Min.=minimaal",
        after_number="pers.=persoon/personen; st.=stuk/stuks; min.=minuut/minuten; sec.=seconde/seconden; wk.=week/weken; "
        "mnd.=maand/maanden; jr.=jaar; mln. mln=miljoen; mld. mld=miljard; u.=uur; gr.=gram; dgn.=dagen; "
        "inw.=inwoner/inwoners; verd.=verdieping; tabl.=tablet/tabletten",
        leading="-nr.=nummer; bijv. bv. b.v. bijv=bijvoorbeeld; d.w.z. dwz=dat wil zeggen; m.a.w.=met andere woorden; "
        "i.p.v.=in plaats van; t.g.v.=ten gevolge van; m.b.t. mbt=met betrekking tot; o.a.=onder andere; "
        "n.a.v.=naar aanleiding van; i.v.m. ivm=in verband met; t.o.v.=ten opzichte van; m.b.v.=met behulp van; "
        "o.b.v.=op basis van; t.a.v.=ter attentie van; t.w.=te weten; t.n.v.=ten name van; zgn. zg.=zogenaamde; "
        "ca. ca=circa; vgl.=vergelijk; resp.=respectievelijk; m.u.v.=met uitzondering van; o.l.v.=onder leiding van; "
        "i.o.m.=in overleg met; m.i.v.=met ingang van; t/m=tot en met; i.s.m.=in samenwerking met; vs.=versus; "
        "nl.=namelijk; a.h.w.=als het ware; betr.=betreft; tgov.=tegenover; t.b.v.=ten behoeve van; "
        "d.m.v.=door middel van; z.g.=zogenaamd; o.m.=onder meer; plm.=plusminus; a.g.v.=als gevolg van; t.w.v.=ter waarde "
        "van; t.h.v.=ter hoogte van; o.g.v.=op grond van; "
        "m.n.=met name; o.v.v.=onder vermelding van; p/a=per adres; i.t.t.=in tegenstelling tot; v.w.b.=voor wat betreft; "
        "d.d.=de dato; e.e.a.=een en ander",
        anywhere="verd.=verdieping; evt.=eventueel; i.h.a.=in het algemeen; i.h.b.=in het bijzonder; m.i.=mijns inziens; "
        "z.s.m.=zo snel mogelijk; t.z.t.=te zijner tijd; afd.=afdeling; gem.=gemiddeld; geb.=geboren; red.=redactie; "
        "opm.=opmerking; afz.=afzender; vnl.=voornamelijk; voorz.=voorzitter; -str.=straat; -ln.=laan; -pl.=plein; "
        "tel.=telefoon; "
        "incl.=inclusief; excl.=exclusief; ong. ongev.=ongeveer",
        closing="enz. enz=enzovoort; etc.=et cetera; e.d.=en dergelijke; e.a.=en anderen; v.Chr.=voor Christus; "
        "n.Chr.=na Christus; a.u.b. aub=alstublieft; s.v.p. svp=alstublieft; jl.=jongstleden; a.s.=aanstaande; "
        "e.v.=en volgende; p/m=per maand; c.q.=casu quo; j.l.=jongstleden; o.i.d.=of iets dergelijks; n.v.t.=niet van "
        "toepassing; z.o.z.=zie ommezijde; p.p.p.n.=per "
        "persoon per nacht; p.p.=per persoon; p.st.=per stuk; jr.=junior; sr.=senior",
        articles="een",
    ),
    acronyms=Acronyms(said="PIN GIF RAM SIM UFO BIC", kept="USA EU FAQ AOW AI"),
    spoken=Spoken(
        between=pairs("tussen=en"),
        dot="punt", slash="slash", at="apenstaartje", hyphen="streepje", underscore="laag streepje",
        point="punt", minus="min", to="tot", number="nummer", hashtag="hashtag",
        approximate=pairs("~ ≈=ongeveer"), units={"volume-cubic-decimeter": "{0} kubieke "
        "decimeter", "area-square-decimeter": "{0} vierkante decimeter"},
        parts_of_units=True, unit_symbols=pairs("dm³=volume-cubic-decimeter; dm²=area-square-decimeter"),
        clock=("{h} uur", "{h} uur {m}"), fractions="een half, een derde, twee derde, een kwart, drie kwart",
        fractions_after="en een half, en een derde, en twee derde, en een kwart, en drie kwart",
        money=pairs("USD=dollar / cent; EUR=euro / cent; GBP=pond / penny pence; JPY=yen; INR=roepie roepies; CNY=yuan; "
                    "RUB=roebel; KRW=won"),
        scales=pairs("duizend k dzd=duizend; miljoen mln mio M=miljoen; miljard mld mrd=miljard"), letter_times=True,
        currencies={",-": "EUR", ",--": "EUR", ",–": "EUR"},
    ),
    ordinals=Ordinals(known=9999, marks=pairs("e de ste=plain")),
    calendar=Calendar(
        half_to="half", short_weekdays=True, weekday_joints=pairs("t/m=tot en met; tot=tot"), words="zo ma",
        alone_after="op elke iedere vanaf van tot of jl vorige volgende komende afgelopen sinds in",
        months=pairs("sept=9; febr=2"), day_cues="op vanaf tot sinds", expiry="geldig verlo verval",
    ),
    numerals=Numerals(
        alone="digits", endings="e|ste|de", article=pairs("=de plain"),
        nouns=pairs("eeuw=plain"),
        rulers="Alexander Beatrix Benedictus Elizabeth Filips Frederik Hendrik Jacobus Johannes Karel Lodewijk Napoleon Otto"
               " Paulus Peter"
        " Pius Richard Willem Catharina Nicolaas Albert Boudewijn Charles Clemens Edward Elisabeth Felipe Ferdinand"
               " Filip Frans George Gregorius Jan Juan Jozef Leopold Margaretha Maximiliaan Nikolaas Philips Wilhelm",
        cues="versie hoofdstuk deel akte artikel fase klasse type",
    ),
    cues=Cues(
        typed="toets typ voer",
        codes="*nr kvk_nummer btw_nummer bic id *_id laatste_vier_cijfers laatste_cijfers kenteken *code wachtwoord pin otp "
        "bsn burgerservicenummer"
        " bestelnummer boekingsnummer klantnummer ordernummer rekeningnummer factuurnummer trackingnummer serienummer"
        " dossiernummer reserveringsnummer ticketnummer polisnummer kaartnummer lidnummer referentienummer",
        records="bestelling boeking reservering rekening klant factuur zending ticket kaart dossier contract polis order"
        " pakket",
        numbers="nummer nr",
        owners="uw je jouw mijn onze ons de het haar deze dit",
        copulas="wordt als is was luidt zijn",
        endings="eindigend_op eindigt_op die_eindigt_op",
        counted="vrienden mensen personen gebruikers klanten regels woorden tekens pagina's stuks keer bestanden gasten"
        " stoelen plaatsen kamers boeken dozen punten stemmen leden medewerkers inwoners cijfers pizza's exemplaren"
        " studenten oproepen telefoontjes",
        phones="telefoon* tel mobiel* gsm fax nummer whatsapp",
        calls="alarmnummer noodnummer bel belt bellen gebeld draai toets sms app contacteer bereikbaar bereiken",
        between="u je politie brandweer of ons mij me het naar nummer op direct meteen de alarmnummer dan",
        after="onmiddellijk nu direct meteen bij",
        extensions=r"toestel tst\.?",
        extension="toestel",
    ),
    signs=Signs(
        keys=pairs("#=hekje; *=sterretje"), pressing="druk toets kies",
        said=pairs("+=plus; - −=min; × * · ⋅=keer; ÷ /=gedeeld door; = ===is gelijk aan; ≠ !==is niet gelijk aan;"
                   " <=kleiner dan;>=groter dan; ≤ <==kleiner dan of gelijk aan; ≥ >==groter dan of gelijk aan;"
                   " ±=plus of min"),
        minus="min", divided="gedeeld door", squared="kwadraat", cubed="tot de derde", power="tot de macht {}",
        root="de wortel van",
        cube_root="de derdemachtswortel van", over="{0} gedeeld door {1}", ratio="{0} op {1}", format="{0} bij {1}",
        heart=pairs("ik=hou van; wij we=houden van"), by="bij", times="keer keer", score="{0} {1}",
        out_of="{0} van de {1}", fixed=pairs("24/7=24 7"),
        steps=pairs("stap pagina vraag deel={0} van {1}"),
        pressure="{0} over {1}", pressures="bloeddruk*",
        results="won wonnen win* gewonnen verloor verloren verlies* versl* zege stand uitslag eindstand score scores"
        " leid* voorsprong finale wedstrijd* gelijk* stemming stemmen set sets rust",
        result_next="van tegen in op met bij na en voor maar gewonnen verloren verslagen gisteren",
        ratios="verhouding* schaal ratio odds quotering* formaat meng* verdun*",
        ratings="beoordel* cijfer* ster sterren score scores recensie* waarder* punten", shares="van",
        clocks="om rond tegen vanaf tot na voor",
        verses="art artikel genesis exodus psalm spreuken jesaja matteüs marcus lucas johannes handelingen romeinen"
        " korintiërs hebreeën openbaring",
    ),
    writes=Writes(
        counts=(
            counts({"1/2": "een halve"}, "liter meter kilometer dag kop theelepel eetlepel fles ui citroen ton minuut euro"),
        ),
    ),
    measures=Measures(
        magnitudes=pairs("k K=duizend; M=miljoen"),
        counted="(?!tegen|sinds|samen|boven|tussen)[a-z]{3,20}(?:ers|en|s)",
    ),
)  # fmt: skip
