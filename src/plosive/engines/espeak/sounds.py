"""What each phoneme of the current espeak-ng voice is in the International Phonetic Alphabet: asked of the library itself.

The library's own IPA is the only source that is sure to fit the data it was installed with.
"""

from collections.abc import Callable, Sequence
from typing import Final

from plosive.engines.espeak.ipa import CHAO_TONES, Sounds
from plosive.engines.espeak.phoneme_tables import Phoneme

# A phoneme sounds, and is written, according to its neighbours: the places to hear it in, the most usual first, and which
# of the phonemes there it is.
_VOWEL_PLACES: Final = (("p|'{}|p|a", 1), ("'{}", 0), ("{}|p|'a", 0), ("p|'a|p|{}", 3))
_CONSONANT_PLACES: Final = (("{}|'a", 0), ("'a|{}|a", 1), ("'a|{}", 1))
# What mnemonics end in that tell variants of a sound apart.
_VARIANTS: Final = frozenset('0123456789#/~"')

_TONE_PLACE: Final = "m|a|{}"

_Rank = tuple[int, bool, bool, int, str]


def learn_sounds(phonemes: Sequence[Phoneme], ipa: Callable[[str], list[str]]) -> Sounds:
    """Learn the current voice's sounds (5 ms). `ipa` answers how the library writes each phoneme of a word of mnemonics.

    Of several phonemes that are written alike, it takes the plainest: one that sounds like this in the most usual place, is
    no marked variant of another, and is the language's own.
    """
    best: dict[str, _Rank] = {}
    for phoneme in phonemes:
        for place, written in enumerate(_tones(phoneme, ipa) if phoneme.is_tone else _letters(phoneme, ipa)):
            is_variant = bool(set(phoneme.mnemonic) & _VARIANTS) and not phoneme.is_tone
            rank = (place, is_variant, not phoneme.own, len(phoneme.mnemonic), phoneme.mnemonic)
            if written:
                best[written] = min(best.get(written, rank), rank)
    vowels = frozenset(phoneme.mnemonic for phoneme in phonemes if phoneme.is_vowel)
    return Sounds({written: rank[-1] for written, rank in best.items()}, vowels)


def _letters(phoneme: Phoneme, ipa: Callable[[str], list[str]]) -> list[str]:
    """How a vowel or consonant is written in each place; empty where the library makes something else of it."""
    found = []
    for place, index in _VOWEL_PLACES if phoneme.is_vowel else _CONSONANT_PLACES:
        heard = ipa(place.format(phoneme.mnemonic))
        found.append(heard[index].strip("ˈˌ") if len(heard) == place.count("|") + 1 else "")
    return found


def _tones(phoneme: Phoneme, ipa: Callable[[str], list[str]]) -> list[str]:
    """How a tone is written: by its number, and after a vowel as the library does (3 as ɜ)."""
    bare, toned = ipa(_TONE_PLACE.format("")), ipa(_TONE_PLACE.format(phoneme.mnemonic))
    number = phoneme.mnemonic
    contour = number.translate(CHAO_TONES) if len(number) > 1 else ""
    heard = toned[1].removeprefix(bare[1]) if len(bare) == len(toned) == 2 else ""
    return [number, contour, heard]
