"""Names that clients have in their settings: the operator's own, bare names, other services' ids, and nobody's."""

from pathlib import Path

import pytest

from plosive.errors import SetupError, UnknownVoice
from plosive.voices.catalog import Catalog
from voices.voice_folders import kokoro_of_the_hub, piper_voice


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("alloy", "Hibari.heart"),
        ("NOVA", "Hibari.heart"),
        ("onyx", "Espeak.en-us"),
        ("af_heart", "Hibari.heart"),
        ("AF_Sky+af_bella", "Hibari.heart"),
        ("af_sky + af_bella", "Hibari.heart"),
        ("af_heart(2)+am_adam(1)", "Hibari.heart"),
        ("bm_george", "Espeak.en-gb"),
        ("zf_xiaobei", "Espeak.cmn+f3"),
        ("de", "Espeak.de"),
        ("en-us+f3", "Espeak.en-us+f3"),
        ("Plosive.Espeak.en-us f3", "Espeak.en-us+f3"),
        (" Plosive.Espeak.en-us  + f3", "Espeak.en-us+f3"),
        ("astra", "Hibari.heart"),
        ("walnut", "Espeak.en-us"),
        ("amarante", "Espeak.fr-fr+f3"),
        ("hibari-heart", "Hibari.heart"),
        ("21m00Tcm4TlvDq8ikWAM", "Hibari.heart"),
        ("21M00TCM4TLVDQ8IKWAM", "Hibari.heart"),
        ("pNInz6obpgDQGcFmaJgB", "Espeak.en-us"),
        ("f786b574-daa5-4673-aa0c-cbe3e8534c02", "Hibari.heart"),
        ("AWS.Polly.Generative.Lucia", "Espeak.es+f3"),
        ("Polly.Vicki", "Espeak.de+f3"),
        ("neural.Hans", "Espeak.de"),
        ("Zhiyu", "Espeak.cmn+f3"),
        ("azure.en-US-AvaMultilingualNeural", "Hibari.heart"),
        ("de-DE-KatjaNeural", "Espeak.de"),
        ("azure.pt-BR-Macerio:DragonHDLatestNeural", "Espeak.pt-br"),
        ("aura-2-thalia-en", "Hibari.heart"),
        ("aura-2-celeste-es", "Espeak.es"),
    ],
)
def test_a_name_means_a_voice(catalog: Catalog, name: str, voice: str) -> None:
    resolution = catalog.resolve(name)
    assert resolution.voice.id == f"Plosive.{voice}"
    assert resolution.requested == name
    assert not resolution.is_unknown


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voices")
    piper_voice(folder / "lessac", "en_US-lessac-medium")
    piper_voice(folder / "thorsten", "de_DE-thorsten-high")
    kokoro_of_the_hub(folder / "kokoro", "af_heart", "af_sky", "af_bella", "am_adam")
    return folder


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("en_US-lessac-medium", "Plosive.Piper.en_US-lessac-medium"),
        ("EN_us-Lessac-Medium", "Plosive.Piper.en_US-lessac-medium"),
        ("af_heart", "Plosive.Kokoro.af_heart"),
        ("af_sky+af_bella", "Plosive.Kokoro.af_sky+af_bella"),
        ("af_sky   af_bella", "Plosive.Kokoro.af_sky+af_bella"),
        ("af_heart(2)+am_adam(1)", "Plosive.Kokoro.af_heart(2)+am_adam(1)"),
        ("astra", "Plosive.Kokoro.af_heart"),
        ("alloy", "Plosive.Kokoro.af_heart"),
        ("de-DE-KatjaNeural", "Plosive.Piper.de_DE-thorsten-high"),
    ],
)
def test_installed_voices_go_by_their_bare_names(installed: Path, name: str, voice: str) -> None:
    assert Catalog.load(installed).resolve(name).voice.id == voice


@pytest.fixture
def alias_file(tmp_path: Path) -> Path:
    return tmp_path / "aliases"


def test_the_operators_own_names_win(installed: Path, alias_file: Path) -> None:
    alias_file.write_text(
        "# names\nalloy = de\nTelnyx.Ultra.* = en_US-lessac-medium # any of them\nmy ?oice = astra\n* = Plosive.Espeak.fr-fr\n",
        encoding="utf-8",
    )
    catalog = Catalog.load(installed, alias_file)
    assert catalog.resolve("Alloy").voice.id == "Plosive.Espeak.de"
    ultra = catalog.resolve("Telnyx.Ultra.33226e69-3abd-429b-b64a-86775c9b5850", over_socket=True)
    assert ultra.voice.id == "Plosive.Piper.en_US-lessac-medium"
    assert ultra.is_alias
    assert catalog.resolve("my voice").voice.id == "Plosive.Kokoro.af_heart"
    assert catalog.resolve("nova").voice.id == "Plosive.Espeak.fr-fr"
    assert catalog.own_names == ("alloy",)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("alloy de", "line 1: 'alloy de' is not"),
        ("# ok\nalloy = ", "line 2"),
        ("alloy = en_US-lesac-medium", "en_US-lessac-medium"),
        ("alloy = nova\nx = alloy\ny = x", "line 3: no voice is called 'x'"),
    ],
)
def test_a_bad_line_ends_the_start(installed: Path, alias_file: Path, lines: str, said: str) -> None:
    alias_file.write_text(lines, encoding="utf-8")
    with pytest.raises(SetupError, match=said):
        Catalog.load(installed, alias_file)


def test_a_missing_alias_file_is_named(alias_file: Path) -> None:
    with pytest.raises(SetupError, match="aliases cannot be read"):
        Catalog.load(None, alias_file)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("en_US-nobody-medium", "plosive voices install en_US-nobody-medium"),
        ("Plosive.Piper.en_US-nobody-medium", "plosive voices install en_US-nobody-medium"),
        ("en_US-lesac-medium", "Plosive.Piper.en_US-lessac-medium"),
        ("minimax.speech.x", "PLOSIVE_VOICE_ALIASES"),
        ("af_hart", "af_heart"),
        ("Telnyx.Ultra.33226e69-3abd-429b-b64a-86775c9b5850", "PLOSIVE_VOICE_ALIASES"),
    ],
)
def test_a_refusal_says_what_would_be_right(installed: Path, name: str, said: str) -> None:
    with pytest.raises(UnknownVoice, match=said):
        Catalog.load(installed).resolve(name)


@pytest.mark.parametrize("name", ["Plosive.Piper.nope", "Plosive.Kokoro.nope"])
def test_an_engine_without_voices_offers_none_of_another(name: str) -> None:
    with pytest.raises(UnknownVoice, match="plosive voices list --available") as refused:
        Catalog.load(None).resolve(name)
    assert refused.value.nearest == ()


def test_the_default_voice_may_speak_for_unknown_names() -> None:
    catalog = Catalog.load(None, None, "Telnyx.NaturalHD.astra")
    resolution = catalog.resolve("minimax.speech.x")
    assert (resolution.voice.id, resolution.is_unknown) == ("Plosive.Hibari.heart", True)
    assert catalog.resolve("nobody", "de").voice.language == "de"
    assert not catalog.resolve("alloy").is_unknown


def test_an_installed_voice_is_the_default_of_its_language(installed: Path) -> None:
    catalog = Catalog.load(installed)
    assert catalog.resolve("Telnyx.NaturalHD.astra", "de").voice.id == "Plosive.Piper.de_DE-thorsten-high"
    assert catalog.resolve("Telnyx.NaturalHD.astra").voice.id == "Plosive.Kokoro.af_heart"
