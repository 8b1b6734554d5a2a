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
    (tmp_path / "names").write_text("kitchen = fr-fr\nalloy = de\nTelnyx.Ultra.* = fr-fr\n", encoding="utf-8")
    with PlosiveServer(workers=1, voice_aliases=tmp_path / "names", unknown_voice="default") as server:
        assert speaker(server, "alloy") == "Plosive.Espeak.de"
        listed = httpx.get(f"{server.http}/v1/audio/voices", headers=HEADERS).json()["voices"]
        assert [(voice["id"], voice["language"]) for voice in listed[:2]] == [("kitchen", "fr-FR"), ("alloy", "de")]
        assert [voice["id"] for voice in listed].count("alloy") == 1
        assert speaker(server, "nova") == "Plosive.Hibari.heart"
        assert speaker(server, "minimax.speech.x") == "Plosive.Espeak.en-us"
        assert speaker(server, "minimax.speech.x") == "Plosive.Espeak.en-us"
        with server.client(voice="Telnyx.Ultra.33226e69-3abd-429b-b64a-86775c9b5850") as client:
            assert client.socket.response is not None
            assert client.socket.response.headers["x-voice"] == "Plosive.Espeak.fr-fr"
    assert server.log.count("unknown voice: the default speaks") == 1


def test_a_voice_that_comes_or_goes_while_the_server_runs(tmp_path: Path) -> None:
    with PlosiveServer(workers=1, voices_dir=tmp_path / "voices") as server:

        def listed() -> bool:
            voices = httpx.get(f"{server.http}/v2/text-to-speech/voices?provider=plosive", headers=HEADERS).json()[
                "voices"
            ]
            return any(voice["voice_id"] == "Plosive.Piper.de_DE-thorsten-high" for voice in voices)

        assert not listed()
        model = piper_voice(tmp_path / "voices" / "thorsten", "de_DE-thorsten-high")
        until(listed)
        model.unlink()
        model.with_name(f"{model.name}.json").unlink()
        until(lambda: not listed())
        asked = {"input": "Hi.", "voice": "Plosive.Piper.de_DE-thorsten-high"}
        answer = httpx.post(f"{server.http}/v1/audio/speech", headers=HEADERS, json=asked)
        assert answer.status_code == 400
        assert "plosive voices install" in answer.text
        assert speaker(server, "de") == "Plosive.Espeak.de"


@pytest.mark.parametrize("provider", ["rime", "FishAudio", "aws"])
def test_other_providers_have_an_empty_list(provider: str) -> None:
    with PlosiveServer(workers=1) as server:
        for path in ("/v2/text-to-speech/voices", "/v2/ai/tts/voices"):
            answer = httpx.get(f"{server.http}{path}?provider={provider}", headers=HEADERS)
            assert (answer.status_code, answer.json()["voices"]) == (200, [])


OTHER_SERVICES = {
    # ElevenLabs
    "en-US female": """9BWtsMINqrJLrRacOk9x cgSgspJ2msm6clMCkdW9 FGY2WhTYpPnrIDTdsKH5 XrExE9yKIg1WjnnlVkGX EXAVITQu4vr4xnSDxMaL
        21m00Tcm4TlvDq8ikWAM LcfcDJNUP1GQjkzn1xUU jsCqWAovK2LkecY7zXl4 jBpfuIE2acCO8z3wKNLl z9fAnlkpzviPz146aGWa
        oWAxZDx7w5VEj9dCyTzz piTKgcLEGmPE4e6mEKli pMsXgVXv3BLzUgSXRplE hpp4J3VqNfWAUOO0d1Us
        f786b574-daa5-4673-aa0c-cbe3e8534c02
        Danielle Ivy Joanna Kendra Kimberly Ruth Salli Tiffany AWS.Polly.Generative.Danielle Polly.Joanna""",
    "en-US": "SAz9YHcvj6GT2YYXdXww azure.en-US-AvaMultilingualNeural aura-asteria-en aura-2-thalia-en",
    "en-US male": """pqHfZKP75CvOlQylNhV4 nPczCjzI2devNBz1zQrb N2lVS1w4EtoT3dr4eOWO iP95p4xoKVk53GoZ742B
        cjVigY5qzO86Huf0OWal TX3LPaxmHKxFdv7VOQHJ CwhRBWXzGAHq8TQ4Fs17 bIHbv24MWmeRgasZH58o pNInz6obpgDQGcFmaJgB
        ErXwobaYiN019PkySvjV VR6AewLTigWG4xSOukaG 2EiwWnXFnvU5JabPnv8n 29vD33N1CtxCmqQRPOHJ g5CIjZEefAph4nQFvHAz
        SOYHLrjzK2X1ezoPC6cr t0jbNlBVZ17f02VDIeMI TxGEqnHWrfWFTfGW9XjX flq6f7yk4E4fJM5XTYuZ ODq5zmih8GrVes37Dizd
        5Q0t7uMcjvnagumLfvZi yoZ06aMxZJJ28mfd3POQ GBv7mTt0atIp3Br8iCZE
        Curtis Gregory Joey Justin Kenneth Kevin Matthew Nate Stephen""",
    "en-GB male": """onwK4e9ZLuTAKqWW03F9 JBFqnCBsd6RMkjVDRZzb Yko7PKHZNXotIFUBG7I9 CYw3kZ02Hs0563khs1Fj
        Zlb1dXrM653N07WRdFW3 Arthur Brian Geraint""",
    # The embedded voice comes before a British one of espeak-ng's.
    "en female": """Xb7hH8MSUJpSbSDYk0k2 pFZP5JQG7iQjIQuC4Bku ThT5KcBeYPX3keUQqHPh Amy Emma XB0fDUnXU5powFXDhCwa
        zrHiDhphv9ZnVXBqCLjz Nicole Olivia Aditi Kajal Kiara Raveena Niamh Aria Jasmine Ayanda""",
    "en male": """zcAOhNBS3c14rBihAFp1 IKne3meq5aSn9XLyUdCD ZQe5CZNOzWyzPSCn5a3c D38z5RcWu1voky8WS1ja
        bVMeCyTHy58xNoL34h3p Russell Arjun""",
    # Amazon Polly
    "de female": "Marlene Tina Vicki Hannah Sabrina",
    "de male": "Daniel Hans Lennart neural.Hans",
    "fr female": "Ambre Celine Lea Isabelle Chantal Gabrielle",
    "fr male": "Florian Mathieu Remi Liam",
    "es female": "Conchita Lucia Mia Lupe Penelope AWS.Polly.Generative.Lucia",
    "es male": "Enrique Sergio Andres Carlos Miguel Pedro",
    "ca female": "Arlet",
    "it female": "Beatrice Bianca Carla",
    "it male": "Adriano Giorgio Lorenzo",
    "pt-BR female": "Camila Carolina Vitoria",
    "pt-BR male": "Leo Ricardo Thiago",
    "pt female": "Ines",
    "pt male": "Cristiano",
    "nl female": "Laura Lotte Lisa",
    "nl male": "Ruben",
    "cs female": "Jitka",
    "pl female": "Ewa Maja Ola",
    "pl male": "Jacek Jan",
    "ru female": "Tatyana",
    "ru male": "Maxim",
    "sv female": "Astrid Elin",
    "da female": "Naja Sofie",
    "da male": "Mads",
    "nb female": "Ida Liv",
    "fi female": "Suvi",
    "is female": "Dora",
    "is male": "Karl",
    "cy female": "Gwyneth",
    "tr female": "Burcu Filiz",
    "ro female": "Carmen",
    "ja female": "Kazuha Mizuki Tomoko",
    "ja male": "Takumi",
    "ko female": "Jihye Seoyeon",
    "ko male": "Hyunduk",
    "cmn female": "Zhiyu",
    "yue female": "Hiujin",
    "ar female": "Zeina Hala",
    "ar male": "Zayd",
}
"""Names by the language and gender of who speaks for them."""


def test_every_name_of_another_service_is_taken_without_an_installed_voice(server: PlosiveServer) -> None:
    answer = httpx.get(f"{server.http}/v1/audio/voices", headers=HEADERS).json()["voices"]
    listed = {voice["id"]: voice for voice in answer}
    for who, names in OTHER_SERVICES.items():
        language, _, gender = who.partition(" ")
        for written in names.split():
            # A bare Polly name may be a Telnyx voice's too, which comes first.
            name = f"Polly.{written}" if written.isalpha() and len(written) < 20 else written
            with server.client(voice=name) as client:
                assert client.socket.response is not None
                speaks = client.socket.response.headers["x-voice"]
            plain, _, variant = speaks.partition("+")
            assert listed[plain]["language"].lower().startswith(language.lower()), (name, speaks)
            is_female = listed[plain]["gender"] == "female" or variant == "f3"
            assert not gender or is_female == (gender == "female"), (name, speaks)


@pytest.mark.parametrize(
    "name",
    [
        *("21m00Tcm4TlvDq8ikWAM", "Polly.Vicki", "azure.pt-BR-FranciscaNeural", "aura-2-celeste-es", "AF_Heart"),
        *("f786b574-daa5-4673-aa0c-cbe3e8534c02", "af_sky + af_bella", "af_heart(2)+am_adam(1)", "astra", "ALLOY"),
    ],
)
def test_a_name_of_each_kind_speaks(server: PlosiveServer, name: str) -> None:
    body = {"model": "kokoro", "input": "Hi.", "voice": name, "response_format": "pcm"}
    answer = httpx.post(f"{server.http}/v1/audio/speech", headers=HEADERS, json=body, timeout=20)
    assert answer.status_code == 200, answer.text
    assert len(answer.content) > 10_000
