"""The contract of all encoders, tested with every format at every rate."""

import gc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.audio_decoders import by_libav, by_libsndfile, by_miniaudio, delay_s
from audio.audio_signals import chirp, cut, sentence, silence, tone, with_click
from audio.ogg_pages import read_pages
from plosive.audio.encoders import FORMATS, new_encoder
from plosive.audio.ogg import FIRST, LAST
from plosive.errors import UnsupportedRate

NAMES = tuple(dict.fromkeys(audio_format.name for audio_format in FORMATS.values()))
EVERY = [(name, rate_hz) for name in NAMES for rate_hz in FORMATS[name].rates_hz]
EVERY_DEFAULT = [(name, FORMATS[name].default_rate_hz) for name in NAMES]
LONG_FRAMES = [("mp3", 8000), ("mp3", 16000)]  # 72 and 36 ms
LIBSNDFILE = ("mp3", "wav", "ogg_vorbis", "opus", "flac")
MINIAUDIO = ("mp3", "wav", "ogg_vorbis", "flac")


def encoded(name: str, rate_hz: int, pcm: bytes, sizes: list[int], *, last: bool = True) -> list[bytes]:
    encoder = new_encoder(name, rate_hz)
    return [*(encoder.feed(piece) for piece in cut(pcm, sizes)), encoder.end_segment(), encoder.flush(last=last)]


@pytest.mark.parametrize(("name", "rate_hz"), EVERY)
def test_decodes_to_the_pcms_duration(name: str, rate_hz: int) -> None:
    pcm = sentence(rate_hz, 1.3)
    blocks = encoded(name, rate_hz, pcm, [rate_hz // 50, 1, rate_hz // 4, 333])
    decoded = [by_libav(blocks, name, rate_hz), by_libav([b"".join(blocks)], name, rate_hz)]
    if name in LIBSNDFILE:
        decoded.append(by_libsndfile(blocks))
    if name in MINIAUDIO:
        decoded.append(by_miniaudio(blocks, rate_hz))
    for samples, rate in decoded:
        assert rate == rate_hz or (name == "opus" and rate in (24000, 48000))  # Opus decoders choose for themselves
        # stb_vorbis drops the last packet of a stream: 64 ms at 8 kHz.
        tolerance_s = 0.065 if name == "ogg_vorbis" and rate_hz == 8000 else 0.05
        assert abs(len(samples) / rate - 1.3) <= tolerance_s


@pytest.mark.parametrize(("name", "rate_hz"), EVERY)
def test_loud_to_the_end_is_whole_too(name: str, rate_hz: int) -> None:
    pcm = with_click(chirp(rate_hz, 0.8), 0.002, rate_hz, width_s=0.002)
    samples, rate = by_libav(encoded(name, rate_hz, pcm, [1000]), name, rate_hz)
    tolerance_s = {("mp3", 8000): 0.138, ("mp3", 16000): 0.069}.get((name, rate_hz), 0.05)
    assert abs(len(samples) / rate - 0.8) <= tolerance_s
    assert np.abs(samples[int(0.795 * rate) :]).max() > 0.3
    assert abs(delay_s(samples, rate, pcm, rate_hz)) < (0.067 if name == "mp3" else 0.003)


@pytest.mark.parametrize(("name", "rate_hz"), EVERY)
def test_a_drain_keeps_nothing_inside(name: str, rate_hz: int) -> None:
    """The audio before a drain plays to its end, although the stream goes on."""
    pcm = with_click(silence(rate_hz, 0.6), 0.002, rate_hz, width_s=0.002)
    encoder = new_encoder(name, rate_hz)
    blocks = [encoder.feed(pcm), encoder.end_segment(), encoder.flush()]
    assert encoder.flush() == b""
    samples, rate = by_libav(blocks, name, rate_hz)
    assert len(samples) / rate >= 0.599
    assert np.abs(samples[int(0.59 * rate) :]).max() > 0.1
    blocks += [encoder.feed(pcm), encoder.flush(last=True)]
    twice, _ = by_libav(blocks, name, rate_hz)
    assert len(twice) / rate >= 1.199
    assert np.abs(twice[int(1.19 * rate) :]).max() > 0.1


@pytest.mark.parametrize(("name", "rate_hz"), EVERY)
def test_reset_brings_nothing_old_and_no_second_header(name: str, rate_hz: int) -> None:
    encoder = new_encoder(name, rate_hz)
    encoder.feed(tone(rate_hz, 0.015, peak=20000))
    encoder.reset()
    blocks = [encoder.feed(silence(rate_hz, 0.4)), encoder.flush(last=True)]
    if name == "wav":
        assert not any(b"".join(blocks))  # it holds nothing: the tone went out, header and all
        return
    samples, rate = by_libav(blocks, name, rate_hz)
    assert abs(len(samples) / rate - 0.4) <= 0.05
    assert np.abs(samples).max() < 1e-3


@pytest.mark.parametrize(("name", "rate_hz"), EVERY_DEFAULT)
def test_any_life_of_a_connection_is_one_stream(name: str, rate_hz: int) -> None:
    encoder = new_encoder(name, rate_hz)
    blocks = []
    for segment in range(6):
        blocks += [encoder.feed(piece) for piece in cut(sentence(rate_hz, 0.5, segment), [rate_hz // 50, 4000])]
        if segment % 3 == 2:
            encoder.reset()
        else:
            blocks.append(encoder.flush() if segment % 3 else encoder.end_segment())
    blocks.append(encoder.flush(last=True))
    data = b"".join(blocks)
    for magic in (b"RIFF", b"fLaC", b"OpusHead", b"\x01vorbis"):
        assert data.count(magic) <= 1
    samples, rate = by_libav(blocks, name, rate_hz)
    # 4 to 6 segments of 0.5 s: of the two broken off, each format holds back something else.
    assert 1.9 <= len(samples) / rate <= 3.2


# A decoder wants three MPEG frames before it believes in them, also if `reset` discards those that LAME holds.
OPERATIONS = st.one_of(st.integers(3000, 30000), st.sampled_from(["end_segment", "flush", "reset"]))


@pytest.mark.parametrize(("name", "rate_hz"), EVERY_DEFAULT)
def test_any_order_of_calls_decodes(name: str, rate_hz: int) -> None:
    @settings(max_examples=12, deadline=None)
    @given(st.lists(OPERATIONS, max_size=25))
    def check(operations: list[int | str]) -> None:
        encoder = new_encoder(name, rate_hz)
        blocks = []
        fed = 0
        for operation in operations:
            if isinstance(operation, int):
                blocks.append(encoder.feed(tone(rate_hz, operation / rate_hz)))
                fed += operation
            else:
                blocks.append(getattr(encoder, operation)() or b"")
        blocks.append(encoder.flush(last=True))
        if any(blocks):
            # libavcodec loses samples of a Vorbis stream of two or three packets.
            samples, rate = by_libsndfile(blocks) if name == "ogg_vorbis" else by_libav(blocks, name, rate_hz)
            assert "reset" in operations or len(samples) / rate >= fed / rate_hz - 0.002
        if name in ("opus", "ogg_vorbis"):
            pages = read_pages(b"".join(blocks))
            assert [page[3] for page in pages] == list(range(len(pages)))
            assert [page[1] for page in pages] == sorted(page[1] for page in pages)
            assert not pages or (pages[0][0] & FIRST and pages[-1][0] & LAST)

    check()


@pytest.mark.parametrize(("name", "rate_hz"), [each for each in EVERY_DEFAULT if each[0] not in ("opus", "ogg_vorbis")])
def test_the_bytes_do_not_depend_on_the_cuts(name: str, rate_hz: int) -> None:
    """Ogg pages follow the cuts; their packets do not (test_opus.py, test_vorbis.py)."""
    pcm = sentence(rate_hz, 0.5)
    expected = b"".join(encoded(name, rate_hz, pcm, [len(pcm)]))

    @settings(max_examples=10, deadline=None)
    @given(st.lists(st.integers(1, 3000), min_size=1, max_size=6))
    def check(sizes: list[int]) -> None:
        assert b"".join(encoded(name, rate_hz, pcm, sizes)) == expected

    check()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_fed_is_nothing_sent(name: str) -> None:
    encoder = new_encoder(name, FORMATS[name].default_rate_hz)
    encoder.reset()
    assert encoder.feed(b"") + encoder.end_segment() + encoder.flush() + encoder.flush(last=True) == b""


@pytest.mark.parametrize("name", NAMES)
def test_half_a_sample_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="3 bytes"):
        new_encoder(name, FORMATS[name].default_rate_hz).feed(b"\0\0\0")


@pytest.mark.parametrize("name", NAMES)
def test_an_encoder_dropped_in_mid_speech_is_no_trouble(name: str) -> None:
    encoder = new_encoder(name, FORMATS[name].default_rate_hz)
    encoder.feed(sentence(FORMATS[name].default_rate_hz, 0.7))
    del encoder
    gc.collect()  # pytest turns what a destructor raises into an error


@pytest.mark.parametrize("name", NAMES)
def test_other_rates_are_refused_with_the_list(name: str) -> None:
    with pytest.raises(UnsupportedRate) as refusal:
        new_encoder(name, 11025)
    assert str(refusal.value).startswith(f"{name} cannot be made at 11025 Hz; accepted are 8000, 16000, 22050, ")


def test_the_table() -> None:
    assert FORMATS["pcm"] is FORMATS["linear16"]
    assert list(FORMATS) == ["mp3", "linear16", "pcm", "wav", "mulaw", "alaw", "ogg_vorbis", "opus", "flac"]
    for audio_format in FORMATS.values():
        assert audio_format.default_rate_hz in audio_format.rates_hz
        assert {8000, 16000, 22050, 24000, 44100, 48000} <= set(audio_format.rates_hz)
        assert (96000 in audio_format.rates_hz) == (audio_format.name in ("linear16", "wav", "flac", "ogg_vorbis"))
        assert audio_format.suffix.startswith(".")
        assert "/" in audio_format.content_type
    with pytest.raises(KeyError):
        new_encoder("wma", 24000)
