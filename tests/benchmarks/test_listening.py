"""The figures of a voice, the voices that speak when none is named, and the sentences."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.listening.command import Heard, default_voices, summary
from benchmarks.listening.judges import Verdict
from plosive.voices.catalog import DEFAULT_VOICE, Catalog

SENTENCES = Path(__file__).parents[2] / "benchmarks" / "listening" / "sentences"


def heard(**changed: Any) -> Heard:
    return Heard(**{
        "said": "a b", "words": 10, "wrong_words": 1, "audio_s": 5.0, "lufs": -20.0, "peak_dbfs": -6.0, "silence_before_s": 0.5,
        "silence_after_s": 0.5, "clicks_s": [], "verdict": Verdict("a b", 4.0, 3.0, 2.0), **changed,
    })  # fmt: skip


def test_the_figures_of_a_voice() -> None:
    other = heard(words=30, wrong_words=3, audio_s=13.0, lufs=-22.0, peak_dbfs=-3.0, clicks_s=[1.0, 2.0])
    figures = summary([heard(), other])
    assert figures["words_wrong_percent"] == pytest.approx(10.0), "of all words, not the mean of the sentences"
    assert (figures["lufs"], figures["lufs_sd"]) == (-21.0, 1.0)
    assert figures["peak_dbfs"] == -3.0
    assert figures["clicks"] == 2
    assert figures["words_a_second"] == pytest.approx(40 / 16)
    assert figures["distillmos"] == 4.0


def test_the_default_voice_speaks_for_its_engine() -> None:
    assert default_voices(Catalog.load(), "Plosive.Espeak.en-us+f3") == ["Plosive.Espeak.en-us+f3", DEFAULT_VOICE]


@pytest.mark.parametrize(("name", "number"), [("main", 60), ("held-out", 40)])
def test_the_sentences(name: str, number: int) -> None:
    sentences = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(sentences) == len(set(sentences)) == number
    assert all(5 <= len(sentence.split()) <= 30 for sentence in sentences)
