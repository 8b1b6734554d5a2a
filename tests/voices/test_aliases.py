from collections import Counter

from plosive.errors import BadParameter
from plosive.voices.aliases import ALIASES
from plosive.voices.catalog import Catalog
from plosive.voices.ids import split_voice_id


def test_every_alias_is_a_telnyx_id_written_once() -> None:
    for key, alias in ALIASES.items():
        assert key == alias.id.lower()
        provider, model, _ = split_voice_id(alias.id)
        assert provider == "Telnyx"
        assert model
        assert alias.gender in ("female", "male", None)
    models = Counter(alias.id.split(".")[1] for alias in ALIASES.values())
    # Arcana lists 230 English voices and 36 others, Mist 127 English ones, Kokoro 54 and the older "af".
    assert models["KokoroTTS"] == 55
    assert models["NaturalHD"] == 268
    assert models["Natural"] == 127


def test_kokoro_names_say_language_and_gender() -> None:
    languages = {"a": "en-US", "b": "en-GB", "e": "es", "f": "fr-FR", "h": "hi", "i": "it", "j": "ja", "p": "pt-BR"}
    for alias in ALIASES.values():
        _, model, name = split_voice_id(alias.id)
        if model == "KokoroTTS":
            assert alias.language == languages.get(name[0], "zh")
            assert alias.gender == {"f": "female", "m": "male"}[name[1]]


def test_every_alias_resolves_to_a_voice_of_its_language(catalog: Catalog) -> None:
    for alias in catalog.aliases():
        resolution = catalog.resolve(alias.id)
        assert resolution.is_alias
        spoken = resolution.voice.language.split("-")[0]
        wanted = (alias.language or "en").split("-")[0]
        assert spoken == {"zh": "cmn"}.get(wanted, wanted)
        if alias.gender is not None:
            assert (resolution.voice.gender == "female") == (alias.gender == "female")


def test_all_but_ultra_may_be_used_over_the_socket(catalog: Catalog) -> None:
    for alias in catalog.aliases():
        try:
            catalog.resolve(alias.id, over_socket=True)
        except BadParameter as refused:
            assert refused.status == 403
            assert alias.id.startswith("Telnyx.Ultra.")
        else:
            assert not alias.id.startswith("Telnyx.Ultra.")
