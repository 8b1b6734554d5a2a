"""The silence before a sentence: cut off the same however the sentence is cut into windows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.engines.piper.phonemizer import Phoneme, Sentence
from plosive.engines.piper.sentence import _Lead

RATE_HZ = 16_000
FRAME = 256
WORD = Sentence((Phoneme("a"), Phoneme(".")), ())


def sentence(silent_frames: int, frames: int = 100) -> np.ndarray:
    samples = np.full(frames * FRAME, 0.1, np.float32)
    samples[: silent_frames * FRAME] = np.linspace(-1e-4, 1e-4, silent_frames * FRAME)
    return samples


@given(silent=st.integers(0, 100), windows=st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_at_most_50_ms_are_left_and_nothing_else_changes(silent: int, windows: list[int]) -> None:
    whole = sentence(silent)
    lead = _Lead(WORD, FRAME, RATE_HZ)
    sent: list[np.ndarray] = []
    start = index = 0
    while start < len(whole):
        stop = start + windows[index % len(windows)] * FRAME
        made = lead.cut(whole[start:stop])
        if lead.is_over or stop >= len(whole):
            sent.append(made)
        start, index = stop, index + 1
    heard = np.concatenate(sent)
    assert np.array_equal(heard, whole[lead.skipped :])
    assert max(0, silent * FRAME - lead.skipped) <= 0.05 * RATE_HZ


@pytest.mark.parametrize("silent", [0, 40, 100])
def test_marks_alone_are_a_rest(silent: int) -> None:
    whole = sentence(silent)
    assert np.array_equal(_Lead(Sentence((Phoneme("…"),), ()), FRAME, RATE_HZ).cut(whole), whole)
