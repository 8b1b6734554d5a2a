from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import (
    Calendar,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    Writes,
    counts,
    pairs,
)
from plosive.text.languages.number_cues import Signs

LANGUAGE = Language(
    name="Danish",
    sentences=Sentences(
        titles="hr frk skt ing f.eks bl.a feks dvs",
        words="adr afd afs alm anm ang bd bl bla ca cand civ dir eks ekskl el evt fa fam fig fhv forts frm gl gr hhv hmm inkl"
        " jf kap kgl kl mdr mht mia mio nr obs omtr pag pga pct pkt s stk str tdl tlf udg utr vedr vha ægte",
        numbered="kap s tlf stk kr max min ca chr tirs ons tors fre lør søn jan feb mar apr jun jul aug sep sept okt nov dec",
        enders="osv mv mfl kr m.m m.v m.fl",
        timed="f.kr e.kr", openers="efter fra før i omkring siden år", letters="i å ø",
        starters="af alle at da de den der derfor det dette du efter eller en er et for fra han har hej her hun hvad hvem"
        " hvis hvor hvordan hvorfor hvornår i ikke ja jeg kan man med men mens min mit nej nu når og om på skal så som til"
        " ved vi vil alligevel altså begge bland bagefter derefter desuden dog endelig enten faktisk først ganske godt"
        " hertil herefter hver dag ifølge igen ingen inden kun måske mange mere nogle nogen ofte også selvom senere tak uden"
        " under undertiden vær værsgo",
        ordinals=True, months="jan feb mar apr maj jun jul aug sep okt nov dec",
    ),
    abbreviations=Abbreviations(
        before_name="hr. Hr.=hr; fr. Fr.=fru; frk.=frøken; dr. Dr.=doktor; prof.=professor; ing.=ingeniør; skt. Skt.=Sankt; "
        "fam.=familien",
        before_number="s.=side; nr.=nummer; kap.=kapitel; tlf.=telefon; fig.=figur; afd.=afdeling; d.=den; §=paragraf",
        before_amount="maks. max.=maksimalt; min.=mindst",
        after_number="stk.=styk; min.=minut/minutter; sek.=sekund/sekunder; pers.=person/personer; mdr.=måneder; "
        "mio.=millioner;"
        " mia.=milliarder; pct.=procent",
        leading="f.eks. feks.=for eksempel; bl.a.=blandt andet; dvs. d.v.s.=det vil sige; ca.=cirka; pga. p.g.a.=på grund af;"
        " jf.=jævnfør; vedr.=vedrørende; mht.=med hensyn til; fhv.=forhenværende; inkl.=inklusive; ekskl.=eksklusive; "
        "iht.=i henhold til",
        anywhere="evt.=eventuelt; alm.=almindelig; gl.=gammel; adr.=adresse",
        closing="osv.=og så videre; m.m.=med mere; mv. m.v.=med videre; etc.=et cetera; m.fl.=med flere; f.Kr.=før Kristus; "
        "e.Kr.=efter Kristus",
    ),
    numerals=Numerals(
        alone="digits", rulers="Christian Frederik Margrethe Valdemar Erik Knud Ludvig Karl Elizabeth Charles Napoleon Pius "
        "Wilhelm",
        article=pairs("=den plain"), cues="kapitel bind del fase type",
    ),
    ordinals=Ordinals(known=9999, digits=lambda number, _: f"{number}."),
    signs=Signs(
        said=pairs("+=plus; - −=minus; × * · ⋅=gange; ÷ /=divideret med; = ===er lig med; <=mindre end; >=større end;"
                   " ≤ <==mindre end eller lig med; ≥ >==større end eller lig med; ≠ !==er ikke lig med; ±=plus minus"),
        minus="minus", squared="i anden", cubed="i tredje", power="i {}", root="kvadratroden af", over="{0} over {1}",
        ratio="{0} til {1}", score="{0} {1}", out_of="{0} ud af {1}", fixed=pairs("24/7=24 7"),
        results="vandt vinder tabte taber slog sejr* resultat* føre* uafgjort kamp* stilling*",
        result_next="mod i på over og efter med til men",
        ratios="forhold* skala* odds* format* bland*", ratings="karakter* stjerne* point", shares="af", clocks="kl klokken",
    ),
    spoken=Spoken(
        unit_symbols=pairs("km/t=speed-kilometer-per-hour"),
        minus="minus", to="til", one=pairs("gram pund ton bar sekund minut=et; =en"),
        currencies={"kr": "DKK", ",-": "DKK"},
        money=pairs("DKK=krone kroner / øre; USD=dollar / cent; EUR=euro / cent; GBP=pund / penny pence; SEK=krone kroner; "
                    "NOK=krone kroner"),
        scales=pairs("tusind=tusind; million=million; millioner=millioner; mio=million millioner; milliard=milliard; "
                     "milliarder=milliarder; mia=milliard milliarder"),
    ),
    calendar=Calendar(clock_words=pairs("kl=klokken; klokken=klokken"), expiry="gyldig udløb"),
    writes=Writes(
        # espeak-ng says "en" before every noun.
        counts=(counts({"1": "et"}, "år kilo kilogram gram pund ton barn æg glas hus stykke spørgsmål svar billede ord"),),
    ),
)  # fmt: skip
