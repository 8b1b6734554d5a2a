"""Owns the use of libavcodec's audio encoders through PyAV: blocks of PCM in, packets out.

It refuses muxers: containers that stream are written here by hand.
"""

from collections.abc import Mapping

import av
import numpy as np

from plosive.audio.pcm import SAMPLE_BYTES


class LibavEncoder:
    """One mono encoder. `block_bytes` is the size of the PCM for one `encode()`, `extradata` is the codec's header.

    `options` and `sample_format` are libavcodec's, as `ffmpeg -h encoder=NAME` lists them: s16, or fltp (floats).
    """

    def __init__(
        self,
        codec: str,
        rate_hz: int,
        *,
        options: Mapping[str, str],
        bit_s: int | None = None,
        sample_format: str = "s16",
    ) -> None:
        context = av.CodecContext.create(codec, "w")
        if not isinstance(context, av.AudioCodecContext):
            raise TypeError(f"{codec} does not encode audio")
        context.sample_rate = rate_hz
        context.layout = "mono"
        context.format = av.AudioFormat(sample_format)
        if bit_s is not None:
            context.bit_rate = bit_s
        context.options = dict(options)
        context.open()
        self._context = context
        self._rate_hz = rate_hz
        self._sample_format = sample_format
        self.block_bytes = context.frame_size * SAMPLE_BYTES
        self.extradata = context.extradata or b""

    def encode(self, pcm: bytes) -> list[bytes]:
        """Encode one block and return its packets. Only the very last block may be shorter."""
        samples = np.frombuffer(pcm, "<i2")[None, :]
        if self._sample_format == "fltp":
            samples = samples / np.float32(32768)
        frame = av.AudioFrame.from_ndarray(samples, format=self._sample_format, layout="mono")
        frame.sample_rate = self._rate_hz
        return [bytes(packet) for packet in self._context.encode(frame)]

    def encode_blocks(self, held: bytearray) -> list[bytes]:
        """Remove all whole blocks from the PCM and return their packets."""
        whole = len(held) // self.block_bytes * self.block_bytes
        starts = range(0, whole, self.block_bytes)
        packets = [packet for at in starts for packet in self.encode(bytes(held[at : at + self.block_bytes]))]
        del held[:whole]
        return packets

    def drain(self) -> list[bytes]:
        """End the stream and return its last packets. Nothing can be encoded afterwards."""
        return [bytes(packet) for packet in self._context.encode(None)]
