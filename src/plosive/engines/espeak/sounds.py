"""Learns the IPA of each phoneme of the current espeak-ng voice from the library itself.

No other source is sure to fit the installed data.
"""

from collections.abc import Callable, Sequence
from typing import Final

from plosive.engines.espeak.ipa import CHAO_TONES, Sounds
from plosive.engines.espeak.phoneme_tables import PhonemeEntry

# Neighbours decide how a phoneme sounds and is written. So it is tried in several places, the most usual first, each with its
# index among the phonemes there.
_VOWEL_PLACES: Final = (("p|'{}|p|a", 1), ("'{}", 0), ("{}|p|'a", 0), ("p|'a|p|{}", 3))
_CONSONANT_PLACES: Final = (("{}|'a", 0), ("'a|{}|a", 1), ("'a|{}", 1))
# Ends of mnemonics that tell variants of a sound apart.
_VARIANTS: Final = frozenset('0123456789#/~"')

_TONE_PLACE: Final = "m|a|{}"

_Rank = tuple[int, bool, bool, int, str]


def learn_sounds(phonemes: Sequence[PhonemeEntry], ipa: Callable[[str], list[str]]) -> Sounds:
    """Learn the current voice's sounds (5 ms). `ipa` gives the IPA of each phoneme in a word of mnemonics.

    Of several phonemes with the same IPA it takes the plainest: one that has it in the most usual place, is no marked variant
    of another, and is the language's own.
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


def _letters(phoneme: PhonemeEntry, ipa: Callable[[str], list[str]]) -> list[str]:
    """IPA of a vowel or consonant in each place; empty where the library makes another number of phonemes."""
    found = []
    for place, index in _VOWEL_PLACES if phoneme.is_vowel else _CONSONANT_PLACES:
        heard = ipa(place.format(phoneme.mnemonic))
        found.append(heard[index].strip("ˈˌ") if len(heard) == place.count("|") + 1 else "")
    return found


def _tones(phoneme: PhonemeEntry, ipa: Callable[[str], list[str]]) -> list[str]:
    """Spellings of a tone: its number, and the library's own after a vowel (ɜ for 3)."""
    bare, toned = ipa(_TONE_PLACE.format("")), ipa(_TONE_PLACE.format(phoneme.mnemonic))
    number = phoneme.mnemonic
    contour = number.translate(CHAO_TONES) if len(number) > 1 else ""
    heard = toned[1].removeprefix(bare[1]) if len(bare) == len(toned) == 2 else ""
    return [number, contour, heard]
