"""The command line as a user types it: every command in a process of its own."""

import io
import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import threading
import wave
from pathlib import Path

import av
import httpx
import pytest
import soundfile

from plosive_command import plosive, plosive_bytes
from plosive_server import PlosiveServer, until


def seconds(path: Path) -> float:
    with av.open(str(path)) as container:
        return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))


def test_help_teaches() -> None:
    top, say, serve = (plosive(*command, "--help", COLUMNS="80").stdout for command in ([], ["say"], ["serve"]))
    assert re.findall(r"^  (\w+) +\S", top, re.MULTILINE)[-7:] == [
        "serve",
        "say",
        "doctor",
        "top",
        "usage",
        "voices",
        "keys",
    ]
    assert '\n  plosive say "Hello there." -o hello.mp3\n' in say
    assert "docs/settings.md" in serve
    for text in (top, say, serve):
        assert "<bool>" not in text
        assert "..." not in text.partition("Commands:")[2]  # no summary is cut


@pytest.mark.parametrize("suffix", [".mp3", ".wav", ".flac", ".ogg", ".opus"])
def test_say_to_a_file(tmp_path: Path, suffix: str) -> None:
    done = plosive("say", "Hello there. It is **nice** to meet you.", "-o", str(tmp_path / f"hello{suffix}"))
    assert done.returncode == 0, done.stderr
    assert 2 < seconds(tmp_path / f"hello{suffix}") < 5
    assert " s of " in done.stderr


def test_a_text_needs_no_quotes() -> None:
    assert json.loads(plosive("say", "--explain", "--json", "Hello", "there.").stdout)["text"] == "Hello there."


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8-sig", "utf-16"])
def test_say_reads_text_that_is_not_plain_utf_8(encoding: str) -> None:
    done = plosive_bytes("say", "-", "--explain", stdin="Café at 8 – closed.".encode(encoding))
    assert "Café at 8 – closed." in done.stdout.decode()


def test_say_refuses_other_encodings_in_one_line() -> None:
    done = plosive_bytes("say", "-", "--explain", stdin="Привет, мир".encode("windows-1251"))
    assert done.returncode == 1
    assert done.stderr.decode().strip().count("\n") == 0
    assert "UTF-8" in done.stderr.decode()


def test_a_wav_file_has_its_sizes(tmp_path: Path) -> None:
    assert plosive("say", "Hello there my friend.", "-o", str(tmp_path / "a.wav")).returncode == 0
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getnframes() == ((tmp_path / "a.wav").stat().st_size - 44) // 2
        assert 24_000 < file.getnframes() < 48_000
    assert int.from_bytes((tmp_path / "a.wav").read_bytes()[4:8], "little") == (tmp_path / "a.wav").stat().st_size - 8


def test_a_flac_file_has_its_length(tmp_path: Path) -> None:
    assert plosive("say", "Hello there my friend.", "-o", str(tmp_path / "a.flac")).returncode == 0
    samples, rate_hz = soundfile.read(tmp_path / "a.flac")
    assert soundfile.info(tmp_path / "a.flac").frames == len(samples)
    with av.open(str(tmp_path / "a.flac")) as container:
        assert container.duration == pytest.approx(len(samples) / rate_hz * av.time_base, abs=1)


@pytest.mark.parametrize(("text", "piped"), [("", False), ("", True), ("😀 **", False)])
def test_nothing_to_say_is_an_error_and_leaves_the_file_alone(tmp_path: Path, text: str, piped: bool) -> None:
    file = tmp_path / "old.wav"
    if piped:
        file.write_bytes(b"old")
    done = plosive("say", "-o", str(file), stdin=text) if piped else plosive("say", text, "-o", str(file))
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["plosive: There is nothing to say in this text"]
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([b"old"] if piped else [])


def test_nothing_but_the_speech_is_kept(tmp_path: Path) -> None:
    """ONNX Runtime collects what it reports to its makers in the home folder, unless it is told not to."""
    home, file = tmp_path / "home", tmp_path / "x.wav"
    home.mkdir()
    done = plosive(
        "say", "Hello.", "--voice", "Plosive.Hibari.heart", "-o", str(file), HOME=str(home), XDG_CACHE_HOME=""
    )
    assert (done.returncode, file.is_file()) == (0, True)
    assert list(home.iterdir()) == []


def test_say_format_and_rate(tmp_path: Path) -> None:
    assert (
        plosive("say", "Hello.", "-o", str(tmp_path / "a.bin"), "--format", "mulaw", "--rate", "16000").returncode == 0
    )
    assert 0.4 < (tmp_path / "a.bin").stat().st_size / 16000 < 1.5


def test_say_speed_and_voice(tmp_path: Path) -> None:
    text = "The quick brown fox jumps over the lazy dog."
    plosive("say", text, "-o", str(tmp_path / "normal.wav"))
    plosive("say", text, "-o", str(tmp_path / "fast.wav"), "--speed", "2", "--voice", "Telnyx.NaturalHD.astra")
    assert 0.4 < seconds(tmp_path / "fast.wav") / seconds(tmp_path / "normal.wav") < 0.7


def test_say_from_standard_input(tmp_path: Path) -> None:
    done = plosive("say", "-o", str(tmp_path / "a.wav"), stdin="Hello there.\nHow are you?\n")
    assert done.returncode == 0, done.stderr
    assert 1 < seconds(tmp_path / "a.wav") < 4


def test_say_streams_from_standard_input_to_standard_output() -> None:
    command = [sys.executable, "-m", "plosive", "say", "-o", "-", "--format", "linear16"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        heard = io.BytesIO()
        reader = threading.Thread(target=lambda: [heard.write(data) for data in iter(process.stdout.read1, b"")])  # type: ignore[union-attr]
        reader.start()
        process.stdin.write(b"Hello there.\n")
        process.stdin.flush()
        until(lambda: heard.tell() > 24000)  # the first sentence sounds while the second is not written yet
        process.stdin.write(b"How are you?")
        process.stdin.close()
        reader.join(20)
        assert process.wait(20) == 0
        assert heard.tell() > 2 * 24000


@pytest.mark.parametrize("output", ["hello.mp3", "-"])
def test_say_writes_subtitles(tmp_path: Path, output: str) -> None:
    text = "Hello there. You owe us $3.14, Dr. Smith."
    audio, subtitles = str(tmp_path / output) if output != "-" else "-", tmp_path / "hello.srt"
    options = ["-o", audio, "--format", "mp3", "--subtitles", str(subtitles)]
    command = [sys.executable, "-m", "plosive", "say", text, *options]
    done = subprocess.run(
        command, env={**os.environ, "PLOSIVE_DATA_DIR": str(tmp_path)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    first, second = subtitles.read_text("utf-8").split("\n\n")
    assert first.splitlines()[0::2] == ["1", "Hello there."]
    assert second.splitlines()[0::2] == ["2", "You owe us $3.14, Dr. Smith."]
    with av.open(str(subtitles)) as file:
        packets = [packet for packet in file.demux(file.streams.subtitles[0]) if packet.size]
    assert [bytes(packet).decode() for packet in packets] == ["Hello there.", "You owe us $3.14, Dr. Smith."]


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in sound card is ALSA's file plugin")
def test_say_plays_on_the_sound_device(tmp_path: Path) -> None:
    played = tmp_path / "played.raw"
    config = tmp_path / "alsa.conf"
    config.write_text(f'pcm.!default {{ type file slave.pcm {{ type null }} file "{played}" format raw }}\n')
    done = plosive("say", "Hello there.", ALSA_CONFIG_PATH=str(config))
    if "no sound device" in done.stderr:
        pytest.skip("there is no ALSA library here")
    assert done.returncode == 0, done.stderr
    assert played.stat().st_size > 48000


def test_say_without_a_sound_device_says_what_to_do(tmp_path: Path) -> None:
    config = tmp_path / "alsa.conf"
    config.write_text("")
    done = plosive("say", "Hello.", ALSA_CONFIG_PATH=str(config), PULSE_SERVER="none")
    assert done.returncode == 1
    assert "write a file with -o" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["say", "Hi.", "--voice", "Plosive.Espeak.en-uz", "-o", "x.mp3"], "Did you mean Plosive.Espeak.en-gb"),
        (["say", "Hi.", "-o", "x.aac"], ".mp3"),
        (["say", " "], "There is nothing to say in this text"),
        (["say", "Hi.", "-o", "x.mp3", "--rate", "96000"], "expected one of 8000"),
        (["say", "Hi.", "-o", "/nowhere/x.mp3"], "/nowhere/x.mp3"),
        (["say", "Hi.", "-o", "x", "--format", "aac"], "mp3"),
        (["voices", "--language", "tlh-none"], "No installed voice speaks"),
        (["voices", "--language", "English"], "write a tag such as en"),
        (["say", "Hi.", "-o", "nowhere/hello.mp3"], "there is no folder nowhere"),
        (["say", "Hi.", "-o", "/"], "/ is a folder; name a file in it"),
        (["say", "Hi.", "--dictionary", "nowhere.txt", "-o", "hello.mp3"], "nowhere.txt cannot be used: No such file"),
        (["say", "Hi.", "-o", "hi.mp3", "--subtitles", "hi.ass"], ".srt or .vtt"),
        (["voices", "remove", "Plosive.Hibari.heart"], "Embedded voices stay"),
        (["serve", "--host", "0.0.0.0", "--port", "0"], "PLOSIVE_API_KEYS"),
        (["serve", "--host", "192.0.2.1", "--port", "0"], "Cannot listen on 192.0.2.1"),
    ],
)
def test_errors_are_one_line_that_names_the_fix(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = plosive(*arguments)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_taken_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = plosive("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "--port, or PLOSIVE_HOST and PLOSIVE_PORT." in done.stderr  # make serve passes settings alone


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("PLOSIVE_WORKERS", "0", "PLOSIVE_WORKERS"),
        ("PLOSIVE_FINAL", "never", "PLOSIVE_FINAL"),
        ("PLOSIVE_DEVICE", "cuda", "pip install onnxruntime-gpu"),
        ("PLOSIVE_DEFAULT_VOICE", "Plosive.Espeak.xx", "Setting PLOSIVE_DEFAULT_VOICE: No voice is called"),
        ("PLOSIVE_API_KEYS_FILE", "/nowhere/keys", "/nowhere/keys"),
    ],
)
def test_bad_settings(setting: str, value: str, words: str) -> None:
    done = plosive("serve", "--port", "0", **{setting: value})
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_no_usage_is_said(tmp_path: Path) -> None:
    done = plosive("usage", PLOSIVE_DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing was spoken in that time.\n")


def test_version() -> None:
    assert re.fullmatch(r"plosive \d+\.\d+\.\d+\n", plosive("--version").stdout)


def test_a_missing_package_is_one_line() -> None:
    source = str(Path(__file__).parents[1] / "src")
    alone = subprocess.run(  # -S: nothing but Python itself
        [sys.executable, "-S", "-m", "plosive", "doctor"],
        env={**os.environ, "PYTHONPATH": source},
        check=False,
        capture_output=True,
        text=True,
    )
    assert alone.returncode == 1
    assert re.fullmatch(r"plosive: No module named '\w+'\. Install what Plosive needs: make setup, .*\n", alone.stderr)


def test_ctrl_c_while_packages_are_imported_is_silent() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "plosive", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as starting:
        assert starting.stderr
        while not re.search(r"\| +typer$", starting.stderr.readline()):
            assert starting.poll() is None
        starting.send_signal(signal.SIGINT)
        said = starting.stderr.read()
    assert starting.returncode == 130
    assert re.sub(r"import time:.*\n", "", said) == ""


def test_a_bad_option_is_blamed_itself() -> None:
    done = plosive("serve", "--port", "99999")
    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "PLOSIVE_PORT" not in done.stderr


def test_doubtful_settings_are_said() -> None:
    with PlosiveServer(workers=1, voices_dir="/nowhere/voices", prot=1) as server:
        pass
    assert "PLOSIVE_PROT is no setting; is it PLOSIVE_PORT?" in server.log
    assert "there is no folder /nowhere/voices" in server.log
    listed = plosive("keys", "list", PLOSIVE_DATADIR="/nowhere")
    assert "PLOSIVE_DATADIR is no setting; is it PLOSIVE_DATA_DIR?" in listed.stderr
    assert "is no setting" not in plosive("keys", "list").stderr


def test_serve_says_where_other_machines_find_it() -> None:
    with PlosiveServer("--host", "0.0.0.0", workers=1, api_keys="right") as server:
        [line] = [line for line in server.output.splitlines() if line.startswith("On other machines")]
        page = line.split()[3]
        assert "0.0.0.0" not in server.output
        assert "TLS" in line
        assert "<title>Plosive playground</title>" in httpx.get(page).text
        assert "plosive keys create --name NAME" in server.output


def test_keys_in_a_narrow_terminal_are_not_cut(tmp_path: Path) -> None:
    name, owner = "Reception of the hotel by the sea", "the-organization-that-owns-the-hotel"
    made = plosive(
        *("keys", "create", "--name", name, "--organization", owner, "--requests-per-minute", "10"),
        PLOSIVE_DATA_DIR=str(tmp_path),
    )
    assert "Within 2 s these servers want a key: all that use this data folder" in made.stderr
    terminal, its_end = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "PLOSIVE_DATA_DIR": str(tmp_path)}
    subprocess.run([sys.executable, "-m", "plosive", "keys", "list"], stdout=its_end, env=environment, check=True)
    shown = os.read(terminal, 1 << 16).decode()
    for file in (terminal, its_end):
        os.close(file)
    assert "…" not in shown
    assert all(words in shown for words in (name, owner, "Organization", "10 requests/min", "works"))


def test_voices() -> None:
    every = plosive("voices", "--all", COLUMNS="60").stdout
    assert "Plosive.Espeak.en-gb-scotland " in every
    assert "Telnyx.KokoroTTS.af_heart " in every
    short = plosive("voices").stdout
    assert "Telnyx.KokoroTTS.*: " in short
    assert "af_heart" not in short
    listed = [json.loads(line) for line in plosive("voices", "--json").stdout.splitlines()]
    assert listed[0]["id"] == "Plosive.Hibari.heart"
    assert {"de", "cmn"} <= {voice["name"] for voice in listed}
    german = plosive("voices", "--language", "de").stdout
    assert "Plosive.Espeak.de" in german
    assert "Plosive.Espeak.fr" not in german


def test_explain_shows_each_stage(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("SQL=sequel\n", encoding="utf-8")
    shown = plosive("say", "**SQL** costs $5.", "--explain", "--dictionary", str(words)).stdout
    plain, segments, pronounced, rewritten, said = (line.split("1 ", 1)[1] for line in shown.splitlines()[1::2])
    assert plain == segments == "SQL costs $5."
    assert pronounced == "sequel costs $5."
    assert rewritten == "$5 → 5 dollars  amount"
    assert said == "sequel costs 5 dollars."


def test_explain_takes_a_text_a_line_and_gives_an_object_a_line() -> None:
    texts = "It is $5.\r\n\n*One* more. And #2."
    done = plosive("say", "--explain", "--json", "--voice", "Plosive.Espeak.en-us", stdin=texts)
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["text"] == first["plain"] == "It is $5."
    assert first["segments"] == [
        {
            "text": "It is $5.",
            "pronounced": [{"text": "It is $5."}],
            "rewritten": [{"start": 6, "written": "$5", "said": "5 dollars", "rule": "amount"}],
            "said": [{"text": "It is 5 dollars."}],
        }
    ]
    assert second["plain"] == "One more. And #2."
    assert [segment["text"] for segment in second["segments"]] == ["One more.", "And #2."]


@pytest.mark.parametrize("options", [("--json",), ("--explain", "-o", "a.wav"), ("--explain", "--format", "mp3")])
def test_options_that_do_not_go_together_are_refused(options: tuple[str, ...]) -> None:
    done = plosive("say", "Hi.", *options)
    assert done.returncode == 1
    assert "--explain" in done.stderr


def test_say_ssml(tmp_path: Path) -> None:
    done = plosive("say", "--ssml", '<speak>One <break time="2s"/> two.</speak>', "-o", str(tmp_path / "a.wav"))
    assert done.returncode == 0, done.stderr
    assert 2.5 < seconds(tmp_path / "a.wav") < 5
    broken = plosive("say", "--ssml", "a & b", "-o", str(tmp_path / "b.wav"))
    assert broken.returncode == 1
    assert "&amp;" in broken.stderr
