"""The examples, run as people run them: each does what it says, and fails in one line that says what to do."""

import re
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from plosive_server import PATH, PlosiveServer
from stand_in_model import StandInModel

EXAMPLES = Path(__file__).parents[1] / "examples"
ARGUMENTS = {
    "speak": ("Hello.", "out.mp3"),
    "llm_to_speech": ("Hello?", "out.mp3"),
    "barge_in": ("out.pcm",),
    "telephony": ("Hello.", "127.0.0.1:9"),
    "batch": ("lines.txt", "out"),
    "captions": ("lines.txt", "out.mp3", "out.vtt"),
}
ELSEWHERE = ("page.html", "livekit_plosive.py", "pipecat_plosive.py")
"""Tried in a browser, in a session of LiveKit's and in a pipeline of Pipecat's."""

OVER_HTTP = ("batch", "captions")


def run(name: str, folder: Path, address: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    url = f"http://{address}" if name in OVER_HTTP else f"ws://{address}{PATH}"
    words: list[str | Path] = [sys.executable, EXAMPLES / f"{name}.py", *arguments, "--url", url]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=30, check=False)


def done(name: str, folder: Path, server: PlosiveServer, *arguments: str) -> str:
    """Run an example that succeeds. Returns its output."""
    ran = run(name, folder, f"127.0.0.1:{server.port}", *arguments)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def seconds(path: Path) -> float:
    with av.open(str(path)) as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


def test_speak(server: PlosiveServer, tmp_path: Path) -> None:
    assert "hello.mp3" in done("speak", tmp_path, server, "Hello there.", "hello.mp3", "--voice", "af_heart")
    assert 0.5 < seconds(tmp_path / "hello.mp3") < 3


def test_a_model_is_heard(server: PlosiveServer, tmp_path: Path) -> None:
    with StandInModel(["**The", " sky", "** is", " blue", ". It", " is", "."]) as model:
        arguments = ("Why?", "sky.mp3", "--model-url", f"http://127.0.0.1:{model.port}/v1")
        told = done("llm_to_speech", tmp_path, server, *arguments)
    assert "**The sky** is blue. It is.\n" in told
    assert "first audio" in told
    assert 1 < seconds(tmp_path / "sky.mp3") < 4


def test_without_a_model_one_line_says_so(server: PlosiveServer, tmp_path: Path, nobody: str) -> None:
    arguments = ("Why?", "sky.mp3", "--model-url", f"http://{nobody}/v1")
    ran = run("llm_to_speech", tmp_path, f"127.0.0.1:{server.port}", *arguments)
    assert ran.returncode == 1
    assert re.fullmatch(r"No model answers at http://\S+: start one .*\n", ran.stderr)


def test_a_barge_in_says_what_was_heard(server: PlosiveServer, tmp_path: Path) -> None:
    told = done("barge_in", tmp_path, server, "out.pcm", "--after", "3")
    heard, unheard = re.findall(r"^(?:un)?heard: +(.*)$", told, re.MULTILINE)
    assert "Our opening hours are as follows." in heard
    assert "weekdays" in unheard
    # Three seconds of the answer, then "Of course, I will stop."
    assert 4 < (tmp_path / "out.pcm").stat().st_size / 48_000 < 6


def test_a_call_gets_a_packet_every_20_ms(server: PlosiveServer, tmp_path: Path) -> None:
    packets: list[tuple[float, bytes]] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as call:
        call.bind(("127.0.0.1", 0))
        call.settimeout(0.2)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    packets.append((time.monotonic(), call.recv(2048)))
                except TimeoutError:
                    continue

        listening = threading.Thread(target=listen)
        listening.start()
        told = done("telephony", tmp_path, server, "You have one new message.", f"127.0.0.1:{call.getsockname()[1]}")
        over.set()
        listening.join()
    assert told.startswith(f"{len(packets)} packets")
    headers = [struct.unpack("!BBHII", packet[:12]) for _, packet in packets]
    assert {len(packet) for _, packet in packets} == {12 + 160}
    assert [kind for _, kind, *_ in headers] == [0x80] + [0] * (len(packets) - 1)
    assert [(number, at) for _, _, number, at, _ in headers] == [(n, 160 * n) for n in range(1, len(packets) + 1)]
    assert packets[-1][0] - packets[0][0] >= 0.02 * (len(packets) - 1) - 0.01
    assert 1 < 0.02 * len(packets) < 4


def test_a_batch_has_a_file_for_each_line(server: PlosiveServer, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("One.\n\nTwo.\nThree.\nFour.\nFive.\n", encoding="utf-8")
    assert "100%" in done("batch", tmp_path, server, "lines.txt", "spoken", "--format", "wav")
    files = sorted((tmp_path / "spoken").iterdir())
    assert [file.name for file in files] == [f"000{number}.wav" for number in range(1, 6)]
    assert all(0.2 < seconds(file) < 2 for file in files)


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_captions(server: PlosiveServer, tmp_path: Path, kind: str) -> None:
    (tmp_path / "speech.txt").write_text("Hello there. You owe us $3.14, Dr. Smith.", encoding="utf-8")
    done("captions", tmp_path, server, "speech.txt", "speech.mp3", f"speech.{kind}")
    captions = (tmp_path / f"speech.{kind}").read_text(encoding="utf-8")
    assert captions.startswith({"srt": "1\n00:00:0", "vtt": "WEBVTT\n"}[kind])
    assert "Hello there." in captions
    assert seconds(tmp_path / "speech.mp3") > 2


@pytest.fixture(scope="module")
def keyed() -> Iterator[PlosiveServer]:
    with PlosiveServer(api_keys="right", workers=1) as running:
        yield running


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_mistake_is_one_line_that_says_what_to_do(
    keyed: PlosiveServer, nobody: str, tmp_path: Path, name: str
) -> None:
    (tmp_path / "lines.txt").write_text("Hello.\nHello again.\n", encoding="utf-8")
    address = f"127.0.0.1:{keyed.port}"
    with StandInModel(["Hello."]) as model:
        more = ("--model-url", f"http://127.0.0.1:{model.port}/v1") if name == "llm_to_speech" else ()
        for where, options, words in (
            (nobody, (), "start one with plosive serve"),
            (address, ("--key", "wrong"), "This key is wrong"),
            (address, ("--key", "right", "--voice", "af_hart"), "af_heart"),
        ):
            ran = run(name, tmp_path, where, *ARGUMENTS[name], *more, *options)
            assert ran.returncode == 1
            assert words in ran.stderr
            assert ran.stderr.count("\n") == 1, ran.stderr


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_missing_package_is_one_line_that_installs_it(name: str) -> None:
    alone = subprocess.run(  # -S: nothing but Python itself
        [sys.executable, "-S", EXAMPLES / f"{name}.py", "--help"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert alone.returncode == 1
    assert re.fullmatch(r"No module named '(\w+)': pip install .*\b\1\b.*\n", alone.stderr)


@pytest.mark.parametrize("name", ["speak", "telephony", "batch", "captions"])
def test_a_text_with_nothing_to_say_is_an_error(server: PlosiveServer, tmp_path: Path, name: str) -> None:
    (tmp_path / "lines.txt").write_text("...\n", encoding="utf-8")
    arguments = [word.replace("Hello.", "...") for word in ARGUMENTS[name]]
    ran = run(name, tmp_path, f"127.0.0.1:{server.port}", *arguments)
    assert ran.returncode == 1
    assert "nothing in this text that can be spoken" in ran.stderr


@pytest.mark.parametrize("name", ["speak", "barge_in", "telephony"])
@pytest.mark.parametrize("address", ["http://{}", "ws://{}/nowhere"])
def test_a_wrong_address_is_one_line(server: PlosiveServer, tmp_path: Path, name: str, address: str) -> None:
    url = address.format(f"127.0.0.1:{server.port}")
    words: list[str | Path] = [sys.executable, EXAMPLES / f"{name}.py", *ARGUMENTS[name], "--url", url]
    ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1, ran.stderr


def test_every_example_is_listed_and_tried() -> None:
    listed = set(
        re.findall(r"^\| \[`(\w+\.\w+)`\]", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    there = {path.name for path in EXAMPLES.iterdir() if path.suffix in (".py", ".html")}
    assert listed == there == {*(f"{name}.py" for name in ARGUMENTS), *ELSEWHERE}
