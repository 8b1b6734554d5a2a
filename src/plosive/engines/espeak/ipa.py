"""From the International Phonetic Alphabet to the mnemonics of one espeak-ng language.

PURE. espeak-ng trusts its phoneme input. So any IPA from a client becomes the language's own mnemonics and a few marks, in
words of bounded length, and nothing else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_LONGEST_WORD: Final = 60
"""Phonemes. espeak-ng writes a word of them into 200 bytes without a check (`EncodePhonemes`). No language has longer words."""

_STRESSED: Final = "'"
_SECONDARY: Final = ","
_STRESSES: Final = (_STRESSED, _SECONDARY)
_LONG: Final = ":"
_SYLLABIC: Final = "-"

# Marks that every espeak-ng language has beside its sounds.
_MARKS: Final = {
    "ˈ": _STRESSED,
    "ˌ": _SECONDARY,
    "ː": _LONG,
    "\u0329": _SYLLABIC,
    "\u030d": _SYLLABIC,
}

# Other spellings of letters: those of keyboards, and those that the IPA gave up in 1989 and 2005.
_SPELLINGS: Final = str.maketrans(
    {
        "g": "ɡ", ":": "ː", "'": "ˈ", "’": "ˈ", "ʼ": "", "ˑ": "", "ɩ": "ɪ", "ɷ": "ʊ", "ʦ": "ts", "ʧ": "tʃ", "ʨ": "tɕ",
        "ʣ": "dz", "ʤ": "dʒ", "ʥ": "dʑ", "ǝ": "ə", "ᵊ": "ə", "α": "ɑ", "ε": "ɛ", "ι": "ɪ",
        "!": "", "\u0361": "", "\u035c": "", "\u200d": "", "\u203f": "", "|": " ", "‖": " ", "ǀ": " ",
    }
)  # fmt: skip

CHAO_TONES: Final = str.maketrans("12345", "˩˨˧˦˥")
"""Chao's tone letters, for the digits that also write a tone's contour, 1 low to 5 high."""

_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# In ASCII transcriptions, which espeak-ng sometimes uses too, a dot makes a consonant retroflex.
_RETROFLEX: Final = re.compile(r"ts\.|[lnrstdz]\.")
_RETROFLEX_LETTERS: Final = str.maketrans("lnrstdz", "ɭɳɻʂʈɖʐ")

# Replacements for a sound that a language lacks, the nearest in the IPA chart first.
_NEIGHBOURS: Final = {
    "i": "ɪyɨe", "ɪ": "ieɨə", "y": "iʏuɪ", "ʏ": "yɪuø", "ɨ": "ɪiəɯ", "ʉ": "uyʊɨ", "ɯ": "uɨʊ", "u": "ʊoʉɯ", "ʊ": "uoɵ",
    "e": "ɛɪi", "ɛ": "eæa", "æ": "ɛaɐ", "a": "ɑæɐʌ", "ɑ": "aɒʌɔ", "ɒ": "ɔɑoa", "ɔ": "oɒɑ", "o": "ɔʊu", "ø": "œeəo",
    "œ": "øɛə", "ɶ": "œaæ", "ə": "ɐɜʌɛea", "ɘ": "əɪe", "ɵ": "əʊø", "ɜ": "əɛʌ", "ɞ": "œɜə", "ʌ": "ɐɑaə", "ɐ": "əʌa",
    "ɤ": "ʌoə", "ɚ": "əɐ", "ɝ": "ɜəɐ", "ᵻ": "ɪɨəi", "r": "ɾɹʀʁ", "ɹ": "rɾɻʁ", "ɾ": "rɹd", "ʀ": "ʁrɹ", "ʁ": "ʀɣrɹ",
    "ɻ": "ɹrɾ", "ɽ": "ɾrɖ", "ɺ": "lɾr", "ɡ": "ɣk", "ɢ": "ɡ", "ɣ": "ɡʁx", "x": "χhkç", "χ": "xhk", "ç": "ʃçxh",
    "ħ": "hχx", "ʕ": "ʔħɣ", "h": "ɦxħ", "ɦ": "hɣ", "ʜ": "ħh", "ʢ": "ʕ", "ʔ": "", "ɬ": "lʃs", "ɮ": "lʒz", "ɭ": "l",
    "ɫ": "lɭ", "ʎ": "ljʝ", "ʟ": "lɡ", "l": "ɭʎ", "ɱ": "mn", "ɳ": "n", "ɲ": "njŋ", "ŋ": "nɡ", "ɴ": "ŋn", "θ": "tsf",
    "ð": "dzv", "ʃ": "ʂɕs", "ʒ": "ʐʑzʃ", "ʂ": "ʃs", "ʐ": "ʒz", "ɕ": "ʃs", "ʑ": "ʒz", "s": "ʃz", "z": "sʒ", "f": "ɸp",
    "v": "ʋwβf", "ʋ": "vw", "ɸ": "fp", "β": "vbw", "w": "vʋu", "ʍ": "wh", "ɥ": "wjy", "ɰ": "ɣwɡ", "j": "ʝi",
    "ʝ": "jʒ", "ɟ": "ɡdj", "c": "kt", "q": "k", "ɖ": "d", "ʈ": "t", "d": "ɖt", "t": "ʈd", "b": "pβ", "p": "bf",
    "k": "qɡ", "ɓ": "b", "ɗ": "d", "ʄ": "ɟ", "ɠ": "ɡ", "ʛ": "ɡ", "ʘ": "p", "ǃ": "t", "ǂ": "t", "ǁ": "l", "m": "n",
    "n": "mŋ",
}  # fmt: skip


class Sounds:
    """The sounds of one language: IPA to mnemonics. `vowels` are the mnemonics that can carry the stress."""

    def __init__(self, mnemonics: Mapping[str, str], vowels: frozenset[str]) -> None:
        known = {key: mnemonic for name, mnemonic in mnemonics.items() for key in _keys(name)}
        self.known = frozenset(known.values())
        self._mnemonics = known | _MARKS
        self._vowels = vowels
        self._modifiers = {_LONG, _SYLLABIC} | {mnemonic for key, mnemonic in known.items() if _modifies(key)}
        # Length and tones, which are numbers, go with vowels too.
        self._consonantal = {modifier for modifier in self._modifiers if modifier != _LONG and not modifier.isdigit()}
        self._longest = max(map(len, self._mnemonics))

    def words(self, ipa: str) -> list[str]:
        """Phonemes of each word in espeak-ng's mnemonics. Empty: the language can say nothing of it.

        A transcription without a stress mark is stressed on its first syllable: espeak-ng mumbles unstressed words, and
        dictionaries rarely mark the only syllable of a word.
        """
        words = [list(self._well_formed(self._phonemes(word))) for word in _plain(ipa).split()]
        if not any(phoneme in _STRESSES for word in words for phoneme in word):
            _stress(words, self._vowels)
        # "|" keeps two mnemonics from being read as one.
        return [
            "|".join(word[start : start + _LONGEST_WORD])
            for word in words
            for start in range(0, len(word), _LONGEST_WORD)
        ]

    def _well_formed(self, phonemes: Iterable[str]) -> Iterator[str]:
        """A word's phonemes: stress only before a sound, and each modifier once, only after a sound that it can modify.

        A modifier elsewhere has crashed espeak-ng (`ʲ` first in a word, in Vietnamese).
        """
        stress = last = ""
        modified: set[str] = set()
        for phoneme in phonemes:
            if phoneme in _STRESSES:
                stress = phoneme
            elif phoneme not in self._modifiers:
                yield from filter(None, (stress, phoneme))
                stress, last = "", phoneme
                modified.clear()
            elif last and phoneme not in modified and (last not in self._vowels or phoneme not in self._consonantal):
                yield phoneme
                modified.add(phoneme)

    def _phonemes(self, word: str) -> Iterator[str]:
        position = 0
        while position < len(word):
            for end in range(min(len(word), position + self._longest), position, -1):
                mnemonic = self._mnemonics.get(word[position:end])
                if mnemonic:
                    yield mnemonic
                    position = end
                    break
            else:
                yield from self._nearest(word[position])
                position += 1

    def _nearest(self, letter: str) -> Iterator[str]:
        """The mnemonic of the known letter nearest to an unknown one. Diacritics and tones have none."""
        for neighbour in letter + _NEIGHBOURS.get(letter, ""):
            for written in (neighbour, neighbour + "ː"):
                if written in self._mnemonics:
                    yield self._mnemonics[written]
                    return


def _plain(ipa: str) -> str:
    """IPA with one spelling for each sound: diacritics apart from letters, no ties, no syllable dots."""
    ipa = ipa.lower().replace(".", "").translate(_SPELLINGS).translate(_SUPERSCRIPTS)
    return unicodedata.normalize("NFD", ipa)


def _keys(name: str) -> Iterator[str]:
    """IPA spellings of a sound by espeak-ng's name of it. Some names are no IPA."""
    name = _RETROFLEX.sub(lambda found: found[0].removesuffix(".").translate(_RETROFLEX_LETTERS), name)
    # Letters, modifier letters, marks and digits. Tone letters are symbols in Unicode.
    if all(unicodedata.category(character)[0] in "LMN" or character in "˩˨˧˦˥" for character in name):
        yield _plain(name)
        if len(name) > 1 and name.endswith("h"):
            yield _plain(name[:-1] + "ʰ")


def _modifies(key: str) -> bool:
    """Whether a sound's name is a modifier letter, a mark or a tone: it goes with the sound before it."""
    return unicodedata.category(key[0]) in ("Lm", "Mn", "Nd", "Sk")


def _stress(words: list[list[str]], vowels: frozenset[str]) -> None:
    for word in words:
        for position, phoneme in enumerate(word):
            if phoneme in vowels:
                word.insert(position, _STRESSED)
                return
