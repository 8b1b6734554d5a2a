"""The commands, run as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments],
        capture_output=True, text=True, timeout=110, check=False, cwd=ROOT,
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


@pytest.mark.slow
def test_the_share_of_text_is_measured() -> None:
    done = bench("text-share", "--listeners", "2", "--seconds", "5", "--runs", "1")
    assert done.returncode == 0, done.stderr
    shares = [float(line.split()[-2]) for line in done.stdout.splitlines() if line.strip().endswith("%")]
    assert len(shares) == 2
    assert all(0 < share < 50 for share in shares)


def test_every_command_says_what_it_measures() -> None:
    done = bench("--help")
    assert done.returncode == 0
    for command in (
        "piper",
        "espeak",
        "releases",
        "text-share",
        "text-speed",
        "rest",
        "cache",
        "kokoro",
        "piper-speed",
        "schedule",
    ):
        assert command in done.stdout
