"""Knows the small words that some languages write onto a noun: Arabic and Hebrew ones before it, Korean ones behind it.

It refuses to know nouns. So that "لبنان" is not for a noun "بنان", the rest must be long enough to be one by itself.
"""

import re
from typing import Final

# "And", "so"; "by", "like", "to"; "the", which "to" melts into.
_ARABIC: Final = re.compile(r"(?<!\w)(?:[وف]?(?:[بك]?ال|لل?|[بك])|[وف])\Z")
# "And"; "that", "when"; "in", "to", "like", "from"; "the".
_HEBREW: Final = re.compile(r"(?<!\w)(?=[והבלכמש])ו?(?:כש|ש)?[בלכמ]?ה?\Z")
_LONGEST: Final = 5
# Persian and Urdu share the script and have none of these words.
_NOT_ARABIC: Final = re.compile("[پچژگکیےںہھٹڈڑۀە]")
# Most words have a root of three consonants. With a מ they are as often another noun: "מספר" (number) is not from "ספר" (book).
_SHORTEST: Final = 3
_SHORTEST_AFTER_MEM: Final = 4

_ARTICLE: Final = "ال"
_SOUNDS: Final = {
    "و": "wa", "ف": "fa", "ب": "bi", "ل": "li", "ك": "ka",
    "כש": "kʃe", "ו": "ve", "ה": "ha", "ב": "be", "ל": "le", "כ": "ke", "מ": "mi", "ש": "ʃe",
}  # fmt: skip
_CLITIC: Final = re.compile("|".join(_SOUNDS))
# The "l" of the article becomes the sound after it if that is made with the tip of the tongue.
_SUN_SOUND: Final = re.compile(r"[ˈˌ]*([tdθðrzsʃln]ˤ?)")
_ARTICLE_VOWEL: Final = re.compile("^([ˈˌ]*)ʔ?([ˈˌ]*)[aɑæɐ](?!ː)(?=.)")


def before(folded: str, start: int, end: int) -> str:
    """Give the small words written onto the front of folded[start:end], as far as the start of the whole word, or nothing."""
    if not "\u05d0" <= folded[start - 1 : start] <= "\u064a":
        return ""
    joined = folded[start - 1] > "\u0600"
    found = (_ARABIC if joined else _HEBREW).search(folded, max(0, start - _LONGEST), start)
    if not found or (joined and _NOT_ARABIC.search(folded, start, end)):
        return ""
    shortest = _SHORTEST_AFTER_MEM if "מ" in found[0] else _SHORTEST
    return found[0] if end - start >= shortest else ""


def with_alias(clitics: str, alias: str) -> str:
    """Write an alias behind them, as the language writes it: one article, and a hyphen before another script in Hebrew."""
    if alias.startswith(_ARTICLE) and clitics.endswith("ل"):
        if clitics.endswith(_ARTICLE):
            return clitics.removesuffix(_ARTICLE) + alias
        return clitics.removesuffix("ل") + ("" if clitics.endswith("لل") else "ل") + alias.removeprefix("ا")
    hyphen = "" if not "\u05d0" <= clitics[-1] <= "\u05ea" or "\u05d0" <= alias[0] <= "\u05ea" else "-"
    return clitics + hyphen + alias


def behind_lam(noun: str) -> str:
    """Give what is left of a noun with an Arabic article behind "to": "القاهرة" in "للقاهرة". Empty if it has no article."""
    return noun.removeprefix("ا") if noun.startswith(_ARTICLE) and len(noun) >= len(_ARTICLE) + _SHORTEST else ""


def with_sounds(clitics: str, ipa: str, noun: str) -> str:
    """Give the sounds of the whole word, from those of the noun and the noun as it is written there."""
    particles, article = clitics, ""
    if clitics.endswith(_ARTICLE):
        particles, article = clitics.removesuffix(_ARTICLE), "al"
    elif clitics.endswith("لل"):
        particles, article = clitics.removesuffix("ل"), "al"
    sounds = "".join(_SOUNDS[clitic] for clitic in _CLITIC.findall(particles))
    if article:
        sun = _SUN_SOUND.match(ipa)
        article = article[:1] + sun[1] if sun else article
        return sounds + (article[1:] if sounds else article) + ipa
    # An article of the noun itself begins with a vowel, which is not said behind another one.
    return sounds + (_ARTICLE_VOWEL.sub(r"\1\2", ipa) if noun.startswith((_ARTICLE, "ل")) else ipa)


# Korean particles and forms of "to be", by the sound that the noun ends in; most follow either.
_FOLLOW_EITHER: Final = (
    "에서 에게 에게서 에 의 도 만 까지 마저 조차 부터 보다 처럼 같이 만큼 대로 마다 밖에 뿐 들 한테 한테서 께 께서"
    " 하고 커녕 님 씨 입니다 입니까 인데 인가 인지 이다 이고 이며 이면 이지만 이라 이라고 이라는 이라도 이라면 이든 이든지"
)
_FOLLOW_CONSONANT: Final = (
    "은 이 을 과 으로 으로서 으로써 으로부터 이나 이란 이랑 이야 이여 아 이에요 이죠 이네요 이군요 이요"
    " 이었다 이었던 이었고 이었습니다 이었어요"
)
_FOLLOW_VOWEL: Final = (
    "는 가 를 와 로 로서 로써 로부터 나 란 랑 야 여 요 라 라고 라는 라도 라면 든지 예요 죠 네요 군요"
    " 였다 였던 였고 였습니다 였어요 이에요"
)
_FOLLOW_L: Final = "로 로서 로써 로부터"
_GO_ON: Final = (
    "은 는 이 가 을 를 의 에 에서 도 만 까지 부터 조차 마저 보다 처럼 와 과"
    " 로 으로 께서 에게 요 나 이나 라도 이라도 입니다"
)  # fmt: skip
# After a syllable alone others make another word: "사과" (apple), "지도" (map), "종이" (paper).
_FOLLOW_SYLLABLE: Final = frozenset(["은", "는", "을", "를", "에", "에서"])


def _particles(*listed: str) -> re.Pattern[str]:
    first, going_on = ("|".join(sorted(words.split(), key=len, reverse=True)) for words in (" ".join(listed), _GO_ON))
    return re.compile(rf"({first})(?:{going_on}){{0,2}}(?![\uac00-\ud7a3])")


_AFTER_CONSONANT: Final = _particles(_FOLLOW_EITHER, _FOLLOW_CONSONANT)
_AFTER_L: Final = _particles(_FOLLOW_EITHER, _FOLLOW_CONSONANT, _FOLLOW_L)
_AFTER_VOWEL: Final = _particles(_FOLLOW_EITHER, _FOLLOW_VOWEL)
# Unicode 3.12: syllables are in the order of their first, middle and 28 last sounds, of which 0 is none and 8 is "ㄹ".
_HANGUL_START: Final = 0xAC00
_LAST_SOUNDS: Final = 28
_NO_SOUND, _L = 0, 8


def follow(folded: str, start: int, end: int) -> bool:
    """Whether nothing but Korean particles follows folded[start:end] up to the end of the word."""
    last_sound = (ord(folded[end - 1]) - _HANGUL_START) % _LAST_SOUNDS
    particles = {_NO_SOUND: _AFTER_VOWEL, _L: _AFTER_L}.get(last_sound, _AFTER_CONSONANT)
    found = particles.match(folded, end)
    return bool(found and (end - start > 1 or found[0] in _FOLLOW_SYLLABLE))
