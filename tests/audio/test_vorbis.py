import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.audio_decoders import by_libav, by_libsndfile, by_miniaudio, level_at
from audio.audio_signals import cut, sentence, silence, tone, with_click
from audio.ogg_pages import read_pages
from plosive.audio.ogg import FIRST, LAST, PacketReader
from plosive.audio.vorbis import OggVorbis

RATES_HZ = (8000, 16000, 22050, 24000, 44100, 48000, 96000)
# Half a long block, which is what one packet more or less lasts.
STEP_S = {8000: 0.064, 16000: 0.032, 22050: 0.0233, 24000: 0.0214, 44100: 0.0233, 48000: 0.0214, 96000: 0.0107}


def spoken(encoder: OggVorbis, segments: list[bytes]) -> list[bytes]:
    blocks = []
    for segment in segments:
        blocks += [encoder.feed(piece) for piece in cut(segment, [480, 2000])] + [encoder.end_segment()]
    return blocks


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_one_segment_is_exact(rate_hz: int) -> None:
    encoder = OggVorbis(rate_hz)
    pcm = tone(rate_hz, 1.777)
    blocks = [encoder.feed(pcm), encoder.flush(last=True)]
    samples, rate = by_libsndfile(blocks)
    assert (len(samples), rate) == (len(pcm) // 2, rate_hz)
    assert level_at(samples, rate_hz, 440) == pytest.approx(8000 / 32768, rel=0.05)
    # libavformat trims the end to the packet, stb_vorbis drops the last one.
    for decoder in (by_libav, lambda pieces: by_miniaudio(pieces, rate_hz)):
        assert abs(len(decoder(blocks)[0]) / rate_hz - 1.777) < STEP_S[rate_hz]


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_segments_are_one_stream_for_every_decoder(rate_hz: int) -> None:
    encoder = OggVorbis(rate_hz)
    segments = [sentence(rate_hz, seconds) for seconds in (0.9, 1.3, 0.4, 2.1)]
    blocks = [*spoken(encoder, segments), encoder.flush(last=True)]
    pages = read_pages(b"".join(blocks))
    assert [bool(page[0] & FIRST) for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [bool(page[0] & LAST) for page in pages] == [False] * (len(pages) - 1) + [True]
    granules = [page[1] for page in pages]
    assert granules == sorted(granules)
    libav, _ = by_libav(blocks)
    libsndfile, _ = by_libsndfile(blocks)
    assert len(libsndfile) == granules[-1]
    assert abs(len(libav) - granules[-1]) <= STEP_S[rate_hz] * rate_hz
    assert abs(len(libsndfile) / rate_hz - 4.7) <= STEP_S[rate_hz] / 2 + 1e-6 < 0.05
    assert abs(len(by_miniaudio(blocks, rate_hz)[0]) / rate_hz - 4.7) <= 2 * STEP_S[rate_hz]


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_segments_end_is_heard_before_the_next(rate_hz: int) -> None:
    encoder = OggVorbis(rate_hz)
    pcm = with_click(silence(rate_hz, 0.5), 0.002, rate_hz, width_s=0.002)
    blocks = spoken(encoder, [pcm])
    samples, _ = by_libav(blocks)
    assert 0 <= len(samples) / rate_hz - 0.5 <= STEP_S[rate_hz]
    assert np.abs(samples[int(0.49 * rate_hz) :]).max() > 0.1


def test_loud_joins_fade_into_each_other() -> None:
    """A tone cut into segments dips by no more than the fade from one packet to the next."""
    encoder = OggVorbis(24000)
    blocks = [*spoken(encoder, cut(tone(24000, 3.0), [14400])), encoder.flush(last=True)]
    samples, _ = by_libsndfile(blocks)
    assert 3.0 <= len(samples) / 24000 <= 3.0 + 5 * 0.043
    window = 24000 // 50
    loudness = [np.abs(samples[at : at + window]).max() for at in range(0, len(samples) - 2 * window, window)]
    assert min(loudness) > 0.05
    assert max(loudness) < 2.2 * 8000 / 32768


def test_reset_forgets_the_segment() -> None:
    encoder = OggVorbis(24000)
    before = encoder.feed(sentence(24000, 3.0))
    heard = len(by_libav([before])[0])
    assert heard
    encoder.reset()
    after = [encoder.feed(silence(24000, 0.5)), encoder.flush(), encoder.flush(last=True)]
    pages = read_pages(b"".join([before, *after]))
    assert [page[3] for page in pages] == list(range(len(pages)))
    for decoder in (by_libav, by_libsndfile):
        samples, _ = decoder([before, *after])
        assert np.abs(samples[heard + 1024 :]).max() < 1e-3


def test_reset_before_the_first_page_leaves_nothing() -> None:
    encoder = OggVorbis(24000)
    assert encoder.feed(tone(24000, 0.1)) == b""  # the headers wait for audio
    encoder.reset()
    assert encoder.flush(last=True) == b""
    samples, _ = by_libsndfile([encoder.feed(silence(24000, 0.3)), encoder.flush(last=True)])
    assert len(samples) == 7200
    assert not np.any(np.abs(samples) > 1e-3)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("samples", [1, 2, 100, 1023, 1024, 1025])
def test_the_shortest_segments(rate_hz: int, samples: int) -> None:
    encoder = OggVorbis(rate_hz)
    pcm = tone(rate_hz, 1.0)[: 2 * samples]
    blocks = [encoder.feed(pcm), encoder.end_segment(), encoder.feed(pcm), encoder.flush(last=True)]
    granules = [page[1] for page in read_pages(b"".join(blocks))]
    assert granules == sorted(granules)
    assert len(by_libsndfile(blocks)[0]) == granules[-1] >= 2 * samples


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=1, max_size=6))
def test_packets_do_not_depend_on_the_cuts(sizes: list[int]) -> None:
    pcm = sentence(24000, 1.5)

    def packets(pieces: list[bytes]) -> list[bytes]:
        encoder = OggVorbis(24000)
        blocks = [encoder.feed(piece) for piece in pieces]
        return PacketReader().feed(b"".join(blocks) + encoder.flush(last=True))

    assert packets(cut(pcm, sizes)) == packets([pcm])
