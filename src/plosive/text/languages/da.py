from plosive.text.languages.language import Calendar, Language, Sentences, Spoken, Writes, counts, pairs

LANGUAGE = Language(
    name="Danish",
    sentences=Sentences(
        titles="hr frk skt ing f.eks bl.a feks dvs",
        words="adr afd afs alm anm ang bd bl bla ca cand civ dir eks ekskl el evt fa fam fig fhv forts frm gl gr hhv hmm inkl"
        " jf kap kgl kl mdr mht mia mio nr obs omtr pag pga pct pkt s stk str tdl tlf udg utr vedr vha ægte",
        numbered="jan feb mar apr jun jul aug sep okt nov dec kap s tlf stk kr max min ca chr", enders="osv mv mfl kr m.m"
        " m.v m.fl",
        timed="f.kr e.kr", openers="efter fra før i omkring siden år", letters="i å ø",
        starters="af alle at da de den der derfor det dette du efter eller en er et for fra han har hej her hun hvad hvem"
        " hvis hvor hvordan hvorfor hvornår i ikke ja jeg kan man med men mens min mit nej nu når og om på skal så som til"
        " ved vi vil alligevel altså begge bland bagefter derefter desuden dog endelig enten faktisk først ganske godt"
        " hertil herefter hver dag ifølge igen ingen inden kun måske mange mere nogle nogen ofte også selvom senere tak uden"
        " under undertiden vær værsgo",
        ordinals=True, months="jan feb mar apr maj jun jul aug sep okt nov dec",
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
