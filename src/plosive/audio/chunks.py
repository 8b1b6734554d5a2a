"""Owns how much audio goes into one wire chunk: little at first, so that sound starts soon, then more.

It refuses to know formats and sockets: PCM in, PCM out.
"""

from typing import Final

from plosive.audio.pcm import SAMPLE_BYTES, samples_of

FIRST_MS: Final = 20  # one Opus packet, about one MPEG frame: less would only buy empty chunks (docs/protocol.md)
LONGEST_MS: Final = 250  # docs/protocol.md; a quarter second of audio is what a late frame may cost a listener


class ChunkPlan:
    """Cuts the PCM of each segment into chunks of up to 20, 40, 80, 160, 250, 250, ... ms.

    Nothing is kept for the next call, because an engine's next step may be long in coming while its listener runs dry.
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
            if left - size < size // 2:  # two middling chunks rather than one and a scrap
                size = left if left == size else left // 2 // SAMPLE_BYTES * SAMPLE_BYTES
            chunks.append(pcm[start : start + size])
            start += size
            self._next = min(2 * self._next, self._longest)
        return chunks

    def restart(self) -> None:
        """The segment has ended: the next one starts small again."""
        self._next = self._first
