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


def sentence(silent: int, frames: int = 100) -> np.ndarray:
    """So many silent samples, then speech."""
    samples = np.full(frames * FRAME, 0.1, np.float32)
    samples[:silent] = np.linspace(-1e-4, 1e-4, silent)
    return samples


@given(silent=st.integers(0, 100 * FRAME), windows=st.lists(st.integers(1, 40), min_size=1, max_size=6))
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
    assert max(0, silent - lead.skipped) <= 0.05 * RATE_HZ
    at_once = _Lead(WORD, FRAME, RATE_HZ)
    at_once.cut(whole)
    assert lead.skipped == at_once.skipped


@pytest.mark.parametrize("silent", [0, 40 * FRAME, 100 * FRAME])
def test_marks_alone_are_a_rest(silent: int) -> None:
    whole = sentence(silent)
    assert np.array_equal(_Lead(Sentence((Phoneme("…"),), ()), FRAME, RATE_HZ).cut(whole), whole)
