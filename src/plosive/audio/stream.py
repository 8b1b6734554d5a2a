"""Turns an engine's PCM into the encoded chunks of one connection: resamples, cuts growing chunks, encodes.

The encoder lives as long as the connection. The resampler begins anew with each segment, the chunk plan when the text pauses.
"""

from plosive.audio.chunks import ChunkPlan
from plosive.audio.encoders import encoder_bytes, header_lengths, new_encoder
from plosive.audio.pcm import SAMPLE_BYTES, Resampler


class AudioStream:
    """Encoded chunks of one audio format at one rate. An empty result means that the encoder needs more PCM first."""

    def __init__(self, audio_format: str, rate_hz: int) -> None:
        self._format = audio_format
        self._rate_hz = rate_hz
        self._encoder = new_encoder(audio_format, rate_hz)
        self._plan = ChunkPlan(rate_hz)
        self._resampler: Resampler | None = None
        self._engine_rate_hz = 0
        self._samples = 0  # that went into the encoder, without those that it discarded

    @property
    def seconds(self) -> float:
        """Duration of all audio that was returned."""
        return (self._samples - self._encoder.held_samples) / self._rate_hz

    @property
    def header_lengths(self) -> dict[int, bytes]:
        """After the last drain, if it was the only one: the bytes for the header of a file of it all, by their places."""
        return header_lengths(self._format, self._samples)

    @property
    def memory_bytes(self) -> int:
        """About how much memory the encoder and the resampler take."""
        return encoder_bytes(self._format) + (self._resampler.memory_bytes if self._resampler else 0)

    def feed(self, pcm: bytes, rate_hz: int) -> list[bytes]:
        """Take PCM (little-endian int16 mono) of the current segment at the engine's rate."""
        if self._resampler is None or self._engine_rate_hz != rate_hz:
            self._resampler = Resampler(rate_hz, self._rate_hz)
            self._engine_rate_hz = rate_hz
        return self._encode(self._plan.cut(self._resampler.feed(pcm)))

    def end_segment(self) -> list[bytes]:
        """The segment is complete and another may follow at once: return all but the sound needed to join them."""
        rest = self._resampler.flush() if self._resampler else b""
        return self._encode(self._plan.cut(rest)) + _some(self._encoder.end_segment())

    def drain(self, *, last: bool) -> list[bytes]:
        """No segment follows for now, or none at all (`last`): return all sound that the encoder still holds."""
        self._plan.restart()
        return _some(self._encoder.flush(last=last))

    def reset(self) -> None:
        """Barge-in: discard all held audio. The next output continues the same byte stream."""
        if self._resampler is not None:
            self._resampler.reset()
        self._plan.restart()
        self._samples -= self._encoder.held_samples
        self._encoder.reset()

    def _encode(self, chunks: list[bytes]) -> list[bytes]:
        self._samples += sum(map(len, chunks)) // SAMPLE_BYTES
        return [encoded for chunk in chunks if (encoded := self._encoder.feed(chunk))]


def _some(encoded: bytes) -> list[bytes]:
    return [encoded] if encoded else []
