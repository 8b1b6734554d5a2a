"""Connection over two queues with real workers: a thousand barge-ins, and the effect of a channel's faults."""

import asyncio
import base64
import json
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import Any

import numpy as np
import pytest
from structlog.testing import capture_logs

from plosive.audio.encoders import FORMATS
from plosive.connection import _BARGE_INS, _BARGE_INS_S, Connection, Disconnected
from plosive.memory import Memory, Share
from plosive.order import Order
from plosive.playback import Pace, Playback
from plosive.protocol.doors import AudioChunk, Door, ServerEvent
from plosive.protocol.doors.telnyx import TelnyxDoor
from plosive.protocol.options import VoiceSettings
from plosive.protocol.session import Session
from plosive.protocol.values import ClientFrame, Failure, Why
from plosive.protocol.waiting_text import Waits
from plosive.text.front_end import front_end
from plosive.utterance import EngineVoice, PcmChunk, Utterance
from plosive.voices.voice import Voice
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

US_ENGLISH = Voice("Plosive.Espeak.en-us", EngineVoice("espeak", "gmw/en-US"), "English", "en-US", None, 22050)
RATE_HZ = 22050  # espeak-ng's own: what the engine makes is then what is sent, bit by bit


class Marking:
    """The real pool, with the generation of its text in the lowest bit of every sample: old 0, new 1, old 0, ..."""

    def __init__(self, pool: WorkerPool) -> None:
        self.pool = pool

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        mark = int(utterance.spans[0].text.split()[1]) % 2
        async with aclosing(self.pool.speak(utterance, needed_at, given_s)) as chunks:
            async for chunk in chunks:
                samples = np.frombuffer(chunk.pcm, "<i2")
                yield PcmChunk((samples & ~1 | mark).astype("<i2").tobytes(), chunk.rate_hz)


class Queues:
    """A Channel of two queues that knows when the server has read what, and notes everything it sends."""

    def __init__(self) -> None:
        self.inbound: asyncio.Queue[str | bytes] = asyncio.Queue()
        self.sent: list[Any] = []  # JSON is parsed
        self.read: list[tuple[Any, int]] = []  # a message that the server took, and how many frames it had sent by then
        self.news = asyncio.Event()
        self.closed: tuple[int, str] | None = None
        self.aborted = False
        self.stuck = False
        self.lost = asyncio.Event()
        self.trickle = 0
        self.bytes_taken = 0
        self.connections: list[Connection] = []

    async def receive(self) -> str | bytes:
        message = await self.inbound.get()
        if message == "gone":
            self.lost.set()
            raise Disconnected(1006)
        self.read.append((message, len(self.sent)))
        self.news.set()
        return message

    @property
    def has_room(self) -> bool:
        return False

    async def room(self) -> None:
        if self.stuck:
            await self.lost.wait()
        await asyncio.sleep(0)

    def held_bytes(self) -> int:
        return 0

    def taken(self) -> int:
        self.bytes_taken += self.trickle
        return self.bytes_taken

    def send(self, frames: Sequence[str | bytes]) -> None:
        if self.lost.is_set():
            raise Disconnected(1006)
        self.sent += [json.loads(frame) if isinstance(frame, str) else frame for frame in frames]
        self.news.set()

    async def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)
        self.news.set()

    def abort(self) -> None:
        self.aborted = True

    def put(self, **frame: object) -> None:
        self.inbound.put_nowait(json.dumps(frame))

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not condition():
                self.news.clear()
                await self.news.wait()


class RawDoor:
    """Another door: a text frame is text to speak, an empty one the end; the audio comes in binary frames."""

    def __init__(self) -> None:
        self.opened = False

    def decode(self, frame: str | bytes) -> Sequence[ClientFrame | Failure]:
        if isinstance(frame, bytes):
            return [Failure(Why.BINARY_FRAME, "send text")]
        spoken = ClientFrame(text=frame, end=not frame)
        handshake, self.opened = [] if self.opened else [ClientFrame(text=" ")], True
        return [*handshake, spoken]

    def encode(self, event: ServerEvent) -> str | bytes | None:
        return event.audio if isinstance(event, AudioChunk) else None

    def close(self, why: Why) -> tuple[int, str]:
        return (1000, "bye") if why is Why.ENDED else (4000 + why.value, why.name)


def with_connection(
    test: Callable[[Queues, WorkerPool], Awaitable[None]],
    *,
    send_deadline_s: float = 20,
    door: Door | None = None,
    audio_format: str = "linear16",
    others: int = 0,
) -> int:
    """Run a test beside a connection; returns the connection's close code."""

    async def run() -> int:
        pool = WorkerPool(1, WorkerSettings(1000))
        await pool.open()
        channel, pace = Queues(), Pace()
        pace.speaking = others
        connection = Connection(
            channel,
            Session(front_end, Waits(final_s=0.01), time.monotonic()),
            door or TelnyxDoor(VoiceSettings()),
            Playback(Marking(pool), pace),
            Order(US_ENGLISH, VoiceSettings(audio_format=FORMATS[audio_format], sample_rate_hz=RATE_HZ)),
            Share(Memory(1 << 30)),
            send_deadline_s=send_deadline_s,
        )
        channel.connections.append(connection)
        running = asyncio.create_task(connection.run())
        try:
            await test(channel, pool)
            async with asyncio.timeout(20):
                return await running
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await pool.close()

    return asyncio.run(run())


def marks(frame: dict[str, Any]) -> set[int]:
    samples = np.frombuffer(base64.b64decode(frame["audio"]), "<i2")
    return set(np.unique(samples & 1).tolist())


@pytest.mark.slow
def test_a_thousand_barge_ins() -> None:
    """At random moments: nothing of the old text after the server has read the frame, and the next text speaks."""
    moments = random.Random(1)

    async def test(channel: Queues, pool: WorkerPool) -> None:
        [worker] = pool._workers
        channel.put(text=" ")
        for round_number in range(1000):
            old, new = 2 * round_number, 2 * round_number + 1
            channel.sent.clear()
            channel.read.clear()
            channel.put(text=f"Text {old} is going to be interrupted before it ends. " * 5)
            wanted = moments.choice((0, 0, 1, 2, 3, 5, 8, 13))
            await channel.until(lambda wanted=wanted: len(channel.sent) >= wanted)  # type: ignore[misc]
            for _ in range(moments.randrange(20)):
                await asyncio.sleep(0)
            if moments.random() < 0.5:
                channel.put(text=f"Text {new} speaks.", force=True)
            else:
                channel.put(force=True)
                channel.put(text=f"Text {new} speaks.")
            await channel.until(lambda: channel.sent and channel.sent[-1]["type"] == "final")
            [read_at] = [count for message, count in channel.read if "force" in message]
            after = channel.sent[read_at:]
            assert [frame["text"] for frame in after if frame["text"]] == [f"Text {new} speaks."]
            audio = [frame for frame in after if frame.get("audio")]
            assert audio
            assert all(marks(frame) == {1} for frame in audio), round_number
            assert [frame["type"] for frame in after].count("final") == 1
            assert worker.load == 0
        channel.put(text="")

    assert with_connection(test) == 1000


def test_another_door() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        for frame in ("Text 1 is", " spoken.", ""):
            channel.inbound.put_nowait(frame)
        await channel.until(lambda: channel.closed)
        audio = np.frombuffer(b"".join(channel.sent), "<i2")
        assert len(audio) > RATE_HZ / 2
        assert set(np.unique(audio & 1)) == {1}
        assert channel.closed == (1000, "bye")

    assert with_connection(test, door=RawDoor()) == 1000


def test_another_door_refuses_in_its_own_words() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        channel.inbound.put_nowait("Text 0 is spoken.")
        channel.inbound.put_nowait(b"audio?")

    assert with_connection(test, door=RawDoor()) == 4000 + Why.BINARY_FRAME.value


@pytest.mark.parametrize("others", [1, 0])
def test_who_interrupts_all_the_time_keeps_no_worker_from_others(others: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        asked = list[Utterance]()
        speak = pool.speak

        def counted(
            utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
        ) -> AsyncGenerator[PcmChunk, None]:
            asked.append(utterance)
            return speak(utterance, needed_at, given_s)

        monkeypatch.setattr(pool, "speak", counted)
        channel.put(text=" ")
        begun = time.monotonic()
        for _ in range(100):
            channel.put(text="Text 0 is going to be interrupted.", force=True, flush=True)
            await asyncio.sleep(0.002)  # enough to begin, if it may
        channel.put(text="Text 1 speaks.", force=True)
        await channel.until(lambda: channel.sent and channel.sent[-1]["type"] == "final")
        allowed = _BARGE_INS * (1 + (time.monotonic() - begun) / _BARGE_INS_S)
        assert (len(asked) <= allowed + 1) == bool(others)
        assert asked[-1].spans[0].text == "Text 1 speaks."
        channel.put(text="")

    assert with_connection(test, others=others) == 1000


def test_a_storm_of_forces_starts_nothing() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        pids = pool.pids
        channel.put(text=" ")
        for _ in range(5000):
            channel.put(text="Text 0 is going to be interrupted.", force=True)
            channel.put(force=True)
        channel.put(text="Text 1 speaks.")
        await channel.until(lambda: channel.sent and channel.sent[-1]["type"] == "final")
        assert [frame["text"] for frame in channel.sent if frame["text"]] == ["Text 1 speaks."]
        assert pool.pids == pids
        channel.put(text="")

    assert with_connection(test) == 1000


def test_a_stuck_send_ends_in_an_abort() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        channel.stuck = True
        channel.put(text=" ")
        channel.put(text="Text 0 is stuck.", flush=True)

    assert with_connection(test, send_deadline_s=0.1) == 1006


def test_a_slow_reader_is_not_a_stopped_one() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        channel.stuck = True
        channel.trickle = 1
        channel.put(text=" ")
        channel.put(text="Text 0 is slow.", flush=True)
        await asyncio.sleep(0.5)  # ten deadlines: only the passing of time can show that none of them ends it
        assert not channel.aborted
        channel.inbound.put_nowait("gone")

    assert with_connection(test, send_deadline_s=0.05) == 1006


def test_nothing_stale_leaves_when_room_comes_after_a_barge_in() -> None:
    """A frame that waits for room in a full buffer is older than the barge-in that is read meanwhile."""

    async def test(channel: Queues, pool: WorkerPool) -> None:
        full, room = asyncio.Event(), asyncio.Event()

        async def wait_for_room() -> None:
            full.set()
            await room.wait()

        channel.put(text=" ")
        channel.put(text="Text 0 is old.", flush=True)
        await channel.until(lambda: channel.sent)
        channel.room = wait_for_room  # type: ignore[method-assign]
        async with asyncio.timeout(10):
            await full.wait()
        sent = len(channel.sent)
        channel.put(text="Text 1 is new.", force=True, flush=True)
        await channel.until(lambda: any("force" in message for message, _ in channel.read))
        room.set()
        await channel.until(lambda: channel.sent[-1]["type"] == "final")
        after = channel.sent[sent:]
        assert [frame["text"] for frame in after if frame["text"]] == ["Text 1 is new."]
        assert all(marks(frame) == {1} for frame in after if frame.get("audio"))
        channel.put(text="")

    assert with_connection(test) == 1000


@pytest.mark.parametrize("audio_format", ["linear16", "mp3"])
def test_the_end_of_an_old_turn_does_not_leave_after_a_barge_in(audio_format: str) -> None:
    """All is spoken. The `final`, or of mp3 the encoder's last audio, waits for room in a full buffer."""

    async def test(channel: Queues, pool: WorkerPool) -> None:
        full, room = asyncio.Event(), asyncio.Event()

        async def wait_for_room() -> None:
            if channel.sent and channel.sent[-1]["text"]:  # the transcript was sent: the turn's end follows
                full.set()
                await room.wait()

        channel.room = wait_for_room  # type: ignore[method-assign]
        channel.put(text=" ")
        channel.put(text="Text 0 is old.", flush=True)
        async with asyncio.timeout(10):
            await full.wait()
        sent = len(channel.sent)
        channel.put(force=True)
        await channel.until(lambda: any("force" in message for message, _ in channel.read))
        channel.put(text="Text 1 is new.", flush=True)
        room.set()
        await channel.until(lambda: channel.sent[-1]["type"] == "final" and len(channel.sent) > sent)
        assert [frame["text"] for frame in channel.sent[sent:] if frame["text"] is not None] == ["Text 1 is new.", ""]
        if audio_format == "linear16":
            assert all(marks(frame) == {1} for frame in channel.sent[sent:] if frame.get("audio"))
        channel.put(text="")

    assert with_connection(test, audio_format=audio_format) == 1000


def test_a_session_that_stands_still_is_logged_once_with_its_state() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        [connection] = channel.connections
        now = time.monotonic()
        with capture_logs() as logs:
            connection.watch(now)
            connection.watch(now + 60)  # nothing to speak
            channel.stuck = True
            channel.put(text=" ")
            channel.put(text="Text 0 is stuck.", flush=True)
            async with asyncio.timeout(10):
                while not connection._waits_for_room:
                    await asyncio.sleep(0.01)
            now = time.monotonic()
            connection.watch(now + 1)
            assert logs == []
            connection.watch(now + 6)
            connection.watch(now + 11)
        [line] = logs
        assert line["event"] == "session stands still"
        assert line["waits_for"] == "the client to read"
        assert line["state"] in {"AWAITING_FINAL", "OPEN"}
        channel.inbound.put_nowait("gone")

    assert with_connection(test) == 1006


def test_a_disconnect_stops_the_work() -> None:
    async def test(channel: Queues, pool: WorkerPool) -> None:
        channel.put(text=" ")
        channel.put(text="Text 0 goes on and on. " * 100)
        await channel.until(lambda: channel.sent)
        channel.inbound.put_nowait("gone")
        [worker] = pool._workers
        async with asyncio.timeout(5):
            while worker.load:
                await asyncio.sleep(0)

    assert with_connection(test) == 1006
