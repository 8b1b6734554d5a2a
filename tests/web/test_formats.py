"""Every format at every rate through the socket, decoded by other libraries (PyAV, soundfile, miniaudio)."""

import base64
import io
import itertools
from typing import Any

import av
import miniaudio
import numpy as np
import pytest
import soundfile
from av.packet import Packet

from plosive.audio.encoders import FORMATS
from plosive_server import PlosiveServer, audio_of, texts_of

TEXT = "Hello there, it is very nice to meet you today. Is it?"
TEN = " ".join(f"This is sentence number {number} of ten." for number in range(1, 11))
TOLERANCE_S = 0.05

MATRIX = sorted({(entry.name, rate_hz) for entry in FORMATS.values() for rate_hz in entry.rates_hz})
RAW = {"linear16": 2, "mulaw": 1, "alaw": 1}


def say(server: PlosiveServer, audio_format: str, rate_hz: int, text: str = TEXT) -> list[dict[str, Any]]:
    with server.client(audio_format=audio_format, sample_rate=rate_hz) as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        frames = client.until_close()
    assert frames[-1]["isFinal"]
    return frames


def seconds_by_libav(data: bytes) -> float:
    with av.open(io.BytesIO(data), "r") as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


def seconds_of_mp3_so_far(data: bytes) -> float:
    """Decode like a player on a pipe: libav cannot recognise a file by a few frames."""
    codec = av.CodecContext.create("mp3", "r")
    packets = codec.parse(data)
    return sum(frame.samples / frame.sample_rate for packet in packets for frame in codec.decode(packet))


def packets_of_mp3(data: bytes) -> "list[Packet[Any]]":
    codec = av.CodecContext.create("mp3", "r")
    return codec.parse(data) + codec.parse(None)


@pytest.fixture(scope="module")
def pcm_seconds(server: PlosiveServer) -> dict[str, float]:
    return {text: len(audio_of(say(server, "linear16", 22050, text))) / 2 / 22050 for text in (TEXT, TEN)}


@pytest.mark.parametrize(("audio_format", "rate_hz"), MATRIX)
def test_decodes_to_the_pcms_duration(
    server: PlosiveServer, pcm_seconds: dict[str, float], audio_format: str, rate_hz: int
) -> None:
    data = audio_of(say(server, audio_format, rate_hz))
    seconds = len(data) / RAW[audio_format] / rate_hz if audio_format in RAW else seconds_by_libav(data)
    assert seconds == pytest.approx(pcm_seconds[TEXT], abs=TOLERANCE_S)


@pytest.mark.parametrize("rate_hz", [8000, 16000, 22050, 24000, 44100, 48000])
def test_every_mp3_chunk_stands_alone(server: PlosiveServer, pcm_seconds: dict[str, float], rate_hz: int) -> None:
    chunks = [base64.b64decode(frame["audio"]) for frame in say(server, "mp3", rate_hz) if frame.get("audio")]
    alone = sum(miniaudio.decode(chunk, nchannels=1, sample_rate=rate_hz).num_frames for chunk in chunks) / rate_hz
    assert alone == pytest.approx(pcm_seconds[TEXT], abs=TOLERANCE_S)
    packets = [bytes(packet) for chunk in chunks for packet in packets_of_mp3(chunk)]
    assert b"".join(packets) == b"".join(chunks)  # a tag (ID3, TAG) would stand between packets
    assert all(packet[0] == 0xFF and packet[1] & 0xE0 == 0xE0 for packet in packets)
    assert not any(tag in packet[:64] for packet in packets for tag in (b"Xing", b"Info"))


@pytest.mark.parametrize("audio_format", ["mp3", "opus", "flac", "ogg_vorbis", "wav"])
def test_a_streaming_decoder_hears_every_chunk_when_it_comes(server: PlosiveServer, audio_format: str) -> None:
    """After each chunk, a player on a pipe has played all but at most one chunk of the sent audio."""
    frames = say(server, audio_format, 24000)
    chunks = [base64.b64decode(frame["audio"]) for frame in frames if frame.get("audio")]
    decode = seconds_of_mp3_so_far if audio_format == "mp3" else seconds_by_libav
    heard = [decode(b"".join(chunks[: count + 1])) for count in range(len(chunks))]
    assert heard == sorted(heard)
    assert heard[0] > 0
    assert max(later - earlier for earlier, later in itertools.pairwise(heard)) < 1.3


@pytest.mark.parametrize(("audio_format", "rate_hz"), [("mp3", 24000), ("mp3", 8000), ("opus", 48000), ("opus", 24000)])
def test_ten_sentences_join_without_silence(
    server: PlosiveServer, pcm_seconds: dict[str, float], audio_format: str, rate_hz: int
) -> None:
    frames = say(server, audio_format, rate_hz, TEN)
    assert len(texts_of(frames)) == 10
    assert seconds_by_libav(audio_of(frames)) == pytest.approx(pcm_seconds[TEN], abs=TOLERANCE_S)


@pytest.mark.parametrize(
    ("audio_format", "rate_hz"), [("mp3", 24000), ("opus", 48000), ("flac", 24000), ("ogg_vorbis", 24000)]
)
def test_nothing_is_held_back_when_the_text_stops(
    server: PlosiveServer, pcm_seconds: dict[str, float], audio_format: str, rate_hz: int
) -> None:
    """The first `final` of an open connection comes after all its audio, and the next turn plays on."""
    with server.client(audio_format=audio_format, sample_rate=rate_hz) as client:
        client.handshake()
        client.send(text=TEXT)
        turns = client.until_final()
        assert seconds_by_libav(audio_of(turns)) == pytest.approx(pcm_seconds[TEXT], abs=TOLERANCE_S)
        client.send(text=TEXT)
        turns += client.until_final()
        assert seconds_by_libav(audio_of(turns)) == pytest.approx(2 * pcm_seconds[TEXT], abs=2 * TOLERANCE_S)


@pytest.mark.parametrize("audio_format", ["mp3", "opus", "flac", "ogg_vorbis", "wav"])
def test_a_stream_decodes_across_a_barge_in(server: PlosiveServer, audio_format: str) -> None:
    with server.client(audio_format=audio_format) as client:
        client.handshake()
        client.send(text="This is going to be interrupted. " * 20)
        frames = [client.frame() for _ in range(6)]
        client.send(text=TEXT, force=True)
        frames += client.until_final()
    before = audio_of(
        frames[: next(i for i, frame in enumerate(frames) if frame.get("text") == TEXT.partition(" Is")[0])]
    )
    assert 0 < seconds_by_libav(before) < seconds_by_libav(audio_of(frames))


def test_the_same_samples_in_every_lossless_format(server: PlosiveServer) -> None:
    wav, _ = soundfile.read(io.BytesIO(audio_of(say(server, "wav", 24000))), dtype="int16")
    with av.open(io.BytesIO(audio_of(say(server, "flac", 24000))), "r") as container:
        flac = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    length = min(len(wav), len(flac))
    assert abs(len(wav) - len(flac)) < 0.03 * 24000
    # espeak-ng is not bit-reproducible from call to call, but nearly.
    assert np.corrcoef(np.abs(wav[:length]).astype(float), np.abs(flac[:length]).astype(float))[0, 1] > 0.5
