"""Runtime: opens every long-lived object once and closes them in reverse order. The only place that connects them."""

import asyncio
import math
import sys
import time
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Final, Literal

import structlog

from plosive import metrics, tracing
from plosive.audio_cache.cache import AudioCache, Store
from plosive.audio_cache.disk import DiskStore
from plosive.audio_cache.redis_store import RedisStore
from plosive.callers import Caller
from plosive.capacity import Capacity
from plosive.connection import Channel, Connection
from plosive.errors import BadParameter, Refused, SetupError, UnknownDictionary, UnknownVoice
from plosive.loudness import Gains, Levelled
from plosive.memory import Memory
from plosive.narration import Narration, segments_of
from plosive.order import Order, Pauses, load_dictionary
from plosive.playback import Pace, Playback
from plosive.protocol.doors import Door
from plosive.protocol.options import ConnectOptions, VoiceSettings
from plosive.protocol.session import Session
from plosive.protocol.states import State
from plosive.protocol.waiting_text import Waits
from plosive.recordings import Recordings
from plosive.settings import Settings
from plosive.speech import Synthesizer
from plosive.standstill import LOOK_S
from plosive.store.compiled import CompiledDictionaries
from plosive.text.front_end import front_end
from plosive.utterance import Segment, Span
from plosive.voices.catalog import Catalog, Resolution
from plosive.voices.folder import fingerprint
from plosive.workers.gpus import count_gpus
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

_STAGGER_S: Final = 0.25
"""Time between two sessions that are told to leave, so that their clients do not all reconnect at once. All together take half
of the drain's time at most."""

_LAST_WORDS_S: Final = 1.0
"""Time before the drain's deadline to send an error frame and a close, a quarter of a short drain."""

_VOICES_S: Final = 2.0
"""Time between two looks for voices that were installed or removed. A look takes 0.1 ms for ten voices."""

_SESSIONS_A_ROUND: Final = 100
"""Sessions that are looked at before others have their turn. A look takes some 7 us for each of many: ten thousand at once
would keep everybody waiting, and every second they would take more of a core than their pings."""

_WORKERS_S: Final = 1.0
"""Time between two looks at the workers."""

_UNKNOWN_NAMES: Final = 1000
"""Most unknown names of voices that are logged, once each: clients may make up any number."""

_log = structlog.get_logger()


class Runtime:
    """A server process's voices, workers, store, sessions and narrations. Open it before use and close it after.

    Raises `SetupError`.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._voice_files = fingerprint(settings.voices_dir)
        self.catalog = self._load_catalog()
        self._pronunciations = load_dictionary(settings.dictionary)
        try:
            default = Order(self.catalog.resolve(settings.default_voice, over_socket=True).voice)
        except UnknownVoice as error:
            raise SetupError(f"Setting PLOSIVE_DEFAULT_VOICE: {error}") from None
        self._default = default
        warm_up = default.utterance(Segment("Hello.", (Span("Hello."),)))
        gpus = count_gpus(settings.device)
        worker_settings = WorkerSettings(
            settings.voice_memory_mb, settings.sentence_silence_ms, gpu=0 if gpus else None
        )
        self._pool = WorkerPool(gpus or settings.workers, worker_settings, warm_up)
        self._memory = Memory(settings.session_memory_mb * 1_000_000)
        self.capacity = Capacity(
            settings.max_sessions,
            lambda: self._pool.newcomers_wait_s,
            lambda: self._pool.load,
            lambda: self._memory.is_full,
        )
        self._cache = _new_cache(settings, self._pool)
        self._gains = Gains(self._pool, settings.data_dir) if settings.equal_loudness else None
        self._connections: set[Connection] = set()
        self._pace = Pace()
        self._languages: set[str] = set()  # whose readers are compiled
        self._compiling = asyncio.Lock()
        self._unknown: set[str] = set()

    async def open(self) -> None:
        """Start the workers and open the store. Raises `SetupError`."""
        workers = asyncio.create_task(self._pool.open())
        await asyncio.sleep(0)  # lets their processes start
        await self._compile_readers(self._default.voice.language)
        try:
            # SQLAlchemy takes 0.25 s to load. Here it loads while the workers start, and `say` never loads it.
            from plosive.store.store import open_store  # noqa: PLC0415

            self.store = await open_store(self.settings)
        except BaseException:
            workers.cancel()
            await asyncio.gather(workers, return_exceptions=True)
            await self._pool.close()
            raise
        try:
            await workers
        except BaseException:
            await self.store.close()
            raise
        self._dictionaries = CompiledDictionaries(self.store.dictionaries, self._pronunciations)
        self.recordings = Recordings(self.settings.data_dir / "recordings", self.store.audio_records)
        self.recordings.open()
        watches = self._watch_voices(), self._watch_sessions(), self._watch_workers()
        self._watches = [asyncio.create_task(watch) for watch in watches]

    async def close(self) -> None:
        """End the workers and close the store. Returns when they are closed."""
        for watch in self._watches:
            watch.cancel()
        await asyncio.gather(*self._watches, return_exceptions=True)
        await self.recordings.close()
        if self._cache is not None:
            await self._cache.close()
        await self._pool.close()
        await self.store.close()

    @property
    def ready(self) -> bool:
        """Whether a new session can be served now."""
        return self._pool.ready and not self.capacity.draining

    @property
    def voices_out(self) -> dict[str, int]:
        """The voices that are out because they kept crashing, with the seconds until they may speak again."""
        out = self._pool.voices_out
        return {
            voice.id: math.ceil(out[voice.engine_voice]) for voice in self.catalog.voices() if voice.engine_voice in out
        }

    async def order(self, options: ConnectOptions, caller: Caller, *, over_socket: bool = False) -> Order:
        """Resolve a client's options. Raises `BadParameter`, `StoreUnavailable`, and `Refused` (503) for a voice that is out.

        `over_socket`: refuse the models that the WebSocket does not serve.
        """
        try:
            resolution = self.catalog.resolve(options.voice, options.language, over_socket=over_socket)
            pronunciations = self._pronunciations
            if options.pronunciation_dict_id is not None:
                pronunciations = await self._dictionaries.get(caller.organization, options.pronunciation_dict_id)
        except UnknownVoice as error:
            raise BadParameter("voice", str(error)) from None
        except UnknownDictionary as error:
            raise BadParameter("pronunciation_dict_id", str(error)) from None
        if wait_s := self._pool.out_s(resolution.voice.engine_voice):
            detail = f"The voice {resolution.voice.id} keeps crashing and is out; take another, or try again"
            raise Refused(503, detail, retry_after_s=math.ceil(wait_s))
        if resolution.is_unknown:
            self._warn_of(resolution)
        elif resolution.is_alias:
            _log.info("voice alias resolved", requested=resolution.requested, voice=resolution.voice.id)
        await self._compile_readers(resolution.voice.language)
        return Order(
            resolution.voice,
            VoiceSettings(audio_format=options.audio_format, sample_rate_hz=options.sample_rate_hz),
            is_ssml=options.is_ssml,
            markdown=self.settings.markdown,
            code=self.settings.code,
            directions=self.settings.stage_directions,
            pauses=Pauses(self.settings.paragraph_pause_ms / 1000, self.settings.heading_pause_ms / 1000),
            pronunciations=pronunciations,
            disable_cache=options.disable_cache,
            max_lead_s=options.max_lead_s or self.settings.max_lead_s,
            tells_words=options.tells_words,
            caller=caller,
        )

    async def _compile_readers(self, language: str) -> None:
        """Read a text in the language on a thread: the first compiles its readers, and no other client waits 60 to 90 ms."""
        if language in self._languages:
            return
        async with self._compiling:
            if language not in self._languages:
                await asyncio.to_thread(_read_once, language)
                self._languages.add(language)

    async def serve(
        self,
        channel: Channel,
        door: Door,
        order: Order,
        inactivity_timeout_s: float,
        final: Literal["drained", "teardown"] | None = None,
    ) -> int:
        """Serve one client to the end and return the close code. `final` is the setting's if it is None."""
        session = self._session(order, inactivity_timeout_s, final or self.settings.final)
        playback = self._playback(order, order.max_lead_s)
        deadline_s = self.settings.send_deadline_s
        code = 1006
        with (
            self.capacity.place(),
            self._memory.share() as share,
            metrics.sessions.track_inprogress(),
            tracing.span("session", voice=order.voice.id, **tracing.ids()) as span,
        ):
            connection = Connection(channel, session, door, playback, order, share, send_deadline_s=deadline_s)
            self._connections.add(connection)
            try:
                code = await connection.run()
                return code
            finally:
                span.note(close_code=code)
                metrics.closes.labels(metrics.code_label(code)).inc()
                self._connections.discard(connection)

    def narrate(
        self,
        order: Order,
        text: str,
        *,
        door: Literal["telnyx", "openai"] = "telnyx",
        words_as_spoken: bool = False,
    ) -> Narration:
        """Return the narration of a text."""
        return Narration(
            order,
            self._segments(text, order),
            self._playback(order),
            self.capacity,
            answers_silence=self.settings.silence_for_nothing in {"all", door},
            words_as_spoken=words_as_spoken,
        )

    async def _segments(self, text: str, order: Order) -> AsyncGenerator[Segment, None]:
        with self._memory.share(sys.getsizeof(text) + order.audio[0].memory_bytes):
            async with aclosing(segments_of(text, order.new_front_end())) as segments:
                async for segment in segments:
                    yield segment

    async def drain(self) -> None:
        """Stop: refuse new sessions, let the open ones speak their accepted text, and close them by the deadline."""
        self.refuse_newcomers()
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.settings.drain_s
        last_words_at = deadline - min(_LAST_WORDS_S, self.settings.drain_s / 4)
        leaving = list(self._connections)
        narrations = self.capacity.taken - len(leaving)
        _log.info("draining", sessions=len(leaving), narrations=narrations, deadline_s=self.settings.drain_s)
        pause_s = min(_STAGGER_S, self.settings.drain_s / 2 / max(1, len(leaving)))
        for number, connection in enumerate(leaving):
            await asyncio.sleep(pause_s if number else 0)
            _attempt(connection.leave)
        await self.capacity.wait_until_empty(last_words_at)
        for connection in list(self._connections):
            _attempt(connection.abandon)
        await self.capacity.wait_until_empty(deadline)

    def refuse_newcomers(self) -> None:
        """Serve no new client from now on, and be not ready."""
        self.capacity.draining = True

    def abort(self) -> None:
        """Drop every client that is still connected."""
        for connection in list(self._connections):
            connection.abort()

    def _load_catalog(self) -> Catalog:
        settings = self.settings
        unknown = settings.default_voice if settings.unknown_voice == "default" else None
        return Catalog.load(settings.voices_dir, settings.voice_aliases, unknown)

    async def _watch_voices(self) -> None:
        """Load the catalogue anew when a voice was installed, removed or changed."""
        while True:
            await asyncio.sleep(_VOICES_S)
            found = await asyncio.to_thread(fingerprint, self.settings.voices_dir)
            if found == self._voice_files:
                continue
            self._voice_files = found
            try:
                self.catalog = await asyncio.to_thread(self._load_catalog)
            except SetupError as error:  # the alias file names a voice that is gone
                _log.error("voices not loaded anew", error=str(error))
            else:
                _log.info("voices loaded anew", neural=len(self.catalog.neural))

    async def _watch_sessions(self) -> None:
        """Count sessions by state and what they hold, and look for those that stand still."""
        while True:
            states = Counter[State]()
            for number, connection in enumerate(list(self._connections), 1):
                connection.watch(time.monotonic())
                states[connection.state] += 1
                if number % _SESSIONS_A_ROUND == 0:
                    await asyncio.sleep(0)
            for state in State:
                metrics.session_states.labels(state.name.lower()).set(states[state])
            await asyncio.sleep(LOOK_S)

    async def _watch_workers(self) -> None:
        """Count workers, their jobs, and audio that waits."""
        with self._memory.share() as audio:
            while True:
                metrics.workers.set(len(self._pool.pids))
                for name, number in self._pool.jobs.items():
                    metrics.jobs.labels(name).set(number)
                audio.hold(self._pool.waiting_bytes + (self._cache.waiting_bytes if self._cache else 0))
                metrics.load.set(self._pool.load)
                metrics.newcomers_wait_seconds.set(self._pool.newcomers_wait_s)
                await asyncio.sleep(_WORKERS_S)

    def _warn_of(self, resolution: Resolution) -> None:
        if resolution.requested not in self._unknown and len(self._unknown) < _UNKNOWN_NAMES:
            self._unknown.add(resolution.requested)
            _log.warning("unknown voice: the default speaks", requested=resolution.requested, voice=resolution.voice.id)

    def _playback(self, order: Order, max_lead_s: float | None = None) -> Playback:
        synthesizer: Synthesizer = self._pool if order.disable_cache or self._cache is None else self._cache
        levelled = Levelled(synthesizer, self._gains) if self._gains else synthesizer
        return Playback(levelled, self._pace, max_lead_s, order.caller)

    def _session(self, order: Order, inactivity_timeout_s: float, final: Literal["drained", "teardown"]) -> Session:
        settings = self.settings
        waits = Waits(
            inactivity_s=inactivity_timeout_s,
            handshake_s=settings.handshake_timeout_s,
            final_s=settings.final_delay_ms / 1000,
            silence_s=settings.token_silence_ms / 1000,
            sentence_s=settings.sentence_wait_ms / 1000,
            doubtful_s=settings.doubtful_wait_ms / 1000,
        )
        return Session(
            order.new_front_end,
            waits,
            time.monotonic(),
            final=final,
            tells_words=order.tells_words,
            answers_silence=settings.silence_for_nothing == "all",
        )


def _attempt(end: Callable[[], None]) -> None:
    """End one session. An error of its own must not keep the others from their end."""
    try:
        end()
    except Exception:
        _log.exception("session did not end")


def _read_once(language: str) -> None:
    """Read a text that asks for every table that is made late."""
    reader = front_end(language)
    reader.feed("On May 3, 1998, it cost $5. Call 911, code 4471.")
    reader.flush()


def _new_cache(settings: Settings, pool: WorkerPool) -> AudioCache | None:
    """Return the cache of these settings, or None if it is off. Raises `SetupError`."""
    stores: list[Store] = []
    if settings.cache_disk_mb:
        stores.append(DiskStore(settings.data_dir / "audio_cache", settings.cache_disk_mb * 1_000_000))
    if settings.redis_url is not None:
        stores.append(RedisStore(settings.redis_url.get_secret_value()))
    if not stores and not settings.cache_memory_mb:
        return None
    return AudioCache(pool.speak, settings.cache_memory_mb * 1_000_000, stores)
