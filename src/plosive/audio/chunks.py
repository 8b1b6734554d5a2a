"""Owns how much audio goes into one wire chunk: little at first, so that sound starts soon, then more.

It refuses to know formats and sockets: PCM in, PCM out.
"""

from plosive.audio.pcm import SAMPLE_BYTES, samples_of

FIRST_MS = 20  # one Opus packet, about one MPEG frame: less would only buy empty chunks (docs/protocol.md)
LONGEST_MS = 250  # docs/protocol.md; a quarter second of audio is what a late frame may cost a listener


class ChunkPlan:
    """Cuts the PCM of each segment into chunks of 20, 40, 80, 160, 250, 250, ... ms.

    Doubling keeps the client's buffer ahead: when a chunk of 2n ms is awaited, nearly 2n ms are already with it.
    """

    def __init__(self, rate_hz: int, *, first_ms: int = FIRST_MS, longest_ms: int = LONGEST_MS) -> None:
        if not 0 < first_ms <= longest_ms:
            raise ValueError(f"chunks cannot grow from {first_ms} ms to {longest_ms} ms")
        self._first = max(1, rate_hz * first_ms // 1000) * SAMPLE_BYTES
        self._longest = max(1, rate_hz * longest_ms // 1000) * SAMPLE_BYTES
        self._next = self._first
        self._held = bytearray()

    def feed(self, pcm: bytes) -> list[bytes]:
        """Give PCM of any length, get the chunks that are full; ValueError on half a sample."""
        samples_of(pcm)
        self._held += pcm
        chunks = []
        start = 0
        while len(self._held) - start >= self._next:
            chunks.append(bytes(self._held[start : start + self._next]))
            start += self._next
            self._next = min(2 * self._next, self._longest)
        del self._held[:start]
        return chunks

    def flush(self) -> list[bytes]:
        """End the segment: get what is left, at most one chunk. The next segment starts small again."""
        rest = [bytes(self._held)] if self._held else []
        self.restart()
        return rest

    def restart(self) -> None:
        """Forget what is held (barge-in) and start small again."""
        self._held.clear()
        self._next = self._first
