"""The commands, run as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


def bench(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    start = [sys.executable, "-c", code + "; import sys; from plosive.cli import main; main()"] if code else []
    return subprocess.run(
        [*(start or [sys.executable, "-m", "plosive"]), "bench", *arguments],
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("espeak", "--only", "cost,speed"), "There is no part 'speed': known are cost, paced, first-audio, barge-in"),
        (("piper", "voice.onnx", "--peers", "festival"), "There is no peer 'festival': known are piper-http"),
        (("piper", "voice.onnx"), "need --peers-python"),
        (("piper", "voice.onnx", "--peers", "none"), "voice.onnx is not a Piper voice"),
    ],
)
def test_bad_options_are_one_line(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = bench(*arguments, "--out", str(tmp_path))
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_extra_it_says_what_to_install() -> None:
    code = "import importlib.util as u; find = u.find_spec; u.find_spec = lambda n: None if n == 'psutil' else find(n)"
    done = bench("espeak", code=code)
    assert done.returncode == 1
    assert 'pip install "plosive[bench]"' in done.stderr


@pytest.mark.slow
def test_the_embedded_voice_is_measured(tmp_path: Path) -> None:
    done = bench("espeak", "--reps", "1", "--runs", "3", "--paced-s", "5", "--out", str(tmp_path / "new" / "folder"))
    assert done.returncode == 0, done.stderr
    out = tmp_path / "new" / "folder"
    assert {file.name for file in out.iterdir()} == {"results.json", "cost.png", "paced.png"}
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    cost = results["cost_cpu_s_per_audio_s"]
    assert all(0 < cost[stage] < 0.1 for stage in ("engine", "encoder", "framing"))
    # What the server does cannot cost less than its parts, but the clock of a process tree has steps.
    assert cost["through_socket"] > 0.5 * (cost["engine"] + cost["encoder"])
    assert results["paced"]["ceiling"] == pytest.approx(1 / (cost["engine"] + cost["encoder"] + cost["framing"]))
    assert results["paced"]["runs"]
    for heard in results["first_audio"].values():
        assert len(heard["engine_s"]) == len(heard["socket_s"]) == 3
        assert all(seconds > 0 for seconds in heard["engine_s"] + heard["socket_s"])
    assert len(results["barge_in"]["free_s"]) == 3
    assert len(results["barge_in"]["next_text"]["forced_s"]) == 3
    assert results["machine"]["cpus"] >= 1
    assert [goal["figure"] for goal in results["goals"]]
