from plosive.text.languages.language import Language, Sentences, Signs, Spoken, last_ordinal, pairs

_SMALL = str.split("pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty jedenasty"
    " dwunasty trzynasty czternasty piętnasty szesnasty siedemnasty osiemnasty dziewiętnasty")  # fmt: skip
_TENS = str.split("dwudziesty trzydziesty czterdziesty pięćdziesiąty sześćdziesiąty siedemdziesiąty"
    " osiemdziesiąty dziewięćdziesiąty")  # fmt: skip


def _ordinal(number: int, _: str) -> str:
    """Return the ordinal, in which the last two words of the number are ordinals."""
    tens, ones = divmod(number % 100, 10)
    if tens < 2 or not ones:
        return last_ordinal(number, _SMALL, _TENS)
    return f"{number - number % 100 or ''} {_TENS[tens - 2]} {_SMALL[ones - 1]}".strip()


LANGUAGE = Language(
    name="Polish",
    sentences=Sentences(
        titles="inż mgr św ks bp abp płk hab bł kpt mjr ppłk śp red np m.in tj tzn tzw",
        words="adw ang bałt ca cd czyt doc dyr dz ec ed fot godz gr in jw kard kl kol ktoś lek lic łac mar mec mld mln nr n.e"
        " nt ob okr os p pl pn por poz pow pp przyp ps r rys s ss str tłum ul ur urz ust w wg woj wsch zach zał zob",
        numbered="s str rys tel ust pkt poz r ok bl m godz maks min wyd pow lok lit",
        enders="itd itp zł tys n.p.m", timed="r w n.e p.n.e",
        openers="do od około po pod przed w z jesienią latem wiosną zimą",
        labelled="grupa opcja punkt typ witamina",
        starters="ale bo był była było być co czy dla dlaczego dlatego do gdy gdzie i ich ile ja jak jaki jakie jednak jest"
        " jeśli już kiedy kto ma mam można my na nie nigdy o od on ona one oni ono oraz po potem proszę są ta tak także tam"
        " te teraz to tu ty tylko w więc wszystko z za że aby ach albo bardzo będzie bez chociaż choć dalej dobrze dodaj"
        " dziękuję gdyby inne jego jej każdy kiedyś lub mieszka najpierw nam naprawdę nawet nikt niestety obecnie oczywiście"
        " oprócz otwórz pamiętaj podczas ponadto ponieważ później przed przede przez przy razem skoro sprawdź spróbuj stąd"
        " szczerze super tego tutaj wtedy wiele wielu według właśnie wolę wreszcie wszyscy zatem zawsze zobacz żeby",
        ordinals=True, months="sty lut mar kwi maj cze lip sie wrz paź lis gru", cut=130,
    ),
    spoken=Spoken(
        dot="kropka", slash="ukośnik", at="małpa", hyphen="myślnik", underscore="podkreślnik",
        point="kropka", minus="minus", number="numer", numbered="nr", hashtag="hasztag",
        symbols=pairs("&=i; <=mniejsze niż; >=większe niż"), approximate=pairs("~ ≈=około"),
        one=pairs("a=jedna; =jeden"),
        fractions="pół, jedna trzecia, dwie trzecie, ćwierć, trzy czwarte",
        fractions_after="i pół, i jedna trzecia, i dwie trzecie, i ćwierć, i trzy czwarte",
        money=pairs("USD=dolar dolary dolarów dolara / cent centy centów centa; EUR=euro / cent centy centów centa; "
                    "PLN=złoty złote złotych złotego / grosz grosze groszy grosza; "
                    "GBP=funt funty funtów funta / pens pensy pensów pensa; JPY=jen jeny jenów jena; "
                    "RUB=rubel ruble rubli rubla; CNY=juan juany juanów juana"),
        scales=pairs("tys tysięcy=tysięcy; tysiące=tysiące; mln=milionów; milion=milion; miliony=miliony; milionów=milionów; "
                      "mld miliardów=miliardów; miliard=miliard; miliardy=miliardy"),
        romans="digits", ordinal=_ordinal,
    ),
    signs=Signs(
        said=pairs("+=plus; - −=minus; × * · ⋅=razy; ÷ /=podzielić przez; = ===równa się; ≠ !==nie równa się;"
                   " <=mniejsze niż;>=większe niż; ≤ <==mniejsze lub równe; ≥ >==większe lub równe; ±=plus minus"),
        minus="minus", squared="do kwadratu", cubed="do sześcianu", power="do potęgi {}", root="pierwiastek z",
        cube_root="pierwiastek sześcienny z", over="{0} przez {1}", ratio="{0} do {2}", format="{0} na {1}",
        score="{0} do {2}", out_of="{0} na {1}", split="{0} na {1}", fixed=pairs("24/7=24 na 7"),
        inflected="zera jednego dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu",
        results="wygra* wygry* przegra* przegry* pokona* zwycię* wynik* prowadz* remis* finał* finale mecz* zremis*"
        " głosowani* porażk* set sety seta",
        result_next="z w na i po do przeciwko nad dla ale wczoraj dziś",
        ratios="stosun* proporcj* skal* kurs* format* miesza* rozcieńcz* szans*",
        ratings="ocen* gwiazd* punkt* opini* recenzj*", shares="z ze", clocks="o od do po przed około",
        verses="rodzaju wyjścia psalm przysłów izajasza mateusza marka łukasza jana rzymian koryntian hebrajczyków",
    ),
)  # fmt: skip
