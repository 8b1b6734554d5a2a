from plosive.text.languages.language import Language, Sentences, Spoken, Writes, counts, pairs

LANGUAGE = Language(
    name="Swedish",
    sentences=Sentences(
        titles="hr frk ing t.ex bl.a d.v.s dvs",
        words="adj adr anm avd bl bla ca dir eg ekon ev evt exkl fig forts föreg gr inkl jur kap kl lic milj motsv ngn nr nuv"
        " obs omkr pol ref resp s sek sid skt str tekn tel teol tf tfn tr ung uppl utg vard",
        numbered="kap s tel kr max min ca kl", enders="osv mm mfl kr m.m m.fl o.d", timed="f.kr e.kr",
        openers="före efter från omkring sedan år", letters="å ö",
        starters="alla att av de den det detta du där därför efter eller en ett för från han har hej hon hur här i inte ja"
        " jag kan man med men min nej nu när och om på sedan ska som så till vad var varför vem vi vid vill är alltså annars"
        " bara båda dessutom därefter efteråt eftersom faktiskt först genom idag ibland imorgon ingen innan istället kanske"
        " kl klicka lägg många mer nästa någon några ofta också per sådan tack tyvärr under utan varje vilken vilka vänligen"
        " även",
    ),
    spoken=Spoken(
        dot="punkt", slash="snedstreck", at="snabel-a", hyphen="bindestreck", underscore="understreck",
        comma="komma", to="till", one=pairs("gram ton pund öre bar=ett; =en"),
        money=pairs("SEK=krona kronor / öre; USD=dollar / cent; EUR=euro / cent; GBP=pund / penny pence; NOK=krona kronor; "
                    "DKK=krona kronor"),
        scales=pairs("tusen=tusen; miljon=miljon; miljoner=miljoner; mn milj=miljon miljoner; miljard=miljard; "
                     "miljarder=miljarder; mdr mrd=miljard miljarder"),
        clock=("{h}", ""), currencies={"kr": "SEK", ":-": "SEK"},
        ordinal=lambda number, _: f"{number}:{'a' if number % 10 in {1, 2} and number // 10 % 10 != 1 else 'e'}",
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
