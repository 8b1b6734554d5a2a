"""Folders of neural voices: accepted ones, skipped ones with the reason, and the ids of their voices."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from plosive.errors import BadParameter, UnknownVoice
from plosive.utterance import EngineVoice
from plosive.voices.catalog import Catalog
from plosive.voices.hibari import HibariVoices
from plosive.voices.voice import Voice
from voices.voice_folders import kokoro_of_the_hub, kokoro_release, piper_config, piper_voice, styles

KOKORO_VOICES = ("af_heart", "af_alloy", "am_adam", "am_michael", "bf_emma", "jf_alpha", "zf_xiaobei")


def load(folder: Path) -> tuple[Catalog, list[Any]]:
    """The catalog of a folder without the embedded voice, and the warnings it logged."""
    with capture_logs() as logged, pytest.MonkeyPatch.context() as patch:
        patch.setattr(HibariVoices, "read", lambda _: HibariVoices(None))
        catalog = Catalog.load(folder)
    return catalog, logged


def neural(catalog: Catalog, language: str | None = None) -> list[str]:
    return [voice.id for voice in catalog.voices(language) if voice.engine_voice.engine != "espeak"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Both engines, one voice of several speakers, three languages."""
    tmp_path = tmp_path_factory.mktemp("voices")
    kokoro_of_the_hub(tmp_path / "kokoro", *KOKORO_VOICES)
    piper_voice(tmp_path, "en_US-lessac-medium")
    piper_voice(tmp_path / "below" / "it", "en_GB-vctk-medium", piper_config("en_GB", speakers={"p239": 0, "p236": 1}))
    piper_voice(tmp_path, "de_DE-thorsten-low")
    piper_voice(tmp_path, "de_DE-thorsten-high")
    piper_voice(tmp_path, "de_AT-sepp-x_low")
    catalog, logged = load(tmp_path)
    assert logged == []
    return catalog


def test_piper_voices_are_read_from_their_json(tmp_path: Path) -> None:
    model = piper_voice(tmp_path / "sub#folder", "en_US-lessac-medium")
    catalog, logged = load(tmp_path)
    assert logged == []
    assert catalog.voices("en-US")[0] == Voice(
        id="Plosive.Piper.en_US-lessac-medium",
        engine_voice=EngineVoice("piper", str(model)),
        name="lessac, medium",
        language="en-US",
        gender=None,
        rate_hz=22050,
        quality="medium",
    )
    assert catalog.resolve("plosive.PIPER.EN_us-lessac-MEDIUM").voice == catalog.voices("en-US")[0]


def test_a_relative_folder_gives_absolute_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = piper_voice(tmp_path / "voices", "en_US-lessac-medium")
    kokoro = kokoro_release(tmp_path / "voices" / "mine", "af_heart")
    monkeypatch.chdir(tmp_path)
    catalog, _ = load(Path("voices"))
    assert [voice.engine_voice for voice in catalog.voices("en-US")[:2]] == [
        EngineVoice("kokoro", str(kokoro), blend=(("af_heart", 1.0),)),
        EngineVoice("piper", str(model)),
    ]


def test_speakers_are_named_after_a_dot(tmp_path: Path) -> None:
    model = piper_voice(tmp_path, "en_GB-x-low", piper_config("en_GB", speakers={"p2": 1, "Anna Müller": 0, "c.d": 2}))
    catalog, _ = load(tmp_path)
    voice = catalog.resolve("Plosive.Piper.en_GB-x-low").voice
    assert voice.speakers == ("Anna_Muller", "p2", "c_d")
    assert voice.engine_voice == EngineVoice("piper", str(model))
    for number, speaker in enumerate(voice.speakers):
        spoken = catalog.resolve(f"plosive.piper.EN_gb-x-low.{speaker.upper()}").voice
        assert (spoken.id, spoken.engine_voice) == (f"{voice.id}.{speaker}", EngineVoice("piper", str(model), number))
        assert (spoken.language, spoken.name) == ("en-GB", f"x, low, {speaker}")
    with pytest.raises(UnknownVoice) as caught:
        catalog.resolve("Plosive.Piper.en_GB-x-low.p1")
    assert caught.value.nearest == ("Plosive.Piper.en_GB-x-low.p2",)


@pytest.mark.parametrize(
    ("name", "config", "language", "quality"),
    [
        ("pt_PT-tugão-medium", piper_config("pt_PT"), "pt-PT", "medium"),
        ("my voice", piper_config("fr_FR", "high"), "fr-FR", "high"),
        ("old", piper_config(None, "x_low"), "en-US", "x_low"),
        ("es-es-carl-fm", piper_config("es_ES", "/home/me/medium"), "es-ES", "medium"),
        ("zh_CN-huayan-x_low", piper_config("zh_CN", "medium"), "zh-CN", "x_low"),
    ],
)
def test_names_languages_and_qualities_of_all_kinds(
    tmp_path: Path, name: str, config: bytes, language: str, quality: str
) -> None:
    piper_voice(tmp_path, name, config)
    catalog, logged = load(tmp_path)
    assert logged == []
    [voice_id] = neural(catalog)
    voice = catalog.resolve(voice_id).voice
    assert (voice.language, voice.quality) == (language, quality)
    assert neural(catalog, language) == [voice_id]


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        (b"{", "x.onnx.json: Input data was truncated"),
        (b"\xff", "x.onnx.json:"),
        (b"[]", "x.onnx.json: Expected `object`, got `array`"),
        (b'{"audio": {"sample_rate": "22050"}}', "$.audio.sample_rate"),
        (b'{"audio": {"sample_rate": 22050}}', "phoneme_id_map"),
        (piper_config("english please"), "right is one such as en_US"),
        (piper_config(speakers={"a": 0, "b": 7}), "speaker 'b' is number 7 of 2"),
    ],
)
def test_a_voice_that_cannot_be_read_is_left_out_and_named(tmp_path: Path, config: bytes, reason: str) -> None:
    piper_voice(tmp_path, "x", config)
    piper_voice(tmp_path, "en_US-lessac-medium")
    catalog, [logged] = load(tmp_path)
    assert neural(catalog) == ["Plosive.Piper.en_US-lessac-medium"]
    assert (logged["event"], logged["log_level"]) == ("voice left out", "warning")
    assert logged["file"] == str(tmp_path / "x.onnx")
    assert reason in logged["reason"]


def test_a_model_alone_and_the_second_of_a_name_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "alone.onnx").touch()
    first = piper_voice(tmp_path / "a", "en_US-lessac-medium")
    second = piper_voice(tmp_path / "b", "en_US-lessac-medium")
    piper_voice(tmp_path, "日本")
    catalog, logged = load(tmp_path)
    assert catalog.resolve("Plosive.Piper.en_US-lessac-medium").voice.engine_voice.model == str(first)
    assert {each["file"]: each["reason"] for each in logged}.keys() == {
        str(tmp_path / "alone.onnx"),
        str(second),
        str(tmp_path / "日本.onnx"),
    }


def test_folders_that_are_not_voices_are_passed_over(tmp_path: Path) -> None:
    piper_voice(tmp_path / ".partial" / "en_US-a-low", "en_US-a-low")
    voice = piper_voice(tmp_path, "en_US-lessac-medium")
    (tmp_path / "en_US-lessac-medium.onnx.plosive").mkdir()
    (tmp_path / "en_US-lessac-medium.onnx.plosive" / "decoder.onnx").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    catalog, logged = load(tmp_path)
    assert logged == []
    assert [each.engine_voice.model for each in catalog.voices("en")[:1]] == [str(voice)]
    assert len(neural(catalog)) == 1
    assert neural(load(tmp_path / "nowhere")[0]) == []


def test_a_link_to_another_folder_of_voices_is_followed(tmp_path: Path) -> None:
    piper_voice(tmp_path / "elsewhere", "en_US-lessac-medium")
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices/linked").symlink_to(tmp_path / "elsewhere")
    assert neural(load(tmp_path / "voices")[0]) == ["Plosive.Piper.en_US-lessac-medium"]


@pytest.mark.parametrize("layout", [kokoro_of_the_hub, kokoro_release])
@pytest.mark.parametrize("below", ["", "kokoro", "a/b"])
def test_kokoro_is_read_in_both_published_layouts(tmp_path: Path, layout: Any, below: str) -> None:
    folder = layout(tmp_path / below, *KOKORO_VOICES)
    catalog, logged = load(tmp_path)
    assert logged == []
    assert sorted(neural(catalog)) == sorted(f"Plosive.Kokoro.{name}" for name in KOKORO_VOICES)
    assert catalog.resolve("Plosive.Kokoro.bf_emma").voice == Voice(
        id="Plosive.Kokoro.bf_emma",
        engine_voice=EngineVoice("kokoro", str(folder), blend=(("bf_emma", 1.0),)),
        name="Emma",
        language="en-GB",
        gender="female",
        rate_hz=24000,
        quality="high",
    )
    assert catalog.resolve("Plosive.Kokoro.zf_xiaobei").voice.language == "cmn"


def test_what_of_kokoro_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    folder = kokoro_of_the_hub(tmp_path / "kokoro", "af_heart", "af_sky", "mine")
    (folder / "voices/af_sky.bin").write_bytes(styles().tobytes()[:-1])
    (folder / "voices/af_gone.bin").symlink_to(tmp_path / "nowhere")
    (folder / "voices-v1.0.bin").write_bytes(b"no archive")
    other = kokoro_release(tmp_path / "later", "am_adam")
    no_voices = tmp_path / "third/kokoro-v1.0.onnx"
    no_voices.parent.mkdir()
    no_voices.touch()
    catalog, logged = load(tmp_path)
    assert neural(catalog) == ["Plosive.Kokoro.af_heart"]
    reasons = {each["file"]: each["reason"] for each in logged}
    assert reasons.keys() >= {
        str(folder / "voices/af_sky.bin"),
        str(folder / "voices/af_gone.bin"),
        str(folder / "voices/mine.bin"),
        str(folder / "voices-v1.0.bin"),
        str(other),
        str(no_voices),
    }
    assert "Kokoro model" in reasons[str(no_voices)]


@pytest.mark.parametrize(
    ("name", "canonical", "blend", "language", "gender"),
    [
        ("af_heart+am_adam", "af_heart+am_adam", "af_heart*0.5+am_adam*0.5", "en-US", None),
        ("AF_Heart+af_alloy", "af_heart+af_alloy", "af_heart*0.5+af_alloy*0.5", "en-US", "female"),
        ("af_heart(2)+am_adam(1)", "af_heart(2)+am_adam(1)", "af_heart*0.6667+am_adam*0.3333", "en-US", None),
        ("af_heart(0.5)+bf_emma(1.5)", "af_heart(0.5)+bf_emma(1.5)", "af_heart*0.25+bf_emma*0.75", "en-US", "female"),
        ("bf_emma+af_heart(3)", "bf_emma(1)+af_heart(3)", "bf_emma*0.25+af_heart*0.75", "en-GB", "female"),
        ("af_heart(3)", "af_heart", "af_heart*1", "en-US", "female"),
        ("af_heart(999.999)+am_adam", "af_heart(999.999)+am_adam(1)", "af_heart*0.999+am_adam*0.000999", "en-US", None),
    ],
)
def test_blends(tmp_path: Path, name: str, canonical: str, blend: str, language: str, gender: str | None) -> None:
    folder = kokoro_of_the_hub(tmp_path, *KOKORO_VOICES)
    voice = load(tmp_path)[0].resolve(f"Plosive.Kokoro.{name}").voice
    assert (voice.id, voice.engine_voice.model) == (f"Plosive.Kokoro.{canonical}", str(folder))
    assert "+".join(f"{name}*{weight:g}" for name, weight in voice.engine_voice.blend) == blend
    assert (voice.language, voice.gender) == (language, gender)
    assert load(tmp_path)[0].resolve(voice.id).voice == voice


@pytest.mark.parametrize(
    ("requested", "nearest"),
    [
        ("Plosive.Kokoro.af_hart", "Plosive.Kokoro.af_heart"),
        ("Plosive.Kokoro.af_heart+am_adan", "Plosive.Kokoro.af_heart+am_adam"),
        ("Plosive.Kokoro.af_heart(0)+am_adam", None),
        ("Plosive.Kokoro.af_heart(2", None),
        ("Plosive.Kokoro.af_heart+", None),
        ("Plosive.Kokoro.af_heart+am_adam+af_heart", None),
        ("Plosive.Piper.en_US-lesac-medium", "Plosive.Piper.en_US-lessac-medium"),
        ("Plosive.Piper.en_GB-vctk-medium.p23", "Plosive.Piper.en_GB-vctk-medium.p239"),
        ("Plosive.Piper.en_US-lessac-medium.p1", "Plosive.Piper.en_US-lessac-medium"),
        ("Plosive.Piper.en_US-lessac-medium+f3", "Plosive.Piper.en_US-lessac-medium"),
        ("Plosive.Espeak.en-us+f33", "Plosive.Espeak.en-us+f3"),
    ],
)
def test_unknown_neural_voices_come_with_the_nearest(installed: Catalog, requested: str, nearest: str | None) -> None:
    with pytest.raises(UnknownVoice) as caught:
        installed.resolve(requested)
    assert 1 <= len(caught.value.nearest) <= 3
    assert nearest is None or caught.value.nearest[0] == nearest
    for voice_id in caught.value.nearest:
        installed.resolve(voice_id)


@pytest.mark.parametrize(
    ("requested", "language", "expected"),
    [
        # Kokoro's own names.
        ("Telnyx.KokoroTTS.am_adam", None, "Kokoro.am_adam"),
        ("Telnyx.KokoroTTS.am_adam", "en", "Kokoro.am_adam"),
        ("Telnyx.KokoroTTS.zf_xiaobei", "zh-CN", "Kokoro.zf_xiaobei"),
        ("Telnyx.KokoroTTS.af_bella", None, "Kokoro.af_heart"),
        ("Telnyx.KokoroTTS.am_adam", "en-GB", "Piper.en_GB-vctk-medium"),
        # The others: region, then gender, then quality.
        ("Telnyx.NaturalHD.astra", None, "Kokoro.af_heart"),
        ("Telnyx.NaturalHD.albion", None, "Kokoro.am_michael"),
        ("Telnyx.Natural.brenda", None, "Kokoro.bf_emma"),
        ("Telnyx.Natural.geoff", None, "Piper.en_GB-vctk-medium"),
        ("Telnyx.NaturalHD.eucalyptus", None, "Kokoro.bf_emma"),
        ("Telnyx.NaturalHD.lorelei", None, "Piper.de_DE-thorsten-high"),
        ("Telnyx.NaturalHD.liesel", None, "Piper.de_AT-sepp-x_low"),
        ("Telnyx.NaturalHD.raiden", None, "Kokoro.jf_alpha"),
        ("Telnyx.NaturalHD.amarante", None, "Espeak.fr-fr+f3"),
        ("Telnyx.NaturalHD.astra", "de", "Piper.de_DE-thorsten-high"),
        ("Telnyx.NaturalHD.astra", "zh-HK", "Espeak.yue+f3"),
        # Own ids.
        ("Plosive.Piper.en_US-lessac-medium", "en", "Piper.en_US-lessac-medium"),
        ("Plosive.Piper.en_US-lessac-medium", "en-CA", "Piper.en_US-lessac-medium"),
        ("Plosive.Piper.en_US-lessac-medium", "en-AU", "Kokoro.bf_emma"),
        ("Plosive.Piper.en_US-lessac-medium", "de", "Piper.de_DE-thorsten-high"),
        ("Plosive.Piper.en_US-lessac-medium", "fr", "Espeak.fr-fr"),
        ("Plosive.Piper.en_GB-vctk-medium.p236", "en-GB", "Piper.en_GB-vctk-medium.p236"),
        ("Plosive.Kokoro.af_heart+am_adam", "en-US", "Kokoro.af_heart+am_adam"),
        ("Plosive.Kokoro.af_heart", "fr", "Espeak.fr-fr+f3"),
        ("Plosive.Kokoro.zf_xiaobei", "cmn", "Kokoro.zf_xiaobei"),
        ("Plosive.Espeak.en-us", "en", "Espeak.en-us"),
        ("Plosive.Espeak.fr-fr", "de", "Espeak.de"),
    ],
)
def test_an_id_and_a_language_choose_a_voice(
    installed: Catalog, requested: str, language: str | None, expected: str
) -> None:
    resolution = installed.resolve(requested, language)
    assert resolution.voice.id == f"Plosive.{expected}"
    assert resolution.is_alias == requested.startswith("Telnyx")


def test_voices_are_listed_by_language(installed: Catalog) -> None:
    assert neural(installed, "en-GB") == ["Plosive.Kokoro.bf_emma", "Plosive.Piper.en_GB-vctk-medium"]
    assert neural(installed, "zh") == ["Plosive.Kokoro.zf_xiaobei"]
    assert neural(installed, "de-CH") == [
        "Plosive.Piper.de_AT-sepp-x_low",
        "Plosive.Piper.de_DE-thorsten-high",
        "Plosive.Piper.de_DE-thorsten-low",
    ]
    assert neural(installed, "fr") == []
    assert len(neural(installed)) == len(KOKORO_VOICES) + 5
    with pytest.raises(BadParameter):
        installed.voices("e n")


def test_every_listed_voice_resolves_to_itself(installed: Catalog) -> None:
    for voice in installed.voices():
        assert installed.resolve(voice.id).voice == voice


_parts = st.sampled_from([*KOKORO_VOICES, "en_US-lessac-medium", "en_GB-vctk-medium", "p239"]) | st.text(
    "af_(2).+-", max_size=9
)


@given(st.sampled_from(["Kokoro", "Piper"]), st.lists(_parts, min_size=1, max_size=9), st.sampled_from("+.("))
def test_any_id_gives_a_voice_that_its_own_id_gives_again_or_a_documented_error(
    installed: Catalog, model: str, parts: list[str], joint: str
) -> None:
    try:
        voice = installed.resolve(f"Plosive.{model}.{joint.join(parts)}").voice
    except UnknownVoice as error:
        assert 1 <= len(error.nearest) <= 3
        for voice_id in error.nearest:
            installed.resolve(voice_id)
    except BadParameter as error:
        assert error.parameter == "voice"
    else:
        again = installed.resolve(voice.id).voice
        assert again == voice
        if shares := [share for _, share in voice.engine_voice.blend]:
            # Each is written to four digits.
            assert abs(sum(shares) - 1) < len(shares) * 1e-4
