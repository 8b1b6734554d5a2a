"""AAC, as players of ADTS files hear it."""

import numpy as np

from audio.audio_decoders import by_libav, by_libav_parser
from audio.audio_signals import cut, sentence, silence, tone, with_click
from plosive.audio.encoders import AAC, new_encoder

RATE_HZ = 24000
FRAME_S = 1024 / RATE_HZ


def encoded(pcm: bytes, sizes: list[int]) -> list[bytes]:
    encoder = new_encoder("aac", RATE_HZ)
    return [*(encoder.feed(piece) for piece in cut(pcm, sizes)), encoder.end_segment(), encoder.flush(last=True)]


def test_decodes_to_the_pcms_duration_and_two_frames() -> None:
    samples, rate = by_libav(encoded(sentence(RATE_HZ, 1.3), [480, 1, 6000, 333]))
    assert rate == RATE_HZ
    assert 1.3 <= len(samples) / rate <= 1.3 + 2.5 * FRAME_S


def test_the_last_sample_is_heard() -> None:
    samples, rate = by_libav(encoded(with_click(silence(RATE_HZ, 0.6), 0.002, RATE_HZ, width_s=0.002), [1000]))
    assert np.abs(samples[int(0.59 * rate) :]).max() > 0.1


def test_any_frame_is_a_start() -> None:
    blocks = [block for block in encoded(sentence(RATE_HZ, 1), [1024]) if block]
    samples, rate = by_libav(blocks[5:])
    assert rate == RATE_HZ
    assert len(samples) / rate > 0.7


def test_a_drain_keeps_nothing_inside_and_the_stream_goes_on() -> None:
    encoder = new_encoder("aac", RATE_HZ)
    pcm = tone(RATE_HZ, 0.5)
    first = encoder.feed(pcm) + encoder.flush()
    assert encoder.flush() == b""
    _, _, [after] = by_libav_parser([first], "aac")
    assert after / RATE_HZ >= 0.5
    samples, rate = by_libav([first, encoder.feed(pcm), encoder.flush(last=True)])
    assert len(samples) / rate >= 1.0


def test_reset_brings_nothing_old() -> None:
    encoder = new_encoder("aac", RATE_HZ)
    encoder.feed(tone(RATE_HZ, 0.03, peak=20000))
    encoder.reset()
    samples, _ = by_libav([encoder.feed(silence(RATE_HZ, 0.4)), encoder.flush(last=True)])
    assert np.abs(samples).max() < 1e-3


def test_a_frame_says_its_length() -> None:
    data = b"".join(encoded(sentence(RATE_HZ, 0.5), [500]))
    frames = 0
    while data:
        assert data[:2] == b"\xff\xf1"
        length = int.from_bytes(data[3:6], "big") >> 5 & 0x1FFF
        data = data[length:]
        frames += 1
    assert frames >= 0.5 / FRAME_S
    assert AAC.rates_hz == (RATE_HZ,)
