"""Pipecat and Vision Agents as published, each in a process of the environment that has them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clients.client_process import run_in_agents
from clients.heard import STORY, TOKENS, Spoke
from plosive_server import PATH, PlosiveServer, metric, until

ROOT = Path(__file__).parents[2]
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
    assert not heard["complaints"], "".join(heard["complaints"])
    assert "warning" not in german.log


def test_an_interruption_of_pipecat_stops_the_speech_and_the_next_turn_is_whole(
    german: PlosiveServer, spoken: Spoke
) -> None:
    heard = run_in_agents("pipecat_client.py", "interrupt", german, SAID)
    begun, whole = heard["seconds"]
    assert 0 < begun < 600
    assert whole == pytest.approx(spoken(GREETING, voice="de").seconds, abs=0.2)
    assert not heard["complaints"], "".join(heard["complaints"])
    until(lambda: metric(german, "plosive_narrations") == 0)


def own_service(server: PlosiveServer, voice: str) -> str:
    """Code that makes the example of a service for Pipecat, which people copy."""
    url = f"ws://127.0.0.1:{server.port}{PATH}"
    code = (ROOT / "examples/pipecat_plosive.py").read_text(encoding="utf-8")
    return f"{code}\n\ntts = PlosiveTTSService(voice={voice!r}, url={url!r})\n"


def test_the_example_of_a_service_for_pipecat_pushes_each_word(german: PlosiveServer, spoken: Spoke) -> None:
    said = {**SAID, "code": own_service(german, "en-us")}
    heard = run_in_agents("pipecat_client.py", "speak", german, said)
    assert not heard["complaints"], "".join(heard["complaints"])
    expected = [spoken(text, voice="en-us").seconds for text in (GREETING, "".join(TOKENS))]
    assert heard["seconds"] == pytest.approx(expected, abs=0.6)
    words, times = zip(*heard["words"], strict=True)
    assert " ".join(words).split() == [*GREETING.split(), *"".join(TOKENS).split()]
    assert list(times) == sorted(times)
    # The last word of the second turn begins within its audio.
    answer = times[len(GREETING.split()) :]
    assert 0.5 < (answer[-1] - answer[0]) / 1e9 < heard["seconds"][1]


def test_the_example_of_a_service_for_pipecat_is_interrupted(german: PlosiveServer) -> None:
    said = {**SAID, "code": own_service(german, "de")}
    begun, whole = run_in_agents("pipecat_client.py", "interrupt", german, said)["seconds"]
    assert 0 < begun < 600
    assert 1 < whole < 6
    until(lambda: metric(german, "plosive_sessions") == 0)


def test_the_example_of_a_service_for_pipecat_says_why_it_was_refused(german: PlosiveServer) -> None:
    said = {**SAID, "code": own_service(german, "en-us+f33")}
    heard = run_in_agents("pipecat_client.py", "greet", german, said)
    assert heard["seconds"] == [0]
    assert "No voice is called 'en-us+f33'. Did you mean Plosive.Espeak.en-us" in "".join(heard["complaints"])


def test_vision_agents_speaks_and_is_interrupted(german: PlosiveServer, spoken: Spoke) -> None:
    heard = run_in_agents("vision_client.py", "telnyx,openai", german, SAID)
    assert list(heard) == ["telnyx", "openai"]
    for plugin in heard.values():
        assert plugin["before"] == pytest.approx(spoken(GREETING, voice="de").seconds, abs=0.2)
        assert plugin["begun"] < 600
        assert plugin["after"] == pytest.approx(plugin["before"], abs=0.2)
    assert heard["telnyx"]["begun"] > 0
    until(lambda: metric(german, "plosive_sessions") == 0)
