from plosive.text.languages.language import Language, Sentences, Signs, Spoken, pairs

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
        number="nummer", hashtag="hashtag", approximate=pairs("~ ≈=cirka"),
        dot="punkt", slash="snedstreck", at="snabel-a", hyphen="bindestreck", underscore="understreck",
        clock=("{h}", ""), currencies={"kr": "SEK"},
        ordinal=lambda number, _: f"{number}:{'a' if number % 10 in {1, 2} and number // 10 % 10 != 1 else 'e'}",
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
)  # fmt: skip
