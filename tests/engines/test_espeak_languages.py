"""Tags to voices, by the installed data."""

from pathlib import Path

import espeakng_loader
import pytest

from plosive.engines.espeak_languages import Languages

LANGUAGES = Languages(Path(espeakng_loader.get_data_path()))


@pytest.mark.parametrize(
    ("tag", "voice", "found"),
    [
        ("fr", "gmw/en-US", "roa/fr"),
        ("fr-CA", "gmw/en-US+f3", "roa/fr+f3"),
        ("FR-ch", "gmw/en-US", "roa/fr-CH"),
        ("en", "gmw/en-US+f3", "gmw/en-US+f3"),
        ("en-GB", "gmw/en-US+f3", "gmw/en+f3"),
        ("zh-Hans-CN", "gmw/en-US", "sit/cmn"),
        ("no", "gmw/en-US", "gmq/nb"),
        ("eu", "gmw/en-US", "eu"),
        ("xx", "gmw/en-US+f3", "gmw/en-US+f3"),
        ("", "gmw/en-US", "gmw/en-US"),
        ("../../etc/passwd", "gmw/en-US", "gmw/en-US"),
        ("de", "no/such", "gmw/de"),
    ],
)
def test_voice(tag: str, voice: str, found: str) -> None:
    assert LANGUAGES.voice(tag, voice) == found


def test_phoneme_table() -> None:
    assert LANGUAGES.phoneme_table("gmw/en-US+f3") == "en-us"
    assert LANGUAGES.phoneme_table("gmw/de") == "de"
    assert LANGUAGES.phoneme_table("no/such") == ""
