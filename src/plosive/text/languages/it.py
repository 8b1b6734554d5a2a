from plosive.text.languages.language import Cues, Joined, Language, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Italian",
    sentences=Sentences(
        titles="sig sigg sigra signa dott ing avv geom rag arch on mons cav egr spett gent sig.ra sig.na dott.ssa prof.ssa"
        " sig.re p.es cfr",
        words="amm apr artt autom az banc centr cin cod comm corr cost cte dic dip dir dottssa dssa econ ep fam fig fis giu"
        " giur ibid idraul ill indir lett lib mat meteor mil mitt num obbl ogg ord org ott pag pagg par pol proff profssa"
        " prot prov psicol resp rif seg sez soc staz trad trib uff ult univ vol ca sec es int",
        proper="rep hon col fr mt pres cv pt",
        numbered="n num pag pagg artt cap tel lun mar mer gio ven sab dom es max min nov sett febbr lug mag genn ca circa int",
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
        first_day="1º", ordinal=lambda number, _: f"{number}º",
    ),
    joined=Joined(elided="l d m t s n c v un dell all dall nell sull coll quell quest bell gl ch com dov cos anch senz"),
    cues=Cues(
        codes="targa pnr inserisci digita inserisca digiti codice pin password parola_d'ordine otp cap cvv",
        records="ordine prenotazione conto cliente fattura spedizione biglietto carta pratica contratto polizza tessera"
        " serie tracciamento conferma riferimento passaporto",
        numbers="numero n n° nr",
        owners="tuo tua suo sua vostro vostra mio mia nostro nostra il la lo questo questa",
        copulas="sarà come è era sono",
        joints="il che_termina_con termina_con termina_in che_finisce_con",
        counted="persone utenti clienti righe parole caratteri pagine pezzi volte file ospiti invitati sedie posti camere"
        " stanze libri scatole punti voti membri dipendenti abitanti cifre pizze copie studenti chiamate",
        phones="telefono tel cell cellulare fax numero whatsapp centralino",
        calls="emergenza emergenze chiama chiami chiamate chiamare chiamami chiamaci componi comporre componete contatta"
        " contattaci contattare telefona telefonare telefoni",
        between="polizia l o il al lo la allo i ci mi numero subito pure",
        after="subito quando",
        extensions=r"int\. interno",
        extension="interno",
        sharp="sharp",
        adjectives_last=True,
    ),
)  # fmt: skip
