"""Owns the size of the audio chunks on the wire: small at first, so that sound starts soon, then growing.

It refuses to know formats and sockets: PCM in, PCM out.
"""

from typing import Final

from plosive.audio.pcm import SAMPLE_BYTES, samples_of

FIRST_MS: Final = 20  # one Opus packet, about one MPEG frame: a smaller chunk would often be empty (docs/protocol.md)
LONGEST_MS: Final = 250  # docs/protocol.md: one late frame costs a listener at most a quarter of a second


class ChunkPlan:
    """Cuts the PCM of segments that follow one another into chunks of up to 20, 40, 80, 160, 250, 250, ... ms.

    No PCM is kept for the next call: the engine's next step may take long, and the listener may run out of audio.
    """

    def __init__(self, rate_hz: int) -> None:
        self._first = max(1, rate_hz * FIRST_MS // 1000) * SAMPLE_BYTES
        self._longest = max(1, rate_hz * LONGEST_MS // 1000) * SAMPLE_BYTES
        self._next = self._first

    def cut(self, pcm: bytes) -> list[bytes]:
        """Cut PCM of any length; ValueError on half a sample."""
        samples_of(pcm)
        chunks = []
        start = 0
        while left := len(pcm) - start:
            size = min(left, self._next)
            if left - size < size // 2:  # two chunks of about the same size rather than a tiny second one
                size = left if left == size else left // 2 // SAMPLE_BYTES * SAMPLE_BYTES
            chunks.append(pcm[start : start + size])
            start += size
            self._next = min(2 * self._next, self._longest)
        return chunks

    def restart(self) -> None:
        """The audio has ended: the next starts small again."""
        self._next = self._first
