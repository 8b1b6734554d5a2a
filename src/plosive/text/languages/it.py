from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Joined,
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

_MARKS = {"feminine": "ª", "cardinal": ""}

LANGUAGE = Language(
    name="Italian",
    sentences=Sentences(
        titles="sigra signa",
        words="apr artt autom az banc cin cod corr cost cte dic dottssa dssa econ ep fam fig fis giu giur ibid idraul ill"
        " indir lett lib mat meteor mil mitt num obbl ord org ott pag pagg par pol profssa prot psicol seg sez staz trib"
        " ult vol",
        proper="rep hon col fr mt pres cv pt",
        numbered="feb ago febb set lun mar mer gio ven sab dom nov febbr lug mag genn circa",
        enders="spa srl", timed="a.m p.m a.c d.c",
        openers="a alle dal dalle dopo entro fino nel prima tra verso", letters="è",
        labelled="piano gruppo lettera opzione passo punto tipo vitamina",
        starters="a al allora anche ancora bene che chi ci come con cosa così da dal dalla del dopo dove e ecco era ed essa"
        " esso forse gli grazie ha hai ho i il in io la le lei li lo loro lui ma mentre mi molti ne nel nella noi non o ogni"
        " ora per perché però più poi prima qual quale quando quanto quella quello questa questo qui se sei si sono su tra"
        " tu tutti un una uno voi è adesso aggiungi alcuni altri appena aveva basta bisogna capito chiama comunque contro"
        " dai davvero dentro dunque entrambi fai finalmente fu già infatti infine inoltre invece leggi magari mai molto"
        " nessuno nonostante oggi ognuno oltre oppure pensa perciò piacere poiché potete puoi quasi questi quindi ricorda"
        " scrivi sempre senza siamo sto tale tanto tuttavia usa vai vieni attenda chiami confermi digiti dica inserisca prema"
        " prenda scriva visiti",
    ),
    abbreviations=Abbreviations(
        before_name="sig. Sig=signor; sig.ra=signora; sig.na=signorina; sigg. sig.ri=signori; sig.re=signore; "
        "dott. Dott dr.=dottor; dott.ssa dr.ssa=dottoressa; prof. Prof=professor; prof.ssa=professoressa; "
        "proff.=professori; avv. Avv=avvocato; ing.=ingegner; arch.=architetto; geom.=geometra; rag.=ragionier; "
        "on.=onorevole; sen.=senatore; mons.=monsignor; card.=cardinale; gen.=generale; col.=colonnello; cap.=capitano; "
        "ten.=tenente; magg.=maggiore; serg.=sergente; amm.=ammiraglio; cav.=cavalier; comm.=commendator; S.=San/Santa; "
        "SS.=Santi; egr.=egregio; spett.=spettabile; gent.=gentile; gent.ma=gentilissima; gent.mo=gentilissimo; "
        "gent.le=gentile; spett.le=spettabile; chiar.mo=chiarissimo; "
        "ill.mo=illustrissimo; rev.=reverendo; pres.=presidente; f.lli=fratelli; D.=don",
        before_number="pag. p. pg.=pagina; pagg. pp.=pagine; fig.=figura; figg.=figure; vol.=volume; voll.=volumi; "
        "cap.=capitolo; capp.=capitoli; art.=articolo; artt.=articoli; n. n° nr. num. N. nº=numero; nn.=numeri; "
        "tel.=telefono; cell.=cellulare; sez.=sezione; par.=paragrafo; tab.=tabella; int.=interno; t.=tomo; "
        "all.=allegato; sec.=secolo; ed.=edizione; ep.=episodio; ver.=versione; km. km Km=chilometro; s.=secolo; co. "
        "c.=comma; sc.=scala",
        before_amount="max. Max.=massimo; min. Min.=minimo",
        after_number="cpr=compressa/compresse; gg.=giorno/giorni; ab.=abitante/abitanti; "
        "pz.=pezzo/pezzi; pers.=persona/persone; sec.=secolo; "
        "pagg.=pagina/pagine; mln. mln=milione/milioni; mld. mld=miliardo/miliardi; ed.=edizione; "
        "sett.=settimana/settimane; hg=ettogrammo/ettogrammi; gr.=grammo/grammi; kg.=chilo/chili; mq.=metro quadrato; "
        "cad.=cadauno",
        before_street="v.le=viale; p.za p.zza=piazza; p.le=piazzale; c.so=corso; l.go=largo; v. V.=via; str.=strada; "
        "Str.Prov.=strada provinciale; Str.Stat.=strada statale; "
        "loc.=località; vic.=vicolo; fraz.=frazione; b.go=borgo; pza.=piazza",
        leading="p.es.=per esempio; es.=esempio; cfr. cf.=confronta; ca. ca=circa; vs. vs=contro; c.d. cd.=cosiddetto; "
        "N.B.=nota bene; c/o=presso; ovv.=ovvero",
        anywhere="incl.=incluso; escl.=escluso; tot.=totale; dip.=dipartimento; univ.=università; dir.=direttore; "
        "segr.=segreteria; resp.=responsabile; rif.=riferimento; ind.=indirizzo; ogg.=oggetto; all.=allegato; "
        "ed.=edizione; prov.=provincia; uff.=ufficio; trad.=traduzione; succ.=successivo; segg.=seguenti; "
        "prec.=precedente; sec.=secolo; trim.=trimestre; "
        "q.tà=quantità; q.b.=quanto basta; tel.=telefono; cell.=cellulare; max.=massimo; centr.=centrale; naz.=nazionale; "
        "int.=interno; soc.=società; "
        "gov.=governo; min.ro=ministro; F.lli=fratelli",
        closing="ecc. ecc=eccetera; etc.=eccetera; a.C.=avanti Cristo; d.C.=dopo Cristo; jr.=junior",
        articles="un uno una",
    ),
    acronyms=Acronyms(said="PIN IVA ONU GIF RAM SIM ASL TAC CAP", kept="USA UE FAQ ISO IA"),
    spoken=Spoken(
        between=pairs("tra fra=e"),
        dot="punto", slash="barra", at="chiocciola", hyphen="trattino", underscore="trattino basso",
        to="a", number="numero", hashtag="hashtag",
        symbols=pairs("&=e"), approximate=pairs("~ ≈=circa"),
        percent="{0} percento", one=pairs("ora=un'; a=una; =un"), clock=("{h} in punto", "{h} e {m}"),
        halves=pairs(
            "tazza tazze ora ore cipolla cipolle mela mele bustina bustine bottiglia bottiglie libbra libbre"
            " arancia=mezza|e mezza; litro litri chilo chili bicchiere bicchieri cucchiaio cucchiai cucchiaino cucchiaini"
            " limone limoni chilometro chilometri metro metri anno anni mese mesi etto etti vasetto=mezzo|e mezzo;"
            " =mezzo|e mezzo"
        ),
        parts_of_units=True, word_units="ha mi",
        unit_symbols=pairs("gr=mass-gram; Kg=mass-kilogram; Km=length-kilometer; lt=volume-liter; mt=length-meter;"
                           " mq=area-square-meter; mc=volume-cubic-meter; kmq=area-square-kilometer"),
        fractions="un mezzo, un terzo, due terzi, un quarto, tre quarti",
        fractions_after="e mezzo, e un terzo, e due terzi, e un quarto, e tre quarti",
        money=pairs("USD=dollaro dollari / centesimo centesimi; EUR=euro / centesimo centesimi; "
                    "GBP=sterlina sterline / penny pence; JPY=yen; INR=rupia rupie; CNY=yuan; RUB=rublo rubli; KRW=won"),
        cents_joined_by=" e ",
        scales=pairs("mila k=mila; milione=milione; milioni=milioni; mln mio M=milione milioni; miliardo=miliardo; "
                     "miliardi=miliardi; mld mrd=miliardo miliardi"),
        of=" di ", spaced_groups=True,
        first_day="1º",
    ),
    measures=Measures(
        magnitudes=pairs("k K=mila; M=milione milioni"),
        counted="(?:di )?(?:follower|utenti|iscritti|visualizzazioni|persone|download|copie|abbonati|like|clienti|visitatori"
        "|fan|visite|dipendenti|abitanti|euro|dollari)",
    ),
    joined=Joined(elided="l d m t s n c v un dell all dall nell sull coll quell quest bell gl ch com dov cos anch senz"),
    cues=Cues(
        codes="coupon token id ultime_quattro_cifre ultime_cifre targa pnr codice partita_iva p_iva p.iva piva "
        "codice_fiscale cf c.f. c.a.p. pin password parola_d'ordine otp cap cvv",
        typed="inserisci digita inserisca digiti",
        records="ordine prenotazione conto cliente fattura spedizione biglietto carta pratica contratto polizza tessera"
        " serie tracciamento conferma riferimento passaporto",
        numbers="numero n n° nr",
        owners="tuo tua suo sua vostro vostra mio mia nostro nostra il la lo questo questa",
        copulas="sarà come è era sono",
        joints="il",
        endings="che_termina_con termina_con termina_in che_finisce_con",
        counted="amici persone utenti clienti righe parole caratteri pagine pezzi volte file ospiti invitati sedie posti"
        " camere stanze libri scatole punti voti membri dipendenti abitanti cifre pizze copie studenti chiamate",
        phones="telefono tel cell cellulare fax numero whatsapp centralino",
        calls="emergenza emergenze chiama chiami chiamate chiamare chiamami chiamaci componi comporre componete contatta"
        " contattaci contattare telefona telefonare telefoni",
        between="polizia l o il al lo la allo i ci mi numero subito pure",
        after="immediatamente ora subito quando",
        extensions=r"int\. interno",
        extension="interno",
        adjectives_last=True,
    ),
    signs=Signs(
        keys=pairs("#=cancelletto; *=asterisco"), pressing="premere prema premi digiti digitare digita componga tasto",
        said=pairs("+=più; - −=meno; × * · ⋅=per; ÷ /=diviso; = ===uguale a; ≠ !==diverso da; <=minore di;"
                   " >=maggiore di;≤ <==minore o uguale a; ≥ >==maggiore o uguale a; ±=più o meno"),
        minus="meno", squared="al quadrato", cubed="al cubo", power="elevato alla {}", root="radice quadrata di",
        cube_root="radice cubica di", over="{0} fratto {1}", ratio="{0} a {1}", score="{0} a {1}", by="per",
        times="volta volte", out_of="{0} su {1}", heart=pairs("io=amo; noi=amiamo"),
        fixed=pairs("24/7=24 su 7"),
        pressure="{0} su {1}", pressures="pressione",
        results="vint* vinc* vinse* pers* perd* batt* sconf* vittoria risultato punteggio finale conduc* vantaggio"
        " partita pareggi* voto voti votazione set finì finita pari",
        result_next="contro a al in con per e il la ieri oggi ma di su dopo",
        ratios="rapporto proporzion* scala quota quote formato misc* dilu*",
        steps=pairs("passo passaggio pagina domanda fase parte step punto livello={0} su {1}"),
        ratings="voto voti esame pres* valutat* valutazion* stelle stella punt* recension* giudizio",
        shares="di dei degli delle del della", clocks="alle ore dalle le",
        verses="genesi esodo salmo proverbi isaia matteo marco luca giovanni atti romani corinzi ebrei apocalisse",
    ),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=lambda number, form: f"{number}{_MARKS.get(form, 'º')}",
        noun_marks=pairs("a=feminine; o=masculine"),
        degree="il lo la l un al allo alla all del dello della dell dal dalla dall nel nello nella nell sul sulla ogni"
               " suo sua questo questa mio mia tuo tua",
        before=pairs("il lo un al allo del dello dal nel nello sul suo questo mio tuo=masculine; la alla della dalla"
                     " nella sulla sua questa mia tua=feminine"),
        small="all alla allo ai di a da in con su sopra sotto circa oggi ieri domani fuori dentro gradi centigradi",
        agreements=(
            Agreement(
                nouns="volta classe edizione parte fila categoria tappa serie giornata sezione puntata stagione",
                forms=pairs("=feminine"),
            ),
            Agreement(
                nouns="piano tempo giorno posto secolo anno capitolo turno premio comma livello binario trimestre"
                      " semestre",
                forms=pairs("=masculine"),
            ),
            Agreement(endings="a", forms=pairs("=feminine")),
        ),
    ),
    calendar=Calendar(
        short_weekdays=True, words="set mar", months=pairs("sett=9; febb=2; genn=1"), expiry="scad valid",
        clock_words=pairs("ore=ore; alle=alle; dalle=dalle; h=ore"),
        weekday_joints=pairs("a=a; al=al; e=e"), day_cues="il dal al del entro l dall all giorno",
    ),
    numerals=Numerals(
        nouns=pairs("secolo capitolo congresso festival premio grado anniversario=masculine; repubblica guerra "
        "edizione stagione"
                    " dinastia serie classe legislatura=feminine; gennaio febbraio marzo aprile maggio giugno luglio agosto"
                    " settembre ottobre novembre dicembre=cardinal"), nouns_before="secolo sec s",
        rulers="Pio Carlo Enrico Elisabetta Giovanni Paolo Vittorio Umberto Federico Filippo Luigi Giorgio Leone"
               " Benedetto Clemente Caterina Napoleone Francesco",
        women="Elisabetta Caterina", women_forms=pairs("=feminine"), men_forms=pairs("=masculine"),
        cues="versione cap capitolo parte tomo atto scena volume libro fase tipo classe articolo titolo",
    ),
    writes=Writes(
        # espeak-ng says "uno" before every noun.
        counts=(
            counts({"1": "un'"}, "ora unità offerta opzione ordinazione email app arancia"),
            counts(
                {"1": "una"},
                "settimana persona volta notte copia camera stanza tazza tonnellata pagina parola donna"
                " bottiglia scatola pizza parte risposta riga tazzina fetta bustina manciata sterlina rupia",
            ),
            counts(
                {"1": "un"},
                "anno mese giorno minuto secondo euro dollaro chilometro metro centimetro millimetro chilo"
                " chilogrammo grammo litro millilitro grado punto passo libro uomo bambino ragazzo figlio amico"
                " file messaggio bicchiere piatto pacchetto uovo cucchiaio cucchiaino milione miliardo elemento"
                " risultato utente prodotto articolo voto gol biglietto etto",
            ),
        ),
    ),
)  # fmt: skip
