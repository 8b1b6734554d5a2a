"""Starts of words beside a forced alignment."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.word_starts import Sounding, Start, soundings, summary
from plosive.text.front_end import front_end


def test_soundings_are_the_words_that_are_said_each_for_a_place_in_the_text() -> None:
    texts = front_end("en", placed=True)
    (segment,) = texts.feed("Dr. Smith's 48 cards cost $3.") + texts.flush()
    assert list(soundings(segment)) == [
        Sounding("doctor", 0), Sounding("smith's", 4), Sounding("forty", 12), Sounding("eight", 12),
        Sounding("cards", 15), Sounding("cost", 21), Sounding("three", 26), Sounding("dollars", 26),
    ]  # fmt: skip


def test_the_summary_tells_late_from_early() -> None:
    text = "One, two three."
    starts = [
        Start("One,", text, 0.0, 0.02, after_mark=False),
        Start("two", text, 0.55, 0.5, after_mark=True),
        Start("three.", text, 0.8, 0.79, after_mark=False),
    ]
    found = summary(starts)
    assert found == pytest.approx({"words": 3, "median_ms": 20, "p90_ms": 50, "late_ms": 10, "late_after_mark_ms": 50})


@pytest.mark.slow
@pytest.mark.parametrize("voice", ["Plosive.Espeak.en-us", "Plosive.Hibari.heart"])
def test_words_of_the_embedded_voices_begin_where_they_are_heard(voice: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "words", "--voice", voice, "--sentences", "8", "--out", str(tmp_path)],
        capture_output=True, text=True, timeout=110, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["voices"][voice]
    assert found["words"] > 50
    assert found["median_ms"] <= 25
    assert found["p90_ms"] <= 80
    assert abs(found["late_ms"]) <= 15
