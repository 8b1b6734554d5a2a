"""The reader of phontab: inheritance, and the phonemes that must not be written."""

from pathlib import Path

import espeakng_loader
import pytest

from plosive.engines.espeak.phoneme_tables import PhonemeTables
from plosive.errors import EngineFailed

FOLDER = Path(espeakng_loader.get_data_path())


def test_a_language_has_its_own_and_inherited_phonemes() -> None:
    phonemes = {phoneme.mnemonic: phoneme for phoneme in PhonemeTables.installed(FOLDER).phonemes("en-us")}
    assert phonemes["oU"].is_vowel and phonemes["oU"].own
    assert not phonemes["tS"].is_vowel and not phonemes["tS"].own
    assert PhonemeTables.installed(FOLDER).phonemes("no-such") == []


def test_tones() -> None:
    tones = {phoneme.mnemonic for phoneme in PhonemeTables.installed(FOLDER).phonemes("cmn") if phoneme.is_tone}
    assert {"55", "35", "214", "51"} <= tones


def test_marks_and_commands_are_no_phonemes() -> None:
    tables = PhonemeTables.installed(FOLDER)
    for name in ("en-us", "cmn", "ru", "hi", "base1"):
        written = "".join(phoneme.mnemonic for phoneme in tables.phonemes(name))
        assert not set(written) & set("]|_' ")


@pytest.mark.parametrize("phontab", [b"", b"\x05", b"\x02\0\0\0" + b"\xff" * 60])
def test_another_format_is_refused(phontab: bytes) -> None:
    with pytest.raises(EngineFailed, match="phontab"):
        PhonemeTables(phontab)
