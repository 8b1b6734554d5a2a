from plosive.text.languages.language import Cues, Joined, Language, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="French",
    sentences=Sentences(
        titles="m mm mme mlle mmes mgr me pr p.ex cf",
        words="adj ann av bd boul bull coll dép dir éd fasc hab ill lib mlles mss num obs pl réf rem resp suiv sup trad env",
        numbered="n nº t tél cap sept oct nov janv févr avr juill déc apr max min env boul",
        enders="cie ltée sarl j.-c", openers="après avant dès en vers", letters="a y à",
        labelled="classe groupe lettre partie vitamine",
        starters="alors après au aussi avec bien c'est car ce cela ces cette comme comment dans de depuis des donc elle"
        " elles en est et il ils j'ai je l'on la le les leur lorsque mais merci mon même ne non nous on or ou où oui par pas"
        " pour pourquoi puis qu'est-ce quand que quel quelle qui quoi sa sans ses si son sur ton tout très tu un une voici"
        " voilà vos votre vous ainsi ajoutez attention aujourd'hui auparavant bref cependant certains chaque choisissez"
        " d'abord demain enfin ensuite envoyez essayez faites finalement grâce hier ici lisez lors mettez n'hésitez"
        " néanmoins ouvrez parfois pendant plus prenez puisque quelques rendez-vous sinon surtout toutefois utilisez"
        " veuillez vers",
    ),
    spoken=Spoken(
        written_out=pairs("M=Monsieur; MM=Messieurs"),
        dot="point", slash="slash", at="arobase", hyphen="tiret", underscore="tiret bas",
        minus="moins", to="à", number="numéro", numbered="n° nº N° no", hashtag="hashtag",
        symbols=pairs("<=inférieur à; >=supérieur à; §=paragraphe"), approximate=pairs("~ ≈=environ"),
        one=pairs("livre roupie heure minute seconde tonne once=une"),
        clock=("{h} heures", "{h} heures {m}"),
        fractions="un demi, un tiers, deux tiers, un quart, trois quarts",
        fractions_after="et demi, et un tiers, et deux tiers, et quart, et trois quarts",
        money=pairs("USD=dollar dollars / cent cents; EUR=euro euros / centime centimes; GBP=livre livres / penny pence; "
                    "JPY=yen yens; INR=roupie roupies; CNY=yuan yuans; RUB=rouble roubles; KRW=won wons"),
        scales=pairs("million=million; millions M=millions; milliard=milliard; milliards Md Mds=milliards"),
        of=" de ", of_before_vowel=" d'", romans="digits", roman_endings="e|ème",
        one_hour=("{h} heures", "une heure"), letter_times=True, first_day="1er", pairs=True,
        ordinal=lambda number, _: "1er" if number == 1 else f"{number}ème",
        # espeak-ng says "trois e".
        written_ordinal=r"(?<![\w.,:/-])(?P<nth_in_row>[0-9]{1,3})(?:e|è|eme)(?!\w)",
        read_ordinal=lambda match, _: f"{int(match['nth_in_row'])}ème",
    ),
    joined=Joined(elided="l d j m t s n c v qu jusqu lorsqu puisqu quoiqu"),
    cues=Cues(
        codes="immatriculation *code pnr entrez tapez saisissez saisir code pin mot_de_passe code_postal otp identifiant"
        " cvv siret siren",
        records="commande réservation compte dossier client facture suivi billet carte colis abonné adhérent"
        " sécurité_sociale série contrat passeport référence",
        numbers="numéro n° nº no",
        owners="votre vos ton ta mon ma notre son sa le la du ce cette",
        copulas="c'est sera comme est était sont",
        joints="le se_termine_par terminant_par se_terminant_par finissant_par",
        counted="personnes gens utilisateurs clients lignes mots caractères pages pièces fois fichiers invités chaises"
        " places chambres livres boîtes points voix membres employés habitants chiffres pizzas exemplaires articles"
        " étudiants élèves appels spectateurs",
        phones="téléphone tél tel portable mobile fixe fax numéro whatsapp standard",
        calls="urgences samu pompiers numéro_d'urgence appelez appeler appelle appelles appelons composez composer compose"
        " contactez contacter contacte joindre joignez téléphonez téléphoner rappelez rappeler faites faire",
        between="pompiers police samu l ou le la au à les vite immédiatement nous moi numéro alors tout de suite",
        after="immédiatement afin d'urgence dès si",
        extensions="poste",
        extension="poste",
        letters=pairs("A=A,; Y=i grec"),
        sharp="sharp",
        adjectives_last=True,
    ),
)  # fmt: skip
