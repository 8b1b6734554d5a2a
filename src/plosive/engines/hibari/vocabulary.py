"""The tokens of phonemes for hibari: Kokoro's, and for sounds that English lacks those of its nearest. PURE."""

from collections.abc import Mapping
from typing import Final

from plosive.engines.misaki.symbols import AMERICAN, BRITISH
from plosive.engines.misaki.vocabulary import V1_0, Vocabulary

_ENGLISH: Final = ';:,.!?—…"()“” AIOSTWYbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹʃʊʌʒʤʧˈˌθᵊᵻ'
"""Symbols in American English of misaki: an American voice has learnt no others, a British one four more."""

_NEAREST: Final = {
    **dict.fromkeys("aɒ", "ɑ"), **dict.fromkeys("e", "ɛ"), **dict.fromkeys("oQ", "O"), **dict.fromkeys("ɯy", "u"),
    **dict.fromkeys("ɐ", "ə"), **dict.fromkeys("øœɚ", "ɜ"), **dict.fromkeys("ɨ", "ɪ"), **dict.fromkeys("ɤ", "ʌ"),
    **dict.fromkeys("cqχ", "k"), **dict.fromkeys("xç", "h"), **dict.fromkeys("rɻʁ", "ɹ"), **dict.fromkeys("ɾɽ", "T"),
    **dict.fromkeys("βʋ", "v"), **dict.fromkeys("ɕʂ", "ʃ"), **dict.fromkeys("ɟʥ", "ʤ"), **dict.fromkeys("ɥɰ", "w"),
    **dict.fromkeys("ʝʎʲ", "j"), **dict.fromkeys("ɳɲ\u0303", "n"), **dict.fromkeys("ʈʔ", "t"), "ɖ": "d", "ɴ": "ŋ", "ɸ": "f",
    "ɣ": "ɡ", "ʣ": "z", "ʦ": "s", "ʨ": "ʧ",
}  # fmt: skip

_AMERICAN: Final[Vocabulary] = {symbol: V1_0[symbol] for symbol in _ENGLISH} | {
    symbol: V1_0[nearest] for symbol, nearest in _NEAREST.items()
}

VOCABULARIES: Final[Mapping[str, Vocabulary]] = {
    AMERICAN: _AMERICAN,
    BRITISH: {**_AMERICAN, **{symbol: V1_0[symbol] for symbol in "aɒQː"}, "o": V1_0["Q"]},
}
"""The token of each symbol that can be said, by the espeak-ng voice of a model's dialect; other symbols are left out."""
