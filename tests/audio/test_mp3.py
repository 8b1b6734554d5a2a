import gc

import numpy as np
import pytest

from audio.audio_decoders import by_libav, by_libav_parser, by_libsndfile, by_miniaudio, delay_s, level_at
from audio.audio_signals import chirp, cut, sentence, silence, tone, with_click
from plosive.audio.lame import Lame, frame_bytes
from plosive.audio.mp3 import KBIT_S, Mp3

RATES_HZ = tuple(KBIT_S)
MPEG1 = (44100, 48000)


def frames_of(block: bytes) -> list[bytes]:
    """Whole frames; raises when the block ends inside one or holds anything else."""
    frames = []
    while block:
        size = frame_bytes(block[:4])
        assert len(block) >= size
        frames.append(block[:size])
        block = block[size:]
    return frames


def main_data_begin(frame: bytes) -> int:
    """ISO 11172-3 2.4.1.7: 9 bits after the header; 13818-3 2.4.1.7: 8 bits."""
    assert frame[1] & 1  # no checksum between
    mpeg1 = frame[1] >> 3 & 3 == 3
    return int.from_bytes(frame[4:6], "big") >> 7 if mpeg1 else frame[4]


def frame_samples(rate_hz: int) -> int:
    return 1152 if rate_hz in MPEG1 else 576


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_every_block_is_whole_frames_that_stand_alone(rate_hz: int) -> None:
    encoder = Mp3(rate_hz)
    pcm = sentence(rate_hz, 2.0)
    blocks = [encoder.feed(piece) for piece in cut(pcm, [rate_hz // 50, 1, 777])] + [encoder.flush()]
    headers = set()
    for block in blocks:
        for frame in frames_of(block):
            assert main_data_begin(frame) == 0
            # Unused bits are stuffed with LAME's name, which is no tag: that would follow one of these.
            assert not any(tag in frame for tag in (b"ID3", b"TAG", b"Xing", b"Info", b"VBRI"))
            headers.add(frame[:2] + bytes([frame[2] & ~2, frame[3] & ~0x3F]))  # all but padding and mode extension
    assert len(headers) == 1  # one rate, one bitrate, mono
    assert headers.pop()[3] >> 6 == 3


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_fresh_decoder_can_start_at_any_block(rate_hz: int) -> None:
    encoder = Mp3(rate_hz)
    blocks = [encoder.feed(piece) for piece in cut(tone(rate_hz, 1.5), [rate_hz // 4])] + [encoder.flush()]
    for start in range(len(blocks)):
        whole = by_libav(blocks[start:])[0]
        frames = sum(len(frames_of(block)) for block in blocks[start:])
        assert len(whole) == frames * frame_samples(rate_hz)
        steady = whole[2 * frame_samples(rate_hz) : 4 * frame_samples(rate_hz)]
        if start < 4:
            assert level_at(steady, rate_hz, 440) == pytest.approx(8000 / 32768, rel=0.1)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_sentence_lasts_as_long_as_its_pcm(rate_hz: int) -> None:
    for seconds in (0.4, 1.0, 1.234, 2.717):
        pcm = sentence(rate_hz, seconds)
        encoder = Mp3(rate_hz)
        blocks = [encoder.feed(pcm), encoder.flush()]
        for decoder in (by_libav, by_libsndfile, lambda pieces: by_miniaudio(pieces, rate_hz)):
            samples, rate = decoder(blocks)
            assert rate == rate_hz
            assert abs(len(samples) / rate_hz - seconds) <= frame_samples(rate_hz) / 2 / rate_hz + 1e-6 < 0.05


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_sound_to_the_last_sample_is_all_there(rate_hz: int) -> None:
    """Then silence cannot pay for the shift: up to 50 ms more from 22.05 kHz on, 69 ms at 16 kHz, 138 ms at 8 kHz."""
    for extra in range(0, frame_samples(rate_hz), 97):
        pcm = with_click(silence(rate_hz, 0.5) + bytes(2 * extra), 0.001, rate_hz)
        encoder = Mp3(rate_hz)
        samples = by_libav([encoder.feed(pcm), encoder.flush()])[0]
        late = len(samples) / rate_hz - len(pcm) / 2 / rate_hz
        assert 0 <= late <= (527 + frame_samples(rate_hz)) / rate_hz
        if rate_hz >= 22050:
            assert late <= 0.05
        click_energy = np.sum((np.frombuffer(pcm, "<i2") / 32768.0) ** 2)
        assert np.sum(samples[len(pcm) // 2 :] ** 2) > 0.3 * click_energy


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_the_start_is_neither_lost_nor_late(rate_hz: int) -> None:
    pcm = chirp(rate_hz, 0.5)
    encoder = Mp3(rate_hz)
    samples = by_libav([encoder.feed(pcm), encoder.flush()])[0]
    assert delay_s(samples, rate_hz, pcm, rate_hz) == pytest.approx(527 / rate_hz, abs=2 / rate_hz)
    ten_ms = rate_hz // 100
    original = np.frombuffer(pcm, "<i2") / 32768
    first = np.sqrt(np.mean(samples[527 : 527 + ten_ms] ** 2)) / np.sqrt(np.mean(original[:ten_ms] ** 2))
    assert first > 10 ** (-2.5 / 20)  # measured -1.9 dB at 8 kHz, less than 0.6 dB from 22.05 kHz on
    error = samples[527 + 2 * ten_ms :][: 10 * ten_ms] - original[2 * ten_ms :][: 10 * ten_ms]
    assert np.sqrt(np.mean(error**2)) < 0.1 * np.sqrt(np.mean(original**2))


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_ten_segments_join_without_silence(rate_hz: int) -> None:
    encoder = Mp3(rate_hz)
    pcm = tone(rate_hz, 3.0)
    blocks = []
    for segment in cut(pcm, [len(pcm) // 20]):
        blocks += [encoder.feed(segment), encoder.end_segment()]
    blocks.append(encoder.flush())
    samples = by_libav(blocks)[0]
    assert abs(len(samples) - len(pcm) // 2) <= 527 + frame_samples(rate_hz)
    ten_ms = rate_hz // 100
    middle = samples[1200 : len(samples) - 2 * frame_samples(rate_hz)]
    loudness = [np.abs(middle[at : at + ten_ms]).max() for at in range(0, len(middle) - ten_ms, ten_ms)]
    assert min(loudness) > 0.85 * 8000 / 32768


def test_a_player_without_the_end_hears_all_after_a_flush() -> None:
    encoder = Mp3(24000)
    for _ in range(3):
        pieces = [encoder.feed(sentence(24000, 1.0)), encoder.flush()]
        *_, after_piece = by_libav_parser(pieces, "mp3float")
        assert sum(after_piece[-1:]) >= 24000 - 576 * 2  # the parser keeps one frame until it sees the next header


def test_flushed_parts_are_one_bitstream() -> None:
    encoder = Mp3(24000)
    blocks = []
    for _ in range(4):
        blocks += [encoder.feed(sentence(24000, 1.0)), encoder.flush()]
    for decoder in (by_libav, by_libsndfile, lambda pieces: by_miniaudio(pieces, 24000)):
        samples, _ = decoder(blocks)
        assert abs(len(samples) / 24000 - 4.0) < 4 * 0.012 + 1e-6


def test_reset_forgets_what_lame_holds() -> None:
    encoder = Mp3(24000)
    before = encoder.feed(tone(24000, 0.5, hz=440, peak=20000))
    encoder.reset()
    after = [encoder.feed(silence(24000, 0.5)), encoder.flush(), encoder.flush(last=True)]
    frames_of(b"".join(after))
    assert not np.any(np.abs(by_libav(after)[0]) > 1e-3)
    samples = by_libav([before, *after])[0]
    overlap = 2 * 576  # the last frame before fades out inside the decoder
    assert np.abs(samples[len(frames_of(before)) * 576 + overlap :]).max() < 1e-3


def test_nothing_comes_of_nothing() -> None:
    encoder = Mp3(24000)
    assert encoder.feed(b"") + encoder.end_segment() + encoder.flush() + encoder.flush(last=True) == b""


@pytest.mark.parametrize(
    ("header", "size"),
    [
        ("fff384c4", 192),  # MPEG-2, 64 kbit/s, 24 kHz
        ("fffb90c4", 417),  # MPEG-1, 128 kbit/s, 44.1 kHz
        ("fffb92c4", 418),  # the same, padded
        ("ffe338c4", 216),  # MPEG-2.5, 24 kbit/s, 8 kHz
    ],
)
def test_frame_lengths(header: str, size: int) -> None:
    assert frame_bytes(bytes.fromhex(header)) == size


@pytest.mark.parametrize(
    "header", ["", "fff384", "00000000", "49443304", "fff18000", "fff3f0c4", "fff30cc4", "ffeb90c4"]
)
def test_what_is_no_frame(header: str) -> None:
    with pytest.raises(ValueError, match="no Layer III"):
        frame_bytes(bytes.fromhex(header))


@pytest.mark.parametrize("impossible", [(12345, 64), (24000, 63), (8000, 320), (96000, 96)])
def test_lame_refuses_what_mpeg_does_not_have(impossible: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="LAME cannot"):
        Lame(*impossible)


def test_encoders_are_freed() -> None:
    """An encoder is 200 KB and more of C memory: a thousand that leaked would show."""
    import psutil

    def some() -> int:
        for _ in range(100):
            encoder = Mp3(24000)
            encoder.feed(bytes(9600))
            del encoder
        gc.collect()
        return int(psutil.Process().memory_info().rss)

    first = some()
    assert some() - first < 8_000_000
