from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Joined,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    pairs,
)

LANGUAGE = Language(
    name="Italian",
    sentences=Sentences(
        titles="sig sigg sigra signa dott ing avv geom rag arch on mons cav egr spett gent sig.ra sig.na dott.ssa prof.ssa"
        " sig.re p.es cfr",
        words="amm apr artt autom az banc centr cin cod comm corr cost cte dic dip dir dottssa dssa econ ep fam fig fis giu"
        " giur ibid idraul ill indir lett lib mat meteor mil mitt num obbl ogg ord org ott pag pagg par pol proff profssa"
        " prot prov psicol resp rif seg sez soc staz trad trib uff ult univ vol ca sec es int",
        proper="rep hon col fr mt pres cv pt",
        numbered="n num pag pagg artt cap tel lun mar mer gio ven sab dom es max min nov sett febbr lug mag genn ca circa"
                 " int",
        enders="ecc spa srl", timed="a.m p.m a.c d.c",
        openers="a alle dal dalle dopo entro fino nel prima tra verso", letters="è",
        labelled="gruppo lettera opzione passo punto tipo vitamina",
        starters="a al allora anche ancora bene che chi ci come con cosa così da dal dalla del dopo dove e ecco era ed essa"
        " esso forse gli grazie ha hai ho i il in io la le lei li lo loro lui ma mentre mi molti ne nel nella noi non o ogni"
        " ora per perché però più poi prima qual quale quando quanto quella quello questa questo qui se sei si sono su tra"
        " tu tutti un una uno voi è adesso aggiungi alcuni altri appena aveva basta bisogna capito chiama comunque contro"
        " dai davvero dentro dunque entrambi fai finalmente fu già infatti infine inoltre invece leggi magari mai molto"
        " nessuno nonostante oggi ognuno oltre oppure pensa perciò piacere poiché potete puoi quasi questi quindi ricorda"
        " scrivi sempre senza siamo sto tale tanto tuttavia usa vai vieni",
    ),
    spoken=Spoken(
        written_out=pairs("Sig=Signor; Dott=Dottor; Avv=Avvocato"),
        dot="punto", slash="barra", at="chiocciola", hyphen="trattino", underscore="trattino basso",
        to="a", number="numero", numbered="n. n°", hashtag="hashtag",
        symbols=pairs("&=e; <=minore di; >=maggiore di; ×=per"), approximate=pairs("~ ≈=circa; ±=più o meno"),
        one=pairs("a=una; =un"), clock=("{h} in punto", ""),
        fractions="un mezzo, un terzo, due terzi, un quarto, tre quarti",
        fractions_after="e mezzo, e un terzo, e due terzi, e un quarto, e tre quarti",
        money=pairs("USD=dollaro dollari / centesimo centesimi; EUR=euro / centesimo centesimi; "
                    "GBP=sterlina sterline / penny pence; JPY=yen; INR=rupia rupie; CNY=yuan; RUB=rublo rubli; KRW=won"),
        cents_joined_by=" e ",
        scales=pairs("mila=mila; milione=milione; milioni mln=milioni; miliardo=miliardo; miliardi mld=miliardi"),
        of=" di ",
        first_day="1º",
    ),
    joined=Joined(elided="l d m t s n c v un dell all dall nell sull coll quell quest bell gl ch com dov cos anch senz"),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=lambda number, form: f"{number}{'ª' if form == 'feminine' else 'º'}",
        degree="il lo la l un al allo alla all del dello della dell dal dalla dall nel nello nella nell sul sulla ogni suo"
               " sua questo"
        " questa mio mia tuo tua",
        before=pairs("il lo un al allo del dello dal nel nello sul suo questo mio tuo=masculine; la alla della dalla nella"
                     " sulla sua"
                     " questa mia tua=feminine"),
        small="all alla allo ai di a da in con su sopra sotto circa oggi ieri domani fuori dentro gradi centigradi",
        agreements=(
            Agreement(nouns="volta classe edizione parte fila categoria tappa serie giornata sezione puntata stagione",
                      forms=pairs("=feminine")),
            Agreement(nouns="piano giorno posto secolo anno capitolo turno premio comma livello binario trimestre semestre",
                      forms=pairs("=masculine")),
            Agreement(endings="a", forms=pairs("=feminine")),
        ),
    ),
    calendar=Calendar(
        short_weekdays=True, words="set mar", months=pairs("sett=9; febb=2; genn=1"), expiry="scad"
        " valid", clock_words=pairs("ore=ore; alle=alle;"
        " dalle=dalle"),
    ),
    numerals=Numerals(
        nouns=pairs("secolo capitolo=masculine; repubblica guerra=feminine"), nouns_before="secolo",
        rulers="Pio Carlo Enrico Elisabetta Giovanni Paolo Vittorio Umberto Federico Filippo Luigi Giorgio Leone Benedetto"
               " Clemente"
        " Caterina Napoleone Francesco",
        women="Elisabetta Caterina", women_forms=pairs("=feminine"), men_forms=pairs("=masculine"),
        cues="capitolo parte tomo atto scena volume libro fase tipo classe articolo titolo",
    ),
)  # fmt: skip
