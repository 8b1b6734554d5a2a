from plosive.text.languages.language import Language, Sentences, Signs, Spoken, pairs

_SMALL = str.split("nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
    " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende")  # fmt: skip
_ONES = str.split("een twee drie vier vijf zes zeven acht negen")
_TENS = str.split("twintig dertig veertig vijftig zestig zeventig tachtig negentig")


def _ordinal(number: int) -> str:
    """Return the ordinal for 0 to 999."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        count = _ONES[hundreds - 1] if hundreds > 1 else ""
        return f"{count}honderd" + (_ordinal(rest) if rest else "ste")
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    joint = "" if not ones else "ën" if _ONES[ones - 1].endswith("ee") else "en"
    return (_ONES[ones - 1] + joint if ones else "") + _TENS[tens - 2] + "ste"


LANGUAGE = Language(
    name="Dutch",
    sentences=Sentences(
        titles="dhr mevr mw ir ing jhr d.w.z b.v bijv m.a.w i.p.v t.g.v m.b.t",
        words="aanw afb afd bijw blz ca centr cf dir div ed eig evt excl fa fig geb gem gld hr id inz incl jl kap kl ll mej"
        " mln mld nl nr ong ongev pag pct plm plv resp secr terz tgov vb vgl vnw voorz vrijw wnd zgn",
        numbered="blz hfst afb tel max min ca", suffixes="str pl", enders="enz e.d e.a a.u.b",
        timed="v.chr n.chr", openers="in na rond sinds tot voor", letters="u",
        labelled="groep optie stap vitamine",
        starters="aan alle als bij daar daarom dan dat de deze die dit dus een en er ga haar heb heeft het hier hij hoe hun"
        " ik in is ja je jij kan maar met mijn na naar nee niet nog nu of om omdat onze ook op over te toen tot u uit van"
        " veel voor waar waarom wanneer want wat we wel wie wij wil ze zij zijn zo bedankt beide bovendien daarna echter"
        " eerst eigenlijk elke geen gebruik graag helaas hierdoor iedereen iets inmiddels jullie kies kijk kun later let"
        " liefst misschien morgen nadat natuurlijk neem niemand niets nooit nou ondanks sinds sommige soms straks terwijl"
        " tijdens toch uiteindelijk vaak vandaag vanaf verder volgens voeg vraag vroeger waarschijnlijk weet ziet zodra"
        " zonder zoals zou",
    ),
    spoken=Spoken(
        written_out=pairs("dhr Dhr=de heer; mevr Mevr=mevrouw; bijv=bijvoorbeeld"),
        dot="punt", slash="slash", at="apenstaartje", hyphen="streepje", underscore="laag streepje",
        point="punt", minus="min", to="tot", number="nummer", numbered="nr", hashtag="hashtag",
        symbols=pairs("<=kleiner dan; >=groter dan"), approximate=pairs("~ ≈=ongeveer"),
        clock=("{h} uur", "{h} uur {m}"), fractions="een half, een derde, twee derde, een kwart, drie kwart",
        fractions_after="en een half, en een derde, en twee derde, en een kwart, en drie kwart",
        money=pairs("USD=dollar / cent; EUR=euro / cent; GBP=pond / penny pence; JPY=yen; INR=roepie roepies; CNY=yuan; "
                    "RUB=roebel; KRW=won"),
        scales=pairs("duizend=duizend; miljoen mln=miljoen; miljard mld=miljard"),
        romans="digits", regnal="de", roman_endings="e|ème",
        ordinal=lambda number, _: _ordinal(number) if 0 < number < 1000 else "",
        # espeak-ng says "derde e".
        written_ordinal=r"(?<![\w.,:/-])(?P<nth_in_row>[0-9]{1,2})(?:e|de|ste)(?!\w)",
        read_ordinal=lambda match, _: _ordinal(int(match["nth_in_row"])), letter_times=True,
    ),
    signs=Signs(
        said=pairs("+=plus; - −=min; × * · ⋅=keer; ÷ /=gedeeld door; = ===is gelijk aan; ≠ !==is niet gelijk aan;"
                   " <=kleiner dan;>=groter dan; ≤ <==kleiner dan of gelijk aan; ≥ >==groter dan of gelijk aan;"
                   " ±=plus of min"),
        minus="min", squared="kwadraat", cubed="tot de derde", power="tot de macht {}", root="de wortel van",
        cube_root="de derdemachtswortel van", over="{0} gedeeld door {1}", ratio="{0} op {1}", format="{0} bij {1}",
        score="{0} {1}", out_of="{0} van de {1}", fixed=pairs("24/7=24 7"),
        results="won wonnen win* gewonnen verloor verloren verlies* versl* zege stand uitslag eindstand score scores"
        " leid* voorsprong finale wedstrijd* gelijk* stemming stemmen set sets rust",
        result_next="van tegen in op met bij na en voor maar gewonnen verloren verslagen gisteren",
        ratios="verhouding* schaal ratio odds quotering* formaat meng* verdun*",
        ratings="beoordel* cijfer* ster sterren score scores recensie* waarder* punten", shares="van",
        clocks="om rond tegen vanaf tot na voor",
        verses="art artikel genesis exodus psalm spreuken jesaja matteüs marcus lucas johannes handelingen romeinen"
        " korintiërs hebreeën openbaring",
    ),
)  # fmt: skip
