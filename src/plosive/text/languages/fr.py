from plosive.text.languages.language import Calendar, Joined, Language, Numerals, Ordinals, Sentences, Spoken, pairs


def _ordinal(number: int, form: str) -> str:
    if number == 1:
        return "1er" if form == "masculine" else ""
    return f"{number}ème" if form in {"masculine", "feminine"} else ""  # espeak-ng says "trois e" for "3e"


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
        of=" de ", of_before_vowel=" d'",
        one_hour=("{h} heures", "une heure"), letter_times=True, first_day="1er", pairs=True,
    ),
    joined=Joined(elided="l d j m t s n c v qu jusqu lorsqu puisqu quoiqu"),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=_ordinal,
        marks=pairs("e è eme=masculine; re ère=feminine; ers es èmes=masculine-plural; res=feminine-plural"),
        fixed=pairs("2nd=second; 2nde 2de=seconde; 2nds=seconds; 2ndes=secondes"),
    ),
    calendar=Calendar(short_weekdays=True, expiry="expir valable valide", months=pairs("juill=7; fév=2")),
    numerals=Numerals(
        alone="digits", endings="e|er|re|ère|ème|è",
        nouns=pairs("siècle siècles millénaire arrondissement congrès chapitre=masculine; république dynastie=feminine"),
        cues="chapitre partie tome acte scène volume livre phase type classe article charles louis henri philippe napoléon"
             " benoît"
        " pie léon jean paul élisabeth georges guillaume",
    ),
)  # fmt: skip
