import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from plosive.errors import BadParameter, UnknownVoice
from plosive.settings import Settings
from plosive.voices.catalog import DEFAULT_VOICE, Catalog, Resolution

CATALOG = Catalog.load()


class FileWatch:
    """Notes file access while `on`: the interpreter keeps an audit hook for good."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self.note)

    def note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event in ("open", "os.listdir", "os.scandir", "import", "ctypes.dlopen"):
            self.seen.append(f"{event} {arguments[:1]}")


WATCH = FileWatch()


def test_the_default_voice_exists(catalog: Catalog) -> None:
    voice = catalog.resolve(DEFAULT_VOICE).voice
    assert (voice.engine_voice.engine, voice.language, voice.gender) == ("hibari", "en-US", "female")
    assert catalog.resolve(Settings().default_voice).voice == voice


def test_every_listed_voice_resolves_to_itself(catalog: Catalog) -> None:
    for voice in catalog.voices():
        assert catalog.resolve(voice.id) == Resolution(voice, voice.id, is_alias=False)
    for variant in catalog.variants():
        assert catalog.resolve(f"Plosive.Espeak.en-us+{variant.name}").voice.gender == variant.gender


def test_voices_are_listed_by_language(catalog: Catalog) -> None:
    heart, *english = (voice.id for voice in catalog.voices("en"))
    assert heart == DEFAULT_VOICE
    assert {"Plosive.Espeak.en-us", "Plosive.Espeak.en-gb"} < set(english)
    assert all(voice_id.startswith("Plosive.Espeak.en-") for voice_id in english)
    assert [voice.id for voice in catalog.voices("zh")] == [
        "Plosive.Espeak.cmn",
        "Plosive.Espeak.cmn-latn-pinyin",
        "Plosive.Espeak.yue",
        "Plosive.Espeak.yue-latn-jyutping",
    ]
    assert [voice.id for voice in catalog.voices("en-AU")] == [DEFAULT_VOICE, "Plosive.Espeak.en-gb"]
    assert catalog.voices("tlh") == ()
    assert catalog.voices("auto") == catalog.voices()
    with pytest.raises(BadParameter):
        catalog.voices("en us")


def test_the_watch_sees_a_file_being_opened() -> None:
    WATCH.on = True
    Path(__file__).read_bytes()
    WATCH.on = False
    assert len(WATCH.seen) == 1
    WATCH.seen.clear()


@pytest.mark.parametrize(
    ("requested", "language", "expected"),
    [
        ("Telnyx.NaturalHD.astra", None, "Hibari.heart"),
        ("TELNYX.naturalhd.Astra", None, "Hibari.heart"),
        ("Telnyx.NaturalHD.albion", None, "Espeak.en-us"),
        ("Telnyx.NaturalHD.amarante", None, "Espeak.fr-fr+f3"),
        ("Telnyx.KokoroTTS.bm_george", None, "Espeak.en-gb"),
        ("Telnyx.KokoroTTS.pf_dora", None, "Espeak.pt-br+f3"),
        ("Telnyx.KokoroTTS.zm_yunxi", None, "Espeak.cmn"),
        ("Telnyx.NaturalHD.Alloy", None, "Hibari.heart"),
        ("Telnyx.KokoroTTS.af_heart", None, "Hibari.heart"),
        ("Telnyx.KokoroTTS.am_adam", None, "Espeak.en-us"),
        ("Telnyx.KokoroTTS.am_adam", "en-GB", "Espeak.en-gb"),
        ("plosive.HIBARI.Heart", None, "Hibari.heart"),
        ("Plosive.Hibari.heart", "en-AU", "Hibari.heart"),
        ("Plosive.Hibari.heart", "fr", "Espeak.fr-fr+f3"),
        # A language is given: it wins, unless the voice speaks it already.
        ("Telnyx.NaturalHD.astra", "fr-CA", "Espeak.fr-fr+f3"),
        ("Telnyx.NaturalHD.astra", "en", "Hibari.heart"),
        ("Telnyx.KokoroTTS.bf_emma", "en", "Hibari.heart"),
        ("Telnyx.KokoroTTS.bf_emma", "en-US", "Hibari.heart"),
        ("Telnyx.NaturalHD.astra", "auto", "Hibari.heart"),
        ("Telnyx.NaturalHD.astra", "", "Hibari.heart"),
        ("Plosive.Espeak.en-us", "en", "Espeak.en-us"),
        ("Plosive.Espeak.en-gb-scotland+f2", "en-GB", "Espeak.en-gb-scotland+f2"),
        ("Plosive.Espeak.en-us+f2", "de_DE", "Espeak.de+f2"),
        ("Plosive.Espeak.fr-fr", "en", "Espeak.en-us"),
        ("Plosive.Espeak.en-us+f2", "en-AU", "Espeak.en-gb+f2"),
        ("Plosive.Espeak.pt-br", "pt-AO", "Espeak.pt-br"),
        ("Plosive.Espeak.cmn", "zh-CN", "Espeak.cmn"),
        ("Plosive.Espeak.yue", "zh", "Espeak.yue"),
        ("Plosive.Espeak.cmn+m1", "zh-HK", "Espeak.yue+m1"),
        ("plosive.ESPEAK.En-Us+F3", None, "Espeak.en-us+f3"),
    ],
)
def test_an_id_and_a_language_choose_a_voice(
    catalog: Catalog, requested: str, language: str | None, expected: str
) -> None:
    resolution = catalog.resolve(requested, language)
    assert resolution.voice.id == f"Plosive.{expected}"
    assert resolution.requested == requested
    assert resolution.is_alias == requested.lower().startswith("telnyx")


def test_without_its_package_the_nearest_voice_speaks_and_that_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plosive.voices.hibari.find_spec", lambda _: None)
    with capture_logs() as logged:
        without = Catalog.load()
    assert [entry["event"] for entry in logged] == ["no embedded neural voice: espeak-ng speaks instead"]
    assert without.resolve(DEFAULT_VOICE).voice.id == "Plosive.Espeak.en-us+f3"
    assert without.resolve("Telnyx.NaturalHD.astra").voice.id == "Plosive.Espeak.en-us+f3"
    assert DEFAULT_VOICE not in {voice.id for voice in without.voices()}


@pytest.mark.parametrize(
    ("requested", "nearest"),
    [
        ("Telnyx.NaturalHD.asta", "Telnyx.NaturalHD.astra"),
        ("Telnyx.astra", "Telnyx.NaturalHD.astra"),
        ("Telnyx.Kokoro.af_heart", "Telnyx.KokoroTTS.af_heart"),
        ("Telnyx.KokoroTTS.ff_siwi", "Telnyx.KokoroTTS.ff_siwis"),
        ("Plosve.Espeak.en-us", "Plosive.Espeak.en-us"),
        ("Plosive.en-us", "Plosive.Espeak.en-us"),
        ("Plosive.Espeak.en", "Plosive.Espeak.en-us"),
        ("Plosive.Espeak.zh", "Plosive.Espeak.cmn"),
        ("Plosive.Espeak.en-us+f33", "Plosive.Espeak.en-us+f3"),
        ("Plosive.Espeak.en-us+Mr-serious", "Plosive.Espeak.en-us+Mr_serious"),
        ("Plosive.Espeak.en-us+@", None),
        ("a.b", DEFAULT_VOICE),
    ],
)
def test_an_unknown_voice_comes_with_the_nearest_that_exist(
    catalog: Catalog, requested: str, nearest: str | None
) -> None:
    if nearest is None:
        with pytest.raises(BadParameter):
            catalog.resolve(requested)
        return
    with pytest.raises(UnknownVoice, match="PLOSIVE_VOICE_ALIASES") as caught:
        catalog.resolve(requested)
    assert caught.value.nearest[0] == nearest
    assert 1 <= len(caught.value.nearest) <= 3
    for voice_id in caught.value.nearest:
        catalog.resolve(voice_id)


@pytest.mark.parametrize("requested", ["Telnyx.Ultra.Clara", "telnyx.ultra.33226e69-3abd-429b-b64a-86775c9b5850"])
def test_ultra_is_forbidden_over_the_socket_whether_known_or_not(catalog: Catalog, requested: str) -> None:
    with pytest.raises(BadParameter) as caught:
        catalog.resolve(requested, over_socket=True)
    assert (caught.value.parameter, caught.value.status) == ("voice", 403)


@pytest.mark.parametrize(
    "language", ["xx", "tlh-Latn", "e", "en us", "en-", "-en", "en\n", "e" * 36, "en-\0", "日本語"]
)
def test_a_language_that_is_malformed_or_that_nobody_speaks_is_refused(catalog: Catalog, language: str) -> None:
    for voice in (DEFAULT_VOICE, "Telnyx.NaturalHD.astra"):
        with pytest.raises(BadParameter) as caught:
            catalog.resolve(voice, language)
        assert (caught.value.parameter, caught.value.status) == ("language", 400)


_near_ids = st.sampled_from([voice.id for voice in CATALOG.voices()] + [alias.id for alias in CATALOG.aliases()])
_edited_ids = st.tuples(_near_ids, st.integers(0, 40), st.text(max_size=3)).map(
    lambda edit: edit[0][: edit[1]] + edit[2] + edit[0][edit[1] + 1 :]
)
_languages = st.none() | st.text(max_size=40) | st.from_regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,4})?", fullmatch=True)


@given(st.text() | _edited_ids | st.text("abE.+-_5/%\0", max_size=400), _languages, st.booleans())
@example("x" * 10_000, None, False)
@example("Telnyx.NaturalHD." + "astra" * 25, None, False)
@example("Plosive.Espeak.en-us+" + "f3" * 50, None, False)
@example("Telnyx.Piper.../../../etc/passwd", None, True)
@example("Telnyx.Piper..%2f..%2fetc%2fpasswd", None, True)
@example("Plosive.Espeak.../../gmw/en-US", None, True)
@example("\udcff\udcfe", "\udcff", True)
def test_any_text_gives_a_voice_or_a_documented_error_and_opens_nothing(
    voice: str, language: str | None, over_socket: bool
) -> None:
    WATCH.on = True
    began = time.perf_counter()
    try:
        resolution = CATALOG.resolve(voice, language, over_socket=over_socket)
    except UnknownVoice as error:
        assert 1 <= len(error.nearest) <= 3
    except BadParameter as error:
        assert error.parameter in ("voice", "language")
        assert error.status in (400, 403)
        assert len(error.detail) < 1000
    else:
        assert resolution.requested == voice
    finally:
        WATCH.on = False
    assert WATCH.seen == []
    # Milliseconds when the machine is idle; the margin is for a busy one.
    assert time.perf_counter() - began < 0.5


def test_loading_is_fast() -> None:
    # The log is loaded by whatever loads this.
    program = (
        "import structlog, time; began = time.process_time(); from plosive.voices.catalog import Catalog; Catalog.load(); "
        "print(time.process_time() - began)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True).stdout)
        for _ in range(3)
    ]
    assert min(runs) < 0.1, runs
