"""The commands, run as a user runs them."""

import json
import subprocess
import sys
import wave
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
        (
            ("embedded", "--only", "cost,speed"),
            "There is no part 'speed': known are first-audio, together, paced, barge-in",
        ),
        (("piper", "voice.onnx", "--peers", "festival"), "There is no peer 'festival': known are piper-http"),
        (("piper", "voice.onnx"), "need --peers-python"),
        (("piper", "voice.onnx", "--peers", "none"), "voice.onnx is not a Piper voice"),
        (("listen", "--set", "other"), "There is no set 'other': known are held-out, main"),
        (("listen", "--judges-python", "nowhere"), "There is no nowhere: make .venv/listen/ready installs the judges"),
    ],
)
def test_bad_options_are_one_line(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = bench(*arguments, "--out", str(tmp_path))
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_the_embedded_voice_is_measured(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    done = bench("embedded", "--only", "first-audio,together,barge-in", "--reps", "1", "--runs", "2", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert {file.name for file in out.iterdir()} == {"results.json"}
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert list(results["first_audio"]) == ["2.5 s", "5 s", "9 s", "14 s"]
    for waits in results["first_audio"].values():
        assert list(waits) == ["engine", "socket", "package"]
        assert all(len(values) == 2 and min(values) > 0 for values in waits.values())
    together = results["together"]
    assert len(together["first_s"]) == 8
    assert all(len(rates) == 1 and rates[0] > 0 for rates in together["audio_s_per_s"].values())
    assert 50 < together["memory"]["rss_mb"] < 2000
    assert len(results["barge_in"]["free_s"]) == 2
    assert len(results["barge_in"]["next_text"]["forced_s"]) == 2
    assert results["machine"]["cpus"] >= 1
    assert len(results["goals"]) == 10
    assert all(goal["measured"] > 0 for goal in results["goals"])


@pytest.mark.slow
def test_another_voice_is_measured_without_the_package(tmp_path: Path) -> None:
    arguments = ("--voice", "Plosive.Espeak.en-us", "--reps", "1", "--runs", "1", "--out", str(tmp_path))
    done = bench("embedded", "--only", "first-audio,cost", *arguments)
    assert done.returncode == 0, done.stderr
    assert {file.name for file in tmp_path.iterdir()} == {"results.json", "cost.png"}
    results = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert all(waits["package"] == [] for waits in results["first_audio"].values())
    cost = results["cost_cpu_s_per_audio_s"]
    assert all(0 < cost[stage] < 0.1 for stage in ("engine", "encoder", "framing"))
    # What the server does cannot cost less than its parts, but the clock of a process tree has steps.
    assert cost["through_socket"] > 0.5 * (cost["engine"] + cost["encoder"])


@pytest.mark.slow
def test_the_share_of_text_is_measured() -> None:
    done = bench("text-share", "--listeners", "2", "--seconds", "1", "--runs", "1")
    assert done.returncode == 0, done.stderr
    shares = [float(line.split()[-2]) for line in done.stdout.splitlines() if line.strip().endswith("%")]
    assert len(shares) == 2
    assert all(0 < share < 50 for share in shares)


VOICE = "Plosive.Espeak.en-us"
VERDICT = {
    "heard": "good morning and thank you for calling the Lakeside mental office",
    "distillmos": 2.5, "dnsmos_p808": 3.5, "dnsmos_overall": 3.0,
}  # fmt: skip


def judges(folder: Path, answer: str = f"echo '{json.dumps(VERDICT)}'") -> str:
    """A script in the place of the judges' interpreter, whose models are not installed for tests: it gives this answer to each
    recording."""
    script = folder / "python"
    script.write_text(f'#!/bin/sh\necho \'{{"whisper": "0"}}\'\nwhile read -r recording; do {answer}; done\n')
    script.chmod(0o755)
    return str(script)


def test_a_voice_is_spoken_measured_and_kept(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    done = bench("listen", "--sentences", "2", "--judges-python", judges(tmp_path), "--out", str(out), "--voice", VOICE)
    assert done.returncode == 0, done.stderr
    assert {file.name for file in (out / VOICE).iterdir()} == {"01.wav", "01.png", "02.wav", "02.png"}
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert results["judges"] == {"whisper": "0"}
    found = results["voices"][VOICE]
    first, second = found["sentences"]
    assert (first["words"], first["wrong_words"]) == (11, 1)
    assert first["verdict"]["heard"] == VERDICT["heard"]
    with wave.open(str(out / VOICE / "01.wav")) as recording:
        assert recording.getframerate() == 24_000
        assert recording.getnframes() / 24_000 == pytest.approx(first["audio_s"])
    assert 2 < first["audio_s"] < 6
    assert first["clicks_s"] == []
    assert found["summary"]["distillmos"] == 2.5
    assert -26 < found["summary"]["lufs"] < -16
    assert 0 <= found["summary"]["silence_before_s"] < 0.1 < found["summary"]["silence_after_s"] < 1
    assert 2 < found["summary"]["words_a_second"] < 5
    assert f"heard  {VERDICT['heard']}" in done.stdout
    assert second["said"] in done.stdout


def loudness(*arguments: str) -> tuple[dict[str, str], str]:
    """The loudness of each voice, and the last line."""
    done = bench("loudness", "--sentences", "1", *arguments)
    assert done.returncode == 0, done.stderr
    rows = [line.split() for line in done.stdout.splitlines()]
    return {row[0]: row[1] for row in rows if row and row[0].startswith("Plosive.")}, done.stdout.splitlines()[-1]


def test_the_loudness_of_voices_is_measured() -> None:
    found, last = loudness("--voice", VOICE, "--voice", "Plosive.Espeak.de", "--voice", "Plosive.Espeak.sjn")
    assert list(found) == [VOICE, "Plosive.Espeak.de", "Plosive.Espeak.sjn"]
    assert found["Plosive.Espeak.sjn"] == "silent"
    assert "of 2 voices that speak are within 1 LU of -22 LUFS" in last
    own, _ = loudness("--voice", VOICE, "--own")
    assert float(own[VOICE]) > float(found[VOICE])


def test_what_was_measured_is_kept_when_a_voice_fails(tmp_path: Path) -> None:
    voices = ("--voice", VOICE, "--voice", "Plosive.Piper.nobody")
    done = bench(
        "listen", "--sentences", "1", "--judges-python", judges(tmp_path), "--out", str(tmp_path / "out"), *voices
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "nobody" in done.stderr or "400" in done.stderr
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert list(results["voices"]) == [VOICE]


def test_judges_that_die_are_said_in_one_line(tmp_path: Path) -> None:
    arguments = ("--sentences", "1", "--judges-python", judges(tmp_path, "exit 1"), "--out", str(tmp_path / "out"))
    done = bench("listen", *arguments, "--voice", VOICE)
    assert done.returncode == 1
    assert f"the judges in {tmp_path / 'python'} died" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_says_what_it_measures() -> None:
    done = bench("--help")
    assert done.returncode == 0
    for command in (
        "piper",
        "embedded",
        "releases",
        "text-share",
        "text-speed",
        "rest",
        "cache",
        "kokoro",
        "piper-speed",
        "schedule",
        "listen",
    ):
        assert command in done.stdout
