"""The docs are true: their commands run, and they have every setting, parameter, frame and close code."""

import re
import subprocess
import sys
from html import escape
from pathlib import Path

import av
import httpx
import msgspec
import pytest
from websockets.sync.client import connect

from plosive.audio.encoders import FORMATS
from plosive.protocol import options
from plosive.protocol.diagram import diagram
from plosive.protocol.doors import telnyx
from plosive.protocol.doors.telnyx import CLOSES, JsonFrame
from plosive.settings import Settings
from plosive_server import PlosiveServer

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
PROTOCOL = (ROOT / "docs/protocol.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def table(text: str, name: str) -> dict[str, list[str]]:
    """The rows of the table whose first heading is `name`: first cell to the others."""
    rows = [
        [cell.strip() for cell in line.strip("|\n").split("|")] for line in text.split(f"| {name} |")[1].splitlines()
    ]
    body = []
    for row in rows[2:]:
        if len(row) < 2:
            break
        body.append(row)
    return {row[0]: row[1:] for row in body}


def test_every_setting_is_documented_with_its_default() -> None:
    documented = table(SETTINGS, "setting")
    fields = {f"`PLOSIVE_{name.upper()}`": field for name, field in Settings.model_fields.items()}
    assert set(documented) == set(fields)
    for name, field in fields.items():
        if field.default_factory is not None:
            continue  # it depends on the environment
        default = field.default
        if default in (None, ()):
            shown = "none"
        elif isinstance(default, bool):
            shown = f"`{str(default).lower()}`"
        else:
            shown = f"`{default:g}`" if isinstance(default, float) else f"`{default}`"
        assert documented[name][0] == shown, name


def test_every_query_parameter_is_documented() -> None:
    source = Path(options.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r'(?:query(?:\.get\(|\[)|(?:_choice|_boolean|_integer)\(query, )"(\w+)"', source))
    documented = {name for row in table(PROTOCOL, "parameter") for name in re.findall(r"`(\w+)`", row)}
    assert read
    assert read == documented


def test_every_client_field_is_documented() -> None:
    assert {f"`{name}`" for name in JsonFrame.__struct_fields__} == set(table(PROTOCOL, "field"))
    assert msgspec.structs.fields(JsonFrame)
    for voice_setting in ("voice_speed", "speed", "volume", "pitch", "response_format", "sampling_rate"):
        assert f"`{voice_setting}`" in PROTOCOL


def test_every_server_frame_is_documented() -> None:
    source = Path(telnyx.__file__).read_text(encoding="utf-8")
    sent = set(re.findall(r'type(?:"?[:=])"(\w+)"', source))
    documented = {*table(PROTOCOL, "frame"), *table(PROTOCOL.partition("## Times of words")[2], "frame")}
    assert sent == {name for row in documented for name in re.findall(r"^`(\w+)`", row)}


def test_every_close_code_and_reason_is_documented() -> None:
    documented = table(PROTOCOL, "code")
    for code, reason in CLOSES.values():
        token = reason.partition(":")[0]
        assert str(code) in documented
        assert not token or f"`{token}`" in PROTOCOL


def test_the_session_diagram_is_that_of_the_table() -> None:
    picture = (ROOT / "docs/states.svg").read_text(encoding="utf-8")
    assert f"<desc>{escape(diagram(), quote=False)}</desc>" in picture, "draw it again: scripts/draw_states.py"
    assert "(states.svg)" in PROTOCOL


def test_every_format_and_rate_is_documented() -> None:
    rates = {rate_hz for entry in FORMATS.values() for rate_hz in entry.rates_hz}
    row = table(PROTOCOL, "parameter")
    assert all(f"`{name}`" in row["`audio_format`"][1] for name in FORMATS)
    assert all(str(rate_hz) in row["`sample_rate`"][1] for rate_hz in rates)


def test_the_readme_starts_with_the_two_commands() -> None:
    first_block = README.split("```")[1]
    assert [line.split("#")[0].split() for line in first_block.splitlines()[1:]] == [
        ["make", "serve"],
        ["make", "test"],
    ]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_the_readmes_client_runs(server: PlosiveServer, tmp_path: Path) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    script = tmp_path / "client.py"
    script.write_text(code.replace("127.0.0.1:8080", f"127.0.0.1:{server.port}"), encoding="utf-8")
    subprocess.run([sys.executable, script], cwd=tmp_path, check=True, timeout=30)
    with av.open(str(tmp_path / "hello.mp3")) as container:
        assert 1 < sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0)) < 4


def test_the_addresses_that_serve_prints_are_there(server: PlosiveServer) -> None:
    page, socket, openai, voice = server.output.splitlines()
    assert "<title>Plosive playground</title>" in httpx.get(page.split()[5]).text
    with connect(socket.split()[-1]) as client:
        assert client.response and client.response.headers["x-voice"] == voice.split()[-1]
    assert httpx.get(openai.split()[-1] + "/models").status_code == 200


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w./]+\.md)\)", README))))
def test_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).is_file()


def test_the_comparison_has_the_figures_of_the_benchmark() -> None:
    page = (ROOT / "docs/benchmark.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    measured = {(row[0], row[1], row[-1]) for row in rows if len(row) == 4}
    page = (ROOT / "docs/comparison.md").read_text(encoding="utf-8")
    compared = page.partition("## Measured")[2].partition("## What they can do")[0]
    told = [tuple(line.strip("| ").split(" | ")) for line in compared.splitlines() if re.match(r"\| \w", line)]
    assert len(told) > 4
    assert set(told) <= measured


def test_every_package_stands_in_the_architecture() -> None:
    packages = {
        path.name
        for path in (ROOT / "src/plosive").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    for package in packages - {"__init__.py", "__main__.py", "py.typed"}:
        name = package if package.endswith(".py") else f"{package}/"
        assert f"\n  {name}" in ARCHITECTURE, name


def test_every_room_of_the_architecture_exists() -> None:
    house = ARCHITECTURE.split("## The house")[1].split("```")[1]
    rooms: list[Path] = [ROOT]
    for indent, name in re.findall(r"^((?:  )*)([\w/]+(?:\.py|/))(?=\s)", house, re.MULTILINE):
        rooms[len(indent) // 2 + 1 :] = [rooms[len(indent) // 2] / name]
        assert rooms[-1].exists(), name


def test_the_table_of_faults_is_that_of_the_tests() -> None:
    subprocess.run([sys.executable, ROOT / "scripts/fault_table.py", "--check"], check=True)
