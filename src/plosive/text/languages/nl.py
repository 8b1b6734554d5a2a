from plosive.text.languages.language import Calendar, Language, Numerals, Ordinals, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Dutch",
    sentences=Sentences(
        titles="dhr mevr mw ir ing jhr d.w.z b.v bijv m.a.w i.p.v t.g.v m.b.t",
        words="aanw afb afd bijw blz ca centr cf dir div ed eig evt excl fa fig geb gem gld hr id inz incl jl kap kl ll mej"
        " mln mld nl nr ong ongev pag pct plm plv resp secr terz tgov vb vgl vnw voorz vrijw wnd zgn",
        numbered="blz hfst afb tel max min ca", suffixes="str pl", enders="enz e.d e.a a.u.b",
        timed="v.chr n.chr", openers="in na rond sinds tot voor", letters="u",
        labelled="groep optie stap vitamine",
        starters="aan alle als bij daar daarom dan dat de deze die dit dus een en er ga haar heb heeft het hier hij hoe hun"
        " ik in is ja je jij kan maar met mijn na naar nee niet nog nu of om omdat onze ook op over te toen tot u uit van"
        " veel voor waar waarom wanneer want wat we wel wie wij wil ze zij zijn zo bedankt beide bovendien daarna echter"
        " eerst eigenlijk elke geen gebruik graag helaas hierdoor iedereen iets inmiddels jullie kies kijk kun later let"
        " liefst misschien morgen nadat natuurlijk neem niemand niets nooit nou ondanks sinds sommige soms straks terwijl"
        " tijdens toch uiteindelijk vaak vandaag vanaf verder volgens voeg vraag vroeger waarschijnlijk weet ziet zodra"
        " zonder zoals zou",
    ),
    spoken=Spoken(
        written_out=pairs("dhr Dhr=de heer; mevr Mevr=mevrouw; bijv=bijvoorbeeld"),
        dot="punt", slash="slash", at="apenstaartje", hyphen="streepje", underscore="laag streepje",
        point="punt", minus="min", to="tot", number="nummer", numbered="nr", hashtag="hashtag",
        symbols=pairs("<=kleiner dan; >=groter dan"), approximate=pairs("~ ≈=ongeveer"),
        clock=("{h} uur", "{h} uur {m}"), fractions="een half, een derde, twee derde, een kwart, drie kwart",
        fractions_after="en een half, en een derde, en twee derde, en een kwart, en drie kwart",
        money=pairs("USD=dollar / cent; EUR=euro / cent; GBP=pond / penny pence; JPY=yen; INR=roepie roepies; CNY=yuan; "
                    "RUB=roebel; KRW=won"),
        scales=pairs("duizend=duizend; miljoen mln=miljoen; miljard mld=miljard"),

        letter_times=True,
    ),
    ordinals=Ordinals(known=9999, marks=pairs("e de ste=plain")),  # espeak-ng says "derde e",
    calendar=Calendar(short_weekdays=True, months=pairs("sept=9; febr=2"), expiry="geldig verlo verval"),
    numerals=Numerals(
        alone="digits", endings="e|ste|de", article=pairs("=de plain"),
        nouns=pairs("eeuw=plain"),
        rulers="Alexander Beatrix Benedictus Elizabeth Filips Frederik Hendrik Jacobus Johannes Karel Lodewijk Napoleon Otto"
               " Paulus Peter"
        " Pius Richard Willem Catharina Nicolaas",
        cues="hoofdstuk deel akte artikel fase klasse type",
    ),
)  # fmt: skip
