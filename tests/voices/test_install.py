"""`plosive voices` as a user types it, against a stand-in hub: downloads, refusals, and the files that remain."""

import contextlib
import hashlib
import json
import os
import pty
import random
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from plosive.voices.catalog import Catalog
from plosive_server import until
from voices.stand_in_hub import StandInHub
from voices.voice_folders import piper_config, styles

# Every test starts the command once or several times.
pytestmark = pytest.mark.slow

PIPER = "rhasspy/piper-voices"
KOKORO = "onnx-community/Kokoro-82M-v1.0-ONNX"
LESSAC = "en/en_US/lessac/medium/en_US-lessac-medium.onnx"
TUGAO = "pt/pt_PT/tugão/medium/pt_PT-tugão-medium.onnx"
THORSTEN = "de/de_DE/thorsten/low/de_DE-thorsten-low.onnx"
# More than two of the pieces of 10 MiB that the hub's client reads at a time.
TINY_VOICES = Path(__file__).parents[1] / "engines" / "voices"
ONA = "ca/ca_ES/upc_ona/x_low/ca_ES-upc_ona-x_low.onnx"
MODEL = random.Random(1).randbytes(25_000_000)
SMALL_MODEL = random.Random(2).randbytes(300_000)

Plosive = Callable[..., subprocess.CompletedProcess[str]]


def piper_files() -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    listed = {}
    real = (TINY_VOICES / "single.onnx").read_bytes()
    for path, model in ((LESSAC, MODEL), (TUGAO, SMALL_MODEL), (THORSTEN, SMALL_MODEL[:-1]), (ONA, real)):
        folder, _, name = path.rpartition("/")
        code = name.split("-")[0]
        own = {path: model, f"{path}.json": piper_config(code), f"{folder}/MODEL_CARD": f"Card of {name}".encode()}
        if path == ONA:
            real_config = json.loads((TINY_VOICES / "single.onnx.json").read_bytes())
            own[f"{path}.json"] = json.dumps(json.loads(own[f"{path}.json"]) | real_config).encode()
        files |= own
        listed[name.removesuffix(".onnx")] = {
            "key": name.removesuffix(".onnx"),
            "name": name.split("-")[1],
            "language": {"code": code, "family": code[:2], "region": code[3:]},
            "quality": name.removesuffix(".onnx").split("-")[2],
            "num_speakers": 1,
            "speaker_id_map": {},
            "files": {
                each: {"size_bytes": len(content), "md5_digest": hashlib.md5(content).hexdigest()}
                for each, content in own.items()
            },
            "aliases": ["en-us-lessac-medium"] if path == LESSAC else [],
        }
    return {**files, "voices.json": json.dumps(listed).encode()}


def kokoro_files() -> dict[str, bytes]:
    voices = {f"voices/{name}.bin": styles(510).tobytes() for name in ("af_heart", "am_adam", "bf_emma")}
    files = {"onnx/model.onnx": SMALL_MODEL, "onnx/model_q4.onnx": b"another", "config.json": b"{}", "README.md": b"#"}
    return {**files, **voices, "tokenizer.json": b"{}", "tokenizer_config.json": b"{}"}


@pytest.fixture
def hub() -> Iterator[StandInHub]:
    with StandInHub({PIPER: piper_files(), KOKORO: kokoro_files()}) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "voices"


@pytest.fixture
def environment(hub: StandInHub, folder: Path, tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PLOSIVE_", "HF_"))}
    return {
        **kept,
        "COLUMNS": "200",
        "NO_PROXY": "127.0.0.1",
        "HF_ENDPOINT": hub.url,
        "HF_HOME": str(tmp_path / "hf"),
        "PLOSIVE_DATA_DIR": str(tmp_path / "data"),
        "PLOSIVE_VOICES_DIR": str(folder),
    }


@pytest.fixture
def plosive(environment: dict[str, str]) -> Plosive:
    def run(*arguments: str, **changed: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "plosive", *arguments],
            stdin=subprocess.DEVNULL,
            env={**environment, **changed},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def neural(folder: Path) -> list[str]:
    embedded = ("espeak", "hibari")
    return [voice.id for voice in Catalog.load(folder).voices() if voice.engine_voice.engine not in embedded]


def left_in(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file() and file.name != "lock")


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


def test_install_list_and_remove(plosive: Plosive, folder: Path, hub: StandInHub) -> None:
    done = plosive("voices", "install", "en_US-lessac-medium", "pt_PT-tugao-medium")
    assert done.returncode == 0, done.stderr
    assert "MODEL_CARD" in done.stdout
    assert left_in(folder) == [
        "en_US-lessac-medium/MODEL_CARD",
        "en_US-lessac-medium/en_US-lessac-medium.onnx",
        "en_US-lessac-medium/en_US-lessac-medium.onnx.json",
        "pt_PT-tugão-medium/MODEL_CARD",
        "pt_PT-tugão-medium/pt_PT-tugão-medium.onnx",
        "pt_PT-tugão-medium/pt_PT-tugão-medium.onnx.json",
    ]
    assert (folder / "en_US-lessac-medium/en_US-lessac-medium.onnx").read_bytes() == MODEL
    assert neural(folder) == ["Plosive.Piper.en_US-lessac-medium", "Plosive.Piper.pt_PT-tugao-medium"]
    listed = plosive("voices", "--all").stdout
    assert "Plosive.Piper.en_US-lessac-medium" in listed
    assert "Plosive.Espeak.en-us" in listed
    assert "Telnyx.NaturalHD.astra      " in listed
    again = plosive("voices", "install", "Plosive.Piper.en_US-lessac-medium")
    assert "already" in again.stdout
    assert hub.ranges(LESSAC) == [None]
    cut = folder / "en_US-lessac-medium/en_US-lessac-medium.onnx.plosive"
    cut.mkdir(exist_ok=True)
    (cut / "decoder.onnx").touch()
    assert neural(folder) == ["Plosive.Piper.en_US-lessac-medium", "Plosive.Piper.pt_PT-tugao-medium"]
    assert plosive("voices", "remove", "en_US-lessac-medium", "pt_PT-tugão-medium").returncode == 0
    assert left_in(folder) == []
    assert [each.name for each in folder.iterdir()] == [".partial"]
    refused(plosive("voices", "remove", "en_US-lessac-medium"), "No voice is called")


def test_an_installed_voice_is_cut_and_measured_before_a_listener_comes(
    plosive: Plosive, folder: Path, tmp_path: Path
) -> None:
    done = plosive("voices", "install", "ca_ES-upc_ona-x_low")
    assert done.returncode == 0, done.stderr
    assert "does not speak" not in done.stdout
    cut = folder / "ca_ES-upc_ona-x_low" / "ca_ES-upc_ona-x_low.onnx.plosive"
    assert [file.name for file in sorted(cut.glob("*/*.onnx"))] == ["decoder.onnx", "encoder.onnx", "flow.onnx"]
    [gain] = json.loads((tmp_path / "data" / "loudness.json").read_bytes()).values()
    assert 0.1 < gain < 4
    assert "does not speak" in plosive("voices", "install", "en_US-lessac-medium").stdout, "its model is no model"


def test_kokoro(plosive: Plosive, folder: Path) -> None:
    done = plosive("voices", "install", "kokoro")
    assert done.returncode == 0, done.stderr
    assert "Apache-2.0" in done.stdout
    assert left_in(folder) == [
        "kokoro/README.md",
        "kokoro/config.json",
        "kokoro/onnx/model.onnx",
        "kokoro/tokenizer.json",
        "kokoro/voices/af_heart.bin",
        "kokoro/voices/am_adam.bin",
        "kokoro/voices/bf_emma.bin",
    ]
    assert neural(folder) == ["Plosive.Kokoro.af_heart", "Plosive.Kokoro.am_adam", "Plosive.Kokoro.bf_emma"]
    (folder / "kokoro/mine.txt").touch()
    assert plosive("voices", "remove", "kokoro").returncode == 0
    assert left_in(folder) == ["kokoro/mine.txt"]
    assert neural(folder) == []


def test_hibari_whose_digest_its_package_tells(plosive: Plosive, folder: Path, hub: StandInHub) -> None:
    hub.files["maureesewilliams/hibari"] = {"voices/bf_emma.int8.onnx": random.Random(3).randbytes(7936868)}
    refused(plosive("voices", "install", "hibari-emma"), "bf_emma.int8.onnx is refused", "sha256")
    assert left_in(folder) == []
    (folder / "hibari-emma").mkdir()
    (folder / "hibari-emma" / "bf_emma.int8.onnx").touch()
    with capture_logs() as logged:
        voice = Catalog.load(folder).resolve("Telnyx.KokoroTTS.bf_emma").voice
    assert (voice.id, voice.language, logged) == ("Plosive.Hibari.emma", "en-GB", [])
    assert plosive("voices", "remove", "Plosive.Hibari.emma").returncode == 0
    assert left_in(folder) == []


def test_what_could_be_installed_is_listed(plosive: Plosive) -> None:
    assert plosive("voices", "install", "de_DE-thorsten-low").returncode == 0
    listed = plosive("voices", "list", "--available")
    rows = {line.split()[0]: line.split() for line in listed.stdout.splitlines() if line.strip()}
    assert rows["de_DE-thorsten-low"][1:] == ["de-DE", "low", "300.4", "kB", "1", "yes"]
    assert rows["en_US-lessac-medium"][1:] == ["en-US", "medium", "25.0", "MB", "1"]
    assert rows["hibari-fenrir"][1:] == ["en-US", "high", "8.0", "MB", "1"]
    assert rows["kokoro"][1] == "en-US,"
    german = plosive("voices", "list", "--available", "--language", "de").stdout
    assert "thorsten" in german
    assert "lessac" not in german
    assert "kokoro" not in german
    assert "kokoro" in plosive("voices", "list", "--available", "--language", "zh").stdout
    refused(plosive("voices", "list", "--available", "--language", "tlh"), "'tlh'")
    refused(plosive("voices", "list", "--available", "--language", "e n"), "BCP-47")
    refused(plosive("voices", "--language", "de", "list"), "plosive voices list --language de")


def test_a_connection_that_ends_halfway_is_gone_on_with(plosive: Plosive, folder: Path, hub: StandInHub) -> None:
    hub.fault[LESSAC] = ("close", 15_000_000)
    done = plosive("voices", "install", "en_US-lessac-medium")
    assert done.returncode == 0, done.stderr
    assert hub.ranges(LESSAC) == [None, "bytes=10485760-"]
    assert (folder / "en_US-lessac-medium/en_US-lessac-medium.onnx").read_bytes() == MODEL


def test_a_second_run_goes_on_where_a_broken_one_stopped(plosive: Plosive, folder: Path, hub: StandInHub) -> None:
    hub.fault[LESSAC] = ("reset", 18_000_000)
    refused(plosive("voices", "install", "en_US-lessac-medium"), LESSAC, hub.url, "again")
    assert neural(folder) == []
    have = (folder / ".partial/en_US-lessac-medium/en_US-lessac-medium.onnx").stat().st_size
    assert have > 0
    done = plosive("voices", "install", "en_US-lessac-medium")
    assert done.returncode == 0, done.stderr
    assert hub.ranges(LESSAC) == [None, f"bytes={have}-"]
    assert (folder / "en_US-lessac-medium/en_US-lessac-medium.onnx").read_bytes() == MODEL
    assert len(left_in(folder)) == 3


def test_a_killed_install_shows_no_voice_and_is_gone_on_with(
    plosive: Plosive, environment: dict[str, str], folder: Path, hub: StandInHub
) -> None:
    hub.fault[LESSAC] = ("hold", 18_000_000)
    command = [sys.executable, "-m", "plosive", "voices", "install", "en_US-lessac-medium"]
    coming = folder / ".partial/en_US-lessac-medium/en_US-lessac-medium.onnx"
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        assert hub.held.wait(30)
        until(lambda: coming.stat().st_size > 0)
        process.kill()
    hub.release.set()
    assert neural(folder) == []
    have = coming.stat().st_size
    done = plosive("voices", "install", "en_US-lessac-medium")
    assert done.returncode == 0, done.stderr
    assert hub.ranges(LESSAC) == [None, f"bytes={have}-"]
    assert neural(folder) == ["Plosive.Piper.en_US-lessac-medium"]


def test_two_installs_at_once_download_once(environment: dict[str, str], folder: Path, hub: StandInHub) -> None:
    command = [sys.executable, "-m", "plosive", "voices", "install", "en_US-lessac-medium"]
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [process.wait(60) for process in both] == [0, 0]
    assert hub.ranges(LESSAC) == [None]
    assert len(left_in(folder)) == 3


@pytest.mark.parametrize(
    ("name", "path", "content"),
    [
        ("en_US-lessac-medium", LESSAC, MODEL[:-1] + b"?"),
        ("en_US-lessac-medium", f"{LESSAC}.json", piper_config("en_GB")),
        ("kokoro", "onnx/model.onnx", SMALL_MODEL[:-1] + b"?"),
        ("kokoro", "config.json", b"[]"),
        ("kokoro", "voices/am_adam.bin", styles(509).tobytes() + b"?" * 1024),
    ],
)
def test_a_wrong_digest_is_refused_and_leaves_nothing(
    plosive: Plosive, folder: Path, hub: StandInHub, name: str, path: str, content: bytes
) -> None:
    hub.served_instead[path] = content
    refused(plosive("voices", "install", name), path, "digest", "refused")
    assert left_in(folder) == []
    hub.served_instead.clear()
    assert plosive("voices", "install", name).returncode == 0


def test_a_wrong_size_is_refused_and_not_gone_on_with(plosive: Plosive, folder: Path, hub: StandInHub) -> None:
    for wrong in (SMALL_MODEL[:1000], SMALL_MODEL + b"more"):
        hub.served_instead[THORSTEN] = wrong
        refused(plosive("voices", "install", "de_DE-thorsten-low"), THORSTEN, "size")
        assert neural(folder) == []
    hub.served_instead.clear()
    assert plosive("voices", "install", "de_DE-thorsten-low").returncode == 0
    assert hub.ranges(THORSTEN) == [None, None, None]


def test_a_broken_voice_is_installed_anew(plosive: Plosive, folder: Path) -> None:
    plosive("voices", "install", "de_DE-thorsten-low")
    model = folder / "de_DE-thorsten-low/de_DE-thorsten-low.onnx"
    model.write_bytes(b"broken")
    done = plosive("voices", "install", "de_DE-thorsten-low")
    assert "is installed in" in done.stdout
    assert model.read_bytes() == SMALL_MODEL[:-1]
    assert len(left_in(folder)) == 3


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("en_US-lesac-medium", "Did you mean en_US-lessac-medium"),
        ("kokorro", "Did you mean kokoro"),
        ("../../etc", "No voice is called '../../etc'"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest(
    plosive: Plosive, folder: Path, hub: StandInHub, name: str, near: str
) -> None:
    refused(plosive("voices", "install", "de_DE-thorsten-low", name), near)
    assert not folder.exists()
    assert hub.ranges(THORSTEN) == []


def test_a_former_name_is_known(plosive: Plosive, folder: Path) -> None:
    assert plosive("voices", "install", "en-us-lessac-medium").returncode == 0
    assert neural(folder) == ["Plosive.Piper.en_US-lessac-medium"]


def test_removing_names_the_nearest_that_is_installed(plosive: Plosive, folder: Path) -> None:
    plosive("voices", "install", "de_DE-thorsten-low")
    refused(plosive("voices", "remove", "de_DE-torsten-low"), "Did you mean de_DE-thorsten-low")
    assert len(left_in(folder)) == 3


def test_a_name_from_the_hub_cannot_leave_the_folder(plosive: Plosive, folder: Path, hub: StandInHub) -> None:
    listed = json.loads(hub.files[PIPER]["voices.json"])
    hub.files[PIPER]["voices.json"] = json.dumps({"../evil": listed["de_DE-thorsten-low"]}).encode()
    refused(plosive("voices", "install", "../evil"), "No voice is called")
    assert not folder.exists()


def test_without_a_network(plosive: Plosive, folder: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    for name in ("en_US-lessac-medium", "kokoro"):
        refused(plosive("voices", "install", name, HF_ENDPOINT=nowhere), nowhere, "refused")
    refused(plosive("voices", "list", "--available", HF_ENDPOINT=nowhere), nowhere, "mirror", "docs/voices.md")
    assert left_in(folder) == [] if folder.exists() else True


def test_offline_only_what_the_cache_of_the_hub_holds(
    plosive: Plosive, environment: dict[str, str], folder: Path, hub: StandInHub
) -> None:
    for name in ("en_US-lessac-medium", "kokoro"):
        refused(plosive("voices", "install", name, HF_HUB_OFFLINE="1"), "HF_HUB_OFFLINE", "cache")
    hf = [str(Path(sys.executable).with_name("hf")), "download"]
    for repository, *chosen in (
        (PIPER, "--include", "voices.json", "--include", THORSTEN.rpartition("/")[0] + "/*"),
        (KOKORO, "--exclude", "voices/bf_emma.bin"),
    ):
        subprocess.run([*hf, repository, *chosen], env=environment, check=True, capture_output=True, timeout=60)
    asked = len(hub.requests)
    done = plosive("voices", "install", "de_DE-thorsten-low", "kokoro", HF_HUB_OFFLINE="1")
    assert done.returncode == 0, done.stderr
    assert neural(folder) == [
        "Plosive.Kokoro.af_heart",
        "Plosive.Kokoro.am_adam",
        "Plosive.Piper.de_DE-thorsten-low",
    ]
    refused(plosive("voices", "install", "en_US-lessac-medium", HF_HUB_OFFLINE="1"), "HF_HUB_OFFLINE", "does not hold")
    assert "de_DE-thorsten-low" in plosive("voices", "list", "--available", HF_HUB_OFFLINE="1").stdout
    assert len(hub.requests) == asked


def test_progress_is_shown_where_somebody_watches(environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "plosive", "voices", "install", "kokoro"]
    with subprocess.Popen(command, env=environment, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        # Linux answers EIO once the other end is closed.
        with contextlib.suppress(OSError):
            while data := os.read(ours, 1 << 16):
                shown += data
    os.close(ours)
    assert process.returncode == 0
    assert b"kokoro: 100%" in shown
    assert shown.count(b"100%") <= 2
