"""Connection: runs one Session over a duplex channel. The only place that turns the session's effects into I/O.

It owns the connection's encoder: it keeps it while text comes, drains it after the text, and resets it on barge-in.
"""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from contextlib import aclosing
from functools import cached_property
from typing import Final, Protocol

import structlog

from plosive import metrics
from plosive.audio.stream import AudioStream
from plosive.errors import KeyBarred, SynthesisError
from plosive.memory import Share
from plosive.order import Order
from plosive.playback import Playback, silence
from plosive.protocol.doors import AudioChunk, Door, ServerEvent
from plosive.protocol.session import Session
from plosive.protocol.states import State
from plosive.protocol.values import (
    Cancel,
    ClientFrame,
    Close,
    Completed,
    Drain,
    Effect,
    Failure,
    Interrupted,
    SegmentEnd,
    SendAudio,
    SendSilence,
    Speak,
    Why,
    Words,
)
from plosive.standstill import Progress, while_taken
from plosive.token_bucket import TokenBucket

_UNSENT_EFFECTS: Final = 8
"""Number of chunks that may wait for a slow reader before the speaking task pauses: 2 s of audio."""

_SHORTEST_TIMER_S: Final = 0.001
"""uvloop rounds to milliseconds: a shorter timer would run out at once, again and again."""

_BARGE_INS: Final = 5
_BARGE_INS_S: Final = 1.0
"""A client may interrupt speech so often in so much time, as fast as somebody types. While others are spoken to, the
text behind a further barge-in waits: they would wait for texts that nobody hears."""

_log = structlog.get_logger()


class Disconnected(Exception):
    """The client is gone. `code` is its close code: 1005 if it sent none, 1006 if the connection was lost."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Channel(Protocol):
    """A duplex channel of messages: an ASGI WebSocket; in tests two queues."""

    async def receive(self) -> str | bytes:
        """Return the next message. Raises `Disconnected`."""
        ...

    @property
    def has_room(self) -> bool:
        """Whether `room` would return at once: usually, so nobody watches the client then."""
        ...

    async def room(self) -> None:
        """Wait until the write buffer has room. Raises `Disconnected`."""
        ...

    def taken(self) -> int:
        """Return a count that grows while the client receives data. It tells a slow reader from a stopped one."""
        ...

    def held_bytes(self) -> int:
        """Return the bytes that wait in it: received, or not sent yet."""
        ...

    def send(self, frames: Sequence[str | bytes]) -> None:
        """Send text frames (`str`) or binary ones, of which those without room wait. Raises `Disconnected`."""
        ...

    async def close(self, code: int, reason: str) -> None:
        """Start the closing handshake. Raises `Disconnected`."""
        ...

    def abort(self) -> None:
        """Drop the connection and its unsent data at once."""
        ...


class Connection:
    """One client. Await `run`. The server calls `leave` and `abandon` when it stops."""

    def __init__(
        self,
        channel: Channel,
        session: Session,
        door: Door,
        playback: Playback,
        order: Order,
        share: Share,
        *,
        send_deadline_s: float,
    ) -> None:
        self._channel = channel
        self._session = session
        self._door = door
        self._playback = playback
        self._order = order
        self._share = share
        self._send_deadline_s = send_deadline_s
        self._clock = time.monotonic  # uvloop's own clock counts whole milliseconds
        self._changed = asyncio.Event()  # the session may have effects or another deadline
        self._room = asyncio.Event()  # effects were taken: the speaking task may go on
        self._speaking: asyncio.Task[None] | None = None
        self._encoded: AudioStream | None = None
        self._cached = False  # whether the audio in the encoder came from the cache
        self._told_s = 0.0  # audio from the encoder that the session knows of
        self._first_audio_ms: int | None = None  # until the encoder returns the segment's first frame
        self._interrupted_at: float | None = None  # the first interruption whose speech has not ended yet
        self._waits_for_room = False
        self._barge_ins = TokenBucket(_BARGE_INS, _BARGE_INS_S, self._clock())
        self._progress = Progress(self._clock())
        # `watch` runs in a task of the server, which does not know this request's id.
        self._log = _log.bind(**structlog.contextvars.get_contextvars())

    async def run(self) -> int:
        """Serve the client to the end and return the close code. The channel is then closed or aborted."""
        receiving = asyncio.create_task(self._receive())
        performing = asyncio.create_task(self._perform_effects())
        try:
            # If the client is gone, everything ends, also a send that waits for room.
            await asyncio.wait((receiving, performing), return_when=asyncio.FIRST_COMPLETED)
            return performing.result() if performing.done() else receiving.result()
        except Disconnected as gone:
            return gone.code
        except TimeoutError:
            # The client stopped reading: a close handshake would wait behind the full buffer.
            _log.info("client stopped reading", deadline_s=self._send_deadline_s)
            self._channel.abort()
            return 1006
        except Exception:
            _log.exception("session failed")
            with contextlib.suppress(Disconnected, TimeoutError):
                await self._send(self._session.turn, Failure(Why.INTERNAL_ERROR, "internal error"))
                return await self._close(Why.INTERNAL_ERROR)
            return 1011
        finally:
            tasks = [task for task in (receiving, performing, self._speaking) if task is not None]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def leave(self) -> None:
        """The server is going away: speak the accepted text, then close."""
        self._session.leave(self._clock())
        self._changed.set()

    def abandon(self) -> None:
        """The server cannot wait any longer: tell the client and close."""
        self._session.abandon()
        self._changed.set()

    def watch(self, now: float) -> None:
        """Log a session that has text to speak and has made no progress since the last look, once, with its state. Count its
        memory. Call it every `standstill.LOOK_S`."""
        self._count_memory()
        has_nothing_to_do = self._session.is_quiet and not self._session.unsent and not self._waits_for_room
        if has_nothing_to_do or self._playback.is_ahead:
            self._progress.move(now)
        elif seconds := self._progress.standstill_s(self._channel.taken(), now):
            self._log.warning(
                "session stands still",
                seconds=round(seconds, 1),
                waits_for="the client to read" if self._waits_for_room else "speech",
                state=self._session.state.name,
                turn=self._session.turn,
                unsent=len(self._session.unsent),
                speaking=self._speaking is not None and not self._speaking.done(),
            )

    @property
    def state(self) -> State:
        """The state of its session."""
        return self._session.state

    def abort(self) -> None:
        """Drop the client at once, even if it has audio left to hear."""
        self._channel.abort()

    async def _receive(self) -> int:
        """Only receive, so that a barge-in, a ping or a disconnect is always seen.

        Returns the client's close code. When nothing can change any more, nothing is received: the channel then stops reading
        from a client that goes on sending.
        """
        try:
            while self._session.state is not State.CLOSED:
                data = await self._channel.receive()
                turn = self._session.turn
                for frame in self._door.decode(data):
                    self._session.receive(self._refusal(frame) or frame, self._clock())
                self._count_memory()
                if self._session.turn != turn:
                    self._interrupted_at = self._interrupted_at or self._clock()
                    if self._speaking is not None:
                        self._speaking.cancel()  # at once, even if the effects wait for a slow reader
                self._changed.set()
            await asyncio.Event().wait()  # until the close is performed
        except Disconnected as gone:
            return gone.code
        raise AssertionError

    def _refusal(self, frame: ClientFrame | Failure) -> Failure | None:
        """Refuse text that would take more memory while all of it is used up."""
        if isinstance(frame, Failure) or not frame.text or self._share.has_room(len(frame.text)):
            return None
        return Failure(Why.TOO_LARGE, "The server's memory for waiting text is full; send less ahead of its audio")

    def _count_memory(self) -> None:
        unsent = sum(len(effect.chunk.pcm) for effect in self._session.unsent if isinstance(effect, SendAudio))
        encoder = self._encoded.memory_bytes if self._encoded else 0
        self._share.hold(self._session.waiting_text.held_bytes + unsent + encoder + self._channel.held_bytes())

    async def _perform_effects(self) -> int:
        """Perform the session's effects until it closes. Returns the close code."""
        while True:
            self._changed.clear()
            self._session.tick(self._clock())
            while (effect := self._session.next_effect()) is not None:
                self._room.set()
                if isinstance(effect, Close):
                    await self._room_to_send()
                    return await self._close(effect.why)
                await self._perform(effect, self._session.turn)
            self._room.set()
            await self._wait(self._session.next_deadline())

    async def _wait(self, deadline: float | None) -> None:
        """Wait until the session changes or the deadline comes."""
        wait_s = None if deadline is None else deadline - self._clock()
        if wait_s is not None and wait_s <= 0:
            await asyncio.sleep(0)
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait_s and max(wait_s, _SHORTEST_TIMER_S)):
                await self._changed.wait()

    async def _perform(self, effect: Effect, turn: int) -> None:
        match effect:
            case Speak():
                self._speaking = asyncio.create_task(self._speak(effect))
            case Cancel():
                self._cancel()
            case SendAudio():
                if effect.first_audio_ms is not None:
                    self._first_audio_ms = effect.first_audio_ms
                    metrics.first_audio_seconds.observe(effect.first_audio_ms / 1000)
                self._cached = effect.chunk.cached
                self._order.hear(effect.chunk.seconds)
                await self._send_audio(self._audio.feed(effect.chunk.pcm, effect.chunk.rate_hz), turn)
            case SendSilence():
                pcm = silence(rate_hz := self._settled_order.audio[1])
                await self._send_audio(self._audio.feed(pcm, rate_hz) + self._audio.end_segment(), turn)
            case SegmentEnd():
                await self._send_audio(self._audio.end_segment(), turn)
                await self._send(turn, effect)
                self._count_memory()  # its text is not held any more; the encoder may be new, and take megabytes
            case Drain():
                await self._send_audio(self._audio.drain(last=effect.last), turn)
            case Words() | Completed() | Failure():
                await self._send(turn, effect)
            case Interrupted():
                await self._send(None, effect)

    async def _speak(self, effect: Speak) -> None:
        """Feed the session with the audio of one segment, but not faster than it can be sent."""
        session = self._session
        try:
            if self._playback.others_are_spoken_to and (wait_s := self._barge_ins.wait_s(self._clock())):
                await asyncio.sleep(wait_s)
            utterance = self._settled_order.charged_utterance(effect.segment)
            async with aclosing(self._playback.speak(utterance, self._settled_order.pause_s(effect.segment))) as chunks:
                async for chunk in chunks:
                    session.audio(effect.turn, chunk, self._clock())
                    self._progress.move(self._clock())
                    self._changed.set()
                    while len(session.unsent) > _UNSENT_EFFECTS:
                        self._room.clear()
                        await self._room.wait()
            session.finished(effect.turn, self._clock())
        except KeyBarred as error:
            session.failed(effect.turn, Failure(Why.KEY_BARRED, str(error)), self._clock())
        except SynthesisError as error:
            metrics.synthesis_errors.labels(type(error).__name__).inc()
            session.failed(effect.turn, Failure(Why.SYNTHESIS_FAILED, str(error)), self._clock())
        except Exception:
            _log.exception("speaking failed")
            session.failed(effect.turn, Failure(Why.SYNTHESIS_FAILED, "internal error"), self._clock())
        self._changed.set()

    def _cancel(self) -> None:
        metrics.interruptions.inc()
        if self._interrupted_at is not None:
            metrics.barge_in_seconds.observe(self._clock() - self._interrupted_at)
        self._interrupted_at = None
        if not self._barge_ins.wait_s(self._clock()):  # else the text that is dropped has not begun
            self._barge_ins.take(1, self._clock())
        if self._speaking is not None:
            self._speaking.cancel()
        if self._encoded is not None:
            self._encoded.reset()
            self._told_s = self._encoded.seconds
        self._playback.interrupt()
        self._first_audio_ms = None

    @cached_property
    def _settled_order(self) -> Order:
        """The order with the settings of the handshake, which comes before any speech."""
        return self._order.with_settings(self._session.settings)

    @property
    def _audio(self) -> AudioStream:
        if self._encoded is None:  # made here, because the handshake may choose format and rate
            self._encoded = self._settled_order.new_audio_stream()
        return self._encoded

    async def _send_audio(self, chunks: list[bytes], turn: int) -> None:
        if not chunks:
            return
        audio_s, self._told_s = self._audio.seconds - self._told_s, self._audio.seconds
        first, *rest = chunks
        events = [
            AudioChunk(first, self._first_audio_ms, self._cached),
            *(AudioChunk(audio, cached=self._cached) for audio in rest),
        ]
        if await self._send(turn, *events, audio_s=audio_s):
            self._first_audio_ms = None

    async def _send(self, turn: int | None, *events: ServerEvent, audio_s: float = 0.0) -> bool:
        """Send events of this turn. False if a barge-in came before there was room for them.

        Events of no turn (None) are always sent. Several cost one system call.
        """
        if turn in (None, self._session.turn):
            await self._room_to_send()
        if turn not in (None, self._session.turn):
            return False
        frames = [frame for event in events if (frame := self._door.encode(event)) is not None]
        if frames:
            self._session.sent(self._clock(), audio_s)  # before the next barge-in
            self._progress.move(self._clock())
            self._channel.send(frames)
        return True

    async def _close(self, why: Why) -> int:
        """Start the closing handshake. Returns the close code."""
        code, reason = self._door.close(why)
        await self._channel.close(code, reason)
        return code

    async def _room_to_send(self) -> None:
        """Wait for room while the client receives data. Raises TimeoutError if it receives nothing for too long."""
        if self._channel.has_room:
            return
        self._waits_for_room = True
        await while_taken(self._channel.room, self._channel.taken, self._send_deadline_s)
        self._waits_for_room = False
