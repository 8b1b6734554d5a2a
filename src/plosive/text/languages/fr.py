from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
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


def _ordinal(number: int, form: str) -> str:
    if number == 1:
        return "1er" if form == "masculine" else ""
    return f"{number}ème" if form in {"masculine", "feminine"} else ""  # espeak-ng says "trois e" for "3e"


LANGUAGE = Language(
    name="French",
    sentences=Sentences(
        titles="m",
        words="ann bull fasc hab ill lib mss num",
        numbered="juil fév dim lun mar mer jeu ven sam n sept oct nov janv févr avr juill déc apr",
        enders="ltée sarl", openers="après avant dès en vers", letters="a y à",
        labelled="plan option classe groupe lettre partie vitamine",
        starters="alors après au aussi avec bien c'est car ce cela ces cette comme comment dans de depuis des donc elle"
        " elles en est et il ils j'ai je l'on la le les leur lorsque mais merci mon même ne non nous on or ou où oui par pas"
        " pour pourquoi puis qu'est-ce quand que quel quelle qui quoi sa sans ses si son sur ton tout très tu un une voici"
        " voilà vos votre vous ainsi ajoutez attention aujourd'hui auparavant bref cependant certains chaque choisissez"
        " d'abord demain enfin ensuite envoyez essayez faites finalement grâce hier ici lisez lors mettez n'hésitez"
        " néanmoins ouvrez parfois pendant plus prenez puisque quelques rendez-vous sinon surtout toutefois utilisez"
        " veuillez vers",
    ),
    abbreviations=Abbreviations(
        before_name="M.=Monsieur; M.et=Monsieur et; MM.=Messieurs; Mme. Mme=Madame; Mmes. Mmes=Mesdames; Mlle. "
        "Mlle=Mademoiselle; "
        "Mlles=Mesdemoiselles; Dr. Dr=Docteur; Drs=Docteurs; Pr. Pr Prof. prof.=Professeur; Me=Maître; "
        "Mgr. Mgr=Monseigneur; St. St=Saint; Ste. Ste=Sainte; Vve=Veuve; Gén.=Général; Col.=Colonel; Cdt. Cdt=Commandant; "
        "Cap. Capt.=Capitaine; Lt. Lt=Lieutenant; Sgt. Sgt=Sergent; Amb.=Ambassadeur; R.P.=Révérend Père; "
        "S.M.=Sa Majesté; Ets=Établissements; Sté=Société",
        after_street="ét.=étage", before_number="qté=quantité; suppl.=supplément; "
        "№=numéro; esc.=escalier; km. km Km=kilomètre; p. pg.=page; pp.=pages; fig.=figure; figs.=figures; "
        "vol.=volume; chap. ch.=chapitre; art.=article; "
        "n° nº no. no N°=numéro; nos. n°s=numéros; t.=tome; tél. tél=téléphone; al.=alinéa; l.=ligne; "
        "appt. apt. appt apt=appartement; bât. bât=bâtiment; tab.=tableau; ann.=annexe; sect.=section; éd.=édition; v.=vers; "
        "ép.=épisode; par.=paragraphe; ex.=exemple",
        before_amount="max. Max.=maximum; min. Min.=minimum",
        after_number="cp cp.=comprimé/comprimés; pts pts.=point/points; enf.=enfant/enfants; ét.=étage; "
        "hab.=habitant/habitants; pers.=personne/personnes; ex.=exemplaire/exemplaires; j.=jour/jours; "
        "sem.=semaine/semaines; mn=minute/minutes; éd.=édition; arr.=arrondissement; vol.=volume/volumes; p.=page/pages",
        before_street="av. av Av.=avenue; bd. bd boul. blvd Bd=boulevard; pl.=place; r.=rue; rte. rte=route; "
        "imp.=impasse; all.=allée; chem. ch.=chemin; fg. fbg=faubourg; sq.=square; rés.=résidence",
        leading="qq.=quelques; pdt=pendant; c.à=cuillère à; "
        "p.ex.=par exemple; c.-à-d. c.à.d. càd=c'est-à-dire; cf. cf=confer; vs. vs=versus; N.B.=nota bene; "
        "i.e.=c'est-à-dire; not. notamm.=notamment; c/o=chez",
        anywhere="trim.=trimestre; ex.=; env.=environ; N° n° Nº nº=numéro; dép. dépt.=département; "
        "gouv.=gouvernement; éd.=édition; "
        "coll.=collection; "
        "trad.=traduction; rem.=remarque; suiv.=suivant; sup.=supérieur; inf.=inférieur; nb.=nombre; qté.=quantité; "
        "réf.=référence; resp.=respectivement; obs.=observation; boul.=boulevard; univ.=université; assoc.=association; "
        "adj.=adjectif; prés.=président; dir.=directeur; rdv RDV R.-V.=rendez-vous; RDC=rez-de-chaussée; tél.=téléphone; "
        "max.=maximum; "
        "bibl.=bibliothèque",
        closing="av.J.-C.=avant Jésus-Christ; apr.J.-C. ap.J.-C.=après Jésus-Christ; J.-C.=Jésus-Christ; "
        "Cie. Cie=Compagnie; s.v.p. svp SVP S.V.P.=s'il vous plaît; etc.=et cetera",
        articles="un une",
    ),
    acronyms=Acronyms(said="PIN SIM ONU GIF RAM BAC RIB CAF ENA", kept="USA UE IRM FAQ OMS ISO IA ETA"),
    spoken=Spoken(
        between=pairs("entre=et; du=au"),
        dot="point", slash="slash", at="arobase", hyphen="tiret", underscore="tiret bas",
        minus="moins", to="à", number="numéro", hashtag="hashtag",
        symbols=pairs("§=paragraphe"), approximate=pairs("~ ≈=environ"),
        one=pairs("livre roupie heure minute seconde tonne once=une"),
        clock=("{h} heures", "{h} heures {m}"),
        halves=pairs(
            "tasse tasses cuillère cuillères cuillerée cuillerées heure heures douzaine livre livres journée pomme pommes"
            " bouteille bouteilles gousse=une demi|et demie; litre litres kilo kilos verre verres kilomètre kilomètres mètre"
            " mètres an ans mois jour jours citron citrons oignon oignons sachet sachets=un demi|et demi; =un demi|et demi"
        ),
        parts_of_units=True, inserted_units=True,
        unit_symbols=pairs("gr=mass-gram; Kg=mass-kilogram; Km=length-kilometer"),
        fractions="un demi, un tiers, deux tiers, un quart, trois quarts",
        fractions_after="et demi, et un tiers, et deux tiers, et quart, et trois quarts",
        money=pairs("USD=dollar dollars / cent cents; EUR=euro euros / centime centimes; GBP=livre livres / penny pence; "
                    "JPY=yen yens; INR=roupie roupies; CNY=yuan yuans; RUB=rouble roubles; KRW=won wons"),
        scales=pairs("mille k=mille; million=million; millions=millions; M mio=million millions; milliard=milliard; "
                     "milliards=milliards; Md Mds Mrd=milliard milliards"),
        of=" de ", of_before_vowel=" d'",
        one_hour=("{h} heures", "une heure"), letter_times=True, first_day="1er", pairs=True, per="par",
        each=pairs("pers personne=par personne; nuit=par nuit; j=par jour"),
    ),
    measures=Measures(
        magnitudes=pairs("k K=mille; M=million millions; Md=milliard milliards"),
        counted="(?!dans|plus|mais|moins|sans|sous|vers|puis|alors|après|depuis|mètres)[a-zà-ÿ]{3,20}s"
        "|(?:de |d['’])[a-zà-ÿ]{3,20}s",
    ),
    joined=Joined(elided="l d j m t s n c v qu jusqu lorsqu puisqu quoiqu"),
    cues=Cues(
        codes="coupon jeton id quatre_derniers_chiffres derniers_chiffres immatriculation *code pnr code pin mot_de_passe"
        " code_postal otp identifiant cvv siret siren",
        typed="entrez tapez saisissez saisir",
        records="commande réservation compte dossier client facture suivi billet carte colis abonné adhérent"
        " sécurité_sociale série contrat passeport référence",
        numbers="numéro n° nº no",
        owners="votre vos ton ta mon ma notre son sa le la du ce cette",
        copulas="c'est sera comme est était sont",
        joints="le",
        endings="se_termine_par terminant_par se_terminant_par finissant_par", ones="celle une cartes comptes",
        counted="amis personnes gens utilisateurs clients lignes mots caractères pages pièces fois fichiers invités"
        " chaises places chambres livres boîtes points voix membres employés habitants chiffres pizzas exemplaires"
        " articles étudiants élèves appels spectateurs",
        phones="téléphone tél tel portable mobile fixe fax numéro whatsapp standard",
        calls="urgences samu pompiers numéro_d'urgence appelez appeler appelle appelles appelons composez composer compose"
        " contactez contacter contacte joindre joignez téléphonez téléphoner rappelez rappeler faites faire",
        between="pompiers police samu l ou le la au à les vite immédiatement nous moi numéro alors tout de suite",
        after="vite maintenant rapidement tout immédiatement afin d'urgence dès si",
        extensions="poste",
        extension="poste",
        letters=pairs("A=A,; Y=i grec"),
        adjectives_last=True,
    ),
    signs=Signs(
        keys=pairs("#=dièse; *=étoile"), pressing="appuyez tapez composez faites touche",
        said=pairs("+=plus; - −=moins; × * · ⋅=fois; ÷ /=divisé par; = ===égale; ≠ !==différent de; <=inférieur à;"
                   " >=supérieur à;≤ <==inférieur ou égal à; ≥ >==supérieur ou égal à; ±=plus ou moins"),
        minus="moins", squared="au carré", cubed="au cube", power="puissance {}", root="racine carrée de",
        cube_root="racine cubique de", over="{0} sur {1}", ratio="{0} à {1}", score="{0} à {1}", out_of="{0} sur {1}",
        fixed=pairs("24/7=24 sur 7; 24h/24 24H/24=24 heures sur 24; 7j/7 7J/7=7 jours sur 7; 5j/7=5 jours sur 7;"
                    " 6j/7=6 jours sur 7; 4x4=quatre quatre"),
        by="sur", times="fois fois", spaced_colon=True,
        pressure="{0} sur {1}", pressures="tension pression",
        results="gagn* perd* battu* bat battent victoire* défaite* score scores mène* mené* menait match* finale vote"
        " votes nul remport* s'impos* impos* égalité vainqueur* set sets mi-temps but buts",
        result_next="contre à en au aux face et sur devant après dans pour mais chez hier ce",
        ratios="ratio rapport proportion* échelle cote cotes format dosage mélang* dilu*",
        steps=pairs("étape page question phase partie écran niveau={0} sur {1}"),
        ratings="note notes examen noté* étoile* avis évalu* points donne donné mérite", shares="de des du d'entre",
        clocks="à vers dès avant après",
        verses="genèse exode psaume proverbes isaïe matthieu marc luc jean actes romains corinthiens hébreux"
        " apocalypse verset",
    ),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=_ordinal,
        marks=pairs("e è eme=masculine; re ère=feminine; ers es èmes=masculine-plural; res=feminine-plural"),
        fixed=pairs("2nd=second; 2nde 2de=seconde; 2nds=seconds; 2ndes=secondes"),
    ),
    calendar=Calendar(
        weekday_joints=pairs("à=à; au=au; et=et"),
        short_weekdays=True, expiry="expir valable valide", months=pairs("juill=7; fév=2"),
        day_cues="le du au dès",
    ),
    numerals=Numerals(
        rulers="Charles Louis Henri Philippe Napoléon Benoît Pie Léon Jean Paul Élisabeth Georges Guillaume Alexandre"
               " Nicolas",
        ordinals_to=0, alone="digits", endings="e|er|re|ère|ème|è", centuries=pairs("s.=masculine siècle"),
        nouns=pairs("siècle siècles millénaire arrondissement congrès chapitre=masculine; république dynastie=feminine"),
        cues="version chap chapitre partie tome acte scène volume livre phase type classe article",
    ),
    writes=Writes(
        # espeak-ng says these numbers in the masculine.
        counts=(
            counts(
                {"1": "une"} | {f"{tens}1": f"{tens}0 et une" for tens in range(2, 7)},
                "heure minute seconde semaine journée année fois personne nuit page tasse cuillère tonne unité pièce"
                " bouteille boîte tranche pincée gousse question réponse option étape photo image copie place table chambre"
                " femme fille voix chanson erreur ligne tâche entrée vidéo partie",
                "s?",
            ),
        ),
    ),
)  # fmt: skip
