"""Pipecat and Vision Agents as published, each in a process of the environment that has them."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clients.client_process import agents_python
from clients.heard import STORY, TOKENS, Spoke
from plosive_server import PlosiveServer, metric, until

GREETING = "Guten Tag, und herzlich willkommen."
SAID = {"greeting": GREETING, "tokens": TOKENS, "story": STORY}


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlosiveServer]:
    """A server on which OpenAI's `alloy` speaks German."""
    aliases = tmp_path_factory.mktemp("aliases") / "aliases"
    aliases.write_text("alloy = de\n", encoding="utf-8")
    with PlosiveServer(voice_aliases=aliases, workers=1) as running:
        yield running


def run(script: str, flow: str, server: PlosiveServer) -> Any:
    done = subprocess.run(
        [agents_python(), Path(__file__).with_name(script), flow, server.http],
        input=json.dumps(SAID),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_pipecat_speaks_german_where_an_alias_says_so(german: PlosiveServer, spoken: Spoke) -> None:
    heard = run("pipecat_client.py", "speak", german)
    expected = [spoken(text, voice="de").seconds for text in (GREETING, "".join(TOKENS))]
    assert heard["seconds"] == pytest.approx(expected, abs=0.4)
    assert heard["complaints"] == []
    assert "warning" not in german.log


def test_an_interruption_of_pipecat_stops_the_speech_and_the_next_turn_is_whole(
    german: PlosiveServer, spoken: Spoke
) -> None:
    heard = run("pipecat_client.py", "interrupt", german)
    begun, whole = heard["seconds"]
    assert 0 < begun < 600
    assert whole == pytest.approx(spoken(GREETING, voice="de").seconds, abs=0.2)
    assert heard["complaints"] == []
    until(lambda: metric(german, "plosive_narrations") == 0)


@pytest.mark.parametrize("plugin", ["telnyx", "openai"])
def test_vision_agents_speaks_and_is_interrupted(german: PlosiveServer, spoken: Spoke, plugin: str) -> None:
    heard = run("vision_client.py", plugin, german)
    assert heard["before"] == pytest.approx(spoken(GREETING, voice="de").seconds, abs=0.2)
    assert heard["begun"] < 600
    assert heard["after"] == pytest.approx(heard["before"], abs=0.2)
    until(lambda: metric(german, "plosive_sessions") == 0)
