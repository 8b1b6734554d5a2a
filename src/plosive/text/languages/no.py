from plosive.text.languages.language import Calendar, Language, Sentences, Spoken, Writes, counts, pairs

LANGUAGE = Language(
    name="Norwegian",
    sentences=Sentences(
        titles="hr frk ing f.eks bl.a dvs",
        words="adr adv aug avd bl bla ca cand dir eks eksk etg evt fig fork forts gl gnr ifm ifht inkl jf kap kgl kl maks mht"
        " mill mrd nr obs pga pkt red ref s skt str tlf ung vha vol",
        numbered="jan feb apr sep okt nov des kl kap s tlf kr max min ca", enders="osv mv mfl kr m.m", timed="f.kr e.kr",
        openers="etter fra før i omkring siden år", letters="i å",
        starters="alle at av da de den der derfor det dette du eller en er et etter for fra han har hei her hun hva hvem"
        " hvis hvor hvordan hvorfor i ikke ja jeg kan man med men mens min mitt nei nå når og om på skal så som til ved vi"
        " vil altså begge bland deretter dessuten ellers endelig faktisk først hver ifølge igjen ingen innen kanskje mange"
        " mer noen nok ofte også selv senere takk uten under vær",
        ordinals=True, months="jan feb mar apr mai jun jul aug sep okt nov des",
    ),
    spoken=Spoken(
        unit_symbols=pairs("t=duration-hour; km/t=speed-kilometer-per-hour"),
        to="til", one=pairs("gram pund tonn sekund minutt=ett; =én"), currencies={"kr": "NOK", ",-": "NOK"},
        money=pairs("NOK=krone kroner / øre; USD=dollar / cent; EUR=euro / cent; GBP=pund / penny pence; SEK=krone kroner; "
                    "DKK=krone kroner"),
        scales=pairs("tusen=tusen; million=million; millioner=millioner; mill=million millioner; milliard=milliard; "
                     "milliarder=milliarder; mrd=milliard milliarder"),
    ),
    calendar=Calendar(clock_words=pairs("kl=klokken; klokken=klokken"), expiry="gyldig utløp"),
    writes=Writes(
        # espeak-ng says "en" before every noun.
        counts=(counts({"1": "ett"}, "år kilo kilogram gram pund tonn barn egg glass hus stykke spørsmål svar bilde ord"),),
    ),
)  # fmt: skip
