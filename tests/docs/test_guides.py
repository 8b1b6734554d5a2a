"""The guides are true: every whole program in them runs against a server, and what it writes is speech."""

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import pytest
from livekit.agents import Agent

from clients.client_process import agents_python, not_installed
from clients.livekit_ear import Ear
from plosive_server import PlosiveServer, until
from stand_in_model import StandInModel

ROOT = Path(__file__).parents[2]
GUIDES = ("livekit", "pipecat", "vision-agents", "sdk")
MODULES = ROOT / "tests/clients/node_modules"
ADDRESS = "127.0.0.1:8080"


def blocks(guide: str, language: str) -> list[str]:
    text = (ROOT / f"docs/guides/{guide}.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def programs() -> Iterator[tuple[str, str, str]]:
    """The guide's name, the language and the code of each program that writes a file."""
    for guide in GUIDES:
        for language in ("python", "js"):
            for code in blocks(guide, language):
                if "hello." in code:
                    yield guide, language, code


def command(guide: str, language: str, folder: Path) -> list[str | Path]:
    """The program that runs a script; in `folder`, where the script finds its modules."""
    if language == "js":
        node = shutil.which("node")
        if node is None or not MODULES.is_dir():
            not_installed("needs node, and `npm ci` in tests/clients")
        (folder / "node_modules").symlink_to(MODULES)
        return [node, "script.mjs"]
    return [agents_python() if guide in ("pipecat", "vision-agents") else sys.executable, "script.py"]


@pytest.mark.parametrize(("guide", "language", "code"), list(programs()))
def test_a_program_of_a_guide_runs(server: PlosiveServer, guide: str, language: str, code: str, tmp_path: Path) -> None:
    assert ADDRESS in code
    words = command(guide, language, tmp_path)
    (tmp_path / str(words[1])).write_text(code.replace(ADDRESS, f"127.0.0.1:{server.port}"), encoding="utf-8")
    log_begins = len(server.log)
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "request_id" not in done.stderr  # LiveKit complains where an answer has none
    [name] = set(re.findall(r"hello\.\w+", code))
    with av.open(str(tmp_path / name)) as container:
        assert 0.8 < sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0)) < 8
    [voice] = set(re.findall(r"""voice"?[=:] ?"(\w+)\"""", code))
    until(lambda: f"requested={voice}" in server.log[log_begins:])


def test_the_agent_of_livekits_guide_answers(server: PlosiveServer, tmp_path: Path) -> None:
    """Without a room: its session has an ear instead, and a model that says what it is told to."""
    [code] = [code for code in blocks("livekit", "python") if "AgentServer" in code]
    with StandInModel(["Hello", " from", " your", " guide", "."]) as model:
        code = code.replace("127.0.0.1:11434", f"127.0.0.1:{model.port}")
        names: dict[str, Any] = {"__name__": "agent"}
        exec(code.replace(ADDRESS, f"127.0.0.1:{server.port}"), names)

        async def converse() -> Ear:
            ear = Ear()
            async with names["new_session"]() as session:
                session.output.audio = ear
                await session.start(Agent(instructions=""))
                await session.generate_reply(user_input="Hello?")
                for plugin in (session.llm, session.tts):
                    await plugin.aclose()
            return ear

        ear = asyncio.run(asyncio.wait_for(converse(), 30))
    [turn] = ear.turns
    assert 0.8 < sum(frame.duration for frame in turn) < 4


def test_every_guide_has_a_program() -> None:
    assert {guide for guide, _, _ in programs()} == set(GUIDES)
