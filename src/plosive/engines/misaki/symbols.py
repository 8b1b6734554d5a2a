"""Translates espeak-ng's IPA into the symbols that Kokoro was trained on, and a text's punctuation into its marks.

PURE. Kokoro was trained on the output of misaki. It writes a diphthong or an affricate as one symbol, and English only in the
symbols of its dictionaries: docs/kokoro.md has the tables.
"""

import re
import unicodedata
from collections.abc import Container
from typing import Final, NamedTuple


class Word(NamedTuple):
    """A word as in its text, perhaps blank, and its symbols with the marks around them."""

    text: str
    symbols: str


AMERICAN: Final = "gmw/en-US"
BRITISH: Final = "gmw/en"
JAPANESE: Final = "jpx/ja"
CHINESE: Final = "sit/cmn"

HAN: Final = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""A Chinese character, which Japanese calls kanji, in a regular expression."""

_VOWELS: Final = "aeiouyæɑɐɒɔəɚɛɜɝɪɨɯʊʌøœɤᵻᵊAIOQWY"

_DIPHTHONGS: Final = {"eɪ": "A", "aɪ": "I", "aʊ": "W", "ɔɪ": "Y", "tʃ": "ʧ", "dʒ": "ʤ"}

_ENGLISH: Final = {
    **_DIPHTHONGS,
    # A glottal stop before a syllabic n: button.
    "ʔˌ?n\u0329?": "tᵊn",
    "ʔ": "t",
    # The end of "little", not the start of "along"; and other consonants that are a syllable.
    rf"əl(?![ˈˌ]?[{_VOWELS}])": "ᵊl",
    "(.)\u0329": r"ᵊ\1",
    # espeak-ng links vowels by a glide; only some keep it.
    "iʲə": "iə",
    "ʲ(?=[əoOQ])": "j",
    "ʲ": "",
    "ɚ": "əɹ",
    "ɝː?": "ɜːɹ",
    "ɐ": "ə",
    "[rɻ]": "ɹ",
    "ɹɹ+": "ɹ",
    "[xçχ]": "k",
    "ɾ": "T",
    "\u0303": "",
}

_AMERICAN: Final = {
    "[oə]ʊ": "O",
    **_ENGLISH,
    "e": "A",
    "ɜːɹ?": "ɜɹ",
    "ɪə": "iə",
    "ː": "",
    "o": "ɔ",
}

_BRITISH: Final = {
    "[oə]ʊ": "Q",
    "eə": "ɛː",
    **_ENGLISH,
    "e": "A",
    "iə": "ɪə",
    "o": "ɔ",
}

_OTHER: Final = {**_DIPHTHONGS, "oʊ": "O", "əʊ": "Q", "dz": "ʣ", "ts": "ʦ", "-": ""}

# espeak-ng writes Japanese narrowly; Kokoro has one symbol for each of these.
_JAPANESE: Final = {
    "tɕ": "ʨ",
    "dʑ": "ʥ",
    "ʑ": "ʥ",
    "ts": "ʦ",
    "dz": "ʣ",
    "ᵝ": "",
    "ɽ": "ɾ",
    "[\u031e\u0308]": "",
    "-": "",
}

# Other spellings of IPA by clients: marks, and letters that the IPA has twice.
_SPELLINGS: Final = str.maketrans(
    {
        "g": "ɡ", ":": "ː", "'": "ˈ", "’": "ˈ", "ʣ": "dz", "ʤ": "dʒ", "ʥ": "dʑ", "ʦ": "ts", "ʧ": "tʃ", "ʨ": "tɕ", "ǝ": "ə",
        "ᵊ": "ə", "/": "", "[": "", "]": "", ".": "", "ˑ": "", "\u0361": "", "\u035c": "", "\u203f": "",
    }
)  # fmt: skip

# Sounds without a symbol, and the nearest sound with one.
_NEAREST: Final = str.maketrans(
    {
        "ʱ": "ʰ", "ɫ": "l", "ɬ": "l", "ɭ": "l", "ɮ": "l", "ʟ": "l", "ʍ": "w", "ɦ": "h", "ħ": "h", "ʜ": "h", "ʕ": "ʔ", "ʢ": "ʔ",
        "ɱ": "m", "ɵ": "ə", "ɘ": "ə", "ʉ": "u", "ʏ": "y", "ɞ": "œ", "ɶ": "œ", "ʐ": "ʒ", "ʑ": "ʒ", "ʀ": "ʁ", "ɢ": "ɡ", "ʛ": "ɡ",
        "ɠ": "ɡ", "ɓ": "b", "ʙ": "b", "ɗ": "d", "ʄ": "ɟ", "ɺ": "ɾ", "ⱱ": "v", "ɝ": "ɜ", "g": "ɡ",
    }
)  # fmt: skip

_MARKS: Final = {
    **{mark: mark for mark in ";:,.!?—…\"()“”"},
    **dict.fromkeys("–―", "—"), **dict.fromkeys("«„‟「『《〈【", "“"), **dict.fromkeys("»」』》〉】", "”"),
    **dict.fromkeys("[{（", "("), **dict.fromkeys("]}）", ")"), **dict.fromkeys("。．｡।॥۔", "."),
    **dict.fromkeys("，、،､", ","), "！": "!", "？": "?", "؟": "?", "：": ":", "；": ";", "؛": ";", "¿": "", "¡": "",
}  # fmt: skip

MARKS: Final = "".join(_MARKS)
"""Every punctuation mark that `mark_symbols` knows."""


def mark_symbols(marks: str) -> str:
    """Punctuation in Kokoro's marks, repeated ones once."""
    symbols = "".join(_MARKS[mark] for mark in re.sub(r"\.{2,}", "…", marks))
    return re.sub(r"(.)\1+", r"\1", symbols)


def kokoro_symbols(ipa: str, espeak_voice: str, known: Container[str]) -> str:
    """IPA in the `known` symbols of a model. Blanks stay; sounds without a symbol are left out.

    `espeak_voice` is the voice file that the IPA comes from (`gmw/en-US`, `roa/fr`).
    """
    # Decomposed, because a nasal vowel is two symbols; but the ç is one.
    ipa = unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç").translate(_SPELLINGS)
    ipa = _stress_at_vowels(ipa)
    for pattern, symbols in _rules(espeak_voice).items():
        ipa = re.sub(pattern, symbols, ipa)
    return "".join(symbol for symbol in ipa.translate(_NEAREST) if symbol in known or symbol == " ")


def _rules(espeak_voice: str) -> dict[str, str]:
    if espeak_voice.startswith(AMERICAN):
        return _AMERICAN
    if espeak_voice.startswith(BRITISH):
        return _BRITISH
    return _JAPANESE if espeak_voice == JAPANESE else _OTHER


def _stress_at_vowels(ipa: str) -> str:
    """IPA with stress marks right before the vowel, as espeak-ng writes them; dictionaries put them before the syllable."""
    return re.sub(rf"([ˈˌ])([^{_VOWELS}ˈˌ\s]+)(?=[{_VOWELS}])", r"\2\1", ipa)
