import numpy as np
import pytest

from audio.audio_decoders import Samples, by_libav, by_libav_parser, by_libsndfile, by_miniaudio
from audio.audio_signals import cut, sentence, tone
from plosive.audio.flac import Flac

RATES_HZ = (8000, 16000, 22050, 24000, 44100, 48000, 96000)


def as_pcm(samples: Samples) -> bytes:
    return np.rint(samples * 32768).astype("<i2").tobytes()


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_lossless_to_the_last_sample(rate_hz: int) -> None:
    encoder = Flac(rate_hz)
    pcm = sentence(rate_hz, 0.7) + tone(rate_hz, 0.011)
    blocks = [encoder.feed(piece) for piece in cut(pcm, [100, 5000, 1])] + [encoder.flush(last=True)]
    assert b"".join(blocks).count(b"fLaC") == 1
    for decoder in (by_libav, by_libsndfile, lambda pieces: by_miniaudio(pieces, rate_hz)):
        samples, rate = decoder(blocks)
        assert rate == rate_hz
        assert as_pcm(samples) == pcm


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_drain_pads_to_the_block_and_goes_on(rate_hz: int) -> None:
    encoder = Flac(rate_hz)
    pcm = tone(rate_hz, 0.333)
    blocks = [encoder.feed(pcm), encoder.flush(), encoder.feed(pcm), encoder.flush(), encoder.flush(last=True)]
    samples, _ = by_libav(blocks)
    half = as_pcm(samples)[: len(samples)]
    assert half.startswith(pcm) and not any(half[len(pcm) :])
    assert as_pcm(samples) == 2 * half
    assert len(half) / 2 / rate_hz - 0.333 <= 0.0205


def test_frames_are_whole_and_stand_alone() -> None:
    encoder = Flac(24000)
    pieces = cut(sentence(24000, 0.6), [1000])
    blocks = [encoder.feed(piece) for piece in pieces]
    for block in blocks[1:]:
        assert block[:2] == b"\xff\xf8"
    *_, after_piece = by_libav_parser([blocks[0][42:], *blocks[1:]], "flac")
    assert after_piece[-1] >= 0.6 * 24000 - 20 * 480  # the parser looks ten frames ahead before it trusts one


def test_reset_drops_the_partial_block() -> None:
    encoder = Flac(24000)
    before = encoder.feed(tone(24000, 0.05))
    encoder.reset()
    quiet = bytes(2 * 960)
    after = encoder.feed(quiet) + encoder.flush(last=True)
    assert b"fLaC" not in after
    samples, _ = by_libav([before, after])
    assert as_pcm(samples) == tone(24000, 0.05)[: 2 * 960] + quiet


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="1 bytes"):
        Flac(24000).feed(b"\0")


def test_nothing_comes_of_nothing() -> None:
    encoder = Flac(24000)
    assert encoder.feed(b"") + encoder.end_segment() + encoder.flush() + encoder.flush(last=True) == b""
