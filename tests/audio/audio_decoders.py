"""Decoders that share no code with the encoders, as a client would use them: bytes in, (float samples, rate) out."""

import io
from collections.abc import Iterable

import av
import miniaudio
import numpy as np
import numpy.typing as npt
import soundfile

Samples = npt.NDArray[np.floating]
"""Full scale is 1.0."""

RAW = {"linear16": "s16le", "mulaw": "mulaw", "alaw": "alaw"}


class Pipe:
    """A source like a socket for ffmpeg: pieces in order, no seeking."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = [piece for piece in pieces if piece]

    def read(self, size: int) -> bytes:
        if not self._pieces:
            return b""
        piece, rest = self._pieces[0][:size], self._pieces[0][size:]
        self._pieces[:1] = [rest] if rest else []
        return piece


def by_libav(pieces: Iterable[bytes], audio_format: str = "", rate_hz: int = 0) -> tuple[Samples, int]:
    """Decode with libavformat and libavcodec from a pipe; headerless formats need their name and rate."""
    options = {"sample_rate": str(rate_hz), "ch_layout": "mono"} if audio_format in RAW else {}
    with av.open(Pipe(pieces), "r", format=RAW.get(audio_format), options=options) as container:
        frames = list(container.decode(audio=0))
    return _joined(frames)


def by_libav_parser(pieces: Iterable[bytes], codec: str) -> tuple[Samples, int, list[int]]:
    """Decode piece by piece with libavcodec's parser, as a player without a demuxer does; samples after each piece."""
    context = av.CodecContext.create(codec, "r")
    assert isinstance(context, av.AudioCodecContext)
    after_piece: list[int] = []
    frames: list[av.AudioFrame] = []
    for piece in pieces:
        for packet in context.parse(piece):
            frames += context.decode(packet)
        after_piece.append(sum(frame.samples for frame in frames))
    for packet in context.parse(b""):
        frames += context.decode(packet)
    frames += context.decode(None)
    return *_joined(frames), after_piece


def by_libsndfile(pieces: Iterable[bytes]) -> tuple[Samples, int]:
    """Read through soundfile, which cannot read a FLAC of unknown length: it seeks after each read, and that fails."""
    data = b"".join(pieces)
    if data.startswith(b"fLaC"):
        length = len(by_libav(pieces)[0])  # the low 36 bits before the MD5 sum, RFC 9639 section 8.2
        data = data[:21] + bytes([data[21] & 0xF0]) + length.to_bytes(4, "big") + data[26:]
    decoded: tuple[Samples, int] = soundfile.read(io.BytesIO(data), dtype="float32")
    return decoded


def by_miniaudio(pieces: Iterable[bytes], rate_hz: int) -> tuple[Samples, int]:
    """dr_mp3, dr_flac, dr_wav, stb_vorbis."""
    decoded = miniaudio.decode(
        b"".join(pieces), output_format=miniaudio.SampleFormat.FLOAT32, nchannels=1, sample_rate=rate_hz
    )
    return np.frombuffer(decoded.samples, np.float32), decoded.sample_rate


def _joined(frames: list[av.AudioFrame]) -> tuple[Samples, int]:
    if not frames:
        return np.zeros(0, np.float32), 0
    rate_hz = frames[0].sample_rate
    arrays = [frame.to_ndarray().reshape(-1) for frame in frames]
    samples = np.concatenate(arrays)
    scale = 2.0 ** (8 * samples.itemsize - 1) if samples.dtype.kind == "i" else 1.0
    return (samples.astype(np.float64) / scale).astype(np.float32), rate_hz


def level_at(samples: Samples, rate_hz: int, hz: float) -> float:
    """The amplitude of one frequency, full scale 1.0."""
    time = np.arange(len(samples)) / rate_hz
    return 2 * float(abs(np.mean(samples * np.exp(-2j * np.pi * hz * time))))


def delay_s(samples: Samples, rate_hz: int, original: bytes, original_rate_hz: int) -> float:
    """How much later than the original PCM the decoded sound is, by cross-correlation at the original's rate."""
    pcm = np.frombuffer(original, "<i2") / 32768
    if rate_hz != original_rate_hz:
        at = np.arange(int(len(samples) * original_rate_hz / rate_hz)) * rate_hz / original_rate_hz
        samples = np.interp(at, np.arange(len(samples)), samples)
    size = 1 << (len(samples) + len(pcm)).bit_length()
    correlation = np.fft.irfft(np.fft.rfft(samples, size) * np.conj(np.fft.rfft(pcm, size)))
    shift = int(np.argmax(correlation))
    return (shift - size if shift > size // 2 else shift) / original_rate_hz
