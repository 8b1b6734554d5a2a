"""`plosive top` shows running servers, and says what to do if it cannot."""

import re
from pathlib import Path

from rich.console import Console

from plosive.cli.top import Samples, view
from plosive_command import plosive
from plosive_server import PlosiveServer, metric, until


def test_a_running_server(tmp_path: Path) -> None:
    with PlosiveServer(workers=2, data_dir=tmp_path) as server, server.client() as client:
        client.handshake()
        client.send(text="Hello there.", flush=True)
        client.until_final()
        until(lambda: metric(server, "plosive_session_states", state="open") == 1, 8)
        done = plosive("top", "--every", "0.2", PLOSIVE_DATA_DIR=str(tmp_path))  # into a pipe, so it ends
    assert done.returncode == 0, done.stderr
    rows = {cells[0].strip(): cells[1].strip() for line in done.stdout.splitlines() if (cells := line.split("│")[1:-1])}
    assert server.http in done.stdout
    assert rows["sessions"] == "1 open"
    assert rows["workers"] == "2, died: none"
    assert rows["gaps"].startswith("0")
    assert rows["first audio"].endswith("ms on average")
    assert re.fullmatch(r"[\d.]+ 200", rows["answers a second"]), "the first look alone has no rates"


def test_rates_count_from_the_earlier_look() -> None:
    def samples(seconds: float) -> Samples:
        return [("plosive_audio_seconds_total", {"engine": "espeak", "voice": "Plosive.Espeak.de"}, seconds)]

    console = Console(width=120)
    with console.capture() as shown:
        console.print(view({"here": samples(30.0), "there": samples(5.0)}, {"here": samples(10.0)}, 2.0))
    [line] = [line for line in shown.get().splitlines() if "speech" in line]
    assert [cell.strip() for cell in line.split("│")[1:-1]] == ["speech, s a second", "10.0 Plosive.Espeak.de", "..."]


def test_no_server_and_one_without_metrics(tmp_path: Path) -> None:
    done = plosive("top", PLOSIVE_DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "plosive serve starts one" in done.stderr
    with PlosiveServer(workers=1, data_dir=tmp_path, metrics="127.0.0.1:0"):
        done = plosive("top", PLOSIVE_DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "PLOSIVE_METRICS" in done.stderr
