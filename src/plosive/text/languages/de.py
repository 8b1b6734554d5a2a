import re

from plosive.text.languages.language import Language, Sentences, Signs, Spoken, pairs

_SMALL = str.split("null erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt"
    " vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt")  # fmt: skip
_ONES = str.split("ein zwei drei vier fünf sechs sieben acht neun")
_TENS = str.split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
# The weak endings of adjectives follow these words; after any other word, and at the start, German has "-er".
_BEFORE_E = frozenset(str.split("der die das diese dieses dieser jede jedes jeder"))
_BEFORE_EN = frozenset(str.split("am im vom zum zur beim dem den des einem einen einer seit bis ab diesem"
    " diesen jedem jeden ihrem seinem ihren seinen unserem und"))  # fmt: skip


def _inflected(number: int, before: str) -> str:
    """Return the ordinal for 0 to 999 with the ending that the word before it needs: "am 3." is "dritten"."""
    hundreds, rest = divmod(number, 100)
    hundred = f"{_ONES[hundreds - 1]}hundert" if hundreds else ""
    if hundreds and not rest:
        stem = "st"
    elif rest < len(_SMALL):
        stem = _SMALL[rest]
    else:
        tens, ones = divmod(rest, 10)
        stem = (_ONES[ones - 1] + "und" if ones else "") + _TENS[tens - 2] + "st"
    before = before.lower()
    return hundred + stem + ("e" if before in _BEFORE_E else "en" if before in _BEFORE_EN else "er")


def _read_ordinal(match: re.Match[str], before: str) -> str | None:
    # Without a word before it, it may be the number of a list item: "1. Öffnen".
    return f"{_inflected(int(match['nth_in_row']), before)} " if before or match["month"] else None


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
        romans="digits", regnal="der",
        ordinal=lambda number, before: _inflected(number, before) if 0 < number < 1000 else "",
        ordinal_days=True, read_ordinal=_read_ordinal,
        # espeak-ng reads its full stop as a sentence end.
        written_ordinal=r"(?<![\w.,:/-])(?P<nth_in_row>[0-9]{1,2})\.[ \u00a0](?=(?P<month>Januar|Februar|März|April|Mai|Juni"
        r"|Juli|August|September|Oktober|November|Dezember)\b|[A-ZÄÖÜ][a-zäöüß])",
        after_units="A-ZÄÖÜ", letter_times=True,
    ),
    signs=Signs(
        said=pairs("+=plus; - −=minus; × * · ⋅=mal; ÷ /=geteilt durch; = ===gleich; ≠ !==ungleich; <=kleiner als;"
                   " >=größer als;≤ <==kleiner oder gleich; ≥ >==größer oder gleich; ±=plus minus"),
        minus="minus", squared="hoch zwei", cubed="hoch drei", power="hoch {}", root="Wurzel aus",
        cube_root="dritte Wurzel aus", over="{0} durch {1}", ratio="{0} zu {1}", score="{0} zu {1}",
        out_of="{0} von {1}", fixed=pairs("24/7=24 7"),
        results="gewann* gewinn* gewonnen verlor* verlier* siegt* sieg siege endstand ergebnis stand führt* führung"
        " schlug* schlag* geschlagen besieg* unentschieden niederlage finale halbzeit spiel satz sätze abstimmung"
        " heimsieg rückstand",
        result_next="gegen in im am bei nach und vor zu auf aber verloren gewonnen geschlagen",
        ratios="verhältnis* maßstab quote quoten wettquote* format* seitenverhältnis* mischung mischen misch*"
        " gemischt chancen",
        ratings="bewert* note noten stern* punkt* wertung rezension*", shares="der des von aller",
        clocks="um gegen ab bis vor nach seit",
        verses="mose psalm sprüche jesaja matthäus markus lukas johannes römer korinther hebräer offenbarung vers",
    ),
)  # fmt: skip
