"""Owns the words that Unicode's CLDR has no entry for: what each language says for a dot, a minus, a cent, a full hour.

It knows words only; where they are put is decided by the readers of `plosive.text.normalization.normalizer`.
"""

from dataclasses import dataclass, field
from typing import Final

FRACTIONS: Final = ("1/2", "1/3", "2/3", "1/4", "3/4")


@dataclass(frozen=True)
class Money:
    """A currency as people say it: forms for one and other, or for one, few, many and fractions. `minor` may be empty."""

    major: tuple[str, ...]
    minor: tuple[str, ...]


@dataclass(frozen=True)
class SpokenWords:
    """What one language says. An empty field means that espeak-ng's own reading is left alone.

    `dot` to `underscore` are for addresses. `point` is said in a decimal or a version where espeak-ng drops the mark, and
    `comma` where it says a comma wrongly. `one` gives the word for 1 before a noun by the noun's ending, longest first.
    `symbols` are read wherever they stand by themselves, `approximate` only before a number. `clock` is how
    a full hour and how hours and minutes are said; "{h}:{m}" leaves it to espeak-ng. `fractions` are those of FRACTIONS,
    alone and after a whole number. `each` is what is said after a price for "/mo", where CLDR has no unit. `scales` are the
    words between a number and its currency, `of` is what joins them.
    `regnal` puts a ruler's numeral into words from its ordinal, `numbered` are the abbreviations that stand for `number`.
    """

    dot: str = "dot"
    slash: str = "slash"
    at: str = "at"
    hyphen: str = "dash"
    underscore: str = "underscore"
    point: str = ""
    comma: str = ""
    minus: str = ""
    to: str = ""
    number: str = ""
    numbered: str = ""
    hashtag: str = ""
    symbols: dict[str, str] = field(default_factory=dict)
    approximate: dict[str, str] = field(default_factory=dict)
    one: tuple[tuple[str, str], ...] = ()
    clock: tuple[str, str] = ("{h}:{m}", "{h}:{m}")
    percent: str = ""
    fractions: tuple[str, ...] = ()
    fractions_after: tuple[str, ...] = ()
    money: dict[str, Money] = field(default_factory=dict)
    cents_joined_by: str = " "
    each: dict[str, str] = field(default_factory=dict)
    scales: dict[str, str] = field(default_factory=dict)
    of: str = " "
    roman: str = ""
    regnal: str = ""


def _money(*lines: str) -> dict[str, Money]:
    """Read lines like "USD dollar dollars / cent cents"."""
    table = {}
    for line in lines:
        code, _, names = line.partition(" ")
        major, _, minor = names.partition("/")
        table[code] = Money(tuple(major.split()), tuple(minor.split()))
    return table


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def _pairs(text: str) -> dict[str, str]:
    """Read "a b c=long form; d=e" into {"a": "long form", "b": "long form", ...}."""
    table = {}
    for part in text.split(";"):
        keys, _, value = part.rpartition("=")
        table.update(dict.fromkeys(keys.split(), value.strip()))
    return table


# What was heard from espeak-ng 1.52. It says "roman fourteen" in English, and in Dutch and Polish it tries to say the
# letters: "digits" turns the numeral into a number, "named" only after a capital, since "IV" alone may be anything. Spanish,
# Italian and Portuguese read it well. The minus sign is dropped in the languages that have a `minus`. Russian and Polish
# have no `to`: it asks for another case, and "10-20" is rightly read "ten twenty" there.
_ENGLISH: Final = SpokenWords(
    to="to",
    number="number",
    numbered="No Nos",
    hashtag="hashtag",
    symbols=_pairs("<=less than; >=greater than"),
    approximate=_pairs("~ ≈=about"),
    clock=("{h} o'clock", "{h}:{m}"),
    fractions=_words("one half, one third, two thirds, one quarter, three quarters"),
    fractions_after=_words("and a half, and a third, and two thirds, and a quarter, and three quarters"),
    money=_money(
        "USD dollar dollars / cent cents", "EUR euro euros / cent cents", "GBP pound pounds / penny pence",
        "JPY yen", "INR rupee rupees / paisa paise", "CNY yuan / fen", "RUB ruble rubles", "KRW won",
    ),
    each=_pairs("mo=per month; yr=per year; wk=per week; user=per user; person=per person; seat=per seat; night=per night"),
    scales=_pairs(
        "thousand k K=thousand; million mn m M=million; billion bn b B=billion; trillion tn T=trillion; crore=crore; lakh=lakh"
    ),
    roman="named",
    regnal="the {}",
)  # fmt: skip

SPOKEN: Final[dict[str, SpokenWords]] = {
    "en": _ENGLISH,
    "de": SpokenWords(
        dot="Punkt", slash="Schrägstrich", at="ät", hyphen="Bindestrich", underscore="Unterstrich",
        to="bis", number="Nummer", numbered="Nr", hashtag="Hashtag",
        symbols=_pairs("<=kleiner als; >=größer als"),
        approximate=_pairs("~ ≈=etwa"),
        one=(("e", "eine"), ("unde", "eine"), ("Prozent", "ein"), ("", "ein")),
        clock=("{h} Uhr", "{h} Uhr {m}"),
        fractions=_words("ein halb, ein Drittel, zwei Drittel, ein Viertel, drei Viertel"),
        fractions_after=_words("einhalb, ein Drittel, zwei Drittel, ein Viertel, drei Viertel"),
        money=_money(
            "USD Dollar / Cent", "EUR Euro / Cent", "GBP Pfund / Penny Pence", "JPY Yen", "INR Rupie Rupien", "CNY Yuan",
            "RUB Rubel", "KRW Won",
        ),
        scales=_pairs("Tsd Tausend tausend=Tausend; Mio Millionen=Millionen; Million=Million; Mrd Milliarden=Milliarden; "
                      "Milliarde=Milliarde; Billionen=Billionen"),
        roman="digits", regnal="der {}",
    ),
    "fr": SpokenWords(
        dot="point", slash="slash", at="arobase", hyphen="tiret", underscore="tiret bas",
        minus="moins", to="à", number="numéro", numbered="n° nº N° no", hashtag="hashtag",
        symbols=_pairs("<=inférieur à; >=supérieur à; §=paragraphe"),
        approximate=_pairs("~ ≈=environ"),
        one=(("livre", "une"), ("livre sterling", "une"), ("roupie", "une"), ("heure", "une"), ("minute", "une"),
             ("seconde", "une"), ("tonne", "une"), ("once", "une")),
        clock=("{h} heures", "{h} heures {m}"),
        fractions=_words("un demi, un tiers, deux tiers, un quart, trois quarts"),
        fractions_after=_words("et demi, et un tiers, et deux tiers, et quart, et trois quarts"),
        money=_money(
            "USD dollar dollars / cent cents", "EUR euro euros / centime centimes", "GBP livre livres / penny pence",
            "JPY yen yens", "INR roupie roupies", "CNY yuan yuans", "RUB rouble roubles", "KRW won wons",
        ),
        scales=_pairs("million=million; millions M=millions; milliard=milliard; milliards Md Mds=milliards"),
        of=" de ", roman="digits",
    ),
    "es": SpokenWords(
        dot="punto", slash="barra", at="arroba", hyphen="guion", underscore="guion bajo",
        minus="menos", to="a", number="número", numbered="n.º nº núm N.º", hashtag="hashtag",
        symbols=_pairs("&=y; <=menor que; >=mayor que; ×=por"),
        approximate=_pairs("~ ≈=unos; ±=más menos"),
        one=(("a", "una"), ("", "un")),
        clock=("{h} en punto", "{h}:{m}"),
        fractions=_words("un medio, un tercio, dos tercios, un cuarto, tres cuartos"),
        fractions_after=_words("y medio, y un tercio, y dos tercios, y cuarto, y tres cuartos"),
        money=_money(
            "USD dólar dólares / centavo centavos", "EUR euro euros / céntimo céntimos", "GBP libra libras / penique peniques",
            "JPY yen yenes", "INR rupia rupias", "CNY yuan yuanes", "RUB rublo rublos", "KRW won",
        ),
        cents_joined_by=" con ",
        scales=_pairs("mil=mil; millón=millón; millones M=millones; billón=billón; billones=billones"),
        of=" de ",
    ),
    "it": SpokenWords(
        dot="punto", slash="barra", at="chiocciola", hyphen="trattino", underscore="trattino basso",
        to="a", number="numero", numbered="n n° n.", hashtag="hashtag",
        symbols=_pairs("&=e; <=minore di; >=maggiore di; ×=per"),
        approximate=_pairs("~ ≈=circa; ±=più o meno"),
        one=(("a", "una"), ("", "un")),
        clock=("{h} in punto", "{h}:{m}"),
        fractions=_words("un mezzo, un terzo, due terzi, un quarto, tre quarti"),
        fractions_after=_words("e mezzo, e un terzo, e due terzi, e un quarto, e tre quarti"),
        money=_money(
            "USD dollaro dollari / centesimo centesimi", "EUR euro / centesimo centesimi",
            "GBP sterlina sterline / penny pence", "JPY yen", "INR rupia rupie", "CNY yuan", "RUB rublo rubli", "KRW won",
        ),
        cents_joined_by=" e ",
        scales=_pairs("mila=mila; milione=milione; milioni mln=milioni; miliardo=miliardo; miliardi mld=miliardi"),
        of=" di ",
    ),
    "pt": SpokenWords(
        dot="ponto", slash="barra", at="arroba", hyphen="hífen", underscore="sublinhado",
        point="ponto", to="a", number="número", numbered="nº n.º N.º", hashtag="hashtag",
        symbols=_pairs("<=menor que; >=maior que"),
        approximate=_pairs("~ ≈=cerca de; ±=mais ou menos"),
        one=(("grama", "um"), ("a", "uma"), ("", "um")),
        clock=("{h} horas", "{h} e {m}"),
        fractions=_words("meio, um terço, dois terços, um quarto, três quartos"),
        fractions_after=_words("e meio, e um terço, e dois terços, e um quarto, e três quartos"),
        money=_money(
            "USD dólar dólares / centavo centavos", "EUR euro euros / cêntimo cêntimos", "BRL real reais / centavo centavos",
            "GBP libra libras / pêni pence", "JPY iene ienes", "INR rupia rupias", "CNY yuan yuans", "RUB rublo rublos",
        ),
        cents_joined_by=" e ",
        scales=_pairs("mil=mil; milhão=milhão; milhões mi=milhões; bilhão=bilhão; bilhões bi=bilhões"),
        of=" de ",
    ),
    "nl": SpokenWords(
        dot="punt", slash="slash", at="apenstaartje", hyphen="streepje", underscore="laag streepje",
        point="punt", minus="min", to="tot", number="nummer", numbered="nr", hashtag="hashtag",
        symbols=_pairs("<=kleiner dan; >=groter dan"),
        approximate=_pairs("~ ≈=ongeveer"),
        clock=("{h} uur", "{h} uur {m}"),
        fractions=_words("een half, een derde, twee derde, een kwart, drie kwart"),
        fractions_after=_words("en een half, en een derde, en twee derde, en een kwart, en drie kwart"),
        money=_money(
            "USD dollar / cent", "EUR euro / cent", "GBP pond / penny pence", "JPY yen", "INR roepie roepies", "CNY yuan",
            "RUB roebel", "KRW won",
        ),
        scales=_pairs("duizend=duizend; miljoen mln=miljoen; miljard mld=miljard"),
        roman="digits", regnal="de {}",
    ),
    "pl": SpokenWords(
        dot="kropka", slash="ukośnik", at="małpa", hyphen="myślnik", underscore="podkreślnik",
        point="kropka", minus="minus", number="numer", numbered="nr", hashtag="hasztag",
        symbols=_pairs("&=i; <=mniejsze niż; >=większe niż"),
        approximate=_pairs("~ ≈=około"),
        one=(("a", "jedna"), ("", "jeden")),
        fractions=_words("pół, jedna trzecia, dwie trzecie, ćwierć, trzy czwarte"),
        fractions_after=_words("i pół, i jedna trzecia, i dwie trzecie, i ćwierć, i trzy czwarte"),
        money=_money(
            "USD dolar dolary dolarów dolara / cent centy centów centa", "EUR euro / cent centy centów centa",
            "PLN złoty złote złotych złotego / grosz grosze groszy grosza",
            "GBP funt funty funtów funta / pens pensy pensów pensa",
            "JPY jen jeny jenów jena", "RUB rubel ruble rubli rubla", "CNY juan juany juanów juana",
        ),
        scales=_pairs("tys tysięcy=tysięcy; tysiące=tysiące; mln=milionów; milion=milion; miliony=miliony; milionów=milionów; "
                      "mld miliardów=miliardów; miliard=miliard; miliardy=miliardy"),
        roman="digits",
    ),
    "ru": SpokenWords(
        dot="точка", slash="слэш", at="собака", hyphen="дефис", underscore="подчёркивание",
        comma="запятая", minus="минус", number="номер", hashtag="хэштег",
        symbols=_pairs("&=и; <=меньше; >=больше; ×=на; §=параграф"),
        approximate=_pairs("~ ≈=примерно; ±=плюс минус"),
        one=(("а", "одна"), ("я", "одна"), ("", "один")),
        clock=("{hours}", "{hours} {minutes}"),
        fractions=_words("одна вторая, одна треть, две трети, одна четверть, три четверти"),
        fractions_after=_words("с половиной, и одна треть, и две трети, с четвертью, и три четверти"),
        money=_money(
            "USD доллар доллара долларов доллара / цент цента центов цента", "EUR евро / цент цента центов цента",
            "RUB рубль рубля рублей рубля / копейка копейки копеек копейки", "GBP фунт фунта фунтов фунта / пенни",
            "JPY иена иены иен иены", "INR рупия рупии рупий рупии", "CNY юань юаня юаней юаня", "KRW вона воны вон воны",
        ),
        scales=_pairs("тыс тысяч=тысяч; тысячи=тысячи; млн миллионов=миллионов; миллион=миллион; миллиона=миллиона; "
                      "млрд миллиардов=миллиардов; миллиард=миллиард; миллиарда=миллиарда"),
        roman="digits",
    ),
    "hi": SpokenWords(
        dot="डॉट", slash="स्लैश", at="ऐट", hyphen="डैश", underscore="अंडरस्कोर",
        minus="माइनस", to="से", number="नंबर", hashtag="हैशटैग",
        symbols=_pairs("&=और; <=से कम; >=से ज़्यादा; ×=गुणा; §=धारा"),
        approximate=_pairs("~ ≈=लगभग; ±=प्लस माइनस"),
        clock=("{h} बजे", "{h} बजकर {m} मिनट"),
        percent="{0} प्रतिशत",
        fractions=_words("आधा, एक तिहाई, दो तिहाई, एक चौथाई, तीन चौथाई"),
        fractions_after=_words("और आधा, और एक तिहाई, और दो तिहाई, और एक चौथाई, और तीन चौथाई"),
        money=_money(
            "USD डॉलर / सेंट", "EUR यूरो / सेंट", "GBP पाउंड / पेंस", "JPY येन", "INR रुपया रुपये / पैसा पैसे", "CNY युआन", "RUB रूबल",
        ),
        scales=_pairs("हज़ार=हज़ार; लाख=लाख; करोड़=करोड़; मिलियन=मिलियन; अरब=अरब"),
        roman="digits",
    ),
    # In kana, because espeak-ng says "Chinese letter" for every kanji.
    "ja": SpokenWords(
        dot="ドット", slash="スラッシュ", at="アットマーク", hyphen="ハイフン", underscore="アンダーバー",
        point="てん", minus="マイナス", to="から", number="ナンバー", hashtag="ハッシュタグ",
        symbols=_pairs("&=アンド; ×=かける; +=プラス; ==イコール"),
        approximate=_pairs("~ ≈=やく; ±=プラスマイナス"),
        clock=("{h}じ", "{h}じ{m}ふん"),
        percent="{0}パーセント",
        fractions=_words("2ぶんの1, 3ぶんの1, 3ぶんの2, 4ぶんの1, 4ぶんの3"),
        fractions_after=_words("と2ぶんの1, と3ぶんの1, と3ぶんの2, と4ぶんの1, と4ぶんの3"),
        money=_money(
            "USD ドル / セント", "EUR ユーロ / セント", "GBP ポンド / ペンス", "JPY えん",
            "INR ルピー", "CNY げん", "KRW ウォン",
        ),
        cents_joined_by="",
        of="",
    ),
    "zh": SpokenWords(
        dot="点", slash="斜杠", at="艾特", hyphen="杠", underscore="下划线",
        minus="负", to="到", number="第", hashtag="话题",
        symbols=_pairs("&=和; ×=乘; +=加; ==等于; <=小于; >=大于"),
        approximate=_pairs("~ ≈=约; ±=正负"),
        clock=("{h}点", "{h}点{m}分"),
        percent="百分之{0}",
        fractions=_words("二分之一, 三分之一, 三分之二, 四分之一, 四分之三"),
        fractions_after=_words("又二分之一, 又三分之一, 又三分之二, 又四分之一, 又四分之三"),
        money=_money("USD 美元", "EUR 欧元", "GBP 英镑", "JPY 日元", "CNY 元", "INR 卢比", "RUB 卢布", "KRW 韩元"),
        scales=_pairs("万=万; 亿=亿"),
        of="",
    ),
    "ko": SpokenWords(
        dot="점", slash="슬래시", at="골뱅이", hyphen="하이픈", underscore="밑줄", minus="마이너스",
        clock=("{h}시", "{h}시 {m}분"),
    ),
    "tr": SpokenWords(
        dot="nokta", slash="eğik çizgi", at="et", hyphen="tire", underscore="alt çizgi", minus="eksi", clock=("{h}", "{h}:{m}"),
    ),
    "ar": SpokenWords(
        dot="نقطة", slash="شرطة مائلة", at="آت", hyphen="شرطة", underscore="شرطة سفلية", minus="ناقص", clock=("{h}", "{h}:{m}"),
    ),
    "sv": SpokenWords(
        dot="punkt", slash="snedstreck", at="snabel-a", hyphen="bindestreck", underscore="understreck",
        clock=("{h}", "{h}:{m}"),
    ),
}  # fmt: skip

# Languages without an entry get CLDR's units, currencies and dates, and English words in addresses, as in "dot com".
OTHERWISE: Final = SpokenWords()
