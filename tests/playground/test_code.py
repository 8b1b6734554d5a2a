"""The code that the playground shows runs as it stands."""

import asyncio
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from livekit.agents import Agent

from clients.client_process import not_installed, run_in_agents
from clients.livekit_ear import Ear
from playground.chromium import Chromium
from playground.pages import opened, spoken
from plosive_server import PlosiveServer


def shown_code(chromium: Chromium, server: PlosiveServer, name: str) -> str:
    page = opened(chromium, server, 'Don\'t say "tea".\nSay 5 €.', "&tokens=200&speed=1.2")
    page.run(
        f"[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === {json.dumps(name)}).click()"
    )
    return str(page.run("document.getElementById('code').textContent"))


@pytest.mark.parametrize(
    ("name", "command"),
    [("Python", sys.executable), ("JavaScript", "node"), ("curl", "sh"), ("OpenAI SDK", sys.executable)],
)
def test_the_code_runs_as_shown(
    chromium: Chromium, server: PlosiveServer, name: str, command: str, tmp_path: Path
) -> None:
    modules = Path(__file__).parents[1] / "clients/node_modules"
    if name == "JavaScript" and (shutil.which("node") is None or not modules.is_dir()):
        not_installed("needs node, and `npm ci` in tests/clients")
    (tmp_path / "node_modules").symlink_to(modules)
    script = tmp_path / ("speak.mjs" if name == "JavaScript" else "speak")
    script.write_text(shown_code(chromium, server, name), encoding="utf-8")
    subprocess.run([command, script], cwd=tmp_path, check=True, timeout=60)
    assert (tmp_path / "speech.mp3").stat().st_size > 3000


def test_the_code_for_livekit_speaks_in_a_session(chromium: Chromium, server: PlosiveServer) -> None:
    code = shown_code(chromium, server, "LiveKit")

    async def converse() -> Ear:
        names: dict[str, Any] = {}
        exec(code, names)
        ear = Ear()
        async with names["session"] as session:
            session.output.audio = ear
            await session.start(Agent(instructions=""))
            await session.say("Have some tea.")
            await session.tts.aclose()
        return ear

    [turn] = asyncio.run(asyncio.wait_for(converse(), 30)).turns
    assert sum(frame.duration for frame in turn) == pytest.approx(spoken(server, "Have some tea.")[0] / 1.2, abs=0.4)


def test_the_code_for_pipecat_speaks_in_a_pipeline(chromium: Chromium, server: PlosiveServer) -> None:
    code = shown_code(chromium, server, "Pipecat")
    heard = run_in_agents("pipecat_client.py", "greet", server, {"greeting": "Have some tea.", "code": code})
    assert heard["complaints"] == []
    assert heard["seconds"] == pytest.approx([spoken(server, "Have some tea.")[0] / 1.2], abs=0.4)
