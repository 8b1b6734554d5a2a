"""Names of voices through a server: the operator's own, unknown ones, and voices that come while it runs."""

from pathlib import Path

import httpx
import pytest

from plosive_server import HEADERS, PlosiveServer, until
from voices.voice_folders import piper_voice


def speaker(server: PlosiveServer, voice: str) -> str:
    answer = httpx.post(f"{server.http}/v1/audio/speech", headers=HEADERS, json={"input": "Hi.", "voice": voice})
    assert answer.status_code == 200, answer.text
    return str(answer.headers["x-voice"])


def test_own_names_and_the_default_for_unknown_ones(tmp_path: Path) -> None:
    (tmp_path / "names").write_text("alloy = de\nTelnyx.Ultra.* = fr-fr\n", encoding="utf-8")
    with PlosiveServer(workers=1, voice_aliases=tmp_path / "names", unknown_voice="default") as server:
        assert speaker(server, "alloy") == "Plosive.Espeak.de"
        assert speaker(server, "nova") == "Plosive.Hibari.heart"
        assert speaker(server, "minimax.speech.x") == "Plosive.Espeak.en-us"
        assert speaker(server, "minimax.speech.x") == "Plosive.Espeak.en-us"
        with server.client(voice="Telnyx.Ultra.33226e69-3abd-429b-b64a-86775c9b5850") as client:
            assert client.socket.response is not None
            assert client.socket.response.headers["x-voice"] == "Plosive.Espeak.fr-fr"
    assert server.log.count("unknown voice: the default speaks") == 1


def test_a_voice_that_is_installed_while_the_server_runs_is_listed(tmp_path: Path) -> None:
    with PlosiveServer(workers=1, voices_dir=tmp_path / "voices") as server:

        def listed() -> bool:
            voices = httpx.get(f"{server.http}/v2/text-to-speech/voices?provider=plosive", headers=HEADERS).json()[
                "voices"
            ]
            return any(voice["voice_id"] == "Plosive.Piper.de_DE-thorsten-high" for voice in voices)

        assert not listed()
        piper_voice(tmp_path / "voices" / "thorsten", "de_DE-thorsten-high")
        until(listed)


@pytest.mark.parametrize("provider", ["rime", "FishAudio", "aws"])
def test_other_providers_have_an_empty_list(provider: str) -> None:
    with PlosiveServer(workers=1) as server:
        for path in ("/v2/text-to-speech/voices", "/v2/ai/tts/voices"):
            answer = httpx.get(f"{server.http}{path}?provider={provider}", headers=HEADERS)
            assert (answer.status_code, answer.json()["voices"]) == (200, [])
