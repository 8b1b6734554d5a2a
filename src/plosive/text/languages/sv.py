from plosive.text.languages.language import Cues, Language, Sentences, Spoken

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
        clock=("{h}", ""), currencies={"kr": "SEK"},
        ordinal=lambda number, _: f"{number}:{'a' if number % 10 in {1, 2} and number // 10 % 10 != 1 else 'e'}",
    ),
    cues=Cues(
        codes="ange *kod *koden pin lösenord lösenordet postnummer postnumret personnummer bokningsnummer ordernummer"
        " kundnummer kontonummer fakturanummer spårningsnummer serienummer ärendenummer medlemsnummer referensnummer ocr",
        records="bokning order konto beställning faktura kort biljett ärende",
        numbers="nummer nr",
        owners="din ditt dina er ert min mitt vår vårt den det",
        copulas="blir är var lyder",
        joints="som_slutar_på slutar_på",
        counted="personer människor rader ord tecken sidor stycken gånger filer gäster stolar platser rum böcker lådor"
        " poäng röster medlemmar anställda invånare siffror pizzor kunder användare",
        phones="telefon* tel mobil* fax nummer numret",
        calls="nödnumret larmnumret ring ringa ringer ringde slå kontakta nå",
        between="polisen eller mig oss på till nummer numret genast direkt då",
        after="genast direkt vid",
        extensions=r"anknytning ankn\.?",
        extension="anknytning",
        sharp="sharp",
    ),
)  # fmt: skip
