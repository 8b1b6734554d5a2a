"""The gain: exact below its knee, never clipping, however a stream is cut."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.audio.gain import amplified


def pcm(*samples: int) -> bytes:
    return np.array(samples, "<i2").tobytes()


@pytest.mark.parametrize(
    ("gain", "samples", "expected"),
    [
        (0.5, (1000, -1000, 32767, -32768, 0), (500, -500, 16384, -16384, 0)),
        (1.0, (32767, -32768, 30000), (32767, -32768, 30000)),
        (2.0, (1000, -13000, 0), (2000, -26000, 0)),
        (2.0, (14000, -14000), (27946, -27946)),
        (4.0, (32767, -32768), (32767, -32767)),
    ],
    ids=["softer", "as it is", "louder", "bent above the knee", "far above full scale"],
)
def test_gain(gain: float, samples: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert amplified(pcm(*samples), gain) == pcm(*expected)


@given(st.floats(1.0, 4.0, exclude_min=True), st.lists(st.integers(-32768, 32767)))
def test_louder_samples_stay_louder_and_below_full_scale(gain: float, samples: list[int]) -> None:
    made = np.frombuffer(amplified(pcm(*sorted(samples)), gain), "<i2").astype(int)
    assert (np.diff(made) >= 0).all()
    assert (np.abs(made) <= 32767).all()


@given(st.floats(0.1, 4.0), st.binary(max_size=200), st.integers(0, 100))
def test_it_makes_no_difference_how_a_stream_is_cut(gain: float, data: bytes, place: int) -> None:
    whole = data[: len(data) // 2 * 2]
    cut = min(2 * place, len(whole))
    assert amplified(whole[:cut], gain) + amplified(whole[cut:], gain) == amplified(whole, gain)


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple of element size"):
        amplified(b"abc", 1.0)
