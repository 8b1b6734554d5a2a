import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.audio_decoders import by_libav, delay_s, level_at
from audio.audio_signals import chirp, cut, sentence, silence, tone, with_click
from audio.ogg_pages import Page, read_pages
from plosive.audio.ogg import FIRST, LAST, PacketReader
from plosive.audio.opus import Opus

RATES_HZ = (8000, 16000, 22050, 24000, 44100, 48000)


def packets_in(page: Page) -> int:
    return sum(value < 255 for value in page[4])


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_pages_and_granules(rate_hz: int) -> None:
    """RFC 7845 sections 3, 4 and 5."""
    encoder = Opus(rate_hz)
    pcm = sentence(rate_hz, 1.1)
    blocks = [encoder.feed(piece) for piece in cut(pcm, [rate_hz // 50, 5000, 3])]
    blocks.append(encoder.flush(last=True))
    head, tags, *pages = read_pages(b"".join(blocks))
    magic, version, channels, pre_skip, input_rate, gain, mapping = struct.unpack("<8sBBHIhB", head[5])
    assert (magic, version, channels, input_rate, gain, mapping) == (b"OpusHead", 1, 1, rate_hz, 0, 0)
    assert head[:2] == (FIRST, 0) and tags[:2] == (0, 0) and tags[5].startswith(b"OpusTags")
    assert [page[3] for page in (head, tags, *pages)] == list(range(len(pages) + 2))
    granule = 0
    for page in pages[:-1]:
        granule += 960 * packets_in(page)
        assert page[:2] == (0, granule)
    flags, end, *_ = pages[-1]
    assert flags == LAST
    assert granule < end <= granule + 960 * packets_in(pages[-1])
    assert end - pre_skip == pytest.approx(len(pcm) / 2 * 48000 / rate_hz, abs=4)


def test_a_feed_gives_its_packets_in_one_page() -> None:
    encoder = Opus(48000)
    encoder.feed(silence(48000, 0.02))
    assert [packets_in(page) for page in read_pages(encoder.feed(silence(48000, 0.25)))] == [12]


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_decodes_in_time_and_to_the_end(rate_hz: int) -> None:
    encoder = Opus(rate_hz)
    pcm = with_click(chirp(rate_hz, 1.0)[: -2 * (rate_hz // 10)] + silence(rate_hz, 0.1), 0.002, rate_hz)
    samples, rate = by_libav([encoder.feed(pcm), encoder.flush(last=True)])
    assert rate == 48000
    assert len(samples) / rate == pytest.approx(len(pcm) / 2 / rate_hz, abs=0.0002)
    # SILK's own filters are a little late beside CELT's; the pre-skip counts both.
    assert abs(delay_s(samples, rate, pcm, rate_hz)) < 0.002
    assert np.abs(samples[-480:]).max() > 0.1


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_after_a_drain_nothing_is_missing(rate_hz: int) -> None:
    encoder = Opus(rate_hz)
    pcm = with_click(silence(rate_hz, 0.503), 0.001, rate_hz)
    samples, _ = by_libav([encoder.feed(pcm), encoder.flush()])
    assert 0 <= len(samples) / 48000 - 0.503 <= 0.0265
    assert np.abs(samples[int(0.498 * 48000) :]).max() > 0.1


def test_drained_parts_are_one_stream() -> None:
    encoder = Opus(24000)
    blocks = []
    for _ in range(3):
        blocks += [encoder.feed(sentence(24000, 1.0)), encoder.flush()]
    assert encoder.flush() == b""
    end = encoder.flush(last=True)
    pages = read_pages(b"".join([*blocks, end]))
    assert sum(bool(page[0] & FIRST) for page in pages) == 1
    assert [bool(page[0] & LAST) for page in pages] == [False] * (len(pages) - 1) + [True]
    assert pages[-1][1] == pages[-2][1]
    samples, _ = by_libav([*blocks, end])
    assert 3.0 <= len(samples) / 48000 <= 3.0 + 3 * 0.0265


def test_ten_segments_join_without_silence() -> None:
    encoder = Opus(24000)
    pcm = tone(24000, 3.0)
    blocks = []
    for segment in cut(pcm, [7200]):
        blocks += [encoder.feed(segment), encoder.end_segment()]
    samples, _ = by_libav([*blocks, encoder.flush(last=True)])
    assert len(samples) == 3 * 48000
    middle = samples[4800:-4800]
    assert min(np.abs(middle[at : at + 480]).max() for at in range(0, len(middle) - 480, 480)) > 0.7 * 8000 / 32768


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_reset_leaves_no_old_tone(rate_hz: int) -> None:
    encoder = Opus(rate_hz)
    before = encoder.feed(tone(rate_hz, 1.015, hz=440, peak=20000))
    heard, _ = by_libav([before])
    encoder.reset()
    after = [encoder.feed(tone(rate_hz, 0.5, hz=1500, peak=300)), encoder.flush(last=True)]
    pages = read_pages(before + b"".join(after))
    assert sum(bool(page[0] & FIRST) for page in pages) == 1
    samples, _ = by_libav([before, *after])
    new = samples[len(heard) + 960 :]  # the decoder fades what it was given before out within one packet
    assert 0.5 <= len(new) / 48000 <= 0.53
    assert np.abs(new).max() < 2 * 300 / 32768
    assert level_at(new[:4800], 48000, 440) < 50 / 32768


def test_resetting_twice_is_resetting_once() -> None:
    def after(resets: int) -> bytes:
        encoder = Opus(8000)
        encoder.feed(tone(8000, 0.515, peak=20000))
        for _ in range(resets):
            encoder.reset()
        return encoder.feed(tone(8000, 0.1)) + encoder.flush(last=True)

    assert after(2) == after(1)


def test_reset_before_and_between() -> None:
    encoder = Opus(24000)
    encoder.feed(bytes(100))
    encoder.reset()
    assert encoder.flush() + encoder.flush(last=True) == b""
    first = encoder.feed(silence(24000, 0.1))
    assert first.startswith(b"OggS")
    encoder.reset()
    assert len(read_pages(encoder.flush(last=True))) == 1


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 3000), min_size=1, max_size=6), st.sampled_from([8000, 22050, 48000]))
def test_packets_do_not_depend_on_the_cuts(sizes: list[int], rate_hz: int) -> None:
    pcm = sentence(rate_hz, 0.4)

    def packets(pieces: list[bytes]) -> list[bytes]:
        encoder = Opus(rate_hz)
        blocks = [encoder.feed(piece) for piece in pieces]
        return PacketReader().feed(b"".join(blocks) + encoder.flush(last=True))

    assert packets(cut(pcm, sizes)) == packets([pcm])
