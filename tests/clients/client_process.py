"""Clients that run as a process of their own: `<command> <url>`, texts as JSON on stdin, frames as JSON on stdout."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest

from clients.heard import (
    INTERRUPTION,
    SENTENCES,
    STORY,
    TOKENS,
    Conversation,
    Heard,
    Spoke,
    check_conversation,
    check_turn,
)
from plosive_server import PlosiveServer


def not_installed(what: str) -> NoReturn:
    """Skips the test, but not where everything is there to be tried."""
    if os.environ.get("CI"):
        pytest.fail(f"CI tries every client: {what}")
    pytest.skip(what)


def agents_python() -> Path:
    """The interpreter of the environment with the frameworks for voice agents. Skips the test where there is none."""
    python = Path(sys.prefix, "agents/bin/python")
    if not (python.parents[1] / "ready").is_file():
        not_installed("needs frameworks for voice agents: make .venv/agents/ready")
    return python


def run_in_agents(script: str, flow: str, server: PlosiveServer, said: object) -> Any:
    """Run `<script> <flow> <origin>` of this folder in the environment with the frameworks. Returns its output."""
    done = subprocess.run(
        [agents_python(), Path(__file__).with_name(script), flow, server.http],
        input=json.dumps(said),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


class ClientProcess:
    """One kind of client: the command that runs it, the flow's name and the url still to come."""

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        self._command = command
        self._environment = environment

    def check_basic(self, server: PlosiveServer, spoken: Spoke) -> None:
        self._check_heard("basic", SENTENCES, server, spoken)

    def check_tokens(self, server: PlosiveServer, spoken: Spoke) -> None:
        self._check_heard("tokens", TOKENS, server, spoken)

    def check_conversation(self, server: PlosiveServer, spoken: Spoke) -> None:
        turns = [SENTENCES[:2], SENTENCES[2:]]
        said = {"turns": turns, "story": STORY, "interruption": INTERRUPTION}
        heard = Conversation(**self._run("conversation", server.url(), said))
        check_conversation(heard, [spoken("".join(turn)) for turn in turns], spoken(INTERRUPTION))

    def _check_heard(self, flow: str, texts: Sequence[str], server: PlosiveServer, spoken: Spoke) -> None:
        heard = Heard(**self._run(flow, server.url(), texts))
        check_turn(heard.frames, spoken("".join(texts)))
        assert heard.code == 1000

    def _run(self, flow: str, url: str, said: object) -> dict[str, Any]:
        done = subprocess.run(
            [*self._command, flow, url],
            input=json.dumps(said),
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        return result
