"""How much of a segment's sound an encoder still holds when the segment has ended, as docs/protocol.md says."""

import numpy as np
import pytest

from plosive.audio.encoders import FORMATS
from plosive.audio.stream import AudioStream

ENGINE_HZ = 22050
MOST_MS = {("mp3", 8000): 170, ("mp3", 16000): 85}
"""Frames of mp3 at low rates are long, and LAME holds more than one."""


@pytest.mark.parametrize("name", ["mp3", "opus", "flac"])
def test_at_most_60_ms_follow_the_end_of_a_segment(name: str) -> None:
    noise = np.random.default_rng(1)
    for rate_hz in FORMATS[name].rates_hz:
        for samples in range(20_000, 21_200, 197):
            stream = AudioStream(name, rate_hz)
            pcm = noise.normal(0, 3000, samples).astype("<i2").tobytes()
            stream.feed(pcm, ENGINE_HZ)
            stream.end_segment()
            held_ms = 1000 * (samples / ENGINE_HZ - stream.seconds)
            assert held_ms <= MOST_MS.get((name, rate_hz), 60), (name, rate_hz)
            stream.drain(last=False)
            assert 1000 * (samples / ENGINE_HZ - stream.seconds) < 1, (name, rate_hz)
