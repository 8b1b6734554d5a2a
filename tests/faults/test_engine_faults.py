"""Engines that crash, hang, never end or lie, in a real server: each costs its own session alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import psutil
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from faults.faulty_server import FaultyServer, voice
from plosive.workers.limits import MOST_FILES, OTHER_MB, VOICES
from plosive_server import HEADERS, PATH, PlosiveServer, audio_of, metric, until


@pytest.fixture(scope="module")
def faulty() -> Iterator[PlosiveServer]:
    with FaultyServer(cache_memory_mb=0) as running:
        yield running


def say(server: PlosiveServer, fault: str, text: str = "Hello there.") -> tuple[bytes, str, int | None]:
    """Speak; returns the audio, the text of the error frame, and the close code."""
    with server.client(voice=voice(fault), audio_format="linear16", sample_rate=22050) as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        frames = client.until_close()
        error = frames[-1]["error"] if frames[-1]["type"] == "error" else ""
        return audio_of(frames), error, client.socket.close_code


def deaths(server: PlosiveServer) -> float:
    return metric(server, "plosive_worker_deaths_total")


@pytest.mark.parametrize(
    ("fault", "words", "audio_s", "killed"),
    [
        ("crash", "SIGSEGV", 0, 1),
        ("hang", "no answer", 0, 1),
        ("hang later", "no answer", 0.1, 1),
        ("endless", "did not come to an end", 10, 0),
        ("fails later", "broken.onnx ended early", 0.5, 0),
        ("wrong rate", "1000000000 Hz", 0, 0),
        ("half a sample", "split a sample", 0, 0),
        ("bug", "FileNotFoundError", 0, 0),
        ("hungry", "too much memory", 0.1, 1),
    ],
)
def test_a_fault_ends_its_own_session(
    faulty: PlosiveServer, fault: str, words: str, audio_s: float, killed: int
) -> None:
    before = deaths(faulty)
    begun = time.monotonic()
    audio, error, code = say(faulty, fault)
    assert time.monotonic() - begun < 5
    assert error.startswith("Error in remaining audio response: ")
    assert words in error
    assert "/srv" not in error
    assert code == 1011
    assert len(audio) % 2 == 0
    assert len(audio) / 2 / 22050 >= 0.99 * audio_s
    until(lambda: len(faulty.workers()) == 2)
    assert deaths(faulty) - before == killed
    with faulty.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text="Hello there.")
        assert audio_of(client.until_final())


@pytest.mark.parametrize(("fault", "audio_s"), [("slow", 0.5), ("late", 0.1), ("nothing", 0), ("noise", 0.5)])
def test_what_is_only_odd_is_spoken(faulty: PlosiveServer, fault: str, audio_s: float) -> None:
    before = deaths(faulty)
    audio, error, code = say(faulty, fault)
    assert (error, code) == ("", 1000)
    assert len(audio) / 2 / 22050 == pytest.approx(audio_s, abs=0.01)
    assert deaths(faulty) == before


def test_an_encoder_that_fails_ends_its_own_session(faulty: PlosiveServer) -> None:
    audio, error, code = say(faulty, "breaks the encoder")
    assert (error, code) == ("Error in audio response: internal error", 1011)
    assert len(audio) > 4000
    assert say(faulty, "slow")[2] == 1000


def test_a_worker_that_keeps_too_much_memory_is_replaced(faulty: PlosiveServer) -> None:
    before = set(faulty.workers())
    audio, error, code = say(faulty, "leaks")
    assert (len(audio) > 0, error, code) == (True, "", 1000)
    until(lambda: len(set(faulty.workers()) - before) == 1)
    assert say(faulty, "slow")[2] == 1000


def test_a_text_for_which_another_left_no_memory_is_spoken_by_another_worker(faulty: PlosiveServer) -> None:
    before = deaths(faulty)
    for _ in range(2):
        assert say(faulty, "short of memory")[1:] == ("", 1000)
    assert deaths(faulty) - before == 1


def test_a_worker_is_held_to_its_limits(faulty: PlosiveServer) -> None:
    worker = faulty.workers()[0]
    assert worker.rlimit(psutil.RLIMIT_CORE) == (0, 0)
    assert worker.rlimit(psutil.RLIMIT_NOFILE) == (MOST_FILES, MOST_FILES)
    most_bytes = (VOICES * 1000 + OTHER_MB) * 1_000_000
    assert worker.rlimit(psutil.RLIMIT_DATA) == (most_bytes, most_bytes)
    assert psutil.Process(faulty.process.pid).rlimit(psutil.RLIMIT_DATA) != (most_bytes, most_bytes)


def test_a_default_voice_that_loads_slowly_is_waited_for() -> None:
    """A step of its loading takes longer than one of speaking may."""
    with FaultyServer(default_voice=voice("loads slowly"), workers=1) as server:
        assert "worker died" not in server.log
        assert say(server, "loads slowly")[1:] == ("", 1000)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a step is judged by the clock alone")
def test_a_worker_that_gets_little_of_a_core_is_not_taken_for_a_hang() -> None:
    """Its step takes 0.6 s of CPU, and several times that beside a process that goes first."""
    with FaultyServer(workers=1) as server:
        [worker] = server.workers()
        core = worker.cpu_affinity()[:1]
        for thread in worker.threads():
            psutil.Process(thread.id).cpu_affinity(core)
        with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
            psutil.Process(busy.pid).cpu_affinity(core)
            begun = time.monotonic()
            try:
                assert say(server, "computes")[1:] == ("", 1000)
            finally:
                busy.kill()
            took_s = time.monotonic() - begun
        assert took_s > 1.7  # more than a step of a new voice may take
        assert server.workers() == [worker]


def test_the_same_poison_costs_one_worker_however_often_it_comes(faulty: PlosiveServer) -> None:
    before = deaths(faulty)
    answers = [say(faulty, "crash", "Once and again.") for _ in range(5)]
    assert [code for _, _, code in answers] == 5 * [1011]
    assert ["before" in error for _, error, _ in answers] == [False, True, True, True, True]
    assert deaths(faulty) - before == 1


def test_an_unheard_text_whose_worker_is_killed_is_spoken_by_another() -> None:
    with FaultyServer(workers=1) as server, server.client(voice=voice("late"), audio_format="linear16") as client:
        client.handshake()
        client.send(text="Late.", flush=True)
        time.sleep(0.3)  # it is being spoken, and nothing was heard yet
        [worker] = server.workers()
        worker.kill()
        assert audio_of(client.until_final())


def test_neighbours_lose_nothing_while_workers_crash_and_hang(faulty: PlosiveServer) -> None:
    text = "One is said here. Two is said there. Three is said last."

    def spoken_by_a_neighbour() -> bytes:
        with faulty.client(audio_format="linear16", disable_cache="true") as client:
            client.handshake()
            client.send(text=text)
            client.send(text="")
            frames = client.until_close()
            assert client.socket.close_code == 1000
            return audio_of(frames)

    earlier = len(faulty.log)
    alone = spoken_by_a_neighbour()
    with faulty.client(voice=voice("hang")) as hanging:
        hanging.handshake()
        hanging.send(text="It hangs here.", flush=True)
        for number in range(4):
            with faulty.client(voice=voice("crash")) as crashing:
                crashing.handshake()
                crashing.send(text=f"It crashes {number} times.", flush=True)
                assert spoken_by_a_neighbour() == alone
                crashing.until_close()
        hanging.until_close()
    assert "speaking failed" not in faulty.log[earlier:]
    assert "session failed" not in faulty.log[earlier:]


def test_a_newcomer_does_not_wait_for_a_worker_that_ignores_a_cancel() -> None:
    with (
        FaultyServer(workers=2) as server,
        server.client(voice=voice("hang later")) as stuck,
    ):
        stuck.handshake()
        stuck.send(text="Stuck.", flush=True)
        assert stuck.frame()["audio"]
        stuck.send(force=True)
        begun = time.monotonic()
        for _ in range(4):
            with server.client(audio_format="linear16") as client:
                client.handshake()
                client.send(text="Hello there.", flush=True)
                client.frame()
        assert time.monotonic() - begun < 2
        until(lambda: "no answer to a cancel" in server.log, 5)


def test_a_voice_that_keeps_crashing_is_taken_out_and_no_other() -> None:
    with FaultyServer(workers=2) as server:
        for number in range(10):
            assert say(server, "crash", f"Number {number}.")[2] == 1011
        until(lambda: "voice taken out" in server.log)
        with (
            pytest.raises(InvalidStatus) as refused,
            connect(server.url(voice=voice("crash")), additional_headers=HEADERS),
        ):
            pass
        assert refused.value.response.status_code == 503
        assert 1 <= int(refused.value.response.headers["Retry-After"]) <= 30
        until(lambda: httpx.get(server.http + "/readyz").status_code == 200)  # a worker is back
        assert f"{voice('crash')} keeps crashing" in httpx.get(server.http + "/readyz").text
        assert say(server, "slow")[2] == 1000


def test_a_key_whose_texts_kill_workers_waits() -> None:
    with FaultyServer(api_keys="bad,good") as server:

        def first_audio_s(key: str) -> float | None:
            with connect(
                server.url(voice=voice("noise")), additional_headers={"Authorization": f"Bearer {key}"}
            ) as socket:
                socket.send('{"text":" "}')
                socket.send('{"text":"Hello.","flush":true}')
                begun = time.monotonic()
                try:
                    socket.recv(2)
                except TimeoutError:
                    return None
                return time.monotonic() - begun

        for number in range(4):
            with connect(
                server.url(voice=voice("crash")), additional_headers={"Authorization": "Bearer bad"}
            ) as socket:
                socket.send('{"text":" "}')
                socket.send(f'{{"text":"Number {number}.","flush":true}}')
                assert "SIGSEGV" in str(socket.recv(5))
        assert first_audio_s("bad") is None
        assert (first_audio_s("good") or 9) < 2


def test_a_hung_worker_dies_with_its_server() -> None:
    with PlosiveServer(workers=2) as server:
        workers = server.workers()
        os.kill(workers[0].pid, signal.SIGSTOP)
        server.process.kill()
        gone = psutil.wait_procs(workers, 5)[1]
        assert all(worker.status() == "zombie" for worker in gone)


def test_a_clock_that_jumps_ends_nothing() -> None:
    """The wall clock says another day at each look, also to the workers."""
    with FaultyServer("JUMPING_CLOCK", workers=1) as server, server.client(audio_format="linear16") as client:
        client.handshake()
        for _ in range(3):
            client.send(text="One is said here. Two is said there.", flush=True)
            assert audio_of(client.until_final())
            time.sleep(0.3)
        recorded = httpx.post(server.http + PATH, json={"text": "Hello.", "output_type": "audio_id"}, headers=HEADERS)
        assert recorded.status_code == 200
        client.send(text="")
        client.until_close()
        assert client.socket.close_code == 1000
        assert deaths(server) == 0
