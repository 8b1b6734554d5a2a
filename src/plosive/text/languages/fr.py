from plosive.text.languages.language import Joined, Language, Sentences, Signs, Spoken, pairs

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
    signs=Signs(
        said=pairs("+=plus; - −=moins; × * · ⋅=fois; ÷ /=divisé par; = ===égale; ≠ !==différent de; <=inférieur à;"
                   " >=supérieur à;≤ <==inférieur ou égal à; ≥ >==supérieur ou égal à; ±=plus ou moins"),
        minus="moins", squared="au carré", cubed="au cube", power="puissance {}", root="racine carrée de",
        cube_root="racine cubique de", over="{0} sur {1}", ratio="{0} à {1}", score="{0} à {1}", out_of="{0} sur {1}",
        fixed=pairs("24/7=24 sur 7; 24h/24=24 heures sur 24"),
        results="gagn* perd* battu* bat battent victoire* défaite* score scores mène* mené* menait match* finale vote"
        " votes nul remport* s'impos* impos* égalité vainqueur* set sets mi-temps but buts",
        result_next="contre à en au aux face et sur devant après dans pour mais chez hier ce",
        ratios="ratio rapport proportion* échelle cote cotes format dosage mélang* dilu*",
        ratings="note notes noté* étoile* avis évalu* points donne donné mérite", shares="de des du d'entre",
        clocks="à vers dès avant après",
        verses="genèse exode psaume proverbes isaïe matthieu marc luc jean actes romains corinthiens hébreux"
        " apocalypse verset",
    ),
)  # fmt: skip
