from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Counts,
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

# Prepositions and their case, for "vor 1 Jahr" and "für 1 Tag"; verbs with an accusative.
_DATIVE = (
    "vor Vor nach Nach seit Seit in In mit Mit von Von bei Bei zu Zu aus Aus ab Ab binnen Binnen an An unter Unter"
)
_HALVED = "Tag Monat Liter Kilometer Meter Zentimeter Millimeter Teelöffel Esslöffel Becher Bund Kopf Würfel Apfel"
_ACCUSATIVE = (
    "für Für ohne Ohne um Um gegen Gegen über Über kostet dauert beträgt braucht hat habe haben Nimm nimm nehme nehmen trinke"
    " trinkt brauche brauchen benötigt enthält kaufe"
)

LANGUAGE = Language(
    name="German",
    sentences=Sentences(
        titles="dipl med phil rer nat jur priv doz hl p.s",
        words="abb abs amtl angebl anm ausgen bearb bes bez dergl desgl dgl ebd ehem entspr erg ev gegr gegebenenf herv hg"
        " kap kath kfm kl lfd lic lit mill nachf natl nr od pol pos prov röm rd spez stellv teilw theol ua übers univ v"
        " vors wiss z zgl zz zw abschn abk vermutl hinw int kgl lat nördl östl südl westl schwed vorauss zzt ung allerd"
        " stat min sek stk stck pers pck pkg msp fl einw em so gez ff",
        proper="sen gen rep hon rev gov col fr mt pres mag on cv pt so",
        numbered="tl zeile rn hs okt nov dez jan jän feb aug sept sep apr mo di mi do fr sa",
        suffixes="str", enders="gmbh chr jh jhd",
        labelled="antwort gruppe klasse teil typ variante punkt",
        starters="aber alle als also am an auch auf aus bei bis bitte da damit dann das dass dein dem den denn der deshalb"
        " dessen die dies diese dieser dieses doch dort du ein eine einer er es für hier ich ihr im in ist ja jede jeder"
        " jedoch jetzt kann können man mein mit nach nein nicht noch nun nur ob oder sein seit sie sind so sonst und uns"
        " unser viele vielleicht vom von vor wann warum was weil wenn wer werden wie wir wird wo zu zum zudem zur zwar"
        " allerdings anschließend außerdem bald beide beides bereits dadurch dafür dagegen daher danach daraus darin darum"
        " davon dazu dennoch derzeit deswegen ebenso einige einfach erst etwa falls fast frag füge ganz gehe gern gestern"
        " gib gut hast hat heute immer inzwischen kein keine leider mach manche manchmal mehr meist meistens morgen nachdem"
        " natürlich nehmen neben nimm oft sag schließlich schon sehr selbst sobald sogar somit später statt stell trotzdem"
        " versuch versuche vermutlich vielen war warst weiter welche wenige wichtig willkommen wirst während zuerst zuletzt"
        " zusammen übrigens",
        ordinals=True,
        determiners="am im vom zum zur beim ab bis dem den der des die das seit und oder nach jeder jede jedes jeden mein"
        " meine sein seine ihr ihre unser unsere ein eine einem einen einer eines kein keine keinem in",
        months="jan jän feb mär mai apr jun jul aug sep okt nov dez og obergesch etage stock auflage",
    ),
    abbreviations=Abbreviations(
        cases=("des dem den einem einen eines vom zum beim im am",),
        before_name="Dr. Dr dr.=Doktor; Dres.=Doktoren; Prof. Prof=Professor; Hr. hr.=Herr; Hrn.=Herrn; Fr.=Frau; "
        "Frl.=Fräulein; St.=Sankt; Ing.=Ingenieur; Dipl.-Ing.=Diplomingenieur; Mag.=Magister; Pfr.=Pfarrer; "
        "Bgm.=Bürgermeister; Gen.=General; Hptm.=Hauptmann; Lt.=Leutnant; Fam.=Familie; Fa.=Firma; Gebr.=Gebrüder",
        before_number="Ank.=Ankunft; Abf.=Abfahrt; Gl.=Gleis; Kto.=Konto; "
        "S.=Seite; Kl.=Klasse; §=Paragraf; §§=Paragrafen; Abb.=Abbildung; Abs.=Absatz; Art.=Artikel; Nr. Nr "
        "nr.=Nummer; Nrn.=Nummern; "
        "Kap.=Kapitel; Bd.=Band; Bde.=Bände; Tab.=Tabelle; Tel. tel.=Telefon; Ziff.=Ziffer; Abschn.=Abschnitt; "
        "Anm.=Anmerkung; Jg.=Jahrgang; Zi.=Zimmer; H.=Heft; Pos.=Position; Z.=Zeile; Bj.=Baujahr; d.=den; v.=vom; -nr.=nummer; "
        "-Nr.=Nummer",
        before_amount="max. Max.=maximal; mind. min. Mind. Min.=mindestens",
        after_number="Erw.=Erwachsener/Erwachsene; f.=folgende; ff.=fortfolgende; Tbl. Tabl.=Tablette/Tabletten; Zi.=Zimmer; "
        "Prozentpkt.=Prozentpunkt/Prozentpunkte; Pkt.=Punkt/Punkte; "
        "Std. Std=Stunde/Stunden; Min. Min min.=Minute/Minuten; Sek. Sek=Sekunde/Sekunden; Stk. Stck.=Stück; "
        "Pck. Pkg.=Päckchen; Bd.=Bund; Msp.=Messerspitze/Messerspitzen; Fl.=Flasche/Flaschen; Tr.=Tropfen; n.V.=nach "
        "Verlängerung; n.E.=nach Elfmeterschießen; i.E.=im Elfmeterschießen; "
        "Pers.=Person/Personen; Wo.=Woche/Wochen; Einw.=Einwohner; Mio. Mio=Million/Millionen; "
        "Mrd. Mrd=Milliarde/Milliarden; Tsd. Tsd=Tausend; J.=Jahr/Jahre; Aufl.=Auflage; Jh. Jhd. Jhdt.=Jahrhundert; "
        "Kl.=Klasse; St.=Stück",
        after_street="Str. Str=Straße; Pl.=Platz",
        leading="spät.=spätestens; ggü.=gegenüber; i.d.=in der; Art.-Nr.=Artikelnummer; Kd.-Nr.=Kundennummer; "
        "Tel.-Nr.=Telefonnummer; "
        "Best.-Nr.=Bestellnummer; Rg.-Nr. Rechn.-Nr.=Rechnungsnummer; Kto.-Nr.=Kontonummer; Vers.-Nr.=Versicherungsnummer; "
        "-nr.=nummer; -Nr.=Nummer; "
        "z.B. zB=zum Beispiel; d.h. dh=das heißt; bzw. bzw=beziehungsweise; ca. ca=circa; vgl.=vergleiche; "
        "bspw.=beispielsweise; ggf. ggfs.=gegebenenfalls; insb. insbes.=insbesondere; sog. sogen.=sogenannte/sogenannten; "
        "i.d.R.=in der Regel; i.A.=im Auftrag; i.V.=in Vertretung; z.T.=zum Teil; z.Zt. z.Z.=zur Zeit; d.i.=das ist; "
        "m.a.W.=mit anderen Worten; bzgl.=bezüglich; u.=und; lt.=laut; wg.=wegen; vs.=versus; "
        "o.g.=oben genannte/oben genannten; u.g.=unten genannte/unten genannten; "
        "a.d.=an der; zw.=zwischen; b.a.W.=bis auf Weiteres; d.M.=dieses Monats; o.B.d.A.=ohne Beschränkung der Allgemeinheit",
        anywhere="MfG=Mit freundlichen Grüßen; geschl.=geschlossen; n.E.=nach Elfmeterschießen; "
        "Fr.=; h.c.=honoris causa; u.a.=unter anderem; v.a.=vor allem; u.U.=unter Umständen; "
        "m.E.=meines Erachtens; evtl.=eventuell; eigtl. eigentl.=eigentlich; gem.=gemäß; geb.=geboren; gest.=gestorben; "
        "verh.=verheiratet; allg.=allgemein; urspr.=ursprünglich; tägl.=täglich; mtl. monatl.=monatlich; tgl.=täglich; "
        "wöch. wöchentl.=wöchentlich; jährl.=jährlich; "
        "s.o.=siehe oben; s.u.=siehe unten; Hrsg.=Herausgeber; Ausg.=Ausgabe; Aufl.=Auflage; Hbf.=Hauptbahnhof; "
        "Bhf.=Bahnhof; Abt.=Abteilung; Ges.=Gesellschaft; Jh. Jhd. Jhdt.=Jahrhundert; Mio.=Millionen; Mrd.=Milliarden; "
        "Tsd.=Tausend; Std.=Stunden; Str.=Straße; -str.=straße; -Str.=Straße; -pl.=platz; Tel.=Telefon; zus.=zusammen; "
        "vorm.=vormittags; nachm.=nachmittags; verm.=vermutlich; MwSt=Mehrwertsteuer; a.M.=am Main; gez.=gezeichnet; "
        "entspr.=entsprechend; "
        "n.V.=nach Vereinbarung; m.W.=meines Wissens; rer.nat.=rer nat; rer.pol.=rer pol; i.V.m.=in Verbindung mit; "
        "i.S.d.=im Sinne des; "
        "i.H.v.=in Höhe von; z.Hd.=zu Händen; i.O.=in Ordnung; inkl.=inklusive; exkl.=exklusive; "
        "einschl.=einschließlich; zzgl.=zuzüglich; abzgl.=abzüglich",
        closing="p.P.=pro Person; p.a.=pro Jahr; "
        "MwSt.=Mehrwertsteuer; USt.=Umsatzsteuer; usw. usw=und so weiter; etc. etc=et cetera; usf.=und so fort; "
        "u.v.m. uvm.=und vieles mehr; "
        "u.a.m.=und andere mehr; o.ä. o.Ä.=oder Ähnliches; u.ä. u.Ä.=und Ähnliches; v.Chr.=vor Christus; "
        "n.Chr.=nach Christus; a.D.=außer Dienst; jun. jr.=junior; sen.=senior",
    ),
    acronyms=Acronyms(
        said="PIN TAN GIF RAM ROM SIM DIN TÜV DAX LAN UNO UFO TUI",
        spelled="ISBN",
        kept="USA EU EDV AOK SAP AGB ICE EKG IQ USB FAQ AI KI ARD BIC BIP ETA",
    ),
    spoken=Spoken(
        between=pairs("zwischen=und"),
        dot="Punkt", slash="Schrägstrich", at="ät", hyphen="Bindestrich", underscore="Unterstrich",
        to="bis", number="Nummer", hashtag="Hashtag",
        approximate=pairs("~ ≈=etwa"), units={"volume-cubic-decimeter": "{0} Kubikdezimeter", "area-square-decimeter": "{0} "
        "Quadratdezimeter", "power-horsepower": "{0} PS"},
        unit_symbols=pairs("dm³=volume-cubic-decimeter; dm²=area-square-decimeter"),
        one=pairs("byte=ein; e unde illion illiarde=eine; Prozent=ein; =ein"),
        clock=("{h} Uhr", "{h} Uhr {m}"),
        fractions="ein halb, ein Drittel, zwei Drittel, ein Viertel, drei Viertel",
        fractions_after="einhalb, ein Drittel, zwei Drittel, ein Viertel, drei Viertel",
        money=pairs("USD=Dollar / Cent; EUR=Euro / Cent; GBP=Pfund / Penny Pence; JPY=Yen; INR=Rupie Rupien; CNY=Yuan; "
                    "RUB=Rubel; KRW=Won"),
        scales=pairs("Tsd Tausend tausend k T=Tausend; Mio M=Million Millionen; Millionen=Millionen; Million=Million; "
                     "Mrd=Milliarde Milliarden; Milliarden=Milliarden; Milliarde=Milliarde; Billionen=Billionen; "
                     "Bio=Billion Billionen"),
        currencies={",-": "EUR", ",--": "EUR", ",–": "EUR"},
        parts_of_units=True, after_units="A-ZÄÖÜ", letter_times=True, per="pro",
        each=pairs("Pers=pro Person; Person=pro Person; Nacht=pro Nacht; Stk Stück=pro Stück"),
    ),
    cues=Cues(
        typed="bitte geben_sie geben_sie_bitte geben_sie_jetzt geben_sie_dann gib gib_bitte gebe tippen_sie tippe",
        codes="*nr bic swift gutschein id *_id geheimnummer letzten_vier_ziffern letzten_ziffern *kennzeichen *code pin "
        "*pin *kennwort"
        " *passwort tan *kennung plz postleitzahl bankleitzahl blz geheimzahl kundenn* bestelln* auftragsn* rechnungsn*"
        " buchungsn* vorgangsn* ticketn* konton* serienn* sendungsn* mitgliedsn* artikeln* versicherungsn*"
        " sozialversicherungsn* ausweisn* steuern* matrikeln* personaln* referenzn* kartenn* vertragsn* reservierungsn*"
        " endziffern",
        records="bestellung buchung auftrag rechnung konto ticket sendung reservierung karte vorgang vertrag",
        numbers="nummer nr",
        owners="ihr ihre ihrer ihren ihrem dein deine deiner deinen mein meine unser unsere der die das den dem sein seine",
        copulas="wird als ist lautet war sind lauten",
        joints="auf",
        endings="endet_auf mit_den_endziffern mit_der_endung", ones="eine karten konten",
        counted="freunde freunden leute leuten personen menschen mann zeilen wörter wörtern zeichen seiten stück mal"
        " kunden nutzer benutzer dateien gäste gästen stühle stühlen plätze zimmer bücher kisten punkte stimmen mitglieder"
        " mitarbeiter besucher einwohner ziffern stellen teile pizzen anrufe teilnehmer exemplare",
        phones="telefon* tel handy* mobil* fax* rufnummer hotline nummer whatsapp",
        calls="notruf notrufnummer rufnummer telefonnummer ruf rufe rufen rufst anrufen anruf wähle wählen wählt wähl "
        "angerufen kontaktieren"
        " erreichen erreichbar",
        between="polizei feuerwehr oder sie bitte die den der das unter im notfall mich uns ihn sofort an nummer einfach"
        " gleich dann immer",
        after="bitte jetzt gleich umgehend an bei im falls sofort",
        extensions=r"durchwahl dw\.? app\.",
        extension="Durchwahl",
    ),
    signs=Signs(
        heart=pairs("ich=liebe; wir=lieben"), keys=pairs("#=Raute; "
        "*=Stern"), pressing="drücken drücke wählen wähle tippen tippe geben gib taste",
        said=pairs("+=plus; - −=minus; × * · ⋅=mal; ÷ /=geteilt durch; = ===gleich; ≠ !==ungleich; <=kleiner als;"
                   " >=größer als;≤ <==kleiner oder gleich; ≥ >==größer oder gleich; ±=plus minus"),
        minus="minus", divided="geteilt durch", squared="hoch zwei", cubed="hoch drei", power="hoch {}", root="Wurzel aus",
        cube_root="dritte Wurzel aus", over="{0} durch {1}", ratio="{0} zu {1}", score="{0} zu {1}", by="mal",
        out_of="{0} von {1}", fixed=pairs("24/7=24 7"),
        steps=pairs("schritt seite frage teil stufe={0} von {1}"),
        times="mal mal", times_apart="tägl. tgl. täglich wöchentlich monatlich am pro die in", pressure="{0} zu {1}",
        pressures="blutdruck* rr",
        results="gewann* gewinn* gewonnen verlor* verlier* siegt* sieg siege endstand ergebnis stand führt* führung"
        " schlug* schlag* geschlagen besieg* unentschieden ausgegangen endet* niederlage finale halbzeit spiel satz sätze "
        "abstimmung"
        " heimsieg rückstand",
        result_next="gegen in im am bei nach und vor zu auf aber verloren gewonnen geschlagen",
        ratios="verhältnis* maßstab quote quoten wettquote* format* seitenverhältnis* mischung mischen misch*"
        " gemischt chancen",
        ratings="bewert* note noten stern* punkt* wertung rezension*", shares="der des von aller",
        clocks="um gegen ab bis vor nach seit",
        verses="mose psalm sprüche jesaja matthäus markus lukas johannes römer korinther hebräer offenbarung vers",
    ),
    ordinals=Ordinals(
        form="r", known=9999, stop=True, capitals=True, joints="und oder bis sowie",
        day=pairs("montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so=n; =r"),
        # The weak endings follow these words. Without one the noun decides: "dritter Mann", "zweites Kapitel".
        before=pairs("der die das diese dieses dieser jede jedes jeder eine meine deine seine ihre unsere ins ans=plain;"
                     " am im vom v zum zur beim dem den d des einem einen einer seit bis ab diesem diesen jedem jeden ihrem"
                     " seinem ihren seinen unserem meinem meinen und in+der an+der auf+der aus+der bei+der mit+der"
                     " nach+der seit+der unter+der von+der vor+der zu+der=n; ein kein mein dein sein ihr unser=; in=r"),
        agreements=(
            Agreement(nouns="jahrestag jahrgang", forms=pairs("=r")),
            Agreement(nouns="kapitel og ug jahr mal kind haus semester quartal viertel stockwerk spiel buch tor lied geschoss"
                            " gebot",
                      endings="chen lein", forms=pairs("=s")),
            Agreement(nouns="liga", endings="ung heit keit schaft ion tät e", forms=pairs("=plain")),
            Agreement(forms=pairs("=r")),
        ),
    ),
    calendar=Calendar(
        hour_cues="um gegen ab", half_to="halb", weekday_times="nur erst ab bis von um gegen",
        short_weekdays=True, weekday_joints=pairs("bis=bis; und u. u=und; oder=oder"), spans="und bis oder", words="Fr So",
        alone_after="am jeden jedem ab bis vom seit im von oder nächsten letzten kommenden diesen anfang ende mitte",
        months=pairs("Jän=1; Sep=9"), expiry="gültig läuft ablauf"
                                                                  " haltbar", paired_years=True, year_eras="v. n.",
        year_cues="in seit bis von ab um nach vor jahr jahre jahres anno sommer winter frühjahr frühling herbst ende"
                  " anfang mitte zwischen endete begann wurde starb quartal halbjahr sommers",
        year_words="jahr jahre jahres",
        year_openers="wurde war ist kam begann hatte wurden waren starb gründete zog ging",
        counted="euro mal prozent uhr oder", decades={"": "er"}, decade_mark="er",
        decade_cues="die der den",
    ),
    numerals=Numerals(
        alone="digits", article=pairs("-s=des n; von mit bei unter zu nach seit vor=dem n;"
            " für gegen durch um ohne=den n; =der plain"),
        women_article=pairs("-s=der n; von mit bei unter zu nach seit vor=der n; =die plain"),
        women="Elisabeth Elizabeth Katharina Margarethe Margrethe Maria Viktoria Isabella Beatrix",
        rulers="Abdülhamid Albert Albrecht Bonifatius Carl Charles Clemens Eduard Edward Elizabeth Felipe Georg"
               " George Haakon Harald Hassan Isabella Jakob James Johannes Juan Julius Louis Luis Margrethe Mehmed Murad "
               "Nikolai Philippe"
               " Sixtus Viktor Willem Alexander Benedikt Christian Elisabeth Ferdinand Franz Friedrich Georg Gregor Gustav "
               "Heinrich Innozenz Iwan"
               " Johann Joseph"
        " Karl Katharina Konrad Leo Leopold Ludwig Margarethe Maria Maximilian Napoleon Nikolaus Otto Paul Peter Philipp"
        " Pius Ramses"
        " Richard Rudolf Urban Wilhelm",
        cues="kap episode staffel version abschnitt punkt update kapitel teil band akt artikel phase stufe klasse typ",
    ),
    measures=Measures(
        magnitudes=pairs("k=Tausend; M=Million Millionen"),
        counted="(?:neue|aktive|weitere|andere)?(?!Lauf|Rennen|Sprint|Marathon|Auflösung)[A-ZÄÖÜ][a-zäöüß]{2,20}",
    ),
    writes=Writes(
        # espeak-ng says "eins" before every noun.
        counts=(
            counts(
                {"1": "einer"},
                "Stunde Minute Sekunde Woche Person Nacht Tasse Seite Stimme Tonne Meile Portion Prise Packung Flasche Dose"
                " Million Milliarde Karte Frage Nachricht Datei Zeile Kugel Option Aufgabe",
                after=_DATIVE,
            ),
            counts(
                {"1": "einem"},
                "Tag Monat Jahr Euro Cent Dollar Pfund Liter Milliliter Kilo Kilogramm Gramm Kilometer Meter Zentimeter"
                " Millimeter Grad Prozent Punkt Schritt Buch Mann Kind Stück Glas Teller Paket Ei Esslöffel Teelöffel"
                " Ergebnis Bild Wort Tor Ticket Zimmer Klick Gast",
                after=_DATIVE,
            ),
            counts(
                {"1": "einen"},
                "Tag Monat Euro Cent Dollar Liter Kilometer Meter Zentimeter Millimeter Punkt Schritt Mann Teller Esslöffel"
                " Teelöffel Klick Gast",
                after=_ACCUSATIVE,
            ),
            counts({"1/2": "eine halbe"}, "Stunde Tasse Packung Flasche Dose Zwiebel Tonne Seite Million Milliarde Gurke "
            "Zitrone"),
            Counts(words=dict.fromkeys(("1½", "1 ½", "1 1/2"), "eineinhalb"), before="[A-ZÄÖÜ][a-zäöü]{3}[a-zäöü]*"),
            counts({"1/2": "einen halben"}, _HALVED, after=_ACCUSATIVE),
            counts({"1/2": "ein halber"}, _HALVED),
            counts({"1/2": "ein halbes"}, "Kilo Kilogramm Gramm Pfund Jahr Glas Dutzend Stück Paket Prozent"),
            counts(
                {"1": "eine"},
                "Stunde Minute Sekunde Woche Person Nacht Tasse Seite Stimme Tonne Meile Portion Prise Packung"
                " Flasche Dose Zwiebel Frau Million Milliarde Karte Frage Antwort Nachricht Datei Zeile Kugel"
                " Scheibe Zehe Option Aufgabe Rupie Unze",
            ),
            counts(
                {"1": "ein"},
                "Tag Monat Jahr Euro Cent Dollar Pfund Liter Milliliter Kilo Kilogramm Gramm Kilometer Meter"
                " Zentimeter Millimeter Grad Prozent Punkt Schritt Buch Mann Kind Stück Glas Teller Paket Ei"
                " Esslöffel Teelöffel Ergebnis Bild Wort Tor Ticket Zimmer Hektar Quadratmeter Zoll Mal",
            ),
        ),
    ),
)  # fmt: skip
