"""The tokens of phonemes for hibari: Kokoro's, and for sounds that English lacks those of its nearest. PURE."""

from typing import Final

from plosive.engines.misaki.vocabulary import V1_0, Vocabulary

_ENGLISH: Final = ';:,.!?—…"()“” AIOSTWYbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹʃʊʌʒʤʧˈˌθᵊᵻ'
"""Symbols in American English of misaki: hibari has learnt no others."""

_NEAREST: Final = {
    **dict.fromkeys("aɒ", "ɑ"), **dict.fromkeys("e", "ɛ"), **dict.fromkeys("oQ", "O"), **dict.fromkeys("ɯy", "u"),
    **dict.fromkeys("ɐ", "ə"), **dict.fromkeys("øœɚ", "ɜ"), **dict.fromkeys("ɨ", "ɪ"), **dict.fromkeys("ɤ", "ʌ"),
    **dict.fromkeys("cqχ", "k"), **dict.fromkeys("xç", "h"), **dict.fromkeys("rɻʁ", "ɹ"), **dict.fromkeys("ɾɽ", "T"),
    **dict.fromkeys("βʋ", "v"), **dict.fromkeys("ɕʂ", "ʃ"), **dict.fromkeys("ɟʥ", "ʤ"), **dict.fromkeys("ɥɰ", "w"),
    **dict.fromkeys("ʝʎʲ", "j"), **dict.fromkeys("ɳɲ\u0303", "n"), **dict.fromkeys("ʈʔ", "t"), "ɖ": "d", "ɴ": "ŋ", "ɸ": "f",
    "ɣ": "ɡ", "ʣ": "z", "ʦ": "s", "ʨ": "ʧ",
}  # fmt: skip

VOCABULARY: Final[Vocabulary] = {symbol: V1_0[symbol] for symbol in _ENGLISH} | {
    symbol: V1_0[nearest] for symbol, nearest in _NEAREST.items()
}
"""The token of each symbol that can be said; others are left out."""
