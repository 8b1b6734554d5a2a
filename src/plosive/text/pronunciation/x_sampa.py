"""Reads X-SAMPA, the International Phonetic Alphabet in ASCII (Wells, 1995), into that alphabet.

It refuses to check sounds: a character that X-SAMPA does not have stays as it is.
"""

import re
from typing import Final

# Letters that are the same in both are left out.
_IPA: Final = {
    # Vowels
    "A": "ɑ", "{": "æ", "6": "ɐ", "Q": "ɒ", "E": "ɛ", "@": "ə", "3": "ɜ", "I": "ɪ", "O": "ɔ", "2": "ø", "9": "œ",
    "&": "ɶ", "U": "ʊ", "}": "ʉ", "V": "ʌ", "Y": "ʏ", "1": "ɨ", "M": "ɯ", "7": "ɤ", "8": "ɵ",
    "@\\": "ɘ", "3\\": "ɞ", "I\\": "ᵻ", "U\\": "ᵿ", "@`": "ɚ", "3`": "ɝ",
    # Consonants
    "B": "β", "C": "ç", "D": "ð", "F": "ɱ", "G": "ɣ", "H": "ɥ", "J": "ɲ", "K": "ɬ", "L": "ʎ", "N": "ŋ", "R": "ʁ",
    "S": "ʃ", "T": "θ", "W": "ʍ", "X": "χ", "Z": "ʒ", "P": "ʋ", "4": "ɾ", "5": "ɫ", "?": "ʔ", "g": "ɡ",
    "B\\": "ʙ", "G\\": "ɢ", "H\\": "ʜ", "J\\": "ɟ", "K\\": "ɮ", "L\\": "ʟ", "M\\": "ɰ", "N\\": "ɴ", "O\\": "ʘ",
    "R\\": "ʀ", "X\\": "ħ", "h\\": "ɦ", "j\\": "ʝ", "l\\": "ɺ", "p\\": "ɸ", "r\\": "ɹ", "s\\": "ɕ", "v\\": "ʋ",
    "x\\": "ɧ", "z\\": "ʑ", "?\\": "ʕ", "<\\": "ʢ", ">\\": "ʡ", "!\\": "ǃ", "|\\": "ǀ", "|\\|\\": "ǁ", "=\\": "ǂ",
    "d`": "ɖ", "l`": "ɭ", "n`": "ɳ", "r`": "ɽ", "r\\`": "ɻ", "s`": "ʂ", "t`": "ʈ", "z`": "ʐ",
    "b_<": "ɓ", "d_<": "ɗ", "g_<": "ɠ", "G\\_<": "ʛ", "J\\_<": "ʄ",
    # Stress, length, syllables, tones
    '"': "ˈ", "%": "ˌ", ":": "ː", ":\\": "ˑ", "-\\": "\u203f", "-": "", "!": "ꜜ", "^": "ꜛ",
    "_T": "\u030b", "_H": "\u0301", "_M": "\u0304", "_L": "\u0300", "_B": "\u030f", "_R": "\u030c", "_F": "\u0302",
    # What stands behind a letter
    "`": "\u02de", "~": "\u0303", "_~": "\u0303", "=": "\u0329", "_=": "\u0329", "'": "ʲ", "_j": "ʲ", "_h": "ʰ", "_w": "ʷ",
    "_>": "ʼ", "_G": "ˠ", "_?\\": "ˤ", "_n": "ⁿ", "_l": "ˡ", "_0": "\u0325", "_v": "\u032c", "_d": "\u032a", "_a": "\u033a",
    "_m": "\u033b", "_N": "\u033c", "_c": "\u031c", "_O": "\u0339", "_+": "\u031f", "_-": "\u0320", "_/": "\u030c",
    '_"': "\u0308", "_x": "\u033d", "_r": "\u031d", "_o": "\u031e", "_A": "\u0318", "_q": "\u0319", "_e": "\u0334",
    "_t": "\u0324", "_k": "\u0330", "_^": "\u032f", "_}": "\u031a", "_": "\u0361",
}  # fmt: skip
_SIGN: Final = re.compile("|".join(re.escape(sign) for sign in sorted(_IPA, key=len, reverse=True)))


def ipa_of(x_sampa: str) -> str:
    """Give the same sounds in the International Phonetic Alphabet."""
    return _SIGN.sub(lambda sign: _IPA[sign[0]], x_sampa)
