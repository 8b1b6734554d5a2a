"""A voice is measured through a real server; the judges are a script, since their models are not installed for tests."""

import json
import wave
from pathlib import Path
from typing import Any

import pytest
from test_commands import bench

from benchmarks.listening.command import Heard, default_voices, summary
from benchmarks.listening.judges import Judges, Verdict
from plosive.voices.catalog import Catalog

SENTENCES = Path(__file__).parents[2] / "benchmarks" / "listening" / "sentences"
VOICE = "Plosive.Espeak.en-us"
HEARD = "good morning and thank you for calling the Lakeside mental office"


def judges_saying(folder: Path, answer: dict[str, Any] | None) -> Path:
    """An executable that answers as the judges' process does, the same to every recording, or dies of the first."""
    script = folder / "python"
    answering = f"echo '{json.dumps(answer)}'" if answer else "exit 1"
    script.write_text(f'#!/bin/sh\necho \'{{"whisper": "0"}}\'\nwhile read -r recording; do {answering}; done\n')
    script.chmod(0o755)
    return script


def verdict(**changed: Any) -> dict[str, Any]:
    return {"heard": HEARD, "distillmos": 2.5, "dnsmos_p808": 3.5, "dnsmos_overall": 3.0, **changed}


def test_a_voice_is_spoken_measured_and_kept(tmp_path: Path) -> None:
    judges = judges_saying(tmp_path, verdict())
    out = tmp_path / "new" / "folder"
    done = bench("listen", "--sentences", "2", "--judges-python", str(judges), "--out", str(out), "--voice", VOICE)
    assert done.returncode == 0, done.stderr
    assert {file.name for file in (out / VOICE).iterdir()} == {"01.wav", "01.png", "02.wav", "02.png"}
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert results["judges"] == {"whisper": "0"}
    found = results["voices"][VOICE]
    first, second = found["sentences"]
    assert (first["words"], first["wrong_words"]) == (11, 1)
    assert first["verdict"]["heard"] == HEARD
    with wave.open(str(out / VOICE / "01.wav")) as recording:
        assert recording.getframerate() == 24_000
        assert recording.getnframes() / 24_000 == pytest.approx(first["audio_s"])
    assert 2 < first["audio_s"] < 6
    assert first["clicks_s"] == []
    assert found["summary"]["distillmos"] == 2.5
    assert -26 < found["summary"]["lufs"] < -16
    assert 0 <= found["summary"]["silence_before_s"] < 0.1 < found["summary"]["silence_after_s"] < 1
    assert 2 < found["summary"]["words_a_second"] < 5
    assert f"heard  {HEARD}" in done.stdout
    assert second["said"] in done.stdout


def test_what_was_measured_is_kept_when_a_voice_fails(tmp_path: Path) -> None:
    judges = judges_saying(tmp_path, verdict())
    voices = ("--voice", VOICE, "--voice", "Plosive.Piper.nobody")
    done = bench("listen", "--sentences", "1", "--judges-python", str(judges), "--out", str(tmp_path / "out"), *voices)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "nobody" in done.stderr or "400" in done.stderr
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert list(results["voices"]) == [VOICE]


def test_judges_that_die_are_said(tmp_path: Path) -> None:
    with (
        Judges(judges_saying(tmp_path, None)) as judges,
        pytest.raises(ChildProcessError, match=r"the judges in .* died"),
    ):
        judges.judge(tmp_path / "01.wav")


def heard(**changed: Any) -> Heard:
    return Heard(**{
        "said": "a b", "words": 10, "wrong_words": 1, "audio_s": 5.0, "lufs": -20.0, "silence_before_s": 0.5,
        "silence_after_s": 0.5, "clicks_s": [], "verdict": Verdict("a b", 4.0, 3.0, 2.0), **changed,
    })  # fmt: skip


def test_the_figures_of_a_voice() -> None:
    other = heard(words=30, wrong_words=3, audio_s=13.0, lufs=-22.0, clicks_s=[1.0, 2.0])
    figures = summary([heard(), other])
    assert figures["words_wrong_percent"] == pytest.approx(10.0), "of all words, not the mean of the sentences"
    assert (figures["lufs"], figures["lufs_sd"]) == (-21.0, 1.0)
    assert figures["clicks"] == 2
    assert figures["words_a_second"] == pytest.approx(40 / 16)
    assert figures["distillmos"] == 4.0


def test_the_default_voice_speaks_for_its_engine() -> None:
    assert default_voices(Catalog.load(), "Plosive.Espeak.en-us+f3") == ["Plosive.Espeak.en-us+f3"]


@pytest.mark.parametrize(("name", "number"), [("main", 60), ("held-out", 40)])
def test_the_sentences(name: str, number: int) -> None:
    sentences = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(sentences) == len(set(sentences)) == number
    assert all(5 <= len(sentence.split()) <= 30 for sentence in sentences)
