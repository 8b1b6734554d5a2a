"""Runtime: opens every long-lived thing once and closes it in reverse. The one place that wires."""

import asyncio
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import structlog

from plosive import metrics
from plosive.audio.stream import AudioStream
from plosive.audio_cache.cache import AudioCache, Store
from plosive.audio_cache.disk import DiskStore
from plosive.audio_cache.redis_store import RedisStore
from plosive.callers import Caller
from plosive.connection import Channel, Connection
from plosive.errors import BadDictionary, BadFrame, BadParameter, Refused, SetupError
from plosive.listener import Listener
from plosive.narration import Narration, Script, segments_of
from plosive.pace import Pace
from plosive.protocol.options import ConnectOptions, VoiceSettings, choose_audio
from plosive.protocol.session import Session, Waits
from plosive.recordings import Recordings
from plosive.settings import Settings
from plosive.speech import Synthesizer
from plosive.store.compiled import CompiledDictionaries
from plosive.text.front_end import FrontEnd, front_end
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.lexicon_files import read_lexicon
from plosive.utterance import Segment, Span, Utterance
from plosive.voices.catalog import Catalog, Voice
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

_STAGGER_S: Final = 2.0
"""Sessions are told to leave over this time, so that their clients do not all reconnect at once."""

_LAST_WORDS_S: Final = 1.0
"""After the drain's deadline: time to send an error frame and a close."""

_log = structlog.get_logger()


class Runtime:
    """What a server process has: voices, workers, the store, sessions. Open it before use and close it after.

    Raises `SetupError` or, for a default voice that does not exist, `UnknownVoice`.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.catalog = Catalog.load(settings.voices_dir)
        self._pronunciations = load_dictionary(settings.dictionary)
        self.draining = False
        default = self.catalog.resolve(settings.default_voice, over_socket=True).voice
        warm_up = Utterance((Span("Hello."),), default.engine_voice)
        self._pool = WorkerPool(
            settings.workers, WorkerSettings(settings.voice_memory_mb, settings.sentence_silence_ms), warm_up
        )
        self._cache = _new_cache(settings, self._pool)
        self._connections: set[Connection] = set()
        self._narrations = 0
        self._empty = asyncio.Event()
        self._empty.set()
        self._pace = Pace()

    async def open(self) -> None:
        """Start the workers and open the store. Raises `SetupError`."""
        workers = asyncio.create_task(self._pool.open())
        await asyncio.sleep(0)  # their processes are on the way
        try:
            # SQLAlchemy takes 0.25 s to load. Here it does so while the workers start, and `say` does without.
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
        self.recordings = Recordings(self.settings.data_dir / "recordings", self.store.audio_records, self.narrate)
        self.recordings.open()

    async def close(self) -> None:
        """End the workers and close the store; returns when they are gone."""
        await self.recordings.close()
        if self._cache is not None:
            await self._cache.close()
        await self._pool.close()
        await self.store.close()

    @property
    def ready(self) -> bool:
        """Whether a new session would be served well."""
        return self._pool.ready and not self.draining

    @property
    def full(self) -> bool:
        """Whether there are as many sessions and narrations as there may be."""
        return len(self._connections) + self._narrations >= self.settings.max_sessions

    async def pronunciations(self, organization: str, dictionary_id: str | None) -> Pronunciations | None:
        """What an organization's session applies: its own dictionary, and the server's behind it.

        Raises `UnknownDictionary` and `StoreUnavailable`.
        """
        if dictionary_id is None:
            return self._pronunciations
        return await self._dictionaries.get(organization, dictionary_id)

    async def serve(
        self,
        channel: Channel,
        options: ConnectOptions,
        voice: Voice,
        pronunciations: Pronunciations | None,
        caller: Caller,
    ) -> int:
        """Serve one client to the end; returns the close code."""
        connection = Connection(
            channel,
            self._session(options, voice, pronunciations),
            Listener(self._synthesizer(options.disable_cache), self._pace),
            lambda segment, settings: _spent(segment, voice, settings, caller),
            lambda settings: _audio_stream(options, settings),
            send_deadline_s=self.settings.send_deadline_s,
            heard=caller.hear,
        )
        self._connections.add(connection)
        self._empty.clear()
        metrics.sessions.inc()
        code = 1006
        try:
            code = await connection.run()
            return code
        finally:
            metrics.sessions.dec()
            metrics.closes.labels(code).inc()
            self._connections.discard(connection)
            self._note_if_empty()

    def narrate(self, script: Script, caller: Caller) -> Narration:
        """Have a text spoken. Its `audio` raises `Refused`: 503 if there is no room, 429 past the key's limits."""
        return Narration(
            segments_of(script.text, self._front_end(script.is_ssml, script.voice, script.pronunciations)),
            lambda segment: _spent(segment, script.voice, script.settings, caller),
            Listener(self._synthesizer(script.disable_cache), self._pace),
            AudioStream(script.audio_format.name, script.rate_hz),
            room=self._room(caller),
            heard=caller.hear,
        )

    @contextlib.contextmanager
    def _room(self, caller: Caller) -> Iterator[None]:
        if self.draining or self.full:
            detail = "The server is stopping" if self.draining else "The server has no room for more speech"
            raise Refused(503, f"{detail}; try again", retry_after_s=2)
        caller.begin_session()
        self._narrations += 1
        self._empty.clear()
        metrics.narrations.inc()
        try:
            yield
        finally:
            metrics.narrations.dec()
            self._narrations -= 1
            caller.end_session()
            self._note_if_empty()

    async def drain(self) -> None:
        """Stop: refuse new sessions, let the open ones finish what they accepted, and close them by the deadline."""
        self.draining = True
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.settings.drain_s
        _log.info(
            "draining", sessions=len(self._connections), narrations=self._narrations, deadline_s=self.settings.drain_s
        )
        leaving = list(self._connections)
        pause_s = min(_STAGGER_S, self.settings.drain_s / 2) / max(1, len(leaving))
        for connection in leaving:
            connection.leave()
            await asyncio.sleep(pause_s if len(leaving) > 1 else 0)
        await self._until_empty(deadline)
        for connection in list(self._connections):
            connection.abandon()
        await self._until_empty(loop.time() + _LAST_WORDS_S)

    def abort(self) -> None:
        """Drop every client that is still there."""
        for connection in list(self._connections):
            connection.abort()

    def _synthesizer(self, disable_cache: bool) -> Synthesizer:
        return self._pool if disable_cache or self._cache is None else self._cache

    def _note_if_empty(self) -> None:
        if not self._connections and not self._narrations:
            self._empty.set()

    async def _until_empty(self, deadline: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(deadline):
                await self._empty.wait()

    def _front_end(self, is_ssml: bool, voice: Voice, pronunciations: Pronunciations | None) -> FrontEnd:
        return front_end(
            voice.language,
            is_ssml=is_ssml,
            markdown=self.settings.markdown,
            code=self.settings.code,
            pronunciations=pronunciations,
        )

    def _session(self, options: ConnectOptions, voice: Voice, pronunciations: Pronunciations | None) -> Session:
        settings = self.settings
        waits = Waits(
            inactivity_s=options.inactivity_timeout_s,
            handshake_s=settings.handshake_timeout_s,
            final_s=settings.final_delay_ms / 1000,
            sentence_s=settings.sentence_wait_ms / 1000,
            doubtful_s=settings.doubtful_wait_ms / 1000,
        )
        return Session(
            self._front_end(options.is_ssml, voice, pronunciations),
            waits,
            time.monotonic(),
            final=settings.final,
            check_settings=lambda handshake: _check_audio(options, handshake),
        )


def _new_cache(settings: Settings, pool: WorkerPool) -> AudioCache | None:
    """What the settings say of the cache; None if it is off. Raises `SetupError`."""
    stores: list[Store] = []
    if settings.cache_disk_mb:
        stores.append(DiskStore(settings.data_dir / "audio_cache", settings.cache_disk_mb * 1_000_000))
    if settings.redis_url is not None:
        stores.append(RedisStore(settings.redis_url.get_secret_value()))
    if not stores and not settings.cache_memory_mb:
        return None
    return AudioCache(pool.speak, settings.cache_memory_mb * 1_000_000, stores)


def _spent(segment: Segment, voice: Voice, settings: VoiceSettings, caller: Caller) -> Utterance:
    """What the engine is to say, counted. Raises `KeyBarred`."""
    utterance = Utterance(
        segment.spans,
        voice.engine_voice,
        settings.speed,
        settings.volume,
        settings.pitch_semitones,
    )
    caller.spend(utterance.chars)
    return utterance


def load_dictionary(path: Path | None) -> Pronunciations | None:
    """Read and compile a pronunciation dictionary. Raises `SetupError` with what is wrong in it."""
    if path is None:
        return None
    try:
        return Pronunciations(read_lexicon(path.read_bytes()))
    except (OSError, BadDictionary) as error:
        raise SetupError(f"The pronunciation dictionary {path} cannot be used: {error}") from None


def _audio_stream(options: ConnectOptions, settings: VoiceSettings) -> AudioStream:
    """The query string wins over the handshake (docs/protocol.md)."""
    audio_format, rate_hz = choose_audio(
        options.audio_format or settings.audio_format, options.sample_rate_hz or settings.sample_rate_hz
    )
    return AudioStream(audio_format.name, rate_hz)


def _check_audio(options: ConnectOptions, settings: VoiceSettings) -> None:
    try:
        _audio_stream(options, settings)
    except BadParameter as error:
        raise BadFrame(f"Invalid message: {error.detail} - at `$.voice_settings`") from None
