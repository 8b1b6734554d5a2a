"""Owns Opus in Ogg (RFC 7845): one logical stream for the connection; each packet is sent as soon as it is whole.

It refuses libavformat's muxer, which holds one page back: libopus makes the packets, `audio/ogg` the pages.
"""

import struct
from typing import Final

from plosive.audio.libav import LibavEncoder
from plosive.audio.ogg import FIRST, LAST, LogicalStream
from plosive.audio.pcm import SAMPLE_BYTES, Resampler

# libopus takes 8, 12, 16, 24 and 48 kHz; the two other documented rates are resampled to the next higher one.
_CODEC_RATE_HZ: Final = {22050: 24000, 44100: 48000}

# RFC 6716 section 2.1.1 recommends 8-12 (8 kHz), 16-20 (16 kHz) and 28-40 kbit/s (48 kHz) for speech. These are the upper
# ends and a little more, because the streams carry nothing else.
_BIT_S: Final = {8000: 16_000, 16000: 24_000, 24000: 32_000, 48000: 40_000}

_PACKET_MS = 20  # RFC 6716 section 2.1.4 recommends it; shorter costs bits, longer delay
_GRANULE_RATE_HZ = 48000  # RFC 7845 section 4: granule positions always count 48 kHz samples
_PACKET_GRANULES = _GRANULE_RATE_HZ * _PACKET_MS // 1000
_SERIAL = 1  # any number is right for a single logical stream; a fixed one makes the bytes repeatable


class Opus:
    """Ogg Opus, mono, 20 ms packets; the pages of one `feed()` carry all packets it completed.

    `flush()` pads the last packet and the codec's lookahead with up to 26 ms of silence; the end of the stream trims it.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._codec_rate_hz = _CODEC_RATE_HZ.get(rate_hz, rate_hz)
        self._resampler = Resampler(rate_hz, self._codec_rate_hz)
        self._stream = LogicalStream(_SERIAL)
        self._codec = self._new_codec()
        # libavcodec's extradata is an OpusHead; its pre-skip is the encoder's lookahead (RFC 7845 section 5.1).
        (self._lookahead,) = struct.unpack_from("<H", self._codec.extradata, 10)
        # Version, channels, pre-skip, input rate, gain, channel mapping.
        self._head = struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, self._lookahead, rate_hz, 0, 0)
        self._begun = False
        self._drained = True  # the codec holds no sound
        self._held = bytearray()
        self._granule = 0  # after the last returned packet

    @property
    def held_samples(self) -> int:
        """See `Encoder`."""
        return len(self._held) // SAMPLE_BYTES * self._rate_hz // self._codec_rate_hz

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return pages of the completed packets. Raises ValueError on half a sample."""
        self._held += self._resampler.feed(pcm)
        if pcm:
            self._drained = False
        return self._pages(self._packets())

    def end_segment(self) -> bytes:
        """Return nothing: only silence could complete the packet now, and the next sentence will complete it."""
        return b""

    def flush(self, last: bool = False) -> bytes:
        """Return the held sound, padded with silence. If `last`, end the stream at the last sample of sound."""
        if self._drained:
            return self._stream.end(self._granule) if last and self._begun else b""
        self._held += self._resampler.flush()
        sound_granules = len(self._held) // SAMPLE_BYTES * _GRANULE_RATE_HZ // self._codec_rate_hz
        inside = sound_granules + self._lookahead
        end = self._granule + inside
        packets = -(-inside // _PACKET_GRANULES)
        self._held += bytes(packets * self._codec.block_bytes - len(self._held))
        out = self._packets()
        if last:
            out[-1] = (out[-1][0], end)
        self._drained = True
        return self._pages(out, flags=LAST if last else 0)

    def reset(self) -> None:
        """Discard the partial packet and the codec's state. The logical stream goes on."""
        if self._drained:
            return
        self._resampler.reset()
        self._held.clear()
        self._codec = self._new_codec()
        self._drained = True
        if self._begun:
            # The client's decoder still predicts from the old sound. A packet of silence before the new sound ends that:
            # without it a quiet tone at 8 kHz was five times too loud for more than 300 ms.
            self._held += bytes(self._codec.block_bytes)

    def _new_codec(self) -> LibavEncoder:
        # "voip" keeps to the speech modes. Complexity 5 takes 7.4 ms of CPU for a second of espeak's speech at 24 kHz, 10
        # takes 9.3; from 7 up libopus also guesses whether it hears music and changes modes. (libopus in PyAV 18.1)
        options = {"application": "voip", "compression_level": "5", "frame_duration": str(_PACKET_MS)}
        return LibavEncoder("libopus", self._codec_rate_hz, options=options, bit_s=_BIT_S[self._codec_rate_hz])

    def _packets(self) -> list[tuple[bytes, int]]:
        out = []
        for packet in self._codec.encode_blocks(self._held):
            self._granule += _PACKET_GRANULES
            out.append((packet, self._granule))
        return out

    def _pages(self, packets: list[tuple[bytes, int]], *, flags: int = 0) -> bytes:
        if not packets:
            return b""
        headers = b""
        if not self._begun:
            self._begun = True
            vendor = b"plosive"
            tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", 0)
            headers = self._stream.pages([(self._head, 0)], flags=FIRST) + self._stream.pages([(tags, 0)])
        return headers + self._stream.pages(packets, flags=flags)
