"""Owns the table of audio formats, with the names, rates and encoder of each, and the protocol of all encoders.

It refuses unknown formats and rates; `protocol/options` decides which of them a client may ask for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from plosive.audio.aac import Aac
from plosive.audio.companding import Alaw, Mulaw
from plosive.audio.flac import Flac, flac_lengths
from plosive.audio.linear import Linear16, Wav, riff_lengths
from plosive.audio.mp3 import Mp3
from plosive.audio.opus import Opus
from plosive.audio.vorbis import OggVorbis
from plosive.errors import UnsupportedRate


class Encoder(Protocol):
    """Turns the PCM of one connection into one byte stream; synchronous, for one caller at a time.

    The client plays all output in order. Keep one encoder for the connection. Call `end_segment()` after each sentence,
    `flush()` when there is no more text for now, `reset()` on barge-in.
    """

    @property
    def held_samples(self) -> int:
        """Samples that were fed and are not in the output yet, but for the codec's own lookahead."""
        ...

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return the completed units (MPEG frames, Ogg pages, FLAC frames, samples), perhaps none.

        Raises ValueError on half a sample.
        """
        ...

    def end_segment(self) -> bytes:
        """A sentence is complete and another may follow at once: return the output that needs no padding with silence."""
        ...

    def flush(self, last: bool = False) -> bytes:
        """No more text for now: return all held sound. After `last=True` the encoder must not be fed again."""
        ...

    def reset(self) -> None:
        """Discard the held sound. The next output continues the same byte stream, without a second header."""
        ...


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """One format: its names, its rates, and the content type and file suffix of its output."""

    name: str
    encoder: Callable[[int], Encoder] = field(repr=False)
    default_rate_hz: int
    rates_hz: tuple[int, ...]
    content_type: str
    suffix: str
    aliases: tuple[str, ...] = ()
    memory_bytes: int = 0
    """Memory of its encoder, measured. libav's FLAC has room for eight channels and blocks of 65,536 samples."""
    lengths: Callable[[int], dict[int, bytes]] | None = field(default=None, repr=False)
    """The lengths in the header of a finished file of so many samples, by their places. None: its header has none."""


_RATES_HZ: Final = (8000, 16000, 22050, 24000, 44100, 48000)  # docs/protocol.md
_WITH_96_KHZ: Final = (*_RATES_HZ, 96000)

# audio/L16 would be big-endian (RFC 2586), so bare PCM has no type of its own.
_TABLE = (
    AudioFormat("mp3", Mp3, 24000, _RATES_HZ, "audio/mpeg", ".mp3", memory_bytes=400_000),
    AudioFormat("linear16", Linear16, 24000, _WITH_96_KHZ, "application/octet-stream", ".pcm", aliases=("pcm",)),
    AudioFormat("wav", Wav, 24000, _WITH_96_KHZ, "audio/wav", ".wav", lengths=riff_lengths),
    AudioFormat("mulaw", Mulaw, 8000, _RATES_HZ, "audio/basic", ".ulaw"),
    AudioFormat("alaw", Alaw, 8000, _RATES_HZ, "audio/x-alaw-basic", ".alaw"),
    AudioFormat("ogg_vorbis", OggVorbis, 24000, _WITH_96_KHZ, "audio/ogg", ".ogg", memory_bytes=350_000),
    AudioFormat("opus", Opus, 48000, _RATES_HZ, "audio/ogg; codecs=opus", ".opus", memory_bytes=70_000),
    AudioFormat("flac", Flac, 24000, _WITH_96_KHZ, "audio/flac", ".flac", memory_bytes=7_400_000, lengths=flac_lengths),
)

AAC: Final = AudioFormat("aac", Aac, 24000, (24000,), "audio/aac", ".aac", memory_bytes=750_000)
"""For whole files only: its delay at the start and end of each utterance is too long for a conversation."""

#: Formats by name, aliases too, in the order of the documentation.
FORMATS: Final[Mapping[str, AudioFormat]] = MappingProxyType(
    {name: audio_format for audio_format in _TABLE for name in (audio_format.name, *audio_format.aliases)}
)


def new_encoder(audio_format: str, rate_hz: int) -> Encoder:
    """Make the encoder for one connection, fed with PCM at `rate_hz`.

    `audio_format` is a key of `FORMATS` or "aac", else KeyError. Raises UnsupportedRate, listing the accepted rates.
    """
    entry = _entry(audio_format)
    if rate_hz not in entry.rates_hz:
        accepted = ", ".join(map(str, entry.rates_hz))
        raise UnsupportedRate(f"{entry.name} cannot be made at {rate_hz} Hz; accepted are {accepted}")
    return entry.encoder(rate_hz)


def header_lengths(audio_format: str, samples: int) -> dict[int, bytes]:
    """Return the bytes that the header of a finished file of so many samples needs, by their places in the file.

    A stream has its header before anybody knows how long it becomes: `wav` and `flac` say there that their length is open.
    """
    lengths = _entry(audio_format).lengths
    return lengths(samples) if lengths else {}


def encoder_bytes(audio_format: str) -> int:
    """Return about how much memory an encoder of this format takes, which is a key as for `new_encoder`."""
    return _entry(audio_format).memory_bytes


def _entry(audio_format: str) -> AudioFormat:
    return AAC if audio_format == AAC.name else FORMATS[audio_format]
