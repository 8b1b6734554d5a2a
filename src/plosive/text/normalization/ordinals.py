"""Puts ordinals into words, or into what espeak-ng reads as such: it says "21. November", "3e" or "第三" wrongly or not at all.

It refuses to decide what is an ordinal; the caller has found one. Where grammar decides, it is the masculine nominative.
"""

from typing import Final

_GERMAN: Final = str.split(
    "null erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt"
    " siebzehnt achtzehnt neunzehnt"
)
_GERMAN_ONES: Final = str.split("ein zwei drei vier fünf sechs sieben acht neun")
_GERMAN_TENS: Final = str.split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_DUTCH: Final = str.split(
    "nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
    " vijftiende zestiende zeventiende achttiende negentiende"
)
_DUTCH_ONES: Final = str.split("een twee drie vier vijf zes zeven acht negen")
_DUTCH_TENS: Final = str.split("twintig dertig veertig vijftig zestig zeventig tachtig negentig")

# The weak endings of adjectives follow these words; after any other word, and at the start, German has "-er".
_ENDING_E: Final = frozenset(str.split("der die das diese dieses dieser jede jedes jeder"))
_ENDING_EN: Final = frozenset(
    str.split(
        "am im vom zum zur beim dem den des einem einen einer seit bis ab diesem diesen jedem jeden ihrem seinem ihren seinen"
        " unserem und"
    )
)


# 1 to 19, then the tens from 20 on. Russian changes only the last word of a number, Polish the last two.
_RUSSIAN: Final = str.split(
    "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый"
    " четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый"
)
_RUSSIAN_TENS: Final = str.split(
    "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"
)
_POLISH: Final = str.split(
    "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty jedenasty dwunasty trzynasty czternasty"
    " piętnasty szesnasty siedemnasty osiemnasty dziewiętnasty"
)
_POLISH_TENS: Final = str.split(
    "dwudziesty trzydziesty czterdziesty pięćdziesiąty sześćdziesiąty siedemdziesiąty osiemdziesiąty dziewięćdziesiąty"
)
_TURKISH: Final = str.split("birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu")
_TURKISH_TENS: Final = str.split(
    "onuncu yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı"
)
_HINDI: Final = str.split("पहला दूसरा तीसरा चौथा पाँचवाँ छठा सातवाँ आठवाँ नौवाँ दसवाँ")
_ARABIC: Final = str.split("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")
_KOREAN: Final = str.split("첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열")


def ordinal_in_words(number: int, language: str, after: str = "") -> str:
    """Give an ordinal of a language that espeak-ng has none for, or empty; `after` is the word before it."""
    if language == "de" and 0 < number < 1000:
        return german_ordinal(number, after)
    if language == "nl" and 0 < number < 1000:
        return dutch_ordinal(number)
    match language:
        case "zh":
            return f"第{number}"
        case "ja":
            return f"{number}ばんめ"
        case "ko":
            return f"{_KOREAN[number - 1] if 0 < number <= len(_KOREAN) else number} 번째"
        case "hi":
            return _HINDI[number - 1] if 0 < number <= len(_HINDI) else f"{number}वाँ"
        case "ar":
            return _ARABIC[number - 1] if 0 < number <= len(_ARABIC) else ""
        case "tr":
            return _with_last(number, [*_TURKISH, _TURKISH_TENS[0]], _TURKISH_TENS[1:], from_ten=True)
        case "ru":
            return _with_last(number, _RUSSIAN, _RUSSIAN_TENS)
        case "pl":
            tens, ones = divmod(number % 100, 10)
            if tens > 1 and ones:
                hundreds = number - number % 100
                return f"{hundreds or ''} {_POLISH_TENS[tens - 2]} {_POLISH[ones - 1]}".strip()
            return _with_last(number, _POLISH, _POLISH_TENS)
    return ""


def _with_last(number: int, small: list[str], tens: list[str], *, from_ten: bool = False) -> str:
    """Only the last word of the number is an ordinal: "100 20 третий". Empty for hundreds and thousands themselves."""
    rest = number % 100
    if rest == 0:
        return ""
    if rest <= 10 or (rest < 20 and not from_ten):
        before, last = number - rest, small[rest - 1]
    elif rest % 10 == 0:
        before, last = number - rest, tens[rest // 10 - 2]
    else:
        before, last = number - rest % 10, small[rest % 10 - 1]
    return f"{before or ''} {last}".strip()


def german_ordinal(number: int, after: str = "") -> str:
    """Give the word for 0 to 999 as it is inflected after the word `after`: "am 3." is "dritten"."""
    hundreds, rest = divmod(number, 100)
    hundred = f"{_GERMAN_ONES[hundreds - 1]}hundert" if hundreds else ""
    if hundreds and not rest:
        stem = "st"
    elif rest < len(_GERMAN):
        stem = _GERMAN[rest]
    else:
        tens, ones = divmod(rest, 10)
        stem = (_GERMAN_ONES[ones - 1] + "und" if ones else "") + _GERMAN_TENS[tens - 2] + "st"
    after = after.lower()
    return hundred + stem + ("e" if after in _ENDING_E else "en" if after in _ENDING_EN else "er")


def dutch_ordinal(number: int) -> str:
    """Give the word for 0 to 999."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        count = _DUTCH_ONES[hundreds - 1] if hundreds > 1 else ""
        return f"{count}honderd" + (dutch_ordinal(rest) if rest else "ste")
    if number < len(_DUTCH):
        return _DUTCH[number]
    tens, ones = divmod(number, 10)
    joint = "" if not ones else "ën" if _DUTCH_ONES[ones - 1].endswith("ee") else "en"
    return (_DUTCH_ONES[ones - 1] + joint if ones else "") + _DUTCH_TENS[tens - 2] + "ste"


def english_ordinal(number: int) -> str:
    """Give the number with its ending, which espeak-ng reads well: "21st"."""
    if number // 10 % 10 == 1:
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"
