"""AudioCache: a synthesizer in front of another one. It makes no utterance twice.

Listeners who want the same utterance at the same time share one synthesis, which goes on as long as one of them listens. Only
whole utterances are cached: in memory, and then in slower stores.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from typing import Final, Protocol

import structlog

from plosive import metrics
from plosive.audio_cache.entries import Entry, Keys, pack, unpack
from plosive.errors import EngineUnavailable
from plosive.utterance import PcmChunk, Utterance

_OVERHEAD_BYTES: Final = 1024
"""Approximate memory of an entry without its samples."""

_MOST_WRITES: Final = 64
"""Most entries that wait to be stored: a disk that is slower than the engines must not fill the memory."""

_log = structlog.get_logger()

Synthesize = Callable[[Utterance, float | None, float], AsyncGenerator[PcmChunk, None]]


class Store(Protocol):
    """A slower store for entries. It raises nothing: a failure counts as a miss."""

    name: str

    async def get(self, key: bytes) -> bytes | None:
        """Return the data under this key, or None."""
        ...

    async def put(self, key: bytes, data: bytes) -> None:
        """Store the data for a while."""
        ...

    async def remove(self, key: bytes) -> None:
        """Remove data that cannot be used."""
        ...

    async def close(self) -> None:
        """Close connections and files."""
        ...


class AudioCache:
    """A `Synthesizer` (see `plosive.speech`) that calls `speak` for utterances that are not cached."""

    def __init__(self, speak: Synthesize, memory_bytes: int, stores: Sequence[Store] = ()) -> None:
        self._speak = speak
        self._memory_bytes = memory_bytes
        self._stores = stores
        self._keys = Keys()
        self._kept: OrderedDict[bytes, tuple[PcmChunk, ...]] = OrderedDict()
        self._kept_bytes = 0
        self._flights: dict[bytes, _Flight] = {}
        self._heard: set[_Flight] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        """Write the last entries to the stores and close them."""
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for store in self._stores:
            await store.close()

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        """Speak, or repeat cached audio. Closing the generator cancels unless others listen. Raises the errors of `speak`."""
        key = self._keys.key(utterance)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            _MEMORY.inc()
            for chunk in kept:
                yield chunk
            return
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight()
            flight.task = asyncio.create_task(self._make(key, self._speak(utterance, needed_at, given_s), flight))
            flight.on_abandoned = lambda: self._forget(key, flight)
        else:
            _SHARED.inc()
        self._heard.add(flight)
        try:
            async with aclosing(flight.chunks()) as chunks:
                async for chunk in chunks:
                    yield chunk
        finally:
            if not flight.listeners:
                self._heard.discard(flight)

    @property
    def waiting_bytes(self) -> int:
        """Audio that is kept for those who still listen to it."""
        return sum(len(chunk.pcm) for flight in self._heard for chunk in flight.made)

    async def _make(self, key: bytes, speech: AsyncGenerator[PcmChunk, None], flight: "_Flight") -> None:
        try:
            entry = await self._find(key)
            if entry is not None:
                flight.add(*entry.chunks())
                self._remember(key, entry)
                return
            _NOTHING.inc()
            async with aclosing(speech) as chunks:
                async for chunk in chunks:
                    flight.add(chunk)
            if entry := Entry.of(flight.made):
                self._remember(key, entry)
                self._store(key, entry)
        except asyncio.CancelledError:
            flight.error = EngineUnavailable("the speech was given up")  # for those who still listen
            raise
        except Exception as error:  # for all who listen
            flight.error = error
        finally:
            self._forget(key, flight)
            flight.end()

    def _forget(self, key: bytes, flight: "_Flight") -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]

    async def _find(self, key: bytes) -> Entry | None:
        for store in self._stores:
            data = await store.get(key)
            if data is None:
                continue
            if entry := unpack(key, data):
                metrics.cache_lookups.labels(store.name).inc()
                return entry
            _log.warning("broken cache entry", store=store.name)
            await store.remove(key)
        return None

    def _remember(self, key: bytes, entry: Entry) -> None:
        size = len(entry.pcm) + _OVERHEAD_BYTES
        if size > self._memory_bytes or key in self._kept:
            return
        self._kept[key] = entry.chunks()
        self._kept_bytes += size
        while self._kept_bytes > self._memory_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= sum(len(chunk.pcm) for chunk in oldest) + _OVERHEAD_BYTES
        metrics.cache_memory_bytes.set(self._kept_bytes)

    def _store(self, key: bytes, entry: Entry) -> None:
        if self._stores and len(self._tasks) < _MOST_WRITES:
            task = asyncio.create_task(self._put(key, pack(key, entry)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _put(self, key: bytes, data: bytes) -> None:
        for store in self._stores:
            await store.put(key, data)


class _Flight:
    """An utterance that is being made, with its listeners."""

    def __init__(self) -> None:
        self.made: list[PcmChunk] = []
        self.error: Exception | None = None
        self.task: asyncio.Task[None] | None = None
        self.on_abandoned: Callable[[], None] = lambda: None
        self._has_ended = False
        self.listeners = 0
        self._news = asyncio.Event()

    def add(self, *chunks: PcmChunk) -> None:
        """Add chunks for the listeners."""
        self.made += chunks
        self._tell()

    def end(self) -> None:
        """No chunk follows."""
        self._has_ended = True
        self._tell()

    async def chunks(self) -> AsyncGenerator[PcmChunk, None]:
        """Yield all chunks from the beginning. The work stops when the last listener closes its generator."""
        self.listeners += 1
        index = 0
        try:
            while True:
                news = self._news
                for chunk in self.made[index:]:
                    index += 1
                    yield chunk
                if index < len(self.made):
                    continue
                if self._has_ended:
                    break
                await news.wait()
            if self.error is not None:
                raise self.error
        finally:
            self.listeners -= 1
            if not self.listeners and self.task is not None and not self._has_ended:
                self.on_abandoned()
                self.task.cancel()

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()


_MEMORY: Final = metrics.cache_lookups.labels("memory")
_SHARED: Final = metrics.cache_lookups.labels("shared")
_NOTHING: Final = metrics.cache_lookups.labels("nothing")
