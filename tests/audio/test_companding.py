import warnings

import numpy as np
import pytest

from audio.audio_decoders import by_libav
from plosive.audio.companding import Alaw, Mulaw

EVERY_SAMPLE = np.arange(-32768, 32768, dtype="<i2").tobytes()


@pytest.mark.parametrize(("encoder", "function"), [(Mulaw, "lin2ulaw"), (Alaw, "lin2alaw")])
def test_every_sample_as_the_standard_library_had_it(encoder: type[Mulaw | Alaw], function: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        audioop = pytest.importorskip("audioop", reason="gone in Python 3.13")
    assert encoder(8000).feed(EVERY_SAMPLE) == getattr(audioop, function)(EVERY_SAMPLE, 2)


@pytest.mark.parametrize(("encoder", "name"), [(Mulaw, "mulaw"), (Alaw, "alaw")])
def test_libav_decodes_every_sample_to_within_half_a_step(encoder: type[Mulaw | Alaw], name: str) -> None:
    original = np.arange(-32768, 32768)
    decoded = by_libav([encoder(8000).feed(EVERY_SAMPLE)], name, 8000)[0] * 32768
    # A segment has 16 steps, so a step is at most 1/16 of the biased magnitude; 4 for the bits that 14 leave out of 16,
    # and 8 is half of A-law's first step.
    assert np.all(np.abs(decoded - original) <= np.maximum(8, (np.abs(original) + 132) / 32 + 4))


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="1 bytes"):
        Mulaw(8000).feed(b"\0")
