"""Finds clitics, the small words written onto a noun: before it in Arabic and Hebrew, after it in Korean.

It refuses to know nouns. The rest of the word must be long enough for a noun, so that "لبنان" is not found for "بنان".
"""

import re
from typing import Final

from plosive.text.languages import language_of

_ARABIC: Final = language_of("ar").joined
_HEBREW: Final = language_of("he").joined
_LONGEST: Final = 5
# Letters of Persian and Urdu, which share the script but not the clitics.
_NOT_ARABIC: Final = re.compile("[پچژگکیےںہھٹڈڑۀە]")
# Most nouns have a root of three consonants. After a מ it is as often another noun: "מספר" (number), not from "ספר" (book).
_SHORTEST: Final = 3
_SHORTEST_AFTER_MEM: Final = 4

_ARTICLE: Final = "ال"
_SOUNDS: Final = _ARABIC.sounds | _HEBREW.sounds
_CLITIC: Final = re.compile("|".join(_SOUNDS))
# The "l" of the article assimilates to a following coronal consonant.
_SUN_SOUND: Final = re.compile(r"[ˈˌ]*([tdθðrzsʃln]ˤ?)")
_ARTICLE_VOWEL: Final = re.compile("^([ˈˌ]*)ʔ?([ˈˌ]*)[aɑæɐ](?!ː)(?=.)")


def before(folded: str, start: int, end: int) -> str:
    """Return the clitics from the start of the word to folded[start:end], or "" if there are none."""
    if not "\u05d0" <= folded[start - 1 : start] <= "\u064a":
        return ""
    joined = folded[start - 1] > "\u0600"
    found = re.compile((_ARABIC if joined else _HEBREW).before).search(folded, max(0, start - _LONGEST), start)
    if not found or (joined and _NOT_ARABIC.search(folded, start, end)):
        return ""
    shortest = _SHORTEST_AFTER_MEM if "מ" in found[0] else _SHORTEST
    return found[0] if end - start >= shortest else ""


def with_alias(clitics: str, alias: str) -> str:
    """Write the clitics onto an alias: with one article only, and in Hebrew with a hyphen before another script."""
    if alias.startswith(_ARTICLE) and clitics.endswith("ل"):
        if clitics.endswith(_ARTICLE):
            return clitics.removesuffix(_ARTICLE) + alias
        return clitics.removesuffix("ل") + ("" if clitics.endswith("لل") else "ل") + alias.removeprefix("ا")
    hyphen = "" if not "\u05d0" <= clitics[-1] <= "\u05ea" or "\u05d0" <= alias[0] <= "\u05ea" else "-"
    return clitics + hyphen + alias


def behind_lam(noun: str) -> str:
    """Return the form of an Arabic noun after "to": for "القاهرة" the rest of "للقاهرة". Empty if it has no article."""
    return noun.removeprefix("ا") if noun.startswith(_ARTICLE) and len(noun) >= len(_ARTICLE) + _SHORTEST else ""


def with_sounds(clitics: str, ipa: str, noun: str) -> str:
    """Return the IPA of the whole word from the IPA of the noun. `noun` is the noun as it is written in the text."""
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
    # The noun's own article begins with a vowel, which is silent after another vowel.
    return sounds + (_ARTICLE_VOWEL.sub(r"\1\2", ipa) if noun.startswith((_ARTICLE, "ل")) else ipa)


_KOREAN: Final = language_of("ko").joined


def _particles(*listed: str) -> re.Pattern[str]:
    first, further = (
        "|".join(sorted(words.split(), key=len, reverse=True)) for words in (" ".join(listed), _KOREAN.going_on)
    )
    return re.compile(rf"({first})(?:{further}){{0,2}}(?![\uac00-\ud7a3])")


_AFTER_CONSONANT: Final = _particles(_KOREAN.after_any, _KOREAN.after_consonant)
_AFTER_L: Final = _particles(_KOREAN.after_any, _KOREAN.after_consonant, _KOREAN.after_l)
_AFTER_VOWEL: Final = _particles(_KOREAN.after_any, _KOREAN.after_vowel)
# Unicode 3.12: syllables are ordered by initial, vowel and 28 finals; final 0 is none, final 8 is "ㄹ".
_HANGUL_START: Final = 0xAC00
_LAST_SOUNDS: Final = 28
_NO_SOUND, _L = 0, 8


def follow(folded: str, start: int, end: int) -> bool:
    """Whether only Korean particles follow folded[start:end] up to the end of the word."""
    last_sound = (ord(folded[end - 1]) - _HANGUL_START) % _LAST_SOUNDS
    particles = {_NO_SOUND: _AFTER_VOWEL, _L: _AFTER_L}.get(last_sound, _AFTER_CONSONANT)
    found = particles.match(folded, end)
    return bool(found and (end - start > 1 or found[0] in _KOREAN.after_syllable.split()))
