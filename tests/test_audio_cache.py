"""The audio cache over real workers and over a scripted engine, its disk, and a real Redis."""

import asyncio
import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import httpx
import pytest

from plosive.audio_cache.cache import AudioCache
from plosive.audio_cache.disk import DiskStore
from plosive.audio_cache.entries import Entry, Keys, pack, unpack
from plosive.audio_cache.redis_store import RedisStore
from plosive.errors import EngineFailed, WorkerLost
from plosive.speech import speak
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance, WordStart
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool
from plosive_server import HEADERS, PATH, PlosiveServer, audio_of, metric, until

RATE_HZ = 22050


def said(text: str, **more: Any) -> Utterance:
    return Utterance((Span(text),), EngineVoice("espeak", "gmw/en-US"), **more)


class Scripted:
    """Gives chunks when it is let, and counts who asked and who was cut off."""

    def __init__(self, chunks: int = 4) -> None:
        self.asked: list[str] = []
        self.cancelled = 0
        self.may_go = asyncio.Semaphore(0)
        self.error: Exception | None = None
        self._chunks = chunks

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        text = utterance.spans[0].text
        self.asked.append(text)
        try:
            for number in range(self._chunks):
                await self.may_go.acquire()
                words = (WordStart(text, 0.0),) if number == 0 else ()
                yield PcmChunk(bytes([number + 1, 0]) * 3000, RATE_HZ, words)
            if self.error:
                raise self.error
        except (asyncio.CancelledError, GeneratorExit):
            self.cancelled += 1
            raise

    def go(self) -> None:
        for _ in range(self._chunks * 10):
            self.may_go.release()


async def all_of(chunks: AsyncGenerator[PcmChunk, None]) -> list[PcmChunk]:
    return [chunk async for chunk in chunks]


def pcm_of(chunks: list[PcmChunk]) -> bytes:
    return b"".join(chunk.pcm for chunk in chunks)


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(20):
            await test()

    asyncio.run(limited())


def test_the_second_time_nothing_is_made() -> None:
    async def test() -> None:
        engine = Scripted()
        engine.go()
        cache = AudioCache(engine.speak, 1_000_000)
        first = await all_of(cache.speak(said("Hello.")))
        again = await all_of(cache.speak(said("Hello.")))
        assert engine.asked == ["Hello."]
        assert pcm_of(first) == pcm_of(again)
        assert [chunk.cached for chunk in first] == [False] * 4
        assert all(chunk.cached for chunk in again)
        assert [word for chunk in again for word in chunk.words] == [WordStart("Hello.", 0.0)]
        assert len(again[0].pcm) < len(again[1].pcm)  # the first is short, so that it is heard at once
        engine.go()
        for other in (said("Hello!"), said("Hello.", speed=1.5), said("Hello.", pitch=1.0)):
            await all_of(cache.speak(other))
        assert len(engine.asked) == 4

    run(test)


def test_a_hundred_listeners_have_it_made_once_and_hear_it_as_it_comes() -> None:
    async def test() -> None:
        engine = Scripted()
        cache = AudioCache(engine.speak, 1_000_000)
        listeners = [cache.speak(said("Hello.")) for _ in range(100)]
        firsts = [asyncio.create_task(anext(listener)) for listener in listeners]
        await asyncio.sleep(0)
        engine.may_go.release()
        early = await asyncio.gather(*firsts)
        assert {chunk.pcm for chunk in early} == {bytes([1, 0]) * 3000}
        engine.go()
        rests = await asyncio.gather(*map(all_of, listeners))
        assert engine.asked == ["Hello."]
        assert {pcm_of(rest) for rest in rests} == {b"".join(bytes([n, 0]) * 3000 for n in (2, 3, 4))}

    run(test)


def test_who_came_first_may_leave_first() -> None:
    async def test() -> None:
        engine = Scripted()
        cache = AudioCache(engine.speak, 1_000_000)
        leader, follower = cache.speak(said("Hello.")), cache.speak(said("Hello."))
        engine.may_go.release()
        first = [await anext(leader), await anext(follower)]
        await leader.aclose()
        engine.go()
        rest = await all_of(follower)
        assert len(pcm_of([first[1], *rest])) == 4 * 6000
        assert engine.cancelled == 0

    run(test)


def test_the_last_who_leaves_stops_the_work_and_nothing_is_kept() -> None:
    async def test() -> None:
        engine = Scripted()
        cache = AudioCache(engine.speak, 1_000_000)
        listeners = [cache.speak(said("Hello.")) for _ in range(3)]
        engine.may_go.release()
        for listener in listeners:
            await anext(listener)
        for listener in listeners:
            await listener.aclose()
        engine.go()
        whole = await all_of(cache.speak(said("Hello.")))  # at once: it must not join what is being given up
        assert len(pcm_of(whole)) == 4 * 6000
        assert engine.asked == ["Hello.", "Hello."]
        assert engine.cancelled == 1

    run(test)


def test_audio_that_listeners_still_need_is_counted() -> None:
    async def test() -> None:
        engine = Scripted()
        cache = AudioCache(engine.speak, 1_000_000)
        engine.go()
        async with aclosing(cache.speak(said("one"))) as first:
            await anext(first)
            while len(engine.asked) < 1 or cache.waiting_bytes < 4 * 6000:
                await asyncio.sleep(0)
            assert len(await all_of(cache.speak(said("one")))) > 0
            assert cache.waiting_bytes == 4 * 6000
        assert cache.waiting_bytes == 0

    run(test)


@pytest.mark.parametrize("error", [EngineFailed("no"), WorkerLost("gone"), ValueError("a bug")])
def test_a_failure_is_everybodys_and_is_not_kept(error: Exception) -> None:
    async def test() -> None:
        engine = Scripted()
        engine.error = error
        engine.go()
        cache = AudioCache(engine.speak, 1_000_000)
        results = await asyncio.gather(*(all_of(cache.speak(said("Hello."))) for _ in range(3)), return_exceptions=True)
        assert [type(result) for result in results] == [type(error)] * 3
        engine.error = None
        engine.go()
        assert len(pcm_of(await all_of(cache.speak(said("Hello."))))) == 4 * 6000

    run(test)


def test_memory_keeps_to_its_budget_the_last_used_longest() -> None:
    async def test() -> None:
        engine = Scripted()
        cache = AudioCache(engine.speak, 3 * 26_000)
        for text in ("one", "two", "three", "one", "four", "one", "three", "two"):
            engine.go()
            await all_of(cache.speak(said(text)))
        assert engine.asked == ["one", "two", "three", "four", "two"]

    run(test)


def test_a_model_that_changed_is_another_voice(tmp_path: Path) -> None:
    model = tmp_path / "voice.onnx"
    model.write_bytes(b"one")
    utterance = Utterance((Span("Hello."),), EngineVoice("piper", str(model)))
    before = Keys().key(utterance)
    assert Keys().key(utterance) == before
    assert Keys().key(Utterance((Span("Hello."),), EngineVoice("piper", str(model), 1))) != before
    model.write_bytes(b"other")
    assert Keys().key(utterance) != before
    folder = Utterance((Span("Hello."),), EngineVoice("kokoro", str(tmp_path), blend=(("af_heart", 1.0),)))
    of_folder = Keys().key(folder)
    model.write_bytes(b"a third")
    assert Keys().key(folder) != of_folder


def test_another_release_of_an_engines_library_is_another_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Keys().key(said("Hello."))
    monkeypatch.setattr("plosive.audio_cache.entries.version", lambda library: f"{library} of another release")
    assert Keys().key(said("Hello.")) != before


ENTRY = Entry(RATE_HZ, bytes(range(256)) * 100, (WordStart("Hello.", 0.5),))


def test_bytes_prove_themselves() -> None:
    data = pack(b"k" * 32, ENTRY)
    assert unpack(b"k" * 32, data) == ENTRY
    assert unpack(b"x" * 32, data) is None
    assert unpack(b"k" * 32, b"") is None
    assert unpack(b"k" * 32, b"plosive audio 0\n" + data[16:]) is None
    for at in range(0, len(data), 997):
        assert unpack(b"k" * 32, data[:at]) is None
        assert unpack(b"k" * 32, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]) is None


def test_disk_outlives_the_process(tmp_path: Path) -> None:
    async def test() -> None:
        engine = Scripted()
        engine.go()
        first = AudioCache(engine.speak, 0, [DiskStore(tmp_path / "cache", 1_000_000)])
        made = await all_of(first.speak(said("Hello.")))
        await first.close()
        second = AudioCache(engine.speak, 0, [DiskStore(tmp_path / "cache", 1_000_000)])
        found = await all_of(second.speak(said("Hello.")))
        assert pcm_of(found) == pcm_of(made)
        assert all(chunk.cached for chunk in found)
        assert engine.asked == ["Hello."]
        [file] = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
        data = file.read_bytes()
        for broken in (data[:-1], data[:50], b"", data[:100] + b"x" + data[101:]):
            file.write_bytes(broken)
            third = AudioCache(engine.speak, 0, [DiskStore(tmp_path / "cache", 1_000_000)])
            engine.go()
            again = await all_of(third.speak(said("Hello.")))
            assert pcm_of(again) == pcm_of(made)
            assert not again[0].cached
            await third.close()
            assert file.read_bytes() == data  # removed, and written anew

    run(test)


def test_disk_keeps_to_its_budget(tmp_path: Path) -> None:
    async def test() -> None:
        store = DiskStore(tmp_path, 10_000)
        now = time.time()
        for number in range(8):
            await store.put(bytes([number]) * 32, bytes(2000))
            for file in tmp_path.rglob("*"):
                if file.name.startswith(bytes([number]).hex() * 2) and file.is_file():
                    os.utime(file, (now - 100 + number,) * 2)
            assert await store.get(bytes([0]) * 32) is not None  # used again and again
        used = sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file())
        assert 4_000 <= used <= 10_000
        assert await store.get(bytes([1]) * 32) is None
        await store.put(b"b" * 32, bytes(20_000))
        assert await store.get(b"b" * 32) is None

    run(test)


def test_a_disk_that_cannot_be_written_is_a_miss(tmp_path: Path) -> None:
    async def test() -> None:
        (tmp_path / "file").write_bytes(b"")
        engine = Scripted()
        engine.go()
        cache = AudioCache(engine.speak, 0, [DiskStore(tmp_path / "file" / "cache", 1_000_000)])
        for _ in range(2):
            assert len(pcm_of(await all_of(cache.speak(said("Hello."))))) == 4 * 6000
        await cache.close()
        assert len(engine.asked) == 2

    run(test)


@contextlib.contextmanager
def redis_server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("needs redis-server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            until(lambda: _answers(port))
            yield f"redis://127.0.0.1:{port}/0", process
        finally:
            process.kill()
            process.wait()


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as raw:
        raw.sendall(b"PING\r\n")
        return raw.recv(100) == b"+PONG\r\n"
    return False


def test_redis_is_shared_and_its_faults_are_misses() -> None:
    async def test() -> None:
        engine = Scripted()

        def server(url: str) -> AudioCache:
            engine.go()
            return AudioCache(engine.speak, 0, [RedisStore(url)])

        with redis_server() as (url, process):
            first, second = server(url), server(url)
            made = await all_of(first.speak(said("Hello.")))
            await first.close()
            found = await all_of(second.speak(said("Hello.")))
            assert pcm_of(found) == pcm_of(made)
            assert found[0].cached
            assert engine.asked == ["Hello."]
            await second.close()

            direct = RedisStore(url)
            name = f"plosive:audio:{Keys().key(said('Hello.')).hex()}"
            foreign = pack(b"f" * 32, ENTRY)
            for command in (("SET", name, foreign), ("SET", name, foreign[:40]), ("LPUSH", name, b"x")):
                await direct._redis.execute_command("DEL", name)  # type: ignore[no-untyped-call]
                await direct._redis.execute_command(*command)  # type: ignore[no-untyped-call]
                damaged = server(url)
                again = await all_of(damaged.speak(said("Hello.")))
                assert not again[0].cached
                assert pcm_of(again) == pcm_of(made)
                await damaged.close()
            await direct.close()

            gone = server(url)
            process.kill()
            process.wait()
            started = time.monotonic()
            for number in range(20):
                engine.go()
                assert not (await all_of(gone.speak(said(f"Text {number}."))))[0].cached
            assert time.monotonic() - started < 5  # one wait, not twenty
            await gone.close()

    run(test)


def test_a_redis_that_hangs_costs_one_wait() -> None:
    async def test() -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            store = RedisStore(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
            for _ in range(100):
                assert await store.get(b"k" * 32) is None
            await store.close()

    run(test)


def test_a_worker_that_dies_takes_nobodys_audio() -> None:
    """Real workers: the worker is killed while a hundred listen to what it makes."""

    async def test() -> None:
        pool = WorkerPool(2, WorkerSettings(1000))
        await pool.open()
        cache = AudioCache(pool.speak, 10_000_000)
        text = "This is a sentence that a hundred people want to hear at the same time."
        heard = await asyncio.gather(*(all_of(speak(cache, said(text))) for _ in range(100)))
        assert len({pcm_of(chunks) for chunks in heard}) == 1
        async with aclosing(speak(cache, said(text))) as chunks:
            assert (await anext(chunks)).cached
        await cache.close()
        await pool.close()

    run(test)


def test_the_socket_and_rest_say_what_came_from_the_cache() -> None:
    text = "Nobody has ever said this before."
    with PlosiveServer(workers=1) as server:

        def frames(**query: object) -> list[dict[str, Any]]:
            with server.client(audio_format="linear16", **query) as client:
                client.handshake()
                client.send(text=text)
                client.send(text="")
                return client.until_close()[:-1]

        def post(**more: object) -> httpx.Response:
            body = {"text": text, "voice_settings": {"response_format": "pcm"}, **more}
            return httpx.post(server.http + PATH, json=body, headers=HEADERS)

        first, again, afresh = frames(), frames(), frames(disable_cache=True)
        assert {frame["cached"] for frame in first} == {False}
        assert {frame["cached"] for frame in again} == {True}
        assert {frame["cached"] for frame in afresh} == {False}
        assert audio_of(again) == audio_of(first)
        assert again[0]["timeToFirstAudioFrameMs"] <= 1
        assert (post().headers["X-Cache"], post(disable_cache=True).headers["X-Cache"]) == ("hit", "miss")
        assert post().content == audio_of(first)
        assert metric(server, "plosive_cache_lookups_total", found="memory") == 3
        assert metric(server, "plosive_cache_lookups_total", found="nothing") == 1


def test_a_hundred_clients_have_one_text_made_once() -> None:
    text = " ".join(f"Sentence number {number} of a text that everybody wants." for number in range(5))
    with PlosiveServer(workers=1) as server:

        async def ask() -> set[bytes]:
            limits = httpx.Limits(max_connections=100)
            async with httpx.AsyncClient(headers=HEADERS, limits=limits, timeout=60) as client:
                body = {"text": text, "voice_settings": {"response_format": "mulaw"}}
                answers = await asyncio.gather(*(client.post(server.http + PATH, json=body) for _ in range(100)))
                return {answer.content for answer in answers}

        assert len(asyncio.run(ask())) == 1
        assert metric(server, "plosive_cache_lookups_total", found="nothing") == 5


def test_disk_and_no_memory_by_settings(tmp_path: Path) -> None:
    body = {"text": "Hello there, you."}
    for expected in ("miss", "hit"):
        with PlosiveServer(workers=1, data_dir=tmp_path, cache_memory_mb=0, cache_disk_mb=10) as server:
            assert httpx.post(server.http + PATH, json=body, headers=HEADERS).headers["X-Cache"] == expected
    with PlosiveServer(workers=1, data_dir=tmp_path, cache_memory_mb=0) as server:
        assert [httpx.post(server.http + PATH, json=body, headers=HEADERS).headers["X-Cache"] for _ in "12"] == [
            "miss"
        ] * 2


def test_a_redis_url_that_is_none_ends_the_start() -> None:
    with pytest.raises(AssertionError, match="PLOSIVE_REDIS_URL"), PlosiveServer(redis_url="http://x"):
        pass
