"""Pipecat and Vision Agents as published, each in a process of the environment that has them."""

from collections.abc import Iterator

import pytest

from clients.client_process import run_in_agents
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


def test_pipecat_speaks_german_where_an_alias_says_so(german: PlosiveServer, spoken: Spoke) -> None:
    heard = run_in_agents("pipecat_client.py", "speak", german, SAID)
    expected = [spoken(text, voice="de").seconds for text in (GREETING, "".join(TOKENS))]
    assert heard["seconds"] == pytest.approx(expected, abs=0.4)
    assert heard["complaints"] == []
    assert "warning" not in german.log


def test_an_interruption_of_pipecat_stops_the_speech_and_the_next_turn_is_whole(
    german: PlosiveServer, spoken: Spoke
) -> None:
    heard = run_in_agents("pipecat_client.py", "interrupt", german, SAID)
    begun, whole = heard["seconds"]
    assert 0 < begun < 600
    assert whole == pytest.approx(spoken(GREETING, voice="de").seconds, abs=0.2)
    assert heard["complaints"] == []
    until(lambda: metric(german, "plosive_narrations") == 0)


def test_vision_agents_speaks_and_is_interrupted(german: PlosiveServer, spoken: Spoke) -> None:
    heard = run_in_agents("vision_client.py", "telnyx,openai", german, SAID)
    assert list(heard) == ["telnyx", "openai"]
    for plugin in heard.values():
        assert plugin["before"] == pytest.approx(spoken(GREETING, voice="de").seconds, abs=0.2)
        assert plugin["begun"] < 600
        assert plugin["after"] == pytest.approx(plugin["before"], abs=0.2)
    assert heard["telnyx"]["begun"] > 0
    until(lambda: metric(german, "plosive_sessions") == 0)
