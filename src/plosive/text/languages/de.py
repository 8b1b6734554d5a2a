from plosive.text.languages.language import Agreement, Calendar, Language, Numerals, Ordinals, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="German",
    sentences=Sentences(
        titles="hr frl hrn dipl ing med phil rer nat jur priv doz mag hl z.b d.h i.d.r z.t bzw bspw sog vgl insb ggf d.i p.s",
        words="abb abs allg amtl angebl anm aufl ausg ausgen bearb bes bez bzgl ca dergl desgl dgl ebd ehem eigtl einschl"
        " entspr erg ev evtl exkl fa fam gegr geb gem ges gegebenenf hbf herv hg hrsg inkl insbes kap kath kfm kl lfd lic lit"
        " mill mio mrd mtl nachf natl nr od pol pos prov röm rd sogen spez stellv str teilw theol ua übers univ urspr v verh"
        " verm vors wg wiss z zgl zz zzgl zw zus std tsd abschn abk eigentl vermutl ggfs hinw int kgl lat nördl östl südl"
        " westl schwed tägl vorauss zzt ung allerd bhf stat",
        numbered="abb abs kap s str tel tl bd ziff zeile rn max mind min std abschn hs ca gem okt nov dez jan feb aug sept lt"
        " anm",
        suffixes="str", enders="usw usf gmbh chr jh jhd uvm u.ä u.a.m o.ä",
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
        " meine sein seine ihr ihre unser unsere",
        months="jan jän feb mär mai apr jun jul aug sep okt nov dez",
    ),
    spoken=Spoken(
        written_out=pairs(
            "Dr=Doktor; Prof=Professor; Hr=Herr; Hrn=Herrn; St=Sankt; bzw=beziehungsweise; ca=circa; evtl=eventuell;"
            "ggf=gegebenenfalls; inkl=inklusive; zzgl=zuzüglich; usw=und so weiter; Str=Straße / Straße"
        ),
        dot="Punkt", slash="Schrägstrich", at="ät", hyphen="Bindestrich", underscore="Unterstrich",
        to="bis", number="Nummer", numbered="Nr", hashtag="Hashtag", symbols=pairs("<=kleiner als; >=größer als"),
        approximate=pairs("~ ≈=etwa"), one=pairs("e unde=eine; Prozent=ein; =ein"),
        clock=("{h} Uhr", "{h} Uhr {m}"),
        fractions="ein halb, ein Drittel, zwei Drittel, ein Viertel, drei Viertel",
        fractions_after="einhalb, ein Drittel, zwei Drittel, ein Viertel, drei Viertel",
        money=pairs("USD=Dollar / Cent; EUR=Euro / Cent; GBP=Pfund / Penny Pence; JPY=Yen; INR=Rupie Rupien; CNY=Yuan; "
                    "RUB=Rubel; KRW=Won"),
        scales=pairs("Tsd Tausend tausend=Tausend; Mio Millionen=Millionen; Million=Million; Mrd Milliarden=Milliarden; "
                      "Milliarde=Milliarde; Billionen=Billionen"),

        after_units="A-ZÄÖÜ", letter_times=True,
    ),
    ordinals=Ordinals(
        form="r", known=9999, stop=True, capitals=True, joints="und oder bis sowie", day=pairs("=r"),
        # The weak endings follow these words. Without one the noun decides: "dritter Mann", "zweites Kapitel".
        before=pairs(
            "der die das diese dieses dieser jede jedes jeder eine meine deine seine ihre unsere ins ans=plain; am im vom"
            " zum zur beim"
            " dem den des einem einen einer seit bis ab diesem diesen jedem jeden ihrem seinem ihren seinen unserem meinem"
            " meinen und"
            " in+der an+der auf+der aus+der bei+der mit+der nach+der seit+der unter+der von+der vor+der zu+der=n"
        ),
        agreements=(
            Agreement(nouns="kapitel jahr mal kind haus semester quartal viertel stockwerk spiel buch tor lied geschoss"
                            " gebot",
                      endings="chen lein", forms=pairs("=s")),
            Agreement(nouns="liga", endings="ung heit keit schaft ion tät e", forms=pairs("=plain")),
            Agreement(forms=pairs("=r")),
        ),
    ),
    calendar=Calendar(
        short_weekdays=True, months=pairs("Jän=1; Sep=9"), expiry="gültig läuft ablauf"
                                                                  " haltbar", paired_years=True, year_eras="v. n.",
        year_cues="in seit bis von ab um nach vor jahr jahre jahres anno sommer winter frühjahr frühling herbst ende anfang"
                  " mitte zwischen"
        " sommers",
        year_openers="wurde war ist kam begann hatte wurden waren starb gründete zog ging",
        counted="euro mal prozent uhr oder", decades={"": "er"}, decade_mark="er",
        decade_cues="die der den",
    ),
    numerals=Numerals(
        alone="digits", article=pairs("von mit bei unter zu nach seit vor=dem n; für gegen durch um ohne=den n; =der plain"),
        rulers="Alexander Benedikt Christian Elisabeth Ferdinand Franz Friedrich Georg Gregor Gustav Heinrich Innozenz Iwan"
               " Johann Joseph"
        " Karl Katharina Konrad Leo Leopold Ludwig Margarethe Maria Maximilian Napoleon Nikolaus Otto Paul Peter Philipp"
        " Pius Ramses"
        " Richard Rudolf Urban Wilhelm",
        cues="kapitel teil band akt artikel phase stufe klasse typ",
    ),
)  # fmt: skip
