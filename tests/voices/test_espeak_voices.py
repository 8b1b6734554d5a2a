"""The voices read from the data folder, held against the real library (in a child process, because it may crash)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plosive.errors import SetupError
from plosive.voices.espeak import EspeakVoices

# Reads engine strings, one a line; answers which voice file each selected and how many samples it then spoke.
_SELECT = """
import ctypes, json, sys
import espeakng_loader
from pathlib import Path

class Voice(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("languages", ctypes.c_char_p), ("identifier", ctypes.c_char_p)]

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_GetCurrentVoice.restype = ctypes.POINTER(Voice)
samples = 0

@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
def count(pcm, length, events):
    global samples
    samples += length
    return 0

SYNCHRONOUS, DO_NOT_EXIT, UTF8 = 2, 0x8000, 1
data = Path(espeakng_loader.get_data_path()).parent
assert library.espeak_Initialize(SYNCHRONOUS, 0, str(data).encode(), DO_NOT_EXIT) > 0
library.espeak_SetSynthCallback(count)
for line in sys.stdin:
    selected = library.espeak_SetVoiceByName(line.rstrip("\\n").encode()) == 0
    identifier = library.espeak_GetCurrentVoice().contents.identifier.decode()
    samples, text = 0, b"1 2 3, a e i o u."
    library.espeak_Synth(text, len(text) + 1, 0, 0, 0, UTF8, None, None)
    print(json.dumps([selected, identifier, samples]))
"""


@pytest.fixture(scope="module")
def voices() -> EspeakVoices:
    return EspeakVoices.installed()


def selected_by_the_library(engine_voices: list[str]) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", _SELECT],
        input="\n".join(engine_voices),
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert answer.stderr == ""
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len(lines) == len(engine_voices)
    for engine_voice, (selected, identifier, samples) in zip(engine_voices, lines, strict=True):
        assert selected, engine_voice
        # espeak-ng answers an unknown variant with success and the plain voice, so the identifier must be the same.
        assert identifier == engine_voice
        # Half a second: a voice without a dictionary loads and then says next to nothing.
        assert samples > 11_025, engine_voice


def test_the_library_has_every_language_voice(voices: EspeakVoices) -> None:
    selected_by_the_library([voice.engine_voice.model for voice in voices.voices])


def test_the_library_has_every_variant(voices: EspeakVoices) -> None:
    varied = [voices.find(f"en-us+{variant.name}") for variant in voices.variants]
    assert None not in varied
    selected_by_the_library([voice.engine_voice.model for voice in varied if voice])


def test_the_library_has_the_female_voice_of_every_language(voices: EspeakVoices) -> None:
    best = [voices.best(voice.language, "female") for voice in voices.voices]
    selected_by_the_library([voice.engine_voice.model for voice in best if voice])


def test_reading_the_voices_does_not_load_the_library() -> None:
    maps = Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("needs /proc")
    program = (
        "from plosive.voices.catalog import Catalog; Catalog.load(); "
        "print(any('libespeak' in line for line in open('/proc/self/maps')))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert answer.stdout.strip() == "False"


def test_languages_have_ids_in_the_spelling_of_espeak(voices: EspeakVoices) -> None:
    ids = {voice.id.removeprefix("Plosive.Espeak.") for voice in voices.voices}
    assert {"en-us", "en-gb", "cmn", "pt-br", "fr-fr", "nb", "yue", "yue-latn-jyutping", "chr-US-Qaaa-x-west"} <= ids
    assert len(ids) == len(voices.voices) > 130
    # Without a dictionary, these load and stay silent.
    assert not {"fo", "kaa", "xex"} & ids


def test_variants_have_names_without_spaces_and_the_genders_of_their_files(voices: EspeakVoices) -> None:
    variants = {variant.name: variant for variant in voices.variants}
    assert len(variants) > 100
    assert variants["f3"].gender == "female"
    assert variants["m1"].gender == "male"
    assert variants["Lee"].gender == "male"
    assert variants["klatt4"].gender is None
    assert variants["Mr_serious"].file_name == "Mr serious"


def test_names_match_in_any_case_and_only_whole(voices: EspeakVoices) -> None:
    voice = voices.find("EN-US+mr_SERIOUS")
    assert voice is not None
    assert voice.id == "Plosive.Espeak.en-us+Mr_serious"
    assert voice.engine_voice.model == "gmw/en-US+Mr serious"
    for name in ("", "en", "en-us+", "+f3", "en-us+f3+f3", "en-us+nobody", "gmw/en-us", "en-us "):
        assert voices.find(name) is None


@pytest.mark.parametrize(
    ("language", "engine_voice"),
    [
        ("en", "gmw/en-US"),
        ("en-GB", "gmw/en"),
        ("zh", "sit/cmn"),
        ("zh-HK", "sit/yue"),
        ("no", "gmq/nb"),
        ("es-AR", "roa/es-419"),
        ("fr-CA", "roa/fr"),
        ("pt-PT", "roa/pt"),
        ("hy", "ine/hy"),
        ("chr", "iro/chr"),
        ("ar-EG", "sem/ar"),
    ],
)
def test_the_best_voice_of_a_language(voices: EspeakVoices, language: str, engine_voice: str) -> None:
    male, female = voices.best(language, "male"), voices.best(language, "female")
    assert male is not None and female is not None
    assert male.engine_voice.model == engine_voice
    assert female.engine_voice.model == engine_voice + "+f3"
    assert female.gender == "female"


def write_data(root: Path, languages: dict[str, str], variants: dict[str, str], dictionaries: list[str]) -> Path:
    data = root / "espeak-ng-data"
    for name, text in languages.items():
        file = data / "lang" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (data / "voices" / "!v").mkdir(parents=True)
    for name, text in variants.items():
        (data / "voices" / "!v" / name).write_text(text)
    for name in dictionaries:
        (data / f"{name}_dict").touch()
    return data


def test_odd_files_are_read_as_espeak_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_data(
        tmp_path,
        {
            "a/one": "// a comment\nname One // not this\nlanguage aa-bb 2 // nor this\nlanguage aa 7\n",
            "a/two": "language aa-cc\nlanguage aa 3\ndictionary  other\n",
            "a/three": "name No language\n",
            "four": "language dd\nname Without a dictionary\n",
        },
        {"v 1": "gender  Female 30\n", "v2": "gender\n"},
        ["aa", "other"],
    )
    monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(data))
    voices = EspeakVoices.installed()
    assert [voice.id for voice in voices.voices] == ["Plosive.Espeak.aa-bb", "Plosive.Espeak.aa-cc"]
    assert [(variant.name, variant.gender) for variant in voices.variants] == [("v2", None), ("v_1", "female")]
    widest = voices.best("aa", "female")
    assert widest is not None
    # The smallest number claims the language; without f3 the plain voice has to do.
    assert widest.id == "Plosive.Espeak.aa-cc"


def test_missing_data_is_the_operators_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(tmp_path / "nowhere"))
    with pytest.raises(SetupError, match="espeakng-loader"):
        EspeakVoices.installed()
