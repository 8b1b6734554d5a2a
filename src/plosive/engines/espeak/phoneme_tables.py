"""The phonemes of espeak-ng's languages, read from the `phontab` of its data folder (format of 1.52).

It knows no sounds: only the library can say how a phoneme sounds.
"""

import struct
from pathlib import Path
from typing import Final, NamedTuple

from plosive.errors import EngineFailed

# espeak-ng's phoneme.h: types of phonemes and the layout of a table of them.
_STRESS: Final = 1
_VOWEL: Final = 2
_NASAL: Final = 8
_HEADER: Final = struct.Struct("<BBxx32s")
_PHONEME: Final = struct.Struct("<4sI H BB BBBB")


class PhonemeEntry(NamedTuple):
    """A phoneme of one language. `own`: the language defines it itself and does not inherit it."""

    mnemonic: str
    is_vowel: bool
    is_tone: bool
    own: bool


class _Table(NamedTuple):
    parent: int
    phonemes: dict[int, tuple[str, int, int]]


class PhonemeTables:
    """Every language's phoneme table."""

    def __init__(self, phontab: bytes) -> None:
        """Parse the file's bytes. Raises `EngineFailed` if they are of another version."""
        self._tables: list[_Table] = []
        self._numbers: dict[str, int] = {}
        position = 4
        try:
            for _ in range(phontab[0]):
                position = self._parse(phontab, position)
        except (IndexError, struct.error, UnicodeDecodeError) as error:
            raise EngineFailed("the phontab of espeak-ng is of another version than 1.52") from error

    @classmethod
    def installed(cls, folder: Path) -> "PhonemeTables":
        """Read the tables of a data folder. Raises `EngineFailed`."""
        return cls((folder / "phontab").read_bytes())

    def phonemes(self, language: str) -> list[PhonemeEntry]:
        """Vowels, consonants and tones of a table (`en-us`), its own first. Empty: there is no such table."""
        number = self._numbers.get(language)
        codes: dict[int, PhonemeEntry] = {}
        own = True
        while number is not None and number >= 0:
            table = self._tables[number]
            for code, (mnemonic, kind, program) in table.phonemes.items():
                # A stress mark with a program of its own is a tone; without one it is a mark that IPA has too.
                is_tone = kind == _STRESS and program != 0
                if code not in codes:
                    sounds = is_tone or _VOWEL <= kind <= _NASAL
                    codes[code] = PhonemeEntry(mnemonic if sounds else "", kind == _VOWEL, is_tone, own)
            own = False
            number = table.parent
        return [phoneme for phoneme in codes.values() if _may_be_written(phoneme.mnemonic)]

    def _parse(self, phontab: bytes, position: int) -> int:
        count, parent, name = _HEADER.unpack_from(phontab, position)
        position += _HEADER.size
        phonemes = {}
        for _ in range(count):
            mnemonic, _, program, code, kind, *_ = _PHONEME.unpack_from(phontab, position)
            phonemes[code] = (mnemonic.rstrip(b"\0").decode("latin-1"), kind, program)
            position += _PHONEME.size
        self._numbers[name.rstrip(b"\0").decode()] = len(self._tables)
        self._tables.append(_Table(parent - 1, phonemes))
        return position


def _may_be_written(mnemonic: str) -> bool:
    """Whether a mnemonic means only itself in phoneme input: "]" may end that; "|", "_" and "#" lead to commands."""
    return (
        mnemonic.isascii()
        and mnemonic.isprintable()
        and mnemonic != ""
        and not (set(mnemonic) & set("]|_ ") or mnemonic[0] == "#")
    )
