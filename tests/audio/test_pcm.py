from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.audio_signals import chirp, cut, tone
from plosive.audio.pcm import Resampler, samples_of, sound_samples

RATES_HZ = (8000, 16000, 22050, 24000, 44100, 48000)


@pytest.mark.parametrize("function", [samples_of, lambda pcm: Resampler(8000, 16000).feed(pcm)])
def test_half_a_sample_is_refused(function: Callable[[bytes], object]) -> None:
    with pytest.raises(ValueError, match="3 bytes"):
        function(b"\0\0\0")


def test_sound_ends_at_the_last_loud_sample() -> None:
    assert sound_samples(np.array([0, 0], np.int16)) == 0
    assert sound_samples(np.array([0, -32768, 5, 0], np.int16)) == 2
    assert sound_samples(np.array([34, 33, -33], np.int16)) == 1


def test_equal_rates_pass_through() -> None:
    resampler = Resampler(24000, 24000)
    assert resampler.feed(b"\1\2\3\4") == b"\1\2\3\4"
    assert resampler.flush() == b""
    with pytest.raises(ValueError, match="1 bytes"):
        resampler.feed(b"\0")


@pytest.mark.parametrize("from_hz", RATES_HZ)
@pytest.mark.parametrize("to_hz", RATES_HZ)
def test_every_segment_keeps_its_length_and_pitch(from_hz: int, to_hz: int) -> None:
    resampler = Resampler(from_hz, to_hz)
    for seconds in (0.5, 0.123, 0.001, 0.0):  # segments after one another, each complete
        pcm = tone(from_hz, seconds, hz=1000)
        out = b"".join(resampler.feed(piece) for piece in cut(pcm, [441, 7, 1])) + resampler.flush()
        assert abs(len(out) / 2 - len(pcm) / 2 * to_hz / from_hz) <= 1
        if seconds == 0.5:
            expected = samples_of(tone(to_hz, seconds, hz=1000)).astype(float)
            middle = slice(len(out) // 8, 3 * len(out) // 8)
            error = samples_of(out)[middle] - expected[: len(out) // 2][middle]
            assert np.abs(error).max() < 20  # of 8000: 52 dB below, so in phase, too


@given(st.lists(st.integers(1, 2000), min_size=1, max_size=8))
def test_resampling_does_not_depend_on_the_cuts(sizes: list[int]) -> None:
    pcm = chirp(22050, 0.3)
    whole, pieces = Resampler(22050, 24000), Resampler(22050, 24000)
    expected = whole.feed(pcm) + whole.flush()
    assert b"".join(pieces.feed(piece) for piece in cut(pcm, sizes)) + pieces.flush() == expected


def test_reset_forgets() -> None:
    resampler = Resampler(22050, 24000)
    resampler.feed(tone(22050, 0.2, peak=20000))
    resampler.reset()
    assert not any(resampler.feed(bytes(20000)) + resampler.flush())
