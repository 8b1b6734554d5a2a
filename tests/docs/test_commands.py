"""Commands, settings, paths and clients that any page names exist, in blocks, sentences and tables alike."""

import importlib.util
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import httpx
import livekit.plugins.openai
import openai
import pytest
import telnyx
import typer
from typer.core import TyperGroup
from typer.exceptions import Exit, TyperException

from benchmarks.__main__ import app as benchmarks
from plosive.cli.main import app as plosive
from plosive.settings import Settings
from plosive_server import PATH, PlosiveServer

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXTS = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in FILES}
SHELL = re.compile(r"^```(?:sh|shell|bash|console)?\n(.*?)^```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
ELSEWHERE = ("PLOSIVE_SCREENSHOTS",)
"""Names in the environment that are read by tests."""


def commands(text: str) -> Iterator[list[str]]:
    """The words of every command of Plosive, make and the benchmarks, in blocks and in code between backticks."""
    lines = [line for block in SHELL.findall(text) for line in block.replace("\\\n", " ").splitlines()]
    spans = [span for span in SPAN.findall(SHELL.sub("", text)) if re.match(r"(\S*/)?(plosive|make|python -m) ", span)]
    for line in lines + spans:
        for part in re.split(r"&&|\||;", line):
            try:
                words = shlex.split(part, comments=True)
            except ValueError:
                continue  # half of a line that a bar within quotes cut
            while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
                words.pop(0)
            if words and "…" not in part:
                yield words


def parse(words: list[str]) -> None:
    """Parse the arguments of `plosive` or of the benchmarks as they do. Raises TyperException."""
    words = words[: next((place for place, word in enumerate(words) if word in (">", "<", "&")), len(words))]
    command: Any = typer.main.get_command(plosive)
    rest = words[1:]
    if words[1:3] == ["-m", "benchmarks"]:
        command, rest = typer.main.get_command(benchmarks), words[3:]
    context = command.make_context("", rest)
    while isinstance(command, TyperGroup) and (names := [*context._protected_args, *context.args]):
        _, command, rest = command.resolve_command(context, names)
        context = command.make_context("", rest, parent=context)


def test_extras_are_installed_from_the_checkout() -> None:
    """Plosive is on no index: `pip install plosive[postgres]` finds nothing."""
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py")]
    written = "\n".join([*TEXTS.values(), *sources])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.findall(r"pip install -e '\.\[(\w+)\]'", written)
    assert set(named) == set(project["optional-dependencies"])
    assert not re.findall(r"pip install [\"']?plosive", written)


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_exists(name: str) -> None:
    targets = re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for words in commands(TEXTS[name]):
        program = words[0].rpartition("/")[2]
        if program == "plosive" or words[1:3] == ["-m", "benchmarks"]:
            try:
                parse(words)
            except Exit:  # --help and --version end there
                pass
            except TyperException as error:
                # A sentence may name a command or an option without its value.
                if not re.search("^Missing|requires an argument", str(error)):
                    pytest.fail(f"{shlex.join(words)}: {error}")
        elif program == "make":
            assert {word for word in words[1:] if "=" not in word and not word.startswith("-")} <= set(targets), words
        elif program == "python" and words[1:2] == ["-m"] and "".join(words[2:3]).partition(".")[0] == "plosive":
            assert importlib.util.find_spec(words[2]), words
        elif "/" in words[0] and words[0].partition("/")[0] in ("scripts", "examples"):
            assert words[0].endswith("/") or (ROOT / words[0]).is_file(), words  # a tree names folders
        for word in words:
            if word.startswith(("examples/", "scripts/", "tests/", "benchmarks/")):
                assert (ROOT / word).exists(), words


@pytest.mark.parametrize("name", TEXTS)
def test_every_setting_that_is_named_exists(name: str) -> None:
    known = {f"PLOSIVE_{field.upper()}" for field in Settings.model_fields} | set(ELSEWHERE)
    assert set(re.findall(r"\bPLOSIVE_[A-Z_]*[A-Z]\b", TEXTS[name])) <= known


@pytest.fixture(scope="module")
def served(server: PlosiveServer) -> list[re.Pattern[str]]:
    """What the paths of a running server look like."""
    paths = {*httpx.get(f"{server.http}/openapi.json").json()["paths"], PATH}
    return [re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "/?") for path in paths]


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_that_is_named_exists(name: str, served: list[re.Pattern[str]]) -> None:
    named = {
        path.rstrip(".,)") for path in re.findall(r"(?:8080|`|GET |POST |DELETE )(/v[12]/[\w/.{}-]+)", TEXTS[name])
    }
    assert [path for path in sorted(named) if not any(pattern.fullmatch(path) for pattern in served)] == []


def test_audio_that_commands_write_into_the_checkout_is_ignored() -> None:
    """Whoever has followed a page finds `git status` clean."""
    written = set(re.findall(r"(?<![\w./-])[\w-]+\.(?:mp3|wav)\b", "\n".join(TEXTS.values())))
    ignored = subprocess.run(["git", "check-ignore", *written], cwd=ROOT, capture_output=True, text=True, check=False)
    assert set(ignored.stdout.split()) == written
    assert "hello.mp3" in written


def test_the_clients_of_the_readme_exist() -> None:
    rows = re.findall(r"^\| (.*?) \| (`.*?`) \|$", TEXTS["README.md"], re.MULTILINE)
    names = {
        "Telnyx": telnyx.Telnyx,
        "OpenAI": openai.OpenAI,
        "openai": livekit.plugins.openai,
    }
    tried = 0
    for client, settings in rows:
        code = settings.strip("`")
        if re.split(r"[.(]", code)[0] in names:
            made = eval(code, {}, names)
            for method in re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)`", client):
                assert callable(attrgetter(method)(made)), method
            tried += 1
    assert tried >= 4
