"""`plosive doctor` in real situations: it names what is wrong, says how to mend it, and its exit status is 1."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plosive.cli.doctor import clock
from plosive_command import plosive
from plosive_server import PlosiveServer

LISTEN = (
    "import socket,time\ns=socket.create_server(('127.0.0.1',0))\nprint(s.getsockname()[1],flush=True)\ntime.sleep(60)"
)


def findings(output: str) -> dict[str, tuple[str, str]]:
    """State and text by subject; of several lines of a subject the last."""
    lines = re.findall(r"^(ok|note|problem) +(.{14}) (.+)$", output, re.MULTILINE)
    return {subject.strip(): (state, said) for state, subject, said in lines}


def test_an_installation_that_works(tmp_path: Path) -> None:
    done = plosive("doctor", PLOSIVE_DATA_DIR=str(tmp_path), PLOSIVE_PORT="0")
    assert done.returncode == 0, done.stdout + done.stderr
    found = findings(done.stdout)
    assert set(found) == {
        "versions", "settings", "data folder", "disk", "clock", "keys", "port", "hibari", "espeak-ng", "default voice", "GPU",
        "sound device",
    }  # fmt: skip
    assert "problem" not in {state for state, _ in found.values()}
    assert "Plosive.Hibari.heart" in found["default voice"][1]
    assert done.stderr == ""


def test_each_problem_says_how_to_mend_it(tmp_path: Path) -> None:
    broken = tmp_path / "voices" / "en_US-broken-low"
    broken.mkdir(parents=True)
    (broken / "en_US-broken-low.onnx").write_bytes(b"no graph")
    (broken / "en_US-broken-low.onnx.json").write_text("{", encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", LISTEN], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        port = other.stdout.readline().strip()
        done = plosive(
            "doctor", PLOSIVE_DATA_DIR=str(tmp_path), PLOSIVE_PORT=port, PLOSIVE_PROT="1", PLOSIVE_DEVICE="cuda",
            PLOSIVE_CACHE_DISK_MB="1000000000", PLOSIVE_HOST="127.0.0.1", PLOSIVE_API_KEYS_FILE="/nowhere/keys",
        )  # fmt: skip
        other.kill()
    assert done.returncode == 1
    found = findings(done.stdout)
    for subject, words in (
        ("settings", "is it PLOSIVE_PORT?"),
        ("disk", "PLOSIVE_CACHE_DISK_MB"),
        ("keys", "/nowhere/keys"),
        ("port", f"(process {other.pid})"),
        ("voices", "en_US-broken-low"),
        ("GPU", "pip install onnxruntime-gpu"),
    ):
        state, said = found[subject]
        assert state == "problem", subject
        assert words in said
    assert found["espeak-ng"][0] == "ok"
    assert "6 problems." in done.stdout


@pytest.mark.parametrize(
    ("settings", "subject", "words"),
    [
        ({"PLOSIVE_PORT": "99999"}, "settings", "PLOSIVE_PORT"),
        ({"PLOSIVE_HOST": "0.0.0.0"}, "keys", "plosive keys create"),
        ({"PLOSIVE_DEFAULT_VOICE": "Plosive.Espeak.en-uz"}, "voices", "Did you mean"),
    ],
)
def test_settings_that_stop_a_server(tmp_path: Path, settings: dict[str, str], subject: str, words: str) -> None:
    done = plosive("doctor", **{"PLOSIVE_DATA_DIR": str(tmp_path), "PLOSIVE_PORT": "0", **settings})
    assert done.returncode == 1
    state, said = findings(done.stdout)[subject]
    assert state == "problem"
    assert words in said


def test_of_a_folder_that_cannot_be_written_it_says_nothing_else() -> None:
    """The kernel's own file systems have 0 bytes free: the folder of a service without a home may be there."""
    done = plosive("doctor", PLOSIVE_DATA_DIR="/proc/plosive", PLOSIVE_PORT="0")
    assert done.returncode == 1
    [problem] = re.findall(r"^problem +(.+)$", done.stdout, re.MULTILINE)
    assert problem.startswith("data folder    /proc/plosive cannot be written: ")
    assert problem.endswith(". Make it writable, or set PLOSIVE_DATA_DIR to another folder.")


def test_keys_and_the_servers_that_want_one(tmp_path: Path) -> None:
    with PlosiveServer(data_dir=tmp_path) as server:
        here = {"PLOSIVE_DATA_DIR": str(tmp_path), "PLOSIVE_PORT": str(server.port)}
        plosive("keys", "create", "--name", "desk", **here)
        found = findings(plosive("doctor", **here).stdout)
        assert found["port"] == ("ok", f"Plosive runs at {server.http}")
        assert found["keys"][0] == "ok"
        assert found["keys"][1].endswith(f"These servers want one: {server.http}")
        [key_id] = re.findall(r"^ ?([0-9a-f]{10}) ", plosive("keys", "list", **here).stdout, re.MULTILINE)
        plosive("keys", "revoke", key_id, **here)
        done = plosive("doctor", **here)
    assert done.returncode == 1
    assert findings(done.stdout)["keys"][0] == "problem"
    assert "plosive keys create --name NAME" in findings(done.stdout)["keys"][1]


def test_a_clock_that_is_behind() -> None:
    assert clock(dt.datetime.now(dt.UTC)).state == "ok"
    behind = clock(dt.datetime(1970, 1, 1, 0, 5, tzinfo=dt.UTC))
    assert behind.state == "problem"
    assert "timedatectl" in behind.said
